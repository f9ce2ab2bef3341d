"""The pixels as they are: a model of the pixel family that learns nothing from the library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from imsearch_gui.domain.progress import IndexReport, Progress, Stage
from imsearch_gui.encoding.learned import SMALLEST_DEVIATION, Learned
from imsearch_gui.library import indexing
from imsearch_gui.library.library import Library

Run = Callable[..., IndexReport]
RAW = """
schema = 1
id = "{id}"
title = "Raw pixels"
family = "pixel"
dimension = 192
[input]
width = 8
height = 8
resize = "squash"
interpolation = "bilinear"
scale = 1.0
[output]
zscore = {zscore}
"""


@pytest.fixture
def describe(tmp_path: Path) -> Callable[..., str]:
    def make(zscore: bool, identity: str = "raw") -> str:
        folder = tmp_path / f"model {identity} {zscore}"
        folder.mkdir()
        (folder / "model.toml").write_text(RAW.format(id=identity, zscore=str(zscore).lower()))
        return str(folder)

    return make


def drawn(folder: Path) -> dict[Path, Any]:
    """Pictures of the model's own size, so that nothing is resized."""
    folder.mkdir()
    made = {}
    for number in range(5):
        pixels = np.random.default_rng(number).integers(0, 256, (8, 8, 3), np.uint8)
        path = folder / f"{number}.png"
        Image.fromarray(pixels).save(path)
        made[path] = pixels.reshape(-1)
    return made


def test_the_vector_is_the_picture(
    run: Run, describe: Callable[..., str], tmp_path: Path, library: Callable[[], Library]
) -> None:
    made = drawn(tmp_path / "drawn")
    seen: list[Progress] = []
    assert run(tmp_path / "drawn", model=describe(zscore=False), seen=seen).added == 5
    assert Stage.LEARNING not in {progress.stage for progress in seen}
    opened = library()
    assert opened.learned("raw") is None
    matrix, paths = opened.export("raw")
    for row, path in zip(matrix, paths, strict=True):
        assert row.tolist() == made[Path(path)].tolist()


def test_a_description_that_says_otherwise_makes_all_vectors_anew(
    run: Run, describe: Callable[..., str], tmp_path: Path, library: Callable[[], Library]
) -> None:
    drawn(tmp_path / "drawn")
    run(tmp_path / "drawn", model=describe(zscore=True))
    assert library().learned("raw") is not None
    assert run(tmp_path / "drawn", model=describe(zscore=False)).added == 5
    opened = library()
    assert opened.learned("raw") is None
    assert opened.export("raw")[0].min() >= 0, "no z-score is left"


def test_what_is_learned_comes_from_an_even_sample_whoever_is_first(
    run: Run,
    describe: Callable[..., str],
    tmp_path: Path,
    library: Callable[[], Library],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(indexing, "LEARN_FROM", 3)
    made = drawn(tmp_path / "drawn")
    run(tmp_path / "drawn", model=describe(True))
    stored = library().learned("raw")
    assert stored is not None
    sample = np.stack([made[tmp_path / "drawn" / f"{number}.png"] for number in (0, 1, 3)])
    learned = Learned.from_bytes(stored, 192)
    np.testing.assert_allclose(learned.mean, sample.mean(axis=0), rtol=1e-5)
    np.testing.assert_allclose(learned.std, np.maximum(sample.std(axis=0), SMALLEST_DEVIATION), rtol=1e-4)
