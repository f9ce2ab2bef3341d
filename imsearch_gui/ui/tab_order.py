"""Tab goes through a window as it reads, whenever its parts were made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLayout, QMainWindow, QScrollArea, QSplitter, QWidget


def chain_tabs(root: QWidget) -> None:
    """Put what takes the keyboard in the order in which the layouts of `root` hold it."""
    for before, after in pairwise(stops(root)):
        QWidget.setTabOrder(before, after)


def step(root: QWidget, *, forward: bool, among: Iterable[QWidget] | None = None) -> bool:
    """Bring the keyboard to the next of what `root` shows, as it reads at this moment; False where there is nothing.

    For windows whose parts come and go: the order of Qt is that in which they were made. `among` says what there is where the
    layouts do not.
    """
    there = [stop for stop in (stops(root) if among is None else among) if stop.isVisible() and stop.isEnabled()]
    focus: QWidget | None = root.focusWidget()
    if not there:
        return False
    # An editor in a view belongs to the view.
    inside = (place for place, stop in enumerate(there) if focus is not None and stop.isAncestorOf(focus))
    here = there.index(focus) if focus in there else next(inside, None)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    start = here if here is not None else -1 if forward else 0
    there[(start + (1 if forward else -1)) % len(there)].setFocus(reason)
    return True


class OrderedDialog(QDialog):
    """A dialog through which Tab goes as it reads, however its parts come and go."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        return step(self, forward=forward)


def has_focus_inside(widget: QWidget) -> bool:
    """Whether the keyboard is at a part of `widget`, also while another window is in front."""
    focus: QWidget | None = widget.window().focusWidget()
    return focus is not None and (widget is focus or widget.isAncestorOf(focus))


def stops(widget: QWidget | None) -> Iterator[QWidget]:
    """What takes the keyboard in `widget`, itself included, in the order in which its layouts hold it."""
    if widget is None:
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    layout = widget.layout()
    if isinstance(widget, QMainWindow):
        yield from stops(widget.centralWidget())
    elif isinstance(widget, QSplitter):
        for place in range(widget.count()):
            yield from stops(widget.widget(place))
    elif layout is not None:
        yield from _stops_of(layout)
    elif isinstance(widget, QScrollArea):
        yield from stops(widget.widget())


def _stops_of(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from stops(widget)
        elif (inner := item.layout()) is not None:
            yield from _stops_of(inner)
