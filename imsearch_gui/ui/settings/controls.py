"""The right control for a row of the table of settings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.settings import Control, Setting, Value
from imsearch_gui.ui.theme import CONTROL, SPACE, indent_number

WIDTH = 220
"""Of every control, so that they stand in one column."""
LARGEST = 2_147_483_647
"""What a spin box of Qt holds at most."""


class _Combo(QComboBox):
    """Scrolling the page does not change what the mouse happens to pass."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Spin(QSpinBox):
    """As above."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class SettingControl(QWidget):
    """Shows a value and reports when the user wants another one."""

    wanted = Signal(object)
    """Value"""

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setting = setting
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self.field = self._make_field()
        self.field.setAccessibleName(tr(setting.title))
        self.field.setAccessibleDescription(tr(setting.about))
        layout.addWidget(self.field, 1, Qt.AlignmentFlag.AlignVCenter)
        if setting.control is Control.FOLDER:
            layout.addWidget(self._chooser())
        self.setFocusProxy(self.field)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, super().sizeHint().height())

    def show_value(self, value: Value) -> None:
        """Show what is set; nothing is reported."""
        field = self.field
        with QSignalBlocker(field):
            if isinstance(field, QComboBox):
                field.setCurrentIndex(max(0, field.findData(value)))
            elif isinstance(field, QCheckBox):
                field.setChecked(bool(value))
            elif isinstance(field, QSpinBox):
                field.setValue(int(value))
            elif isinstance(field, QLineEdit):
                field.setText(str(value))

    def _make_field(self) -> QWidget:
        setting = self.setting
        if setting.choices:
            return self._combo(setting.choices)
        if isinstance(setting.default, bool):
            return self._check()
        if isinstance(setting.default, int):
            return self._spin()
        return self._line()

    def _combo(self, choices: Sequence[tuple[Value, str]]) -> QComboBox:
        combo = _Combo(self)
        combo.setFixedHeight(CONTROL)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value, name in choices:
            combo.addItem(tr(name), value)
        combo.activated.connect(lambda: self.wanted.emit(combo.currentData()))
        return combo

    def _check(self) -> QCheckBox:
        box = QCheckBox(self)
        box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # its square at the end of the column of controls
        box.toggled.connect(self.wanted.emit)
        return box

    def _spin(self) -> QSpinBox:
        setting = self.setting
        spin = _Spin(self)
        indent_number(spin)
        spin.setFixedHeight(CONTROL)
        least = setting.minimum if setting.minimum is not None else -LARGEST
        spin.setRange(least, setting.maximum if setting.maximum is not None else LARGEST)
        spin.setGroupSeparatorShown(True)
        spin.setKeyboardTracking(False)
        spin.setSpecialValueText(tr(setting.lowest) if setting.lowest else "")
        spin.setSuffix(f" {tr(setting.unit)}" if setting.unit else "")
        spin.valueChanged.connect(self.wanted.emit)
        return spin

    def _line(self) -> QLineEdit:
        line = QLineEdit(self)
        line.setFixedHeight(CONTROL)
        line.editingFinished.connect(lambda: self.wanted.emit(line.text().strip()))
        return line

    def _chooser(self) -> QPushButton:
        button = QPushButton(self.tr("Choose…"), self)
        button.setAccessibleName(self.tr("Choose: {0}").format(tr(self.setting.title)))
        button.clicked.connect(self._choose)
        return button

    def _choose(self) -> None:
        assert isinstance(self.field, QLineEdit)
        dialog = QFileDialog(self.window(), tr(self.setting.title), self.field.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.wanted.emit(str(Path(name))))
        dialog.open()
