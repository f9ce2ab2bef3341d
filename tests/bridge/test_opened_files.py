"""Files that the desktop asks the program to open by an event."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl
from PySide6.QtGui import QFileOpenEvent
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.opened_files import OpenedFiles
from imsearch_gui.wishes import Wishes


def test_what_comes_at_once_is_one_wish_and_waits_until_somebody_receives_it(qtbot: QtBot, tmp_path: Path) -> None:
    desktop = QObject()
    opened = OpenedFiles(desktop)
    files = [tmp_path / "a b.jpg", tmp_path / "ä.png", tmp_path / "c.webp"]
    for file in files[:2]:
        QCoreApplication.sendEvent(desktop, QFileOpenEvent(str(file)))
    QCoreApplication.sendEvent(desktop, QFileOpenEvent(QUrl("https://example.org/page")))  # no file
    QCoreApplication.sendEvent(desktop, QEvent(QEvent.Type.User))
    qtbot.wait(10)
    heard: list[Wishes] = []
    opened.receive(heard.append)
    assert heard == [Wishes(paths=tuple(files[:2]))]
    QCoreApplication.sendEvent(desktop, QFileOpenEvent(str(files[2])))
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[1] == Wishes(paths=(files[2],))
