"""What pictures that are gone have left is dropped. At any moment the library is the one before or the one after."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections import namedtuple
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from imsearch_gui import disk
from imsearch_gui.domain.errors import StorageError
from imsearch_gui.domain.marks import MarkEdit
from imsearch_gui.domain.metrics import Matrix, Metric
from imsearch_gui.domain.progress import Stage
from imsearch_gui.library import compaction, following
from imsearch_gui.library.compaction import Compacted, compact
from imsearch_gui.library.graph import Graph
from imsearch_gui.library.library import Library
from imsearch_gui.library.marks import note, put_back
from imsearch_gui.library.records import Encoded, ModelKey, RootKey
from imsearch_gui.library.rotation import learn
from imsearch_gui.library.writer import LibraryWriter

Make = Callable[..., Encoded]


class Shelf:
    """Images `0.jpg`, `1.jpg` ..., each with the content of its number."""

    def __init__(self, writer: LibraryWriter, model: ModelKey, root: RootKey, encoded: Make) -> None:
        self.writer, self.model, self.root, self.encoded = writer, model, root, encoded

    def add(self, *numbers: int, model: ModelKey | None = None) -> None:
        items = [self.encoded(self.root.path / f"{number}.jpg", number) for number in numbers]
        self.writer.store(model or self.model, {item.file.path: self.root for item in items}, items, [])

    def forget(self, *numbers: int) -> None:
        names = {f"{number}.jpg" for number in numbers}
        gone = [file for file in self.writer.known_files(self.root, self.model) if file.path.name in names]
        self.writer.forget({file.text: self.root for file in gone}, gone)

    def compact(self, *, share: float = 0.0, least: int = 1) -> Compacted:
        job = compact(self.writer, share=share, least=least)
        while True:
            try:
                assert next(job).stage is Stage.COMPACTING
            except StopIteration as stop:
                return stop.value  # type: ignore[no-any-return]

    def save_graph(self) -> None:
        vectors = self.writer.vectors("test").vectors(slice(None))
        graph = Graph.empty(learn(vectors, len(vectors)), len(vectors))
        graph.add(vectors, threads=1)
        self.writer.save_graph("test", graph, dict.fromkeys(Metric, 100), dict.fromkeys(Metric, 1.0))


@pytest.fixture
def shelf(writer: LibraryWriter, model: ModelKey, encoded: Make, tmp_path: Path) -> Shelf:
    (tmp_path / "pictures").mkdir()
    return Shelf(writer, model, writer.add_root(tmp_path / "pictures", recursive=True, exclude=()), encoded)


def content(library: Library, model: str = "test") -> dict[str, bytes]:
    """Name and vector of every image, once it is sure that slots and images belong together."""
    matrix, paths = library.export(model)
    view = library.vectors(model)
    for slot, images in enumerate(library.images_at(model, range(view.rows))):
        for image in images:
            assert (view.vector(slot) == matrix[paths.index(image.path)]).all()
    return {path.name: row.tobytes() for path, row in zip(paths, matrix, strict=True)}


def files(folder: Path) -> set[str]:
    return {path.name for kind in ("vectors", "graph") for path in (folder / kind).glob("*")}


def test_what_is_left_is_the_same_to_the_last_bit(shelf: Shelf, folder: Path) -> None:
    shelf.add(*range(20))
    shelf.save_graph()
    shelf.forget(0, 3, 4, 5, 18)
    before, old = content(shelf.writer), shelf.writer.vectors("test")
    live = old.live
    assert live is not None
    rows, stats = old.matrix[live].tobytes(), old.stats[live].tobytes()
    done = shelf.compact()
    assert (done.models, done.vectors, done.contents) == (("test",), 5, 5)
    assert done.bytes > 0
    view = shelf.writer.vectors("test")
    assert (view.rows, view.live) == (15, None)
    assert (view.matrix.tobytes(), view.stats.tobytes()) == (rows, stats)
    assert content(shelf.writer) == before
    assert files(folder) == {"test-2.f16", "test-2.f16.stats"}, "the graph spoke of other slots"
    assert shelf.writer.graph_record("test") is None
    shelf.add(30)
    assert content(shelf.writer).keys() == before.keys() | {"30.jpg"}
    with Library.open(folder) as reader:
        assert content(reader) == content(shelf.writer)


@pytest.mark.parametrize(("gone", "due"), [(9, False), (10, False), (11, True)])
def test_only_where_it_is_much(shelf: Shelf, gone: int, due: bool) -> None:
    shelf.add(*range(40))
    shelf.forget(*range(gone))
    assert bool(shelf.compact(share=0.25, least=1).models) is due
    assert shelf.compact(share=0.0, least=gone + 1) == Compacted()


def test_a_picture_that_comes_back_in_time_keeps_its_vector(shelf: Shelf) -> None:
    shelf.add(*range(10))
    shelf.forget(1, 2)
    assert shelf.compact(share=0.25, least=1) == Compacted()
    shelf.add(1)
    assert shelf.writer.vectors("test").rows == 10


def test_nothing_may_be_left(shelf: Shelf) -> None:
    shelf.add(0, 1, 2)
    shelf.forget(0, 1, 2)
    assert shelf.compact().vectors == 3
    assert shelf.writer.vectors("test").rows == 0
    shelf.add(1)
    assert list(content(shelf.writer)) == ["1.jpg"]


def test_rows_in_float32_stay_what_they_are(shelf: Shelf, folder: Path) -> None:
    with shelf.writer.changing() as connection:
        connection.execute("UPDATE model SET file = 'test-1.f32'")
    shelf.add(*range(6))
    shelf.forget(0)
    before = content(shelf.writer)
    shelf.compact()
    assert content(shelf.writer) == before
    assert files(folder) == {"test-2.f32", "test-2.f32.stats"}


def test_each_model_for_itself(shelf: Shelf, writer: LibraryWriter, folder: Path) -> None:
    """A content stays for as long as one model has a vector of it."""
    other = writer.use_model("other", title="Other", dimension=8, fingerprint="f1", folder=Path("models/other"))
    shelf.add(*range(10))
    shelf.add(*range(2), *range(20, 40), model=other)
    shelf.forget(0, 1, 2, 3)
    before = content(writer), content(writer, "other")
    done = shelf.compact(share=0.25)
    assert (done.models, done.vectors, done.contents) == (("test",), 4, 2)
    assert (content(writer), content(writer, "other")) == before
    done = shelf.compact()
    assert (done.models, done.vectors, done.contents) == (("other",), 2, 2)
    assert (content(writer), content(writer, "other")) == before
    assert files(folder) == {f"{name}-2.f16{end}" for name in ("test", "other") for end in ("", ".stats")}


# -- what was noted ----------------------------------------------------------------------------------------------------


def image_id(library: Library, name: str) -> int:
    return next(image.id for image in library.images() if image.path.name == name)


def test_what_was_noted_waits_for_the_picture(shelf: Shelf, folder: Path) -> None:
    shelf.add(*range(5))
    note(folder, [image_id(shelf.writer, "1.jpg")], MarkEdit(add=("Sea",), rating=4))
    note(folder, [image_id(shelf.writer, "2.jpg")], MarkEdit(colour=2))
    shelf.forget(0, 1, 2)
    assert (done := shelf.compact()).vectors == 3
    assert done.contents == 1
    shelf.add(1, 2)
    marks = {image.path.name: shelf.writer.image(image.id).marks for image in shelf.writer.images()}  # type: ignore[union-attr]
    assert (marks["1.jpg"].labels, marks["1.jpg"].rating, marks["2.jpg"].colour) == (("Sea",), 4, 2)


def test_what_is_undone_afterwards_never_means_another_picture(shelf: Shelf, folder: Path) -> None:
    shelf.add(*range(5))
    last = [image_id(shelf.writer, "4.jpg"), image_id(shelf.writer, "3.jpg")]
    noted = note(folder, last, MarkEdit(rating=5))
    note(folder, last, MarkEdit(rating=0))
    rows = following.forget(folder, last)
    shelf.compact()
    shelf.add(10, 11)
    put_back(folder, noted.before)
    put_back(folder, {key: MarkEdit(rating=5).applied(marks) for key, marks in noted.before.items()})
    following.bring_back(folder, rows)
    shelf.writer.refresh()
    for image in shelf.writer.images():
        marked = shelf.writer.image(image.id)
        assert marked is not None
        assert marked.marks.rating == (5 if image.path.name in {"3.jpg", "4.jpg"} else 0)
        assert image.path.name != "3.jpg", "forgotten with its content; the next job finds the file"


def test_a_picture_that_is_brought_back_while_rows_are_copied(shelf: Shelf, folder: Path) -> None:
    shelf.add(*range(6))
    rows = following.forget(folder, [image_id(shelf.writer, "2.jpg"), image_id(shelf.writer, "5.jpg")])
    job = compact(shelf.writer, share=0.0, least=1)
    next(job)
    following.bring_back(folder, rows[:1])
    list(job)
    assert sorted(content(shelf.writer)) == ["0.jpg", "1.jpg", "2.jpg", "3.jpg", "4.jpg"]
    assert shelf.writer.vectors("test").rows == 5


# -- whenever it ends --------------------------------------------------------------------------------------------------


def test_killed_at_every_line(shelf: Shelf, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is on the disk at each line is what a kill there leaves. The last state comes from the whole of it."""
    monkeypatch.setattr(compaction, "_PIECE_BYTES", 64)
    monkeypatch.setattr(compaction, "CATALOG_BYTES", 0)
    shelf.add(*range(8))
    shelf.save_graph()
    shelf.forget(0, 4, 5)
    expected = content(shelf.writer)
    states: list[Path] = []

    def copy() -> None:
        states.append(tmp_path / f"killed-{len(states)}")
        shutil.copytree(folder, states[-1], ignore=shutil.ignore_patterns("*.lock", "*-shm"))

    with each_line(copy, {"compaction.py", "leftovers.py", "connection.py"}):
        shelf.compact()
    seen = set()
    for state in states:
        with Library.open(state) as reader:
            assert content(reader) == expected
            seen.add(reader.vectors("test").rows)
        with monkeypatch.context() as killed:
            killed.setattr(disk, "_lives", lambda _: False)
            opened = LibraryWriter.open(state)
        with opened as writer:
            record = writer.models()[0]
            named = {f"test-{2 if record.unused == 0 else 1}.f16"}
            graph = {"test-1.hnsw"} if record.unused else set()
            assert files(state) == named | {f"{name}.stats" for name in named} | graph
            assert (writer.open_graph("test") is not None) == bool(graph)
            list(compact(writer, share=0.0, least=1))
            assert content(writer) == expected
            assert writer.vectors("test").rows == 5
        shutil.rmtree(state)
    assert seen == {5, 8}
    assert len(states) > 50


