"""The revisited Oxford and Paris (Radenovic et al. 2018): `gnd_roxford5k.pkl` and `gnd_rparis6k.pkl`.

Such a file holds a dict: `imlist` and `qimlist`, names of pictures without suffix, and `gnd`, which has for each of `qimlist` a
dict of `bbx` (corners x1 y1 x2 y2 of what is asked for) and `easy`, `hard` and `junk`, places in `imlist`. There are three
readings of it:

    easy     easy is right, hard and junk are neither right nor wrong
    medium   easy and hard are right, junk is neither
    hard     hard is right, easy and junk are neither

The pictures that ask are not among those that may be found; a library that was made from the whole folder holds them, so they
are taken out of every answer. The area is summed by trapezoids, as the published program does. The file is read by `pickled`,
which runs nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.errors import EvaluationError
from imsearch_gui.domain.evaluation import ApRule, GroundTruth, Ids, Protocol, Question, TruthForm
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.records import FileExample
from imsearch_gui.domain.region import Region
from imsearch_gui.searching.evaluation import notices
from imsearch_gui.searching.evaluation.files import content_of, region_of
from imsearch_gui.searching.evaluation.forms import pickled
from imsearch_gui.searching.evaluation.kin import judged
from imsearch_gui.searching.evaluation.pictures import Named, Pictures

PROTOCOLS = {
    "medium": (("easy", "hard"), ("junk",)),
    "easy": (("easy",), ("hard", "junk")),
    "hard": (("hard",), ("easy", "junk")),
}
"""Name -> what is right, what is neither. Medium is what is reported where only one figure is."""
KEYS = ("easy", "hard", "junk")
LARGEST_NUMBER = 2**53
"""Up to here a float holds whole numbers exactly; no list is as long."""
MOST_QUESTIONS = 10_000
"""The published files ask 70."""
MOST_NUMBERS = 2_000_000
"""In all lists together, ten times as many as in the published ones. A list may be named again and again at the cost of a byte."""
LONGEST_NAME = 1000
"""Characters."""
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the file says of one question."""

    picture: str
    region: Region | None
    lists: dict[str, Places]
    """easy, hard, junk -> places in `imlist`."""


def read(pictures: Pictures, source: Path) -> GroundTruth:
    """Raises EvaluationError."""
    images, asked = _read(source)
    named = pictures.find([*images, *(one.picture for one in asked)])
    if not any(image in named.place_of for image in images):
        raise notices.none_held(source)
    candidates = _candidates(pictures, named, images, asked)
    questions: list[Question] = []
    kept: list[_Asked] = []
    missing: list[str] = []
    for one in asked:
        place = named.place_of.get(one.picture)
        path = pictures.file(one.picture) if place is None else pictures.path(place)
        if path is None:
            missing.append(one.picture)
            continue
        own = None if place is None else int(pictures.columns.ids[place])
        questions.append(Question(one.picture, FileExample(path, one.region), image_id=own))
        kept.append(one)
    protocols = tuple(_protocol(pictures, named, images, kept, questions, protocol) for protocol in PROTOCOLS)
    if not any(len(judgement.relevant) for protocol in protocols for judgement in protocol.judgements):
        raise notices.nothing_to_ask(source)
    wanted = {images[place] for one in kept for key in ("easy", "hard") for place in one.lists[key].tolist()}
    told = [*notices.missing(missing), *notices.absent(named.absent(wanted))]
    return GroundTruth(
        form=TruthForm.REVISITED,
        source=source,
        questions=tuple(questions),
        protocols=protocols,
        rule=ApRule.TRAPEZOIDS,
        candidates=candidates,
        notices=(*told, *notices.ambiguous(sorted(named.ambiguous))),
    )


def _candidates(pictures: Pictures, named: Named, images: Sequence[str], asked: Sequence[_Asked]) -> Ids | None:
    """All of the library but the pictures that only ask; None where it has none of those."""
    columns = pictures.columns
    among = named.ids(columns, images)
    asking = np.setdiff1d(named.ids(columns, [one.picture for one in asked]), among)
    return np.setdiff1d(columns.ids, asking) if len(asking) else None


