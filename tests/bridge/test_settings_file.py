"""A settings file that is damaged, or from somewhere else: it reads as the defaults."""

from __future__ import annotations

from pathlib import Path

import pytest

from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.settings import LANGUAGE


def test_lists_that_are_nested_too_deeply_are_empty(tmp_path: Path) -> None:
    deep = "[" * 5000
    text = f'[window]\nrecent_libraries="{deep}"\nmodels="{deep}"\nseconds="{deep}"\n[acting]\nfolders="{deep}"\n'
    (tmp_path / "settings.ini").write_text(text)
    store = SettingsStore(tmp_path / "settings.ini")
    assert store.recent() == store.folders() == []
    assert store.model_of(Path("/x")) == ""
    assert store.seconds_of("x") is None


class Planted:
    """What would touch a file where it is made anew."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.touch, (self.file,)


def test_objects_of_python_are_not_made(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    from PySide6.QtCore import QSettings

    planted = QSettings(str(tmp_path / "planted.ini"), QSettings.Format.IniFormat)
    planted.setValue(LANGUAGE.key, Planted(tmp_path / "made"))
    planted.setValue("state/window", Planted(tmp_path / "made"))
    planted.sync()
    # Under another name, as Qt keeps what it has written in memory.
    (tmp_path / "planted.ini").rename(tmp_path / "settings.ini")
    store = SettingsStore(tmp_path / "settings.ini")
    assert store.get(LANGUAGE) == LANGUAGE.default
    assert store.state("window").isEmpty()
    assert "cannot be read" in caplog.text
    assert not (tmp_path / "made").exists()
