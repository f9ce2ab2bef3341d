"""Where in a match what was asked for lies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from imsearch_gui import paths
from imsearch_gui.domain.choices import DEFAULT_MODEL
from imsearch_gui.domain.errors import PictureError, QueryError
from imsearch_gui.domain.records import FileExample, Query, TextExample
from imsearch_gui.domain.region import Region
from imsearch_gui.encoding.encoder import Encoder, open_encoder
from imsearch_gui.encoding.guard import always
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.imaging.decoding import IN_PROCESS
from imsearch_gui.searching.localise import Localiser, shares
from imsearch_gui.searching.query_vector import Superseded


def random(*shape: int) -> np.ndarray[Any, np.dtype[np.float32]]:
    return np.random.default_rng(1).normal(size=shape).astype(np.float32)


def test_the_patch_that_is_asked_for_counts_most() -> None:
    asked, found = random(4, 4, 32), np.random.default_rng(2).normal(size=(3, 5, 32)).astype(np.float32)
    found[1, 4] = 7 * asked.mean(axis=(0, 1))
    counted = shares([asked], found)
    assert counted.shape == (3, 5)
    assert (counted.min(), counted.max()) == (0, 1)
    assert np.unravel_index(counted.argmax(), counted.shape) == (1, 4)
    # Of two pictures that are asked for, each has its place.
    other = np.random.default_rng(3).normal(size=(4, 4, 32)).astype(np.float32)
    found[2, 0] = other.mean(axis=(0, 1))
    best = np.argsort(-shares([asked, other], found).ravel())[:2]
    assert set(best.tolist()) == {9, 10}


def test_a_picture_that_is_alike_all_over_is_lit_all_over() -> None:
    asked = random(4, 4, 8)
    assert (shares([asked], np.repeat(asked[:1, :1], 6, axis=0)) == 1).all()
    assert (shares([asked], np.zeros((2, 2, 8), np.float32)) == 1).all(), "patches without a length"


class Tools:
    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.asked = 0

    def encoder(self, _: object) -> Encoder:
        self.asked += 1
        return self._encoder


class Record:
    id, fingerprint = "model", "f"


class ImageAt:
    def __init__(self, path: Path) -> None:
        self.id, self.path = 1, path


@pytest.fixture
def localiser() -> Any:
    return Localiser(Tools(open_encoder(ModelStore().find(DEFAULT_MODEL))), IN_PROCESS)  # type: ignore[arg-type]


@pytest.fixture
def collage(tmp_path: Path) -> Path:
    """Eight samples in two rows; the boat is at the lower right end, beyond the middle that models are shown."""
    names = (
        "brick walls 1",
        "flowers 1",
        "forests 1",
        "houses 1",
        "planets 1",
        "sunsets 1",
        "fishes 1",
        "sailing boats 5",
    )
    whole = Image.new("RGB", (640, 320))
    for place, name in enumerate(names):
        (found,) = paths.samples().rglob(f"{name}.*")
        with Image.open(found) as sample:
            whole.paste(sample.convert("RGB").resize((160, 160)), (160 * (place % 4), 160 * (place // 4)))
    whole.save(tmp_path / "collage.png")
    return tmp_path / "collage.png"


def boat() -> Path:
    (found,) = paths.samples().rglob("*sailing boats 3.webp")
    return found


def test_a_boat_is_found_where_a_boat_is(localiser: Any, collage: Path) -> None:
    likeness = localiser.of(Query((FileExample(boat()),), DEFAULT_MODEL), ImageAt(collage), Record(), always)
    assert likeness.shares.shape == (16, 32)
    assert (likeness.shares.min(), likeness.shares.max()) == (0, 1)
    row, column = np.unravel_index(likeness.shares.argmax(), likeness.shares.shape)
    assert row >= 8 and column >= 24
    # A part of the query may be what is looked for, and lies elsewhere.
    flower = FileExample(collage, Region(160, 0, 160, 160))
    likeness = localiser.of(Query((flower,), DEFAULT_MODEL), ImageAt(collage), Record(), always)
    row, column = np.unravel_index(likeness.shares.argmax(), likeness.shares.shape)
    assert row < 8 and 8 <= column < 16


def test_what_cannot_be_found_out_is_said(localiser: Any, collage: Path, tmp_path: Path) -> None:
    words = Query((TextExample("a boat"),), DEFAULT_MODEL)
    with pytest.raises(QueryError, match="search with a picture"):
        localiser.of(words, ImageAt(collage), Record(), always)
    query = Query((FileExample(boat()),), DEFAULT_MODEL)
    with pytest.raises(PictureError, match=r"gone\.png"):
        localiser.of(query, ImageAt(tmp_path / "gone.png"), Record(), always)
    with pytest.raises(PictureError, match=r"gone\.png"):
        gone = Query((FileExample(tmp_path / "gone.png"),), DEFAULT_MODEL)
        localiser.of(gone, ImageAt(collage), Record(), always)
    with pytest.raises(Superseded):
        localiser.of(query, ImageAt(collage), Record(), lambda: False)


def test_the_query_is_looked_at_once(localiser: Any, collage: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    encoder = localiser._tools._encoder
    seen = []
    patches = encoder.patches
    monkeypatch.setattr(encoder, "patches", lambda pixels: seen.append(1) or patches(pixels))
    query = Query((FileExample(boat()),), DEFAULT_MODEL)
    for _ in range(3):
        localiser.of(query, ImageAt(collage), Record(), always)
    windows = 3 * 7
    assert len(seen) == 1 + 3 * windows
    localiser.clear()
    localiser.of(query, ImageAt(collage), Record(), always)
    assert len(seen) == 2 + 4 * windows


def test_somebody_who_walks_on_does_not_wait_for_all_of_it(localiser: Any, collage: Path) -> None:
    asked = iter([True] * 6)
    query = Query((FileExample(boat()),), DEFAULT_MODEL)
    with pytest.raises(Superseded):
        localiser.of(query, ImageAt(collage), Record(), lambda: next(asked, False))
