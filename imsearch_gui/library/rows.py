"""Between rows of the catalog and values of the domain.

SQLite keeps whatever it is given in a column of whatever type, and a catalog may come from anybody: so every value is checked
where it is read. A path that leaves its root, or a number where a text should be, is no row of ours, and nothing is done with it.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import MappingProxyType, NoneType
from typing import Any

from imsearch_gui.domain.marks import UNMARKED, Marks
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.model_toml import LARGEST_DIMENSION
from imsearch_gui.domain.records import GraphRecord, ImageRecord, ModelRecord, PictureInfo, RootRecord
from imsearch_gui.library.places import VECTORS, vector_file
from imsearch_gui.library.soundness import Unsound

_FIRST_ID = -(2**63) - 1
"""Below every id."""
LONGEST_FACT = 100
"""Characters of what a picture says of itself; `metadata` cuts it to as many."""
LONGEST_PATH = 32_767
"""Characters; no system has longer ones."""
LARGEST_NUMBER = 2**31 - 1
"""Of candidates, as many as there can be rows of a graph."""
LARGEST_SIDE = 2**31 - 1
"""Pixels; what the columns of an answer hold."""


def _fact(column: str) -> str:
    """A column of `content` as text; many images may share a long one."""
    return f"CAST(substr(content.{column}, 1, {LONGEST_FACT}) AS TEXT) AS {column}"


FACT_COLUMNS = f"content.width, content.height, {_fact('format')}, {_fact('taken')}, {_fact('camera')}"
IMAGE_COLUMNS = f"image.id, root.path, image.path, image.file_size, image.mtime_ns, {FACT_COLUMNS}"
IMAGE_KINDS = "ippiiiitTT"
ROOT_COLUMNS = "id, path, recursive, exclude, watch"
ROOT_KINDS = "ipiti"
MODEL_COLUMNS = (
    "name, title, dimension, fingerprint, folder, file,"
    # Most contents are live, so that it is quicker to count those that are not.
    " (SELECT count(*) FROM vector WHERE vector.model_id = model.id),"
    " (SELECT count(*) FROM content JOIN vector ON content_id = content.id AND vector.model_id = model.id WHERE live = 0)"
)
MODEL_KINDS = "ttitptii"
GRAPH_COLUMNS = "rows, size, checksum, candidates, recall, rotation"
GRAPH_KINDS = "iitttb"
IMAGE_TABLES = "image JOIN root ON root.id = image.root_id JOIN content ON content.id = image.content_id"


def path_to_row(path: Path | str) -> str | bytes:
    """Paths are kept as text; one that is no UTF-8 (Linux allows any bytes) is kept as the bytes it is made of."""
    text = str(path)
    try:
        text.encode()
    except UnicodeEncodeError:
        return os.fsencode(text)
    return text


KINDS: Mapping[str, frozenset[type]] = MappingProxyType(
    {
        "i": frozenset({int}),
        "I": frozenset({int, NoneType}),
        "t": frozenset({str}),
        "T": frozenset({str, NoneType}),
        "b": frozenset({bytes}),
        "B": frozenset({bytes, NoneType}),
        "p": frozenset({str, bytes}),
    }
)
"""What a column may hold, by the letter that stands for it: a whole number, a text, bytes, a path; a capital: or nothing."""


def checked(rows: list[tuple[Any, ...]], kinds: str) -> list[tuple[Any, ...]]:
    """The same rows; Unsound where a column holds something else than its letter in `kinds` says."""
    for column, kind in zip(zip(*rows, strict=True), kinds, strict=bool(rows)):
        if not KINDS[kind].issuperset(map(type, column)):
            raise Unsound("a value is of another type than its column")
    return rows


def check_rising(numbers: Sequence[int], last: int) -> None:
    """Unsound unless each number is above the one before, the first above `last`: else who goes on behind it never ends."""
    if not all(before < after for before, after in pairwise((last, *numbers))):
        raise Unsound("its rows are in disorder")


def path_from_row(value: str | bytes) -> str:
    """A path that may be anywhere, such as that of a root; Unsound for what is none."""
    if not isinstance(value, str | bytes):
        raise Unsound("a path is no text")
    text = os.fsdecode(value)
    if "\0" in text or len(text) > LONGEST_PATH:
        raise Unsound("a path is none that a file can have")
    return text


def root_from_row(value: str | bytes) -> Path:
    """The path of a root; Unsound where it depends on where the program was started."""
    text = path_from_row(value)
    path = Path(text)
    # A library may come from another system: such a folder is offline here.
    if not (path.is_absolute() or PureWindowsPath(text).is_absolute() or PurePosixPath(text).is_absolute()):
        raise Unsound("the path of a folder does not begin at the root of the disk")
    return path


_WAYS = ("//", "/./", "/../")
"""What a path below a root cannot hold once a slash is put before and behind it: parts that are no names."""
_FOREIGN = ("\\", ":") if os.name == "nt" else ()
"""Drives and other slashes."""


def below_from_row(value: str | bytes) -> str:
    """A path below a root, with forward slashes; Unsound where it leaves the root."""
    text = path_from_row(value)
    all_below((text,))
    return text


def all_below(texts: Sequence[str]) -> None:
    """Unsound where one of many paths leaves its root."""
    if not texts:
        return
    joined = _BETWEEN.join(texts)
    # Looked for in all of them at once: a million paths take a twentieth of a second.
    slashed = f"/{joined.replace(_BETWEEN, _SLASHED)}/"
    if joined.count(_BETWEEN) != len(texts) - 1 or any(way in slashed for way in (*_WAYS, *_FOREIGN)):
        raise Unsound("the path of an image leaves its folder")


_BETWEEN, _SLASHED = "\0", "/\0/"


def root_record(row: tuple[Any, ...]) -> RootRecord:
    """Of ROOT_COLUMNS that were `checked` with ROOT_KINDS; whether it is online nobody has looked at yet."""
    identity, path, recursive, exclude, watch = row[:5]
    return RootRecord(
        identity, root_from_row(path), bool(recursive), texts_from_row(exclude), online=False, watch=bool(watch)
    )


def json_from_row(text: object) -> Any:
    """What a column with JSON holds; Unsound where it is none."""
    try:
        return json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError) as error:
        raise Unsound("what should be JSON is none") from error


def relative_to_row(path: Path, root: Path) -> str | bytes:
    """A path below its root, with forward slashes on every system."""
    return path_to_row(path.relative_to(root).as_posix())


def texts_from_row(text: object) -> tuple[str, ...]:
    """A list of texts, kept as JSON; Unsound where it is none."""
    values = json_from_row(text)
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise Unsound("what should be a list of texts is none")
    return tuple(values)


def numbers_from_row(text: object) -> dict[Metric, float]:
    """A number for each of some metrics, kept as JSON; Unsound where it is none, or one that is negative or without end."""
    values = json_from_row(text)
    if not isinstance(values, dict) or not values.keys() <= {metric.value for metric in Metric}:
        raise Unsound("what should be numbers of metrics is none")
    if not all(type(value) in (int, float) and 0 <= value <= LARGEST_NUMBER for value in values.values()):
        raise Unsound("what should be numbers of metrics is none")
    return {Metric(name): value for name, value in values.items()}


def model_from_row(row: tuple[Any, ...], folder: Path) -> ModelRecord:
    """A row of MODEL_COLUMNS that was `checked` with MODEL_KINDS, of the library in `folder`."""
    name, title, dimension, fingerprint, place, file, count, unused = row
    vectors = folder / VECTORS / vector_file(file)
    return ModelRecord(
        id=name,
        title=title[:LONGEST_FACT],
        dimension=dimension_from_row(dimension),
        vectors=count - unused,
        bytes=size_of(vectors),
        folder=Path(path_from_row(place)),
        fingerprint=fingerprint,
        unused=unused,
    )


def dimension_from_row(value: int) -> int:
    """Unsound where vectors cannot have so many numbers."""
    if not 0 < value <= LARGEST_DIMENSION:
        raise Unsound("the vectors of a model have an impossible length")
    return value


def graph_from_row(row: tuple[Any, ...], model_id: str) -> GraphRecord:
    """A row of GRAPH_COLUMNS that was `checked` with GRAPH_KINDS."""
    rows, size, checksum, candidates, recall, _ = row
    return GraphRecord(
        model_id=model_id,
        rows=rows,
        bytes=size,
        candidates={metric: int(number) for metric, number in numbers_from_row(candidates).items()},
        recall=numbers_from_row(recall),
        checksum=checksum,
    )


def size_of(file: Path) -> int:
    """Bytes of a file; 0 where it is not there, or no longer."""
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0


def image_from_row(row: tuple[Any, ...], marks: Marks = UNMARKED) -> ImageRecord:
    """A row of IMAGE_COLUMNS that was `checked` with IMAGE_KINDS, and what was noted of the image."""
    identity, root, path, size, mtime, width, height, kind, taken, camera = row
    if size < 0 or not (0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE):
        raise Unsound("an image has an impossible size")
    return ImageRecord(
        id=identity,
        path=root_from_row(root) / below_from_row(path),
        file_size=size,
        mtime_ns=mtime,
        info=PictureInfo(width, height, kind, taken, camera),
        marks=marks,
    )


def images_from_rows(rows: Iterable[tuple[Any, ...]]) -> Iterator[ImageRecord]:
    """Rows of IMAGE_COLUMNS in the order of their ids, one by one, with all checks."""
    last = _FIRST_ID
    for row in rows:
        image = image_from_row(checked([row], IMAGE_KINDS)[0])
        check_rising((image.id,), last)
        last = image.id
        yield image


def fetch_int(connection: sqlite3.Connection, sql: str, *values: object) -> int:
    """The single number a query gives."""
    ((number,),) = checked(connection.execute(sql, values).fetchall(), "i")
    return int(number)
