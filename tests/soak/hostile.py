"""Hostile input for as long as one likes: every target of tests/fuzz, each in a child process with limits of time and memory.

    python tests/soak/hostile.py --seed 1 --inputs 20000 --json hostile.json

The input that is at hand lies in a file, so that a crash, a hang or a kill is counted and can be made a test: it is kept in the
folder that `--keep` names. Where atheris is installed (the extra `soak`), each target gets a second round that is steered by what
the inputs reach. The exit status is 1 after any failure.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

HERE = Path(__file__).resolve().parent
TESTS = HERE.parent
HANG_S = 30.0
"""One input may take this long on a loaded machine; the slowest sound one takes three seconds (a picture of 180 million pixels)."""
MEMORY = 4 << 30
"""Bytes of memory of its own that a child may have: twice what the largest picture takes."""
KEPT = 5
"""Failures of a kind that are kept of a target; more say nothing new."""
STEERED_SHARE = 0.25
"""Of the inputs of a target, so many more are steered by what they reach."""
SLOW = {
    "catalog rows": 0.5,
    "catalog of an earlier schema": 0.2,
    "vectors file": 0.3,
    "stats file": 0.3,
    "picture bombs": 0.3,
    "address": 0.3,
}
"""What takes a tenth of a second and more gets this part of its share."""


@dataclass(slots=True)
class Result:
    """What became of one target."""

    name: str
    inputs: int = 0
    steered: int = 0
    """Of them, by atheris."""
    seconds: float = 0.0
    outcomes: dict[str, int] = field(default_factory=dict)
    worst_seconds: float = 0.0
    worst_memory_mb: int = 0
    """The largest that a child ever was, with Python and all libraries."""
    failures: list[dict[str, str]] = field(default_factory=list)

    def take(self, told: dict[str, Any]) -> None:
        self.inputs += told["inputs"]
        self.outcomes = dict(Counter(self.outcomes) + Counter(told["outcomes"]))
        self.worst_seconds = max(self.worst_seconds, told["worst_seconds"])
        self.worst_memory_mb = max(self.worst_memory_mb, told["memory_mb"])
        self.failures += told["failures"]


@dataclass(slots=True)
class Tally:
    """What a child has done so far; it lies in a file, for the time after its death."""

    file: Path
    inputs: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    worst_seconds: float = 0.0
    failures: list[dict[str, str]] = field(default_factory=list)

    def write(self) -> None:
        told = {
            "inputs": self.inputs,
            "outcomes": self.outcomes,
            "worst_seconds": self.worst_seconds,
            "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10,
            "failures": self.failures,
        }
        new = self.file.with_suffix(".new")
        new.write_text(json.dumps(told))
        new.replace(self.file)


# -- the parent ---------------------------------------------------------------------------------------------------------


def main(argv: Sequence[str]) -> int:
    options = parsed(argv)
    if options.child:
        return child(options)
    names = options.only or list_of_targets()
    has_atheris = importlib.util.find_spec("atheris") is not None and not options.unsteered
    results = []
    for name in names:
        result = Result(name)
        wanted = max(1, round(options.inputs / len(names) * SLOW.get(name, 1.0)))
        began = time.monotonic()
        soak(result, options, wanted, steered=False)
        if has_atheris:
            before = result.inputs
            soak(result, options, max(1, round(wanted * STEERED_SHARE)), steered=True)
            result.steered = result.inputs - before
        result.seconds = round(time.monotonic() - began, 1)
        results.append(result)
        print(line_of(result), flush=True)
    return told(results, options, has_atheris)


def parsed(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument(
        "--seed", type=int, default=1, help="the same seed gives the same inputs, but for the steered ones"
    )
    parser.add_argument("--inputs", type=int, default=20_000, help="for all targets together (default: 20000)")
    parser.add_argument("--only", nargs="*", help="targets, by name")
    parser.add_argument("--unsteered", action="store_true", help="without atheris, also where it is installed")
    parser.add_argument("--json", type=Path, help="where the numbers go")
    parser.add_argument("--keep", type=Path, default=Path("hostile-failures"), help="where inputs go that failed")
    for name in ("--child", "--place", "--first", "--steered"):
        parser.add_argument(name, help=argparse.SUPPRESS)
    return parser.parse_args(argv)


def list_of_targets() -> list[str]:
    code = "import targets, json; print(json.dumps(list(targets.TARGETS)))"
    path = os.pathsep.join((str(TESTS / "fuzz"), str(TESTS)))
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(path), capture_output=True, text=True, check=True
    )
    names: list[str] = json.loads(done.stdout)
    return names


def environment(path: str = "") -> dict[str, str]:
    """For a child: a home of its own, no screen."""
    home = Path(tempfile.gettempdir()) / f"imsearch-soak-{os.getpid()}"
    home.mkdir(exist_ok=True)
    own = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "CACHE", "DATA", "STATE")}
    path = os.pathsep.join(part for part in (path, str(TESTS.parent), os.environ.get("PYTHONPATH", "")) if part)
    return {
        **os.environ,
        **own,
        "HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": path,
        "LC_ALL": "C.UTF-8",
    }


def soak(result: Result, options: argparse.Namespace, wanted: int, *, steered: bool) -> None:
    """Children one after the other, until so many inputs were tried; one that dies costs the input that it died of."""
    first = 0
    while first < wanted:
        with tempfile.TemporaryDirectory(prefix="imsearch-soak-") as place:
            why = run_child(result.name, options, Path(place), first, wanted, steered=steered)
            tally = Path(place, "tally.json")
            told = json.loads(tally.read_text()) if tally.exists() else None
            if told is not None:
                result.take(told)
                first += told["inputs"]
            if why:
                first, result.inputs = first + 1, result.inputs + 1
                result.outcomes["died"] = result.outcomes.get("died", 0) + 1
                keep(result, options.keep, why, Path(place))
            elif told is None:
                raise RuntimeError(f"{result.name}: the child did nothing")


def run_child(name: str, options: argparse.Namespace, place: Path, first: int, wanted: int, *, steered: bool) -> str:
    """Why a child ended before its time; empty where it did not."""
    arguments = ["--child", name, "--place", str(place), "--first", str(first), "--inputs", str(wanted)]
    arguments += ["--seed", str(options.seed), "--keep", str(options.keep), *(["--steered", "yes"] if steered else [])]
    errors = place / "errors.txt"
    with errors.open("wb") as stderr:
        process = subprocess.Popen(
            [sys.executable, str(Path(__file__).resolve()), *arguments],
            env=environment() | {"TMPDIR": str(place)},  # what it leaves when it is killed goes with the place
            stdout=subprocess.DEVNULL,
            stderr=stderr,
            preexec_fn=limit,
        )
        while process.poll() is None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(0.5)
            if process.poll() is None and silence(place) > HANG_S:
                process.kill()
                process.wait()
                return f"still at work after {HANG_S:.0f} seconds"
    if process.returncode == 0:
        return ""
    last = errors.read_text(errors="replace").strip().splitlines()
    return f"ended with {process.returncode}: {' / '.join(last[-12:])[-1500:]}"


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def silence(place: Path) -> float:
    """Seconds since the child has taken up its input; before the first one it imports, which takes its time, too."""
    current = place / "current"
    return time.time() - (current if current.exists() else place).stat().st_mtime


def keep(result: Result, folder: Path, why: str, place: Path) -> None:
    current = place / "current"
    data = current.read_bytes() if current.exists() else b""
    result.failures.append({"why": why, "input": put_aside(folder, result.name, data, why)})


def put_aside(folder: Path, name: str, data: bytes, why: str) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    plain = "".join(sign if sign.isalnum() else "-" for sign in name)
    number = 1 + len(list(folder.glob(f"{plain}-*.bin")))
    file = folder / f"{plain}-{number}.bin"
    file.write_bytes(data)
    file.with_suffix(".txt").write_text(f"{name}\n{why}\n")
    return str(file)


HEAD = (
    f"{'target':32}{'inputs':>8}{'steered':>8}{'seconds':>9}{'taken':>8}{'refused':>8}{'worst s':>9}{'MB':>6}  failures"
)


def line_of(result: Result) -> str:
    taken, refused = result.outcomes.get("taken", 0), result.outcomes.get("refused", 0)
    numbers = f"{result.inputs:8}{result.steered:8}{result.seconds:9.1f}{taken:8}{refused:8}{result.worst_seconds:9.2f}"
    return f"{result.name:32}{numbers}{result.worst_memory_mb:6}  {len(result.failures)}"


def row_of(result: Result) -> dict[str, Any]:
    """As docs/reliability.md shows it."""
    return {
        "target": result.name,
        "inputs": result.inputs,
        "steered": result.steered,
        "seconds": result.seconds,
        "outcomes": result.outcomes,
        "worst_ms": round(result.worst_seconds * 1e3, 1),
        "worst_mb": result.worst_memory_mb,
        "failures": len(result.failures),
        "failed": result.failures,
    }


def told(results: list[Result], options: argparse.Namespace, has_atheris: bool) -> int:
    inputs, failures = sum(one.inputs for one in results), sum(len(one.failures) for one in results)
    print("-" * len(HEAD), HEAD, *map(line_of, results), sep="\n")
    print(f"{inputs} inputs, {failures} failures")
    if options.json is not None:
        about = {
            "seed": options.seed,
            "python": platform.python_version(),
            "system": platform.platform(),
            "atheris": has_atheris,
            "memory_limit_mb": MEMORY >> 20,
            "time_limit_s": HANG_S,
            "inputs": inputs,
            "failures": failures,
            "seconds": round(sum(one.seconds for one in results), 1),
            "targets": [row_of(one) for one in results],
        }
        options.json.write_text(json.dumps(about, indent=1) + "\n")
    return 1 if failures else 0


# -- the child ----------------------------------------------------------------------------------------------------------


def child(options: argparse.Namespace) -> int:
    sys.path[:0] = [str(TESTS / "fuzz"), str(TESTS)]
    place = Path(options.place)
    tally = Tally(place / "tally.json")
    if options.steered:
        return steered(options, place, tally)
    import targets

    target = targets.TARGETS[options.child]
    warnings.simplefilter("error")
    for number in range(int(options.first), options.inputs):
        data = target.made(Random(f"{options.seed} {options.child} {number}"))
        once(target, data, options, place, tally)
    tally.write()
    return 0


def once(target: Any, data: bytes, options: argparse.Namespace, place: Path, tally: Tally) -> None:
    # Written each time, so that after a death it is known how far it came.
    tally.write()
    (place / "current").write_bytes(data)
    began = time.perf_counter()
    try:
        outcome = target.run(data)
    except Exception as error:  # noqa: BLE001 (whatever it is, it is what was looked for)
        outcome = "failed"
        said = "".join(traceback.format_exception(error)[-8:])
        same = [one for one in tally.failures if one["why"] == f"{type(error).__name__}: {error}"]
        if len(same) < KEPT:
            why = f"{type(error).__name__}: {error}"
            tally.failures.append({"why": why, "input": put_aside(options.keep, target.name, data, said)})
    tally.worst_seconds = max(tally.worst_seconds, round(time.perf_counter() - began, 3))
    tally.inputs += 1
    tally.outcomes[outcome] += 1


def steered(options: argparse.Namespace, place: Path, tally: Tally) -> int:
    """A round of atheris, which ends the process itself."""
    import atheris

    with atheris.instrument_imports(include=["imsearch_gui"]):
        import targets
    target = targets.TARGETS[options.child]
    warnings.simplefilter("error")
    corpus = place / "corpus"
    corpus.mkdir()
    # Choices have no sound form to begin with.
    made = [target.made(Random(number)) for number in range(50)] if target.raw else target.seeds()
    for number, seed in enumerate(made):
        (corpus / f"{number}").write_bytes(seed)
    largest = max(4096, 2 * max(len(seed) for seed in made))
    left = options.inputs - int(options.first)

    def look(data: bytes) -> None:
        once(target, data, options, place, tally)
        if tally.inputs >= left:
            tally.write()

    flags = [
        f"-runs={left}",
        f"-max_len={largest}",
        f"-seed={options.seed}",
        "-rss_limit_mb=0",
        f"-timeout={4 * HANG_S:.0f}",
    ]
    atheris.Setup([sys.argv[0], *flags, f"-artifact_prefix={place}/", str(corpus)], look)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
