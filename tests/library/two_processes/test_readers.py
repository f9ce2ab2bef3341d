"""Others read whatever the writer does: commits, graphs and models that come and go, libraries that are deleted or moved."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from filelock import FileLock, Timeout
from PIL import Image

from imsearch_gui.bridge.desk import Desk
from imsearch_gui.domain.errors import LibraryError, QueryError, StorageError
from imsearch_gui.domain.progress import IndexReport
from imsearch_gui.domain.records import FileExample, IndexRequest, Query, Strategy
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.library import graph, removal
from imsearch_gui.library.care import rename
from imsearch_gui.library.connection import LOCK
from imsearch_gui.library.indexing import index
from imsearch_gui.library.library import CATALOG, Library
from imsearch_gui.library.removal import delete_library
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.search import Searcher

PICTURES, BATCH = 24, 4
"""As in conftest.py."""
Run = Callable[..., IndexReport]
Counts = Callable[[Library], tuple[int, int]]
Begin = Callable[[Path, Path], Any]


def query(picture: Path, strategy: Strategy = Strategy.AUTOMATIC) -> Query:
    return Query((FileExample(picture),), model_id="classic", top=5, strategy=strategy)


def test_readers_see_what_is_committed_whenever_they_were_opened(
    counts: Counts, pictures: Path, tmp_path: Path, begin: Begin
) -> None:
    folder = tmp_path / "library"
    with LibraryWriter.open(folder):
        pass
    with Library.open(folder) as early, closing(Searcher(early, ModelStore())) as searcher:
        writer = begin(pictures, folder)
        sizes = []
        while (told := writer.step()) != "done":
            assert early.refresh()
            with Library.open(folder) as late:
                assert counts(late) == counts(early) == (int(told), int(told))
            sizes.append(searcher.search(query(pictures / "00.png")).library_size)
        assert sizes == [*range(BATCH, PICTURES + 1, BATCH)]
        assert writer.end() == 0
        assert counts(early) == (PICTURES, PICTURES)


def test_a_graph_that_is_replaced_while_it_is_loaded_is_not_taken(
    library: Path, pictures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = graph._check_file

    def check_and_replace(path: Path, *others: Any) -> object:
        checked = check(path, *others)
        another = path.with_name("another")
        shutil.copy(path, another)
        another.replace(path)
        return checked

    with Library.open(library) as reader, closing(Searcher(reader, ModelStore())) as searcher:
        monkeypatch.setattr(graph, "_check_file", check_and_replace)
        assert reader.open_graph("classic") is None
        found = searcher.search(query(pictures / "00.png", Strategy.GRAPH)).matches
        monkeypatch.undo()
        exact = searcher.search(query(pictures / "00.png", Strategy.EXACT)).matches
        assert [match.image.id for match in found] == [match.image.id for match in exact]
        assert reader.open_graph("classic") is not None


GRAPHS = """
import sys
from pathlib import Path
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.graph_job import build_graph

with LibraryWriter.open(Path(sys.argv[1])) as writer:
    for line in sys.stdin:
        for number in range(10):
            writer.drop_graph("classic")
            for _ in build_graph(writer, "classic", wanted=True):
                pass
        print("built", flush=True)
"""


def test_graphs_may_come_and_go_while_one_searches(library: Path, pictures: Path, start: Callable[..., Any]) -> None:
    builder = start(GRAPHS, library)
    builder.tell()
    with Library.open(library) as reader, closing(Searcher(reader, ModelStore())) as searcher:
        for number in range(60):
            picture = pictures / f"{number % PICTURES:02}.png"
            match = searcher.search(query(picture, Strategy.GRAPH)).matches[0]
            assert match.image.path == picture
    assert builder.end() == 0


def test_a_model_that_is_removed_meanwhile_is_a_sentence(library: Path, pictures: Path) -> None:
    with Library.open(library) as reader, closing(Searcher(reader, ModelStore())) as searcher:
        view = reader.vectors("classic")
        before = view.vectors(slice(None)).copy()
        assert searcher.search(query(pictures / "00.png")).matches
        removing = (
            "import sys; from pathlib import Path; from imsearch_gui.library.removal import remove_model;"
            "from imsearch_gui.library.writer import LibraryWriter\n"
            "with LibraryWriter.open(Path(sys.argv[1])) as writer: print(remove_model(writer, 'classic'))"
        )
        subprocess.run([sys.executable, "-c", removing, str(library)], check=True, capture_output=True)
        # Whoever was in the middle of it reads to the end.
        np.testing.assert_array_equal(view.vectors(slice(None)), before)
        with pytest.raises(QueryError, match="was not indexed with the model 'classic'"):
            searcher.search(query(pictures / "00.png"))
        assert reader.vectors("pixels").rows == PICTURES


def test_a_library_that_is_deleted_meanwhile_is_a_sentence_and_a_new_one_is_found(
    run: Run, library: Path, made: Path, pictures: Path
) -> None:
    desk = Desk()
    try:
        assert len(desk.open(library).search(query(pictures / "00.png")).matches) == 5
        delete_library(library)
        assert not library.exists()
        with pytest.raises(LibraryError, match="There is no library in"):
            desk.open(library)
        with LibraryWriter.open(library) as writer:
            few = Path(shutil.copytree(pictures, library.parent / "few"))
            for picture in sorted(few.iterdir())[2:]:
                picture.unlink()
            run(writer, few)
        assert len(desk.open(library).search(query(pictures / "00.png")).matches) == 2
    finally:
        desk.close()


def test_everything_of_a_library_is_deleted_while_its_lock_is_held(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else somebody might begin a library of that place in between, and lose what is in it."""
    unlink, seen = removal._unlink, []

    def watched(file: Path, folder: Path) -> None:
        with pytest.raises(Timeout):
            FileLock(folder / LOCK, timeout=0).acquire()
        seen.append(file.name)
        unlink(file, folder)

    monkeypatch.setattr(removal, "_unlink", watched)
    delete_library(library)
    assert {CATALOG, "classic-1.f16", "classic-1.hnsw", LOCK} <= set(seen)


def test_a_library_that_is_renamed_while_it_is_written_is_left_whole(
    run: Run, counts: Counts, pictures: Path, library: Path, tmp_path: Path
) -> None:
    place = tmp_path / "elsewhere"
    more = Path(shutil.copytree(pictures, tmp_path / "more"))
    for number, picture in enumerate(more.iterdir()):
        Image.new("RGB", (40 + number, 30), (9 * number, 80, 20)).save(picture)
    with LibraryWriter.open(library) as writer:
        job = index(writer, IndexRequest((more,), "classic", workers=1), ModelStore().find("classic"))
        next(job)
        library.rename(place)
        with pytest.raises(StorageError, match="was moved or deleted while it was written"):
            for _ in job:
                pass
        with pytest.raises(StorageError, match="was moved or deleted"):
            rename(writer, "another name")
    assert not library.exists(), "nothing is begun in the old place"
    with LibraryWriter.open(place) as moved:
        assert counts(moved) == (PICTURES, PICTURES)
        assert run(moved, more).added == PICTURES
        assert counts(moved) == (2 * PICTURES, 2 * PICTURES)
