"""Models as they are offered: cards, speeds, the catalogue, installing, removing, verifying, importing."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui import paths
from imsearch_gui.bridge import model_manager as manager_module
from imsearch_gui.bridge import models as models_module
from imsearch_gui.bridge.index_session import IndexSession
from imsearch_gui.bridge.libraries import LibrarySession
from imsearch_gui.bridge.model_manager import IMPORT, ModelManager, Uses
from imsearch_gui.bridge.models import ModelSession, card_of
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.bridge.transfer import WINDOW_S, Transfer
from imsearch_gui.domain.errors import KnownError, ModelError
from imsearch_gui.domain.model_spec import Fact, Family, ModelSpec, PatchSpec, Terms
from imsearch_gui.domain.progress import InstallProgress, InstallStage
from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.encoding.store import ModelStore

Closing = Callable[[Any], Any]
Script = Callable[..., Any]
PATIENCE_S = 20.0


class StagedJob:
    """Stands in for the process: does on the lane what the test has written for a kind of work."""

    scripts: dict[str, Script]

    def __init__(self, work: Callable[..., Any], *arguments: Any, unanswered: KnownError, name: str = "job") -> None:
        self.kind = work.__name__
        self.arguments = arguments
        self.unanswered = unanswered
        self.killed = threading.Event()

    def run(self, tell: Callable[[Any], None] | None = None) -> Any:
        if self.killed.is_set():
            raise self.unanswered
        return self.scripts[self.kind](self, tell or (lambda _: None), *self.arguments)

    def hang(self) -> None:
        """Until somebody cancels."""
        assert self.killed.wait(PATIENCE_S), "nobody cancelled"
        raise self.unanswered

    def cancel(self) -> None:
        self.killed.set()


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> dict[str, Script]:
    """stage["install"] = script(job, tell, *arguments): what the process does."""
    scripts: dict[str, Script] = {}
    staged = type("Staged", (StagedJob,), {"scripts": scripts})
    monkeypatch.setattr(models_module, "ProcessJob", staged)
    monkeypatch.setattr(manager_module, "ProcessJob", staged)
    return scripts


@pytest.fixture
def models(qtbot: QtBot, closing: Closing) -> ModelSession:
    models: ModelSession = closing(ModelSession())
    return models


@pytest.fixture
def parts(settings: SettingsStore, closing: Closing) -> tuple[LibrarySession, IndexSession]:
    return closing(LibrarySession(settings)), closing(IndexSession())


@pytest.fixture
def manager(models: ModelSession, parts: tuple[LibrarySession, IndexSession], closing: Closing) -> ModelManager:
    manager: ModelManager = closing(ModelManager(models, *parts))
    return manager


@pytest.fixture
def own_models() -> Iterator[Path]:
    """The folder of the user's own models, empty again afterwards."""
    folder = paths.user_models()
    folder.mkdir(parents=True, exist_ok=True)
    yield folder
    shutil.rmtree(folder)


def progress(done: int, total: int = 1000) -> InstallProgress:
    return InstallProgress(InstallStage.FETCHING, "model.onnx", done, total)


# -- cards and speeds ---------------------------------------------------------------------------------------------------


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
    assert (card.text, card.localises) == (False, True)
    assert card.facts == (fact,)
    assert card.unverified == ("mAP",)


def test_a_speed_is_measured_once_and_kept(
    qtbot: QtBot, models: ModelSession, hear: Any, door: Any, stage: dict[str, Script]
) -> None:
    gate, measurements = door(), []

    def measure(_job: StagedJob, _tell: Any, model: str) -> float:
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


# -- the rate -----------------------------------------------------------------------------------------------------------


def test_the_rate_is_that_of_the_last_seconds() -> None:
    now = [100.0]
    transfer = Transfer(lambda: now[0])
    first = transfer.take(progress(0))
    assert (first.bytes_per_second, first.seconds_left) == (0.0, None)
    for _ in range(4):
        now[0] += 0.5
        state = transfer.take(progress(round(100 * (now[0] - 100.0))))
    assert state.bytes_per_second == pytest.approx(100.0)
    assert state.seconds_left == pytest.approx(8.0)
    # A long silence, then twice as fast: the old rate is forgotten.
    for _ in range(12):
        now[0] += 1.0
        state = transfer.take(progress(200 + round(50 * (now[0] - 102.0))))
    assert state.bytes_per_second == pytest.approx(50.0)
    assert len(transfer._seen) <= WINDOW_S + 2


