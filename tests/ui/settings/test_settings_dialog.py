"""The settings dialog: made from the table, in force at once, and taken back by a message."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QFileDialog, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.settings import METRIC, SETTINGS, STYLE, THUMBNAIL_SIZE, TOP, WORKERS, Control, Setting
from imsearch_gui.ui.main_window import MainWindow
from imsearch_gui.ui.settings import SettingsDialog
from imsearch_gui.ui.settings.setting_row import SettingRow
from imsearch_gui.ui.theme import Theme

FOLDER = Setting("test/folder", "Place", "", control=Control.FOLDER)
WATCHED = Setting("test/watched", "Watch folders", True, about="Looks for new pictures by itself.")
NAME = Setting("elsewhere/name", "Name", "nobody")


@pytest.fixture
def dialog(qtbot: QtBot, settings: SettingsStore) -> SettingsDialog:
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def row_of(dialog: SettingsDialog, setting: Setting) -> SettingRow:
    return next(row for row in dialog.rows() if row.setting is setting)


def field_of(dialog: SettingsDialog, setting: Setting) -> Any:
    return row_of(dialog, setting).control.field


def choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def shown(dialog: SettingsDialog) -> set[str]:
    return {row.setting.key for row in dialog.rows() if row.isVisible()}


def press(dialog: SettingsDialog, name: str) -> None:
    next(button for button in dialog.findChildren(QAbstractButton) if button.text().replace("&", "") == name).click()


@pytest.mark.parametrize("setting", [row for row in SETTINGS if row.shown], ids=lambda row: row.key)
def test_every_shown_setting_has_the_control_of_its_type_and_says_what_it_is_good_for(
    dialog: SettingsDialog, settings: SettingsStore, setting: Setting
) -> None:
    field = field_of(dialog, setting)
    kind = QComboBox if setting.choices else QCheckBox if isinstance(setting.default, bool) else QSpinBox
    assert isinstance(field, kind if not isinstance(setting.default, str) or setting.choices else QLineEdit)
    assert field.accessibleName() == setting.title
    assert setting.about, "a line that says what it is good for"


def test_what_the_program_remembers_by_itself_is_not_in_it(dialog: SettingsDialog) -> None:
    assert {row.setting for row in dialog.rows()} == {setting for setting in SETTINGS if setting.shown}


def test_a_choice_holds_at_once(dialog: SettingsDialog, settings: SettingsStore) -> None:
    choose(field_of(dialog, METRIC), "l1")
    assert settings.get(METRIC) == "l1"
    field_of(dialog, THUMBNAIL_SIZE).setValue(200)
    assert settings.get(THUMBNAIL_SIZE) == 200
    assert field_of(dialog, THUMBNAIL_SIZE).text() == "200 px"
    assert field_of(dialog, WORKERS).text() == "All"


def test_another_style_is_seen_at_once(dialog: SettingsDialog, theme: Theme, qapp: QApplication) -> None:
    choose(field_of(dialog, STYLE), "light")
    light = qapp.palette().window().color()
    choose(field_of(dialog, STYLE), "dark")
    assert qapp.palette().window().color().lightness() < light.lightness()


def test_what_changes_elsewhere_is_shown(dialog: SettingsDialog, settings: SettingsStore) -> None:
    settings.set(TOP, 7)
    assert field_of(dialog, TOP).value() == 7


def test_check_box_line_and_folder(qtbot: QtBot, settings: SettingsStore, tmp_path: Any) -> None:
    dialog = SettingsDialog(settings, table=[FOLDER, WATCHED, NAME])
    qtbot.addWidget(dialog)
    dialog.show()
    assert [page.name for page in dialog.pages] == ["Test", "Elsewhere"]
    field_of(dialog, WATCHED).click()
    assert settings.get(WATCHED) is False
    line = field_of(dialog, NAME)
    line.setText("  somebody ")
    line.editingFinished.emit()
    assert settings.get(NAME) == "somebody"
    press(dialog, "Choose…")
    chooser = dialog.findChild(QFileDialog)
    chooser.fileSelected.emit(str(tmp_path))
    chooser.close()
    assert settings.get(FOLDER) == str(tmp_path)
    assert field_of(dialog, FOLDER).text() == str(tmp_path)


def test_defaults_come_back_for_a_page_and_can_be_taken_back(dialog: SettingsDialog, settings: SettingsStore) -> None:
    settings.set(STYLE, "dark")
    settings.set(THUMBNAIL_SIZE, 300)
    settings.set(TOP, 7)
    press(dialog, "Restore defaults")
    assert (settings.get(STYLE), settings.get(THUMBNAIL_SIZE), settings.get(TOP)) == ("system", 160, 7)
    press(dialog, "Undo")
    assert (settings.get(STYLE), settings.get(THUMBNAIL_SIZE)) == ("dark", 300)
    assert field_of(dialog, THUMBNAIL_SIZE).value() == 300


def test_where_nothing_differs_there_is_nothing_to_take_back(dialog: SettingsDialog) -> None:
    press(dialog, "Restore defaults")
    assert "already" in dialog.messages.text
    assert not any(row.acts for row in dialog.messages.rows)


def test_the_field_finds_rows_of_all_pages(dialog: SettingsDialog, qtbot: QtBot) -> None:
    first = shown(dialog)
    assert STYLE.key in first
    assert TOP.key not in first
    qtbot.keyClicks(dialog.search, "cosine")
    assert shown(dialog) == {METRIC.key}
    dialog.search.setText("zebra")
    assert not shown(dialog)
    assert dialog._nothing.isVisible()
    dialog.search.clear()
    assert shown(dialog) == first


def test_a_page_is_chosen_in_the_list(dialog: SettingsDialog) -> None:
    dialog._list.setCurrentRow(1)
    assert {row.setting.page_name for row in dialog.rows() if row.isVisible()} == {"Search"}


def test_scrolling_past_a_control_does_not_change_it(dialog: SettingsDialog, settings: SettingsStore) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    field = field_of(dialog, STYLE)
    middle = QPointF(field.rect().center())
    event = QWheelEvent(
        middle,
        field.mapToGlobal(middle),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)
    assert settings.get(STYLE) == "system"


def test_the_window_follows_the_settings(
    window: MainWindow, program: Program, calls: list[tuple[str, tuple[Any, ...]]], qtbot: QtBot
) -> None:
    window.help.settings.trigger()
    window.help.settings.trigger()
    (dialog,) = window.findChildren(SettingsDialog)
    assert not dialog.isModal()
    choose(field_of(dialog, METRIC), "correlation")
    field_of(dialog, TOP).setValue(50)
    assert ("SearchSession.set_metric", ("correlation",)) in calls
    assert ("SearchSession.set_top", (50,)) in calls
    assert window.query_panel._metric.currentData() == "correlation"
    assert window.query_panel._top.value() == 50
    dialog.close()
    qtbot.waitUntil(lambda: not window.findChildren(SettingsDialog))


def test_the_menu_shows_the_style_that_holds(window: MainWindow, program: Program) -> None:
    style = next(action.menu() for action in window.menu.actions() if action.text() == "&Style")
    program.settings.set(STYLE, "dark")
    style.aboutToShow.emit()
    assert [entry.data() for entry in style.actions() if entry.isChecked()] == ["dark"]
