"""What is done to a library while things go wrong."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from trial import Scenario, Tell

from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.plan import FoundFile
from imsearch_gui.domain.records import IndexRequest, ModelRecord, PictureInfo
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.learned import Learned
from imsearch_gui.encoding.store import InstalledModel, ModelStore
from imsearch_gui.imaging import decoder
from imsearch_gui.library import indexing
from imsearch_gui.library.compaction import compact
from imsearch_gui.library.library import CATALOG, Library
from imsearch_gui.library.records import Encoded
from imsearch_gui.library.vectors import view_of
from imsearch_gui.library.worker import WorkerSetup, process
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching import graph_job
from imsearch_gui.searching.scoring import top

MODEL = "pixels"
"""It learns from the library, which is a commit more."""
LIBRARY = "library"
PICTURES = "pictures"


class _NoPool:
    """Decodes and encodes in this very process: the workers have trials of their own (tests/test_kill.py, test_pool.py)."""

    provider = ""

    def __init__(self, setup: WorkerSetup, count: int) -> None:
        self._setup = setup
        self._encoder = open_encoder(setup.model, threads=1, learned=setup.learned, provider=setup.provider)

    def __enter__(self) -> _NoPool:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def run(self, files: tuple[FoundFile, ...], share: object) -> Iterator[Any]:
        for file in files:
            yield process(file, self._encoder, self._setup.rules_for(file))


def make_small() -> None:
    """Batches of three, four queries to measure a graph with: more commits, less time."""
    indexing.WorkerPool = _NoPool  # type: ignore[assignment,misc]
    indexing.BATCH = 3
    graph_job.SAMPLE = 4  # type: ignore[misc]


def model() -> InstalledModel:
    return ModelStore().find(MODEL)


def picture(path: Path, seed: int) -> None:
    noise = np.random.default_rng(seed).integers(0, 256, (48, 64, 3), np.uint8)
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(noise).save(path)


def run_index(ground: Path, tell: Tell) -> None:
    with LibraryWriter.open(ground / LIBRARY) as library:
        for _ in indexing.index(library, IndexRequest((ground / PICTURES,), MODEL), model()):
            tell(library.image_count())


def check_catalog(library: Library) -> None:
    """What SQLite itself finds, and what a catalog must never hold."""
    assert library.rows("PRAGMA integrity_check") == [("ok",)]
    assert library.rows("PRAGMA foreign_key_check") == []
    assert library.rows(
        "SELECT count(*) FROM content WHERE live <> EXISTS (SELECT 1 FROM image WHERE content_id = content.id)"
    ) == [(0,)]


def check_vectors(library: Library) -> None:
    """Every vector is that of its content, made anew from the file where that is there."""
    for record in library.models():
        encoder = open_encoder(ModelStore().find(record.id), learned=_learned(library, record))
        for image in library.images():
            if not image.path.exists():
                continue
            data = decoder.read(image.path)
            stored = library.vector_of(record.id, decoder.content_key(data))
            if stored is None:
                continue  # the file was changed since, and the library does not know it yet
            from imsearch_gui.imaging import resize

            pixels = resize.fit(decoder.decode(data, need=resize.need_of(encoder.spec.input)).image, encoder.spec.input)
            made = view_of(encoder.encode(pixels[np.newaxis])).vector(0)
            assert stored.tobytes() == made.tobytes(), f"the vector of {image.path.name} is not its own"


def _learned(library: Library, model: ModelRecord) -> Learned | None:
    data = library.learned(model.id)
    return None if data is None else Learned.from_bytes(data, model.dimension)


def images_of(library: Library) -> dict[str, str]:
    """Name -> digest of the vector that the image has."""
    found: dict[str, str] = {}
    for record in library.models():
        matrix, paths = library.export(record.id)
        assert len(paths) == len(set(paths)), "an image is there twice"
        found |= {path.name: row.tobytes().hex()[:32] for path, row in zip(paths, matrix, strict=True)}
    return found


def files_of(folder: Path) -> list[str]:
    """What lies in a library, without the files that SQLite makes while somebody has it open."""
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in names if not name.endswith(("-wal", "-shm")))


def state_of(folder: Path) -> dict[str, Any]:
    """All that a library says of itself, and the files it consists of."""
    with Library.open(folder) as library:
        return {
            "images": images_of(library),
            "skipped": {skipped.path.name: skipped.reason for skipped in library.skipped()},
            "roots": [root.path.name for root in library.roots()],
            "models": [(record.id, record.vectors) for record in library.models()],
            "files": files_of(folder),
        }


class Indexing:
    """The first indexing of a folder: pictures, one of them twice, and a file that is none. The library's folder is made, too."""

    name = "index"
    watched = ""

    def prepare(self, ground: Path) -> None:
        for seed in range(9):
            picture(ground / PICTURES / f"{seed}.png", seed)
        picture(ground / PICTURES / "copy of 0.png", 0)
        (ground / PICTURES / "broken.jpg").write_bytes(b"\xff\xd8\xff" + bytes(100))

    def act(self, ground: Path, tell: Tell) -> None:
        run_index(ground, tell)

    def check(self, ground: Path, told: int) -> None:
        if not (ground / LIBRARY / CATALOG).exists():
            assert told == 0, "the catalog is gone"
            return
        with Library.open(ground / LIBRARY) as library:
            check_catalog(library)
            check_vectors(library)
            assert library.image_count() >= told, f"{told} images were promised, {library.image_count()} are there"

    def settle(self, ground: Path) -> None:
        run_index(ground, lambda _: None)

    def final(self, ground: Path) -> Any:
        return state_of(ground / LIBRARY)


