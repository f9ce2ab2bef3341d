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


@pytest.fixture
def told(session: SearchSession) -> list[Any]:
    """Everything that `localising` tells."""
    told: list[Any] = []
    session.localising.found.connect(lambda image, likeness: told.append((image, likeness)))
    session.localising.failed.connect(told.append)
    return told


@pytest.fixture
def asking(qtbot: QtBot, session: SearchSession) -> SearchSession:
    """A session whose first query is answered."""
    with qtbot.waitSignal(session.answered):
        session.ask_files([Path("a.png")])
    return session


def test_who_walks_on_is_told_of_the_last_one_only(
    qtbot: QtBot, asking: SearchSession, told: list[Any], door: Callable[[], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    held, asked = door(), []

    def localise(_: Desk, folder: Path, query: Query, image: Any, wanted: Callable[[], bool]) -> Likeness | None:
        asked.append(image)
        if image == 1:
            held.pass_through()
        return LIKENESS if wanted() else None

    monkeypatch.setattr(Desk, "localise", localise)
    for image in (1, 2, 3):
        asking.localise(image)  # type: ignore[arg-type]
        if image == 1:
            held.wait_until_reached()
    held.open()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(3, LIKENESS)]
    assert asked == [1, 3], "what was waiting is not begun"
    asking.localise(4)  # type: ignore[arg-type]
    asking.localising.forget()
    with qtbot.waitSignal(asking.answered):
        asking.ask_files([Path("b.png")])
    assert len(told) == 1


def test_what_goes_wrong_is_said(
    qtbot: QtBot, asking: SearchSession, told: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def localise(*_: object) -> Likeness:
        raise PictureError("empty file", name="b.png")

    monkeypatch.setattr(Desk, "localise", localise)
    asking.localise(1)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["b.png: empty file"]


def test_pictures_are_found_again_by_models_that_see_patches(
    asking: SearchSession, state_of: Callable[..., LibraryState]
) -> None:
    assert not asking.localises
    state = state_of(models=("pixels", "classic"))
    asking.library_changed(replace(state, patch_models=(asking.model_id,)))
    assert asking.localises
    assert asking.query is not None
    asking.query = replace(asking.query, like=(TextExample("a boat"),))
    assert not asking.localises
    asking.query = replace(asking.query, like=(TextExample("a boat"), FileExample(Path("a.png"))))
    assert asking.localises
