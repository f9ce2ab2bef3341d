"""How the line of a way is told from the others: the colour says the model, the dashes the metric, the marks the refinement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from imsearch_gui.domain.evaluation import Way
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.refinement import Refinement
from imsearch_gui.ui.theme import colour, is_dark

_ON_LIGHT = ("#2563c9", "#c2500a", "#15803d", "#9333a8", "#0b7285", "#946200", "#be185d", "#57534e")
_ON_DARK = ("#6ea2f5", "#f59e66", "#5fcf86", "#cf8ae0", "#4cc3dd", "#e0b84c", "#f27aa8", "#b5b0aa")
_DASHES: dict[Metric, tuple[float, ...]] = {
    Metric.COSINE: (),
    Metric.L2: (6.0, 3.0),
    Metric.L1: (1.5, 2.0),
    Metric.CORRELATION: (7.0, 2.5, 1.5, 2.5),
}
"""Line and gap after each other, in widths of the line."""
THIN, THICK = 1.8, 3.0
"""Models beyond the number of colours have thick lines in the same ones."""
MARK = 3.2
"""Half the side of a mark."""
SHAPES = 5
"""Circle, square, triangle, diamond, cross; further refinements begin anew."""
SAMPLE = 36
"""Width of a piece of line in a table or legend."""


@dataclass(frozen=True, slots=True)
class Look:
    """Of one way."""

    colour: int
    """Number of the model."""
    metric: Metric
    mark: int
    """Number of the refinement; 0 for none, which has no marks."""

    @property
    def ink(self) -> QColor:
        return QColor((_ON_DARK if is_dark() else _ON_LIGHT)[self.colour % len(_ON_LIGHT)])

    @property
    def pen(self) -> QPen:
        pen = QPen(self.ink, THIN if self.colour < len(_ON_LIGHT) else THICK)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if _DASHES[self.metric]:
            pen.setDashPattern(_DASHES[self.metric])
        return pen


def looks(ways: Iterable[Way]) -> dict[Way, Look]:
    """A look for each way, the same whichever of them are shown."""
    models: dict[str, int] = {}
    marks: dict[Refinement, int] = {}
    found: dict[Way, Look] = {}
    for way in ways:
        place = models.setdefault(way.model_id, len(models))
        mark = marks.setdefault(way.refinement, len(marks) + 1) if way.refinement.any else 0
        found[way] = Look(place, way.metric, mark)
    return found


def paint_mark(painter: QPainter, look: Look, centre: QPointF) -> None:
    """The sign of a refinement on its line, if it has one."""
    if not look.mark:
        return
    painter.setPen(QPen(look.ink, 1.5))
    painter.setBrush(colour("base"))
    square = QRectF(centre.x() - MARK, centre.y() - MARK, 2 * MARK, 2 * MARK)
    up, down = QPointF(centre.x(), square.top()), QPointF(centre.x(), square.bottom())
    left, right = QPointF(square.left(), centre.y()), QPointF(square.right(), centre.y())
    match (look.mark - 1) % SHAPES:
        case 0:
            painter.drawEllipse(square)
        case 1:
            painter.drawRect(square)
        case 2:
            painter.drawPolygon([up, square.bottomRight(), square.bottomLeft()])
        case 3:
            painter.drawPolygon([up, right, down, left])
        case _:
            painter.drawLine(square.topLeft(), square.bottomRight())
            painter.drawLine(square.topRight(), square.bottomLeft())


def paint_sample(painter: QPainter, look: Look, x: float, y: float) -> None:
    """A piece of the line from (x, y) to the right."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.pen)
    painter.drawLine(QPointF(x, y), QPointF(x + SAMPLE, y))
    paint_mark(painter, look, QPointF(x + SAMPLE / 2, y))
    painter.restore()
