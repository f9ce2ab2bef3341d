"""Why a session runs as it does: threads, spinning and arena, measured. `python tests/benchmarks/session_bench.py [--write]`.

Each form is run in turn several times over, so that whatever else the machine does falls on all of them alike; what counts is
the ratio to the form that the program uses. Needs the real models of ../shared/data. Writes its part of docs/performance.md.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT.parent / "shared" / "data" / "models"
PAGE = ROOT / "docs" / "performance.md"
MARKS = ("<!-- session: begin -->", "<!-- session: end -->")
ROUNDS = 5
SECONDS = 1.0
CORES = os.cpu_count() or 1
FORMS: dict[str, dict[str, Any]] = {
    "one session of one thread for each core (as it is)": {"workers": CORES, "threads": 1},
    "the same with an arena": {"workers": CORES, "threads": 1, "arena": True},
    f"one session of {CORES} threads": {"workers": 1, "threads": CORES},
    f"one session of {CORES} threads that spin": {"workers": 1, "threads": CORES, "spin": True},
}


def open_session(path: Path, *, threads: int, arena: bool = False, spin: bool = False, **_: int) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = arena
    options.add_session_config_entry("session.intra_op.allow_spinning", "1" if spin else "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def runner(path: Path, form: dict[str, Any]) -> Callable[[], float]:
    """A function that gives pictures a second."""
    sessions = [open_session(path, **form) for _ in range(form["workers"])]
    name = sessions[0].get_inputs()[0].name
    picture = np.random.default_rng(0).normal(size=(1, 3, 224, 224)).astype(np.float32)

    def work(session: Any, end: float) -> int:
        count = 0
        while time.perf_counter() < end:
            session.run(None, {name: picture})
            count += 1
        return count

    def run() -> float:
        began = time.perf_counter()
        with ThreadPoolExecutor(len(sessions)) as pool:
            futures = [pool.submit(work, session, began + SECONDS) for session in sessions]
            done = sum(future.result() for future in futures)
        return done / (time.perf_counter() - began)

    return run


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    names = ["mobilenetv2-int8", "deit-tiny-w3a3"]
    rates: dict[str, dict[str, float]] = {form: {} for form in FORMS}
    for name in names:
        runners = {form: runner(MODELS / name / "model.onnx", about) for form, about in FORMS.items()}
        seen: dict[str, list[float]] = {form: [] for form in FORMS}
        for _ in range(ROUNDS):
            for form, run in runners.items():
                seen[form].append(run())
        for form, values in seen.items():
            rates[form][name] = statistics.median(values)
    first = next(iter(FORMS))
    lines = [
        MARKS[0],
        "## Sessions",
        "",
        f"Measured on {date.today()}: {CORES} cores, onnxruntime {onnxruntime.__version__}, by"
        " `python tests/benchmarks/session_bench.py --write`: pictures a second, encoding alone, medians of"
        f" {ROUNDS} rounds in turn; in brackets the share of the first form.",
        "",
        "| form | " + " | ".join(names) + " |",
        "|---|" + "---|" * len(names),
    ]
    for form, of in rates.items():
        cells = [f"{of[name]:.0f} ({of[name] / rates[first][name]:.2f})" for name in names]
        lines.append(f"| {form} | " + " | ".join(cells) + " |")
    lines += [
        "",
        "Decoding is not in these figures; threads that spin while they wait take the cores from the decoders. The arena never"
        " gives back what it once took.",
        MARKS[1],
    ]
    print("\n".join(lines))
    if options.write:
        page = PAGE.read_text(encoding="utf-8")
        if MARKS[0] in page:
            before, rest = page.split(MARKS[0])
            page = before + "\n".join(lines) + rest.split(MARKS[1])[1]
        else:
            page = page.rstrip() + "\n\n" + "\n".join(lines) + "\n"
        PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
