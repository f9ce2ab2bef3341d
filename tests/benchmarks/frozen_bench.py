"""How soon is the window of the installed program there, against that of the source tree? Writes its section of docs/packaging.md.

    make bundle && tests/e2e/with-screen.sh .venv/bin/python tests/benchmarks/frozen_bench.py [--write]

Whole processes on a real X server, from their start to the first paint, in turn: the source tree, and the bundle, by the same
script, with the library of the sample pictures that was open last.
"""

from __future__ import annotations

import argparse
import compileall
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from page import ROOT, measured, median, publish
from start_bench import OURS

ROUNDS = 9
BUNDLE = ROOT / "build" / "bundle" / "imsearch"
PLAYER = ROOT / "build" / "pyinstaller" / "imsearch" / "imsearch-e2e"
STEPS = {
    "painted": "our window is painted, still without contents",
    "filled": "its contents are painted",
    "opened": "the library of last time is open",
    "answered": "it has answered a first query",
}


def run(program: list[str], picture: str, *arguments: str) -> dict[str, float]:
    """Milliseconds from the start to each step."""
    command = 'BEGAN=$(date +%s.%N) exec "$@"'
    done = subprocess.run(
        ["bash", "-c", command, "bash", *program, *arguments, picture],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    told = dict(line.split(" ", 1) for line in done.stdout.splitlines() if " " in line)
    return {step: float(told[step]) for step in STEPS}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if not PLAYER.exists():
        print("There is no bundle: make bundle", file=sys.stderr)
        return 1
    compileall.compile_dir(ROOT / "imsearch_gui", quiet=1)
    samples = ROOT / "resources" / "samples"
    picture = str(next(iter(sorted(samples.rglob("*.jpg")))))
    with tempfile.TemporaryDirectory(dir=ROOT / "build") as world:
        for name in ("CONFIG", "CACHE", "DATA", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(world, name.lower()))
        installed = Path(world, "imsearch")
        shutil.copytree(BUNDLE, installed, copy_function=os.link)
        shutil.copy(PLAYER, installed)
        script = Path(world, "start.py")
        script.write_text(OURS)
        source = [sys.executable, str(script)]
        frozen = [str(installed / PLAYER.name), "--run", str(script)]
        library = Path(world, "library")
        subprocess.run(
            [installed / "imsearch", "index", samples, "--library", library], check=True, capture_output=True
        )
        for program in (source, frozen):
            run(program, picture, "--library", str(library))
        rounds = [(run(source, picture), run(frozen, picture)) for _ in range(ROUNDS)]
    lines = [
        measured(
            "make bundle && tests/e2e/with-screen.sh python tests/benchmarks/frozen_bench.py", "PySide6-Essentials"
        ),
        f" Whole processes, medians of {ROUNDS}, in turn.",
        "",
        "| | source tree, ms | bundle, ms | bundle to source |",
        "|---|---|---|---|",
    ]
    for step, words in STEPS.items():
        ours, theirs = (median([pair[which][step] for pair in rounds]) for which in (0, 1))
        lines.append(f"| {words} | {ours:.0f} | {theirs:.0f} | {theirs / ours:.2f} |")
    publish("start", "\n".join(lines), write=options.write, on=ROOT / "docs" / "packaging.md")
    return 0


if __name__ == "__main__":
    sys.exit(main())
