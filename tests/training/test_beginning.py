"""Going on from a model that was exported."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from imsearch_gui import paths
from imsearch_gui.domain.choices import DEFAULT_MODEL
from imsearch_gui.domain.errors import ModelError
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.store import ModelStore, read_model

Module = Callable[[str], Any]
Train = Callable[..., None]
SIDE = 32


@pytest.fixture(scope="session")
def batches(module: Module, asked: Path) -> Any:
    kept_in, answers = module("answers"), asked / "answers"
    said, basis = kept_in.read_answers(answers), kept_in.read_basis(answers)
    return module("batches").Batches(np.load(asked / "pictures.npy"), said, basis, views_seed=1, size=16, seed=1)


@pytest.fixture(scope="session")
def shape(module: Module, tiny: dict[str, Any], batches: Any) -> Any:
    _, said = batches.plain(1, SIDE)
    return module("network").Shape(**tiny, vector=said.vectors.shape[1], map=said.map.shape[2], classes=40)


@pytest.fixture(scope="session")
def learned(module: Module, shape: Any, batches: Any) -> Any:
    """A network some steps of whose training are behind it, so that no norm is as it began."""
    learner = module("learning").Learner(shape, module("learning").Plan(warm_up=1), 1)
    for step in range(8):
        learner.learn(*batches.of(step, (64,), 0.0), 1.0)
    return learner.averaged()


@pytest.fixture(scope="session", params=["fp32", "int8"])
def exported(
    request: pytest.FixtureRequest, module: Module, learned: Any, asked: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    exporting, folder = module("exporting"), tmp_path_factory.mktemp("exported")
    # With colour and layout beside it in 8 bits, as the one that ships.
    beside = exporting.descriptor(np.load(asked / "pictures.npy"), 0.5) if request.param == "int8" else None
    described = exporting.Described("x", "X", "")
    exporting.exported(learned, folder, described, beside=beside, precision=request.param, facts=())
    return folder


def test_a_network_that_begins_as_a_model_sees_what_the_model_sees(
    module: Module, shape: Any, batches: Any, learned: Any, exported: Path
) -> None:
    torch = module("torch")
    network = module("beginning").begun(exported, shape, *batches.plain(64, 128)).eval()
    values = torch.rand(3, 3, 128, 128, generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        ours, theirs = network.tokens(values), learned.tokens(values)
        stems = [one.stem(values) for one in (network, learned)]
    alike = torch.nn.functional.cosine_similarity(ours.flatten(1), theirs.flatten(1))
    assert alike.min() > 0.999
    assert torch.allclose(*stems, atol=1e-3)


def test_heads_of_another_teacher_are_fitted(module: Module, shape: Any, batches: Any, exported: Path) -> None:
    torch = module("torch")
    pictures, said = batches.plain(64, 128)
    other = replace(said, vectors=said.vectors[:, :7] @ torch.randn(7, 7, generator=torch.Generator().manual_seed(2)))
    network = module("beginning").begun(exported, replace(shape, vector=7), pictures, other)
    with torch.no_grad():
        seen = network.eval()(pictures)
    alike = torch.nn.functional.cosine_similarity(seen.vectors, other.vectors)
    assert alike.mean() > 0.8
    assert not seen.logits.any(), "classes begin as nothing"


def test_the_model_that_ships_can_be_gone_on_from(module: Module, batches: Any) -> None:
    """Told what the model itself says of the pictures, it has nothing to learn."""
    torch, network = module("torch"), module("network")
    model, (pictures, said) = ModelStore().find(DEFAULT_MODEL), batches.plain(64, 128)
    pixels = (pictures.permute(0, 2, 3, 1) * 255).round().byte().numpy()
    learned = torch.from_numpy(open_encoder(model).encode(pixels)[:, : network.Shape().vector])
    begun = module("beginning").begun(model.folder, network.Shape(), pictures, replace(said, vectors=learned)).eval()
    with torch.no_grad():
        alike = torch.nn.functional.cosine_similarity(begun(pictures).vectors, learned)
    assert alike.min() > 0.99


def test_what_cannot_be_begun_with_is_said(
    module: Module, shape: Any, batches: Any, exported: Path, teacher: Path
) -> None:
    begun, some = module("beginning").begun, batches.plain(8, SIDE)
    for folder in (paths.built_in_models() / "pixels", teacher):
        with pytest.raises(ModelError, match="holds no network that models/training has exported"):
            begun(folder, shape, *some)
    for other in ({"depth": 2}, {"width": 48}, {"stem": (8, 8, 24)}):
        with pytest.raises(ModelError, match="of a network of another shape"):
            begun(exported, replace(shape, **other), *some)


def test_only_what_has_learned_nothing_begins_with_a_model(
    module: Module,
    train: Train,
    trained: tuple[str, ...],
    asked: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    run, model = tmp_path / "run", tmp_path / "model"
    shutil.copytree(asked, run)
    train("learn", "--run", run, "--steps", 3, "--side", SIDE, *trained)
    train("export", "--run", run, "--to", model, "--id", "first", "--steady")
    words = ["learn", "--run", str(run), "--steps", "5", "--side", str(SIDE), "--begin-with", str(model)]
    assert module("train").main(words) == 1
    assert "leave --begin-with out" in capsys.readouterr().err
    further = tmp_path / "further"
    shutil.copytree(asked, further)
    train("learn", "--run", further, "--steps", 2, "--side", SIDE, "--begin-with", model, *trained)
    assert "step 2: this phase is over" in capsys.readouterr().out
    # A model says of each that it was made from where that came from.
    train("export", "--run", further, "--to", tmp_path / "second", "--id", "second", "--steady")
    said = {fact.what: fact for fact in read_model(tmp_path / "second").spec.facts}
    by = "learned from 64 pictures and a-teacher (licence not known)"
    assert said["begun with"].value == f"first ({by}; steps of the training 3)"
    assert said["begun with"].verified, "so was what that one says"
    assert "begun with" not in {fact.what for fact in read_model(model).spec.facts}
