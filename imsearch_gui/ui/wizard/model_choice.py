"""A model as a card: one big radio button."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from imsearch_gui.domain.records import ModelCard
from imsearch_gui.domain.wording import count, duration, rate, size
from imsearch_gui.ui.card import paint_card
from imsearch_gui.ui.elided_label import ElidedLabel
from imsearch_gui.ui.sign import Sign
from imsearch_gui.ui.theme import ICON, SPACE, colour, heading, quiet

RADIO = 16
LEFT = 2 * SPACE + RADIO + SPACE
"""Where the words begin: right of the radio disc."""


class ModelChoice(QRadioButton):
    """What a model is good for, and what it costs here. Siblings exclude each other, arrow keys go through them."""

    def __init__(self, card: ModelCard, parent: QWidget) -> None:
        super().__init__(card.title, parent)
        self.card = card
        self._pictures = 0
        self._speed = card.images_per_second
        self._measuring = card.images_per_second is None
        self.setFont(heading(QLabel()).font())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        _as_high_as_its_words(self)
        title = ElidedLabel(card.title, self)
        heading(title)
        self._tag = quiet(QLabel(self))
        summary = QLabel(card.summary, self)
        summary.setTextFormat(Qt.TextFormat.PlainText)
        summary.setWordWrap(True)
        facts = [self.tr("{0} numbers a picture").format(count(card.dimension))]
        if card.size:
            facts.append(size(card.size))
        facts.append(self.tr("licence {0}").format(card.licence) if card.licence else self.tr("licence not stated"))
        self._facts = "  ·  ".join(facts)
        self._time = heading(QLabel(self))
        self._rate = quiet(QLabel(self))
        self._build(title, summary, quiet(QLabel(self._facts, self)))
        self.show_used(False)

    def _build(self, title: QLabel, summary: QLabel, facts: QLabel) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addWidget(title)
        top.addWidget(self._tag)
        top.addStretch(1)
        top.addWidget(self._time)
        bottom = QHBoxLayout()
        bottom.setSpacing(2 * SPACE)
        bottom.addWidget(facts)
        bottom.addStretch(1)
        bottom.addWidget(self._rate)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(LEFT, SPACE + SPACE // 2, 2 * SPACE, SPACE + SPACE // 2)
        layout.setSpacing(SPACE // 2)
        layout.addLayout(top)
        layout.addWidget(summary)
        layout.addLayout(bottom)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    # -- what is known ----------------------------------------------------------------------------------------------

    @property
    def speed(self) -> float | None:
        """Pictures a second, once that is measured."""
        return self._speed

    def show_speed(self, images_per_second: float | None) -> None:
        """The measured speed; None where it could not be measured."""
        self._speed = images_per_second
        self._measuring = False
        self._say_speed()

    def show_pictures(self, pictures: int) -> None:
        """How many pictures the folders hold: with the speed that makes a time."""
        self._pictures = pictures
        self._say_speed()

    def show_used(self, used: bool) -> None:
        """Whether the library that is added to has vectors of this model."""
        tags = (self.card.recommended, self.tr("recommended")), (used, self.tr("used in this library"))
        self._tag.setText(", ".join(text for true, text in tags if true))
        self._say_speed()

    def _say_speed(self) -> None:
        estimate = ""
        if self._speed:
            speed = self.tr("{0} on this computer").format(rate(self._speed))
            if self._pictures:
                estimate = self.tr("about {0}").format(duration(max(1.0, self._pictures / self._speed)))
        else:
            speed = self.tr("measuring its speed…") if self._measuring else self.tr("speed unknown")
        self._time.setText(estimate)
        self._rate.setText(speed)
        parts = (self._tag.text(), self.card.summary, self._facts, speed, estimate)
        self.setAccessibleDescription(". ".join(part for part in parts if part))

    # -- one big button ---------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.minimumSize()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_card(painter, self, chosen=self.isChecked(), lit=self.underMouse())
        centre = QPointF(2 * SPACE + RADIO / 2, SPACE + SPACE // 2 + self.fontMetrics().height() / 2)
        painter.setPen(QPen(colour("accent" if self.isChecked() else "quiet"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, RADIO / 2 - 1, RADIO / 2 - 1)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawEllipse(centre, RADIO / 4, RADIO / 4)
        painter.end()


class OtherModel(QPushButton):
    """The card that asks for a model in a folder."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        name = self.tr("Another model…")
        about = self.tr("Choose a folder with an ONNX file. A model.toml beside it says what the model expects.")
        self.setAccessibleName(name)
        self.setAccessibleDescription(about)
        self.setAutoDefault(False)
        _as_high_as_its_words(self)
        sign = Sign("folder-add", ICON, self)
        words = QVBoxLayout()
        words.setSpacing(SPACE // 2)
        words.addWidget(heading(QLabel(name, self)))
        caption = quiet(QLabel(about, self))
        caption.setWordWrap(True)
        words.addWidget(caption)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACE - 2, SPACE + SPACE // 2, 2 * SPACE, SPACE + SPACE // 2)
        layout.setSpacing(LEFT - 2 * SPACE + 2 - ICON)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_card(painter, self, lit=self.underMouse(), filled=False)
        painter.end()


def _as_high_as_its_words(card: QAbstractButton) -> None:
    """Buttons are of one height whatever their width; a card is as high as its words, wrapped, ask for."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    card.setSizePolicy(policy)
