"""The frozen values that travel between the rooms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from imsearch_gui.domain.choices import DEFAULT_TOP, Precision
from imsearch_gui.domain.cleaning import CleaningRules
from imsearch_gui.domain.filters import EVERYTHING, Filters
from imsearch_gui.domain.language import mark
from imsearch_gui.domain.marks import UNMARKED, Marks
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.published import Fact, Terms
from imsearch_gui.domain.refinement import PLAIN, Refinement, Verified
from imsearch_gui.domain.region import Region
from imsearch_gui.domain.strength import StrengthScale

if TYPE_CHECKING:
    # The window is painted before numpy is there, so only those who compute load it.
    import numpy as np
    import numpy.typing as npt

Pixels: TypeAlias = "npt.NDArray[np.uint8]"
"""A picture as uint8 [height, width, 3], sRGB, upright."""


class Strategy(StrEnum):
    """How a query may be answered."""

    AUTOMATIC = "automatic"
    EXACT = "exact"
    GRAPH = "graph"


PASTED = mark("pasted picture")
"""The name of an example without a file, as it is kept."""


@dataclass(frozen=True, slots=True)
class PictureInfo:
    """What a picture file says of itself. `width` and `height` are those of the upright picture, in pixels."""

    width: int
    height: int
    format: str
    """The decoder's name of the format, upper case: JPEG, PNG, HEIF ..."""
    taken: str | None = None
    """When it was taken, as ISO 8601 without a zone (EXIF has none), or None."""
    camera: str | None = None


@dataclass(frozen=True, slots=True)
class ImageRecord:
    """An image of a library. One that is offline or gone has no file at `path` just now."""

    id: int
    path: Path
    file_size: int
    """bytes"""
    mtime_ns: int
    info: PictureInfo
    marks: Marks = UNMARKED


@dataclass(frozen=True, slots=True)
class FileExample:
    """A picture file as example."""

    path: Path
    region: Region | None = None


@dataclass(frozen=True, slots=True)
class PixelsExample:
    """A picture that has no file: pasted, or dropped from a browser."""

    data: bytes = field(repr=False)
    """An encoded picture (PNG, JPEG ...)."""
    name: str = PASTED
    region: Region | None = None


@dataclass(frozen=True, slots=True)
class TextExample:
    """Words, for models that take them."""

    text: str


PictureExample = FileExample | PixelsExample
Example = PictureExample | TextExample


@dataclass(frozen=True, slots=True)
class Query:
    """One question to a library. Changing anything makes a new Query."""

    like: tuple[Example, ...]
    """What is looked for: pictures, words, or both together; never empty in a query that can be answered."""
    model_id: str
    metric: Metric = Metric.COSINE
    top: int = DEFAULT_TOP
    strategy: Strategy = Strategy.AUTOMATIC
    unlike: tuple[Example, ...] = ()
    """What matches should be far from."""
    filters: Filters = EVERYTHING
    """Which images may match."""
    refinement: Refinement = PLAIN
    """What is done to the answer beyond one search."""

    @property
    def examples(self) -> tuple[Example, ...]:
        """All of them, those that are looked for first."""
        return self.like + self.unlike


@dataclass(frozen=True, slots=True)
class Match:
    """An image and its score; `rank` counts from 1."""

    rank: int
    image: ImageRecord
    score: float


@dataclass(frozen=True, slots=True)
class Timings:
    """Milliseconds of each stage of one query; 0.0 for a stage that was not needed."""

    decode: float = 0.0
    encode: float = 0.0
    search: float = 0.0
    total: float = 0.0
    refine: float = 0.0
    """What the refinement took."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The answer to one Query."""

    query: Query
    matches: Sequence[Match]
    """Best first. Compared by what is in it; large answers make their matches only when they are asked for."""
    how: Strategy
    """EXACT or GRAPH, never AUTOMATIC: what was done."""
    library_size: int
    """Images that could have matched."""
    timings: Timings = Timings()
    provider: str = ""
    """What the model ran on (CPU, CUDA ...); empty where it did not have to run."""
    notices: tuple[str, ...] = ()
    """What the user should know of how it ran, a sentence each."""
    scale: StrengthScale | None = None
    """How rare scores are in this library; None where it has too few images to tell."""
    reordered: int = 0
    """So many matches at the beginning stand in an order of their own, whatever their scores (`Refinement.reorders`)."""
    verified: Mapping[int, Verified] = field(default_factory=dict)
    """Image id -> what geometric verification found, of the matches that it looked at."""
    unread: int = 0
    """Matches that it should have looked at, but whose files are gone or cannot be read."""

    def is_verified(self, image_id: int) -> bool:
        """Whether the query's picture was found again in an image."""
        verdict = self.verified.get(image_id)
        return verdict is not None and bool(verdict.outline)


