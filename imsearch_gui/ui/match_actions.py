"""What can be done with the chosen matches by the view's own keys and its menu; each is told by one of the view's signals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from imsearch_gui.bridge.search_session import Way
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.records import Match
from imsearch_gui.ui.copying import copy_paths
from imsearch_gui.ui.dragging import MOST
from imsearch_gui.ui.icons import icon

if TYPE_CHECKING:
    from imsearch_gui.ui.results_view import ResultsView


def add_match_actions(view: ResultsView) -> None:
    """Add the actions to `view`; those that are for one match are for the current one."""

    def one(work: Callable[[Match], object]) -> Callable[[], None]:
        def act() -> None:
            if match := view.current_match():
                work(match)

        return act

    def several(work: Callable[[list[Path]], object]) -> Callable[[], None]:
        def act() -> None:
            if paths := chosen_paths(view):
                work(paths)

        return act

    copy = QKeySequence(QKeySequence.StandardKey.Copy)
    for sign, text, keys, work in (
        (
            "similar",
            tr("Find similar"),
            ["Ctrl+Return", "Ctrl+Enter"],
            one(lambda m: view.similar_requested.emit(m.image)),
        ),
        ("plus", tr("More like this"), ["+"], one(lambda match: view.join_requested.emit(match.image, Way.LIKE))),
        ("minus", tr("Less like this"), ["-"], one(lambda match: view.join_requested.emit(match.image, Way.UNLIKE))),
        ("preview", tr("Preview"), ["Space", "Return", "Enter"], one(lambda _: view.preview_requested.emit())),
        ("open", tr("Open"), ["Shift+Return", "Shift+Enter"], lambda: _open(view)),
        (
            "reveal",
            tr("Show in file manager"),
            ["Ctrl+Shift+O"],
            one(lambda m: view.reveal_requested.emit(m.image.path)),
        ),
        ("copy", tr("Copy picture"), [copy], several(lambda paths: view.copy_requested.emit(paths))),
        ("copy", tr("Copy path"), ["Ctrl+Shift+C"], several(copy_paths)),
    ):
        action = QAction(icon(sign), text, view)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(work)
        view.addAction(action)


def _open(view: ResultsView) -> None:
    paths = [match.image.path for match in view.selected_matches(most=MOST)]
    if len(paths) > 1:
        view.open_all_requested.emit(paths)
    elif match := view.current_match():
        view.open_requested.emit(match.image.path)


def chosen_paths(view: ResultsView) -> list[Path]:
    """The files of what is selected, that of the current match first."""
    current = view.current_match()
    paths = [match.image.path for match in view.selected_matches()]
    if current is None:
        return paths
    return [current.image.path, *(path for path in paths if path != current.image.path)]
