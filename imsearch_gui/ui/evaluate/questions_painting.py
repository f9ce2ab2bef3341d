"""Paints a question of the list: its picture with the region, and what came with a border that says whether it is right."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPen

from imsearch_gui.domain.evaluation import Came
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.wording import count
from imsearch_gui.ui.evaluate.geometry import Box, Columns, RowPlaces, fitted, part_of, row_places, shortened
from imsearch_gui.ui.evaluate.questions_model import QuestionsModel, Row, facts
from imsearch_gui.ui.evaluate.words import SIGNS, came_words, kind_of
from imsearch_gui.ui.theme import SPACE, caption_font, colour, heading_font

SIDE = 80
"""Longest side of a small picture, in pixels of the window: three rows of them fit below the table at 1280 x 720."""
WORDS = 176
"""Width of the text beside a question, at least."""
BORDER = 3


class RowPainter:
    """Knows where everything of a row is."""

    def __init__(self, questions: QuestionsModel) -> None:
        self._questions = questions
        self.sizes: Mapping[int, tuple[int, int]] = {}
        """Place of a question with a region -> width and height of its picture in its own pixels."""

    @property
    def height(self) -> int:
        """Of a row: a line of text, the small pictures, and the room around them."""
        return SIDE + self._line + 2 * SPACE + SPACE // 2

    @property
    def _line(self) -> int:
        return QFontMetrics(caption_font()).height() + SPACE // 2

    def places(self, rect: QRect, row: Row) -> RowPlaces:
        room = Box(rect.x(), rect.y(), rect.width(), rect.height())
        came, missed = len(row.came), len(row.missed)
        return row_places(room, came, missed, columns=self._columns(), side=SIDE, gap=SPACE, line=self._line)

    def _columns(self) -> Columns:
        names, headings = QFontMetrics(heading_font()), QFontMetrics(caption_font())
        longest = self._questions.longest
        return Columns(
            longest.came,
            longest.missed,
            WORDS,
            max(map(names.horizontalAdvance, longest.names), default=0) + 1,
            max(map(headings.horizontalAdvance, (tr("Should have come"), tr("Everything right is among these")))),
        )

    def words_at(self, rect: QRect, row: Row, at: QPoint) -> str:
        """What pointing somewhere in a row says."""
        places = self.places(rect, row)
        for boxes, some in ((places.came, row.came), (places.missed, row.missed)):
            for box, one in zip(boxes, some, strict=False):
                if box.holds(at.x(), at.y()):
                    score = tr("Score {0}").format(f"{one.score:.4g}")
                    return "\n".join((came_words(one), str(one.path), score))
        if places.question.holds(at.x(), at.y()) or places.words.holds(at.x(), at.y()):
            return "\n".join((row.question.name, str(row.question.example.path), *facts(row)))
        return ""

    # -- painting ---------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, rect: QRect, row: Row, *, selected: bool, focused: bool) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(rect, colour("chosen" if selected else "window"))
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        places = self.places(rect, row)
        shown = self._paint_picture(painter, places.question, row.picture)
        self._paint_region(painter, shown, row)
        self._paint_words(painter, places.words, row)
        self._paint_headings(painter, places, row)
        for boxes, some in ((places.came, row.came), (places.missed, row.missed)):
            for box, one in zip(boxes, some, strict=False):
                self._paint_came(painter, box, one)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("accent"), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
        painter.restore()

    def _paint_picture(self, painter: QPainter, box: Box, image_id: int) -> Box:
        """The small picture in its place; where it is."""
        image = self._questions.thumbnails.get(image_id)
        if not isinstance(image, QImage) or image.isNull():
            inner = Box(box.x + SPACE, box.y + SPACE, box.width - 2 * SPACE, box.height - 2 * SPACE)
            painter.fillRect(QRectF(*inner.sides), colour("line"))
            if image_id in self._questions.problems:
                painter.setFont(caption_font())
                painter.setPen(colour("problem"))
                painter.drawText(QRectF(*inner.sides), Qt.AlignmentFlag.AlignCenter, "!")
            return box
        place = fitted(image.width(), image.height(), box)
        painter.drawImage(QRectF(*place.sides), image)
        return place

    def _paint_region(self, painter: QPainter, shown: Box, row: Row) -> None:
        region, size = row.question.example.region, self.sizes.get(row.place)
        if region is None or size is None or row.picture not in self._questions.thumbnails:
            return
        box = QRectF(*part_of(shown, size, region).sides)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("handle"), 3))
        painter.drawRect(box)
        painter.setPen(QPen(colour("accent"), 1))
        painter.drawRect(box)

    def _paint_words(self, painter: QPainter, box: Box, row: Row) -> None:
        metrics = QFontMetrics(heading_font())
        painter.setFont(heading_font())
        painter.setPen(colour("text"))
        line = QRectF(box.x, box.y, box.width, metrics.height())
        name = shortened(row.question.name, lambda text: metrics.horizontalAdvance(text) <= box.width)
        name = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, int(box.width))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, name)
        painter.setFont(caption_font())
        quieter = QFontMetrics(caption_font())
        top = line.bottom() + SPACE // 2
        group = [quieter.elidedText(row.question.group, Qt.TextElideMode.ElideMiddle, int(box.width))]
        text = "\n".join((*(group if row.question.group else ()), *facts(row)))
        painter.setPen(colour("problem" if row.reason else "quiet"))
        room = QRectF(box.x, top, box.width, box.bottom - top)
        flags = Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value | Qt.TextFlag.TextWordWrap.value
        painter.drawText(room, flags, text)

    def _paint_headings(self, painter: QPainter, places: RowPlaces, row: Row) -> None:
        painter.setFont(caption_font())
        painter.setPen(colour("quiet"))
        metrics = QFontMetrics(caption_font())
        missed = tr("Should have come") if row.missed else tr("Everything right is among these") if row.came else ""
        boxes = ((places.came_words, tr("What came") if row.came else ""), (places.missed_words, missed))
        for box, text in boxes:
            said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(box.width))
            painter.drawText(QRectF(*box.sides), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, said)

    def _paint_came(self, painter: QPainter, box: Box, came: Came) -> None:
        kind = kind_of(came)
        ink = colour(kind)
        inner = Box(box.x + BORDER, box.y + BORDER, box.width - 2 * BORDER, box.height - 2 * BORDER)
        place = QRectF(*self._paint_picture(painter, inner, came.image_id).sides)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(ink, BORDER - 1)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if kind == "junk":
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRect(place.adjusted(-1, -1, 1, 1))
        text = f"{SIGNS[kind]} {count(came.rank)}"
        painter.setFont(caption_font())
        metrics = QFontMetrics(caption_font())
        plate = QRectF(0, 0, metrics.horizontalAdvance(text) + SPACE, metrics.height())
        plate.moveBottomLeft(place.bottomLeft())
        painter.fillRect(plate, ink)
        painter.setPen(colour("base"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)
