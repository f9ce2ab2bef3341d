"""Ground truth is read on a lane of its own, for as long as somebody waits for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.evaluating import FOLDERS, LABELS, Evaluating, TruthSource, TruthSummary
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.evaluation import Held
from imsearch_gui.domain.plan import FoundFile
from imsearch_gui.searching.evaluation.forms import classes


@pytest.fixture
def pictures(tmp_path: Path, draw: Callable[..., Path]) -> Path:
    """Three folders of three pictures each."""
    folder = tmp_path / "pictures"
    for number in range(9):
        draw(folder / "abc"[number // 3] / f"{number}.png", 10 * number)
    return folder


@pytest.fixture
def evaluating(qtbot: QtBot, settings: SettingsStore, closing: Callable[[Any], Any]) -> Evaluating:
    evaluating: Evaluating = closing(Evaluating(settings))
    return evaluating


def test_a_ground_truth_is_read(qtbot: QtBot, evaluating: Evaluating, library: Path, hear: Any) -> None:
    read = hear(evaluating.truth_read)
    evaluating.read(library, FOLDERS)
    qtbot.waitUntil(lambda: bool(read))
    (truth,) = read
    assert isinstance(truth, TruthSummary)
    assert (truth.source, truth.questions, truth.images, truth.classes) == (FOLDERS, 9, 9, 3)
    assert truth.protocols == ("",)
    assert truth.held == {"pixels": Held(9, 9)}


def test_what_is_read_is_given_up_for_what_is_asked_next(
    qtbot: QtBot,
    evaluating: Evaluating,
    library: Path,
    pictures: Path,
    hear: Any,
    door: Any,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Somebody has chosen a whole disk, or a share that sleeps: its folders have no end here."""
    begun, looked = door(), []

    def endless(base: Path, _: Any) -> Any:
        begun.pass_through()
        while True:
            looked.append(base)
            yield FoundFile(base / "a" / f"{len(looked)}.png", 1, 1)

    monkeypatch.setattr(classes, "scan", endless)
    read, failed = hear(evaluating.truth_read), hear(evaluating.truth_failed)
    evaluating.read(library, TruthSource(pictures))
    begun.wait_until_reached()
    evaluating.read(library, FOLDERS)
    begun.open()
    qtbot.waitUntil(lambda: bool(read))
    assert [truth.source for truth in read] == [FOLDERS]
    assert len(looked) == 1
    assert (failed, caplog.text) == ([], "")


def test_why_it_cannot_be_used_is_said_in_one_sentence(
    qtbot: QtBot, evaluating: Evaluating, library: Path, tmp_path: Path, hear: Any
) -> None:
    failed = hear(evaluating.truth_failed)
    evaluating.read(library, LABELS)
    qtbot.waitUntil(lambda: len(failed) == 1)
    evaluating.read(library, TruthSource(tmp_path / "gone.csv"))
    qtbot.waitUntil(lambda: len(failed) == 2)
    assert all(sentence and "\n" not in sentence for sentence in failed)
    assert str(tmp_path / "gone.csv") in failed[1]


def test_of_several_sources_the_last_one_is_answered(
    qtbot: QtBot, evaluating: Evaluating, library: Path, tmp_path: Path, hear: Any
) -> None:
    read, failed = hear(evaluating.truth_read), hear(evaluating.truth_failed)
    evaluating.read(library, TruthSource(tmp_path / "gone.csv"))
    evaluating.read(library, FOLDERS)
    qtbot.waitUntil(lambda: bool(read))
    assert failed == []
