"""A crash leaves a report, the next start tells of it once and at once, and a proper end leaves nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from imsearch_gui.crash_file import KEPT, CrashFile, mark_told, reports_left

RUN = """
import faulthandler, sys
from imsearch_gui import app

# What waits until the window has settled is not waited for here.
app.SETTLED_MS = 10**9
how = sys.argv[1]

def watch(program, window):
    if how == "crash":
        app.QTimer.singleShot(200, window, faulthandler._sigsegv)
    elif how == "look":
        program.crashes.found.connect(lambda _: print(window.messages.text))
        look, lane = program.crashes.look, program.crashes._lane

        program.desktop.open = print

        def end():
            window.help._open_report()
            window.close()

        def look_and_end():
            look()
            # Behind it on the same lane, and then behind what the window has done about it, however long that took.
            lane.submit(lambda: None, lambda _: lane.submit(lambda: None, lambda _: end()))

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
    sentence, report = told.stdout.splitlines()
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
    killed, crashed = tmp_path / "99999998.txt", tmp_path / "99999999-12.txt"
    own = tmp_path / f"{os.getpid()}-1.txt"
    own.write_text("imsearch\n\nFatal Python error: of another program\n")
    killed.write_text("imsearch\n\n")
    crashed.write_text("imsearch\n\nFatal Python error: Aborted\n")
    for _ in range(2):
        assert reports_left(tmp_path) == [crashed], "until the user has been told"
    assert not killed.exists()
    (report,) = mark_told(tmp_path, [crashed])
    assert report.read_text().endswith("Aborted\n")
    assert not crashed.exists()
    assert own.exists(), "whoever it is of still runs"
    assert reports_left(tmp_path) == []
    assert mark_told(tmp_path, [crashed]) == [], "another window was quicker"
    running.close()
    assert own.exists(), "never opened, so not its own"
    assert sys.modules["faulthandler"].is_enabled() == before  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "sign", ["Fatal Python error: Segmentation fault", "Windows fatal exception: access violation"]
)
def test_crashes_of_every_system_are_told(sign: str, tmp_path: Path) -> None:
    crashed = tmp_path / "99999999-1.txt"
    crashed.write_text(f"imsearch\n\n{sign}\n")
    assert reports_left(tmp_path) == [crashed]


def test_what_an_earlier_process_of_the_same_number_left_is_not_written_over(tmp_path: Path) -> None:
    before = [tmp_path / f"{os.getpid()}.txt", tmp_path / f"{os.getpid()}-7.txt"]
    for number, path in enumerate(before):
        path.write_text(f"imsearch\n\nFatal Python error: {number}\n")
        os.utime(path, (1000 + number, 1000 + number))
    enabled = sys.modules["faulthandler"].is_enabled()  # type: ignore[attr-defined]
    first, second = CrashFile(tmp_path), CrashFile(tmp_path)
    try:
        for file in (first, second):
            file.open()
        assert len(list(tmp_path.iterdir())) == 4
        assert reports_left(tmp_path) == before[::-1]
    finally:
        for file in (second, first):
            file.close()
        if enabled:
            sys.modules["faulthandler"].enable()  # type: ignore[attr-defined]
    assert sorted(tmp_path.iterdir()) == sorted(before)


def test_old_reports_go(tmp_path: Path) -> None:
    for number in range(KEPT + 3):
        crashed = tmp_path / f"{99999900 + number}.txt"
        crashed.write_text(f"Fatal Python error: {number}\n")
        os.utime(crashed, ns=(number + 1, number + 1))
        assert len(mark_told(tmp_path, reports_left(tmp_path))) == 1
    kept = sorted(path.read_text() for path in (tmp_path / "told").iterdir())
    assert kept == [f"Fatal Python error: {number}\n" for number in range(3, KEPT + 3)]


def test_a_program_that_crashes_at_each_start_does_not_fill_the_disk(tmp_path: Path) -> None:
    for number in range(KEPT + 3):
        crashed = tmp_path / f"{99999900 + number}.txt"
        crashed.write_text(f"Fatal Python error: {number}\n")
        os.utime(crashed, ns=(number + 1, number + 1))
    assert [path.stem for path in reports_left(tmp_path)] == [
        f"{99999900 + number}" for number in range(KEPT + 2, 2, -1)
    ]
    assert len(list(tmp_path.iterdir())) == KEPT


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
    assert len(mark_told(tmp_path, reports_left(tmp_path))) == 1
    assert reports_left(tmp_path) == []
    left = {path.name for path in tmp_path.glob("*.txt")}
    assert left == {"endless.txt", "pipe.txt", "folder.txt"}
    assert (tmp_path / "told" / "notes.txt").exists()
