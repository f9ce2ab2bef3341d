"""F6 goes from one part of the window to the next, whatever is in it, and comes back to where one was there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from imsearch_gui.ui.tab_order import has_focus_inside, stops


@dataclass(frozen=True, slots=True)
class Pane:
    """A part of the window."""

    widget: QWidget
    enter: Callable[[], object] | None = None
    """Brings the keyboard in; without it, the first that takes it does."""


class Panes(QObject):
    """Those that are seen, in the order in which they are read."""

    def __init__(self, panes: Sequence[Pane], parent: QObject) -> None:
        super().__init__(parent)
        self._panes = tuple(panes)
        self._last: dict[int, QWidget] = {}

    def go(self, steps: int) -> None:
        """To the next (1) or the one before (-1); those that nothing can be done in are passed over."""
        here = next((place for place, pane in enumerate(self._panes) if has_focus_inside(pane.widget)), None)
        if here is not None and (focus := self._panes[here].widget.window().focusWidget()) is not None:
            self._last[here] = focus
        start = here if here is not None else -1 if steps > 0 else 0
        for far in range(1, len(self._panes) + 1):
            if self._enter((start + steps * far) % len(self._panes)):
                return

    def _enter(self, place: int) -> bool:
        pane = self._panes[place]
        if not pane.widget.isVisible():
            return False
        last = self._last.pop(place, None)
        if last is not None and pane.widget.isAncestorOf(last) and last.isVisible() and last.isEnabled():
            last.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        if pane.enter is not None:
            pane.enter()
            return True
        first = next((stop for stop in stops(pane.widget) if stop.isVisible() and stop.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return first is not None
