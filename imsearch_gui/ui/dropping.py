"""Drag and drop over the window: says where it will land, and reports what was let go where."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from imsearch_gui.bridge.intake import Kind, promises, read_mime
from imsearch_gui.bridge.search_session import Way
from imsearch_gui.ui.drop_overlay import DropOverlay


class Dropping(QObject):
    """Takes every drop on a window; over the query's panel, while there is a query, it joins that: what is looked
    for over the upper half, what is not over the lower one."""

    dropped = Signal(object, object)
    """Drop and Way"""

    def __init__(self, window: QWidget, query_panel: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._panel = query_panel
        self._kind = Kind.NOTHING
        self._own = False
        self.joins = False
        """Whether there is a query that a drop on its panel can join."""
        self.overlay = DropOverlay(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            # A drop is a move, too, and what is entered may be dropped: from the most special on.
            match event.type():
                case QEvent.Type.DragEnter if isinstance(event, QDragEnterEvent):
                    return self._enter(event)
                case QEvent.Type.DragMove if isinstance(event, QDragMoveEvent):
                    return self._move(event)
                case QEvent.Type.DragLeave:
                    self.overlay.hide()
                    return True
                case QEvent.Type.Drop if isinstance(event, QDropEvent):
                    return self._drop(event)
                case QEvent.Type.Resize:
                    self.overlay.fit()
        return False

    def _enter(self, event: QDragEnterEvent) -> bool:
        self._own = event.source() is not None
        self._kind = promises(event.mimeData())
        if self._kind is Kind.NOTHING:
            return False
        self._take(event)
        self._announce(event.position().toPoint())
        return True

    def _move(self, event: QDragMoveEvent) -> bool:
        if self._announce(event.position().toPoint()):
            self._take(event)
        else:
            event.ignore()
        return True

    def _drop(self, event: QDropEvent) -> bool:
        self.overlay.hide()
        way = self._way(event.position().toPoint())
        if way is None:
            event.ignore()
            return True
        self._take(event)
        # First this window, then what the drop may open in front of it.
        self._window.activateWindow()
        self.dropped.emit(read_mime(QMimeData() if event.mimeData() is None else event.mimeData()), way)
        return True

    def _take(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _way(self, point: QPoint) -> Way | None:
        """What letting go here would do; None where it would do nothing."""
        place = self._panel.mapFrom(self._window, point)
        over_panel = self._panel.isVisible() and self._panel.rect().contains(place)
        if over_panel and self.joins and self._kind not in (Kind.FOLDERS, Kind.MODEL):
            return Way.LIKE if place.y() < self._panel.height() / 2 else Way.UNLIKE
        # A match that is dragged out of the grid is no new query while it is still over this window.
        return None if self._own else Way.ANEW

    def _announce(self, point: QPoint) -> bool:
        way = self._way(point)
        if way is None:
            self.overlay.hide()
        elif way is not Way.ANEW:
            halves = (("plus", self.tr("More like this")), ("minus", self.tr("Less like this")))
            self.overlay.announce_halves(*halves, lower=way is Way.UNLIKE, part=self._panel)
        elif self._kind is Kind.FOLDERS:
            self.overlay.announce("folder-add", self.tr("Index this folder"))
        elif self._kind is Kind.MODEL:
            self.overlay.announce("model", self.tr("Import this model"))
        else:
            self.overlay.announce("search", self.tr("Search for this picture"))
        return way is not None
