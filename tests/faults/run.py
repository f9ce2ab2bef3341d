"""Faults, one after the other: `python tests/faults/run.py [SCENARIO ...] [--every N] [--json FILE] [--plant BUG] [--jobs N]`.

Each scenario is done once to see at which points it changes the disk; then once for every fault at every point (`--every 7`: for
every seventh of them), and the disk is put together as every moment at which the power might have gone would leave it. Exit
status 1 where anything is wrong.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import shim

NAMES = (
    "index",
    "index again",
    "graph",
    "compact",
    "upgrade",
    "marks",
    "saved searches",
    "export",
    "page",
    "move",
    "move to a stick",
    "move to a share",
    "model",
    "remove",
)
"""Of the scenarios, in the order of the report."""
SEEDS = 2
"""Worlds of the kind "some" for each moment of a power cut."""


@dataclass(slots=True)
class Tally:
    """What came of the faults of one scenario."""

    scenario: str
    points: int = 0
    tried: dict[str, int] = field(default_factory=dict)
    """By kind of fault."""
    ended: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    sentences: dict[str, int] = field(default_factory=dict)
    """What the user was told, and how often."""
    seconds: float = 0.0

    def add(self, other: dict[str, Any]) -> None:
        """Another share of the same scenario."""
        self.points = other["points"]
        self.seconds += other["seconds"]
        self.wrong += other["wrong"]
        for name in ("tried", "ended", "sentences"):
            for what, number in other[name].items():
                _count(getattr(self, name), what, number)

    @property
    def faults(self) -> int:
        """How many there were."""
        return sum(self.tried.values())


def _count(counts: dict[str, int], what: str, number: int = 1) -> None:
    counts[what] = counts.get(what, 0) + number


def main() -> int:
    arguments = _arguments()
    if reason := shim.unfit():
        print(f"no faults here: {reason}", file=sys.stderr)
        return 2
    if os.environ.get(shim.PRELOADED):
        _do_share(arguments)
        return 0
    tallies = [Tally(name) for name in arguments.scenario or NAMES]
    with (
        tempfile.TemporaryDirectory(prefix="imsearch-faults-") as folder,
        ThreadPoolExecutor(arguments.jobs) as workers,
    ):
        shares = [
            (tally, part, Path(folder) / f"{number}-{part}.json")
            for number, tally in enumerate(tallies)
            for part in range(arguments.jobs)
        ]
        for tally, result in zip(
            (share[0] for share in shares), workers.map(lambda share: _share(arguments, *share), shares), strict=True
        ):
            tally.add(result)
    for tally in tallies:
        _tell(tally)
    if arguments.json:
        arguments.json.write_text(json.dumps([asdict(tally) for tally in tallies], indent=1) + "\n")
    faults, wrong = sum(tally.faults for tally in tallies), sum(len(tally.wrong) for tally in tallies)
    print(f"{faults:,} faults, {wrong} of them with something wrong")
    return 1 if wrong else 0


def _share(arguments: argparse.Namespace, tally: Tally, part: int, file: Path) -> dict[str, Any]:
    every, offset = arguments.every * arguments.jobs, arguments.offset + arguments.every * part
    command = [__file__, tally.scenario, "--every", str(every), "--offset", str(offset), "--json", str(file)]
    command += ["--plant", arguments.plant] * bool(arguments.plant) + ["--stop"] * arguments.stop
    done = shim.under_shim(command)
    if done.returncode:
        return {
            **asdict(Tally(tally.scenario)),
            "wrong": [f"the share {part} of {tally.scenario} ended with {done.returncode}"],
        }
    result: dict[str, Any] = json.loads(file.read_text())
    return result


def _do_share(arguments: argparse.Namespace) -> None:
    """What one process does, the shim under it; what is imported here is there in every process that is forked."""
    import plants
    import scenarios
    from more_scenarios import MORE
    from trial import Ground, faults_for

    began = time.monotonic()
    scenarios.make_small()
    if arguments.plant:
        plants.PLANTS[arguments.plant]()
    folder = Path(tempfile.mkdtemp(prefix="imsearch-faults-"))
    try:
        ground = Ground((scenarios.SCENARIOS | MORE)[arguments.scenario[0]], folder)
        tally = Tally(ground.scenario.name, len(ground.kinds))
        step = slice(arguments.offset, None, arguments.every)
        for name, wrong in ground.power_cuts(SEEDS, step):
            if tally.wrong and arguments.stop:
                break
            _count(tally.tried, f"power cut, {name}")
            tally.wrong += wrong
        for fault in faults_for(ground.kinds)[step]:
            if tally.wrong and arguments.stop:
                break
            outcome = ground.try_out(fault)
            _count(tally.tried, str(fault).partition(" at ")[0])
            _count(tally.ended, outcome.ended)
            if outcome.ended == "said":
                _count(tally.sentences, outcome.sentence.replace(str(folder), "…"))
            tally.wrong += [f"{fault} ({outcome.hit}, {outcome.ended}): {wrong}" for wrong in outcome.faults]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    tally.seconds = time.monotonic() - began
    arguments.json.write_text(json.dumps(asdict(tally)))


def _tell(tally: Tally) -> None:
    print(f"\n{tally.scenario}: {tally.points} points, {tally.faults} faults, {tally.seconds:.0f} s")
    print("  tried:", ", ".join(f"{name} {number}" for name, number in sorted(tally.tried.items())))
    print("  ended:", ", ".join(f"{name} {number}" for name, number in sorted(tally.ended.items())))
    for sentence, number in sorted(tally.sentences.items(), key=lambda item: -item[1]):
        print(f"  {number:4} times: {sentence}")
    for wrong in tally.wrong[:20]:
        print("  WRONG", wrong)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenario", nargs="*", metavar="SCENARIO", help=", ".join(NAMES))
    parser.add_argument("--every", type=int, default=1, help="only every so-manieth fault")
    parser.add_argument("--offset", type=int, default=0, help="the first one of them")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--plant", metavar="BUG", help="put in a bug of plants.py, which has to be found")
    parser.add_argument("--stop", action="store_true", help="stop at the first thing that is wrong")
    parser.add_argument("--json", type=Path, metavar="FILE")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