class each_line:  # noqa: N801 (a context manager)
    """Calls `work` before each line of some modules; their line is not begun by then."""

    def __init__(self, work: Callable[[], None], modules: set[str]) -> None:
        self._work, self._modules = work, modules

    def __enter__(self) -> None:
        self._before = sys.gettrace()
        sys.settrace(self._trace)

    def __exit__(self, *_: object) -> None:
        sys.settrace(self._before)

    def _trace(self, frame: FrameType, event: str, _: Any) -> Any:
        if event == "call":
            return self._trace if Path(frame.f_code.co_filename).name in self._modules else None
        if event == "line":
            sys.settrace(None)
            self._work()
            sys.settrace(self._trace)
        return self._trace


def test_cancelled(shelf: Shelf, folder: Path) -> None:
    shelf.add(*range(6))
    shelf.forget(0)
    before = files(folder)
    job = compact(shelf.writer, share=0.0, least=1)
    next(job)
    assert files(folder) > before
    job.close()
    assert files(folder) == before
    assert content(shelf.writer).keys() == {f"{number}.jpg" for number in range(1, 6)}


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


Usage = namedtuple("Usage", "total used free")


@pytest.mark.parametrize("place", ["before", "while it is written", "when it is on the disk"])
def test_a_full_disk(shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    shelf.add(*range(6))
    shelf.save_graph()
    shelf.forget(0)
    before, expected = files(folder), content(shelf.writer)
    match place:
        case "before":
            monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(1 << 30, 1 << 30, 1000))
        case "while it is written":
            monkeypatch.setattr(compaction.np, "ascontiguousarray", full)
        case _:
            monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="too little room" if place == "before" else "is full"):
        shelf.compact()
    monkeypatch.undo()
    assert files(folder) == before
    assert content(shelf.writer) == expected
    assert shelf.compact().vectors == 1


