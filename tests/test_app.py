"""The start of the program, in processes of their own."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    *(
        "numpy",
        "PIL",
        "cv2",
        "onnxruntime",
        "onnx",
        "hnswlib",
        "huggingface_hub",
        "tokenizers",
        "pi_heif",
        "sqlite3",
    ),
    *(
        "subprocess",
        "multiprocessing",
        "hashlib",
        "tomllib",
        "imsearch_gui.library.library",
        "imsearch_gui.searching.search",
    ),
    *("imsearch_gui.imaging.scanner", "imsearch_gui.domain.model_spec", "imsearch_gui.domain.plan"),
    *("imsearch_gui.ui.models", "imsearch_gui.ui.settings", "imsearch_gui.ui.shortcuts", "imsearch_gui.ui.wizard"),
    "imsearch_gui.ui.evaluate.page",
)
"""What the first paint does without: what takes long to load, and what belongs to windows that are not open."""

FIRST_PAINT = f"""
import sys
from PySide6.QtCore import QEvent, QObject
from imsearch_gui import app

class Paint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.UpdateRequest and not hasattr(self, "seen"):
            self.seen = [name for name in {HEAVY!r} if name in sys.modules]
            print("painted with", self.seen, flush=True)
            window.close()
        return False

paint = Paint()

def watch(program, shown):
    global window
    window = shown
    window.window().installEventFilter(paint)

sys.exit(app.main(["--library", sys.argv[1]], watch=watch))
"""

NUMPY = """
import sys, threading
from PySide6.QtCore import QTimer

by = []

def heard(event, arguments):
    if event == "import" and arguments[0] in ("numpy", "numpy._core", "numpy._core._multiarray_umath"):
        by.append(threading.current_thread().name)

sys.addaudithook(heard)
from imsearch_gui import app

def watch(program, window):
    def heard_of(cards):
        print(sorted(set(by)), flush=True)
        window.close()

    program.models.listed.connect(heard_of)
    # By then the program has begun, whether its window was painted or not.
    QTimer.singleShot(2 * app.UNSEEN_MS, window, program.models.list)

sys.exit(app.main([], watch=watch))
"""

STAYS = """
import sys
from PySide6.QtCore import QTimer
from imsearch_gui import app

def watch(program, window):
    QTimer.singleShot(0, window, lambda: print("shown", flush=True))

sys.exit(app.main([], watch=watch))
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    own = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "CACHE", "DATA", "STATE")}
    return {**os.environ, **own, "QT_QPA_PLATFORM": "offscreen"}


def run(code: str, environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_window_is_painted_before_anything_heavy_is_loaded(environment: dict[str, str], tmp_path: Path) -> None:
    done = run(FIRST_PAINT, environment, str(tmp_path / "no library here"))
    assert done.returncode == 0, done.stderr
    assert done.stdout == "painted with []\n"


def test_numpy_is_loaded_by_one_thread_alone(environment: dict[str, str]) -> None:
    """PySide loads it as well, on the GUI thread, when a call might take an array. Two threads at once break it for both."""
    done = run(NUMPY, environment)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "['MainThread']\n"


def test_worker_processes_that_import_the_main_module_load_no_qt(environment: dict[str, str]) -> None:
    code = "import sys, imsearch_gui.__main__; print([name for name in ('PySide6', 'numpy', 'PIL') if name in sys.modules])"
    done = run(code, environment)
    assert done.stdout == "[]\n", done.stderr


def test_a_library_that_is_not_there_is_said_in_one_sentence(environment: dict[str, str], tmp_path: Path) -> None:
    code = """
import sys
from imsearch_gui import app

def watch(program, window):
    program.libraries.failed.connect(lambda sentence: (print(window.messages.text), window.close()))

sys.exit(app.main(["--library", sys.argv[1]], watch=watch))
"""
    done = run(code, environment, str(tmp_path / "gone"))
    assert done.returncode == 0, done.stderr
    assert str(tmp_path / "gone") in done.stdout
    assert len(done.stdout.splitlines()) == 1


def test_wrong_usage_is_2(environment: dict[str, str]) -> None:
    done = run("import sys; from imsearch_gui.app import main; main(['--no-such-option'])", environment)
    assert done.returncode == 2
    assert "usage: imsearch-gui" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a terminal of Unix")
def test_ctrl_c_in_the_terminal_ends_the_program(environment: dict[str, str]) -> None:
    terminal, keyboard = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-c", STAYS], env=environment, stdin=keyboard, stdout=subprocess.PIPE, text=True
    )
    try:
        assert program.stdout is not None
        assert program.stdout.readline() == "shown\n"
        program.send_signal(signal.SIGINT)
        assert program.wait(timeout=30) == 0
    finally:
        program.kill()
        program.wait()
        program.stdout.close()
        os.close(terminal)
        os.close(keyboard)


SHELL = """
import sys
from PySide6.QtCore import Qt
from imsearch_gui import app
from imsearch_gui.ui.shell import Shell

OURS = ("bridge.program", "ui.main_window", "domain.records", "log")
HEAVY = ("logging.handlers", "PySide6.QtSvg", *(f"imsearch_gui.{name}" for name in OURS))
made = Shell.__init__

def make(shell, settings):
    made(shell, settings)
    shell.painted.connect(lambda: seen(shell))

def seen(shell):
    print("painted with", [name for name in HEAVY if name in sys.modules], flush=True)
    {at_paint}

def watch(program, window):
    from PySide6.QtWidgets import QApplication
    print("focus", type(QApplication.focusWidget()).__name__, flush=True)
    app.QTimer.singleShot(0, window, window.close)

Shell.__init__ = make
if __name__ == "__main__":
    sys.exit(app.main([], watch=watch))
"""


def test_the_shell_is_painted_before_anything_else_is_loaded(environment: dict[str, str]) -> None:
    done = run(SHELL.replace("{at_paint}", "pass"), environment)
    assert done.returncode == 0, done.stderr
    # The field for the question has the keyboard, although it was made before it came into the shell.
    assert done.stdout == "painted with []\nfocus TextLine\n"


def test_a_window_that_is_closed_before_it_has_contents(environment: dict[str, str]) -> None:
    done = run(SHELL.replace("{at_paint}", "shell.close()"), environment)
    assert (done.returncode, done.stdout, done.stderr) == (0, "painted with []\n", "")


def test_contents_that_cannot_be_loaded_end_the_program_and_are_logged(
    environment: dict[str, str], tmp_path: Path
) -> None:
    spoil = "import imsearch_gui.ui.main_window as m; m.MainWindow = None"
    done = run(SHELL.replace("{at_paint}", spoil), environment)
    assert done.returncode == 1
    assert "TypeError" in done.stderr
    (log,) = tmp_path.rglob("imsearch.log")
    assert "TypeError" in log.read_text()
