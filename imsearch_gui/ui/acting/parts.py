"""Connects what is done with results to the window: actions on the view, menus, questions and messages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence, QPixmap
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QMessageBox, QVBoxLayout

from imsearch_gui.domain.deeds import Deed, Kind
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.marks import BEST, COLOURS, LabelCount, MarkEdit
from imsearch_gui.domain.records import ImageRecord
from imsearch_gui.ui.acting import words
from imsearch_gui.ui.acting.extras import ActingExtras
from imsearch_gui.ui.acting.job_strip import JobStrip
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.mark_colours import mark_colour, mark_colour_name
from imsearch_gui.ui.results_view import KEYS_ONLY
from imsearch_gui.ui.theme import ICON

if TYPE_CHECKING:
    from imsearch_gui.ui.main_window import MainWindow

UNDO_KEYS = "Ctrl+Alt+Z"
UNDO_S = 12.0
"""The offer to undo stays so long; the keys stay."""
MARKS = "marks"
FolderWork = Callable[[Path, Sequence[ImageRecord]], None]


def _patch(number: int) -> QIcon:
    """A patch of a mark's colour."""
    pixmap = QPixmap(ICON, ICON)
    pixmap.fill(mark_colour(number))
    return QIcon(pixmap)


class ActingParts(QObject):
    """All that a window does with what is selected in its results."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._acting = window.program.acting
        self._labels: Sequence[str] = ()
        self.strip = JobStrip(window)
        around = window.strip.parentWidget()
        layout = None if around is None else around.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(window.strip), self.strip)
        self.actions = self._make_actions()
        self._connect()
        self.extras = ActingExtras(window, self.undo)

    def _connect(self) -> None:
        acting = self._acting
        self.strip.cancel_wanted.connect(acting.jobs.give_up)
        acting.jobs.progressed.connect(self.strip.show_progress)
        acting.done.connect(self._said)
        acting.undone.connect(self._undone)
        acting.failed.connect(lambda sentence: self._window.messages.say(sentence, problem=True))
        acting.vanished.connect(self._vanish)
        acting.marking.marked.connect(self._window.results.update_marks)
        acting.marking.labels_listed.connect(self._take_labels)
        self._window.program.libraries.opened.connect(lambda _: acting.marking.list_labels())

    # -- actions ----------------------------------------------------------------------------------------------------

    def _make_actions(self) -> list[QAction]:
        label = self._action(self.tr("Add a label…"), "L", self.ask_label, sign="plus")
        labels = self._menu(self.tr("Take a label away"))
        labels.aboutToShow.connect(lambda: self._fill_labels(labels))
        rating, colours = self._menu(self.tr("Rating")), self._menu(self.tr("Colour label"))
        for number in range(BEST + 1):
            text = self.tr("{0} of {1}").format(number, BEST) if number else self.tr("No rating")
            rating.addAction(self._action(text, str(number), self._marker(MarkEdit(rating=number))))
        for number in range(COLOURS + 1):
            text = mark_colour_name(number) if number else self.tr("No colour")
            action = self._action(text, f"Ctrl+Alt+{number}", self._marker(MarkEdit(colour=number)))
            if number:
                action.setIcon(_patch(number))
            colours.addAction(action)
        copy, move = self._menu(self.tr("Copy to a folder")), self._menu(self.tr("Move to a folder"))
        self._fill_later(copy, self.tr("Copy to another folder…"), "Ctrl+Alt+C", self._copy)
        self._fill_later(move, self.tr("Move to another folder…"), "Ctrl+Alt+M", self._move)
        trash = self._action(self.tr("Move to the trash…"), "Delete", self.ask_trash, sign="clear")
        self.undo = self._action(
            self.tr("Undo"), UNDO_KEYS, self._acting.undo, context=Qt.ShortcutContext.WindowShortcut
        )
        self.undo.setIcon(icon("undo"))
        self.undo.setWhatsThis(self.tr("Undo what was done to pictures last"))
        self.undo.setToolTip(self.tr("Undo what was done to pictures last (Ctrl+Alt+Z)"))
        view = self._window.results
        line, second = QAction(view), QAction(view)
        for separator in (line, second):
            separator.setSeparator(True)
        shown = [
            *(line, label, *(menu.menuAction() for menu in (labels, rating, colours)), second),
            *(copy.menuAction(), move.menuAction(), trash, self.undo),
        ]
        for action in shown:
            action.setProperty(KEYS_ONLY, False)
            view.removeAction(action)
        view.addActions(shown)
        return shown

    def _action(
        self,
        text: str,
        keys: str,
        work: Callable[[], object],
        *,
        sign: str = "",
        context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetShortcut,
    ) -> QAction:
        view = self._window.results
        action = QAction(text, view)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(context)
        if sign:
            action.setIcon(icon(sign))
        action.triggered.connect(lambda: work())
        # The view has it for its keys; where it stands in the menu, it stands in a menu of its kind.
        action.setProperty(KEYS_ONLY, True)
        view.addAction(action)
        return action

    def _menu(self, title: str) -> QMenu:
        return QMenu(title, self._window.results)

    def _marker(self, edit: MarkEdit) -> Callable[[], None]:
        return lambda: self._acting.marking.mark(self._images(), edit)

    def _images(self) -> list[ImageRecord]:
        return [match.image for match in self._window.results.selected_matches()]

    # -- labels -----------------------------------------------------------------------------------------------------

    def ask_label(self) -> None:
        """Ask for a label, with those in use to choose from; the window is not blocked."""
        images = self._images()
        if not images:
            return
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.setWindowTitle(self.tr("Add a label"))
        dialog.setLabelText(tr("Label for %Ln picture(s):", "", len(images)))
        dialog.setComboBoxItems(["", *self._labels])
        dialog.setComboBoxEditable(True)
        dialog.textValueSelected.connect(lambda text: self._acting.marking.add_label(images, text))
        dialog.show()

    def _fill_labels(self, menu: QMenu) -> None:
        menu.clear()
        images = self._images()
        known = {label for image in images for label in self._acting.marking.marks_of(image).labels}
        for label in sorted(known, key=str.casefold):
            # A sign of and in a label is no mark for a key.
            action = menu.addAction(label.replace("&", "&&"))
            action.triggered.connect(self._marker(MarkEdit(remove=(label,))))
        if not known:
            menu.addAction(self.tr("No label")).setEnabled(False)

    def _take_labels(self, labels: Sequence[LabelCount]) -> None:
        self._labels = [label.name for label in labels]

    # -- files ------------------------------------------------------------------------------------------------------

    def _copy(self, folder: Path, images: Sequence[ImageRecord]) -> None:
        self._acting.copy(images, folder)

    def _move(self, folder: Path, images: Sequence[ImageRecord]) -> None:
        self._acting.move(images, folder)

    def _fill_later(self, menu: QMenu, text: str, keys: str, work: FolderWork) -> None:
        choose = self._action(text, keys, lambda: self._choose(work))
        menu.addAction(choose)
        menu.aboutToShow.connect(lambda: self._fill_folders(menu, choose, work))

    def _fill_folders(self, menu: QMenu, choose: QAction, work: FolderWork) -> None:
        for action in menu.actions():
            if action is not choose:
                menu.removeAction(action)
                action.deleteLater()
        images = self._images()
        for folder in self._acting.folders():
            action = QAction(str(folder).replace("&", "&&"), menu)
            action.triggered.connect(lambda _=False, folder=folder: work(folder, images))
            menu.insertAction(choose, action)

    def _choose(self, work: FolderWork) -> None:
        images = self._images()
        if not images:
            return
        dialog = QFileDialog(self._window, tr("Folder for %Ln picture(s)", "", len(images)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: work(Path(name), images))
        dialog.show()

    def ask_trash(self) -> None:
        """Ask before pictures go to the trash."""
        images = self._images()
        if not images:
            return
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(tr("Move %Ln picture(s) to the trash?", "", len(images)))
        box.setInformativeText(self.tr("They can be brought back from there, or with Undo."))
        yes = box.addButton(self.tr("Move to the trash"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(yes)
        box.setEscapeButton(box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole))
        yes.clicked.connect(lambda: self._acting.trash(images))
        box.open()

    def _vanish(self, image_ids: Sequence[int]) -> None:
        from imsearch_gui.domain.matches import without  # it brings numpy, which the first paint does without

        area = self._window.area
        if area.result is not None:
            area.show_result(replace(area.result, matches=without(area.result.matches, image_ids)))

    # -- what came of it --------------------------------------------------------------------------------------------

    def _said(self, deed: Deed) -> None:
        action = (self.tr("Undo"), lambda: self._acting.undo(deed)) if deed.undoable else None
        topic = MARKS if deed.kind is Kind.MARK else ""
        if deed.kind is Kind.EXPORT and deed.where is not None and not deed.cancelled:
            action = (self.tr("Show file"), partial(self._window.program.desktop.reveal, deed.where))
        if deed.kind is Kind.MARK:
            # Of one mark after the other, the last one is offered; the keys go back through all of them.
            for row in [row for row in self._window.messages.rows if row.topic == MARKS]:
                row.done.emit()
        if deed.number or deed.failed or deed.cancelled:
            self._window.messages.say(
                words.done(deed), problem=bool(deed.failed), action=action, seconds=UNDO_S, topic=topic
            )
        self._acting.marking.list_labels()

    def _undone(self, deed: Deed) -> None:
        self._window.messages.say(words.undone(deed), problem=bool(deed.failed))
        self._acting.marking.list_labels()
