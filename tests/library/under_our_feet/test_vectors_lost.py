"""Vector files that somebody else deletes or cuts off: nothing is made up, nobody dies of it, and indexing again mends it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from imsearch_gui.domain.errors import LibraryError
from imsearch_gui.domain.progress import IndexReport
from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.library import care
from imsearch_gui.library.indexing import index
from imsearch_gui.library.library import Library
from imsearch_gui.library.records import Encoded, ModelKey
from imsearch_gui.library.vectors import map_rows, stats_of, stats_path, write_rows
from imsearch_gui.library.writer import LibraryWriter

SCHEMAS = Path(__file__).parent.parent / "schemas"
CONTENTS = 8


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SCHEMAS / "pictures", tmp_path / "pictures"))


@pytest.fixture(params=[1, 4], ids=["float32", "float16"])
def library(request: pytest.FixtureRequest, tmp_path: Path, pictures: Path) -> Path:
    """A library of `pictures`, of whichever kind of rows."""
    folder = Path(shutil.copytree(SCHEMAS / f"schema-{request.param}", tmp_path / "library"))
    with LibraryWriter.open(folder) as writer:
        care.relink(writer, writer.root_paths()[0][1], pictures)
    return folder


def run(folder: Path, pictures: Path) -> IndexReport:
    with LibraryWriter.open(folder) as writer:
        job = index(writer, IndexRequest((pictures,), "classic", workers=1), ModelStore().find("classic"))
        while True:
            try:
                next(job)
            except StopIteration as stop:
                report: IndexReport = stop.value
                return report


def by_path(folder: Path) -> dict[Path, np.ndarray]:
    with Library.open(folder) as library:
        vectors, paths = library.export("classic")
        view = library.vectors("classic")
        np.testing.assert_allclose(view.stats[:, :3], stats_of(view.exact(slice(None))), rtol=1e-5, atol=1e-6)
        return dict(zip(paths, vectors, strict=True))


@pytest.mark.parametrize("left", [0.0, 0.4])
def test_indexing_again_makes_lost_vectors_anew_and_only_those(left: float, library: Path, pictures: Path) -> None:
    before = by_path(library)
    (file,) = (file for file in (library / "vectors").iterdir() if file.suffix != ".stats")
    held = int(CONTENTS * left)
    if held:
        os.truncate(file, int(file.stat().st_size * left))
    else:
        file.unlink()
    with Library.open(library) as reader, pytest.raises(LibraryError, match="again"):
        reader.vectors("classic")
    report = run(library, pictures)
    assert report.unchanged + report.added == len(before)
    after = by_path(library)
    assert after.keys() == before.keys()
    for path, vector in before.items():
        np.testing.assert_allclose(after[path], vector, rtol=2e-3, atol=1e-6)
    with Library.open(library) as reader:
        assert reader.vectors("classic").rows == CONTENTS
        assert reader.graph_record("classic") is None, "its nodes were other vectors"


def test_lost_stats_are_made_again_before_others_join_them(library: Path, pictures: Path) -> None:
    before = by_path(library)
    (stats,) = (library / "vectors").glob("*.stats")
    stats.unlink()
    (pictures / "more.png").write_bytes((pictures / "sub" / "forest.png").read_bytes() + b"more")
    run(library, pictures)
    after = by_path(library)
    for path, vector in before.items():
        np.testing.assert_allclose(after[path], vector, rtol=2e-3, atol=1e-6)


def test_no_zeros_are_taken_for_vectors(tmp_path: Path) -> None:
    file = tmp_path / "vectors" / "test-1.f16"
    write_rows(file, 0, np.ones((2, 4), np.float32))
    with pytest.raises(LibraryError, match="shorter than the catalog says"):
        write_rows(file, 3, np.ones((1, 4), np.float32))
    assert map_rows(file, 2, 4).rows == 2


MAPPED = """
import os, sys
from pathlib import Path
from imsearch_gui.domain.errors import LibraryError
from imsearch_gui.library.library import Library

with Library.open(Path(sys.argv[1])) as library:
    library.vectors("classic").vectors(slice(None))
    for file in (Path(sys.argv[1]) / "vectors").iterdir():
        os.truncate(file, 0)
    try:
        library.vectors("classic").vectors(slice(None))
    except LibraryError as error:
        print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let a mapped file be cut off")
def test_a_mapped_file_that_was_cut_off_is_a_sentence_and_not_the_end_of_the_process(library: Path) -> None:
    done = subprocess.run([sys.executable, "-c", MAPPED, str(library)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, "ended by a signal"
    assert "shorter than the catalog says" in done.stdout
    assert done.stdout.count("\n") == 1


def test_the_writer_never_makes_a_file_of_vectors_shorter(
    writer: LibraryWriter, model: ModelKey, encoded: Callable[..., Encoded], folder: Path, tmp_path: Path
) -> None:
    """Not even over the leavings of a batch that was never committed."""
    root = writer.add_root(tmp_path, recursive=True, exclude=())
    first = encoded(tmp_path / "a.jpg", 1)
    writer.store(model, {first.file.path: root}, [first], [])
    file = folder / "vectors" / "test-1.f16"
    write_rows(file, 1, np.ones((50, model.dimension), np.float32))
    before = {part: (part.stat().st_ino, part.stat().st_size) for part in (file, stats_path(file))}
    with Library.open(folder) as reader:
        view = reader.vectors("test")
        kept = view.vectors(slice(None)).copy()
        second = encoded(tmp_path / "b.jpg", 2)
        writer.store(model, {second.file.path: root}, [second], [])
        np.testing.assert_array_equal(view.vectors(slice(None)), kept)
    assert {part: (part.stat().st_ino, part.stat().st_size) for part in before} == before
