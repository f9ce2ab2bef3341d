"""A worker that dies or hangs costs one file and nothing else."""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import psutil
import pytest
from PIL import Image

from imsearch_gui.domain.cleaning import CleaningRules
from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.language import Language, speak, spoken
from imsearch_gui.domain.plan import FoundFile
from imsearch_gui.domain.reasons import retold
from imsearch_gui.encoding.encoder import PixelEncoder
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.library import pool as pool_module
from imsearch_gui.library.pool import WorkerPool, worker_count
from imsearch_gui.library.records import Encoded, Refused
from imsearch_gui.library.worker import WorkerSetup, _guarded, _Thumbnails

PATIENCE_S = 30.0
JOB = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import misbehaving_worker
from imsearch_gui.domain.cleaning import CleaningRules
from imsearch_gui.domain.plan import FoundFile
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.library.pool import WorkerPool
from imsearch_gui.library.worker import WorkerSetup

if __name__ == "__main__":
    setup = WorkerSetup(ModelStore().find("pixels"), None, CleaningRules())
    with WorkerPool(setup, 1, target=misbehaving_worker.work_with_a_loop) as pool:
        list(pool.run([FoundFile(sys.argv[2], 1, 1)]))
"""


def until(condition: Callable[[], bool]) -> None:
    patience = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < patience, "it never came to that"
        time.sleep(0.01)


@pytest.fixture
def setup() -> WorkerSetup:
    return WorkerSetup(ModelStore().find("pixels"), None, CleaningRules())


@pytest.fixture
def workers(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(Path(__file__).parent / "misbehaving"))
    import misbehaving_worker  # type: ignore[import-not-found]

    return misbehaving_worker  # type: ignore[no-any-return]


@pytest.fixture
def reasons(setup: WorkerSetup, workers: ModuleType, tmp_path: Path) -> Callable[..., dict[str, str]]:
    def run(names: list[str], **options: Any) -> dict[str, str]:
        files = [FoundFile(tmp_path / name, 1, 1) for name in names]
        with WorkerPool(setup, 2, target=workers.obey, **options) as pool:
            outcomes = [outcome for outcome in pool.run(files) if outcome is not None]
        assert all(isinstance(outcome, Refused) for outcome in outcomes)
        result = {outcome.file.path.name: outcome.reason for outcome in outcomes if isinstance(outcome, Refused)}
        assert len(outcomes) == len(result) == len(names), "every file exactly once"
        return result

    return run


def test_a_crash_costs_one_file(reasons: Callable[..., dict[str, str]]) -> None:
    names = (
        [f"good{number}" for number in range(20)] + ["crash1"] + [f"fine{number}" for number in range(20)] + ["crash2"]
    )
    result = reasons(names)
    assert {name for name, reason in result.items() if reason == "done"} == {
        name for name in names if not name.startswith("crash")
    }
    assert result["crash1"] == "crashed the decoder (exit code -11)"


def test_one_that_dies_in_the_middle_of_its_answer_costs_one_file(reasons: Callable[..., dict[str, str]]) -> None:
    result = reasons(["a", "broken off", "b", "c"])
    assert result.pop("broken off") == "crashed the decoder (exit code -9)"
    assert set(result.values()) == {"done"}


def test_a_worker_that_was_killed_by_something_else_costs_nothing(reasons: Callable[..., dict[str, str]]) -> None:
    assert reasons(["a", "unlucky", "b", "c"]) == {"a": "done", "unlucky": "done", "b": "done", "c": "done"}


def test_a_hang_costs_one_file(reasons: Callable[..., dict[str, str]]) -> None:
    result = reasons(["a", "hang", "b", "c", "d", "e"], limit_s=1.0)
    assert result.pop("hang") == "took longer than 1 seconds to decode"
    assert set(result.values()) == {"done"}


def test_one_that_eats_memory_costs_one_file(reasons: Callable[..., dict[str, str]]) -> None:
    result = reasons(["a", "hog1", "b", "c", "hog2", "d", "e"], memory_limit=100 << 20)
    assert result.pop("hog1") == result.pop("hog2") == "too large for the memory of this machine"
    assert set(result.values()) == {"done"}


def test_a_worker_is_weighed_before_its_first_picture(
    reasons: Callable[..., dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the job is late to look: what the picture takes is not taken for what the worker holds at rest."""
    weighed = pool_module.memory_of

    def late(process: int | None) -> int:
        time.sleep(0.5)
        return weighed(process)

    monkeypatch.setattr(pool_module, "memory_of", late)
    result = reasons(["hog"], memory_limit=100 << 20, limit_s=10.0)
    assert result == {"hog": "too large for the memory of this machine"}


def test_what_others_have_left_costs_nothing(reasons: Callable[..., dict[str, str]]) -> None:
    assert set(reasons(["a", "leak", "b", "c"], memory_limit=100 << 20).values()) == {"done"}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the job looks on")
def test_a_worker_holds_itself_to_its_room(setup: WorkerSetup, tmp_path: Path) -> None:
    Image.effect_noise((4000, 4000), 40).save(tmp_path / "large.png")
    Image.new("RGB", (40, 40), "red").save(tmp_path / "small.png")
    files = [FoundFile(tmp_path / f"{name}.png", 1, 1) for name in ("small", "large")]
    for room, kinds in (
        (20 << 20, {"small": Encoded, "large": Refused}),
        (200 << 20, {"small": Encoded, "large": Encoded}),
    ):
        with WorkerPool(replace(setup, room=room), 1) as pool:
            outcomes = {outcome.file.path.stem: outcome for outcome in pool.run(files) if outcome is not None}
        assert {name: type(outcome) for name, outcome in outcomes.items()} == kinds
        if room == 20 << 20:
            assert isinstance(outcomes["large"], Refused)
            assert outcomes["large"].reason == "too large for the memory of this machine"


