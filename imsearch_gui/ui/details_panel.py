"""The chosen match: large, with what is known of it; of several, how many they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from imsearch_gui.bridge.thumbnails import ThumbnailService
from imsearch_gui.domain import picture_details as words
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.picture_details import ImageDetails, PictureDetails
from imsearch_gui.domain.reasons import retold
from imsearch_gui.domain.records import ImageRecord, Match
from imsearch_gui.domain.refinement import Verified
from imsearch_gui.domain.wording import count, homely, points_agree, score, size
from imsearch_gui.ui.acting.marks_editor import MarksEditor
from imsearch_gui.ui.fact_list import FactList, breakable
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.mark_colours import mark_colour_name
from imsearch_gui.ui.picture_frame import PictureFrame
from imsearch_gui.ui.plain import tip
from imsearch_gui.ui.side_scroll import SideScroll
from imsearch_gui.ui.theme import HEADER, SPACE, heading, quiet

NARROWEST = 232
PREVIEW = 512
SHARE = 0.32
"""Of the height of the panel, for the preview."""
STAR = "★"


class DetailsPanel(QWidget):
    """Shows one match; reports what the user wants done with it, and that it wants to know more of it."""

    similar_requested = Signal(object)
    """ImageRecord"""
    open_requested = Signal(object)
    """Path"""
    reveal_requested = Signal(object)
    """Path"""
    preview_requested = Signal()
    """The match should be shown large."""
    details_wanted = Signal(object)
    """ImageRecord | None: `show_details` should follow for this one, and for no other."""

    def __init__(self, thumbnails: ThumbnailService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._match: Match | None = None
        self._metric = Metric.COSINE
        self._digits: int | None = None
        self._verdict: Verified | None = None
        self._several = 0
        self._offline: tuple[Path, ...] = ()
        self._details: tuple[int, int, ImageDetails] | None = None
        self.marks = MarksEditor(self)
        self._preview = PictureFrame(self)
        self._preview.setAccessibleName(self.tr("Preview"))
        self._preview.setToolTip(self.tr("Double-click to show it large"))
        self._preview.installEventFilter(self)
        self._problem = self._line()
        self._hint = self._line()
        self._name = heading(QLabel(self))
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._facts = self._make_facts()
        thumbnails.ready.connect(self._thumbnail_ready)
        thumbnails.failed.connect(self._thumbnail_failed)
        self._build()
        self.show_match(None, Metric.COSINE)

    def _line(self) -> QLabel:
        label = quiet(QLabel(self))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _make_facts(self) -> FactList:
        names = {
            "score": self.tr("Score"),
            "geometry": self.tr("Geometry"),
            "folder": self.tr("Folder"),
            "pixels": self.tr("Pixels"),
            "file": self.tr("File"),
            "labels": self.tr("Labels"),
            "colour": self.tr("Colour"),
            "rating": self.tr("Rating"),
            "taken": self.tr("Taken"),
            "camera": self.tr("Camera"),
            "lens": self.tr("Lens"),
            "exposure": self.tr("Exposure"),
            "focal": self.tr("Focal"),
            "place": self.tr("Place"),
            "models": self.tr("Models"),
        }
        copied = {"folder": self.tr("Copy the path of the file"), "place": self.tr("Copy the coordinates")}
        return FactList(names, copied, self)

    def _build(self) -> None:
        inner = QWidget(self)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        top = heading(QLabel(self.tr("Details"), self))
        top.setMinimumHeight(HEADER)
        for part in (top, self._hint, self._preview, self._problem, self._name, self._facts):
            layout.addWidget(part)
        layout.addWidget(self.marks)
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
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        # In a low window it scrolls.
        around.addWidget(SideScroll(inner, NARROWEST, self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a low window, what can be done with the picture is not pushed out of sight by it.
        self._preview.set_highest(round(SHARE * self.height()))

    def _button(self, sign: str, text: str, work: Callable[[ImageRecord], None]) -> QPushButton:
        primary = sign == "similar"
        button = QPushButton(icon(sign, on_accent=primary), text, self)
        button.setProperty("primary", primary)
        button.clicked.connect(lambda: work(self._match.image) if self._match else None)
        return button

    @property
    def image(self) -> ImageRecord | None:
        """What is shown."""
        return self._match.image if self._match is not None else None

    def show_match(
        self, match: Match | None, metric: Metric, verdict: Verified | None = None, digits: int | None = None
    ) -> None:
        """Show a match of a result in `metric`, or nothing; `verdict` where the query's picture was found again in it.

        `digits` of its score, as the whole answer has them.
        """
        self._digits = digits
        before, self._match, self._metric, self._verdict = self._match, match, metric, verdict
        self._show()
        if match is None:
            self.details_wanted.emit(None)
        elif before is None or before.image != match.image:
            self.details_wanted.emit(match.image)

    def show_details(self, image_id: int, details: ImageDetails) -> None:
        """What was found out about an image; of another one than the one that is shown it is not wanted any more."""
        if self._match is not None and self._match.image.id == image_id:
            self._details = (image_id, self._match.image.mtime_ns, details)
            self._show_facts(self._match)
            self._show_state(self._match)

    def show_several(self, chosen: int, total: int | None) -> None:
        """So many are selected, of so many bytes where that is known; fewer than two shows the one match again."""
        self._several = chosen if chosen > 1 else 0
        text = tr("%Ln picture(s) are selected", "", chosen)
        if total is not None:
            text = tr("%Ln picture(s) are selected, {0} in all", "", chosen).format(size(total))
        self._hint.setText(text if self._several else self.tr("Choose a picture to see it here."))
        self._show()

    def set_offline(self, roots: Sequence[Path]) -> None:
        """Images below these folders are not there just now."""
        self._offline = tuple(roots)
        if self._match is not None and not self._several:
            self._show_state(self._match)

    def _show(self) -> None:
        match = None if self._several else self._match
        if not self._several:
            self._hint.setText(self.tr("Choose a picture to see it here."))
        self._hint.setVisible(match is None)
        self._problem.hide()
        for widget in (self._preview, self._name, self._facts, *self._buttons):
            widget.setVisible(match is not None)
        if match is None:
            return
        image = match.image
        self._preview.set_picture(QImage(), image.info.width, image.info.height)
        side = round(PREVIEW * min(2.0, self.devicePixelRatioF()))
        known = self._thumbnails.request(image.id, image.path, side)
        if known is not None:
            self._show_preview(known)
        self._name.setText(breakable(image.path.name))
        self._name.setToolTip(tip(str(image.path)))
        self._show_facts(match)
        self._show_state(match)

    def _known(self, image: ImageRecord) -> ImageDetails | None:
        """What was read of this very state of the image."""
        kept = self._details
        return kept[2] if kept is not None and kept[:2] == (image.id, image.mtime_ns) else None

    def _show_facts(self, match: Match) -> None:
        """What the catalog knows at once, the rest as soon as it is read."""
        image, facts = match.image, self._facts
        details = self._known(image)
        picture = details.picture if details is not None else PictureDetails()
        scored = score(match.score, self._metric, self._digits), tr(self._metric.label), count(match.rank)
        facts.show_fact("score", self.tr("{0}  ({1}, rank {2})").format(*scored))
        facts.show_fact("geometry", "" if self._verdict is None else points_agree(self._verdict.inliers))
        facts.show_fact("folder", breakable(homely(image.path.parent, Path.home())), copied=str(image.path))
        large = words.megapixels(image.info.width, image.info.height)
        pixels = f"{count(image.info.width)} × {count(image.info.height)}"
        facts.show_fact("pixels", f"{pixels}  ({large})" if large else pixels)
        facts.show_fact("file", f"{image.info.format}, {size(image.file_size)}")
        facts.show_fact("labels", ", ".join(image.marks.labels))
        facts.show_fact("colour", mark_colour_name(image.marks.colour) if image.marks.colour else "")
        facts.show_fact("rating", STAR * image.marks.rating)
        facts.show_fact("taken", _date(picture.taken or image.info.taken))
        facts.show_fact("camera", picture.camera or image.info.camera or "")
        facts.show_fact("lens", picture.lens or "")
        facts.show_fact("exposure", _exposure(picture))
        facts.show_fact(
            "focal", words.focal_length(picture.focal, picture.focal_35mm) if picture.focal is not None else ""
        )
        facts.show_fact("place", _place(picture))
        facts.show_fact("models", "\n".join(details.models) if details is not None else "")

    def _show_state(self, match: Match) -> None:
        """Whether the file is there."""
        image = match.image
        details = self._known(image)
        if any(image.path.is_relative_to(root) for root in self._offline):
            self._say(
                self.tr("Offline: its disk or folder is not there just now. This is what the library knows of it.")
            )
        elif details is not None and details.problem:
            self._say(
                self.tr("The file cannot be read: {0}. This is what the library knows of it.").format(
                    retold(details.problem)
                )
            )

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._preview and event.type() is QEvent.Type.MouseButtonDblClick:
            self.preview_requested.emit()
        return False

    def _thumbnail_ready(self, image_id: int, image: QImage) -> None:
        if self._match is not None and image_id == self._match.image.id:
            self._show_preview(image)

    def _show_preview(self, image: QImage) -> None:
        """Of the grid's thumbnail and the larger one the larger one stays, whichever comes first."""
        if self._match is not None and image.width() >= self._preview.image.width():
            info = self._match.image.info
            self._preview.set_picture(image, info.width, info.height)

    def _thumbnail_failed(self, image_id: int, reason: str) -> None:
        shown = None if self._several else self._match
        if shown is not None and image_id == shown.image.id and self._preview.image.isNull():
            self._preview.hide()
            # That a disk is away says more than that a file on it cannot be reached.
            if self._problem.isHidden():
                self._say(self.tr("No preview: {0}").format(retold(reason)))


def _exposure(picture: PictureDetails) -> str:
    parts = (
        words.exposure(picture.exposure) if picture.exposure is not None else "",
        words.aperture(picture.aperture) if picture.aperture is not None else "",
        f"ISO {picture.iso}" if picture.iso is not None else "",
    )
    return ", ".join(part for part in parts if part)


def _place(picture: PictureDetails) -> str:
    if picture.latitude is None or picture.longitude is None:
        return ""
    return words.coordinates(picture.latitude, picture.longitude)


def _date(taken: str | None) -> str:
    return datetime.fromisoformat(taken).strftime("%Y-%m-%d %H:%M") if taken else ""
