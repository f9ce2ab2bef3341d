"""The 8-bit form of a model: made, measured, chosen, lost."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from onnx import helper

from imsearch_gui.domain.choices import Precision
from imsearch_gui.domain.errors import ModelError, QueryError
from imsearch_gui.domain.model_spec import Family, InputSpec, ModelFile, ModelSpec, OutputSpec, Pooling, Resize
from imsearch_gui.domain.records import FileExample, IndexRequest, ModelRecord, Query
from imsearch_gui.encoding import eight_bits
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.providers import AUTOMATIC
from imsearch_gui.encoding.store import (
    EIGHT_BITS,
    EIGHT_BITS_NOTE,
    InstalledModel,
    ModelStore,
    eight_bits_of,
    forms,
    read_model,
    write_spec,
)
from imsearch_gui.library.forms import choose_form, prepare, sample_pixels
from imsearch_gui.library.indexing import index
from imsearch_gui.library.library import Library
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.search import Searcher

SIDE, WIDTH = 32, 256
MakeModel = Callable[..., InstalledModel]


@pytest.fixture
def transformer(tmp_path: Path, graph_makers: Any) -> MakeModel:
    """transformer(outlier=1): one product with a large matrix, as most of a transformer is.

    A channel that is many times as large as the others leaves them no bit of the eight.
    """

    def make(*, outlier: float = 1.0, family: Family = Family.VIT) -> InstalledModel:
        random = np.random.default_rng(0)
        scale = np.ones(3 * SIDE * SIDE, np.float32)
        scale[0] = outlier
        first = random.normal(size=(3 * SIDE * SIDE, WIDTH)).astype(np.float32)
        first[0] = 0
        folder = tmp_path / "models" / "test-vit"
        graph = graph_makers.save(
            folder / "model.onnx",
            [
                helper.make_node("Flatten", ["picture"], ["flat"]),
                helper.make_node("Add", ["flat", "scale"], ["moved"]),
                helper.make_node("Mul", ["moved", "scale"], ["scaled"]),
                helper.make_node("MatMul", ["scaled", "first"], ["inner"]),
                helper.make_node("Tanh", ["inner"], ["bent"]),
                helper.make_node("MatMul", ["bent", "second"], ["vector"]),
            ],
            picture=("n", 3, SIDE, SIDE),
            outputs={"vector": ("n", 16)},
            weights={
                "scale": scale,
                "first": first * np.float32((3 * SIDE * SIDE) ** -0.5),
                "second": random.normal(size=(WIDTH, 16)).astype(np.float32),
            },
        )
        spec = ModelSpec(
            id="test-vit",
            title="Test ViT",
            family=family,
            dimension=16,
            input=InputSpec(width=SIDE, height=SIDE, resize=Resize.SQUASH),
            output=OutputSpec(pooling=Pooling.NONE),
            files=(ModelFile("model.onnx", size=graph.stat().st_size),),
        )
        write_spec(spec, folder)
        return read_model(folder)

    return make


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the form were twice as fast here, and worth trying however small the model is."""
    monkeypatch.setattr(eight_bits, "LEAST_BYTES", 0)
    monkeypatch.setattr(eight_bits, "_ratio", lambda *_: 2.0)


def made(model: InstalledModel) -> eight_bits.EightBits:
    """What `prepare` does, in this process."""

    class Here:
        def __init__(self, _: str, work: Callable[..., Any], *arguments: Any, limits: object) -> None:
            assert limits
            self.run = lambda: work(*arguments)

    patch = pytest.MonkeyPatch()
    with patch.context() as patched:
        patched.setattr(eight_bits, "Guarded", Here)
        known = prepare(model)
    assert known is not None
    return known


