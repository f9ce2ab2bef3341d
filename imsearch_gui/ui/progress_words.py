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


def speed_words(progress: Progress) -> str:
    return rate(progress.images_per_second) if progress.stage is Stage.ENCODING and progress.images_per_second else ""


def left_words(progress: Progress, *, paused: bool) -> str:
    return "" if paused or progress.stage is not Stage.ENCODING else time_left(progress.seconds_left)


def report_words(report: IndexReport) -> str:
    """What was done, in one sentence."""
    parts = [
        (report.added, tr("added")),
        (report.changed, tr("changed")),
        (report.moved, tr("moved")),
        (report.gone, tr("gone")),
        (len(report.skipped), tr("skipped")),
    ]
    done = ", ".join(f"{count(number)} {word}" for number, word in parts if number)
    if not done:
        return tr("Nothing has changed: {0} are up to date.").format(counted(report.unchanged, tr("picture")))
    return tr("Done in {0}: {1}.").format(duration(report.seconds), done)
