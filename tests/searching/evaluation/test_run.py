"""Questions put to a library of made-up vectors, whose pictures need not exist: what is in the library keeps its vector."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from imsearch_gui.domain.errors import ModelError, PictureError, QueryError
from imsearch_gui.domain.evaluation import (
    EvaluationProgress,
    EvaluationReport,
    EvaluationStage,
    GroundTruth,
    Held,
    Judgement,
    Protocol,
    Question,
    TruthForm,
    Way,
)
from imsearch_gui.domain.evaluation_form import best_first, notices_of
from imsearch_gui.domain.filters import Apart, Filters
from imsearch_gui.domain.metrics import Matrix, Metric
from imsearch_gui.domain.model_spec import Family, ModelSpec
from imsearch_gui.domain.plan import FoundFile
from imsearch_gui.domain.records import FileExample, PictureInfo, Query, Strategy
from imsearch_gui.domain.refinement import Expansion, Refinement
from imsearch_gui.library.records import Encoded
from imsearch_gui.searching import graph_job, tools
from imsearch_gui.searching.evaluation import asking
from imsearch_gui.searching.evaluation.run import Run, evaluate, holdings, ways_of
from imsearch_gui.searching.graph_job import build_graph
from imsearch_gui.searching.search import Searcher, Superseded

MODEL = "test"
SIDE = 3
"""Pictures of a class."""
NONE = np.empty(0, np.int64)
INFO = PictureInfo(640, 480, "JPEG")


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
    images = sorted(filled.writer.images(), key=lambda image: image.path)[: classes * SIDE]
    of = list(zip(images, np.arange(classes).repeat(SIDE), strict=True))
    kin = [np.array([image.id for image, its in of if its == k]) for k in range(classes)]
    questions = tuple(Question(image.path.name, FileExample(image.path), f"class {k}", image.id) for image, k in of)
    judgements = tuple(Judgement(kin[k][kin[k] != image.id], NONE) for image, k in of)
    groups = {image.id: f"class {k}" for image, k in of}
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
    ways = options.pop("ways", None) or ways_of(filled.writer, metrics=metrics or None)
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
    asked = [step for step in steps if step.stage is EvaluationStage.ASKING]
    assert [(step.done, step.total) for step in asked] == [(done, 48) for done in range(1, 49)]
    # What is measured at the end can be watched and left, too.
    assert [(step.done, step.total) for step in steps[48:]] == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert {step.stage for step in steps[48:]} == {EvaluationStage.MEASURING}
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


def test_the_graph_is_asked_questions_from_the_first_to_the_last(
    library_of: Callable[[Matrix], Any], clustered: Callable[..., Matrix], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not the first ones only, which are those of a few classes. One whose picture is gone by then costs nothing."""
    monkeypatch.setattr(graph_job, "wants_graph", lambda rows, _: rows > 1_000)
    monkeypatch.setattr(asking, "GRAPH_QUESTIONS", 4)
    filled = library_of(clustered(4_000, 16))
    list(build_graph(filled.writer, MODEL))
    truth = truth_of(filled, 10)
    put, search = [], Searcher.search

    def watched(self: Searcher, query: Query, **more: Any) -> Any:
        if query.strategy is Strategy.GRAPH:
            put.append(query.examples[0])
            if len(put) == 2:
                raise PictureError("the file is gone")
        return search(self, query, **more)

    monkeypatch.setattr(Searcher, "search", watched)
    report = ask(filled, truth, Metric.COSINE)
    assert put == [truth.questions[number].example for number in (0, 10, 19, 29)]
    assert 0.9 <= report.ways[0].graph_recall[10] <= 1
    assert not report.ways[0].unanswered


def test_how_is_how_most_were_answered(library_of: Callable[[Matrix], Any], monkeypatch: pytest.MonkeyPatch) -> None:
    filled, search, asked = library_of(axes(2)), Searcher.search, []

    def mostly_by_graph(self: Searcher, query: Query, **more: Any) -> Any:
        result = search(self, query, **more)
        if query.strategy is Strategy.AUTOMATIC:
            asked.append(query)
            return replace(result, how=Strategy.EXACT if len(asked) == 2 * SIDE else Strategy.GRAPH)
        return result

    monkeypatch.setattr(Searcher, "search", mostly_by_graph)
    assert ask(filled, truth_of(filled, 2), Metric.COSINE).ways[0].how is Strategy.GRAPH


