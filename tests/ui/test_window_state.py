"""The window comes back as it was left, on the screens that there are; each test is two processes with screens of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

PLAY = """
import json, sys
from PySide6.QtCore import QTimer
from imsearch_gui import app
from imsearch_gui.domain.records import LibraryState

def watch(program, window):
    top = window.window()
    def look():
        state = LibraryState(window_folder, "Library", 10, 0, (), ())
        program.libraries.current = state
        program.libraries.opened.emit(state)
        exec(sys.argv[1], {"window": window, "top": top})
        QTimer.singleShot(300, tell)
    def tell():
        screen, frame = top.screen(), top.frameGeometry()
        print(json.dumps({
            "screen": screen.name(),
            "inside": screen.availableGeometry().contains(frame),
            "geometry": [frame.x(), frame.y(), frame.width(), frame.height()],
            "maximised": top.isMaximized(),
            "normal": [top.normalGeometry().width(), top.normalGeometry().height()],
            "sizes": window.splitter.sizes(),
            "details": window.details.isVisible(),
        }), flush=True)
        window.close()
    from pathlib import Path
    window_folder = Path("/library")
    program.search.use_library = lambda *_: None
    QTimer.singleShot(200, look)

sys.exit(app.main(["--new-window"], watch=watch))
"""

Told = dict[str, object]
Screen = tuple[int, int, int, int]


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., Told]:
    """start(doing, *screens) -> how the window stands once `doing` has been done, before it is closed."""
    own = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "CACHE", "DATA", "STATE")}

    def run(doing: str, *screens: Screen) -> Told:
        layout = tmp_path / "screens.json"
        keys = ("x", "y", "width", "height")
        more = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        named = [
            {"name": f"screen {number}", **dict(zip(keys, screen, strict=True)), **more}
            for number, screen in enumerate(screens)
        ]
        layout.write_text(json.dumps({"screens": named}))
        environment = {**os.environ, **own, "QT_QPA_PLATFORM": f"offscreen:configfile={layout}"}
        done = subprocess.run(
            [sys.executable, "-c", PLAY, doing],
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        told: Told = json.loads(done.stdout)
        return told

    return run


WIDE, SMALL, BESIDE = (0, 0, 1920, 1080), (0, 0, 1024, 600), (1920, 0, 1600, 1200)


def test_the_first_start_fits_a_small_screen(start: Callable[..., Told]) -> None:
    told = start("pass", SMALL)
    assert told["inside"], told["geometry"]
    _, _, width, height = told["geometry"]  # type: ignore[misc]
    assert width >= 1000
    assert height >= 520


def test_the_first_start_has_its_size_where_there_is_room(start: Callable[..., Told]) -> None:
    assert start("pass", WIDE)["normal"] == [1280, 800]


def test_size_panels_and_splitter_come_back(start: Callable[..., Told]) -> None:
    left = start(
        "top.resize(1100, 700); window.splitter.setSizes([300, 500, 300]); window.actions_.details_panel.toggle()",
        WIDE,
    )
    back = start("pass", WIDE)
    assert (back["normal"], back["details"]) == ([1100, 700], False)
    assert back["sizes"] == left["sizes"]


def test_a_maximised_window_comes_back_maximised_with_the_size_it_had_before(start: Callable[..., Told]) -> None:
    start("top.resize(1100, 700)", WIDE)
    start("top.showMaximized()", WIDE)
    back = start("pass", WIDE)
    assert back["maximised"]
    assert start("top.showNormal()", WIDE)["normal"] == [1100, 700]


def test_a_screen_that_is_gone_does_not_take_the_window_with_it(start: Callable[..., Told]) -> None:
    away = start("top.setGeometry(2200, 200, 1200, 900)", WIDE, BESIDE)
    assert away["screen"] == "screen 1"
    back = start("pass", SMALL)
    assert back["screen"] == "screen 0"
    assert back["inside"], back["geometry"]
