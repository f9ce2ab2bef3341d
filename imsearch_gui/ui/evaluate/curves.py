"""Curves of precision and recall, and beside them what each is called and what it is worth where one points."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from imsearch_gui.domain.evaluation_words import number_words
from imsearch_gui.domain.language import tr, written
from imsearch_gui.ui.evaluate.geometry import Axes, Box, polylines, spread, ticks
from imsearch_gui.ui.evaluate.looks import SAMPLE, Look, paint_mark, paint_sample
from imsearch_gui.ui.evaluate.words import listed
from imsearch_gui.ui.models.scroll import Scroll
from imsearch_gui.ui.plain import tip
from imsearch_gui.ui.theme import SPACE, caption_font, colour, quiet

LEGEND = 344
"""Width of the names; longer ones are elided."""
MARKS = 8
"""Signs of its refinement on one curve."""
FAR = 10
"""Places that a key with Shift moves by, of the 101 of a curve."""
READ_OUT = (0, 25, 50, 75, 100)
"""Places that are told to those who do not see a curve."""
DOT = 3.5
FEWEST = 6
"""Characters of a name that are seen at least."""


@dataclass(frozen=True, slots=True)
class Curve:
    """One line."""

    name: str
    """Of the model: it is elided where there is no room for all."""
    how: str
    """Metric and refinement."""
    look: Look
    precision: tuple[float, ...]
    """At recalls that are evenly spread from 0 to 1; nan where there is none."""

    @property
    def words(self) -> str:
        return f"{self.name}, {self.how}"


class CurvePlot(QWidget):
    """The mouse or the arrow keys point at a recall."""

    pointed = Signal(object)
    """int | None: place of the recall that is pointed at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves: tuple[Curve, ...] = ()
        self._place: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Curves of precision and recall"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 140)

    def sizeHint(self) -> QSize:
        return QSize(640, 320)

    def show_curves(self, curves: Sequence[Curve]) -> None:
        self._curves = tuple(curves)
        self.setAccessibleDescription(listed([spoken(curve) for curve in self._curves]))
        self._point(None)
        self.update()

    @property
    def places(self) -> int:
        return max((len(curve.precision) for curve in self._curves), default=0)

    def axes(self) -> Axes:
        """Where the curves are drawn."""
        metrics = QFontMetrics(caption_font())
        left = 2 * SPACE + metrics.height() + metrics.horizontalAdvance(written(0.25, 2))
        below = 2 * metrics.height() + 2 * SPACE
        right, above = metrics.horizontalAdvance(written(1, 1)), metrics.height() // 2 + SPACE // 2
        area = Box(left, above, max(1, self.width() - left - right), max(1, self.height() - below - above))
        return Axes(area)

    # -- pointing ---------------------------------------------------------------------------------------------------

    def _point(self, place: int | None) -> None:
        if place != self._place:
            self._place = place
            self.pointed.emit(place)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        axes, at = self.axes(), event.position()
        inside = axes.area.x - SPACE <= at.x() <= axes.area.right + SPACE and at.y() <= axes.area.bottom + SPACE
        self._point(axes.place_at(at.x(), self.places) if inside and self._curves else None)

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            if self._place is not None:
                QToolTip.showText(event.globalPos(), tip("\n".join(self._worth(self._place))), self)
            return True
        return super().event(event)

    def _worth(self, place: int) -> list[str]:
        recall = tr("Recall {0}").format(written(place / max(1, self.places - 1), 2))
        return [recall, *(f"{number_words(curve.precision[place])}  {curve.words}" for curve in self._curves)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place, last = self._stepped(event), self.places - 1
        if event.key() == Qt.Key.Key_Escape and self._place is not None:
            self._point(None)
        elif place is None or last < 0:
            super().keyPressEvent(event)
        else:
            self._point(min(max(place, 0), last))

    def _stepped(self, event: QKeyEvent) -> int | None:
        """Where a key leads; None for a key that leads nowhere."""
        far = FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        here = self._place
        match event.key():
            case Qt.Key.Key_Left:
                return 0 if here is None else here - far
            case Qt.Key.Key_Right:
                return 0 if here is None else here + far
            case Qt.Key.Key_Home:
                return 0
            case Qt.Key.Key_End:
                return self.places - 1
        return None

    # -- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        axes = self.axes()
        self._paint_axes(painter, axes)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._place is not None:
            painter.setPen(QPen(colour("quiet"), 1))
            x = axes.x(self._place / max(1, self.places - 1))
            painter.drawLine(QPointF(x, axes.area.y), QPointF(x, axes.area.bottom))
        for number, curve in enumerate(self._curves):
            self._paint_curve(painter, axes, curve, number)
        if not self._curves:
            painter.setPen(colour("quiet"))
            area = QRectF(*axes.area.sides)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, tr("Choose ways in the table to see their curves."))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("accent"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def _paint_axes(self, painter: QPainter, axes: Axes) -> None:
        area, metrics = axes.area, QFontMetrics(caption_font())
        painter.fillRect(QRectF(*area.sides), colour("base"))
        painter.setFont(caption_font())
        for value in ticks(area.width):
            x = round(axes.x(value)) + 0.5
            self._paint_tick(painter, value, QPointF(x, area.y), QPointF(x, area.bottom))
            room = QRectF(x - 40, area.bottom + SPACE / 2, 80, metrics.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, _tick(value))
        for value in ticks(area.height):
            y = round(axes.y(value)) + 0.5
            self._paint_tick(painter, value, QPointF(area.x, y), QPointF(area.right, y))
            room = QRectF(0, y - metrics.height(), area.x - SPACE / 2, 2 * metrics.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _tick(value))
        below = QRectF(area.x, area.bottom + metrics.height() + SPACE, area.width, metrics.height())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, tr("Recall"))
        painter.save()
        painter.translate(0, area.bottom)
        painter.rotate(-90)
        beside = QRectF(0, SPACE / 2, area.height, metrics.height())
        painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, tr("Precision"))
        painter.restore()

    def _paint_tick(self, painter: QPainter, value: float, start: QPointF, end: QPointF) -> None:
        painter.setPen(QPen(colour("quiet" if value == 0 else "line"), 1))
        painter.drawLine(start, end)
        painter.setPen(colour("quiet"))

    def _paint_curve(self, painter: QPainter, axes: Axes, curve: Curve, number: int) -> None:
        painter.setPen(curve.look.pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in polylines(axes, curve.precision):
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line]))
        places = len(curve.precision)
        for place in spread(places, MARKS, number, len(self._curves)):
            if math.isfinite(curve.precision[place]):
                paint_mark(painter, curve.look, self._at(axes, curve, place))
        if self._place is not None and math.isfinite(curve.precision[self._place]):
            painter.setPen(QPen(colour("base"), 1))
            painter.setBrush(curve.look.ink)
            painter.drawEllipse(self._at(axes, curve, self._place), DOT, DOT)

    def _at(self, axes: Axes, curve: Curve, place: int) -> QPointF:
        return QPointF(axes.x(place / max(1, len(curve.precision) - 1)), axes.y(curve.precision[place]))


