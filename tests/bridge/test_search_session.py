"""One frozen query: intents in, the newest answer out, the old one kept where the new one fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.desk import Desk
from imsearch_gui.bridge.search_session import QueryPicture, SearchSession, ShownExample, Way
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.errors import QueryError
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import (
    FileExample,
    ImageRecord,
    LibraryState,
    PictureInfo,
    PixelsExample,
    Query,
    SearchResult,
    Strategy,
    TextExample,
)
from imsearch_gui.domain.region import Region
from imsearch_gui.domain.settings import PROVIDER

Closing = Callable[[Any], Any]
StateOf = Callable[..., LibraryState]
Deliver = Callable[[], None]


class Engine:
    """Stands in for the library and the model: answers every query with nothing found, unless it is told otherwise."""

    def __init__(self) -> None:
        self.asked: list[Query] = []
        self.wanted: list[Callable[[], bool]] = []
        self.doors: dict[int, Any] = {}
        self.failing: Callable[[Query], bool] = lambda _: False

    def search(self, folder: Path, query: Query, wanted: Callable[[], bool]) -> SearchResult | None:
        number = len(self.asked)
        self.asked.append(query)
        self.wanted.append(wanted)
        if number in self.doors:
            self.doors[number].pass_through()
        if self.failing(query):
            raise QueryError("That cannot be answered: ask something else.")
        return SearchResult(query, (), Strategy.EXACT, 5)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    engine = Engine()
    monkeypatch.setattr(Desk, "search", lambda _, *question: engine.search(*question))
    monkeypatch.setattr(Desk, "open", lambda *_: None)
    return engine


@pytest.fixture
def session(settings: SettingsStore, closing: Closing, engine: Engine, state_of: StateOf) -> SearchSession:
    """A session in a library that was indexed with two models."""
    session: SearchSession = closing(SearchSession(settings))
    session.use_library(state_of(models=("pixels", "classic")))
    return session


def pictures_of(session: SearchSession) -> list[QueryPicture]:
    """A list that fills with the picture of the current example, whenever it is shown."""
    heard: list[QueryPicture] = []

    def hear(examples: tuple[ShownExample, ...], place: int) -> None:
        picture = examples[place].picture if examples else None
        if picture is not None:
            heard.append(picture)

    session.examples_shown.connect(hear)
    return heard


def wait_for_answers(qtbot: QtBot, answers: list[SearchResult], count: int) -> None:
    qtbot.waitUntil(lambda: len(answers) >= count)


def test_a_file_becomes_a_query_a_picture_and_a_result(
    qtbot: QtBot, session: SearchSession, hear: Any, draw: Any, tmp_path: Path
) -> None:
    answers, shown = hear(session.answered), pictures_of(session)
    queries, busy = hear(session.query_changed), hear(session.searching)
    file = draw(tmp_path / "big.png", 1, (2048, 1024))
    session.ask_files([file])
    qtbot.waitUntil(lambda: bool(answers) and bool(shown))
    assert queries == [Query((FileExample(file),), "classic")]
    assert answers[0].query == queries[0]
    assert busy == [True, False]
    picture = shown[0]
    assert (picture.width, picture.height) == (2048, 1024)
    assert (picture.image.width(), picture.image.height()) == (1024, 512)
    assert picture.example == FileExample(file)


def test_nothing_can_be_asked_before_something_is_indexed(
    settings: SettingsStore, closing: Closing, hear: Any, state_of: StateOf, engine: Engine
) -> None:
    session = closing(SearchSession(settings))
    failures = hear(session.failed)
    session.ask_files([Path("/a.jpg")])
    session.use_library(state_of(models=()))
    session.ask_url("https://example.org/a.jpg")
    assert len(failures) == 2
    assert "index a folder" in failures[0]
    assert session.query is None


def test_an_older_answer_never_arrives(
    qtbot: QtBot, session: SearchSession, engine: Engine, hear: Any, door: Any, deliver: Deliver
) -> None:
    answers = hear(session.answered)
    gate = engine.doors[0] = door()
    session.ask_files([Path("/old.jpg")])
    gate.wait_until_reached()
    session.ask_files([Path("/new.jpg")])
    assert not engine.wanted[0]()
    gate.open()
    wait_for_answers(qtbot, answers, 1)
    deliver()
    assert [answer.query.like[0] for answer in answers] == [FileExample(Path("/new.jpg"))]


def test_a_burst_of_changes_costs_one_search(
    qtbot: QtBot, session: SearchSession, engine: Engine, hear: Any, door: Any
) -> None:
    answers, busy = hear(session.answered), hear(session.searching)
    gate = engine.doors[0] = door()
    session.ask_files([Path("/a.jpg")])
    gate.wait_until_reached()
    for top in range(1, 40):
        session.set_top(top)
    session.set_metric(Metric.L1)
    gate.open()
    wait_for_answers(qtbot, answers, 1)
    assert len(engine.asked) == 2
    assert engine.asked[1].top == 39
    assert engine.asked[1].metric is Metric.L1
    assert busy == [True, False]


def test_the_same_again_is_not_asked(qtbot: QtBot, session: SearchSession, engine: Engine, hear: Any) -> None:
    answers = hear(session.answered)
    session.ask_files([Path("/a.jpg")])
    wait_for_answers(qtbot, answers, 1)
    query = session.query
    assert query is not None
    session.set_metric(query.metric)
    session.set_top(query.top)
    session.set_strategy(query.strategy)
    session.set_model(query.model_id)
    session.set_region(None)
    assert len(engine.asked) == 1
    assert session.query is query


def test_a_failed_query_leaves_the_one_before_with_its_picture(
    qtbot: QtBot, session: SearchSession, engine: Engine, hear: Any, door: Any, draw: Any, tmp_path: Path
) -> None:
    answers, failures, shown = hear(session.answered), hear(session.failed), pictures_of(session)
    good, other = draw(tmp_path / "good.png", 1), draw(tmp_path / "other.png", 2)
    session.ask_files([good])
    qtbot.waitUntil(lambda: bool(answers) and bool(shown))
    before = session.query
    # Gone since: the picture has to come from what was kept.
    good.unlink()
    engine.failing = lambda query: query.like[0] == FileExample(other)
    gate = engine.doors[1] = door()
    session.ask_files([other])
    qtbot.waitUntil(lambda: shown[-1].example == FileExample(other))
    gate.open()
    qtbot.waitUntil(lambda: bool(failures))
    qtbot.waitUntil(lambda: shown[-1].example == FileExample(good))
    assert session.query == before
    assert len(answers) == 1
    assert failures == ["That cannot be answered: ask something else."]


def test_a_failed_first_query_leaves_nothing(qtbot: QtBot, session: SearchSession, engine: Engine, hear: Any) -> None:
    failures, queries = hear(session.failed), hear(session.query_changed)
    engine.failing = lambda _: True
    session.ask_files([Path("/a.jpg")])
    qtbot.waitUntil(lambda: bool(failures))
    assert session.query is None
    assert queries[-1] is None


def test_options_that_fail_go_back(qtbot: QtBot, session: SearchSession, engine: Engine, hear: Any) -> None:
    answers, failures = hear(session.answered), hear(session.failed)
    session.ask_files([Path("/a.jpg")])
    wait_for_answers(qtbot, answers, 1)
    engine.failing = lambda query: query.model_id == "pixels"
    session.set_model("pixels")
    qtbot.waitUntil(lambda: bool(failures))
    assert session.model_id == "classic"
    session.ask_files([Path("/b.jpg")])
    wait_for_answers(qtbot, answers, 2)
    assert answers[1].query.model_id == "classic"


def test_a_region_travels_and_one_that_is_the_whole_picture_is_none(
    qtbot: QtBot, session: SearchSession, engine: Engine, hear: Any, draw: Any, tmp_path: Path
) -> None:
    answers, shown = hear(session.answered), pictures_of(session)
    session.ask_files([draw(tmp_path / "a.png", 1, (400, 300))])
    qtbot.waitUntil(lambda: bool(answers) and bool(shown))
    session.set_region(Region(10, 20, 100, 50))
    wait_for_answers(qtbot, answers, 2)
    assert answers[1].query.like[0].region == Region(10, 20, 100, 50)
    session.set_region(Region(0, 0, 400, 300))
    wait_for_answers(qtbot, answers, 3)
    assert answers[2].query.like[0].region is None
    assert all(picture is shown[0] for picture in shown), "the picture is the same"


def test_a_region_without_a_query_is_nothing(session: SearchSession, engine: Engine) -> None:
    session.set_region(Region(0, 0, 10, 10))
    assert engine.asked == []


def test_only_a_model_of_the_library_can_be_chosen(session: SearchSession, hear: Any) -> None:
    failures = hear(session.failed)
    session.set_model("dinov2")
    assert "dinov2" in failures[0]
    assert session.model_id == "classic"


def test_the_model_chosen_for_a_library_is_remembered(
    settings: SettingsStore, session: SearchSession, closing: Closing, state_of: StateOf
) -> None:
    session.set_model("pixels")
    session.use_library(state_of(Path("/another"), models=("classic",)))
    assert session.model_id == "classic"
    later = closing(SearchSession(settings))
    later.use_library(state_of(models=("pixels", "classic")))
    assert later.model_id == "pixels"


def test_of_several_files_the_first_readable_one_is_taken(
    qtbot: QtBot, session: SearchSession, engine: Engine, hear: Any, draw: Any, tmp_path: Path
) -> None:
    answers, notices = hear(session.answered), hear(session.notice)
    broken, good = tmp_path / "broken.jpg", draw(tmp_path / "good.png", 1)
    broken.write_bytes(b"no picture")
    session.ask_files([broken, good, tmp_path / "missing.jpg"])
    wait_for_answers(qtbot, answers, 1)
    assert answers[0].query.like[0] == FileExample(good)
    assert notices == ["3 pictures were given; the search is for good.png."]


def test_of_several_files_none_may_be_readable(
    qtbot: QtBot, session: SearchSession, engine: Engine, hear: Any, tmp_path: Path
) -> None:
    failures, busy = hear(session.failed), hear(session.searching)
    files = [tmp_path / "one.jpg", tmp_path / "two.jpg"]
    for file in files:
        file.write_bytes(b"no picture")
    session.ask_files(files)
    qtbot.waitUntil(lambda: bool(failures))
    assert failures[0].startswith("one.jpg: ")
    assert busy == [True, False]
    assert engine.asked == []


def test_a_pasted_image_is_asked_as_a_png(qtbot: QtBot, session: SearchSession, hear: Any) -> None:
    answers, shown, failures = hear(session.answered), pictures_of(session), hear(session.failed)
    image = QImage(60, 40, QImage.Format.Format_ARGB32)
    image.fill(QColor("#3377bb"))
    session.ask_image(image, "from the clipboard")
    qtbot.waitUntil(lambda: bool(answers) and bool(shown))
    example = answers[0].query.like[0]
    assert isinstance(example, PixelsExample)
    assert example.data.startswith(b"\x89PNG")
    assert example.name == "from the clipboard"
    assert (shown[0].width, shown[0].height) == (60, 40)
    session.ask_image(QImage())
    assert len(failures) == 1


def test_find_similar_asks_with_the_file_of_the_image(qtbot: QtBot, session: SearchSession, hear: Any) -> None:
    answers = hear(session.answered)
    session.find_similar(ImageRecord(3, Path("/pictures/a.jpg"), 1, 1, PictureInfo(4, 3, "JPEG")))
    wait_for_answers(qtbot, answers, 1)
    assert answers[0].query.like[0] == FileExample(Path("/pictures/a.jpg"))


class Web:
    """Stands in for the fetching process."""

    def __init__(self, gate: Any, data: bytes) -> None:
        self.gate = gate
        self.data = data
        self.cancelled = False

    def run(self) -> bytes:
        self.gate.pass_through()
        if not self.data:
            raise QueryError("The picture could not be fetched: save it and drop the file.")
        return self.data

    def cancel(self) -> None:
        self.cancelled = True


@pytest.fixture
def browsing(settings: SettingsStore, closing: Closing, engine: Engine, state_of: StateOf, door: Any) -> Any:
    """browsing(data) -> a session whose addresses hold `data`, and the list of its fetches."""

    def make(data: bytes = b"a picture") -> tuple[SearchSession, list[Web]]:
        fetches: list[Web] = []

        def fetch(url: str) -> Any:
            fetches.append(Web(door(), data))
            return fetches[-1]

        session = closing(SearchSession(settings, fetch=fetch))
        session.use_library(state_of())
        return session, fetches

    return make


def test_an_address_is_fetched_and_asked(qtbot: QtBot, browsing: Any, hear: Any) -> None:
    session, fetches = browsing()
    answers, busy = hear(session.answered), hear(session.searching)
    session.ask_url("https://example.org/pictures/boat.jpg")
    assert busy == [True]
    fetches[0].gate.open()
    wait_for_answers(qtbot, answers, 1)
    assert answers[0].query.like[0] == PixelsExample(b"a picture", "boat.jpg")
    assert busy == [True, False]


def test_a_late_address_does_not_take_the_place_of_a_newer_question(
    qtbot: QtBot, browsing: Any, hear: Any, engine: Engine
) -> None:
    session, fetches = browsing()
    answers, passed = hear(session.answered), []
    session.ask_url("https://example.org/slow.jpg")
    fetches[0].gate.wait_until_reached()
    session.ask_files([Path("/newer.jpg")])
    assert fetches[0].cancelled
    wait_for_answers(qtbot, answers, 1)
    # The lane answers in order: when this has come, so has the address.
    session._intake._lane.submit(lambda: True, passed.append)
    fetches[0].gate.open()
    qtbot.waitUntil(lambda: bool(passed))
    assert [query.like[0] for query in engine.asked] == [FileExample(Path("/newer.jpg"))]


def test_options_may_change_while_an_address_is_fetched(qtbot: QtBot, browsing: Any, hear: Any) -> None:
    session, fetches = browsing()
    answers, busy = hear(session.answered), hear(session.searching)
    session.ask_files([Path("/a.jpg")])
    wait_for_answers(qtbot, answers, 1)
    session.ask_url("https://example.org/b.jpg")
    session.set_metric(Metric.L2)
    wait_for_answers(qtbot, answers, 2)
    assert answers[1].query == replace(answers[0].query, metric=Metric.L2)
    assert busy[-1] is True, "the address is still on its way"
    fetches[0].gate.open()
    wait_for_answers(qtbot, answers, 3)
    assert isinstance(answers[2].query.like[0], PixelsExample)
    assert answers[2].query.metric is Metric.L2
    assert busy[-1] is False


def test_an_address_that_fails_leaves_everything_as_it_was(qtbot: QtBot, browsing: Any, hear: Any) -> None:
    session, fetches = browsing(b"")
    answers, failures = hear(session.answered), hear(session.failed)
    session.ask_files([Path("/a.jpg")])
    wait_for_answers(qtbot, answers, 1)
    before, cleared = session.query, hear(session.query_changed)
    session.ask_url("https://example.org/b.jpg")
    fetches[0].gate.open()
    qtbot.waitUntil(lambda: bool(failures))
    assert session.query is before
    assert cleared == []


def test_a_grown_library_repeats_the_query_without_a_word(
    qtbot: QtBot, session: SearchSession, engine: Engine, hear: Any, state_of: StateOf
) -> None:
    answers = hear(session.answered)
    session.ask_files([Path("/a.jpg")])
    wait_for_answers(qtbot, answers, 1)
    busy, queries = hear(session.searching), hear(session.query_changed)
    session.library_changed(state_of(models=("pixels", "classic"), images=9))
    wait_for_answers(qtbot, answers, 2)
    assert answers[1].query == answers[0].query
    assert busy == []
    assert queries == []


def test_a_growing_library_does_not_keep_a_slow_query_from_its_answer(
    qtbot: QtBot, session: SearchSession, engine: Engine, hear: Any, door: Any, state_of: StateOf
) -> None:
    answers = hear(session.answered)
    gate = engine.doors[0] = door()
    session.ask_files([Path("/a.jpg")])
    gate.wait_until_reached()
    for images in range(6, 16):
        session.library_changed(state_of(models=("pixels", "classic"), images=images))
    assert engine.wanted[0]()
    gate.open()
    wait_for_answers(qtbot, answers, 2)
    assert len(engine.asked) == 2, "once, and once more for all that has come meanwhile"


def test_another_library_forgets_the_query(
    qtbot: QtBot, session: SearchSession, engine: Engine, hear: Any, door: Any, deliver: Deliver, state_of: StateOf
) -> None:
    answers, cleared, busy = hear(session.answered), hear(session.cleared), hear(session.searching)
    gate = engine.doors[0] = door()
    session.ask_files([Path("/a.jpg")])
    gate.wait_until_reached()
    session.use_library(state_of(Path("/another")))
    gate.open()
    session.ask_files([Path("/b.jpg")])
    wait_for_answers(qtbot, answers, 1)
    deliver()
    assert [answer.query.like[0] for answer in answers] == [FileExample(Path("/b.jpg"))]
    assert len(cleared) == 1
    assert busy == [True, False, True, False]


def test_it_closes_while_a_query_is_at_work(
    session: SearchSession, engine: Engine, hear: Any, door: Any, deliver: Deliver
) -> None:
    answers = hear(session.answered)
    gate = engine.doors[0] = door()
    session.ask_files([Path("/a.jpg")])
    gate.wait_until_reached()
    session.stop()
    assert not engine.wanted[0]()
    gate.open()
    session.close()
    deliver()
    assert answers == []


def test_it_closes_while_an_address_is_fetched(browsing: Any, hear: Any) -> None:
    session, fetches = browsing()
    session.ask_url("https://example.org/slow.jpg")
    fetches[0].gate.wait_until_reached()
    session.stop()
    assert fetches[0].cancelled


def test_real_answers_of_a_real_library(
    qtbot: QtBot, settings: SettingsStore, closing: Closing, hear: Any, library: Path, pictures: Path, state_of: StateOf
) -> None:
    session = closing(SearchSession(settings))
    answers, failures = hear(session.answered), hear(session.failed)
    session.use_library(state_of(library))
    session.ask_files([pictures / "3.png"])
    wait_for_answers(qtbot, answers, 1)
    session.set_metric(Metric.L1)
    wait_for_answers(qtbot, answers, 2)
    session.set_region(Region(10, 10, 40, 30))
    wait_for_answers(qtbot, answers, 3)
    session.ask_files([pictures.parent / "missing.png"])
    qtbot.waitUntil(lambda: bool(failures))
    assert [answer.matches[0].image.path.name for answer in answers[:2]] == ["3.png", "3.png"]
    assert answers[1].matches[0].score == 0.0
    assert answers[1].timings.encode == 0.0
    assert session.query == answers[2].query
    assert "missing.png" in failures[0]


# -- several examples, and words --------------------------------------------------------------------------------------


def names(examples: tuple[Any, ...]) -> list[str]:
    return [example.path.name if isinstance(example, FileExample) else example.text for example in examples]


def test_examples_join_on_either_side_and_leave(
    qtbot: QtBot, session: SearchSession, engine: Engine, hear: Any
) -> None:
    answers = hear(session.answered)
    session.ask_files([Path("/a.jpg")])
    session.ask_files([Path("/b.jpg"), Path("/c.jpg")], Way.LIKE)
    session.find_similar(ImageRecord(3, Path("/d.jpg"), 1, 1, PictureInfo(4, 3, "JPEG")), Way.UNLIKE)
    wait_for_answers(qtbot, answers, 1)
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
    wait_for_answers(qtbot, answers, 1)
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
    wait_for_answers(qtbot, answers, 1)
    qtbot.waitUntil(lambda: answers[-1].query.model_id == "clip")
    assert session.query is not None
    assert session.query.model_id == "clip"
    assert len(session.query.like) == 2
    assert notices == ["Searching with Clip, which takes words."]


def test_words_without_a_model_for_them(session: SearchSession, engine: Engine, hear: Any) -> None:
    wanted = hear(session.words_wanted)
    session.ask_text("a red balloon")
    assert wanted == ["Classic"]
    assert engine.asked == []
    assert session.query is None


def test_what_models_run_on_is_a_setting_that_holds_from_the_next_query_on(
    qtbot: QtBot, session: SearchSession, settings: SettingsStore, engine: Engine, hear: Any
) -> None:
    answers = hear(session.answered)
    desk = session._run._desk
    assert desk.provider == "automatic"
    settings.set(PROVIDER, "cpu")
    session.ask_files([Path("/a.jpg")])
    wait_for_answers(qtbot, answers, 1)
    assert desk.provider == "cpu"
