"""History and saved searches of the open library, and the counts for its filters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from imsearch_gui import paths
from imsearch_gui.bridge import facets as facets_module
from imsearch_gui.bridge import query_keeper
from imsearch_gui.bridge.desk import Desk
from imsearch_gui.bridge.facets import FacetReader
from imsearch_gui.bridge.query_keeper import QueryKeeper
from imsearch_gui.bridge.search_session import SearchSession
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.facets import Facets
from imsearch_gui.domain.kept import KeptQuery
from imsearch_gui.domain.records import LibraryState, Query, SearchResult, Strategy

Lists = tuple[tuple[KeptQuery, ...], tuple[KeptQuery, ...]]


@pytest.fixture
def session(
    settings: SettingsStore,
    closing: Any,
    monkeypatch: pytest.MonkeyPatch,
    state_of: Callable[..., LibraryState],
    tmp_path: Path,
) -> SearchSession:
    def search(_: Desk, folder: Path, query: Query, wanted: Callable[[], bool]) -> SearchResult:
        return SearchResult(query, (), Strategy.EXACT, 5)

    monkeypatch.setattr(Desk, "search", search)
    monkeypatch.setattr(Desk, "warm", lambda *_: None)
    monkeypatch.setattr(paths, "history", lambda: tmp_path / "history")
    monkeypatch.setattr(query_keeper, "SETTLE_MS", 100)
    session: SearchSession = closing(SearchSession(settings))
    session.use_library(state_of(tmp_path / "library"))
    return session


@pytest.fixture
def keeper(
    qtbot: QtBot, session: SearchSession, closing: Any, state_of: Callable[..., LibraryState], tmp_path: Path
) -> QueryKeeper:
    keeper: QueryKeeper = closing(QueryKeeper(session))
    with qtbot.waitSignal(keeper.listed):
        keeper.use_library(state_of(tmp_path / "library"))
    return keeper


@pytest.fixture
def after(qtbot: QtBot, keeper: QueryKeeper) -> Callable[..., Lists]:
    """after(what, ...): what is listed once that was done."""

    def run(what: Callable[..., object], *arguments: Any) -> Lists:
        with qtbot.waitSignal(keeper.listed) as heard:
            what(*arguments)
        saved, history = heard.args
        return saved, history

    return run


def picture(colour: str) -> QImage:
    image = QImage(300, 200, QImage.Format.Format_RGB888)
    image.fill(QColor(colour))
    return image


def test_what_was_asked_is_remembered_with_its_picture(
    qtbot: QtBot, session: SearchSession, keeper: QueryKeeper, after: Callable[..., Lists], tmp_path: Path
) -> None:
    saved, history = after(session.ask_image, picture("red"))
    assert saved == ()
    assert [kept.query.examples[0].name for kept in history] == ["pasted picture"]  # type: ignore[union-attr]
    image = QImage.fromData(history[0].thumbnail)
    assert (image.width(), image.height()) == (128, 85)
    asked = session.query
    session.clear()
    with qtbot.waitSignal(session.answered):
        keeper.ask(history[0])
    assert session.query == asked, "with the bytes of the picture"
    _, history = after(keeper.clear_history)
    assert history == ()
    assert not list((tmp_path / "history").rglob("*.p*"))


def test_what_was_on_the_way_is_not_remembered(
    qtbot: QtBot, session: SearchSession, keeper: QueryKeeper, after: Callable[..., Lists]
) -> None:
    with qtbot.waitSignal(session.answered):
        session.ask_image(picture("red"))
    _, history = after(session.set_top, 17)
    assert [kept.query.top for kept in history] == [17]


def test_saved_searches_lie_in_the_library(
    qtbot: QtBot, session: SearchSession, keeper: QueryKeeper, after: Callable[..., Lists], tmp_path: Path
) -> None:
    with qtbot.waitSignal(session.answered):
        session.ask_image(picture("red"))
    saved, _ = after(keeper.save, "  Red   things ")
    assert [kept.name for kept in saved] == ["Red things"]
    assert (tmp_path / "library" / "searches" / "queries.json").exists()
    saved, _ = after(keeper.rename, saved[0].id, "Reds")
    assert [kept.name for kept in saved] == ["Reds"]
    bring_back: list[Callable[[], None]] = []
    saved, _ = after(lambda: bring_back.append(keeper.remove(saved[0])))
    assert saved == ()
    saved, _ = after(bring_back[0])
    assert [kept.name for kept in saved] == ["Reds"]
    with qtbot.waitSignal(session.answered):
        session.ask_image(picture("blue"))
    with qtbot.waitSignal(session.answered):
        keeper.ask(saved[0])


@pytest.mark.parametrize(
    ("text", "sentence"), [('{"version": 2, "queries": []}', "newer version of the program"), ("{", "is damaged")]
)
def test_a_list_that_cannot_be_read_is_said_once_and_the_history_goes_on(
    text: str,
    sentence: str,
    session: SearchSession,
    keeper: QueryKeeper,
    after: Callable[..., Lists],
    hear: Any,
    tmp_path: Path,
) -> None:
    folder = tmp_path / "library" / "searches"
    folder.mkdir(parents=True)
    (folder / "queries.json").write_text(text)
    failed = hear(keeper.failed)
    after(keeper.refresh)
    saved, history = after(session.ask_image, picture("red"))
    assert (saved, len(history)) == ((), 1)
    assert len(failed) == 1
    assert sentence in failed[0]
    assert (folder / "queries.json").read_text() == text


def test_that_a_damaged_list_was_put_aside_is_said(
    qtbot: QtBot, session: SearchSession, keeper: QueryKeeper, after: Callable[..., Lists], hear: Any, tmp_path: Path
) -> None:
    with qtbot.waitSignal(session.answered):
        session.ask_image(picture("red"))
    folder = tmp_path / "library" / "searches"
    folder.mkdir(parents=True)
    (folder / "queries.json").write_text("{")
    failed = hear(keeper.failed)
    saved, _ = after(keeper.save, "Reds")
    assert [kept.name for kept in saved] == ["Reds"]
    (sentence,) = failed
    assert "queries-damaged-1.json" in sentence


def test_counts_are_read_while_they_are_wanted(
    qtbot: QtBot, closing: Any, state_of: Callable[..., LibraryState], monkeypatch: pytest.MonkeyPatch, hear: Any
) -> None:
    folders: list[Path] = []

    def count(folder: Path) -> Facets:
        folders.append(folder)
        return Facets(len(folders))

    monkeypatch.setattr(facets_module, "_count", count)
    monkeypatch.setattr(facets_module, "AGAIN_MS", 10)
    reader: FacetReader = closing(FacetReader())
    counted = hear(reader.counted)
    reader.use_library(state_of(Path("/a")))
    assert counted == [Facets()], "another library: nothing is known of it yet"
    assert folders == []
    reader.want(True)
    qtbot.waitUntil(lambda: counted[-1] == Facets(1))
    for _ in range(5):
        reader.library_changed(state_of(Path("/a")))
    qtbot.waitUntil(lambda: counted[-1] == Facets(2))
    reader.want(False)
    reader.library_changed(state_of(Path("/a")))
    qtbot.wait(50)
    assert len(folders) == 2
    reader.want(True)
    qtbot.waitUntil(lambda: counted[-1] == Facets(3))
    reader.leave()
    assert counted[-1] == Facets()
