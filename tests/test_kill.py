"""`kill -9` while indexing: the library opens, nothing committed is lost or doubled, the next run does the rest."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest
from PIL import Image

from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.imaging import decoder, resize
from imsearch_gui.library.library import CATALOG, Library
from imsearch_gui.library.vectors import view_of

PICTURES = 240
KILLS = 7
"""At random moments; most of them fall before the first commit, or after the last."""
KILLS_BETWEEN = 3
MOST_TRIES = 30
"""A job may be over before anybody has looked, on a machine that is busy with other things."""


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    for number in range(PICTURES):
        noise = np.random.default_rng(number).integers(0, 256, (9, 12, 3), np.uint8)
        Image.fromarray(noise).resize((400, 300), Image.Resampling.BICUBIC).save(folder / f"{number:03}.jpg")
    return folder


def start(pictures: Path, library: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "imsearch_gui.cli", "index", str(pictures), "--library", str(library)]
    return subprocess.Popen(
        [*command, "--model", "classic", "--workers", "2", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def committed(folder: Path) -> dict[Path, bytes]:
    """Path and vector of everything in the library."""
    if not (folder / "catalog.sqlite").exists():
        return {}
    with Library.open(folder) as library:
        if not library.models():
            return {}
        matrix, paths = library.export("classic")
        assert library.image_count() == len(paths) == len(set(paths))
        return {path: row.tobytes() for path, row in zip(paths, matrix, strict=True)}


def test_kill_at_random_moments(pictures: Path, tmp_path: Path) -> None:
    random.seed(int(os.environ.get("IMSEARCH_KILL_SEED", "7")))
    began = time.monotonic()
    assert finish(start(pictures, tmp_path / "whole"))["added"] == PICTURES
    duration = time.monotonic() - began
    truth = committed(tmp_path / "whole")
    assert len(truth) == PICTURES
    assert_vectors_belong_to_their_files(random.sample(sorted(truth.items()), 12))
    kept = []
    for number in range(KILLS):
        library = tmp_path / f"killed{number}"
        process = start(pictures, library)
        time.sleep(random.uniform(0.2, duration))
        if process.poll() is None:
            process.kill()
        process.communicate()
        kept.append(check_what_is_left(pictures, library, truth))
    assert any(count < PICTURES for count in kept), "no run was interrupted"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows stops no process")
def test_kill_between_two_commits(pictures: Path, tmp_path: Path) -> None:
    assert finish(start(pictures, tmp_path / "whole"))["added"] == PICTURES
    truth = committed(tmp_path / "whole")
    kept = []
    for number in range(MOST_TRIES):
        library = tmp_path / f"killed{number}"
        if len(kept) < KILLS_BETWEEN and kill_between(start(pictures, library), library):
            kept.append(check_what_is_left(pictures, library, truth))
    assert len(kept) == KILLS_BETWEEN
    assert all(0 < count < PICTURES for count in kept), kept


def kill_between(process: subprocess.Popen[bytes], library: Path) -> bool:
    """Kill a job that has committed something and not yet everything; False where it was over before it was seen in between.

    While somebody looks the job stands still, so that it is killed in the very state that was seen.
    """
    try:
        while process.poll() is None:
            time.sleep(0.01)
            process.send_signal(signal.SIGSTOP)
            while psutil.Process(process.pid).status() not in (psutil.STATUS_STOPPED, psutil.STATUS_ZOMBIE):
                time.sleep(0.001)
            if 0 < count_in(library) < PICTURES:
                return True
            process.send_signal(signal.SIGCONT)
    finally:
        process.kill()
        process.communicate()
    return False


def count_in(library: Path) -> int:
    """Images in a catalog whose writer stands still; 0 where that has just begun to make it."""
    try:
        with closing(sqlite3.connect(f"{(library / CATALOG).as_uri()}?mode=ro", uri=True, timeout=0)) as catalog:
            return int(catalog.execute("SELECT count(*) FROM image").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def check_what_is_left(pictures: Path, library: Path, truth: dict[Path, bytes]) -> int:
    """After a kill; returns how many pictures were committed before."""
    before = committed(library)
    assert before.items() <= truth.items(), "everything committed is whole, belongs to its file and is there once"
    report = finish(start(pictures, library))
    assert (report["found"], report["added"]) == (PICTURES, PICTURES - len(before)), "the next run does the rest"
    assert committed(library) == truth
    return len(before)


def finish(process: subprocess.Popen[bytes]) -> dict[str, Any]:
    output, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    report: dict[str, Any] = json.loads(output)
    return report


def assert_vectors_belong_to_their_files(items: list[tuple[Path, bytes]]) -> None:
    encoder = open_encoder(ModelStore().find("classic"))
    for path, vector in items:
        decoded = decoder.decode(decoder.read(path), need=resize.need_of(encoder.spec.input))
        made = view_of(encoder.encode(resize.fit(decoded.pixels, encoder.spec.input)[None])).vector(0)
        assert made.tobytes() == vector, "what was committed is the vector of this very file, to the bits that are kept"
