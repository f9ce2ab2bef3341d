"""A handle on a library: its catalog, and the vectors that are mapped as the catalog names them.

A slot means something only together with the catalog that it was read from: compaction (`library.compaction`) and a model in
another version number the vectors anew, in a file of another name. So whoever needs slots and images together reads both inside
`steady`, which holds one state of the catalog, and a view is handed out only in the state that it was mapped in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from imsearch_gui.domain.errors import QueryError
from imsearch_gui.domain.language import tr
from imsearch_gui.library.connection import CATALOG, connect_to_read, sentences
from imsearch_gui.library.places import vectors_path
from imsearch_gui.library.rows import checked, dimension_from_row, fetch_int
from imsearch_gui.library.soundness import Unsound
from imsearch_gui.library.vectors import VectorsMissing, VectorView, map_rows

T = TypeVar("T")


def _identity_of(file: Path) -> tuple[int, int] | None:
    """Which file this is, by whatever name; None where there is none."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


class Handle:
    """One connection to the catalog of one folder; for one thread."""

    def __init__(self, folder: Path, connection: Any) -> None:
        self.folder = folder
        self._db = connection
        self._views: dict[str, VectorView] = {}
        self._counts: dict[str, int] = {}
        self._seen = self._mapped = self._data_version()
        self._identity = _identity_of(folder / CATALOG)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open to read; raises LibraryError when there is none, LibraryTooNew when a newer program made it."""
        return cls(folder, connect_to_read(folder / CATALOG))

    def close(self) -> None:
        self._views.clear()
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def refresh(self) -> bool:
        """True when something was committed by somebody else since the last call; what was kept is then read anew."""
        version = self._data_version()
        changed = version != self._seen
        if changed:
            self._seen = version
            self._views.clear()
            self._counts.clear()
        return changed

    def in_place(self) -> bool:
        """Whether the catalog that is open still lies in `folder`; else it was moved or deleted, or another one is there now."""
        return _identity_of(self.folder / CATALOG) == self._identity

    def steady(self, work: Callable[[], T]) -> T:
        """What `work` returns. All that it reads is of one state of the library, whatever is committed meanwhile.

        It may be called again: vectors that this state names may have been replaced by others and deleted before they were
        mapped. It holds that state for as long as it runs, so it should take seconds at most.
        """
        if self._db.in_transaction:
            return work()
        while True:
            try:
                with self._one_state():
                    return work()
            except VectorsMissing as error:
                if self._is_named(error.path):
                    raise

    @contextmanager
    def _one_state(self) -> Iterator[None]:
        """A transaction that only reads: SQLite shows it the catalog as it was at its first look."""
        with sentences(self.folder):
            self._db.execute("BEGIN")
        try:
            yield
        finally:
            # An error of SQLite may have ended it already.
            if self._db.in_transaction:
                with sentences(self.folder):
                    self._db.execute("COMMIT")

    def _is_named(self, vectors: Path) -> bool:
        """Whether the catalog as it is now means this file, or the stats beside it."""
        return any(vectors.name.startswith(file) for (file,) in self.rows("SELECT file FROM model", kinds="t"))

    def vectors(self, model_id: str) -> VectorView:
        """The vectors of a model as committed; QueryError when the library does not know the model."""
        return self.steady(lambda: self._view(model_id))

    def _view(self, model_id: str) -> VectorView:
        if (version := self._data_version()) != self._mapped:
            self._views.clear()
            self._mapped = version
        view = self._views.get(model_id)
        if view is None or not view.is_whole():
            view = self._views[model_id] = self._map(model_id)
        return view

    def _map(self, model_id: str) -> VectorView:
        identity, dimension, file = self._model_row(model_id, id="i", dimension="i", file="t")
        # Numbers stand before texts in the order of SQLite, so where the last one is a number all are.
        sql = "SELECT coalesce(min(slot), 0), coalesce(max(slot) + 1, 0) FROM vector WHERE model_id = ?"
        ((first, rows),) = self.rows(sql, identity, kinds="ii")
        with sentences(self.folder):
            path = vectors_path(self.folder, file)
            if first < 0:
                raise Unsound("a vector has no place")
            dimension_from_row(dimension)
        dead = self.rows(
            "SELECT slot FROM content JOIN vector ON content_id = content.id WHERE content.live = 0 AND model_id = ?",
            identity,
            kinds="i",
        )
        view = map_rows(path, rows, dimension)
        return view.without([slot for (slot,) in dead]) if dead else view

    def _model_row(self, model_id: str, **columns: str) -> tuple[Any, ...]:
        """Some columns of a model, each with the letter of its kind (`rows.KINDS`); QueryError where it is not known here."""
        sql = f"SELECT {', '.join(columns)} FROM model WHERE name = ?"
        rows = self.rows(sql, model_id, kinds="".join(columns.values()))
        if not rows:
            known = self.rows("SELECT name FROM model ORDER BY id", kinds="t")
            raise _not_indexed_with(model_id, [name for (name,) in known])
        return rows[0]

    def rows(self, sql: str, *values: object, kinds: str = "") -> list[tuple[Any, ...]]:
        """What a question to the catalog gives; for the modules of this room.

        `kinds` says by letters what each column holds (`rows.KINDS`); LibraryError where it holds something else.
        """
        with sentences(self.folder):
            rows: list[tuple[Any, ...]] = self._db.execute(sql, values).fetchall()
            return checked(rows, kinds) if kinds else rows

    _rows = rows

    def _data_version(self) -> int:
        with sentences(self.folder):
            return fetch_int(self._db, "PRAGMA data_version")


def _not_indexed_with(model_id: str, known: Sequence[str]) -> QueryError:
    if known:
        sentence = tr(
            "This library was not indexed with the model {0!r} (it knows {1}): index it with that model first."
        )
    else:
        sentence = tr(
            "This library was not indexed with the model {0!r} (it knows no model yet): index it with that model first."
        )
    return QueryError(sentence.format(model_id, ", ".join(known)))
