"""Libraries of made-up vectors: no model and no picture is needed to rank."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pytest

from imsearch_gui.domain.metrics import Matrix
from imsearch_gui.domain.plan import FoundFile, KnownFile
from imsearch_gui.domain.records import PictureInfo
from imsearch_gui.library.records import Encoded, ModelKey, RootKey
from imsearch_gui.library.writer import LibraryWriter

MODEL = "test"
INFO = PictureInfo(640, 480, "JPEG")


class FilledLibrary:
    """A library to which rows of vectors are added, and from which images are taken away."""

    def __init__(self, writer: LibraryWriter, root: RootKey, dimension: int) -> None:
        self.writer = writer
        self._root = root
        self._model: ModelKey = writer.use_model(
            MODEL, title="Test", dimension=dimension, fingerprint="f1", folder=Path("models/test")
        )
        self.rows = 0
        self._names: dict[int, str] = {}

    def add(
        self, vectors: Matrix, name_of: Callable[[int], str] = "{:06}.jpg".format, info: PictureInfo = INFO
    ) -> None:
        self._names |= {slot: name_of(slot) for slot in range(self.rows, self.rows + len(vectors))}
        items = [
            Encoded(
                FoundFile(self._path(slot), 1_000, 1),
                slot.to_bytes(16, "big"),
                info,
                np.asarray(row, np.float32),
            )
            for slot, row in enumerate(vectors, self.rows)
        ]
        self.rows += len(items)
        self._store(items)

    def copy(self, slot: int, name: str) -> None:
        """Another file with the content of `slot`."""
        vector = self.writer.vectors(MODEL).vector(slot)
        file = FoundFile(self._root.path / name, 1_000, 1)
        self._store([Encoded(file, slot.to_bytes(16, "big"), PictureInfo(640, 480, "JPEG"), vector)])

    def remove(self, slots: list[int]) -> None:
        files = [KnownFile(0, str(self._path(slot)), 1_000, 1, slot.to_bytes(16, "big"), True) for slot in slots]
        self.writer.forget({file.text: self._root for file in files}, files)

    def _path(self, slot: int) -> Path:
        return self._root.path / self._names[slot]

    def _store(self, items: list[Encoded]) -> None:
        self.writer.store(self._model, {item.file.path: self._root for item in items}, items, [])


@pytest.fixture
def library_of(tmp_path: Path) -> Iterator[Callable[[Matrix], FilledLibrary]]:
    """library_of(vectors): slot n holds row n, its image is `<n, six digits>.jpg`."""
    with ExitStack() as stack:

        def make(vectors: Matrix) -> FilledLibrary:
            writer = stack.enter_context(LibraryWriter.open(tmp_path / "library"))
            (tmp_path / "pictures").mkdir()
            root = writer.add_root(tmp_path / "pictures", recursive=True, exclude=())
            filled = FilledLibrary(writer, root, vectors.shape[1])
            filled.add(vectors)
            return filled

        yield make


@pytest.fixture
def clustered() -> Callable[..., Matrix]:
    """clustered(rows, dimension): unit-free vectors in clusters, as those of pictures are."""

    def make(rows: int, dimension: int, *, seed: int = 0, clusters: int = 40) -> Matrix:
        random = np.random.default_rng(seed)
        centres = random.normal(size=(clusters, dimension))
        return (centres[random.integers(0, clusters, rows)] + 0.6 * random.normal(size=(rows, dimension))).astype(
            np.float32
        )

    return make
