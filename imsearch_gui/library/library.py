"""A library as it is read: one handle for one thread.

What is in it is what the catalog names. A handle keeps what it has read until `refresh` says that a writer, in this
process or another, has committed something.
"""

from __future__ import annotations

import json
import logging
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np

from imsearch_gui.domain.errors import QueryError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.marks import UNMARKED
from imsearch_gui.domain.metrics import Matrix, Vector
from imsearch_gui.domain.progress import Skipped
from imsearch_gui.domain.records import GraphRecord, ImageRecord, ModelRecord, RootRecord
from imsearch_gui.library.connection import CATALOG as CATALOG
from imsearch_gui.library.connection import connect_to_read, sentences
from imsearch_gui.library.graph import Graph, GraphDamaged, SavedGraph
from imsearch_gui.library.marks import marks_of
from imsearch_gui.library.places import graph_path, vectors_path
from imsearch_gui.library.reach import reachable
from imsearch_gui.library.rotation import Rotation, RotationDamaged
from imsearch_gui.library.rows import (
    GRAPH_COLUMNS,
    GRAPH_KINDS,
    IMAGE_COLUMNS,
    IMAGE_KINDS,
    IMAGE_TABLES,
    MODEL_COLUMNS,
    MODEL_KINDS,
    ROOT_COLUMNS,
    ROOT_KINDS,
    below_from_row,
    checked,
    dimension_from_row,
    fetch_int,
    graph_from_row,
    image_from_row,
    images_from_rows,
    model_from_row,
    relative_to_row,
    root_from_row,
    root_record,
)
from imsearch_gui.library.soundness import Unsound, damaged
from imsearch_gui.library.vectors import VectorView, map_rows

_log = logging.getLogger(__name__)


