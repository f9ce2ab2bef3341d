"""Words to the token ids that a text tower was trained with, by the `tokenizers` library."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.errors import KnownError, ModelError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.model_spec import TextSpec
from imsearch_gui.domain.model_toml import shortened

if TYPE_CHECKING:
    import tokenizers

TOKENIZER = "tokenizer.json"
VOCABULARY, MERGES = "vocab.json", "merges.txt"
PACKED_MERGES = "bpe_simple_vocab_16e6.txt.gz"
"""As openai/CLIP and open_clip ship it: the pairs alone, which imply the vocabulary."""

LARGEST = 2**28
"""Bytes of a tokenizer.json; that of a quarter of a million tokens has 35 million."""
LARGEST_VOCABULARY = 2**26
"""Characters of a vocabulary or its pairs; those of CLIP have three million."""
_START, _END = "<|startoftext|>", "<|endoftext|>"
_WORD_END = "</w>"
_BYTES = 256
_CLIP_TOKENS = 49_408
_LONGEST = 100_000
"""Characters that are looked at: far more than any tower takes, and a pasted book must not hold up the search."""
_PATTERN = r"<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"
"""What CLIP takes for a word: contractions, letters, single digits, other signs."""

_Ids = npt.NDArray[np.int64]
_Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Tokens:
    """One text: ids and mask, int64 [tokens] each; the mask is 0 where the text was filled up."""

    ids: _Ids
    mask: _Ids


class Tokenizer:
    """A tokenizer.json with the length and the filling of a text tower; may be used from several threads."""

    def __init__(self, path: Path, spec: TextSpec) -> None:
        """Raises ModelError where the file is no tokenizer."""
        from tokenizers import normalizers

        self._tokenizer = _load(path)
        self._spec = spec
        # As transformers does it, character by character; Python's lower() knows the Greek final sigma, which no tower has seen.
        self._lower = normalizers.Lowercase()
        # What the file itself says of length and filling is that of whoever saved it; the tower's is in model.toml.
        with _as_sentence(tr("The tokenizer of the model cannot be used ({0}): install the model again.")):
            self._tokenizer.enable_truncation(spec.length)
            if spec.pad_to_length:
                self._tokenizer.enable_padding(length=spec.length, pad_id=spec.pad_id, pad_token="")
            else:
                self._tokenizer.no_padding()

    def encode(self, text: str) -> Tokens:
        """The ids of a text, cut to the tower's length with the end token kept."""
        # Half a character, as a broken paste may hold it, has no UTF-8.
        words = self._spec.template.replace("{}", text[:_LONGEST]).encode(errors="replace").decode()
        with _as_sentence(tr("The tokenizer of the model fails on these words ({0}): install the model again.")):
            encoding = self._tokenizer.encode(self._lower.normalize_str(words) if self._spec.lowercase else words)
        return Tokens(np.asarray(encoding.ids, np.int64), np.asarray(encoding.attention_mask, np.int64))


def write_tokenizer(source: Path, target: Path) -> None:
    """Write the tokenizer.json of a model to `target`.

    `source` is a tokenizer.json, CLIP's bpe_simple_vocab_16e6.txt.gz, or a folder that holds one of them, or CLIP's vocab.json
    and merges.txt. Raises ModelError for anything else.
    """
    ready = source / TOKENIZER if source.is_dir() else source
    if source.is_file() and source.suffix == ".gz":
        content = clip_tokenizer(source)
    elif ready.is_file():
        content = _load(ready).to_str(pretty=False)
    else:
        content = clip_tokenizer(source)
    try:
        target.write_text(content, encoding="utf-8")
    except OSError as error:
        raise ModelError(tr("The tokenizer cannot be written to {0}: {1}.").format(target, error.strerror)) from error


def clip_tokenizer(source: Path) -> str:
    """The content of a tokenizer.json for CLIP's vocabulary: a folder, or its bpe_simple_vocab_16e6.txt.gz itself.

    Lower case, white space joined, words cut by CLIP's pattern, byte-level pairs with `</w>` at the end of a word, and the two
    special tokens around the text (openai/CLIP, simple_tokenizer.py). Raises ModelError where there is no such vocabulary.
    """
    vocabulary, merges = _clip_vocabulary(source)
    if _START not in vocabulary or _END not in vocabulary:
        sentence = tr(
            "The vocabulary in {0} is not CLIP's: it has no {1}; take the tokenizer.json of the model instead."
        )
        raise ModelError(sentence.format(source, _START))
    sentence = tr("The vocabulary in {0} does not fit its pairs ({1}): fetch both from the same model.")
    with _as_sentence(sentence, source):
        return _clip_pipeline(vocabulary, merges)


