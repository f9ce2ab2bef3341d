"""What opens below a folder or a model of the page when something has to be said before it is done."""

from __future__ import annotations

import re

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.library_facts import ModelFacts, RootFacts
from imsearch_gui.ui.libraries import words
from imsearch_gui.ui.models.drawers import Drawer
from imsearch_gui.ui.theme import SPACE

SETTLE_MS = 250
"""What would be left out is counted when nothing was typed for so long."""


class RootRemovalDrawer(Drawer):
    """How many pictures leave with a folder."""

    def __init__(self, part: RootFacts, parent: QWidget) -> None:
        super().__init__(tr("Remove {0} from the library?").format(part.root.path.name or part.root.path), parent)
        self.say(words.removal_sentence(part))
        self.remove, self.keep = self.add_buttons(tr("Remove"), tr("Keep it"))


class ModelRemovalDrawer(Drawer):
    """What goes with the vectors of a model."""

    def __init__(self, part: ModelFacts, parent: QWidget) -> None:
        super().__init__(tr("Remove the vectors of {0}?").format(part.model.title), parent)
        self.say(words.model_removal(part))
        self.remove, self.keep = self.add_buttons(tr("Remove"), tr("Keep them"))


class OptionsDrawer(Drawer):
    """Subfolders, exclusions, watching; says what they leave out before they are applied."""

    count_wanted = Signal(bool, object)
    """With subfolders, and the globs that leave something out."""

    def __init__(self, part: RootFacts, parent: QWidget) -> None:
        super().__init__(tr("Which of its pictures?"), parent)
        self._part = part
        root = part.root
        self.subfolders = QCheckBox(tr("Include &subfolders"), self)
        self.subfolders.setChecked(root.recursive)
        self.watch = QCheckBox(tr("&Watch this folder: changes are noticed without being asked for"), self)
        self.watch.setChecked(root.watch)
        self.exclude_line = QLineEdit(", ".join(root.exclude), self)
        self.exclude_line.setAccessibleName(tr("Leave out"))
        self.exclude_line.setPlaceholderText(
            tr("names, subfolders or patterns, for example: backup, *.thumb.jpg, raw/*")
        )
        form = QFormLayout()
        form.setHorizontalSpacing(2 * SPACE)
        form.setVerticalSpacing(SPACE)
        form.addRow(tr("&Leave out"), self.exclude_line)
        self.body.insertLayout(1, form)
        self.body.insertWidget(2, self.subfolders)
        self.body.insertWidget(3, self.watch)
        self.apply, self.cancel = self.add_buttons(tr("Apply"), tr("Cancel"))
        self.exclude_line.returnPressed.connect(self.agreed)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(lambda: self.count_wanted.emit(self.subfolders.isChecked(), self.exclude))
        self.exclude_line.textChanged.connect(self._changed)
        self.subfolders.toggled.connect(self._changed)
        self.say("")
        self.text.hide()

    @property
    def exclude(self) -> tuple[str, ...]:
        return tuple(part.strip() for part in re.split(r"[,;\n]", self.exclude_line.text()) if part.strip())

    @property
    def changes_pictures(self) -> bool:
        """Whether the folder has to be looked through for this to take effect."""
        root = self._part.root
        return (self.subfolders.isChecked(), self.exclude) != (root.recursive, root.exclude)

    def show_left_out(self, number: int) -> None:
        """How many of the pictures that are in the library now would leave it."""
        self.say(words.left_out_line(number, self._part.images))
        self.text.show()

    def _changed(self) -> None:
        self.text.setVisible(False)
        if self.changes_pictures:
            self._settle.start()
        else:
            self._settle.stop()
