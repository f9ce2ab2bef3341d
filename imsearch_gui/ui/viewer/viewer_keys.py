"""The keys of the viewer."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from imsearch_gui.ui.viewer.viewer import Viewer

Key = Qt.Key
Combination = tuple[int, bool, bool]
"""Key, whether with Ctrl, whether with Shift."""

_ENTER = (Key.Key_Return, Key.Key_Enter)
_CLOSING = (Key.Key_Space, Key.Key_Escape, *_ENTER)
_SHIFTED = (Key.Key_Plus, Key.Key_Equal, Key.Key_Minus, Key.Key_Underscore, Key.Key_0, Key.Key_1)
"""Keys that some keyboards reach by Shift and others without."""
_ARROWS = {Key.Key_Left: (1, 0), Key.Key_Right: (-1, 0), Key.Key_Up: (0, 1), Key.Key_Down: (0, -1)}
PAN = 64
"""Pixels of the window that a key moves the picture by."""


def keys_of(viewer: Viewer) -> dict[Combination, Callable[[], object]]:
    """What each key does."""
    plain: dict[Qt.Key, Callable[[], object]] = {
        Key.Key_Left: lambda: viewer.walk(-1),
        Key.Key_Up: lambda: viewer.walk(-1),
        Key.Key_PageUp: lambda: viewer.walk(-1),
        Key.Key_Right: lambda: viewer.walk(1),
        Key.Key_Down: lambda: viewer.walk(1),
        Key.Key_PageDown: lambda: viewer.walk(1),
        Key.Key_Home: lambda: viewer.walk_to(0),
        Key.Key_End: lambda: viewer.walk_to(sys.maxsize),
        Key.Key_Plus: lambda: viewer.panes.looked_at.canvas.zoom_by(1),
        Key.Key_Equal: lambda: viewer.panes.looked_at.canvas.zoom_by(1),
        Key.Key_Minus: lambda: viewer.panes.looked_at.canvas.zoom_by(-1),
        Key.Key_Underscore: lambda: viewer.panes.looked_at.canvas.zoom_by(-1),
        Key.Key_0: lambda: viewer.panes.looked_at.canvas.zoom_to(None),
        Key.Key_1: lambda: viewer.panes.looked_at.canvas.zoom_to(1.0),
        Key.Key_Z: lambda: viewer.panes.looked_at.canvas.toggle(),
        Key.Key_C: lambda: viewer.set_comparing(not viewer.panes.comparing),
        Key.Key_L: lambda: viewer.set_locked(not viewer.panes.locked) if viewer.panes.comparing else None,
        Key.Key_X: lambda: viewer.panes.swap() if viewer.panes.comparing else None,
        Key.Key_E: viewer.next_example,
        Key.Key_G: lambda: viewer.bar.outline.click() if viewer.bar.outline.isVisibleTo(viewer.bar) else None,
        Key.Key_W: lambda: viewer.bar.where.click() if viewer.bar.where.isVisibleTo(viewer.bar) else None,
        **dict.fromkeys(_CLOSING, viewer.leave),
    }
    keys: dict[Combination, Callable[[], object]] = {(key, False, False): work for key, work in plain.items()}
    keys |= {(key, True, False): viewer.find_similar for key in _ENTER}
    keys[Key.Key_O, True, True] = viewer.reveal
    for key, (x, y) in _ARROWS.items():
        keys[key, False, True] = lambda x=x, y=y: viewer.panes.looked_at.canvas.pan(x * PAN, y * PAN)  # type: ignore[misc]
    return keys


def key_of(event: QKeyEvent) -> Combination:
    """What was pressed; with any other modifier it is none of our keys."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    if modifiers & ~(control | shift):
        return 0, False, False
    shifted = bool(modifiers & shift) and event.key() not in _SHIFTED
    return event.key(), bool(modifiers & control), shifted


def closes(event: QKeyEvent) -> bool:
    """Whether the key closes: held down from the moment of opening it does not."""
    return event.key() in _CLOSING


def presses(event: QKeyEvent) -> bool:
    """Whether the key presses the button that has the keyboard."""
    return event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
