"""What is behind a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from imsearch_gui.bridge import reasons
from imsearch_gui.bridge.lane import Lane
from imsearch_gui.bridge.reasons import keep_reason, reason_of
from imsearch_gui.domain.errors import LibraryError


def test_a_sentence_that_says_all_has_no_reason() -> None:
    keep_reason("a.jpg: the file is empty.", LibraryError("a.jpg: the file is empty."))
    assert reason_of("a.jpg: the file is empty.") == ""


def test_what_caused_a_known_error_is_its_reason(closing: Callable[[Any], Any], qtbot: QtBot) -> None:
    def work() -> None:
        try:
            raise PermissionError(13, "Permission denied")
        except OSError as error:
            raise LibraryError("The library cannot be read: check its permissions.") from error

    sentences: list[str] = []
    lane = closing(Lane("test"))
    lane.submit(work, failed=sentences.append)
    qtbot.waitUntil(lambda: bool(sentences))
    first, *places = reason_of(sentences[0]).splitlines()
    assert first == "PermissionError: [Errno 13] Permission denied"
    assert places[0].startswith("  test_reasons.py, line")


def test_a_bug_tells_the_innermost_places_only(closing: Callable[[Any], Any], qtbot: QtBot) -> None:
    def dig(depth: int) -> None:
        if depth == 0:
            raise ZeroDivisionError("deep down")
        dig(depth - 1)

    sentences: list[str] = []
    lane = closing(Lane("test"))
    lane.submit(lambda: dig(30), failed=sentences.append)
    qtbot.waitUntil(lambda: bool(sentences))
    first, *places = reason_of(sentences[0]).splitlines()
    assert first == "ZeroDivisionError: deep down"
    assert len(places) == reasons.FRAMES


def test_only_so_many_are_remembered() -> None:
    for number in range(reasons.MOST + 1):
        keep_reason(f"sentence {number}", ValueError(str(number)))
    assert reason_of("sentence 0") == ""
    assert reason_of(f"sentence {reasons.MOST}").startswith(f"ValueError: {reasons.MOST}")
