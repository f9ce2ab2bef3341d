"""The values of an evaluation: what is asked, what would be right, what came.

An evaluation asks every question of a ground truth in several ways (model, metric, refinement) and compares the rankings with what
the ground truth says. A ranking is kept as the places of its relevant images: all measures follow from those (`domain.measures`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from imsearch_gui.domain.language import mark
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import FileExample, Strategy
from imsearch_gui.domain.refinement import PLAIN, Refinement

if TYPE_CHECKING:
    # The window is painted before numpy is there, so only those who compute load it.
    import numpy as np
    import numpy.typing as npt

Ids: TypeAlias = "npt.NDArray[np.int64]"
"""int64 [n]: ids of images, rising."""
Places: TypeAlias = "npt.NDArray[np.int64]"
Numbers: TypeAlias = "npt.NDArray[np.float64]"


class TruthForm(StrEnum):
    """In what form it is said which images belong together."""

    CLASSES = "classes"
    """A folder for each class, with `train` and `test` above them or without."""
    TABLE = "table"
    """A CSV file of queries and what is relevant to each."""
    OXFORD = "oxford"
    """The text files of Oxford5k and Paris6k: query with region, good, ok and junk."""
    REVISITED = "revisited"
    """The .pkl file of the revisited Oxford and Paris: easy, hard and junk, read as three protocols."""
    UKBENCH = "ukbench"
    """Numbered pictures of which four after each other belong together."""
    LABELS = "labels"
    """The labels that the user has given in the library."""

    @property
    def label(self) -> str:
        """Its name in English, for `domain.language.tr`."""
        return {
            "classes": mark("Folders of classes"),
            "table": mark("Table of queries (CSV)"),
            "oxford": mark("Oxford and Paris files"),
            "revisited": mark("Revisited Oxford and Paris (.pkl)"),
            "ukbench": mark("UKBench (groups of four)"),
            "labels": mark("Labels in the library"),
        }[self]


class ApRule(StrEnum):
    """How the area under the curve of precision and recall is summed."""

    STEPS = "steps"
    """The mean of the precisions at each relevant image (as scikit-learn)."""
    TRAPEZOIDS = "trapezoids"
    """With straight lines between the points (as the programs of Oxford5k and of its revisited form)."""


@dataclass(frozen=True, slots=True)
class Question:
    """A picture, or a region of it, that is looked for."""

    name: str
    """As the ground truth calls it."""
    example: FileExample
    group: str = ""
    """Class or object that it shows; empty where the ground truth has none."""
    image_id: int | None = None
    """The image of the library that is this very picture, which is left out of the answer; None where the library has it not."""


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """What would be right for one question."""

    relevant: Ids
    """Those of the library; without the question's own image."""
    junk: Ids
    """Neither right nor wrong: taken out of the ranking before anything is counted. Without the question's own image."""
    gains: Numbers | None = None
    """[n] what each of `relevant` is worth, for nDCG; None where all are worth 1."""
    absent: int = 0
    """Relevant pictures that the library does not hold: they count as never found."""

    @property
    def total(self) -> int:
        """Relevant pictures, those that the library lacks included."""
        return len(self.relevant) + self.absent


@dataclass(frozen=True, slots=True, eq=False)
class Protocol:
    """One reading of a ground truth."""

    name: str
    """Empty where it has only one; easy, medium or hard for the revisited sets."""
    judgements: Sequence[Judgement]
    """One for each question. Never changed; may make each when it is asked for, since those of a large class are as many arrays as
    it has images."""


@dataclass(frozen=True, slots=True, eq=False)
class GroundTruth:
    """What is asked of a library, and what would be right."""

    form: TruthForm
    source: Path | None
    """What it was read from; None for labels."""
    questions: Sequence[Question]
    """Never changed; may make each when it is asked for."""
    protocols: tuple[Protocol, ...]
    """The first is what is shown first."""
    group_of: Mapping[int, str] = field(default_factory=dict)
    """Image id -> class; empty where images have no class, or several."""
    rule: ApRule = ApRule.STEPS
    candidates: Ids | None = None
    """The images that may be found; None for all of the library. The others are taken out of every ranking."""
    notices: tuple[str, ...] = ()
    """What the user should know of how it was read, a sentence each: pictures that the library lacks, and so on."""
    taken_from: int = 0
    """Questions that it asks in all, where `questions` are only some of them; 0 where they are all."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to answer: a line of the comparison."""

    model_id: str
    metric: Metric
    refinement: Refinement = PLAIN


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """Where the relevant images of one question came, under one protocol."""

    places: Places
    """int64 [found], rising: places from 0 of the relevant images in the ranking, junk and the question's own image taken out."""
    total: int
    """Relevant pictures, found or not."""
    gains: Numbers | None = None
    """[found] what the image at each place is worth; None where all are worth 1."""
    ideal: Numbers | None = None
    """[total] the gains of all relevant pictures, falling; None where all are worth 1."""


