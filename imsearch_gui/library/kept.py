"""A folder of queries: one file that lists them, a small picture for each, and copies of pictures that have no file.

It has nothing to do with the catalog or its lock: whatever is written takes the place of the file before in one step, and a lock
of its own keeps apart those who change it. Those of a library may come from anybody: what is no query is left out, and nothing
outside the folder is read or written.
"""

from __future__ import annotations

import itertools
import json
import logging
import os
import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from filelock import FileLock, Timeout

from imsearch_gui import disk
from imsearch_gui.domain.errors import PictureError, StorageError
from imsearch_gui.domain.kept import KeptQuery
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.query_json import from_json, picture_name, to_json
from imsearch_gui.domain.reasons import COPY_GONE, NOT_KEPT
from imsearch_gui.domain.records import FileExample, PixelsExample, Query
from imsearch_gui.library.soundness import Unsound, check_folder, check_plain

SEARCHES = "searches"
"""The folder in a library with the searches that were saved there."""
LIST = "queries.json"
THUMBNAIL = ".png"
PICTURE = ".picture"
"""Whatever format it has; told from its bytes, as everywhere."""
LOCK = "queries.lock"
"""Held from reading the list until it is written anew."""
WAIT_S = 5.0
"""A change takes milliseconds; who waits for longer waits for a disk that hangs."""
VERSION = 1
"""Of the list; a higher one is that of a later program."""
KINDS = (".json", ".lock", THUMBNAIL, PICTURE, disk.SUFFIX, ".new")
"""Suffixes of what lies here; the last one was left by earlier versions."""
LARGEST = 100 * 2**20
"""Bytes of the copies in one folder; the oldest queries that need them give way."""
LARGEST_LIST = 20 * 2**20
"""Bytes; five hundred queries of a thousand words each take a fifth."""
LARGEST_THUMBNAIL = 1 << 20
"""Bytes; those that are made here have a twentieth."""
LONGEST_NAME = 200
"""Characters that are shown of a name."""
_ASIDE = "queries-damaged-{0}.json"
"""A list that could not be read, kept for whoever can mend it."""
_ID = re.compile("[0-9a-f]{32}")
_LATEST = 2.0**33
"""Seconds since 1970: a day that every calendar knows."""

_log = logging.getLogger(__name__)
Entry = dict[str, Any]


class _Damaged(Exception):
    """What lies in the place of the list is none; the text says why."""


