"""The filters, the match strength and the popups of the query panel."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QSlider, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.program import Program
from imsearch_gui.domain.facets import Facets, FolderFacet
from imsearch_gui.domain.filters import EVERYTHING, Apart, Filters, Orientation
from imsearch_gui.domain.kept import KeptQuery
from imsearch_gui.domain.records import FileExample, LibraryState, Query, SearchResult, TextExample
from imsearch_gui.domain.settings import STRENGTH
from imsearch_gui.domain.strength import StrengthScale
from imsearch_gui.ui.chips import Chip
from imsearch_gui.ui.filter_section import FilterSection
from imsearch_gui.ui.filter_words import parts_of
from imsearch_gui.ui.history_popup import HistoryPopup, SavePopup
from imsearch_gui.ui.kept_words import when
from imsearch_gui.ui.main_window import MainWindow
from imsearch_gui.ui.strength_slider import StrengthSlider

ROOT = Path("/pictures")
FACETS = Facets(
    images=10,
    formats=(("JPEG", 8), ("PNG", 2)),
    labels=(("boat", 3), ("sea", 5)),
    colours=((1, 2), (6, 1)),
    ratings=((5, 1),),
    folders=(FolderFacet(ROOT, 10, 0), FolderFacet(ROOT / "a", 4, 1), FolderFacet(ROOT / "a/b", 2, 2)),
    first_day="2019-03-04",
    last_day="2021-05-06",
)
ALL = Filters(
    folders=(ROOT / "a", ROOT / "c"),
    taken_from="2020-01-01",
    taken_to="2020-12-31",
    orientations=(Orientation.PORTRAIT,),
    shortest_side=1080,
    formats=("JPEG",),
    labels=("sea",),
    colours=(1,),
    rating=4,
    apart=Apart.ONE_A_BURST,
)


@pytest.fixture
def section(qtbot: QtBot) -> Iterator[FilterSection]:
    """Open, in a library that has everything; what is wanted is shown, as the session would."""
    holder = QWidget()
    qtbot.addWidget(holder)
    section = FilterSection(holder)
    section.wanted.connect(section.show_filters)
    section.show_facets(FACETS)
    section.set_open(True)
    section.resize(232, 900)
    holder.resize(232, 900)
    holder.show()
    yield section


def chips(section: FilterSection, *, closing: bool) -> dict[str, Chip]:
    return {
        chip.text(): chip
        for chip in section.findChildren(Chip)
        if chip.isCheckable() is not closing and chip.isVisibleTo(section)
    }


def test_each_part_of_the_filters_is_said_and_can_go_alone() -> None:
    parts = parts_of(ALL)
    assert [part.text for part in parts] == [
        "a",
        "c",
        "2020",
        "Portrait",
        "From 1,080 px",
        "JPEG",
        "sea",
        "Red",
        "★★★★+",
        "One of a burst",
    ]
    rest = ALL
    while parts := parts_of(rest):
        assert len(parts_of(parts[0].without)) == len(parts) - 1
        rest = parts[0].without
    assert rest == EVERYTHING


def test_what_is_chosen_is_wanted(qtbot: QtBot, section: FilterSection) -> None:
    found = chips(section, closing=False)
    for name in ("JPEG", "sea", "Red"):
        qtbot.mouseClick(found[name], Qt.MouseButton.LeftButton)
    section.orientations[Orientation.PORTRAIT].click()
    for combo, place in ((section.rating, 4), (section.apart, 2)):
        combo.setCurrentIndex(place)
        combo.activated.emit(place)
    tree = section.tree
    item = tree.topLevelItem(0)
    assert item is not None
    item.child(0).setCheckState(0, Qt.CheckState.Checked)
    size, dates = section.side.findChild(QComboBox), section.dates.findChild(QComboBox)
    size.setCurrentIndex(2)
    size.activated.emit(2)
    place = dates.findText("2020")
    dates.setCurrentIndex(place)
    dates.activated.emit(place)
    assert section.filters == replace(ALL, folders=(ROOT / "a",))
    assert section.head.text() == "9 filters"
    found["JPEG"].click()
    assert section.filters.formats == ()
    section.clear.click()
    assert section.filters == EVERYTHING
    assert section.head.text() == "Filters"
    assert not chips(section, closing=True)
    assert not any(chip.isChecked() for chip in chips(section, closing=False).values())


def test_active_filters_are_seen_while_folded_and_can_be_taken_away(qtbot: QtBot, section: FilterSection) -> None:
    section.show_filters(ALL)
    section.set_open(False)
    assert not section.tree.isVisible()
    assert len(chips(section, closing=True)) == 10
    chips(section, closing=True)["2020"].click()
    assert (section.filters.taken_from, section.filters.taken_to) == ("", "")
    qtbot.keyClick(chips(section, closing=True)["sea"], Qt.Key.Key_Delete)
    assert section.filters.labels == ()
    assert section.head.text() == "8 filters"


def test_two_days_of_ones_own(section: FilterSection) -> None:
    combo = section.dates.findChild(QComboBox)
    first, last = section.dates.findChildren(QDateEdit)
    assert not first.isVisible()
    combo.setCurrentIndex(combo.count() - 1)
    combo.activated.emit(combo.count() - 1)
    assert first.isVisible()
    assert first.date() == QDate(2019, 3, 4)
    assert section.filters == EVERYTHING, "nothing is left out until a day is chosen"
    last.setDate(QDate(2021, 1, 1))
    assert (section.filters.taken_from, section.filters.taken_to) == ("2019-03-04", "2021-01-01")
    first.setDate(QDate(2022, 1, 1))
    assert (section.filters.taken_from, section.filters.taken_to) == ("2022-01-01", "2022-01-01")
    assert first.text() == "2022-01-01"
    assert "2022-01-01 to 2022-01-01" in chips(section, closing=True)
    assert first.isVisible()


def test_a_number_of_ones_own(section: FilterSection) -> None:
    combo, spin = section.side.findChild(QComboBox), section.side.findChild(QSpinBox)
    combo.setCurrentIndex(4)
    combo.activated.emit(4)
    assert spin.isVisible()
    spin.setValue(640)
    assert section.filters.shortest_side == 640
    assert spin.isVisible(), "while it is being typed, 640 is no choice of the list"
    section.show_filters(EVERYTHING)
    assert not spin.isVisible()


def test_what_the_library_has_not_is_not_offered(section: FilterSection) -> None:
    section.show_facets(Facets(3, formats=(("PNG", 3),), folders=(FolderFacet(ROOT, 3, 0),)))
    assert not chips(section, closing=False)
    assert not section.tree.isVisible()
    assert not section.rating.isVisible()
    section.show_filters(ALL)
    assert set(chips(section, closing=False)) == {"PNG", "JPEG", "sea", "Red"}, "what is asked for can be taken away"


def test_folders_stay_open_and_checked_when_they_are_counted_again(section: FilterSection) -> None:
    section.show_filters(ALL)
    root = section.tree.topLevelItem(0)
    assert root is not None
    assert root.isExpanded()
    assert not root.child(0).isExpanded()
    root.child(0).setExpanded(True)
    section.show_facets(replace(FACETS, images=11))
    root = section.tree.topLevelItem(0)
    assert root is not None
    assert root.child(0).isExpanded()
    assert root.child(0).checkState(0) is Qt.CheckState.Checked
    assert root.checkState(0) is Qt.CheckState.Unchecked


def test_the_slider_goes_from_off_to_one_in_a_million(qtbot: QtBot) -> None:
    widget = StrengthSlider(0)
    qtbot.addWidget(widget)
    slider = widget.findChild(QSlider)
    said: list[float] = []
    widget.chosen.connect(said.append)
    assert widget.strength == 0
    slider.setValue(1)
    slider.setValue(slider.maximum())
    assert said == [1.0, 6.0]
    assert "1 in 1,000,000 random pairs" in widget.toolTip()
    widget.show_tenths(30)
    assert widget.strength == 3.0
    assert len(said) == 2
    widget.set_able(False)
    assert not slider.isEnabled()
    assert "too few pictures" in widget.toolTip()


def test_strength_is_remembered_and_reaches_the_results(
    window: MainWindow, program: Program, result_of: Callable[..., SearchResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    slider = window.query_panel.strength
    slider.findChild(QSlider).setValue(11)
    assert program.settings.get(STRENGTH) == 20
    assert window.area._strength == 2.0
    program.search.answered.emit(result_of(3))
    assert not slider.findChild(QSlider).isEnabled()
    program.search.answered.emit(replace(result_of(3), scale=StrengthScale((0.0, 1.0), (0.0, 4.0))))
    assert slider.findChild(QSlider).isEnabled()


def kept(name: str = "", words: str = "a boat", **more: Any) -> KeptQuery:
    return KeptQuery(name or words, Query((TextExample(words),), "m"), 1.7e9, name, **more)


def test_kept_queries_are_asked_renamed_and_deleted_by_keys(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    popup = HistoryPopup(parent)
    said: list[Any] = []
    popup.asked.connect(said.append)
    popup.removed.connect(said.append)
    saved, gone = kept("Boats"), kept(words="a tree", missing="x.jpg")
    popup.show_lists([saved], [kept(), gone])
    popup.show()
    assert popup.list.current() == saved
    qtbot.keyClick(popup.list, Qt.Key.Key_Return)
    assert said == [saved]
    assert not popup.isVisible()
    popup.show()
    qtbot.keyClick(popup.list, Qt.Key.Key_End)
    assert popup.list.current() == gone
    qtbot.keyClick(popup.list, Qt.Key.Key_Return)
    assert said == [saved], "what is gone cannot be asked"
    qtbot.keyClick(popup.list, Qt.Key.Key_Delete)
    assert said == [saved, gone]
    with qtbot.waitSignal(popup.renamed) as renamed:
        model = popup.list.model()
        model.setData(model.index(1, 0), "Ships")
    assert renamed.args == ["Boats", "Ships"]
    undone: list[bool] = []
    popup.say_removed(saved, lambda: undone.append(True))
    popup._bring_back.click()
    assert undone == [True]
    assert not popup._bring_back.isVisible()
    popup.show_lists([], [])
    assert popup.list.current() is None
    assert not popup.remove.isEnabled()


def test_times_are_written_as_in_the_details() -> None:
    now = datetime.now().replace(hour=14, minute=5)
    assert when(now.timestamp()) == "14:05"
    assert when((now - timedelta(days=1)).timestamp()) == "yesterday, 14:05"
    assert when(datetime(1925, 7, 8, 16, 41).timestamp()) == "1925-07-08"


def test_a_search_gets_a_name(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    popup = SavePopup(parent)
    named: list[str] = []
    popup.named.connect(named.append)
    popup.ask("balloons 1", parent)
    popup.line.setText("  ")
    qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    assert popup.isVisible()
    popup.line.setText("Boats")
    qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    assert named == ["Boats"]
    assert not popup.isVisible()


def test_steps_have_buttons_that_tell_whether_there_are_any(
    window: MainWindow, program: Program, searching: Callable[..., LibraryState], monkeypatch: pytest.MonkeyPatch
) -> None:
    searching()
    asking = window.asking
    assert not asking.undo.isEnabled()
    assert not asking.save.isEnabled()
    program.search.steps_changed.emit(True, False)
    program.search.query_changed.emit(Query((FileExample(Path("/a.jpg")),), "m", filters=ALL))
    assert (asking.undo.isEnabled(), asking.redo.isEnabled(), asking.save.isEnabled()) == (True, False, True)
    assert window.query_panel.filters.filters == ALL
