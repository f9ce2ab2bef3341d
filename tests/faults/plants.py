"""Bugs that are put in on purpose: each has to be found, or the harness is worth nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from imsearch_gui import disk
from imsearch_gui.library import graph, small_change, vectors, writer


def catalog_first() -> None:
    """A batch is named in the catalog before its vectors are on the disk."""
    store, write_rows = writer.LibraryWriter.store, writer.write_rows
    waiting: list[tuple[Any, ...]] = []

    def late(self: writer.LibraryWriter, *arguments: Any) -> None:
        store(self, *arguments)
        while waiting:
            write_rows(*waiting.pop(0))

    writer.write_rows = lambda *arguments: waiting.append(arguments)  # type: ignore[assignment,return-value]
    writer.LibraryWriter.store = late  # type: ignore[method-assign]


def no_transaction() -> None:
    """What is noted of several pictures is written row by row."""

    @contextmanager
    def nothing(_: Any) -> Iterator[None]:
        yield

    small_change.transaction = nothing


def graph_in_place() -> None:
    """The graph is written over the live file."""

    @contextmanager
    def in_place(target: Path) -> Iterator[Path]:
        yield target

    graph.disk = type("InPlace", (), {"beside": staticmethod(in_place), "make_folder": staticmethod(disk.make_folder)})  # type: ignore[assignment]
    graph._check_file = lambda path, *_: graph._state_of(path)


def no_sync() -> None:
    """Vectors are written, and nobody waits until they are on the disk."""
    vectors.os = type("Os", (), {**vars(os), "fsync": staticmethod(lambda _: None)})  # type: ignore[assignment]


def no_folder_sync() -> None:
    """The name of a new file may be lost, though what is in it is on the disk."""
    disk.sync_folder = lambda _: None


def leftovers() -> None:
    """Nobody clears away what a killed program was writing."""
    disk.clear = lambda _: None


PLANTS: dict[str, Callable[[], None]] = {
    "catalog-first": catalog_first,
    "no-transaction": no_transaction,
    "graph-in-place": graph_in_place,
    "no-sync": no_sync,
    "no-folder-sync": no_folder_sync,
    "leftovers": leftovers,
}
FOUND_BY = {
    "catalog-first": "index",
    "no-transaction": "marks",
    "graph-in-place": "graph",
    "no-sync": "index",
    "no-folder-sync": "index",
    "leftovers": "export",
}
"""The scenario in which each shows."""
