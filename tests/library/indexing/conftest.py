"""Folders of pictures, and the job that indexes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from imsearch_gui.domain.progress import IndexReport, Progress
from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.library.indexing import index
from imsearch_gui.library.library import Library
from imsearch_gui.library.writer import LibraryWriter

Run = Callable[..., IndexReport]
Draw = Callable[..., Path]


@pytest.fixture
def draw() -> Draw:
    """draw(path, seed, size=(80, 60)): a picture of noise."""

    def make(path: Path, seed: int, size: tuple[int, int] = (80, 60)) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        noise = np.random.default_rng(seed).integers(0, 256, (6, 8, 3), np.uint8)
        Image.fromarray(noise).resize(size, Image.Resampling.BICUBIC).save(path)
        return path

    return make


@pytest.fixture
def pictures(tmp_path: Path, draw: Draw) -> Path:
    for number in range(6):
        draw(tmp_path / "pictures" / f"{number}.png", number)
    for number in range(6, 9):
        draw(tmp_path / "pictures" / "sub" / f"{number}.jpg", number)
    return tmp_path / "pictures"


@pytest.fixture
def run(folder: Path) -> Run:
    def job(*folders: Path, seen: list[Progress] | None = None, model: str = "pixels", **options: Any) -> IndexReport:
        request = IndexRequest(tuple(folders), model, workers=1, **options)
        with LibraryWriter.open(folder) as library:
            steps = index(library, request, ModelStore().find(model))
            while True:
                try:
                    progress = next(steps)
                except StopIteration as stop:
                    report: IndexReport = stop.value
                    break
                if seen is not None:
                    seen.append(progress)
        done = report.unchanged + report.added + report.changed + report.moved + len(report.skipped)
        assert report.found == done, "every file found is accounted for"
        return report

    return job


@pytest.fixture
def library(folder: Path) -> Iterator[Callable[[], Library]]:
    handles: list[Library] = []

    def opened() -> Library:
        handles.append(Library.open(folder))
        return handles[-1]

    yield opened
    for handle in handles:
        handle.close()
