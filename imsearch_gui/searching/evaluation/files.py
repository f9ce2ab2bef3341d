"""The files of a ground truth, which may come from anybody."""

from __future__ import annotations

from pathlib import Path

from imsearch_gui.domain.errors import EvaluationError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.region import Region

LARGEST_SIDE = 1 << 20
"""Pixels; no picture that can be decoded has a longer side."""


def content_of(file: Path, largest: int) -> bytes:
    """What is in a file of `largest` bytes at most. Raises EvaluationError."""
    if file.exists() and not file.is_file():
        raise EvaluationError(tr("{0} is no file that can be read: choose another ground truth.").format(file))
    try:
        with file.open("rb") as opened:
            data = opened.read(largest + 1)
    except OSError as error:
        sentence = tr("The ground truth {0} cannot be read ({1}): is it there, and may you open it?")
        raise EvaluationError(sentence.format(file, error.strerror)) from error
    if len(data) > largest:
        sentence = tr("{0} is too large for a ground truth: is it the right file?")
        raise EvaluationError(sentence.format(file))
    return data


def region_of(left: float, top: float, right: float, bottom: float) -> Region:
    """The region between two corners, rounded as the published programs round it. ValueError where it is none."""
    # Not a number compares with nothing.
    if not all(abs(side) <= LARGEST_SIDE for side in (left, top, right, bottom)):
        raise ValueError("corners out of reach")
    x, y = round(left), round(top)
    return Region(x, y, round(right) - x, round(bottom) - y)
