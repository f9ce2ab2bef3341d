"""What brightness does to raw pixels: cosine is unmoved by a factor, correlation by a factor and an offset.

Exactly so for the numbers; the numbers of a picture are rounded to 8 bits and end at 255. Let x be the pixels, y = a x + b + e the
brighter picture and e what rounding and clipping made of it. Then y stands off from the direction of x by an angle whose sine is at
most |e| / |a x| (where b is 0), and after each has lost its mean by one of at most |e| / |a (x - mean x)|, since e loses length
with its mean. Rounding alone makes |e| at most sqrt(n) / 2.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from imsearch_gui.domain.metrics import Metric, scores
from imsearch_gui.domain.model_spec import Family, InputSpec, Interpolation, ModelSpec, OutputSpec, Resize
from imsearch_gui.encoding.encoder import PixelEncoder
from imsearch_gui.encoding.learned import Learned
from imsearch_gui.imaging import decoder, resize

SIDE = 80
GIVEN = InputSpec(SIDE, SIDE, Resize.SQUASH, interpolation=Interpolation.BILINEAR, scale=1.0)
SPEC = ModelSpec("pixels-80", "Raw pixels", Family.PIXEL, SIDE * SIDE * 3, GIVEN, OutputSpec(zscore=False))
SMALL = 4
SMALL_SPEC = ModelSpec("small", "Raw pixels", Family.PIXEL, SMALL * SMALL * 3, GIVEN, OutputSpec(zscore=False))

Picture = npt.NDArray[np.uint8]
Numbers = npt.NDArray[np.float64]

pictures = hnp.arrays(np.uint8, (SMALL, SMALL, 3))
factors = st.floats(0.2, 4.0)
offsets = st.floats(-100.0, 100.0)


def brightened(picture: Picture, factor: float, offset: float) -> tuple[Picture, float]:
    """The picture with other brightness in 8 bits, and the length of what rounding and clipping did."""
    wanted = picture * factor + offset
    made = np.clip(np.rint(wanted), 0, 255)
    return made.astype(np.uint8), float(np.linalg.norm(made - wanted))


def score(one: Picture, other: Picture, metric: Metric) -> float:
    spec = SPEC if one.size == SPEC.dimension else SMALL_SPEC
    vectors = PixelEncoder(spec, None).encode(np.stack([one, other]))
    return float(scores(vectors[0], vectors[1], metric)[0])


def least(lost: float, length: float) -> float:
    """The lowest cosine of two vectors of which one is the other, `length` long, and something of length `lost`."""
    return float(np.sqrt(max(0.0, 1 - (lost / length) ** 2))) if lost < length else -1.0


def length_of(picture: Picture, *, centred: bool) -> float:
    numbers: Numbers = picture.astype(np.float64)
    return float(np.linalg.norm(numbers - numbers.mean() if centred else numbers))


@given(picture=pictures, factor=factors)
def test_cosine_is_unmoved_by_a_factor(picture: Picture, factor: float) -> None:
    assume(picture.any())
    made, lost = brightened(picture, factor, 0.0)
    assert score(picture, made, Metric.COSINE) >= least(lost, factor * length_of(picture, centred=False)) - 1e-12
    numbers = picture.reshape(1, -1).astype(np.float64)
    assert scores(numbers[0], numbers * factor, Metric.COSINE)[0] == pytest.approx(1.0, abs=1e-12), "without rounding"


@given(picture=pictures, factor=factors, offset=offsets)
def test_correlation_is_unmoved_by_a_factor_and_an_offset(picture: Picture, factor: float, offset: float) -> None:
    assume(np.ptp(picture) > 0)
    made, lost = brightened(picture, factor, offset)
    assert score(picture, made, Metric.CORRELATION) >= least(lost, factor * length_of(picture, centred=True)) - 1e-12
    numbers = picture.reshape(1, -1).astype(np.float64)
    assert scores(numbers[0], numbers * factor + offset, Metric.CORRELATION)[0] == pytest.approx(1.0, abs=1e-9)


@given(picture=pictures, factor=st.floats(0.2, 1.0))
def test_rounding_alone_costs_half_a_step_a_pixel(picture: Picture, factor: float) -> None:
    """A darker picture is not clipped, so what is lost is known beforehand."""
    assume(picture.any())
    made, lost = brightened(picture, factor, 0.0)
    most = 0.5 * np.sqrt(picture.size)
    assert lost <= most + 1e-9
    assert score(picture, made, Metric.COSINE) >= least(most, factor * length_of(picture, centred=False)) - 1e-12


def test_an_offset_moves_cosine_and_not_correlation() -> None:
    picture = np.arange(SMALL * SMALL * 3, dtype=np.uint8).reshape(SMALL, SMALL, 3)
    brighter = picture + np.uint8(200)
    assert score(picture, brighter, Metric.CORRELATION) == 1.0
    assert score(picture, brighter, Metric.COSINE) < 0.9


def test_z_scores_lose_what_cosine_keeps() -> None:
    """The mean of the library is taken away from each pixel, and that is no factor."""
    random = np.random.default_rng(1)
    picture = random.integers(0, 128, (SMALL, SMALL, 3), np.uint8)
    learned = Learned(np.full(picture.size, 64, np.float32), np.full(picture.size, 30, np.float32))
    spec = ModelSpec("z", "Z", Family.PIXEL, picture.size, GIVEN)
    vectors = PixelEncoder(spec, learned).encode(np.stack([picture, picture * np.uint8(2)]))
    assert scores(vectors[0], vectors[1], Metric.COSINE)[0] < 0.9
    assert score(picture, picture * np.uint8(2), Metric.COSINE) == pytest.approx(1.0, abs=1e-12)


def small(path: Path) -> Picture:
    """As the raw pixels see a file."""
    return resize.fit(decoder.decode(decoder.read(path)).pixels, GIVEN)


def check(paths: list[Path]) -> None:
    for path in paths:
        picture = small(path)
        for factor, offset in ((0.5, 0.0), (1.5, 0.0), (0.6, 40.0), (1.3, -30.0)):
            made, lost = brightened(picture, factor, offset)
            bound = least(lost, factor * length_of(picture, centred=True))
            assert score(picture, made, Metric.CORRELATION) >= bound - 1e-12, path.name
            if not offset:
                bound = least(lost, factor * length_of(picture, centred=False))
                assert score(picture, made, Metric.COSINE) >= bound - 1e-12, path.name
        half, _ = brightened(picture, 0.5, 0.0)
        assert score(picture, half, Metric.COSINE) > 0.999, f"{path.name}: the darkest of them loses 0.0001"


def test_drawn_pictures(samples: Path) -> None:
    check(sorted(samples.glob("*/*.jpg"))[::10])


def test_photographs(shared_data: Path) -> None:
    check(sorted((shared_data / "imagenet_sample").iterdir())[::10])
