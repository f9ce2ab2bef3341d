"""Settings on disk, read and written by the rows of `domain.settings`."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import platformdirs
from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from imsearch_gui import paths
from imsearch_gui.domain.settings import Setting, Value

_log = logging.getLogger(__name__)

RECENT = 12
WATCHED = 1000
"""Roots that are remembered as watched; more than anybody has, so that the list cannot grow for ever."""
DURATIONS = 64
"""Things of which is remembered how long they took."""
LONGEST_S = 86_400.0

WatchedRoot = tuple[Path, str, Path]
"""Where a library lies, its identity (`library.care.identify`), and one of its roots."""


class SettingsStore(QObject):
    """Values by setting; what is stored and makes no sense reads as the default."""

    changed = Signal(str)
    """The key of a setting that has another value now."""

    def __init__(self, file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        where = file or platformdirs.user_config_path(paths.APP, appauthor=False) / "settings.ini"
        self._settings = QSettings(str(where), QSettings.Format.IniFormat)

    def get(self, setting: Setting) -> Value:
        return setting.valid(self._value(setting.key, setting.default))

    def set(self, setting: Setting, value: Value) -> None:
        before = self.get(setting)
        self._settings.setValue(setting.key, value)
        if before != self.get(setting):
            self.changed.emit(setting.key)

    def recent(self) -> list[Path]:
        """Libraries, the one used last first."""
        return self._paths("window/recent_libraries")

    def used(self, library: Path) -> None:
        """Put a library at the head of the recent ones."""
        names = [str(library), *(str(path) for path in self.recent() if path != library)]
        self._settings.setValue("window/recent_libraries", json.dumps(names[:RECENT]))

    def forget(self, library: Path) -> None:
        """Take a library off the recent ones, with the model that was chosen for it."""
        self._settings.setValue(
            "window/recent_libraries", json.dumps([str(path) for path in self.recent() if path != library])
        )
        models = {name: model for name, model in self._models().items() if name != str(library)}
        self._settings.setValue("window/models", json.dumps(models))

    def watched(self) -> list[WatchedRoot]:
        """Roots that may be watched, the newest first.

        Earlier versions kept whole libraries, under another key: what those say, nobody was asked about each root, so it counts
        for nothing, and each is asked about once.
        """
        kept = self._json("window/watched_roots")
        rows = [row for row in kept if _is_watched_root(row)] if isinstance(kept, list) else []
        return [(Path(library), identity, Path(root)) for library, identity, root in rows]

    def keep_watched(self, roots: Sequence[WatchedRoot]) -> None:
        """Remember the roots that `watched` gives."""
        rows = [[str(library), identity, str(root)] for library, identity, root in roots[:WATCHED]]
        self._settings.setValue("window/watched_roots", json.dumps(rows))

    def folders(self) -> list[Path]:
        """Folders that pictures were copied or moved to, the last one first."""
        return self._paths("acting/folders")

    def keep_folders(self, folders: Sequence[Path]) -> None:
        """Remember the folders that `folders` gives."""
        self._settings.setValue("acting/folders", json.dumps([str(folder) for folder in folders]))

    def model_of(self, library: Path) -> str:
        """Id of the model that was last searched with in a library; empty where nobody has chosen one."""
        return self._models().get(str(library), "")

    def keep_model(self, library: Path, model_id: str) -> None:
        """Remember which model was chosen for a library."""
        models = {name: model for name, model in self._models().items() if name != str(library)}
        newest = [(str(library), model_id), *models.items()][:RECENT]
        self._settings.setValue("window/models", json.dumps(dict(newest)))

    def _models(self) -> dict[str, str]:
        models = self._json("window/models")
        return {name: str(model) for name, model in models.items()} if isinstance(models, dict) else {}

    def seconds_of(self, what: str) -> float | None:
        """How long something took the last time; None where nobody knows."""
        seconds = self._seconds().get(what)
        return seconds if isinstance(seconds, float) and 0 < seconds < LONGEST_S else None

    def keep_seconds(self, what: str, seconds: float) -> None:
        """Remember how long something took."""
        before = {name: known for name, known in self._seconds().items() if name != what}
        newest = [(what, round(seconds, 2)), *before.items()][:DURATIONS]
        self._settings.setValue("window/seconds", json.dumps(dict(newest)))

    def _seconds(self) -> dict[str, object]:
        seconds = self._json("window/seconds")
        return seconds if isinstance(seconds, dict) else {}

    def _value(self, key: str, default: object = None) -> Any:
        """What is stored; the default where Qt refuses to make an object of it."""
        try:
            return self._settings.value(key, default)
        except RuntimeError as error:
            _log.warning("the setting %s cannot be read: %s", key, error)
            return default

    def _paths(self, key: str) -> list[Path]:
        names = self._json(key)
        return [Path(name) for name in names if isinstance(name, str)] if isinstance(names, list) else []

    def _json(self, key: str) -> Any:
        """None where there is nothing, or nothing that could be read."""
        try:
            return json.loads(str(self._value(key, "null")))
        except (ValueError, RecursionError):
            return None

    def state(self, name: str) -> QByteArray:
        """Geometry and splitters as Qt packs them; empty where nothing was kept."""
        value = self._value(f"state/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_state(self, name: str, state: QByteArray) -> None:
        self._settings.setValue(f"state/{name}", state)

    def close(self) -> None:
        """Write what is not on the disk yet."""
        self._settings.sync()


def _is_watched_root(row: object) -> bool:
    return isinstance(row, list) and len(row) == 3 and all(isinstance(part, str) for part in row)
