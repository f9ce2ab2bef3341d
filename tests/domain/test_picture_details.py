"""How a photograph was taken, as people write it."""

from __future__ import annotations

import pytest

from imsearch_gui.domain.picture_details import aperture, coordinates, exposure, focal_length, megapixels


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.004, "1/250 s"),
        (10 / 601, "1/60 s"),
        (1 / 8000, "1/8,000 s"),
        (0.25, "1/4 s"),
        (0.3, "0.3 s"),
        (1.0, "1 s"),
        (2.5, "2.5 s"),
    ],
)
def test_exposure(seconds: float, said: str) -> None:
    assert exposure(seconds) == said


def test_aperture() -> None:
    assert (aperture(2.8), aperture(8.0), aperture(1.7999)) == ("f/2.8", "f/8", "f/1.8")


def test_focal_length() -> None:
    assert focal_length(50) == "50 mm"
    assert focal_length(50, 50) == "50 mm"
    assert focal_length(3.99, 28) == "4 mm (28 mm on 35 mm film)"


def test_coordinates() -> None:
    assert coordinates(37.72328, -119.61590555) == "37.723280, -119.615906"


def test_megapixels() -> None:
    assert (megapixels(4032, 3024), megapixels(640, 480), megapixels(16, 16)) == ("12.2 MP", "0.3 MP", "")
