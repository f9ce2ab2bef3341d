"""Files of a library that its catalog does not name: of runs that were killed, and those that a reader still had open when they
were replaced (Windows deletes no such file). They are of no use to anybody."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Final

from imsearch_gui import disk
from imsearch_gui.domain.errors import LibraryError
from imsearch_gui.library.handle import Handle
from imsearch_gui.library.places import GRAPHS, VECTORS, check_folders, stats_path, vector_file
from imsearch_gui.library.soundness import Unsound

_log = logging.getLogger(__name__)

OURS: Final = re.compile(r".+-\d+(\.f16|\.f32|\.f16\.stats|\.f32\.stats|\.hnsw|\.hnsw\.new)")
"""What the program calls its files of vectors and graphs; whatever else somebody put there stays."""


def remove_leftovers(library: Handle) -> None:
    """For whoever holds the lock of the writer, between two changes. What cannot be deleted now is left for the next time."""
    try:
        named = _named(library)
        check_folders(library.folder)
    except (Unsound, LibraryError) as error:
        # Nothing is deleted on the word of a catalog that this program did not write; whoever uses that row is told.
        _log.warning("what is left over in %s stays: %s", library.folder, error)
        return
    for kind in (VECTORS, GRAPHS):
        disk.clear(library.folder / kind)
        for path in (library.folder / kind).glob("*"):
            if path.name not in named and OURS.fullmatch(path.name):
                _remove(path)


def _named(library: Handle) -> set[str]:
    files = [Path(vector_file(file)) for (file,) in library.rows("SELECT file FROM model", kinds="t")]
    graphs = library.rows("SELECT file FROM graph JOIN model ON model.id = model_id", kinds="t")
    return {
        *(file.name for file in files),
        *(stats_path(file).name for file in files),
        *(Path(file).with_suffix(".hnsw").name for (file,) in graphs),
    }


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        _log.info("%s is not needed any more, but cannot be deleted now (%s)", path.name, error.strerror)
