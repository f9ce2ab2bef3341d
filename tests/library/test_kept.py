"""A folder of queries that are kept."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock

from imsearch_gui.domain.errors import PictureError, StorageError
from imsearch_gui.domain.records import FileExample, PixelsExample, Query, TextExample
from imsearch_gui.domain.region import Region
from imsearch_gui.library import kept
from imsearch_gui.library.kept import LIST, PICTURE, THUMBNAIL, KeptQueries
from imsearch_gui.library.removal import delete_library
from imsearch_gui.library.writer import LibraryWriter


@pytest.fixture
def place(tmp_path: Path) -> KeptQueries:
    return KeptQueries(tmp_path / "kept", 3)


def words(text: str) -> Query:
    return Query((TextExample(text),), "m")


def names(place: KeptQueries) -> list[str]:
    return [one.name or one.query.examples[0].text for one in place.listed()]  # type: ignore[union-attr]


def files(place: KeptQueries, suffix: str) -> list[Path]:
    return sorted(place.folder.glob(f"*{suffix}"))


def test_the_newest_stand_first_and_the_oldest_go(place: KeptQueries) -> None:
    assert place.listed() == ()
    for number, text in enumerate("abcd"):
        place.add(words(text), number, thumbnail=b"png")
    assert names(place) == ["d", "c", "b"]
    assert len(files(place, THUMBNAIL)) == 3
    assert place.listed()[0].thumbnail == b"png"


def test_the_same_query_again_moves_up(place: KeptQueries) -> None:
    for number, text in enumerate("aba"):
        place.add(words(text), number)
    assert names(place) == ["a", "b"]


def test_a_pasted_picture_is_kept_as_long_as_a_query_needs_it(place: KeptQueries) -> None:
    query = Query((PixelsExample(b"first", "pasted"),), "m")
    place.add(query, 1)
    place.add(replace(query, top=7), 2)
    assert len(files(place, PICTURE)) == 1
    newest, oldest = place.listed()
    assert newest.query.examples == (PixelsExample(b"", "pasted"),)
    assert place.query(newest.id) == replace(query, top=7)
    place.remove(newest.id)
    assert place.query(oldest.id) == query
    place.remove(oldest.id)
    assert files(place, PICTURE) == []
    with pytest.raises(PictureError, match="not among the searches"):
        place.query(oldest.id)


def test_copies_have_a_bound(place: KeptQueries, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "LARGEST", 10)
    for number in range(3):
        place.add(Query((PixelsExample(bytes([number]) * 4),), "m"), number)
    assert len(place.listed()) == len(files(place, PICTURE)) == 2
    assert place.add(Query((PixelsExample(b"x" * 11),), "m"), 9) == ""
    assert len(place.listed()) == 2


def test_names(place: KeptQueries) -> None:
    first = place.add(words("a"), 1, name="Boats")
    place.add(words("b"), 2, name="Trees")
    place.rename(first, "Ships")
    assert names(place) == ["Trees", "Ships"]
    place.add(words("c"), 3, name="Ships")
    assert names(place) == ["Ships", "Trees"]
    assert place.listed()[0].query == words("c"), "saved anew under the same name"


def test_a_file_that_is_gone_is_named(place: KeptQueries, tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    file.touch()
    place.add(Query((FileExample(file),), "m"), 1)
    assert place.listed()[0].missing == ""
    file.unlink()
    assert place.listed()[0].missing == "a.jpg"
    place.add(Query((PixelsExample(b"p", "pasted"),), "m"), 2)
    files(place, PICTURE)[0].unlink()
    assert place.listed()[0].missing == "pasted"


def test_cleared(place: KeptQueries) -> None:
    place.clear()
    assert not place.folder.exists()
    place.add(Query((PixelsExample(b"p"),), "m"), 1, thumbnail=b"png")
    place.clear()
    assert [file.name for file in place.folder.iterdir() if file.suffix != ".lock"] == [LIST]
    assert place.listed() == ()


DAMAGED = ["", "{", "[]", '{"queries": 5}', "[" * 100_000, '{"queries": ' + "[" * 5000]


def telling(folder: Path) -> tuple[KeptQueries, list[str]]:
    said: list[str] = []
    return KeptQueries(folder, 3, said.append), said


@pytest.mark.parametrize("text", DAMAGED)
def test_a_damaged_list_is_an_empty_one_that_is_kept_and_told_of(tmp_path: Path, text: str) -> None:
    place, said = telling(tmp_path / "kept")
    place.folder.mkdir()
    (place.folder / LIST).write_text(text)
    assert place.listed() == ()
    assert "is damaged" in said.pop()
    assert (place.folder / LIST).read_text() == text
    place.add(words("a"), 1)
    assert names(place) == ["a"]
    (sentence,) = said
    (aside,) = place.folder.glob("queries-damaged-*.json")
    assert aside.name in sentence
    assert aside.read_text() == text
    (place.folder / LIST).write_text("damaged again")
    place.rename("0" * 32, "b")
    assert sorted(file.read_text() for file in place.folder.glob("queries-damaged-*.json")) == sorted(
        [text, "damaged again"]
    )


def test_what_a_damaged_list_speaks_of_is_kept_with_it_until_all_is_cleared(tmp_path: Path) -> None:
    place, _ = telling(tmp_path / "kept")
    place.add(Query((PixelsExample(b"first"),), "m"), 1, thumbnail=b"png", name="first")
    before = sorted(files(place, PICTURE) + files(place, THUMBNAIL))
    text = (place.folder / LIST).read_text()
    (place.folder / LIST).write_text(text[:-20])
    for number in range(4):
        place.add(Query((PixelsExample(bytes([number])),), "m"), 2 + number, thumbnail=b"png")
    assert set(before) < set(files(place, PICTURE) + files(place, THUMBNAIL))
    assert len(files(place, PICTURE)) == 4, "those that are not in any list go"
    place.clear()
    assert [file.name for file in place.folder.iterdir() if file.suffix != ".lock"] == [LIST]


def test_entries_that_are_none_are_left_out(place: KeptQueries) -> None:
    place.folder.mkdir()
    (place.folder / LIST).write_text('{"queries": [3, {}, {"id": "a"}]}')
    assert place.listed() == ()
    place.add(words("a"), 1)
    assert names(place) == ["a"]


def test_a_list_of_a_newer_version_is_not_touched(place: KeptQueries) -> None:
    identity = place.add(words("a"), 1, name="a")
    file = place.folder / LIST
    text = file.read_text().replace('"version": 1', '"version": 2')
    file.write_text(text)
    for use in (
        place.listed,
        lambda: place.query(identity),
        lambda: place.add(Query((PixelsExample(b"p"),), "m"), 2, name="b"),
        lambda: place.rename(identity, "c"),
        lambda: place.remove(identity),
        place.clear,
    ):
        with pytest.raises(StorageError, match="by a newer version of the program"):
            use()
    assert file.read_text() == text


def test_who_changes_searches_meanwhile_is_waited_for_and_then_named(
    place: KeptQueries, monkeypatch: pytest.MonkeyPatch
) -> None:
    identity = place.add(words("a"), 1, name="a")
    monkeypatch.setattr(kept, "WAIT_S", 0.05)
    with FileLock(place.folder / kept.LOCK):
        assert names(place) == ["a"], "to look at them nobody waits"
        for change in (
            lambda: place.add(words("b"), 2),
            lambda: place.rename(identity, "c"),
            lambda: place.remove(identity),
            place.clear,
        ):
            with pytest.raises(StorageError, match="are just being changed by another window or command"):
                change()
    assert names(place) == ["a"]


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="Searches cannot be kept"):
        KeptQueries(tmp_path / "file" / "kept", 3).add(words("a"), 1)


def test_saved_searches_go_with_their_library(writer: LibraryWriter, folder: Path) -> None:
    writer.close()
    place = KeptQueries(folder / kept.SEARCHES, 3)
    place.add(Query((PixelsExample(b"p"),), "m"), 1, thumbnail=b"png", name="Boats")
    delete_library(folder)
    assert not folder.exists()


@pytest.mark.parametrize(
    "change",
    [
        {"id": "../../x"},
        {"id": "a\0b"},
        {"id": 5},
        {"id": ""},
        {"pictures": ["../../etc/passwd"]},
        {"pictures": ["0" * 32]},
        {"pictures": 5},
        {"when": 10**400},
        {"when": float("nan")},
        {"when": -1},
        {"name": 5},
        {"query": None},
        {"query": {}},
        {"top": 10**30},
        {"region": [-(10**30), 0, 1, 1]},
    ],
)
def test_an_entry_from_others_is_left_out_or_can_be_asked(change: dict[str, object], place: KeptQueries) -> None:
    place.add(Query((FileExample(Path("/a.png"), Region(1, 1, 5, 5)),), "m"), 1.0)
    place.add(words("sound"), 2.0)
    table = json.loads((place.folder / LIST).read_text())
    (entry,) = [one for one in table["queries"] if "file" in one["query"]["like"][0]]
    entry |= {key: value for key, value in change.items() if key in entry}
    if "top" in change:
        entry["query"]["top"] = change["top"]
    if "region" in change:
        entry["query"]["like"][0]["region"] = change["region"]
    (place.folder / LIST).write_text(json.dumps(table))
    listed = place.listed()
    assert words("sound") in [one.query for one in listed]
    assert len(listed) == (2 if change == {"pictures": ["0" * 32]} else 1)


def test_an_entry_without_a_query_is_left_out(place: KeptQueries) -> None:
    place.folder.mkdir()
    entry = {"id": "0" * 32, "when": 1, "name": "", "pictures": []}
    (place.folder / LIST).write_text(json.dumps({"version": 1, "queries": [entry, "[" * 100]}))
    assert place.listed() == ()


def test_nothing_is_read_or_written_behind_a_link(place: KeptQueries, tmp_path: Path) -> None:
    outside = tmp_path / "letter"
    outside.write_text("mine")
    identity = place.add(words("a"), 1.0, thumbnail=b"png")
    thumbnail = place.folder / f"{identity}{THUMBNAIL}"
    thumbnail.unlink()
    thumbnail.symlink_to(outside)
    assert place.listed()[0].thumbnail == b""
    (place.folder / f"{LIST}.{os.getpid()}.new").symlink_to(outside)
    place.rename(identity, "b")
    assert names(place) == ["b"]
    (place.folder / LIST).unlink()
    os.mkfifo(place.folder / LIST)
    assert place.listed() == ()
    (place.folder / kept.LOCK).unlink(missing_ok=True)
    (place.folder / kept.LOCK).symlink_to(outside)
    with pytest.raises(StorageError, match="is a link"):
        place.rename(identity, "c")
    assert outside.read_text() == "mine"


def test_a_list_that_is_too_large_is_an_empty_one(place: KeptQueries, monkeypatch: pytest.MonkeyPatch) -> None:
    place.add(words("a"), 1.0)
    monkeypatch.setattr(kept, "LARGEST_LIST", 50)
    assert place.listed() == ()
