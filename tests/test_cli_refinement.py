"""`imsearch search` with refinements, in this process: what it writes, as JSON and as text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from imsearch_gui import cli


def noise(seed: int) -> Image.Image:
    low = np.random.default_rng(seed).integers(0, 256, (24, 32, 3), np.uint8)
    return Image.fromarray(low).resize((320, 240), Image.Resampling.BICUBIC)


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seventy pictures of noise; the last one is a part of the first, inverted in nothing but its place."""
    folder = tmp_path_factory.mktemp("pictures")
    for number in range(69):
        noise(number).save(folder / f"{number}.png")
    wall = Image.new("RGB", (320, 240), "white")
    wall.paste(noise(0).resize((200, 150)), (100, 80))
    wall.save(folder / "wall.png")
    return folder


@pytest.fixture(scope="module")
def library(pictures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("libraries") / "library"
    assert cli.main(["index", str(pictures), "--library", str(folder), "--model", "pixels", "--workers", "1"]) == 0
    return folder


@pytest.fixture
def search(library: Path, pictures: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """search(*options): the answer to `0.png`."""

    def run(*options: str, form: str = "--json") -> Any:
        assert cli.main(["search", str(library), str(pictures / "0.png"), *options, *([form] if form else [])]) == 0
        out = capsys.readouterr().out
        return json.loads(out) if form == "--json" else out

    return run


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--expand", "average"), {"expansion": "average"}),
        (("--expand", "alpha"), {"expansion": "alpha"}),
        (("--reciprocal",), {"reciprocal": True}),
        (("--reciprocal", "--expand", "alpha"), {"expansion": "alpha", "reciprocal": True}),
    ],
)
def test_each_is_heard_and_told(search: Any, options: tuple[str, ...], told: object) -> None:
    done = search(*options)
    assert done["refinement"] == told
    assert done["timings_ms"]["refine"] > 0
    assert len(done["matches"]) == 10
    assert done["reordered"] == (10 if "--reciprocal" in options else 0)
    assert "inliers" not in done["matches"][0]


def test_without_any_nothing_of_it_is_written(search: Any) -> None:
    done = search()
    assert not {"refinement", "reordered"} & set(done)
    assert "refine" not in done["timings_ms"]
    assert "refine" not in search(form="")


def test_verified_matches_come_first_with_their_points(search: Any) -> None:
    names = [Path(match["path"]).name for match in search("--top", "2")["matches"]]
    assert names[0] == "0.png"
    assert names[1] != "wall.png"
    done = search("--top", "2", "--verify")
    assert [Path(match["path"]).name for match in done["matches"]] == ["0.png", "wall.png"]
    assert done["refinement"] == {"geometry": True}
    assert done["reordered"] == 2
    first, second = (match["inliers"] for match in done["matches"])
    assert first > second >= 8


def test_text_has_a_column_for_the_points(search: Any) -> None:
    lines = search("--top", "3", "--verify", form="").splitlines()
    assert lines[0].split() == ["rank", "score", "strength", "points", "path"]
    assert int(lines[2].split()[3]) >= 8
    assert " refine " in lines[-1]
    assert search("--verify", form="--csv").splitlines()[0] == "rank,path,score,strength"


def test_strength_cuts_also_what_stands_in_an_order_of_its_own(search: Any) -> None:
    every = search("--reciprocal", "--top", "70")
    strengths = [match["strength"] for match in every["matches"]]
    assert strengths != sorted(strengths, reverse=True)
    some = search("--reciprocal", "--top", "70", "--strength", "0.5")
    assert some["matches"] == [match for match in every["matches"] if match["strength"] >= 0.5]
    assert 0 < some["reordered"] == len(some["matches"]) < 70
    # Behind the verified ones the others stand by their scores.
    for strength in ("0.5", "3"):
        verified = search("--verify", "--top", "70")["matches"]
        cut = search("--verify", "--top", "70", "--strength", strength)["matches"]
        assert cut == [match for match in verified if match["strength"] >= float(strength)]
