"""Does memory stay flat while pictures are indexed? Writes its section of docs/performance.md.

    .venv/bin/python tests/benchmarks/memory_bench.py [--pictures N] [--models M ...] [--dry]

N generated pictures of mixed sizes, formats and modes are indexed on all cores. At each mark the job is paused until its worker
processes rest, and the memory of every process is read. RSS is what the process holds in memory, libraries that it shares with
others and mapped files included; USS is what would be free if it ended. The main process is also measured against a job of its own
of a tenth of the pictures, because a job knows all its files from the start.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import psutil
from PIL import Image

PROJECT = Path(__file__).resolve().parents[2]
REAL = PROJECT.parent / "shared" / "data" / "models" / "mobilenetv2-int8"
PAGE = PROJECT / "docs" / "performance.md"
BEGIN, END = "<!-- memory: begin -->", "<!-- memory: end -->"
LIMIT = 1.05
"""Memory after all pictures may be so much more than after a tenth of them."""
MARKS = 10
LAST = 150
"""The last mark comes so many pictures before the end, while there still are workers."""
LARGE_EVERY, MIDDLE_EVERY = 100, 10
REST_S = 0.5
"""Processes that use no processor time for so long are at rest."""
MB = 1e6


# -- pictures ----------------------------------------------------------------------------------------------------------


def draw(folder: Path, number: int) -> None:
    """Picture `number`: one in a hundred of 12 megapixels, one in ten of 1 to 3, the others small; all differ."""
    random = np.random.default_rng(number)
    if number % LARGE_EVERY == 0:
        size = (4000, 3000)
    else:
        low, high = (1000, 1800) if number % MIDDLE_EVERY == 0 else (60, 640)
        size = (int(random.integers(low, high)), int(random.integers(low, high)))
    if random.random() < 0.3:
        size = size[::-1]
    small = random.integers(0, 256, (12, 16, 3), np.uint8)
    image = Image.fromarray(small).resize(size, Image.Resampling.BILINEAR)
    path = folder / f"{number:06}"
    match (number // LARGE_EVERY + number) % 8:
        case 0 | 1 | 2:
            image.save(path.with_suffix(".jpg"), quality=85)
        case 3:
            image.save(path.with_suffix(".jpg"), quality=85, progressive=True)
        case 4:
            image.convert("L").save(path.with_suffix(".jpg"), quality=85)
        case 5:
            image.save(path.with_suffix(".png"), compress_level=1)
        case 6:
            image.convert("RGBA").save(path.with_suffix(".png"), compress_level=1)
        case _:
            image.save(path.with_suffix(".webp"), quality=80, method=0)


def draw_all(folder: Path, count: int) -> None:
    """A folder for each tenth, so that a job may be given the first of them alone."""
    tenth = -(-count // MARKS)
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        places = [folder / f"{number // tenth}" for number in range(count)]
        for place in set(places):
            place.mkdir(parents=True)
        list(pool.map(draw, places, range(count), chunksize=50))


# -- measuring ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Sample:
    """Bytes at one mark: of the main process first, then of its workers."""

    done: int
    rss: list[int]
    uss: list[int]


def sample(done: int) -> Sample:
    """Once the workers rest; they hold a few tasks each and go on with these while the job is paused."""
    own = psutil.Process()
    # Python's own resource tracker is a child, too.
    workers = [child for child in own.children() if "spawn_main" in " ".join(child.cmdline())]
    before, since = -1.0, time.monotonic()
    while time.monotonic() - since < REST_S:
        spent = sum(sum(process.cpu_times()[:2]) for process in workers)
        if spent != before:
            before, since = spent, time.monotonic()
        time.sleep(0.05)
    memory = [process.memory_full_info() for process in (own, *workers)]
    return Sample(done, [item.rss for item in memory], [item.uss for item in memory])


def run_job(library: Path, folders: Sequence[Path], model_name: str) -> list[Sample]:
    """Index the folders; samples after each tenth, and one after the job, with the library still open."""
    from imsearch_gui.domain.progress import Stage
    from imsearch_gui.domain.records import IndexRequest
    from imsearch_gui.encoding.store import ModelStore
    from imsearch_gui.library.indexing import index
    from imsearch_gui.library.writer import LibraryWriter

    samples: list[Sample] = []
    model = ModelStore().find(model_name)
    with LibraryWriter.open(library) as writer:
        request = IndexRequest(tuple(folders), model_name)
        with closing(index(writer, request, model)) as job:
            for progress in job:
                assert not progress.skipped
                due = min(progress.total * (len(samples) + 1) // MARKS, progress.total - LAST)
                if progress.stage is Stage.ENCODING and progress.done >= due and len(samples) < MARKS:
                    samples.append(sample(progress.done))
        samples.append(sample(progress.done))
    return samples


def measure(pictures: Path, model: str) -> None:
    """In a process of its own: a job of the first tenth, then one of all, each into a library of its own."""
    folders = sorted(path for path in pictures.iterdir() if path.is_dir())
    with tempfile.TemporaryDirectory() as world:
        short = run_job(Path(world, "short"), folders[:1], model)
        long = run_job(Path(world, "long"), folders, model)
    print(json.dumps([asdict(item) for item in (short[-1], *long)]))


def measured(pictures: Path, model: str) -> list[Sample]:
    """The job of a tenth, then the marks of the job of all, of which the last is after its end."""
    command = [sys.executable, __file__, "--measure", str(pictures), model]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return [Sample(**item) for item in json.loads(answer.stdout)]


# -- reporting ---------------------------------------------------------------------------------------------------------


def table(model: str, samples: list[Sample]) -> str:
    short, *marks, after = samples
    workers = len(marks[0].rss) - 1
    names = [f"worker {number + 1}" for number in range(workers)]
    lines = [
        f"**{Path(model).name}**",
        "",
        "| pictures | main | " + " | ".join(names) + " | all together |",
        "|---|---|" + "---|" * (workers + 1),
    ]
    for mark in marks:
        cells = [f"{rss / MB:.0f} ({uss / MB:.0f})" for rss, uss in zip(mark.rss, mark.uss, strict=True)]
        lines.append(f"| {mark.done:,} | {' | '.join(cells)} | {sum(mark.rss) / MB:.0f} ({sum(mark.uss) / MB:.0f}) |")
    growth = [f"{late / early - 1:+.1%}" for early, late in zip(marks[0].rss, marks[-1].rss, strict=True)]
    lines.append(f"| growth | {' | '.join(growth)} | {sum(marks[-1].rss) / sum(marks[0].rss) - 1:+.1%} |")
    lines += [
        "",
        f"Main process after a job of {short.done:,}: {short.rss[0] / MB:.0f} ({short.uss[0] / MB:.0f}); after the job of"
        f" {after.done:,}: {after.rss[0] / MB:.0f} ({after.uss[0] / MB:.0f}), {after.rss[0] / short.rss[0] - 1:+.1%}.",
    ]
    return "\n".join(lines)


def flat(samples: list[Sample]) -> bool:
    """Whether every process, and the main process from job to job, stays within the limit."""
    short, *marks, after = samples
    pairs = [*zip(marks[0].rss, marks[-1].rss, strict=True), (short.rss[0], after.rss[0])]
    return all(late <= LIMIT * early for early, late in pairs)


def section(pictures: int, results: dict[str, list[Sample]]) -> str:
    machine = f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    tables = "\n\n".join(table(model, samples) for model, samples in results.items())
    return f"""## Memory while it indexes

