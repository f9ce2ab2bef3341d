"""What a drop or a paste brings."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

_FIREFOX_URL = "text/x-moz-url"
_LONGEST_TEXT = 4096
_MOST_PATHS = 10_000
"""Of one drop, as of one command line; each is looked at, here and at every move of the mouse."""


class Kind(Enum):
    NOTHING = "nothing"
    FOLDERS = "folders"
    PICTURES = "pictures"
    IMAGE = "image"
    URL = "url"
    MODEL = "model"
    """A file with an ONNX graph."""


@dataclass(frozen=True)
class Drop:
    """What came in, the best of what was offered."""

    kind: Kind
    paths: tuple[Path, ...] = ()
    image: QImage | None = None
    url: str = ""


NOTHING = Drop(Kind.NOTHING)


def promises(data: QMimeData) -> Kind:
    """What a drag seems to bring, judged by names alone: this is asked at every move of the mouse."""
    paths = _file_urls(data)
    if not paths and not data.hasUrls() and data.hasText():
        named = _named(data.text())
        paths = [named] if named is not None else []
    if any(_is_model(path) for path in paths):
        return Kind.MODEL
    if paths:
        from imsearch_gui.imaging.scanner import looks_like_picture  # not before the window is painted

        # "2024.05 Lisbon" is a folder, so a suffix alone says nothing.
        return Kind.PICTURES if any(looks_like_picture(path.name) for path in paths) else Kind.FOLDERS
    if data.hasImage():
        return Kind.IMAGE
    return Kind.URL if _web_address(data) else Kind.NOTHING


def read_mime(data: QMimeData) -> Drop:
    """The content of a drop or of the clipboard: local files first, then image data, then an address on the web.

    Browsers offer an image both as data and as an address: the data is what the user saw.
    """
    paths = _file_urls(data)
    if paths:
        models = tuple(path for path in paths if _is_model(path))
        if models:
            return Drop(Kind.MODEL, models)
        folders = tuple(path for path in paths if is_folder(path))
        return Drop(Kind.FOLDERS, folders) if folders else Drop(Kind.PICTURES, tuple(paths))
    if data.hasText() and not data.hasUrls() and (named := read_text(data.text())).paths:
        return named
    if data.hasImage():
        image = data.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return Drop(Kind.IMAGE, image=image)
    address = _web_address(data)
    return Drop(Kind.URL, url=address) if address else NOTHING


def _is_model(path: Path) -> bool:
    return path.suffix.lower() == ".onnx"


def read_text(text: str) -> Drop:
    """A path, a file:// address or a web address that was typed or pasted; NOTHING for other words."""
    address = _address_in(text)
    if address:
        return Drop(Kind.URL, url=address)
    path = _named(text)
    if path is None or not _exists(path):
        return NOTHING
    return Drop(Kind.FOLDERS if is_folder(path) else Kind.PICTURES, (path,))


def _word(text: str) -> str:
    """The text where it may be one name; empty for prose."""
    word = text.strip().strip('"')
    return "" if len(word) > _LONGEST_TEXT or "\n" in word or not _may_be_a_name(word) else word


def _named(text: str) -> Path | None:
    """The absolute path that a text is, whether something is there or not."""
    word = _word(text)
    if not word:
        return None
    url = QUrl(word)
    name = url.toLocalFile() if url.isLocalFile() else word
    if not _may_be_a_name(name):
        return None
    try:
        path = Path(name).expanduser()
    except RuntimeError:
        return None  # "~name" of somebody who has no account here
    return path if path.is_absolute() else None


def _exists(path: Path) -> bool:
    try:
        path.stat()
    except OSError:
        return False  # not there, or a name that no file can have
    return True


def is_folder(path: Path) -> bool:
    """False as well for what cannot be looked at: reading it as a picture says why."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _file_urls(data: QMimeData) -> list[Path]:
    names = [url.toLocalFile() for url in data.urls()[:_MOST_PATHS] if url.isLocalFile()]
    # An address that is none gives no name at all, and that would be the folder where the program was started.
    return [Path(name) for name in names if _may_be_a_name(name) and Path(name).is_absolute()]


def _may_be_a_name(text: str) -> bool:
    """Whether a file can be called so: no zero sign, and no half of a sign."""
    try:
        return b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        return False


def _address_in(text: str) -> str:
    """The web address that a text is, as it is sent: spaces and foreign letters escaped."""
    url = QUrl(_word(text))
    return _encoded(url) if url.scheme() in ("http", "https") and url.host() else ""


def _encoded(url: QUrl) -> str:
    return bytes(url.toEncoded().data()).decode("ascii")


def _web_address(data: QMimeData) -> str:
    if data.hasFormat(_FIREFOX_URL):
        lines = bytes(data.data(_FIREFOX_URL).data()).decode("utf-16-le", errors="replace").split("\n")
        if address := _address_in(lines[0].strip("\0")):
            return address
    for url in data.urls():
        if url.scheme() in ("http", "https"):
            return _encoded(url)
    return _address_in(data.text()) if data.hasText() else ""
