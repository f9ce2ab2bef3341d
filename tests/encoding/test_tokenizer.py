"""Token ids must be those that the towers were trained with: held against transformers, sentence by sentence.

`sentences_clip_ids.json` holds what transformers 5.23 gave for `sentences.txt`, so that the comparison also runs without it.
Where the sentences change, write it anew: `python tests/encoding/test_tokenizer.py`.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from tokenizers import Tokenizer as Raw
from tokenizers import decoders, models, normalizers, pre_tokenizers, processors, trainers

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.model_spec import TextSpec
from imsearch_gui.encoding.tokenizer import Tokenizer, clip_tokenizer, write_tokenizer

HERE = Path(__file__).resolve().parent
GOLDEN = HERE / "sentences_clip_ids.json"
CLIP_LENGTH = 77
START, END = 49406, 49407
GEMMA_LENGTH = 64
GEMMA = TextSpec("g", "t", length=GEMMA_LENGTH, pad_to_length=True, pad_id=0, lowercase=True)


def sentences() -> list[str]:
    """One a line; headings begin with ##; signs that an editor could lose are written as \\u{hex}."""
    lines = (HERE / "sentences.txt").read_text(encoding="utf-8").split("\n")
    chosen = [line for line in lines if line and not line.startswith("## ")]
    return [re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), line) for line in chosen]


def ids_of_transformers(vocabulary: Path) -> list[list[int]]:
    from transformers import CLIPTokenizer

    reference = CLIPTokenizer.from_pretrained(str(vocabulary))
    return [reference(text, truncation=True, max_length=CLIP_LENGTH)["input_ids"] for text in sentences()]


@pytest.fixture(scope="module")
def vocabulary(shared_data: Path) -> Path:
    return shared_data / "tokenizer_clip"


