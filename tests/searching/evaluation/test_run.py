"""Questions put to a library of made-up vectors, whose pictures need not exist: what is in the library keeps its vector."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from imsearch_gui.domain.errors import ModelError, QueryError
from imsearch_gui.domain.evaluation import (
    EvaluationProgress,
    EvaluationReport,
    GroundTruth,
    Judgement,
    Protocol,
    Question,
    TruthForm,
    Way,
)
from imsearch_gui.domain.metrics import Matrix, Metric
from imsearch_gui.domain.model_spec import Family, ModelSpec
from imsearch_gui.domain.records import FileExample, Strategy
from imsearch_gui.searching import graph_job, tools
from imsearch_gui.searching.evaluation.run import Run, evaluate, ways_of
from imsearch_gui.searching.graph_job import build_graph

MODEL = "test"
SIDE = 3
"""Pictures of a class."""
NONE = np.empty(0, np.int64)


@dataclass(frozen=True)
class Installed:
    spec: ModelSpec = ModelSpec(MODEL, "Test", Family.DESCRIPTOR, 8)
    folder: Path = Path("models/test")
    fingerprint: str = "f1"
    eight_bits: bool = False


class Store:
    def models(self) -> list[Installed]:
        return [Installed()]

    def installed(self, name: str) -> Installed | None:
        return Installed() if name == MODEL else None

    def unknown(self, name: str) -> ModelError:
        return ModelError(f"no model {name}")


class Idle:
    """An encoder that nobody needs."""

    provider = "test"

    def encode(self, _pixels: object) -> Matrix:
        raise AssertionError("all vectors are in the library")


@pytest.fixture(autouse=True)
def encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "open_encoder", lambda *_, **__: Idle())


def axes(classes: int, dimension: int = 8) -> Matrix:
    """Three vectors a class around an axis of its own, a little apart."""
    random = np.random.default_rng(1)
    centres = 10 * np.eye(classes, dimension, dtype=np.float32).repeat(SIDE, axis=0)
    return np.asarray(centres + random.normal(size=centres.shape), np.float32)


def truth_of(filled: Any, classes: int, **changes: Any) -> GroundTruth:
    """Every image asks for the others of its class."""
    images = sorted(filled.writer.images(), key=lambda image: image.path)
    of = [number // SIDE for number in range(classes * SIDE)]
    kin = [np.array([one.id for one, its in zip(images, of, strict=False) if its == k]) for k in range(classes)]
    questions = tuple(
        Question(image.path.name, FileExample(image.path), f"class {k}", image.id)
        for image, k in zip(images, of, strict=False)
    )
    judgements = tuple(
        Judgement(kin[k][kin[k] != question.image_id], NONE) for question, k in zip(questions, of, strict=True)
    )
    groups = {image.id: f"class {k}" for image, k in zip(images, of, strict=False)}
    truth = GroundTruth(TruthForm.CLASSES, None, questions, (Protocol("", judgements),), groups)
    return replace(truth, **changes)


def run(job: Run) -> tuple[list[EvaluationProgress], EvaluationReport]:
    steps = []
    while True:
        try:
            steps.append(next(job))
        except StopIteration as end:
            return steps, end.value


def ask(filled: Any, truth: GroundTruth, *metrics: Metric, **options: Any) -> EvaluationReport:
    ways = ways_of(filled.writer, metrics=metrics or None)
    return run(evaluate(filled.writer, Store(), truth, ways, **options))[1]  # type: ignore[arg-type]


def test_classes_that_lie_apart_are_found_without_fault(library_of: Callable[[Matrix], Any]) -> None:
    filled = library_of(axes(4))
    ways = ways_of(filled.writer)
    steps, report = run(evaluate(filled.writer, Store(), truth_of(filled, 4), ways, top=(1, 2, 5), shown=4))  # type: ignore[arg-type]
    assert [way.way.metric for way in report.ways] == list(Metric)
    for way in report.ways:
        assert way.protocols[0].means["ap"] == way.protocols[0].means["p@2"] == 1.0
        assert way.protocols[0].means["p@5"] == pytest.approx(2 / 5)
        assert way.confusion is not None
        assert (way.confusion == np.eye(4)).all()
        assert way.how is Strategy.EXACT
        assert way.graph_recall == {}
        assert way.times.total > 0
        assert [len(shown.first) for shown in way.shown] == [4] * 12
        # The question's own picture, which is the best match of all, is left out.
        assert all(one.image_id != report.truth.questions[0].image_id for one in way.shown[0].first)
    assert (steps[-1].done, steps[-1].total, len(steps)) == (48, 48, 48)
    assert report.groups == ("class 0", "class 1", "class 2", "class 3")
    assert (report.images, report.top) == (12, (1, 2, 5))


def test_a_wrong_class_is_said(library_of: Callable[[Matrix], Any]) -> None:
    filled = library_of(axes(3))
    truth = truth_of(filled, 3)
    called = {image: "class 2" if group == "class 0" else group for image, group in truth.group_of.items()}
    report = ask(filled, replace(truth, group_of=called), Metric.L2)
    assert report.ways[0].confusion is not None
    assert report.ways[0].confusion.tolist() == [[0, 0, 1], [0, 1, 0], [0, 0, 1]]


def test_a_picture_that_cannot_be_read_counts_as_nothing_found(library_of: Callable[[Matrix], Any]) -> None:
    filled = library_of(axes(2))
    truth = truth_of(filled, 2)
    lost = replace(truth.questions[0], example=FileExample(Path("/not/there.png")))
    report = ask(filled, replace(truth, questions=(lost, *truth.questions[1:])), Metric.COSINE)
    way = report.ways[0]
    assert list(way.unanswered) == [0]
    assert "there.png" in way.unanswered[0]
    assert way.protocols[0].columns["ap"].tolist() == [0.0, 1.0, 1.0, 1.0, 1.0, 1.0]
    assert way.shown[0].first == ()


def test_candidates_alone_may_be_found(library_of: Callable[[Matrix], Any]) -> None:
    filled = library_of(axes(2))
    truth = truth_of(filled, 2)
    some = np.array([image.id for image in filled.writer.images()][3:])
    report = ask(filled, replace(truth, candidates=some), Metric.COSINE)
    assert report.ways[0].protocols[0].means["ap"] == pytest.approx(0.5)
    assert {one.image_id for one in report.ways[0].shown[0].first} == set(some.tolist())


def test_recall_of_a_graph_is_measured(
    library_of: Callable[[Matrix], Any], clustered: Callable[..., Matrix], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graph_job, "wants_graph", lambda rows, _: rows > 1_000)
    filled = library_of(clustered(4_000, 16))
    list(build_graph(filled.writer, MODEL))
    report = ask(filled, truth_of(filled, 10), Metric.COSINE)
    recall = report.ways[0].graph_recall
    assert list(recall) == [1, 5, 10]
    assert all(0.9 <= share <= 1 for share in recall.values())


def test_a_model_that_cannot_be_used_leaves_its_ways_out(library_of: Callable[[Matrix], Any], tmp_path: Path) -> None:
    filled = library_of(axes(2))
    filled.writer.use_model("lost", title="Lost", dimension=8, fingerprint="f2", folder=tmp_path / "lost")
    report = ask(filled, truth_of(filled, 2), Metric.COSINE)
    assert [way.way.model_id for way in report.ways] == [MODEL]
    assert len(report.notices) == 1
    with pytest.raises(QueryError, match="no model"):
        run(evaluate(filled.writer, Store(), truth_of(filled, 2), [Way("lost", Metric.L1)]))  # type: ignore[arg-type]


def test_nothing_to_ask_is_an_error(library_of: Callable[[Matrix], Any]) -> None:
    filled = library_of(axes(2))
    nothing = replace(truth_of(filled, 2), questions=(), protocols=(Protocol("", ()),))
    with pytest.raises(QueryError, match="asks nothing"):
        ask(filled, nothing)
    with pytest.raises(QueryError, match="knows test"):
        ways_of(filled.writer, models=["other"])


def test_it_may_be_left_at_any_step(library_of: Callable[[Matrix], Any]) -> None:
    filled = library_of(axes(2))
    job = evaluate(filled.writer, Store(), truth_of(filled, 2), ways_of(filled.writer))  # type: ignore[arg-type]
    assert next(job).done == 1
    job.close()
    with pytest.raises(StopIteration):
        next(job)


def test_ways_are_models_times_metrics(library_of: Callable[[Matrix], Any]) -> None:
    filled = library_of(axes(2))
    assert ways_of(filled.writer, metrics=[Metric.L1, Metric.L1]) == (Way(MODEL, Metric.L1),)
    assert len(ways_of(filled.writer, models=[MODEL])) == 4
