"""A library whose files are shorter than the catalog says, or gone; and a catalog that a killed program left in the middle."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from imsearch_gui.domain.errors import LibraryError
from imsearch_gui.domain.progress import IndexReport
from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.library.indexing import index
from imsearch_gui.library.library import CATALOG, Library
from imsearch_gui.library.vectors import write_rows
from imsearch_gui.library.writer import LibraryWriter

PICTURES = 6


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(PICTURES):
        noise = np.random.default_rng(number).integers(0, 256, (24, 32, 3), np.uint8)
        Image.fromarray(noise).save(folder / f"{number}.png")
    return folder


def indexed(pictures: Path, folder: Path) -> IndexReport:
    with LibraryWriter.open(folder) as library:
        job = index(library, IndexRequest((pictures,), "classic", workers=1), ModelStore().find("classic"))
        while True:
            try:
                next(job)
            except StopIteration as ended:
                report: IndexReport = ended.value
                return report


def vectors_of(folder: Path) -> dict[str, bytes]:
    with Library.open(folder) as library:
        matrix, paths = library.export("classic")
        return {path.name: row.tobytes() for path, row in zip(paths, matrix, strict=True)}


@pytest.mark.parametrize("harm", ["rows gone", "stats gone", "folder gone", "rows cut", "stats cut"])
def test_vectors_that_the_disk_lost_are_made_again(pictures: Path, tmp_path: Path, harm: str) -> None:
    folder = tmp_path / "library"
    assert indexed(pictures, folder).notices == ()
    before = vectors_of(folder)
    rows = folder / "vectors" / "classic-1.f16"
    file = rows.with_name(rows.name + ".stats") if harm.startswith("stats") else rows
    lost = PICTURES
    if harm == "folder gone":
        shutil.rmtree(folder / "vectors")
    elif harm.endswith("gone"):
        file.unlink()
    else:
        os.truncate(file, file.stat().st_size * 2 // 3 - 1)
        lost = PICTURES - (PICTURES * 2 // 3 - 1)
    with Library.open(folder) as library, pytest.raises(LibraryError):
        library.vectors("classic")
    report = indexed(pictures, folder)
    assert report.notices == (f"{lost} vectors were missing on the disk and have been made again.",)
    assert vectors_of(folder) == before
    assert indexed(pictures, folder).notices == ()


def test_rows_are_never_written_past_a_hole(tmp_path: Path) -> None:
    file = tmp_path / "vectors" / "m-1.f16"
    write_rows(file, 0, np.ones((2, 4), np.float32))
    with pytest.raises(LibraryError, match="shorter than the catalog says"):
        write_rows(file, 3, np.ones((2, 4), np.float32))
    assert file.stat().st_size == 2 * 4 * 2


def test_a_reader_takes_back_what_a_killed_program_had_begun(tmp_path: Path) -> None:
    with LibraryWriter.open(tmp_path):
        pass
    # As in the moments before a new catalog keeps a write-ahead log: a journal whose writer is dead.
    code = """
import os, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA journal_mode = DELETE")
db.execute("PRAGMA cache_size = 1")
db.execute("PRAGMA cache_spill = 1")
db.execute("BEGIN IMMEDIATE")
for number in range(400):
    db.execute("INSERT INTO setting VALUES (?, ?)", (str(number), "x" * 1000))
os._exit(0)
"""
    subprocess.run([sys.executable, "-c", code, str(tmp_path / CATALOG)], check=True)
    assert (tmp_path / f"{CATALOG}-journal").exists()
    with Library.open(tmp_path) as library:
        assert library.rows("SELECT count(*) FROM setting") == [(0,)]
    assert not (tmp_path / f"{CATALOG}-journal").exists()
    with sqlite3.connect(tmp_path / CATALOG) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    db.close()
