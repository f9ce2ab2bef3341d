"""Thumbnails, kept where every program of the desktop keeps them.

On Linux that is the cache of the freedesktop.org Thumbnail Managing Standard: PNG files named by the MD5 of the picture's URI, in a
folder a size, valid while the modification time inside is the picture's. Elsewhere the same layout lies in our own cache.
"""

from __future__ import annotations

import hashlib
import io
import logging
import os
import platform
import tempfile
from pathlib import Path
from urllib.parse import quote

import numpy as np

from imsearch_gui import __version__, paths
from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.records import Pixels
from imsearch_gui.imaging.decoder import decode, read
from imsearch_gui.imaging.formats import opened
from imsearch_gui.imaging.resize import shrink

SIZES = {"normal": 128, "large": 256, "x-large": 512, "xx-large": 1024}
_SAFE = "!$&'()*+,;=:@/~"
"""Signs that GLib leaves as they are in a file's URI, beside letters, digits and `-._`."""

_log = logging.getLogger(__name__)


class ThumbnailCache:
    """Loads thumbnails, from the cache where they are fresh; safe to use from several threads."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder if folder is not None else _default_folder()

    def load(self, path: Path, side: int) -> Pixels:
        """A thumbnail whose long side is the cache's size that fits `side`, or less for a smaller picture.

        Raises PictureError for what cannot be decoded; the cache remembers that too, until the file changes.
        """
        try:
            mtime = int(path.stat().st_mtime)
        except OSError as error:
            raise PictureError(f"the file cannot be reached ({error.strerror})") from error
        uri = file_uri(path)
        name = hashlib.md5(uri.encode(), usedforsecurity=False).hexdigest() + ".png"
        size = next((key for key, pixels in SIZES.items() if pixels >= side), "xx-large")
        for candidate in list(SIZES)[list(SIZES).index(size) :]:
            kept = self._fresh(self._folder / candidate / name, uri, mtime)
            if kept is not None:
                return shrink(kept, SIZES[size])
        failure = self._folder / "fail" / f"{paths.APP}-{__version__}" / name
        if self._fresh(failure, uri, mtime) is not None:
            raise PictureError("no thumbnail could be made of it")
        return self._make(path, uri, mtime, SIZES[size], self._folder / size / name, failure)

    def _make(self, path: Path, uri: str, mtime: int, side: int, file: Path, failure: Path) -> Pixels:
        try:
            # The short side gets what the long side needs: sharper than necessary, never softer.
            decoded = decode(read(path), need=side)
        except PictureError:
            self._keep(failure, np.zeros((1, 1, 3), np.uint8), uri, mtime)
            raise
        pixels = shrink(decoded.pixels, side)
        self._keep(file, pixels, uri, mtime)
        return pixels

    def _fresh(self, file: Path, uri: str, mtime: int) -> Pixels | None:
        try:
            data = file.read_bytes()
            with opened(io.BytesIO(data)) as image:
                image.load()
                info = image.info
                if info.get("Thumb::MTime") != str(mtime) or info.get("Thumb::URI") != uri:
                    return None
                return np.asarray(image.convert("RGB"))
        except (OSError, PictureError):
            return None  # not there, or not whole: it is made anew

    def _keep(self, file: Path, pixels: Pixels, uri: str, mtime: int) -> None:
        """Write aside and rename. A cache that cannot be written costs time only, so it is no error of the user's."""
        from PIL import Image, PngImagePlugin

        text = PngImagePlugin.PngInfo()
        text.add_text("Thumb::URI", uri)
        text.add_text("Thumb::MTime", str(mtime))
        text.add_text("Software", f"{paths.APP} {__version__}")
        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            # mkstemp makes the file readable for its owner alone, as the standard asks.
            handle, aside = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=".png")
            try:
                with os.fdopen(handle, "wb") as stream:
                    Image.fromarray(pixels).save(stream, "PNG", pnginfo=text, compress_level=1)
                Path(aside).replace(file)
            except BaseException:
                Path(aside).unlink(missing_ok=True)
                raise
        except OSError as error:
            _log.info("thumbnail not kept: %s", error)


def file_uri(path: Path) -> str:
    """The URI of a file, escaped as GLib does, so that thumbnails are shared with other programs."""
    return "file://" + quote(os.fsencode(path.absolute()), safe=_SAFE)


def _default_folder() -> Path:
    if platform.system() not in ("Windows", "Darwin"):
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "thumbnails"
    return paths.cache() / "thumbnails"
