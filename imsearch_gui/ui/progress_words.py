"""The words for where an indexing job is; strip and wizard say the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from imsearch_gui.domain.progress import IndexReport, Progress, Stage
from imsearch_gui.domain.wording import count, counted, duration, rate, time_left


def tr(text: str) -> str:
    return QCoreApplication.translate("Progress", text)


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
        Stage.GRAPH: tr("Building the graph for quick search"),
        Stage.DONE: tr("Finishing"),
    }[progress.stage]


def amount_words(progress: Progress) -> str:
    """'12,345 / 48,212', or what was found so far."""
    if progress.stage is Stage.SCANNING:
        return tr("{0} found").format(count(progress.total)) if progress.total else ""
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
    parts = [
        (report.added, tr("added")),
        (report.changed, tr("changed")),
        (report.moved, tr("moved")),
        (report.gone, tr("gone")),
        (len(report.skipped), tr("skipped")),
    ]
    done = [(number, word) for number, word in parts if number]
    if not any((report.added, report.changed, report.moved, report.gone)) and report.unchanged:
        kept = tr("Nothing has changed: {0} up to date").format(counted(report.unchanged, tr("picture")))
        return kept + "".join(f", {count(number)} {word}" for number, word in done) + "."
    if not done:
        return tr("There are no pictures in there.")
    (number, word), *others = done
    # Only what is skipped need not be a picture.
    first = counted(number, tr("file") if word == tr("skipped") else tr("picture"))
    listed = ", ".join([f"{first} {word}", *(f"{count(number)} {word}" for number, word in others)])
    return tr("{0}, in {1}.").format(listed, duration(max(1.0, report.seconds)))
