"""The fields of the filters that are more than a row of chips: when a picture was taken, and how large it is at least."""

from __future__ import annotations

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from imsearch_gui.domain.wording import count
from imsearch_gui.ui.text_line import TextLine
from imsearch_gui.ui.theme import CONTROL, SPACE, indent_number

ISO = "yyyy-MM-dd"
SIDES = (640, 1080, 2160)
OWN = "own"
MOST_YEARS = 40
Days = tuple[str, str]


def combo(parent: QWidget, name: str) -> QComboBox:
    """A list to choose from that a narrow panel cannot squeeze."""
    made = QComboBox(parent)
    made.setFixedHeight(CONTROL)
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(8)
    return made


class DateChoice(QWidget):
    """Any time, a year, the last twelve months, or two days with a calendar each."""

    chosen = Signal(str, str)
    """The first day and the last, as in `Filters`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._days: Days = ("", "")
        self._known: Days = ("", "")
        self._preset = combo(self, self.tr("When the pictures were taken"))
        self._preset.activated.connect(self._preset_chosen)
        self._own = QWidget(self)
        self._first = self._date(self.tr("The first day"))
        self._last = self._date(self.tr("The last day"))
        form = QFormLayout(self._own)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(SPACE // 2)
        form.addRow(self.tr("From"), self._first)
        form.addRow(self.tr("To"), self._last)
        for field in (self._first, self._last):
            form.labelForField(field).setMinimumHeight(CONTROL)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self._preset)
        layout.addWidget(self._own)
        self._own.hide()
        self.show_known("", "")

    def _date(self, name: str) -> QDateEdit:
        field = QDateEdit(QDate.currentDate(), self._own)
        field.setLineEdit(TextLine(field))
        field.setCalendarPopup(True)
        field.setDisplayFormat(ISO)
        field.setFixedHeight(CONTROL)
        field.setAccessibleName(name)
        field.setKeyboardTracking(False)
        field.dateChanged.connect(self._own_chosen)
        return field

    def show_known(self, first: str, last: str) -> None:
        """Which days there are pictures of; the years between are offered."""
        self._known = (first, last)
        today = QDate.currentDate()
        year = today.year()
        self._preset.clear()
        self._preset.addItem(self.tr("Any time"), ("", ""))
        self._preset.addItem(self.tr("This year"), (f"{year}-01-01", f"{year}-12-31"))
        self._preset.addItem(self.tr("The last 12 months"), (today.addMonths(-12).toString(ISO), ""))
        if first and last:
            # A camera without a clock dates its pictures far off: the years near the end are those that are looked for.
            for past in list(range(int(last[:4]), int(first[:4]) - 1, -1))[:MOST_YEARS]:
                if past != year:
                    self._preset.addItem(str(past), (f"{past}-01-01", f"{past}-12-31"))
        self._preset.addItem(self.tr("Between two days…"), OWN)
        self.show_days(*self._days)

    def show_days(self, first: str, last: str) -> None:
        """Show what is chosen; nothing is told."""
        self._days = (first, last)
        known = [place for place in range(self._preset.count()) if self._value(place) == (first, last)]
        own = not known
        if own or not self._own_is_chosen():
            self._preset.setCurrentIndex(known[0] if known else self._preset.count() - 1)
        self._own.setVisible(self._own_is_chosen())
        if own:
            self._fill(first or self._known[0], last or self._known[1])

    def _value(self, place: int) -> Days | None:
        value = self._preset.itemData(place)
        return None if value == OWN else (str(value[0]), str(value[1]))

    def _own_is_chosen(self) -> bool:
        return self._preset.currentIndex() == self._preset.count() - 1 and self._preset.count() > 0

    def _fill(self, first: str, last: str) -> None:
        for field, text in ((self._first, first), (self._last, last)):
            day = QDate.fromString(text, ISO)
            with QSignalBlocker(field):
                field.setDate(day if day.isValid() else QDate.currentDate())

    def _preset_chosen(self, place: int) -> None:
        days = self._value(place)
        self._own.setVisible(days is None)
        if days is None:
            self._fill(self._days[0] or self._known[0], self._days[1] or self._known[1])
            self._first.setFocus()
        else:
            self._days = days
            self.chosen.emit(*days)

    def _own_chosen(self) -> None:
        first, last = self._first.date(), self._last.date()
        if first > last:
            # The one that was not touched gives way.
            moved = self._last if self.sender() is self._first else self._first
            with QSignalBlocker(moved):
                moved.setDate(first if moved is self._last else last)
        self._days = (self._first.date().toString(ISO), self._last.date().toString(ISO))
        self.chosen.emit(*self._days)


class SideChoice(QWidget):
    """Pixels that the shorter side has at least: any, some that are often asked for, or an own number."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._list = combo(self, self.tr("Smallest size"))
        self._list.addItem(self.tr("Any size"), 0)
        for side in SIDES:
            self._list.addItem(self.tr("From {0} px").format(count(side)), side)
        self._list.addItem(self.tr("Own number…"), OWN)
        self._list.activated.connect(self._list_chosen)
        self._own = QSpinBox(self)
        self._own.setLineEdit(TextLine(self._own))
        indent_number(self._own)
        self._own.setFixedHeight(CONTROL)
        self._own.setRange(1, 100_000)
        self._own.setValue(800)
        self._own.setSingleStep(100)
        self._own.setSuffix(self.tr(" px"))
        self._own.setGroupSeparatorShown(True)
        self._own.setKeyboardTracking(False)
        self._own.setAccessibleName(self.tr("Pixels of the shorter side, at least"))
        self._own.valueChanged.connect(self.chosen)
        self._own.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self._list)
        layout.addWidget(self._own)

    def show_side(self, side: int) -> None:
        """Show what is chosen; nothing is told."""
        own = side > 0 and (side not in SIDES or self._list.currentData() == OWN)
        self._list.setCurrentIndex(self._list.findData(OWN if own else side))
        self._own.setVisible(own)
        if own:
            with QSignalBlocker(self._own):
                self._own.setValue(side)

    def _list_chosen(self) -> None:
        value = self._list.currentData()
        self._own.setVisible(value == OWN)
        if value == OWN:
            self._own.setFocus()
            self._own.selectAll()
            self.chosen.emit(self._own.value())
        else:
            self.chosen.emit(int(value))
