"""Strip and wizard say the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from imsearch_gui.domain.progress import IndexReport, Progress, Skipped, Stage
from imsearch_gui.ui.progress_words import (
    amount_words,
    folder_names,
    has_time_left,
    left_words,
    report_words,
    speed_words,
    stage_words,
)

ENCODING = Progress(Stage.ENCODING, 12_345, 48_212, 3, 300.0, 41.2)


def report(*, skipped: int = 0, **numbers: int) -> IndexReport:
    files = tuple(Skipped(Path(f"/p/{number}"), "empty file") for number in range(skipped))
    return IndexReport(Path("/library"), "classic", skipped=files, seconds=250.0, **numbers)


@pytest.mark.parametrize(
    ("folders", "text"),
    [((), ""), (("/p/Holidays",), "Holidays"), (("/p/Holidays", "/q", "/r"), "Holidays and 2 more"), (("/",), "/")],
)
def test_folder_names(folders: tuple[str, ...], text: str) -> None:
    assert folder_names([Path(folder) for folder in folders]) == text


def test_each_stage_has_its_words() -> None:
    said = {stage_words(Progress(stage), paused=False) for stage in Stage}
    assert len(said) == len(Stage)
    assert stage_words(ENCODING, paused=True) == "Paused"


def test_amounts() -> None:
    assert amount_words(Progress(Stage.SCANNING)) == ""
    assert amount_words(Progress(Stage.SCANNING, total=1234)) == "1,234 found"
    assert amount_words(ENCODING) == "12,345 / 48,212"
    assert amount_words(Progress(Stage.ENCODING)) == ""


def test_speed_and_time_are_said_only_while_they_mean_something() -> None:
    assert speed_words(ENCODING, paused=False) == "41 pictures/s"
    assert left_words(ENCODING, paused=False) == "15 min left"
    assert left_words(Progress(Stage.GRAPH, 10_000, 1_000_000, images_per_second=9_000.0), paused=False) == "2 min left"
    for progress, paused in (
        (ENCODING, True),
        (Progress(Stage.GRAPH, 5, 10, images_per_second=900.0), False),
        (Progress(Stage.ENCODING, 5, 10), False),
    ):
        assert speed_words(progress, paused=paused) == ""
        assert left_words(progress, paused=paused) == ""
        assert not has_time_left(progress, paused=paused)


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (report(added=8100, changed=20, moved=15, gone=3, skipped=74),
         "8,100 pictures added, 20 changed, 15 moved, 3 gone, 74 skipped, in 4 min."),
        (report(added=1), "1 picture added, in 4 min."),
        (report(gone=2), "2 pictures gone, in 4 min."),
        (report(unchanged=1200), "Nothing has changed: 1,200 pictures up to date."),
        (report(unchanged=1200, skipped=2), "Nothing has changed: 1,200 pictures up to date, 2 skipped."),
        (report(skipped=1), "1 file skipped, in 4 min."),
        (report(), "There are no pictures in there."),
    ],
)  # fmt: skip
def test_the_report_is_one_sentence(made: IndexReport, text: str) -> None:
    assert report_words(made) == text