@dataclass(frozen=True, slots=True)
class KeptQueries:
    """Every method reads what is there and writes what shall be; raises StorageError where the disk refuses."""

    folder: Path
    most: int
    tell: Callable[[str], object] = _log.warning
    """Called with a sentence where a list is damaged."""

    def listed(self) -> tuple[KeptQuery, ...]:
        """The newest first."""
        return tuple(kept for entry in self._read() if (kept := self._kept(entry)) is not None)

    def query(self, identity: str) -> Query:
        """The query with all that it needs; PictureError where it is gone."""
        for entry in self._read():
            if entry["id"] == identity:
                try:
                    return from_json(entry["query"], self._bytes)
                except ValueError as error:
                    _log.warning("a query in %s cannot be read: %s", self.folder / LIST, error)
        raise PictureError(NOT_KEPT, name=identity)

    def add(self, query: Query, when: float, *, thumbnail: bytes = b"", name: str = "") -> str:
        """Put a query first; the same one, or the same name, is not there twice. Returns its id; empty if it is too large."""
        pictures = {picture_name(one.data): one.data for one in query.examples if isinstance(one, PixelsExample)}
        if sum(map(len, pictures.values())) > LARGEST:
            return ""
        described = to_json(query)
        identity = uuid4().hex
        entry = {"id": identity, "when": when, "name": name, "query": described, "pictures": sorted(pictures)}

        def same(other: Entry) -> bool:
            return other["name"] == name and (bool(name) or other["query"] == described)

        with self._alone():
            # What was kept under a clock that ran ahead would for ever be newer than what is kept under the right one.
            now = max(when, time.time())
            rest = [{**other, "when": min(other["when"], now)} for other in self._to_change() if not same(other)]
            with _said(self.folder):
                for file, data in pictures.items():
                    if not self._path(file, PICTURE).exists():
                        disk.write(self._path(file, PICTURE), data)
                if thumbnail:
                    disk.write(self._path(identity, THUMBNAIL), thumbnail)
            self._store([entry, *rest])
        return identity

    def rename(self, identity: str, name: str) -> None:
        """Call one otherwise; another one of that name stays beside it."""
        self._change(lambda entry: {**entry, "name": name} if entry["id"] == identity else entry)

    def remove(self, identity: str) -> None:
        """Forget one."""
        self._change(lambda entry: None if entry["id"] == identity else entry)

    def clear(self) -> None:
        """Forget all of them, and delete what was kept for them."""
        if not self.folder.is_dir():
            return
        with self._alone():
            # Damage needs no care here, but what a later program keeps is not ours to forget.
            with suppress(_Damaged):
                self._entries()
            with _said(self.folder):
                for file in self._asides():
                    file.unlink(missing_ok=True)
            self._store([])

    # -- files ------------------------------------------------------------------------------------------------------

    def _change(self, change: Callable[[Entry], Entry | None]) -> None:
        if self.folder.is_dir():
            with self._alone():
                self._store([changed for entry in self._to_change() if (changed := change(entry)) is not None])

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """The folder is there, and nobody else changes what is in it."""
        with _said(self.folder):
            check_folder(self.folder)
            disk.make_folder(self.folder)
            check_plain(self.folder / LOCK)
            lock = FileLock(self.folder / LOCK, timeout=WAIT_S)
            lock.acquire()
        try:
            yield
        finally:
            lock.release()

    def _read(self) -> list[Entry]:
        """What is there, to look at it."""
        try:
            return self._entries()
        except _Damaged as damage:
            sentence = tr(
                "The list of searches in {0} is damaged ({1}), so none of them are shown: it stays as it is until another search"
                " is kept there, and is put aside then."
            )
            self.tell(sentence.format(self.folder, damage))
            return []

    def _to_change(self) -> list[Entry]:
        """What is there, to be written anew; a damaged list makes way first, and is kept."""
        try:
            return self._entries()
        except _Damaged as damage:
            with _said(self.folder):
                aside = self._put_aside()
            sentence = tr(
                "The list of searches in {0} was damaged ({1}): it is kept there as {2}, and a new list was begun."
            )
            self.tell(sentence.format(self.folder, damage, aside.name))
            return []

    def _put_aside(self) -> Path:
        places = (self.folder / _ASIDE.format(number) for number in itertools.count(1))
        aside = next(place for place in places if not os.path.lexists(place))
        (self.folder / LIST).rename(aside)
        return aside

    def _asides(self) -> list[Path]:
        return list(self.folder.glob(_ASIDE.format("*")))

    def _entries(self) -> list[Entry]:
        """Raises _Damaged, and StorageError where the disk refuses or a later program has kept it."""
        try:
            check_folder(self.folder)
            value = json.loads(_read_plain(self.folder / LIST, LARGEST_LIST).decode("utf-8", "surrogatepass"))
        except FileNotFoundError:
            return []
        except OSError as error:
            raise _sentence(error, self.folder) from error
        except (ValueError, RecursionError, Unsound) as error:
            raise _Damaged(str(error)) from error
        entries = value.get("queries") if isinstance(value, dict) else None
        version = value.get("version") if isinstance(value, dict) else None
        if isinstance(version, int) and version > VERSION:
            sentence = tr(
                "The searches in {0} were kept by a newer version of the program: update the program to use them."
            )
            raise StorageError(sentence.format(self.folder))
        if not isinstance(entries, list):
            raise _Damaged(f"{LIST} holds no list")
        return [entry for entry in entries if _is_entry(entry)][: self.most]

    def _store(self, entries: Sequence[Entry]) -> None:
        kept = self._bounded(entries)
        text = json.dumps({"version": VERSION, "queries": kept}, ensure_ascii=False, indent=1)
        with _said(self.folder):
            check_folder(self.folder)
            # Lone surrogates stand for bytes of names that are no text.
            disk.write(self.folder / LIST, text.encode("utf-8", "surrogatepass"))
            used = {f"{entry['id']}{THUMBNAIL}" for entry in kept}
            used |= {f"{name}{PICTURE}" for entry in kept for name in entry["pictures"]}
            aside = self._named_aside()
            for file in self.folder.iterdir():
                if file.suffix in (THUMBNAIL, PICTURE) and file.name not in used and file.stem not in aside:
                    file.unlink(missing_ok=True)

    def _named_aside(self) -> set[str]:
        """What the lists that were put aside may speak of, as far as can be told."""
        named: set[str] = set()
        for file in self._asides():
            try:
                named |= set(_ID.findall(_read_plain(file, LARGEST_LIST).decode(errors="replace")))
            except (OSError, ValueError, Unsound) as error:
                _log.warning("what %s speaks of cannot be told: %s", file, error)
        return named

    def _bounded(self, entries: Sequence[Entry]) -> list[Entry]:
        kept: list[Entry] = []
        sizes: dict[str, int] = {}
        for entry in sorted(entries, key=lambda entry: -float(entry["when"]))[: self.most]:
            more = {name: self._size(name) for name in entry["pictures"]}
            if sum({**sizes, **more}.values()) <= LARGEST:
                sizes.update(more)
                kept.append(entry)
        return kept

    def _size(self, name: str) -> int:
        path = self._path(name, PICTURE)
        return path.stat().st_size if path.exists() else 0

    def _kept(self, entry: Entry) -> KeptQuery | None:
        try:
            query = from_json(entry["query"], lambda _: b"")
        except ValueError as error:
            _log.warning("a query in %s cannot be read: %s", self.folder / LIST, error)
            return None
        try:
            small = _read_plain(self._path(entry["id"], THUMBNAIL), LARGEST_THUMBNAIL)
        except (OSError, ValueError, Unsound):
            small = b""  # a list without that small picture is still a list
        files = [one.path for one in query.examples if isinstance(one, FileExample)]
        missing = next((file.name for file in files if not _exists(file)), "")
        if not missing and not all(self._path(name, PICTURE).exists() for name in entry["pictures"]):
            missing = next((one.name for one in query.examples if isinstance(one, PixelsExample)), "")
        return KeptQuery(entry["id"], query, float(entry["when"]), entry["name"][:LONGEST_NAME], small, missing)

    def _bytes(self, name: str) -> bytes:
        try:
            if _ID.fullmatch(name):
                return _read_plain(self._path(name, PICTURE), LARGEST)
        except (OSError, ValueError, Unsound) as error:
            raise PictureError(COPY_GONE, name=name) from error
        raise PictureError(COPY_GONE)

    def _path(self, name: str, suffix: str) -> Path:
        return self.folder / f"{name}{suffix}"


