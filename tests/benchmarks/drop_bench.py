"""From a picture that is dropped to the results that are painted. Writes its section of docs/performance.md.

    tests/e2e/with-screen.sh .venv/bin/python tests/benchmarks/drop_bench.py [--rows N] [--write]

The real window on a real X server, with a library of 100,000 pictures whose vectors are made up; the pictures that will be found
exist and have thumbnails, as in a library that is in use. Photos of 12 megapixels, each another one, are dropped on the window one
after the other. The limit, measured after them in the same run: decode and inference of each photo alone, all cores on it.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from index_bench import LARGE, photographs
from page import DATA, measured, median, publish
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from imsearch_gui.domain.plan import FoundFile
from imsearch_gui.domain.records import FileExample, PictureInfo, Query, SearchResult
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.store import InstalledModel, ModelStore, read_model
from imsearch_gui.imaging import decoder, resize
from imsearch_gui.library.library import Library
from imsearch_gui.library.records import Encoded
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.search import Searcher

if TYPE_CHECKING:
    from imsearch_gui.bridge.program import Program
    from imsearch_gui.ui.main_window import MainWindow

PHOTOS = 16
BATCH = 5_000
SEEN = 60
PAUSE_MS = 400


def fill(home: Path, pictures: Path, model: InstalledModel, rows: int) -> None:
    """A library of so many pictures, every one a link to one of a hundred files."""
    sources = photographs(pictures.parent / "small", (640, 480), 100)
    random = np.random.default_rng(0)
    dimension = model.spec.dimension
    centres = random.standard_normal((500, dimension), dtype=np.float32)
    with LibraryWriter.open(home) as writer:
        key = writer.use_model(
            model.spec.id,
            title=model.spec.title,
            dimension=dimension,
            fingerprint=model.fingerprint,
            folder=model.folder,
        )
        root = writer.add_root(pictures, recursive=True, exclude=())
        for start in range(0, rows, BATCH):
            count = min(BATCH, rows - start)
            vectors = centres[random.integers(0, 500, count)] + 0.5 * random.standard_normal(
                (count, dimension), dtype=np.float32
            )
            items = []
            for number, vector in enumerate(vectors, start):
                path = pictures / f"{number // 1000:03}" / f"IMG_{number:06}.jpg"
                if number % 1000 == 0:
                    path.parent.mkdir(parents=True)
                path.hardlink_to(sources[number % len(sources)])
                status = path.stat()
                file = FoundFile(path, status.st_size, status.st_mtime_ns)
                items.append(Encoded(file, number.to_bytes(16, "big"), PictureInfo(640, 480, "JPEG"), vector))
            writer.store(key, {item.file.path: root for item in items}, items, [])


def make_thumbnails(home: Path, model: InstalledModel, photos: list[Path]) -> None:
    from imsearch_gui.imaging.thumbnails import ThumbnailCache

    cache = ThumbnailCache()
    with Library.open(home) as library:
        searcher = Searcher(library, ModelStore())
        for photo in photos:
            result = searcher.search(Query(like=(FileExample(photo),), model_id=model.spec.id, top=SEEN))
            for match in result.matches:
                cache.load(match.image.path, 256)
        searcher.close()


class Drops(QObject):
    """Drops one photo after the other and notes when the results are on the screen."""

    def __init__(self, program: Program, window: MainWindow, photos: list[Path]) -> None:
        super().__init__(window)
        self.spans: list[dict[str, float]] = []
        self._program, self._window = program, window
        self._photos = list(photos)
        self._dropped = self._answered = 0.0
        self._result: SearchResult | None = None
        self._viewport = window.results.viewport()
        self._viewport.installEventFilter(self)
        program.search.answered.connect(self._take)
        program.search.failed.connect(print)
        QTimer.singleShot(4000, self, self._drop)

    def _drop(self) -> None:
        if not self._photos:
            self._window.close()
            return
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self._photos.pop(0)))])
        middle = QPointF(self._window.rect().center())
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(middle, Qt.DropAction.CopyAction, data, buttons, keys)
        QApplication.sendEvent(self._window, enter)
        event = QDropEvent(middle, Qt.DropAction.CopyAction, data, buttons, keys)
        self._result = None
        self._dropped = time.perf_counter()
        QApplication.sendEvent(self._window, event)

    def _take(self, result: SearchResult) -> None:
        self._result, self._answered = result, time.perf_counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._result is not None and self._shows(self._result):
            # The filter comes before the painting; this comes after it.
            result, self._result = self._result, None
            QTimer.singleShot(0, self, lambda: self._painted(result))
        return False

    def _shows(self, result: SearchResult) -> bool:
        return self._window.area.result is result and self._window.results.results.rowCount() > 0

    def _painted(self, result: SearchResult) -> None:
        now = time.perf_counter()
        timings = result.timings
        whole = (now - self._dropped) * 1e3
        self.spans.append(
            {
                "whole": whole,
                "decode": timings.decode,
                "encode": timings.encode,
                "search": timings.search,
                "read, queue and catalog": (self._answered - self._dropped) * 1e3
                - timings.decode
                - timings.encode
                - timings.search,
                "window and paint": (now - self._answered) * 1e3,
            }
        )
        QTimer.singleShot(PAUSE_MS, self, self._drop)


def alone(model: InstalledModel, photos: list[Path]) -> float:
    """Milliseconds of decode and inference of a photo, median."""
    encoder = open_encoder(model, threads=os.cpu_count() or 1)
    need = resize.need_of(model.spec.input)

    def one(path: Path) -> None:
        pixels = resize.fit(decoder.decode(path.read_bytes(), need=need).pixels, model.spec.input)
        encoder.encode(pixels[np.newaxis])

    one(photos[0])
    times = []
    for path in photos:
        began = time.perf_counter()
        one(path)
        times.append((time.perf_counter() - began) * 1e3)
    return median(times)


def run(model: InstalledModel, rows: int) -> list[str]:
    with tempfile.TemporaryDirectory() as world:
        for name in ("CONFIG", "CACHE", "DATA", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(world, name.lower()))
        home, pictures = Path(world, "library"), Path(world, "pictures")
        fill(home, pictures, model, rows)
        photos = photographs(Path(world, "photos"), LARGE, PHOTOS)
        make_thumbnails(home, model, photos)
        from imsearch_gui.app import main as program_main

        seen: list[Drops] = []
        watch: Callable[[Program, MainWindow], None] = lambda program, window: seen.append(  # noqa: E731
            Drops(program, window, photos)
        )
        program_main(["--library", str(home)], watch=watch)
        spans = seen[0].spans[1:]  # the first one also loads the window's parts
        limit = alone(model, photos[1:])
    whole = median([span["whole"] for span in spans])
    parts = {name: median([span[name] for span in spans]) for name in spans[0] if name != "whole"}
    told = ", ".join(f"{name} {spent:.1f}" for name, spent in parts.items())
    return [
        f"| {model.spec.title} | {whole:.0f} | {max(span['whole'] for span in spans):.0f} | {limit:.0f} |"
        f" {whole / limit:.2f} | {told} |"
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--model", help="folder or id; DeiT-Tiny of the shared data, or classic")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    deit = DATA / "models" / "deit-tiny-w3a3"
    wanted = options.model or (str(deit) if deit.exists() else "classic")
    model = read_model(Path(wanted)) if Path(wanted).is_dir() else ModelStore().find(wanted)
    lines = [
        "## From a drop to painted results",
        "",
        measured(
            "tests/e2e/with-screen.sh python tests/benchmarks/drop_bench.py", "PySide6-Essentials", "onnxruntime-gpu"
        ),
        f" {PHOTOS - 1} photos of 12 megapixels, a library of {options.rows:,} pictures; ms, medians.",
        "",
        "| model | drop to paint | slowest | decode and inference alone | ratio | its parts |",
        "|---|---|---|---|---|---|",
        *run(model, options.rows),
    ]
    publish("drop", "\n".join(lines), write=options.write)


# Worker processes import this module anew.
if __name__ == "__main__":
    main()