def _protocol(
    pictures: Pictures,
    named: Named,
    images: Sequence[str],
    asked: Sequence[_Asked],
    questions: Sequence[Question],
    protocol: str,
) -> Protocol:
    right, neither = PROTOCOLS[protocol]

    def names(one: _Asked, keys: Sequence[str]) -> list[str]:
        return [images[place] for key in keys for place in one.lists[key].tolist()]

    return Protocol(
        protocol,
        tuple(
            judged(
                named.ids(pictures.columns, names(one, right)),
                named.ids(pictures.columns, names(one, neither)),
                own=question.image_id,
                absent=named.absent(names(one, right)),
            )
            for one, question in zip(asked, questions, strict=True)
        ),
    )


# -- the file -------------------------------------------------------------------------------------------------------------


def _read(source: Path) -> tuple[list[str], list[_Asked]]:
    try:
        return _parts(pickled.read(content_of(source, pickled.LARGEST)))
    except pickled.NotPlain as error:
        sentence = tr(
            "{0} is no ground truth of the revisited sets ({1}): take the published file, such as gnd_roxford5k.pkl."
        )
        raise EvaluationError(sentence.format(source, error)) from error


def _parts(value: object) -> tuple[list[str], list[_Asked]]:
    """The pictures that may be found, and the questions. NotPlain where the value is of another form."""
    if not isinstance(value, dict):
        raise pickled.NotPlain("it is no dict")
    images, asking, said = _texts(value, "imlist"), _texts(value, "qimlist"), value.get("gnd")
    if not isinstance(said, list | tuple) or len(said) != len(asking):
        raise pickled.NotPlain("gnd does not say something of each of qimlist")
    if len(asking) > MOST_QUESTIONS or sum(map(_length, said)) > MOST_NUMBERS:
        raise pickled.NotPlain("it is far too large")
    return images, [_asked(name, one, len(images)) for name, one in zip(asking, said, strict=True)]


def _length(said: object) -> int:
    """Numbers in the lists of one question."""
    lists = [said.get(key) for key in (*KEYS, "bbx")] if isinstance(said, dict) else []
    lists = [one.values if isinstance(one, pickled.Numbers) else one for one in lists]
    return sum(len(one) for one in lists if isinstance(one, list | tuple | np.ndarray))


def _texts(value: dict[str, object], key: str) -> list[str]:
    texts = value.get(key)
    if not isinstance(texts, list | tuple) or not all(
        isinstance(text, str) and len(text) <= LONGEST_NAME for text in texts
    ):
        raise pickled.NotPlain(f"{key} is no list of names")
    return list(texts)


def _asked(name: str, said: object, images: int) -> _Asked:
    if not isinstance(said, dict):
        raise pickled.NotPlain("gnd holds something other than dicts")
    return _Asked(name, _region(said.get("bbx")), {key: _places(said.get(key), images) for key in KEYS})


def _region(value: object) -> Region | None:
    if value is None:
        return None
    corners = _numbers(value)
    try:
        return region_of(*corners.astype(np.float64).tolist())
    except (TypeError, ValueError) as error:
        raise pickled.NotPlain("bbx is not four coordinates") from error


def _places(value: object, images: int) -> Places:
    if value is None:
        raise pickled.NotPlain("easy, hard or junk is not there")
    places = _numbers(value)
    # Whole numbers, which some have kept as fractions; what is not a number is not below anything.
    if not bool(np.all((places >= 0) & (places < images) & (places == np.floor(places)))):
        raise pickled.NotPlain("a place is not in imlist")
    return places.astype(np.int64)


def _numbers(value: object) -> npt.NDArray[np.float64]:
    """float64 [n], which holds any place exactly."""
    if isinstance(value, pickled.Numbers):
        return value.values.astype(np.float64)
    if not isinstance(value, list | tuple):
        raise pickled.NotPlain("what should be numbers are none")
    numbers = np.empty(len(value), np.float64)
    for row, one in enumerate(value):
        number = one.values[0].item() if isinstance(one, pickled.Numbers) and len(one.values) == 1 else one
        if not isinstance(number, int | float) or not abs(number) < LARGEST_NUMBER:
            raise pickled.NotPlain("what should be numbers are none")
        numbers[row] = number
    return numbers
