"""One row of what can be undone, the last deed first."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from imsearch_gui.domain.deeds import Deed

KEPT = 100


class Deeds(QObject):
    """Keeps how each deed is undone."""

    changed = Signal(object)
    """Deed | None: the one that would be undone now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: deque[tuple[Deed, Callable[[], None]]] = deque(maxlen=KEPT)

    @property
    def last(self) -> Deed | None:
        return self._done[-1][0] if self._done else None

    def add(self, deed: Deed, undo: Callable[[], None]) -> None:
        """It has been done, and `undo` takes it back."""
        self._done.append((deed, undo))
        self.changed.emit(deed)

    def undo(self, deed: Deed | None = None) -> bool:
        """Take back a deed, or the last one; False where it has been taken back already, or there is none."""
        for place in range(len(self._done) - 1, -1, -1):
            known, undo = self._done[place]
            if deed is None or known is deed:
                del self._done[place]
                self.changed.emit(self.last)
                undo()
                return True
        return False
