"""A window whose engine is silent: intents are written down, facts are told by emitting the bridge's own signals."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.desktop import Desktop
from imsearch_gui.bridge.evaluating import LABELS, Evaluated, Evaluating, TruthSummary
from imsearch_gui.bridge.libraries import LibrarySession
from imsearch_gui.bridge.library_care import LibraryCare
from imsearch_gui.bridge.pictures import PictureReader
from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.search_session import SearchSession
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.bridge.survey import FolderSurvey
from imsearch_gui.bridge.thumbnails import ThumbnailService
from imsearch_gui.bridge.watching import Watching
from imsearch_gui.domain.marks import LabelCount
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.progress import Progress, Skipped, Stage
from imsearch_gui.domain.records import (
    FileExample,
    ImageRecord,
    IndexRequest,
    LibraryState,
    Match,
    ModelCard,
    ModelRecord,
    PictureInfo,
    Query,
    RootRecord,
    SearchResult,
    Strategy,
    Timings,
)
from imsearch_gui.ui.about_dialog import AboutDialog
from imsearch_gui.ui.acting.export_dialog import ExportDialog
from imsearch_gui.ui.acting.labels_dialog import LabelsDialog
from imsearch_gui.ui.main_window import MainWindow
from imsearch_gui.ui.models import ModelsDialog
from imsearch_gui.ui.settings import SettingsDialog
from imsearch_gui.ui.shell import Shell
from imsearch_gui.ui.shortcuts import ShortcutSheet
from imsearch_gui.ui.skipped_dialog import SkippedDialog
from imsearch_gui.ui.theme import Theme
from imsearch_gui.ui.wizard import IndexWizard

Call = tuple[str, tuple[Any, ...]]
Maker = Callable[..., QWidget]

INTENTS: dict[type, tuple[str, ...]] = {
    SearchSession: (
        "ask_files",
        "ask_image",
        "ask_url",
        "ask_text",
        "choose_example",
        "turn_example",
        "remove_example",
        "find_similar",
        "set_region",
        "set_metric",
        "set_top",
        "set_strategy",
        "set_model",
        "clear",
    ),
    LibrarySession: ("open", "list_skipped"),
    Desktop: ("open", "reveal"),
    PictureReader: ("read",),
    Program: ("open_samples", "index_again", "index_roots", "retry"),
    LibraryCare: (
        "look",
        "weigh",
        "list",
        "count_left_out",
        "rename",
        "set_options",
        "remove_root",
        "relink",
        "keep_emptied",
        "remove_model",
        "delete",
    ),
    Watching: ("look",),
}


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[Call]:
    """What the window has asked of the bridge: ("SearchSession.ask_files", (arguments...))."""
    made: list[Call] = []

    def recorder(name: str) -> Callable[..., None]:
        def record(_self: object, *arguments: Any, **_named: Any) -> None:
            made.append((name, arguments))

        return record

    for kind, names in INTENTS.items():
        for name in names:
            monkeypatch.setattr(kind, name, recorder(f"{kind.__name__}.{name}"))
    return made


class SilentThumbnails(ThumbnailService):
    """Writes down what it is asked for, and answers only when a test emits `ready` or `failed`."""

    def __init__(self) -> None:
        super().__init__()
        self.requests: list[tuple[int, Path, int]] = []
        self.retained: set[int] = set()
        self.known: dict[int, QImage] = {}

    def request(self, image_id: int, path: Path, side: int) -> QImage | None:
        self.requests.append((image_id, path, side))
        return self.known.get(image_id)

    def retain(self, image_ids: Any) -> None:
        self.retained = set(image_ids)


@pytest.fixture
def thumbnails(qapp: QApplication) -> Iterator[SilentThumbnails]:
    service = SilentThumbnails()
    yield service
    service.deleteLater()


@pytest.fixture
def settings(qapp: QApplication, tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.ini")


@pytest.fixture
def theme(qapp: QApplication, settings: SettingsStore) -> Iterator[Theme]:
    before, sheet = qapp.palette(), qapp.styleSheet()
    theme = Theme(qapp, settings)
    yield theme
    theme.deleteLater()
    qapp.setStyleSheet(sheet)
    qapp.setPalette(before)


@pytest.fixture
def picture() -> Callable[..., QImage]:
    """A picture of one colour."""

    def make(width: int = 160, height: int = 120, colour: str = "#3377bb") -> QImage:
        image = QImage(width, height, QImage.Format.Format_RGB888)
        image.fill(QColor(colour))
        return image

    return make


@pytest.fixture
def result_of() -> Callable[..., SearchResult]:
    """A result with so many matches, in the folder /pictures; image ids begin at `first`."""

    def make(
        count: int,
        *,
        metric: Metric = Metric.COSINE,
        first: int = 1000,
        query: Query | None = None,
        how: Strategy = Strategy.EXACT,
        library_size: int = 48_212,
        timings: Timings = Timings(21.0, 33.0, 9.0, 63.0),  # noqa: B008 (frozen)
    ) -> SearchResult:
        info = PictureInfo(640, 480, "JPEG", "2024-08-03T12:13:14", "A camera")
        matches = tuple(
            Match(
                rank + 1,
                ImageRecord(first + rank, Path(f"/pictures/2024/picture {rank}.jpg"), 123_456, 0, info),
                1.0 - rank / (count + 1),
            )
            for rank in range(count)
        )
        asked = query or Query((FileExample(Path("/pictures/query.jpg")),), "classic", metric)
        return SearchResult(asked, matches, how, library_size, timings)

    return make


@pytest.fixture
def library_of(tmp_path: Path) -> Callable[..., LibraryState]:
    """An open library with so many images."""

    def make(images: int = 100, *, models: tuple[str, ...] = ("classic",), skipped: int = 0) -> LibraryState:
        root = RootRecord(1, tmp_path / "pictures", True, (), True)
        records = tuple(
            ModelRecord(name, name.title(), 8, images, images * 32, tmp_path / name, "f") for name in models
        )
        return LibraryState(tmp_path / "Holiday", "Holiday", images, skipped, (root,), records)

    return make


@pytest.fixture
def program(qapp: QApplication, calls: list[Call], settings: SettingsStore) -> Iterator[Program]:
    program = Program(settings)
    yield program
    program.close()
    program.deleteLater()


@contextmanager
def _housed(program: Program) -> Iterator[MainWindow]:
    shell = Shell(program.settings)
    window = MainWindow(program)
    shell.house(window)
    shell.show()
    yield window
    shell.close()
    shell.deleteLater()


@pytest.fixture
def housed() -> Callable[[Program], AbstractContextManager[MainWindow]]:
    """housed(program): its window, in a shell, for as long as a block lasts."""
    return _housed


@pytest.fixture
def window(qtbot: QtBot, program: Program, thumbnails: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    program.thumbnails = thumbnails
    with _housed(program) as window:
        yield window


@pytest.fixture
def searching(
    window: MainWindow, program: Program, library_of: Callable[..., LibraryState]
) -> Callable[..., LibraryState]:
    """Opens a library."""

    def open_library(images: int = 100, **more: Any) -> LibraryState:
        state = library_of(images, **more)
        program.libraries.current = state
        program.libraries.opened.emit(state)
        return state

    return open_library


WINDOWS = [
    "first start",
    "results",
    "wizard folders",
    "wizard models",
    "wizard options",
    "skipped",
    "models",
    "settings",
    "shortcuts",
    "about",
    "export",
    "labels",
    "evaluation",
    "evaluated",
]


@pytest.fixture
def open_window(
    window: MainWindow,
    program: Program,
    searching: Callable[..., LibraryState],
    result_of: Callable[..., SearchResult],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    qtbot: QtBot,
    evaluation_reports: Any,
) -> Iterator[Maker]:
    """open_window(name) -> a window of the program, shown and with something in it."""
    monkeypatch.setattr(FolderSurvey, "start", lambda *_, **__: None)
    monkeypatch.setattr(Evaluating, "read", lambda *_: None)
    opened: list[QWidget] = []

    def main() -> QWidget:
        return window

    def results() -> QWidget:
        searching(skipped=3)
        program.search.query = result_of(20).query
        program.search.query_changed.emit(program.search.query)
        program.search.answered.emit(result_of(20))
        window.results.setCurrentIndex(window.results.results.index(2))
        window.messages.say("The disk is full.", problem=True)
        window.messages.say("3 pictures moved to the bin.", action=("Undo", lambda: None), seconds=60)
        program.indexing.request = IndexRequest((tmp_path,), "classic")
        program.indexing.progress = Progress(Stage.ENCODING, 10, 100, 2, 3.0, 5.0)
        program.indexing.started.emit(program.indexing.request)
        return window

    def wizard(page: int) -> QWidget:
        wizard = IndexWizard(program, folders=(tmp_path,), parent=window)
        wizard._show_page(page)
        return wizard

    def skipped() -> QWidget:
        return SkippedDialog([Skipped(Path("/pictures/a.jpg"), "the file is empty")], window)

    def models() -> QWidget:
        from imsearch_gui.bridge.model_manager import ModelList

        dialog = ModelsDialog(program, window)
        here = ModelCard(
            id="classic",
            title="Classic",
            summary="Good for most.",
            family="descriptor",
            dimension=8,
            size=0,
            licence="MIT",
        )
        program.model_manager.listed.emit(ModelList(installed=(here,)))
        return dialog

    makers: dict[str, Callable[[], QWidget]] = {
        "first start": main,
        "results": results,
        "wizard folders": lambda: wizard(0),
        "wizard models": lambda: wizard(1),
        "wizard options": lambda: wizard(2),
        "skipped": skipped,
        "models": models,
        "settings": lambda: SettingsDialog(program.settings, window),
        "shortcuts": lambda: ShortcutSheet(window),
        "about": lambda: AboutDialog(program.about, window),
        "export": lambda: ExportDialog(result_of(5), 2, tuple, "Matches", window),
        "labels": lambda: _labels(program, window),
        "evaluation": lambda: _evaluation(searching(), window),
        "evaluated": lambda: _evaluated(searching(), window, evaluation_reports),
    }

    def make(name: str) -> QWidget:
        opened.append(makers[name]())
        opened[-1].show()
        qtbot.waitUntil(lambda: _activated(opened[-1]))
        if isinstance(opened[-1], AboutDialog):
            qtbot.waitUntil(opened[-1].copy.isEnabled)
        return opened[-1]

    yield make
    for one in opened:
        if one is not window:
            one.close()
            one.deleteLater()


def _labels(program: Program, window: QWidget) -> QWidget:
    dialog = LabelsDialog(program.acting.marking, window)
    dialog.show_labels([LabelCount("Gold", 1), LabelCount("Sea", 2)])
    return dialog


def _evaluation(_: LibraryState, window: MainWindow) -> QWidget:
    window.evaluate.open()
    window.program.evaluating.truth_read.emit(TruthSummary(LABELS, 20, 20, 5, ("",), ()))
    return window


def _evaluated(state: LibraryState, window: MainWindow, reports: Any) -> QWidget:
    _evaluation(state, window)
    plan = reports.Plan(Path("/pictures"), models=("classic",), protocols=("easy", "hard"))
    window.program.evaluating.finished.emit(Evaluated(reports.make_report(plan), {}))
    return window


def _activated(window: QWidget) -> bool:
    window.activateWindow()
    return window.isActiveWindow()


@pytest.fixture(params=WINDOWS)
def name(request: pytest.FixtureRequest) -> str:
    """The name of a window for `open_window`; a test that takes it is run for each."""
    return str(request.param)
