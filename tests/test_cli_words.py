"""`imsearch search` with words, with several examples, and with what matches should be less like."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from imsearch_gui.cli import main

COLOURS = {
    "red": (200, 20, 20),
    "green": (20, 180, 20),
    "blue": (20, 20, 210),
    "yellow": (210, 200, 20),
    "night": (10, 10, 12),
    "dusk": (90, 12, 14),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, two_towers: Any) -> Path:
    """Six pictures of one colour each, indexed with a model that knows words and with one that does not."""
    folder = tmp_path_factory.mktemp("words")
    for name, colour in COLOURS.items():
        (folder / "pictures").mkdir(exist_ok=True)
        Image.new("RGB", (64, 48), colour).save(folder / "pictures" / f"{name}.png")
    model = two_towers.make_tiny_towers(folder / "tiny-towers")
    for name in (str(model), "classic"):
        command = ["index", str(folder / "pictures"), "--library", str(folder / "library"), "--model", name]
        assert main([*command, "--workers", "1"]) == 0
    return folder / "library"


def search(capsys: pytest.CaptureFixture[str], library: Path, *words: str) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["search", str(library), *words, "--json"]) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def names(answer: dict[str, Any]) -> list[str]:
    return [Path(match["path"]).stem for match in answer["matches"]]


def picture(library: Path, name: str) -> str:
    return str(library.parent / "pictures" / f"{name}.png")


@pytest.mark.parametrize("metric", ["cosine", "l2", "l1", "correlation"])
@pytest.mark.parametrize("word", ["red", "green", "blue", "yellow"])
def test_words_find_their_pictures(word: str, metric: str, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = search(capsys, library, "--text", f"a picture of {word}", "--metric", metric)
    assert names(answer)[0] == word
    assert answer["model"] == "tiny-towers", "the model of the library that takes words"


def test_a_picture_and_words_together(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    both = search(capsys, library, picture(library, "red"), "--text", "dark")
    assert names(both)[0] == "dusk"
    assert both["timings_ms"]["encode"] > 0


def test_two_pictures(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = search(
        capsys,
        library,
        "--like",
        picture(library, "red"),
        "--like",
        picture(library, "green"),
        "--model",
        "tiny-towers",
    )
    assert names(answer)[0] == "yellow", "what red and green have in common"


def test_less_like_this(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain = names(search(capsys, library, picture(library, "yellow"), "--model", "tiny-towers"))
    less = names(
        search(
            capsys, library, picture(library, "yellow"), "--unlike", picture(library, "red"), "--model", "tiny-towers"
        )
    )
    assert less.index("red") > plain.index("red")
    words = names(search(capsys, library, picture(library, "yellow"), "--unlike-text", "red"))
    assert words.index("green") < words.index("red")


def test_words_to_a_model_without_them(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", str(library), "--text", "red", "--model", "classic"]) == 1
    said = capsys.readouterr().err
    assert "knows pictures, not words" in said
    assert len(said.splitlines()) == 1


def test_examples_that_cancel_each_other(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    red = picture(library, "red")
    assert main(["search", str(library), "--like", red, "--unlike", red, "--unlike", red, "--text", " "]) == 1
    assert "no words" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--unlike", "a.png"], ["--region", "1,2,3,4", "--text", "red"]])
def test_nothing_to_look_for(arguments: list[str], library: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["search", str(library), *arguments])
    assert stopped.value.code == 2
