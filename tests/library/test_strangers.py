"""Libraries from others: what they hold is refused with one sentence, and nothing outside of them is read, written or deleted."""

from __future__ import annotations

import os
import sqlite3
import struct
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from imsearch_gui.domain.errors import KnownError, LibraryError, StorageError
from imsearch_gui.domain.marks import Marks
from imsearch_gui.domain.records import Query, TextExample
from imsearch_gui.library.facets import facets_of
from imsearch_gui.library.following import forget
from imsearch_gui.library.image_table import KeptTable
from imsearch_gui.library.kept import SEARCHES, KeptQueries
from imsearch_gui.library.library import CATALOG, Library
from imsearch_gui.library.marks import marks_of
from imsearch_gui.library.records import Encoded, ModelKey, RootKey
from imsearch_gui.library.removal import delete_library, remove_model
from imsearch_gui.library.writer import LibraryWriter

IMAGES = 12


@pytest.fixture
def place(folder: Path, tmp_path: Path, encoded: Callable[..., Encoded]) -> Path:
    """A library with two models and some images, closed."""
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    with LibraryWriter.open(folder) as library:
        root = library.add_root(pictures, recursive=True, exclude=())
        for name in ("test", "other"):
            model = library.use_model(name, title=name, dimension=8, fingerprint=name, folder=Path("/no/model"))
            items = [encoded(pictures / f"{number}.jpg", number) for number in range(IMAGES)]
            library.store(model, {item.file.path: root for item in items}, items, [])
    return folder


@contextmanager
def forged(place: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(place / CATALOG, isolation_level=None)) as catalog:
        catalog.execute("PRAGMA ignore_check_constraints = ON")
        yield catalog


def everything(library: Library) -> tuple[Callable[[], Any], ...]:
    """All that hands out paths of images."""
    return (
        lambda: list(library.images()),
        lambda: library.image(1),
        lambda: library.images_at("test", [0]),
        lambda: library.export("test"),
        lambda: KeptTable(library).table(),
    )


# -- the catalog --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "planted",
    [
        "CREATE TRIGGER t AFTER UPDATE ON model BEGIN DELETE FROM image; END",
        "CREATE VIEW v AS SELECT * FROM image",
        "DROP TABLE label; CREATE VIEW label AS SELECT id AS content_id, path AS name FROM image",
        "DROP TABLE mark",
        "DROP TRIGGER image_removed",
        "CREATE INDEX more ON image (abs(file_size))",
        "CREATE TABLE more (a)",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = -1",
        "PRAGMA user_version = 2",
    ],
)
def test_a_catalog_that_does_more_or_less_than_ours_is_refused(planted: str, place: Path) -> None:
    with forged(place) as catalog:
        catalog.executescript(planted)
    for use in (Library.open, LibraryWriter.open, delete_library, lambda folder: forget(folder, [1])):
        with pytest.raises(LibraryError, match="is damaged"):
            use(place)
    with forged(place) as catalog:
        assert catalog.execute("SELECT count(*) FROM image").fetchone() == (IMAGES,)


def test_statistics_of_the_planner_may_be_there(place: Path) -> None:
    with forged(place) as catalog:
        catalog.execute("ANALYZE")
    with Library.open(place) as library:
        assert library.image_count() == IMAGES


def test_a_schema_that_is_no_text(place: Path) -> None:
    with forged(place) as catalog:
        catalog.execute("PRAGMA writable_schema = ON")
        catalog.execute("UPDATE sqlite_master SET name = CAST(x'ff80' AS TEXT), sql = 'CREATE' WHERE name = 'mark'")
    with pytest.raises(LibraryError, match="is damaged"):
        Library.open(place)


