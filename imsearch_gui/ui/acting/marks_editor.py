"""What is noted of the selected pictures, to be seen and changed: stars, a colour, labels. Of several it shows what they share."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QToolButton, QVBoxLayout, QWidget

from imsearch_gui.domain.marks import LONGEST_LABEL, MarkEdit, Marks
from imsearch_gui.ui.acting.mark_rows import ROW, ColourDots, Stars
from imsearch_gui.ui.chips import Chip
from imsearch_gui.ui.flow import flowing
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.theme import SPACE


class _Field(QLineEdit):
    """Escape gives up, here and not in the window."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # What is dropped on it is dropped on the window.
        self.setAcceptDrops(False)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class MarksEditor(QWidget):
    """Hidden while nothing is selected; decides nothing."""

    edit_wanted = Signal(object)
    """MarkEdit for all that is selected."""
    label_wanted = Signal(str)
    """A label as it was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stars, self.dots = Stars(self), ColourDots(self)
        self.add = QToolButton(self)
        self.add.setIcon(icon("plus"))
        self.add.setIconSize(QSize(14, 14))
        self.add.setFixedSize(ROW, ROW)
        self.add.setToolTip(self.tr("Add a label (L in the results)"))
        self.add.setAccessibleName(self.tr("Add a label"))
        self.add.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.field = _Field(self)
        self.field.setAccessibleName(self.tr("Label"))
        self.field.setPlaceholderText(self.tr("Label"))
        self.field.setMaxLength(LONGEST_LABEL)
        self.field.hide()
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)
        self._holder, self._flow = flowing(self)
        self._flow.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        for part in (self.stars, self.dots, self._holder, self.field):
            layout.addWidget(part)
        self.stars.chosen.connect(lambda number: self.edit_wanted.emit(MarkEdit(rating=number)))
        self.dots.chosen.connect(lambda number: self.edit_wanted.emit(MarkEdit(colour=number)))
        self.add.clicked.connect(self._ask)
        self.field.returnPressed.connect(self._typed)
        self.field.left.connect(self._leave)
        self.hide()

    def chips(self) -> list[Chip]:
        """The labels that are shown, as they stand."""
        widgets = (self._flow.itemAt(place) for place in range(self._flow.count()))
        return [chip for item in widgets if item is not None and isinstance(chip := item.widget(), Chip)]

    def set_labels(self, names: Sequence[str]) -> None:
        """Those in use, to complete what is typed."""
        self._names.setStringList(list(names))

    def show_marks(self, marks: Sequence[Marks]) -> None:
        """Of each selected picture; none hides it all."""
        self.setVisible(bool(marks))
        if not marks:
            return
        ratings, colours = {each.rating for each in marks}, {each.colour for each in marks}
        self.stars.show_value(ratings.pop() if len(ratings) == 1 else 0)
        self.dots.show_value(colours.pop() if len(colours) == 1 else 0)
        shared = set.intersection(*({label.casefold() for label in each.labels} for each in marks))
        self._show_labels([label for label in marks[0].labels if label.casefold() in shared])

    def _show_labels(self, labels: Sequence[str]) -> None:
        if [chip.text() for chip in self.chips()] == list(labels):
            return
        had_focus = any(chip.hasFocus() for chip in self.chips())
        for chip in self.chips():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for place, label in enumerate(labels):
            chip = Chip(label, self._holder, closes=True)
            chip.setToolTip(self.tr("Take the label “{0}” away").format(label))
            chip.setAccessibleName(chip.toolTip())
            chip.clicked.connect(lambda _=False, label=label: self.edit_wanted.emit(MarkEdit(remove=(label,))))
            self._flow.insert(place, chip)
            chip.show()
        if had_focus:
            # Whoever takes one away after the other with the keyboard stays here.
            next(iter(self.chips()), self.add).setFocus(Qt.FocusReason.OtherFocusReason)
        self._holder.updateGeometry()

    def _ask(self) -> None:
        self.field.clear()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        text = self.field.text()
        if text.strip():
            self.label_wanted.emit(text)
            # The next one may follow at once. The completer writes what was chosen after this, so this waits for it.
            QTimer.singleShot(0, self.field, self.field.clear)
        else:
            self._leave()

    def _leave(self) -> None:
        self.field.hide()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
