"""A library of real pictures and a model small enough to be followed by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.metrics import Matrix
from imsearch_gui.domain.model_spec import Family, InputSpec, Interpolation, ModelSpec, Resize, TextSpec
from imsearch_gui.domain.plan import FoundFile, KnownFile
from imsearch_gui.domain.records import FileExample, Pixels, PixelsExample, Query
from imsearch_gui.domain.region import Region
from imsearch_gui.imaging import decoder, resize
from imsearch_gui.library.library import Library
from imsearch_gui.library.records import Encoded, ModelKey, RootKey
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching import tools
from imsearch_gui.searching.search import Searcher

SIDE = 8
SPEC = ModelSpec(
    id="tiny",
    title="Tiny",
    family=Family.DESCRIPTOR,
    dimension=SIDE * SIDE * 3,
    input=InputSpec(width=SIDE, height=SIDE, resize=Resize.SQUASH, interpolation=Interpolation.BOX),
)
COLOURS = ["red", "green", "blue", "yellow", "cyan", "magenta", "black", "white", "orange", "gray"]


class TinyEncoder:
    """The resized pixels themselves; counts what it is asked."""

    spec = SPEC
    provider = "test"

    def __init__(self) -> None:
        self.asked = 0

    def encode(self, pixels: Pixels) -> Matrix:
        self.asked += len(pixels)
        # One is added so that black has a direction.
        return pixels.reshape(len(pixels), -1).astype(np.float32) + np.float32(1)


@dataclass(frozen=True)
class TinyModel:
    spec: ModelSpec = SPEC
    folder: Path = Path("models/tiny")
    fingerprint: str = "f1"
    eight_bits: bool = False


class TinyStore:
    def __init__(self) -> None:
        self.model = TinyModel()

    def models(self) -> list[TinyModel]:
        return [self.model]

    def installed(self, name: str) -> TinyModel | None:
        return self.model if name == SPEC.id else None

    def unknown(self, name: str) -> ModelError:
        return ModelError(f"no model {name}")


class Shelf:
    """A library of real pictures, and the means to ask it."""

    spec = SPEC
    colours = COLOURS
    version = TinyModel

    def __init__(self, folder: Path, encoder: TinyEncoder) -> None:
        self.pictures = folder / "pictures"
        self.pictures.mkdir()
        self.encoder = encoder
        self.store = TinyStore()
        self.writer = LibraryWriter.open(folder / "library")
        self._root: RootKey = self.writer.add_root(self.pictures, recursive=True, exclude=())
        self._model: ModelKey = self.writer.use_model(
            SPEC.id, title=SPEC.title, dimension=SPEC.dimension, fingerprint="f1", folder=Path("models/tiny")
        )
        for colour in COLOURS:
            self.add(f"{colour}.png", colour)
        encoder.asked = 0
        self.library = Library.open(folder / "library")
        self.searcher = Searcher(self.library, self.store)  # type: ignore[arg-type]

    def close(self) -> None:
        self.searcher.close()
        self.library.close()
        self.writer.close()

    def draw(self, name: str, left: str, right: str | None = None) -> Path:
        path = self.pictures / name
        image = Image.new("RGB", (64, 48), left)
        if right is not None:
            ImageDraw.Draw(image).rectangle((32, 0, 63, 47), fill=right)
        # A line, so that correlation has something to hold on to.
        ImageDraw.Draw(image).rectangle((0, 0, 63, 8), fill="brown")
        image.save(path)
        return path

    def add(self, name: str, left: str, right: str | None = None) -> Path:
        return self.take_in(self.draw(name, left, right))

    def take_in(self, path: Path) -> Path:
        """A picture that is there already."""
        data = decoder.read(path)
        decoded = decoder.decode(data, need=resize.need_of(SPEC.input))
        vector = self.encoder.encode(resize.fit(decoded.pixels, SPEC.input)[None])[0]
        file = FoundFile(path, len(data), path.stat().st_mtime_ns)
        item = Encoded(file, decoder.content_key(data), decoded.info, vector)
        self.writer.store(self._model, {path: self._root}, [item], [])
        return path

    def vector_of(self, name: str) -> np.ndarray:
        decoded = decoder.decode(decoder.read(self.pictures / name), need=resize.need_of(SPEC.input))
        vector: np.ndarray = self.encoder.encode(resize.fit(decoded.pixels, SPEC.input)[None])[0]
        return vector

    def forget(self, name: str) -> None:
        file = KnownFile(0, str(self.pictures / name), 1, 1, b"", True)
        self.writer.forget({file.text: self._root}, [file])

    def query(self, example: Path | PixelsExample, region: Region | None = None, **changes: Any) -> Query:
        if isinstance(example, Path):
            return Query((FileExample(example, region),), SPEC.id, **changes)
        return Query((example,), SPEC.id, **changes)


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    encoder = TinyEncoder()
    monkeypatch.setattr(tools, "open_encoder", lambda *_, **__: encoder)
    shelf = Shelf(tmp_path, encoder)
    yield shelf
    shelf.close()


class Words:
    """A text tower that knows no words but `red` and `blue`."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.asked: list[str] = []

    def encode(self, texts: list[str]) -> Matrix:
        self.asked += texts
        return np.stack([self.shelf.vector_of(f"{text}.png") for text in texts])


@pytest.fixture
def words(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> Words:
    spec = replace(SPEC, text=TextSpec("words.onnx", "tokenizer.json"))
    shelf.store.model = TinyModel(spec)
    words = Words(shelf)
    monkeypatch.setattr(tools, "open_text_encoder", lambda *_, **__: words)
    return words
