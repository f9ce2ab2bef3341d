"""One setting: what it is called, what it is good for, and its control."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.settings import Setting
from imsearch_gui.ui.settings.controls import WIDTH, SettingControl
from imsearch_gui.ui.theme import SPACE, quiet


class SettingRow(QWidget):
    """Words at the left, the control at the right, level with the name."""

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setting = setting
        self.control = SettingControl(setting, self)
        self.control.setFixedWidth(WIDTH)
        name = QLabel(tr(setting.title), self)
        name.setBuddy(self.control.field)
        words = QVBoxLayout()
        words.setSpacing(SPACE // 4)
        words.addWidget(name)
        if setting.about:
            about = quiet(QLabel(tr(setting.about), self))
            about.setWordWrap(True)
            words.addWidget(about)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, SPACE, 0, SPACE)
        layout.setSpacing(3 * SPACE)
        layout.addLayout(words, 1)
        layout.addWidget(self.control, 0, Qt.AlignmentFlag.AlignVCenter)

    def fits(self, words: str) -> bool:
        """Whether each of the words is in what can be read of the row, its choices included."""
        setting = self.setting
        texts = [setting.title, setting.about, setting.page_name, *(name for _, name in setting.choices)]
        readable = " ".join(map(tr, texts)).casefold()
        return all(word in readable for word in words.casefold().split())
