"""Pixels to vectors."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal, Protocol

import numpy as np

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.metrics import Matrix, Vector
from imsearch_gui.domain.model_spec import Family, ModelSpec
from imsearch_gui.domain.records import Pixels
from imsearch_gui.encoding.arrays import read_array
from imsearch_gui.encoding.learned import Learned
from imsearch_gui.encoding.pooling import vectors_of
from imsearch_gui.encoding.preprocess import tensor
from imsearch_gui.encoding.providers import AUTOMATIC, CPU, Provider, usable
from imsearch_gui.encoding.reference_picture import draw_reference
from imsearch_gui.encoding.session import Array, Port, Session
from imsearch_gui.encoding.store import InstalledModel, check_files
from imsearch_gui.encoding.trust import Choice, choose


class Encoder(Protocol):
    """Turns pictures into vectors; may be used from several threads."""

    @property
    def spec(self) -> ModelSpec: ...

    @property
    def provider(self) -> str:
        """What it really runs on."""
        ...

    def encode(self, pixels: Pixels) -> Matrix:
        """uint8 [n, height, width, 3] of the model's input size -> float32 [n, dimension].

        Raises ModelError where the model fails or gives what is no vector.
        """
        ...

    def patches(self, pixels: Pixels) -> Array:
        """uint8 [height, width, 3] of the model's input size -> float32 [rows, columns, d]: what is seen in each patch.

        d need not be the model's dimension. Raises ModelError where the model has no patches, fails, or gives others than its
        description says.
        """
        ...


def open_encoder(
    model: InstalledModel, *, threads: int = 1, learned: Learned | None = None, provider: Provider = CPU
) -> Encoder:
    """The encoder of a model; `learned` is what a model took from the library that learns from it.

    Such a model without it gives the raw pixels, from which it learns. `choose_provider` says which provider may be trusted.
    Raises ModelError.
    """
    if model.spec.family is Family.PIXEL:
        return PixelEncoder(model.spec, learned)
    return OnnxEncoder(model, threads, provider)


def choose_provider(
    model: InstalledModel,
    setting: str = AUTOMATIC,
    *,
    providers: Sequence[Provider] | None = None,
    open_on: Callable[[InstalledModel, Provider], Encoder] | None = None,
    verdicts: Path | None = None,
) -> Choice:
    """What a model runs on here: the setting's provider where it gives what the processor gives, else the processor.

    `providers`, `open_on` and `verdicts` stand in for those of this machine.
    """
    if model.spec.family is Family.PIXEL:
        return Choice(CPU)
    picture = reference_picture(model)
    known = list(usable() if providers is None else providers)
    if model.eight_bits:
        # What it gains was measured with onnxruntime's own kernels; other engines for the same cores turn it into float32.
        known = [one for one in known if not one.on_cores]
        setting = setting if setting in (CPU.id, *(one.id for one in known)) else AUTOMATIC

    def encode(provider: Provider) -> Vector:
        encoder = (open_on or _open_on)(model, provider)
        if provider is not CPU and encoder.provider != provider.title:
            raise ModelError(tr("{0} came instead.").format(encoder.provider))
        vector: Vector = encoder.encode(picture[np.newaxis])[0]
        return vector

    return choose(model.fingerprint, encode, setting=setting, providers=known, verdicts=verdicts)


def reference_picture(model: InstalledModel) -> Pixels:
    """uint8 [height, width, 3]: the model's own where it came with one that fits, else one that is drawn."""
    given, reference = model.spec.input, model.spec.reference
    if reference is not None:
        shape = (given.height, given.width, 3)
        with suppress(OSError, ValueError), (model.folder / reference.picture).open("rb") as file:
            return read_array(file, np.uint8, shape)
    return draw_reference(given.width, given.height)


def _open_on(model: InstalledModel, provider: Provider) -> Encoder:
    return OnnxEncoder(model, os.cpu_count() or 1, provider)


class PixelEncoder:
    """The course's baseline: the pixels themselves in one row, z-scored unless the description says otherwise."""

    provider = "CPU"

    def __init__(self, spec: ModelSpec, learned: Learned | None) -> None:
        self.spec = spec
        self._learned = learned if spec.learns_from_library else None

    def encode(self, pixels: Pixels) -> Matrix:
        rows = pixels.reshape(len(pixels), -1).astype(np.float32) * np.float32(self.spec.input.scale)
        _check(rows, self.spec)
        return rows if self._learned is None else self._learned.z_score(rows)

    def patches(self, pixels: Pixels) -> Array:  # noqa: ARG002 (that of the protocol)
        raise _without_patches(self.spec)


