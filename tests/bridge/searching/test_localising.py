"""Where in a match the query is found again: only the newest question is answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.desk import Desk
from imsearch_gui.bridge.search_session import SearchSession
from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.likeness import Likeness
from imsearch_gui.domain.records import FileExample, LibraryState, Query, TextExample

LIKENESS = Likeness(np.ones((2, 2), np.float32))
QUERY = Query((FileExample(Path("a.png")),), "classic")


@pytest.fixture
def told(session: SearchSession) -> list[Any]:
    """Everything that `localising` tells."""
    told: list[Any] = []
    session.localising.found.connect(lambda image, likeness: told.append((image, likeness)))
    session.localising.failed.connect(told.append)
    return told


@pytest.fixture
def asking(qtbot: QtBot, session: SearchSession) -> Any:
    """A session whose first query is answered. Images are numbers here."""
    with qtbot.waitSignal(session.answered):
        session.ask_files([Path("a.png")])
    return session


def test_who_walks_on_is_told_of_the_last_one_only(
    qtbot: QtBot, asking: Any, told: list[Any], door: Callable[[], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    held, asked = door(), []

    def localise(_: Desk, folder: Path, query: Query, image: Any, wanted: Callable[[], bool]) -> Likeness | None:
        asked.append(image)
        if image == 1:
            held.pass_through()
        return LIKENESS if wanted() else None

    monkeypatch.setattr(Desk, "localise", localise)
    for image in (1, 2, 3):
        asking.localise(QUERY, image)
        if image == 1:
            held.wait_until_reached()
    held.open()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(3, LIKENESS)]
    assert asked == [1, 3], "what was waiting is not begun"


@pytest.mark.parametrize("how", ["another query", "the end"])
def test_what_is_sought_is_given_up_for(
    qtbot: QtBot,
    asking: Any,
    told: list[Any],
    door: Callable[[], Any],
    monkeypatch: pytest.MonkeyPatch,
    how: str,
) -> None:
    held, given_up = door(), []

    def localise(_: Desk, folder: Path, query: Query, image: Any, wanted: Callable[[], bool]) -> Likeness | None:
        held.pass_through()
        given_up.append(not wanted())
        return LIKENESS

    monkeypatch.setattr(Desk, "localise", localise)
    asking.localise(QUERY, 1)
    held.wait_until_reached()
    if how == "the end":
        asking.stop()
        held.open()
        qtbot.waitUntil(lambda: bool(given_up))
    else:
        asking.ask_files([Path("b.png")])
        with qtbot.waitSignal(asking.answered):
            held.open()
    assert given_up == [True]
    assert told == []


def test_what_goes_wrong_is_said(qtbot: QtBot, asking: Any, told: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def localise(*_: object) -> Likeness:
        raise PictureError("empty file", name="b.png")

    monkeypatch.setattr(Desk, "localise", localise)
    asking.localise(QUERY, 1)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["b.png: empty file"]


def test_pictures_are_found_again_by_models_that_see_patches(
    asking: Any, state_of: Callable[..., LibraryState]
) -> None:
    words, picture = TextExample("a boat"), FileExample(Path("a.png"))
    assert not asking.localises(QUERY)
    state = state_of(models=("pixels", "classic"))
    asking.library_changed(replace(state, patch_models=("classic",)))
    assert asking.localises(QUERY)
    assert not asking.localises(replace(QUERY, model_id="pixels"))
    assert not asking.localises(replace(QUERY, like=(words,)))
    assert asking.localises(replace(QUERY, like=(words, picture)))
