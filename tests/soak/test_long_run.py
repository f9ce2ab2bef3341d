"""The long run, in short: what is flat after hours has to be flat after minutes (tests/soak/long_run.py)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from imsearch_gui.library.compaction import SHARE

SCRIPT = Path(__file__).with_name("long_run.py")
FILES, ROUNDS, CHURN = 300, 5, 8
WARM_UP = 3
"""Samples that are not judged: before the first round, and after two."""


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Every round changes, deletes, renames and adds 24 of 300 pictures; the third is followed by a compaction."""
    folder = tmp_path_factory.mktemp("long-run")
    options = {
        "--files": FILES,
        "--rounds": ROUNDS,
        "--churn": CHURN,
        "--workers": 1,
        "--folder": folder,
        "--json": folder / "run.json",
    }
    command = [sys.executable, str(SCRIPT), *(str(part) for pair in options.items() for part in pair)]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ, timeout=240, check=False)
    assert (folder / "run.json").exists(), done.stderr
    found: dict[str, Any] = json.loads((folder / "run.json").read_text())
    assert (done.returncode, done.stderr) == (bool(found["problems"]), "")
    assert [path.name for path in folder.iterdir()] == ["run.json"], "it takes away what it made"
    return found


def test_it_says_that_all_is_flat(answer: dict[str, Any]) -> None:
    assert answer["problems"] == {}
    assert len(answer["samples"]) == ROUNDS + 1


@pytest.mark.parametrize("what", ["open_files", "threads", "children", "images"])
def test_never_one_more(answer: dict[str, Any], what: str) -> None:
    assert len({sample[what] for sample in answer["samples"][WARM_UP:]}) == 1


def test_memory_stays(answer: dict[str, Any]) -> None:
    """A round that kept its pictures, vectors or answers would keep megabytes."""
    first, *_, last = (sample["own"] for sample in answer["samples"][WARM_UP:])
    assert last < first + (10 << 20)


def test_what_is_gone_is_dropped(answer: dict[str, Any]) -> None:
    unused = [sample["unused"] for sample in answer["samples"]]
    assert max(unused) <= SHARE * (FILES + max(unused))
    assert answer["samples"][-1]["file"] != "classic-1", "it was compacted"
    vectors = [sample["vectors"] for sample in answer["samples"]]
    assert max(vectors) <= vectors[0] / (1 - SHARE)


def test_every_answer_was_right(answer: dict[str, Any]) -> None:
    assert answer["samples"][-1]["wrong"] == 0
