"""Paints one match: the thumbnail with its own aspect in an equal cell, score and name under it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from imsearch_gui.domain.marks import Marks
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.mark_colours import mark_colour
from imsearch_gui.ui.results_model import STAR, Role
from imsearch_gui.ui.theme import ICON, SPACE, caption_font, colour

BORDER = 3
MARGIN = 2 * SPACE
"""Left of each thumbnail."""
GAP = MARGIN + SPACE // 2
"""Between thumbnails, at the least; in the last column the scroll bar makes up for the rest of the margin."""
LIFT = 6
CAPTION_GAP = SPACE
FADED = 0.45
"""Opacity of weaker matches, and of pictures that are offline."""
DISC = 22
DOT = 12


class ResultsDelegate(QStyledItemDelegate):
    """`side` is the longest side of a thumbnail, in pixels of the window."""

    def __init__(self, side: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.side = side
        self.width = self.cell().width()
        """Of the cells as they are: the smallest, or more where there is room."""

    def cell(self) -> QSize:
        """The smallest cell: thumbnail, caption and the room around them."""
        caption = QFontMetrics(caption_font()).height()
        return QSize(self.side + GAP, self.side + caption + CAPTION_GAP + 2 * SPACE)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self.width, self.cell().height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        if index.data(Role.WEAK):
            painter.setOpacity(FADED)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        cell: QRect = option.rect
        state: QStyle.StateFlag = option.state
        frame = QRect(0, 0, self.side, self.side)
        frame.moveTop(cell.top() + SPACE)
        # Not centred: the first column stands under the text above the grid, whatever room is left over.
        frame.moveLeft(cell.left() + MARGIN)
        if state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("raised"))
            painter.drawRoundedRect(
                QRect(frame.left() - LIFT, cell.top() + 2, self.side + 2 * LIFT, cell.height() - 4), 6, 6
            )
        shown = self._paint_picture(painter, frame, index)
        # What is said of a picture stays readable.
        painter.setOpacity(1.0)
        self._paint_marks(painter, shown, index)
        self._paint_caption(painter, frame, index)
        if state & QStyle.StateFlag.State_Selected:
            _outline(painter, shown, BORDER, Qt.PenStyle.SolidLine)
        if state & QStyle.StateFlag.State_HasFocus:
            # Of several that are selected, one has the keyboard: seen beside the border, too.
            around = BORDER + 1 if state & QStyle.StateFlag.State_Selected else 0
            _outline(painter, shown.adjusted(-around, -around, around, around), 1.5, Qt.PenStyle.DashLine)
        painter.restore()

    def _paint_picture(self, painter: QPainter, frame: QRect, index: QModelIndex | QPersistentModelIndex) -> QRectF:
        image = index.data(Role.THUMBNAIL)
        if isinstance(image, QImage):
            size = QSize(image.size())
            if max(size.width(), size.height()) > self.side:
                size.scale(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRectF(0, 0, size.width(), size.height())
            # On the caption, which would else seem to belong to the picture below it.
            target.moveCenter(QRectF(frame).center())
            target.moveBottom(QRectF(frame).bottom())
            opacity, offline = painter.opacity(), bool(index.data(Role.OFFLINE))
            painter.setOpacity(opacity * (FADED if offline else 1.0))
            painter.drawImage(target, image)
            painter.setOpacity(opacity)
            return target
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("raised"))
        inner = QRectF(frame).adjusted(self.side * 0.1, self.side * 0.1, -self.side * 0.1, -self.side * 0.1)
        painter.drawRoundedRect(inner, 4, 4)
        if index.data(Role.PROBLEM) and not index.data(Role.OFFLINE):
            sign = QRect(0, 0, ICON, ICON)
            sign.moveCenter(frame.center())
            icon("warning").paint(painter, sign)
        return inner

    def _paint_marks(self, painter: QPainter, shown: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        """In the corners of the picture: the colour at the left, offline at the right, the rating below."""
        marks = index.data(Role.MARKS)
        if index.data(Role.OFFLINE):
            disc = QRectF(0, 0, DISC, DISC)
            disc.moveTopRight(shown.topRight() + QPointF(-SPACE / 2, SPACE / 2))
            _plate(painter, disc)
            icon("offline").paint(painter, disc.toRect().adjusted(3, 3, -3, -3))
        if not isinstance(marks, Marks):
            return
        if marks.colour:
            dot = QRectF(0, 0, DOT, DOT)
            dot.moveTopLeft(shown.topLeft() + QPointF(SPACE / 2, SPACE / 2))
            painter.setPen(QPen(colour("base"), 2))
            painter.setBrush(mark_colour(marks.colour))
            painter.drawEllipse(dot)
        if marks.rating:
            painter.setFont(caption_font())
            stars = STAR * marks.rating
            width = painter.fontMetrics().horizontalAdvance(stars) + SPACE
            plate = QRectF(0, 0, width, painter.fontMetrics().height())
            plate.moveBottomLeft(shown.bottomLeft() + QPointF(SPACE / 2, -SPACE / 2))
            _plate(painter, plate)
            painter.setPen(colour("text"))
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, stars)

    def _paint_caption(self, painter: QPainter, frame: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        font = caption_font()
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        line = QRect(frame.left(), frame.bottom() + 1 + CAPTION_GAP, frame.width(), 0)
        line.setHeight(QFontMetrics(font).height())
        value = str(index.data(Role.SCORE))
        wide = QFontMetrics(strong).horizontalAdvance(value) + SPACE
        name = QFontMetrics(font).elidedText(
            str(index.data(Role.NAME)), Qt.TextElideMode.ElideMiddle, line.width() - wide
        )
        total = wide + QFontMetrics(font).horizontalAdvance(name)
        line.setLeft(line.left() + max(0, (line.width() - total) // 2))
        painter.setFont(strong)
        painter.setPen(colour("quiet" if index.data(Role.WEAK) else "text"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, value)
        painter.setFont(font)
        painter.setPen(colour("quiet"))
        painter.drawText(line.adjusted(wide, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)


def _plate(painter: QPainter, rect: QRectF) -> None:
    """What a sign on a picture stands on, so that it can be seen on any picture."""
    ground = colour("base")
    ground.setAlpha(215)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, 4, 4)


def _outline(painter: QPainter, rect: QRectF, width: float, style: Qt.PenStyle) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour("accent"), width, style))
    painter.drawRoundedRect(rect.adjusted(-width, -width, width, width), 3, 3)
