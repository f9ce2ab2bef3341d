"""Examples that have to be made before they can be asked with: fetched, encoded, chosen from several files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from imsearch_gui.bridge.fetching import Fetch
from imsearch_gui.bridge.images import to_png
from imsearch_gui.bridge.lane import NewestLane
from imsearch_gui.bridge.preview import first_readable
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.records import Example, FileExample, PixelsExample
from imsearch_gui.imaging.decoding import IN_PROCESS, Decoding


class ExampleIntake(QObject):
    """Makes one example at a time; asking for another one, or forgetting, gives up the one that is on its way."""

    brought = Signal(object)
    """Example"""
    failed = Signal(str)
    notice = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        fetch: Callable[[str], Fetch] = Fetch,
        decoding: Decoding = IN_PROCESS,
    ) -> None:
        super().__init__(parent)
        self._decoding = decoding
        self._make_fetch = fetch
        self._fetch: Fetch | None = None
        self._lane = NewestLane("intake", self)

    @property
    def busy(self) -> bool:
        """Whether an example is on its way."""
        return self._lane.busy

    def choose(self, files: Sequence[Path]) -> None:
        """The first file that is a readable picture."""
        several = tuple(files)

        def chosen(example: FileExample) -> None:
            given = tr("%Ln picture(s) were given; the search is for {0}.", "", len(several))
            self.notice.emit(given.format(example.path.name))
            self.brought.emit(example)

        self.forget()
        self._lane.ask(lambda wanted: first_readable(several, self._decoding, wanted), chosen, self.failed.emit)

    def encode(self, image: QImage, name: str) -> None:
        """A picture that has no file."""
        self._bring(lambda: PixelsExample(to_png(image), name))

    def fetch(self, url: str) -> None:
        """A picture on the web."""
        fetch = self._make_fetch(url)
        self._bring(lambda: PixelsExample(fetch.run(), url.rpartition("/")[2] or url))
        self._fetch = fetch

    def forget(self) -> None:
        """Give up what is on its way; a server that does not answer is not waited for."""
        self._lane.forget()
        fetch, self._fetch = self._fetch, None
        if fetch is not None:
            fetch.cancel()

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        self.forget()
        self._lane.stop()

    def close(self) -> None:
        """`stop`, then wait for what is at hand."""
        self.stop()
        self._lane.close()

    def _bring(self, work: Callable[[], Example]) -> None:
        self.forget()
        self._lane.ask(lambda _: work(), self.brought.emit, self.failed.emit)
