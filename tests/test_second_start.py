"""Two real processes: the second one hands over what it was asked for, and is gone."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

FIRST = """
import sys
from imsearch_gui import app

def watch(program, window):
    def say(*what):
        print(*what, flush=True)
    program.arrivals.library_wanted.connect(lambda pictures: say("waits", *pictures, window.messages.text))
    program.arrivals.folders_came.connect(lambda folders: say("folders", *folders))
    program.libraries.failed.connect(lambda sentence: say("library", sentence))
    window.window().showMinimized()
    app.QTimer.singleShot(0, window, lambda: say("ready"))
    program.arrivals.folders_came.connect(lambda _: say("minimised", window.window().isMinimized()))

sys.exit(app.main([], watch=watch))
"""


@pytest.fixture
def environment(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    own = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "CACHE", "DATA", "STATE")}
    runtime = tmp_path_factory.mktemp("r")
    return {**os.environ, **own, "XDG_RUNTIME_DIR": str(runtime), "QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def first(environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen([sys.executable, "-c", FIRST], env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert line(process) == "ready"
        yield process
    finally:
        process.kill()
        process.communicate()


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def second(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "imsearch_gui", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_pictures_and_folders_go_to_the_window_that_is_open(
    first: subprocess.Popen[str], environment: dict[str, str], tmp_path: Path
) -> None:
    picture = tmp_path / "two words.jpg"
    picture.write_bytes(b"x")
    assert second(environment, picture.as_uri()).returncode == 0
    told = line(first)
    assert told.startswith(f"waits {picture} There is nothing to compare two words.jpg with yet")
    folder = tmp_path / "folder"
    folder.mkdir()
    assert second(environment, str(folder)).returncode == 0
    assert line(first) == f"folders {folder}"
    assert line(first) == "minimised False"
    assert second(environment, "--library", str(tmp_path / "nowhere")).returncode == 0
    assert line(first).startswith("waits "), "still"
    assert line(first).startswith("library ")


def test_it_is_quick(first: subprocess.Popen[str], environment: dict[str, str]) -> None:
    began = time.monotonic()
    assert second(environment).returncode == 0
    # Half a second is what is meant; a machine at its limit gets more, and the whole window takes far longer.
    assert time.monotonic() - began < 3
    assert first.poll() is None


def test_after_a_crash_the_next_start_is_a_window_again(
    first: subprocess.Popen[str], environment: dict[str, str]
) -> None:
    first.kill()
    first.wait()
    runtime = Path(environment["XDG_RUNTIME_DIR"])
    assert any(path.suffix == ".socket" for path in runtime.iterdir()), "left over"
    again = subprocess.Popen([sys.executable, "-c", FIRST], env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert line(again) == "ready"
        assert second(environment, str(runtime)).returncode == 0
        assert line(again) == f"folders {runtime}"
    finally:
        again.kill()
        again.communicate()
