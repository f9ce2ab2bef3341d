"""Pictures whose disk is away: found, shown and searched for as before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.preview import Preview, read_preview
from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.records import FileExample
from imsearch_gui.imaging.thumbnails import ThumbnailCache

Closing = Callable[[Any], Any]


def test_an_image_that_is_away_is_searched_for_and_shown(
    qtbot: QtBot, settings: SettingsStore, closing: Closing, hear: Any, library: Path, pictures: Path
) -> None:
    program = closing(Program(settings))
    answers, shown, thumbnails = (
        hear(program.search.answered),
        hear(program.search.examples_shown),
        hear(program.thumbnails.ready),
    )
    for file in pictures.iterdir():
        ThumbnailCache().load(file, 256)
    pictures.rename(pictures.with_name("away"))
    with qtbot.waitSignal(program.libraries.opened):
        program.libraries.open(library)
    assert [root.online for root in program.libraries.current.roots] == [False]
    program.search.ask_files([pictures / "2.png"])
    qtbot.waitUntil(lambda: bool(answers) and shown[-1][0][0].picture is not None)
    first = answers[0].matches[0].image
    assert first.path == pictures / "2.png"
    assert len(answers[0].matches) == 5
    assert shown[-1][0][0].picture.width == 0
    assert not shown[-1][0][0].picture.image.isNull()
    program.thumbnails.request(first.id, first.path, 128)
    qtbot.waitUntil(lambda: bool(thumbnails))
    assert thumbnails[0][0] == first.id


def test_what_is_back_is_read_again(qtbot: QtBot, closing: Closing, hear: Any, pictures: Path) -> None:
    example = FileExample(pictures / "3.png")
    ThumbnailCache().load(example.path, 256)
    preview: Preview = closing(Preview())
    ready = hear(preview.ready)
    pictures.rename(pictures.with_name("away"))
    preview.load([example])
    qtbot.waitUntil(lambda: len(ready) == 1)
    pictures.with_name("away").rename(pictures)
    preview.load([example])
    qtbot.waitUntil(lambda: len(ready) == 2)
    assert [picture.width for picture in ready] == [0, 96]
    preview.load([example])
    assert not preview._awaited, "known now"


def test_what_was_never_seen_cannot_be_shown(tmp_path: Path) -> None:
    with pytest.raises(PictureError):
        read_preview(FileExample(tmp_path / "nothing.png"))
