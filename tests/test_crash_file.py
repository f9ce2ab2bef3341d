"""A crash leaves a report, the next start tells of it once, and a proper end leaves nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from imsearch_gui.crash_file import KEPT, CrashFile, reports_left

RUN = """
import faulthandler, sys
from imsearch_gui import app

app.SETTLED_MS = 0
how = sys.argv[1]

def watch(program, window):
    if how == "crash":
        app.QTimer.singleShot(200, window, faulthandler._sigsegv)
    elif how == "look":
        program.crashes.found.connect(lambda path: (print(path), print(window.messages.text)))
        look = program.crashes.look

        def look_and_end():
            look()
            # Behind it on the same lane, so that it has been told by then, however long that took.
            program.crashes._lane.submit(lambda: None, lambda _: window.close())

        program.crashes.look = look_and_end
    else:
        app.QTimer.singleShot(0, window, window.close)

if __name__ == "__main__":
    sys.exit(app.main([], watch=watch))
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    own = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "CACHE", "DATA", "STATE")}
    return {**os.environ, **own, "XDG_RUNTIME_DIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}


def run(how: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", RUN, how], env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_a_crash_is_told_by_the_next_start_and_only_by_that(environment: dict[str, str], tmp_path: Path) -> None:
    crashed = run("crash", environment)
    assert crashed.returncode not in (0, 1), crashed.stderr
    told = run("look", environment)
    assert told.returncode == 0, told.stderr
    report, sentence = told.stdout.splitlines()
    assert sentence.startswith("The program crashed the last time.")
    text = Path(report).read_text()
    assert text.startswith("imsearch ")
    assert "Fatal Python error: Segmentation fault" in text
    assert "app.py" in text, "where it was"
    assert Path(report).is_relative_to(tmp_path)
    assert run("look", environment).stdout == ""


def test_a_proper_end_leaves_nothing(environment: dict[str, str], tmp_path: Path) -> None:
    assert run("end", environment).returncode == 0
    assert list(tmp_path.rglob("crashes/*.txt")) == []


def test_what_is_left(tmp_path: Path) -> None:
    running = CrashFile(tmp_path)
    before = sys.modules["faulthandler"].is_enabled()  # type: ignore[attr-defined]
    killed, crashed = tmp_path / "99999998.txt", tmp_path / "99999999.txt"
    own = tmp_path / f"{os.getpid()}.txt"
    own.write_text("imsearch\n\nFatal Python error: of another program\n")
    killed.write_text("imsearch\n\n")
    crashed.write_text("imsearch\n\nFatal Python error: Aborted\n")
    (report,) = reports_left(tmp_path)
    assert report.read_text().endswith("Aborted\n")
    assert not killed.exists() and not crashed.exists()
    assert own.exists(), "whoever it is of still runs"
    assert reports_left(tmp_path) == []
    running.close()
    assert own.exists(), "never opened, so not its own"
    assert sys.modules["faulthandler"].is_enabled() == before  # type: ignore[attr-defined]


def test_old_reports_go(tmp_path: Path) -> None:
    for number in range(KEPT + 3):
        crashed = tmp_path / f"{99999900 + number}.txt"
        crashed.write_text(f"Fatal Python error: {number}\n")
        os.utime(crashed, ns=(number + 1, number + 1))
        assert len(reports_left(tmp_path)) == 1
    kept = sorted(path.read_text() for path in (tmp_path / "told").iterdir())
    assert kept == [f"Fatal Python error: {number}\n" for number in range(3, KEPT + 3)]


def test_nowhere_to_write(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "crashes").write_text("a file")
    file = CrashFile(tmp_path / "crashes")
    file.open()
    assert "would leave no report" in caplog.text
    file.close()


def test_what_somebody_else_put_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "told").mkdir()
    (tmp_path / "told" / "notes.txt").write_text("mine")
    (tmp_path / "endless.txt").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "old.txt").write_text("imsearch\n\nFatal Python error: Aborted\n")
    assert len(reports_left(tmp_path)) == 1
    assert reports_left(tmp_path) == []
    left = {path.name for path in tmp_path.glob("*.txt")}
    assert left == {"endless.txt", "pipe.txt", "folder.txt"}
    assert (tmp_path / "told" / "notes.txt").exists()
