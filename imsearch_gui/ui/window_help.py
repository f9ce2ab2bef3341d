"""What every window of a program has: settings, shortcuts, the log, who made it, and a way through its parts by keyboard."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from imsearch_gui import __version__, paths
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.settings import METRIC, TOP, UPDATES
from imsearch_gui.ui.actions import make_action
from imsearch_gui.ui.panes import Pane, Panes
from imsearch_gui.wishes import Wishes

if TYPE_CHECKING:
    from imsearch_gui.releases import Release
    from imsearch_gui.ui.main_window import MainWindow

WAITING_S = 60.0


class WindowHelp(QObject):
    """Gets a window that is put together, and connects itself."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._add_actions()
        window.program.crashes.found.connect(lambda _: self._tell_crash())
        window.program.updates.newer.connect(self._tell_newer)
        window.program.updates.notice.connect(window.messages.say)
        self._add_panes()
        program = window.program
        window.messages.log_wanted.connect(self.open_log)
        program.settings.changed.connect(self._setting_changed)
        program.arrivals.folders_came.connect(window.open_wizard)
        program.arrivals.library_wanted.connect(self._want_library)

    def fill(self, menu: QMenu) -> None:
        """Add the way to all of it to the menu of the window."""
        menu.addAction(self.settings)
        help_menu = menu.addMenu(self.tr("&Help"))
        help_menu.addAction(self.shortcuts)
        help_menu.addSeparator()
        help_menu.addActions([self.log, self.log_folder])
        help_menu.addSeparator()
        help_menu.addAction(self.about)

    def open_log(self) -> None:
        """Show the log in the program that the desktop has for text."""
        self._window.program.desktop.open(paths.log_file())

    def _tell_crash(self) -> None:
        """The program has crashed before; folders that are watched are gone on with by themselves."""
        window = self._window
        window.messages.say(
            self.tr(
                "The program crashed the last time. What was indexed is kept; folders that are watched go on by themselves."
            ),
            problem=True,
            action=(self.tr("Open the report"), self._open_report),
        )
        window.program.crashes.told()

    def _open_report(self) -> None:
        report = self._window.program.crashes.report
        if report is not None:
            self._window.program.desktop.open(report)

    def _tell_newer(self, release: Release) -> None:
        window = self._window
        window.messages.say(
            self.tr("imsearch {0} is out; this is {1}.").format(release.version, __version__),
            action=(self.tr("Show its &page"), lambda: window.program.desktop.open_page(release.page)),
            seconds=WAITING_S,
        )

    def come_forward(self, wishes: Wishes) -> None:
        """Somebody has started the program anew: this is the window that they get."""
        window = self._window.window()
        if wishes.token:
            # The desktop lets a window come to the front for what the user did elsewhere; Qt takes the permission from here.
            os.environ["XDG_ACTIVATION_TOKEN"] = wishes.token
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def _add_actions(self) -> None:
        window, desktop = self._window, self._window.program.desktop
        self.settings = make_action(window, self.tr("S&ettings…"), self._show_settings, sign="settings", keys="Ctrl+,")
        self.shortcuts = make_action(window, self.tr("&Keyboard shortcuts"), self._show_shortcuts, keys="F1")
        # The question mark writes itself wherever text is written.
        self.shortcuts.setShortcuts([QKeySequence(key) for key in ("F1", "Ctrl+/", "?")])
        self.log = make_action(window, self.tr("Open the &log"), self.open_log)
        self.log_folder = make_action(
            window, self.tr("Show the log’s &folder"), lambda: desktop.reveal(paths.log_file()), sign="reveal"
        )
        self.about = make_action(window, self.tr("&About imsearch"), self._show_about, sign="info")

    def _add_panes(self) -> None:
        window = self._window
        panes = Panes(
            [
                Pane(window.top_bar, window.focus_field),
                Pane(window.messages, window.messages.focus_first),
                Pane(window.welcome),
                Pane(window.query_panel),
                Pane(window.area),
                Pane(window.details),
                Pane(window.evaluate.room),
                Pane(window.strip),
            ],
            self,
        )
        for keys, steps, words in (
            ("F6", 1, self.tr("Go to the next part of the window")),
            ("Shift+F6", -1, self.tr("Go to the part of the window before")),
        ):
            shortcut = QShortcut(QKeySequence(keys), window, lambda steps=steps: panes.go(steps))
            shortcut.setWhatsThis(words)

    # Each is loaded when it is opened for the first time: the window is there before it needs them.

    def _show_settings(self) -> None:
        from imsearch_gui.ui.settings import show_settings

        program = self._window.program
        # What this build cannot do is not offered.
        without = () if program.updates.possible else (UPDATES,)
        show_settings(program.settings, self._window, without=without)

    def _show_shortcuts(self) -> None:
        from imsearch_gui.ui.shortcuts import show_shortcuts

        show_shortcuts(self._window)

    def _show_about(self) -> None:
        from imsearch_gui.ui.about_dialog import show_about

        show_about(self._window.program.about, self._window)

    def _setting_changed(self, key: str) -> None:
        """What the window and the query at hand have of a setting follows it at once."""
        settings, search, panel = self._window.program.settings, self._window.program.search, self._window.query_panel
        if key == METRIC.key:
            metric = Metric(str(settings.get(METRIC)))
            panel.show_metric(metric)
            search.set_metric(metric)
        elif key == TOP.key:
            panel.show_top(int(settings.get(TOP)))
            search.set_top(int(settings.get(TOP)))

    def _want_library(self, pictures: tuple[Path, ...]) -> None:
        """Pictures were opened with the program, and there is nothing yet to compare them with."""
        window = self._window
        window.messages.say(
            self.tr(
                "There is nothing to compare {0} with yet: index a folder of pictures, then it is searched for."
            ).format(pictures[0].name),
            action=(self.tr("Index a folder…"), window.open_wizard),
            seconds=WAITING_S,
        )
