"""A job's progress as a bar on a terminal; nothing anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Generator
from typing import Any, TypeVar

from imsearch_gui.domain.progress import Progress, Stage

T = TypeVar("T")

_TITLES = {
    Stage.SCANNING: "Looking for pictures",
    Stage.LEARNING: "Learning",
    Stage.ENCODING: "Indexing",
    Stage.COMPACTING: "Clearing away",
    Stage.GRAPH: "Building the graph",
}


def follow(job: Generator[Progress, None, T]) -> T:
    """Run `job` to its end and return what it returns."""
    bar = _Bar() if sys.stderr.isatty() else None
    try:
        while True:
            progress = next(job)
            if bar is not None:
                bar.show(progress)
    except StopIteration as stop:
        return stop.value  # type: ignore[no-any-return]
    finally:
        if bar is not None:
            bar.close()


class _Bar:
    """One bar for each stage."""

    def __init__(self) -> None:
        self._stage: Stage | None = None
        self._bar: Any = None

    def show(self, progress: Progress) -> None:
        if progress.stage is not self._stage:
            self._begin(progress.stage)
        if self._bar is None:
            return
        self._bar.total = progress.total or None
        if progress.skipped:
            self._bar.set_postfix_str(f"{progress.skipped} skipped", refresh=False)
        self._bar.update(progress.done - self._bar.n)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def _begin(self, stage: Stage) -> None:
        from tqdm import tqdm

        self.close()
        self._stage = stage
        if stage in _TITLES:
            self._bar = tqdm(desc=_TITLES[stage], unit=" pictures", file=sys.stderr, dynamic_ncols=True, leave=False)
