"""The window and a command line on one library: one writes, the others read, and nobody loses anything."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from filelock import FileLock, Timeout
from PIL import Image

from imsearch_gui.bridge.desk import Desk
from imsearch_gui.cli import main
from imsearch_gui.domain.errors import KnownError, LibraryBusy, LibraryError, QueryError, StorageError
from imsearch_gui.domain.marks import MarkEdit
from imsearch_gui.domain.progress import IndexReport
from imsearch_gui.domain.records import FileExample, IndexRequest, Query, Strategy
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.library import connection, graph, removal, small_change
from imsearch_gui.library.care import rename
from imsearch_gui.library.connection import LOCK
from imsearch_gui.library.indexing import index
from imsearch_gui.library.library import CATALOG, Library
from imsearch_gui.library.marks import labels_in_use, note
from imsearch_gui.library.removal import delete_library, remove_model
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.graph_job import build_graph
from imsearch_gui.searching.search import Searcher

PICTURES = 24
BATCH = 4

WRITER = f"""
import sys
from pathlib import Path
from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.library import indexing
from imsearch_gui.library.writer import LibraryWriter

def main():
    indexing.BATCH, indexing.BATCH_S = {BATCH}, 1e9
    pictures, library = map(Path, sys.argv[1:3])
    with LibraryWriter.open(library) as writer:
        job = indexing.index(writer, IndexRequest((pictures,), "classic", workers=1), ModelStore().find("classic"))
        committed = 0
        for line in sys.stdin:
            # One step is one commit.
            try:
                while (now := next(job) and writer.image_count()) == committed:
                    pass
                committed = now
                print(committed, flush=True)
            except StopIteration:
                print("done", flush=True)

if __name__ == "__main__":
    main()
"""

NOTER = """
import sys
from pathlib import Path
from imsearch_gui.domain.marks import MarkEdit
from imsearch_gui.library.marks import note

library, name = Path(sys.argv[1]), sys.argv[2]
sys.stdin.readline()
for number in range(40):
    for image in (1, 2, 3):
        note(library, [image], MarkEdit(add=(f"{name} {number}",)))
"""


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    for number in range(PICTURES):
        noise = np.random.default_rng(number).integers(0, 256, (6, 8, 3), np.uint8)
        Image.fromarray(noise).resize((80, 60), Image.Resampling.BICUBIC).save(folder / f"{number:02}.png")
    return folder


@pytest.fixture(scope="module")
def made(pictures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole library of two models, with a graph; not to be written to."""
    folder = tmp_path_factory.mktemp("made") / "library"
    with LibraryWriter.open(folder) as writer:
        for model in ("classic", "pixels"):
            run(writer, pictures, model)
        for _ in build_graph(writer, "classic", wanted=True):
            pass
    return folder


@pytest.fixture
def library(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(made, tmp_path / "library"))


def run(writer: LibraryWriter, pictures: Path, model: str = "classic") -> IndexReport:
    job = index(writer, IndexRequest((pictures,), model, workers=1), ModelStore().find(model))
    while True:
        try:
            next(job)
        except StopIteration as stop:
            report: IndexReport = stop.value
            return report


class Process:
    """Another process, which takes a step when it is told to."""

    def __init__(self, *command: str | Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, *map(str, command)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def tell(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("go on\n")
        self.process.stdin.flush()

    def step(self) -> str:
        assert self.process.stdout is not None
        self.tell()
        return self.process.stdout.readline().strip()

    def end(self) -> int:
        self.process.communicate(timeout=60)
        return self.process.returncode


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Process]]:
    """start(code, *arguments): code in a process of its own."""
    processes: list[Process] = []

    def started(code: str, *arguments: str | Path) -> Process:
        # A file, since workers import the module that began it.
        script = tmp_path / f"process{len(processes)}.py"
        script.write_text(code)
        processes.append(Process(script, *arguments))
        return processes[-1]

    yield started
    for process in processes:
        process.process.kill()
        process.end()


def query(picture: Path, strategy: Strategy = Strategy.AUTOMATIC) -> Query:
    return Query((FileExample(picture),), model_id="classic", top=5, strategy=strategy)


def counts(library: Library) -> tuple[int, int]:
    """Images, and vectors that can be read for them."""
    vectors, paths = library.export("classic")
    assert np.isfinite(vectors).all()
    assert (np.abs(vectors).sum(axis=1) > 0).all()
    assert len(set(paths)) == len(paths)
    return library.image_count(), len(paths)


def test_readers_see_what_is_committed_whenever_they_were_opened(
    pictures: Path, tmp_path: Path, start: Callable[..., Process]
) -> None:
    folder = tmp_path / "library"
    with LibraryWriter.open(folder):
        pass
    with Library.open(folder) as early, closing(Searcher(early, ModelStore())) as searcher:
        writer = start(WRITER, pictures, folder)
        sizes = []
        while (told := writer.step()) != "done":
            assert early.refresh()
            with Library.open(folder) as late:
                assert counts(late) == counts(early) == (int(told), int(told))
            sizes.append(searcher.search(query(pictures / "00.png")).library_size)
        assert sizes == [*range(BATCH, PICTURES + 1, BATCH)]
        assert writer.end() == 0
        assert counts(early) == (PICTURES, PICTURES)


