"""Does one process stay as it is, whatever is done to a library in it? Indexed, changed, searched, cleared up, round after round.

    .venv/bin/python tests/soak/long_run.py [--files N] [--rounds N] [--churn PERCENT] [--folder DIR] [--seed N]
        [--workers N] [--json FILE]

Made-up pictures of 64 x 48, half of them in one folder, one in twenty in a root of its own. In each round some are changed,
deleted, renamed and added; the small root is removed, and added again by the job that indexes all; the job is followed by
compaction where it is due, and by the graph. While the job runs and after it, a reader that was opened at the start searches, in
all metrics, by scan and by graph, with filters and without; marks are set and taken away; facts and facets are counted by
handles that come and go, as those of the window do; thumbnails of what is found are loaded. It is checked that a picture of the
library is its own first match, so that no slot is ever taken for another.

After each round memory, open files, threads, child processes and the disk are measured. The verdict is on the rounds after the
first few; the command ends with 1 where something is not flat, or where an answer was wrong.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import psutil
from made_pictures import ASKED, Pictures, drawn

from imsearch_gui.domain.filters import Filters, Orientation
from imsearch_gui.domain.marks import MarkEdit
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.progress import Progress, Stage
from imsearch_gui.domain.records import FileExample, IndexRequest, PixelsExample, Query, Strategy
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.imaging.memory import give_back
from imsearch_gui.imaging.thumbnails import ThumbnailCache
from imsearch_gui.library import care
from imsearch_gui.library.compaction import LEAST, compact
from imsearch_gui.library.facets import facets_of
from imsearch_gui.library.facts import facts_of
from imsearch_gui.library.indexing import index
from imsearch_gui.library.library import Library
from imsearch_gui.library.marks import note
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.finishing import finish
from imsearch_gui.searching.graph_job import build_graph
from imsearch_gui.searching.search import Searcher

T = TypeVar("T")

MODEL = "classic"
LOOK_S = 1.0
"""While a job runs, one search and one look at its workers so often."""
WARM_UP = 2
"""Rounds that are not judged: caches fill, thread pools start."""
MOST_GROWTH = 0.05
"""What the line through the rounds may rise by, from the first that is judged to the last: as in memory_bench."""
SLACK_BYTES = 12 << 20
"""Of memory, that is allowed in any case: what an allocator has in hand changes by as much."""
MOST_DISK = 1.6
"""Times what the library took at first, that it may take: a quarter of the vectors may be of pictures that are gone, and the
catalog names them."""
LOG_BYTES = 8 << 20
"""Of the catalog's log, that it may take besides while the reader is there, twice what SQLite lets it grow to in small commits."""
MOST_WORKERS = 1.3
"""Times what the worker processes took at first; they are new ones in each job, looked at now and then."""
LABEL = "long run"


# -- measuring ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Sample:
    """What there was after a round."""

    round: int
    seconds: float
    images: int
    unused: int
    """Vectors of pictures that are gone."""
    file: str
    """The vectors' file, whose number is that of the compactions, and one more."""
    rss: int
    own: int
    """Bytes of it that are no mapped file."""
    workers: int
    """Bytes of all child processes together, at the most while the job ran."""
    children: int
    open_files: int
    threads: int
    library: int
    """Bytes on the disk."""
    vectors: int
    catalog: int
    thumbnails: int
    wrong: int
    """Searches so far whose first match was not the picture itself."""


def own_bytes(process: psutil.Process) -> tuple[int, int]:
    """(resident, of it no file); the second is the first where the system does not tell."""
    memory = process.memory_info()
    return memory.rss, memory.rss - getattr(memory, "shared", 0)


def handles(process: psutil.Process) -> int:
    return process.num_handles() if os.name == "nt" else process.num_fds()


def bytes_in(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) if folder.exists() else 0