def test_a_journal_deletes_no_other_file(place: Path, tmp_path: Path) -> None:
    victim = tmp_path / "letter.txt"
    victim.write_text("dear")
    page, name = 4096, str(victim).encode()
    with forged(place) as catalog:
        catalog.execute("PRAGMA journal_mode = DELETE")
    magic = bytes.fromhex("d9d505f920a163d7")
    pages = (place / CATALOG).stat().st_size // page
    head = (magic + struct.pack(">IIIII", 0, 1, pages, 512, page)).ljust(512, b"\0")
    tail = struct.pack(">I", 0x40000000 // page + 1) + name + struct.pack(">II", len(name), sum(name)) + magic
    (place / f"{CATALOG}-journal").write_bytes(head + tail)
    for use in (Library.open, LibraryWriter.open, lambda folder: forget(folder, [1])):
        with pytest.raises(LibraryError, match="speaks of another file"):
            use(place)
    assert victim.read_text() == "dear"
    with forged(place) as catalog:  # what SQLite itself does of its own accord
        catalog.execute("SELECT 1 FROM image").fetchone()
    assert not victim.exists()


def interior(child: int, cells: int = 200, size: int = 4096) -> bytes:
    """A page of a table that leads to another one many times."""
    body = (struct.pack(">I", child) + b"\1") * cells
    start = size - len(body)
    head = b"\5" + struct.pack(">HHHBI", 0, cells, start, 0, child)
    return (head + b"".join(struct.pack(">H", start + 5 * cell) for cell in range(cells))).ljust(start, b"\0") + body


def test_rows_without_end_are_not_read_to_the_end(place: Path) -> None:
    with forged(place) as catalog:
        (root,) = catalog.execute("SELECT rootpage FROM sqlite_master WHERE name = 'image'").fetchone()
    data = bytearray((place / CATALOG).read_bytes())
    leaf, pages = bytes(data[(root - 1) * 4096 : root * 4096]), len(data) // 4096
    data[(root - 1) * 4096 : root * 4096] = interior(pages + 1)
    for level in range(1, 15):
        data += interior(pages + 1 + level)
    data += leaf
    data[28:32] = struct.pack(">I", len(data) // 4096)
    (place / CATALOG).write_bytes(data)
    with Library.open(place) as library:
        with pytest.raises(LibraryError, match="disorder"):
            list(library.images())
        for read in (KeptTable(library).table, lambda: library.rows("SELECT count(path) FROM image NOT INDEXED")):
            with pytest.raises(LibraryError, match="is damaged"):
                read()


# -- files that are none ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [CATALOG, f"{CATALOG}-wal", f"{CATALOG}-shm", f"{CATALOG}-journal"])
@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_what_is_no_file_is_not_opened(kind: str, name: str, place: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("mine")
    file = place / name
    if name == CATALOG:
        file.rename(tmp_path / "catalog")
    {"link": lambda: file.symlink_to(outside), "pipe": lambda: os.mkfifo(file), "folder": file.mkdir}[kind]()
    for use in (Library.open, LibraryWriter.open):
        with pytest.raises(LibraryError, match="is a link or no file"):
            use(place)
    assert outside.read_text() == "mine"


@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_the_lock_is_no_way_out(kind: str, place: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("mine")
    (place / "writer.lock").unlink(missing_ok=True)
    (place / "writer.lock").symlink_to(outside) if kind == "link" else os.mkfifo(place / "writer.lock")
    for use in (LibraryWriter.open, delete_library):
        with pytest.raises(LibraryError, match="is a link or no file"):
            use(place)
    assert outside.read_text() == "mine"


@pytest.mark.parametrize("name", ["vectors", "graph", SEARCHES])
def test_folders_that_lead_elsewhere_are_not_emptied(name: str, place: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    for end in (".png", ".json", ".f16", ".hnsw", ".picture"):
        (outside / f"mine-1{end}").write_text("mine")
    if (place / name).exists():
        (place / name).rename(tmp_path / "before")
    (place / name).symlink_to(outside)
    with pytest.raises(LibraryError, match="is a link or no folder"):
        delete_library(place)
    if name == SEARCHES:
        with pytest.raises(StorageError, match="is a link or no folder"):
            KeptQueries(place / name, 5).add(Query((TextExample("x"),), "m"), 1.0)
        assert KeptQueries(place / name, 5).listed() == ()
    else:
        with pytest.raises(LibraryError, match="is a link or no folder"):
            LibraryWriter.open(place)
    assert len(list(outside.iterdir())) == 5
    assert (place / CATALOG).exists()


def test_vectors_are_not_written_through_a_link(place: Path, tmp_path: Path, encoded: Callable[..., Encoded]) -> None:
    outside = tmp_path / "letter.txt"
    outside.write_bytes((place / "vectors" / "test-1.f16").read_bytes())
    (place / "vectors" / "test-1.f16").unlink()
    (place / "vectors" / "test-1.f16").symlink_to(outside)
    before = outside.read_bytes()
    with LibraryWriter.open(place) as library:
        root, item = RootKey(1, tmp_path / "pictures"), encoded(tmp_path / "pictures" / "new.jpg", 99)
        with pytest.raises(LibraryError, match="is a link"):
            library.store(ModelKey(1, "test", 8), {item.file.path: root}, [item], [])
        with pytest.raises(LibraryError, match="is a link"):
            library.vectors("test")
    assert outside.read_bytes() == before


# -- rows ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    ["../../../etc/passwd", "/etc/passwd", "a/../../x", "..", ".", "", "a//b", "a\0b", b"../x", b"/\xff", 5, None],
)
def test_a_path_that_leaves_its_root_is_no_image(path: object, place: Path) -> None:
    with forged(place) as catalog:
        # What a column must be is only the text of the schema, and that can be as it was before anybody looks.
        catalog.execute("PRAGMA writable_schema = ON")
        catalog.execute("UPDATE sqlite_master SET sql = replace(sql, 'path NOT NULL', 'path') WHERE name = 'image'")
    with forged(place) as catalog:
        catalog.execute("UPDATE image SET path = ? WHERE id = 1", (path,))
        catalog.execute("PRAGMA writable_schema = ON")
        catalog.execute("UPDATE sqlite_master SET sql = replace(sql, ' path,', ' path NOT NULL,') WHERE name = 'image'")
    with Library.open(place) as library:
        for read in everything(library):
            with pytest.raises(LibraryError, match="is damaged"):
                read()
    with LibraryWriter.open(place) as library, pytest.raises(LibraryError, match="is damaged"):
        library.known_files(RootKey(1, Path("/pictures")), ModelKey(1, "test", 8))


@pytest.mark.parametrize("path", ["pictures", "", "../x", 7, b"x\0", "/" + "x" * 40_000])
def test_a_root_that_is_none(path: object, place: Path) -> None:
    with forged(place) as catalog:
        catalog.execute("UPDATE root SET path = ?", (path,))
    with Library.open(place) as library:
        for read in (library.roots, library.root_paths, *everything(library)):
            with pytest.raises(LibraryError, match="is damaged"):
                read()


def test_names_may_look_like_commands(place: Path) -> None:
    name = "'; DROP TABLE image;--"
    with forged(place) as catalog:
        catalog.execute("UPDATE root SET path = ?", (f"/{name}",))
        catalog.execute("UPDATE image SET path = ? WHERE id = 1", (name,))
        catalog.execute("INSERT INTO label VALUES (1, ?)", (name,))
    with Library.open(place) as library:
        image = library.image(1)
        assert image is not None
        assert (image.path, image.marks.labels) == (Path(f"/{name}", name), (name,))
        assert facets_of(library).images == library.image_count() == IMAGES


@pytest.mark.parametrize(
    "file", ["../../letter.f16", "/etc/passwd", "x/test-1.f16", "*-1.f16", "test-1.txt", "", 5, "..-1.f16"]
)
def test_vectors_lie_in_the_library(file: object, place: Path, tmp_path: Path) -> None:
    letter = tmp_path.parent / "letter.f16"
    letter.write_text("mine")
    with forged(place) as catalog:
        catalog.execute("UPDATE model SET file = ? WHERE name = 'test'", (file,))
    with Library.open(place) as library:
        for read in (library.models, lambda: library.vectors("test")):
            with pytest.raises(LibraryError, match=r"strange name|another type"):
                read()
    with LibraryWriter.open(place) as library:
        for change in (
            lambda: remove_model(library, "test"),
            lambda: library.use_model("test", title="", dimension=8, fingerprint="new", folder=Path("/m")),
        ):
            with pytest.raises(LibraryError, match=r"strange name|another type"):
                change()
    assert letter.read_text() == "mine"
    assert (place / "vectors" / "other-1.f16").exists()
    letter.unlink()


@pytest.mark.parametrize(
    ("change", "read"),
    [
        ("UPDATE image SET file_size = -1", lambda library: list(library.images())),
        ("UPDATE image SET file_size = 'x'", lambda library: list(library.images())),
        ("UPDATE content SET width = 0", lambda library: KeptTable(library).table()),
        ("UPDATE content SET width = 9223372036854775807", lambda library: KeptTable(library).table()),
        (
            "UPDATE content SET key = 999999999 WHERE id = 2",
            lambda library: library.content_at(library.root_paths()[0][1] / "1.jpg"),
        ),
        ("UPDATE model SET dimension = 0", lambda library: library.vectors("test")),
        ("UPDATE model SET dimension = 'x'", lambda library: library.vectors("test")),
        ("UPDATE model SET dimension = 4611686018427387904", lambda library: library.models()),
        ("UPDATE vector SET slot = -1 WHERE slot = 0", lambda library: library.vectors("test")),
        ("UPDATE vector SET slot = 4611686018427387904 WHERE slot = 1", lambda library: library.vectors("test")),
        ("UPDATE root SET exclude = '['", lambda library: library.roots()),
        (f"UPDATE root SET exclude = '{'[' * 5000}'", lambda library: library.roots()),
        ("UPDATE root SET exclude = '[1]'", lambda library: library.roots()),
        ("INSERT INTO label VALUES (1, x'00ff')", lambda library: facets_of(library)),
        ("DELETE FROM root", lambda library: facets_of(library)),
    ],
)
def test_values_that_are_none(change: str, read: Callable[[Library], object], place: Path) -> None:
    with forged(place) as catalog:
        catalog.execute(change)
    with Library.open(place) as library, pytest.raises(LibraryError):
        read(library)


def test_numbers_of_contents_take_no_room(place: Path) -> None:
    with forged(place) as catalog:
        catalog.execute("INSERT INTO content (id, key, width, height, format) VALUES (?, x'77', 1, 1, 'PNG')", (2**62,))
        catalog.execute("UPDATE image SET content_id = ? WHERE id = 1", (2**62,))
        catalog.execute("UPDATE vector SET content_id = ? WHERE content_id = 1", (2**62,))
    with Library.open(place) as library:
        from imsearch_gui.library.answers import Answers

        slots = np.arange(IMAGES)
        answers = Answers(library)
        assert answers._slot_of("test").tolist() == slots.tolist()


def test_a_slot_far_away_makes_no_file_of_any_size(
    place: Path, tmp_path: Path, encoded: Callable[..., Encoded]
) -> None:
    with forged(place) as catalog:
        catalog.execute("UPDATE vector SET slot = 1000000000 WHERE slot = 3")
    size = (place / "vectors" / "test-1.f16").stat().st_size
    with LibraryWriter.open(place) as library:
        root, item = RootKey(1, tmp_path / "pictures"), encoded(tmp_path / "pictures" / "new.jpg", 99)
        with pytest.raises(LibraryError, match="shorter than the catalog says"):
            library.store(ModelKey(1, "test", 8), {item.file.path: root}, [item], [])
    assert (place / "vectors" / "test-1.f16").stat().st_size == size


def test_long_facts_and_marks_beyond_all_bounds_are_brought_to_what_there_can_be(place: Path) -> None:
    with forged(place) as catalog:
        catalog.execute("UPDATE content SET format = ?, camera = ?, taken = '99999-01-01'", ("F" * 10**6, "C" * 10**6))
        catalog.execute("INSERT INTO mark VALUES (1, 1000000000, -5)")
        catalog.execute("INSERT INTO label VALUES (1, ?)", ("l" * 10**6,))
        catalog.execute("INSERT INTO setting VALUES ('name', ?)", ("n\n" * 10**6,))
    with Library.open(place) as library:
        table = KeptTable(library).table().columns
        assert (table.formats, table.cameras) == (("F" * 100,), ("C" * 100,))
        assert table.record(0).info.taken is None
        assert marks_of(library.rows) == {1: Marks(("l" * 60,), 9, 0)}
        from imsearch_gui.library.care import name_of

        assert len(name_of(library)) <= 200
        assert "\n" not in name_of(library)


def test_vectors_that_are_no_numbers_are_a_sentence(place: Path) -> None:
    file = place / "vectors" / "test-1.f16"
    file.write_bytes(np.full(IMAGES * 8, np.nan, np.float16).tobytes())
    with Library.open(place) as library:
        for read in (lambda: library.export("test"), lambda: library.vectors("test").exact(np.arange(3))):
            with pytest.raises(LibraryError, match="no number"):
                read()


def test_every_page_may_be_damaged(place: Path) -> None:
    data = (place / CATALOG).read_bytes()
    random = np.random.default_rng(2)
    refused = 0
    for page in range(0, len(data), 4096):
        damaged = bytearray(data)
        damaged[page : page + 4096] = random.bytes(4096)
        (place / CATALOG).write_bytes(damaged[: len(data)])
        try:
            with Library.open(place) as library:
                for read in (*everything(library), library.roots, library.models, lambda: facets_of(library)):
                    read()
        except KnownError:
            refused += 1
    assert refused > 5
