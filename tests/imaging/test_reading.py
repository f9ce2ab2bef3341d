"""Reading files: any name, files that cannot be read, pipes and devices, and the key of a content."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.records import Pixels
from imsearch_gui.imaging import decoder
from imsearch_gui.imaging.decoder import content_key, key_of, read


def unread(path: Path) -> str:
    with pytest.raises(PictureError) as caught:
        read(path)
    return caught.value.reason


@pytest.mark.parametrize("name", ["日本語 ảnh tiếng Việt é.png", "a\nb%20#?.png", os.fsdecode(b"caf\xe9 \xff.png")])
def test_any_name_can_be_read(name: str, tmp_path: Path, encode: Callable[..., bytes], scene: Pixels) -> None:
    path = tmp_path / name
    data = encode(scene, "PNG")
    path.write_bytes(data)
    assert read(path) == data


def test_files_that_cannot_be_read_say_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty.jpg").touch()
    (tmp_path / "text.jpg").write_text("no picture")
    assert unread(tmp_path / "empty.jpg") == "empty file"
    assert unread(tmp_path / "text.jpg").startswith("not a picture")
    assert unread(tmp_path / "gone.jpg") == "there is no such file"
    assert unread(tmp_path).startswith("cannot be read") or unread(tmp_path) == "not a regular file"

    def refuse(path: str, flags: int) -> int:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(decoder, "_open_at_once", refuse)
    assert unread(tmp_path / "text.jpg") == "cannot be read (Permission denied)"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_does_not_keep_us_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    assert unread(tmp_path / "pipe.jpg") == "not a regular file"


def test_a_film_costs_only_a_glance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(b"\0\0\0\x18ftypisom\0\0\2\0isomiso2")
    os.truncate(film, 4 << 30)  # a hole: it takes no room
    taken: list[int] = []
    genuine = io.BufferedReader.read

    class Counting(io.BufferedReader):
        def read(self, size: int | None = -1, /) -> bytes:
            data = genuine(self, size)
            taken.append(len(data))
            return data

    monkeypatch.setattr(decoder, "open", lambda path, mode, opener: Counting(io.FileIO(path)), raising=False)
    assert unread(film).startswith("not a picture")
    assert sum(taken) <= 4096


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path, encode: Callable[..., bytes], scene: Pixels) -> None:
    path = tmp_path / "huge.bmp"
    path.write_bytes(encode(scene, "BMP"))
    os.truncate(path, decoder.MAX_BYTES + 1)
    assert unread(path) == "too large: 1.1 GB"


def test_the_key_of_a_file_is_that_of_its_content_and_takes_no_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a"
    data = bytes(range(256)) * 1000
    file.write_bytes(data)
    assert key_of(file) == content_key(data)
    monkeypatch.setattr(decoder, "PIECE", 1000)
    assert key_of(file) == content_key(data)


def test_what_is_no_file_for_a_picture_has_no_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert key_of(tmp_path / "none") is None
    assert key_of(tmp_path) is None
    assert key_of(Path("a\0b")) is None
    (tmp_path / "large").write_bytes(b"12345")
    assert key_of(tmp_path / "large") == content_key(b"12345")
    monkeypatch.setattr(decoder, "MAX_BYTES", 4)
    assert key_of(tmp_path / "large") is None


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no such device")
def test_a_device_without_an_end_has_no_key() -> None:
    assert key_of(Path("/dev/zero")) is None


def test_the_content_key_is_of_the_content() -> None:
    assert len(content_key(b"a")) == 16
    assert content_key(b"a") == content_key(bytes(bytearray(b"a"))) != content_key(b"b")
