"""The file that a page of an evaluation becomes: whole, or as it was before."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from imsearch_gui import disk
from imsearch_gui.domain.errors import StorageError
from imsearch_gui.imaging.decoding import IN_PROCESS
from imsearch_gui.searching.evaluation import page
from imsearch_gui.searching.evaluation.page import check_place, write_page, writing


def test_a_page_that_is_there_stays_until_the_new_one_is_whole(evaluation_reports: Any, tmp_path: Path) -> None:
    report = evaluation_reports.make_report(evaluation_reports.Plan(tmp_path / "pictures", noise=0.5, drawn=True))
    file = tmp_path / "page.html"
    file.write_text("the older one")
    with closing(writing(report, file, IN_PROCESS)) as job:
        steps = [next(job), next(job)]
        assert [step.done for step in steps] == [0, 1]
    assert file.read_text() == "the older one"
    write_page(report, file, IN_PROCESS)
    assert file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("place", ["none/page.html", "file/page.html", "folder"])
def test_a_place_that_cannot_be_written_is_said_at_once(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("no folder")
    (tmp_path / "folder").mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(StorageError, match=r"^[^\n]+: (choose another place|name a file in it for the page)\.$"):
        check_place(tmp_path / place)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_place_that_can_be_written_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    check_place(file)
    assert list(tmp_path.iterdir()) == []
    file.write_text("the older one")
    check_place(file)
    assert file.read_text() == "the older one"


def test_a_full_disk_is_a_sentence(evaluation_reports: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> Iterator[None]:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(disk, "write", full)
    report = evaluation_reports.make_report(evaluation_reports.Plan(tmp_path, models=("a",)))
    with pytest.raises(StorageError, match="No space left on device"):
        page.write_page(report, tmp_path / "page.html", IN_PROCESS)
