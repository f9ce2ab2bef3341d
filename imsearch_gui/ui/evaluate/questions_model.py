"""The questions of one way, the worst first, as a flat list with named roles. Small pictures are found again by image id."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from heapq import nlargest
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

from imsearch_gui.domain.evaluation import Came, EvaluationReport, Judgement, Question, Shown
from imsearch_gui.domain.evaluation_words import number_words
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.reasons import retold
from imsearch_gui.domain.wording import count
from imsearch_gui.ui.evaluate.words import came_words, listed

Index = QModelIndex | QPersistentModelIndex
LONGEST = 16
"""Names that are measured: of thousands, that would take longer than painting them."""


@dataclass(frozen=True, slots=True)
class Row:
    """One question and what it brought in one way."""

    place: int
    """In the ground truth."""
    question: Question
    came: tuple[Came, ...]
    missed: tuple[Came, ...]
    """The best of the right images that are not among `came`."""
    precision: float
    """Average precision; nan where nothing is right."""
    first: int | None
    """Rank of the first right image; None where none came."""
    junk_out: bool
    """Whether `first` leaves junk out: the ranks of `came` are those of another protocol."""
    judgements: Sequence[Judgement]
    """Of all questions; each is made when it is asked for, which is not for a row that nobody sees."""
    reason: str
    """Why it could not be asked; empty where it could."""

    @property
    def picture(self) -> int:
        """The image id under which its small picture is asked for; one of its own where the library has it not."""
        return self.question.image_id if self.question.image_id is not None else -1 - self.place

    @property
    def pictures(self) -> list[tuple[int, Path]]:
        """Everything that is shown of it: image id and path."""
        return [
            (self.picture, self.question.example.path),
            *((one.image_id, one.path) for one in (*self.came, *self.missed)),
        ]


class Role(IntEnum):
    """What a view may ask of a row, beside the text for screen readers."""

    ROW = Qt.ItemDataRole.UserRole + 1


def rows_of(report: EvaluationReport, way: int, protocol: int) -> list[Row]:
    """Its questions that have something right, the worst first; what could not be asked is worst of all."""
    of = report.ways[way]
    precision = of.protocols[protocol].columns["ap"].tolist()
    first = of.protocols[protocol].columns["first"].tolist()

    def first_of(shown: Shown) -> int | None:
        rank = first[shown.question]
        # What is shown is judged by the first protocol; under it the rank is the one that stands beside the picture.
        return shown.first_right if not protocol else round(rank) if math.isfinite(rank) else None

    judgements = report.truth.protocols[protocol].judgements
    rows = [
        Row(
            shown.question,
            report.truth.questions[shown.question],
            shown.first,
            shown.missed,
            precision[shown.question],
            first_of(shown),
            protocol > 0,
            judgements,
            retold(of.unanswered.get(shown.question, "")),
        )
        for shown in of.shown
    ]
    asked = [row for row in rows if not math.isnan(row.precision)]
    return sorted(asked, key=lambda row: (not row.reason, row.precision))


def best_group(row: Row, groups: Mapping[int, str]) -> str:
    """The class of its best match; empty where nothing came, or what came has no class."""
    best = next((one for one in row.came if not one.junk), None)
    return groups.get(best.image_id, "") if best is not None else ""


@dataclass(frozen=True, slots=True)
class Longest:
    """What the longest rows of a list need room for."""

    came: int = 0
    missed: int = 0
    names: tuple[str, ...] = ()
    """Those with the most letters: the widest one is among them."""


class QuestionsModel(QAbstractListModel):
    """All of them, or those that took one class for another."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._shown: list[Row] = []
        self._groups: Mapping[int, str] = {}
        self._pair: tuple[str, str] | None = None
        self.longest = Longest()
        """Of all questions of the way, so that narrowing the list moves nothing."""
        self.thumbnails: dict[int, QImage] = {}
        """Image id -> small picture."""
        self.problems: dict[int, str] = {}

    @property
    def pair(self) -> tuple[str, str] | None:
        """The classes that are shown: the one asked for, and the one that came."""
        return self._pair

    def show_rows(self, rows: Sequence[Row], groups: Mapping[int, str]) -> None:
        """Questions of another way; `groups` are the classes of images by id."""
        self.beginResetModel()
        self._rows, self._groups = list(rows), groups
        self.longest = Longest(
            max((len(row.came) for row in rows), default=0),
            max((len(row.missed) for row in rows), default=0),
            tuple(nlargest(LONGEST, (row.question.name for row in rows), key=len)),
        )
        self._choose()
        self.endResetModel()

    def show_pair(self, pair: tuple[str, str] | None) -> None:
        """Only questions of one class whose best match is of another; None for all."""
        if pair != self._pair:
            self.beginResetModel()
            self._pair = pair
            self._choose()
            self.endResetModel()

    def _choose(self) -> None:
        pair = self._pair
        self._shown = [
            row for row in self._rows if pair is None or (row.question.group, best_group(row, self._groups)) == pair
        ]

    def forget_thumbnails(self) -> None:
        """What was loaded does not fit any more."""
        self.thumbnails.clear()
        self.problems.clear()

    def row_at(self, place: int) -> Row:
        return self._shown[place]

    # -- Qt ---------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if role == Role.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(row)
        return None


def facts(row: Row) -> list[str]:
    """What stands beside its picture, a line each."""
    if row.reason:
        return [row.reason]
    lines = [tr("AP {0}").format(number_words(row.precision))]
    judgement = row.judgements[row.place]
    if row.first is None:
        lines.append(tr("Nothing right came"))
    elif row.junk_out and len(judgement.junk):
        lines.append(tr("First right one at rank {0} (junk left out)").format(count(row.first)))
    else:
        lines.append(tr("First right one at rank {0}").format(count(row.first)))
    lines.append(tr("%Ln right image(s)", "", judgement.total))
    if judgement.absent:
        lines[-1] = tr("{0}, {1} of them not in the library").format(lines[-1], count(judgement.absent))
    return lines


def spoken(row: Row) -> str:
    """All of a row, for those who do not see it."""
    parts = [row.question.name, row.question.group, *facts(row)]
    parts += [tr("came: {0}").format(", ".join(map(came_words, row.came)))] if row.came else []
    parts += [tr("should have come: {0}").format(", ".join(map(came_words, row.missed)))] if row.missed else []
    return listed([part for part in parts if part])
