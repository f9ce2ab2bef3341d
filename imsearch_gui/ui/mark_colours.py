"""The nine colours that images can be marked with: far enough apart to be told by name, right on light and dark ground."""

from __future__ import annotations

from PySide6.QtGui import QColor

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.marks import COLOURS

_COLOURS = ("#e5484d", "#f2822f", "#f2c51d", "#46a758", "#12a594", "#3e8ee0", "#8a5cd6", "#d6559b", "#8b8d98")


def mark_colour(number: int) -> QColor:
    """Of a number from 1 to COLOURS."""
    return QColor(_COLOURS[number - 1])


def mark_colour_name(number: int) -> str:
    """What the user calls it."""
    names = (
        tr("Red"),
        tr("Orange"),
        tr("Yellow"),
        tr("Green"),
        tr("Teal"),
        tr("Blue"),
        tr("Violet"),
        tr("Pink"),
        tr("Grey"),
    )
    assert len(names) == COLOURS
    return names[number - 1]
