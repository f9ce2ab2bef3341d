"""Models from others: their descriptions, graphs, tokenizers, and the files beside them. No graph is run here."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import graph_makers
import numpy as np
import onnx
import tomli_w
from library_targets import scratch
from making import Chooser, Target
from onnx import TensorProto, helper

from imsearch_gui.domain.errors import KnownError
from imsearch_gui.domain.model_spec import TextSpec
from imsearch_gui.encoding.arrays import read_array
from imsearch_gui.encoding.graph_facts import read_facts
from imsearch_gui.encoding.side_files import read_hints
from imsearch_gui.encoding.store import EIGHT_BITS_NOTE, MANIFEST, InstalledModel, eight_bits_of, read_spec
from imsearch_gui.encoding.tokenizer import Tokenizer, clip_tokenizer
from imsearch_gui.encoding.words_import import guess_text, tokenizer_text

DESCRIPTION: dict[str, Any] = {
    "schema": 1,
    "id": "test",
    "title": "Test",
    "family": "clip",
    "dimension": 3,
    "files": [{"path": "model.onnx", "sha256": "00", "size": 3}, {"path": "text.onnx"}, {"path": "tokenizer.json"}],
    "input": {"width": 8, "height": 8, "resize": "squash", "mean": [0.0, 0.0, 0.0], "std": [1.0, 1.0, 1.0]},
    "output": {"name": "vector", "pooling": "none"},
    "text": {"file": "text.onnx", "tokenizer": "tokenizer.json", "length": 8},
    "patches": {"rows": 2, "columns": 2, "output": "patches"},
    "hub": {"repository": "a/b", "revision": "main"},
}


def place() -> Path:
    """A folder for one model."""
    folder = scratch() / "model"
    folder.mkdir(exist_ok=True)
    return folder


def said(work: Callable[[], object]) -> str:
    try:
        work()
    except KnownError as error:
        assert len(str(error)) < 2000, "that is no sentence"
        return "refused"
    return "taken"


def manifest(data: bytes) -> str:
    file = place() / MANIFEST
    file.write_bytes(data)

    def read() -> None:
        spec = read_spec(file)
        for item in spec.files:
            inside = (place() / item.path).resolve().is_relative_to(place().resolve())
            assert inside, f"{item.path} leads out of the folder"
        assert "/" not in spec.id

    return said(read)


def made_up_manifest(data: bytes) -> str:
    """Well-formed TOML with anything in it."""
    choose = Chooser(data)
    table = json.loads(json.dumps(DESCRIPTION))
    for _ in range(1 + choose.number(3)):
        inner = choose.pick((table, *(value for value in table.values() if isinstance(value, dict)), table["files"][0]))
        if not inner:
            break
        inner[choose.pick(tuple(inner))] = _without_none(choose.json())
        if not isinstance(table.get("files"), list) or not table["files"] or not isinstance(table["files"][0], dict):
            break
    try:
        text = tomli_w.dumps(table)
    except (TypeError, ValueError, RecursionError):
        return "no TOML"
    return manifest(text.encode(errors="replace"))


def _without_none(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_none(item) for item in value if item is not None]
    if isinstance(value, dict):
        return {key: _without_none(item) for key, item in value.items() if item is not None}
    return "" if value is None else value


def eight_bits(data: bytes) -> str:
    folder = place()
    (folder / MANIFEST).write_text(tomli_w.dumps({**DESCRIPTION, "files": [], "family": "pixel"} | {"text": {}}))
    (folder / EIGHT_BITS_NOTE).write_bytes(data)
    spec = _pixel_spec()
    known = eight_bits_of(InstalledModel(spec, folder))
    if known is not None:
        assert isinstance(known.faster, float)
        assert isinstance(known.why, str)
    return "refused" if known is None or "cannot be read" in known.why else "taken"


@cache
def _pixel_spec() -> Any:
    file = scratch() / "pixel.toml"
    file.write_text('schema = 1\nid = "p"\ntitle = "P"\nfamily = "pixel"\ndimension = 192\n')
    return read_spec(file)


def graph(data: bytes) -> str:
    file = place() / "model.onnx"
    file.write_bytes(data)

    def read() -> None:
        facts = read_facts(file)
        for name in facts.external:
            assert (file.parent / name).resolve().is_relative_to(place().resolve())
        assert facts.nodes < 10**7

    return said(read)


@cache
def _graphs() -> tuple[bytes, ...]:
    folder = scratch() / "graphs"
    paths = [
        graph_makers.sound(folder / "sound.onnx"),
        graph_makers.tower(folder / "tower.onnx"),
        graph_makers.words(folder / "words.onnx"),
        graph_makers.endless(folder / "endless.onnx"),
        graph_makers.external(folder / "external.onnx", "weights.bin"),
        graph_makers.external(folder / "outside.onnx", "../../etc/passwd", write=False),
        graph_makers.large_tensor(folder / "large.onnx", 2**62),
    ]
    return (*(path.read_bytes() for path in paths), _nested(20), _nested(3000), _huge())


def _nested(depth: int) -> bytes:
    """Graphs in graphs, written by hand: the library itself would refuse to."""
    inner = helper.make_graph([helper.make_node("Identity", ["a"], ["b"])], "g", [], []).SerializeToString()

    def field(number: int, content: bytes) -> bytes:
        size, encoded = len(content), bytearray()
        while size >= 0x80:
            encoded.append(size & 0x7F | 0x80)
            size >>= 7
        return bytes([number << 3 | 2]) + bytes(encoded) + bytes([size]) + content

    for _ in range(depth):
        attribute = field(6, inner)
        node = field(5, attribute) + field(4, b"If")
        inner = field(1, node)
    return b"\x08\x09" + field(7, inner) + field(8, b"\x10\x12")


def _huge() -> bytes:
    """A tensor of more numbers than there are."""
    tensor = onnx.TensorProto(name="weights", data_type=TensorProto.FLOAT, dims=[2**62, 2**62, 3])
    path = graph_makers.save(scratch() / "graphs" / "huge.onnx", graph_makers.POOLED, tensors=[tensor])
    return path.read_bytes()


def tokenizer(data: bytes) -> str:
    file = place() / "tokenizer.json"
    file.write_bytes(data)
    spec = TextSpec(file="text.onnx", tokenizer="tokenizer.json", length=8)

    def read() -> None:
        tokens = Tokenizer(file, spec).encode("a picture of a red flower, 2 Straßen \ud800 ")
        assert len(tokens.ids) <= 8

    return said(read)


@cache
def _tokenizers() -> tuple[bytes, ...]:
    import tokenizers
    from tokenizers import models, normalizers, pre_tokenizers, processors

    words = {"<unk>": 0, "a": 1, "picture": 2, "red": 3, "p": 4, "i": 5, "pi": 6}
    plain = tokenizers.Tokenizer(models.WordLevel(words, unk_token="<unk>"))
    plain.pre_tokenizer = pre_tokenizers.Whitespace()
    pairs = tokenizers.Tokenizer(models.BPE(words, [("p", "i")], unk_token="<unk>"))
    pairs.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Replace(tokenizers.Regex(r"\s+"), " ")])
    pairs.pre_tokenizer = pre_tokenizers.ByteLevel()
    pairs.post_processor = processors.TemplateProcessing("<unk> $A", special_tokens=[("<unk>", 0)])
    unigram = tokenizers.Tokenizer(models.Unigram([("<unk>", 0.0), ("a", -1.0), ("pic", -2.0)], unk_id=0))
    return tuple(made.to_str().encode() for made in (plain, pairs, unigram))


def made_up_tokenizer(data: bytes) -> str:
    """Well-formed JSON with anything in it."""
    choose = Chooser(data)
    table = json.loads(choose.pick(_tokenizers()))
    for _ in range(1 + choose.number(3)):
        inner = choose.pick((table, *(value for value in table.values() if isinstance(value, dict) and value)))
        inner[choose.pick(tuple(inner))] = choose.json()
    return tokenizer(json.dumps(table).encode())


def clip_vocabulary(data: bytes) -> str:
    """CLIP's older files: the vocabulary, the pairs, or both packed."""
    choose = Chooser(data[:8])
    folder = place() / "clip"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    sound = json.dumps({"<|startoftext|>": 0, "<|endoftext|>": 1, "a": 2}).encode()
    match choose.number(3):
        case 0:
            (folder / "bpe_simple_vocab_16e6.txt.gz").write_bytes(data)
        case 1:
            (folder / "vocab.json").write_bytes(data)
            (folder / "merges.txt").write_bytes(b"#version\na b\n")
        case _:
            (folder / "vocab.json").write_bytes(sound)
            (folder / "merges.txt").write_bytes(data)
    return said(lambda: clip_tokenizer(folder))


