"""The actions of the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.settings import SHOW_DETAILS_PANEL, SHOW_QUERY_PANEL
from imsearch_gui.ui.actions import Actions, make_action

if TYPE_CHECKING:
    from imsearch_gui.ui.main_window import MainWindow


def nothing() -> None:
    """For actions that others connect to what they do."""


def window_actions(window: MainWindow) -> Actions:
    """Every action, made for `window` and connected to what it does."""
    keys = QKeySequence.StandardKey
    program, dialogs, settings = window.program, window.dialogs, window.program.settings
    actions = Actions(
        open_picture=make_action(
            window, tr("&Open a picture…"), lambda: dialogs.open_picture(), sign="open", keys=keys.Open
        ),
        paste=make_action(window, tr("&Paste a picture"), window.paste, sign="copy", keys=keys.Paste),
        find=make_action(window, tr("&Find"), window.focus_field, keys=keys.Find),
        index_folder=make_action(
            window, tr("&Index a folder…"), lambda: window.open_wizard(), sign="folder-add", keys="Ctrl+N"
        ),
        index_again=make_action(window, tr("Index &again"), program.index_again, sign="index", keys=keys.Refresh),
        # Connected by ui.libraries.
        libraries=make_action(window, tr("&Libraries…"), nothing, sign="library", keys="Ctrl+L"),
        this_library=make_action(window, tr("&This library…"), nothing, sign="info", keys="Ctrl+Shift+L"),
        # Connected by ui.evaluate.
        evaluate=make_action(window, tr("E&valuate…"), nothing, sign="measure", keys="Ctrl+Shift+E"),
        new_library=make_action(window, tr("&New library…"), nothing, sign="plus"),
        open_library=make_action(window, tr("Open another &library…"), dialogs.open_library, sign="library"),
        models=make_action(window, tr("&Models…"), lambda: dialogs.open_models(), sign="model"),
        samples=make_action(window, tr("Sample pictures"), program.open_samples, sign="image"),
        skipped=make_action(window, tr("S&kipped files…"), dialogs.show_skipped, sign="skipped"),
        query_panel=make_action(
            window, tr("Quer&y panel"), window.fold_query, sign="panel-left", keys="F9", checkable=True
        ),
        details_panel=make_action(
            window, tr("&Details panel"), window.fold_details, sign="panel-right", keys="F10", checkable=True
        ),
        quit=make_action(window, tr("&Quit"), lambda: window.window().close(), keys=keys.Quit),
    )
    actions.query_panel.setChecked(bool(settings.get(SHOW_QUERY_PANEL)))
    actions.details_panel.setChecked(bool(settings.get(SHOW_DETAILS_PANEL)))
    return actions
