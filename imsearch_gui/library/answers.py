"""From slots and scores to the images of an answer.

A small answer without filters asks the catalog for its few rows. Filters, bursts and large answers work on the columns of the
whole library (`image_table`), which are read when they are first needed.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.bursts import best_of_each, bursts
from imsearch_gui.domain.filters import Apart, Filters
from imsearch_gui.domain.image_columns import ImageColumns
from imsearch_gui.domain.matches import Matches
from imsearch_gui.domain.metrics import Scores
from imsearch_gui.library.connection import sentences
from imsearch_gui.library.image_table import AT_ONCE, COLUMNS, KINDS, ImageTable, KeptTable, TableMaker
from imsearch_gui.library.library import Library
from imsearch_gui.library.marks import marks_of
from imsearch_gui.library.passing import Only, Passing, passing
from imsearch_gui.library.rows import check_rising

Slots = npt.NDArray[np.int64]
Whole = npt.NDArray[np.int64]

FEW = 5_000
"""Slots whose images are asked of the catalog one by one; for more, all images are read (which stays, for the next answer)."""


@dataclass(frozen=True, slots=True, eq=False)
class _Slots:
    """Where the vectors of one model are, and what that is true of."""

    table: ImageTable
    file: str
    rows: int
    of: Whole


@dataclass(frozen=True, slots=True, eq=False)
class _Narrowed:
    """What passes and is one of some images, and what that is true of; the very objects, since they are never changed."""

    slots_of: Whole
    among: Passing | None
    ids: Whole | None
    passing: Passing


class Answers:
    """What answers are made from, kept between queries; for one library and one thread."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._kept = KeptTable(library)
        self._slots: dict[str, _Slots] = {}
        self._passing: tuple[tuple[str, Filters, frozenset[Path], int], Passing] | None = None
        self._narrowed: _Narrowed | None = None
        self._bursts: tuple[ImageColumns, npt.NDArray[np.int32]] | None = None
        self._marked: ImageColumns | None = None

    def clear(self) -> None:
        """Let go of everything that is kept."""
        self._kept = KeptTable(self._library)
        self._slots.clear()
        self._passing = self._narrowed = self._bursts = self._marked = None

    def refresh(self) -> None:
        """Something was committed; what is kept is looked at again when it is needed."""
        self._kept.refresh()
        self._passing = self._marked = None

    def passing(self, model_id: str, rows: int, filters: Filters, asked_in: Collection[Path]) -> Passing:
        """The images that pass; `rows` are the slots of the model, `asked_in` the folders of the files that are asked with."""
        if filters.apart is Apart.ONE_A_BURST:
            filters = replace(filters, apart=Apart.ANY)
        key = (model_id, filters, frozenset(asked_in), rows)
        if self._passing is None or self._passing[0] != key:
            table = self._kept.table()
            self._passing = (
                key,
                passing(self._library, table, self._slot_of(model_id), rows, filters, asked_in),
            )
        return self._passing[1]

    def narrowed(self, model_id: str, rows: int, among: Passing | None, only: Only) -> Passing:
        """Of what passes (of everything, where `among` is None) those images that alone may match."""
        of = self._slot_of(model_id)
        kept = self._narrowed
        if kept is None or kept.slots_of is not of or kept.among is not among or kept.ids is not only.ids:
            images = (of >= 0) & (of < rows) if among is None else among.images
            if only.ids is not None:
                images = images & np.isin(self._kept.table().columns.ids, only.ids)
            kept = self._narrowed = _Narrowed(of, among, only.ids, Passing.of(images, of, rows))
        if only.without is None:
            return kept.passing
        return _without(kept.passing, of, int(self._kept.table().columns.places(np.array([only.without]))[0]))

    def matches(
        self, model_id: str, slots: Slots, scores: Scores, most: int, *, among: Passing | None, one_a_burst: bool
    ) -> Matches:
        """The first `most` images at `slots` [n], best first, with `scores` [n]; copies share a slot and a score."""
        few = len(slots) <= FEW
        found = self._few(model_id, slots) if few else self._many(model_id, slots)
        images, places, ranks = found
        if among is not None and few:
            # A copy shares the slot of its twin, and may not pass although the twin does.
            stay = among.images[self._kept.table().columns.places(images.ids[places])]
            places, ranks = places[stay], ranks[stay]
        elif among is not None:
            stay = among.images[places]
            places, ranks = places[stay], ranks[stay]
        if one_a_burst:
            stay_at = best_of_each(self._burst_of()[self._kept.table().columns.places(images.ids[places])])
            places, ranks = places[stay_at], ranks[stay_at]
        return Matches(self._with_marks(images, places[:most]), places[:most], scores[ranks[:most]])

    # -- images at slots --------------------------------------------------------------------------------------------

    def _few(self, model_id: str, slots: Slots) -> tuple[ImageColumns, Whole, Whole]:
        """(images, where among them they stand in the order of the slots, which slot of `slots` each has)"""
        rows = self._library.rows(
            f"SELECT {COLUMNS}, vector.slot FROM vector JOIN image ON image.content_id = vector.content_id"
            " JOIN content ON content.id = image.content_id JOIN model ON model.id = vector.model_id"
            " WHERE model.name = ? AND vector.slot IN (SELECT value FROM json_each(?)) ORDER BY image.id",
            model_id,
            json.dumps(slots.tolist()),
            kinds=KINDS + "i",
        )
        maker = TableMaker.of(self._library)
        maker.add([row[:-1] for row in rows])
        at = np.array([row[-1] for row in rows], np.int64)
        # Every row has one of the slots, so that no table of all slots is needed.
        sorting = np.argsort(slots)
        ranks = sorting[np.searchsorted(slots, at, sorter=sorting)] if len(at) else at
        order = np.argsort(ranks, kind="stable")
        return maker.table().columns, order, ranks[order]

    def _many(self, model_id: str, slots: Slots) -> tuple[ImageColumns, Whole, Whole]:
        return self._kept.table().columns, *_in_order(self._slot_of(model_id), slots)

    def _slot_of(self, model_id: str) -> Whole:
        """int64 [images of the table]: the slot of each, -1 where it has no vector of the model."""
        table = self._kept.table()
        ((model, file),) = self._library.rows("SELECT id, file FROM model WHERE name = ?", model_id)
        kept, rows = self._slots.get(model_id), self._library.vectors(model_id).rows
        if kept is None or kept.table is not table or (kept.file, kept.rows) != (file, rows):
            kept = _Slots(table, file, rows, _slots_of(self._library, table, model))
            self._slots[model_id] = kept
        return kept.of

    def _burst_of(self) -> npt.NDArray[np.int32]:
        """[images of the table]: the number of the burst of each."""
        columns = self._kept.table().columns
        if self._bursts is None or self._bursts[0] is not columns:
            self._bursts = (columns, bursts(columns.folder_of, columns.dates()))
        return self._bursts[1]

    # -- marks ------------------------------------------------------------------------------------------------------

    def _with_marks(self, images: ImageColumns, places: Whole) -> ImageColumns:
        """The same with what was noted of those at `places`."""
        if len(places) > FEW:
            if self._marked is None or self._marked.ids is not images.ids:
                self._marked = replace(images, marks=marks_of(self._library.rows))
            return self._marked
        marks = marks_of(self._library.rows, images.ids[places].tolist())
        return replace(images, marks=marks) if marks else images


