"""Text from outside is shown letter by letter.

Qt takes what looks like markup for markup, in labels, questions and tool tips alike, and loads the pictures that it names: a file
may be called so that to point at it reads /dev/zero to its end.
"""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def tip(text: str) -> str:
    """A text as a tool tip."""
    if "<" not in text and "&" not in text:
        return text
    return f"<p style='white-space: pre-wrap'>{html.escape(text)}</p>"


def plain(label: QLabel) -> QLabel:
    """The label, which takes nothing for markup unless it was told to."""
    if label.textFormat() is Qt.TextFormat.AutoText:
        label.setTextFormat(Qt.TextFormat.PlainText)
    return label
