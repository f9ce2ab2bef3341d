"""The pictures indexed last."""

from __future__ import annotations

import itertools
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imsearch_gui.bridge.thumbnails import ThumbnailService
from imsearch_gui.ui.theme import SPACE, colour

EACH_MS = 350
"""A thumbnail about three times a second: more cannot be seen, and each costs a decoding."""
CELL = QSize(128, 96)
"""The least that a cell takes; cells grow to fill the width."""
RADIUS = 4
_ids = itertools.count(-2, -1)
"""Negative: these pictures are no images of a result. No two are alike while the program runs."""


class ThumbnailWall(QWidget):
    """Equal cells, filled one after another; then the oldest picture gives way to the newest, and nothing else moves."""

    def __init__(self, thumbnails: ThumbnailService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._columns = self._rows = 1
        self._images: list[QImage] = []
        self._next = 0
        self._latest: tuple[Path, ...] = ()
        self._seen: set[Path] = set()
        self._asked: dict[int, Path] = {}
        self._running = False
        self._tick = QTimer(self)
        self._tick.setInterval(EACH_MS)
        self._tick.timeout.connect(self._go_on)
        thumbnails.ready.connect(self._ready)
        thumbnails.failed.connect(lambda image_id, _: self._asked.pop(image_id, None))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Pictures indexed last"))

    @property
    def cells(self) -> int:
        return self._columns * self._rows

    @property
    def images(self) -> list[QImage]:
        """What is shown, cell by cell."""
        return list(self._images)

    def start(self) -> None:
        """A new job: forget the pictures of the one before."""
        self._images.clear()
        self._next = 0
        self._latest = ()
        self._seen.clear()
        self._asked.clear()
        self._running = True
        self._tick.start()
        self.update()

    def stop(self) -> None:
        """No more is coming. A job that was over in a moment has shown nothing yet, so its last pictures are asked for."""
        self._running = False
        for _ in range(self.cells - len(self._images)):
            self._ask()
        self._asked = dict(list(self._asked.items())[-self.cells :])
        self.update()

    def show_latest(self, paths: tuple[Path, ...]) -> None:
        """The images that were committed last, newest first."""
        self._latest = paths or self._latest

    def sizeHint(self) -> QSize:
        return QSize(5 * CELL.width() + 4 * SPACE, 2 * CELL.height() + SPACE)

    def minimumSizeHint(self) -> QSize:
        return CELL

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._columns = max(1, (self.width() + SPACE) // (CELL.width() + SPACE))
        self._rows = max(1, (self.height() + SPACE) // (self._cell_height() + SPACE))
        del self._images[self.cells :]
        self._next = self._next % self.cells if len(self._images) == self.cells else len(self._images)

    def hideEvent(self, event: QHideEvent) -> None:
        self._tick.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("raised"))
        for number in range(self.cells):
            cell = self._cell(number)
            if number >= len(self._images):
                if self._running:
                    painter.setOpacity(0.5)
                    painter.drawRoundedRect(cell, RADIUS, RADIUS)
                continue
            painter.setOpacity(1.0)
            image = self._images[number]
            size = image.size().toSizeF().scaled(cell.size(), Qt.AspectRatioMode.KeepAspectRatio)
            area = QRectF(0, 0, size.width(), size.height())
            area.moveCenter(cell.center())
            painter.drawImage(area, image)
        painter.end()

    def _cell_width(self) -> float:
        return (self.width() - (self._columns - 1) * SPACE) / self._columns

    def _cell_height(self) -> int:
        return round(self._cell_width() * CELL.height() / CELL.width())

    def _cell(self, number: int) -> QRectF:
        row, column = divmod(number, self._columns)
        width, height = self._cell_width(), self._cell_height()
        return QRectF(column * (width + SPACE), row * (height + SPACE), width, height)

    def _go_on(self) -> None:
        if self._running:
            self._ask()
            return
        # The service drops what it was asked before it has opened the library, which for a short job is after the end.
        for image_id, path in list(self._asked.items()):
            self._request(image_id, path)
        if not self._asked:
            self._tick.stop()

    def _ask(self) -> None:
        path = next((path for path in self._latest if path not in self._seen), None)
        if path is None:
            return
        self._seen.add(path)
        image_id = next(_ids)
        self._asked[image_id] = path
        self._request(image_id, path)

    def _request(self, image_id: int, path: Path) -> None:
        known = self._thumbnails.request(image_id, path, round(self._cell_width() * self.devicePixelRatioF()))
        if known is not None:
            self._ready(image_id, known)

    def _ready(self, image_id: int, image: QImage) -> None:
        if self._asked.pop(image_id, None) is None:
            return
        if self._next < len(self._images):
            self._images[self._next] = image
        else:
            self._images.append(image)
        self._next = (self._next + 1) % self.cells
        self.update()
