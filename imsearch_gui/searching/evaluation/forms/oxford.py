"""The text files of Oxford5k and Paris6k (Philbin et al. 2007 and 2008).

`NAME_N_query.txt` says what is asked: a picture and the corners x1 y1 x2 y2 of a region in it. `_good`, `_ok` and `_junk`
beside it list pictures: the first two are right, the last one neither right nor wrong. Pictures are called without suffix, in
the query file of Oxford5k with `oxc1_` before the name. NAME is the landmark.

The question's own picture stands among the good ones, and the published program (`compute_ap`) leaves it there: it is found at
once, and counts. So it is here, which makes the figures those of the papers; the revisited form (`revisited`) takes it out. The
area is summed by trapezoids, as that program does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from imsearch_gui.domain.errors import EvaluationError
from imsearch_gui.domain.evaluation import ApRule, GroundTruth, Judgement, Protocol, Question, TruthForm
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.records import FileExample
from imsearch_gui.domain.region import Region
from imsearch_gui.searching.evaluation import notices
from imsearch_gui.searching.evaluation.files import content_of, region_of
from imsearch_gui.searching.evaluation.kin import judged
from imsearch_gui.searching.evaluation.pictures import Named, Pictures

QUERY = "_query.txt"
PREFIX = "oxc1_"
LARGEST = 16 << 20
"""Bytes of a list; the longest published one has some thousand."""
_NUMBER = re.compile(r"_\d+$")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the files of one question say."""

    name: str
    picture: str
    region: Region
    right: tuple[str, ...]
    junk: tuple[str, ...]


def query_files(source: Path) -> list[Path]:
    return sorted(file for file in source.glob(f"*{QUERY}") if file.is_file())


def read(pictures: Pictures, source: Path) -> GroundTruth:
    """Raises EvaluationError."""
    asked: list[_Asked] = []
    unreadable: list[str] = []
    for file in query_files(source):
        try:
            asked.append(_asked(file))
        except ValueError:
            unreadable.append(file.name)
    if not asked:
        sentence = tr(
            "{0} holds no query files (NAME_query.txt) that say a picture and four coordinates: choose the folder that does."
        )
        raise EvaluationError(sentence.format(source))
    named = pictures.find(name for one in asked for name in (one.picture, *one.right, *one.junk))
    return _truth(pictures, source, asked, named, unreadable)


def _truth(pictures: Pictures, source: Path, asked: list[_Asked], named: Named, unreadable: list[str]) -> GroundTruth:
    questions: list[Question] = []
    judgements: list[Judgement] = []
    missing: list[str] = []
    unanswerable = 0
    for one in asked:
        judgement = judged(
            named.ids(pictures.columns, one.right),
            named.ids(pictures.columns, one.junk),
            absent=named.absent(one.right),
        )
        path = (
            pictures.path(named.place_of[one.picture]) if one.picture in named.place_of else pictures.file(one.picture)
        )
        if path is None:
            missing.append(one.picture)
        elif not judgement.total:
            unanswerable += 1
        else:
            questions.append(Question(one.name, FileExample(path, one.region), _NUMBER.sub("", one.name)))
            judgements.append(judgement)
    if not any(len(judgement.relevant) for judgement in judgements):
        raise notices.none_held(source) if not named.place_of else notices.nothing_to_ask(source)
    told = [tr("As in the published program, a question's own picture is one of those that are right.")]
    if unreadable:
        sentence = tr("%Ln query file(s) had to be left out: {0}.", "", len(unreadable))
        told.append(sentence.format(notices.some_of(unreadable)))
    told += notices.missing(missing) + notices.not_asked(unanswerable)
    told += notices.absent(named.absent(name for one in asked for name in one.right))
    return GroundTruth(
        form=TruthForm.OXFORD,
        source=source,
        questions=tuple(questions),
        protocols=(Protocol("", tuple(judgements)),),
        rule=ApRule.TRAPEZOIDS,
        notices=(*told, *notices.ambiguous(sorted(named.ambiguous))),
    )


def _asked(file: Path) -> _Asked:
    """ValueError where the query file says anything else than a picture and four numbers."""
    name = file.name.removesuffix(QUERY)
    picture, left, top, right, bottom = _text(file).split()
    return _Asked(
        name,
        picture.removeprefix(PREFIX),
        region_of(float(left), float(top), float(right), float(bottom)),
        right=(*_listed(source := file.parent, f"{name}_good.txt"), *_listed(source, f"{name}_ok.txt")),
        junk=_listed(source, f"{name}_junk.txt"),
    )


def _listed(source: Path, name: str) -> tuple[str, ...]:
    """A name a line; none where there is no such list."""
    file = source / name
    lines = _text(file).splitlines() if file.exists() else []
    return tuple(line.strip() for line in lines if line.strip())


def _text(file: Path) -> str:
    return content_of(file, LARGEST).decode()
