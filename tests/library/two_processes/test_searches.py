"""Searches are kept by two windows of one library at the same time: none is lost, and none loses its picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from imsearch_gui.domain.records import PixelsExample
from imsearch_gui.library.kept import PICTURE, THUMBNAIL, KeptQueries

EACH = 15
KEEPER = f"""
import sys
from pathlib import Path
from imsearch_gui.domain.records import PixelsExample, Query
from imsearch_gui.library.kept import KeptQueries

folder, name = Path(sys.argv[1]), sys.argv[2]
sys.stdin.readline()
for number in range({EACH}):
    called = f"{{name}} {{number}}"
    query = Query((PixelsExample(called.encode() * 100, called),), "m")
    KeptQueries(folder, 100).add(query, 1.0, thumbnail=called.encode(), name=called)
"""


def test_two_keep_searches_at_the_same_time(start: Callable[..., Any], tmp_path: Path) -> None:
    folder = tmp_path / "searches"
    keepers = [start(KEEPER, folder, name) for name in ("one", "other")]
    for keeper in keepers:
        keeper.tell()
    assert [keeper.end() for keeper in keepers] == [0, 0]
    place = KeptQueries(folder, 100)
    listed = place.listed()
    assert {kept.name for kept in listed} == {f"{name} {number}" for name in ("one", "other") for number in range(EACH)}
    for kept in listed:
        assert kept.missing == ""
        assert kept.thumbnail == kept.name.encode()
        (example,) = place.query(kept.id).like
        assert isinstance(example, PixelsExample)
        assert example.data == kept.name.encode() * 100
    for suffix in (PICTURE, THUMBNAIL):
        assert len(list(folder.glob(f"*{suffix}"))) == 2 * EACH
