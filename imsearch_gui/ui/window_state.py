"""Where the window stood and how its panels were divided, from one start to the next."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSplitter, QWidget

from imsearch_gui.bridge.settings_store import SettingsStore


def keep(settings: SettingsStore, window: QWidget, splitter: QSplitter) -> None:
    """Remember how things stand."""
    settings.keep_state("geometry", window.saveGeometry())
    settings.keep_state("splitter", splitter.saveState())


FRAME = QSize(16, 48)
"""Pixels that the title bar and the edges of a window may take."""


def begin(window: QWidget, size: QSize) -> None:
    """The size of the first start: `size`, or what the screen has room for."""
    room = window.screen().availableGeometry().size() - FRAME
    window.resize(size.boundedTo(room).expandedTo(window.minimumSize()))


def restore(settings: SettingsStore, window: QWidget, splitter: QSplitter) -> None:
    """Put things back; nothing changes where nothing was kept."""
    for state, apply in (("geometry", window.restoreGeometry), ("splitter", splitter.restoreState)):
        kept = settings.state(state)
        if not kept.isEmpty():
            apply(kept)
