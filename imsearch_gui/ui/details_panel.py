"""The chosen match: large, with what is known of it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from imsearch_gui.bridge.thumbnails import ThumbnailService
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import ImageRecord, Match
from imsearch_gui.domain.wording import count, score, size
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.theme import SPACE, heading, quiet

PREVIEW = 512


class _Preview(QWidget):
    """A picture, as large as there is room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(140)
        self.setMaximumHeight(360)

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 220)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = self._image.size().toSizeF().scaled(self.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(0, 0, room.width(), room.height())
        target.moveCenter(QRectF(self.rect()).center())
        painter.drawImage(target, self._image)
        painter.end()


class DetailsPanel(QWidget):
    """Shows one match; reports what the user wants done with it."""

    similar_requested = Signal(object)
    """ImageRecord"""
    open_requested = Signal(object)
    """Path"""
    reveal_requested = Signal(object)
    """Path"""

    def __init__(self, thumbnails: ThumbnailService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(180)
        self._thumbnails = thumbnails
        self._image: ImageRecord | None = None
        self._preview = _Preview(self)
        self._hint = quiet(QLabel(self.tr("Choose a picture to see it here."), self))
        self._hint.setWordWrap(True)
        self._name = heading(QLabel(self))
        self._name.setWordWrap(True)
        self._facts: dict[str, QLabel] = {}
        thumbnails.ready.connect(self._thumbnail_ready)
        self._build()
        self.show_match(None, Metric.COSINE)

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(2 * SPACE)
        form.setVerticalSpacing(SPACE // 2)
        names = {
            "score": self.tr("Score"),
            "folder": self.tr("Folder"),
            "pixels": self.tr("Pixels"),
            "file": self.tr("File"),
            "taken": self.tr("Taken"),
            "camera": self.tr("Camera"),
        }
        for key, name in names.items():
            value = QLabel(self)
            value.setWordWrap(True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleName(name)
            # Long folder names may break anywhere, not only at spaces.
            value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            self._facts[key] = value
            form.addRow(quiet(QLabel(name, self)), value)
        self._form = form
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        top = heading(QLabel(self.tr("Details"), self))
        top.setMinimumHeight(30)
        layout.addWidget(top)
        layout.addWidget(self._hint)
        layout.addWidget(self._preview, 1)
        layout.addWidget(self._name)
        layout.addLayout(form)
        layout.addSpacing(SPACE)
        self._buttons = [
            self._button("similar", self.tr("Find similar"), lambda image: self.similar_requested.emit(image)),
            self._button("open", self.tr("Open"), lambda image: self.open_requested.emit(image.path)),
            self._button("reveal", self.tr("Show file"), lambda image: self.reveal_requested.emit(image.path)),
        ]
        for button in self._buttons:
            layout.addWidget(button)
        layout.addStretch(1)

    def _button(self, sign: str, text: str, work: object) -> QPushButton:
        button = QPushButton(icon(sign), text, self)
        button.setProperty("primary", sign == "similar")
        button.clicked.connect(lambda: work(self._image) if callable(work) and self._image else None)
        return button

    def show_match(self, match: Match | None, metric: Metric) -> None:
        """Show a match of a result in `metric`, or nothing."""
        self._image = match.image if match else None
        self._hint.setVisible(match is None)
        for widget in (self._preview, self._name, *self._buttons):
            widget.setVisible(match is not None)
        if match is None:
            for value in self._facts.values():
                self._form.setRowVisible(value, False)
            return
        image = match.image
        self._preview.show_image(QImage())
        side = round(PREVIEW * min(2.0, self.devicePixelRatioF()))
        known = self._thumbnails.request(image.id, image.path, side)
        if known is not None:
            self._preview.show_image(known)
        self._name.setText(_breakable(image.path.name))
        values = {
            "score": f"{score(match.score, metric)}  ({metric.label}, {self.tr('rank')} {count(match.rank)})",
            "folder": _breakable(str(image.path.parent)),
            "pixels": f"{count(image.info.width)} × {count(image.info.height)}",
            "file": f"{image.info.format}, {size(image.file_size)}",
            "taken": _date(image.info.taken),
            "camera": image.info.camera or "",
        }
        for key, text in values.items():
            self._facts[key].setText(text)
            self._form.setRowVisible(self._facts[key], bool(text))

    def _thumbnail_ready(self, image_id: int, image: QImage) -> None:
        # A thumbnail for the grid may come first; the larger one takes its place.
        if self._image is not None and image_id == self._image.id:
            self._preview.show_image(image)


def _breakable(text: str) -> str:
    """Let a long name break after separators: a zero-width space shows nothing."""
    for sign in "/\\_-.":
        text = text.replace(sign, f"{sign}\u200b")
    return text


def _date(taken: str | None) -> str:
    return datetime.fromisoformat(taken).strftime("%Y-%m-%d %H:%M") if taken else ""
