"""Pictures that were taken in one go. Pure."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

GAP = 3
"""Seconds at most between two pictures of a burst.

EXIF and many cameras' own clocks count whole seconds and some file systems two at a time, so that even pictures of a second may
seem two apart; and whoever holds a camera up takes the next one within about three. Slower than that is a new look at things.
"""


def bursts(folder_of: npt.NDArray[np.int32], seconds: npt.NDArray[np.int64]) -> npt.NDArray[np.int32]:
    """[n]: the number of the burst of each image; images of other bursts have other numbers.

    Within a folder each image that follows another within GAP seconds belongs to the burst of that one, so a burst is a chain and
    may go on for long.
    """
    order = np.lexsort((seconds, folder_of))
    begins = np.ones(len(order), np.bool_)
    begins[1:] = (np.diff(folder_of[order]) != 0) | (np.diff(seconds[order]) > GAP)
    numbers = np.empty(len(order), np.int32)
    numbers[order] = np.cumsum(begins) - 1
    return numbers


def best_of_each(numbers: npt.NDArray[np.int32]) -> npt.NDArray[np.int64]:
    """Places of those that are the first of their burst, in the order in which they stand."""
    return np.sort(np.unique(numbers, return_index=True)[1])
