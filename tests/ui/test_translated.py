"""Nothing that the window shows is left out of the translations: in a language that marks every sentence, all of it is marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib.metadata import distributions

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QTreeWidget,
    QWidget,
)

from imsearch_gui.domain.language import Language, speak, spoken

OPEN, CLOSE = "⟦", "⟧"
BREAK = "\u200b"
"""Where a long name may be broken."""
DATA = re.compile(
    r"\S*/\S*|imsearch ViT|imsearch|"
    r"Holiday|\.jpg|\.png|Classic|Pixels of|classic|CLIP|MIT|Gold|Sea|The disk is full|moved to the bin|Undo|"
    r"Best first\b|JPEG|PNG|PDF|CSV|JSON|English|Deutsch|Tiếng Việt|CUDA|DirectML|CoreML|OpenVINO|Ctrl|Shift|Alt|F\d|"
    r"Python|Qt|Linux|NumPy|onnx|SQLite|Pillow|OpenCV|hnswlib|x86|aarch64|cores?|GB|Good for most|A[345]|Letter|Return|Space|"
    r"pictures?\b|test_every\w*|tmp|pytest-of-\w*|A camera|Raw pixels|the file is empty|nbsp|"
    r"PgUp|PgDown|Home|End|Left|Right|Up|Down|Esc|Del|Enter|Ins|sRGB"
)
"""What is no sentence of the program: names, keys, formats, and what the fixtures themselves say."""


class _Marking(QTranslator):
    def translate(
        self, context: str | bytes, source: str | bytes, comment: str | bytes | None = None, n: int = -1
    ) -> str:
        return f"{OPEN}{source if isinstance(source, str) else source.decode()}{CLOSE}"

    def isEmpty(self) -> bool:
        return False


PACKAGES = {name for package in distributions() if (name := package.metadata["Name"])}
"""The window about the program names those that it uses."""


@pytest.fixture
def marking(qapp: QApplication) -> Iterator[None]:
    before, translator = spoken(), _Marking()
    qapp.installTranslator(translator)
    speak(Language(lambda source, _comment, number: f"{OPEN}{source.replace('%Ln', str(number))}{CLOSE}"))
    yield
    speak(before)
    qapp.removeTranslator(translator)


def texts_of(window: QWidget) -> Iterator[str]:
    """Everything that can be read in a window."""
    for widget in (window, *window.findChildren(QWidget)):
        yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QListWidget):
            yield from (widget.item(row).text() for row in range(widget.count()))
        elif isinstance(widget, QTreeWidget):
            yield from (widget.topLevelItem(row).text(0) for row in range(widget.topLevelItemCount()))  # type: ignore[union-attr]
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def unmarked(text: str) -> str:
    """What is left of a text without what is marked, and without names and numbers."""
    rest = text
    while OPEN in rest:
        before, _, behind = rest.partition(OPEN)
        depth, place = 1, 0
        while depth and place < len(behind):
            depth += {OPEN: 1, CLOSE: -1}.get(behind[place], 0)
            place += 1
        rest = before + " " + behind[place:]
    return " ".join(re.findall(r"[^\W\d_]{3,}", DATA.sub(" ", rest.replace(BREAK, ""))))


@pytest.mark.usefixtures("marking")
def test_every_text_is_translated(open_window: Callable[[str], QWidget], name: str) -> None:
    window = open_window(name)
    left = {text for text in texts_of(window) if unmarked(text)}
    assert left - PACKAGES == set()


def test_the_check_sees_what_is_not_translated() -> None:
    assert unmarked("⟦Style⟧: plain words") == "plain words"
    assert unmarked("⟦{0} of ⟦two⟧ parts⟧ · 12 px · a.jpg (F1)") == ""
