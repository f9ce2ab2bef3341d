"""Libraries from others: rows of any kind in a real catalog, bytes that were changed, and everything that is done with them."""

from __future__ import annotations

import atexit
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

import numpy as np
from making import Chooser, Target

from imsearch_gui.domain.errors import KnownError
from imsearch_gui.domain.filters import Apart, Filters, Orientation
from imsearch_gui.domain.image_columns import ImageColumns
from imsearch_gui.domain.marks import MarkEdit
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.plan import FoundFile
from imsearch_gui.domain.records import ImageRecord, PictureInfo, PixelsExample, Query, Strategy
from imsearch_gui.domain.region import Region
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.imaging.decoder import content_key
from imsearch_gui.library.care import emptiness_of, name_of, remove_root, rules_of
from imsearch_gui.library.facets import facets_of
from imsearch_gui.library.facts import facts_of
from imsearch_gui.library.following import bring_back, forget
from imsearch_gui.library.graph import Graph
from imsearch_gui.library.kept import SEARCHES, KeptQueries
from imsearch_gui.library.knowing import models_knowing
from imsearch_gui.library.library import CATALOG, Library
from imsearch_gui.library.marks import labels_in_use, note
from imsearch_gui.library.records import Encoded, RootKey
from imsearch_gui.library.removal import delete_library, remove_model
from imsearch_gui.library.rotation import learn
from imsearch_gui.library.schema import MIGRATIONS
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.search import Searcher

IMAGES, DIMENSION, MODEL = 30, 8, "test"
PICTURE = b"the picture that is asked with"
TABLES = {
    "root": ("id", "path", "recursive", "exclude", "watch"),
    "content": ("id", "key", "width", "height", "format", "taken", "camera", "live"),
    "image": ("id", "root_id", "path", "file_size", "mtime_ns", "content_id"),
    "skipped": ("root_id", "path", "file_size", "mtime_ns", "reason"),
    "model": ("id", "name", "title", "dimension", "fingerprint", "folder", "file", "learned"),
    "vector": ("model_id", "slot", "content_id"),
    "graph": ("model_id", "rows", "size", "checksum", "candidates", "recall", "rotation"),
    "setting": ("key", "value"),
    "mark": ("content_id", "colour", "rating"),
    "label": ("content_id", "name"),
}
PLANTED = (
    "CREATE TRIGGER t AFTER INSERT ON image BEGIN DELETE FROM content; END",
    "CREATE TRIGGER t AFTER UPDATE ON model BEGIN DELETE FROM image; END",
    "DROP TABLE label; CREATE VIEW label AS SELECT id AS content_id, path AS name FROM image, root",
    "CREATE VIEW v AS SELECT load_extension('x')",
    "DROP TABLE mark",
    "ALTER TABLE image ADD COLUMN more",
    "DROP TRIGGER image_added",
    "CREATE TABLE more (a)",
    "CREATE INDEX more ON image (abs(file_size))",
    "PRAGMA writable_schema = ON; INSERT INTO sqlite_master VALUES ('trigger', 'sqlite_stat1', 'setting', 0,"
    " 'CREATE TRIGGER sqlite_stat1 AFTER INSERT ON setting BEGIN DELETE FROM image; END')",
    "PRAGMA user_version = 0",
    "PRAGMA user_version = -3",
    "PRAGMA user_version = 1",
    "PRAGMA user_version = 99",
    "PRAGMA application_id = 7",
)


