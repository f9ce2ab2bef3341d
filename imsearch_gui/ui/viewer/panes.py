"""A match alone, or beside what it is compared with; both go together where they are locked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from imsearch_gui.bridge.viewing import Sight, Viewing, Wish
from imsearch_gui.ui.viewer import geometry
from imsearch_gui.ui.viewer.pane import Pane


class Panes(QWidget):
    """Holds the pane of the match and the other one, and keeps them aligned."""

    moved = Signal()
    """The user has zoomed or dragged."""
    wanted = Signal()
    """`wishes` may have changed."""

    def __init__(self, viewing: Viewing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane, self.other = Pane(viewing, self), Pane(viewing, self)
        self.comparing, self.locked, self.swapped = False, True, False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(1)
        for pane in (self.pane, self.other):
            pane.wanted.connect(self.wanted)
            pane.canvas.view_changed.connect(lambda pane=pane: self._moved(pane))
        self.arrange()

    @property
    def sides(self) -> tuple[Pane, Pane]:
        """What is left and what is right."""
        return (self.pane, self.other) if self.swapped else (self.other, self.pane)

    @property
    def looked_at(self) -> Pane:
        """The pane that keys zoom: the one with the keyboard."""
        return self.other if self.comparing and self.other.canvas.hasFocus() else self.pane

    @property
    def wishes(self) -> list[Wish]:
        """What is wanted for both: first the whole pictures, then every pixel where one looks so closely."""
        shown = [self.pane.wishes, self.other.wishes if self.comparing else []]
        return [wish for each in shown for wish in each[:1]] + [wish for each in shown for wish in each[1:]]

    def arrange(self) -> None:
        """Put both in their places, or the match alone."""
        for place, pane in enumerate(self.sides):
            self._row.removeWidget(pane)
            self._row.insertWidget(place, pane, 1)
            pane.caption.setVisible(self.comparing)
            pane.canvas.ringed = self.comparing
        self.other.setVisible(self.comparing)

    def swap(self) -> None:
        """The other one left instead of right."""
        self.swapped = not self.swapped
        self.arrange()

    def align(self, *, leader: Pane | None = None) -> None:
        """Show the same part of both pictures where they are compared and locked; the match leads unless told otherwise."""
        leader = leader or self.pane
        follower = self.pane if leader is self.other else self.other
        if not (self.comparing and self.locked) or leader.subject is None or follower.subject is None:
            return
        one, two = leader.canvas, follower.canvas
        view = geometry.counterpart(
            one.view, room=one.room, picture=one.picture, other_room=two.room, other_picture=two.picture
        )
        two.set_view(view)

    def set_offline(self, roots: Sequence[Path]) -> None:
        """Images below these folders are not there just now."""
        self.pane.set_offline(roots)
        self.other.set_offline(roots)

    def take(self, wish: Wish, sight: Sight) -> None:
        """Something was read."""
        self.pane.take(wish, sight)
        self.other.take(wish, sight)

    def fail(self, wish: Wish, reason: str) -> None:
        """Something could not be read."""
        self.pane.fail(wish, reason)
        self.other.fail(wish, reason)

    def _moved(self, leader: Pane) -> None:
        self.align(leader=leader)
        self.moved.emit()
