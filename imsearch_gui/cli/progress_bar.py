"""A job's progress as a bar on a terminal; nothing anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from typing import Any, Protocol, TypeVar

from imsearch_gui.cli.output import shown
from imsearch_gui.domain.evaluation import EvaluationProgress, EvaluationStage
from imsearch_gui.domain.progress import Progress, Stage
from imsearch_gui.searching.evaluation.page import PageProgress

T = TypeVar("T")
P = TypeVar("P", contravariant=True)

_TITLES = {
    Stage.SCANNING: "Looking for pictures",
    Stage.LEARNING: "Learning",
    Stage.ENCODING: "Indexing",
    Stage.COMPACTING: "Clearing away",
    Stage.GRAPH: "Building the graph",
}


def follow(job: Generator[Progress, None, T]) -> T:
    """Run an indexing job, or one that finishes it, to its end and return what it returns."""
    return _follow(job, _Bar)


def follow_questions(job: Generator[EvaluationProgress, None, T]) -> T:
    """The same of an evaluation; the bar says which model is asked."""
    return _follow(job, _QuestionBar)


def follow_page(job: Generator[PageProgress, None, T]) -> T:
    """The same of a page whose pictures are read."""
    return _follow(job, _PageBar)


def _follow(job: Generator[P, None, T], make: Callable[[], _Shows[P]]) -> T:
    bar = make() if sys.stderr.isatty() else None
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


class _Shows(Protocol[P]):
    """A bar for one kind of progress."""

    def show(self, progress: P, /) -> None:
        """Bring it up to date."""

    def close(self) -> None:
        """Take it away."""


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
        if progress.skipped:
            self._bar.set_postfix_str(f"{progress.skipped} skipped", refresh=False)
        _bring(self._bar, progress.done, progress.total)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def _begin(self, stage: Stage) -> None:
        self.close()
        self._stage = stage
        if stage in _TITLES:
            self._bar = _line(_TITLES[stage], " pictures")


class _QuestionBar:
    """One bar for all models, so that the time left is that of the whole."""

    def __init__(self) -> None:
        self._bar = _line("", " questions")

    def show(self, progress: EvaluationProgress) -> None:
        model = shown(progress.way.model_id)
        if progress.stage is EvaluationStage.ASKING:
            self._bar.set_description(model, refresh=False)
            _bring(self._bar, progress.done, progress.total)
        else:
            # Another count than that of the questions, which the bar would take for a step back.
            self._bar.set_description(f"{model}: measuring {progress.done + 1} of {progress.total}")

    def close(self) -> None:
        self._bar.close()


class _PageBar:
    def __init__(self) -> None:
        self._bar = _line("Reading the pictures of the page", " pictures")

    def show(self, progress: PageProgress) -> None:
        _bring(self._bar, progress.done, progress.total)

    def close(self) -> None:
        self._bar.close()


def _line(title: str, unit: str) -> Any:
    from tqdm import tqdm

    return tqdm(desc=title, unit=unit, file=sys.stderr, dynamic_ncols=True, leave=False)


def _bring(bar: Any, done: int, total: int) -> None:
    bar.total = total or None
    bar.update(done - bar.n)
