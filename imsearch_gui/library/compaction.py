"""Compaction: what pictures that are gone have left in a library is dropped, once it is much.

A picture that is changed or gone leaves its vector behind, so that nothing has to be encoded again where its content comes back
(docs/decisions/0001). That may go on for years, and so the disk would fill with what nobody has any more. Here the vectors that
are of use are copied, bit for bit and in their order, into a file of the next generation; one transaction lets the catalog name
that file, numbers the slots anew, and forgets the graph and the contents that nobody needs; then the old files go. Killed at
whatever moment, the library is the one before or the one after (docs/decisions/0022).
"""

from __future__ import annotations

import itertools
import logging
import shutil
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from imsearch_gui import disk
from imsearch_gui.domain.errors import LibraryBusy, StorageError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.progress import Progress, Stage
from imsearch_gui.library.connection import BUSY_TIMEOUT_S, CATALOG, sentences
from imsearch_gui.library.leftovers import remove_leftovers
from imsearch_gui.library.places import GRAPHS, VECTORS, stats_path, vector_file, vectors_path
from imsearch_gui.library.rows import size_of
from imsearch_gui.library.writer import LibraryWriter

_log = logging.getLogger(__name__)

SHARE: Final = 0.25
"""Share of a model's vectors that nobody needs, above which they are dropped: until then pictures that were taken away may come
back for nothing, and each copy of the file is paid by a third of its size that was written before."""
LEAST: Final = 1_000
"""Vectors of which it is not worth the while, whatever their share: some 2 MB."""
CATALOG_BYTES: Final = 1 << 20
"""A smaller catalog is left as it is: what is free in it is used again by what comes."""
_PIECE_BYTES: Final = 8 << 20
"""Rows that are copied between two `yield`s."""
_SPARE_BYTES: Final = 64 << 20
"""Room that is left to others on the disk."""

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Compacted:
    """What was dropped."""

    models: tuple[str, ...] = ()
    """Those whose slots were numbered anew, so that they have no graph now."""
    vectors: int = 0
    contents: int = 0
    """Entries of the catalog for pictures that are gone."""
    bytes: int = 0
    """Less on the disk; what a reader has open stays until it lets go of it."""


@dataclass(frozen=True, slots=True)
class _Model:
    id: int
    name: str
    file: str

    @property
    def next_file(self) -> str:
        path = Path(self.file)
        stem, _, generation = path.stem.rpartition("-")
        return f"{stem}-{int(generation) + 1}{path.suffix}"


class _CameBack(Exception):
    """While the vectors were copied, somebody brought back a picture whose vector was left out."""


def compact(
    library: LibraryWriter, *, share: float = SHARE, least: int = LEAST
) -> Generator[Progress, None, Compacted]:
    """Drop the vectors that no image needs, of each model where they are more than `share` of all and `least` or more.

    Closing the generator leaves the library as it is, or as it was after the last model. Raises StorageError where the disk
    is too full for the copy, or cannot be written; the library stays as it was.
    """
    before = _size(library)
    models: list[str] = []
    vectors = contents = 0
    for record in library.models():
        every = record.vectors + record.unused
        if record.unused >= least and record.unused > share * every:
            contents += yield from _compact_model(library, record.id)
            models.append(record.id)
            vectors += record.unused
    if models:
        yield Progress(Stage.COMPACTING)
        _shrink_catalog(library)
    return Compacted(tuple(models), vectors, contents, max(0, before - _size(library)))


def _compact_model(library: LibraryWriter, name: str) -> Generator[Progress, None, int]:
    """Returns how many contents were forgotten."""
    ((identity, file),) = library.rows("SELECT id, file FROM model WHERE name = ?", name, kinds="it")
    with sentences(library.folder):
        model = _Model(identity, name, vector_file(file))
    try:
        while True:
            is_kept = yield from _copy_live(library, model)
            try:
                return _commit(library, model, is_kept)
            except _CameBack:
                continue
    finally:
        # After the commit these are the old files, else those that were to be the new ones.
        remove_leftovers(library)


