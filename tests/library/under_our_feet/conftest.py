"""Folders of pictures that change while a job is at work on them."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from imsearch_gui.domain.progress import IndexReport, Progress, Stage
from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.library import indexing
from imsearch_gui.library.indexing import index
from imsearch_gui.library.writer import LibraryWriter

Steps = Generator[Progress, None, IndexReport]


@pytest.fixture
def draw() -> Callable[..., Path]:
    """draw(path, seed, size=(80, 60)): a picture of noise; the same seed gives the same picture."""

    def make(path: Path, seed: int, size: tuple[int, int] = (80, 60)) -> Path:
        noise = np.random.default_rng(seed).integers(0, 256, (6, 8, 3), np.uint8)
        picture = Image.fromarray(noise).resize(size, Image.Resampling.BICUBIC)
        with path.open("wb") as file:
            picture.save(file, "PNG")
        return path

    return make


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., IndexReport]:
    """run(*folders, meanwhile=...): a job in the library; `meanwhile` is called once, after the first two images are committed."""
    monkeypatch.setattr(indexing, "BATCH", 2)

    def job(*folders: Path, meanwhile: Callable[[], object] | None = None, **options: Any) -> IndexReport:
        request = IndexRequest(tuple(folders), "classic", workers=1, **options)
        with LibraryWriter.open(folder) as library:
            steps = index(library, request, ModelStore().find("classic"))
            while True:
                try:
                    progress = next(steps)
                except StopIteration as stop:
                    report: IndexReport = stop.value
                    break
                if meanwhile is not None and progress.stage is Stage.ENCODING and progress.done >= 2:
                    meanwhile()
                    meanwhile = None
        assert meanwhile is None, "the job was over too soon"
        done = report.unchanged + report.added + report.changed + report.moved + len(report.skipped)
        assert report.found == done, "every file found is accounted for"
        return report

    return job
