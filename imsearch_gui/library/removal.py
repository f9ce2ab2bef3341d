"""What takes something out of a library, or the library itself, from the disk. Pictures are never touched."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from filelock import Timeout

from imsearch_gui import disk
from imsearch_gui.domain.errors import LibraryBusy, LibraryError, QueryError
from imsearch_gui.domain.language import tr
from imsearch_gui.imaging.scanner import is_left_out
from imsearch_gui.library.care import root_at
from imsearch_gui.library.connection import LOCK, check_catalog, sentences, storage_error, writer_lock
from imsearch_gui.library.kept import KINDS, SEARCHES
from imsearch_gui.library.library import CATALOG, Library
from imsearch_gui.library.places import GRAPHS, VECTORS, graph_path, vectors_path
from imsearch_gui.library.rows import path_from_row
from imsearch_gui.library.soundness import check_folder
from imsearch_gui.library.upgrade import copies_of
from imsearch_gui.library.writer import LibraryWriter

_FILES = (CATALOG, f"{CATALOG}-wal", f"{CATALOG}-shm")
_FOLDERS = (VECTORS, GRAPHS)
_KINDS = (".f16", ".f32", ".stats", ".hnsw", disk.SUFFIX, ".new")
"""Suffixes of what lies in those folders; whatever else somebody put there stays."""


def remove_model(library: LibraryWriter, model_id: str) -> int:
    """The vectors and the graph of a model go, its images stay; returns how many vectors it were.

    Images that no other model knows are encoded again by the next job, so the last model cannot be removed.
    """
    models = {model.id: model for model in library.models()}
    if model_id not in models:
        raise QueryError(tr("This library has no vectors of the model {0}: see which models it has.").format(model_id))
    if len(models) == 1:
        sentence = tr(
            "{0} is the only model of this library, which could not be searched without it: delete the library instead, or index"
            " its folders with another model first."
        )
        raise LibraryError(sentence.format(models[model_id].title))
    row = library.rows("SELECT id, file FROM model WHERE name = ?", model_id, kinds="it")[0]
    with sentences(library.folder):
        files = (vectors_path(library.folder, row[1]), graph_path(library.folder, row[1]))
    with library.changing() as connection:
        for table in ("vector", "graph"):
            connection.execute(f"DELETE FROM {table} WHERE model_id = ?", (row[0],))
        connection.execute("DELETE FROM model WHERE id = ?", (row[0],))
    for path in files:
        for file in path.parent.glob(f"{path.stem}.*"):
            _unlink(file, library.folder)
    return models[model_id].vectors


def delete_library(folder: Path) -> None:
    """Delete the catalog and its copy, the vectors, the graphs, the saved searches, and the folder where nothing else lies in it.

    Raises LibraryBusy while somebody writes to it, LibraryError where there is none.
    """
    # A library of ours, and not just any folder with a file of that name in it; a full disk must not keep it from being deleted.
    check_catalog(folder / CATALOG)
    with sentences(folder):
        for kind in (*_FOLDERS, SEARCHES):
            check_folder(folder / kind)
    lock = writer_lock(folder)
    try:
        with lock:
            _delete_files(folder)
            # Last of all, and still held: who waits for it then sees that it is gone, and makes one of its own.
            if os.name == "posix":
                _unlink(folder / LOCK, folder)
    except Timeout:
        sentence = tr("The library {0} is being indexed by another window or command: wait until that has finished.")
        raise LibraryBusy(sentence.format(folder)) from None
    if os.name != "posix":
        _unlink(folder / LOCK, folder)
    _remove_if_empty(folder)


def _delete_files(folder: Path) -> None:
    for file in (*(folder / name for name in _FILES), *copies_of(folder / CATALOG)):
        _unlink(file, folder)
    for kind in _FOLDERS:
        for file in (folder / kind).glob("*"):
            if file.suffix in _KINDS:
                _unlink(file, folder)
        _remove_if_empty(folder / kind)
    for file in (folder / SEARCHES).glob("*"):
        if file.suffix in KINDS:
            _unlink(file, folder)
    _remove_if_empty(folder / SEARCHES)


def count_left_out(library: Library, path: Path, *, recursive: bool, exclude: Sequence[str]) -> int:
    """Of the images of the root at `path`, those that it would lose with these options. Looks into the catalog only."""
    root = root_at(library, path)
    names = library.rows("SELECT path FROM image WHERE root_id = ?", root.id, kinds="p")
    with sentences(library.folder):
        below = [path_from_row(name) for (name,) in names]
    return sum((not recursive and "/" in name) or is_left_out(name, exclude) for name in below)


def _unlink(file: Path, folder: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise storage_error(error, folder) from error


def _remove_if_empty(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink() and next(folder.iterdir(), None) is None:
        folder.rmdir()