@pytest.mark.parametrize(("gone", "to"), [(range(10, 2000), 0.5), (range(0, 2000, 2), 0.7)])
def test_catalogs_shrink(shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch, gone: range, to: float) -> None:
    """Also where what is dropped lies between what stays, so that hardly a page is free as a whole."""
    monkeypatch.setattr(compaction, "CATALOG_BYTES", 1)
    shelf.add(*range(2000))
    shelf.forget(*gone)
    expected = content(shelf.writer)
    pages = shelf.writer.rows("PRAGMA page_count")[0][0]
    with Library.open(folder) as reader:
        shelf.compact()
        assert content(reader) == expected
    assert shelf.writer.rows("PRAGMA page_count")[0][0] < to * pages
    assert shelf.writer.rows("PRAGMA freelist_count") == [(0,)]
    assert (folder / "catalog.sqlite").stat().st_size < 4096 * pages * to


# -- readers meanwhile -------------------------------------------------------------------------------------------------


@pytest.fixture
def reader(shelf: Shelf, folder: Path) -> Iterator[Library]:
    shelf.add(*range(10))
    shelf.forget(0, 1, 2)
    with Library.open(folder) as library:
        yield library


def vector(matrix: Matrix, paths: list[Path], name: str) -> bytes:
    return matrix[[path.name for path in paths].index(name)].tobytes()


