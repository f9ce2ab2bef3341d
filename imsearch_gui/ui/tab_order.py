"""Tab goes through a window as it reads, whenever its parts were made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def chain_tabs(root: QWidget) -> None:
    """Put what takes the keyboard in the order in which the layouts of `root` hold it."""
    for before, after in pairwise(_stops(root)):
        QWidget.setTabOrder(before, after)


def has_focus_inside(widget: QWidget) -> bool:
    """Whether the keyboard is at a part of `widget`, also while another window is in front."""
    focus: QWidget | None = widget.window().focusWidget()
    return focus is not None and (widget is focus or widget.isAncestorOf(focus))


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _stops_of(layout)
    elif isinstance(widget, QScrollArea) and (inner := widget.widget()) is not None:
        yield from _stops(inner)


def _stops_of(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from _stops(widget)
        elif (inner := item.layout()) is not None:
            yield from _stops_of(inner)
