"""Thumbnails, kept where every program of the desktop keeps them.

On Linux that is the cache of the freedesktop.org Thumbnail Managing Standard (0.9.0): PNG files named by the MD5 of the picture's
URI, in a folder a size, valid while the modification time inside is the picture's. Elsewhere the same layout lies in our own
cache.
"""

from __future__ import annotations

import hashlib
import io
import logging
import os
import platform
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import numpy as np

from imsearch_gui import __version__, disk, paths
from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.reasons import NO_THUMBNAIL, UNREACHABLE
from imsearch_gui.domain.records import Pixels
from imsearch_gui.imaging.apart import Lethal
from imsearch_gui.imaging.colour import to_rgb
from imsearch_gui.imaging.decoder import Decoded, decode, read
from imsearch_gui.imaging.decoding import IN_PROCESS, Decoding
from imsearch_gui.imaging.formats import mishaps, opened
from imsearch_gui.imaging.png import read_png, write_png
from imsearch_gui.imaging.resize import shrink, shrink_quickly

SIZES = {"normal": 128, "large": 256, "x-large": 512, "xx-large": 1024}
"""Folder -> longest side of its thumbnails in pixels."""
_AHEAD = "large"
"""What is kept before anybody asks for it: 256 pixels, which serve the window at every size that most screens need."""
_ROOM = 1 << 30
"""Bytes that a disk must have free for that: a hundred thousand thumbnails take eight billion."""
_LEFT_AS_IS = "!$&'()*+,;=:@/~"
"""Signs that GLib leaves as they are in a file's URI, beside letters, digits and `-._` (g_filename_to_uri)."""
_REASON_KEY = f"X-{paths.APP}::Reason"
"""Why there is no thumbnail; programs may add keys that begin like this."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Subject:
    """The file that a thumbnail is of, at the moment it was asked for."""

    path: Path
    uri: str
    mtime: int
    """Whole seconds since 1970, as the standard counts."""
    size: int

    @property
    def name(self) -> str:
        return hashlib.md5(self.uri.encode(), usedforsecurity=False).hexdigest() + ".png"

    def keys(self) -> dict[str, str]:
        return {"Thumb::URI": self.uri, "Thumb::MTime": str(self.mtime), "Thumb::Size": str(self.size)}

    def is_told_by(self, keys: Mapping[str, object]) -> bool:
        """Whether a thumbnail with these `keys` is of this very state of the file. Its size need not be said."""
        own = self.keys()
        return all(keys.get(key, own[key] if key == "Thumb::Size" else None) == value for key, value in own.items())


def _size_for(side: int) -> str:
    return next((key for key, pixels in SIZES.items() if pixels >= side), "xx-large")


def _subject_at(path: Path) -> _Subject:
    status = path.stat()
    return _Subject(path, file_uri(path), status.st_mtime_ns // 10**9, status.st_size)


class ThumbnailCache:
    """Loads thumbnails, from the cache where they are fresh; safe to use from several threads."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder if folder is not None else _default_folder()
        self._failures = self._folder / "fail" / f"{paths.APP}-{__version__}"

    def load(self, path: Path, side: int) -> Pixels:
        """A thumbnail whose long side is the cache's size that fits `side`, or less for a smaller picture.

        Of a file that is not there just now (an unplugged disk) it is the one that was kept last, of whatever size.
        Raises PictureError for what cannot be decoded; the cache remembers that too, until the file changes.
        """
        size = _size_for(side)
        try:
            subject = _subject_at(path)
        except OSError as error:
            if (of_before := self._of_before(path, size)) is not None:
                return of_before
            raise PictureError(UNREACHABLE.format(error.strerror)) from error
        if (kept := self._kept(subject, size)) is not None:
            return shrink(kept.pixels, SIZES[size])
        failure = _fresh(self._failures / subject.name, subject)
        if failure is not None:
            raise PictureError(failure.reason or NO_THUMBNAIL)
        return self._make(subject, size)

    def clear_leftovers(self) -> None:
        """Delete thumbnails that processes which are no more were writing."""
        for folder in (*(self._folder / size for size in SIZES), self._failures):
            disk.clear(folder)

    def own(self, path: Path, side: int) -> Pixels | None:
        """The thumbnail that `load` would give, where this program has kept it in just that size; else None."""
        size = _size_for(side)
        try:
            subject = _subject_at(path)
            found = read_png((self._folder / size / subject.name).read_bytes())
        except OSError:
            return None
        return found.pixels if found is not None and subject.is_told_by(found.texts) else None

    def forgo(self, path: Path, reason: str) -> None:
        """Remember, until the file changes, that there is no thumbnail of it, and why."""
        with suppress(OSError):  # gone meanwhile
            self._fail(_subject_at(path), reason)

    def keep(self, path: Path, decoded: Decoded, *, size: int, mtime_ns: int) -> bool:
        """Keep a thumbnail made of what was `decoded` for another purpose; whether it is there now.

        `size` and `mtime_ns` are those that the file had before it was read: if it was changed since, the thumbnail is not fresh.
        Nothing is made where the pixels are too few for it, where the disk is nearly full, or where a fresh one is there.
        """
        subject = _Subject(path, file_uri(path), mtime_ns // 10**9, size)
        side = min(SIZES[_AHEAD], max(decoded.info.width, decoded.info.height))
        if max(decoded.image.size) < side or path.is_relative_to(self._folder):
            return False
        if self._kept(subject, _AHEAD) is not None:
            return True
        pixels = shrink_quickly(decoded.image, SIZES[_AHEAD])
        return self._keep(self._folder / _AHEAD / subject.name, pixels, subject.keys(), room=_ROOM)

    def _kept(self, subject: _Subject, size: str) -> _Kept | None:
        """A fresh thumbnail of that size or a larger one."""
        for candidate in list(SIZES)[list(SIZES).index(size) :]:
            if (kept := _fresh(self._folder / candidate / subject.name, subject)) is not None:
                return kept
        return None

    def _of_before(self, path: Path, size: str) -> Pixels | None:
        """What was kept of a file that is not there: of that size, a larger one, or the largest of the smaller ones."""
        places = list(SIZES)
        place = places.index(size)
        uri = file_uri(path)
        subject = _Subject(path, uri, 0, 0)
        for candidate in places[place:] + places[:place][::-1]:
            kept = _read(self._folder / candidate / subject.name)
            if kept is not None and kept.uri == uri:
                return shrink(kept.pixels, SIZES[size])
        return None

    def _make(self, subject: _Subject, size: str) -> Pixels:
        # A file that cannot be read just now may be readable in a minute, at the same modification time: not remembered.
        data = read(subject.path)
        try:
            # The short side gets what the long side needs: sharper than necessary, never softer.
            decoded = decode(data, need=SIZES[size])
        except PictureError as error:
            if not isinstance(error.__cause__, MemoryError):
                self._fail(subject, error.reason)
            raise
        pixels = shrink(decoded.image, SIZES[size])
        # The standard forbids thumbnails of thumbnails.
        if not subject.path.is_relative_to(self._folder):
            self._keep(self._folder / size / subject.name, pixels, subject.keys())
        return pixels

    def _fail(self, subject: _Subject, reason: str) -> None:
        dot = np.zeros((1, 1, 3), np.uint8)
        self._keep(self._failures / subject.name, dot, {**subject.keys(), _REASON_KEY: reason})

    def _keep(self, file: Path, pixels: Pixels, keys: dict[str, str], *, room: int = 0) -> bool:
        """Write aside and rename. A cache that cannot be written costs time only, so it is no error of the user's.

        `room`: bytes that must be free. Returns whether it was written.
        """
        try:
            _make_private(file.parent)
            if room and shutil.disk_usage(file.parent).free < room:
                return False
            aside = disk.aside(file.parent)
            try:
                with open(aside, "wb", opener=_for_the_owner) as stream:
                    stream.write(write_png(pixels, {**keys, "Software": f"{paths.APP} {__version__}"}))
                os.replace(aside, file)  # noqa: PTH105 (called for every picture of a job)
            except BaseException:
                aside.unlink(missing_ok=True)
                raise
        except OSError as error:
            _log.info("thumbnail not kept: %s", error)
            return False
        return True


class ThumbnailLoader:
    """Loads thumbnails by `Decoding`, and remembers which pictures brought a process down: each would do so again.

    What this program has kept itself is read here: no decoder has a part in that, and most of what is seen is of that kind.
    """

    def __init__(self, decoding: Decoding = IN_PROCESS, cache: ThumbnailCache | None = None) -> None:
        self._decoding = decoding
        self._cache = cache or ThumbnailCache()

    def __call__(self, path: Path, side: int) -> Pixels:
        """As `ThumbnailCache.load`."""
        if (own := self._cache.own(path, side)) is not None:
            return own
        try:
            return self._decoding.run(self._cache.load, path, side)
        except Lethal as error:
            self._cache.forgo(path, error.reason)
            raise


@dataclass(frozen=True, slots=True)
class _Kept:
    pixels: Pixels
    keys: dict[str, object]

    @property
    def reason(self) -> str:
        """Of a failure; else empty."""
        return str(self.keys.get(_REASON_KEY, ""))

    @property
    def uri(self) -> str:
        return str(self.keys.get("Thumb::URI", ""))


def _fresh(file: Path, subject: _Subject) -> _Kept | None:
    """What the cache holds, by whatever program, if it is of the `subject` as it is now."""
    return _read(file, subject.is_told_by)


def _read(file: Path, wanted: Callable[[dict[str, object]], bool] = lambda _: True) -> _Kept | None:
    """What a file of the cache holds, where its keys are `wanted`."""
    try:
        data = file.read_bytes()
        with opened(io.BytesIO(data), "PNG") as image:
            # None of the sizes is exceeded by a file that keeps to the standard.
            if max(image.size) > max(SIZES.values()):
                return None
            with mishaps("PNG"):
                image.load()  # also the texts, which may stand behind the pixels
            keys: dict[str, object] = {str(key): value for key, value in image.info.items()}
            if not wanted(keys):
                return None
            with mishaps("PNG"):
                return _Kept(np.asarray(to_rgb(image)), keys)
    except (OSError, PictureError):
        return None  # not there, or not whole: it is made anew


def file_uri(path: Path) -> str:
    """The URI of a file, escaped as GLib does, so that thumbnails are shared with other programs."""
    whole = os.path.abspath(path)  # noqa: PTH100 (GLib, too, takes `..` away without looking at links)
    if os.name == "nt":
        return Path(whole).as_uri()
    return "file://" + quote(os.fsencode(whole), safe=_LEFT_AS_IS)


def _for_the_owner(path: str, flags: int) -> int:
    """Readable for its owner alone, as the standard asks."""
    return os.open(path, flags, 0o600)


def _make_private(folder: Path) -> None:
    """Make a folder and those above it, for their owner alone; `mkdir(parents=True)` would open those above to everyone."""
    if not folder.is_dir():
        _make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def _default_folder() -> Path:
    if platform.system() not in ("Windows", "Darwin"):
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "thumbnails"
    return paths.cache() / "thumbnails"
