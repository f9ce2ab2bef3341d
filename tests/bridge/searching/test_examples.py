"""Several examples, and words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.search_session import SearchSession, Way
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.records import (
    FileExample,
    ImageRecord,
    LibraryState,
    PictureInfo,
    TextExample,
)
from imsearch_gui.domain.region import Region
from imsearch_gui.domain.settings import PROVIDER

Closing = Callable[[Any], Any]
StateOf = Callable[..., LibraryState]
Deliver = Callable[[], None]


def names(examples: tuple[Any, ...]) -> list[str]:
    return [example.path.name if isinstance(example, FileExample) else example.text for example in examples]


def test_examples_join_on_either_side_and_leave(qtbot: QtBot, session: SearchSession, engine: Any, hear: Any) -> None:
    answers = hear(session.answered)
    session.ask_files([Path("/a.jpg")])
    session.ask_files([Path("/b.jpg"), Path("/c.jpg")], Way.LIKE)
    session.find_similar(ImageRecord(3, Path("/d.jpg"), 1, 1, PictureInfo(4, 3, "JPEG")), Way.UNLIKE)
    qtbot.waitUntil(lambda: len(answers) >= 1)
    qtbot.waitUntil(lambda: not session._run.busy)
    query = session.query
    assert query is not None
    assert names(query.like) == ["a.jpg", "b.jpg", "c.jpg"]
    assert names(query.unlike) == ["d.jpg"]
    session.turn_example(1)
    session.remove_example(0)
    assert session.query is not None
    assert (names(session.query.like), names(session.query.unlike)) == (["c.jpg"], ["d.jpg", "b.jpg"])


def test_the_region_belongs_to_the_current_example(session: SearchSession, hear: Any) -> None:
    places: list[int] = []
    session.examples_shown.connect(lambda _, place: places.append(place))
    session.ask_files([Path("/a.jpg")])
    session.ask_files([Path("/b.jpg")], Way.UNLIKE)
    session.set_region(Region(1, 2, 30, 40))
    session.choose_example(0)
    session.set_region(Region(5, 6, 30, 40))
    query = session.query
    assert query is not None
    assert query.unlike == (FileExample(Path("/b.jpg"), Region(1, 2, 30, 40)),)
    assert query.like == (FileExample(Path("/a.jpg"), Region(5, 6, 30, 40)),)
    assert places[-1] == 0
    session.turn_example(1)
    assert places[-1] == 1, "the turned one is the current one, wherever it went"
    session.remove_example(0)
    assert places[-1] == 0


def test_something_must_be_looked_for(session: SearchSession, hear: Any) -> None:
    failures, cleared = hear(session.failed), hear(session.cleared)
    session.ask_files([Path("/a.jpg")], Way.UNLIKE)
    assert session.query is None
    session.ask_files([Path("/a.jpg")])
    before = session.query
    session.turn_example(0)
    session.ask_files([Path("/a.jpg")], Way.UNLIKE)
    assert session.query == before
    session.ask_files([Path("/b.jpg")], Way.UNLIKE)
    two = session.query
    session.remove_example(0)
    assert session.query == two
    assert len(failures) == 4
    session.remove_example(1)
    session.remove_example(0)
    assert session.query is None
    assert len(cleared) == 1


def test_so_many_examples_and_no_more(session: SearchSession, hear: Any) -> None:
    failures = hear(session.failed)
    session.ask_files([Path("/a.jpg")])
    session.ask_files([Path(f"/{number}.jpg") for number in range(12)], Way.LIKE)
    assert session.query is not None
    assert len(session.query.examples) == 12
    assert failures == ["A query takes at most 12 examples: remove one first."]


def test_words_with_a_model_that_takes_them(qtbot: QtBot, session: SearchSession, hear: Any, state_of: StateOf) -> None:
    answers, notices, wanted = hear(session.answered), hear(session.notice), hear(session.words_wanted)
    session.use_library(replace(state_of(models=("clip",)), word_models=("clip",)))
    session.ask_text("  a  red\tballoon ")
    qtbot.waitUntil(lambda: len(answers) >= 1)
    assert answers[0].query.like == (TextExample("a red balloon"),)
    session.ask_text("   ")
    session.ask_text("at night", Way.LIKE)
    assert session.query is not None
    assert names(session.query.like) == ["a red balloon", "at night"]
    assert (notices, wanted) == ([], [])


def test_words_take_the_model_of_the_library_that_knows_them(
    qtbot: QtBot, session: SearchSession, hear: Any, state_of: StateOf
) -> None:
    answers, notices = hear(session.answered), hear(session.notice)
    session.use_library(replace(state_of(models=("clip", "classic")), word_models=("clip",)))
    assert session.model_id == "classic"
    session.ask_files([Path("/a.jpg")])
    session.ask_text("a red balloon", Way.LIKE)
    qtbot.waitUntil(lambda: len(answers) >= 1)
    qtbot.waitUntil(lambda: answers[-1].query.model_id == "clip")
    assert session.query is not None
    assert session.query.model_id == "clip"
    assert len(session.query.like) == 2
    assert notices == ["Searching with Clip, which takes words."]


def test_words_without_a_model_for_them(session: SearchSession, engine: Any, hear: Any) -> None:
    wanted = hear(session.words_wanted)
    session.ask_text("a red balloon")
    assert wanted == ["Classic"]
    assert engine.asked == []
    assert session.query is None


def test_what_models_run_on_is_a_setting_that_holds_from_the_next_query_on(
    qtbot: QtBot, session: SearchSession, settings: SettingsStore, engine: Any, hear: Any
) -> None:
    answers = hear(session.answered)
    desk = session._run._desk
    assert desk.provider == "automatic"
    settings.set(PROVIDER, "cpu")
    session.ask_files([Path("/a.jpg")])
    qtbot.waitUntil(lambda: len(answers) >= 1)
    assert desk.provider == "cpu"
