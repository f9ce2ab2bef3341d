"""A canvas with what is shown on it: which images of it are wanted, what is said where there are none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imsearch_gui.bridge.viewing import Sight, Viewing, Wish, wish_for
from imsearch_gui.domain.query_edits import bare
from imsearch_gui.domain.reasons import retold
from imsearch_gui.domain.records import FileExample, ImageRecord, Match, PictureExample
from imsearch_gui.domain.refinement import Verified
from imsearch_gui.domain.region import Region
from imsearch_gui.domain.wording import homely
from imsearch_gui.ui.elided_label import ElidedLabel
from imsearch_gui.ui.theme import SPACE, quiet
from imsearch_gui.ui.viewer.canvas import PictureCanvas
from imsearch_gui.ui.viewer.painting import Outline

SETTLE_MS = 60
"""While a window is being resized, or somebody zooms, nothing is read."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a pane shows."""

    name: str
    example: PictureExample
    """Where its picture is."""
    width: int
    """Of the picture, in its own pixels, as far as is known before it is read."""
    height: int
    region: Region | None = None
    image: ImageRecord | None = None
    """None for an example of the query."""
    outline: Outline = ()
    """Where the query's picture lies in it."""
    thumbnail: QImage = field(default_factory=QImage, compare=False)


def subject_of(match: Match, thumbnail: QImage, verdict: Verified | None = None) -> Subject:
    """A match, with what is there of it at once; `verdict` where the query's picture was found again in it."""
    image, info = match.image, match.image.info
    outline = () if verdict is None else verdict.outline
    return Subject(image.path.name, FileExample(image.path), info.width, info.height, None, image, outline, thumbnail)


class Pane(QWidget):
    """Shows one subject; says when it wants other images than before."""

    wanted = Signal()
    """`wishes` may have changed."""

    def __init__(self, viewing: Viewing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subject: Subject | None = None
        self._viewing = viewing
        self._offline: tuple[Path, ...] = ()
        self.caption = quiet(ElidedLabel(parent=self))
        self.caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.caption.setFixedHeight(3 * SPACE)
        self.caption.hide()
        self.canvas = PictureCanvas(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.caption)
        layout.addWidget(self.canvas, 1)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.wanted)
        self.canvas.room_changed.connect(self._settle.start)
        self.canvas.view_changed.connect(self._settle.start)

    def show_subject(self, subject: Subject) -> None:
        """Show at once what is there of it; the rest comes as it is read."""
        self.subject = subject
        self.canvas.setAccessibleName(subject.name)
        self._refresh()

    def show_words(self, line: str, more: str) -> None:
        """There is no picture to show here, and this is why."""
        self.subject = None
        self.canvas.setAccessibleName(line)
        self.canvas.show_picture(1, 1, [])
        self.canvas.say(line, more)

    def set_offline(self, roots: Sequence[Path]) -> None:
        """Images below these folders are not there just now."""
        self._offline = tuple(roots)
        if self.subject is not None:
            self._refresh()

    @property
    def fitted(self) -> Wish | None:
        """The whole picture, as large as the room."""
        return None if self.subject is None else self.fitted_for(self.subject)

    def fitted_for(self, subject: Subject) -> Wish:
        """As `fitted`, for another subject that may be shown next."""
        room = self.canvas.room
        fit = min(room.width / max(1, subject.width), room.height / max(1, subject.height))
        side = round(fit * max(subject.width, subject.height))
        return wish_for(subject.example, max(1, min(side, max(subject.width, subject.height))))

    @property
    def full(self) -> Wish | None:
        """Every pixel, where that is needed for what is looked at."""
        if self.subject is None:
            return None
        place, whole = self.canvas.place, max(self.subject.width, self.subject.height)
        side = self.fitted_for(self.subject).side or whole
        # A pixel more or less is rounding.
        enough = min(max(place.width, place.height), whole) <= side + 2
        return None if enough else wish_for(self.subject.example, None)

    @property
    def wishes(self) -> list[Wish]:
        """What is wanted, the most urgent first."""
        return [wish for wish in (self.fitted, self.full) if wish is not None]

    def take(self, wish: Wish, _: Sight) -> None:
        """Something was read, perhaps for this pane."""
        if self.subject is not None and wish.example == bare(self.subject.example):
            self._refresh()

    def fail(self, wish: Wish, reason: str) -> None:
        """Something could not be read."""
        if self.subject is not None and wish.example == bare(self.subject.example):
            self._say_problem(self.subject, reason)

    def _refresh(self) -> None:
        """Show the best that is known."""
        subject = self.subject
        if subject is None:
            return
        sights = [sight for wish in self._all_wishes() if (sight := self._viewing.kept(wish)) is not None]
        if sights and (sights[-1].width, sights[-1].height) != (subject.width, subject.height):
            # The file is not what the catalog remembers.
            subject = self.subject = replace(subject, width=sights[-1].width, height=sights[-1].height)
            self._settle.start()
        images = [subject.thumbnail, *(sight.image for sight in sights)]
        self.canvas.show_picture(subject.width, subject.height, images, subject.region, subject.outline)
        problem = next((said for wish in self._all_wishes() if (said := self._viewing.problem(wish))), "")
        if problem and not sights:
            self._say_problem(subject, problem)
        else:
            self.canvas.say("")

    def _all_wishes(self) -> list[Wish]:
        """Also the full picture while it is not needed: if it is there, it is there."""
        if self.subject is None or self.fitted is None:
            return []
        return [self.fitted, wish_for(self.subject.example, None)]

    def _say_problem(self, subject: Subject, reason: str) -> None:
        path = subject.example.path if isinstance(subject.example, FileExample) else None
        if path is not None and any(path.is_relative_to(root) for root in self._offline):
            self.canvas.say(
                self.tr("{0} is offline").format(subject.name),
                self.tr(
                    "Its folder {0} is not there just now: connect the disk or the network that holds it. What the library"
                    " knows of the picture is kept."
                ).format(homely(path.parent, Path.home())),
            )
            return
        self.canvas.say(
            self.tr("{0} cannot be shown").format(subject.name),
            self.tr("The reason: {0}. Show the file to try another program, or index again if it was moved.").format(
                retold(reason).rstrip(".")
            ),
        )