def test_it_is_said_of_which_pictures_a_model_holds_vectors(
    library_of: Callable[[Matrix], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    filled = library_of(axes(2))
    other = filled.writer.use_model("half", title="Half", dimension=8, fingerprint="f1", folder=Path("models/half"))
    (root,) = filled.writer.roots()
    rows = axes(2)[:4]
    items = [
        Encoded(FoundFile(root.path / f"{slot:06}.jpg", 1_000, 1), slot.to_bytes(16, "big"), INFO, row)
        for slot, row in enumerate(rows)
    ]
    filled.writer.store(other, {item.file.path: filled._root for item in items}, items, [])
    monkeypatch.setattr(Store, "installed", lambda *_: Installed())
    truth = truth_of(filled, 2)
    report = ask(filled, truth, Metric.COSINE)
    assert report.held == {MODEL: Held(6, 6), "half": Held(4, 6)}
    assert report.titles["half"] == "Half"
    assert notices_of(report)[0] == (
        "half holds vectors of 4 of 6 pictures, so its figures do not compare: index the folders with it again first."
    )
    # What may not be found does not matter.
    some = replace(truth, candidates=np.array([image.id for image in filled.writer.images()][:4]))
    assert holdings(filled.writer, ["half"], some) == {"half": Held(4, 4)}


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


@pytest.mark.parametrize(
    "refinement", [Refinement(Expansion.AVERAGE), Refinement(Expansion.ALPHA), Refinement(reciprocal=True)]
)
def test_what_may_not_be_found_takes_no_part_in_a_refinement(
    library_of: Callable[[Matrix], Any], clustered: Callable[..., Matrix], refinement: Refinement
) -> None:
    """As if the library held the pictures that may be found alone; that is asked by the filter of folders."""
    filled = library_of(np.zeros((0, 16), np.float32))
    filled.add(clustered(240, 16, clusters=6), lambda slot: f"{'test' if slot % 2 else 'train'}/{slot:06}.jpg")
    images = list(filled.writer.images())
    candidates = np.array([image.id for image in images if image.path.parent.name == "train"])
    tests = [image for image in images if image.path.parent.name == "test"][:8]
    questions = tuple(Question(image.path.name, FileExample(image.path), "", image.id) for image in tests)
    judgements = tuple(Judgement(candidates[:3], NONE) for _ in questions)
    truth = GroundTruth(TruthForm.CLASSES, None, questions, (Protocol("", judgements),), candidates=candidates)
    way = Way(MODEL, Metric.L2, refinement)
    report = ask(filled, truth, ways=[way], shown=120)
    searcher = Searcher(filled.writer, Store())  # type: ignore[arg-type]
    differs = 0
    for shown, question in zip(report.ways[0].shown, questions, strict=True):
        query = Query((question.example,), MODEL, way.metric, top=240, refinement=refinement)
        alone = searcher.search(replace(query, filters=Filters(folders=(images[0].path.parent,))))
        assert [one.image_id for one in shown.first] == [match.image.id for match in alone.matches]
        among = [match.image.id for match in searcher.search(query).matches if match.image.id in candidates]
        differs += among != [match.image.id for match in alone.matches]
    searcher.close()
    assert differs, "it would have come out otherwise"


def test_a_question_takes_no_part_in_its_own_refinement(
    library_of: Callable[[Matrix], Any], clustered: Callable[..., Matrix]
) -> None:
    filled = library_of(np.zeros((0, 16), np.float32))
    filled.add(clustered(60, 16, clusters=4), lambda slot: f"{slot}/{slot:06}.jpg")
    filled.copy(10, "twin.jpg")
    truth = truth_of(filled, 3)
    way = Way(MODEL, Metric.COSINE, Refinement(reciprocal=True))
    report = ask(filled, truth, ways=[way], shown=60)
    searcher = Searcher(filled.writer, Store())  # type: ignore[arg-type]
    for shown, question in zip(report.ways[0].shown, truth.questions, strict=True):
        apart = Filters(apart=Apart.OTHER_FOLDERS)
        query = Query((question.example,), MODEL, way.metric, top=60, refinement=way.refinement, filters=apart)
        assert [one.image_id for one in shown.first] == [match.image.id for match in searcher.search(query).matches]
    searcher.close()


def geometry_ways(*metrics: Metric) -> list[Way]:
    return [Way(MODEL, metric, Refinement(geometry=True)) for metric in metrics]


def test_every_metric_pays_for_its_own_geometry(library_of: Callable[[Matrix], Any], eyes: Any) -> None:
    """What is timed pairs points that are known by then, in the first metric as in the second."""
    filled = library_of(axes(2))
    truth = truth_of(filled, 2)
    one = replace(truth, questions=truth.questions[:1], protocols=(Protocol("", truth.protocols[0].judgements[:1]),))
    job = evaluate(filled.writer, Store(), one, geometry_ways(Metric.L1, Metric.L2), decoding=eyes)  # type: ignore[arg-type]
    next(job)
    assert eyes.did == ["keypoints"] + ["look"] * 5 + ["best_of"] * 5
    eyes.did.clear()
    next(job)
    assert eyes.did == ["best_of"] * 5
    job.close()


def test_a_geometry_that_was_never_checked_has_no_figure(library_of: Callable[[Matrix], Any], eyes: Any) -> None:
    filled = library_of(axes(2))
    truth = truth_of(filled, 2)
    eyes.blind = {question.name for question in truth.questions}
    report = ask(filled, truth, ways=[*geometry_ways(Metric.L1), Way(MODEL, Metric.L1)], decoding=eyes)
    geometry, plain = report.ways
    assert (geometry.checked, plain.checked) == (False, True)
    assert np.isnan(list(geometry.protocols[0].means.values())).all()
    assert geometry.confusion is None
    assert plain.protocols[0].means["ap"] == 1.0
    assert best_first(report) == (plain, geometry)
    assert report.notices == (
        "test, L1 (absolute), geometry checked: the geometry of 6 of 6 answers was not checked, since pictures cannot be read.",
    )


def test_what_of_the_geometry_could_not_be_checked_is_counted(library_of: Callable[[Matrix], Any], eyes: Any) -> None:
    filled = library_of(axes(2))
    truth = truth_of(filled, 2)
    eyes.blind = {truth.questions[0].name}
    report = ask(filled, truth, ways=geometry_ways(Metric.L1), decoding=eyes)
    assert report.ways[0].checked
    assert [notice.partition(": ")[2] for notice in report.notices] == [
        "the geometry of 1 of 6 answers was not checked, since pictures cannot be read.",
        "the geometry of 5 found images was not checked, since files cannot be read.",
    ]


def test_what_a_model_has_to_say_is_told_once_with_its_count(
    library_of: Callable[[Matrix], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """That a graphics card was left is known where a picture is encoded, which is in the first way only."""
    filled, search = library_of(axes(2)), Searcher.search

    def on_the_processor(self: Searcher, query: Query, **more: Any) -> Any:
        return replace(search(self, query, **more), notices=("It runs on the processor.",))

    monkeypatch.setattr(Searcher, "search", on_the_processor)
    report = ask(filled, truth_of(filled, 2), Metric.L1, Metric.L2)
    assert report.notices == ("test: It runs on the processor. (12 answers)",)


def test_it_can_be_left_within_a_question(library_of: Callable[[Matrix], Any], eyes: Any) -> None:
    """Between two pictures of its geometry, which may take seconds together."""
    filled = library_of(axes(2))
    job = evaluate(
        filled.writer,
        Store(),  # type: ignore[arg-type]
        truth_of(filled, 2),
        geometry_ways(Metric.L1),
        decoding=eyes,
        wanted=lambda: "keypoints" not in eyes.did,
    )
    with pytest.raises(Superseded):
        next(job)