class Library:
    """Reads the catalog, the vectors and the graph of one folder."""

    def __init__(self, folder: Path, connection: Any) -> None:
        self.folder = folder
        self._db = connection
        self._views: dict[str, VectorView] = {}
        self._counts: dict[str, int] = {}
        self._seen = self._data_version()

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

    def image_count(self) -> int:
        return self._count("image")

    def skipped_count(self) -> int:
        return self._count("skipped")

    def roots(self) -> list[RootRecord]:
        """In the order in which they were added. Looks at the disk to see which are there."""
        rows = self._rows(
            f"SELECT {ROOT_COLUMNS}, EXISTS (SELECT 1 FROM image WHERE root_id = root.id) FROM root ORDER BY id",
            kinds=ROOT_KINDS + "i",
        )
        with sentences(self.folder):
            roots = [root_record(row) for row in rows]
        there = reachable([(root.path, bool(row[-1])) for root, row in zip(roots, rows, strict=True)])
        return [replace(root, online=online) for root, online in zip(roots, there, strict=True)]

    def root_paths(self) -> list[tuple[int, Path]]:
        """Id and path of each root, without a look at the disk."""
        rows = self._rows("SELECT id, path FROM root ORDER BY id", kinds="ip")
        with sentences(self.folder):
            return [(identity, root_from_row(path)) for identity, path in rows]

    def skipped(self) -> list[Skipped]:
        """Files that were found but are not in the library, by path."""
        roots = dict(self.root_paths())
        rows = self._rows(
            "SELECT root_id, skipped.path, reason FROM skipped JOIN root ON root.id = root_id ORDER BY root.path, skipped.path",
            kinds="ipt",
        )
        with sentences(self.folder):
            return [Skipped(roots[root] / below_from_row(path), reason) for root, path, reason in rows]

    def models(self) -> list[ModelRecord]:
        """The models that have vectors here, the first one first."""
        rows = self._rows(f"SELECT {MODEL_COLUMNS} FROM model ORDER BY id", kinds=MODEL_KINDS)
        with sentences(self.folder):
            return [model_from_row(row, self.folder) for row in rows]

    def learned(self, model_id: str) -> bytes | None:
        """What the model took from this library, as its encoder stored it."""
        return self._model_row(model_id, learned="B")[0]  # type: ignore[no-any-return]

    def vectors(self, model_id: str) -> VectorView:
        """The vectors of a model as committed; QueryError when the library does not know the model."""
        if model_id not in self._views:
            self._views[model_id] = self._map(model_id)
        return self._views[model_id]

    def vector_of(self, model_id: str, content_key: bytes) -> Vector | None:
        """The stored vector of a content, or None."""
        row = self._rows(
            "SELECT slot FROM vector JOIN content ON content.id = content_id JOIN model ON model.id = model_id"
            " WHERE content.key = ? AND model.name = ?",
            content_key,
            model_id,
            kinds="i",
        )
        if not row:
            return None
        ((slot,),) = row
        if slot >= self.vectors(model_id).rows:
            # Committed since the view was made.
            self._views.pop(model_id)
        if not 0 <= slot < self.vectors(model_id).rows:
            raise damaged(self.folder, "a vector has no place")
        return self.vectors(model_id).vector(slot)

    def content_at(self, path: Path) -> bytes | None:
        """Content key of the image that the library knows at `path`, whether its file is there just now or not."""
        for identity, root in self.root_paths():
            if path.is_relative_to(root):
                for (key,) in self._rows(
                    "SELECT content.key FROM image JOIN content ON content.id = content_id WHERE root_id = ? AND path = ?",
                    identity,
                    relative_to_row(path, root),
                    kinds="b",
                ):
                    return bytes(key)
        return None

    def searchable_count(self, model_id: str) -> int:
        """Images that have a vector of the model, as far as was known at the last `refresh`."""
        if model_id not in self._counts:
            # Joining a million images takes a third of a second; where there is one model it tells nothing new.
            alone = len(self._rows("SELECT 1 FROM model LIMIT 2")) == 1
            sql = "SELECT count(*) FROM image JOIN vector USING (content_id) WHERE vector.model_id = ?"
            model = self._model_row(model_id, id="i")[0]
            self._counts[model_id] = self.image_count() if alone else int(self._rows(sql, model)[0][0])
        return self._counts[model_id]

    def images_at(self, model_id: str, slots: Sequence[int]) -> list[tuple[ImageRecord, ...]]:
        """For each slot the images with that content: none when they are gone, several when there are copies."""
        rows = self._rows(
            f"SELECT vector.slot, {IMAGE_COLUMNS} FROM vector JOIN image ON image.content_id = vector.content_id"
            " JOIN root ON root.id = image.root_id JOIN content ON content.id = image.content_id"
            " WHERE vector.model_id = ? AND vector.slot IN (SELECT value FROM json_each(?)) ORDER BY image.id",
            self._model_row(model_id, id="i")[0],
            json.dumps([int(slot) for slot in slots]),
            kinds="i" + IMAGE_KINDS,
        )
        marks = marks_of(self.rows, [row[1] for row in rows])
        by_slot: defaultdict[int, list[ImageRecord]] = defaultdict(list)
        with sentences(self.folder):
            for slot, *image in rows:
                by_slot[slot].append(image_from_row(tuple(image), marks.get(image[0], UNMARKED)))
        return [tuple(by_slot[int(slot)]) for slot in slots]

    def images(self) -> Iterator[ImageRecord]:
        """Every image, in the order in which they entered."""
        with sentences(self.folder):
            yield from images_from_rows(
                self._db.execute(f"SELECT {IMAGE_COLUMNS} FROM {IMAGE_TABLES} ORDER BY image.id")
            )

    def image(self, image_id: int) -> ImageRecord | None:
        sql = f"SELECT {IMAGE_COLUMNS} FROM {IMAGE_TABLES} WHERE image.id = ?"
        rows, marks = self._rows(sql, image_id, kinds=IMAGE_KINDS), marks_of(self.rows, [image_id])
        with sentences(self.folder):
            return next((image_from_row(row, marks.get(image_id, UNMARKED)) for row in rows), None)

    def export(self, model_id: str) -> tuple[Matrix, list[Path]]:
        """float32 [images, dimension] as the model gave them, and the path of each row, in the order of the images."""
        roots = dict(self.root_paths())
        rows = self._rows(
            "SELECT vector.slot, root_id, image.path FROM image JOIN root ON root.id = root_id"
            " JOIN vector ON vector.content_id = image.content_id WHERE model_id = ? ORDER BY image.id",
            self._model_row(model_id, id="i")[0],
            kinds="iip",
        )
        slots = np.fromiter((row[0] for row in rows), np.int64, len(rows))
        with sentences(self.folder):
            paths = [roots[root] / below_from_row(path) for _, root, path in rows]
        return self.vectors(model_id).vectors(slots), paths

    def graph_record(self, model_id: str) -> GraphRecord | None:
        """How the graph of a model did when it was built; None where there is none."""
        row = self._graph_row(model_id)
        if row is None:
            return None
        with sentences(self.folder):
            return graph_from_row(row, model_id)

    def open_graph(self, model_id: str) -> Graph | None:
        """The saved graph; None where there is none, or where it is damaged and has to be built again."""
        row = self._graph_row(model_id)
        if row is None:
            return None
        rows, size, checksum, _, _, rotation = row
        path = self._graph_path(model_id)
        try:
            learned = Rotation.from_bytes(rotation, self._model_row(model_id, dimension="i")[0])
            if not 0 <= rows <= self.vectors(model_id).rows:
                raise GraphDamaged(f"The graph {path.name} has more rows than there are vectors.")
            return Graph.load(path, learned, SavedGraph(rows, size, checksum))
        except (GraphDamaged, RotationDamaged) as error:
            _log.warning("%s It will be built again from the vectors.", error)
            return None

    def _map(self, model_id: str) -> VectorView:
        identity, dimension, file = self._model_row(model_id, id="i", dimension="i", file="t")
        # Numbers stand before texts in the order of SQLite, so where the last one is a number all are.
        sql = "SELECT coalesce(min(slot), 0), coalesce(max(slot) + 1, 0) FROM vector WHERE model_id = ?"
        ((first, rows),) = self._rows(sql, identity, kinds="ii")
        with sentences(self.folder):
            path = vectors_path(self.folder, file)
            if first < 0:
                raise Unsound("a vector has no place")
            dimension_from_row(dimension)
        dead = self._rows(
            "SELECT slot FROM content JOIN vector ON content_id = content.id WHERE content.live = 0 AND model_id = ?",
            identity,
            kinds="i",
        )
        view = map_rows(path, rows, dimension)
        return view.without([slot for (slot,) in dead]) if dead else view

    def _graph_path(self, model_id: str) -> Path:
        with sentences(self.folder):
            return graph_path(self.folder, *self._model_row(model_id, file="t"))

    def _graph_row(self, model_id: str) -> tuple[Any, ...] | None:
        sql = f"SELECT {GRAPH_COLUMNS} FROM graph JOIN model ON model.id = model_id WHERE name = ?"
        return next(iter(self._rows(sql, model_id, kinds=GRAPH_KINDS)), None)

    def _model_row(self, model_id: str, **columns: str) -> tuple[Any, ...]:
        """Some columns of a model, each with the letter of its kind (`rows.KINDS`); QueryError where it is not known here."""
        sql = f"SELECT {', '.join(columns)} FROM model WHERE name = ?"
        rows = self._rows(sql, model_id, kinds="".join(columns.values()))
        if not rows:
            known = self._rows("SELECT name FROM model ORDER BY id", kinds="t")
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

    def _count(self, table: str) -> int:
        # Not `count(*)`, which SQLite does in one step, however many rows a damaged file has.
        return int(self._rows(f"SELECT coalesce(sum(1), 0) FROM {table}")[0][0])

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