@dataclass(frozen=True, slots=True)
class IndexRequest:
    """What an indexing job is asked to do."""

    folders: tuple[Path, ...]
    model: str
    """Id of a model, or a folder that holds one; only an id where a library names it."""
    recursive: bool = True
    exclude: tuple[str, ...] = ()
    """Globs against names and paths below the root."""
    rules: CleaningRules = CleaningRules()
    workers: int = 0
    """Processes that decode and encode; 0 for one a core."""
    provider: str = "automatic"
    """What the model should run on, as in the settings."""
    as_before: bool = False
    """Folders that are roots already keep their own subfolder, exclusion and cleaning options, whatever this request says."""
    precision: Precision = Precision.AUTOMATIC
    retry: tuple[Path, ...] = ()
    """Files that were skipped before and are tried again although they have not changed."""
    accept_empty: bool = False
    """A folder that had many pictures and has none now is believed; else they are kept, for it may be a disk that is missing."""
    watch: bool | None = None
    """Whether the folders are watched from now on; None leaves it as it is."""
    background: bool = False
    """The program itself has begun it, so that it keeps quiet where there is nothing to say."""
    thumbnails: int = 0
    """Of so many pictures, about, thumbnails are kept on the way in the cache of the desktop, for a window that will show them."""
    model_folder: Path | None = None
    """Where the library says that its model lies, to be tried where none of that id is installed; None where a user names it."""


@dataclass(frozen=True, slots=True)
class RootRecord:
    """A folder whose images a library holds."""

    id: int
    path: Path
    recursive: bool
    exclude: tuple[str, ...]
    online: bool
    """False while the folder is not there (an unplugged disk), or is empty where its disk was; its images are kept."""
    watch: bool = False
    """Whether the window looks for changes in it by itself."""


@dataclass(frozen=True, slots=True)
class ModelRecord:
    """A model as a library knows it."""

    id: str
    title: str
    dimension: int
    vectors: int
    bytes: int
    folder: Path
    """Where the model was when it was last used."""
    fingerprint: str
    """Vectors made by a model of another fingerprint do not compare with these."""
    unused: int = 0
    """Vectors of pictures that are gone, which take room on the disk and nothing else."""


@dataclass(frozen=True, slots=True)
class GraphRecord:
    """The graph of one model, and how well it did when it was built."""

    model_id: str
    rows: int
    """Slots it covers, counted from 0."""
    bytes: int
    candidates: Mapping[Metric, int]
    """Per metric: how many candidates it takes to reach `recall`; a metric that did not get there is absent."""
    recall: Mapping[Metric, float]
    """Measured recall at 10 against the exact scan."""
    checksum: str = ""
    """Of the graph's file: tells it from any other, of as many slots."""


@dataclass(frozen=True, slots=True)
class LibraryState:
    """What the window needs to know of an open library."""

    folder: Path
    name: str
    images: int
    skipped: int
    roots: tuple[RootRecord, ...]
    models: tuple[ModelRecord, ...]
    word_models: tuple[str, ...] = ()
    """Ids of those that take words."""
    patch_models: tuple[str, ...] = ()
    """Ids of those that tell where in a match what was asked for lies."""
    identity: str = ""
    """What tells the library from every other one; empty for one that has none yet and cannot be written."""


@dataclass(frozen=True, slots=True)
class ModelCard:
    """A model as it is offered to the user: one that is on this machine, or one that can be had."""

    id: str
    """Id of the model, or the folder that holds it where it is not installed but used from there."""
    title: str
    summary: str
    family: str
    dimension: int
    size: int
    """Bytes of its files; for one that is not installed, as far as its description tells."""
    licence: str
    recommended: bool = False
    images_per_second: float | None = None
    """Measured on this machine, decode included; None until it is known."""
    licence_url: str = ""
    terms: Terms = Terms.OPEN
    source: str = ""
    installed: bool = True
    built_in: bool = False
    """Ships with the program, so it cannot be removed."""
    text: bool = False
    """Whether it takes words."""
    recipe: str = ""
    """Name of the recipe that makes it on this machine; empty where it is fetched, imported or built in."""
    facts: tuple[Fact, ...] = ()
    unverified: tuple[str, ...] = ()
    """What its description says without having seen it."""