def _copy_live(library: LibraryWriter, model: _Model) -> Generator[Progress, None, Mask]:
    """The file of the next generation, on the disk when this ends; returns which slots are in it, bool [rows]."""
    view = library.vectors(model.name)
    is_kept = np.ones(view.rows, np.bool_) if view.live is None else view.live
    kept = np.flatnonzero(is_kept)
    row_bytes = view.matrix.itemsize * view.dimension
    needed = len(kept) * (row_bytes + view.stats.itemsize * view.stats.shape[1])
    _check_room(library.folder, needed)
    step = max(1, _PIECE_BYTES // row_bytes)
    with sentences(library.folder):
        target = vectors_path(library.folder, model.next_file)
        # A library may come from anybody: what lies in their places is replaced, never written into.
        with (
            disk.beside(target) as rows_aside,
            disk.beside(stats_path(target)) as stats_aside,
            rows_aside.open("xb") as rows,
            stats_aside.open("xb") as stats,
        ):
            for start in range(0, len(kept), step):
                yield Progress(Stage.COMPACTING, start, len(kept))
                some = kept[start : start + step]
                rows.write(np.ascontiguousarray(view.matrix[some]).data)
                stats.write(np.ascontiguousarray(view.stats[some]).data)
    return is_kept


def _check_room(folder: Path, needed: int) -> None:
    if shutil.disk_usage(folder).free < needed + _SPARE_BYTES:
        sentence = tr(
            "The disk that holds the library {0} has too little room to clear it up, which takes a copy of its vectors: make room"
            " and try again."
        )
        raise StorageError(sentence.format(folder))


def _commit(library: LibraryWriter, model: _Model, is_kept: Mask) -> int:
    """One transaction from the old slots to the new ones; returns how many contents were forgotten."""
    with library.changing() as connection:
        dead = connection.execute(
            "SELECT slot FROM content JOIN vector ON content_id = content.id WHERE live = 0 AND model_id = ?",
            (model.id,),
        )
        left_out = np.flatnonzero(~is_kept)
        # Small changes need no lock of a writer (docs/decisions/0016), so images may have come back while rows were copied.
        if len(np.setdiff1d(left_out, np.array([slot for (slot,) in dead], np.int64))):
            raise _CameBack
        connection.executemany(
            "DELETE FROM vector WHERE model_id = ? AND slot = ?", ((model.id, slot) for slot in left_out.tolist())
        )
        # In their order, each moves to a slot that is free by then.
        connection.executemany(
            "UPDATE vector SET slot = ? WHERE model_id = ? AND slot = ?",
            ((new, model.id, old) for new, old in enumerate(np.flatnonzero(is_kept).tolist()) if new != old),
        )
        connection.execute("DELETE FROM graph WHERE model_id = ?", (model.id,))
        connection.execute("UPDATE model SET file = ? WHERE id = ?", (model.next_file, model.id))
        return _forget_contents(connection)


def _forget_contents(connection: Any) -> int:
    """Contents without an image, a vector or a note. What was noted of a picture waits for it, however long it is gone.

    The newest one stays: ids are not given again, so that what the window wants to undo never means another picture.
    """
    cursor = connection.execute(
        "DELETE FROM content WHERE live = 0 AND id < (SELECT max(id) FROM content)"
        " AND NOT EXISTS (SELECT 1 FROM vector WHERE content_id = content.id)"
        " AND NOT EXISTS (SELECT 1 FROM mark WHERE content_id = content.id)"
        " AND NOT EXISTS (SELECT 1 FROM label WHERE content_id = content.id)"
    )
    return int(cursor.rowcount)


def _shrink_catalog(library: LibraryWriter) -> None:
    """Write it anew, and give the log of the transaction back to the disk.

    How much that gains cannot be told before. What was dropped lay between what stays, so its pages are not free but half empty;
    and since ids are never given again, nothing comes into them any more: of 200,000 pictures, a tenth of them changed in each
    round, the catalog grew by a fifth in four rounds. It takes a fraction of the time that the vectors took.
    """
    pages, size = (library.rows(f"PRAGMA {name}")[0][0] for name in ("page_count", "page_size"))
    try:
        if pages * size >= CATALOG_BYTES:
            library.vacuum()
    except (StorageError, LibraryBusy) as error:
        # The pages are used again by what comes, so that nothing is lost but time.
        _log.warning("the catalog stays as large as it is: %s", error)
    # Readers that look at an earlier state keep the log as long as it is; nobody waits for them.
    library.rows("PRAGMA busy_timeout = 0")
    library.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    library.rows(f"PRAGMA busy_timeout = {round(BUSY_TIMEOUT_S * 1e3)}")


def _size(library: LibraryWriter) -> int:
    """Bytes of the catalog, the vectors and the graphs."""
    places = [library.folder.glob(f"{CATALOG}*"), *((library.folder / kind).glob("*") for kind in (VECTORS, GRAPHS))]
    return sum(size_of(path) for path in itertools.chain(*places))
