"""What every test gets: a world of its own, the pictures to work on, and guards against what a test leaves behind."""

from __future__ import annotations

import functools
import gc
import importlib.util
import multiprocessing
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
E2E = ROOT / "tests" / "e2e"
EXTRAS = {
    "recipes": ("export", {"torch": "0", "transformers": "0", "keras": "0", "onnxscript": "0"}),
    "training": ("train", {"torch": "2.9", "onnxscript": "0"}),
}
"""Folders of tests that need an extra of the package: its name, and the oldest version of each distribution that it brings."""
PATIENCE_S = 5.0
"""A thread that was told to end may take this long to do so on a loaded machine."""
WAIT_MS = 20_000
"""What a test waits for may come so late on a loaded machine. Nothing waits longer than it must."""


def pytest_configure(config: pytest.Config) -> None:
    home = Path(tempfile.mkdtemp(prefix="imsearch-tests-"))
    config.add_cleanup(lambda: shutil.rmtree(home, ignore_errors=True))
    _move_into(home)
    # In English, whatever this person speaks.
    os.environ["LC_ALL"] = "C.UTF-8"
    # How long an example takes says how busy the machine is, not whether the program is right.
    settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("patient")
    # Unit tests need no screen; the end-to-end run names the platform that it wants.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _move_into(home: Path) -> None:
    """No test, nor a process it starts, sees the settings, caches, libraries or desktop of the person who runs it."""
    folders = {
        "HOME": home,
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_CACHE_HOME": home / ".cache",
        "XDG_DATA_HOME": home / ".local" / "share",
        "XDG_STATE_HOME": home / ".local" / "state",
        "XDG_RUNTIME_DIR": home / "run",
    }
    for name, folder in folders.items():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.environ[name] = str(folder)
    # A test must not make the person's file manager pop up.
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if E2E in item.path.parents:
            item.add_marker("e2e")
        if "shared_data" in getattr(item, "fixturenames", ()):
            item.add_marker("shared")
    for folder, (extra, wanted) in EXTRAS.items():
        lacking = [f"{name} {oldest}" for name, oldest in wanted.items() if not _is_there(name, oldest)]
        for item in items:
            if ROOT / "tests" / folder in item.path.parents:
                # Exporters warn of what is to come in their next versions.
                item.add_marker(pytest.mark.filterwarnings("ignore"))
                if lacking:
                    item.add_marker(pytest.mark.skip(reason=f"needs the extra [{extra}]: {', '.join(lacking)}"))


def _is_there(name: str, oldest: str) -> bool:
    try:
        return Version(metadata.version(name)) >= Version(oldest)
    except metadata.PackageNotFoundError:
        return False


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real pictures and models, which lie beside the checkout on some machines only."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the real pictures and models are not on this machine (../shared/data)")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    """The sample pictures that ship with the program: a folder per kind."""
    return ROOT / "resources" / "samples"


def load_helper(name: str) -> Any:
    """A module of helpers that lies in tests/."""
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, ROOT / "tests" / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules[name]


@pytest.fixture(scope="session")
def two_towers() -> Any:
    """Makes models that take words."""
    return load_helper("two_towers")


@pytest.fixture(scope="session")
def hub_server() -> Any:
    """A model hub on loopback."""
    return load_helper("hub_server")


@pytest.fixture(scope="session")
def graph_makers() -> Any:
    """Makes ONNX graphs, sound ones and others."""
    return load_helper("graph_makers")


@pytest.fixture(scope="session")
def parity() -> Any:
    """Comparisons with the toolkits that models are published with."""
    return load_helper("parity")


@pytest.fixture(scope="session")
def evaluation_reports() -> Any:
    """Makes reports of evaluations."""
    return load_helper("searching/evaluation/reports")


