"""A catalog that a killed program left in the middle of a change."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

from imsearch_gui.library.library import CATALOG, Library
from imsearch_gui.library.writer import LibraryWriter


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