@cache
def scratch() -> Path:
    """A folder for as long as the process lives."""
    place = Path(tempfile.mkdtemp(prefix="imsearch-fuzz-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return place


@cache
def sound_library() -> Path:
    """A library of a few images with everything that one can have."""
    folder, pictures = scratch() / "sound", scratch() / "pictures"
    pictures.mkdir()
    random = np.random.default_rng(3)
    with LibraryWriter.open(folder) as library:
        root = library.add_root(pictures, recursive=True, exclude=("*.tmp",))
        model = library.use_model(MODEL, title="Test", dimension=DIMENSION, fingerprint="f", folder=Path("/no/model"))
        items = [
            Encoded(
                FoundFile(pictures / f"folder {number % 3}" / f"{number:02}.jpg", 1000 + number, 10**18 + number),
                content_key(PICTURE if number == 0 else bytes([number])),
                PictureInfo(640, 480, "JPEG", "2024-05-01T10:00:00", "Camera"),
                random.normal(size=DIMENSION).astype(np.float32),
            )
            for number in range(IMAGES)
        ]
        library.store(model, {item.file.path: root for item in items}, items, [])
        library.remember("name", "A library")
        view = library.vectors(MODEL)
        graph = Graph.empty(learn(view.vectors(slice(None)), IMAGES), IMAGES)
        graph.add(view.vectors(slice(None)), threads=1)
        library.save_graph(MODEL, graph, dict.fromkeys(Metric, 20), dict.fromkeys(Metric, 1.0))
        other = library.use_model("other", title="Other", dimension=4, fingerprint="g", folder=Path("/no/other"))
        few = [Encoded(item.file, item.content_key, item.info, item.vector[:4]) for item in items[:5]]
        library.store(other, {item.file.path: root for item in few}, few, [])
    note(folder, [1, 2, 3], MarkEdit(add=("red", "old"), colour=2, rating=4))
    KeptQueries(folder / SEARCHES, 10).add(asked(), 1.0, name="Search", thumbnail=b"png")
    catalog = sqlite3.connect(folder / CATALOG, isolation_level=None)
    catalog.execute("INSERT INTO skipped VALUES (1, 'folder 1/no.txt', 1, 1, 'empty file')")
    catalog.close()  # the last one to leave puts the log into the catalog
    return folder


def asked(**more: object) -> Query:
    return Query((PixelsExample(PICTURE),), MODEL, **more)  # type: ignore[arg-type]


@contextmanager
def copied() -> Iterator[Path]:
    """The library once more, to be changed."""
    folder = scratch() / "copy"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(sound_library(), folder)
    yield folder


class Outcome:
    """Counts what a reader was refused."""

    def __init__(self) -> None:
        self.refused = 0

    def of(self, work: Callable[[], object]) -> object:
        try:
            return work()
        except KnownError:
            self.refused += 1
            return None

    def __str__(self) -> str:
        return "refused" if self.refused else "taken"


def use_everything(folder: Path) -> str:
    """All that the program does with a library, one thing after the other; raises for a fault."""
    outcome = Outcome()
    library = outcome.of(lambda: Library.open(folder))
    if isinstance(library, Library):
        with library:
            _read(library, outcome)
            _search(library, outcome)
    outcome.of(lambda: KeptQueries(folder / SEARCHES, 10).listed())
    outcome.of(lambda: note(folder, [1, 2], MarkEdit(add=("new",), rating=1)))
    outcome.of(lambda: bring_back(folder, forget(folder, [3])))
    writer = outcome.of(lambda: LibraryWriter.open(folder))
    if isinstance(writer, LibraryWriter):
        with writer:
            _write(writer, outcome)
    outcome.of(lambda: delete_library(folder))
    return str(outcome)


def _read(library: Library, outcome: Outcome) -> None:
    roots = outcome.of(library.root_paths)
    below = [path for _, path in roots] if isinstance(roots, list) else []

    def images() -> None:
        for image in library.images():
            _check_image(image, below)

    readers: tuple[Callable[[], object], ...] = (
        images,
        library.image_count,
        library.skipped_count,
        library.roots,
        lambda: [_check_path(item.path, below) for item in library.skipped()],
        library.models,
        lambda: library.learned(MODEL),
        lambda: library.image(1),
        lambda: library.images_at(MODEL, [0, 1, 29]),
        lambda: [_check_path(path, below) for path in library.export(MODEL)[1]],
        lambda: library.graph_record(MODEL),
        lambda: library.vector_of(MODEL, content_key(PICTURE)),
        lambda: library.content_at(below[0] / "folder 0" / "00.jpg") if below else None,
        lambda: library.searchable_count(MODEL),
        lambda: facets_of(library),
        lambda: facts_of(library),
        lambda: (name_of(library), rules_of(library, 1), emptiness_of(library), models_knowing(library, 1)),
        lambda: labels_in_use(library.rows),
    )
    for read in readers:
        outcome.of(read)


def _search(library: Library, outcome: Outcome) -> None:
    searcher = Searcher(library, ModelStore([]))
    queries = (
        asked(),
        asked(strategy=Strategy.GRAPH, metric=Metric.L2, top=10),
        asked(metric=Metric.L1, filters=Filters(labels=("red",), rating=1, colours=(2,))),
        asked(
            metric=Metric.CORRELATION,
            filters=Filters(
                taken_from="2000-01-01",
                formats=("JPEG",),
                orientations=(Orientation.LANDSCAPE,),
                shortest_side=10,
                apart=Apart.ONE_A_BURST,
            ),
        ),
    )
    for query in queries:
        outcome.of(lambda query=query: _look_at(searcher.search(query)))  # type: ignore[misc]
    searcher.close()


def _look_at(result: object) -> None:
    matches = result.matches  # type: ignore[attr-defined]
    for name in ("score", "name", "folder", "taken", "file_size", "pixels", "mtime", "rating"):
        matches.column(name)
    for match in matches:
        assert ".." not in match.image.path.parts
        ImageColumns.of([match.image])


def _check_image(image: ImageRecord, roots: list[Path]) -> None:
    _check_path(image.path, roots)
    assert image.file_size >= 0
    assert image.info.width > 0
    Region(0, 0, image.info.width, image.info.height)


def _check_path(path: Path, roots: list[Path]) -> None:
    if not roots:  # they were refused
        return
    inside = [path.relative_to(root) for root in roots if path.is_relative_to(root)]
    assert any(below.parts and ".." not in below.parts for below in inside), f"{path} leaves its root"
    assert "\0" not in str(path)


def _write(writer: LibraryWriter, outcome: Outcome) -> None:
    root = RootKey(1, scratch() / "pictures")
    model = outcome.of(
        lambda: writer.use_model(MODEL, title="T", dimension=DIMENSION, fingerprint="f", folder=Path("/m"))
    )
    if model is not None:
        outcome.of(lambda: writer.known_files(root, model))  # type: ignore[arg-type]
    added = outcome.of(lambda: writer.add_root(root.path, recursive=True, exclude=()))
    outcome.of(lambda: writer.count_images_below(root, root.path / "folder 1"))
    if model is not None and isinstance(added, RootKey):
        file = FoundFile(added.path / "new.jpg", 1, 1)
        item = Encoded(file, b"n" * 16, PictureInfo(1, 1, "PNG"), np.ones(DIMENSION, np.float32))
        outcome.of(lambda: writer.store(model, {file.path: added}, [item], []))  # type: ignore[arg-type]
    outcome.of(lambda: remove_model(writer, MODEL))
    outcome.of(lambda: writer.add_root(root.path.parent, recursive=True, exclude=()))
    outcome.of(lambda: remove_root(writer, root.path.parent))


# -- targets ------------------------------------------------------------------------------------------------------------


def rows(data: bytes) -> str:
    """Values of every kind in every column, forged below SQLite's own checks."""
    choose = Chooser(data)
    with copied() as folder:
        catalog = sqlite3.connect(folder / CATALOG, isolation_level=None)
        catalog.execute("PRAGMA ignore_check_constraints = ON")
        for _ in range(1 + choose.number(4)):
            with suppress(sqlite3.Error):
                _forge(catalog, choose)
        catalog.close()
        return use_everything(folder)


def _forge(catalog: sqlite3.Connection, choose: Chooser) -> None:
    table = choose.pick(tuple(TABLES))
    columns = TABLES[table]
    match choose.number(8):
        case 0:
            signs = ", ".join("?" * len(columns))
            catalog.execute(f"INSERT OR REPLACE INTO {table} VALUES ({signs})", [choose.value() for _ in columns])
        case 1:
            catalog.executescript(choose.pick(PLANTED))
        case 2:
            # What a column must be is only the text of the schema.
            catalog.execute("PRAGMA writable_schema = ON")
            catalog.execute("UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '') WHERE name = ?", (table,))
        case 3:
            catalog.execute(f"DELETE FROM {table} WHERE rowid % 2")
        case _:
            column, value = choose.pick(columns), choose.value()
            catalog.execute(
                f"UPDATE OR REPLACE {table} SET {column} = ? WHERE {columns[0]} IN"
                f" (SELECT {columns[0]} FROM {table} LIMIT ?)",
                (value, 1 + choose.number(3)),
            )


def catalog_bytes(data: bytes) -> str:
    with copied() as folder:
        (folder / CATALOG).write_bytes(data)
        return use_everything(folder)


def earlier_schema(data: bytes) -> str:
    """Rows of a catalog that has to be brought up to date first."""
    choose = Chooser(data)
    with copied() as folder:
        (folder / CATALOG).unlink()
        catalog = sqlite3.connect(folder / CATALOG, isolation_level=None)
        for script in MIGRATIONS[:2]:
            catalog.executescript(script)
        catalog.execute(f"PRAGMA application_id = {0x696D7365}")
        catalog.execute("PRAGMA user_version = 2")
        for _ in range(1 + choose.number(4)):
            with suppress(sqlite3.Error):
                table = choose.pick(tuple(TABLES))
                columns = len(catalog.execute(f"SELECT * FROM {table} LIMIT 0").description)
                signs = ", ".join("?" * columns)
                catalog.execute(f"INSERT INTO {table} VALUES ({signs})", [choose.value() for _ in range(columns)])
        catalog.close()
        return use_everything(folder)


def saved_searches(data: bytes) -> str:
    return _searches(data)


def made_up_searches(data: bytes) -> str:
    """Well-formed JSON with anything in it."""
    choose = Chooser(data)
    entry = json.loads((sound_library() / SEARCHES / "queries.json").read_text())["queries"][0]
    for _ in range(1 + choose.number(4)):
        place = choose.pick((entry, entry["query"], entry["query"]["filters"], *entry["query"]["like"][:1]))
        if isinstance(place, dict) and place:
            place[choose.pick(tuple(place))] = choose.json()
        if not isinstance(entry["query"], dict) or not isinstance(entry["query"].get("filters"), dict):
            break
        if not isinstance(entry["query"].get("like"), list):
            break
    return _searches(json.dumps({"version": 1, "queries": [entry, choose.json()]}).encode())


def _searches(content: bytes) -> str:
    outcome = Outcome()
    folder = scratch() / "searches"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(sound_library() / SEARCHES, folder)
    (folder / "queries.json").write_bytes(content)
    place = KeptQueries(folder, 10)
    for kept in outcome.of(place.listed) or ():  # type: ignore[attr-defined]
        outcome.of(lambda kept=kept: place.query(kept.id))  # type: ignore[misc]
        outcome.of(lambda kept=kept: place.rename(kept.id, "x"))  # type: ignore[misc]
    outcome.of(lambda: place.add(asked(), 2.0, name="y"))
    outcome.of(place.clear)
    return str(outcome)


TARGETS = (
    Target("catalog rows", lambda: (b"",), rows, raw=True),
    Target("catalog of an earlier schema", lambda: (b"",), earlier_schema, raw=True),
    Target("catalog bytes", lambda: ((sound_library() / CATALOG).read_bytes(),), catalog_bytes),
    Target("saved searches", lambda: ((sound_library() / SEARCHES / "queries.json").read_bytes(),), saved_searches),
    Target("saved searches, made up", lambda: (b"",), made_up_searches, raw=True),
)
