"""With the keyboard alone: every control of every window is reached by Tab, once, as it reads, is seen, and has a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from imsearch_gui.ui.tab_order import stops

Maker = Callable[..., QWidget]


@pytest.fixture(autouse=True)
def _styled(theme: object) -> None:
    """What the focus looks like is a matter of the style."""


def controls(window: QWidget) -> list[QWidget]:
    """What Tab must reach: visible, enabled, made for the keyboard, and no inner part of another such control."""
    found = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.window() is window.window()
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
    ]
    return [widget for widget in found if not any(other.isAncestorOf(widget) for other in found if other is not widget)]


def described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()!r} {getattr(widget, 'text', str)()!r}"


def walk(qtbot: QtBot, window: QWidget, key: Qt.Key) -> list[QWidget]:
    """Where the keyboard goes, until it comes back to where it was."""
    start = controls(window)[0]
    start.setFocus(Qt.FocusReason.TabFocusReason)
    seen = [start]
    for _ in range(200):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key)
        focus = QApplication.focusWidget()
        assert focus is not None, f"after {described(seen[-1])} the keyboard is nowhere"
        assert focus is not seen[-1], f"{described(focus)} keeps the keyboard"
        if focus is start:
            return seen
        seen.append(focus)
    raise AssertionError(f"never came back: {[described(widget) for widget in seen[:20]]}")


def test_tab_reaches_everything_once_and_as_it_reads(open_window: Maker, qtbot: QtBot, name: str) -> None:
    window = open_window(name)
    seen = walk(qtbot, window, Qt.Key.Key_Tab)
    wanted = controls(window)
    assert {*map(described, wanted)} == {*map(described, seen)}
    assert len(seen) == len(set(seen)) == len(wanted)
    order = [widget for widget in stops(window) if widget in seen]
    first = order.index(seen[0])
    assert list(map(described, seen)) == list(map(described, order[first:] + order[:first]))


def test_back_is_the_same_way(open_window: Maker, qtbot: QtBot, name: str) -> None:
    window = open_window(name)
    there = walk(qtbot, window, Qt.Key.Key_Tab)
    back = walk(qtbot, window, Qt.Key.Key_Backtab)
    assert list(map(described, back)) == list(map(described, [there[0], *reversed(there[1:])]))


def test_everything_has_a_name(open_window: Maker, name: str) -> None:
    for widget in controls(open_window(name)):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name).strip(), described(widget)


def test_the_focus_is_seen(open_window: Maker, name: str) -> None:
    window = open_window(name)
    unseen = []
    for widget in controls(window):
        elsewhere = next(other for other in controls(window) if other is not widget)
        elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
        without = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if widget.grab().toImage() == without:
            unseen.append(described(widget))
    assert not unseen


def test_f6_goes_through_the_parts_of_the_window_and_back(open_window: Maker, qtbot: QtBot) -> None:
    window: Any = open_window("results")
    window.top_bar.field.setFocus()
    parts = [window.top_bar, window.messages, window.query_panel, window.area, window.details, window.strip]

    def part() -> int:
        focus = QApplication.focusWidget()
        return next(place for place, one in enumerate(parts) if one.isAncestorOf(focus))

    def press(modifier: Qt.KeyboardModifier) -> int:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_F6, modifier)
        return part()

    assert [press(Qt.KeyboardModifier.NoModifier) for _ in parts] == [1, 2, 3, 4, 5, 0]
    assert [press(Qt.KeyboardModifier.ShiftModifier) for _ in parts] == [5, 4, 3, 2, 1, 0]


def test_f6_comes_back_to_where_one_was(open_window: Maker, qtbot: QtBot) -> None:
    window: Any = open_window("results")
    metric = window.query_panel._metric
    metric.setFocus()
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_F6, modifier)
    assert metric.hasFocus()