class Legend(QWidget):
    """A line for each curve: a piece of it, its name, and its precision where one points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves: tuple[Curve, ...] = ()
        self._place: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_curves(self, curves: Sequence[Curve]) -> None:
        self._curves, self._place = tuple(curves), None
        self.updateGeometry()
        self.update()

    def point(self, place: int | None) -> None:
        """Show what the curves are worth there."""
        self._place = place
        self.update()

    @property
    def _line(self) -> int:
        return self.fontMetrics().height() + SPACE // 2

    def sizeHint(self) -> QSize:
        return QSize(LEGEND, self._line * len(self._curves))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row = event.pos().y() // self._line
            QToolTip.showText(event.globalPos(), tip(self._curves[row].words) if row < len(self._curves) else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics = self.fontMetrics()
        value = metrics.horizontalAdvance(written(0.888, 3)) + SPACE
        for row, curve in enumerate(self._curves):
            top = row * self._line
            paint_sample(painter, curve.look, 0, top + self._line / 2)
            room = QRectF(SAMPLE + SPACE, top, self.width() - SAMPLE - SPACE - value, self._line)
            painter.setPen(colour("text"))
            name = _elided(metrics, curve, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
            if self._place is not None:
                room = QRectF(self.width() - value, top, value, self._line)
                text = number_words(curve.precision[self._place])
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        painter.end()


class CurvesPane(QWidget):
    """Curves with their legend."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = CurvePlot(self)
        self.legend = Legend()
        self.caption = quiet(QLabel(self))
        scroll = Scroll(self)
        scroll.setWidget(self.legend)
        scroll.setFixedWidth(LEGEND)
        side = QVBoxLayout()
        side.setSpacing(SPACE)
        side.addWidget(self.caption)
        side.addWidget(scroll, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self.plot, 1)
        layout.addLayout(side)
        self.plot.pointed.connect(self._point)

    def show_curves(self, curves: Sequence[Curve]) -> None:
        """These and no others, in this order."""
        self.legend.show_curves(curves)
        self.plot.show_curves(curves)
        self._point(None)

    def _point(self, place: int | None) -> None:
        self.legend.point(place)
        if place is None:
            self.caption.setText(tr("Point at the curves to read them") if self.plot.places else "")
        else:
            self.caption.setText(tr("Precision at recall {0}").format(written(place / (self.plot.places - 1), 2)))


def spoken(curve: Curve) -> str:
    """'Classic, Cosine: precision 1.00 at recall 0, 0.90 at 0.25, ...'"""
    last = len(curve.precision) - 1
    points = [
        tr("{0} at {1}", "precision at recall").format(
            number_words(curve.precision[place * last // 100], 2), written(place / 100, 2)
        )
        for place in READ_OUT
        if last > 0
    ]
    return tr("{0}: precision at recall: {1}").format(curve.words, ", ".join(points))


def _elided(metrics: QFontMetrics, curve: Curve, width: int) -> str:
    """Of a long name of a model less is shown, so that what tells it from the others is seen still."""
    behind = f", {curve.how}"
    room = width - metrics.horizontalAdvance(behind)
    if room < metrics.averageCharWidth() * FEWEST:
        return metrics.elidedText(curve.words, Qt.TextElideMode.ElideMiddle, width)
    return metrics.elidedText(curve.name, Qt.TextElideMode.ElideMiddle, room) + behind


def _tick(value: float) -> str:
    return written(value, 2 if round(value * 10) != value * 10 else 1)