@pytest.mark.usefixtures("quick")
def test_a_form_that_agrees_and_is_quicker_is_offered(transformer: MakeModel) -> None:
    model = transformer()
    known = made(model)
    assert known.taken
    assert known.median >= eight_bits.MEDIAN
    assert known.weights in eight_bits.TRIED
    assert eight_bits_of(model) == known
    full, small = forms(model)
    assert (full.eight_bits, small.eight_bits) == (False, True)
    assert full.fingerprint == model.fingerprint != small.fingerprint
    pixels = sample_pixels(model)[:5]
    vectors = [open_encoder(form).encode(pixels) for form in (full, small)]
    cosines = (vectors[0] * vectors[1]).sum(axis=1) / np.prod([np.linalg.norm(v, axis=1) for v in vectors], axis=0)
    assert cosines.min() >= known.lowest - 1e-4
    assert not np.array_equal(*vectors), "it is another graph that runs"
    assert {path.name for path in model.folder.iterdir()} == {"model.onnx", "model.toml", EIGHT_BITS, EIGHT_BITS_NOTE}


@pytest.mark.usefixtures("quick")
def test_a_form_that_disagrees_is_refused_with_the_figures(transformer: MakeModel) -> None:
    model = transformer(outlier=3_000.0)
    known = made(model)
    assert not known.taken
    assert "differ too much" in known.why
    assert forms(model) == [model]
    assert not (model.folder / EIGHT_BITS).exists()


@pytest.mark.usefixtures("quick")
def test_a_form_that_is_hardly_quicker_is_refused_and_not_compared(
    transformer: MakeModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(eight_bits, "_ratio", lambda *_: 1.1)
    monkeypatch.setattr(eight_bits, "_agreement", lambda *_: pytest.fail("many pictures went through it for nothing"))
    assert "only 1.1 times as fast" in made(transformer()).why


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("speeds", "lowest", "taken"),
    [
        ((1.5, 2.0), (1.0, 1.0), "QUInt8"),
        ((2.0, 1.5), (1.0, 1.0), "QInt8"),
        ((1.5, 2.0), (1.0, 0.9), "QInt8"),
        ((1.2, 2.0), (1.0, 0.9), ""),
    ],
    ids=["the second", "the first", "the quicker one differs", "only the one that differs is quick"],
)
def test_the_quickest_that_agrees_is_kept(
    transformer: MakeModel,
    monkeypatch: pytest.MonkeyPatch,
    speeds: tuple[float, float],
    lowest: tuple[float, float],
    taken: str,
) -> None:
    given = iter(speeds)
    monkeypatch.setattr(eight_bits, "_ratio", lambda *_: next(given))
    quickest_first = iter([one for _, one in sorted(zip(speeds, lowest, strict=True), reverse=True)])
    monkeypatch.setattr(eight_bits, "_agreement", lambda *_: (next(quickest_first), 1.0, 1.0))
    model = transformer()
    known = made(model)
    assert (known.weights, known.taken, (model.folder / EIGHT_BITS).exists()) == (taken, bool(taken), bool(taken))
    if taken:
        assert known.faster == speeds[eight_bits.TRIED.index(taken)]


@pytest.mark.usefixtures("quick")
def test_weights_that_have_eight_bits_are_left_alone(transformer: MakeModel) -> None:
    model = transformer()
    made(model)
    (model.folder / EIGHT_BITS).replace(model.folder / "model.onnx")
    spec = replace(model.spec, files=(ModelFile("model.onnx"),))
    assert "8 bits already" in made(InstalledModel(spec, model.folder)).why


def test_small_models_and_other_kinds_are_not_tried(transformer: MakeModel, monkeypatch: pytest.MonkeyPatch) -> None:
    assert prepare(transformer()) is None
    monkeypatch.setattr(eight_bits, "LEAST_BYTES", 0)
    assert prepare(transformer(family=Family.CNN)) is None