class OnnxEncoder:
    """A graph run by onnxruntime, one picture at a time.

    Dynamically quantised graphs take the range of their activations over the whole batch, so in a batch a vector would depend on
    its neighbours; and with one thread a batch is no faster (docs/models.md).
    """

    def __init__(
        self, model: InstalledModel, threads: int, provider: Provider = CPU, *, graph: Path | None = None
    ) -> None:
        """`graph` stands in for the model's own, with the same inputs and outputs."""
        path = graph or model.graph_path
        assert path is not None
        check_files(model)
        self.spec = model.spec
        self._session = Session(path, threads=threads, provider=provider)
        self._input = _chosen(self._session.inputs, model.spec.input.name, "input", model)
        self._output = _chosen(self._session.outputs, model.spec.output.name, "output", model)

    @property
    def provider(self) -> str:
        return self._session.provider

    def encode(self, pixels: Pixels) -> Matrix:
        rows = [self._encode_one(pixels[position : position + 1]) for position in range(len(pixels))]
        return np.concatenate(rows) if rows else np.empty((0, self.spec.dimension), np.float32)

    def patches(self, pixels: Pixels) -> Array:
        kept = self.spec.patches
        if kept is None:
            raise _without_patches(self.spec)
        tokens = self._session.run(self._input, tensor(pixels[np.newaxis], self.spec.input), kept.output)
        if tokens.ndim != 3 or tokens.shape[:2] != (1, kept.skip + kept.rows * kept.columns):
            sentence = tr("The model {0} gives other patches than its description says: correct its model.toml.")
            raise ModelError(sentence.format(self.spec.id))
        if not np.isfinite(tokens).all():
            raise ModelError(
                tr("The model {0} gave a vector that is not finite for this picture.").format(self.spec.id)
            )
        return tokens[0, kept.skip :].reshape(kept.rows, kept.columns, -1)

    def _encode_one(self, pixels: Pixels) -> Matrix:
        output = self._session.run(self._input, tensor(pixels, self.spec.input), self._output)
        try:
            vectors = vectors_of(output, self.spec.output)
        except ValueError as error:
            raise ModelError(
                tr("The description of the model {0} is wrong: {1}.").format(self.spec.id, str(error))
            ) from error
        _check(vectors, self.spec)
        if len(vectors) != 1:
            # With more rows than pictures, every later picture would get the vector of another.
            raise ModelError(
                tr("The model {0} gives {1} vectors for one picture: correct its model.toml.").format(
                    self.spec.id, len(vectors)
                )
            )
        return vectors


def _without_patches(spec: ModelSpec) -> ModelError:
    sentence = tr("The model {0} tells what a picture shows, not where in it: search with another one to see that.")
    return ModelError(sentence.format(spec.title))


def _chosen(ports: list[Port], name: str | None, kind: Literal["input", "output"], model: InstalledModel) -> str:
    names = [port.name for port in ports]
    if name is None and len(names) == 1:
        return names[0]
    if name in names:
        return str(name)
    if name is None:
        several = (
            tr("The model {0} has several inputs: name one of {1} in its model.toml.")
            if kind == "input"
            else tr("The model {0} has several outputs: name one of {1} in its model.toml.")
        )
        raise ModelError(several.format(model.spec.id, ", ".join(names)))
    missing = (
        tr("The model {0} has no input {1!r}: name one of {2} in its model.toml.")
        if kind == "input"
        else tr("The model {0} has no output {1!r}: name one of {2} in its model.toml.")
    )
    raise ModelError(missing.format(model.spec.id, name, ", ".join(names)))


def _check(vectors: Matrix, spec: ModelSpec) -> None:
    if vectors.shape[1] != spec.dimension:
        raise ModelError(
            tr("The model {0} gives {1} numbers where its description says {2}: correct its model.toml.").format(
                spec.id, vectors.shape[1], spec.dimension
            )
        )
    if not np.isfinite(vectors).all():
        raise ModelError(tr("The model {0} gave a vector that is not finite for this picture.").format(spec.id))
