"""A second run over 100,000 files that have not changed. Writes its section of docs/performance.md.

    .venv/bin/python tests/benchmarks/again_bench.py [--files N] [--write]

The limit: `os.walk` with a `stat` of every file, in the same run. The library is filled directly, as a first run would have left
it; that costs no decoding and changes nothing for the second.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path

import numpy as np
from page import measured, publish

from imsearch_gui.domain.plan import FoundFile
from imsearch_gui.domain.records import IndexRequest, PictureInfo
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.library.indexing import index
from imsearch_gui.library.records import Encoded
from imsearch_gui.library.writer import LibraryWriter

FOLDERS = 100
ROUNDS = 3
BATCH = 5_000


def make_files(folder: Path, count: int) -> list[Path]:
    files = []
    for number in range(count):
        path = folder / f"Holiday {number % FOLDERS:03}" / f"IMG_{number:06}.jpg"
        if number < FOLDERS:
            path.parent.mkdir(parents=True)
        path.write_bytes(b"\xff\xd8\xff\xe0" + number.to_bytes(8, "big"))
        files.append(path)
    return files


def fill(writer: LibraryWriter, folder: Path, files: list[Path]) -> None:
    model = ModelStore().find("classic")
    key = writer.use_model(
        model.spec.id,
        title=model.spec.title,
        dimension=model.spec.dimension,
        fingerprint=model.fingerprint,
        folder=model.folder,
    )
    root = writer.add_root(folder, recursive=True, exclude=())
    vector = np.ones(model.spec.dimension, np.float32)
    for start in range(0, len(files), BATCH):
        items = []
        for number, path in enumerate(files[start : start + BATCH], start):
            status = path.stat()
            found = FoundFile(path, status.st_size, status.st_mtime_ns)
            items.append(Encoded(found, number.to_bytes(16, "big"), PictureInfo(640, 480, "JPEG"), vector))
        writer.store(key, {item.file.path: root for item in items}, items, [])


def walked(folder: Path) -> float:
    """Seconds to see every file."""
    began = time.perf_counter()
    for place, _, names in os.walk(folder):
        for name in names:
            os.stat(os.path.join(place, name))  # noqa: PTH116, PTH118
    return time.perf_counter() - began


def again(library: Path, folder: Path, count: int) -> float:
    """Seconds of a run that finds nothing to do."""
    request = IndexRequest(folders=(folder,), model="classic")
    began = time.perf_counter()
    with LibraryWriter.open(library) as writer:
        job = index(writer, request, ModelStore().find("classic"))
        try:
            while True:
                next(job)
        except StopIteration as stop:
            assert stop.value.unchanged == count
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder, library = Path(temporary, "pictures"), Path(temporary, "library")
        files = make_files(folder, options.files)
        with LibraryWriter.open(library) as writer:
            fill(writer, folder, files)
        walks, runs = [], []
        for _ in range(ROUNDS):
            walks.append(walked(folder))
            runs.append(again(library, folder, options.files))
    walk, run = float(np.median(walks)), float(np.median(runs))
    lines = [
        "## A second run",
        "",
        measured("python tests/benchmarks/again_bench.py", "numpy"),
        "",
        f"{options.files:,} unchanged files in {FOLDERS} folders: {run:.1f} s; `os.walk` with a `stat` of each: {walk:.1f} s"
        f" (ratio {run / walk:.1f}).",
    ]
    publish("again", "\n".join(lines), write=options.write)


if __name__ == "__main__":
    main()