def test_slots_belong_to_the_vectors_that_they_were_read_with(shelf: Shelf, reader: Library) -> None:
    def work() -> tuple[int, list[str], int]:
        view = reader.vectors("test")
        shelf.compact()
        return (
            view.rows,
            [image[0].path.name for image in reader.images_at("test", [3, 9])],
            reader.vectors("test").rows,
        )

    assert reader.steady(work) == (10, ["3.jpg", "9.jpg"], 10), "the state before, to the end"
    assert [image[0].path.name for image in reader.images_at("test", [0, 6])] == ["3.jpg", "9.jpg"]
    assert reader.vectors("test").rows == 7, "never again a view of the state before, refreshed or not"


def test_vectors_that_are_gone_before_they_were_mapped(shelf: Shelf, reader: Library) -> None:
    calls = []

    def work() -> list[str]:
        calls.append(reader.rows("SELECT file FROM model")[0][0])
        if len(calls) == 1:
            shelf.compact()
        rows = reader.vectors("test").rows
        return [image[0].path.name for image in reader.images_at("test", range(rows))]

    assert reader.steady(work) == [f"{number}.jpg" for number in range(3, 10)]
    assert calls == ["test-1.f16", "test-2.f16"], "it was started over"


def test_a_vector_is_that_of_its_content(shelf: Shelf, reader: Library) -> None:
    expected = vector(*reader.export("test"), "9.jpg")
    shelf.compact()
    found = reader.vector_of("test", (9).to_bytes(16, "big"))
    assert found is not None
    assert found.tobytes() == expected
    assert vector(*reader.export("test"), "9.jpg") == expected


# -- what cannot be deleted --------------------------------------------------------------------------------------------


def test_a_file_that_is_held_goes_the_next_time(shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows deletes no file that a reader has mapped."""
    shelf.add(*range(6))
    shelf.forget(0)

    def held(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(errno.EACCES, "in use", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", held)
        assert shelf.compact().vectors == 1
    assert {"test-1.f16", "test-2.f16"} <= files(folder)
    shelf.writer.close()
    with LibraryWriter.open(folder) as again:
        assert files(folder) == {"test-2.f16", "test-2.f16.stats"}
        assert len(content(again)) == 5
