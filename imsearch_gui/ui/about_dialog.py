"""What this program is, what it is made with, and what it runs on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from imsearch_gui import __version__
from imsearch_gui.bridge.about import About, AboutSession
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.one_dialog import show_one
from imsearch_gui.ui.plain import tip
from imsearch_gui.ui.sign import Sign
from imsearch_gui.ui.tab_order import OrderedDialog
from imsearch_gui.ui.theme import SPACE, quiet, title

SIZE = QSize(560, 560)
SIGN = 64
ROW = 24
WIDTHS = (200, 96)
"""Of name and version; the licence takes the rest."""


class AboutDialog(OrderedDialog):
    """Opens at once; what takes a while to gather comes in a moment later."""

    def __init__(self, session: AboutSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About imsearch"))
        self._about: About | None = None
        self._facts = quiet(QLabel(self.tr("Looking what is here…"), self))
        self._facts.setWordWrap(True)
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setMinimumHeight(3 * self._facts.fontMetrics().lineSpacing())
        self._facts.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.parts = self._make_list()
        self.copy = QPushButton(icon("copy"), self.tr("&Copy"), self)
        self.copy.setAccessibleName(self.tr("Copy versions"))
        self.copy.setToolTip(self.tr("Copy the versions, to send them to somebody who helps"))
        self.copy.setEnabled(False)
        self.copy.clicked.connect(self._copy)
        self._close = QPushButton(self.tr("C&lose"), self)
        self._close.setDefault(True)
        self._close.clicked.connect(self.close)
        self._build()
        self.resize(SIZE)
        session.told.connect(self.show_about)
        session.ask()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_about(self, about: About) -> None:
        self._about = about
        self._facts.setText(
            self.tr("{0}\nPython {1}, Qt {2}\nModels can run on: {3}").format(
                about.system, about.python, about.qt, ", ".join(about.providers)
            )
        )
        self.parts.clear()
        for part in about.parts:
            row = QTreeWidgetItem(self.parts, [part.name, part.version, part.licence or self.tr("not stated")])
            row.setToolTip(2, tip(part.licence))
            row.setSizeHint(0, QSize(0, ROW))
        if (first := self.parts.topLevelItem(0)) is not None:
            self.parts.setCurrentItem(first)
        self.copy.setEnabled(True)

    def _make_list(self) -> QTreeWidget:
        parts = QTreeWidget(self)
        parts.setAccessibleName(self.tr("Libraries that it is made with"))
        parts.setHeaderLabels([self.tr("Made with"), self.tr("Version"), self.tr("Licence")])
        parts.setRootIsDecorated(False)
        parts.setUniformRowHeights(True)
        parts.setFrameShape(QTreeWidget.Shape.NoFrame)
        parts.setProperty("pages", True)
        parts.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        parts.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(WIDTHS):
            parts.header().resizeSection(column, width)
        return parts

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * SPACE)
        head.addWidget(Sign("app", SIGN, self), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(SPACE // 2)
        words.addWidget(title(QLabel(self.tr("imsearch {0}").format(__version__), self)))
        words.addWidget(QLabel(self.tr("Finds pictures by what they look like. Nothing leaves this computer."), self))
        words.addWidget(quiet(QLabel(self.tr("Free software under the MIT licence."), self)))
        head.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addLayout(head)
        layout.addWidget(self._facts)
        layout.addWidget(self.parts, 1)
        layout.addLayout(buttons)

    def _copy(self) -> None:
        if self._about is not None:
            QGuiApplication.clipboard().setText(self._about.text())


def show_about(session: AboutSession, window: QWidget) -> AboutDialog:
    """The dialog of a window: the one that is open already, or a new one that is gone when it is closed."""
    return show_one(window, AboutDialog, lambda: AboutDialog(session, window))
