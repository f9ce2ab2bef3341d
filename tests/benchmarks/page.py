"""What the benchmarks share: medians taken in turn, and the sections of docs/performance.md."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
PAGE = ROOT / "docs" / "performance.md"


def in_turn(works: Mapping[str, Callable[[Any], object]], inputs: Iterable[Any]) -> dict[str, list[float]]:
    """Milliseconds of each work on each input, one after the other, so that what else the machine does falls on all alike."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for number, item in enumerate(inputs):
        for name, work in works.items():
            began = time.perf_counter()
            work(item)
            spent = (time.perf_counter() - began) * 1e3
            if number:  # the first one warms up
                times[name].append(spent)
    return times


def median(values: list[float]) -> float:
    return float(np.median(values))


def high(values: list[float]) -> float:
    """The 95th percentile."""
    return float(np.percentile(values, 95))


def measured(command: str, *packages: str) -> str:
    """When, on what and how."""
    versions = ", ".join(f"{name} {there}" for name in packages if (there := _version(name)))
    return (
        f"Measured on {date.today().isoformat()}: {processor()}, {os.cpu_count()} cores, {platform.system()}, Python"
        f" {platform.python_version()}, {versions}, by `{command}`."
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def processor() -> str:
    source = Path("/proc/cpuinfo")
    names = (
        [line for line in source.read_text().splitlines() if line.startswith("model name")] if source.exists() else []
    )
    return names[0].partition(":")[2].strip() if names else platform.processor() or platform.machine()


def publish(name: str, text: str, *, write: bool, on: Path = PAGE) -> None:
    """Print a section, and with `write` put it between its marks on a page; at its end where it is new."""
    print(text)
    if not write:
        return
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    page = on.read_text(encoding="utf-8") if on.exists() else "# Performance\n"
    block = f"{begin}\n{text.rstrip()}\n{end}"
    if begin in page:
        before, _, rest = page.partition(begin)
        page = before + block + rest.partition(end)[2]
    else:
        page = f"{page.rstrip()}\n\n{block}\n"
    on.write_text(page, encoding="utf-8")
