"""Writes matches for other programs, off the GUI thread: beside their place first, so that nothing half is ever there."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from imsearch_gui import disk
from imsearch_gui.bridge.acting.file_jobs import Tell
from imsearch_gui.bridge.acting.filing import carry_out
from imsearch_gui.domain.errors import FolderError, PictureError, StorageError
from imsearch_gui.domain.exporting import Export, Form, numbered
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.progress import Skipped
from imsearch_gui.domain.records import Pixels
from imsearch_gui.domain.result_form import csv_parts, json_parts
from imsearch_gui.imaging.decoding import IN_PROCESS, Decoding
from imsearch_gui.library.carrying import Carry, Carrying, Wanted

TOLD = 500
"""Rows of a table between two looks at whether to go on."""
Loader = Callable[[Path, int], Pixels]
"""(path, long side in pixels) -> the thumbnail; raises PictureError."""


class Cancelled(Exception):
    """Somebody has given the job up."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What came of it."""

    number: int
    """Of matches that are there now."""
    failed: tuple[Skipped, ...] = ()
    cancelled: bool = False
    """Nothing is left of it."""


def export(wish: Export, tell: Tell, decoding: Decoding = IN_PROCESS) -> Exported:
    """All of it or nothing; StorageError or FolderError with one sentence where the place cannot be written."""
    try:
        if wish.form.folder:
            return _fill(wish, tell)
        with place_for(wish.target) as aside:
            if wish.form.sheet:
                return _draw(wish, aside, tell, decoding)
            return _write(wish, aside, tell)
    except Cancelled:
        return Exported(0, cancelled=True)


@contextmanager
def place_for(target: Path) -> Iterator[Path]:
    """A file beside `target` that takes its place at the end; whatever goes wrong before, `target` stays as it was."""
    try:
        with disk.beside(target) as aside:
            yield aside
    except OSError as error:
        raise StorageError(refusal(target, error)) from error


def refusal(target: Path, error: OSError) -> str:
    """Why a place cannot be written, in one sentence."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return tr("The disk of {0} is full, so nothing was exported: make room, or choose another disk.").format(target)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return tr("{0} cannot be written, so nothing was exported: choose another folder.").format(target.parent)
    reason = error.strerror or str(error)
    return tr("{0} cannot be written ({1}), so nothing was exported: choose another place.").format(target, reason)


def _write(wish: Export, aside: Path, tell: Tell) -> Exported:
    make = json_parts if wish.form is Form.JSON else csv_parts
    total = len(wish.matches)
    with aside.open("xb") as file:
        for number, part in enumerate(make(wish.result, wish.marked())):
            if number % TOLD == 0:
                go_on(tell, min(number, total), total)
            file.write(part)
    return Exported(total)


def _fill(wish: Export, tell: Tell) -> Exported:
    ways = {Form.COPIES: Carry.COPY, Form.HARD_LINKS: Carry.HARD_LINK, Form.SYMBOLIC_LINKS: Carry.SYMBOLIC_LINK}
    last = max((match.rank for match in wish.matches), default=0)
    files = [Wanted(match.image.path, numbered(match.rank, match.image.path.name, last)) for match in wish.matches]
    job = Carrying(files, wish.target, ways[wish.form])
    whole = carry_out(job, tell)
    if not whole or job.full:
        take_away(item.target for item in job.carried)
    if job.full:
        raise StorageError(refusal(wish.target, OSError(errno.ENOSPC, "full")))
    if not whole:
        raise Cancelled
    if job.failed and not job.carried:
        first = job.failed[0]
        raise FolderError(
            tr("Nothing could be exported to {0}: {1}: {2}.").format(wish.target, first.path.name, first.reason)
        )
    return Exported(len(job.carried), tuple(job.failed))


def take_away(files: Iterable[Path]) -> None:
    """What this job has made itself, and nothing else."""
    for file in files:
        with suppress(OSError):
            file.unlink()


def _draw(wish: Export, aside: Path, tell: Tell, decoding: Decoding) -> Exported:
    from imsearch_gui.bridge.acting.sheet_painter import draw_pdf, draw_png
    from imsearch_gui.imaging.thumbnails import ThumbnailLoader

    draw = draw_pdf if wish.form is Form.PDF else draw_png
    failed: list[Skipped] = []
    thumbnail = ThumbnailLoader(decoding)

    def load(path: Path, side: int) -> Pixels | None:
        try:
            return thumbnail(path, side)
        except PictureError as error:
            failed.append(Skipped(path, error.reason))
            return None

    draw(wish, aside, load, lambda done: go_on(tell, done, len(wish.matches)))
    return Exported(len(wish.matches), tuple(failed))


def go_on(tell: Tell, done: int, total: int) -> None:
    """Report; raises Cancelled where the job was given up."""
    if not tell(done, total):
        raise Cancelled
