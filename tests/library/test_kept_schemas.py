"""Libraries that earlier versions of the program really wrote (schemas/README.md) open, and answer as one of today does."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from imsearch_gui.cli import main
from imsearch_gui.domain.marks import Marks
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.progress import IndexReport
from imsearch_gui.domain.records import FileExample, IndexRequest, Query, Strategy
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.library import care
from imsearch_gui.library.indexing import index
from imsearch_gui.library.library import CATALOG, Library
from imsearch_gui.library.schema import SCHEMA
from imsearch_gui.library.upgrade import copies_of, copy_of
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.graph_job import build_graph
from imsearch_gui.searching.search import Searcher

KEPT = Path(__file__).with_name("schemas")
PICTURES = KEPT / "pictures"
ALL = range(1, SCHEMA + 1)
EARLIER = range(1, SCHEMA)
MARKED_SINCE = 4
Open = Callable[[int], Path]


@pytest.fixture
def kept(tmp_path: Path) -> Open:
    """kept(schema): a copy of the library of that schema."""

    def copy(schema: int) -> Path:
        return Path(shutil.copytree(KEPT / f"schema-{schema}", tmp_path / "kept"))

    return copy


@pytest.fixture(scope="module")
def today(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same pictures in a library of the present schema."""
    folder = tmp_path_factory.mktemp("today")
    shutil.copytree(PICTURES, folder / "pictures")
    with LibraryWriter.open(folder / "library") as writer:
        run(writer, folder / "pictures")
    return folder / "library"


def run(writer: LibraryWriter, pictures: Path) -> IndexReport:
    request = IndexRequest((pictures,), "classic", exclude=("*.tmp",), workers=1)
    job = index(writer, request, ModelStore().find("classic"))
    while True:
        try:
            next(job)
        except StopIteration as stop:
            report: IndexReport = stop.value
            return report


def contents(library: Library) -> dict[str, tuple[object, ...]]:
    """What the catalog says of each picture, by its path below the root."""
    (root,) = library.roots()
    return {image.path.relative_to(root.path).as_posix(): (image.file_size, image.info) for image in library.images()}


def answers(library: Library, metric: Metric, strategy: Strategy = Strategy.EXACT) -> dict[str, float]:
    (root,) = library.roots()
    query = Query((FileExample(PICTURES / "fishes.jpg"),), model_id="classic", metric=metric, top=20, strategy=strategy)
    with closing(Searcher(library, ModelStore())) as searcher:
        result = searcher.search(query)
    return {match.image.path.relative_to(root.path).as_posix(): match.score for match in result.matches}


def schema_of(file: Path) -> int:
    with closing(sqlite3.connect(file)) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])


def test_there_is_a_library_of_every_schema() -> None:
    """Fails where a schema is added without a library that its code wrote (schemas/README.md says how to make it)."""
    schemas = {folder.name: schema_of(folder / CATALOG) for folder in KEPT.glob("schema-*")}
    assert schemas == {f"schema-{number}": number for number in ALL}


@pytest.mark.parametrize("schema", ALL)
def test_it_holds_what_it_held(schema: int, kept: Open, today: Path) -> None:
    with Library.open(kept(schema)) as library, Library.open(today) as present:
        assert contents(library) == contents(present)
        assert care.name_of(library) == "Made by an earlier version"
        (root,) = library.roots()
        assert (root.recursive, root.exclude, root.watch, root.online) == (True, ("*.tmp",), False, False)
        assert [item.reason for item in library.skipped()] == [item.reason for item in present.skipped()]
        vectors, paths = library.export("classic")
        expected, there = present.export("classic")
        places = {path.name: place for place, path in enumerate(there)}
        # Of those before schema 2 all bits are there, of the others eleven of each number.
        np.testing.assert_allclose(vectors, expected[[places[path.name] for path in paths]], rtol=2e-3, atol=1e-6)


