"""Which class was taken for which: a heat map that scrolls where there are many, the names staying where they are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QVBoxLayout, QWidget

from imsearch_gui.domain.language import tr, written
from imsearch_gui.ui.elided_label import ElidedLabel
from imsearch_gui.ui.evaluate.geometry import Heat, heat, scrolled_to, seen, widest
from imsearch_gui.ui.evaluate.words import confusion_words
from imsearch_gui.ui.plain import tip
from imsearch_gui.ui.theme import SPACE, caption_font, colour, quiet

LONGEST_NAME = 150
"""Pixels; a longer name is elided."""
NUMBERS_FROM = 30
"""Width of a cell that has room for three digits."""
FAINTEST = 0.15
"""A share that is not 0 can be seen at least so much."""
Cell = tuple[int, int]


class ConfusionMap(QAbstractScrollArea):
    """Rows are what was asked for, columns what came first. A click, or Enter, chooses a cell."""

    chosen = Signal(str, str)
    """The class that was asked for, and the one that came."""
    pointed = Signal(str)
    """What the cell under the mouse, or the one with the keyboard, says; empty for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[str, ...] = ()
        self._shares: list[list[float]] = []
        self._asked: list[int] = []
        self._current: Cell = (0, 0)
        self._under: Cell | None = None
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Heat map of classes"))
        self.viewport().setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setMinimumSize(240, 140)

    def sizeHint(self) -> QSize:
        return QSize(640, 320)

    def show_confusion(self, groups: Sequence[str], shares: Sequence[Sequence[float]], asked: Sequence[int]) -> None:
        """`shares` [asked for][came] from 0 to 1; `asked` questions of each class."""
        self._groups, self._shares, self._asked = tuple(groups), [list(row) for row in shares], list(asked)
        self._under = None
        if max(self._current) >= len(groups):
            self._current = (0, 0)
        self._fit()
        self._tell()
        self.viewport().update()

    def words(self, cell: Cell) -> str:
        """What a cell says, exactly."""
        row, column = cell
        return confusion_words(self._groups[row], self._groups[column], self._shares[row][column], self._asked[row])

    # -- geometry ---------------------------------------------------------------------------------------------------

    def map(self) -> Heat:
        """Where the cells are."""
        room = self.viewport().size()
        return heat(len(self._groups), room.width(), room.height(), self._names())

    @property
    def widest(self) -> int:
        """Pixels that it fills with the largest cells there are."""
        return widest(len(self._groups), self._names())

    def _names(self) -> int:
        metrics = QFontMetrics(caption_font())
        longest = max((metrics.horizontalAdvance(group) for group in self._groups), default=0) + 2 * SPACE
        return min(longest, LONGEST_NAME)

    @property
    def _scrolled(self) -> tuple[int, int]:
        return self.horizontalScrollBar().value(), self.verticalScrollBar().value()

    def _fit(self) -> None:
        place, room = self.map(), self.viewport().size()
        bars = (
            (self.horizontalScrollBar(), place.extent[0], room.width() - place.left, place.wide),
            (self.verticalScrollBar(), place.extent[1], room.height() - place.top, place.high),
        )
        for bar, extent, length, side in bars:
            bar.setRange(0, max(0, extent - length))
            bar.setPageStep(max(1, length))
            bar.setSingleStep(side)

    def _show_current(self) -> None:
        place, room = self.map(), self.viewport().size()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(scrolled_to(place.wide, self._current[1], across.value(), room.width() - place.left))
        down.setValue(scrolled_to(place.high, self._current[0], down.value(), room.height() - place.top))
        self._tell()
        self.viewport().update()

    def _tell(self) -> None:
        cell = self._under if self._under is not None else self._current if self.hasFocus() else None
        said = self.words(cell) if cell is not None and self._groups else ""
        if cell == self._current:
            self.setAccessibleDescription(said)
        self.pointed.emit(said)

    # -- events -----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            self._show_tip(event.pos(), event.globalPos())
            return True
        if event.type() is QEvent.Type.Leave:
            self._under = None
            self._tell()
            self.viewport().update()
        return super().viewportEvent(event)

    def _show_tip(self, at: QPoint, on_screen: QPoint) -> None:
        place = self.map()
        cell = place.cell_at(at.x(), at.y(), self._scrolled)
        if cell is not None:
            QToolTip.showText(on_screen, tip(self.words(cell)), self.viewport())
            return
        # A name that is elided is told whole.
        row = place.cell_at(place.left, at.y(), self._scrolled) if at.x() < place.left else None
        column = place.cell_at(at.x(), place.top, self._scrolled) if at.y() < place.top else None
        name = self._groups[row[0]] if row is not None else self._groups[column[1]] if column is not None else ""
        QToolTip.showText(on_screen, tip(name), self.viewport())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        under = self.map().cell_at(at.x(), at.y(), self._scrolled)
        if under != self._under:
            self._under = under
            self._tell()
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        cell = self.map().cell_at(at.x(), at.y(), self._scrolled)
        if cell is not None and event.button() is Qt.MouseButton.LeftButton:
            self._current = cell
            self._choose(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._groups) - 1
        row, column = self._current
        steps = {
            Qt.Key.Key_Left: (row, column - 1),
            Qt.Key.Key_Right: (row, column + 1),
            Qt.Key.Key_Up: (row - 1, column),
            Qt.Key.Key_Down: (row + 1, column),
            Qt.Key.Key_Home: (row, 0),
            Qt.Key.Key_End: (row, last),
        }
        if last >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self._current)
        elif last >= 0 and event.key() in steps:
            row, column = steps[Qt.Key(event.key())]
            self._under, self._current = None, (min(max(row, 0), last), min(max(column, 0), last))
            self._show_current()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell()
        self.viewport().update()

    def _choose(self, cell: Cell) -> None:
        self.viewport().update()
        if self._shares[cell[0]][cell[1]] > 0:
            self.chosen.emit(self._groups[cell[0]], self._groups[cell[1]])

    # -- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setFont(caption_font())
        place, room, scrolled = self.map(), self.viewport().size(), self._scrolled
        rows = seen(place.high, place.classes, scrolled[1], room.height() - place.top)
        columns = seen(place.wide, place.classes, scrolled[0], room.width() - place.left)
        painter.save()
        painter.setClipRect(place.left, place.top, room.width(), room.height())
        self._paint_ground(painter, place, rows, columns)
        for row in rows:
            shares = self._shares[row]
            for column in columns:
                if shares[column] > 0 or row == column:
                    self._paint_cell(painter, place, (row, column))
        for cell in (self._under, self._current if self.hasFocus() and self._groups else None):
            if cell is not None:
                painter.setPen(QPen(colour("text"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(*place.cell(cell[0], cell[1], scrolled).sides))
        painter.restore()
        self._paint_names(painter, place, rows, columns)
        painter.end()

    def _paint_ground(self, painter: QPainter, place: Heat, rows: range, columns: range) -> None:
        """Most cells are empty: they are one area with lines on it."""
        if not rows or not columns:
            return
        first, last = place.cell(rows[0], columns[0], self._scrolled), place.cell(rows[-1], columns[-1], self._scrolled)
        painter.fillRect(QRectF(first.x, first.y, last.right - first.x, last.bottom - first.y), colour("base"))
        painter.setPen(QPen(colour("window"), 1))
        for row in rows:
            y = place.cell(row, 0, self._scrolled).bottom - 0.5
            painter.drawLine(QPointF(first.x, y), QPointF(last.right, y))
        for column in columns:
            x = place.cell(0, column, self._scrolled).right - 0.5
            painter.drawLine(QPointF(x, first.y), QPointF(x, last.bottom))

    def _paint_cell(self, painter: QPainter, place: Heat, cell: Cell) -> None:
        row, column = cell
        share = self._shares[row][column]
        box = QRectF(*place.cell(row, column, self._scrolled).sides).adjusted(0, 0, -1, -1)
        if share <= 0:
            painter.fillRect(box, colour("raised"))
            return
        ink = colour("accent" if row == column else "problem")
        strength = FAINTEST + (1 - FAINTEST) * min(1.0, share)
        ink.setAlphaF(strength)
        painter.fillRect(box, ink)
        if place.wide >= NUMBERS_FROM:
            painter.setPen(_on(ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, written(100 * share))

    def _paint_names(self, painter: QPainter, place: Heat, rows: range, columns: range) -> None:
        metrics, lit = QFontMetrics(caption_font()), self._under or (self._current if self.hasFocus() else None)
        painter.save()
        painter.setClipRect(0, place.top, place.left, self.viewport().height())
        for row in rows:
            box = place.cell(row, 0, self._scrolled)
            painter.setPen(colour("text" if lit is not None and lit[0] == row else "quiet"))
            name = metrics.elidedText(self._groups[row], Qt.TextElideMode.ElideMiddle, place.left - SPACE)
            room = QRectF(0, box.y, place.left - SPACE / 2, box.height)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)
        painter.setClipRect(place.left, 0, self.viewport().width(), place.top)
        for column in columns:
            box = place.cell(0, column, self._scrolled)
            painter.setPen(colour("text" if lit is not None and lit[1] == column else "quiet"))
            name = metrics.elidedText(self._groups[column], Qt.TextElideMode.ElideMiddle, place.top - SPACE)
            painter.save()
            painter.translate(box.x, place.top - SPACE / 2)
            painter.rotate(-90)
            room = QRectF(0, 0, place.top, box.width)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
            painter.restore()
        painter.restore()


class ConfusionPane(QWidget):
    """The map, and in one line what a cell of it says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.map = ConfusionMap(self)
        self.line = ElidedLabel(parent=self, mode=Qt.TextElideMode.ElideRight)
        quiet(self.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self.line)
        layout.addWidget(self.map, 1)
        self.map.pointed.connect(self._point)
        self._point("")

    @property
    def widest(self) -> int:
        """Pixels that the map, or the line above it, can fill."""
        line = QFontMetrics(self.line.font()).horizontalAdvance(_rule()) + SPACE
        return max(line, self.map.widest) + 3 * SPACE

    def _point(self, said: str) -> None:
        self.line.setText(said or _rule())


def _rule() -> str:
    return tr("Row: the class asked for. Column: that of the best match. Click for the questions.")


def _on(ink: QColor) -> QColor:
    """Letters that can be read on a cell."""
    ground, alpha = colour("base"), ink.alphaF()
    light = [
        0.30 * part.redF() + 0.59 * part.greenF() + 0.11 * part.blueF()  # as the eye weighs them (ITU-R BT.601)
        for part in (ink, ground)
    ]
    return QColor("#101010" if light[0] * alpha + light[1] * (1 - alpha) > 0.5 else "#ffffff")
