"""The line above the grid: how many, out of how many, how it was answered and how long each stage took."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.records import SearchResult, Strategy
from imsearch_gui.domain.wording import count, milliseconds, picture_count
from imsearch_gui.ui.plain import plain
from imsearch_gui.ui.plain import tip as as_tip
from imsearch_gui.ui.theme import HEADER, SPACE, quiet

SLOW_MS = 120
LINE = 2


class StatusLine(QWidget):
    """Text, and a thin moving line while a search runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = plain(QLabel(self))
        self._count.setMinimumHeight(HEADER)
        self._count.setAccessibleName(self.tr("Number of matches"))
        self._how = quiet(QLabel(self))
        self._how.setAccessibleName(self.tr("How the search was done"))
        self._how.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._busy = QProgressBar(self)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedHeight(LINE)
        self._busy.setStyleSheet(
            f"QProgressBar {{ min-height: {LINE}px; max-height: {LINE}px; border-radius: 0; background: transparent; }}"
        )
        line = QHBoxLayout(self)
        line.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 0)
        line.setSpacing(2 * SPACE)
        line.addWidget(self._count)
        line.addWidget(self._how, 1)
        self._line = line
        self._matches = 0
        self._size = 0
        self._ways: tuple[str, ...] = ()
        self._controls: QWidget | None = None
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._busy.show)
        self.show_library(0)
        self.set_searching(False)

    def add_controls(self, controls: QWidget) -> None:
        """What stands at the right end."""
        self._controls = controls
        self._line.addWidget(controls)

    def set_searching(self, searching: bool) -> None:
        """Most searches are done before the moving line would be seen; it comes for the others only."""
        if not searching:
            self._slow.stop()
            self._busy.hide()
        elif self._busy.isHidden() and not self._slow.isActive():
            self._slow.start()

    def show_library(self, images: int) -> None:
        """No query: say what there is."""
        self._count.setText(picture_count(images) if images else "")
        self._ways = ()
        self._how.setToolTip("")
        self._show_how()

    def show_result(self, result: SearchResult) -> None:
        timings = result.timings
        self._matches, self._size = len(result.matches), result.library_size
        self.show_strong(None)
        how = self.tr("exact, {0}") if result.how is Strategy.EXACT else self.tr("graph, {0}")
        stages = []
        if timings.decode >= 0.05:
            stages.append(self.tr("decode {0}").format(milliseconds(timings.decode)))
        if timings.encode >= 0.05:
            elsewhere = result.provider not in ("", "CPU")
            model = self.tr("model {0} on {1}") if elsewhere else self.tr("model {0}")
            stages.append(model.format(milliseconds(timings.encode), result.provider))
        if timings.refine >= 0.05:
            stages.append(self.tr("refine {0}").format(milliseconds(timings.refine)))
        before = f" ({', '.join(stages)})" if stages else ""
        short = how.format(milliseconds(timings.search))
        self._ways = (short + before, short)
        tip = self.tr("{0}; {1} in all").format(short + before, milliseconds(timings.total))
        if result.provider:
            tip += "\n" + self.tr("The model runs on: {0}").format(result.provider)
        self._how.setToolTip(as_tip(tip))
        self._show_how()

    def show_strong(self, strong: int | None) -> None:
        """How many of the matches are strong; None where nobody asks."""
        shown = count(self._matches)
        if strong is None:
            text = tr("{0} of %Ln picture(s)", "", self._size).format(shown)
        else:
            text = self.tr("{0} strong of {1} shown").format(count(strong), shown)
        self._count.setText(text)
        self._show_how()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In no layout: the pictures below stand level with the query's, whether the line is there or not.
        self._busy.setGeometry(0, self.height() - LINE, self.width(), LINE)
        self._show_how()

    def _show_how(self) -> None:
        """As much as there is room for."""
        taken = 0 if self._controls is None else self._controls.sizeHint().width() + 2 * SPACE
        room = self.width() - self._count.sizeHint().width() - taken - 6 * SPACE
        width = self._how.fontMetrics().horizontalAdvance
        self._how.setText(next((words for words in self._ways if width(words) <= room), ""))
