"""Everything that is tried for hours: faults, hostile input, broken pictures, one long run. Writes docs/reliability.md.

    .venv/bin/python tests/soak/soak.py [PART ...] [--write] [--results FOLDER] [--pages]

Parts: faults, hostile, pictures, long. Exit status 1 where one of them found something wrong; `--pages` runs nothing and makes the
page of the results that lie in the folder.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS / "benchmarks"))

from page import measured, publish  # noqa: E402

PAGE = TESTS.parent / "docs" / "reliability.md"
COMMANDS = {
    "faults": ("faults/run.py",),
    "hostile": ("soak/hostile.py",),
    "pictures": ("soak/pictures.py",),
    "long": ("soak/long_run.py",),
}
NOT_HERE = 2
"""The exit status of a part that cannot run on this machine; it says why."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="*", metavar="PART", help=", ".join(COMMANDS))
    parser.add_argument("--write", action="store_true", help="put the results on the page")
    parser.add_argument("--results", type=Path, help="where the results are kept, or lie")
    parser.add_argument("--pages", action="store_true", help="run nothing")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="imsearch-soak-") as folder:
        results = arguments.results or Path(folder)
        failed = [part for part in arguments.part or COMMANDS if not _part(part, results, arguments)]
    if failed:
        print(f"wrong: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _part(part: str, results: Path, arguments: argparse.Namespace) -> bool:
    """Run one part and tell of it; whether all was well."""
    file = results / f"{part}.json"
    status = 0
    if not arguments.pages:
        script, *options = COMMANDS[part]
        status = subprocess.run(
            [sys.executable, str(TESTS / script), *options, "--json", str(file)], check=False
        ).returncode
    if status != NOT_HERE and file.exists():
        command = f"python tests/soak/soak.py {part}"
        text = f"{TABLES[part](json.loads(file.read_text()))}\n\n{measured(command, 'numpy', 'pillow', 'hnswlib')}"
        publish(part, text, write=arguments.write, on=PAGE)
    return status in (0, NOT_HERE)


def _table(head: tuple[str, ...], rows: list[tuple[Any, ...]]) -> str:
    lines = [head, tuple("---:" if number else "---" for number in range(len(head))), *rows]
    return "\n".join(f"| {' | '.join(str(cell) for cell in line)} |" for line in lines)


def _number(value: float) -> str:
    return f"{value:,.0f}"


def _amount(value: float) -> str:
    """A count, or bytes where there are millions of them: nothing else of a long run is as large."""
    return _number(value) if value < 1e6 else f"{value / 1e6:.0f} MB"


def _faults(tallies: list[dict[str, Any]]) -> str:
    kinds = {
        "killed": ("kill", "torn"),
        "fails once": ("fail ",),
        "fails from then on": ("fail_on",),
        "written by halves": ("short",),
        "power cut": ("power cut",),
    }
    rows = []
    for tally in tallies:
        counts = [
            sum(number for what, number in tally["tried"].items() if what.startswith(begins))
            for begins in kinds.values()
        ]
        rows.append(
            (tally["scenario"], tally["points"], *map(_number, counts), _number(sum(counts)), len(tally["wrong"]))
        )
    total = sum(sum(tally["tried"].values()) for tally in tallies)
    wrong = sum(len(tally["wrong"]) for tally in tallies)
    table = _table(("what was going on", "points", *kinds, "faults", "wrong"), rows)
    return f"{table}\n\nIn all {_number(total)} faults, {wrong} of them with something wrong."


def _pictures(found: dict[str, Any]) -> str:
    ended = ", ".join(f"{number} {what}" for what, number in sorted(found["ended"].items()))
    name, seconds = next(iter(found["slowest"].items()))
    return (
        f"{found['files']} files: {ended}, {len(found['unaccounted'])} not accounted for. The slowest took {seconds:.1f} s"
        f" (`{name}`); {len(found['too_slow'])} ran into the time limit."
    )


def _hostile(found: dict[str, Any]) -> str:
    rows = [
        (
            one["target"],
            _number(one["inputs"]),
            _number(one["failures"]),
            f"{one['worst_ms']:.0f}",
            _number(one["worst_mb"]),
        )
        for one in found["targets"]
    ]
    table = _table(("input", "tried", "faults", "slowest, ms", "most memory, MB"), rows)
    return f"{table}\n\nIn all {_number(sum(one['inputs'] for one in found['targets']))} inputs."


def _long(found: dict[str, Any]) -> str:
    samples = found["samples"]
    columns = [name for name, value in samples[-1].items() if isinstance(value, int | float)]
    shown = samples if len(samples) <= 12 else samples[:3] + samples[3 :: max(1, len(samples) // 8)]
    rows = [tuple(_amount(sample[name]) for name in columns) for sample in shown]
    said = (
        "; ".join(f"{what}: {why}" for what, why in found["problems"].items())
        or "everything is flat after the first rounds"
    )
    return f"{_table(tuple(name.replace('_', ' ') for name in columns), rows)}\n\nVerdict: {said}."


TABLES: dict[str, Callable[[Any], str]] = {"faults": _faults, "hostile": _hostile, "pictures": _pictures, "long": _long}


if __name__ == "__main__":
    sys.exit(main())