def _without(passing: Passing, slot_of: Whole, place: int) -> Passing:
    """Without the image at a place; a slot that it shares with a copy stays."""
    if place < 0 or not passing.images[place]:
        return passing
    images, slots = passing.images.copy(), passing.slots.copy()
    images[place] = False
    slots[slot_of[place]] = bool(images[slot_of == slot_of[place]].any())
    return Passing(images, slots)


def _slots_of(library: Library, table: ImageTable, model: int) -> Whole:
    # By place among the contents, not by their numbers, which may be as large as they like.
    numbers, place_of = np.unique(table.contents, return_inverse=True)
    of = np.full(len(numbers) + 1, -1, np.int64)
    last = -1
    while rows := library.rows(
        f"SELECT slot, content_id FROM vector WHERE model_id = ? AND slot > ? ORDER BY slot LIMIT {AT_ONCE}",
        model,
        last,
        kinds="ii",
    ):
        with sentences(library.folder):
            check_rising([row[0] for row in rows], last)
        slots, contents = (np.array(values, np.int64) for values in zip(*rows, strict=True))
        places = np.searchsorted(numbers, contents)
        known = numbers[np.minimum(places, len(numbers) - 1)] == contents if len(numbers) else np.zeros(0, np.int64)
        of[places[known]] = slots[known]
        last = int(slots[-1])
    return of[place_of]


def _in_order(slot_of: Whole, slots: Slots) -> tuple[Whole, Whole]:
    """Images, given by the slot of each [m], in the order of `slots` [n]: their places, and for each its place in `slots`."""
    rank_of = np.full(int(max(slot_of.max(initial=0), slots.max(initial=0))) + 2, -1, np.int64)
    rank_of[slots] = np.arange(len(slots))
    # The last one stands for images without a slot.
    ranks = rank_of[slot_of]
    found = np.flatnonzero(ranks >= 0)
    order = found[np.argsort(ranks[found], kind="stable")]
    return order, ranks[order]
