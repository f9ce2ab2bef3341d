"""What an indexing job has to do, from what was found and what was known."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imsearch_gui.domain.plan import FoundFile, KnownFile, Move, is_below, make_plan, possible_moves, possible_touches

ROOT = Path("/pictures")


def found(name: str, size: int = 100, mtime: int = 1) -> FoundFile:
    return FoundFile(ROOT / name, size, mtime)


def known(
    identity: int,
    name: str,
    size: int = 100,
    mtime: int = 1,
    *,
    key: bytes = b"k",
    ready: bool = True,
    skip: str | None = None,
) -> KnownFile:
    return KnownFile(identity, str(ROOT / name), size, mtime, b"" if skip else key, ready and skip is None, skip)


def test_a_found_file_is_the_same_from_a_path_and_from_its_text() -> None:
    file = found("a picture.png", 7, 3)
    assert file == FoundFile("/pictures/a picture.png", 7, 3)
    assert file.path == ROOT / "a picture.png"
    assert pickle.loads(pickle.dumps(file)) == file


def test_nothing_to_nothing() -> None:
    plan = make_plan([], [], {})
    assert plan.to_encode == plan.gone == plan.moved == plan.unchanged == ()


def test_each_case() -> None:
    files = [found("new"), found("same"), found("touched", mtime=2), found("grown", size=7), found("other model")]
    before = [
        known(1, "same"),
        known(2, "touched"),
        known(3, "grown"),
        known(4, "other model", ready=False),
        known(5, "lost", size=55),
    ]
    plan = make_plan(files, before, {})
    assert plan.added == (files[0],)
    assert plan.unchanged == (before[0],)
    assert plan.changed == (files[2], files[3])
    assert plan.missing_vector == (files[4],)
    assert plan.gone == (before[4],)
    assert plan.to_encode == (files[0], files[2], files[3], files[4])


def test_skipped_before_is_not_tried_again_until_touched() -> None:
    broken = known(0, "broken", skip="truncated")
    assert make_plan([found("broken")], [broken], {}).still_skipped == (broken,)
    mended = found("broken", mtime=2)
    plan = make_plan([mended], [broken], {})
    assert plan.added == (mended,)
    assert plan.changed == ()


def test_skipped_file_that_is_gone_is_forgotten_but_never_moves() -> None:
    broken = known(0, "broken", skip="truncated")
    new = found("elsewhere")
    plan = make_plan([new], [broken], {new.text: b""})
    assert plan.gone == (broken,)
    assert plan.added == (new,)


def test_nothing_is_read_for_a_skipped_file_that_is_gone() -> None:
    assert possible_moves([found("film.avi", 5 * 10**9)], [known(0, "old film.avi", 5 * 10**9, skip="a film")]) == []
    assert possible_moves([found("film.avi")], [known(0, "film.avi", skip="a film")]) == [], "it is where it was"


def test_move_keeps_the_image() -> None:
    before = known(9, "a/old.jpg")
    new = found("b/new.jpg", mtime=5)
    assert possible_moves([new], [before]) == [new]
    plan = make_plan([new], [before], {new.text: b"k"})
    assert plan.moved == (Move(before, new),)
    assert plan.gone == plan.added == ()


def test_same_size_but_other_content_is_no_move() -> None:
    before = known(9, "old.jpg")
    new = found("new.jpg")
    plan = make_plan([new], [before], {new.text: b"other"})
    assert plan.added == (new,)
    assert plan.gone == (before,)


def test_a_copy_is_no_move() -> None:
    before = known(9, "old.jpg")
    copy = found("copy.jpg")
    assert possible_moves([found("old.jpg"), copy], [before]) == []
    plan = make_plan([found("old.jpg"), copy], [before], {copy.text: b"k"})
    assert plan.unchanged == (before,)
    assert plan.added == (copy,)


def test_one_gone_image_serves_one_of_two_new_copies() -> None:
    before = known(9, "old.jpg")
    first, second = found("1.jpg"), found("2.jpg")
    plan = make_plan([first, second], [before], {first.text: b"k", second.text: b"k"})
    assert plan.moved == (Move(before, first),)
    assert plan.added == (second,)


def test_of_two_copies_the_one_of_the_same_name_moves() -> None:
    one, other = known(1, "a/x.jpg"), known(2, "a/y.jpg")
    new = found("b/y.jpg")
    plan = make_plan([new], [one, other], {new.text: b"k"})
    assert plan.moved == (Move(other, new),)
    assert plan.gone == (one,)


def test_folder_renamed() -> None:
    before = [known(number, f"old/{number}.jpg", key=bytes([number])) for number in range(1, 20)]
    files = [found(f"new/{number}.jpg") for number in range(1, 20)]
    keys = {item.text: bytes([number]) for number, item in enumerate(files, 1)}
    plan = make_plan(files, before, keys)
    assert len(plan.moved) == 19
    assert all(move.known.path.name == move.found.path.name for move in plan.moved)
    assert plan.to_encode == plan.gone == ()


names = st.sampled_from([f"{letter}.jpg" for letter in "abcdefgh"])


@given(
    files=st.dictionaries(names, st.tuples(st.integers(1, 3), st.integers(1, 2))),
    before=st.dictionaries(names, st.tuples(st.integers(1, 3), st.integers(1, 2), st.booleans(), st.booleans())),
)
def test_every_file_is_in_exactly_one_place(
    files: dict[str, tuple[int, int]], before: dict[str, tuple[int, int, bool, bool]]
) -> None:
    found_files = [found(name, size, mtime) for name, (size, mtime) in files.items()]
    known_files = [
        known(number, name, size, mtime, key=bytes([size]), ready=ready, skip="broken" if skipped else None)
        for number, (name, (size, mtime, ready, skipped)) in enumerate(before.items(), 1)
    ]
    keys = {item.text: bytes([item.size]) for item in possible_moves(found_files, known_files)}
    plan = make_plan(found_files, known_files, keys)
    seen = [item.path for item in plan.to_encode + plan.unchanged + plan.still_skipped]
    seen += [move.found.path for move in plan.moved]
    assert sorted(seen) == sorted(item.path for item in found_files)
    left = {item.path for item in known_files} - {item.path for item in found_files}
    assert {item.path for item in plan.gone} | {move.known.path for move in plan.moved} == left
    assert not {item.path for item in plan.gone} & {move.known.path for move in plan.moved}


def test_the_plan_after_the_plan_is_empty() -> None:
    files = [found("a"), found("b", size=3)]
    settled = [known(number, item.path.name, item.size) for number, item in enumerate(files, 1)]
    plan = make_plan(files, settled, {})
    assert plan.to_encode == plan.moved == plan.gone == ()
    assert plan.unchanged == tuple(settled)
    assert make_plan(files, [replace(item, ready=False) for item in settled], {}).missing_vector == tuple(files)


def test_a_file_with_another_time_and_the_same_content_is_touched_and_not_changed() -> None:
    before = known(1, "a.jpg", key=b"a")
    later = found("a.jpg", mtime=2)
    assert possible_touches([later], [before]) == [later]
    plan = make_plan([later], [before], {later.text: b"a"})
    assert (plan.touched, plan.unchanged, plan.changed) == ((Move(before, later),), (before,), ())
    plan = make_plan([later], [before], {later.text: b"b"})
    assert (plan.touched, plan.changed) == ((), (later,))


def test_only_known_images_of_the_same_size_and_another_time_may_be_touched() -> None:
    images = [known(1, "a.jpg"), known(2, "b.jpg"), known(0, "c.jpg", skip="empty file")]
    files = [found("a.jpg"), found("b.jpg", size=7, mtime=2), found("c.jpg", mtime=2), found("d.jpg", mtime=2)]
    assert possible_touches(files, images) == []


@pytest.mark.parametrize(
    ("path", "folder", "below"),
    [
        ("/a/b", "/a", True),
        ("/a", "/a", True),
        ("/ab", "/a", False),
        ("/a/b", "/", True),
        ("/b/a", "/a", False),
        ("/a", "/a/b", False),
    ],
)
def test_below(path: str, folder: str, below: bool) -> None:
    path, folder = str(Path(path)), str(Path(folder))
    assert is_below(path, folder) is below
    assert Path(path).is_relative_to(folder) is below
