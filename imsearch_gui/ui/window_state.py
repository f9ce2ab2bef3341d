"""Where the window stood and how its panels were divided, from one start to the next."""

from __future__ import annotations

from PySide6.QtWidgets import QSplitter, QWidget

from imsearch_gui.bridge.settings_store import SettingsStore


def keep(settings: SettingsStore, window: QWidget, splitter: QSplitter) -> None:
    """Remember how things stand."""
    settings.keep_state("geometry", window.saveGeometry())
    settings.keep_state("splitter", splitter.saveState())


def restore(settings: SettingsStore, window: QWidget, splitter: QSplitter) -> None:
    """Put things back; nothing changes where nothing was kept."""
    for state, apply in (("geometry", window.restoreGeometry), ("splitter", splitter.restoreState)):
        kept = settings.state(state)
        if not kept.isEmpty():
            apply(kept)
