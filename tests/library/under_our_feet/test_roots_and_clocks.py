"""Disks that are pulled out and put back, and clocks that jump."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from imsearch_gui.domain.errors import FolderOffline
from imsearch_gui.domain.marks import MarkEdit
from imsearch_gui.domain.plan import EARLIEST_NS, LATEST_NS, FoundFile
from imsearch_gui.domain.progress import IndexReport, Progress, Stage
from imsearch_gui.domain.records import IndexRequest, Query, TextExample
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.library import kept
from imsearch_gui.library.facets import facets_of
from imsearch_gui.library.indexing import index
from imsearch_gui.library.kept import KeptQueries
from imsearch_gui.library.library import Library
from imsearch_gui.library.marks import note
from imsearch_gui.library.writer import LibraryWriter

FILES = 12
Run = Callable[..., IndexReport]
Draw = Callable[..., Path]


@pytest.fixture
def pictures(tmp_path: Path, draw: Draw) -> Path:
    folder = tmp_path / "disk"
    (folder / "inner").mkdir(parents=True)
    for number in range(FILES):
        draw(folder / f"{number:02}.png", number)
    for number in range(FILES, FILES + 3):
        draw(folder / "inner" / f"{number}.png", number)
    return folder


def ids(folder: Path) -> dict[Path, int]:
    with Library.open(folder) as library:
        return {image.path: image.id for image in library.images()}


@pytest.mark.parametrize("mount_point", [True, False], ids=["an empty folder stays", "nothing stays"])
def test_a_disk_that_is_pulled_out_in_the_middle_and_put_back(
    mount_point: bool, run: Run, pictures: Path, folder: Path, tmp_path: Path
) -> None:
    away = tmp_path / "away"

    def pull_out() -> None:
        pictures.rename(away)
        if mount_point:
            pictures.mkdir()

    with pytest.raises(FolderOffline, match="has vanished while it was indexed"):
        run(pictures, meanwhile=pull_out)
    before = ids(folder)
    assert 2 <= len(before) < FILES
    with pytest.raises(FolderOffline, match="Not there just now"):
        run(pictures)
    with Library.open(folder) as library:
        assert [root.online for root in library.roots()] == [False]
        assert library.skipped() == []
    assert ids(folder) == before
    if mount_point:
        pictures.rmdir()
    away.rename(pictures)
    report = run(pictures)
    assert (report.unchanged, report.added, report.skipped) == (len(before), FILES + 3 - len(before), ())
    assert before.items() <= ids(folder).items()


def test_notes_and_vectors_outlast_a_disk_inside_a_folder(
    run: Run, pictures: Path, folder: Path, tmp_path: Path
) -> None:
    """An empty folder among others is believed: its images leave the library. What hangs on their contents waits for them."""
    run(pictures)
    inner = [identity for path, identity in ids(folder).items() if path.parent.name == "inner"]
    note(folder, inner, MarkEdit(add=("kept",), rating=4))
    (pictures / "inner").rename(tmp_path / "away")
    (pictures / "inner").mkdir()
    assert run(pictures).gone == 3
    (pictures / "inner").rmdir()
    (tmp_path / "away").rename(pictures / "inner")
    run(pictures)
    with Library.open(folder) as library:
        back = [library.image(identity) for path, identity in ids(folder).items() if path.parent.name == "inner"]
        assert [image.marks.labels for image in back if image is not None] == [("kept",)] * 3
        assert library.vectors("classic").rows == FILES + 3, "none was made a second time"


TIMES = {
    "1960": -10 * 365 * 86400 * 10**9,
    "before all catalogs": -400 * 365 * 86400 * 10**9,
    "0": 0,
    "tomorrow": (int(time.time()) + 86400) * 10**9,
    "2300": 330 * 365 * 86400 * 10**9,
    "2440": 470 * 365 * 86400 * 10**9,
}


def test_files_of_any_time_are_images_and_are_not_indexed_again(
    run: Run, draw: Draw, folder: Path, tmp_path: Path
) -> None:
    for number, (name, when) in enumerate(TIMES.items()):
        os.utime(draw(tmp_path / f"{name}.png", number), ns=(when, when))
    report = run(tmp_path)
    assert (report.added, report.skipped) == (len(TIMES), ())
    assert run(tmp_path).unchanged == len(TIMES)
    with Library.open(folder) as library:
        facets = facets_of(library)
        assert all(EARLIEST_NS <= image.mtime_ns <= LATEST_NS for image in library.images())
    assert facets.first_day < "1970-01-01" < facets.last_day


def test_a_time_that_no_catalog_can_keep_is_the_nearest_that_it_can() -> None:
    assert FoundFile("a", 1, 2**70).mtime_ns == LATEST_NS
    assert FoundFile("a", 1, -(2**70)).mtime_ns == EARLIEST_NS
    assert FoundFile("a", 1, 5).mtime_ns == 5


def test_a_clock_that_goes_back_does_not_turn_time_round(
    pictures: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What takes how long is told by a clock that only goes forward, whatever somebody sets the other one to."""
    backwards = itertools.count(2_000_000_000, -86_400)
    monkeypatch.setattr(time, "time", lambda: float(next(backwards)))
    seen: list[Progress] = []
    with LibraryWriter.open(folder) as library:
        seen += index(library, IndexRequest((pictures,), "classic", workers=1), ModelStore().find("classic"))
    assert seen[-1].stage is Stage.DONE
    seconds = [progress.seconds for progress in seen]
    assert seconds == sorted(seconds)
    assert seconds[0] >= 0
    assert all(progress.images_per_second >= 0 for progress in seen)
    assert all(progress.seconds_left is None or progress.seconds_left >= 0 for progress in seen)


def test_what_was_asked_under_a_clock_that_ran_ahead_does_not_stay_the_newest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = KeptQueries(tmp_path / "history", most=2)
    monkeypatch.setattr(kept.time, "time", lambda: 1e10)
    for word in ("ahead", "ahead too"):
        place.add(Query((TextExample(word),), "m"), 1e10)
    monkeypatch.setattr(kept.time, "time", lambda: 1e9)
    for number, word in enumerate(("now", "and now")):
        place.add(Query((TextExample(word),), "m"), 1e9 + number)
    assert [one.query.examples for one in place.listed()] == [(TextExample("and now"),), (TextExample("now"),)]