class Reindexing(Indexing):
    """Indexing again after pictures were changed, moved, deleted and added."""

    name = "index again"
    watched = LIBRARY

    def prepare(self, ground: Path) -> None:
        super().prepare(ground)
        run_index(ground, lambda _: None)
        folder = ground / PICTURES
        picture(folder / "1.png", 101)
        (folder / "2.png").rename(folder / "2 moved.png")
        (folder / "3.png").unlink()
        picture(folder / "new" / "10.png", 10)
        picture(folder / "new" / "11.png", 11)

    def check(self, ground: Path, told: int) -> None:
        with Library.open(ground / LIBRARY) as library:
            check_catalog(library)
            check_vectors(library)
            names = {image.path.name for image in library.images()}
        assert names >= {"0.png", "4.png", "5.png", "6.png", "7.png", "8.png", "copy of 0.png", "1.png"}, names
        assert len(names & {"2.png", "2 moved.png"}) == 1, "a moved picture is there once"


@cache
def _far(rows: int) -> np.ndarray:
    return np.random.default_rng(5).normal(size=(rows, 64)).astype(np.float32)


class Graph:
    """A graph is built anew in place of an older one that covers a part of the pictures."""

    name = "graph"
    watched = LIBRARY
    ROWS = (150, 200)

    def prepare(self, ground: Path) -> None:
        (ground / LIBRARY).mkdir()
        with LibraryWriter.open(ground / LIBRARY) as library:
            key = library.use_model("test", title="Test", dimension=64, fingerprint="f", folder=Path("models/test"))
            root = library.add_root(ground, recursive=True, exclude=())
            first, last = self.ROWS
            for start, stop in ((0, first), (first, last)):
                items = [self.encoded(ground, number) for number in range(start, stop)]
                library.store(key, {item.file.path: root for item in items}, items, [])
                if start == 0:
                    list(graph_job.build_graph(library, "test", wanted=True))

    def act(self, ground: Path, tell: Tell) -> None:
        with LibraryWriter.open(ground / LIBRARY) as library:
            for _ in graph_job.build_graph(library, "test", wanted=True):
                tell(0)
            tell(1)

    def check(self, ground: Path, told: int) -> None:
        with Library.open(ground / LIBRARY) as library:
            check_catalog(library)
            self._check_rows(library)
            graph = library.open_graph("test")
            if graph is not None:
                assert graph.rows in self.ROWS
                self._check_graph(library, graph)
            assert graph is None or not told or graph.rows == self.ROWS[1]

    def _check_rows(self, library: Library) -> None:
        matrix, paths = library.export("test")
        assert len(paths) == self.ROWS[1]
        expected = view_of(_far(self.ROWS[1])).vectors(slice(None))
        assert np.array_equal(matrix, expected), "vectors were changed"

    def _check_graph(self, library: Library, graph: Any) -> None:
        view = library.vectors("test")
        for number in range(0, graph.rows, 20):
            assert number in graph.search(view.vector(number), 20), "a vector does not find itself"

    @staticmethod
    def encoded(folder: Path, number: int) -> Encoded:
        """A picture that there is no file of."""
        file = FoundFile(folder / f"{number}.jpg", 100, 1)
        vector = _far(Graph.ROWS[1])[number]
        return Encoded(file, number.to_bytes(16, "big"), PictureInfo(64, 48, "JPEG", None, None), vector)

    def settle(self, ground: Path) -> None:
        self.act(ground, lambda _: None)

    def final(self, ground: Path) -> Any:
        with Library.open(ground / LIBRARY) as library:
            graph = library.open_graph("test")
            assert graph is not None
            view = library.vectors("test")
            nearest = top(view.vector(7), view, Metric.COSINE, 5).slots.tolist()
            return {"rows": graph.rows, "nearest": nearest, "files": files_of(ground / LIBRARY)}


class Compacting(Graph):
    """Of the pictures of a library with a graph, every third one is gone; what they have left is dropped."""

    name = "compact"
    watched = LIBRARY

    def prepare(self, ground: Path) -> None:
        super().prepare(ground)
        with LibraryWriter.open(ground / LIBRARY) as library, library.changing() as connection:
            connection.execute("DELETE FROM image WHERE id % 3 = 0")

    def act(self, ground: Path, tell: Tell) -> None:
        with LibraryWriter.open(ground / LIBRARY) as library:
            for _ in compact(library, share=0.1, least=1):
                tell(0)
            tell(1)

    def check(self, ground: Path, told: int) -> None:
        with Library.open(ground / LIBRARY) as library:
            check_catalog(library)
            self._check_rows(library)
            (record,) = library.models()
            assert record.vectors == len(self._live())
            assert record.unused in ((0,) if told else (0, self.ROWS[1] - len(self._live())))

    def _live(self) -> list[int]:
        return [number for number in range(self.ROWS[1]) if (number + 1) % 3]

    def _check_rows(self, library: Library) -> None:
        matrix, paths = library.export("test")
        assert [path.stem for path in paths] == [str(number) for number in self._live()]
        expected = view_of(_far(self.ROWS[1])[self._live()]).vectors(slice(None))
        assert np.array_equal(matrix, expected), "vectors were changed"

    def final(self, ground: Path) -> Any:
        with Library.open(ground / LIBRARY) as library:
            self._check_rows(library)
            view = library.vectors("test")
            nearest = top(view.vector(7), view, Metric.COSINE, 5).slots.tolist()
            return {"rows": view.rows, "nearest": nearest, "files": files_of(ground / LIBRARY)}


SCENARIOS: dict[str, Scenario] = {one.name: one for one in (Indexing(), Reindexing(), Graph(), Compacting())}
