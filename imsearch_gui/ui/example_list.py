"""The examples of a query, one below the other: which is shown large, what each is for, and away with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from imsearch_gui.bridge.search_session import ShownExample
from imsearch_gui.domain.records import FileExample, PixelsExample, TextExample
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.theme import SPACE, caption_font, colour

SIDE = 4 * SPACE
HEIGHT = SIDE + SPACE


def name_of(example: FileExample | PixelsExample | TextExample) -> str:
    """What an example is called in the window."""
    match example:
        case TextExample(text):
            return f"“{text}”"
        case FileExample(path):
            return path.name
        case PixelsExample():
            return example.name


class ExampleButton(QAbstractButton):
    """A small picture, or a sign for words, and the name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._words = False
        self.setCheckable(True)
        self.setFont(caption_font())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_example(self, shown: ShownExample) -> None:
        self._words = isinstance(shown.example, TextExample)
        self._image = QImage() if shown.picture is None else shown.picture.image
        self.setText(name_of(shown.example))
        self.setAccessibleName(self.text())
        self.setToolTip(str(shown.example.path) if isinstance(shown.example, FileExample) else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIDE + 12 * SPACE, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(SIDE + 4 * SPACE, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("raised"))
            painter.drawRoundedRect(area, 4, 4)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 4, 4)
        self._paint_sign(painter)
        left = SIDE + SPACE + SPACE // 2
        room = self.rect().adjusted(left, 0, -SPACE // 2, 0)
        painter.setPen(colour("text"))
        mode = Qt.TextElideMode.ElideRight if self._words else Qt.TextElideMode.ElideMiddle
        text = self.fontMetrics().elidedText(self.text(), mode, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()

    def _paint_sign(self, painter: QPainter) -> None:
        box = QRect(SPACE // 2, SPACE // 2, SIDE, SIDE)
        if self._image.isNull():
            inner = box.adjusted(SPACE, SPACE, -SPACE, -SPACE)
            icon("words" if self._words else "image").paint(painter, inner)
            return
        size = self._image.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(box.center())
        painter.drawImage(place, self._image)


class ExampleRow(QWidget):
    """One example with its two buttons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.button = ExampleButton(self)
        self.turn = _small_button(self)
        self.remove = _small_button(self)
        self.remove.setIcon(icon("close"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.button, 1)
        layout.addWidget(self.turn)
        layout.addWidget(self.remove)

    def show_example(self, shown: ShownExample, *, current: bool) -> None:
        self.button.show_example(shown)
        self.button.setChecked(current)
        self.turn.setIcon(icon("plus" if shown.like else "minus"))
        name = name_of(shown.example)
        self.turn.setToolTip(
            self.tr("Looked for: click for “less like this”")
            if shown.like
            else self.tr("Less like this: click to look for it")
        )
        self.turn.setAccessibleName(
            self.tr("Look less for {0}").format(name) if shown.like else self.tr("Look for {0}").format(name)
        )
        self.remove.setToolTip(self.tr("Remove from the query"))
        self.remove.setAccessibleName(self.tr("Remove {0}").format(name))


class ExampleList(QWidget):
    """Reports what was clicked, by the place of the example."""

    chosen = Signal(int)
    turned = Signal(int)
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ExampleRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE // 4)

    def show_examples(self, shown: Sequence[ShownExample], current: int) -> None:
        """List these; rows that stay keep the keyboard's focus."""
        while len(self._rows) < len(shown):
            self._add_row()
        while len(self._rows) > len(shown):
            row = self._rows.pop()
            row.hide()
            row.deleteLater()
        for place, (row, example) in enumerate(zip(self._rows, shown, strict=True)):
            row.show_example(example, current=place == current)

    def _add_row(self) -> None:
        row, place = ExampleRow(self), len(self._rows)
        # Toggled by the click, but what is the current one is told from outside.
        row.button.clicked.connect(lambda: self.chosen.emit(place))
        row.turn.clicked.connect(lambda: self.turned.emit(place))
        row.remove.clicked.connect(lambda: self.removed.emit(place))
        self._rows.append(row)
        self._layout.addWidget(row)
        row.show()


def _small_button(parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setIconSize(QSize(2 * SPACE, 2 * SPACE))
    return button
