"""`make run`: indexes the sample pictures and opens the window on them.

Without a screen, or with `--no-screen`, it does the same job there: an image query and a region query on the command line, and
`demo.png`, a picture of the real window with its results.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from imsearch_gui.domain.choices import DEFAULT_MODEL

if TYPE_CHECKING:
    from imsearch_gui.bridge.program import Program
    from imsearch_gui.domain.records import SearchResult
    from imsearch_gui.ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = ROOT / ".demo" / "Sample pictures"
PICTURE = ROOT / "demo.png"
MODELS = ("pixels", "classic", DEFAULT_MODEL)
"""The window searches with the one that was indexed last."""
IMAGE_QUERY = "balloons/balloons 3.webp"
REGION_QUERY, REGION = "sailing boats/sailing boats 8.jpg", "405,135,160,205"
"""One of three boats, the one with the yellow sail."""
LIMIT_MS = 120_000


def main() -> int:
    parser = argparse.ArgumentParser(description="The program on its sample pictures.")
    parser.add_argument(
        "--no-screen", action="store_true", help="print results and write demo.png, even where there is a screen"
    )
    parser.add_argument("--picture", type=Path, metavar="FILE.png", help=argparse.SUPPRESS)
    wishes = parser.parse_args()
    if wishes.picture is not None:
        return _picture_window(wishes.picture)
    _index()
    if _has_screen() and not wishes.no_screen:
        return subprocess.call([sys.executable, "-m", "imsearch_gui", "--library", str(LIBRARY)])
    _show("What looks like", IMAGE_QUERY)
    _show("What looks like a region of", REGION_QUERY, "--region", REGION)
    return _picture()


def _has_screen() -> bool:
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _samples() -> Path:
    from imsearch_gui import paths

    return paths.samples()


def _imsearch(*arguments: str) -> dict[str, Any]:
    """What the command line answers."""
    command = [sys.executable, "-m", "imsearch_gui.cli", *arguments, "--json"]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if done.returncode:
        raise SystemExit(done.returncode)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _index() -> None:
    for model in MODELS:
        done = _imsearch("index", str(_samples()), "--library", str(LIBRARY), "--exclude", "*.md", "--model", model)
        new = done["added"] + done["changed"]
        print(f"{model}: {done['found']} pictures found, {new} indexed in {done['seconds']:.1f} s", flush=True)


def _show(title: str, name: str, *options: str) -> None:
    picture = str(_samples() / name)
    answer = _imsearch("search", str(LIBRARY), picture, "--model", MODELS[-1], "--top", "8", *options)
    where = f" ({options[-1]})" if options else ""
    took = answer["timings_ms"]
    # Each question is a process of its own here: the picture and the model cost it their start, too.
    started = (
        f" (decode {took['decode']:.0f} ms, model {took['encode']:.0f} ms, started anew)" if took["encode"] else ""
    )
    print(f"\n{title} {name}{where}: {answer['metric']}, {answer['how']}, {took['search']:.0f} ms{started}")
    for match in answer["matches"]:
        print(f"{match['rank']:4}  {match['score']:.3f}  {Path(match['path']).relative_to(_samples())}")


def _picture() -> int:
    """Have the window picture itself, in a process whose settings and caches are nobody's."""
    with tempfile.TemporaryDirectory() as world:
        own = {f"XDG_{name}_HOME": f"{world}/{name.lower()}" for name in ("CONFIG", "CACHE", "DATA", "STATE")}
        # The offscreen platform warns of what has no meaning there.
        quiet = {
            "QT_QPA_PLATFORM": "offscreen",
            "QT_LOGGING_RULES": "default.warning=false",
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        }
        environment = {**os.environ, **own, **quiet}
        status = subprocess.call([sys.executable, __file__, "--picture", str(PICTURE)], env=environment)
    if status == 0:
        print(f"\nThe window with these results: {PICTURE.relative_to(ROOT)}")
    return status


def _picture_window(file: Path) -> int:
    """Start the program as its own `main` does, ask the region query, and save what the window shows."""
    from imsearch_gui import app

    pictures: list[_Photographer] = []
    arguments = ["--library", str(LIBRARY), str(_samples() / REGION_QUERY)]
    status = app.main(arguments, watch=lambda program, window: pictures.append(_Photographer(program, window, file)))
    problem = pictures[0].problem
    if problem:
        print(problem, file=sys.stderr)
    return status or bool(problem)


class _Photographer:
    """Waits until everything that the window is to show has been painted, then saves it and closes the window."""

    def __init__(self, program: Program, window: MainWindow, file: Path) -> None:
        from PySide6.QtCore import QTimer

        self.problem = "The window did not show its results in time."
        self._answered_the_region = False
        self._program, self._window, self._file = program, window, file
        window.window().resize(1280, 800)  # a first start fits into the screen, and Qt's offscreen one is small
        program.search.answered.connect(self._answered)
        program.thumbnails.ready.connect(self._look_soon)
        for part in (program.libraries, program.search):
            part.failed.connect(self._failed)
        QTimer.singleShot(LIMIT_MS, window, window.close)

    def _answered(self, result: SearchResult) -> None:
        from imsearch_gui.domain.region import Region

        if result.query.like[0].region is None:
            self._program.search.set_region(Region.parse(REGION))
        else:
            self._answered_the_region = True
            view = self._window.results
            view.setCurrentIndex(view.results.index(0))
            self._look_soon()

    def _look_soon(self) -> None:
        from PySide6.QtCore import QTimer

        # Twice through the event loop: what has come in is laid out first.
        QTimer.singleShot(0, self._window, lambda: QTimer.singleShot(0, self._window, self._look))

    def _look(self) -> None:
        # The query has its region at once, while the answer to the whole picture is still there, thumbnails and all.
        if self.problem and self._answered_the_region and self._complete():
            self.problem = ""
            self._window.grab().save(str(self._file))
            self._window.close()

    def _complete(self) -> bool:
        from imsearch_gui.ui.details_panel import PREVIEW

        view = self._window.results
        room = view.viewport().rect()
        seen = [
            row for row in range(view.results.rowCount()) if view.visualRect(view.results.index(row)).intersects(room)
        ]
        if not seen or any(view.results.lacks_thumbnail(row) for row in seen):
            return False
        first = view.results.match_at(0).image
        return self._program.thumbnails.request(first.id, first.path, PREVIEW) is not None

    def _failed(self, sentence: str) -> None:
        self.problem = sentence
        self._window.close()


if __name__ == "__main__":
    sys.exit(main())
