"""Takes docs/report.webp: the page that `imsearch evaluate --report` writes of the sample pictures, in all models that ship.

It needs QtWebEngine, of the version of PySide6 that is installed; nothing else of the program does, so it is in no extra:

    .venv/bin/pip install "PySide6_Addons[webengine]==$(.venv/bin/python -c 'import PySide6; print(PySide6.__version__)')"
    .venv/bin/python packaging/report_picture.py

The picture begins at the table of all ways and ends below a question, at the double of the size in which a browser shows it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from imsearch_gui.domain.choices import DEFAULT_MODEL

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parent.parent
ENGINE = "PySide6.QtWebEngineWidgets"
PICTURE = ROOT / "docs" / "report.webp"
MODELS = (DEFAULT_MODEL, "classic", "pixels")
WIDTH = 1280
"""Of the page, in its own pixels."""
SCALE = 2
QUALITY = 80
QUESTIONS = 2
"""That are seen; each ends with a row of small pictures."""
MARGIN = 24
LOOK_MS, LIMIT_MS = 300, 120_000
SAME = 5
"""Looks at which nothing has changed."""
END = 100
"""Height of the last row of small pictures."""
PLACES = f"""
(() => {{
  const top = document.getElementById("ways-0").getBoundingClientRect().top + scrollY;
  const last = document.querySelectorAll("article.asked")[{QUESTIONS - 1}];
  return JSON.stringify([Math.floor(top - {MARGIN}), Math.floor(last.getBoundingClientRect().bottom + scrollY)]);
}})()
"""
LOADED = f"""
[...document.querySelectorAll("article.asked")].slice(0, {QUESTIONS})
  .every((one) => [...one.querySelectorAll("img")].every((image) => image.complete))
"""
"""Pictures outside of what is seen are loaded late."""


def main() -> int:
    if find_spec(ENGINE) is None:
        print(f"{ENGINE} is not installed: see the beginning of this file.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as home:
        page = _written(Path(home))
        return _taken(page)


def _written(home: Path) -> Path:
    """The page, by the program as it is used, in a home that is made for it."""
    shutil.copytree(ROOT / "resources" / "samples", home / "Pictures", ignore=shutil.ignore_patterns("*.md"))
    own = {f"XDG_{name}_HOME": f"{home}/.{name.lower()}" for name in ("CONFIG", "CACHE", "DATA", "STATE")}
    environment = {**os.environ, **own, "HOME": str(home), "LC_ALL": "C.UTF-8"}

    def imsearch(*arguments: str | Path) -> None:
        command = [sys.executable, "-m", "imsearch_gui.cli", *map(str, arguments)]
        subprocess.run(command, env=environment, check=True)

    library, page = home / "Sample pictures", home / "report.html"
    for model in MODELS:
        imsearch("index", home / "Pictures", "--library", library, "--model", model)
    imsearch("evaluate", library, home / "Pictures", "--report", page)
    return page


def _taken(page: Path) -> int:
    # These are read when the application is made. The page is our own: it needs no sandbox, which root would not get.
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(SCALE), "QTWEBENGINE_DISABLE_SANDBOX": "1"}
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    photographer = _Photographer(page)
    application.exec()
    if photographer.problem:
        print(photographer.problem, file=sys.stderr)
    return bool(photographer.problem)


class _Photographer:
    """Waits until what is wanted of the page has been painted, saves that, and ends the application."""

    def __init__(self, page: Path) -> None:
        from PySide6.QtCore import QTimer, QUrl
        from PySide6.QtWidgets import QApplication

        self.problem = "The page did not show itself in time."
        self._places = (0, 0)
        self._last: QImage | None = None
        self._same = 0
        # Not an import: who checks types may not have it.
        self._view: Any = import_module(ENGINE).QWebEngineView()
        settings = self._view.settings()
        settings.setAttribute(settings.WebAttribute.ShowScrollBars, False)
        self._view.resize(WIDTH, WIDTH)
        self._view.loadFinished.connect(lambda _: self._ask(PLACES, self._found))
        self._view.load(QUrl.fromLocalFile(str(page)))
        self._view.show()
        QTimer.singleShot(LIMIT_MS, self._view, QApplication.quit)

    def _ask(self, script: str, answered: Callable[[Any], None]) -> None:
        self._view.page().runJavaScript(script, 0, answered)

    def _found(self, places: str) -> None:
        top, bottom = json.loads(places)
        self._places = top, bottom
        self._view.resize(WIDTH, bottom)
        self._look()

    def _look(self) -> None:
        self._ask(LOADED, self._loaded)

    def _loaded(self, there: bool) -> None:
        self._soon(self._take if there else self._look)

    def _soon(self, step: Callable[[], None]) -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(LOOK_MS, self._view, step)

    def _take(self) -> None:
        """It tells nobody that it has been painted, which it is piece by piece: it has when there are small pictures at the end,
        and nothing has changed for a while."""
        from PySide6.QtCore import QRect
        from PySide6.QtWidgets import QApplication

        top, bottom = self._places
        image = self._view.grab(QRect(0, top, WIDTH, bottom - top)).toImage()
        self._same = self._same + 1 if image == self._last and not _empty(image) else 0
        self._last = image
        if self._same < SAME:
            self._soon(self._take)
            return
        self.problem = "" if image.save(str(PICTURE), "WEBP", QUALITY) else f"{PICTURE} cannot be written."
        QApplication.quit()


def _empty(image: QImage) -> bool:
    """Whether all is of one colour where the last small pictures should be."""
    from PySide6.QtGui import QImage

    end = image.copy(0, image.height() - END * SCALE, image.width(), END * SCALE)
    blank = QImage(end.size(), end.format())
    blank.setDevicePixelRatio(end.devicePixelRatio())
    blank.fill(end.pixelColor(0, 0))
    return end == blank


if __name__ == "__main__":
    sys.exit(main())
