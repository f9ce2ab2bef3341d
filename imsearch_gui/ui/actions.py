"""What can be done from menus and by keys, in one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.settings import STYLE, Setting
from imsearch_gui.ui.icons import icon


@dataclass(frozen=True, slots=True)
class Actions:
    """Actions of the window; their shortcuts work wherever the focus is."""

    open_picture: QAction
    paste: QAction
    find: QAction
    index_folder: QAction
    index_again: QAction
    libraries: QAction
    this_library: QAction
    evaluate: QAction
    new_library: QAction
    open_library: QAction
    models: QAction
    samples: QAction
    skipped: QAction
    query_panel: QAction
    details_panel: QAction
    quit: QAction


def make_action(
    parent: QWidget,
    text: str,
    work: Callable[..., object],
    *,
    sign: str = "",
    keys: str | QKeySequence.StandardKey = "",
    checkable: bool = False,
) -> QAction:
    """An action of `parent`, its shortcut named in its tooltip."""
    action = QAction(text, parent)
    if sign:
        action.setIcon(icon(sign))
    if keys:
        action.setShortcut(QKeySequence(keys))
    action.setCheckable(checkable)
    shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    plain = text.replace("&", "").rstrip(".…")
    action.setToolTip(f"{plain} ({shortcut})" if shortcut else plain)
    (action.toggled if checkable else action.triggered).connect(work)
    parent.addAction(action)
    return action


def search_menu(parent: QWidget, actions: Actions) -> QMenu:
    """The ways to bring a picture, behind the arrow of the search button."""
    menu = QMenu(parent)
    menu.addActions([actions.open_picture, actions.paste])
    return menu


def main_menu(parent: QWidget, actions: Actions, settings: SettingsStore) -> QMenu:
    """The menu behind the button at the right end of the top bar; what every window has is added at its end.

    What is chosen once stands in the settings; here is what people switch.
    """
    menu = QMenu(parent)
    menu.addActions([actions.open_picture, actions.paste])
    menu.addSeparator()
    menu.addActions([actions.index_folder, actions.index_again, actions.skipped])
    menu.addSeparator()
    menu.addActions([actions.libraries, actions.this_library, actions.models, actions.evaluate])
    menu.addSeparator()
    menu.addActions([actions.query_panel, actions.details_panel])
    menu.addMenu(_choice_menu(menu, tr("&Style"), STYLE, settings))
    menu.addSeparator()
    return menu


def _choice_menu(parent: QMenu, title: str, setting: Setting, settings: SettingsStore) -> QMenu:
    """A setting of a few values, one of them checked."""
    menu = QMenu(title, parent)
    group = QActionGroup(menu)
    for value, name in setting.choices:
        action = menu.addAction(tr(name))
        action.setCheckable(True)
        action.setData(value)
        action.triggered.connect(lambda _=False, value=value: settings.set(setting, value))
        group.addAction(action)

    def show() -> None:
        """It may have been changed elsewhere since the menu was open last."""
        for action in group.actions():
            action.setChecked(settings.get(setting) == action.data())

    menu.aboutToShow.connect(show)
    show()
    return menu
