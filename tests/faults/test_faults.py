"""A share of the faults of run.py; `make soak` tries all of them. And the bugs that are put in on purpose are found."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent


def harness(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(HERE / "run.py"), "--jobs", "1", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=280)
    if done.returncode == 2:
        pytest.skip(done.stderr.strip())
    return done


def names(module: str, attribute: str) -> Any:
    """Out of a file, without running the harness: it forks, and this process has threads."""
    spec = importlib.util.spec_from_file_location(f"faults_{module}", HERE / f"{module}.py")
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(HERE))
    try:
        sys.modules[spec.name] = loaded
        spec.loader.exec_module(loaded)
    finally:
        sys.path.remove(str(HERE))
    return getattr(loaded, attribute)


@pytest.mark.parametrize("scenario", names("run", "NAMES"))
def test_nothing_is_lost_whatever_goes_wrong(scenario: str, tmp_path: Path) -> None:
    done = harness(scenario, "--every", "53", "--json", str(tmp_path / "result.json"))
    assert done.returncode == 0, done.stdout
    (result,) = json.loads((tmp_path / "result.json").read_text())
    assert sum(result["tried"].values()) >= result["points"] // 53
    assert result["ended"]


@pytest.mark.parametrize(("plant", "scenario"), names("plants", "FOUND_BY").items())
def test_a_bug_that_is_put_in_is_found(plant: str, scenario: str) -> None:
    done = harness(scenario, "--every", "9", "--stop", "--plant", plant)
    assert done.returncode == 1, f"{plant} was not found\n{done.stdout}"
    assert "WRONG" in done.stdout
    assert "the share" not in done.stdout, "it was the harness that failed"
