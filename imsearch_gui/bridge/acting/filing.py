"""Copying, moving and trashing images, with the library that follows, and the way back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from imsearch_gui import disk
from imsearch_gui.bridge.acting.file_jobs import Tell
from imsearch_gui.bridge.acting.trash import from_trash, to_trash
from imsearch_gui.domain.errors import LibraryError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.progress import Skipped
from imsearch_gui.library.carrying import Carried, Carry, Carrying, Wanted

if TYPE_CHECKING:
    from imsearch_gui.library.following import ImageRow


@dataclass(frozen=True, slots=True)
class Filed:
    """What was done to files, all that undoing needs."""

    carried: tuple[Carried, ...]
    failed: tuple[Skipped, ...]
    cancelled: bool = False
    rows: tuple[ImageRow, ...] = ()
    """Taken out of the catalog."""
    made: tuple[int, ...] = ()
    """Ids of images that were entered into the catalog."""
    trouble: str = ""
    """The library could not follow, and why."""


def copy_images(library: Path, images: Mapping[Path, int], folder: Path, tell: Tell) -> Filed:
    """Path -> id of images whose files are to be copied; copies inside a root are images at once."""
    from imsearch_gui.library.following import follow_copies

    job = Carrying([Wanted(path) for path in images], folder, Carry.COPY)
    whole = carry_out(job, tell)
    made: tuple[int, ...] = ()
    trouble = ""
    try:
        made = follow_copies(library, {item.target: images[item.source] for item in job.carried})
    except LibraryError as error:
        trouble = str(error)
    return Filed(tuple(job.carried), tuple(job.failed), not whole, made=made, trouble=trouble)


def undo_copy(library: Path, filed: Filed, tell: Tell) -> Filed:
    """Take the copies away, but for those that somebody has changed since."""
    from imsearch_gui.library.following import forget

    removed, failed = [], []
    for number, item in enumerate(filed.carried):
        if not tell(number, len(filed.carried)):
            break
        try:
            if _same(item):
                item.target.unlink()
                removed.append(item)
            else:
                failed.append(Skipped(item.target, tr("it was changed since, so it is kept")))
        except OSError as error:
            failed.append(Skipped(item.target, error.strerror or str(error)))
    forget(library, filed.made if not failed else ())
    return Filed(tuple(removed), tuple(failed))


def _same(item: Carried) -> bool:
    """Whether a copy is as it was made: size and time are those of what it was copied from."""
    copy, original = item.target.stat(), item.source.stat()
    return (copy.st_size, copy.st_mtime_ns // 10**9) == (original.st_size, original.st_mtime_ns // 10**9)


def move_images(library: Path, images: Mapping[Path, int], folder: Path, tell: Tell) -> Filed:
    """Path -> id of images whose files are to be moved."""
    job = Carrying([Wanted(path) for path in images], folder, Carry.MOVE)
    whole = carry_out(job, tell)
    return _follow(library, images, job, cancelled=not whole)


def undo_move(library: Path, images: Mapping[Path, int], filed: Filed, tell: Tell) -> Filed:
    """Back to where they were; `images` are as they were given to `move_images`."""
    from imsearch_gui.library.following import bring_back

    by_folder: defaultdict[Path, list[Carried]] = defaultdict(list)
    for item in filed.carried:
        by_folder[item.source.parent].append(item)
    carried: list[Carried] = []
    failed: list[Skipped] = []
    for folder, items in by_folder.items():
        # From another disk each file leaves its place for good as soon as its name here is safe.
        disk.make_folder(folder)
        job = Carrying([Wanted(item.target, item.source.name) for item in items], folder, Carry.MOVE)
        carry_out(job, tell)
        carried += job.carried
        failed += job.failed
    bring_back(library, filed.rows)
    source_of = {item.target: item.source for item in filed.carried}
    back = {item.source: images[source_of[item.source]] for item in carried}
    job = Carrying((), Path(), Carry.MOVE, carried, failed)
    return _follow(library, back, job, cancelled=False)


def _follow(library: Path, images: Mapping[Path, int], job: Carrying, *, cancelled: bool) -> Filed:
    from imsearch_gui.library.following import follow_moves

    rows: tuple[ImageRow, ...] = ()
    trouble = ""
    try:
        rows = follow_moves(library, {images[item.source]: item.target for item in job.carried})
    except LibraryError as error:
        trouble = str(error)
    return Filed(tuple(job.carried), tuple(job.failed), cancelled, rows, trouble=trouble)


def trash_images(library: Path, images: Mapping[Path, int], tell: Tell) -> Filed:
    """Path -> id of images whose files go to the trash; FolderError, with nothing done, where there is none."""
    from imsearch_gui.library.following import forget

    work = to_trash(list(images), tell)
    cancelled = len(work.trashed) + len(work.failed) < len(images)
    rows: tuple[ImageRow, ...] = ()
    trouble = ""
    try:
        rows = forget(library, [images[item.source] for item in work.trashed])
    except LibraryError as error:
        trouble = str(error)
    return Filed(tuple(work.trashed), tuple(work.failed), cancelled, rows, trouble=trouble)


def undo_trash(library: Path, images: Mapping[Path, int], filed: Filed, tell: Tell) -> Filed:
    """Out of the trash again, where the files were, or beside it where something else has that name now."""
    from imsearch_gui.library.following import bring_back, follow_moves

    work = from_trash(filed.carried, tell)
    source_of = {item.target: item.source for item in filed.carried}
    back = {images[source_of[item.source]]: item.target for item in work.trashed}
    bring_back(library, [row for row in filed.rows if row.id in back])
    follow_moves(library, back)
    return Filed(tuple(work.trashed), tuple(work.failed))


def carry_out(job: Carrying, tell: Tell) -> bool:
    """Run a job to its end; False where it was given up."""
    with closing(job.run()) as steps:
        return all(tell(progress.done, progress.total) for progress in steps)
