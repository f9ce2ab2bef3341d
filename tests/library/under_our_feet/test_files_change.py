"""Files that are changed, replaced, renamed, deleted or cut off while a job is at work on them."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from imsearch_gui.bridge.viewing import read_sight, wish_for
from imsearch_gui.domain.cleaning import CleaningRules
from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.plan import FoundFile
from imsearch_gui.domain.progress import IndexReport
from imsearch_gui.domain.reasons import UNREADABLE, may_pass
from imsearch_gui.domain.records import FileExample
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.imaging import decoder
from imsearch_gui.imaging.thumbnails import ThumbnailCache
from imsearch_gui.library import indexing
from imsearch_gui.library.library import Library
from imsearch_gui.library.records import Encoded, Refused
from imsearch_gui.library.worker import Missing, process
from imsearch_gui.library.writer import LibraryWriter

FILES = 12
LAST = f"{FILES - 1:02}.png"
"""Far enough behind what is committed first that no worker has it yet."""
Run = Callable[..., IndexReport]
Draw = Callable[..., Path]


@pytest.fixture
def pictures(tmp_path: Path, draw: Draw) -> Path:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(FILES):
        draw(folder / f"{number:02}.png", number)
    return folder


def keys(folder: Path) -> dict[str, bytes]:
    """What the library says is in each file."""
    with Library.open(folder) as library:
        rows = library.rows("SELECT path, key FROM image JOIN content ON content.id = content_id")
        assert len(library.export("classic")[1]) == len(rows)
    return {str(name): bytes(key) for name, key in rows}


def on_disk(pictures: Path) -> dict[str, bytes]:
    return {file.name: decoder.content_key(file.read_bytes()) for file in pictures.iterdir() if file.is_file()}


def delete(file: Path) -> None:
    file.unlink()


def become_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def become_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def become_link_to_itself(file: Path) -> None:
    file.unlink()
    file.symlink_to(file)


def become_link_to_nowhere(file: Path) -> None:
    file.unlink()
    file.symlink_to(file.with_name("nowhere"))


def become_empty(file: Path) -> None:
    os.truncate(file, 0)


def be_cut_off(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def become_text(file: Path) -> None:
    file.write_text("no picture any more")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other kinds of files")
@pytest.mark.parametrize(
    ("happen", "reason"),
    [
        (delete, "vanished while the folder was indexed"),
        (become_link_to_nowhere, "vanished while the folder was indexed"),
        (become_link_to_itself, "cannot be read (Too many levels of symbolic links)"),
        (become_folder, "vanished while the folder was indexed"),
        (become_pipe, "vanished while the folder was indexed"),
        (become_empty, "empty file"),
        (be_cut_off, "truncated PNG file"),
        (become_text, "not a picture, or of a kind that cannot be read"),
    ],
)
@pytest.mark.parametrize("known", [False, True], ids=["new", "known"])
def test_between_the_scan_and_the_read(
    happen: Callable[[Path], None], reason: str, known: bool, run: Run, pictures: Path, folder: Path, tmp_path: Path
) -> None:
    file, before = pictures / LAST, on_disk(pictures)
    kept = Path(shutil.copy2(file, tmp_path / "kept.png"))
    if known:
        run(pictures)
        for picture in pictures.iterdir():
            picture.write_bytes(picture.read_bytes() + b"more")
        before = on_disk(pictures)
        kept = Path(shutil.copy2(file, tmp_path / "kept.png"))
    report = run(pictures, meanwhile=lambda: happen(file))
    assert [(item.path, item.reason) for item in report.skipped] == [(file, reason)]
    found = keys(folder)
    found.pop(LAST, None)
    assert found == {name: key for name, key in before.items() if name != LAST}
    if file.is_dir():
        file.rmdir()
    file.unlink(missing_ok=True)
    kept.replace(file)
    again = run(pictures)
    assert again.skipped == ()
    assert keys(folder) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other kinds of files")
@pytest.mark.parametrize("happen", [delete, become_folder, become_pipe, become_link_to_itself, become_empty])
@pytest.mark.parametrize("moved", [False, True], ids=["touched", "moved"])
def test_between_the_scan_and_the_look_whether_it_is_the_same(
    happen: Callable[[Path], None], moved: bool, run: Run, pictures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(pictures)
    file, possible = pictures / LAST, indexing.possible_touches
    if moved:
        file = file.rename(pictures / "elsewhere.png")
    else:
        os.utime(file, ns=(1, 1))

    def meanwhile(*arguments: Any) -> list[FoundFile]:
        happen(file)
        return possible(*arguments)

    monkeypatch.setattr(indexing, "possible_touches", meanwhile)
    report = run(pictures)
    assert [item.path for item in report.skipped] == [file]
    assert (report.unchanged, report.moved) == (FILES - 1, 0)


def test_a_file_that_is_replaced_is_what_was_read_and_what_it_is_after_the_next_job(
    run: Run, draw: Draw, pictures: Path, folder: Path
) -> None:
    def replace() -> None:
        for name in ("00.png", LAST):  # one that is committed, and one that is not read yet
            draw(pictures / "aside", 1000 + int(name[:2])).replace(pictures / name)

    run(pictures, meanwhile=replace)
    assert keys(folder)[LAST] == on_disk(pictures)[LAST]
    report = run(pictures)
    assert (report.changed, report.unchanged) == (1, FILES - 1), "what was read is known by the time that it had then"
    assert keys(folder) == on_disk(pictures)
    assert run(pictures).unchanged == FILES


def test_a_file_that_is_renamed_is_found_by_its_new_name(run: Run, pictures: Path, folder: Path) -> None:
    report = run(pictures, meanwhile=lambda: (pictures / LAST).rename(pictures / "new name.png"))
    assert [item.path.name for item in report.skipped] == [LAST]
    report = run(pictures)
    assert (report.unchanged, report.added, report.gone, report.skipped) == (FILES - 1, 1, 0, ())
    assert keys(folder) == on_disk(pictures)


def test_one_that_was_indexed_and_is_renamed_at_once_keeps_its_id(run: Run, pictures: Path, folder: Path) -> None:
    run(pictures, meanwhile=lambda: (pictures / "00.png").rename(pictures / "new name.png"))
    with Library.open(folder) as library:
        before = {image.path.name: image.id for image in library.images()}
    report = run(pictures)
    assert (report.unchanged, report.moved) == (FILES - 1, 1)
    with Library.open(folder) as library:
        after = {image.path.name: image.id for image in library.images()}
    assert after["new name.png"] == before["00.png"]


def test_a_file_of_the_same_size_and_time_with_another_content_is_not_noticed(
    run: Run, pictures: Path, folder: Path
) -> None:
    """The limit: to notice it, every file would have to be read at each job. Any program that does this does it on purpose."""
    run(pictures)
    file = pictures / "00.png"
    state, data = file.stat(), bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert run(pictures).unchanged == FILES
    assert keys(folder)["00.png"] != on_disk(pictures)["00.png"]
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns + 1))
    assert run(pictures).changed == 1


@pytest.mark.parametrize("grow", [True, False], ids=["grows", "is cut off"])
def test_a_file_that_changes_while_it_is_read(
    grow: bool, draw: Draw, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = draw(tmp_path / "a.png", 1, (400, 300))  # more than is read at once
    before, kind_of = file.read_bytes(), decoder.kind_of

    def meanwhile(head: bytes) -> str:
        with file.open("r+b") as other:
            other.seek(0, os.SEEK_END)
            other.write(b"more") if grow else other.truncate(len(before) // 2)
        return kind_of(head)

    monkeypatch.setattr(decoder, "kind_of", meanwhile)
    data = decoder.read(file)
    monkeypatch.undo()
    if grow:
        assert data == before, "as long as it was: who goes on writing would keep us reading"
        return
    assert data == before[: len(before) // 2]
    with pytest.raises(PictureError, match="truncated"):
        decoder.decode(data)


@pytest.fixture
def handle() -> Callable[[Path], Any]:
    """handle(file): what a worker makes of a file."""
    encoder = open_encoder(ModelStore().find("classic"))
    return lambda file: process(FoundFile(file, 1, 1), encoder, CleaningRules())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other kinds of files")
@pytest.mark.parametrize(
    "happen",
    [
        delete,
        become_link_to_nowhere,
        become_link_to_itself,
        become_folder,
        become_pipe,
        become_empty,
        be_cut_off,
        become_text,
    ],
)
def test_while_it_is_shown(happen: Callable[[Path], None], draw: Draw, tmp_path: Path) -> None:
    """What cannot be read any more has a reason, whoever looks; a small picture that was kept is shown on where it may be."""
    file, cache = draw(tmp_path / "a.png", 1, (400, 300)), ThumbnailCache(tmp_path / "cache")
    example = FileExample(file)
    assert read_sight(wish_for(example, None)).width == 400
    before = cache.load(file, 128)
    happen(file)
    with pytest.raises(PictureError):
        read_sight(wish_for(example, None))
    if happen in (delete, become_link_to_nowhere, become_link_to_itself):
        # As with a disk that is not connected.
        np.testing.assert_array_equal(cache.load(file, 128), before)
    else:
        with pytest.raises(PictureError):
            cache.load(file, 128)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="needs rights as Unix has them")
@pytest.mark.parametrize("of_folder", [False, True], ids=["a file", "its folder"])
def test_what_became_unreadable_says_so(
    of_folder: bool, draw: Draw, tmp_path: Path, handle: Callable[[Path], Any]
) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    file = draw(inner / "a.png", 1)
    assert isinstance(handle(file), Encoded)
    (inner if of_folder else file).chmod(0)
    for parent in (tmp_path, *tmp_path.parents[:2]):
        parent.chmod(0o755)
    owner = os.geteuid()
    # The administrator may read everything; "nobody" may not.
    if owner == 0:
        os.seteuid(65534)
    try:
        outcome = handle(file)
    finally:
        if owner == 0:
            os.seteuid(0)
        (inner if of_folder else file).chmod(0o755)
    assert isinstance(outcome, Refused)
    assert (outcome.file.path, outcome.reason) == (file, UNREADABLE.format("Permission denied"))
    assert may_pass(outcome.reason)


def test_what_is_gone_is_missing_and_not_refused(tmp_path: Path, handle: Callable[[Path], Any]) -> None:
    (tmp_path / "file").write_text("no folder")
    for file in (tmp_path / "a.png", tmp_path / "no" / "a.png", tmp_path / "file" / "a.png"):
        assert handle(file) == Missing(FoundFile(file, 1, 1))
    # Nor does a name that no file can have bring anything down.
    assert isinstance(handle(tmp_path / ("n" * 300)), Refused)


def test_what_could_not_be_read_is_tried_again_although_it_was_not_changed(
    run: Run, pictures: Path, folder: Path
) -> None:
    """A right that is given, or a network that is there again, leaves no trace in the size and the time of a file."""
    run(pictures)
    file = pictures / LAST
    state = file.stat()
    for reason, added in ((UNREADABLE.format("Permission denied"), 1), ("truncated PNG file", 0)):
        with LibraryWriter.open(folder) as writer:
            root = writer.add_root(pictures, recursive=True, exclude=())
            model = ModelStore().find("classic")
            key = writer.use_model(
                "classic",
                title=model.spec.title,
                dimension=model.spec.dimension,
                fingerprint=model.fingerprint,
                folder=model.folder,
            )
            refused = Refused(FoundFile(file, state.st_size, state.st_mtime_ns), reason)
            writer.store(key, {file: root}, [], [refused])
        report = run(pictures)
        assert (report.added, len(report.skipped)) == (added, 1 - added)


def test_pipes_sockets_and_devices_are_not_touched(run: Run, pictures: Path, folder: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no such files here")
    os.mkfifo(pictures / "pipe.png")
    here = Path.cwd()
    with socket.socket(socket.AF_UNIX) as listening:
        # The name of a socket may have a hundred bytes only.
        os.chdir(pictures)
        try:
            listening.bind("socket.png")
        finally:
            os.chdir(here)
        if os.geteuid() == 0:
            os.mknod(pictures / "device.png", 0o20666, os.makedev(1, 5))
        report = run(pictures)
    assert (report.found, report.added, report.skipped) == (FILES, FILES, ())


def test_hard_links_are_two_images_with_one_vector(run: Run, pictures: Path, folder: Path) -> None:
    os.link(pictures / "00.png", pictures / "zz.png")
    assert run(pictures).added == FILES + 1
    with Library.open(folder) as library:
        assert library.vectors("classic").rows == FILES
        vectors, paths = library.export("classic")
    places = [paths.index(pictures / name) for name in ("00.png", "zz.png")]
    np.testing.assert_array_equal(*vectors[places])
