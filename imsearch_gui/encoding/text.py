"""Words to vectors, in the space of a model's pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import numpy as np

from imsearch_gui.domain.errors import ModelError, QueryError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.metrics import Matrix, Vector
from imsearch_gui.domain.model_spec import OutputSpec, Pooling, TextSpec
from imsearch_gui.encoding.pooling import vectors_of
from imsearch_gui.encoding.session import Array, Port, Session
from imsearch_gui.encoding.store import InstalledModel, check_files
from imsearch_gui.encoding.tokenizer import Tokenizer, Tokens

_INTEGERS: Mapping[str, type[Any]] = MappingProxyType({"tensor(int64)": np.int64, "tensor(int32)": np.int32})
_MASKS: Mapping[str, type[Any]] = MappingProxyType(
    {**_INTEGERS, "tensor(float)": np.float32, "tensor(float16)": np.float16, "tensor(bool)": np.bool_}
)
_OUT_OF_TABLE = "out of data bounds"
"""What onnxruntime's Gather says of an id that its table does not have."""


def open_text_encoder(model: InstalledModel, *, threads: int = 1) -> TextEncoder:
    """The text tower of a model; ModelError where it has none, or one that does not run here."""
    if model.spec.text is None:
        sentence = tr("The model {0} knows pictures, not words: install one that takes words, such as CLIP.")
        raise ModelError(sentence.format(model.spec.title))
    return TextEncoder(model, model.spec.text, threads)


class TextEncoder:
    """A text tower run by onnxruntime on the processor, one text at a time (decision 6 holds for words, too).

    May be used from several threads.
    """

    def __init__(self, model: InstalledModel, text: TextSpec, threads: int) -> None:
        check_files(model)
        self.spec = model.spec
        self._text = text
        self._tokenizer = Tokenizer(model.folder / text.tokenizer, text)
        self._session = Session(model.folder / text.file, threads=threads)
        self._inputs = _kinds(self._session.inputs, text, self.spec.id)
        self._output = _output(self._session.outputs, text.output, self.spec.id)

    def encode(self, texts: Sequence[str]) -> Matrix:
        """float32 [n, dimension]; QueryError for a text without words, ModelError where the tower fails."""
        rows = [self._encode_one(text) for text in texts]
        return np.stack(rows) if rows else np.empty((0, self.spec.dimension), np.float32)

    def _encode_one(self, text: str) -> Vector:
        tokens = self._tokenizer.encode(text) if text.strip() else None
        if tokens is None or not tokens.mask.any():
            raise QueryError(tr("There are no words to search for: type some."))
        output = self._run(tokens)
        if output.ndim == 3 and self._text.pooling in (Pooling.MEAN, Pooling.MAX):
            output = self._real(output, tokens)
        try:
            vectors = vectors_of(output, OutputSpec(pooling=self._text.pooling, normalise=self._text.normalise))
        except ValueError as error:
            raise ModelError(
                tr("The description of the text tower of the model {0} is wrong: {1}.").format(self.spec.id, str(error))
            ) from error
        self._check(vectors)
        vector: Vector = vectors[0]
        return vector

    def _run(self, tokens: Tokens) -> Array:
        given = {self._text.input: tokens.ids}
        if self._text.mask is not None:
            given[self._text.mask] = tokens.mask
        inputs = {name: values[np.newaxis].astype(self._inputs[name]) for name, values in given.items()}
        try:
            return self._session.run_many(inputs, self._output)
        except ModelError as error:
            if _OUT_OF_TABLE not in str(error.__cause__):
                raise
            sentence = tr(
                "The text tower of the model {0} does not know the token {1} or takes fewer than {2} of them: its tokenizer or its"
                " text.length belongs to another model."
            )
            raise ModelError(sentence.format(self.spec.id, int(tokens.ids.max()), len(tokens.ids))) from error

    def _real(self, output: Array, tokens: Tokens) -> Array:
        """[1, t, d] without the tokens that fill up."""
        if output.shape[1] != len(tokens.ids):
            sentence = tr(
                "The text tower of the model {0} gives {1} vectors for {2} tokens, so it cannot be pooled by {3!r}: correct its"
                " model.toml."
            )
            pooling = self._text.pooling.value
            raise ModelError(sentence.format(self.spec.id, output.shape[1], len(tokens.ids), pooling))
        real: Array = output[:, tokens.mask.astype(bool)]
        return real

    def _check(self, vectors: Matrix) -> None:
        if len(vectors) != 1:
            sentence = tr("The text tower of the model {0} gives {1} vectors for one text: correct its model.toml.")
            raise ModelError(sentence.format(self.spec.id, len(vectors)))
        if vectors.shape[1] != self.spec.dimension:
            sentence = tr(
                "The text tower of the model {0} gives {1} numbers where its pictures have {2}: correct its model.toml."
            )
            raise ModelError(sentence.format(self.spec.id, vectors.shape[1], self.spec.dimension))
        if not np.isfinite(vectors).all():
            sentence = tr("The text tower of the model {0} gave a vector that is not finite for these words.")
            raise ModelError(sentence.format(self.spec.id))


def _kinds(ports: Sequence[Port], text: TextSpec, model: str) -> dict[str, type[Any]]:
    """Type of the numbers for each input that the description names; all that the graph wants must be among them."""
    ids = _port(ports, text.input, _INTEGERS, model)
    named = {text.input: _INTEGERS[ids.type]}
    if text.mask is not None:
        named[text.mask] = _MASKS[_port(ports, text.mask, _MASKS, model).type]
    if unnamed := [port.name for port in ports if port.name not in named]:
        sentence = tr(
            "The text tower of the model {0} also wants {1}: name its attention mask (text.mask) in its model.toml, or export it"
            " with no other inputs than tokens and mask."
        )
        raise ModelError(sentence.format(model, ", ".join(unnamed)))
    fixed = ids.shape[1] if len(ids.shape) == 2 else None
    if fixed is not None and not (text.pad_to_length and text.length == fixed):
        sentence = tr(
            "The text tower of the model {0} takes exactly {1} tokens: set text.length = {1} and text.pad_to_length = true in its"
            " model.toml."
        )
        raise ModelError(sentence.format(model, fixed))
    return named


def _port(ports: Sequence[Port], name: str, kinds: Mapping[str, type[Any]], model: str) -> Port:
    port = next((port for port in ports if port.name == name), None)
    if port is None:
        sentence = tr("The text tower of the model {0} has no input {1!r}: name one of {2} in its model.toml.")
        raise ModelError(sentence.format(model, name, ", ".join(port.name for port in ports)))
    if port.type not in kinds:
        sentence = tr(
            "The input “{0}” of the text tower of the model {1} takes no tokens ({2}): name another in its model.toml."
        )
        raise ModelError(sentence.format(name, model, port.type))
    return port


def _output(ports: Sequence[Port], name: str | None, model: str) -> str:
    names = [port.name for port in ports]
    if name is None and len(names) == 1:
        return names[0]
    if name is not None and name in names:
        return name
    if name is None:
        several = tr("The text tower of the model {0} has several outputs: name one of {1} in its model.toml.")
        raise ModelError(several.format(model, ", ".join(names)))
    missing = tr("The text tower of the model {0} has no output {1!r}: name one of {2} in its model.toml.")
    raise ModelError(missing.format(model, name, ", ".join(names)))