@pytest.mark.parametrize("schema", ALL)
@pytest.mark.parametrize("metric", Metric)
def test_it_answers_as_a_library_of_today(schema: int, metric: Metric, kept: Open, today: Path) -> None:
    with Library.open(kept(schema)) as library, Library.open(today) as present:
        found, expected = answers(library, metric), answers(present, metric)
    assert len(found) == 9
    assert found == pytest.approx(expected, rel=2e-3, abs=1e-3)
    ranks = {score: rank for rank, score in enumerate(sorted(set(expected.values())))}
    other = {score: rank for rank, score in enumerate(sorted(set(found.values())))}
    assert {name: other[score] for name, score in found.items()} == {
        name: ranks[score] for name, score in expected.items()
    }


@pytest.mark.parametrize("schema", ALL)
def test_its_graph_is_used_or_made_again(schema: int, kept: Open) -> None:
    folder = kept(schema)
    with LibraryWriter.open(folder) as writer:
        # A graph over whole vectors is of no use any more; the others are loaded as they are.
        assert (writer.open_graph("classic") is not None) == (schema > 1)
        for _ in build_graph(writer, "classic", wanted=True):
            pass
    with Library.open(folder) as library:
        by_graph = answers(library, Metric.COSINE, Strategy.GRAPH)
        assert by_graph == answers(library, Metric.COSINE)


@pytest.mark.parametrize("schema", ALL)
def test_indexing_again_where_the_pictures_are_now_keeps_every_vector(schema: int, kept: Open, tmp_path: Path) -> None:
    folder = kept(schema)
    pictures = Path(shutil.copytree(PICTURES, tmp_path / "here"))
    with LibraryWriter.open(folder) as writer:
        vectors, _ = writer.export("classic")
        care.relink(writer, writer.root_paths()[0][1], pictures)
        shutil.copy(pictures / "citrus.jpg", pictures / "one more.jpg")
        report = run(writer, pictures)
        assert (report.unchanged, report.added, report.changed, report.gone) == (9, 1, 0, 0)
        again, paths = writer.export("classic")
        np.testing.assert_array_equal(again[: len(vectors)], vectors)
        assert paths[-1] == pictures / "one more.jpg"
        assert {path.parent for path in paths} == {pictures, pictures / "sub"}


@pytest.mark.parametrize("schema", range(MARKED_SINCE, SCHEMA + 1))
def test_what_was_noted_is_there(schema: int, kept: Open) -> None:
    with Library.open(kept(schema)) as library:
        marks = {image.path.name: library.image(image.id) for image in library.images()}
    noted = {name: image.marks for name, image in marks.items() if image is not None and image.marks != Marks()}
    assert noted == {
        "balloons.jpg": Marks(("holiday",), 0, 4),
        "balloons again.jpg": Marks(("holiday",), 0, 4),
        "fishes.jpg": Marks(("holiday",), 0, 4),
        "houses.jpg": Marks((), 3, 0),
    }


@pytest.mark.parametrize("schema", EARLIER)
def test_what_it_was_is_kept_beside_it_and_can_be_brought_back(schema: int, kept: Open) -> None:
    folder = kept(schema)
    before = catalog(folder / CATALOG)
    with LibraryWriter.open(folder) as writer:
        writer.remember("name", "Changed since")
    assert copies_of(folder / CATALOG) == [copy_of(folder / CATALOG, schema)]
    copy = copy_of(folder / CATALOG, schema)
    assert (schema_of(folder / CATALOG), schema_of(copy)) == (SCHEMA, schema)
    assert catalog(copy) == before
    # As docs/reliability.md says: the copy takes the place of the catalog.
    for end in ("-wal", "-shm"):
        (folder / f"{CATALOG}{end}").unlink(missing_ok=True)
    copy.replace(folder / CATALOG)
    assert catalog(folder / CATALOG) == before
    with Library.open(folder) as library:
        assert care.name_of(library) == "Made by an earlier version"
        assert len(answers(library, Metric.COSINE)) == 9


def catalog(file: Path) -> list[str]:
    """All that is in a catalog, as SQL."""
    with closing(sqlite3.connect(file)) as db:
        return list(db.iterdump())


@pytest.mark.parametrize("schema", EARLIER)
def test_the_command_line_opens_it(schema: int, kept: Open, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["search", str(kept(schema)), str(PICTURES / "citrus.jpg"), "--csv", "--top", "1"]) == 0
    assert "pictures/citrus.jpg" in capfd.readouterr().out.replace("\\", "/")
