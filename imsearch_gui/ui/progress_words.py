"""The words for where an indexing job is; strip and wizard say the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.progress import IndexReport, Progress, Stage
from imsearch_gui.domain.wording import count, duration, rate, time_left


def folder_names(folders: Sequence[Path]) -> str:
    """'Holidays', or 'Holidays and 2 more'."""
    if not folders:
        return ""
    first = folders[0].name or str(folders[0])
    return first if len(folders) == 1 else tr("{0} and {1} more").format(first, count(len(folders) - 1))


def stage_words(progress: Progress, *, paused: bool) -> str:
    """What is going on, in a few words."""
    if paused:
        return tr("Paused")
    return {
        Stage.SCANNING: tr("Looking for pictures"),
        Stage.LEARNING: tr("Learning what is usual here"),
        Stage.ENCODING: tr("Indexing"),
        Stage.COMPACTING: tr("Clearing away what pictures that are gone have left"),
        Stage.GRAPH: tr("Building the graph for quick search"),
        Stage.DONE: tr("Finishing"),
    }[progress.stage]


def amount_words(progress: Progress) -> str:
    """'12,345 / 48,212', or what was found so far."""
    if progress.stage is Stage.SCANNING:
        return tr("%Ln found", "pictures", progress.total) if progress.total else ""
    return f"{count(progress.done)} / {count(progress.total)}" if progress.total else ""


def speed_words(progress: Progress, *, paused: bool) -> str:
    """'41 pictures/s', while pictures are being encoded."""
    encoding = progress.stage is Stage.ENCODING and progress.images_per_second > 0
    return rate(progress.images_per_second) if encoding and not paused else ""


def has_time_left(progress: Progress, *, paused: bool) -> bool:
    """Whether `seconds_left` means anything just now."""
    if paused or progress.seconds_left is None:
        return False
    # A small graph is there before its time could be read.
    return progress.stage is Stage.ENCODING or (progress.stage is Stage.GRAPH and progress.seconds_left >= 1)


def left_words(progress: Progress, *, paused: bool) -> str:
    """'14 min left', while that can be said."""
    return time_left(progress.seconds_left) if has_time_left(progress, paused=paused) else ""


def report_words(report: IndexReport) -> str:
    """What was done, in one sentence: '8,100 pictures added, 20 changed, 74 skipped, in 4 min.'"""
    skipped = len(report.skipped)
    parts = [
        (report.added, tr("%Ln picture(s) added", "", report.added), tr("%Ln added", "pictures", report.added)),
        (
            report.changed,
            tr("%Ln picture(s) changed", "", report.changed),
            tr("%Ln changed", "pictures", report.changed),
        ),
        (report.moved, tr("%Ln picture(s) moved", "", report.moved), tr("%Ln moved", "pictures", report.moved)),
        (report.gone, tr("%Ln picture(s) gone", "", report.gone), tr("%Ln gone", "pictures", report.gone)),
        # Only what is skipped need not be a picture.
        (skipped, tr("%Ln file(s) skipped", "", skipped), tr("%Ln skipped", "files", skipped)),
    ]
    done = [(whole, short) for number, whole, short in parts if number]
    if not any((report.added, report.changed, report.moved, report.gone)) and report.unchanged:
        kept = tr("Nothing has changed: %Ln picture(s) up to date", "", report.unchanged)
        return ", ".join([kept, *(short for _, short in done)]) + "."
    if not done:
        return tr("There are no pictures in there.")
    listed = ", ".join([done[0][0], *(short for _, short in done[1:])])
    return tr("{0}, in {1}.").format(listed, duration(max(1.0, report.seconds)))