def test_a_second_writer_is_told_at_once_in_one_sentence(
    pictures: Path, tmp_path: Path, start: Callable[..., Process], capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "library"
    writer = start(WRITER, pictures, folder)
    assert writer.step() == str(BATCH)
    with pytest.raises(LibraryBusy, match="is being indexed by another window or command"):
        LibraryWriter.open(folder)
    with pytest.raises(LibraryBusy, match="is being indexed by another window or command"):
        delete_library(folder)
    commands: list[list[str | Path]] = [
        ["index", pictures, "--library", folder],
        ["rename", folder, "another name"],
        ["roots", folder, "remove", pictures],
    ]
    for command in commands:
        done = subprocess.run(
            [sys.executable, "-m", "imsearch_gui.cli", *map(str, command)], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.count("\n") == 1
        assert "is being indexed by another window or command: wait until that has finished." in done.stderr
    assert main(["search", str(folder), str(pictures / "00.png"), "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["matches"][0]["path"] == str(pictures / "00.png")
    while writer.step() != "done":
        pass
    assert writer.end() == 0
    with Library.open(folder) as library:
        assert counts(library) == (PICTURES, PICTURES)


def test_notes_of_two_processes_while_a_third_indexes_are_all_there(
    pictures: Path, tmp_path: Path, start: Callable[..., Process]
) -> None:
    folder = tmp_path / "library"
    writer = start(WRITER, pictures, folder)
    assert writer.step() == str(BATCH)
    noters = [start(NOTER, folder, name) for name in ("left", "right")]
    for noter in noters:
        noter.tell()
    while writer.step() != "done":
        pass
    assert [noter.end() for noter in noters] == [0, 0]
    assert writer.end() == 0
    with Library.open(folder) as library:
        assert counts(library) == (PICTURES, PICTURES)
        noted = {label.name: label.images for label in labels_in_use(library.rows)}
    assert noted == {f"{name} {number}": 3 for name in ("left", "right") for number in range(40)}


def test_a_catalog_that_another_program_holds_is_a_sentence(
    library: Path, pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for module in (connection, small_change):
        monkeypatch.setattr(module, "BUSY_TIMEOUT_S", 0.01)
    more = tmp_path / "more"
    shutil.copytree(pictures, more)
    with closing(sqlite3.connect(library / CATALOG, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusy, match="Another program is writing to the library"):
            note(library, [1], MarkEdit(rating=3))
        with LibraryWriter.open(library) as writer:
            with pytest.raises(LibraryBusy, match="Another program is writing"):
                rename(writer, "another name")
            with pytest.raises(LibraryBusy, match="Another program is writing"):
                run(writer, more)
        assert main(["index", str(more), "--library", str(library)]) == 1
        assert "locked" not in capfd.readouterr().err
        with Library.open(library) as reader:
            assert counts(reader) == (PICTURES, PICTURES)
    note(library, [1], MarkEdit(rating=3))
    with LibraryWriter.open(library) as writer:
        assert run(writer, more).added == PICTURES


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


def test_graphs_may_come_and_go_while_one_searches(
    library: Path, pictures: Path, start: Callable[..., Process]
) -> None:
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
    library: Path, made: Path, pictures: Path
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
    pictures: Path, library: Path, tmp_path: Path
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


def test_a_writer_that_was_killed_locks_nobody_out(
    pictures: Path, tmp_path: Path, start: Callable[..., Process]
) -> None:
    folder = tmp_path / "library"
    writer = start(WRITER, pictures, folder)
    assert writer.step() == str(BATCH)
    with pytest.raises(LibraryBusy):
        LibraryWriter.open(folder)
    writer.process.kill()
    writer.process.wait()
    assert (folder / LOCK).exists()
    note(folder, [1], MarkEdit(rating=5))
    with LibraryWriter.open(folder) as again:
        assert again.image_count() == BATCH
        assert run(again, pictures).added == PICTURES - BATCH
        assert counts(again) == (PICTURES, PICTURES)


def test_what_a_dead_process_left_in_the_lock_file_does_not_matter(library: Path) -> None:
    (library / LOCK).write_text("4194304\nanother-machine\n")
    with LibraryWriter.open(library) as writer:
        assert writer.image_count() == PICTURES


def test_a_sentence_and_nothing_else_where_the_folder_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    for opened in (Library.open, LibraryWriter.open, lambda folder: remove_model(LibraryWriter.open(folder), "x")):
        with pytest.raises(KnownError):
            opened(tmp_path / "file")
    assert [file.name for file in tmp_path.iterdir()] == ["file"]