@pytest.fixture(scope="module")
def clip_file(vocabulary: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("clip") / "tokenizer.json"
    write_tokenizer(vocabulary, target)
    return target


@pytest.fixture(scope="module")
def clip(clip_file: Path) -> Tokenizer:
    return Tokenizer(clip_file, TextSpec("g", "t"))


def test_there_are_enough_sentences() -> None:
    assert len(set(sentences())) >= 200


def test_clip_ids_are_the_golden_ones(clip: Tokenizer) -> None:
    golden = json.loads(GOLDEN.read_text())
    assert len(golden) == len(sentences())
    for text, expected in zip(sentences(), golden, strict=True):
        assert clip.encode(text).ids.tolist() == expected, text


def test_clip_ids_are_those_of_transformers(clip: Tokenizer, vocabulary: Path) -> None:
    pytest.importorskip("transformers", reason="transformers is not installed (extra [export])")
    expected = ids_of_transformers(vocabulary)
    assert expected == json.loads(GOLDEN.read_text()), (
        "transformers gives other ids than it did: look before writing anew"
    )
    for text, ids in zip(sentences(), expected, strict=True):
        assert clip.encode(text).ids.tolist() == ids, text


def test_the_published_example(clip: Tokenizer) -> None:
    assert clip.encode("a photo of a cat").ids.tolist() == [START, 320, 1125, 539, 320, 2368, END]


def test_both_forms_of_clips_vocabulary_make_the_same_tokenizer(vocabulary: Path, tmp_path: Path) -> None:
    packed = tmp_path / "bpe_simple_vocab_16e6.txt.gz"
    shutil.copy(vocabulary / packed.name, packed)
    whole = json.loads(clip_tokenizer(vocabulary))
    assert json.loads(clip_tokenizer(packed)) == whole
    assert json.loads(clip_tokenizer(tmp_path)) == whole
    assert len(whole["model"]["vocab"]) == 49408


def test_what_is_too_long_is_cut_and_keeps_its_end(clip: Tokenizer) -> None:
    tokens = clip.encode("cat " * 200)
    assert tokens.ids.tolist() == [START, *[2368] * 75, END]
    assert tokens.mask.tolist() == [1] * 77


def test_a_pasted_book_is_not_read_to_its_end(clip: Tokenizer) -> None:
    assert clip.encode("cat " * 1_000_000).ids.tolist() == [START, *[2368] * 75, END]


def test_filling_up(clip_file: Path) -> None:
    tokens = Tokenizer(clip_file, TextSpec("g", "t", length=10, pad_to_length=True, pad_id=7)).encode("a cat")
    assert tokens.ids.tolist() == [START, 320, 2368, END, 7, 7, 7, 7, 7, 7]
    assert tokens.mask.tolist() == [1, 1, 1, 1, 0, 0, 0, 0, 0, 0]


def test_length_and_filling_of_the_file_itself_do_not_count(clip_file: Path, tmp_path: Path) -> None:
    raw = Raw.from_file(str(clip_file))
    raw.enable_truncation(4)
    raw.enable_padding(length=4, direction="left")
    raw.save(str(tmp_path / "tokenizer.json"))
    for spec in (TextSpec("g", "t"), TextSpec("g", "t", pad_to_length=True)):
        tokens = Tokenizer(tmp_path / "tokenizer.json", spec).encode("a photo of a cat")
        assert tokens.ids[tokens.mask == 1].tolist() == [START, 320, 1125, 539, 320, 2368, END]
        assert tokens.ids[0] == START


def test_the_template_goes_round_the_words(clip_file: Path, clip: Tokenizer) -> None:
    framed = Tokenizer(clip_file, TextSpec("g", "t", template="a photo of {}"))
    assert framed.encode("a {} cat").ids.tolist() == clip.encode("a photo of a {} cat").ids.tolist()


def test_half_a_character_of_a_broken_paste(clip: Tokenizer) -> None:
    assert clip.encode("\ud83d cat").ids.tolist() == clip.encode("? cat").ids.tolist()


# -- a tokenizer of the kind that SigLIP2 has --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def gemma_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small vocabulary of Gemma's kind: words with ▁ for the space, bytes for unknown signs, <eos> at the end."""
    folder = tmp_path_factory.mktemp("gemma")
    special = ["<pad>", "<eos>", "<bos>", "<unk>", "<mask>"]
    raw = Raw(models.BPE(byte_fallback=True, fuse_unk=True, unk_token="<unk>"))
    raw.normalizer = normalizers.Replace(" ", "▁")
    raw.pre_tokenizer = pre_tokenizers.Split(" ", "merged_with_previous")
    raw.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse()])
    trainer = trainers.BpeTrainer(
        vocab_size=900,
        special_tokens=[*special, *(f"<0x{byte:02X}>" for byte in range(256))],
        limit_alphabet=200,
        show_progress=False,
    )
    raw.train_from_iterator([text.lower() for text in sentences()], trainer)
    raw.post_processor = processors.TemplateProcessing(single="$A <eos>", special_tokens=[("<eos>", 1)])
    raw.save(str(folder / "tokenizer.json"))
    settings: dict[str, Any] = {"tokenizer_class": "Siglip2Tokenizer", "padding_side": "right"}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings))
    return folder


def test_siglip2_ids_and_mask_are_those_of_transformers(gemma_folder: Path) -> None:
    transformers = pytest.importorskip("transformers", reason="transformers is not installed (extra [export])")
    reference = transformers.Siglip2Tokenizer.from_pretrained(str(gemma_folder))
    ours = Tokenizer(gemma_folder / "tokenizer.json", GEMMA)
    for text in sentences():
        expected = reference(text, padding="max_length", truncation=True, max_length=GEMMA_LENGTH)
        tokens = ours.encode(text)
        assert tokens.ids.tolist() == expected["input_ids"], text
        assert tokens.mask.tolist() == expected["attention_mask"], text


def test_64_tokens_filled_up_after_the_end(gemma_folder: Path) -> None:
    ours = Tokenizer(gemma_folder / "tokenizer.json", GEMMA)
    short, long = ours.encode("a cat"), ours.encode("a cat " * 100)
    words = int(short.mask.sum())
    assert short.ids[words - 1] == 1
    assert short.ids[words:].tolist() == [0] * (GEMMA_LENGTH - words)
    assert (len(long.ids), long.ids[-1], long.mask.sum()) == (GEMMA_LENGTH, 1, GEMMA_LENGTH)


