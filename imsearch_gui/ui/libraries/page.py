"""The page of the open library: what is in it, where it is, its folders and models, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from imsearch_gui.bridge.program import Program
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.library_facts import LibraryFacts, Relinked, Way
from imsearch_gui.domain.progress import Skipped
from imsearch_gui.domain.settings import RESCAN_MINUTES
from imsearch_gui.domain.wording import count
from imsearch_gui.ui.elided_label import ElidedLabel
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.libraries import words
from imsearch_gui.ui.libraries.model_card import ModelCard
from imsearch_gui.ui.libraries.name_line import NameLine
from imsearch_gui.ui.libraries.root_card import RootCard
from imsearch_gui.ui.message_bar import MessageBar
from imsearch_gui.ui.models.list_page import Group
from imsearch_gui.ui.models.scroll import RIGHT, Scroll
from imsearch_gui.ui.plain import plain
from imsearch_gui.ui.tab_order import chain_tabs
from imsearch_gui.ui.theme import SPACE, quiet


class LibraryPage(QDialog):
    """Blocks nothing; follows the library that is open."""

    folder_wanted = Signal()
    """Another folder is to belong to the library."""
    skipped_wanted = Signal()
    evaluation_wanted = Signal()
    """How well does it answer?"""
    deletion_wanted = Signal(object)
    """Path of the library."""

    def __init__(self, program: Program, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Library"))
        self._program = program
        self.facts: LibraryFacts | None = None
        self._retries = False
        self.roots: dict[Path, RootCard] = {}
        self.models: dict[str, ModelCard] = {}
        self.message = MessageBar(self)
        self.name = NameLine(self)
        self.contents = quiet(QLabel(self))
        self.place = quiet(ElidedLabel(parent=self))
        self.reveal = _button(self, tr("&Show its folder"), self._reveal, "reveal")
        self.add_folder = _button(self, tr("&Add a folder…"), self.folder_wanted.emit, "folder-add")
        self.skipped = _button(self, tr("Show &which…"), self.skipped_wanted.emit)
        self.again = _button(self, tr("&Try all again"), self._retry_all)
        self.evaluate = _button(self, tr("&Evaluate…"), self.evaluation_wanted.emit, "measure")
        self.delete = _button(self, tr("&Delete this library…"), self._ask_deletion)
        self.close_ = _button(self, tr("Close"), self.close)
        self._build()
        self._connect()
        self.resize(800, 680)
        self.setMinimumSize(640, 400)
        program.care.look()

    # -- putting together -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.contents.setWordWrap(True)
        self.message.setContentsMargins(0, 0, RIGHT, 0)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, RIGHT, 0)
        head.setSpacing(SPACE)
        head.addWidget(self.name, 1)
        head.addWidget(self.reveal)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, SPACE, RIGHT, 0)
        foot.addWidget(self.evaluate)
        foot.addWidget(self.delete)
        foot.addStretch(1)
        foot.addWidget(self.close_)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE - RIGHT, 2 * SPACE)
        layout.setSpacing(SPACE // 2)
        layout.addLayout(head)
        layout.addWidget(self.contents)
        layout.addWidget(self.place)
        layout.addWidget(self.message)
        layout.addSpacing(2 * SPACE)
        layout.addWidget(self._make_scroll(), 1)
        layout.addLayout(foot)

    def _make_scroll(self) -> Scroll:
        scroll = Scroll(self)
        inner = QWidget(scroll)
        self._folders = Group(tr("Folders"), tr("No folder belongs to this library yet."), inner)
        self._known = Group(tr("Models"), tr("It was not indexed yet."), inner)
        self._left = Group(tr("Skipped files"), tr("Nothing was skipped."), inner)
        self._left_row = QWidget(inner)
        self._left_words = plain(QLabel(self._left_row))
        self._left_words.setWordWrap(True)
        row = QHBoxLayout(self._left_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self._left_words, 1)
        row.addWidget(self.skipped)
        row.addWidget(self.again)
        self._left_row.hide()
        add = QHBoxLayout()
        add.addWidget(self.add_folder)
        add.addStretch(1)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._folders)
        layout.addLayout(add)
        layout.addSpacing(2 * SPACE)
        layout.addWidget(self._known)
        layout.addSpacing(2 * SPACE)
        layout.addWidget(self._left)
        layout.addStretch(1)
        scroll.setWidget(inner)
        self._inner = inner
        return scroll

    def _connect(self) -> None:
        program, care = self._program, self._program.care
        self.name.named.connect(self._rename)
        care.found.connect(self.show_facts)
        # Slots, not lambdas, on what lives longer: those would be called when this page is gone.
        care.failed.connect(self._say_problem)
        care.counted.connect(self._counted)
        care.relinking.connect(self._relinking)
        care.relinked.connect(self._relinked)
        care.removed.connect(self._removed)
        program.libraries.skipped_listed.connect(self._skipped_listed)
        for told in (program.libraries.opened, program.libraries.changed, program.indexing.ended):
            told.connect(self._look_again)
        program.libraries.closed.connect(self.close)
        for told in (program.watching.ways_changed, program.consent.given):
            told.connect(self._show_ways)
        program.indexing.failed.connect(self._say_problem)

    # -- what is shown ----------------------------------------------------------------------------------------------

    def _look_again(self) -> None:
        self._program.care.look()

    def _say_problem(self, sentence: str) -> None:
        self.message.say(sentence, problem=True)

    def _counted(self, root: Path, number: int) -> None:
        if root in self.roots:
            self.roots[root].show_left_out(number)

    def show_facts(self, facts: LibraryFacts) -> None:
        """What is in the library now; cards that stay keep what is open below them."""
        other = self.facts is None or self.facts.folder != facts.folder
        self.facts = facts
        if other:
            self.name.end()
        self.name.show_name(facts.name)
        self.setWindowTitle(tr("Library “{0}”").format(facts.name))
        self.contents.setText(words.contents(facts))
        self.place.setText(words.place(facts.folder))
        self._show_roots(facts)
        self._show_models(facts)
        self.evaluate.setEnabled(facts.images > 0 and bool(facts.models))
        self._left_row.setVisible(facts.skipped > 0)
        self._left_words.setText(tr("%Ln file(s) found, but not in the library", "", facts.skipped))
        self._left.show_widgets([self._left_row] if facts.skipped else [], number=facts.skipped)
        chain_tabs(self)

    def _show_roots(self, facts: LibraryFacts) -> None:
        paths = {part.root.path for part in facts.roots}
        for path in [path for path in self.roots if path not in paths]:
            _put_away(self.roots.pop(path))
        for part in facts.roots:
            if part.root.path not in self.roots:
                self.roots[part.root.path] = self._make_root(RootCard(part, self._inner))
        self._show_ways()
        self._folders.show_widgets([self.roots[part.root.path] for part in facts.roots])

    def _show_ways(self) -> None:
        if self.facts is None:
            return
        minutes = int(self._program.settings.get(RESCAN_MINUTES))
        consent, ways = self._program.consent, self._program.watching.ways
        for part in self.facts.roots:
            way = ways.get(part.root.path) if consent.covers(part.root.path) else Way.UNASKED
            self.roots[part.root.path].show_part(part, way, minutes)

    def _show_models(self, facts: LibraryFacts) -> None:
        known = {part.model.id for part in facts.models}
        for name in [name for name in self.models if name not in known]:
            _put_away(self.models.pop(name))
        for part in facts.models:
            if part.model.id not in self.models:
                card = self.models[part.model.id] = ModelCard(part, self._inner)
                card.removal_wanted.connect(self._program.care.remove_model)
                card.rearranged.connect(lambda: chain_tabs(self))
            self.models[part.model.id].show_part(part, only=len(facts.models) == 1)
        self._known.show_widgets([self.models[part.model.id] for part in facts.models])

    def _make_root(self, card: RootCard) -> RootCard:
        care, program = self._program.care, self._program
        card.index_wanted.connect(lambda root: program.index_roots((root,)))
        card.options_wanted.connect(self._set_options)
        card.count_wanted.connect(
            lambda root, recursive, globs: care.count_left_out(root, recursive=recursive, exclude=globs)
        )
        card.place_wanted.connect(lambda root: _choose_place(self, root, care.relink))
        card.removal_wanted.connect(care.remove_root)
        card.keep_wanted.connect(care.keep_emptied)
        card.gone_wanted.connect(lambda root: program.index_roots((root,), accept_empty=True))
        card.rearranged.connect(lambda: chain_tabs(self))
        return card

    # -- what is done -----------------------------------------------------------------------------------------------

    def _set_options(self, root: Path, recursive: bool, exclude: Sequence[str], watch: bool) -> None:
        before = self.roots[root].part.root
        other_pictures = (before.recursive, before.exclude) != (recursive, tuple(exclude))

        def done() -> None:
            if other_pictures:
                self._program.index_roots((root,))

        self._program.care.set_options(root, recursive=recursive, exclude=exclude, watch=watch, done=done)
        consent, state = self._program.consent, self._program.libraries.current
        if state is not None:
            (consent.give if watch else consent.take_back)(state, (root,))

    def _relinking(self, root: Path, relinking: bool) -> None:
        if root in self.roots:
            self.roots[root].show_relinking(relinking)
            self._show_ways()

    def _relinked(self, place: Path, seen: Relinked) -> None:
        sentence = tr(
            "It is {0} now: of %Ln picture(s) that were looked for there {1} were found, and all {2} keep what is known of"
            " them.",
            "",
            seen.looked_for,
        )
        self.message.say(sentence.format(words.place(place), count(seen.found), count(seen.images)))

    def _removed(self, root: Path, number: int) -> None:
        sentence = tr("%Ln picture(s) have left the library with {0}. Their files stay where they are.", "", number)
        self.message.say(sentence.format(root.name or root))

    def _retry_all(self) -> None:
        self._retries = True
        self._program.libraries.list_skipped()

    def _skipped_listed(self, skipped: Sequence[Skipped]) -> None:
        # The list of skipped files is asked for elsewhere, too.
        if self._retries:
            self._retries = False
            self._program.retry([item.path for item in skipped])

    def _reveal(self) -> None:
        if self.facts is not None:
            self._program.desktop.reveal(self.facts.folder / "catalog.sqlite")

    def _rename(self, name: str) -> None:
        if self.facts is not None:
            self._program.care.rename(self.facts.folder, name)

    def _ask_deletion(self) -> None:
        if self.facts is not None:
            self.deletion_wanted.emit(self.facts.folder)

    def reject(self) -> None:
        """Esc: first what is being typed is given up."""
        if self.name.editing:
            self.name.end()
        else:
            super().reject()


def _put_away(card: QWidget) -> None:
    card.hide()
    card.deleteLater()


def _button(page: LibraryPage, text: str, work: Callable[[], object], sign: str = "") -> QPushButton:
    button = QPushButton(icon(sign), text, page) if sign else QPushButton(text, page)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: work())
    return button


def _choose_place(page: LibraryPage, root: Path, relink: Callable[[Path, Path], object]) -> None:
    dialog = QFileDialog(page, tr("Where is {0} now?").format(root.name))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda name: relink(root, Path(name)))
    dialog.open()
