"""What a command line asks for, and how it travels to another process."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from imsearch_gui.wishes import Wishes, parse


def test_paths_are_absolute_and_addresses_of_files_are_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    wishes = parse(["a.jpg", "file:///pictures/two%20words%C3%A9.jpg", "file://localhost/b.jpg"])
    assert wishes.paths == (tmp_path / "a.jpg", Path("/pictures/two wordsé.jpg"), Path("/b.jpg"))


def test_a_name_that_is_no_text_comes_through() -> None:
    name = os.fsdecode(b"/pictures/caf\xe9.jpg")
    assert Wishes.from_bytes(parse([name]).to_bytes()).paths == (Path(name),)
    assert parse(["file:///pictures/caf%E9.jpg"]).paths == (Path(name),)


def test_there_and_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token-1")
    wishes = parse(["/a.jpg", "--library", "/library", "--samples"])
    assert Wishes.from_bytes(wishes.to_bytes()) == wishes
    assert wishes.token == "token-1"


GOOD = {"version": 1, "paths": [], "library": None, "samples": False, "token": ""}


def test_the_good_message_is_good() -> None:
    assert Wishes.from_bytes(json.dumps(GOOD).encode()) == Wishes()


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\xff\xfe\x00",
        b"GET / HTTP/1.1",
        b"[]",
        b"{}",
        b"[" * 100_000,
        json.dumps({**GOOD, "version": 2}).encode(),
        json.dumps({**GOOD, "paths": "/a.jpg"}).encode(),
        json.dumps({**GOOD, "paths": ["a.jpg"]}).encode(),
        json.dumps({**GOOD, "paths": ["/a\0.jpg"]}).encode(),
        json.dumps({**GOOD, "paths": [1]}).encode(),
        json.dumps({**GOOD, "paths": ["/a.jpg"] * 20_000}).encode(),
        json.dumps({**GOOD, "library": "elsewhere"}).encode(),
        json.dumps({**GOOD, "samples": "yes"}).encode(),
        json.dumps({**GOOD, "token": "x" * 300}).encode(),
        json.dumps({**GOOD, "token": "é"}).encode(),
    ],
)
def test_what_was_not_written_here_is_refused(message: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        Wishes.from_bytes(message)


@pytest.mark.parametrize("path", ["/a\0b", "/a\ud800b"])
def test_names_that_no_file_can_have(path: str) -> None:
    told = json.loads(Wishes((Path("/a"),)).to_bytes())
    with pytest.raises(ValueError):
        Wishes.from_bytes(json.dumps({**told, "paths": [path]}).encode())
