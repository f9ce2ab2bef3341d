"""What stands around the results: export, labels and undo in the menu of the window, marks beside the picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from imsearch_gui.domain.deeds import Deed
from imsearch_gui.domain.exporting import Export
from imsearch_gui.domain.marks import LabelCount
from imsearch_gui.domain.records import ImageRecord, SearchResult
from imsearch_gui.ui.acting import words
from imsearch_gui.ui.acting.opening import OpeningParts
from imsearch_gui.ui.actions import make_action
from imsearch_gui.ui.grid_view import ranges_of
from imsearch_gui.ui.one_dialog import show_one

if TYPE_CHECKING:
    from imsearch_gui.ui.main_window import MainWindow

MOST_LOOKED_AT = 1000
"""Selected pictures whose marks are compared to show what they share; a change is for all of them."""


class ActingExtras(QObject):
    """Gets a window that is put together, and connects itself."""

    def __init__(self, window: MainWindow, undo: QAction) -> None:
        super().__init__(window)
        self._window, self._acting, self._undo = window, window.program.acting, undo
        self.export = make_action(window, self.tr("E&xport…"), self.show_export, sign="export", keys="Ctrl+E")
        self.labels = make_action(window, self.tr("La&bels…"), self.show_labels, sign="label")
        before = window.actions_.index_folder
        window.menu.insertActions(before, [self.export, self.labels, undo])
        window.menu.insertSeparator(before)
        view = window.results
        line = QAction(view)
        line.setSeparator(True)
        view.addActions([line, self.export])
        self.opening = OpeningParts(window.area, self._acting.opening, window.messages)
        self.editor = window.details.marks
        self._connect()
        self._name_undo(None)
        self._enable()

    def _connect(self) -> None:
        window, acting, marking = self._window, self._acting, self._acting.marking
        acting.deeds.changed.connect(self._name_undo)
        window.results.results.modelReset.connect(self._show_marks)
        window.results.selectionModel().selectionChanged.connect(self._show_marks)
        window.results.results.modelReset.connect(self._enable)
        marking.marked.connect(self._show_marks)
        marking.labels_listed.connect(self._take_labels)
        self.editor.edit_wanted.connect(lambda edit: marking.mark(self._images(), edit))
        self.editor.label_wanted.connect(lambda text: marking.add_label(self._images(), text))
        search = window.program.search
        search.asked.connect(marking.reading_begins)
        # After the window has shown the result: what was noted while it was read is put upon it.
        search.answered.connect(self._result_came)

    def show_export(self) -> None:
        """What of the results is to be written, and how."""
        from imsearch_gui.ui.acting.export_dialog import ExportDialog

        window = self._window
        result = window.area.result
        if result is None or not len(result.matches):
            window.messages.say(self.tr("There are no results to export: search for something first."))
            return
        selected = sum(part.height() for part in ranges_of(window.results.selectionModel().selection()))
        if selected == len(result.matches):
            selected = 0
        chosen = window.results.selected_matches(most=None if selected else 0)
        library = window.program.libraries.current
        name = self.tr("Matches in {0}").format(library.name) if library else self.tr("Matches")
        dialog = ExportDialog(result, selected, lambda: chosen, name, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(self._export)
        dialog.show()

    def show_labels(self) -> None:
        """The labels in use; the window that is open already, or a new one."""
        from imsearch_gui.ui.acting.labels_dialog import LabelsDialog

        window = self._window
        show_one(window, LabelsDialog, lambda: LabelsDialog(self._acting.marking, window))

    def _export(self, wish: Export) -> None:
        self._acting.export(wish)

    def _images(self) -> list[ImageRecord]:
        return [match.image for match in self._window.results.selected_matches()]

    def _show_marks(self) -> None:
        matches = self._window.results.selected_matches(most=MOST_LOOKED_AT)
        self.editor.show_marks([self._acting.marking.marks_of(match.image) for match in matches])

    def _take_labels(self, labels: Sequence[LabelCount]) -> None:
        self.editor.set_labels([label.name for label in labels])

    def _result_came(self, _: SearchResult) -> None:
        marking = self._acting.marking
        marking.forget_shown()
        if noted := marking.shown():
            self._window.results.update_marks(noted)
        self._show_marks()

    def _enable(self) -> None:
        self.export.setEnabled(self._window.results.results.rowCount() > 0)

    def _name_undo(self, deed: Deed | None) -> None:
        self._undo.setText(self.tr("&Undo") if deed is None else self.tr("&Undo {0}").format(words.doing(deed)))
        self._undo.setEnabled(deed is not None)