class Run:
    """One library, written and read by this process."""

    def __init__(self, folder: Path, pictures: Pictures, share: float, workers: int) -> None:
        self.pictures = pictures
        self.share = share
        self.library = folder / "library"
        self.cache = folder / "cache"
        self.model = ModelStore().find(MODEL)
        self.thumbnails = ThumbnailCache(self.cache)
        self.random = np.random.default_rng(pictures.seed)
        self.request = IndexRequest(pictures.roots, MODEL, as_before=True, workers=workers)
        self.process = psutil.Process()
        self.workers = self.wrong = self.searches = 0
        self.unsettled: set[Path] = set()
        """Asked files that the library may not know as they are."""
        self.marked: set[Path] = set()

    def rounds(self, number: int) -> Iterator[Sample]:
        began = time.monotonic()
        with LibraryWriter.open(self.library) as writer:
            self._index(writer, None)
        with Library.open(self.library) as reader, closing(Searcher(reader, ModelStore())) as searcher:
            self._look(searcher)
            yield self._sample(0, began)
            for turn in range(1, number + 1):
                began = time.monotonic()
                self._round(searcher)
                yield self._sample(turn, began)

    def _round(self, searcher: Searcher) -> None:
        self.workers = 0
        self.unsettled = self.pictures.change(self.random, self.share)
        with LibraryWriter.open(self.library) as writer:
            away = {path for path in self.pictures.asked if path.is_relative_to(self.pictures.small_root)}
            self.unsettled |= away
            care.remove_root(writer, self.pictures.small_root)
            self._index(writer, searcher)
        self.unsettled = set()
        self.marked = set(self.pictures.asked[::2])
        self._note(MarkEdit(add=(LABEL,), colour=1, rating=3), self.marked)
        self._look(searcher)
        self._note(MarkEdit(remove=(LABEL,), colour=0, rating=0), self.marked)
        self.marked = set()

    def _index(self, writer: LibraryWriter, searcher: Searcher | None) -> None:
        report = self._drive(index(writer, self.request, self.model), searcher)
        if report.found != self.pictures.count or report.skipped:
            raise SystemExit(
                f"{report.found} files were found, {len(report.skipped)} skipped, of {self.pictures.count}"
            )
        # What follows a job looks at libraries of some size only.
        self._drive(compact(writer, least=min(LEAST, self.pictures.count // 10)), searcher)
        self._drive(finish(writer, MODEL), searcher)
        self._drive(build_graph(writer, MODEL, wanted=True), searcher)
        assert writer.image_count() == self.pictures.count

    def _drive(self, job: Generator[Progress, None, T], searcher: Searcher | None) -> T:
        looked = time.monotonic()
        with closing(job):
            while True:
                try:
                    progress = next(job)
                except StopIteration as stop:
                    return stop.value  # type: ignore[no-any-return]
                # Each step of a compaction, since there are few.
                if time.monotonic() - looked > LOOK_S or progress.stage is Stage.COMPACTING:
                    looked = time.monotonic()
                    children = self.process.children(recursive=True)
                    self.workers = max(self.workers, sum(_rss(child) for child in children))
                    if searcher is not None:
                        self._search(searcher)

    # -- the reader -----------------------------------------------------------------------------------------------

    def _look(self, searcher: Searcher) -> None:
        for _ in range(ASKED):
            self._search(searcher)
        # One that has to be decoded and encoded here.
        stranger = PixelsExample(drawn(self.pictures.seed, self.pictures.drawn))
        searcher.search(Query(like=(stranger,), model_id=MODEL))
        with Library.open(self.library) as library:
            facts_of(library)
            facets_of(library)

    def _search(self, searcher: Searcher) -> None:
        """One of the asked files, each time in another way."""
        self.searches += 1
        path = self.pictures.asked[self.searches % len(self.pictures.asked)]
        query = Query(
            like=(FileExample(path),),
            model_id=MODEL,
            metric=list(Metric)[self.searches % len(Metric)],
            top=(10, 100)[self.searches // 5 % 2],
            strategy=list(Strategy)[self.searches // 4 % len(Strategy)],
            filters=self._filters(path, self.searches // 12),
        )
        matches = searcher.search(query).matches
        if path not in self.unsettled:
            self.wrong += not matches or matches[0].image.path != path
            self.thumbnails.load(path, 128)

    def _filters(self, path: Path, turn: int) -> Filters:
        labels = (LABEL,) if path in self.marked else ()
        return (
            Filters(),
            Filters(folders=(path.parent,)),
            Filters(orientations=(Orientation.LANDSCAPE,), shortest_side=40, formats=("JPEG",)),
            Filters(labels=labels),
        )[turn % 4]

    # -- marks ----------------------------------------------------------------------------------------------------

    def _note(self, edit: MarkEdit, files: set[Path]) -> None:
        with Library.open(self.library) as library:
            noted = [image.id for image in library.images() if image.path in files]
        note(self.library, noted, edit)

    def _sample(self, turn: int, began: float) -> Sample:
        seconds = time.monotonic() - began
        with Library.open(self.library) as library:
            record = library.models()[0]
            images = library.image_count()
            (file,) = (path.stem for path in (self.library / "vectors").glob("*.f16"))
        gc.collect()
        give_back()
        rss, own = own_bytes(self.process)
        return Sample(
            round=turn,
            seconds=round(seconds, 1),
            images=images,
            unused=record.unused,
            file=file,
            rss=rss,
            own=own,
            workers=self.workers,
            children=len(self.process.children(recursive=True)),
            open_files=handles(self.process),
            threads=self.process.num_threads(),
            library=bytes_in(self.library),
            vectors=bytes_in(self.library / "vectors"),
            catalog=sum(path.stat().st_size for path in self.library.glob("catalog.sqlite*")),
            thumbnails=bytes_in(self.cache),
            wrong=self.wrong,
        )


def _rss(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.NoSuchProcess:
        return 0


# -- the verdict -------------------------------------------------------------------------------------------------------


def growth(values: list[int]) -> float:
    """What the straight line through the values rises by, from the first to the last."""
    if len(values) < 2:
        return 0.0
    return float(np.polyfit(np.arange(len(values)), values, 1)[0]) * (len(values) - 1)


def verdict(samples: list[Sample]) -> dict[str, str]:
    """What is not flat, and why; empty where all is."""
    first, judged = samples[0], samples[1 + WARM_UP :]
    found = {}
    for name in ("open_files", "threads", "children"):
        values = [getattr(sample, name) for sample in judged]
        if len(set(values)) > 1:
            found[name] = f"{min(values)} to {max(values)}"
    own, workers = ([getattr(sample, name) for sample in judged] for name in ("own", "workers"))
    if (rise := growth(own)) > max(SLACK_BYTES, MOST_GROWTH * float(np.mean(own))):
        found["own"] = f"rises by {rise / 1e6:.1f} MB"
    if max(workers) > MOST_WORKERS * first.workers:
        found["workers"] = f"{max(workers) / 1e6:.1f} MB, {first.workers / 1e6:.1f} at first"
    if (most := max(sample.library for sample in judged)) > MOST_DISK * first.library + LOG_BYTES:
        found["library"] = f"{most / 1e6:.1f} MB, {most / first.library:.2f} times the first"
    cleared = [sample.catalog for sample in judged if not sample.unused]
    if len(cleared) > 1 and cleared[-1] > (1 + MOST_GROWTH) * cleared[0]:
        found["catalog"] = (
            f"{cleared[0] / 1e6:.1f} MB after the first compaction, {cleared[-1] / 1e6:.1f} after the last"
        )
    if (more := judged[-1].thumbnails - judged[0].thumbnails) > MOST_GROWTH * judged[0].thumbnails:
        found["thumbnails"] = f"{more / 1e6:.1f} MB more"
    if samples[-1].wrong:
        found["wrong"] = f"{samples[-1].wrong} searches"
    return found


COLUMNS = {
    "round": 5,
    "seconds": 7,
    "images": 8,
    "unused": 7,
    "file": 10,
    "rss": 6,
    "own": 6,
    "workers": 7,
    "children": 8,
    "open_files": 10,
    "threads": 7,
    "library": 7,
    "vectors": 7,
    "catalog": 7,
    "thumbnails": 10,
    "wrong": 5,
}
"""What is printed of a sample, and how wide."""
IN_MB = ("rss", "own", "workers", "library", "vectors", "catalog", "thumbnails")


def line(sample: Sample) -> str:
    values = {name: f"{value / 1e6:.1f}" if name in IN_MB else str(value) for name, value in asdict(sample).items()}
    return "  ".join(values[name].rjust(width) for name, width in COLUMNS.items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=10, help=f"the first {WARM_UP} are not judged")
    parser.add_argument(
        "--churn", type=float, default=5.0, help="per cent of the files, of each kind of change, in a round"
    )
    parser.add_argument("--workers", type=int, default=0, help="processes that decode and encode (default: all cores)")
    parser.add_argument("--folder", type=Path, help="for pictures and library (default: a temporary one)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    if options.rounds < WARM_UP + 2:
        parser.error(f"at least {WARM_UP + 2} rounds, of which {WARM_UP} warm up")
    folder = Path(tempfile.mkdtemp(prefix="imsearch-long-run-", dir=options.folder))
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    try:
        pictures = Pictures(folder / "pictures", options.seed, options.files)
        began = time.monotonic()
        pictures.make()
        print(f"{options.files:,} pictures made in {time.monotonic() - began:.0f} s; megabytes:")
        print("  ".join(name.rjust(width) for name, width in COLUMNS.items()), flush=True)
        samples = []
        for sample in Run(folder, pictures, options.churn / 100, options.workers).rounds(options.rounds):
            samples.append(sample)
            print(line(sample), flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    problems = verdict(samples)
    print("Flat." if not problems else "Not flat: " + "; ".join(f"{name} {why}" for name, why in problems.items()))
    if options.json:
        options.json.write_text(
            json.dumps({"samples": [asdict(sample) for sample in samples], "problems": problems}, indent=1)
        )
    sys.exit(bool(problems))


# Worker processes import this module anew.
if __name__ == "__main__":
    main()
