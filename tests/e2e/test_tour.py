"""The newcomer's walk of docs/tour.md, along the same steps."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "tour.md"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("tour")
    shutil.copytree(ROOT / "resources" / "samples", base / "Pictures", ignore=shutil.ignore_patterns("*.md"))
    return base


def test_a_newcomer_gets_to_the_third_search(play: Callable[..., None], folder: Path) -> None:
    play("newcomer", script="tour.py")
    steps = json.loads((folder / "tour.json").read_text())
    pictures = re.findall(r"!\[[^\]]+\]\(tour/([^)]+)\.webp\)", PAGE.read_text())
    assert pictures == list(steps), "docs/tour.md shows other steps than the walk takes"
    assert sorted(path.stem for path in (PAGE.parent / "tour").iterdir()) == sorted(steps)
