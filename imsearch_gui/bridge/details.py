"""What there is to know of the one image that is looked at, read when it is asked for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from imsearch_gui.bridge.lane import NewestLane
from imsearch_gui.domain.errors import LibraryError, PictureError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.picture_details import ImageDetails, PictureDetails
from imsearch_gui.domain.records import ImageRecord
from imsearch_gui.imaging.decoding import IN_PROCESS, Decoding


class DetailsReader(QObject):
    """Reads the file and asks the catalog; of several images that are asked for in a row only the last is answered."""

    ready = Signal(int, object)
    """Image id and ImageDetails. A file that cannot be read is said in it."""
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None, *, decoding: Decoding = IN_PROCESS) -> None:
        super().__init__(parent)
        self._decoding = decoding
        self._lane = NewestLane("details", self)

    def read(self, image: ImageRecord, library: Path | None) -> None:
        """Ask for an image of the library in that folder; nothing else that was asked for is answered any more."""
        self._lane.ask(
            lambda _: read_details(image, library, self._decoding),
            lambda details: self.ready.emit(image.id, details),
            self.failed.emit,
        )

    def forget(self) -> None:
        """No image is looked at."""
        self._lane.forget()

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        self._lane.stop()

    def close(self) -> None:
        """`stop`, then wait for the file at hand."""
        self._lane.close()


def read_details(image: ImageRecord, library: Path | None, decoding: Decoding = IN_PROCESS) -> ImageDetails:
    """What the file says, and which models of the library know the image."""
    from imsearch_gui.imaging import views

    picture, problem = PictureDetails(), ""
    try:
        picture = decoding.run(views.details, image.path)
    except PictureError as error:
        problem = error.reason
    return ImageDetails(picture, problem, _models(image.id, library))


def _models(image_id: int, library: Path | None) -> tuple[str, ...]:
    from imsearch_gui.library.knowing import models_knowing
    from imsearch_gui.library.library import Library

    if library is None:
        return ()
    try:
        # The handle is let go at once: a library that is not open here may be moved or removed.
        with Library.open(library) as opened:
            return models_knowing(opened, image_id)
    except LibraryError as error:
        raise LibraryError(tr("Which models know the picture cannot be said: {0}").format(str(error))) from error
