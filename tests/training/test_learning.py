"""Phases, checkpoints, plans; and what the program says where something is missing."""

from __future__ import annotations

import json
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

Module = Callable[[str], Any]
Train = Callable[..., None]
SIDE = 32


def test_what_is_missing_is_said(
    module: Module, tmp_path: Path, pictures: Path, teacher: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "nothing").mkdir()
    (tmp_path / "few").mkdir()
    shutil.copy(pictures / "07.png", tmp_path / "few")
    for words, said in (
        (["ask", tmp_path / "nothing", "--run", tmp_path / "run", "--teacher", teacher], "nothing to train on"),
        (["ask", tmp_path / "few", "--run", tmp_path / "run", "--teacher", teacher], "1 of 1 files"),
        (["ask", pictures, "--run", tmp_path / "run", "--teacher", tmp_path], "model.toml"),
        (["ask", pictures, "--run", pictures / "07.png", "--teacher", teacher], "07.png"),
        (["learn", "--run", tmp_path], "begin with `train.py ask`"),
        (["export", "--run", tmp_path, "--to", tmp_path / "model", "--id", "x"], "run `train.py finish`"),
    ):
        assert module("train").main([str(word) for word in words]) == 1
        assert said in capsys.readouterr().err


def test_the_rate_rises_stays_and_falls(module: Module, tmp_path: Path) -> None:
    learning = module("learning")
    rising = learning.steady(tmp_path, 10_000, (64, 96), learning.Plan(warm_up=100)).share
    assert [rising(step) for step in (0, 49, 99, 9_999)] == [0.01, 0.5, 1, 1]
    falling = learning.ending(tmp_path, 500, 100, (128,)).share
    assert [falling(step) for step in (500, 550, 599)] == pytest.approx([1, 0.5, 0.01])


def test_what_was_broken_off_goes_on_as_if_it_had_not_been(
    module: Module, tiny: dict[str, Any], asked: Path, tmp_path: Path
) -> None:
    batches, learning, network, kept_in = (module(name) for name in ("batches", "learning", "network", "answers"))
    answers, basis = kept_in.read_answers(asked / "answers"), kept_in.read_basis(asked / "answers")
    some = batches.Batches(np.load(asked / "pictures.npy"), answers, basis, views_seed=1, size=16, seed=1)
    shape = network.Shape(**tiny, vector=basis.axes.shape[1], map=basis.map_axes.shape[1])

    def trained(name: str, *stops: int) -> Any:
        for last in stops:
            learner = learning.Learner(shape, learning.Plan(warm_up=3), 1)
            phase = learning.steady(tmp_path / name, last, (32, 48), learner.plan)
            assert learning.run(phase, learner, some, minutes=9, say=str)
        return learner

    whole, pieces = trained("whole", 6), trained("pieces", 2, 4, 6)
    for name, value in whole.average.items():
        assert np.allclose(value, pieces.average[name], atol=1e-5), name
    assert trained("pieces", 3).step == 6, "what has been learned is not unlearned"


