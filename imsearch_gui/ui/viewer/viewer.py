"""The large view of the matches, over everything below the top bar: one at a time, or beside what it is compared with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget

from imsearch_gui.bridge.search_session import ShownExample
from imsearch_gui.bridge.viewing import Sight, Viewing, Wish
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import Match
from imsearch_gui.ui.results_model import Role
from imsearch_gui.ui.results_view import ResultsView
from imsearch_gui.ui.tab_order import step, stops
from imsearch_gui.ui.viewer import viewer_keys
from imsearch_gui.ui.viewer.bar import ViewerBar
from imsearch_gui.ui.viewer.geometry import FITTED
from imsearch_gui.ui.viewer.pane import Subject, subject_of
from imsearch_gui.ui.viewer.panes import Panes
from imsearch_gui.ui.viewer.sides import Sides, rows_of


class Viewer(QWidget):
    """Walks the results with the current row of their view, so that on closing one is where one looked."""

    similar_requested = Signal(object)
    """ImageRecord"""
    reveal_requested = Signal(object)
    """Path"""
    opened = Signal()
    closed = Signal()
    match_shown = Signal(object)
    """Match: what is looked at now, or again."""

    def __init__(self, results: ResultsView, viewing: Viewing, parent: QWidget) -> None:
        super().__init__(parent)
        self._results, self._viewing = results, viewing
        self._sides = Sides()
        self._match: Match | None = None
        self._metric = Metric.COSINE
        self._ahead = 1
        self._before: QWidget | None = None
        self.setAccessibleName(self.tr("Preview"))
        self.setAutoFillBackground(True)
        self.bar = ViewerBar(self)
        self.panes = Panes(viewing, self)
        self.pane, self.other = self.panes.pane, self.panes.other
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.panes, 1)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._follow)
        self._keys = viewer_keys.keys_of(self)
        self._connect()
        self.hide()

    def _connect(self) -> None:
        bar = self.bar
        bar.previous_wanted.connect(lambda: self.walk(-1))
        bar.next_wanted.connect(lambda: self.walk(1))
        bar.zoom_toggled.connect(lambda: self.pane.canvas.toggle())
        bar.compare_wanted.connect(self.set_comparing)
        bar.lock_wanted.connect(self.set_locked)
        bar.swap_wanted.connect(self.panes.swap)
        bar.example_wanted.connect(self.next_example)
        bar.outline_wanted.connect(self.pane.canvas.set_outlined)
        bar.similar_wanted.connect(self.find_similar)
        bar.reveal_wanted.connect(self.reveal)
        bar.close_wanted.connect(self.leave)
        self.panes.wanted.connect(self._wish)
        self.panes.moved.connect(self._tell_zoom)
        self._viewing.ready.connect(self._take)
        self._viewing.failed.connect(self.panes.fail)
        self._results.selectionModel().currentChanged.connect(lambda *_: self._later.start())
        # A new order keeps the current match, but only once it is complete.
        for signal in (self._results.results.modelReset, self._results.results.layoutChanged):
            signal.connect(self._later.start)

    # -- coming and going -------------------------------------------------------------------------------------------

    @property
    def match(self) -> Match | None:
        """What is looked at; None while the viewer is closed."""
        return self._match

    def look(self, *, comparing: bool = False) -> None:
        """Open at the current match."""
        if not self._results.currentIndex().isValid():
            return
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.show()
        self.raise_()
        self.panes.arrange()
        self.pane.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self._follow()
        self.set_comparing(comparing)
        self.opened.emit()

    def leave(self) -> None:
        """Close; nothing of the pictures stays in memory."""
        if self.isHidden():
            return
        self._match, self._sides.pinned = None, None
        self.panes.comparing = False
        before, self._before = self._before, None
        # The keyboard goes first: hiding what has it makes Qt look for the next part of what is being hidden.
        back = before if before is not None and before.isVisible() else self._results
        back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self._viewing.clear()
        self.closed.emit()

    def set_metric(self, metric: Metric) -> None:
        """What the scores are in."""
        self._metric = metric

    def show_examples(self, shown: Sequence[ShownExample], current: int) -> None:
        """What the query is made of now."""
        self._sides.show_examples(shown, current)
        if self.panes.comparing:
            self._show_other()

    # -- walking ----------------------------------------------------------------------------------------------------

    def walk(self, rows: int) -> None:
        """So many matches on, or back; at most to the first or the last."""
        self._ahead = 1 if rows > 0 else -1
        self.walk_to(self._results.currentIndex().row() + rows)

    def walk_to(self, row: int) -> None:
        """To a row of the results; one beyond the last counts as the last."""
        model = self._results.results
        self._results.setCurrentIndex(model.index(min(max(row, 0), model.rowCount() - 1)))
        self._follow()

    def _follow(self) -> None:
        """Show what is the current match of the results."""
        self._later.stop()
        if self.isHidden():
            return
        index = self._results.currentIndex()
        if not index.isValid():
            self.leave()
            return
        self._show_match(self._results.results.match_at(index.row()), index)

    def _show_match(self, match: Match, index: QModelIndex) -> None:
        another = self._match is None or self._match.image.id != match.image.id
        self._match = match
        if another:
            self.pane.canvas.set_view(FITTED)
        results = self._results.results
        verdict = results.verdict_of(match.image.id)
        self.pane.show_subject(subject_of(match, _thumbnail(index), verdict))
        self.bar.show_match(match, index.row(), results.rowCount(), self._metric, verdict, results.digits)
        self.pane.caption.setText(self.tr("Match {0}: {1}").format(match.rank, match.image.path.name))
        if another:
            self.panes.align(leader=self.other)
        self._wish()
        self.match_shown.emit(match)

    # -- comparing --------------------------------------------------------------------------------------------------

    def set_comparing(self, comparing: bool) -> None:
        """Beside the query, or the first two of several that are selected beside each other; or alone."""
        self._sides.pinned = None
        self.panes.comparing = comparing
        rows = rows_of(self._results.selectionModel().selection(), 2)
        if comparing and len(rows) == 2:
            first, second = (self._results.results.index(row) for row in rows)
            self._sides.pinned = subject_of(self._results.results.match_at(rows[0]), _thumbnail(first))
            selection = self._results.selectionModel()
            selection.setCurrentIndex(second, selection.SelectionFlag.NoUpdate)
            self._follow()
        self.panes.arrange()
        self._show_other()

    def set_locked(self, locked: bool) -> None:
        """Whether both are zoomed and moved together."""
        self.panes.locked = locked
        self._tell_sides()
        self.panes.align()

    def next_example(self) -> None:
        """Another example of the query beside the match."""
        if self.panes.comparing and self._sides.examples > 1:
            self._sides.turn()
            self._show_other()

    def _tell_sides(self) -> None:
        on, locked, sides = self.panes.comparing, self.panes.locked, self._sides
        self.bar.show_sides(comparing=on, locked=locked, examples=sides.examples, current=sides.chosen)

    def _show_other(self) -> None:
        subject: Subject | None = self._sides.subject if self.panes.comparing else None
        if subject is not None:
            self.other.show_subject(subject)
            self.other.caption.setText(self._sides.caption(subject.name))
            self.panes.align()
        else:
            self.other.show_words(*self._sides.words)
            self.other.caption.setText(self.tr("Query"))
        self._tell_sides()
        self._wish()

    def _tell_zoom(self) -> None:
        self.bar.show_zoom(self.pane.canvas.scale)

    # -- what is read -----------------------------------------------------------------------------------------------

    def _wish(self) -> None:
        """What is on the screen first, every pixel of it where one looks so closely, then those that may come next."""
        if self.isHidden() or self._match is None:
            return
        self.panes.align()
        self._tell_zoom()
        wishes = self.panes.wishes
        model, row = self._results.results, self._results.currentIndex().row()
        for near in (row + self._ahead, row - self._ahead):
            if 0 <= near < model.rowCount():
                wishes.append(self.pane.fitted_for(subject_of(model.match_at(near), QImage())))
        self._viewing.wish(wishes)

    def _take(self, wish: Wish, sight: Sight) -> None:
        self.panes.take(wish, sight)
        self._tell_zoom()

    # -- what is wanted ---------------------------------------------------------------------------------------------

    def find_similar(self) -> None:
        """Search for what is looked at."""
        if self._match is not None:
            image = self._match.image
            self.leave()
            self.similar_requested.emit(image)

    def reveal(self) -> None:
        """Show the file in the file manager."""
        if self._match is not None:
            self.reveal_requested.emit(self._match.image.path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.fit()

    def event(self, event: QEvent) -> bool:
        # Keys without a modifier that are shortcuts of the window stay with what is looked at.
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._work_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        work = self._work_of(event)
        if work is None:
            super().keyPressEvent(event)
        elif not (event.isAutoRepeat() and viewer_keys.closes(event)):
            work()

    def _work_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        focus = self.focusWidget()
        if isinstance(focus, QToolButton) and focus.hasFocus() and viewer_keys.presses(event):
            return focus.click
        return self._keys.get(viewer_keys.key_of(event))

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab stays among the parts of the viewer: what it covers cannot be seen.
        canvases = (side.canvas for side in self.panes.sides)
        return step(self, forward=forward, among=[*stops(self.bar), *canvases])


def _thumbnail(index: QModelIndex) -> QImage:
    """As far as it is there."""
    image = index.data(Role.THUMBNAIL)
    return image if isinstance(image, QImage) else QImage()
