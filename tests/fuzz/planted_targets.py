"""Libraries from others with something else in the place of their files and folders: nothing outside is written or deleted."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from library_targets import DIMENSION, MODEL, Outcome, copied, scratch, use_everything
from making import Chooser, Target

from imsearch_gui.domain.metrics import Metric
from imsearch_gui.library.compaction import compact
from imsearch_gui.library.graph import Graph
from imsearch_gui.library.kept import SEARCHES
from imsearch_gui.library.library import CATALOG
from imsearch_gui.library.rotation import learn
from imsearch_gui.library.writer import LibraryWriter

PLACES = (
    *("vectors", "graph", SEARCHES, "writer.lock", f"{SEARCHES}/queries.json"),
    *(f"{CATALOG}{end}" for end in ("-wal", "-shm", "-journal")),
    *(f"vectors/{name}{end}" for name in (f"{MODEL}-1", f"{MODEL}-2", "new-1") for end in (".f16", ".f16.stats")),
    *(f"graph/{MODEL}-{number}.hnsw" for number in (1, 2)),
    *(f"catalog.schema-3.sqlite{end}" for end in ("", ".new", ".new-journal")),
)
KEPT = ("letter.txt", "mine-1.f16", "mine-1.hnsw", "queries.json", "mine.picture")


def planted_files(data: bytes) -> str:
    """Links, folders, pipes and files of other bytes."""
    choose = Chooser(data)
    outside = _outside()
    with copied() as folder:
        for _ in range(1 + choose.number(4)):
            _plant(folder / choose.pick(PLACES), outside, choose)
        outcome = Outcome()
        writer = outcome.of(lambda: LibraryWriter.open(folder))
        if isinstance(writer, LibraryWriter):
            with writer:
                _write(writer, outcome)
        answer = use_everything(folder)
    assert {file.name: file.read_bytes() for file in outside.iterdir()} == {name: name.encode() for name in KEPT}
    return "refused" if outcome.refused else answer


def _outside() -> Path:
    """What somebody has beside their libraries."""
    folder = scratch() / "outside"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name in KEPT:
        (folder / name).write_bytes(name.encode())
    return folder


def _plant(place: Path, outside: Path, choose: Chooser) -> None:
    if place.parent.is_symlink():
        return  # it would be planted outside
    with suppress(OSError):
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        else:
            place.unlink(missing_ok=True)
    ways: tuple[Callable[[], object], ...] = (
        lambda: place.symlink_to(outside / choose.pick(KEPT)),
        lambda: place.symlink_to(outside),
        lambda: place.symlink_to(outside / "new"),
        lambda: os.mkfifo(place),
        place.mkdir,
        lambda: place.write_bytes(bytes(choose.number(64))),
    )
    with suppress(OSError):  # the folder that it lies in is none any more
        choose.pick(ways)()


def _write(writer: LibraryWriter, outcome: Outcome) -> None:
    """What only a writer makes new files for."""

    def drop_most() -> None:
        with writer.changing() as connection:
            connection.execute("DELETE FROM image WHERE id > 5")

    outcome.of(drop_most)
    outcome.of(lambda: list(compact(writer, share=0.0, least=1)))
    outcome.of(lambda: _save_graph(writer))
    outcome.of(lambda: writer.drop_graph(MODEL))
    outcome.of(lambda: writer.use_model("new", title="", dimension=DIMENSION, fingerprint="", folder=Path("/m")))


def _save_graph(library: LibraryWriter) -> None:
    vectors = library.vectors(MODEL).vectors(slice(None))
    graph = Graph.empty(learn(vectors, len(vectors)), len(vectors))
    graph.add(vectors, threads=1)
    library.save_graph(MODEL, graph, dict.fromkeys(Metric, 20), dict.fromkeys(Metric, 1.0))


TARGETS = (Target("planted files", lambda: (b"",), planted_files, raw=True),)