def _is_entry(entry: object) -> bool:
    if not isinstance(entry, dict):
        return False
    # Names of files come from a list that may have been made elsewhere: they stay in this folder.
    pictures = entry.get("pictures")
    named = isinstance(pictures, list) and all(_is_id(name) for name in pictures)
    when = entry.get("when")
    dated = isinstance(when, int | float) and 0 <= when <= _LATEST
    return named and dated and _is_id(entry.get("id")) and isinstance(entry.get("name"), str) and "query" in entry


def _is_id(name: object) -> bool:
    return isinstance(name, str) and _ID.fullmatch(name) is not None


def _exists(file: Path) -> bool:
    try:
        return file.exists()
    except OSError:
        return False  # a name that no file can have


def _read_plain(file: Path, most: int) -> bytes:
    """Raises OSError, Unsound for a link, a pipe or a device, ValueError for more than `most` bytes."""
    check_plain(file)
    with file.open("rb") as opened:
        data = opened.read(most + 1)
    if len(data) > most:
        raise ValueError(f"{file.name} is too large")
    return data


@contextmanager
def _said(folder: Path) -> Iterator[None]:
    """Turn what the disk refuses into one sentence."""
    try:
        yield
    except Timeout:
        sentence = tr("The searches in {0} are just being changed by another window or command: try again in a moment.")
        raise StorageError(sentence.format(folder)) from None
    except (OSError, Unsound) as error:
        raise _sentence(error, folder) from error


def _sentence(error: OSError | Unsound, folder: Path) -> StorageError:
    sentence = tr("Searches cannot be kept in {0} ({1}): make room there, or allow writing; nothing else is lost.")
    return StorageError(sentence.format(folder, getattr(error, "strerror", None) or error))
