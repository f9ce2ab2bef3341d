"""What an indexing job has to do: files found on disk against images known to the catalog. Pure."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from imsearch_gui.domain.reasons import may_pass

EARLIEST_NS, LATEST_NS = -(2**63), 2**63 - 1
"""What a catalog can keep of a time: from the year 1677 to 2262. Disks can say more, and broken ones do."""


def kept_time(mtime_ns: int) -> int:
    """A file's time as a catalog keeps it."""
    return min(max(mtime_ns, EARLIEST_NS), LATEST_NS)


@dataclass(frozen=True, slots=True, init=False)
class FoundFile:
    """A file that looks like a picture, as the scanner saw it.

    A job holds one for every file there is, and a Path takes three times the memory of its text, so the text is kept.
    """

    text: str
    """The path."""
    size: int
    """bytes"""
    mtime_ns: int

    def __init__(self, path: Path | str, size: int, mtime_ns: int) -> None:
        object.__setattr__(self, "text", str(path))
        object.__setattr__(self, "size", size)
        object.__setattr__(self, "mtime_ns", kept_time(mtime_ns))

    @property
    def path(self) -> Path:
        return Path(self.text)


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file as the catalog remembers it; its path as text, for the reason that FoundFile has."""

    image_id: int
    text: str
    """The path."""
    size: int
    mtime_ns: int
    content_key: bytes
    ready: bool
    """False where the model of this job has no vector of it yet."""
    skip_reason: str | None = None
    """Why the file is not in the library, where it was skipped before; such a file has no content key and no image id."""

    @property
    def path(self) -> Path:
        return Path(self.text)


@dataclass(frozen=True, slots=True)
class Move:
    """A known image whose file is now elsewhere."""

    known: KnownFile
    found: FoundFile


@dataclass(frozen=True, slots=True)
class Plan:
    """Every found file is in exactly one of added, changed, missing_vector, unchanged, moved, still_skipped."""

    added: tuple[FoundFile, ...] = ()
    changed: tuple[FoundFile, ...] = ()
    missing_vector: tuple[FoundFile, ...] = ()
    """Known and unchanged, but not yet encoded with this model."""
    unchanged: tuple[KnownFile, ...] = ()
    moved: tuple[Move, ...] = ()
    still_skipped: tuple[KnownFile, ...] = ()
    """Skipped before, for what is in them, and not touched since: trying again would give the same."""
    gone: tuple[KnownFile, ...] = ()
    touched: tuple[Move, ...] = ()
    """Of the unchanged and of those without a vector: files with another time and the same content, such as a copied disk has."""

    @property
    def to_encode(self) -> tuple[FoundFile, ...]:
        return self.added + self.changed + self.missing_vector


@dataclass(slots=True)
class _Draft:
    added: list[FoundFile] = field(default_factory=list)
    changed: list[FoundFile] = field(default_factory=list)
    missing_vector: list[FoundFile] = field(default_factory=list)
    unchanged: list[KnownFile] = field(default_factory=list)
    still_skipped: list[KnownFile] = field(default_factory=list)
    touched: list[Move] = field(default_factory=list)


def is_below(path: str, folder: str) -> bool:
    """Whether an absolute path is a folder or lies in it, both as text as `str(Path)` gives it: for loops over every file."""
    return path.startswith(folder) and (
        len(path) == len(folder) or folder[-1:] == os.sep or path[len(folder)] == os.sep
    )


def possible_moves(found: Iterable[FoundFile], known: Iterable[KnownFile]) -> list[FoundFile]:
    """New files that have the size of an image that is gone: only these need their content key to tell a move."""
    gone = {item.text: item for item in known}
    new = [item for item in found if gone.pop(item.text, None) is None]
    sizes = {item.size for item in gone.values() if item.skip_reason is None}
    return [item for item in new if item.size in sizes]


def possible_touches(found: Iterable[FoundFile], known: Iterable[KnownFile]) -> list[FoundFile]:
    """Known files of the same size and another time: reading them tells whether they have changed, and is quicker than encoding."""
    before = {item.text: item for item in known if item.skip_reason is None}
    return [
        item
        for item in found
        if (image := before.get(item.text)) is not None and image.size == item.size and image.mtime_ns != item.mtime_ns
    ]


def make_plan(found: Iterable[FoundFile], known: Iterable[KnownFile], content_keys: Mapping[str, bytes]) -> Plan:
    """Compare. `content_keys` holds, by path as text, the keys of the files named by `possible_moves`, where a file without one
    counts as added, and by `possible_touches`, where it counts as changed.

    A file is unchanged when its size and its modification time are as remembered; a gone image whose content key turns up
    in a new file has moved (of several candidates each image and each file is used once).
    """
    known_by_path = {item.text: item for item in known}
    draft = _Draft()
    for item in found:
        _sort_in(draft, item, known_by_path.pop(item.text, None), content_keys.get(item.text))
    moved, added = _pair_moves(draft.added, known_by_path.values(), content_keys)
    moved_ids = {move.known.image_id for move in moved}
    return Plan(
        added=tuple(added),
        changed=tuple(draft.changed),
        missing_vector=tuple(draft.missing_vector),
        unchanged=tuple(draft.unchanged),
        still_skipped=tuple(draft.still_skipped),
        touched=tuple(draft.touched),
        moved=tuple(moved),
        gone=tuple(item for item in known_by_path.values() if item.image_id not in moved_ids),
    )


def _sort_in(draft: _Draft, item: FoundFile, before: KnownFile | None, content_key: bytes | None) -> None:
    if before is None:
        draft.added.append(item)
        return
    touched = content_key is not None and before.skip_reason is None and before.content_key == content_key
    if touched:
        draft.touched.append(Move(before, item))
    if not touched and (before.size, before.mtime_ns) != (item.size, item.mtime_ns):
        (draft.added if before.skip_reason is not None else draft.changed).append(item)
    elif before.skip_reason is not None and may_pass(before.skip_reason):
        draft.added.append(item)
    elif before.skip_reason is not None:
        draft.still_skipped.append(before)
    elif not before.ready:
        draft.missing_vector.append(item)
    else:
        draft.unchanged.append(before)


def _pair_moves(
    added: Iterable[FoundFile], gone: Iterable[KnownFile], content_keys: Mapping[str, bytes]
) -> tuple[list[Move], list[FoundFile]]:
    gone_by_key: defaultdict[bytes, list[KnownFile]] = defaultdict(list)
    for known in gone:
        if known.skip_reason is None:
            gone_by_key[known.content_key].append(known)
    moved: list[Move] = []
    still_added: list[FoundFile] = []
    for item in added:
        candidates = gone_by_key.get(content_keys.get(item.text, b""), [])
        if candidates:
            moved.append(Move(_same_name_first(candidates, item.path.name), item))
        else:
            still_added.append(item)
    return moved, still_added


def _same_name_first(candidates: list[KnownFile], name: str) -> KnownFile:
    for position, known in enumerate(candidates):
        if known.path.name == name:
            return candidates.pop(position)
    return candidates.pop(0)
