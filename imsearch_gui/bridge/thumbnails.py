"""Thumbnails for the window: asked for and answered by image id, the newest request first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from imsearch_gui.bridge.images import to_qimage
from imsearch_gui.bridge.lane import bug_sentence
from imsearch_gui.domain.errors import PictureError

THREADS = 2
KEPT_BYTES = 128 << 20
"""About 600 thumbnails of 256 x 192: several screens full, so that scrolling back shows them at once."""

Key = tuple[int, int]
"""(image id, side)"""


class ThumbnailService(QObject):
    """Loads from the cache of the desktop, or makes and keeps what is not there."""

    ready = Signal(int, QImage)
    """Image id and its thumbnail, of the size that was asked for last."""
    failed = Signal(int, str)
    """Image id and why there is no thumbnail, in a few words."""

    _loaded = Signal(object, object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gate = threading.Condition()
        self._wanted: OrderedDict[Key, Path] = OrderedDict()
        self._at_work: set[Key] = set()
        self._kept: OrderedDict[Key, QImage] = OrderedDict()
        self._kept_bytes = 0
        self._threads: list[threading.Thread] = []
        self._closed = False
        self._loaded.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def request(self, image_id: int, path: Path, side: int) -> QImage | None:
        """The thumbnail at once where it is in memory; else None, and `ready` or `failed` follows.

        `side` is the long side in device pixels.
        """
        key = (image_id, side)
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            return kept
        with self._gate:
            if key not in self._at_work and not self._closed:
                self._wanted[key] = path
                self._wanted.move_to_end(key)
                self._gate.notify()
        self._start_threads()
        return None

    def retain(self, image_ids: Iterable[int]) -> None:
        """Drop what is waiting for any other image: it has been scrolled away."""
        wanted = set(image_ids)
        with self._gate:
            for key in [key for key in self._wanted if key[0] not in wanted]:
                del self._wanted[key]

    def close(self) -> None:
        """Waits for no more than the pictures at hand."""
        with self._gate:
            self._closed = True
            self._wanted.clear()
            self._gate.notify_all()
        for thread in self._threads:
            thread.join()
        self._threads.clear()

    def _start_threads(self) -> None:
        while len(self._threads) < THREADS and not self._closed:
            name = f"imsearch thumbnails {len(self._threads) + 1}"
            self._threads.append(threading.Thread(target=self._work, name=name, daemon=True))
            self._threads[-1].start()

    def _work(self) -> None:
        from imsearch_gui.imaging.thumbnails import ThumbnailCache

        cache = ThumbnailCache()
        while True:
            with self._gate:
                self._gate.wait_for(lambda: self._closed or self._wanted)
                if self._closed:
                    return
                key, path = self._wanted.popitem(last=True)
                self._at_work.add(key)
            image, reason = None, ""
            try:
                image = to_qimage(cache.load(path, key[1]))
            except PictureError as error:
                reason = error.reason
            except Exception as error:  # noqa: BLE001
                # Our bug, on one thumbnail: it goes to the log and shows as a broken picture.
                reason = bug_sentence(error)
            self._loaded.emit(key, image, reason)

    def _take(self, key: Key, image: QImage | None, reason: str) -> None:
        with self._gate:
            self._at_work.discard(key)
        if self._closed:
            return
        if image is None:
            self.failed.emit(key[0], reason)
            return
        self._kept[key] = image
        self._kept_bytes += image.sizeInBytes()
        while self._kept_bytes > KEPT_BYTES and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._kept_bytes -= oldest.sizeInBytes()
        self.ready.emit(key[0], image)
