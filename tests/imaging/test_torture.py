"""Odd, broken and hostile files of other projects' test suites, against what Pillow was seen to do with each."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from imsearch_gui.domain.errors import PictureError
from imsearch_gui.imaging.decoder import Decoded, decode, read

TOO_SLOW = "slow__timeout-9139147ce93e20eb14088fe238e541443ffd64b3.fli"
"""Takes a decoder many seconds; indexing ends such files by the time limit of its workers."""


@pytest.fixture(scope="module")
def torture(shared_data: Path) -> Path:
    return shared_data / "torture"


@pytest.fixture(scope="module")
def outcomes(torture: Path) -> dict[str, Decoded | str]:
    """What became of each file: pixels or a reason; anything else that is raised fails the test by itself."""
    found: dict[str, Decoded | str] = {}
    for path in sorted(torture.iterdir()):
        if path.name == TOO_SLOW:
            continue
        try:
            found[path.name] = decode(read(path), need=64)
        except PictureError as error:
            found[path.name] = error.reason
    return found


@pytest.fixture(scope="module")
def seen(shared_data: Path) -> dict[str, dict[str, str]]:
    with (shared_data / "torture_pillow13.csv").open(encoding="utf-8", newline="") as file:
        return {row["file"]: row for row in csv.DictReader(file)}


def test_every_file_gives_pixels_or_a_reason(outcomes: dict[str, Decoded | str]) -> None:
    assert len(outcomes) >= 150
    for name, outcome in outcomes.items():
        if isinstance(outcome, str):
            assert 0 < len(outcome) < 160 and outcome.isprintable(), name
        else:
            assert outcome.pixels.dtype == np.uint8 and outcome.pixels.ndim == 3 and outcome.pixels.size, name
            assert outcome.info.width >= outcome.pixels.shape[1] and outcome.info.height >= outcome.pixels.shape[0], (
                name
            )


def test_what_pillow_opens_is_decoded_and_nothing_else(
    outcomes: dict[str, Decoded | str], seen: dict[str, dict[str, str]]
) -> None:
    opened = {name for name, row in seen.items() if row["pillow_result"] == "OK" and name in outcomes}
    decoded = {name for name, outcome in outcomes.items() if isinstance(outcome, Decoded)}
    assert decoded == opened


def test_sizes_and_turns_agree_with_pillow(outcomes: dict[str, Decoded | str], seen: dict[str, dict[str, str]]) -> None:
    compared = 0
    for name, outcome in outcomes.items():
        if isinstance(outcome, str):
            continue
        form, size, *_, orientation = seen[name]["detail"].split()
        width, height = (int(side) for side in size.split("x"))
        # TIFF and HEIC turn their pictures themselves, so their size is that of the upright one already.
        if form not in ("TIFF", "HEIF") and orientation.removeprefix("orient=") in ("5", "6", "7", "8"):
            width, height = height, width
        assert (outcome.info.width, outcome.info.height) == (width, height), name
        compared += 1
    assert compared > 90


def test_the_eight_orientations_show_the_same_scene(torture: Path) -> None:
    for scene in ("Landscape", "Portrait"):
        upright = decode((torture / f"orient__{scene}_1.jpg").read_bytes(), need=100).pixels.astype(int)
        for number in range(2, 8):
            other = decode((torture / f"orient__{scene}_{number}.jpg").read_bytes(), need=100).pixels.astype(int)
            assert other.shape == upright.shape
            # The number is painted on each, so they are alike, not equal.
            assert np.abs(other - upright).mean() < 12, (scene, number)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("name__zero_bytes.jpg", "empty file"),
        ("notimg__text_named.jpg", "not a picture, or of a kind that cannot be read"),
        ("truncated__truncated_jpeg.jpg", "truncated JPEG file"),
        ("truncated__truncated_image.png", "truncated PNG file"),
        ("bomb__reallybig.bmp", "too large: 3000000 x 2000000 pixels"),
        ("bomb__decompression_bomb.ico", "too large: 4294836225 pixels"),
        ("bomb__oom-8ed3316a4109213ca96fb8a256a0bfefdece1461.icns", "too large: 259634678784 pixels"),
        ("misc__zero_width.gif", "damaged GIF file (impossible size)"),
    ],
)
def test_reasons_say_which(name: str, reason: str, outcomes: dict[str, Decoded | str]) -> None:
    assert outcomes[name] == reason
