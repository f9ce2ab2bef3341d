"""What follows an indexing job: what pictures that are gone have left is dropped where it is much, and the graphs follow."""

from __future__ import annotations

import logging
from collections.abc import Generator

from imsearch_gui.domain.errors import LibraryBusy, StorageError
from imsearch_gui.domain.progress import Progress
from imsearch_gui.library.compaction import Compacted, compact
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.graph_job import build_graph

_log = logging.getLogger(__name__)


def finish(library: LibraryWriter, model_id: str) -> Generator[Progress, None, None]:
    """Compact the library if it is due, then bring the graph of `model_id` up to date; closing the generator leaves the rest.

    Pictures were indexed, so a disk that has no room for the copy is no error of the job: the next one tries again.
    """
    try:
        compacted = yield from compact(library)
    except (StorageError, LibraryBusy) as error:
        _log.warning("the library is not cleared up: %s", error)
        compacted = Compacted()
    yield from graphs_of(library, (model_id, *compacted.models))


def graphs_of(library: LibraryWriter, models: tuple[str, ...]) -> Generator[Progress, None, None]:
    """Bring the graphs of some models up to date, each once."""
    for model_id in dict.fromkeys(models):
        yield from build_graph(library, model_id)
