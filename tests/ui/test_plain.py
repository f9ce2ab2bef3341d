"""Names from outside that look like markup are shown letter by letter: nothing that they name is loaded."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel

from imsearch_gui.ui.elided_label import ElidedLabel
from imsearch_gui.ui.plain import plain, tip
from imsearch_gui.ui.theme import heading, quiet, title

UI = Path(__file__).resolve().parent.parent.parent / "imsearch_gui" / "ui"
NAMES = ('/p/<img src="/dev/zero">.jpg', "a & b < c", "&lt;img src='/dev/zero'>", "a\n<b>b</b>", "<qt>", "plain")


class Document(QTextDocument):
    """Takes what it is given for markup, as a tool tip does, and tells what it wants to load for it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.wanted: list[str] = []
        self.setHtml(text) if "<" in text or "&" in text else self.setPlainText(text)
        self.size()  # laid out, so that pictures are asked for

    def loadResource(self, kind: int, name: Any) -> Any:
        self.wanted.append(name.toString())
        return None


@pytest.mark.parametrize("name", NAMES)
def test_a_tool_tip_loads_nothing_and_says_what_it_should(name: str, qapp: QApplication) -> None:
    document = Document(tip(name))
    assert document.wanted == []
    assert document.toPlainText() == name


def test_without_it_a_picture_would_be_loaded(qapp: QApplication) -> None:
    assert set(Document(NAMES[0]).wanted) == {"/dev/zero"}


@pytest.mark.parametrize("style", [plain, quiet, heading, title])
def test_labels_take_nothing_for_markup(style: Any, qapp: QApplication) -> None:
    label = style(QLabel(NAMES[0]))
    assert label.textFormat() is Qt.TextFormat.PlainText
    rich = QLabel("<a href='x'>x</a>")
    rich.setTextFormat(Qt.TextFormat.RichText)
    assert style(rich).textFormat() is Qt.TextFormat.RichText
    assert "<img" not in ElidedLabel(NAMES[0]).toolTip()


def spoken(file: Path) -> list[str]:
    """Tool tips of a module that are neither of its own words nor made plain, as "file:line"."""
    found = []
    for node in ast.walk(ast.parse(file.read_text())):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "setToolTip"):
            continue
        text = ast.unparse(node.args[-1])
        own = isinstance(node.args[-1], ast.Constant) or text.startswith(("self.tr(", "tr(", "tip(", "as_tip("))
        if not own:
            found.append(f"{file.relative_to(UI)}: {text}")
    return found


OF_ITS_OWN = {
    "actions.py: f'{plain} ({shortcut})' if shortcut else plain",
    "filter_section.py: orientation_name(orientation)",
    "filter_section.py: picture_count(number)",
    "history_popup.py: name",
    "results_bar.py: f'{text} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})'",
    "strength_slider.py: text or self.tr('Draw a line below the matches that are rarer than chance')",
    "top_bar.py: name",
    "viewer/bar.py: f'{name} ({shown})'",
}
"""Tool tips made of the program's own words."""


def test_tool_tips_with_words_of_others_are_made_plain() -> None:
    assert {line for file in UI.rglob("*.py") for line in spoken(file)} <= OF_ITS_OWN
