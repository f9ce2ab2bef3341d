"""The examples of a query, one below the other: which is shown large, what each is for, and away with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from imsearch_gui.bridge.search_session import ShownExample
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.records import PASTED, FileExample, PixelsExample, TextExample
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.plain import tip
from imsearch_gui.ui.tab_order import has_focus_inside
from imsearch_gui.ui.theme import BESIDE, SPACE, caption_font, colour

SIDE = 4 * SPACE
HEIGHT = SIDE + SPACE


def name_of(example: FileExample | PixelsExample | TextExample) -> str:
    """What an example is called in the window."""
    match example:
        case TextExample(text):
            return tr("“{0}”").format(text)
        case FileExample(path):
            return path.name
        case PixelsExample():
            return tr(PASTED) if example.name == PASTED else example.name


class ExampleButton(QAbstractButton):
    """A small picture, or a sign for words, and the name. Keys say what the two buttons beside it do, too."""

    step_wanted = Signal(int)
    """To the example so many rows further down."""
    remove_wanted = Signal()
    side_wanted = Signal(object)
    """bool: looked for, or not; None for the other side."""

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
        self.setToolTip(tip(str(shown.example.path) if isinstance(shown.example, FileExample) else self.text()))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.step_wanted.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.remove_wanted.emit()
            case Qt.Key.Key_Plus | Qt.Key.Key_Minus:
                self.side_wanted.emit(event.key() == Qt.Key.Key_Plus)
            case Qt.Key.Key_Space:
                self.side_wanted.emit(None)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case _:
                super().keyPressEvent(event)

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
        self._like = True
        self.remove.setIcon(icon("close"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        # The side stands first: it says of what follows how it is meant.
        layout.addWidget(self.turn)
        layout.addWidget(self.button, 1)
        layout.addWidget(self.remove)
        self.button.remove_wanted.connect(self.remove.click)
        self.button.side_wanted.connect(self._to_side)

    def _to_side(self, like: bool | None) -> None:
        if like is not self._like:
            self.turn.click()

    def show_example(self, shown: ShownExample, *, current: bool) -> None:
        self.button.show_example(shown)
        self.button.setChecked(current)
        self._like = shown.like
        self.turn.setIcon(icon("plus" if shown.like else "minus"))
        name = name_of(shown.example)
        self.turn.setToolTip(
            self.tr("Looked for: click for “less like this” (Space, or −)")
            if shown.like
            else self.tr("Less like this: click to look for it (Space, or +)")
        )
        self.turn.setAccessibleName(
            self.tr("Look less for {0}").format(name) if shown.like else self.tr("Look for {0}").format(name)
        )
        self.remove.setToolTip(self.tr("Remove from the query (Delete)"))
        self.remove.setAccessibleName(self.tr("Remove {0}").format(name))


class ExampleList(QWidget):
    """Reports what was clicked, by the place of the example."""

    chosen = Signal(int)
    turned = Signal(int)
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ExampleRow] = []
        self._follow = False
        self.swap = _small_button(self)
        self.swap.setIcon(icon("swap-sides"))
        self.swap.setText(self.tr("Swap + and −"))
        self.swap.setFont(caption_font())
        self.swap.setIconSize(QSize(2 * SPACE + BESIDE, 2 * SPACE))
        self.swap.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.swap.setToolTip(self.tr("Look for what was to be avoided, and avoid what was looked for"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE // 4)
        self._layout.addWidget(self.swap, 0, Qt.AlignmentFlag.AlignRight)

    def show_examples(self, shown: Sequence[ShownExample], current: int) -> None:
        """List these; the keyboard stays in its row, or goes along with an example that was turned by a key."""
        follow, self._follow = self._follow, False
        while len(self._rows) < len(shown):
            self._add_row()
        while len(self._rows) > len(shown):
            row = self._rows.pop()
            follow = follow or has_focus_inside(row)
            row.hide()
            row.deleteLater()
        for place, (row, example) in enumerate(zip(self._rows, shown, strict=True)):
            row.show_example(example, current=place == current)
        self.swap.setVisible(any(not example.like for example in shown))
        if follow and 0 <= current < len(self._rows):
            self._rows[current].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_row(self) -> None:
        row, place = ExampleRow(self), len(self._rows)
        # Toggled by the click, but what is the current one is told from outside.
        row.button.clicked.connect(lambda: self.chosen.emit(place))
        row.turn.clicked.connect(lambda: self._turn(place))
        row.button.step_wanted.connect(lambda rows: self._step(place + rows))
        row.remove.clicked.connect(lambda: self.removed.emit(place))
        self._rows.append(row)
        self._layout.insertWidget(place, row)
        row.show()

    def _turn(self, place: int) -> None:
        self._follow = has_focus_inside(self._rows[place].button)
        self.turned.emit(place)
        # Where nothing came of it there is nothing to follow.
        self._follow = False

    def _step(self, place: int) -> None:
        if 0 <= place < len(self._rows):
            self._rows[place].button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.chosen.emit(place)


def _small_button(parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setIconSize(QSize(2 * SPACE, 2 * SPACE))
    return button
