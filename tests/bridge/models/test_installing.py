"""What there is, and how more of it comes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.model_manager import ModelManager
from imsearch_gui.bridge.models import ModelSession
from imsearch_gui.bridge.transfer import WINDOW_S, Transfer
from imsearch_gui.domain.choices import DEFAULT_MODEL
from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.progress import InstallProgress
from imsearch_gui.encoding.store import ModelStore

Script = Callable[..., Any]


def test_the_rate_is_that_of_the_last_seconds(fetched: Callable[..., InstallProgress]) -> None:
    now = [100.0]
    transfer = Transfer(lambda: now[0])
    first = transfer.take(fetched(0))
    assert (first.bytes_per_second, first.seconds_left) == (0.0, None)
    for _ in range(4):
        now[0] += 0.5
        state = transfer.take(fetched(round(100 * (now[0] - 100.0))))
    assert state.bytes_per_second == pytest.approx(100.0)
    assert state.seconds_left == pytest.approx(8.0)
    # A long silence, then twice as fast: the old rate is forgotten.
    for _ in range(12):
        now[0] += 1.0
        state = transfer.take(fetched(200 + round(50 * (now[0] - 102.0))))
    assert state.bytes_per_second == pytest.approx(50.0)
    assert len(transfer._seen) <= WINDOW_S + 2


def test_what_was_there_already_was_not_fetched(fetched: Callable[..., InstallProgress]) -> None:
    """A download that goes on begins at what it has, and another file begins anew."""
    now = [0.0]
    transfer = Transfer(lambda: now[0])
    transfer.take(fetched(500))
    now[0] = 1.0
    assert transfer.take(fetched(600)).bytes_per_second == pytest.approx(100.0)
    now[0] = 2.0
    assert transfer.take(fetched(10)).bytes_per_second == 0.0


def test_the_list_has_what_is_here_what_can_be_had_and_what_is_broken(
    qtbot: QtBot, manager: ModelManager, hear: Any, own_models: Path
) -> None:
    broken = own_models / "broken"
    broken.mkdir()
    (broken / "model.toml").write_text('schema = 1\nid = "broken"\n')
    listed = hear(manager.listed)
    manager.refresh()
    qtbot.waitUntil(lambda: bool(listed))
    models = listed[0]
    assert models.installed[0].id == DEFAULT_MODEL
    assert all(card.installed for card in models.installed)
    assert not any(card.installed for card in models.available)
    assert {card.id for card in models.available} == {entry.spec.id for entry in ModelStore().available()}
    assert not {card.id for card in models.available} & {card.id for card in models.installed}
    assert len(models.problems) == 1
    assert str(broken) in models.problems[0]


def test_speeds_that_are_known_are_on_the_cards(
    qtbot: QtBot, manager: ModelManager, models: ModelSession, hear: Any, stage: dict[str, Script]
) -> None:
    stage["measure"] = lambda *_: 33.0
    measured, listed = hear(models.measured), hear(manager.listed)
    models.measure("pixels")
    qtbot.waitUntil(lambda: bool(measured))
    manager.refresh()
    qtbot.waitUntil(lambda: bool(listed))
    assert {card.id: card.images_per_second for card in listed[0].installed}["pixels"] == 33.0


def test_an_installation_tells_how_far_it_is_and_that_it_is_done(
    fetched: Callable[..., InstallProgress],
    qtbot: QtBot,
    manager: ModelManager,
    models: ModelSession,
    hear: Any,
    stage: dict[str, Script],
) -> None:
    def install(_job: Any, tell: Any, model: str, accept_terms: bool) -> str:
        assert (model, accept_terms) == ("dino", True)
        tell(fetched(400))
        tell(fetched(1000))
        return model

    stage["install"] = install
    states, installed, changed = hear(manager.install_changed), hear(manager.installed), hear(manager.changed)
    cards, listed = hear(models.listed), hear(manager.listed)
    manager.install("dino", accept_terms=True)
    assert set(manager.installs) == {"dino"}
    qtbot.waitUntil(lambda: bool(installed and cards and listed))
    done = [state.progress.done for model, state in states if state is not None and state.progress is not None]
    assert done == [400, 1000]
    assert states[-1] == ("dino", None)
    assert manager.installs == {}
    assert (installed, len(changed)) == (["dino"], 1)


def test_one_installation_after_another(
    qtbot: QtBot, manager: ModelManager, hear: Any, door: Any, stage: dict[str, Script]
) -> None:
    gate, order = door(), []

    def install(_job: Any, _tell: Any, model: str, _terms: bool) -> str:
        order.append(model)
        gate.pass_through()
        return model

    stage["install"] = install
    installed = hear(manager.installed)
    for model in ("first", "second", "first"):
        manager.install(model)
    gate.wait_until_reached()
    assert {model: state.waiting for model, state in manager.installs.items()} == {"first": False, "second": True}
    gate.open()
    qtbot.waitUntil(lambda: len(installed) == 2)
    assert order == ["first", "second"]


def test_cancelling_answers_at_once_and_the_next_one_begins(
    qtbot: QtBot, manager: ModelManager, hear: Any, door: Any, stage: dict[str, Script]
) -> None:
    gate = door()

    def install(job: Any, _tell: Any, model: str, _terms: bool) -> str:
        if model == "slow":
            gate.reached.set()
            job.hang()
        return model

    stage["install"] = install
    states, failed, installed = hear(manager.install_changed), hear(manager.failed), hear(manager.installed)
    manager.install("slow")
    manager.install("never")
    manager.install("quick")
    gate.wait_until_reached()
    manager.cancel("never")
    manager.cancel("slow")
    assert states[-1] == ("slow", None)
    qtbot.waitUntil(lambda: bool(installed))
    assert (installed, failed) == (["quick"], []), "what was cancelled is no failure"
    manager.cancel("nobody")


def test_what_was_cancelled_may_be_installed_again_at_once(
    fetched: Callable[..., InstallProgress],
    qtbot: QtBot,
    manager: ModelManager,
    hear: Any,
    door: Any,
    stage: dict[str, Script],
) -> None:
    gate, runs = door(), []

    def install(job: Any, tell: Any, model: str, _terms: bool) -> str:
        runs.append(model)
        if len(runs) == 1:
            tell(fetched(400))
            gate.reached.set()
            job.hang()
        return model

    stage["install"] = install
    installed, failed = hear(manager.installed), hear(manager.failed)
    manager.install("dino")
    gate.wait_until_reached()
    manager.cancel("dino")
    manager.install("dino")
    qtbot.waitUntil(lambda: bool(installed))
    assert (installed, failed, runs) == (["dino"], [], ["dino", "dino"])


def test_an_installation_that_fails_says_why(
    qtbot: QtBot, manager: ModelManager, hear: Any, stage: dict[str, Script]
) -> None:
    def install(*_: Any) -> str:
        raise ModelError("The disk is full: make room for 40 MB.")

    stage["install"] = install
    failed, changed = hear(manager.failed), hear(manager.changed)
    manager.install("dino")
    qtbot.waitUntil(lambda: bool(failed))
    assert failed == [("dino", "The disk is full: make room for 40 MB.")]
    assert (manager.installs, changed) == ({}, [])


def test_a_model_that_nobody_knows_is_a_sentence(qtbot: QtBot, manager: ModelManager, hear: Any) -> None:
    """Through a real process."""
    failed = hear(manager.failed)
    manager.install("no-such-model")
    qtbot.waitUntil(lambda: bool(failed))
    assert failed[0][0] == "no-such-model"
    assert "no-such-model" in failed[0][1]


def test_closing_in_the_middle_of_everything(manager: ModelManager, door: Any, stage: dict[str, Script]) -> None:
    gate = door()

    def hang(job: Any, *_: Any) -> None:
        gate.reached.set()
        job.hang()

    for kind in ("install", "verify", "propose"):
        stage[kind] = hang
    manager.install("dino")
    manager.verify("classic")
    manager.propose(Path("model.onnx"))
    gate.wait_until_reached()
    manager.close()
