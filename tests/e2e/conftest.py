"""Plays scenarios on the real program, each start in a process of its own.

IMSEARCH_E2E_PROGRAM names a frozen program that has the driver in it (packaging/linux/frozen_e2e.sh); without it, it is the source.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
LIMIT_S = 150
MISSING = "needs an X server with a window manager and xdotool: tests/e2e/with-screen.sh"


@pytest.fixture
def play(folder: Path) -> Callable[..., None]:
    """play(scenario, *arguments of the program, script=...): in the `folder` of the test module, which holds the home, too."""
    if os.environ.get("QT_QPA_PLATFORM") != "xcb" or shutil.which("xdotool") is None:
        pytest.skip(MISSING)

    def run(scenario: str, *arguments: str, script: str = "scenarios.py") -> None:
        home = {
            "HOME": str(folder / "home"),
            **{
                f"XDG_{name}_HOME": str(folder / "home" / name.lower()) for name in ("CONFIG", "CACHE", "DATA", "STATE")
            },
        }
        frozen = os.environ.get("IMSEARCH_E2E_PROGRAM")
        program = [frozen] if frozen else [sys.executable, str(HERE / "driver.py")]
        done = subprocess.run(
            [*program, str(HERE / script), scenario, str(folder), *arguments],
            env={**os.environ, **home},
            capture_output=True,
            text=True,
            timeout=LIMIT_S,
            check=False,
        )
        assert done.returncode == 0, done.stderr + done.stdout
        for word in ("Traceback", "QObject", "QThread"):
            assert word not in done.stderr, done.stderr

    return run
