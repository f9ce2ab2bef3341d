"""Cards of models, and how quick the models are here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.models import ModelSession, card_of
from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.model_spec import Fact, Family, ModelSpec, PatchSpec, Terms

Script = Callable[..., Any]


def test_the_recommended_model_comes_first(qtbot: QtBot, models: ModelSession, hear: Any) -> None:
    listed = hear(models.listed)
    models.list()
    qtbot.waitUntil(lambda: bool(listed))
    cards = listed[0]
    assert {"classic", "pixels"} <= {card.id for card in cards}
    assert [card.recommended for card in cards] == [True] + [False] * (len(cards) - 1)
    assert all(card.title and card.licence and card.dimension > 0 for card in cards)
    assert all(card.built_in and card.installed for card in cards)


def test_a_card_says_what_the_description_says() -> None:
    fact = Fact("mAP", "43.2", "a paper")
    spec = ModelSpec(
        *("dino", "DINO", Family.VIT, 384),
        licence="DINOv3 licence",
        licence_url="https://example.org/terms",
        terms=Terms.GATED,
        patches=PatchSpec("tokens", 14, 14, 1),
        facts=(fact,),
    )
    card = card_of(spec, spec.id, size=44_400_000)
    assert (card.id, card.title, card.dimension, card.size) == ("dino", "DINO", 384, 44_400_000)
    assert (card.licence_url, card.terms) == ("https://example.org/terms", Terms.GATED)
    assert not card.text
    assert card.facts == (fact,)
    assert card.unverified == ("mAP",)


def test_a_speed_is_measured_once_and_kept(
    qtbot: QtBot, models: ModelSession, hear: Any, door: Any, stage: dict[str, Script]
) -> None:
    gate, measurements = door(), []

    def measure(_job: Any, _tell: Any, model: str) -> float:
        measurements.append(model)
        gate.pass_through()
        return 40.0

    stage["measure"] = measure
    measured, listed = hear(models.measured), hear(models.listed)
    models.measure("classic")
    models.measure("classic")
    gate.wait_until_reached()
    assert models.measuring == {"classic"}
    # Cards do not wait for a measurement.
    models.list()
    qtbot.waitUntil(lambda: bool(listed))
    gate.open()
    qtbot.waitUntil(lambda: bool(measured))
    models.measure("classic")
    models.list()
    qtbot.waitUntil(lambda: len(listed) == 2)
    assert measurements == ["classic"]
    assert measured == [("classic", 40.0)] * 2
    assert [card.images_per_second for card in listed[1] if card.id == "classic"] == [40.0]


def test_a_speed_is_measured_again_where_that_is_wanted(
    qtbot: QtBot, models: ModelSession, hear: Any, stage: dict[str, Script]
) -> None:
    speeds = [40.0, 20.0]
    stage["measure"] = lambda _job, _tell, _model: speeds.pop(0)
    measured = hear(models.measured)
    models.measure("classic")
    qtbot.waitUntil(lambda: len(measured) == 1)
    models.measure("classic", again=True)
    qtbot.waitUntil(lambda: len(measured) == 2)
    assert models.speeds == {"classic": 20.0}


def test_a_speed_that_cannot_be_measured_may_be_tried_again(
    qtbot: QtBot, models: ModelSession, hear: Any, stage: dict[str, Script]
) -> None:
    answers: list[Any] = [ModelError("The model does not start: verify it."), 12.5]

    def measure(*_: Any) -> float:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return float(answer)

    stage["measure"] = measure
    failed, measured = hear(models.failed), hear(models.measured)
    models.measure("classic")
    qtbot.waitUntil(lambda: bool(failed))
    assert models.unmeasurable == {"classic"}
    models.measure("classic")
    qtbot.waitUntil(lambda: bool(measured))
    assert measured == [("classic", 12.5)]
    assert models.unmeasurable == frozenset()


def test_nobody_waits_for_the_speed_of_a_model_that_is_gone(
    qtbot: QtBot, models: ModelSession, hear: Any, stage: dict[str, Script]
) -> None:
    stage["measure"] = lambda job, _tell, model: job.hang() if model == "gone" else 7.0
    failed, measured = hear(models.failed), hear(models.measured)
    models.measure("gone")
    models.forget("gone")
    models.measure("classic")
    qtbot.waitUntil(lambda: bool(measured))
    assert (measured, failed) == ([("classic", 7.0)], [])


def test_closing_does_not_wait_for_a_measurement(models: ModelSession, stage: dict[str, Script]) -> None:
    stage["measure"] = lambda job, _tell, _model: job.hang()
    models.measure("classic")
    models.close()


def test_a_real_speed_comes_from_a_process(qtbot: QtBot, models: ModelSession, hear: Any) -> None:
    measured, failed = hear(models.measured), hear(models.failed)
    models.measure("pixels")
    models.measure("no such model")
    qtbot.waitUntil(lambda: bool(measured and failed))
    assert measured[0][0] == "pixels"
    assert measured[0][1] > 1.0
    assert "no such model" in failed[0]


def test_a_folder_without_a_model_is_a_sentence(qtbot: QtBot, models: ModelSession, hear: Any, tmp_path: Path) -> None:
    failed, added = hear(models.failed), hear(models.added)
    models.add_folder(tmp_path)
    qtbot.waitUntil(lambda: bool(failed))
    assert added == []
    assert str(tmp_path) in failed[0]