def test_ctrl_c_ends_it_after_a_step_with_a_checkpoint(
    module: Module, train: Train, tiny: dict[str, Any], asked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learning = module("learning")
    learn = learning.Learner.learn

    def interrupted(self: Any, *words: Any) -> Any:
        if self.step == 2:
            signal.raise_signal(signal.SIGINT)
        return learn(self, *words)

    monkeypatch.setattr(learning.Learner, "learn", interrupted)
    before = signal.getsignal(signal.SIGINT)
    shutil.copytree(asked, tmp_path / "run")
    train("learn", "--run", tmp_path / "run", "--steps", 9, "--side", SIDE, "--shape", json.dumps(tiny))
    assert [learning.step_of(path) for path in learning.checkpoints(tmp_path / "run" / learning.STEADY)] == [3]
    assert signal.getsignal(signal.SIGINT) is before


def test_a_plan_that_was_changed_holds_from_then_on(module: Module, tiny: dict[str, Any], tmp_path: Path) -> None:
    learning, losses, network, torch = (module(name) for name in ("learning", "losses", "network", "torch"))
    shape = network.Shape(**tiny, vector=6)
    path = learning.Learner(shape, learning.Plan(decay=0.05), 1).save(tmp_path)
    later = learning.Learner(shape, learning.Plan(decay=0.01, rate=0.5), 1)
    later.load(path)
    said = losses.Said(torch.randn(4, 6), None, None, None, torch.randn(9, 6), torch.zeros(4, 9, dtype=torch.bool))
    later.learn(torch.rand(4, 3, 32, 32), said, 0.5)
    groups = [group for optimiser in later.optimisers for group in optimiser.param_groups]
    assert [group["weight_decay"] for group in groups] == [0.01, 0.01, 0.0]
    assert [group["lr"] for group in groups] == [0.005, 0.25, 0.25]


def test_an_ending_that_was_broken_off_is_not_exported_and_goes_on_at_its_own_length(
    module: Module,
    train: Train,
    trained: tuple[str, ...],
    run: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    train("learn", "--run", run, "--steps", 2, "--side", 32, *trained)
    train("finish", "--run", run, "--steps", 5, "--side", 32, "--minutes", 0)
    words = ["export", "--run", str(run), "--to", str(tmp_path / "model"), "--id", "x"]
    assert module("train").main(words) == 1
    assert "no end phase that is over" in capsys.readouterr().err
    train("finish", "--run", run, "--steps", 9, "--side", 32)
    assert "step 7: this phase is over" in capsys.readouterr().out
    # A shorter one that was finished later is what is exported.
    train("finish", "--run", run, "--steps", 3, "--side", 32)
    train(*words)
    assert "ending-00000002-000003" in capsys.readouterr().out


def test_unknown_names_of_shape_and_plan_are_a_sentence(
    module: Module, asked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for option in ('--shape={"deep": 3}', '--plan={"weights": {"kinship": 1}}', '--shape={"vector": 3}'):
        assert module("train").main(["learn", "--run", str(asked), "--steps", "1", option]) == 1
        assert "take the names of Shape and Plan" in capsys.readouterr().err
    for option, said in (
        ('--shape={"depth": 0}', "depth takes whole numbers from 1 on"),
        ('--shape={"width": 96}', "does not divide into heads"),
        ('--plan={"warm_up": 0}', "warm_up takes a whole number"),
        ('--plan={"rate": "quick"}', "rate takes a number"),
        ('--plan={"averaged": 1}', "below 1"),
    ):
        assert module("train").main(["learn", "--run", str(asked), "--steps", "1", option]) == 1
        assert said in capsys.readouterr().err


def test_what_was_refused_changes_nothing(
    train: Train,
    module: Module,
    trained: tuple[str, ...],
    run: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    train("learn", "--run", run, "--steps", 1, "--side", SIDE, *trained)
    noted = (run / "run.json").read_bytes()
    words = ["learn", "--run", str(run), "--steps", "2", "--side", str(SIDE)]
    assert module("train").main([*words, "--shape", '{"depth": 2}']) == 1
    assert "another shape" in capsys.readouterr().err
    assert (run / "run.json").read_bytes() == noted
    train(*words)


def test_what_is_no_number_changes_nothing_and_is_said_in_the_end(
    module: Module, tiny: dict[str, Any], tmp_path: Path
) -> None:
    learning, losses, network, torch = (module(name) for name in ("learning", "losses", "network", "torch"))
    errors = module("imsearch_gui.domain.errors")
    learner = learning.Learner(network.Shape(**tiny, vector=6), learning.Plan(), 1)
    said = losses.Said(torch.randn(4, 6), None, None, None, torch.randn(9, 6), torch.zeros(4, 9, dtype=torch.bool))
    wrong = losses.Said(torch.full((4, 6), torch.nan), *(None,) * 3, said.bank, said.itself)
    before = {name: value.clone() for name, value in learner.average.items()}
    learner.learn(torch.rand(4, 3, 32, 32), wrong, 1.0)
    assert all(torch.equal(value, before[name]) for name, value in learner.average.items())
    learner.learn(torch.rand(4, 3, 32, 32), said, 1.0)
    path = learner.save(tmp_path)
    with pytest.raises(errors.KnownError, match="from step 2 on"):
        for _ in range(learning.PATIENCE + 1):
            learner.learn(torch.rand(4, 3, 32, 32), wrong, 1.0)
    next(iter(learner.average.values()))[:] = torch.inf
    with pytest.raises(errors.KnownError, match="no numbers any more"):
        learner.save(tmp_path)
    assert learning.checkpoints(tmp_path) == [path]


def test_a_table_has_a_line_once(module: Module, tmp_path: Path) -> None:
    """A run that was killed has written lines since its last checkpoint."""
    learning, path = module("learning"), tmp_path / "log.csv"
    for before in (0, 20):
        table = learning.Table(path, ["step", "loss"], before)
        for step in range(before, before + 40, 10):
            table.write([step, before])
    assert path.read_text().split() == ["step,loss", "0,0", "10,0", *(f"{step},20" for step in (20, 30, 40, 50))]


def test_every_step_comes_into_the_log(train: Train, module: Module, trained: tuple[str, ...], run: Path) -> None:
    for last in (3, 5):
        train("learn", "--run", run, "--steps", last, "--side", SIDE, *trained)
    lines = (run / "steady" / "log.csv").read_text().split()[1:]
    assert [line.split(",")[0] for line in lines] == ["0", "2", "4"]


def test_a_checkpoint_of_another_network_is_refused(module: Module, tiny: dict[str, Any], tmp_path: Path) -> None:
    learning, network, errors = module("learning"), module("network"), module("imsearch_gui.domain.errors")
    small = network.Shape(**tiny, vector=24)
    path = learning.Learner(small, learning.Plan(), 1).save(tmp_path)
    assert learning.checkpoints(tmp_path) == [path]
    other = network.Shape(**tiny | {"depth": 2}, vector=24)
    with pytest.raises(errors.KnownError, match="another shape"):
        learning.Learner(other, learning.Plan(), 1).load(path)


def test_a_step_makes_fewer_mistakes(module: Module, tiny: dict[str, Any], asked: Path) -> None:
    """Forty steps on the same pictures, without chance in them."""
    batches, learning, network, kept_in = (module(name) for name in ("batches", "learning", "network", "answers"))
    answers, basis = kept_in.read_answers(asked / "answers"), kept_in.read_basis(asked / "answers")
    some = batches.Batches(np.load(asked / "pictures.npy"), answers, basis, views_seed=1, size=32, seed=1)
    shape = network.Shape(**tiny, vector=basis.axes.shape[1], map=basis.map_axes.shape[1])
    learner = learning.Learner(shape, learning.Plan(warm_up=1), 1)
    losses = [learner.learn(*some.of(0, (SIDE,), 0.0), 1.0)["loss"] for _ in range(40)]
    assert losses[-1] < 0.6 * losses[0]
