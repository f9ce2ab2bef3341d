"""The indexing job with real worker processes and the pixel baseline."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from imsearch_gui.domain.cleaning import CleaningRules
from imsearch_gui.domain.errors import FolderError
from imsearch_gui.domain.library_facts import Emptiness
from imsearch_gui.domain.progress import Emptied, IndexReport, Progress, Stage
from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.library.facts import facts_of
from imsearch_gui.library.indexing import index
from imsearch_gui.library.library import Library
from imsearch_gui.library.loss import MANY
from imsearch_gui.library.writer import LibraryWriter

Run = Callable[..., IndexReport]
Draw = Callable[..., Path]


def test_a_folder_is_indexed(run: Run, pictures: Path, library: Callable[[], Library]) -> None:
    seen: list[Progress] = []
    report = run(pictures, seen=seen)
    assert (report.found, report.added, report.skipped) == (9, 9, ())
    stages = list(dict.fromkeys(progress.stage for progress in seen))
    assert stages == [Stage.SCANNING, Stage.LEARNING, Stage.ENCODING, Stage.DONE]
    assert seen[-1].done == seen[-1].total == 9
    opened = library()
    matrix, paths = opened.export("pixels")
    assert len(paths) == len(set(paths)) == 9
    # z-scored with the mean and deviation of these very pictures
    # Rows are kept to eleven bits, so that the mean of the sample itself is no longer zero to the last of them.
    np.testing.assert_allclose(matrix.mean(axis=0), 0, atol=1e-3)
    np.testing.assert_allclose(matrix.std(axis=0), 1, atol=1e-2)


def test_indexing_again_does_only_what_changed(
    draw: Draw, run: Run, pictures: Path, library: Callable[[], Library]
) -> None:
    run(pictures)
    before = {image.path: image for image in library().images()}
    draw(pictures / "new.png", 100)
    draw(pictures / "0.png", 101)
    (pictures / "1.png").unlink()
    (pictures / "2.png").rename(pictures / "sub" / "renamed.png")
    report = run(pictures)
    numbers = (report.added, report.changed, report.moved, report.gone, report.unchanged)
    assert numbers == (1, 1, 1, 1, 6)
    after = {image.path: image for image in library().images()}
    assert after[pictures / "sub" / "renamed.png"].id == before[pictures / "2.png"].id
    assert after[pictures / "0.png"].id == before[pictures / "0.png"].id
    assert set(after) == {path for path in pictures.rglob("*") if path.is_file()}
    again = run(pictures)
    assert (again.unchanged, again.added, again.moved) == (9, 0, 0)


def test_bad_files_are_skipped_with_a_reason_and_not_tried_again(
    draw: Draw, run: Run, pictures: Path, library: Callable[[], Library]
) -> None:
    (pictures / "empty.jpg").touch()
    (pictures / "text.png").write_text("no picture at all")
    whole = draw(pictures / "whole.jpg", 50, (400, 300)).read_bytes()
    (pictures / "truncated.jpg").write_bytes(whole[: len(whole) // 2])
    draw(pictures / "dot.png", 51, (1, 1))
    report = run(pictures)
    reasons = {item.path.name: item.reason for item in report.skipped}
    assert set(reasons) == {"empty.jpg", "text.png", "truncated.jpg", "dot.png"}
    assert "empty" in reasons["empty.jpg"]
    assert "not a picture" in reasons["text.png"]
    assert "truncated" in reasons["truncated.jpg"]
    assert "1 x 1" in reasons["dot.png"]
    assert {item.path.name: item.reason for item in library().skipped()} == reasons
    again = run(pictures)
    assert {item.path.name: item.reason for item in again.skipped} == reasons
    draw(pictures / "text.png", 52)
    assert run(pictures).added == 1


def test_cleaning_rules_are_off_unless_asked(draw: Draw, run: Run, pictures: Path) -> None:
    Image.open(pictures / "0.png").convert("L").save(pictures / "grey.png")
    draw(pictures / "small.png", 60, (20, 20))
    rules = CleaningRules(min_side=32, rgb_only=True)
    first = run(pictures, rules=rules)
    assert {item.path.name for item in first.skipped} == {"grey.png", "small.png"}
    second = run(pictures)
    assert (second.added, second.skipped) == (2, ())


def test_subfolders_and_exclusions(run: Run, pictures: Path) -> None:
    assert run(pictures, recursive=False).found == 6
    assert run(pictures, exclude=("sub/*", "0.*")).found == 5


def test_a_root_inside_another_keeps_its_own_files(run: Run, pictures: Path, library: Callable[[], Library]) -> None:
    inner = pictures / "sub"
    first = run(pictures, inner, recursive=False)
    assert (first.found, first.added) == (9, 9)
    opened = library()
    assert {root.path for root in opened.roots()} == {pictures, inner}
    (pictures / "0.png").rename(inner / "0.png")
    (pictures / "1.png").unlink()
    (inner / "6.jpg").unlink()
    report = run(pictures, inner, recursive=False)
    assert (report.unchanged, report.moved, report.gone, report.added) == (6, 1, 2, 0)
    after = library()
    assert {image.path for image in after.images()} == {path for path in pictures.rglob("*") if path.is_file()}
    # Each below its own root: the inner one alone is brought up to date without the outer one.
    (inner / "0.png").unlink()
    alone = run(inner, recursive=False)
    assert (alone.gone, alone.unchanged) == (1, 2)
    assert library().image_count() == 6


def test_a_root_that_loses_its_subfolders_forgets_their_images(
    run: Run, pictures: Path, library: Callable[[], Library]
) -> None:
    run(pictures)
    (pictures / "sub" / "6.jpg").unlink()
    report = run(pictures, pictures / "sub", recursive=False)
    assert report.found == 8
    run(pictures, pictures / "sub", recursive=False)
    assert {image.path for image in library().images()} == {path for path in pictures.rglob("*") if path.is_file()}


def test_two_models_in_one_library(run: Run, pictures: Path, library: Callable[[], Library]) -> None:
    run(pictures)
    report = run(pictures, model="classic")
    assert (report.added, report.unchanged) == (9, 0)
    assert [model.id for model in library().models()] == ["pixels", "classic"]
    assert {model.vectors for model in library().models()} == {9}
    assert library().image_count() == 9


def test_an_image_that_moved_before_the_second_model_saw_it_gets_its_vector(
    run: Run, pictures: Path, library: Callable[[], Library]
) -> None:
    run(pictures)
    (pictures / "2.png").rename(pictures / "moved.png")
    report = run(pictures, model="classic")
    assert (report.moved, report.added) == (1, 8)
    assert {model.vectors for model in library().models()} == {9}


def test_a_copy_costs_no_vector(run: Run, pictures: Path, library: Callable[[], Library]) -> None:
    shutil.copy(pictures / "0.png", pictures / "copy.png")
    assert run(pictures).added == 10
    opened = library()
    assert opened.image_count() == 10
    assert opened.vectors("pixels").rows == 9


def test_a_cancelled_job_keeps_what_was_committed_and_the_next_does_the_rest(
    draw: Draw, folder: Path, tmp_path: Path, run: Run, library: Callable[[], Library]
) -> None:
    for number in range(200):
        draw(tmp_path / "many" / f"{number:03}.png", number)
    with LibraryWriter.open(folder) as writer:
        steps = index(writer, IndexRequest((tmp_path / "many",), "pixels", workers=1), ModelStore().find("pixels"))
        for progress in steps:
            if progress.stage is Stage.ENCODING and progress.latest:
                break
        steps.close()
    kept = library().image_count()
    assert 0 < kept < 200
    report = run(tmp_path / "many")
    assert (report.unchanged, report.added) == (kept, 200 - kept)
    assert library().vectors("pixels").rows == 200


def test_a_folder_that_nobody_knows_is_a_sentence(run: Run, tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="does not exist"):
        run(tmp_path / "nowhere")


@pytest.mark.parametrize("left", ["nothing", "empty mount point"])
def test_an_unplugged_disk_loses_nothing(
    draw: Draw, run: Run, pictures: Path, tmp_path: Path, library: Callable[[], Library], left: str
) -> None:
    other = draw(tmp_path / "other" / "a.png", 300).parent
    run(pictures, other)
    pictures.rename(tmp_path / "away")
    if left == "empty mount point":
        pictures.mkdir()
    report = run(pictures, other)
    assert (report.offline, report.gone, report.unchanged) == ((pictures,), 0, 1)
    assert library().image_count() == 10
    with pytest.raises(FolderError, match="Not there just now"):
        run(pictures)
    if left == "empty mount point":
        pictures.rmdir()
    (tmp_path / "away").rename(pictures)
    assert run(pictures).unchanged == 9


def test_a_root_that_lost_all_its_pictures_keeps_them_until_that_is_confirmed(
    draw: Draw, run: Run, tmp_path: Path, library: Callable[[], Library]
) -> None:
    disk, other = tmp_path / "disk", draw(tmp_path / "other" / "a.png", 300).parent
    for number in range(MANY):
        draw(disk / f"{number}.png", number)
    run(disk, other)
    for file in disk.iterdir():
        file.unlink()
    # Below a mount point there may be a file that says what it is for.
    (disk / "README").write_text("mount the archive here")
    report = run(disk, other)
    assert report.emptied == (Emptied(disk, MANY),)
    assert "20 pictures and has none now" in str(report.emptied[0])
    assert (report.gone, report.offline, library().image_count()) == (0, (), MANY + 1)
    with pytest.raises(FolderError, match="until you say that they are gone"):
        run(disk)
    assert [part.emptiness for part in facts_of(library()).roots] == [Emptiness.ASKED, None]
    confirmed = run(disk, accept_empty=True)
    assert (confirmed.gone, confirmed.emptied, library().image_count()) == (MANY, (), 1)
    assert [part.emptiness for part in facts_of(library()).roots] == [None, None]


def test_pictures_that_are_left_out_by_new_options_are_not_missed(
    draw: Draw, run: Run, tmp_path: Path, library: Callable[[], Library]
) -> None:
    for number in range(MANY):
        draw(tmp_path / "disk" / f"{number}.png", number)
    run(tmp_path / "disk")
    report = run(tmp_path / "disk", exclude=("*.png",))
    assert (report.gone, report.emptied, library().image_count()) == (MANY, (), 0)


def test_few_pictures_that_are_taken_away_from_beside_other_files_are_believed_gone(run: Run, pictures: Path) -> None:
    run(pictures)
    (pictures / "notes.txt").write_text("done")
    shutil.rmtree(pictures / "sub")
    for file in pictures.glob("*.png"):
        file.unlink()
    assert run(pictures).gone == 9


def test_a_copy_of_a_disk_with_other_times_is_not_indexed_again(
    run: Run, pictures: Path, library: Callable[[], Library]
) -> None:
    run(pictures)
    before = {image.path: image.id for image in library().images()}
    for file in pictures.rglob("*.*"):
        os.utime(file, ns=(1, 10**18))
    seen: list[Progress] = []
    report = run(pictures, seen=seen)
    assert (report.unchanged, report.changed, report.moved) == (9, 0, 0)
    assert Stage.ENCODING not in {progress.stage for progress in seen}
    assert {image.path: image.id for image in library().images()} == before
    assert {image.mtime_ns for image in library().images()} == {10**18}


def test_a_file_of_the_same_size_with_another_content_is_changed(draw: Draw, run: Run, pictures: Path) -> None:
    first, second = pictures / "a.bmp", pictures / "b.bmp"
    draw(first, 1)
    draw(second, 2)
    run(pictures)
    shutil.copyfile(second, first)
    os.utime(first, ns=(1, 10**18))
    report = run(pictures)
    assert (report.changed, report.unchanged) == (1, 10)


def test_skipped_files_are_tried_again_where_that_is_asked_for(run: Run, pictures: Path) -> None:
    for name in ("x.jpg", "y.jpg"):
        (pictures / name).write_bytes(b"")
    assert len(run(pictures).skipped) == 2
    seen: list[Progress] = []
    assert len(run(pictures, seen=seen, retry=(pictures / "x.jpg",)).skipped) == 2
    assert max(progress.total for progress in seen if progress.stage is Stage.ENCODING) == 1


def test_folders_are_watched_where_that_is_asked_for(run: Run, pictures: Path, library: Callable[[], Library]) -> None:
    run(pictures, watch=True)
    run(pictures)
    assert [root.watch for root in library().roots()] == [True]
    run(pictures, watch=False)
    assert [root.watch for root in library().roots()] == [False]


def test_a_folder_that_vanishes_on_the_way_ends_the_job_with_a_sentence(
    draw: Draw, folder: Path, tmp_path: Path, run: Run, library: Callable[[], Library]
) -> None:
    many = tmp_path / "many"
    for number in range(300):
        draw(many / f"{number:03}.png", number)
    with LibraryWriter.open(folder) as writer:
        steps = index(writer, IndexRequest((many,), "pixels", workers=1), ModelStore().find("pixels"))
        with pytest.raises(FolderError, match="has vanished"):
            for progress in steps:
                if progress.stage is Stage.ENCODING and progress.latest and many.exists():
                    many.rename(tmp_path / "away")
    kept = library().image_count()
    assert 0 < kept < 300
    assert library().skipped() == []
    (tmp_path / "away").rename(many)
    report = run(many)
    assert (report.unchanged, report.added, report.skipped) == (kept, 300 - kept, ())


def test_an_unreadable_subfolder_is_listed_and_its_images_stay(
    run: Run, pictures: Path, library: Callable[[], Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(pictures)
    real = os.scandir

    def refuse(path: Any) -> Any:
        if Path(path).name == "sub":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    report = run(pictures)
    assert [item.path for item in report.skipped] == [pictures / "sub"]
    assert report.gone == 0
    assert library().image_count() == 9


def test_the_library_may_lie_among_the_pictures(folder: Path, pictures: Path) -> None:
    inside = pictures / "library"
    request = IndexRequest((pictures,), "pixels", workers=1)
    for _ in range(2):
        with LibraryWriter.open(inside) as writer:
            list(index(writer, request, ModelStore().find("pixels")))
    with Library.open(inside) as library:
        assert (library.image_count(), library.skipped_count()) == (9, 0)
