"""Names and paths as disks really have them: every file that a job finds is an image, by its very name."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import unicodedata
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from imsearch_gui.cli import main
from imsearch_gui.domain.errors import FolderError
from imsearch_gui.domain.marks import MarkEdit
from imsearch_gui.domain.progress import IndexReport
from imsearch_gui.domain.records import FileExample, Query
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.imaging.thumbnails import file_uri
from imsearch_gui.library import care
from imsearch_gui.library.library import CATALOG, Library
from imsearch_gui.library.marks import note
from imsearch_gui.library.spelling import as_known
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.search import Searcher

Run = Callable[..., IndexReport]
Draw = Callable[..., Path]
NFC, NFD = "h\u00f6he", "ho\u0308he"

ODD = [
    f"{NFC}.png",
    f"{NFD}.png",
    "Case.png",
    "case.png",
    "CASE.PNG",
    "-leading dash.png",
    "--json",
    "new\nline.png",
    "tab\tand\rreturn.png",
    "trailing space ",
    "trailing dot.",
    "  ",
    "quote ' and \" and `.png",
    "percent %41 % s.png",
    "brackets [a] {0} *.png",
    "back\\slash.png",
    "\u202egnp.txet thgir.png",
    "zero\u200bwidth\u200d\ufeff.png",
    "\u05e9\u05dc\u05d5\u05dd.png",
    "emoji \U0001f9ff.png",
    "n" * 251 + ".png",
    "\u00e9" * 127,
    "NUL.png",
    os.fsdecode(b"not utf-8 \xff\xfe.png"),
    os.fsdecode(b"half a sign \xc3"),
]
unix_names = pytest.mark.skipif(sys.platform != "linux", reason="other systems do not have such names")


def images(folder: Path) -> dict[Path, int]:
    with Library.open(folder) as library:
        return {image.path: image.id for image in library.images()}


@unix_names
def test_whatever_a_file_is_called(
    run: Run, draw: Draw, folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    files = {draw(pictures / name, number) for number, name in enumerate(ODD)}
    odd_folder = pictures / os.fsdecode(b"folder \xff\n")
    odd_folder.mkdir()
    files.add(draw(odd_folder / f"{NFD}.png", 99))
    assert len(files) == len(ODD) + 1
    report = run(pictures)
    assert (report.added, report.skipped) == (len(files), ())
    assert set(images(folder)) == files
    assert run(pictures).unchanged == len(files)
    with Library.open(folder) as library, closing(Searcher(library, ModelStore())) as searcher:
        for file in files:
            best = searcher.search(Query((FileExample(file),), model_id="classic", top=1)).matches[0]
            assert best.image.path == file
    for form in ((), ("--json",), ("--csv",)):
        assert main(["search", str(folder), str(odd_folder / f"{NFD}.png"), *form]) == 0
    assert main(["info", str(folder)]) == 0
    assert capfd.readouterr().err == ""


@unix_names
def test_a_name_that_differs_only_in_case_or_accent_is_another_file_and_keeps_its_own_notes(
    run: Run, draw: Draw, folder: Path, tmp_path: Path
) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    names = ("a.png", "A.png", f"{NFC}.png", f"{NFD}.png")
    for number, name in enumerate(names):
        draw(pictures / name, number)
    run(pictures)
    before = images(folder)
    for number, name in enumerate(names):
        note(folder, [before[pictures / name]], MarkEdit(rating=number + 1))
    (pictures / "a.png").unlink()
    (pictures / f"{NFC}.png").unlink()
    assert run(pictures).gone == 2
    with Library.open(folder) as library:
        left = {image.path.name: library.image(image.id) for image in library.images()}
    assert {name: image.marks.rating for name, image in left.items() if image is not None} == {
        "A.png": 2,
        f"{NFD}.png": 4,
    }


def test_a_file_that_is_renamed_in_case_or_accent_alone_keeps_its_id(
    run: Run, draw: Draw, folder: Path, tmp_path: Path
) -> None:
    """As it is everywhere, so it is where the disk takes both for one name."""
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    draw(pictures / "a.png", 1)
    draw(pictures / f"{NFD}.png", 2)
    run(pictures)
    before = images(folder)
    (pictures / "a.png").rename(pictures / "A.PNG")
    (pictures / f"{NFD}.png").rename(pictures / f"{NFC}.png")
    assert run(pictures).moved == 2
    after = {path.name: identity for path, identity in images(folder).items()}
    assert after == {"A.PNG": before[pictures / "a.png"], f"{NFC}.png": before[pictures / f"{NFD}.png"]}


def test_a_folder_in_another_spelling_is_the_same_folder_where_the_disk_says_so(
    run: Run, draw: Draw, folder: Path, tmp_path: Path
) -> None:
    """A link stands in for a disk that does not tell capitals apart."""
    pictures = tmp_path / f"Pictures {NFC}"
    pictures.mkdir()
    draw(pictures / "a.png", 1)
    run(pictures)
    other = tmp_path / f"PICTURES {NFD.upper()}"
    if not other.exists():
        other.symlink_to(pictures)
    assert run(other).unchanged == 1
    assert main(["roots", str(folder), "set", str(other), "--watch"]) == 0
    with Library.open(folder) as library:
        assert [(root.path, root.watch) for root in library.roots()] == [(pictures, True)]


@unix_names
def test_a_folder_in_another_spelling_is_another_folder_where_the_disk_says_so(
    run: Run, draw: Draw, folder: Path, tmp_path: Path
) -> None:
    for number, name in enumerate(("pictures", "PICTURES")):
        (tmp_path / name).mkdir()
        draw(tmp_path / name / "a.png", number)
        assert run(tmp_path / name).added == 1
    assert len(images(folder)) == 2
    assert as_known(tmp_path / "Pictures", [tmp_path / "pictures"]) == tmp_path / "Pictures"


@unix_names
def test_a_root_from_a_disk_that_writes_accents_otherwise_is_relinked(
    run: Run, draw: Draw, folder: Path, tmp_path: Path
) -> None:
    """macOS writes é as two signs, Linux and Windows as one; copies of a disk change them."""
    mac, linux = tmp_path / "mac", tmp_path / "linux"
    names = [f"{NFC}/{NFC} {number}.png" for number in range(6)] + ["plain.png", f"{NFC}/Straße.PNG"]
    for number, name in enumerate(names):
        for place, form in ((mac, "NFD"), (linux, "NFC")):
            file = place / unicodedata.normalize(form, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            draw(file, number)
    (mac / f"{NFD}" / f"no picture {NFD}.txt").write_text("nothing")
    (linux / f"{NFC}" / f"no picture {NFC}.txt").write_text("nothing")
    run(mac)
    before = {path.relative_to(mac).as_posix(): identity for path, identity in images(folder).items()}
    note(folder, list(before.values()), MarkEdit(rating=5))
    with LibraryWriter.open(folder) as writer:
        seen = care.relink(writer, mac, linux)
    assert seen.found == len(names)
    after = {path.relative_to(linux).as_posix(): identity for path, identity in images(folder).items()}
    assert after == {unicodedata.normalize("NFC", name): identity for name, identity in before.items()}
    assert all(path.exists() for path in images(folder))
    report = run(linux)
    assert (report.unchanged, report.moved, report.added, report.gone, len(report.skipped)) == (8, 0, 0, 0, 1)


@unix_names
def test_a_library_of_windows_is_offline_until_it_is_relinked(
    run: Run,
    draw: Draw,
    folder: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pictures = tmp_path / "Photos"
    (pictures / "sub").mkdir(parents=True)
    for number, name in enumerate(("a.png", "sub/b.png")):
        draw(pictures / name, number)
    run(pictures)
    windows = "C:\\Photos"
    with closing(sqlite3.connect(folder / CATALOG)) as db:
        db.execute("UPDATE root SET path = ?", (windows,))
        db.commit()
    monkeypatch.chdir(tmp_path)
    with Library.open(folder) as library, closing(Searcher(library, ModelStore())) as searcher:
        assert [root.online for root in library.roots()] == [False]
        # Whoever has a file with that content finds it; what is shown of it is where it was.
        matches = searcher.search(Query((FileExample(pictures / "a.png"),), model_id="classic")).matches
        assert [match.image.path for match in matches] == [Path(windows, "a.png"), Path(windows, "sub/b.png")]
        assert file_uri(matches[0].image.path)
    with pytest.raises(FolderError, match="Not there just now"):
        run(Path(windows), as_before=True)
    assert main(["info", str(folder)]) == 0
    assert "not there just now" in capfd.readouterr().out
    assert main(["roots", str(folder), "relink", windows, str(pictures)]) == 0
    assert "all 2 keep their vectors" in capfd.readouterr().out
    assert run(pictures).unchanged == 2


@unix_names
@pytest.mark.parametrize("length", [300, 1100, 4050])
def test_a_long_path_is_an_image_or_has_a_reason(
    length: int, run: Run, draw: Draw, folder: Path, tmp_path: Path
) -> None:
    """A system takes paths of 4,095 bytes; files deeper down exist all the same."""
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    picture = draw(tmp_path / "picture.png", 1)
    draw(pictures / "near.png", 2)
    deep, here = pictures, os.open(pictures, os.O_RDONLY)
    while len(os.fsencode(deep)) < length:
        name = "d" * min(200, length - len(os.fsencode(deep)))
        os.mkdir(name, dir_fd=here)
        there = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        deep, here = deep / name, there
        name = f"{len(os.fsencode(deep))}.png"
        target = os.open(name, os.O_WRONLY | os.O_CREAT, dir_fd=here)
        with os.fdopen(target, "wb") as file:
            file.write(picture.read_bytes())
    # One whose folder can still be named and that cannot be named itself.
    target = os.open("n" * 200 + ".png", os.O_WRONLY | os.O_CREAT, dir_fd=here)
    os.write(target, picture.read_bytes())
    os.close(target)
    os.close(here)
    report = run(pictures)
    found = images(folder)
    assert deep / f"{len(os.fsencode(deep))}.png" in found
    too_long = deep / ("n" * 200 + ".png")
    if len(os.fsencode(too_long)) < 4096:
        assert too_long in found
        assert report.skipped == ()
    else:
        assert [(item.path, item.reason) for item in report.skipped] == [
            (too_long, "cannot be looked at (File name too long)")
        ]
    again = run(pictures)
    assert (again.unchanged, again.gone) == (len(found), 0)


@unix_names
def test_links_that_go_round_in_circles_end(run: Run, draw: Draw, folder: Path, tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    (pictures / "sub").mkdir(parents=True)
    draw(pictures / "sub" / "a.png", 1)
    (pictures / "sub" / "up").symlink_to(pictures)
    (pictures / "round").symlink_to(pictures / "sub" / "up")
    (pictures / "one").symlink_to(pictures / "two")
    (pictures / "two").symlink_to(pictures / "one")
    report = run(pictures)
    assert (report.found, report.added, report.skipped) == (1, 1, ())
    shutil.rmtree(pictures)
