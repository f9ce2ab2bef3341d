"""Numbered pictures of which four after each other show one object (Nister and Stewenius 2006): 0 to 3, 4 to 7, and so on.

All of them ask, and each is left out of its own answer; the N-S score counts it as found (`measures.ns_score`).
"""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import numpy as np

from imsearch_gui.domain.errors import EvaluationError, FolderError
from imsearch_gui.domain.evaluation import GroundTruth, Protocol, Question, TruthForm
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.records import FileExample
from imsearch_gui.imaging.scanner import looks_like_picture
from imsearch_gui.searching.evaluation import notices
from imsearch_gui.searching.evaluation.kin import Groups, leave_one_out
from imsearch_gui.searching.evaluation.pictures import WHOLE, Pictures

SIZE = 4
"""Pictures of an object."""
FULL = "full"
"""The folder of the published set that holds the pictures themselves, beside their thumbnails."""
_NUMBERED = re.compile(r"(.*?)(\d{1,9})\.[^.]+", re.DOTALL)
_UKBENCH = re.compile(r"ukbench\d{1,9}\.[^.]+", re.IGNORECASE)


def is_there(source: Path) -> bool:
    """Whether a folder holds pictures that are called as those of UKBench. Raises FolderError."""
    return any(_UKBENCH.fullmatch(name) for name in _names(folder_of(source)))


def read(pictures: Pictures, source: Path) -> GroundTruth:
    """`source` is `folder_of` what was chosen. Raises EvaluationError, FolderError."""
    numbered, others = _numbered(_names(source))
    if not numbered:
        sentence = tr("{0} holds no numbered pictures, such as ukbench00000.jpg: choose the folder that does.")
        raise EvaluationError(sentence.format(source))
    named = pictures.find(numbered, WHOLE)
    if not named.place_of:
        raise notices.none_held(source)
    numbers = sorted({numbered[name] // SIZE for name in numbered})
    code_of = {number: code for code, number in enumerate(numbers)}
    held = {place: code_of[numbered[name] // SIZE] for name, place in named.place_of.items()}
    places = np.array(sorted(held), np.int64)
    codes = np.array([held[place] for place in places.tolist()], np.int64)
    lacking = [name for name in numbered if name not in named.place_of]
    absent = Counter(code_of[numbered[name] // SIZE] for name in lacking)
    first: dict[int, str] = {}
    for name in sorted(numbered, key=lambda name: numbered[name]):
        first.setdefault(numbered[name] // SIZE, name.rpartition(".")[0])
    names = [first[number] for number in numbers]
    ids = pictures.columns.ids[places]
    groups = Groups.of(ids, codes, names, absent)

    def question(place: int, group: str) -> Question:
        path = pictures.path(place)
        return Question(path.stem, FileExample(path), group, int(pictures.columns.ids[place]))

    questions, judgements, alone = leave_one_out(groups, places, ids, codes, question)
    if not any(len(members) > 1 for members in groups.members):
        raise notices.nothing_to_ask(source)
    sizes = Counter(number // SIZE for number in numbered.values())
    told = _told(sum(size != SIZE for size in sizes.values()), len(others))
    return GroundTruth(
        form=TruthForm.UKBENCH,
        source=source,
        questions=questions,
        protocols=(Protocol("", judgements),),
        group_of=groups.group_of(),
        notices=(
            *told,
            *notices.absent(len(lacking)),
            *notices.not_asked(alone),
            *notices.copies(pictures.copies(places, codes)),
        ),
    )


def _told(incomplete: int, others: int) -> list[str]:
    told = []
    if incomplete:
        told.append(
            tr(
                "%Ln group(s) came without four pictures, so that the N-S score does not mean there what it should.",
                "",
                incomplete,
            )
        )
    if others:
        told.append(tr("Ignored, since not numbered as the others: %Ln file(s).", "", others))
    return told


def folder_of(source: Path) -> Path:
    """The folder that holds the pictures themselves. Raises FolderError."""
    inner = source / FULL
    return inner if inner.is_dir() and not any(_NUMBERED.fullmatch(name) for name in _names(source)) else source


def _names(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if entry.is_file() and not entry.name.startswith("."))
    except OSError as error:
        sentence = tr("The folder {0} cannot be read ({1}): is it there, and may you open it?")
        raise FolderError(sentence.format(folder, error.strerror)) from error


def _numbered(names: list[str]) -> tuple[dict[str, int], list[str]]:
    """Name -> number of the pictures that are called alike but for it; and the files that are not."""
    found = {name: parts for name in names if looks_like_picture(name) and (parts := _NUMBERED.fullmatch(name))}
    prefixes = Counter(parts[1] for parts in found.values())
    (prefix, _), *_ = prefixes.most_common(1) or [("", 0)]
    numbered = {name: int(parts[2]) for name, parts in found.items() if parts[1] == prefix}
    return numbered, [name for name in names if name not in numbered]