def test_what_was_there_already_was_not_fetched() -> None:
    """A download that goes on begins at what it has, and another file begins anew."""
    now = [0.0]
    transfer = Transfer(lambda: now[0])
    transfer.take(progress(500))
    now[0] = 1.0
    assert transfer.take(progress(600)).bytes_per_second == pytest.approx(100.0)
    now[0] = 2.0
    assert transfer.take(progress(10)).bytes_per_second == 0.0


# -- what there is ------------------------------------------------------------------------------------------------------


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
    assert models.installed[0].id == "classic"
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


# -- installing ---------------------------------------------------------------------------------------------------------


def test_an_installation_tells_how_far_it_is_and_that_it_is_done(
    qtbot: QtBot, manager: ModelManager, models: ModelSession, hear: Any, stage: dict[str, Script]
) -> None:
    def install(_job: StagedJob, tell: Any, model: str, accept_terms: bool) -> str:
        assert (model, accept_terms) == ("dino", True)
        tell(progress(400))
        tell(progress(1000))
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

    def install(_job: StagedJob, _tell: Any, model: str, _terms: bool) -> str:
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

    def install(job: StagedJob, _tell: Any, model: str, _terms: bool) -> str:
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
    qtbot: QtBot, manager: ModelManager, hear: Any, door: Any, stage: dict[str, Script]
) -> None:
    gate, runs = door(), []

    def install(job: StagedJob, tell: Any, model: str, _terms: bool) -> str:
        runs.append(model)
        if len(runs) == 1:
            tell(progress(400))
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

    def hang(job: StagedJob, *_: Any) -> None:
        gate.reached.set()
        job.hang()

    for kind in ("install", "verify", "propose"):
        stage[kind] = hang
    manager.install("dino")
    manager.verify("classic")
    manager.propose(Path("model.onnx"))
    gate.wait_until_reached()
    manager.close()


# -- removing -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def own_model(own_models: Path) -> str:
    """A model of the user's own, which is the pixel baseline under another name."""
    folder = own_models / "mine"
    shutil.copytree(paths.built_in_models() / "pixels", folder)
    manifest = folder / "model.toml"
    manifest.write_text(manifest.read_text().replace('id = "pixels"', 'id = "mine"'))
    return "mine"


def test_a_model_is_removed(
    qtbot: QtBot, manager: ModelManager, models: ModelSession, hear: Any, own_model: str
) -> None:
    removed, listed, cards = hear(manager.removed), hear(manager.listed), hear(models.listed)
    manager.refresh()
    qtbot.waitUntil(lambda: bool(listed))
    assert "mine" in {card.id for card in listed[0].installed if not card.built_in}
    manager.remove("mine")
    qtbot.waitUntil(lambda: bool(removed) and len(listed) == 2 and bool(cards))
    assert removed == ["mine"]
    assert "mine" not in {card.id for card in (*listed[1].installed, *cards[-1])}
    assert not (paths.user_models() / "mine").exists()


def test_what_ships_with_the_program_stays(qtbot: QtBot, manager: ModelManager, hear: Any) -> None:
    failed, removed = hear(manager.failed), hear(manager.removed)
    manager.remove("classic")
    qtbot.waitUntil(lambda: bool(failed))
    assert failed[0][0] == "classic"
    assert removed == []
    assert (paths.built_in_models() / "classic" / "model.toml").exists()


def test_a_model_at_work_is_not_removed(
    manager: ModelManager, parts: tuple[LibrarySession, IndexSession], hear: Any, own_model: str
) -> None:
    parts[1].request = IndexRequest((Path("/pictures"),), own_model)
    failed = hear(manager.failed)
    manager.remove(own_model)
    assert failed[0][0] == own_model
    assert "indexed with this model" in failed[0][1]
    assert (paths.user_models() / "mine").exists()


def test_libraries_that_use_a_model_are_named(
    qtbot: QtBot,
    manager: ModelManager,
    settings: SettingsStore,
    hear: Any,
    pictures: Path,
    fill: Callable[..., None],
    tmp_path: Path,
) -> None:
    fill(tmp_path / "Holiday", pictures)
    fill(tmp_path / "Other", pictures, "classic")
    default = paths.default_libraries() / "Never opened here"
    fill(default, pictures)
    (tmp_path / "Damaged").mkdir()
    (tmp_path / "Damaged" / "catalog.sqlite").write_bytes(b"no catalog" * 100)
    for name in ("Holiday", "Other", "Unplugged", "Damaged"):
        settings.used(tmp_path / name)
    found = hear(manager.uses_found)
    try:
        manager.find_uses("pixels")
        qtbot.waitUntil(lambda: bool(found))
    finally:
        shutil.rmtree(default)
    assert found == [("pixels", Uses(("Holiday", "Never opened here"), ("Damaged", "Unplugged")))]