def test_a_job_that_was_away_does_not_take_its_workers_for_hung(
    setup: WorkerSetup, workers: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import imsearch_gui.library.pool as module

    now = [1000.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
    files = [FoundFile(tmp_path / f"{number}", 1, 1) for number in range(8)]
    with WorkerPool(setup, 1, target=workers.obey, limit_s=5.0) as pool:
        outcomes = []
        for outcome in pool.run(files):
            if outcome is not None:
                outcomes.append(outcome)
                if len(outcomes) < len(files):
                    multiprocessing.connection.wait([worker.connection for worker in pool._workers], 30)
                now[0] += 1000.0  # paused for a quarter of an hour after every answer
    assert [outcome.reason for outcome in outcomes if isinstance(outcome, Refused)] == ["done"] * 8


def test_a_model_that_cannot_start_is_a_sentence(setup: WorkerSetup, workers: ModuleType, tmp_path: Path) -> None:
    files = [FoundFile(tmp_path / "a", 1, 1)]
    with WorkerPool(setup, 1, target=workers.unfit) as pool, pytest.raises(ModelError, match="is no model"):
        list(pool.run(files))
    with WorkerPool(setup, 1, target=workers.stillborn) as pool, pytest.raises(ModelError, match="exit code 7"):
        list(pool.run(files))


def test_what_a_model_says_of_one_picture_is_kept_in_english_and_told_in_the_language(
    setup: WorkerSetup, samples: Path
) -> None:
    spec = setup.model.spec
    encoder = PixelEncoder(replace(spec, input=replace(spec.input, scale=float("inf"))), None)
    file = FoundFile(next(samples.rglob("*.jpg")), 1, 1)
    sent = pickle.dumps(_guarded(file, encoder, setup.rules, _Thumbnails(0)))
    before = spoken()
    speak(Language(lambda source, comment, number: f"<{source}>"))
    try:
        outcome = pickle.loads(sent)
        assert isinstance(outcome, Refused)
        assert outcome.reason == "The model pixels gave a vector that is not finite for this picture."
        assert retold(outcome.reason) == f"<{outcome.reason}>"
    finally:
        speak(before)


def test_closing_in_the_middle_leaves_no_process(setup: WorkerSetup, workers: ModuleType, tmp_path: Path) -> None:
    files = [FoundFile(tmp_path / f"hang{number}", 1, 1) for number in range(10)]
    with WorkerPool(setup, 2, target=workers.obey) as pool:
        next(pool.run(files))
    assert multiprocessing.active_children() == []


def test_nobody_waits_for_workers_whose_end_does_not_come(
    setup: WorkerSetup, workers: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, undying: list[Any]
) -> None:
    files = [FoundFile(tmp_path / f"hang{number}", 1, 1) for number in range(10)]
    pool = WorkerPool(setup, 2, target=workers.obey)
    steps = pool.run(files)
    until(lambda: next(steps) is None and all(worker.ready for worker in pool._workers))
    closing = threading.Thread(target=pool.close, daemon=True)
    closing.start()
    closing.join(PATIENCE_S)
    assert not closing.is_alive()
    assert len(undying) == 2
    assert multiprocessing.active_children() == [], "the end of the program does not wait for them either"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such alarm")
def test_a_worker_in_a_loop_of_c_ends_when_the_job_was_killed(setup: WorkerSetup, tmp_path: Path) -> None:
    Image.new("RGB", (40, 40), "red").save(tmp_path / "a.png")
    sign = tmp_path / "sign"
    script = tmp_path / "job.py"
    script.write_text(JOB)
    environment = {**os.environ, "IMSEARCH_TEST_SIGN": str(sign)}
    job = subprocess.Popen(
        [sys.executable, script, Path(__file__).parent / "misbehaving", tmp_path / "a.png"], env=environment
    )
    try:
        until(lambda: sign.exists() and sign.read_text() != "")
    finally:
        job.kill()
        job.wait()
    until(lambda: not psutil.pid_exists(int(sign.read_text())))


def test_worker_count() -> None:
    assert worker_count(3, 10_000) == 3
    assert worker_count(8, 10) == 1
    assert worker_count(0, 10_000) >= 1


def test_a_worker_that_may_not_go_on_is_given_nothing(setup: WorkerSetup, workers: ModuleType, tmp_path: Path) -> None:
    files = [FoundFile(tmp_path / f"good{number}", 1, 1) for number in range(12)]
    asked: list[int] = []

    def one_only(there: int) -> int:
        asked.append(there)
        return 1

    with WorkerPool(setup, 2, target=workers.obey) as pool:
        first, second = pool._workers
        given: list[FoundFile] = []
        second.give = given.append  # type: ignore[method-assign]
        outcomes = [outcome for outcome in pool.run(files, one_only) if outcome is not None]
        assert first.tasks or outcomes
    assert len(outcomes) == 12
    assert given == []
    assert set(asked) == {2}, "asked again and again, so that it may change"
