"""A library, and other processes that do something with it when they are told to."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from imsearch_gui.domain.progress import IndexReport
from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.library.indexing import index
from imsearch_gui.library.library import Library
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.graph_job import build_graph

PICTURES = 24
BATCH = 4
Run = Callable[..., IndexReport]
Counts = Callable[[Library], tuple[int, int]]

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


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    for number in range(PICTURES):
        noise = np.random.default_rng(number).integers(0, 256, (6, 8, 3), np.uint8)
        Image.fromarray(noise).resize((80, 60), Image.Resampling.BICUBIC).save(folder / f"{number:02}.png")
    return folder


@pytest.fixture(scope="module")
def run() -> Run:
    """run(writer, pictures, model="classic"): a job from its start to its end, in this process."""

    def whole(writer: LibraryWriter, pictures: Path, model: str = "classic") -> IndexReport:
        job = index(writer, IndexRequest((pictures,), model, workers=1), ModelStore().find(model))
        while True:
            try:
                next(job)
            except StopIteration as stop:
                report: IndexReport = stop.value
                return report

    return whole


@pytest.fixture(scope="module")
def made(pictures: Path, run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
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


@pytest.fixture
def begin(start: Callable[..., Process]) -> Callable[[Path, Path], Process]:
    """begin(pictures, library): a job in another process; each of its steps commits BATCH pictures and says how many it were."""
    return lambda pictures, library: start(WRITER, pictures, library)


@pytest.fixture
def counts() -> Counts:
    """counts(library): images, and vectors that can be read for them."""

    def both(library: Library) -> tuple[int, int]:
        vectors, paths = library.export("classic")
        assert np.isfinite(vectors).all()
        assert (np.abs(vectors).sum(axis=1) > 0).all()
        assert len(set(paths)) == len(paths)
        return library.image_count(), len(paths)

    return both
