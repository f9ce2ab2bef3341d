"""What a drop or a paste brings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

_FIREFOX_URL = "text/x-moz-url"
_LONGEST_TEXT = 4096


class Kind(Enum):
    NOTHING = "nothing"
    FOLDERS = "folders"
    PICTURES = "pictures"
    IMAGE = "image"
    URL = "url"


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
    paths = _local_paths(data)
    if paths:
        return Kind.FOLDERS if all(not path.suffix for path in paths) else Kind.PICTURES
    if data.hasImage():
        return Kind.IMAGE
    return Kind.URL if _web_address(data) else Kind.NOTHING


def read_mime(data: QMimeData) -> Drop:
    """The content of a drop or of the clipboard: local files first, then image data, then an address on the web.

    Browsers offer an image both as data and as an address: the data is what the user saw.
    """
    paths = _local_paths(data)
    if paths:
        folders = tuple(path for path in paths if path.is_dir())
        return Drop(Kind.FOLDERS, folders) if folders else Drop(Kind.PICTURES, tuple(paths))
    if data.hasImage():
        image = data.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return Drop(Kind.IMAGE, image=image)
    address = _web_address(data)
    if address:
        return Drop(Kind.URL, url=address)
    return NOTHING


def read_text(text: str) -> Drop:
    """A path, a file:// address or a web address that was typed or pasted; NOTHING for other words."""
    word = text.strip().strip('"')
    if not word or len(word) > _LONGEST_TEXT or "\n" in word:
        return NOTHING
    url = QUrl(word)
    if url.scheme() in ("http", "https") and url.host():
        return Drop(Kind.URL, url=word)
    path = Path(url.toLocalFile() if url.isLocalFile() else word).expanduser()
    if not path.is_absolute() or not path.exists():
        return NOTHING
    return Drop(Kind.FOLDERS if path.is_dir() else Kind.PICTURES, (path,))


def _local_paths(data: QMimeData) -> list[Path]:
    if data.hasUrls():
        return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return list(read_text(data.text()).paths) if data.hasText() else []


def _web_address(data: QMimeData) -> str:
    if data.hasFormat(_FIREFOX_URL):
        text = bytes(data.data(_FIREFOX_URL).data()).decode("utf-16-le", errors="replace").split("\n")[0]
        if read_text(text).kind is Kind.URL:
            return text.strip()
    for url in data.urls():
        if url.scheme() in ("http", "https"):
            return url.toString()
    if data.hasText():
        return read_text(data.text()).url
    return ""
