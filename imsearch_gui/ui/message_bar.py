"""Quiet sentences under the top bar: a problem until it is closed or mended, a remark for as long as it takes to read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from imsearch_gui.bridge.reasons import reason_of
from imsearch_gui.domain.language import tr
from imsearch_gui.ui.message_row import Action, MessageRow
from imsearch_gui.ui.tab_order import has_focus_inside
from imsearch_gui.ui.theme import SPACE, quiet

MOST = 3
"""Messages shown at once, one under the other; more would push the pictures away, so those wait."""


class MessageBar(QWidget):
    """Hidden while there is nothing to say. Nothing that is said hides what was said before."""

    log_wanted = Signal()
    """Somebody wants to read more than a message says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Messages"))
        self._rows: list[MessageRow] = []
        self._said: list[MessageRow] = []
        """The same rows, the one that was said last at the end."""
        self._more = quiet(QLabel(self))
        self._more.setContentsMargins(5 * SPACE + SPACE // 2, 0, SPACE, SPACE // 2)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._more)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that was said last of those that are there still."""
        return self._said[-1].sentence if self._said else ""

    @property
    def rows(self) -> tuple[MessageRow, ...]:
        """Those that are there, as they stand: what can be acted on first, then the oldest; the first few are seen."""
        return tuple(self._rows)

    def say(
        self,
        sentence: str,
        *,
        problem: bool = False,
        action: Action | None = None,
        seconds: float | None = None,
        topic: str = "",
    ) -> None:
        """Show a sentence; a problem in its own colour, and with a sign for those who do not see it.

        `action` is what a button beside it says and does; the message goes when it is pressed. `seconds` is how long the message
        stays: unless it is given, a problem stays until it is closed and a remark for as long as it takes to read. `topic` names
        what a problem is about, for `mended`. What is said again is counted; an action is not, since each is for its own case.
        """
        same = next((row for row in self._rows if (row.sentence, row.problem) == (sentence, problem)), None)
        if same is not None and action is None:
            same.repeat()
            self._said.remove(same)
            self._said.append(same)
        else:
            reason = reason_of(sentence) if problem else ""
            self._add(
                MessageRow(sentence, self, problem=problem, action=action, seconds=seconds, reason=reason, topic=topic)
            )
        self._announce(sentence, problem)

    def mended(self, topic: str) -> None:
        """What was tried since has worked, so a problem of this topic from before is none any more."""
        for row in [row for row in self._rows if row.problem and row.topic == topic]:
            self._remove(row)

    def clear(self) -> None:
        """Nothing that was said matters any more."""
        for row in self.rows:
            self._remove(row)

    def focus_first(self) -> bool:
        """Bring the keyboard here; False where there is nothing to go to."""
        if not self._rows:
            return False
        self._rows[0].focus_first()
        return True

    def _add(self, row: MessageRow) -> None:
        row.hide()
        row.done.connect(lambda: self._remove(row))
        row.log_wanted.connect(self.log_wanted)
        # An offer to undo something passes; it must not wait behind others until it is over.
        place = sum(other.acts for other in self._rows) if row.acts else len(self._rows)
        self._rows.insert(place, row)
        self._said.append(row)
        self._layout.insertWidget(place, row)
        self._show()

    def _remove(self, row: MessageRow) -> None:
        if row not in self._rows:
            return
        place, had_focus = self._rows.index(row), has_focus_inside(row)
        self._rows.remove(row)
        self._said.remove(row)
        row.hide()
        row.deleteLater()
        self._show()
        if had_focus and self._rows:
            # Whoever closes one after the other with the keyboard goes on with the next.
            self._rows[min(place, len(self._rows) - 1)].focus_first()

    def _show(self) -> None:
        for place, row in enumerate(self._rows):
            if place < MOST:
                row.begin()
            else:
                row.hide()
        waiting = len(self._rows) - MOST
        self._more.setText(tr("%Ln message(s) waiting", "", waiting))
        self._more.setVisible(waiting > 0)
        self.setVisible(bool(self._rows))

    def _announce(self, sentence: str, problem: bool) -> None:
        """Tell those who listen to the screen, at once where something went wrong."""
        event = QAccessibleAnnouncementEvent(self, sentence)
        if problem:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
