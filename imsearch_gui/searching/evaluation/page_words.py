"""What the page of an evaluation says that is the same on every page, in the user's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from imsearch_gui.domain.evaluation import ApRule, EvaluationReport, TruthForm
from imsearch_gui.domain.language import tr


@dataclass(frozen=True, slots=True)
class Definition:
    """One line of how something was counted."""

    name: str
    sentence: str
    formula: str = ""


def words() -> dict[str, str]:
    """Key in the template -> what stands there."""
    return {
        "code": tr("en", "the code of this language in HTML"),
        "heading": tr("How well this library answers"),
        "ways": tr("All ways"),
        "curves": tr("Precision and recall"),
        "bars": tr("Mean average precision with its 95 % interval"),
        "classes": tr("Classes"),
        "confusion": tr("What was taken for what"),
        "worst": tr("Worst questions"),
        "definitions": tr("How it was counted"),
        "notices": tr("What to know"),
        "model": tr("Model"),
        "metric": tr("Metric"),
        "refinement": tr("Refinement"),
        "precision": tr("Precision"),
        "recall": tr("Recall"),
        "class": tr("Class"),
        "questions": tr("Questions"),
        "mistaken": tr("Taken for"),
        "points": tr("Precision at eleven levels of recall, in numbers"),
        "came": tr("What came"),
        "missed": tr("Should have come"),
        "right": tr("right"),
        "wrong": tr("wrong"),
        "junk": tr("neither right nor wrong"),
        "below": tr("Below each picture: its rank, and its score."),
        "row_asked": tr("Row: the class asked for. Column: that of the best match. In percent of the questions."),
        "no_picture": tr("No picture"),
        "nothing_came": tr("Nothing came."),
        "all_came": tr("Everything right is among these"),
        "no_fault": tr("Every question was answered without fault."),
        "sort": tr("Sort by this column"),
    }


def definitions(report: EvaluationReport) -> Sequence[Definition]:
    """How the measures of this report were counted, a line each."""
    return (*_of_measures(report), *_of_questions(report), *_of_ways(report))


def _of_measures(report: EvaluationReport) -> list[Definition]:
    steps = report.truth.rule is ApRule.STEPS
    lines = [
        Definition("P@k", tr("Of the first k images, the share that is right."), "P@k = r(k) / k"),
        Definition("R@k", tr("Of all right images, the share that is among the first k."), "R@k = r(k) / R"),
        Definition(
            "AP",
            tr("The mean of the precisions at each right image; one that did not come counts 0.")
            if steps
            else tr(
                "The area under the curve of precision and recall, by straight lines between its points; a right image that did"
                " not come counts 0."
            ),
            "AP = (1/R) Σ P@i" if steps else "AP = (1/R) Σ (P@(i−1) + P@i) / 2,  P@0 = 1",
        ),
        Definition("mAP", tr("The mean of AP over all questions that have a right image."), "mAP = (1/Q) Σ AP"),
        Definition(
            "mAP@k",
            tr("The same of the first k images only, over as many as can be right among them."),
            "AP@k = (1/min(R, k)) Σ P@i,  i ≤ k" if steps else "",
        ),
        Definition(
            "nDCG@k",
            tr("What the first k images are worth, less the later they come, over the best possible order."),
            "nDCG@k = Σ g(i) / log2(i + 1)  /  max",
        ),
    ]
    if report.truth.form is TruthForm.UKBENCH:
        lines.append(
            Definition("N-S", tr("How many of the four pictures of an object are among the first four."), "0 – 4")
        )
    return lines


def _of_questions(report: EvaluationReport) -> list[Definition]:
    judgements = [judgement for protocol in report.truth.protocols for judgement in protocol.judgements]
    lines = [
        Definition(
            tr("Signs"),
            tr(
                "r(k): right images among the first k. R: all right images. Q: questions. i: the ranks of the right images. g: what"
                " an image is worth, 1 unless the ground truth says more."
            ),
        )
    ]
    if any(question.image_id is not None for question in report.truth.questions):
        lines.append(
            Definition(
                tr("The question itself"),
                tr("A picture of the library that asks is left out of its own answer."),
            )
        )
    if any(len(judgement.junk) for judgement in judgements):
        lines.append(
            Definition(
                tr("Neither right nor wrong"),
                tr("Images that the ground truth calls so are taken out of an answer before anything is counted."),
            )
        )
    if any(judgement.absent for judgement in judgements):
        lines.append(
            Definition(tr("Absent pictures"), tr("Right pictures that the library does not hold count as never found."))
        )
    if report.truth.candidates is not None:
        lines.append(
            Definition(
                tr("Candidates"), tr("Only images that the ground truth allows to be found are left in an answer.")
            )
        )
    return lines


def _of_ways(report: EvaluationReport) -> list[Definition]:
    lines = [
        Definition(
            tr("95 % interval"),
            tr(
                "Where the mean would lie for other questions of the same kind: percentiles of 1,000 bootstrap samples."
            ),
        ),
        Definition(
            tr("Curve"),
            tr("The best precision at this recall or a higher one, the mean over all questions."),
            "p(r) = max P(r′), r′ ≥ r",
        ),
        Definition(
            tr("Time"),
            tr(
                "The median of what one question takes, as somebody waits who asks once: decoding, encoding and searching; what the"
                " library holds need not be encoded."
            ),
        ),
    ]
    if any(way.way.refinement.any for way in report.ways):
        lines.append(
            Definition(
                tr("Refinements"),
                tr(
                    "Images that may not be found take no part in them. The time of geometry is that of comparing pictures whose"
                    " points are known; a picture that is seen for the first time takes longer."
                ),
            )
        )
    if any(way.graph_recall for way in report.ways):
        lines.append(
            Definition(
                tr("Graph"),
                tr(
                    "Of the k best images by exact comparison, the share that the graph finds; all measures are by the exact one."
                ),
            )
        )
    return lines
