"""One picture goes through a graph before anything is believed of it."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.language import tr, written
from imsearch_gui.domain.model_spec import InputSpec, Layout, ModelSpec, PatchSpec, Reference
from imsearch_gui.domain.records import Pixels
from imsearch_gui.encoding.graph_facts import GraphFacts
from imsearch_gui.encoding.guard import NO_MEMORY, Guarded, Limits, limits_for
from imsearch_gui.encoding.pooling import vectors_of
from imsearch_gui.encoding.preprocess import tensor
from imsearch_gui.encoding.reference import PICTURE, VECTOR
from imsearch_gui.encoding.reference_picture import draw_reference
from imsearch_gui.encoding.session import Array, Port, Session
from imsearch_gui.encoding.store import InstalledModel

MOST_OUTPUTS = 40
"""Outputs that are looked at; exports with every hidden state and attention of a large model have as many."""
RIGHT = 0.999
"""Cosine to the vector that came with a model from which it is right: rounding differs from processor to processor."""
_CLOSE = 1e-3


@dataclass(frozen=True, slots=True)
class Fit:
    """A form in which a picture may be put in."""

    layout: Layout
    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width} x {self.height}"


@dataclass(frozen=True, slots=True)
class Produced:
    """One output for one picture."""

    name: str
    shape: tuple[int, ...]
    finite: bool
    shares: bool
    """Whether it is one row of shares that add up to 1, as of classes."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What a graph did."""

    fit: Fit
    """The first of those asked for that it took."""
    outputs: tuple[Produced, ...]
    batch: bool
    """Whether it takes two pictures at once, too, and gives two of each output."""
    seconds: float
    """For one picture, without loading."""


def try_graph(facts: GraphFacts, name: str, fits: Sequence[Fit], *, limits: Limits | None = None) -> Guarded[Trial]:
    """A trial of input `name`, to be run: the first of `fits` that the graph takes, and all its float outputs.

    Raises ModelError when it is run: the graph does not load, takes none of them, or takes too much memory or time.
    """
    outputs = tuple(port.name for port in facts.outputs if "float" in port.type or port.type == "tensor(double)")
    if not outputs:
        kinds = ", ".join(f"{port.name} {port.type}" for port in facts.outputs)
        sentence = tr("{0} has no output that could be a vector: it gives no fractions, but {1}.")
        raise ModelError(sentence.format(facts.path.name, kinds))
    arguments = (facts.path, name, tuple(fits), outputs[:MOST_OUTPUTS])
    return Guarded(facts.path.name, run_graph, *arguments, limits=limits or limits_for([facts]))


def try_model(spec: ModelSpec, folder: Path, limits: Limits) -> Guarded[ModelSpec]:
    """A trial of a whole description, to be run; it gives the description with a reference, whose files are in the folder then.

    Raises ModelError when it is run: whatever keeps the model from giving one finite vector for each picture, and for words.
    """
    return Guarded(spec.title, run_model, spec, folder, limits=limits)


def run_graph(path: Path, name: str, fits: Sequence[Fit], outputs: Sequence[str]) -> Trial:
    """The work of `try_graph`, in the process of its own."""
    try:
        session = Session(path)
    except ModelError as error:
        raise _does_not_load(path, str(error)) from error
    said: list[str] = []
    for fit in fits:
        given = InputSpec(width=fit.width, height=fit.height, layout=fit.layout)
        one = tensor(draw_reference(fit.width, fit.height)[np.newaxis], given)
        began = time.perf_counter()
        try:
            first = session.run(name, one, outputs[0])
        except ModelError as error:
            said.append(str(error))
            continue
        seconds = time.perf_counter() - began
        rest = [session.run(name, one, output) for output in outputs[1:]]
        produced = tuple(_produced(*pair) for pair in zip(outputs, [first, *rest], strict=True))
        return Trial(fit, produced, _takes_two(session, name, one, outputs[0], first), seconds)
    tried = ", ".join(dict.fromkeys(str(fit) for fit in fits))
    sentence = tr("{0} fails on a picture of {1} pixels, so it may want another size ({2}).")
    raise ModelError(sentence.format(path.name, tried, _reason(said[0])))


def run_model(spec: ModelSpec, folder: Path) -> ModelSpec:
    """The work of `try_model`, in the process of its own."""
    from imsearch_gui.encoding.encoder import open_encoder

    model = InstalledModel(replace(spec, reference=None), folder)
    picture = draw_reference(spec.input.width, spec.input.height)
    if spec.files:
        _check_outputs(model, picture)
    vectors = open_encoder(model).encode(np.stack([picture, _another(picture)]))
    if not vectors.any(axis=1).all():
        raise ModelError(tr("{0} gives nothing but zeros for a picture: choose another output.").format(spec.title))
    if (vectors[0] == vectors[1]).all():
        raise ModelError(tr("{0} gives the same vector for every picture: choose another output.").format(spec.title))
    if spec.text is not None:
        from imsearch_gui.encoding.text import open_text_encoder

        open_text_encoder(model).encode(["a picture of a red flower"])
    if spec.reference is not None:
        _check_reference(spec, folder)
        return spec
    np.save(folder / PICTURE, picture, allow_pickle=False)
    np.save(folder / VECTOR, vectors[0], allow_pickle=False)
    return replace(spec, reference=Reference(PICTURE, VECTOR))