def test_in_a_process_of_its_own_what_goes_wrong_becomes_the_reason(
    transformer: MakeModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(eight_bits, "LEAST_BYTES", 0)
    model = transformer()
    known = prepare(model)
    assert known is not None
    assert known.taken == (model.folder / EIGHT_BITS).exists(), "whether it pays is for this machine to say"
    assert known.taken or "times as fast" in known.why
    (model.folder / "model.onnx").write_bytes(b"junk")
    broken = prepare(replace(model, spec=replace(model.spec, files=(ModelFile("model.onnx"),))))
    assert broken is not None
    assert not broken.taken
    assert "its graph cannot be read" in broken.why


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("of", ["the form", "the note"])
def test_a_full_disk_says_nothing_of_the_model(
    transformer: MakeModel, monkeypatch: pytest.MonkeyPatch, of: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    model = transformer()
    with monkeypatch.context() as patched:
        if of == "the form":
            patched.setattr("onnx.save", full)
        else:
            patched.setattr(eight_bits.disk, "write", full)
        known = made(model)
    assert (known.taken, known.why) == (False, "the disk does not take it (No space left on device)")
    assert not (model.folder / EIGHT_BITS_NOTE).exists()
    assert forms(model) == [model]
    assert made(model).taken, "it is tried again, as if nothing had been"


@pytest.mark.usefixtures("quick")
def test_another_version_of_the_files_has_no_form_yet(transformer: MakeModel) -> None:
    model = transformer()
    made(model)
    other = transformer(outlier=1.5)
    assert eight_bits_of(other) is None
    assert forms(other) == [other]


@pytest.mark.usefixtures("quick")
def test_a_new_library_gets_it_and_one_that_knows_the_model_keeps_what_it_has(transformer: MakeModel) -> None:
    model = transformer()
    full = choose_form(model, [], Precision.AUTOMATIC, AUTOMATIC)[0]
    assert not full.eight_bits, "none was made"
    made(model)
    small, sentence = choose_form(model, [], Precision.AUTOMATIC, AUTOMATIC)
    assert small.eight_bits
    assert "8-bit form: 2.0 times as fast" in sentence
    assert choose_form(model, [], Precision.FULL, AUTOMATIC) == (full, "")
    for form in forms(model):
        record = ModelRecord("test-vit", "Test ViT", 16, 5, 0, model.folder, form.fingerprint)
        for precision in Precision:
            assert choose_form(model, [record], precision, AUTOMATIC)[0] == form


@pytest.mark.usefixtures("quick")
def test_a_library_whose_form_is_gone_says_what_to_do(transformer: MakeModel) -> None:
    model = transformer()
    made(model)
    record = ModelRecord("test-vit", "Test ViT", 16, 5, 0, model.folder, forms(model)[1].fingerprint)
    (model.folder / EIGHT_BITS).write_bytes(b"junk")
    with pytest.raises(ModelError, match=r"models quantise test-vit"):
        choose_form(model, [record], Precision.AUTOMATIC, AUTOMATIC)
    assert choose_form(model, [], Precision.AUTOMATIC, AUTOMATIC)[0] == model, "a new library uses the full one"
    (model.folder / EIGHT_BITS_NOTE).write_text("taken = 1 =")
    assert forms(model) == [model]


@pytest.mark.usefixtures("quick")
def test_indexed_and_searched_in_the_same_form(transformer: MakeModel, tmp_path: Path, samples: Path) -> None:
    model = transformer()
    made(model)
    folder = sorted(path for path in samples.iterdir() if path.is_dir())[0]
    request = IndexRequest(folders=(folder,), model=str(model.folder), workers=1)
    with LibraryWriter.open(tmp_path / "library") as writer:
        job = index(writer, request, model)
        try:
            while True:
                next(job)
        except StopIteration as stop:
            assert any("8-bit form" in notice for notice in stop.value.notices)
    with Library.open(tmp_path / "library") as library:
        assert library.models()[0].fingerprint == forms(model)[1].fingerprint
        searcher = Searcher(library, ModelStore([]))
        image = next(library.images())
        other = next(
            path
            for path in sorted(samples.rglob("*.png")) + sorted(samples.rglob("*.jpg"))
            if folder not in path.parents
        )
        for path in (image.path, other):
            result = searcher.search(Query(like=(FileExample(path),), model_id="test-vit", top=3))
            assert result.matches
        searcher.close()
        (model.folder / EIGHT_BITS).unlink()
        fresh = Searcher(library, ModelStore([]))
        with pytest.raises((ModelError, QueryError), match="quantise"):
            fresh.search(Query(like=(FileExample(other),), model_id="test-vit", top=3))
        fresh.close()
