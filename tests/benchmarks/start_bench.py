"""How soon is the window there? Writes its section of docs/performance.md.

    tests/e2e/with-screen.sh .venv/bin/python tests/benchmarks/start_bench.py [--write]

Whole processes on a real X server, from their start to the first paint, in turn: the program, with the library of the sample
pictures that was open last, and the least that a Qt program can be, an empty main window.
"""

from __future__ import annotations

import argparse
import compileall
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from drop_bench import fill
from page import ROOT, measured, median, publish

from imsearch_gui.encoding.store import InstalledModel, ModelStore

ROUNDS = 9
LARGE_ROWS = 100_000

PAINTED = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, Qt, Signal

class Paint(QObject):
    seen = Signal()

    def __init__(self, window, done):
        super().__init__(window)
        self.done = done
        window.installEventFilter(self)
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and self.done is not None:
            done, self.done = self.done, None
            self.modules = set(sys.modules)
            self.seen.connect(done, Qt.ConnectionType.QueuedConnection)
            self.seen.emit()
        return False

def say(what):
    print(what, (time.time() - float(os.environ["BEGAN"])) * 1e3, flush=True)
"""
BARE = (
    PAINTED
    + """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1200, 800)
Paint(window, lambda: (say("painted"), window.close()))
window.show()
app.exec()
"""
)
OURS = (
    PAINTED
    + """
from imsearch_gui.app import main
from imsearch_gui.ui.shell import Shell
HEAVY = ("onnxruntime", "onnx", "cv2", "hnswlib", "huggingface_hub", "tokenizers", "PIL", "torch", "numpy", "sqlite3")
bare = Shell.__init__
def begun(shell, settings):
    bare(shell, settings)
    Paint(shell, lambda: say("painted"))
Shell.__init__ = begun
def watch(program, window):
    def filled():
        say("filled")
        print("heavy", [name for name in HEAVY if name in paint.modules], flush=True)
    # The shell's own event comes before the contents are painted in the same pass; what is told waits for the end of that.
    paint = Paint(window.window(), filled)
    program.search.failed.connect(print)
    program.libraries.opened.connect(lambda _: say("opened"))
    program.search.answered.connect(lambda _: (say("answered"), window.close()))
main(sys.argv[1:], watch=watch)
"""
)


def run(script: str, *arguments: str) -> dict[str, str]:
    """What the process said, word by word."""
    command = f'BEGAN=$(date +%s.%N) exec "{sys.executable}" -c "$0" "$@"'
    done = subprocess.run(
        ["bash", "-c", command, script, *arguments], capture_output=True, text=True, timeout=60, check=True
    )
    return dict(line.split(" ", 1) for line in done.stdout.splitlines() if " " in line)


def classic() -> InstalledModel:
    """The model that ships with the program."""
    return ModelStore().find("classic")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    # As it is installed, where pip has compiled every module; else all of them would be compiled anew at each start.
    compileall.compile_dir(ROOT / "imsearch_gui", quiet=1)
    samples = ROOT / "resources" / "samples"
    picture = next(iter(sorted([*samples.rglob("*.jpg"), *samples.rglob("*.png")])))
    with tempfile.TemporaryDirectory() as world:
        for name in ("CONFIG", "CACHE", "DATA", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(world, name.lower()))
        library = Path(world, "library")
        imsearch = Path(sys.executable).with_name("imsearch")
        subprocess.run([imsearch, "index", samples, "--library", library], check=True, capture_output=True)
        run(OURS, "--library", str(library), str(picture))
        bare = []
        small: list[dict[str, str]] = []
        for _ in range(ROUNDS):
            bare.append(float(run(BARE)["painted"]))
            # The library of last time, and a picture that it is asked for at once.
            small.append(run(OURS, str(picture)))
        heavy = small[-1]["heavy"]
        fill(Path(world, "large"), Path(world, "pictures"), classic(), LARGE_ROWS)
        run(OURS, "--library", str(Path(world, "large")), str(picture))
        large = [run(OURS, str(picture)) for _ in range(ROUNDS)]
    base = median(bare)

    def row(what: str, runs: list[dict[str, str]], key: str) -> str:
        took = median([float(seen[key]) for seen in runs])
        return f"| {what} | {took:.0f} | {took / base:.2f} |"

    lines = [
        "## Start",
        "",
        measured("tests/e2e/with-screen.sh python tests/benchmarks/start_bench.py", "PySide6-Essentials"),
        f" Whole processes, medians of {ROUNDS}, the first two rows in turn.",
        "",
        "| | ms | to an empty window |",
        "|---|---|---|",
        f"| an empty Qt window is painted | {base:.0f} | 1.00 |",
        row("our window is painted, still without contents", small, "painted"),
        row("its contents are painted", small, "filled"),
        row("the library of last time is open", small, "opened"),
        row("it has answered a first query", small, "answered"),
        row(f"a library of {LARGE_ROWS:,} pictures is open", large, "opened"),
        row("it has answered a first query", large, "answered"),
        "",
        f"Heavy libraries loaded before the contents are painted: {'none' if heavy == '[]' else heavy}.",
    ]
    publish("start", "\n".join(lines), write=options.write)


if __name__ == "__main__":
    main()
