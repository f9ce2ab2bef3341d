"""A library and what goes into it, without a model or a picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from imsearch_gui.domain.plan import FoundFile
from imsearch_gui.domain.records import PictureInfo
from imsearch_gui.library.records import Encoded, ModelKey
from imsearch_gui.library.writer import LibraryWriter

DIMENSION = 8


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def writer(folder: Path) -> Iterator[LibraryWriter]:
    with LibraryWriter.open(folder) as library:
        yield library


@pytest.fixture
def model(writer: LibraryWriter) -> ModelKey:
    return writer.use_model("test", title="Test", dimension=DIMENSION, fingerprint="f1", folder=Path("models/test"))


@pytest.fixture
def encoded() -> Callable[..., Encoded]:
    """encoded(path, seed): a picture on its way in; the same seed has the same content and vector."""

    def make(path: Path, seed: int, *, mtime_ns: int = 1) -> Encoded:
        vector = np.random.default_rng(seed).normal(size=DIMENSION).astype(np.float32)
        info = PictureInfo(640, 480, "JPEG", "2024-05-01T10:00:00", "Camera")
        return Encoded(FoundFile(path, 1000 + seed, mtime_ns), seed.to_bytes(16, "big"), info, vector)

    return make
