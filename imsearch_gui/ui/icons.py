"""Icons of the program: line drawings that take the colour of the text beside them and are sharp at every scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from imsearch_gui import paths


def icon(name: str, *, on_accent: bool = False) -> QIcon:
    """The icon of a name in resources/icons; FileNotFoundError where there is none.

    `on_accent` is for buttons that are filled with the accent colour.
    """
    _drawing(name)
    return QIcon(_Engine(name, on_accent))


@lru_cache(maxsize=128)
def _drawing(name: str) -> bytes:
    return (paths.resources() / "icons" / f"{name}.svg").read_bytes()


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace(b"currentColor", colour.encode())))


class _Engine(QIconEngine):
    """Draws at the size that is asked for, in the colour of the palette of that moment."""

    def __init__(self, name: str, on_accent: bool) -> None:
        super().__init__()
        self._name = name
        self._on_accent = on_accent

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._on_accent)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        disabled = mode is QIcon.Mode.Disabled
        group = QPalette.ColorGroup.Disabled if disabled else QPalette.ColorGroup.Active
        role = QPalette.ColorRole.ButtonText
        if self._on_accent and not disabled:
            role = QPalette.ColorRole.HighlightedText
        colour = QGuiApplication.palette().color(group, role)
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        painter.save()
        painter.setOpacity(colour.alphaF())
        _renderer(self._name, colour.name()).render(painter, square)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # Qt 6.12 asks in pixels of the window. Where an older Qt asks in device pixels this is finer than needed, no more.
        pixmap = self.pixmap(size * scale, mode, state)
        pixmap.setDevicePixelRatio(scale)
        return pixmap
