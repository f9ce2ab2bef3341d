"""Files of models from others: what is in them is refused with one sentence, whatever it makes the libraries do that read them."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tokenizers
from tokenizers import models

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.model_spec import TextSpec
from imsearch_gui.encoding import store, tokenizer
from imsearch_gui.encoding.encoder import reference_picture
from imsearch_gui.encoding.learned import Learned
from imsearch_gui.encoding.store import EIGHT_BITS_NOTE, MANIFEST, eight_bits_of, read_model, read_spec
from imsearch_gui.encoding.tokenizer import Tokenizer, clip_tokenizer
from imsearch_gui.encoding.verify import verify

SPEC = TextSpec("text.onnx", "tokenizer.json", length=8)
SMALL = 'schema = 1\nid = "m"\ntitle = "M"\nfamily = "pixel"\ndimension = 12\n[input]\nwidth = 2\nheight = 2\n'
REFERENCE = '[reference]\npicture = "picture.npy"\nvector = "vector.npy"\n'


# -- descriptions -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 5000,
        "a = " + "{b=" * 3000,
        SMALL.replace("dimension = 12", "dimension = " + "9" * 30),
        SMALL.replace("dimension = 12", f"dimension = {2**40}"),
        SMALL + f"scale = {10**400}\n",
        SMALL + f"mean = [{10**400}, 0, 0]\n",
        SMALL.replace('"M"', '"' + "x" * 100_000 + '"'),
        SMALL.replace('"M"', '"a\\u0000b"'),
        SMALL.replace('"pixel"', '"' + "x" * 100_000 + '"'),
        SMALL + "x" * 100_000 + " = 1\n",
        SMALL.replace('"m"', '"../m"'),
    ],
)
def test_a_description_is_refused_with_one_sentence(text: str, tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text(text)
    with pytest.raises(ModelError) as caught:
        read_spec(tmp_path / MANIFEST)
    assert len(str(caught.value)) < 1000 + len(str(tmp_path))


def test_a_description_that_is_too_large_is_not_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / MANIFEST).write_text(SMALL)
    assert read_spec(tmp_path / MANIFEST).id == "m"
    monkeypatch.setattr(store, "LARGEST_DESCRIPTION", 20)
    with pytest.raises(ModelError, match="far too large"):
        read_spec(tmp_path / MANIFEST)


def test_a_pipe_is_no_description(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / MANIFEST)
    with pytest.raises(ModelError, match="cannot be read"):
        read_spec(tmp_path / MANIFEST)


@pytest.mark.parametrize(
    "note", ['faster = "twice"', "taken = 1", "size = 1.5", "why = []", "a = " + "[" * 5000, "b = 1"]
)
def test_a_note_on_the_8_bit_form_that_is_none(note: str, tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text(SMALL)
    (tmp_path / EIGHT_BITS_NOTE).write_text(f"{note}\n" if note.startswith("taken") else f"taken = true\n{note}\n")
    known = eight_bits_of(read_model(tmp_path))
    assert known is not None
    assert not known.taken
    assert "cannot be read" in known.why


# -- arrays -------------------------------------------------------------------------------------------------------------


def array(header: str, data: bytes = b"") -> bytes:
    text = header.encode().ljust(117) + b"\n"
    return b"\x93NUMPY\x01\x00" + len(text).to_bytes(2, "little") + text + data


BAD_ARRAYS = [
    array("{'descr': '|u1', 'fortran_order': False, 'shape': (2, 2, 3), "),
    array("{'descr': '|u1', 'fortran_order': False, 'shape': (99999999999, 9999999999), }"),
    array("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", b"cos\nsystem\n(S'true'\ntR."),
    array("(" * 60),
    array("{'descr': '|u1', 'fortran_order': False, 'shape': (2, 2, 3), }", b"\0" * 5),
    b"PK\x03\x04" + bytes(100),
    b"",
]


@pytest.mark.parametrize("data", BAD_ARRAYS)
def test_a_reference_that_is_none(data: bytes, tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text(SMALL + REFERENCE)
    for name in ("picture.npy", "vector.npy"):
        (tmp_path / name).write_bytes(data)
    model = read_model(tmp_path)
    with pytest.raises(ModelError, match="The reference of the model m"):
        verify(model)
    assert reference_picture(model).shape == (2, 2, 3)


@pytest.mark.parametrize(
    "data",
    [
        *BAD_ARRAYS,
        Learned(np.zeros(5, np.float32), np.ones(5, np.float32)).to_bytes(),
        Learned(np.zeros(3, np.float32), np.zeros(3, np.float32)).to_bytes(),
        Learned(np.full(3, np.nan, np.float32), np.ones(3, np.float32)).to_bytes(),
        Learned(np.full(3, 3e38, np.float32), np.ones(3, np.float32)).to_bytes(),
    ],
)
def test_what_was_learned_may_be_damaged(data: bytes) -> None:
    with pytest.raises(ModelError, match="What was learned from the pictures of this library is damaged"):
        Learned.from_bytes(data, 3)


# -- tokenizers ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def sound() -> dict[str, Any]:
    made = tokenizers.Tokenizer(models.Unigram([("<unk>", 0.0), ("a", -1.0)], unk_id=0))
    table: dict[str, Any] = json.loads(made.to_str())
    return table


def test_a_panic_of_the_library_is_a_sentence(tmp_path: Path) -> None:
    # What a mutated file brought about: the library takes the length of a prefix off a shorter word.
    vocabulary = {"<unk>": 0, "a": 1, "p": 4, "i": 5, "pi": 6}
    made = tokenizers.Tokenizer(models.BPE(vocabulary, [("p", "i")], unk_token="<unk>"))
    table = json.loads(made.to_str())
    table["model"]["continuing_subword_prefix"] = "x" * 5000
    (tmp_path / "tokenizer.json").write_text(json.dumps(table))
    with pytest.raises(BaseException) as raw:
        tokenizers.Tokenizer.from_file(str(tmp_path / "tokenizer.json"))
    assert not isinstance(raw.value, Exception), "this would prove nothing"
    with pytest.raises(ModelError, match="cannot be read"):
        Tokenizer(tmp_path / "tokenizer.json", SPEC)


def test_a_tokenizer_that_fails_on_words_is_a_sentence(sound: dict[str, Any], tmp_path: Path) -> None:
    sound["model"]["unk_id"] = None
    (tmp_path / "tokenizer.json").write_text(json.dumps(sound))
    with pytest.raises(ModelError, match="fails on these words"):
        Tokenizer(tmp_path / "tokenizer.json", SPEC).encode("zebra")


def test_a_pipe_and_a_giant_are_no_tokenizers(
    sound: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tokenizer.json").write_text(json.dumps(sound))
    assert len(Tokenizer(tmp_path / "tokenizer.json", SPEC).encode("a").ids) == 1
    monkeypatch.setattr(tokenizer, "LARGEST", 10)
    with pytest.raises(ModelError, match="far too large"):
        Tokenizer(tmp_path / "tokenizer.json", SPEC)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ModelError, match="far too large"):
        Tokenizer(tmp_path / "pipe", SPEC)


def test_pairs_that_unpack_to_more_than_there_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokenizer, "LARGEST_VOCABULARY", 10_000)
    (tmp_path / "bpe_simple_vocab_16e6.txt.gz").write_bytes(gzip.compress(b"a b\n" * 10_000))
    with pytest.raises(ModelError, match="far too large"):
        clip_tokenizer(tmp_path)


def test_a_vocabulary_that_is_nested_too_deeply(tmp_path: Path) -> None:
    (tmp_path / "vocab.json").write_text("[" * 100_000)
    (tmp_path / "merges.txt").write_text("")
    with pytest.raises(ModelError, match="cannot be read"):
        clip_tokenizer(tmp_path)
