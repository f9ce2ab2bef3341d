"""`imsearch roots`, `retry` and `rename`, in processes of their own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from imsearch_gui.domain.choices import DEFAULT_MODEL


def run(*arguments: str | Path, code: int = 0) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "imsearch_gui.cli", *map(str, arguments)],
        capture_output=True,
        env=dict(os.environ),
        timeout=120,
        check=False,
    )
    assert done.returncode == code, done.stderr.decode()
    return (done.stderr if code else done.stdout).decode()


def run_json(*arguments: str | Path) -> Any:
    return json.loads(run(*arguments, "--json"))


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    folder = tmp_path / "pictures"
    (folder / "backup").mkdir(parents=True)
    for number in range(4):
        Image.new("RGB", (40, 30), (number * 60, 90, 20)).save(folder / f"{number}.png")
    Image.new("RGB", (40, 30), "white").save(folder / "backup" / "old.png")
    (folder / "broken.jpg").write_bytes(bytes((folder / "0.png").stat().st_size))
    return folder


@pytest.fixture
def library(pictures: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    run("index", pictures, "--library", folder, "--model", "pixels")
    return folder


def test_roots_are_listed_changed_moved_and_removed(library: Path, pictures: Path, tmp_path: Path) -> None:
    (root,) = run_json("roots", library)["roots"]
    assert root == {
        "path": str(pictures),
        "images": 5,
        "skipped": 1,
        "online": True,
        "watch": False,
        "recursive": True,
        "exclude": [],
        "emptied": False,
    }
    changed = run_json("roots", library, "set", pictures, "--exclude", "backup", "--watch")
    assert (changed["exclude"], changed["watch"], changed["recursive"]) == (["backup"], True, True)
    again = run_json("roots", library, "set", pictures, "--no-subfolders")
    assert (again["exclude"], again["watch"], again["recursive"]) == (["backup"], True, False), "the rest stays"
    assert "watched, without subfolders; without backup" in run("roots", library, "list")
    assert run_json("info", library)["watched"] == [str(pictures)]
    moved = tmp_path / "moved"
    pictures.rename(moved)
    assert "not there just now" in run("info", library)
    assert run_json("info", library)["offline"] == [str(pictures)]
    seen = run_json("roots", library, "relink", pictures, moved)
    assert (seen["images"], seen["found"]) == (5, 5)
    assert run_json("roots", library, "remove", moved) == {"path": str(moved), "images": 5}
    assert run_json("roots", library)["roots"] == []
    added = run_json("roots", library, "add", moved, "--exclude", "*.jpg")
    assert (added["path"], added["exclude"]) == (str(moved), ["*.jpg"])
    assert "belongs to the library already" in run("roots", library, "add", moved / "backup", code=1)


def test_what_cannot_be_is_said_in_a_sentence(library: Path, pictures: Path, tmp_path: Path) -> None:
    assert "is no folder of the library" in run("roots", library, "set", tmp_path, "--watch", code=1)
    assert "does not exist" in run("roots", library, "add", tmp_path / "nowhere", code=1)
    assert "is a folder of this library already" in run("roots", library, "add", pictures, code=1)
    assert "does not hold what was in" in run("roots", library, "relink", pictures, library, code=1)
    assert "There is no library" in run("roots", tmp_path / "nowhere", "remove", pictures, code=1)
    assert not (tmp_path / "nowhere").exists(), "and none is made"


def test_skipped_files_are_tried_again(library: Path, pictures: Path) -> None:
    broken = pictures / "broken.jpg"
    before = broken.stat()
    good = (pictures / "0.png").read_bytes()
    assert "was not skipped" in run("retry", library, pictures / "0.png", code=1)
    assert len(run_json("retry", library)["skipped"]) == 1, "still no picture"
    broken.write_bytes(good)
    os.utime(broken, ns=(before.st_atime_ns, before.st_mtime_ns))
    same = run_json("index", pictures, "--library", library, "--model", "pixels")
    assert (same["added"], len(same["skipped"])) == (0, 1), "nothing tells that it is another file"
    done = run_json("retry", library, broken)
    assert (done["added"], done["skipped"], done["gone"]) == (1, [], 0)
    assert "nothing to try again" in run("retry", library, code=1)


def test_a_library_gets_a_name(library: Path) -> None:
    assert run_json("rename", library, "  My   trips ")["name"] == "My trips"
    assert run_json("info", library)["name"] == "My trips"
    assert "needs a name" in run("rename", library, " ", code=1)


def test_indexing_again_keeps_what_a_folder_leaves_out(tmp_path: Path, samples: Path) -> None:
    """What `roots set` or an earlier run left out does not come in because nobody repeats it."""
    pictures, library = tmp_path / "pictures", tmp_path / "library"
    for name in ("cloth", "private"):
        (pictures / name).mkdir(parents=True)
        shutil.copy(next((samples / "cloth").glob("*.jpg")), pictures / name / f"{name}.jpg")
    command = ("index", pictures, "--library", library, "--model", "pixels", "--workers", "1")
    assert run_json(*command)["added"] == 2
    run_json("roots", library, "set", pictures, "--exclude", "private")
    assert run_json(*command)["gone"] == 1
    again = run_json(*command)
    assert (again["added"], again["found"]) == (0, 1)
    assert run_json(*command, "--exclude", "nothing")["found"] == 2, "what is said counts"


def test_a_library_goes_on_with_the_model_that_it_has(pictures: Path, tmp_path: Path, graph_makers: Any) -> None:
    assert run_json("index", pictures, "--library", tmp_path / "new")["model"] == DEFAULT_MODEL
    command = ("index", pictures, "--library", tmp_path / "library")
    graph_makers.sound(tmp_path / "mine" / "model.onnx")
    run(*command, "--model", tmp_path / "mine")
    again = run_json(*command)
    assert (again["model"], again["added"]) == ("mine", 0)
    run(*command, "--model", "pixels")
    run(*command)
    known = run_json("info", tmp_path / "library")["models"]
    assert {model["id"] for model in known} == {"mine", "pixels"}


def test_a_model_that_nobody_installed_is_tried_before_it_is_used(
    pictures: Path, tmp_path: Path, graph_makers: Any
) -> None:
    model, library = tmp_path / "m", tmp_path / "library"
    graph_makers.sound(model / "model.onnx")
    run("index", pictures, "--library", library, "--model", model)
    graph_makers.external(model / "model.onnx", "../letter.bin", write=False)
    for command in (("retry", library), ("index", pictures, "--library", library, "--model", model)):
        assert "outside its own folder" in run(*command, code=1)
    graph_makers.large_tensor(model / "model.onnx", 10**12)
    other = tmp_path / "other.png"
    Image.new("RGB", (40, 30), "teal").save(other)
    for command in (("retry", library), ("search", library, other)):
        assert "asked for more than" in run(*command, code=1)
