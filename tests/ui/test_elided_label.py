"""Names of any length."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from imsearch_gui.ui.elided_label import ElidedLabel

LONG = "a very long name of a folder with pictures of the whole family.jpg"


def test_what_does_not_fit_is_in_the_tip(qtbot: QtBot) -> None:
    label = ElidedLabel(LONG)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert "…" in label.elided
    assert label.elided.startswith("a")
    assert label.elided.endswith("g")
    assert label.text() == label.toolTip() == LONG
    label.set_about("more")
    assert label.toolTip() == f"{LONG}\nmore"
    label.resize(2000, 20)
    assert label.elided == LONG
    assert label.toolTip() == "more"
    label.grab()


def test_it_gives_way_but_asks_for_all_its_room(qtbot: QtBot) -> None:
    label = ElidedLabel(LONG)
    qtbot.addWidget(label)
    full = label.fontMetrics().horizontalAdvance(LONG)
    assert label.sizeHint().width() >= full
    assert label.minimumSizeHint().width() < full / 4
    label.setText("ab")
    assert label.minimumSizeHint().width() <= label.fontMetrics().horizontalAdvance("ab")