def beside(data: bytes) -> str:
    """What publishers put beside a graph."""
    folder = place()
    for name in ("preprocessor_config.json", "config.json", "open_clip_config.json", "README.md"):
        (folder / name).write_bytes(data)

    def read() -> None:
        hints = read_hints(folder / "model.onnx", {"preprocess": data.decode(errors="replace")})
        facts = read_facts(graph_makers.words(folder / "words.onnx"))
        (folder / "tokenizer.json").write_bytes(data)
        guess_text(facts, hints, tokenizer_text(folder / "tokenizer.json"), siglip=False, dimension=3)

    return said(read)


def made_up_beside(data: bytes) -> str:
    choose = Chooser(data)
    keys = (
        "image_mean",
        "image_std",
        "size",
        "crop_size",
        "do_center_crop",
        "resample",
        "preprocess_cfg",
        "vision_cfg",
    )
    keys += (
        "pretrained_cfg",
        "input_size",
        "crop_pct",
        "vision_config",
        "image_size",
        "model",
        "truncation",
        "padding",
    )
    return beside(json.dumps({choose.pick(keys): choose.json() for _ in range(4)}).encode())


def reference(data: bytes) -> str:
    try:
        assert read_array(io.BytesIO(data), np.uint8, (4, 4, 3)).shape == (4, 4, 3)
    except ValueError:
        return "refused"
    return "taken"


def _array() -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, np.zeros((4, 4, 3), np.uint8))
    return buffer.getvalue()


def _descriptions() -> tuple[bytes, ...]:
    deep = b"a = " + b"[" * 5000
    return (tomli_w.dumps(DESCRIPTION).encode(), deep, b'id = "' + b"x" * 100_000 + b'"', b"dimension = " + b"9" * 4000)


TARGETS = (
    Target("model.toml", _descriptions, manifest),
    Target("model.toml, made up", lambda: (b"",), made_up_manifest, raw=True),
    Target("note of the 8-bit form", lambda: (b'taken = true\nwhy = ""\nfaster = 2.0\nsource = ""\n',), eight_bits),
    Target("ONNX graph", _graphs, graph),
    Target("tokenizer", _tokenizers, tokenizer),
    Target("tokenizer, made up", lambda: (b"",), made_up_tokenizer, raw=True),
    Target("CLIP vocabulary", lambda: (b"#version\na b\nc d\n", b'{"a": 1}'), clip_vocabulary),
    Target(
        "files beside a graph", lambda: (b'{"size": {"shortest_edge": 224}, "image_mean": [0.5, 0.5, 0.5]}',), beside
    ),
    Target("files beside a graph, made up", lambda: (b"",), made_up_beside, raw=True),
    Target("reference of a model", lambda: (_array(),), reference),
)
