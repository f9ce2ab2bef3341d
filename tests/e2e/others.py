"""Other programs beside the one that is played on, which may be frozen: then it is no Python, and has a library path of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

FROZEN = bool(getattr(sys, "frozen", False))
PYTHON = os.environ.get("IMSEARCH_E2E_PYTHON", sys.executable)


def others_environment() -> dict[str, str]:
    """What the user had before the program changed it."""
    from imsearch_gui.bridge.desktop import bundle_folder, child_environment

    return child_environment(os.environ, bundle=bundle_folder())


def second_start(*arguments: str) -> int:
    """What the desktop does when somebody opens a file with the program; its exit status."""
    itself = [str(Path(sys.executable).with_name("imsearch-gui"))] if FROZEN else [PYTHON, "-m", "imsearch_gui"]
    return subprocess.run([*itself, *arguments], env=others_environment(), timeout=60, check=False).returncode
