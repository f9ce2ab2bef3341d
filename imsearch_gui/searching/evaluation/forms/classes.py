"""Folders of classes.

The class of a picture is the folder in which it lies, by its path below the folder of the ground truth: `Fruit/Apple`. Where
that folder is parted (`train` and `test`, `gallery` and `query` ...), the pictures of the one part ask for those of the other,
which alone may be found. Else each picture asks for the others of its class; copies then find each other, which is told.

A picture is an image of the library that lies there, whether its file is there just now or not, or a file there that the library
does not hold: such a one can ask, but not be found. Copies are pictures of their own, and what their folder says holds for each.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.errors import EvaluationError, FolderError
from imsearch_gui.domain.evaluation import GroundTruth, Ids, Protocol, Question, TruthForm
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.records import FileExample
from imsearch_gui.imaging.scanner import ScanOptions, UnreadableFolder, looks_like_picture, scan
from imsearch_gui.searching.evaluation import folders, notices
from imsearch_gui.searching.evaluation.folders import Parts
from imsearch_gui.searching.evaluation.kin import Groups, leave_one_out
from imsearch_gui.searching.evaluation.pictures import WHOLE, Pictures

Codes = npt.NDArray[np.int64]
ASKS = ("query", "queries", "probe", "test", "testing", "val", "valid", "validation")
"""Folders whose pictures ask, whatever the capitals; of several the first."""
ASKED = ("gallery", "database", "index", "train", "training")
"""Folders whose pictures are found."""
MOST_FILES = 2_000_000
"""Below a folder; the largest set that is published in folders of classes has 1.3 million, a whole disk has more."""
OUTSIDE, CLASSLESS = -2, -1
"""Instead of the number of a class."""


def read(pictures: Pictures, source: Path) -> GroundTruth:
    """Raises EvaluationError, FolderError where a folder cannot be read, Superseded."""
    parts = _folders_in(source)
    asking = next((parts[name] for name in ASKS if name in parts), None)
    asked = next((parts[name] for name in ASKED if name in parts), None)
    if asking is not None and asked is not None:
        return _of_two(pictures, source, asking, asked)
    # Only one of the two, or a part by itself: its folders are no classes.
    return _of_one(pictures, source, parted=bool(parts) and parts.keys() <= {*ASKS, *ASKED})


def of_library(pictures: Pictures, *, asked_for: bool) -> GroundTruth:
    """The folders of the library itself, below its roots; unless they were asked for, it is told that they were taken.

    Raises EvaluationError where they tell nothing apart.
    """
    columns = pictures.columns
    names: dict[str, int] = {}
    belows = [
        _below_root(folder, root, alone=len(pictures.folders.roots) < 2)
        for folder, root in zip(columns.folders, pictures.folders.of_root, strict=True)
    ]
    parted = all(len(below) > 1 and below[0].casefold() in {*ASKS, *ASKED} for below in belows)
    of_folder = [_code(names, below[1:] if parted else below) for below in belows]
    codes = np.array(of_folder, np.int64)[columns.folder_of] if len(columns) else np.empty(0, np.int64)
    if len(names) < 2:
        raise EvaluationError(
            tr(
                "The pictures of this library have no labels and lie in no folders of their own: label some, or choose a file."
            )
        )
    truth = _kin(pictures, None, _Found(codes, names))
    if asked_for:
        return truth
    told = tr("No picture of this library has a label, so the folders in which they lie are taken for classes.")
    return _with_notices(truth, [told])


@dataclass(slots=True)
class _Found:
    """Pictures below a folder."""

    codes: Codes
    """[images of the library]: number of the class, CLASSLESS or OUTSIDE."""
    names: dict[str, int]
    """Of the classes, and their numbers."""
    lacking: list[tuple[str, int]] = field(default_factory=list)
    """Files that the library does not hold, and their classes."""
    ignored: int = 0
    """Files that are no pictures."""
    unreadable: int = 0
    """Folders."""

    def lost(self) -> Counter[int]:
        return Counter(code for _, code in self.lacking if code >= 0)


def _of_one(pictures: Pictures, source: Path, *, parted: bool) -> GroundTruth:
    found = _look(pictures, source, {}, parted=parted)
    _check(found, source)
    truth = _kin(pictures, source, found)
    return _with_notices(truth, [*notices.absent(len(found.lacking)), *_of_files([found])])


def _kin(pictures: Pictures, source: Path | None, found: _Found) -> GroundTruth:
    """Each image asks for the others of its class."""
    columns = pictures.columns
    places = np.flatnonzero(found.codes >= 0)
    ids, codes = columns.ids[places], found.codes[places]
    groups = Groups.of(ids, codes, list(found.names), found.lost())
    question = partial(_question, pictures, source)
    questions, judgements, alone = leave_one_out(groups, places, ids, codes, question)
    if not questions or not any(len(members) > 1 for members in groups.members):
        raise notices.nothing_to_ask(source)
    told = [tr("Each picture asks for the others of its class, and is left out of its own answer.")]
    told += notices.not_asked(alone) + notices.copies(pictures.copies(places, codes))
    if classless := int(np.count_nonzero(found.codes == CLASSLESS)):
        told.append(tr("%Ln picture(s) without a class will count as wrong answers.", "", classless))
    return GroundTruth(
        form=TruthForm.CLASSES,
        source=source,
        questions=questions,
        protocols=(Protocol("", judgements),),
        group_of=groups.group_of(),
        notices=tuple(told),
    )


def _of_two(pictures: Pictures, source: Path, asking: Path, asked: Path) -> GroundTruth:
    """The pictures of one part ask for those of the other."""
    columns = pictures.columns
    names: dict[str, int] = {}
    among = _look(pictures, asked, names)
    _check(among, asked)
    asks = _look(pictures, asking, names)
    members = np.flatnonzero(among.codes >= 0)
    groups = Groups.of(columns.ids[members], among.codes[members], list(names), among.lost())
    answerable, right = groups.answerable(others=False), groups.all_of()
    every = _questions(pictures, source, asks, groups.names)
    kept = [(question, code) for question, code in every if answerable[code]]
    if not any(len(right[code].relevant) for _, code in kept):
        raise notices.nothing_to_ask(source)
    told = [tr("The pictures in {0} ask for those in {1}.").format(asking.name, asked.name)]
    told += notices.not_asked(len(every) - len(kept)) + notices.absent(len(among.lacking))
    truth = GroundTruth(
        form=TruthForm.CLASSES,
        source=source,
        questions=tuple(question for question, _ in kept),
        protocols=(Protocol("", tuple(right[code] for _, code in kept)),),
        group_of=groups.group_of(),
        candidates=_candidates(columns.ids, among.codes),
        notices=tuple(told),
    )
    return _with_notices(truth, _of_files([asks, among]))


def _candidates(ids: Ids, codes: Codes) -> Ids | None:
    inside = codes != OUTSIDE
    return None if inside.all() else ids[inside]


def _questions(pictures: Pictures, source: Path, asks: _Found, names: Sequence[str]) -> list[tuple[Question, int]]:
    """With the number of their class, by name."""
    held = [
        (_question(pictures, source, int(place), names[code]), code)
        for place, code in ((place, int(asks.codes[place])) for place in np.flatnonzero(asks.codes >= 0))
    ]
    lacking = [
        (Question(_called(Path(text), source), FileExample(Path(text)), names[code]), code)
        for text, code in asks.lacking
        if code >= 0
    ]
    return sorted(held + lacking, key=lambda pair: pair[0].name)


def _question(pictures: Pictures, source: Path | None, place: int, group: str) -> Question:
    path = pictures.path(place)
    return Question(_called(path, source), FileExample(path), group, int(pictures.columns.ids[place]))


def _called(path: Path, source: Path | None) -> str:
    """By its path below the ground truth; where there is none, or it lies elsewhere behind a link, by its folder and name."""
    inside = source is not None and path.is_relative_to(source)
    return path.relative_to(source).as_posix() if source is not None and inside else f"{path.parent.name}/{path.name}"


# -- the folders ----------------------------------------------------------------------------------------------------------


def _folders_in(source: Path) -> dict[str, Path]:
    """The folders in a folder, by their names without regard to case."""
    try:
        with os.scandir(source) as entries:
            found = sorted(entry.name for entry in entries if entry.is_dir() and not entry.name.startswith("."))
    except OSError as error:
        sentence = tr("The folder {0} cannot be read ({1}): is it there, and may you open it?")
        raise FolderError(sentence.format(source, error.strerror)) from error
    return {name.casefold(): source / name for name in reversed(found)}


def _look(pictures: Pictures, base: Path, names: dict[str, int], *, parted: bool = False) -> _Found:
    """What lies below `base`; new classes are added to `names`. With `parted` the first folder is no class."""

    def code(below: Parts | None) -> int:
        return OUTSIDE if below is None else _code(names, below[1:] if parted else below)

    columns = pictures.columns
    of_folder = [code(below) for below in pictures.folders.below(base)]
    codes = np.array(of_folder, np.int64)[columns.folder_of] if len(columns) else np.empty(0, np.int64)
    found = _Found(codes, names)
    files: list[str] = []
    for item in scan(base, ScanOptions()):
        pictures.check()
        if isinstance(item, UnreadableFolder):
            found.unreadable += 1
        else:
            files.append(item.text)
        if len(files) > MOST_FILES:
            sentence = tr(
                "{0} holds more than %Ln files, so it is no ground truth: choose the folder of the classes.",
                "",
                MOST_FILES,
            )
            raise EvaluationError(sentence.format(base))
    named = pictures.find(files, WHOLE)
    top = len(folders.parted(base.absolute()))
    for text in files:
        number = code(folders.parted(Path(text).parent)[top:])
        if text in named.place_of:
            # Behind a link it may be known by another path.
            place = named.place_of[text]
            codes[place] = number if codes[place] < 0 else codes[place]
        elif looks_like_picture(text):
            found.lacking.append((text, number))
        else:
            found.ignored += 1
    return found


def _code(names: dict[str, int], below: Parts) -> int:
    return names.setdefault("/".join(below), len(names)) if below else CLASSLESS


def _below_root(folder: Path, root: Path, *, alone: bool) -> Parts:
    """The folder by its path below the root; where there are several roots, those themselves are classes, too."""
    top = folders.parted(root)
    return folders.parted(folder)[len(top) :] or (() if alone else top[-1:])


def _check(found: _Found, base: Path) -> None:
    if (found.codes == OUTSIDE).all():
        raise notices.none_held(base)
    if not found.names:
        sentence = tr("{0} holds no folders with pictures, one for each class: choose the folder above the classes.")
        raise EvaluationError(sentence.format(base))


def _of_files(looked: Sequence[_Found]) -> list[str]:
    told = []
    if ignored := sum(found.ignored for found in looked):
        told.append(tr("Ignored, since not pictures: %Ln file(s).", "", ignored))
    if unreadable := sum(found.unreadable for found in looked):
        told.append(tr("Not looked into, since unreadable: %Ln folder(s).", "", unreadable))
    return told


def _with_notices(truth: GroundTruth, told: Iterable[str]) -> GroundTruth:
    return replace(truth, notices=(*truth.notices, *told))
