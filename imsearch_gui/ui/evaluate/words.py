"""The words of the page of evaluations."""

from __future__ import annotations

from collections.abc import Sequence

from imsearch_gui.bridge.evaluating import EvaluationRequest, TruthSummary
from imsearch_gui.domain.evaluation import Came, EvaluationProgress, EvaluationReport, EvaluationStage
from imsearch_gui.domain.evaluation_form import questions_words
from imsearch_gui.domain.language import tr, written
from imsearch_gui.domain.refinement import PLAIN, Expansion, Refinement
from imsearch_gui.domain.wording import count, duration, picture_count, time_left

BETWEEN = "  ·  "
SIGNS = {"right": "✓", "wrong": "✕", "junk": "○"}
"""Beside the colour of a border, for those who cannot tell green from red."""
EASE_S = 3.0
"""How long an evaluation runs before its time is guessed: the first question has to wait for the model."""

REFINEMENTS = (
    PLAIN,
    Refinement(expansion=Expansion.AVERAGE),
    Refinement(expansion=Expansion.ALPHA),
    Refinement(reciprocal=True),
    Refinement(geometry=True),
    Refinement(expansion=Expansion.ALPHA, reciprocal=True, geometry=True),
)
"""Those that are offered: each kind by itself, and all together."""


def refinement_about(refinement: Refinement) -> str:
    """What each part of it does, a line each."""
    expansions = {
        Expansion.AVERAGE: tr("Searches again with the query and its best matches, all alike"),
        Expansion.ALPHA: tr("Searches again with the query and its best matches, each by its similarity"),
    }
    lines = [expansions[refinement.expansion]] if refinement.expansion in expansions else []
    lines += [tr("Puts those first that share their neighbours with the query")] if refinement.reciprocal else []
    lines += [tr("Puts those first in which points of the query are found again")] if refinement.geometry else []
    return "\n".join(lines) or tr("One search, and nothing else")


# -- before -----------------------------------------------------------------------------------------------------------


def truth_words(truth: TruthSummary) -> str:
    """'60 questions, 600 images, 60 classes'"""
    parts = [tr("%Ln question(s)", "", truth.questions), tr("%Ln image(s)", "", truth.images)]
    parts += [tr("%Ln class(es)", "", truth.classes)] if truth.classes else []
    return ", ".join(parts)


def protocol_words(name: str) -> str:
    """One reading of a ground truth, as its authors call it."""
    known = {"easy": tr("Easy"), "medium": tr("Medium"), "hard": tr("Hard")}
    return known.get(name, name)


def cost_words(request: EvaluationRequest, questions: int) -> str:
    """'3 models × 4 metrics × 1 refinement: 12 ways, 60 questions each'; of `questions` as many as are wanted at most."""
    asked = min(questions, request.questions or questions)
    parts = [
        tr("%Ln model(s)", "", len(request.models)),
        tr("%Ln metric(s)", "", len(request.metrics)),
        tr("%Ln refinement(s)", "", len(request.refinements)),
    ]
    ways = len(request.models) * len(request.metrics) * len(request.refinements)
    return tr("{0}: {1}, {2} each").format(
        " × ".join(parts), tr("%Ln way(s)", "", ways), tr("%Ln question(s)", "", asked)
    )


# -- meanwhile --------------------------------------------------------------------------------------------------------


def seconds_left(progress: EvaluationProgress) -> float | None:
    """None while nobody can say."""
    if progress.stage is not EvaluationStage.ASKING or not progress.done or progress.seconds < EASE_S:
        return None
    return progress.seconds / progress.done * (progress.total - progress.done)


def stage_words(stage: EvaluationStage) -> str:
    """What is done just now."""
    return {
        EvaluationStage.ASKING: tr("Asking the questions"),
        EvaluationStage.MEASURING: tr("Measuring the answers"),
        EvaluationStage.SIZES: tr("Looking at the regions"),
    }[stage]


def progress_words(progress: EvaluationProgress) -> str:
    """'123 of 720 answers · 2 min left'; '3 of 12' of what is done afterwards"""
    if progress.stage is not EvaluationStage.ASKING:
        return tr("{0} of {1}").format(count(progress.done), count(progress.total))
    asked = tr("{0} of {1} answers").format(count(progress.done), count(progress.total))
    left = time_left(seconds_left(progress))
    return BETWEEN.join(part for part in (asked, left) if part)


# -- what came of it --------------------------------------------------------------------------------------------------


def summary_words(report: EvaluationReport) -> str:
    """'60 questions · 600 pictures · 42 s'"""
    return BETWEEN.join(
        (questions_words(report.truth), picture_count(report.images), duration(max(1.0, report.seconds)))
    )


def confusion_words(asked: str, came: str, share: float, questions: int) -> str:
    """What one cell of the heat map says."""
    number = round(share * questions)
    percent = written(100 * share, 0 if share in (0, 1) else 1)
    if asked == came:
        sentence = tr("“{0}”: the best match of {1} of %Ln question(s) is right ({2} %).", "", questions)
        return sentence.format(asked, count(number), percent)
    sentence = tr("“{0}”: the best match of {1} of %Ln question(s) is of “{2}” ({3} %).", "", questions)
    return sentence.format(asked, count(number), came, percent)


def kind_of(came: Came) -> str:
    """'right', 'wrong' or 'junk', as colours and signs are called."""
    return "junk" if came.junk else "right" if came.right else "wrong"


def kind_words(came: Came) -> str:
    """The same for people."""
    return {"right": tr("right"), "wrong": tr("wrong"), "junk": tr("neither right nor wrong")}[kind_of(came)]


def came_words(came: Came) -> str:
    """'3: wrong, boat.jpg'"""
    return tr("{0}: {1}, {2}", "rank, right or wrong, name").format(count(came.rank), kind_words(came), came.path.name)


def listed(parts: Sequence[str]) -> str:
    return "; ".join(parts)
