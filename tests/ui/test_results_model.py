"""The list of matches: roles, thumbnails by image id, many rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester

from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import SearchResult
from imsearch_gui.ui.results_model import KEPT, ResultsModel, Role

Change = tuple[int, int, list[int]]


@pytest.fixture
def model(qapp: object) -> ResultsModel:
    return ResultsModel()


@pytest.fixture
def changes(model: ResultsModel) -> list[Change]:
    seen: list[Change] = []

    def note(first: QModelIndex, last: QModelIndex, roles: list[int]) -> None:
        seen.append((first.row(), last.row(), list(roles)))

    model.dataChanged.connect(note)
    return seen


def test_it_keeps_the_promises_of_an_item_model(
    model: ResultsModel, result_of: Callable[..., SearchResult], picture: Callable[..., QImage]
) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.set_result(result_of(20))
    model.set_thumbnail(1003, picture())
    model.set_result(result_of(5))
    model.set_result(None)
    assert model.rowCount() == 0
    tester.deleteLater()


def test_roles(model: ResultsModel, result_of: Callable[..., SearchResult]) -> None:
    model.set_result(result_of(3))
    index = model.index(1)
    assert index.data(Role.NAME) == "picture 1.jpg"
    assert index.data(Role.SCORE) == "0.75"
    assert index.data(Role.MATCH).rank == 2
    assert index.data(Role.THUMBNAIL) is None
    assert index.data(Role.PROBLEM) == ""
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "/pictures/2024/picture 1.jpg"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "2. picture 1.jpg, 0.75"


def test_scores_are_written_as_the_metric_asks(model: ResultsModel, result_of: Callable[..., SearchResult]) -> None:
    model.set_result(result_of(1, metric=Metric.L2))
    assert model.index(0).data(Role.SCORE) == "1.00"
    model.set_result(result_of(199))
    assert [model.index(row).data(Role.SCORE) for row in (0, 1, 100)] == ["1.000", "0.995", "0.500"]


def test_a_thumbnail_changes_one_row_and_one_role(
    model: ResultsModel, changes: list[Change], result_of: Callable[..., SearchResult], picture: Callable[..., QImage]
) -> None:
    model.set_result(result_of(100_000))
    model.set_thumbnail(1000 + 77_777, picture())
    assert changes == [(77_777, 77_777, [int(Role.THUMBNAIL)])]
    assert model.index(77_777).data(Role.THUMBNAIL) == picture()
    assert not model.lacks_thumbnail(77_777)
    assert model.lacks_thumbnail(77_776)


def test_a_thumbnail_of_an_image_that_has_gone_changes_nothing(
    model: ResultsModel, changes: list[Change], result_of: Callable[..., SearchResult], picture: Callable[..., QImage]
) -> None:
    model.set_result(result_of(3, first=1))
    model.set_thumbnail(99, picture())
    assert changes == []


def test_a_thumbnail_is_found_again_where_its_image_is_now(
    model: ResultsModel, result_of: Callable[..., SearchResult], picture: Callable[..., QImage]
) -> None:
    model.set_result(result_of(10, first=1))
    model.set_thumbnail(5, picture())
    model.set_result(result_of(10, first=5))
    assert model.index(0).data(Role.THUMBNAIL) == picture()
    assert model.index(4).data(Role.THUMBNAIL) is None


def test_a_larger_picture_does_not_replace_a_thumbnail(
    model: ResultsModel, result_of: Callable[..., SearchResult], picture: Callable[..., QImage]
) -> None:
    model.set_result(result_of(1, first=1))
    model.set_thumbnail(1, picture(160, 120))
    model.set_thumbnail(1, picture(512, 384))
    assert model.index(0).data(Role.THUMBNAIL).width() == 160


def test_a_failure_is_told_in_the_tooltip_and_forgotten_with_the_result(
    model: ResultsModel, changes: list[Change], result_of: Callable[..., SearchResult]
) -> None:
    model.set_result(result_of(2, first=1))
    model.set_problem(2, "truncated")
    assert changes == [(1, 1, [int(Role.PROBLEM)])]
    assert model.index(1).data(Qt.ItemDataRole.ToolTipRole).endswith("truncated")
    assert not model.lacks_thumbnail(1)
    model.set_result(result_of(2, first=1))
    assert model.lacks_thumbnail(1)


def test_thumbnails_do_not_pile_up(
    model: ResultsModel, result_of: Callable[..., SearchResult], picture: Callable[..., QImage]
) -> None:
    model.set_result(result_of(KEPT + 10, first=0))
    image = picture(4, 3)
    for identity in range(KEPT + 10):
        model.set_thumbnail(identity, image)
    assert sum(model.lacks_thumbnail(row) for row in range(model.rowCount())) == 10
    assert model.lacks_thumbnail(0)


def test_matches_are_dragged_out_as_files(model: ResultsModel, result_of: Callable[..., SearchResult]) -> None:
    model.set_result(result_of(3))
    data = model.mimeData([model.index(0), model.index(2)])
    paths = ["/pictures/2024/picture 0.jpg", "/pictures/2024/picture 2.jpg"]
    assert data.urls() == [QUrl.fromLocalFile(path) for path in paths]
    assert model.index(0).flags() & Qt.ItemFlag.ItemIsDragEnabled
