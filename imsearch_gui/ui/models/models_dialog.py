"""The window of the models; it blocks nothing, and what it has begun goes on when it is closed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from imsearch_gui.bridge.model_manager import IMPORT, ModelList
from imsearch_gui.bridge.program import Program
from imsearch_gui.domain.model_spec import ModelSpec
from imsearch_gui.domain.proposal import Proposal
from imsearch_gui.ui.drop_overlay import DropOverlay
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.message_bar import MessageBar
from imsearch_gui.ui.models.import_form import ImportForm
from imsearch_gui.ui.models.list_page import ModelListPage
from imsearch_gui.ui.models.looking import Looking
from imsearch_gui.ui.models.scroll import RIGHT
from imsearch_gui.ui.one_dialog import show_one
from imsearch_gui.ui.tab_order import chain_tabs
from imsearch_gui.ui.theme import SPACE, quiet, title

SUFFIX = ".onnx"


def show_models(program: Program, window: QWidget) -> ModelsDialog:
    """The one dialog of a window: brought to the front where it is open already."""
    return show_one(window, ModelsDialog, lambda: ModelsDialog(program, window))


class ModelsDialog(QDialog):
    """Cards, or the form of a file that is being imported in their place."""

    def __init__(self, program: Program, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Models"))
        self.setAcceptDrops(True)
        self._program = program
        self._manager = program.model_manager
        self._path: Path | None = None
        self._installed: frozenset[str] = frozenset()
        self.message = MessageBar(self)
        self.list = ModelListPage(self._manager, program.models, self)
        self.form = ImportForm(self)
        self.looking = Looking(self)
        self.overlay = DropOverlay(self)
        self.import_file = QPushButton(icon("open"), self.tr("Import a &file…"), self)
        self.close_ = QPushButton(self.tr("Close"), self)
        self._stack = QStackedWidget(self)
        self._build()
        self._connect()
        self.resize(760, 680)
        self.setMinimumSize(640, 400)
        self._manager.refresh()

    # -- putting together -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._page = self._make_page()
        for page in (self._page, self.looking, self.form):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE - RIGHT, 2 * SPACE)
        layout.addWidget(self._stack)
        chain_tabs(self)

    def _make_page(self) -> QWidget:
        page = QWidget(self)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, RIGHT, 0)
        head.setSpacing(SPACE)
        head.addWidget(title(QLabel(self.tr("Models"), page)), 1)
        head.addWidget(self.import_file)
        more = quiet(
            QLabel(
                self.tr("A model decides what counts as alike. Pictures never leave this computer, whichever it is."),
                page,
            )
        )
        more.setWordWrap(True)
        hint = quiet(QLabel(self.tr("An .onnx file, or the folder of a model, can be dropped here."), page))
        hint.setWordWrap(True)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, RIGHT, 0)
        foot.setSpacing(SPACE)
        foot.addWidget(hint, 1)
        foot.addWidget(self.close_)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addWidget(more)
        layout.addWidget(self.message)
        layout.addSpacing(SPACE)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)
        for button in (self.import_file, self.close_):
            button.setAutoDefault(False)
        return page

    def _connect(self) -> None:
        manager = self._manager
        self.close_.clicked.connect(self.close)
        self.import_file.clicked.connect(self._choose_file)
        self.list.page_wanted.connect(self._program.desktop.open_page)
        self.list.rearranged.connect(lambda: chain_tabs(self))
        self.looking.left.connect(self._leave_import)
        self.form.left.connect(self._leave_import)
        self.form.accepted.connect(self._accept)
        manager.listed.connect(self._listed)
        manager.proposed.connect(self._proposed)
        manager.accepted.connect(self._accepted)
        manager.failed.connect(self._failed)

    # -- importing --------------------------------------------------------------------------------------------------

    def import_path(self, path: Path) -> None:
        """Look at a file, or at the folder of a model, and offer to import it."""
        self._path = path
        self.message.clear()
        self.looking.show_path(path)
        self._stack.setCurrentWidget(self.looking)
        self.looking.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._manager.propose(path)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Import a model"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("ONNX models (*{0})").format(SUFFIX), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.import_path(Path(name)))
        dialog.open()

    def _listed(self, models: ModelList) -> None:
        self._installed = frozenset(card.id for card in models.installed)

    def _proposed(self, path: Path, proposal: Proposal) -> None:
        if path == self._path:
            self.form.show_proposal(path, proposal, self._installed)
            self._stack.setCurrentWidget(self.form)
            chain_tabs(self)
            self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _accept(self, spec: ModelSpec, replace: bool) -> None:
        if self._path is not None:
            self._manager.accept(self._path, spec, replace=replace)

    def _accepted(self, _: str) -> None:
        self._path = None
        self._stack.setCurrentWidget(self._page)

    def _failed(self, model: str, sentence: str) -> None:
        if model != IMPORT:
            return
        if self._stack.currentWidget() is self.form:
            self.form.show_problem(sentence)
        else:
            self._path = None
            self._stack.setCurrentWidget(self._page)
            self.import_file.setFocus(Qt.FocusReason.OtherFocusReason)
            self.message.say(sentence, problem=True)

    def _leave_import(self) -> None:
        self._manager.forget_import()
        if self.form.busy:
            # What was asked for is given up; what stands in the form stays to be corrected.
            self.form.show_busy(False)
            return
        self._path = None
        self._stack.setCurrentWidget(self._page)
        self.import_file.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- events -----------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _model_in(event.mimeData()) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.overlay.announce("model", self.tr("Import this model"))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.overlay.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.overlay.hide()
        path = _model_in(event.mimeData())
        if path is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.activateWindow()
            self.import_path(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.overlay.setGeometry(self.rect())

    def done(self, result: int) -> None:
        """However it is closed: nobody waits for a file that was looked at."""
        self._manager.forget_import()
        super().done(result)


def _model_in(data: QMimeData) -> Path | None:
    """The one file or folder that is dragged, where it may be a model."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() == SUFFIX or path.is_dir() else None
