"""Page 2: which model, as cards."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from imsearch_gui.bridge.models import ModelSession
from imsearch_gui.domain.records import ModelCard
from imsearch_gui.domain.wording import count, duration, rate, size
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.theme import SPACE, colour, heading, quiet
from imsearch_gui.ui.wizard.page import Page


class _Card(QWidget):
    """One model; the whole card is the button."""

    chosen = Signal()

    def __init__(self, card: ModelCard, parent: QWidget) -> None:
        super().__init__(parent)
        self.card = card
        self._speed = card.images_per_second
        self._pictures = 0
        self.radio = QRadioButton(card.title, self)
        self.radio.setAccessibleDescription(card.summary)
        heading_label = QLabel(self.tr("recommended") if card.recommended else "", self)
        quiet(heading_label)
        summary = QLabel(card.summary, self)
        summary.setWordWrap(True)
        facts = [self.tr("{0} numbers a picture").format(count(card.dimension))]
        if card.size:
            facts.append(size(card.size))
        if card.licence:
            facts.append(self.tr("licence {0}").format(card.licence))
        self._facts = quiet(QLabel("  ·  ".join(facts), self))
        self._time = quiet(QLabel(self))
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addWidget(self.radio)
        top.addWidget(heading_label)
        top.addStretch(1)
        top.addWidget(self._time)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE + SPACE // 2)
        layout.setSpacing(SPACE // 2)
        layout.addLayout(top)
        layout.addWidget(summary)
        layout.addWidget(self._facts)
        heading_font = heading(QLabel()).font()
        self.radio.setFont(heading_font)
        self.radio.toggled.connect(self._toggled)
        self.show_speed(card.images_per_second)

    def show_speed(self, images_per_second: float | None) -> None:
        """The speed once it is measured, and the time that it makes for the folders."""
        self._speed = images_per_second
        if images_per_second is None:
            self._time.setText(self.tr("measuring…"))
            return
        text = rate(images_per_second)
        if self._pictures:
            text = self.tr("{0}, about {1}").format(text, duration(max(1.0, self._pictures / images_per_second)))
        self._time.setText(text)

    def show_pictures(self, pictures: int) -> None:
        self._pictures = pictures
        self.show_speed(self._speed)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.radio.setChecked(True)
        self.radio.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.radio.isChecked()
        painter.setPen(QPen(colour("accent" if chosen else "line"), 2 if chosen else 1))
        painter.setBrush(colour("base"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 6, 6)
        painter.end()

    def _toggled(self, checked: bool) -> None:
        self.update()
        if checked:
            self.chosen.emit()


class ModelPage(Page):
    """The recommended model is chosen from the start."""

    def __init__(self, models: ModelSession, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Which model?"),
            self.tr(
                "The model decides what counts as alike. A library can be indexed with several, one after another."
            ),
            parent,
        )
        self._models = models
        self._cards: list[_Card] = []
        self._pictures = 0
        inner = QWidget(self)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        self._column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        self.body.addWidget(area, 1)
        other = QPushButton(icon("folder"), self.tr("&Another model…"), self)
        other.setAutoDefault(False)
        other.setToolTip(self.tr("A folder with a model.toml and an ONNX file"))
        other.clicked.connect(self._choose_folder)
        self._problem = QLabel(self)
        self._problem.setProperty("problem", True)
        self._problem.setWordWrap(True)
        self._problem.hide()
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(other)
        row.addWidget(self._problem, 1)
        row.addStretch(0)
        self.body.addLayout(row)
        models.listed.connect(self._show)
        models.measured.connect(self._measured)
        models.added.connect(self._add)
        models.failed.connect(self._failed)
        models.list()

    @property
    def model(self) -> str:
        """Id or folder of the chosen model; empty while none is."""
        return next((card.card.id for card in self._cards if card.radio.isChecked()), "")

    @property
    def complete(self) -> bool:
        return bool(self.model)

    def show_pictures(self, pictures: int) -> None:
        """Say for each model how long so many take."""
        self._pictures = pictures
        for card in self._cards:
            card.show_pictures(pictures)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if not step or not self._cards:
            super().keyPressEvent(event)
            return
        now = next((row for row, card in enumerate(self._cards) if card.radio.isChecked()), 0)
        target = self._cards[min(max(now + step, 0), len(self._cards) - 1)].radio
        target.setChecked(True)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, cards: tuple[ModelCard, ...]) -> None:
        if self._cards:
            return
        for card in cards:
            self._add(card, chosen=card.recommended)
        if self._cards and not self.model:
            self._cards[0].radio.setChecked(True)

    def _add(self, card: ModelCard, *, chosen: bool = True) -> None:
        known = next((item for item in self._cards if item.card.id == card.id), None)
        if known is not None:
            known.radio.setChecked(True)
            return
        self._problem.hide()
        item = _Card(card, self)
        item.chosen.connect(lambda: self._chosen(item))
        item.show_pictures(self._pictures)
        self._column.insertWidget(self._column.count() - 1, item)
        self._cards.append(item)
        item.radio.setChecked(chosen)
        if card.images_per_second is None:
            self._models.measure(card.id)

    def _chosen(self, item: _Card) -> None:
        # Radio buttons of different parents do not exclude each other by themselves.
        for card in self._cards:
            if card is not item:
                card.radio.setAutoExclusive(False)
                card.radio.setChecked(False)
                card.radio.setAutoExclusive(True)
        self.complete_changed.emit()

    def _measured(self, model: str, images_per_second: float) -> None:
        for card in self._cards:
            if card.card.id == model:
                card.show_speed(images_per_second)

    def _failed(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.show()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("The folder of a model"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self._models.add_folder(Path(name)))
        dialog.open()
