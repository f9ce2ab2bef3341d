"""`imsearch search` among some of the pictures, in this process: what it writes, and what it says of wrong options."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from imsearch_gui import cli
from imsearch_gui.cli.filter_options import FORMATS
from imsearch_gui.domain.strength import STRONGEST
from imsearch_gui.imaging import sniff

TAKEN, DATE_TIME_ORIGINAL, EXIF = "2024:05:01 10:00:00", 0x9003, 0x8769


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two folders of pictures of noise: the second portrait, as PNG, and without a date."""
    folder = tmp_path_factory.mktemp("pictures")
    random = np.random.default_rng(0)
    for kind, size, count in (("one", (64, 48), 50), ("one more", (48, 64), 30)):
        (folder / kind).mkdir()
        for number in range(count):
            low = Image.fromarray(random.integers(0, 256, (4, 4, 3), np.uint8))
            image = low.resize(size, Image.Resampling.BICUBIC)
            if kind == "one":
                exif = image.getexif()
                exif.get_ifd(EXIF)[DATE_TIME_ORIGINAL] = TAKEN
                image.save(folder / kind / f"{number}.jpg", exif=exif)
            else:
                image.save(folder / kind / f"{number}.png")
    return folder


@pytest.fixture(scope="module")
def library(pictures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("libraries") / "library"
    assert cli.main(["index", str(pictures), "--library", str(folder), "--model", "pixels", "--workers", "1"]) == 0
    with sqlite3.connect(folder / "catalog.sqlite") as connection:
        sql = "SELECT content_id FROM image WHERE path = ?"
        (first,) = connection.execute(sql, ("one/3.jpg",)).fetchone()
        connection.execute("INSERT INTO label VALUES (?, 'Sea')", (first,))
        connection.execute("INSERT INTO mark VALUES (?, 4, 5)", (first,))
    connection.close()
    return folder


@pytest.fixture
def search(library: Path, pictures: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """search(*options): the answer to `one/0.jpg`, as --json gives it."""

    def run(*options: str | Path, image: str = "one/0.jpg") -> Any:
        words = ["search", str(library), str(pictures / image), "--top", "100", "--json", *map(str, options)]
        code = cli.main(words)
        out, errors = capsys.readouterr()
        return json.loads(out) if code == 0 else (code, errors)

    return run


@pytest.mark.parametrize(
    ("options", "count", "told"),
    [
        ((), 80, {}),
        (("--after", "2024-05-01", "--before", "2024-05-01"), 50, {"after": "2024-05-01", "before": "2024-05-01"}),
        (("--before", "2024-04-30"), 0, {"before": "2024-04-30"}),
        (("--orientation", "portrait"), 30, {"orientations": ["portrait"]}),
        (("--orientation", "portrait", "--orientation", "landscape"), 80, {"orientations": ["portrait", "landscape"]}),
        (("--shortest-side", "49"), 0, {"shortest_side": 49}),
        (("--format", "jpg"), 50, {"formats": ["JPEG"]}),
        (("--label", "sea"), 1, {"labels": ["sea"]}),
        (("--colour", "4", "--rating", "5"), 1, {"colours": [4], "rating": 5}),
        (("--apart", "other-folders"), 30, {"apart": "other_folders"}),
    ],
)
def test_every_filter_is_heard_and_told(search: Any, options: tuple[str, ...], count: int, told: object) -> None:
    done = search(*options)
    assert len(done["matches"]) == count
    assert done["filters"] == told


def test_a_folder_may_be_given_as_it_is_typed(search: Any, pictures: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(pictures / "one more")
    done = search("--folder", "../one")
    assert done["filters"] == {"folders": [str(pictures / "one")]}
    assert len(done["matches"]) == 50
    assert len(search("--folder", ".", "--folder", "../one")["matches"]) == 80


def test_a_folder_that_the_library_does_not_have_is_said(
    library: Path, pictures: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = str(pictures / "one" / "1.jpg")
    for folder, said in ((tmp_path / "nowhere", True), (pictures / "one", False), (pictures.parent, False)):
        assert cli.main(["search", str(library), picture, "--folder", str(folder)]) == 0
        assert ("lies in no folder of this library" in capsys.readouterr().err) is said


def test_of_a_burst_one_stays(search: Any) -> None:
    done = search("--apart", "one-a-burst", "--folder", "/")
    assert [Path(match["path"]).name for match in done["matches"] if match["path"].endswith(".jpg")] == ["0.jpg"]


def test_strength_falls_with_the_rank_and_cuts(search: Any) -> None:
    every = search("--metric", "l2")["matches"]
    strengths = [match["strength"] for match in every]
    assert strengths == sorted(strengths, reverse=True)
    assert strengths[0] == STRONGEST
    some = search("--metric", "l2", "--strength", "1")["matches"]
    assert some == [match for match in every if match["strength"] >= 1]
    assert 0 < len(some) < len(every)
    assert search("--strength", "0")["matches"]


def test_text_says_how_strong_and_among_how_many(
    library: Path, pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["search", str(library), str(pictures / "one" / "0.jpg"), "--format", "PNG", "--top", "2"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["rank", "score", "strength", "path"]
    assert lines[1].split(maxsplit=3)[3].startswith(str(pictures / "one more"))
    assert lines[-1].startswith("2 of 30 images that pass, Cosine")


def test_a_small_library_has_no_strength(pictures: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    few = tmp_path / "few"
    assert cli.main(["index", str(pictures / "one more"), "--library", str(few), "--model", "pixels"]) == 0
    capsys.readouterr()
    image = str(pictures / "one" / "0.jpg")
    assert cli.main(["search", str(few), image, "--strength", "2"]) == 1
    assert "too few images to tell how rare a score is: leave --strength out" in capsys.readouterr().err
    assert cli.main(["search", str(few), image]) == 0


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--after", "yesterday", "'yesterday' is no day: write it as year, month and day"),
        ("--before", "2023-02-29", "'2023-02-29' is no day"),
        ("--format", "docx", "'docx' is no format of pictures that can be read: AVIF, BMP"),
        ("--orientation", "upside-down", "invalid choice"),
        ("--shortest-side", "-5", "'-5' is no number of pixels"),
        ("--colour", "10", "'10' is no whole number from 1 to 9"),
        ("--rating", "0", "'0' is no whole number from 1 to 5"),
        ("--apart", "alone", "invalid choice"),
        ("--strength", "9", "'9' is no strength: give a number from 0 to 8"),
        ("--strength", "nan", "'nan' is no strength"),
    ],
)
def test_what_is_wrong_is_said(option: str, value: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["search", "library", "image", f"{option}={value}"])
    assert end.value.code == 2
    assert said in capsys.readouterr().err


def test_every_format_that_is_told_apart_can_be_asked_for() -> None:
    signs = [(b"\0" * 4 + b"ftyp" + brand + b"\0" * 8) for brand in (b"avif", b"heic")]
    kinds = {kind for _, kind in sniff._MAGIC} | {sniff.sniff(sign.ljust(sniff.HEAD_BYTES, b"\0")) for sign in signs}
    assert kinds - {None} <= set(FORMATS)
