"""Walks the tour as a newcomer who reads, and takes the pictures of docs/tour.md.

tests/e2e/with-screen.sh .venv/bin/python packaging/tour.py
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from stage import places_of

ROOT = Path(__file__).resolve().parent.parent
E2E = ROOT / "tests" / "e2e"
PLACE = ROOT / "docs" / "tour"
PAUSE_S = 7
"""Long enough to read what a step shows."""


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "resources" / "samples", folder / "Pictures", ignore=shutil.ignore_patterns("*.md"))
        environment = {**os.environ, **places_of(folder), "IMSEARCH_TOUR_PAUSE": str(PAUSE_S)}
        command = [sys.executable, str(E2E / "driver.py"), str(E2E / "tour.py"), "newcomer", name]
        if status := subprocess.call(command, env=environment):
            return status
        steps = json.loads((folder / "tour.json").read_text())
        # None stays of a step that there is no more.
        shutil.rmtree(PLACE, ignore_errors=True)
        PLACE.mkdir()
        for step in steps:
            with Image.open(folder / f"{step}.png") as picture:
                picture.convert("RGB").save(PLACE / f"{step}.webp", quality=80, method=6)
    print("\n".join(f"{seconds:6.1f} s  {step}" for step, seconds in steps.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
