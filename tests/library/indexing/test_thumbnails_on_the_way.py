"""Thumbnails come from the decode that makes the vector."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from imsearch_gui.domain.progress import IndexReport
from imsearch_gui.library.library import Library

Run = Callable[..., IndexReport]
Draw = Callable[..., Path]


def test_thumbnails_are_kept_on_the_way_where_they_are_asked_for(
    draw: Draw, run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    photos = tmp_path / "photos"
    for number in range(3):
        draw(photos / f"{number}.png", number, (600, 400))
    (photos / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    run(photos)
    assert not cache.exists()
    shutil.rmtree(folder)
    assert run(photos, thumbnails=10).added == 3
    kept = list((cache / "thumbnails").rglob("*.png"))
    assert [path.parent.name for path in kept] == ["large"] * 3
    with Image.open(kept[0]) as image:
        assert image.size == (256, 171)
        assert image.info["Thumb::URI"].startswith("file://")


def test_no_more_thumbnails_than_were_asked_for(
    draw: Draw, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for number in range(6):
        draw(tmp_path / "photos" / f"{number}.png", number, (600, 400))
    assert run(tmp_path / "photos", thumbnails=3).added == 6
    assert len(list((tmp_path / "cache" / "thumbnails").rglob("*.png"))) == 3


def test_thumbnails_do_not_change_vectors(
    draw: Draw, run: Run, folder: Path, tmp_path: Path, library: Callable[[], Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    photos = tmp_path / "photos"
    for number in range(4):
        draw(photos / f"{number}.jpg", number, (900, 700))
    run(photos, model="classic")
    before, _ = library().export("classic")
    before = np.array(before)
    shutil.rmtree(folder)
    run(photos, model="classic", thumbnails=10)
    np.testing.assert_array_equal(library().export("classic")[0], before)


def test_a_cache_that_cannot_be_written_costs_nothing(
    run: Run, pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert run(pictures, thumbnails=10).added == 9
