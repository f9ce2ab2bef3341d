"""What a power cut leaves: the disk put together from the log of the shim, without what was not synced by then.

A write reaches the disk for certain when its file is synced, a name when its folder is. Before that the system may keep it, lose
it, or keep a later one and lose an earlier one; what a program may rely on is what holds in each of these worlds. Several of them
are made for each moment:

- "contents lost": all names are as they were, of the contents only what was synced;
- "names lost": names are those of the last sync of their folder, contents what was synced;
- "some": of what was not synced a part arrived, drawn by a seed, writes of one file in any order, names in the order in which
  they were made.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from shim import Kind

_RECORD = struct.Struct("<4I2q")
WORLDS = ("contents lost", "names lost", "some")
PAGE = 4096
"""Bytes that arrive together: a write across a border may arrive in part."""


@dataclass(frozen=True, slots=True)
class Point:
    """One call as the log has it."""

    kind: Kind
    path: str
    other: str = ""
    offset: int = 0
    """Of a write; the new size of a truncation; of an open: 1 where the file is emptied; the number of a mark."""
    data: bytes = b""

    def __str__(self) -> str:
        return f"{self.kind.name.lower()} {self.path}" + f" to {self.other}" * bool(self.other)


def log_of(file: Path) -> Iterator[Point]:
    """Everything in a log, marks included."""
    data = file.read_bytes()
    at = 0
    while at < len(data):
        kind, path, other, _, offset, size = _RECORD.unpack_from(data, at)
        at += _RECORD.size
        names = data[at : at + path], data[at + path : at + path + other]
        at += path + other
        written = data[at : at + size] if kind == Kind.WRITE else b""
        at += len(written)
        yield Point(Kind(kind), names[0].decode(), names[1].decode(), offset, written)


def points_of(file: Path) -> list[Point]:
    """The log without the marks."""
    return [point for point in log_of(file) if point.kind is not Kind.MARK]


@dataclass(slots=True)
class _File:
    """Contents, and what has been done to them since the last sync."""

    synced: bytes = b""
    since: list[tuple[Kind, int, bytes]] = field(default_factory=list)

    def written(self, changes: list[tuple[Kind, int, bytes]]) -> bytes:
        """What was synced, with some changes."""
        data = bytearray(self.synced)
        for kind, offset, new in changes:
            if kind is Kind.TRUNCATE:
                del data[offset:]
                data.extend(bytes(offset - len(data)))
            else:
                data.extend(bytes(max(0, offset - len(data))))
                data[offset : offset + len(new)] = new
        return bytes(data)

    def sync(self) -> None:
        self.synced = self.written(self.since)
        self.since = []


@dataclass(slots=True)
class _Folder:
    """Names as the programs see them, and as the disk has them."""

    now: dict[str, _File | _Folder] = field(default_factory=dict)
    arrived: dict[str, _File | _Folder] = field(default_factory=dict)


_Change = list[tuple[_Folder, str, "_File | _Folder | None"]]
"""Names that change together: folder, name, and what it stands for from now on; None where it is gone."""


class Disk:
    """A file system that tells what has arrived from what is on its way."""

    def __init__(self, folder: Path) -> None:
        self._place = folder
        self._root = _folder_from(folder)
        self._made: list[_Change] = []
        """Changes of names that may still be lost, in their order."""

    def do(self, point: Point) -> None:
        """One more call."""
        match point.kind:
            case Kind.OPEN:
                if self._find(point.path) is None:
                    self._name([self._entry(point.path, _File())])
                elif point.offset:
                    self._change(point.path, Kind.TRUNCATE, 0, b"")
            case Kind.WRITE | Kind.TRUNCATE:
                self._change(point.path, point.kind, point.offset, point.data)
            case Kind.SYNC:
                self._sync(point.path)
            case Kind.MKDIR:
                self._name([self._entry(point.path, _Folder())])
            case Kind.UNLINK | Kind.RMDIR:
                self._name([self._entry(point.path, None)])
            case Kind.LINK:
                self._name([self._entry(point.other, self._find(point.path))])
            case Kind.RENAME:
                self._name([self._entry(point.other, self._find(point.path)), self._entry(point.path, None)])

    def left(self, world: str, seed: int) -> dict[str, bytes | None]:
        """Path below the folder -> content, None for a folder, after a power cut now."""
        draw = random.Random(seed)
        names = {id(folder): dict(folder.now if world == WORLDS[0] else folder.arrived) for folder in self._folders()}
        if world == WORLDS[2]:
            for change in self._made[: draw.randint(0, len(self._made))]:
                for folder, name, what in change:
                    _put_name(names[id(folder)], name, what)
        found: dict[str, bytes | None] = {}

        def walk(folder: _Folder, before: str) -> None:
            for name, what in sorted(names[id(folder)].items()):
                if isinstance(what, _File):
                    found[before + name] = _some(what, draw) if world == WORLDS[2] else what.synced
                else:
                    found[before + name] = None
                    walk(what, f"{before}{name}/")

        walk(self._root, "")
        return found

    def _folders(self) -> list[_Folder]:
        """All that anybody has a name for, or had."""
        every = {id(self._root): self._root}
        waiting = [self._root]
        while waiting:
            folder = waiting.pop()
            inside = [*folder.now.values(), *folder.arrived.values()]
            inside += [what for change in self._made for _, _, what in change if what is not None]
            inside += [place for change in self._made for place, _, _ in change]
            for what in inside:
                if isinstance(what, _Folder) and id(what) not in every:
                    every[id(what)] = what
                    waiting.append(what)
        return list(every.values())

    def _find(self, path: str) -> _File | _Folder | None:
        here: _File | _Folder | None = self._root
        for name in Path(path).relative_to(self._place).parts:
            here = here.now.get(name) if isinstance(here, _Folder) else None
        return here

    def _entry(self, path: str, what: _File | _Folder | None) -> tuple[_Folder, str, _File | _Folder | None]:
        folder = self._find(str(Path(path).parent))
        assert isinstance(folder, _Folder), path
        return folder, Path(path).name, what

    def _name(self, change: _Change) -> None:
        for folder, name, what in change:
            _put_name(folder.now, name, what)
        self._made.append(change)

    def _change(self, path: str, kind: Kind, offset: int, data: bytes) -> None:
        file = self._find(path)
        if isinstance(file, _File):  # else it was deleted while it was open
            file.since.append((kind, offset, data))

    def _sync(self, path: str) -> None:
        what = self._find(path)
        if isinstance(what, _File):
            what.sync()
            return
        rest = []
        for change in self._made:
            if any(folder is what for folder, _, _ in change):
                for folder, name, new in change:
                    _put_name(folder.arrived, name, new)
            else:
                rest.append(change)
        self._made = rest


def _folder_from(folder: Path) -> _Folder:
    made = _Folder()
    for path in folder.iterdir():
        made.now[path.name] = _folder_from(path) if path.is_dir() else _File(path.read_bytes())
    made.arrived = dict(made.now)
    return made


def _put_name(names: dict[str, _File | _Folder], name: str, what: _File | _Folder | None) -> None:
    if what is None:
        names.pop(name, None)
    else:
        names[name] = what


def _some(file: _File, draw: random.Random) -> bytes:
    """Of each write since the last sync the pages arrive or not, each by itself."""
    kept: list[tuple[Kind, int, bytes]] = []
    for kind, offset, data in file.since:
        if kind is Kind.TRUNCATE:
            kept += [(kind, offset, data)] * draw.randint(0, 1)
            continue
        at = 0
        while at < len(data):
            end = min(len(data), at + PAGE - (offset + at) % PAGE)
            kept += [(kind, offset + at, data[at:end])] * draw.randint(0, 1)
            at = end
    return file.written(kept)


def put(disk: dict[str, bytes | None], folder: Path) -> None:
    """Make an empty folder what a disk has below it."""
    for name in sorted(disk):
        data = disk[name]
        if data is None:
            (folder / name).mkdir()
        else:
            (folder / name).write_bytes(data)
