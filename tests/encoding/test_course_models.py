"""The models that docs/course.md compares are what it says they are."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.store import read_model

COURSE = Path(__file__).resolve().parents[1] / "benchmarks" / "course"


@pytest.fixture
def course_models() -> Iterator[ModuleType]:
    spec = importlib.util.spec_from_file_location("course_models", COURSE / "course_models.py")
    assert spec is not None
    assert spec.loader is not None
    sys.modules["course_models"] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    del sys.modules["course_models"]


@pytest.mark.parametrize(("window", "place"), [(3, 0), (5, 1)])
def test_texture_is_the_local_standard_deviation(
    course_models: ModuleType, window: int, place: int, tmp_path: Path
) -> None:
    model = read_model(course_models.make(tmp_path)[place])
    picture = np.random.default_rng(1).integers(0, 256, (128, 128, 3), np.uint8)
    picture[:64] = 77  # without texture
    (vector,) = open_encoder(model).encode(picture[np.newaxis])
    grey = picture @ np.array([0.299, 0.587, 0.114]) / 255
    half = window // 2
    deviation = np.empty((128, 128))
    for row in range(128):
        for column in range(128):
            around = grey[max(0, row - half) : row + half + 1, max(0, column - half) : column + half + 1]
            deviation[row, column] = around.std()
    expected = deviation.reshape(16, 8, 16, 8).mean(axis=(1, 3)).ravel()
    np.testing.assert_allclose(vector, expected, atol=2e-3)  # the root of what float32 leaves of 0
    assert vector.max() > 0.1


def test_the_flattened_map_has_the_pooled_vector_as_its_mean(
    course_models: ModuleType, shared_data: Path, tmp_path: Path
) -> None:
    flat = read_model(course_models.make(tmp_path)[2])
    pooled = read_model(shared_data / "models" / "mobilenetv2-int8")
    picture = np.random.default_rng(2).integers(0, 256, (1, 224, 224, 3), np.uint8)
    (long,), (short,) = open_encoder(flat).encode(picture), open_encoder(pooled).encode(picture)
    assert len(long) == 7 * 7 * 1280
    mean = long.reshape(1280, 49).mean(axis=1)
    assert np.corrcoef(mean, short)[0, 1] > 0.99, "both are rounded to 8 bits on their own"


@pytest.mark.parametrize(("name", "height", "width"), [("pixels-80", 80, 80), ("pixels-86x128", 86, 128)])
def test_raw_pixels_of_the_course(name: str, height: int, width: int) -> None:
    model = read_model(COURSE / name)
    assert not model.spec.learns_from_library
    picture = np.random.default_rng(3).integers(0, 256, (1, height, width, 3), np.uint8)
    assert open_encoder(model).encode(picture)[0].tolist() == picture.ravel().tolist()