@contextmanager
def _as_sentence(sentence: str, *parts: object) -> Iterator[None]:
    """Turn what the library says into a ModelError: `sentence` with `parts` and the reason.

    It raises plain Exception for whatever it does not understand, and where its own checks have a gap the panic of its language,
    which is no Exception at all.
    """
    try:
        yield
    except KnownError:
        raise
    except Exception as error:
        raise ModelError(sentence.format(*parts, shortened(str(error)))) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise ModelError(sentence.format(*parts, shortened(str(error)))) from error


def _load(path: Path) -> tokenizers.Tokenizer:
    import tokenizers

    sentence = tr("The tokenizer {0} cannot be read ({1}): install the model again.")
    with _as_sentence(sentence, path):
        if path.stat().st_size > LARGEST or not path.is_file():
            raise ModelError(tr("The tokenizer {0} is far too large to be one.").format(path.name))
        return tokenizers.Tokenizer.from_file(str(path))


def _clip_vocabulary(source: Path) -> tuple[dict[str, int], _Pairs]:
    packed = source if source.is_file() else source / PACKED_MERGES
    try:
        if (source / VOCABULARY).is_file():
            vocabulary = json.loads(_text(source / VOCABULARY))
            if not isinstance(vocabulary, dict):
                raise ModelError(
                    tr("The vocabulary in {0} cannot be read ({1} holds no table): fetch it again.").format(
                        source, VOCABULARY
                    )
                )
            return vocabulary, _pairs(_text(source / MERGES))
        if packed.is_file():
            with gzip.open(packed, "rt", encoding="utf-8") as file:
                # The file goes on with pairs of a larger vocabulary than CLIP was trained with.
                merges = _pairs(_bounded(file.read(LARGEST_VOCABULARY + 1)))[: _CLIP_TOKENS - 2 * _BYTES - 2]
            return _implied(merges), merges
    except (OSError, EOFError, ValueError, RecursionError, zlib.error) as error:
        raise ModelError(
            tr("The vocabulary in {0} cannot be read ({1}): fetch it again.").format(source, str(error))
        ) from error
    sentence = tr("There is no tokenizer in {0}: name a folder that holds a {1}, or CLIP's {2} and {3}, or its {4}.")
    raise ModelError(sentence.format(source, TOKENIZER, VOCABULARY, MERGES, PACKED_MERGES))


def _text(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        return _bounded(file.read(LARGEST_VOCABULARY + 1))


def _bounded(text: str) -> str:
    """The same; ValueError where it was cut off, for what is packed may unpack to anything."""
    if len(text) > LARGEST_VOCABULARY:
        raise ValueError(tr("it is far too large"))
    return text


def _pairs(text: str) -> _Pairs:
    """The pairs to join, the first line being a version. Only line feeds end a line: tokens hold other such signs."""
    return [(left, right) for left, _, right in (line.partition(" ") for line in text.split("\n")[1:] if line.strip())]


def _implied(merges: _Pairs) -> dict[str, int]:
    """Every byte, every byte at the end of a word, every pair joined, and the special tokens, in this order."""
    letters = _byte_letters()
    tokens = [*letters, *(letter + _WORD_END for letter in letters)]
    tokens += [left + right for left, right in merges]
    return {token: number for number, token in enumerate([*tokens, _START, _END])}


def _byte_letters() -> list[str]:
    """The sign that stands for each byte, printable ones first: those for themselves, the others from U+0100 on (GPT-2's rule)."""
    printable = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    others = _BYTES - len(printable)
    return [chr(byte) for byte in printable] + [chr(_BYTES + number) for number in range(others)]


def _clip_pipeline(vocabulary: dict[str, int], merges: _Pairs) -> str:
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

    tokenizer = Tokenizer(
        models.BPE(
            vocabulary,
            merges,
            unk_token=_END,
            continuing_subword_prefix="",
            end_of_word_suffix=_WORD_END,
            fuse_unk=False,
        )
    )
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Lowercase()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(_PATTERN), behavior="removed", invert=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.post_processor = processors.RobertaProcessing(
        (_END, vocabulary[_END]), (_START, vocabulary[_START]), trim_offsets=False, add_prefix_space=False
    )
    tokenizer.add_special_tokens([_START, _END])
    return tokenizer.to_str(pretty=False)
