"""Export: every form, whole or not at all."""

from __future__ import annotations

import csv
import errno
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.acting import exporting
from imsearch_gui.bridge.acting.exporting import export
from imsearch_gui.domain.contact_sheet import Sheet, lay_out
from imsearch_gui.domain.errors import FolderError, QueryError, StorageError
from imsearch_gui.domain.exporting import Export, Form
from imsearch_gui.domain.records import (
    ImageRecord,
    Match,
    PictureInfo,
    Query,
    SearchResult,
    Strategy,
    TextExample,
)

SHEETS = {Form.PDF: Sheet(True, 2, 128), Form.PNG: Sheet(False, 2, 128)}
FILES = [Form.CSV, Form.JSON, Form.PDF, Form.PNG]


def on(_done: int, _total: int) -> bool:
    return True


@pytest.fixture
def result(tmp_path: Path, draw: Callable[..., Path], qtbot: QtBot) -> SearchResult:
    """Three pictures, the second of which cannot be read."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    files = [draw(folder / f"{name}.png", seed) for seed, name in enumerate("abc")]
    files[1].write_bytes(b"no picture")
    info = PictureInfo(96, 72, "PNG")
    matches = tuple(Match(n + 1, ImageRecord(n, file, 10, 0, info), 1 - n / 4) for n, file in enumerate(files))
    return SearchResult(Query((TextExample("a"),), "classic"), matches, Strategy.EXACT, 3)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def wish(result: SearchResult, form: Form, target: Path) -> Export:
    return Export(result, result.matches, form, target, SHEETS.get(form, Sheet()))


def test_tables_hold_every_match(result: SearchResult, place: Path) -> None:
    assert export(wish(result, Form.CSV, place / "a.csv"), on).number == 3
    export(wish(result, Form.JSON, place / "a.json"), on)
    with (place / "a.csv").open(newline="") as file:
        assert [row["path"] for row in csv.DictReader(file)] == [str(match.image.path) for match in result.matches]
    assert [match["rank"] for match in json.loads((place / "a.json").read_text())["matches"]] == [1, 2, 3]


def test_a_sheet_has_an_empty_cell_for_what_cannot_be_read(result: SearchResult, place: Path) -> None:
    made = export(wish(result, Form.PNG, place / "a.png"), on)
    assert (made.number, [item.path.name for item in made.failed]) == (3, ["b.png"])
    image, layout = QImage(str(place / "a.png")), lay_out(SHEETS[Form.PNG], 3)
    assert (image.width(), image.height()) == (round(layout.width), round(layout.height))
    seen = []
    for cell in layout.cells[:3]:
        box = cell.picture
        seen.append(image.pixelColor(round(box.x + box.width / 2), round(box.y + box.height - 20)).name())
    assert seen[1] == "#f0f0f0"
    assert "#f0f0f0" not in (seen[0], seen[2])
    assert "#ffffff" not in (seen[0], seen[2])
    assert image.pixelColor(2, 2).name() == "#ffffff"


def test_a_pdf_has_pages_and_text(result: SearchResult, place: Path) -> None:
    many = replace(result, matches=result.matches * 5)
    made = export(wish(many, Form.PDF, place / "a.pdf"), on)
    data = (place / "a.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") == lay_out(SHEETS[Form.PDF], 15).pages > 1
    assert b"/Font" in data, "text, and no pictures of text"
    assert len(made.failed) == 5


@pytest.mark.parametrize(
    ("form", "same", "link"),
    [(Form.COPIES, False, False), (Form.HARD_LINKS, True, False), (Form.SYMBOLIC_LINKS, True, True)],
)
def test_a_folder_is_numbered_by_rank_and_nothing_is_overwritten(
    result: SearchResult, place: Path, form: Form, same: bool, link: bool
) -> None:
    (place / "001 a.png").write_text("mine")
    made = export(wish(result, form, place), on)
    assert sorted(file.name for file in place.iterdir()) == ["001 a (2).png", "001 a.png", "002 b.png", "003 c.png"]
    assert (place / "001 a.png").read_text() == "mine"
    assert (place / "003 c.png").samefile(result.matches[2].image.path) is same
    assert (place / "003 c.png").is_symlink() is link
    assert made.number == 3


def test_hard_links_to_another_disk_say_why(result: SearchResult, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(FolderError, match="on the same disk"):
        export(wish(result, Form.HARD_LINKS, place), on)
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("form", [*FILES, Form.COPIES, Form.SYMBOLIC_LINKS])
def test_given_up_nothing_is_left(result: SearchResult, place: Path, form: Form) -> None:
    target = place if form.folder else place / "a"
    told: list[int] = []

    def until_the_second(done: int, _total: int) -> bool:
        told.append(done)
        return len(told) < 2 and form not in (Form.CSV, Form.JSON)

    made = export(wish(result, form, target), until_the_second)
    assert made.cancelled
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("form", FILES)
def test_on_a_full_disk_the_file_of_before_stays(
    result: SearchResult, place: Path, form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = place / "a"
    target.write_text("before")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(exporting.disk.os, "fsync", full)
    with pytest.raises(StorageError, match="is full, so nothing was exported"):
        export(wish(result, form, target), on)
    assert [file.name for file in place.iterdir()] == ["a"]
    assert target.read_text() == "before"


@pytest.mark.parametrize("form", [Form.PDF, Form.PNG])
def test_a_disk_that_fills_while_qt_writes_is_noticed(
    result: SearchResult, form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    from imsearch_gui.bridge.acting import sheet_painter

    draw = sheet_painter.draw_pdf if form is Form.PDF else sheet_painter.draw_png
    with pytest.raises(OSError, match="space") as caught:
        draw(wish(result, form, Path("a")), Path("/dev/full"), lambda _path, _side: None, lambda _done: None)
    assert caught.value.errno == errno.ENOSPC


@pytest.mark.parametrize("form", FILES)
def test_a_folder_that_is_not_there_is_one_sentence(result: SearchResult, place: Path, form: Form) -> None:
    with pytest.raises(StorageError, match=r"cannot be written \(No such file or directory\)"):
        export(wish(result, form, place / "gone" / "a"), on)


def test_a_read_only_folder_is_one_sentence(result: SearchResult, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(StorageError, match="choose another folder"):
        export(wish(result, Form.CSV, place / "a.csv"), on)
    assert list(place.iterdir()) == []


def test_a_sheet_that_is_too_large_is_refused(result: SearchResult, place: Path) -> None:
    many = replace(result, matches=result.matches * 100)
    large = replace(wish(many, Form.PNG, place / "a.png"), sheet=Sheet(False, 10, 1024))
    with pytest.raises(QueryError, match="too large for one PNG"):
        export(large, on)
    assert list(place.iterdir()) == []
