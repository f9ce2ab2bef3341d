"""Whether somebody works in the window, and what an indexing job leaves to them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor

from imsearch_gui.bridge.presence import RESTS_AFTER_S, Presence
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.choices import Manners
from imsearch_gui.domain.settings import WHILE_WORKING


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("manners", "there", "at_work"),
    [
        (Manners.ALL, 4, 4),
        (Manners.ONE_LESS, 4, 3),
        (Manners.ONE_LESS, 1, 1),
        (Manners.ONE, 4, 1),
        (Manners.ONE, 1, 1),
    ],
)
def test_what_is_left_to_a_job(manners: Manners, there: int, at_work: int) -> None:
    assert manners.workers(there) == at_work


@pytest.fixture
def settings(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.ini")


def test_a_job_gives_way_while_somebody_works_and_for_a_while_after(qtbot: object, settings: SettingsStore) -> None:
    clock = Clock()
    presence = Presence(settings, clock=clock)
    presence.watch()
    assert presence.workers(4) == 4, "nobody has done anything yet"
    presence.note(True)
    assert presence.workers(4) == 3
    clock.now += RESTS_AFTER_S - 0.1
    assert presence.workers(4) == 3
    clock.now += 0.2
    assert presence.workers(4) == 4
    presence.rest()
    settings.close()


def test_the_mouse_is_noticed_and_the_setting_counts_at_once(
    qtbot: object, settings: SettingsStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    where = QPoint(5, 5)
    monkeypatch.setattr(QCursor, "pos", staticmethod(lambda: QPoint(where)))
    presence = Presence(settings, clock=clock)
    presence.watch()
    presence._look()
    assert not presence.working
    where.setX(9)
    presence._look()
    assert presence.working
    assert presence.workers(8) == 7
    settings.set(WHILE_WORKING, Manners.ONE.value)
    presence._look()
    assert presence.workers(8) == 1
    settings.set(WHILE_WORKING, Manners.ALL.value)
    presence._look()
    assert presence.workers(8) == 8
    presence.rest()
    settings.close()
