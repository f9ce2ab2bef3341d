"""An example whose file is away: its thumbnail is shown, and no part of it can be named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.search_session import QueryPicture, ShownExample
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import FileExample
from imsearch_gui.ui.query_panel import QueryPanel


def test_a_thumbnail_stands_for_it(qtbot: QtBot, picture: Callable[..., QImage]) -> None:
    panel = QueryPanel(Metric.COSINE, 200)
    qtbot.addWidget(panel)
    example = FileExample(Path("/disk/a.jpg"))
    panel.show_examples((ShownExample(example, True, QueryPicture(example, picture(160, 120), 0, 0)),), 0)
    assert panel._name.text() == "a.jpg  offline"
    assert not panel.view.isEnabled()
    assert panel.view.picture_rect().width() > 0
    panel.show_examples((ShownExample(example, True, QueryPicture(example, picture(160, 120), 4000, 3000)),), 0)
    assert panel.view.isEnabled()
