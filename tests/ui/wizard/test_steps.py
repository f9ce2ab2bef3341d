"""The header and the turning arc."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from imsearch_gui.ui.spinner import Spinner
from imsearch_gui.ui.theme import Theme, colour
from imsearch_gui.ui.wizard.steps import Steps


def test_the_header_says_where_one_is(qtbot: QtBot, theme: Theme) -> None:
    steps = Steps(("Folders", "Model", "Indexing"))
    qtbot.addWidget(steps)
    assert steps.accessibleName() == "Step 1 of 3: Folders"
    steps.resize(600, steps.sizeHint().height())

    def first_disc() -> QColor:
        # Left of the digit, inside the ring.
        return steps.grab().toImage().pixelColor(QPoint(5, steps.height() // 2))

    assert first_disc() == colour("accent")
    steps.show_step(1)
    assert steps.accessibleName() == "Step 2 of 3: Model"
    width = steps.sizeHint().width()
    steps.show_step(2)
    assert steps.sizeHint().width() == width, "nothing moves when a step is taken"
    assert first_disc() == colour("accent"), "what is behind stays filled"


def test_the_arc_turns_only_while_it_is_seen(qtbot: QtBot) -> None:
    spinner = Spinner()
    qtbot.addWidget(spinner)
    assert not spinner.turning
    spinner.show()
    before = spinner._angle
    qtbot.waitUntil(lambda: spinner._angle != before)
    spinner.hide()
    assert not spinner.turning