Measured on {date.today()}: {machine}, by `python tests/benchmarks/memory_bench.py`: {pictures:,} generated pictures, one in
{LARGE_EVERY} of 12 megapixels, one in {MIDDLE_EVERY} of 1 to 3, the others small; JPEG (also progressive and grey), PNG (also with
transparency) and WebP. The job is paused at each mark until its workers rest. Megabytes of resident memory, in brackets what the
process shares with no other.

{tables}
"""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pictures", type=int, default=10_000)
    parser.add_argument("--models", nargs="*", default=["classic", *([str(REAL)] if REAL.is_dir() else [])])
    parser.add_argument("--keep", type=Path, help="folder for the pictures, which stay there for the next time")
    parser.add_argument("--dry", action="store_true", help="print only")
    parser.add_argument("--measure", nargs=2, metavar=("PICTURES", "MODEL"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure(Path(options.measure[0]), options.measure[1])
        return
    with tempfile.TemporaryDirectory() as world:
        pictures = options.keep or Path(world, "pictures")
        if not pictures.is_dir():
            draw_all(pictures, options.pictures)
        results = {model: measured(pictures, model) for model in options.models}
    text = section(options.pictures, results)
    print(text)
    if not options.dry:
        page = PAGE.read_text()
        if BEGIN not in page:
            page += f"\n{BEGIN}\n{END}\n"
        before, rest = page.split(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n{text}{END}{rest.split(END)[1]}")
    sys.exit(not all(flat(samples) for samples in results.values()))


# Worker processes import this module anew.
if __name__ == "__main__":
    main()
