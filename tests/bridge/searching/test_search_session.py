"""One frozen query: intents in, the newest answer out, the old one kept where the new one fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.search_session import QueryPicture, SearchSession, ShownExample
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import (
    FileExample,
    ImageRecord,
    LibraryState,
    PictureInfo,
    PixelsExample,
    Query,
)
from imsearch_gui.domain.region import Region

Closing = Callable[[Any], Any]
StateOf = Callable[..., LibraryState]
Deliver = Callable[[], None]


def pictures_of(session: SearchSession) -> list[QueryPicture]:
    """A list that fills with the picture of the current example, whenever it is shown."""
    heard: list[QueryPicture] = []

    def hear(examples: tuple[ShownExample, ...], place: int) -> None:
        picture = examples[place].picture if examples else None
        if picture is not None:
            heard.append(picture)

    session.examples_shown.connect(hear)
    return heard


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
    settings: SettingsStore, closing: Closing, hear: Any, state_of: StateOf, engine: Any
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
    qtbot: QtBot, session: SearchSession, engine: Any, hear: Any, door: Any, deliver: Deliver
) -> None:
    answers = hear(session.answered)
    gate = engine.doors[0] = door()
    session.ask_files([Path("/old.jpg")])
    gate.wait_until_reached()
    session.ask_files([Path("/new.jpg")])
    assert not engine.wanted[0]()
    gate.open()
    qtbot.waitUntil(lambda: len(answers) >= 1)
    deliver()
    assert [answer.query.like[0] for answer in answers] == [FileExample(Path("/new.jpg"))]


def test_a_burst_of_changes_costs_one_search(
    qtbot: QtBot, session: SearchSession, engine: Any, hear: Any, door: Any
) -> None:
    answers, busy = hear(session.answered), hear(session.searching)
    gate = engine.doors[0] = door()
    session.ask_files([Path("/a.jpg")])
    gate.wait_until_reached()
    for top in range(1, 40):
        session.set_top(top)
    session.set_metric(Metric.L1)
    gate.open()
    qtbot.waitUntil(lambda: len(answers) >= 1)
    assert len(engine.asked) == 2
    assert engine.asked[1].top == 39
    assert engine.asked[1].metric is Metric.L1
    assert busy == [True, False]


def test_the_same_again_is_not_asked(qtbot: QtBot, session: SearchSession, engine: Any, hear: Any) -> None:
    answers = hear(session.answered)
    session.ask_files([Path("/a.jpg")])
    qtbot.waitUntil(lambda: len(answers) >= 1)
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
    qtbot: QtBot, session: SearchSession, engine: Any, hear: Any, door: Any, draw: Any, tmp_path: Path
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


def test_a_failed_first_query_leaves_nothing(qtbot: QtBot, session: SearchSession, engine: Any, hear: Any) -> None:
    failures, queries = hear(session.failed), hear(session.query_changed)
    engine.failing = lambda _: True
    session.ask_files([Path("/a.jpg")])
    qtbot.waitUntil(lambda: bool(failures))
    assert session.query is None
    assert queries[-1] is None


def test_options_that_fail_go_back(qtbot: QtBot, session: SearchSession, engine: Any, hear: Any) -> None:
    answers, failures = hear(session.answered), hear(session.failed)
    session.ask_files([Path("/a.jpg")])
    qtbot.waitUntil(lambda: len(answers) >= 1)
    engine.failing = lambda query: query.model_id == "pixels"
    session.set_model("pixels")
    qtbot.waitUntil(lambda: bool(failures))
    assert session.model_id == "classic"
    session.ask_files([Path("/b.jpg")])
    qtbot.waitUntil(lambda: len(answers) >= 2)
    assert answers[1].query.model_id == "classic"


def test_a_region_travels_and_one_that_is_the_whole_picture_is_none(
    qtbot: QtBot, session: SearchSession, engine: Any, hear: Any, draw: Any, tmp_path: Path
) -> None:
    answers, shown = hear(session.answered), pictures_of(session)
    session.ask_files([draw(tmp_path / "a.png", 1, (400, 300))])
    qtbot.waitUntil(lambda: bool(answers) and bool(shown))
    session.set_region(Region(10, 20, 100, 50))
    qtbot.waitUntil(lambda: len(answers) >= 2)
    assert answers[1].query.like[0].region == Region(10, 20, 100, 50)
    session.set_region(Region(0, 0, 400, 300))
    qtbot.waitUntil(lambda: len(answers) >= 3)
    assert answers[2].query.like[0].region is None
    assert all(picture is shown[0] for picture in shown), "the picture is the same"


def test_a_region_without_a_query_is_nothing(session: SearchSession, engine: Any) -> None:
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
    qtbot: QtBot, session: SearchSession, engine: Any, hear: Any, draw: Any, tmp_path: Path
) -> None:
    answers, notices = hear(session.answered), hear(session.notice)
    broken, good = tmp_path / "broken.jpg", draw(tmp_path / "good.png", 1)
    broken.write_bytes(b"no picture")
    session.ask_files([broken, good, tmp_path / "missing.jpg"])
    qtbot.waitUntil(lambda: len(answers) >= 1)
    assert answers[0].query.like[0] == FileExample(good)
    assert notices == ["3 pictures were given; the search is for good.png."]


def test_of_several_files_none_may_be_readable(
    qtbot: QtBot, session: SearchSession, engine: Any, hear: Any, tmp_path: Path
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
    qtbot.waitUntil(lambda: len(answers) >= 1)
    assert answers[0].query.like[0] == FileExample(Path("/pictures/a.jpg"))


def test_a_grown_library_repeats_the_query_without_a_word(
    qtbot: QtBot, session: SearchSession, engine: Any, hear: Any, state_of: StateOf
) -> None:
    answers = hear(session.answered)
    session.ask_files([Path("/a.jpg")])
    qtbot.waitUntil(lambda: len(answers) >= 1)
    busy, queries = hear(session.searching), hear(session.query_changed)
    session.library_changed(state_of(models=("pixels", "classic"), images=9))
    qtbot.waitUntil(lambda: len(answers) >= 2)
    assert answers[1].query == answers[0].query
    assert busy == []
    assert queries == []


def test_a_growing_library_does_not_keep_a_slow_query_from_its_answer(
    qtbot: QtBot, session: SearchSession, engine: Any, hear: Any, door: Any, state_of: StateOf
) -> None:
    answers = hear(session.answered)
    gate = engine.doors[0] = door()
    session.ask_files([Path("/a.jpg")])
    gate.wait_until_reached()
    for images in range(6, 16):
        session.library_changed(state_of(models=("pixels", "classic"), images=images))
    assert engine.wanted[0]()
    gate.open()
    qtbot.waitUntil(lambda: len(answers) >= 2)
    assert len(engine.asked) == 2, "once, and once more for all that has come meanwhile"


def test_another_library_forgets_the_query(
    qtbot: QtBot, session: SearchSession, engine: Any, hear: Any, door: Any, deliver: Deliver, state_of: StateOf
) -> None:
    answers, cleared, busy = hear(session.answered), hear(session.cleared), hear(session.searching)
    gate = engine.doors[0] = door()
    session.ask_files([Path("/a.jpg")])
    gate.wait_until_reached()
    session.use_library(state_of(Path("/another")))
    gate.open()
    session.ask_files([Path("/b.jpg")])
    qtbot.waitUntil(lambda: len(answers) >= 1)
    deliver()
    assert [answer.query.like[0] for answer in answers] == [FileExample(Path("/b.jpg"))]
    assert len(cleared) == 1
    assert busy == [True, False, True, False]


def test_it_closes_while_a_query_is_at_work(
    session: SearchSession, engine: Any, hear: Any, door: Any, deliver: Deliver
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


def test_real_answers_of_a_real_library(
    qtbot: QtBot, settings: SettingsStore, closing: Closing, hear: Any, library: Path, pictures: Path, state_of: StateOf
) -> None:
    session = closing(SearchSession(settings))
    answers, failures = hear(session.answered), hear(session.failed)
    session.use_library(state_of(library))
    session.ask_files([pictures / "3.png"])
    qtbot.waitUntil(lambda: len(answers) >= 1)
    session.set_metric(Metric.L1)
    qtbot.waitUntil(lambda: len(answers) >= 2)
    session.set_region(Region(10, 10, 40, 30))
    qtbot.waitUntil(lambda: len(answers) >= 3)
    session.ask_files([pictures.parent / "missing.png"])
    qtbot.waitUntil(lambda: bool(failures))
    assert [answer.matches[0].image.path.name for answer in answers[:2]] == ["3.png", "3.png"]
    assert answers[1].matches[0].score == 0.0
    assert answers[1].timings.encode == 0.0
    assert session.query == answers[2].query
    assert "missing.png" in failures[0]