def test_lower_case_only_where_the_model_asks_for_it(gemma_folder: Path) -> None:
    path = gemma_folder / "tokenizer.json"
    lower, plain = Tokenizer(path, GEMMA), Tokenizer(path, TextSpec("g", "t"))
    assert lower.encode("A CAT").ids.tolist() == lower.encode("a cat").ids.tolist()
    assert plain.encode("A CAT").ids.tolist() != plain.encode("a cat").ids.tolist()
    # Sign by sign: a sigma at the end of a word is one like any other.
    assert lower.encode("ΣΑΣ").ids.tolist() == lower.encode("σασ").ids.tolist()


# -- what is no tokenizer ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b'{"version": "9.0", "model": {"type": "New"}}'])
def test_a_file_that_is_no_tokenizer(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "tokenizer.json").write_bytes(content)
    with pytest.raises(ModelError, match=r"tokenizer.json cannot be read \(.*\): install the model again"):
        Tokenizer(tmp_path / "tokenizer.json", TextSpec("g", "t"))
    with pytest.raises(ModelError, match="cannot be read"):
        write_tokenizer(tmp_path, tmp_path / "out.json")


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        Tokenizer(tmp_path / "tokenizer.json", TextSpec("g", "t"))


def test_a_folder_without_a_vocabulary(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(ModelError, match=r"no tokenizer in .*: name a folder that holds a tokenizer.json"):
            write_tokenizer(place, tmp_path / "out.json")


def test_a_vocabulary_that_is_not_clips(tmp_path: Path) -> None:
    (tmp_path / "vocab.json").write_text('{"a": 0}')
    (tmp_path / "merges.txt").write_text("#version: 0.2\n")
    with pytest.raises(ModelError, match="is not CLIP's"):
        write_tokenizer(tmp_path, tmp_path / "out.json")


@pytest.mark.parametrize("content", ["[", "[1, 2]", "5", '{"a": "b"}', '{"<|startoftext|>": 0, "<|endoftext|>": -1}'])
def test_a_vocabulary_that_is_broken(tmp_path: Path, content: str) -> None:
    (tmp_path / "vocab.json").write_text(content)
    (tmp_path / "merges.txt").write_text("#version: 0.2\n")
    with pytest.raises(ModelError):
        write_tokenizer(tmp_path, tmp_path / "out.json")


def test_a_vocabulary_without_its_pairs(tmp_path: Path) -> None:
    (tmp_path / "vocab.json").write_text('{"<|startoftext|>": 0, "<|endoftext|>": 1}')
    with pytest.raises(ModelError, match=r"merges\.txt"):
        write_tokenizer(tmp_path, tmp_path / "out.json")


def test_pairs_of_another_vocabulary(tmp_path: Path) -> None:
    (tmp_path / "vocab.json").write_text('{"<|startoftext|>": 0, "<|endoftext|>": 1}')
    (tmp_path / "merges.txt").write_text("#version: 0.2\nq u\n")
    with pytest.raises(ModelError, match="does not fit its pairs"):
        write_tokenizer(tmp_path, tmp_path / "out.json")


def test_packed_pairs_that_are_cut_off(tmp_path: Path) -> None:
    packed = tmp_path / "bpe_simple_vocab_16e6.txt.gz"
    packed.write_bytes(gzip.compress(b"version\ni n\n" * 1000)[:-20])
    with pytest.raises(ModelError, match="cannot be read"):
        write_tokenizer(packed, tmp_path / "out.json")


def test_a_tokenizer_that_is_there_is_taken_as_it_is(clip_file: Path, tmp_path: Path) -> None:
    for source in (clip_file, clip_file.parent):
        write_tokenizer(source, tmp_path / "out.json")
        assert json.loads((tmp_path / "out.json").read_text()) == json.loads(clip_file.read_text())


if __name__ == "__main__":
    rows = ids_of_transformers(HERE.parents[2] / "shared" / "data" / "tokenizer_clip")
    GOLDEN.write_text("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")
