"""What belongs to one burst."""

from __future__ import annotations

import numpy as np

from imsearch_gui.domain.bursts import GAP, best_of_each, bursts


def test_a_burst_is_a_chain_within_a_folder() -> None:
    seconds = np.array([100, 100 + GAP, 100 + 2 * GAP, 101 + 3 * GAP, 100], np.int64)
    numbers = bursts(np.array([0, 0, 0, 0, 1], np.int32), seconds)
    assert numbers[0] == numbers[1] == numbers[2]
    assert len({int(number) for number in numbers}) == 3


def test_the_order_of_the_images_does_not_matter() -> None:
    numbers = bursts(np.array([0, 1, 0, 1], np.int32), np.array([50, 10, 48, 12], np.int64))
    assert numbers[0] == numbers[2] != numbers[1] == numbers[3]


def test_the_first_of_each_stays_in_its_order() -> None:
    assert best_of_each(np.array([4, 2, 4, 7, 2, 0], np.int32)).tolist() == [0, 1, 3, 5]
    assert best_of_each(np.array([], np.int32)).tolist() == []
