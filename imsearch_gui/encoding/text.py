"""Words to vectors, in the space of a model's pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import numpy as np

from imsearch_gui.domain.errors import ModelError, QueryError
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
        raise ModelError(
            f"The model {model.spec.title} knows pictures, not words: install one that takes words, such as CLIP."
        )
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
        self._inputs = _kinds(self._session.inputs, text, self._name)
        self._output = _output(self._session.outputs, text.output, self._name)

    @property
    def _name(self) -> str:
        return f"text tower of the model {self.spec.id}"

    def encode(self, texts: Sequence[str]) -> Matrix:
        """float32 [n, dimension]; QueryError for a text without words, ModelError where the tower fails."""
        rows = [self._encode_one(text) for text in texts]
        return np.stack(rows) if rows else np.empty((0, self.spec.dimension), np.float32)

    def _encode_one(self, text: str) -> Vector:
        tokens = self._tokenizer.encode(text) if text.strip() else None
        if tokens is None or not tokens.mask.any():
            raise QueryError("There are no words to search for: type some.")
        output = self._run(tokens)
        if output.ndim == 3 and self._text.pooling in (Pooling.MEAN, Pooling.MAX):
            output = self._real(output, tokens)
        try:
            vectors = vectors_of(output, OutputSpec(pooling=self._text.pooling, normalise=self._text.normalise))
        except ValueError as error:
            raise ModelError(f"The description of the {self._name} is wrong: {error}.") from error
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
            raise ModelError(
                f"The {self._name} does not know the token {tokens.ids.max()} or takes fewer than {len(tokens.ids)} of them:"
                " its tokenizer or its text.length belongs to another model."
            ) from error

    def _real(self, output: Array, tokens: Tokens) -> Array:
        """[1, t, d] without the tokens that fill up."""
        if output.shape[1] != len(tokens.ids):
            raise ModelError(
                f"The {self._name} gives {output.shape[1]} vectors for {len(tokens.ids)} tokens, so it cannot be pooled by"
                f" {self._text.pooling.value!r}: correct its model.toml."
            )
        real: Array = output[:, tokens.mask.astype(bool)]
        return real

    def _check(self, vectors: Matrix) -> None:
        if len(vectors) != 1:
            raise ModelError(f"The {self._name} gives {len(vectors)} vectors for one text: correct its model.toml.")
        if vectors.shape[1] != self.spec.dimension:
            raise ModelError(
                f"The {self._name} gives {vectors.shape[1]} numbers where its pictures have {self.spec.dimension}:"
                " correct its model.toml."
            )
        if not np.isfinite(vectors).all():
            raise ModelError(f"The {self._name} gave a vector that is not finite for these words.")


def _kinds(ports: Sequence[Port], text: TextSpec, who: str) -> dict[str, type[Any]]:
    """Type of the numbers for each input that the description names; all that the graph wants must be among them."""
    ids = _port(ports, text.input, _INTEGERS, who)
    named = {text.input: _INTEGERS[ids.type]}
    if text.mask is not None:
        named[text.mask] = _MASKS[_port(ports, text.mask, _MASKS, who).type]
    if unnamed := [port.name for port in ports if port.name not in named]:
        raise ModelError(
            f"The {who} also wants {', '.join(unnamed)}: name its attention mask (text.mask) in its model.toml, or export it"
            " with no other inputs than tokens and mask."
        )
    fixed = ids.shape[1] if len(ids.shape) == 2 else None
    if fixed is not None and not (text.pad_to_length and text.length == fixed):
        raise ModelError(
            f"The {who} takes exactly {fixed} tokens: set text.length = {fixed} and text.pad_to_length = true in its"
            " model.toml."
        )
    return named


def _port(ports: Sequence[Port], name: str, kinds: Mapping[str, type[Any]], who: str) -> Port:
    port = next((port for port in ports if port.name == name), None)
    if port is None:
        names = ", ".join(port.name for port in ports)
        raise ModelError(f"The {who} has no input {name!r}: name one of {names} in its model.toml.")
    if port.type not in kinds:
        raise ModelError(
            f"The input {name!r} of the {who} takes no tokens ({port.type}): name another in its model.toml."
        )
    return port


def _output(ports: Sequence[Port], name: str | None, who: str) -> str:
    names = [port.name for port in ports]
    if name is None and len(names) == 1:
        return names[0]
    if name is not None and name in names:
        return name
    wrong = "several outputs" if name is None else f"no output {name!r}"
    raise ModelError(f"The {who} has {wrong}: name one of {', '.join(names)} in its model.toml.")
