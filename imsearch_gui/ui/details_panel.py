"""The chosen match: large, with what is known of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from imsearch_gui.bridge.thumbnails import ThumbnailService
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import ImageRecord, Match
from imsearch_gui.domain.wording import count, homely, score, size
from imsearch_gui.ui.acting.marks_editor import MarksEditor
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.picture_frame import PictureFrame
from imsearch_gui.ui.theme import HEADER, SPACE, caption_font, heading, quiet

PREVIEW = 512


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
        self.setMinimumWidth(232)
        self._thumbnails = thumbnails
        self._image: ImageRecord | None = None
        self._preview = PictureFrame(self)
        self._preview.setAccessibleName(self.tr("Preview"))
        self._problem = quiet(QLabel(self))
        self._problem.setWordWrap(True)
        self._hint = quiet(QLabel(self.tr("Choose a picture to see it here."), self))
        self._hint.setWordWrap(True)
        self._name = heading(QLabel(self))
        self._name.setWordWrap(True)
        self._facts: dict[str, QLabel] = {}
        thumbnails.ready.connect(self._thumbnail_ready)
        thumbnails.failed.connect(self._thumbnail_failed)
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
            value.setFont(caption_font())
            value.setAccessibleName(name)
            # The panel sets the width; a long name wraps.
            value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            self._facts[key] = value
            label = quiet(QLabel(name, self))
            # Level with the first line of a value that wraps.
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
            form.addRow(label, value)
        self._form = form
        layout = QVBoxLayout(self._scrolling())
        layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        top = heading(QLabel(self.tr("Details"), self))
        top.setMinimumHeight(HEADER)
        layout.addWidget(top)
        layout.addWidget(self._hint)
        layout.addWidget(self._preview)
        layout.addWidget(self._problem)
        layout.addWidget(self._name)
        layout.addLayout(form)
        layout.addWidget(MarksEditor(self))
        layout.addSpacing(SPACE)
        self._buttons = [
            self._button("similar", self.tr("Find similar"), lambda image: self.similar_requested.emit(image)),
            self._button("open", self.tr("Open"), lambda image: self.open_requested.emit(image.path)),
            self._button("reveal", self.tr("Show file"), lambda image: self.reveal_requested.emit(image.path)),
        ]
        layout.addWidget(self._buttons[0])
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for button in self._buttons[1:]:
            row.addWidget(button, 1)
        layout.addLayout(row)
        layout.addStretch(1)

    def _scrolling(self) -> QWidget:
        """What holds the parts of the panel: in a low window it scrolls."""
        inner = QWidget(self)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)
        return inner

    def _button(self, sign: str, text: str, work: Callable[[ImageRecord], None]) -> QPushButton:
        primary = sign == "similar"
        button = QPushButton(icon(sign, on_accent=primary), text, self)
        button.setProperty("primary", primary)
        button.clicked.connect(lambda: work(self._image) if self._image else None)
        return button

    def show_match(self, match: Match | None, metric: Metric) -> None:
        """Show a match of a result in `metric`, or nothing."""
        self._image = match.image if match else None
        self._hint.setVisible(match is None)
        self._problem.hide()
        for widget in (self._preview, self._name, *self._buttons):
            widget.setVisible(match is not None)
        if match is None:
            for value in self._facts.values():
                self._form.setRowVisible(value, False)
            return
        image = match.image
        self._preview.set_picture(QImage(), image.info.width, image.info.height)
        side = round(PREVIEW * min(2.0, self.devicePixelRatioF()))
        known = self._thumbnails.request(image.id, image.path, side)
        if known is not None:
            self._show_preview(known)
        self._name.setText(_breakable(image.path.name))
        self._name.setToolTip(str(image.path))
        values = {
            "score": f"{score(match.score, metric)}  ({metric.label}, {self.tr('rank')} {count(match.rank)})",
            "folder": _breakable(homely(image.path.parent, Path.home())),
            "pixels": f"{count(image.info.width)} × {count(image.info.height)}",
            "file": f"{image.info.format}, {size(image.file_size)}",
            "taken": _date(image.info.taken),
            "camera": image.info.camera or "",
        }
        for key, text in values.items():
            self._facts[key].setText(text)
            self._form.setRowVisible(self._facts[key], bool(text))

    def _thumbnail_ready(self, image_id: int, image: QImage) -> None:
        if self._image is not None and image_id == self._image.id:
            self._show_preview(image)

    def _show_preview(self, image: QImage) -> None:
        """Of the grid's thumbnail and the larger one the larger one stays, whichever comes first."""
        if self._image is not None and image.width() >= self._preview.image.width():
            self._preview.set_picture(image, self._image.info.width, self._image.info.height)

    def _thumbnail_failed(self, image_id: int, reason: str) -> None:
        if self._image is not None and image_id == self._image.id and self._preview.image.isNull():
            self._preview.hide()
            self._problem.setText(self.tr("No preview: {0}").format(reason))
            self._problem.show()


def _breakable(text: str) -> str:
    """Let a long name break after separators: a zero-width space shows nothing."""
    for sign in "/\\_-.":
        text = text.replace(sign, f"{sign}\u200b")
    return text


def _date(taken: str | None) -> str:
    return datetime.fromisoformat(taken).strftime("%Y-%m-%d %H:%M") if taken else ""
