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
from typing import Any

import numpy as np

from imsearch_gui.domain.marks import UNMARKED
from imsearch_gui.domain.metrics import Matrix, Vector
from imsearch_gui.domain.progress import Skipped
from imsearch_gui.domain.records import GraphRecord, ImageRecord, ModelRecord, RootRecord
from imsearch_gui.library.connection import CATALOG as CATALOG
from imsearch_gui.library.connection import sentences
from imsearch_gui.library.graph import Graph, GraphDamaged, SavedGraph
from imsearch_gui.library.handle import Handle
from imsearch_gui.library.marks import marks_of
from imsearch_gui.library.places import graph_path
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
    graph_from_row,
    image_from_row,
    images_from_rows,
    model_from_row,
    relative_to_row,
    root_from_row,
    root_record,
)
from imsearch_gui.library.soundness import damaged

_log = logging.getLogger(__name__)


class Library(Handle):
    """Reads the catalog, the vectors and the graph of one folder."""

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

    def vector_of(self, model_id: str, content_key: bytes) -> Vector | None:
        """The stored vector of a content, or None."""
        return self.steady(lambda: self._vector_of(model_id, content_key))

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
            # Joining a million images takes a third of a second; where every content has its vector it tells nothing new.
            sql = "SELECT count(*) FROM image JOIN vector USING (content_id) WHERE vector.model_id = ?"
            model = self._model_row(model_id, id="i")[0]
            whole = self._knows_every_content(model)
            self._counts[model_id] = self.image_count() if whole else int(self._rows(sql, model)[0][0])
        return self._counts[model_id]

    def _knows_every_content(self, model: int) -> bool:
        """Of the contents that images have. A row that another model, now removed, brought may have no vector of this one."""
        sql = "SELECT (SELECT count(*) FROM content) - (SELECT count(*) FROM content WHERE live = 0), "
        sql += "(SELECT count(*) FROM vector WHERE model_id = ?) - (SELECT count(*) FROM content JOIN vector"
        sql += " ON content_id = content.id AND model_id = ? WHERE live = 0)"
        contents, vectors = self._rows(sql, model, model)[0]
        return bool(contents == vectors)

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
        return self.steady(lambda: self._export(model_id))

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

    def _vector_of(self, model_id: str, content_key: bytes) -> Vector | None:
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
        if not 0 <= slot < self.vectors(model_id).rows:
            raise damaged(self.folder, "a vector has no place")
        return self.vectors(model_id).vector(slot)

    def _export(self, model_id: str) -> tuple[Matrix, list[Path]]:
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

    def _graph_path(self, model_id: str) -> Path:
        with sentences(self.folder):
            return graph_path(self.folder, *self._model_row(model_id, file="t"))

    def _graph_row(self, model_id: str) -> tuple[Any, ...] | None:
        sql = f"SELECT {GRAPH_COLUMNS} FROM graph JOIN model ON model.id = model_id WHERE name = ?"
        return next(iter(self._rows(sql, model_id, kinds=GRAPH_KINDS)), None)

    def _count(self, table: str) -> int:
        # Not `count(*)`, which SQLite does in one step, however many rows a damaged file has.
        return int(self._rows(f"SELECT coalesce(sum(1), 0) FROM {table}")[0][0])
