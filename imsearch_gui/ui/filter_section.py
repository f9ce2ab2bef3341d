"""Which images may match: quiet while nothing is asked, and never forgotten while something is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from imsearch_gui.domain.facets import Facets
from imsearch_gui.domain.filters import EVERYTHING, Apart, Filters, Orientation
from imsearch_gui.domain.marks import BEST, COLOURS
from imsearch_gui.domain.wording import count, filter_count, picture_count
from imsearch_gui.ui.chips import Chip
from imsearch_gui.ui.filter_fields import DateChoice, SideChoice, combo
from imsearch_gui.ui.filter_words import apart_name, orientation_name, parts_of, rating_name
from imsearch_gui.ui.flow import Flow, emptied, flowing
from imsearch_gui.ui.fold import Fold
from imsearch_gui.ui.folder_tree import FolderTree
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.mark_colours import mark_colour, mark_colour_name
from imsearch_gui.ui.plain import tip
from imsearch_gui.ui.theme import OUTSET, SPACE, quiet

MOST_LABELS = 60
"""Chips; who has more labels than that finds the frequent ones here."""


class FilterSection(Fold):
    """Reports the filters that are wanted; shows those that it is given."""

    wanted = Signal(object)
    """Filters"""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Filters"), parent)
        self.filters = EVERYTHING
        self._facets = Facets()
        self.clear = QToolButton(self)
        self.clear.setIcon(icon("clear"))
        self.clear.setToolTip(self.tr("Clear all filters"))
        self.clear.setAccessibleName(self.tr("Clear all filters"))
        self.clear.clicked.connect(lambda: self.wanted.emit(EVERYTHING))
        self.beside.addWidget(self.clear)
        self._chips, self._chip_flow = flowing(self)
        self._chips.setContentsMargins(OUTSET, 0, 0, 0)
        self.body.insertWidget(1, self._chips)
        self._rows: dict[str, list[QWidget]] = {}
        self._layout = QVBoxLayout(self.inner)
        self._layout.setContentsMargins(0, 0, 0, SPACE)
        self._layout.setSpacing(SPACE // 2)
        self._build()
        self.show_facets(Facets())
        self.show_filters(EVERYTHING)

    def _build(self) -> None:
        self._counting = quiet(QLabel(self.tr("Counting…"), self.inner))
        self._layout.addWidget(self._counting)
        self.tree = FolderTree(self.inner)
        self.tree.chosen.connect(lambda folders: self._want(folders=folders))
        self._row("folders", self.tr("Folders"), self.tree)
        self.dates = DateChoice(self.inner)
        self.dates.chosen.connect(lambda first, last: self._want(taken_from=first, taken_to=last))
        self._row("dates", self.tr("Taken"), self.dates)
        self.orientations = {one: self._orientation(one) for one in Orientation}
        buttons = QWidget(self.inner)
        line = QHBoxLayout(buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE // 2)
        for button in self.orientations.values():
            line.addWidget(button)
        line.addStretch(1)
        self._row("orientations", self.tr("Orientation"), buttons)
        self.side = SideChoice(self.inner)
        self.side.chosen.connect(lambda side: self._want(shortest_side=side))
        self._row("side", self.tr("Shorter side"), self.side)
        self._flows: dict[str, Flow] = {}
        for field, name in (
            ("formats", self.tr("File type")),
            ("labels", self.tr("Labels")),
            ("colours", self.tr("Colour label")),
        ):
            holder, self._flows[field] = flowing(self.inner)
            self._row(field, name, holder)
        self.rating = combo(self.inner, self.tr("Rating"))
        self.rating.addItem(self.tr("Any rating"), 0)
        for rating in range(1, BEST + 1):
            self.rating.addItem(rating_name(rating), rating)
        self.rating.activated.connect(lambda: self._want(rating=int(self.rating.currentData())))
        self._row("rating", self.tr("Rating"), self.rating)
        self.apart = combo(self.inner, self.tr("Pictures that belong together"))
        for apart in Apart:
            self.apart.addItem(apart_name(apart), apart.value)
        self.apart.activated.connect(lambda: self._want(apart=Apart(self.apart.currentData())))
        self._row("apart", self.tr("Pictures that belong together"), self.apart)

    def _row(self, key: str, name: str, field: QWidget) -> None:
        label = quiet(QLabel(name, self.inner))
        label.setContentsMargins(0, SPACE // 2, 0, 0)
        self._layout.addWidget(label)
        self._layout.addWidget(field)
        self._rows[key] = [label, field]

    def _orientation(self, orientation: Orientation) -> QToolButton:
        button = QToolButton(self.inner)
        button.setCheckable(True)
        button.setIcon(icon(orientation.value))
        button.setIconSize(QSize(2 * SPACE, 2 * SPACE))
        button.setToolTip(orientation_name(orientation))
        button.setAccessibleName(orientation_name(orientation))
        button.clicked.connect(lambda: self._want(orientations=self._toggled(self.filters.orientations, orientation)))
        return button

    # -- what is shown ----------------------------------------------------------------------------------------------

    def show_facets(self, facets: Facets) -> None:
        """Show what there is to choose from; empty while it is being counted."""
        self._facets = facets
        self._counting.setVisible(not facets.images)
        self.tree.show_folders(facets.folders)
        self.dates.show_known(facets.first_day, facets.last_day)
        self._fill_chips()
        self._show_rows()

    def show_filters(self, filters: Filters) -> None:
        """Show what is asked; nothing is told."""
        before, self.filters = self.filters, filters
        self.tree.show_checked(filters.folders)
        self.dates.show_days(filters.taken_from, filters.taken_to)
        for orientation, button in self.orientations.items():
            button.setChecked(orientation in filters.orientations)
        self.side.show_side(filters.shortest_side)
        self.rating.setCurrentIndex(filters.rating)
        self.apart.setCurrentIndex(self.apart.findData(filters.apart.value))
        if before != filters:
            self._fill_chips()
        parts = parts_of(filters)
        self.say(filter_count(len(parts)) if parts else "")
        self.clear.setVisible(bool(parts))
        emptied(self._chip_flow)
        for part in parts:
            chip = Chip(part.text, self._chips, closes=True)
            chip.setToolTip(tip(part.about) or self.tr("Take this filter away"))
            chip.setAccessibleName(self.tr("Take away the filter {0}").format(part.text))
            chip.clicked.connect(lambda _=False, rest=part.without: self.wanted.emit(rest))
            self._chip_flow.addWidget(chip)
            chip.show()
        self._chips.setVisible(bool(parts))
        self._show_rows()

    def _show_rows(self) -> None:
        """What nobody can choose is not offered; what is chosen is always there to be taken away."""
        facets, filters = self._facets, self.filters
        there = {
            "folders": len(facets.folders) > 1,
            "formats": len(facets.formats) > 1 or bool(filters.formats),
            "labels": bool(facets.labels or filters.labels),
            "colours": bool(facets.colours or filters.colours),
            "rating": bool(facets.ratings or filters.rating),
        }
        for key, widgets in self._rows.items():
            for widget in widgets:
                widget.setVisible(there.get(key, True))

    def _fill_chips(self) -> None:
        """The values that the library has, and those that are asked for although it has them no more."""
        filters, facets = self.filters, self._facets
        frequent = sorted(facets.labels, key=lambda item: -item[1])[:MOST_LABELS]
        formats = _with(facets.formats, filters.formats)
        labels = _with([item for item in facets.labels if item in frequent], filters.labels)
        colours = dict(_with(facets.colours, filters.colours))
        self._fill("formats", [(name, name, number, None) for name, number in formats])
        self._fill("labels", [(name, name, number, None) for name, number in labels])
        self._fill(
            "colours",
            [
                (number, mark_colour_name(number), colours[number], mark_colour(number))
                for number in range(1, COLOURS + 1)
                if number in colours
            ],
        )

    def _fill(self, field: str, values: list[tuple[Any, str, int, QColor | None]]) -> None:
        flow, chosen = self._flows[field], getattr(self.filters, field)
        items = [flow.itemAt(place) for place in range(flow.count())]
        chips = [chip for item in items if item is not None and isinstance(chip := item.widget(), Chip)]
        same = [(chip.text(), chip.toolTip()) for chip in chips]
        words = [(text, picture_count(number)) for _, text, number, _ in values]
        if same != words:
            emptied(flow)
            chips = []
            for value, text, number, dot in values:
                chip = Chip(text, self.inner, dot=dot)
                chip.setToolTip(picture_count(number))
                chip.setAccessibleName(self.tr("{0}, {1} of them").format(text, count(number)))
                chip.clicked.connect(lambda _=False, value=value: self._turn(field, value))
                flow.addWidget(chip)
                chip.show()
                chips.append(chip)
        # A chip that was clicked stays, and keeps the keyboard.
        for chip, (value, *_) in zip(chips, values, strict=True):
            chip.setChecked(value in chosen)

    # -- what is wanted ---------------------------------------------------------------------------------------------

    def _turn(self, field: str, value: Any) -> None:
        self._want(**{field: self._toggled(getattr(self.filters, field), value)})

    def _toggled(self, values: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
        rest = tuple(other for other in values if other != value)
        return rest if len(rest) < len(values) else (*values, value)

    def _want(self, **changed: Any) -> None:
        filters = replace(self.filters, **changed)
        if filters != self.filters:
            self.wanted.emit(filters)


def _with(known: Iterable[tuple[Any, int]], chosen: Iterable[Any]) -> list[tuple[Any, int]]:
    """The known values with their counts, then what is chosen and not known."""
    there = list(known)
    names = {value for value, _ in there}
    return there + [(value, 0) for value in chosen if value not in names]
