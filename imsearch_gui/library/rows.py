"""Between rows of the catalog and values of the domain."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

from imsearch_gui.domain.marks import UNMARKED, Marks
from imsearch_gui.domain.records import ImageRecord, PictureInfo

IMAGE_COLUMNS = (
    "image.id, root.path, image.path, image.file_size, image.mtime_ns, "
    "content.width, content.height, content.format, content.taken, content.camera"
)
IMAGE_TABLES = "image JOIN root ON root.id = image.root_id JOIN content ON content.id = image.content_id"


def path_to_row(path: Path | str) -> str | bytes:
    """Paths are kept as text; one that is no UTF-8 (Linux allows any bytes) is kept as the bytes it is made of."""
    text = str(path)
    try:
        text.encode()
    except UnicodeEncodeError:
        return os.fsencode(text)
    return text


def path_from_row(value: str | bytes) -> str:
    return os.fsdecode(value)


def relative_to_row(path: Path, root: Path) -> str | bytes:
    """A path below its root, with forward slashes on every system."""
    return path_to_row(path.relative_to(root).as_posix())


def image_from_row(row: tuple[Any, ...], marks: Marks = UNMARKED) -> ImageRecord:
    """A row of IMAGE_COLUMNS, and what was noted of the image."""
    identity, root, path, size, mtime, width, height, kind, taken, camera = row
    return ImageRecord(
        id=identity,
        path=Path(path_from_row(root), path_from_row(path)),
        file_size=size,
        mtime_ns=mtime,
        info=PictureInfo(width, height, kind, taken, camera),
        marks=marks,
    )


def fetch_int(connection: sqlite3.Connection, sql: str, *values: object) -> int:
    """The single number a query gives."""
    return int(connection.execute(sql, values).fetchone()[0])
