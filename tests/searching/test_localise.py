"""Where in a match what was asked for lies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from imsearch_gui import paths
from imsearch_gui.domain.choices import DEFAULT_MODEL
from imsearch_gui.domain.errors import PictureError, QueryError
from imsearch_gui.domain.likeness import Likeness
from imsearch_gui.domain.records import Example, FileExample, Pixels, Query, TextExample
from imsearch_gui.domain.region import Region
from imsearch_gui.encoding.encoder import open_encoder
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


class Record:
    id, fingerprint = "model", "f"


class ImageAt:
    def __init__(self, path: Path) -> None:
        self.id, self.path = 1, path


class Looking:
    """A localiser with the model that ships."""

    def __init__(self) -> None:
        self.encoder = open_encoder(ModelStore().find(DEFAULT_MODEL))
        self.localiser = Localiser(IN_PROCESS)

    def of(self, example: Example, path: Path, wanted: Callable[[], bool] = always) -> Likeness:
        query: Any = Query((example,), DEFAULT_MODEL)
        image: Any = ImageAt(path)
        record: Any = Record()
        return self.localiser.of(query, image, record, self.encoder, wanted)


@pytest.fixture
def looking() -> Looking:
    return Looking()


@pytest.fixture
def collage(tmp_path: Path) -> Path:
    """Eight samples in two rows; the boat is at the lower right end, beyond the middle that models are shown."""
    names = (
        "brick walls 1",
        "flowers 1",
        "forests 1",
        "citrus 1",
        "planets 1",
        "cloth 1",
        "city at night 1",
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


def brightest(likeness: Likeness) -> tuple[int, int]:
    row, column = np.unravel_index(likeness.shares.argmax(), likeness.shares.shape)
    return int(row), int(column)


def test_a_boat_is_found_where_a_boat_is(looking: Looking, collage: Path) -> None:
    likeness = looking.of(FileExample(boat()), collage)
    assert likeness.shares.shape == (16, 32)
    assert (likeness.shares.min(), likeness.shares.max()) == (0, 1)
    row, column = brightest(likeness)
    assert row >= 8 and column >= 24
    # A part of the query may be what is looked for, and lies elsewhere.
    row, column = brightest(looking.of(FileExample(collage, Region(160, 0, 160, 160)), collage))
    assert row < 8 and 8 <= column < 16


def test_all_of_a_long_region_is_looked_for(looking: Looking, collage: Path) -> None:
    """Not its middle alone, which is what a model is shown when it makes a vector."""
    upper = looking.of(FileExample(collage, Region(0, 0, 640, 160)), collage).shares
    assert upper[:8].mean() > upper[8:].mean()
    ends = Image.new("RGB", (640, 160), "black")
    with Image.open(boat()) as sample:
        ends.paste(sample.convert("RGB").resize((160, 160)), (480, 0))
    ends.save(collage.with_name("ends.png"))
    row, _ = brightest(looking.of(FileExample(collage.with_name("ends.png"), Region(80, 0, 560, 160)), collage))
    assert row >= 8


def test_what_cannot_be_found_out_is_said(looking: Looking, collage: Path, tmp_path: Path) -> None:
    words: Any = TextExample("a boat")
    with pytest.raises(QueryError, match="search with a picture"):
        looking.of(words, collage)
    for asked, match in ((boat(), tmp_path / "gone.png"), (tmp_path / "gone.png", collage)):
        with pytest.raises(PictureError, match=r"gone\.png"):
            looking.of(FileExample(asked), match)


def test_the_query_is_looked_at_once(looking: Looking, collage: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen, patches = [], looking.encoder.patches

    def counted(pixels: Pixels) -> Any:
        seen.append(1)
        return patches(pixels)

    monkeypatch.setattr(looking.encoder, "patches", counted)
    for _ in range(3):
        looking.of(FileExample(boat()), collage)
    windows = 3 * 7
    assert len(seen) == 1 + 3 * windows
    looking.localiser.clear()
    looking.of(FileExample(boat()), collage)
    assert len(seen) == 2 + 4 * windows


def test_somebody_who_walks_on_does_not_wait_for_all_of_it(looking: Looking, collage: Path) -> None:
    for often in (0, 6):
        asked = iter([True] * often)
        with pytest.raises(Superseded):
            looking.of(FileExample(boat()), collage, lambda asked=asked: next(asked, False))
