"""Thumbnails for the window: asked for and answered by image id, the newest request first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from imsearch_gui.bridge.images import to_qimage
from imsearch_gui.bridge.lane import bug_sentence
from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.records import Pixels
from imsearch_gui.imaging.decoding import IN_PROCESS, Decoding

THREADS = 2
KEPT_BYTES = 128 << 20
"""About 600 thumbnails of 256 x 192: several screens full, so that scrolling back shows them at once."""

Loader = Callable[[Path, int], Pixels]
"""(path, long side in device pixels) -> the thumbnail; raises PictureError."""


@dataclass(frozen=True, slots=True)
class _Wish:
    image_id: int
    path: Path
    side: int
    generation: int

    @property
    def key(self) -> tuple[Path, int]:
        """What is kept is kept by path: an image id means something else in another library."""
        return self.path, self.side


def _cache_loader(decoding: Decoding) -> Loader:
    from imsearch_gui.imaging.thumbnails import ThumbnailLoader

    return ThumbnailLoader(decoding)


class ThumbnailService(QObject):
    """Loads from the cache of the desktop, or makes and keeps what is not there."""

    ready = Signal(int, QImage)
    """Image id and its thumbnail, of the size that was asked for last."""
    failed = Signal(int, str)
    """Image id and why there is no thumbnail, in a few words."""

    _loaded = Signal(object, object, str)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        make_loader: Callable[[], Loader] | None = None,
        decoding: Decoding = IN_PROCESS,
        kept_bytes: int = KEPT_BYTES,
    ) -> None:
        super().__init__(parent)
        self._make_loader = make_loader or (lambda: _cache_loader(decoding))
        self._most_bytes = kept_bytes
        self._gate = threading.Condition()
        self._wanted: OrderedDict[_Wish, None] = OrderedDict()
        self._at_work: set[_Wish] = set()
        self._kept: OrderedDict[tuple[Path, int], QImage] = OrderedDict()
        self._kept_bytes = 0
        self._generation = 0
        self._threads: list[threading.Thread] = []
        self._closed = False
        self._loaded.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def request(self, image_id: int, path: Path, side: int) -> QImage | None:
        """The thumbnail at once where it is in memory; else None, and `ready` or `failed` follows.

        `side` is the long side in device pixels.
        """
        wish = _Wish(image_id, path, side, self._generation)
        kept = self._kept.get(wish.key)
        if kept is not None:
            self._kept.move_to_end(wish.key)
            return kept
        if self._closed:
            return None
        with self._gate:
            if wish not in self._at_work:
                self._wanted[wish] = None
                self._wanted.move_to_end(wish)
                self._gate.notify()
        self._start_threads()
        return None

    def retain(self, image_ids: Iterable[int]) -> None:
        """Drop what is waiting for any other image: it has been scrolled away."""
        wanted = set(image_ids)
        with self._gate:
            for wish in [wish for wish in self._wanted if wish.image_id not in wanted]:
                del self._wanted[wish]

    def clear(self) -> None:
        """Another library: its image ids mean other images, so nothing that was asked before is answered."""
        with self._gate:
            self._generation += 1
            self._wanted.clear()
        self.forget_kept()

    def forget_kept(self) -> None:
        """Files have changed: what is in memory may be the picture of before."""
        self._kept.clear()
        self._kept_bytes = 0

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        with self._gate:
            self._closed = True
            self._wanted.clear()
            self._gate.notify_all()

    def close(self) -> None:
        """`stop`, then wait for the pictures at hand."""
        self.stop()
        for thread in self._threads:
            thread.join()
        self._threads.clear()

    def _start_threads(self) -> None:
        while len(self._threads) < THREADS:
            name = f"imsearch thumbnails {len(self._threads) + 1}"
            self._threads.append(threading.Thread(target=self._work, name=name, daemon=True))
            self._threads[-1].start()

    def _work(self) -> None:
        load = self._make_loader()
        while (wish := self._next()) is not None:
            image, reason = None, ""
            try:
                image = to_qimage(load(wish.path, wish.side))
            except PictureError as error:
                reason = error.reason
            except Exception as error:  # noqa: BLE001
                # Our bug, on one thumbnail: it goes to the log and shows as a broken picture.
                reason = bug_sentence(error)
            self._loaded.emit(wish, image, reason)

    def _next(self) -> _Wish | None:
        with self._gate:
            self._gate.wait_for(lambda: self._closed or self._wanted)
            if self._closed:
                return None
            wish, _ = self._wanted.popitem(last=True)
            self._at_work.add(wish)
            return wish

    def _take(self, wish: _Wish, image: QImage | None, reason: str) -> None:
        with self._gate:
            self._at_work.discard(wish)
        if self._closed or wish.generation != self._generation:
            return
        if image is None:
            self.failed.emit(wish.image_id, reason)
            return
        self._keep(wish.key, image)
        self.ready.emit(wish.image_id, image)

    def _keep(self, key: tuple[Path, int], image: QImage) -> None:
        before = self._kept.pop(key, None)
        self._kept_bytes += image.sizeInBytes() - (before.sizeInBytes() if before is not None else 0)
        self._kept[key] = image
        while self._kept_bytes > self._most_bytes and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._kept_bytes -= oldest.sizeInBytes()
