"""The line above a picture that is looked at: what it is, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from imsearch_gui.domain.language import tr, written
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import Match
from imsearch_gui.domain.refinement import Verified
from imsearch_gui.domain.wording import count, points_agree, score
from imsearch_gui.ui.elided_label import ElidedLabel
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.theme import BAR, ICON, SPACE, caption_font, heading, quiet

NARROW = 900
"""Pixels of width below which the less important facts are left out."""


class ViewerBar(QWidget):
    """Reports what is wanted; shows what it is given. Its keys are the viewer's."""

    previous_wanted = Signal()
    next_wanted = Signal()
    zoom_toggled = Signal()
    compare_wanted = Signal(bool)
    lock_wanted = Signal(bool)
    swap_wanted = Signal()
    outline_wanted = Signal(bool)
    where_wanted = Signal(bool)
    example_wanted = Signal()
    similar_wanted = Signal()
    reveal_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.name = ElidedLabel(parent=self)
        heading(self.name)
        self.rank = quiet(QLabel(self))
        self.score = quiet(QLabel(self))
        self.points = quiet(QLabel(self))
        self.pixels = quiet(QLabel(self))
        self.previous = self._button("chevron-left", self.tr("Previous"), "Left", self.previous_wanted)
        self.next = self._button("chevron-right", self.tr("Next"), "Right", self.next_wanted)
        self.zoom = self._button("", self.tr("The whole picture, or its pixels one to one"), "Z", self.zoom_toggled)
        self.zoom.setFont(caption_font())
        self.zoom.setFixedWidth(QFontMetrics(self.zoom.font()).horizontalAdvance("3,200 %") + 2 * SPACE)
        self.example = self._button("", self.tr("Compare with the next example"), "E", self.example_wanted)
        self.example.setFont(caption_font())
        self.lock = self._button("lock", self.tr("Zoom and move both together"), "L", self.lock_wanted, checkable=True)
        self.swap = self._button("swap", self.tr("Swap sides"), "X", self.swap_wanted)
        self.compare = self._button(
            "compare", self.tr("Compare with the query"), "C", self.compare_wanted, checkable=True
        )
        self.outline = self._button(
            "outline",
            self.tr("Outline of the query in the match"),
            "G",
            self.outline_wanted,
            checkable=True,
        )
        self.outline.setChecked(True)
        self.outline.hide()
        self.where = self._button(
            "where", self.tr("Where in the match it is like the query"), "W", self.where_wanted, checkable=True
        )
        self.where.hide()
        self.similar = self._button("similar", self.tr("Find similar"), "Ctrl+Return", self.similar_wanted)
        self.reveal = self._button("reveal", self.tr("Show in file manager"), "Ctrl+Shift+O", self.reveal_wanted)
        self.close_button = self._button("close", self.tr("Close the preview"), "Esc", self.close_wanted)
        self._build()

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE // 2)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self.previous)
        layout.addWidget(self.next)
        layout.addSpacing(SPACE)
        layout.addWidget(self.name, 1)
        for label in (self.rank, self.score, self.points, self.pixels):
            layout.addSpacing(SPACE)
            layout.addWidget(label)
        layout.addSpacing(SPACE)
        layout.addWidget(self.zoom)
        layout.addSpacing(SPACE)
        for button in (
            self.where,
            self.outline,
            self.example,
            self.lock,
            self.swap,
            self.compare,
            self.similar,
            self.reveal,
            self.close_button,
        ):
            layout.addWidget(button)
        self.setFixedHeight(BAR + SPACE)

    def _button(self, sign: str, name: str, keys: str, signal: object, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        if sign:
            button.setIcon(icon(sign))
            button.setIconSize(QSize(ICON, ICON))
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{name} ({shown})")
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCheckable(checkable)
        # `clicked` and not `toggled`: what is set from outside is no wish of the user's.
        if checkable:
            button.clicked.connect(signal)
        else:
            button.clicked.connect(lambda: signal.emit())  # type: ignore[attr-defined]
        return button

    def show_match(
        self,
        match: Match,
        place: int,
        total: int,
        metric: Metric,
        verdict: Verified | None = None,
        digits: int | None = None,
    ) -> None:
        """What is looked at: the match at a place, counted from 0, of so many; where it was verified, how much agrees.

        `digits` of its score, as the whole answer has them.
        """
        said = score(match.score, metric, digits)
        self.name.setText(match.image.path.name)
        self.name.set_about(str(match.image.path))
        self.rank.setText(self.tr("{0} of {1}").format(count(place + 1), count(total)))
        self.rank.setToolTip(self.tr("Rank {0} by its score").format(count(match.rank)))
        self.score.setText(said)
        self.score.setToolTip(self.tr("Score: {0}").format(tr(metric.label)))
        self.score.setAccessibleName(self.tr("Score {0}").format(said))
        self.points.setText("" if verdict is None else points_agree(verdict.inliers))
        self.outline.setVisible(verdict is not None)
        self.pixels.setText(f"{count(match.image.info.width)} × {count(match.image.info.height)}")
        self.previous.setEnabled(place > 0)
        self.next.setEnabled(place + 1 < total)

    def show_zoom(self, scale: float) -> None:
        """Device pixels for one of the picture."""
        percent = scale * 100
        self.zoom.setText(self.tr("{0} %").format(written(percent, 0 if percent >= 9.5 else 1)))

    def show_sides(self, *, comparing: bool, locked: bool, examples: int, current: int) -> None:
        """Whether two are compared, and with which of so many examples of the query."""
        self.compare.setChecked(comparing)
        self.lock.setChecked(locked)
        self.lock.setVisible(comparing)
        self.swap.setVisible(comparing)
        self.example.setVisible(comparing and examples > 1)
        self.example.setText(self.tr("Example {0} of {1}").format(current + 1, examples))
        self.fit()

    def fit(self) -> None:
        """Leave out what there is no room for."""
        roomy = self.width() >= NARROW
        self.pixels.setVisible(roomy)
        self.score.setVisible(roomy or not self.lock.isVisibleTo(self))
