"""Names and files that no camera makes: reading one of them is a sentence."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.records import Pixels
from imsearch_gui.imaging import decoder
from imsearch_gui.imaging.decoder import read


@pytest.mark.parametrize("name", ["a\0b.png", "a\ud800.png"])
def test_a_name_that_no_file_can_have(name: str, tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="no such file"):
        read(tmp_path / name)


def test_a_file_that_says_it_is_empty_and_never_ends(
    tmp_path: Path, encode: Callable[..., bytes], scene: Pixels, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As some of the kernel's do: here a file that grows once its size was asked."""
    (tmp_path / "a.png").write_bytes(encode(scene, "PNG") + bytes(2000))
    monkeypatch.setattr(decoder, "MAX_BYTES", 1000)
    whole = os.fstat

    def small(number: int) -> os.stat_result:
        return os.stat_result([*whole(number)[:6], 0, *whole(number)[7:10]])

    monkeypatch.setattr(decoder.os, "fstat", small)
    with pytest.raises(PictureError, match="too large"):
        read(tmp_path / "a.png")
