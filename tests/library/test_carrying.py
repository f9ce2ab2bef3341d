"""Files to another folder, with disks that play up."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from imsearch_gui import disk
from imsearch_gui.domain.errors import FolderError
from imsearch_gui.library import carrying
from imsearch_gui.library.carrying import Carry, Carrying, Wanted, put


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "from"
    folder.mkdir()
    made = [folder / f"{number}.jpg" for number in range(3)]
    for number, file in enumerate(made):
        file.write_bytes(bytes([number]) * 1000)
        os.utime(file, ns=(10**18, 10**18))
    return made


@pytest.fixture
def there(tmp_path: Path) -> Path:
    folder = tmp_path / "to"
    folder.mkdir()
    return folder


def run(files: list[Path], folder: Path, way: Carry) -> Carrying:
    job = Carrying([Wanted(file) for file in files], folder, way)
    list(job.run())
    return job


def refuse(number: int) -> Any:
    def link(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return link


@pytest.mark.parametrize("way", [Carry.COPY, Carry.MOVE])
@pytest.mark.parametrize(
    ("trouble", "renames"),
    [(0, True), (errno.EXDEV, True), (errno.EPERM, True), (errno.EPERM, False)],
    ids=["one disk", "two disks", "a stick", "a share"],
)
def test_nothing_is_overwritten_and_times_stay(
    files: list[Path], there: Path, way: Carry, trouble: int, renames: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    (there / "1.jpg").write_text("mine")
    if not renames:
        monkeypatch.setattr(disk, "rename_if_free", lambda *_: False)
    if trouble:
        link = os.link

        def unless_inside(source: Any, target: Any, **more: Any) -> None:
            # Within the target folder a second disk is no trouble; a disk without second names always is.
            if trouble == errno.EPERM or Path(source).parent != Path(target).parent:
                raise OSError(trouble, os.strerror(trouble))
            link(source, target, **more)

        monkeypatch.setattr(os, "link", unless_inside)
    job = run(files, there, way)
    assert not job.failed
    assert (there / "1.jpg").read_text() == "mine"
    assert sorted(path.name for path in there.iterdir()) == ["0.jpg", "1 (2).jpg", "1.jpg", "2.jpg"]
    assert (there / "1 (2).jpg").read_bytes() == b"\x01" * 1000
    assert (there / "2.jpg").stat().st_mtime_ns == 10**18
    assert [file.exists() for file in files] == [way is Carry.COPY] * 3


@pytest.mark.parametrize("content", [b"a picture", b""], ids=["a picture", "an empty file"])
@pytest.mark.parametrize("killed", ["before", "after"])
def test_a_name_that_a_killed_program_has_taken_is_free_again(
    killed: str, content: bytes, there: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "p.jpg", there / "p.jpg"
    source.write_bytes(content)
    replace, unlink = Path.replace, Path.unlink

    class Killed(BaseException):
        pass

    def kill(*_: Any, **__: Any) -> None:
        raise Killed

    def replaced(path: Path, to: Path) -> Path:
        if killed == "after":
            replace(path, to)
        monkeypatch.setattr(Path, "unlink", kill)  # whoever is killed clears nothing away
        raise Killed

    monkeypatch.setattr(os, "link", refuse(errno.EPERM))
    monkeypatch.setattr(disk, "rename_if_free", lambda *_: False)
    monkeypatch.setattr(Path, "replace", replaced)
    with pytest.raises(Killed):
        put(source, target)
    assert target.exists()
    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(Path, "unlink", unlink)
    monkeypatch.setattr(disk, "_lives", lambda _: False)
    monkeypatch.setattr(os, "getpid", lambda: 99_999_999)
    job = run([source] if source.exists() else [], there, Carry.MOVE)
    assert not job.failed
    left = {path.name: path.read_bytes() for path in there.iterdir()}
    if content:
        assert left == {"p.jpg": content}
    else:
        assert set(left.values()) == {b""}, "nobody can tell one empty file from another, so none is taken away"
    assert not source.exists()


def test_a_full_disk_ends_the_job_and_leaves_nothing_half(
    files: list[Path], there: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []

    def full(_: int) -> None:
        calls.append(1)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(carrying.os, "fsync", full)
    job = run(files, there, Carry.COPY)
    assert [item.source for item in job.carried] == files[:1]
    assert [(item.path, item.reason) for item in job.failed] == [(file, "the disk is full") for file in files[1:]]
    assert [path.name for path in there.iterdir()] == ["0.jpg"]


def test_a_file_that_cannot_leave_is_not_there_twice(
    files: list[Path], there: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def kept(path: Path, missing_ok: bool = False) -> None:
        if path.parent == files[0].parent:
            raise PermissionError(errno.EACCES, "no")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", kept)
    job = run(files, there, Carry.MOVE)
    assert [item.reason for item in job.failed] == ["no permission"] * 3
    assert list(there.iterdir()) == []
    monkeypatch.setattr(os, "link", refuse(errno.EXDEV))
    assert not run(files, there, Carry.MOVE).carried
    assert all(file.exists() for file in files)


def test_given_up_it_keeps_what_is_done(files: list[Path], there: Path) -> None:
    job = Carrying([Wanted(file) for file in files], there, Carry.COPY)
    steps = job.run()
    for progress in steps:
        if progress.done == 1:
            break
    next(steps)  # into the second file
    steps.close()
    assert [item.source for item in job.carried] == files[:1]
    assert [path.name for path in there.iterdir()] == ["0.jpg"]


def test_what_is_wrong_is_said(files: list[Path], there: Path, tmp_path: Path) -> None:
    files[0].unlink()
    job = run(files, there, Carry.MOVE)
    assert [item.reason for item in job.failed] == ["it is not there"]
    assert run([there / "1.jpg"], there, Carry.MOVE).failed[0].reason == "it lies in that folder already"
    with pytest.raises(FolderError, match="does not exist"):
        run(files, tmp_path / "none", Carry.COPY)


@pytest.mark.parametrize("way", [Carry.HARD_LINK, Carry.SYMBOLIC_LINK])
def test_links_lead_to_the_files_and_overwrite_nothing(files: list[Path], there: Path, way: Carry) -> None:
    (there / "1.jpg").write_text("mine")
    assert not run(files, there, way).failed
    assert (there / "1.jpg").read_text() == "mine"
    assert all((there / name).samefile(file) for name, file in zip(("0.jpg", "1 (2).jpg", "2.jpg"), files, strict=True))
    assert all((there / name).is_symlink() is (way is Carry.SYMBOLIC_LINK) for name in ("0.jpg", "2.jpg"))


@pytest.mark.parametrize(
    ("trouble", "reason"),
    [(errno.EXDEV, "on the same disk"), (errno.EPERM, "has no such links"), (errno.EACCES, "no permission")],
)
def test_a_disk_without_links_is_told_from_a_permission_that_is_missing(
    files: list[Path], there: Path, trouble: int, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise OSError(trouble, os.strerror(trouble))

    monkeypatch.setattr(os, "link", refuse)
    job = run(files, there, Carry.HARD_LINK)
    assert len(job.failed) == 3
    assert reason in job.failed[0].reason
    assert list(there.iterdir()) == []
