"""The labels that were given in the library: what shares one with a picture is right. Colours and ratings say nothing here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.errors import EvaluationError
from imsearch_gui.domain.evaluation import GroundTruth, Ids, Judgement, Protocol, Question, TruthForm
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.records import FileExample
from imsearch_gui.library.library import Library
from imsearch_gui.library.marks import labelled
from imsearch_gui.searching.evaluation import notices
from imsearch_gui.searching.evaluation.kin import NOTHING, Groups, Made, leave_one_out
from imsearch_gui.searching.evaluation.pictures import Pictures

Codes = npt.NDArray[np.int64]


def read(library: Library, pictures: Pictures) -> GroundTruth:
    """Raises EvaluationError where there are none, or none that two images share."""
    ids, codes, names = _pairs(library, pictures)
    if not names:
        raise EvaluationError(tr("No picture of this library has a label: label some, or choose a ground truth."))
    groups = Groups.of(ids, codes, names, {})
    several = len(np.unique(ids)) < len(ids)
    questions, judgements, alone = (_of_several if several else _of_one)(pictures, groups, ids, codes)
    if not questions:
        raise EvaluationError(
            tr("No two pictures of this library share a label: label more, or choose a ground truth.")
        )
    told = [tr("What shares a label with a picture is right for it; each is left out of its own answer.")]
    told += notices.not_asked(alone)
    images = np.unique(ids)
    told += notices.copies(pictures.copies(pictures.columns.places(images), np.zeros(len(images), np.int64)))
    if unlabelled := len(pictures.columns) - len(images):
        told.append(tr("%Ln picture(s) without a label will count as wrong answers.", "", unlabelled))
    return GroundTruth(
        form=TruthForm.LABELS,
        source=None,
        questions=questions,
        protocols=(Protocol("", judgements),),
        group_of={} if several else groups.group_of(),
        notices=tuple(told),
    )


def _pairs(library: Library, pictures: Pictures) -> tuple[Ids, Codes, list[str]]:
    """Ids [n], rising, and the number of a label of each, once; and the labels. Of names that differ in case the first counts."""
    numbers: dict[str, int] = {}
    names: list[str] = []
    pairs = labelled(library.rows)
    codes = np.empty(len(pairs), np.int64)
    for row, (_, name) in enumerate(pairs):
        codes[row] = numbers.setdefault(name.casefold(), len(numbers))
        if len(names) < len(numbers):
            names.append(name)
    ids = np.fromiter((identity for identity, _ in pairs), np.int64, len(pairs))
    known = pictures.columns.places(ids) >= 0
    both = np.unique(np.stack([ids[known], codes[known]]), axis=1)
    return both[0], both[1], names


def _of_one(
    pictures: Pictures, groups: Groups, ids: Ids, codes: Codes
) -> tuple[Sequence[Question], Sequence[Judgement], int]:
    """Each image has one label at most."""
    places = pictures.columns.places(ids)
    return leave_one_out(groups, places, ids, codes, lambda place, group: _question(pictures, place, group))


def _of_several(
    pictures: Pictures, groups: Groups, ids: Ids, codes: Codes
) -> tuple[Sequence[Question], Sequence[Judgement], int]:
    """An image asks for all that share one of its labels."""
    images, starts = np.unique(ids, return_index=True)
    answerable = np.logical_or.reduceat(groups.answerable(others=True)[codes], starts)
    asked = np.flatnonzero(answerable)
    ends = np.append(starts[1:], len(ids))
    places = pictures.columns.places(images)

    def judgement(number: int) -> Judgement:
        image = asked[number]
        right = [groups.members[code] for code in codes[starts[image] : ends[image]]]
        return Judgement(np.setdiff1d(np.concatenate(right), images[image : image + 1]), NOTHING)

    return (
        Made(len(asked), lambda number: _question(pictures, int(places[asked[number]]), "")),
        Made(len(asked), judgement),
        len(images) - len(asked),
    )


def _question(pictures: Pictures, place: int, group: str) -> Question:
    path: Path = pictures.path(place)
    return Question(f"{path.parent.name}/{path.name}", FileExample(path), group, int(pictures.columns.ids[place]))