# -- verifying ----------------------------------------------------------------------------------------------------------


def test_a_model_is_verified_in_a_process(qtbot: QtBot, manager: ModelManager, hear: Any) -> None:
    verified, states, failed = hear(manager.verified), hear(manager.verify_changed), hear(manager.failed)
    manager.verify("classic")
    manager.verify("classic")
    assert manager.verifying == {"classic"}
    manager.verify("no-such-model")
    qtbot.waitUntil(lambda: bool(verified and failed))
    assert [model for model, _ in verified] == ["classic"]
    assert verified[0][1] == pytest.approx(1.0, abs=1e-4)
    assert failed[0][0] == "no-such-model"
    names = ("classic", "no-such-model")
    assert states == [(name, begins) for begins in (True, False) for name in names]


def test_verifying_a_model_that_hangs_can_be_given_up(
    manager: ModelManager, hear: Any, stage: dict[str, Script]
) -> None:
    stage["verify"] = lambda job, _tell, _model: job.hang()
    states, failed = hear(manager.verify_changed), hear(manager.failed)
    manager.verify("classic")
    manager.cancel("classic")
    assert states == [("classic", True), ("classic", False)]
    manager.close()
    assert failed == []


# -- importing ----------------------------------------------------------------------------------------------------------


def test_of_two_files_only_the_last_one_is_answered(
    qtbot: QtBot, manager: ModelManager, hear: Any, stage: dict[str, Script]
) -> None:
    stage["propose"] = lambda job, _tell, path: job.hang() if path.name == "slow.onnx" else SimpleNamespace(of=path)
    proposed, failed = hear(manager.proposed), hear(manager.failed)
    manager.propose(Path("slow.onnx"))
    manager.propose(Path("quick.onnx"))
    qtbot.waitUntil(lambda: bool(proposed))
    assert [path.name for path, _ in proposed] == ["quick.onnx"]
    assert failed == []


def test_a_file_that_is_refused_is_a_sentence(qtbot: QtBot, manager: ModelManager, hear: Any, tmp_path: Path) -> None:
    """Through a real process."""
    file = tmp_path / "notes.onnx"
    file.write_text("west of the harbour")
    failed, proposed = hear(manager.failed), hear(manager.proposed)
    manager.propose(file)
    qtbot.waitUntil(lambda: bool(failed))
    assert failed[0][0] == IMPORT
    assert "notes.onnx" in failed[0][1]
    assert proposed == []


def test_what_was_accepted_is_on_the_list(
    qtbot: QtBot, manager: ModelManager, hear: Any, stage: dict[str, Script], own_models: Path
) -> None:
    def accept(_job: StagedJob, _tell: Any, path: Path, spec: ModelSpec, replace: bool) -> str:
        assert (path.name, replace) == ("model.onnx", True)
        return spec.id

    stage["accept"] = accept
    accepted, changed, listed = hear(manager.accepted), hear(manager.changed), hear(manager.listed)
    manager.accept(Path("model.onnx"), ModelSpec("mine", "Mine", Family.CNN, 4), replace=True)
    qtbot.waitUntil(lambda: bool(listed))
    assert (accepted, len(changed)) == (["mine"], 1)


def test_an_import_that_was_left_is_not_answered(
    qtbot: QtBot, manager: ModelManager, hear: Any, door: Any, stage: dict[str, Script]
) -> None:
    gate = door()

    def accept(job: StagedJob, *_: Any) -> str:
        gate.reached.set()
        job.hang()
        return ""

    stage["accept"] = accept
    stage["propose"] = lambda _job, _tell, path: path.name
    accepted, failed, proposed = hear(manager.accepted), hear(manager.failed), hear(manager.proposed)
    manager.accept(Path("model.onnx"), ModelSpec("mine", "Mine", Family.CNN, 4))
    gate.wait_until_reached()
    manager.forget_import()
    manager.forget_import()
    manager.propose(Path("other.onnx"))
    qtbot.waitUntil(lambda: bool(proposed))
    assert (accepted, failed) == ([], [])
