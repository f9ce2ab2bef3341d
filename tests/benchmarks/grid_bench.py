"""A million rows in the grid: what opening, resizing and scrolling cost, against QListView; a section of docs/performance.md.

    tests/e2e/with-screen.sh .venv/bin/python tests/benchmarks/grid_bench.py [--write] [--rows N]

A frame is what the GUI thread is busy with from an action to the end of the painting that it causes, thumbnails included: they are
handed out by a service that has a picture for every image, so that what is measured is the view.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import psutil
from page import measured, publish
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from imsearch_gui.app import make_application
from imsearch_gui.bridge.arranging import Arranging
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.bridge.thumbnails import ThumbnailService
from imsearch_gui.domain.records import FileExample, ImageRecord, Match, PictureInfo, Query, SearchResult, Strategy
from imsearch_gui.ui.results_area import ResultsArea
from imsearch_gui.ui.results_delegate import ResultsDelegate
from imsearch_gui.ui.results_model import ResultsModel
from imsearch_gui.ui.theme import Theme

SIDE = 160
STEPS = 300
WINDOW = QSize(1280, 800)


class Many(Sequence[Match]):
    """So many matches, each made when it is looked at."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(self._count))]
        info = PictureInfo(640, 480, "JPEG", "2024-08-03T12:13:14")
        image = ImageRecord(place, Path(f"/pictures/{place // 1000}/picture {place}.jpg"), 123_456, 0, info)
        return Match(place + 1, image, 1 - place / self._count)

    def row_of(self, image_id: int) -> int | None:
        return image_id


class AtOnce(ThumbnailService):
    """Has a thumbnail of everything."""

    def __init__(self) -> None:
        super().__init__()
        self._images = []
        for number in range(64):
            image = QImage(SIDE, 120, QImage.Format.Format_RGB888)
            image.fill(QColor.fromHsv(number * 5, 160, 200))
            self._images.append(image)

    def request(self, image_id: int, path: Path, side: int) -> QImage | None:
        return self._images[image_id % len(self._images)]

    def retain(self, image_ids: Iterable[int]) -> None:
        list(image_ids)


class Plain(QListView):
    """What one would take without thinking: Qt's own view, its batched layout, the same delegate."""

    def __init__(self, model: ResultsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        delegate = ResultsDelegate(SIDE, self)
        self.setItemDelegate(delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(1000)
        self.setUniformItemSizes(True)
        self.setGridSize(delegate.cell())
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setModel(model)


class _Watch(QObject):
    """Notes when a widget has painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.painted = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.UpdateRequest:
            self.painted = True
        return False


def frame(app: QApplication, watch: _Watch, act: Callable[[], object]) -> float:
    """Milliseconds from an action to the end of the turn in which it was painted."""
    watch.painted = False
    began = time.perf_counter()
    act()
    while True:
        app.processEvents()
        if watch.painted or time.perf_counter() - began > 5:
            break
    return (time.perf_counter() - began) * 1e3


def wheel(view: QAbstractItemView, notches: int) -> None:
    place = QPointF(200, 200)
    event = QWheelEvent(
        place,
        view.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, -120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def actions(view: QAbstractItemView) -> Iterator[tuple[str, Callable[[], object]]]:
    bar = view.verticalScrollBar()
    for _ in range(STEPS):
        yield "one notch of the wheel", lambda: wheel(view, 1)
    for _ in range(STEPS):
        yield "a page", lambda: bar.setValue(bar.value() + bar.pageStep())
    for step in range(STEPS):
        place = int(bar.maximum() * ((step * 37) % STEPS) / STEPS)
        yield "a drag of the bar", lambda place=place: bar.setValue(max(1, place))


def settle(app: QApplication, seconds: float = 0.3) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        app.processEvents()


def measure(
    app: QApplication, top: QWidget, view: QAbstractItemView, open_it: Callable[[], object]
) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {"opening": [], "a resize": []}
    top.resize(WINDOW)
    top.show()
    settle(app)
    watch = _Watch(top)
    times["opening"].append(frame(app, watch, open_it))
    settle(app)
    for step in range(40):
        times["a resize"].append(frame(app, watch, lambda step=step: top.resize(900 + 13 * step, 700)))
    settle(app)
    for name, act in actions(view):
        times.setdefault(name, []).append(frame(app, watch, act))
    return times


def result_of(rows: int) -> SearchResult:
    return SearchResult(Query((FileExample(Path("query")),), "classic"), Many(rows), Strategy.EXACT, rows)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--write", action="store_true")
    wishes = parser.parse_args()
    app = make_application()
    Theme(app, SettingsStore(Path("/nonexistent/settings.ini")))
    process = psutil.Process()
    service, arranging = AtOnce(), Arranging()
    area = ResultsArea(service, SIDE, arranging)
    before = process.memory_info().rss
    result = result_of(wishes.rows)
    ours = measure(app, area, area.view, lambda: area.show_result(result))
    memory = process.memory_info().rss - before
    area.show_list(True)
    settle(app)
    listed = measure(app, area, area.table, lambda: area.show_result(result_of(wishes.rows)))
    area.hide()
    model = ResultsModel()
    plain = Plain(model)

    def show_plain() -> None:
        model.set_result(result_of(wishes.rows))

    def paint_thumbnails() -> None:
        for number in range(800):
            known = service.request(number, Path(), SIDE)
            assert known is not None
            model.set_thumbnail(number, known)

    paint_thumbnails()
    theirs = measure(app, plain, plain, show_plain)
    plain.hide()
    arranging.close()
    publish("grid", section(wishes.rows, ours, listed, theirs, memory), write=wishes.write)


def section(
    rows: int,
    ours: dict[str, list[float]],
    listed: dict[str, list[float]],
    theirs: dict[str, list[float]],
    memory: int,
) -> str:
    lines = [
        "## A million rows in the window" if rows == 1_000_000 else f"## {rows:,} rows in the window",
        "",
        measured("tests/e2e/with-screen.sh python tests/benchmarks/grid_bench.py", "PySide6-Essentials"),
        f"{rows:,} matches, thumbnails of {SIDE} pixels, a window of 1280 x 800 on Xvfb; ms from the action to the end"
        " of its painting.",
        "",
        "| | grid: median | 99 % | list: median | 99 % | QListView: median | 99 % |",
        "|---|---|---|---|---|---|---|",
    ]
    for name in ours:
        cells = " | ".join(
            f"{np.median(times[name]):.1f} | {np.percentile(times[name], 99):.1f}" for times in (ours, listed, theirs)
        )
        lines.append(f"| {name} | {cells} |")
    every = [value for times in ours.values() for value in times]
    lines += [
        "",
        f"All frames of the grid together: median {np.median(every):.1f} ms, 99th percentile {np.percentile(every, 99):.1f} ms"
        f" (limits: 16 and 50). Memory that showing and scrolling them added: {memory / 1e6:.0f} MB.",
    ]
    return "\n".join(lines) + "\n"


main()