def _does_not_load(path: Path, said: str) -> ModelError:
    if NO_MEMORY.search(said):
        return ModelError(said)  # told by the other process in words of its own
    operator = re.search(r"(?:No Op registered for|Could not find an implementation for) *(\w+)", said)
    if operator is not None:
        sentence = tr(
            "{0} needs the operator {1}, which this program does not have in that form: export it for a common version of ONNX"
            " (opset 17), in float32 or int8."
        )
        return ModelError(sentence.format(path.name, operator[1]))
    return ModelError(tr("{0} is damaged, or was made for another program ({1}).").format(path.name, _reason(said)))


def _reason(said: str) -> str:
    """What the engine says, without its numbers, the path, and the place in its source."""
    said = re.sub(r"^.*?\[ONNXRuntimeError\] : \d+ : \w+ : ", "", said)
    said = re.sub(r"^Load model from .*? failed: *", "", said)
    said = re.sub(r"/\S+\.(?:cc|h):\d+ .*?\) (?=[A-Z])", "", said)
    return said.removeprefix("This is an invalid model. ").strip().rstrip(".")


def _check_reference(spec: ModelSpec, folder: Path) -> None:
    from imsearch_gui.encoding.verify import verify

    cosine = verify(InstalledModel(spec, folder))
    if cosine < RIGHT:
        sentence = tr(
            "{0} gives another vector for its reference picture than the one that came with it (cosine {1}): it is damaged, or"
            " described wrongly."
        )
        raise ModelError(sentence.format(spec.title, written(cosine, 4)))


def _another(picture: Pixels) -> Pixels:
    """A picture of the same size that no model should take for the same."""
    return np.ascontiguousarray(255 - picture[::-1] // 2)


def _produced(name: str, values: Array) -> Produced:
    finite = bool(np.isfinite(values).all())
    row = values.reshape(len(values), -1) if values.ndim > 1 and len(values) == 1 and values.size else None
    known = row is not None and finite
    return Produced(
        name,
        tuple(int(side) for side in values.shape),
        finite,
        shares=known and bool((values >= 0).all()) and bool(abs(float(values.sum()) - 1) < _CLOSE) and values.size > 1,
    )


def _takes_two(session: Session, name: str, one: Array, output: str, first: Array) -> bool:
    try:
        both = session.run(name, np.concatenate([one, one]), output)
    except ModelError:
        return False
    return both.shape == (2 * first.shape[0], *first.shape[1:]) if first.ndim else False


def _check_outputs(model: InstalledModel, picture: Pixels) -> None:
    """Said here in other words than by an encoder, since there is no model.toml yet that could be corrected."""
    spec = model.spec
    assert model.graph_path is not None
    session = Session(model.graph_path)
    name = _only(session.inputs, spec.input.name, "input", spec.title)
    values = tensor(picture[np.newaxis], spec.input)
    given = session.run(name, values, _only(session.outputs, spec.output.name, "output", spec.title))
    try:
        shape = vectors_of(given, spec.output).shape
    except ValueError as error:
        sentence = tr("{0} gives no vector that way: {1}; choose another pooling or output.")
        raise ModelError(sentence.format(spec.title, str(error))) from error
    if shape != (1, spec.dimension):
        sentence = tr(
            "{0} gives {1} numbers for a picture of {2} x {3} pixels where 1 x {4} were expected: correct the size, the output or"
            " the pooling."
        )
        size = spec.input.width, spec.input.height
        raise ModelError(sentence.format(spec.title, _sides(shape), *size, spec.dimension))
    if spec.patches is not None:
        output = _only(session.outputs, spec.patches.output, "output", spec.title)
        _check_patches(session.run(name, values, output).shape, spec.patches, spec.title)


def _check_patches(shape: tuple[int, ...], patches: PatchSpec, title: str) -> None:
    if len(shape) != 3 or shape[:2] != (1, patches.skip + patches.rows * patches.columns):
        sentence = tr(
            "{0} gives {1} numbers for its patches, which are not {2} x {3} patches after %Ln other token(s): correct the patches"
            " in its description.",
            "",
            patches.skip,
        )
        raise ModelError(sentence.format(title, _sides(shape), patches.rows, patches.columns))


def _sides(shape: tuple[int, ...]) -> str:
    return " x ".join(map(str, shape)) or "1"


def _only(ports: Sequence[Port], name: str | None, kind: Literal["input", "output"], title: str) -> str:
    """The name of the input or output that the description means, or of the only one there is."""
    names = [port.name for port in ports]
    if name in names:
        return str(name)
    if name is None and len(names) == 1:
        return names[0]
    if name is None:
        several = (
            tr("The graph of {0} has several inputs: name one of {1}.")
            if kind == "input"
            else tr("The graph of {0} has several outputs: name one of {1}.")
        )
        raise ModelError(several.format(title, ", ".join(names)))
    missing = (
        tr("The graph of {0} has no input {1!r}: name one of {2}.")
        if kind == "input"
        else tr("The graph of {0} has no output {1!r}: name one of {2}.")
    )
    raise ModelError(missing.format(title, name, ", ".join(names)))