@dataclass(frozen=True, slots=True)
class Came:
    """An image of an answer, or one that should have been in it."""

    image_id: int
    path: Path
    rank: int
    """From 1, as a user would see it, junk counted."""
    score: float
    right: bool
    junk: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What one question brought in one way, as far as it is shown."""

    question: int
    """Its place in the ground truth."""
    first: tuple[Came, ...]
    """The best matches."""
    missed: tuple[Came, ...]
    """The best of the relevant images that are not among `first`."""

    @property
    def first_right(self) -> int | None:
        """Rank of the first right image, as a user would see it; None where none came."""
        return min((one.rank for one in (*self.first, *self.missed) if one.right), default=None)


@dataclass(frozen=True, slots=True)
class QueryTimes:
    """Milliseconds over all questions, as a user who searches once would wait: median and 95th percentile."""

    decode: float
    encode: float
    search: float
    refine: float
    total: float
    total_95: float


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """The measures of one way under one protocol."""

    columns: Mapping[str, Numbers]
    """Measure (`ap`, `rr`, `p@5`, `r@10`, `ndcg@10`, `ap@10`, `first`; `ns` for groups of four) -> [questions]; nan where it
    has nothing relevant, which leaves it out of every mean. `rr` is 1 over the first rank, `first` has no mean."""
    means: Mapping[str, float]
    intervals: Mapping[str, tuple[float, float]]
    """Of each mean: 95 %, by bootstrap over the questions."""
    by_group: Mapping[str, Mapping[str, float]]
    """Class -> measure -> mean over its questions; empty where there are no classes."""
    curve: Numbers
    """[101] mean interpolated precision at recall 0, 0.01 .. 1."""


@dataclass(frozen=True, slots=True, eq=False)
class WayReport:
    """What came of one way."""

    way: Way
    protocols: tuple[Measured, ...]
    """As those of the ground truth."""
    times: QueryTimes
    how: Strategy
    """How most of the timed queries were answered."""
    graph_recall: Mapping[int, float]
    """K -> share of the K best images by exact scan that the graph finds, over some of the questions, taken evenly; empty where the
    model has no graph here."""
    confusion: Numbers | None
    """[groups, groups]: of the questions of a class (row), the share whose best match is of each class (column); None without
    classes."""
    shown: tuple[Shown, ...]
    """One for each question."""
    unanswered: Mapping[int, str]
    """Place of a question -> why it could not be asked (its picture cannot be read); it counts as if nothing had come."""
    checked: bool = True
    """False where geometry should have been checked and could not be, for any question: there is no figure then."""


@dataclass(frozen=True, slots=True)
class Held:
    """How many images a model holds vectors of."""

    images: int
    of: int
    """Images of the library that may be found."""


@dataclass(frozen=True, slots=True, eq=False)
class EvaluationReport:
    """Everything that an evaluation has to tell."""

    library: Path
    library_name: str
    images: int
    truth: GroundTruth
    groups: tuple[str, ...]
    """Of `confusion`, sorted; empty where there are no classes, or too many for a table."""
    ways: tuple[WayReport, ...]
    top: tuple[int, ...]
    """The K of the measures, rising."""
    when: datetime
    seconds: float
    machine: str
    notices: tuple[str, ...] = ()
    held: Mapping[str, Held] = field(default_factory=dict)
    """Of each model that was asked."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Of models by id, as the library calls them."""


class EvaluationStage(StrEnum):
    """What an evaluation is at."""

    ASKING = "asking"
    """`done` and `total` are answers, all ways together."""
    MEASURING = "measuring"
    """They are the ways of one model."""
    SIZES = "sizes"
    """They are questions with a region, the size of whose picture is looked up."""


@dataclass(frozen=True, slots=True)
class EvaluationProgress:
    """How far an evaluation has come in one of its stages."""

    done: int
    total: int
    way: Way
    seconds: float
    """Since the evaluation began."""
    stage: EvaluationStage = EvaluationStage.ASKING
