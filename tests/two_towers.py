"""Models with a text tower, made for tests: words and pictures in one space."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import tomli_w
from onnx import TensorProto, helper, numpy_helper

from imsearch_gui.encoding.tokenizer import write_tokenizer

SIDE = 8
WORDS = ("[pad]", "[end]", "red", "green", "blue", "yellow", "dark", "bright", "a", "picture", "of")
_PLACES = {
    "red": (1, 0, 0),
    "green": (0, 1, 0),
    "blue": (0, 0, 1),
    "yellow": (1, 1, 0),
    "dark": (-1, -1, -1),
    "bright": (1, 1, 1),
}


def make_tiny_towers(target: Path, *, identity: str = "tiny-towers", dimension: int = 3) -> Path:
    """A model folder whose space is the mean colour of a picture, dark opposite to bright, and in which six words have places."""
    target.mkdir(parents=True, exist_ok=True)
    _save(target / "picture.onnx", _picture_tower(dimension))
    _save(target / "words.onnx", _text_tower(dimension))
    _write_tokenizer(target / "tokenizer.json")
    manifest = {
        "schema": 1,
        "id": identity,
        "title": "Tiny towers",
        "family": "clip",
        "dimension": dimension,
        "licence": "MIT",
        "files": [{"path": "picture.onnx"}, {"path": "words.onnx"}, {"path": "tokenizer.json"}],
        "input": {
            "width": SIDE,
            "height": SIDE,
            "resize": "squash",
            "interpolation": "box",
            "mean": [0.2, 0.2, 0.2],
            "std": [0.5, 0.5, 0.5],
        },
        "output": {"normalise": True},
        "text": {"file": "words.onnx", "tokenizer": "tokenizer.json", "length": 8, "mask": "attention_mask"},
    }
    (target / "model.toml").write_bytes(tomli_w.dumps(manifest).encode())
    return target


def make_two_towers(shared_data: Path, target: Path) -> Path:
    """DeiT-Tiny with the bag of words that was fitted to its classes (../shared/data): real answers to some words."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copy(shared_data / "models" / "deit-tiny-w3a3" / "model.onnx", target / "model.onnx")
    shutil.copy(shared_data / "models" / "deit-tiny-w3a3-text-standin" / "text_model.onnx", target / "text_model.onnx")
    write_tokenizer(shared_data / "tokenizer_clip", target / "tokenizer.json")
    manifest = {
        "schema": 1,
        "id": "deit-tiny-words",
        "title": "DeiT-Tiny with words",
        "family": "clip",
        "dimension": 192,
        "licence": "MIT",
        "files": [{"path": "model.onnx"}, {"path": "text_model.onnx"}, {"path": "tokenizer.json"}],
        "output": {"name": "embedding", "normalise": True},
        "text": {"file": "text_model.onnx", "tokenizer": "tokenizer.json", "output": "text_embeds"},
    }
    (target / "model.toml").write_bytes(tomli_w.dumps(manifest).encode())
    return target


def _picture_tower(dimension: int) -> onnx.GraphProto:
    mix = np.zeros((dimension, 3), np.float32)
    mix[:3, :3] = np.eye(3)
    nodes = [
        helper.make_node("GlobalAveragePool", ["pixel_values"], ["pooled"]),
        helper.make_node("Flatten", ["pooled"], ["flat"]),
        helper.make_node("Gemm", ["flat", "mix"], ["image_embeds"], transB=1),
    ]
    return helper.make_graph(
        nodes,
        "picture",
        [helper.make_tensor_value_info("pixel_values", TensorProto.FLOAT, ["batch", 3, SIDE, SIDE])],
        [helper.make_tensor_value_info("image_embeds", TensorProto.FLOAT, ["batch", dimension])],
        [numpy_helper.from_array(mix, "mix")],
    )


def _text_tower(dimension: int) -> onnx.GraphProto:
    """The sum of the places of the words that are no padding."""
    table = np.zeros((len(WORDS), dimension), np.float32)
    table[:, :3] = [_PLACES.get(word, (0, 0, 0)) for word in WORDS]
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["each"]),
        helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["mask", "axis"], ["column"]),
        helper.make_node("Mul", ["each", "column"], ["counted"]),
        helper.make_node("ReduceSum", ["counted", "one"], ["text_embeds"], keepdims=0),
    ]
    return helper.make_graph(
        nodes,
        "words",
        [
            helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"])
            for name in ("input_ids", "attention_mask")
        ],
        [helper.make_tensor_value_info("text_embeds", TensorProto.FLOAT, ["batch", dimension])],
        [
            numpy_helper.from_array(table, "table"),
            numpy_helper.from_array(np.array([2]), "axis"),
            numpy_helper.from_array(np.array([1]), "one"),
        ],
    )


def _save(path: Path, graph: onnx.GraphProto) -> None:
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9), path)


def _write_tokenizer(path: Path) -> None:
    content = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [{"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "[end]", "type_id": 0}}],
            "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 0}}],
            "special_tokens": {"[end]": {"id": "[end]", "ids": [1], "tokens": ["[end]"]}},
        },
        "decoder": None,
        "model": {
            "type": "WordLevel",
            "vocab": {word: number for number, word in enumerate(WORDS)},
            "unk_token": "[pad]",
        },
    }
    path.write_text(json.dumps(content), encoding="utf-8")
