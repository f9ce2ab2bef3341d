"""Whether the folders of a library are there, also where nobody answers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from imsearch_gui.library import reach
from imsearch_gui.library.reach import reachable


@pytest.fixture
def dead(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[tuple[Path, Callable[[], int]]]:
    """A folder that does not answer, and how often it was asked."""
    folder, open_, asked = tmp_path / "server", threading.Event(), []
    really = reach.is_there

    def look(path: Path, *, filled: bool = False) -> bool:
        if path == folder:
            asked.append(path)
            open_.wait(20)
        return really(path, filled=filled)

    monkeypatch.setattr(reach, "is_there", look)
    yield folder, lambda: len(asked)
    open_.set()


def test_a_folder_is_there_or_not(tmp_path: Path) -> None:
    full, empty = tmp_path / "full", tmp_path / "empty"
    full.mkdir()
    empty.mkdir()
    (full / "a.png").write_bytes(b"a")
    asked = [(full, True), (empty, False), (empty, True), (tmp_path / "none", False), (full / "a.png", False)]
    assert reachable(asked[:1] + asked[3:]) == [True, False, False]
    assert reachable([(empty, False)]) == [True]


def test_an_empty_folder_of_which_images_are_known_is_a_mount_point_without_its_disk(tmp_path: Path) -> None:
    assert reachable([(tmp_path, True)]) == [False]


def test_a_folder_that_does_not_answer_is_not_waited_for_and_not_asked_twice(
    tmp_path: Path, dead: tuple[Path, Callable[[], int]]
) -> None:
    folder, asked = dead
    assert reachable([(folder, True), (tmp_path, False)], 0.05) == [False, True]
    assert reachable([(folder, True), (tmp_path, False)], 0.05) == [False, True]
    assert asked() == 1


def test_whoever_asks_while_a_folder_is_being_asked_hears_the_same_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, answer = threading.Event(), threading.Event()

    def look(_path: Path, *, filled: bool = False) -> bool:
        asked.set()
        return answer.wait(20)

    monkeypatch.setattr(reach, "is_there", look)
    heard: list[bool] = []
    first = threading.Thread(target=lambda: heard.extend(reachable([(tmp_path, True)], 20)))
    first.start()
    assert asked.wait(20)
    threading.Timer(0.2, answer.set).start()
    assert reachable([(tmp_path, True)], 20) == [True]
    first.join(20)
    assert heard == [True]
