"""Does the window answer while pictures are indexed? Writes its section of docs/performance.md.

    tests/e2e/with-screen.sh .venv/bin/python tests/benchmarks/window_bench.py [--pictures N] [--dry]

The real window on a real X server indexes N generated pictures of 640 x 480 on all cores, while it is searched twice a second and
scrolled. A timer on the GUI thread that is due every 5 ms notes how late it comes: that is what a click would have waited.
"""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image
from PySide6.QtCore import Qt, QTimer, qVersion

if TYPE_CHECKING:
    from imsearch_gui.bridge.program import Program
    from imsearch_gui.ui.main_window import MainWindow

PAGE = Path(__file__).resolve().parents[2] / "docs" / "performance.md"
BEGIN, END = "<!-- window: begin -->", "<!-- window: end -->"
EVERY_MS = 5
SEARCH_MS = 500
SCROLL_MS = 40


def draw(folder: Path, number: int) -> None:
    random = np.random.default_rng(number)
    small = random.integers(0, 256, (12, 16, 3), np.uint8)
    Image.fromarray(small).resize((640, 480), Image.Resampling.BICUBIC).save(folder / f"{number:05}.jpg", quality=85)


class Watch:
    """Notes how late the GUI thread is."""

    def __init__(self, program: Program, window: MainWindow, pictures: Path) -> None:
        from imsearch_gui.domain.records import IndexRequest

        self.late: list[float] = []
        self.searches = 0
        self.speed = 0.0
        self._program, self._window, self._pictures = program, window, pictures
        self._last = 0.0
        self._timers = [
            self._timer(EVERY_MS, self._tick),
            self._timer(SEARCH_MS, self._search),
            self._timer(SCROLL_MS, self._scroll),
        ]
        program.search.answered.connect(lambda _: self._count())
        program.indexing.finished.connect(self._finished)
        program.indexing.failed.connect(print)
        QTimer.singleShot(
            1000,
            window,
            lambda: program.indexing.start(program.libraries.folder_for("bench"), IndexRequest((pictures,), "classic")),
        )

    def _timer(self, interval: int, work: object) -> QTimer:
        timer = QTimer(self._window)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(work)
        timer.start(interval)
        return timer

    def _tick(self) -> None:
        now = time.perf_counter()
        if self._program.indexing.running and self._last:
            self.late.append(max(0.0, (now - self._last) * 1000 - EVERY_MS))
        self._last = now

    def _count(self) -> None:
        self.searches += 1

    def _search(self) -> None:
        state = self._program.libraries.current
        if self._program.indexing.running and state is not None and state.images:
            self._program.search.ask_files([self._pictures / f"{self.searches % 50:05}.jpg"])

    def _scroll(self) -> None:
        bar = self._window.results.verticalScrollBar()
        bar.setValue((bar.value() + 60) % max(1, bar.maximum()))

    def _finished(self, report: object) -> None:
        self.speed = getattr(report, "images_per_second", 0.0)
        for timer in self._timers:
            timer.stop()
        self._window.close()


def section(watch: Watch, pictures: int) -> str:
    late = np.asarray(watch.late)
    p50, p99 = np.percentile(late, [50, 99])
    machine = f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    return f"""## The window while it indexes

Measured on {date.today()}: {machine}, Qt {qVersion()}, Xvfb, by
`tests/e2e/with-screen.sh python tests/benchmarks/window_bench.py`: {pictures:,} pictures of 640 x 480 indexed with
`classic` on all cores ({watch.speed:.0f} images/s), {watch.searches} searches and steady scrolling meanwhile; {len(late):,}
ticks of a timer on the GUI thread.

| the GUI thread answers within | ms |
|---|---|
| median | {p50:.1f} |
| 99th percentile (limit: 50) | {p99:.1f} |
| worst | {late.max():.0f} |
"""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pictures", type=int, default=6000)
    parser.add_argument("--dry", action="store_true", help="print only")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as world:
        for name in ("CONFIG", "CACHE", "DATA", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(world, name.lower()))
        pictures = Path(world, "pictures")
        pictures.mkdir()
        for number in range(options.pictures):
            draw(pictures, number)
        from imsearch_gui.app import main as program_main

        watches: list[Watch] = []
        program_main([], watch=lambda program, window: watches.append(Watch(program, window, pictures)))
    text = section(watches[0], options.pictures)
    print(text)
    if not options.dry:
        page = PAGE.read_text()
        if BEGIN not in page:
            page += f"\n{BEGIN}\n{END}\n"
        before, rest = page.split(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n{text}{END}{rest.split(END)[1]}")


# Worker processes import this module anew.
if __name__ == "__main__":
    main()
