"""A library as it is read: one handle for one thread.

What is in it is what the catalog names. A handle keeps what it has read until `refresh` says that a writer, in this
process or another, has committed something.
"""

from __future__ import annotations

import json
import logging
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from imsearch_gui.domain.marks import UNMARKED
from imsearch_gui.domain.metrics import Matrix, Metric, Vector
from imsearch_gui.domain.progress import Skipped
from imsearch_gui.domain.records import GraphRecord, ImageRecord, ModelRecord, RootRecord
from imsearch_gui.library.connection import CATALOG as CATALOG
from imsearch_gui.library.connection import sentences
from imsearch_gui.library.graph import Graph, GraphDamaged, SavedGraph
from imsearch_gui.library.handle import Handle
from imsearch_gui.library.marks import marks_of
from imsearch_gui.library.reach import reachable
from imsearch_gui.library.rotation import Rotation, RotationDamaged
from imsearch_gui.library.rows import (
    IMAGE_COLUMNS,
    IMAGE_TABLES,
    fetch_int,
    image_from_row,
    path_from_row,
    relative_to_row,
)

_log = logging.getLogger(__name__)


def size_of(file: Path) -> int:
    """Bytes of a file; 0 where it is not there, or no longer."""
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0


class Library(Handle):
    """Reads the catalog, the vectors and the graph of one folder."""

    def image_count(self) -> int:
        with sentences(self.folder):
            return fetch_int(self._db, "SELECT count(*) FROM image")

    def skipped_count(self) -> int:
        with sentences(self.folder):
            return fetch_int(self._db, "SELECT count(*) FROM skipped")

    def roots(self) -> list[RootRecord]:
        """In the order in which they were added. Looks at the disk to see which are there."""
        rows = self._rows(
            "SELECT id, path, recursive, exclude, watch, EXISTS (SELECT 1 FROM image WHERE root_id = root.id) FROM root ORDER BY id"
        )
        there = reachable([(Path(path_from_row(row[1])), bool(row[5])) for row in rows])
        return [
            RootRecord(
                identity, Path(path_from_row(path)), bool(recursive), tuple(json.loads(exclude)), online, bool(watch)
            )
            for (identity, path, recursive, exclude, watch, _), online in zip(rows, there, strict=True)
        ]

    def root_paths(self) -> list[tuple[int, Path]]:
        """Id and path of each root, without a look at the disk."""
        return [(row[0], Path(path_from_row(row[1]))) for row in self._rows("SELECT id, path FROM root ORDER BY id")]

    def skipped(self) -> list[Skipped]:
        """Files that were found but are not in the library, by path."""
        rows = self._rows(
            "SELECT root.path, skipped.path, reason FROM skipped JOIN root ON root.id = root_id ORDER BY 1, 2"
        )
        return [Skipped(Path(path_from_row(root), path_from_row(path)), reason) for root, path, reason in rows]

    def models(self) -> list[ModelRecord]:
        """The models that have vectors here, the first one first."""
        rows = self._rows(
            "SELECT name, title, dimension, fingerprint, folder, file,"
            # Most contents are live, so that it is quicker to count those that are not.
            " (SELECT count(*) FROM vector WHERE vector.model_id = model.id),"
            " (SELECT count(*) FROM content JOIN vector ON content_id = content.id AND vector.model_id = model.id"
            "    WHERE live = 0)"
            " FROM model ORDER BY id"
        )
        return [
            ModelRecord(
                id=name,
                title=title,
                dimension=dimension,
                vectors=count - unused,
                bytes=size_of(self.folder / "vectors" / file),
                folder=Path(path_from_row(folder)),
                fingerprint=fingerprint,
                unused=unused,
            )
            for name, title, dimension, fingerprint, folder, file, count, unused in rows
        ]

    def learned(self, model_id: str) -> bytes | None:
        """What the model took from this library, as its encoder stored it."""
        return self._model_row(model_id, "learned")[0]  # type: ignore[no-any-return]

    def vector_of(self, model_id: str, content_key: bytes) -> Vector | None:
        """The stored vector of a content, or None."""
        return self.steady(lambda: self._vector_of(model_id, content_key))

    def content_at(self, path: Path) -> bytes | None:
        """Content key of the image that the library knows at `path`, whether its file is there just now or not."""
        for identity, root in self.root_paths():
            if path.is_relative_to(root):
                row = self._rows(
                    "SELECT content.key FROM image JOIN content ON content.id = content_id WHERE root_id = ? AND path = ?",
                    identity,
                    relative_to_row(path, root),
                )
                if row:
                    return bytes(row[0][0])
        return None

    def searchable_count(self, model_id: str) -> int:
        """Images that have a vector of the model, as far as was known at the last `refresh`."""
        if model_id not in self._counts:
            # Joining a million images takes a third of a second; where every content has its vector it tells nothing new.
            sql = "SELECT count(*) FROM image JOIN vector USING (content_id) WHERE vector.model_id = ?"
            model = self._model_row(model_id, "id")[0]
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
            self._model_row(model_id, "id")[0],
            json.dumps([int(slot) for slot in slots]),
        )
        marks = marks_of(self.rows, [row[1] for row in rows])
        by_slot: defaultdict[int, list[ImageRecord]] = defaultdict(list)
        for slot, *image in rows:
            by_slot[slot].append(image_from_row(tuple(image), marks.get(image[0], UNMARKED)))
        return [tuple(by_slot[int(slot)]) for slot in slots]

    def images(self) -> Iterator[ImageRecord]:
        """Every image, in the order in which they entered."""
        with sentences(self.folder):
            for row in self._db.execute(f"SELECT {IMAGE_COLUMNS} FROM {IMAGE_TABLES} ORDER BY image.id"):
                yield image_from_row(row)

    def image(self, image_id: int) -> ImageRecord | None:
        rows = self._rows(f"SELECT {IMAGE_COLUMNS} FROM {IMAGE_TABLES} WHERE image.id = ?", image_id)
        return image_from_row(rows[0], marks_of(self.rows, [image_id]).get(image_id, UNMARKED)) if rows else None

    def export(self, model_id: str) -> tuple[Matrix, list[Path]]:
        """float32 [images, dimension] as the model gave them, and the path of each row, in the order of the images."""
        return self.steady(lambda: self._export(model_id))

    def graph_record(self, model_id: str) -> GraphRecord | None:
        """How the graph of a model did when it was built; None where there is none."""
        row = self._graph_row(model_id)
        if row is None:
            return None
        rows, size, checksum, candidates, recall, _ = row
        return GraphRecord(
            model_id=model_id,
            rows=rows,
            bytes=size,
            candidates={Metric(key): value for key, value in json.loads(candidates).items()},
            recall={Metric(key): value for key, value in json.loads(recall).items()},
            checksum=checksum,
        )

    def open_graph(self, model_id: str) -> Graph | None:
        """The saved graph; None where there is none, or where it is damaged and has to be built again."""
        row = self._graph_row(model_id)
        if row is None:
            return None
        rows, size, checksum, _, _, rotation = row
        path = self._graph_path(model_id)
        try:
            learned = Rotation.from_bytes(rotation, self._model_row(model_id, "dimension")[0])
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
        )
        return self.vectors(model_id).vector(int(row[0][0])) if row else None

    def _export(self, model_id: str) -> tuple[Matrix, list[Path]]:
        rows = self._rows(
            "SELECT vector.slot, root.path, image.path FROM image JOIN root ON root.id = root_id"
            " JOIN vector ON vector.content_id = image.content_id WHERE model_id = ? ORDER BY image.id",
            self._model_row(model_id, "id")[0],
        )
        slots = np.fromiter((row[0] for row in rows), np.int64, len(rows))
        paths = [Path(path_from_row(root), path_from_row(path)) for _, root, path in rows]
        return self.vectors(model_id).vectors(slots), paths

    def _graph_path(self, model_id: str) -> Path:
        (file,) = self._model_row(model_id, "file")
        return self.folder / "graph" / Path(file).with_suffix(".hnsw").name

    def _graph_row(self, model_id: str) -> tuple[Any, ...] | None:
        rows = self._rows(
            "SELECT rows, size, checksum, candidates, recall, rotation FROM graph JOIN model ON model.id = model_id WHERE name = ?",
            model_id,
        )
        return rows[0] if rows else None
