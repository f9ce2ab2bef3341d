"""A library as it is written: one writer at a time, on one thread."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import numpy as np
from filelock import FileLock, Timeout

from imsearch_gui import disk
from imsearch_gui.domain.errors import LibraryBusy, StorageError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.metrics import Matrix, Metric
from imsearch_gui.domain.plan import KnownFile, Move
from imsearch_gui.library.batch import name_vectors, put_image, put_skipped, without_vector
from imsearch_gui.library.connection import (
    CATALOG,
    connect_to_write,
    sentences,
    storage_error,
    transaction,
    writer_lock,
)
from imsearch_gui.library.graph import Graph
from imsearch_gui.library.leftovers import remove_leftovers
from imsearch_gui.library.library import Library
from imsearch_gui.library.model_table import use_model
from imsearch_gui.library.places import check_folders, vectors_path
from imsearch_gui.library.records import Encoded, ModelKey, Refused, RootKey
from imsearch_gui.library.roots import add_root
from imsearch_gui.library.rows import all_below, fetch_int, path_from_row, relative_to_row
from imsearch_gui.library.soundness import Unsound
from imsearch_gui.library.vectors import write_rows


class LibraryWriter(Library):
    """The one handle that may change a library; a lock beside the catalog keeps a second one out."""

    def __init__(self, folder: Path, connection: Any, lock: FileLock) -> None:
        super().__init__(folder, connection)
        self._lock = lock

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open to write, made where there is none; LibraryBusy while another writes, StorageError where one cannot."""
        lock = writer_lock(folder)
        try:
            disk.make_folder(folder)
            lock.acquire()
        except Timeout:
            sentence = tr(
                "The library {0} is being indexed by another window or command: wait until that has finished."
            )
            raise LibraryBusy(sentence.format(folder)) from None
        except OSError as error:
            raise storage_error(error, folder) from error
        try:
            # Before anything is written: what cannot be cleared away may lie in the place of files to come.
            with sentences(folder):
                check_folders(folder)
            library = cls(folder, connect_to_write(folder / CATALOG), lock)
            remove_leftovers(library)
            return library
        except BaseException:
            lock.release()
            raise

    def close(self) -> None:
        super().close()
        self._lock.release()

    # -- roots ------------------------------------------------------------------------------------------------------

    def add_root(self, path: Path, *, recursive: bool, exclude: Sequence[str], watch: bool | None = None) -> RootKey:
        """Make `path` a root, or change the options of the root that it is (see `roots.add_root`)."""
        with self.changing() as connection:
            return add_root(connection, path, recursive=recursive, exclude=exclude, watch=watch)

    def vacuum(self) -> None:
        """Write the catalog anew without its free pages, which takes as much room again."""
        with sentences(self.folder):
            self._check_place()
            # The new one is attached to the old one for as long as it takes, which nothing else may do.
            before = self._db.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
            try:
                self._db.execute("VACUUM")
            finally:
                self._db.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, before)

    @contextmanager
    def changing(self) -> Iterator[Any]:
        """The connection, for one change as a whole; what was kept of the vectors is read anew afterwards."""
        with self._committing():
            yield self._db
        self._views.clear()

    @contextmanager
    def _committing(self) -> Iterator[None]:
        with sentences(self.folder):
            self._check_place()
            with transaction(self._db):
                yield

    def _check_place(self) -> None:
        """What is written by name has to arrive beside the catalog that is open, wherever somebody has put that meanwhile."""
        if not self.in_place():
            sentence = tr(
                "The library {0} was moved or deleted while it was written: what was indexed is where it is now; open it there"
                " and start again."
            )
            raise StorageError(sentence.format(self.folder))

    # -- models -----------------------------------------------------------------------------------------------------

    def use_model(self, name: str, *, title: str, dimension: int, fingerprint: str, folder: Path) -> ModelKey:
        """The library's entry for a model. Vectors of another fingerprint are dropped: they do not compare."""
        with self.changing() as connection:
            key = use_model(
                connection,
                self.folder,
                name,
                title=title,
                dimension=dimension,
                fingerprint=fingerprint,
                folder=folder,
            )
        remove_leftovers(self)
        return key

    def save_learned(self, model: ModelKey, learned: bytes) -> None:
        """Keep what the model took from this library; all its vectors depend on it, so it is never changed."""
        with self._committing():
            self._db.execute("UPDATE model SET learned = ? WHERE id = ?", (learned, model.id))

    # -- images -----------------------------------------------------------------------------------------------------

    def known_files(self, root: RootKey, model: ModelKey) -> list[KnownFile]:
        """Every file of a root that the catalog remembers, images and skipped ones."""
        images = self._rows(
            "SELECT image.id, image.path, file_size, mtime_ns, content.key, vector.slot IS NOT NULL FROM image"
            " JOIN content ON content.id = image.content_id"
            " LEFT JOIN vector ON vector.content_id = content.id AND vector.model_id = ? WHERE root_id = ?",
            model.id,
            root.id,
            kinds="ipiibi",
        )
        skipped = self._rows(
            "SELECT path, file_size, mtime_ns, reason FROM skipped WHERE root_id = ?", root.id, kinds="piit"
        )
        with sentences(self.folder):
            for paths in ([row[1] for row in images], [row[0] for row in skipped]):
                all_below([path_from_row(path) for path in paths])
        # A hundred thousand paths are joined here at each start of a job: as text, which takes a tenth of the time.
        below = str(root.path / "_")[:-1]

        def whole(path: str | bytes) -> str:
            return below + path_from_row(path).replace("/", os.sep)

        return [
            KnownFile(identity, whole(path), size, mtime, key, bool(ready))
            for identity, path, size, mtime, key, ready in images
        ] + [KnownFile(0, whole(path), size, mtime, b"", False, reason) for path, size, mtime, reason in skipped]

    def count_images_below(self, root: RootKey, folder: Path) -> int:
        """Images of a root that lie in `folder` or deeper."""
        if folder == root.path:
            return int(self._rows("SELECT count(*) FROM image WHERE root_id = ?", root.id)[0][0])
        prefix = folder.relative_to(root.path).as_posix() + "/"
        rows = self._rows(
            "SELECT count(*) FROM image WHERE root_id = ? AND substr(CAST(path AS TEXT), 1, ?) = ?",
            root.id,
            len(prefix),
            prefix.encode(errors="replace").decode(),
        )
        return int(rows[0][0])

    def apply_moves(self, root_of: Mapping[Path, RootKey], moves: Iterable[Move]) -> None:
        """Images whose files are elsewhere now: they keep their id, their vectors and all that hangs on them."""
        with self._committing():
            for move in moves:
                root = root_of[move.found.path]
                path = relative_to_row(move.found.path, root.path)
                self._db.execute("DELETE FROM skipped WHERE root_id = ? AND path = ?", (root.id, path))
                self._db.execute(
                    "UPDATE image SET root_id = ?, path = ?, file_size = ?, mtime_ns = ? WHERE id = ?",
                    (root.id, path, move.found.size, move.found.mtime_ns, move.known.image_id),
                )

    def forget(self, root_of: Mapping[str, RootKey], files: Iterable[KnownFile]) -> None:
        """Files that are gone, the root of each by its path as text. Their vectors stay, unused, in case the content comes back."""
        with self._committing():
            for file in files:
                root = root_of[file.text]
                path = relative_to_row(file.path, root.path)
                table = "image" if file.skip_reason is None else "skipped"
                self._db.execute(f"DELETE FROM {table} WHERE root_id = ? AND path = ?", (root.id, path))
        self._views.clear()

    def store(
        self, model: ModelKey, root_of: Mapping[Path, RootKey], encoded: Sequence[Encoded], refused: Sequence[Refused]
    ) -> None:
        """Commit a batch: vectors to the disk first, then one transaction that names them."""
        with sentences(self.folder):
            self._check_place()
            fresh = without_vector(self._db, model, encoded)
            first = fetch_int(self._db, "SELECT coalesce(max(slot) + 1, 0) FROM vector WHERE model_id = ?", model.id)
            if first < 0:
                raise Unsound("a vector has no place")
            if fresh:
                rows: Matrix = np.stack([item.vector for item in fresh])
                (file,) = self._model_row(model.name, file="t")
                write_rows(vectors_path(self.folder, file), first, rows)
            with transaction(self._db):
                name_vectors(self._db, model, first, fresh)
                for item in encoded:
                    put_image(self._db, root_of[item.file.path], item)
                for refusal in refused:
                    put_skipped(self._db, root_of[refusal.file.path], refusal)
        self._views.clear()

    # -- settings and graph -----------------------------------------------------------------------------------------

    def remember(self, key: str, value: str) -> str | None:
        """Keep a setting of this library; returns what it was before."""
        with self._committing():
            row = self._db.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
            self._db.execute("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (key, value))
        return None if row is None else str(row[0])

    def retry_skipped(self, root: RootKey) -> None:
        """Forget what was skipped under a root, so that the next plan takes these files as new."""
        with self._committing():
            self._db.execute("DELETE FROM skipped WHERE root_id = ?", (root.id,))

    def save_graph(
        self, model_id: str, graph: Graph, candidates: Mapping[Metric, int], recall: Mapping[Metric, float]
    ) -> None:
        """Keep a graph and how well it does. Readers load it after their next `refresh`."""
        with sentences(self.folder):
            self._check_place()
            saved = graph.save(self._graph_path(model_id))
            with transaction(self._db):
                self._db.execute(
                    "INSERT OR REPLACE INTO graph (model_id, rows, size, checksum, candidates, recall, rotation)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (
                        self._model_row(model_id, id="i")[0],
                        saved.rows,
                        saved.size,
                        saved.checksum,
                        json.dumps({metric.value: value for metric, value in candidates.items()}),
                        json.dumps({metric.value: value for metric, value in recall.items()}),
                        graph.rotation.to_bytes(),
                    ),
                )

    def drop_graph(self, model_id: str) -> None:
        """A library that has become small, or is quickly scanned, needs none."""
        with sentences(self.folder):
            with transaction(self._db):
                self._db.execute("DELETE FROM graph WHERE model_id = ?", (self._model_row(model_id, id="i")[0],))
            self._graph_path(model_id).unlink(missing_ok=True)