@pytest.fixture
def decoders(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Decoders that crash, hang or eat memory, where processes that decode find them, too."""
    monkeypatch.syspath_prepend(str(ROOT / "tests" / "imaging" / "misbehaving"))
    import misbehaving_decoder  # type: ignore[import-not-found]

    return misbehaving_decoder  # type: ignore[no-any-return]


@pytest.fixture
def synced_folders(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders of which the names have reached the disk."""
    from imsearch_gui import disk

    sync, synced = disk.sync_folder, []

    def note(folder: Path) -> None:
        sync(folder)
        synced.append(folder)

    monkeypatch.setattr(disk, "sync_folder", note)
    return synced


@pytest.fixture
def undying(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """Processes whose end does not come when they are killed, as that of one that waits for a disk which is gone; those that
    were killed are in the list, and end with the test."""
    spawned = multiprocessing.get_context("spawn").Process
    kill, killed = spawned.kill, []

    def put_off(process: Any) -> None:
        if process not in killed:
            killed.append(process)

    with monkeypatch.context() as patch:
        patch.setattr(spawned, "kill", put_off)
        yield killed
    for process in killed:
        kill(process)
        process.join()
        process.close()


@pytest.fixture
def qtbot(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Patient: the five seconds of pytest-qt are not much where another worker trains a network."""
    for name in ("waitUntil", "waitSignal", "waitSignals", "waitExposed", "waitActive"):
        monkeypatch.setattr(qtbot, name, functools.partial(getattr(qtbot, name), timeout=WAIT_MS))
    return qtbot


@pytest.fixture
def point_at() -> Callable[..., None]:
    """point_at(widget, place, button=none): the mouse comes there, a button held or not.

    It is told to the widget, as presses and clicks are: on the screen, whatever lies on top at that place would be told, and nobody
    where the pointer is there already.
    """
    from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication, QWidget

    none, unmodified = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier

    def move(widget: QWidget, at: QPoint, held: Qt.MouseButton = none) -> None:
        # With a button held, Qt tells a widget of every move, also beyond its edges.
        told = widget.isVisible() and widget.hasMouseTracking() and widget.rect().contains(at)
        assert told or held is not none, "nobody would tell it of the mouse"
        places = QPointF(at), QPointF(widget.mapToGlobal(at))
        QApplication.sendEvent(widget, QMouseEvent(QEvent.Type.MouseMove, *places, none, held, unmodified))

    return move


@pytest.fixture(autouse=True)
def _no_thread_is_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and not _is_foreign(thread)]
    for thread in left:
        thread.join(PATIENCE_S)
    alive = [thread.name for thread in left if thread.is_alive()]
    assert not alive, f"threads left running: {alive}"


def _is_foreign(thread: threading.Thread) -> bool:
    """A thread that Python did not start (a QThread) keeps its entry for ever, whether it runs or not."""
    return isinstance(thread, threading._DummyThread)


@pytest.fixture(autouse=True)
def _no_process_is_left() -> Iterator[None]:
    before = set(multiprocessing.active_children())
    yield
    left = [child for child in multiprocessing.active_children() if child not in before]
    for child in left:
        child.kill()
        child.join()
    assert not left, f"child processes left running: {[child.name for child in left]}"


@pytest.fixture(autouse=True)
def _no_window_is_left() -> Iterator[None]:
    # Kept as objects, not as ids: an id may be given again.
    before = _windows()
    yield
    left = [window for window in _windows() if window not in before]
    if left:
        left.clear()
        gc.collect()
        left = [window for window in _windows() if window not in before]
    names = [f"{type(window).__name__} {window.objectName()}".strip() for window in left]
    for window in left:
        window.close()
        window.deleteLater()
    _windows()
    assert not names, f"windows left behind: {names}"


def _windows() -> list[Any]:
    """Every widget without a parent, once those that are to be deleted are gone; nothing where Qt was not used."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    # Qt keeps the tip it showed last for the next one.
    return [
        widget
        for widget in widgets.QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() != "QTipLabel"
    ]
