"""Clocks and days."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime

import numpy as np
import pytest

from imsearch_gui.domain.dates import UNDATED, iso_of, local_seconds, seconds_of, start_of_day
from imsearch_gui.domain.errors import QueryError


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_instants_are_told_as_the_clock_here_showed_them(in_berlin: None) -> None:
    """Summer, winter, and the minutes around the change between them."""
    changes = [1_711_846_800, 1_729_990_800]
    instants = [1_720_000_000, 1_735_000_000, 0, *(at + by for at in changes for by in (-86_400, -1, 0, 1, 86_400))]
    told = local_seconds(np.array(instants, np.int64) * 10**9 + 999)
    assert [iso_of(int(seconds)) for seconds in told] == [datetime.fromtimestamp(at).isoformat() for at in instants]


def test_odd_instants_are_no_error() -> None:
    told = local_seconds(np.array([-(10**18), 2**62], np.int64))
    assert told[0] < 0 < told[1]
    assert len(local_seconds(np.array([], np.int64))) == 0


def test_iso_and_back() -> None:
    texts = ["2024-05-01T10:00:00", None, "1969-12-31T23:59:59"]
    assert [iso_of(int(seconds)) for seconds in seconds_of(texts)] == texts
    assert seconds_of(["nonsense", "2024-05-01T00:00:00"]).tolist() == [UNDATED, start_of_day("2024-05-01")]


def test_what_is_no_day_is_said() -> None:
    with pytest.raises(QueryError, match=r"'31\.5\.2024' is no day: write it as year, month and day"):
        start_of_day("31.5.2024")
