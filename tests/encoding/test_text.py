"""Words to vectors: what a text tower may do, what it may do wrong with the sentence for it, and real answers."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import pytest
import tomli_w
from onnx import TensorProto, helper, numpy_helper

from imsearch_gui.domain.errors import ModelError, QueryError
from imsearch_gui.domain.metrics import Metric, scores
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.store import ModelStore, read_model
from imsearch_gui.encoding.text import TextEncoder, open_text_encoder
from imsearch_gui.imaging import decoder, resize

WORDS = ("[pad]", "[end]", "one", "two", "three", "beyond")
TABLE = np.array([[9, 9, 9], [1, 1, 1], [1, 0, 0], [0, 2, 0], [0, 0, 3]], np.float32)
"""A row a token; the last word of WORDS has none."""
TOKENS = [helper.make_node("Gather", ["table", "ids"], ["out"])]
SUM = [
    helper.make_node("Gather", ["table", "ids"], ["each"]),
    helper.make_node("ReduceSum", ["each", "axis"], ["out"], keepdims=0),
]


@dataclass
class Tower:
    """A text tower to be: the graph's nodes, its ports, and what model.toml says of it."""

    nodes: Sequence[onnx.NodeProto] = field(default_factory=lambda: SUM)
    inputs: dict[str, tuple[int, list[object]]] = field(
        default_factory=lambda: {"ids": (TensorProto.INT64, ["batch", "tokens"])}
    )
    outputs: Sequence[str] = ("out",)
    text: dict[str, Any] = field(default_factory=dict)
    dimension: int = 3


Make = Callable[[Tower], Path]


@pytest.fixture
def make(tmp_path: Path, two_towers: Any) -> Make:
    def build(tower: Tower) -> Path:
        folder: Path = two_towers.make_tiny_towers(tmp_path / "model", identity="m", dimension=max(3, tower.dimension))
        graph = helper.make_graph(
            list(tower.nodes),
            "words",
            [helper.make_tensor_value_info(name, kind, shape) for name, (kind, shape) in tower.inputs.items()],
            [helper.make_empty_tensor_value_info(name) for name in tower.outputs],
            [numpy_helper.from_array(TABLE, "table"), numpy_helper.from_array(np.array([1]), "axis")],
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
        (folder / "words.onnx").write_bytes(onnx.shape_inference.infer_shapes(model).SerializeToString())
        tokenizer = json.loads((folder / "tokenizer.json").read_text())
        tokenizer["model"]["vocab"] = {word: number for number, word in enumerate(WORDS)}
        (folder / "tokenizer.json").write_text(json.dumps(tokenizer))
        manifest = {
            "schema": 1,
            "id": "m",
            "title": "M",
            "family": "clip",
            "dimension": tower.dimension,
            "files": [{"path": "picture.onnx"}, {"path": "words.onnx"}, {"path": "tokenizer.json"}],
            "text": {
                "file": "words.onnx",
                "tokenizer": "tokenizer.json",
                "input": "ids",
                "normalise": False,
                **tower.text,
            },
        }
        (folder / "model.toml").write_bytes(tomli_w.dumps(manifest).encode())
        return folder

    return build


def opened(folder: Path) -> TextEncoder:
    return open_text_encoder(read_model(folder))


def encoded(folder: Path, text: str) -> list[float]:
    vectors = opened(folder).encode([text])
    assert vectors.dtype == np.float32
    assert vectors.shape == (1, 3)
    return [round(float(value), 5) for value in vectors[0]]


# -- what it does ------------------------------------------------------------------------------------------------------


def test_several_texts_and_none(make: Make) -> None:
    encoder = opened(make(Tower()))
    np.testing.assert_array_equal(encoder.encode(["one", "two three"]), [[2, 1, 1], [1, 3, 4]])
    assert encoder.encode([]).shape == (0, 3)


def test_unit_length_where_the_model_asks_for_it(make: Make) -> None:
    assert encoded(make(Tower(text={"normalise": True})), "two two") == pytest.approx([0.19245, 0.96225, 0.19245])


@pytest.mark.parametrize(("pooling", "expected"), [("cls", [1, 0, 0]), ("mean", [2 / 3, 1, 1 / 3]), ("max", [1, 2, 1])])
@pytest.mark.parametrize("filled", [False, True])
def test_pooling_counts_no_token_that_fills_up(make: Make, pooling: str, expected: list[float], filled: bool) -> None:
    text = {"pooling": pooling, "length": 6, "pad_to_length": filled}
    assert encoded(make(Tower(TOKENS, text=text)), "one two") == pytest.approx(expected, abs=1e-4)


def test_filling_up_reaches_the_tower_with_its_own_token(make: Make) -> None:
    # one + end + two of the token that fills up: 9 each with the first row of the table, 3 in the last number with "three".
    assert encoded(make(Tower(text={"length": 4, "pad_to_length": True})), "one") == [20, 19, 19]
    assert encoded(make(Tower(text={"length": 4, "pad_to_length": True, "pad_id": 4})), "one") == [2, 1, 7]


def test_too_many_words_are_cut_and_the_end_is_kept(make: Make) -> None:
    assert encoded(make(Tower(text={"length": 3})), "one one one two two three") == [3, 1, 1]


@pytest.mark.parametrize("kind", [TensorProto.INT64, TensorProto.INT32], ids=["int64", "int32"])
@pytest.mark.parametrize(
    "mask",
    [TensorProto.INT64, TensorProto.INT32, TensorProto.FLOAT, TensorProto.BOOL],
    ids=["int64", "int32", "float", "bool"],
)
def test_types_of_tokens_and_mask_are_the_graphs(make: Make, kind: int, mask: int) -> None:
    nodes = [
        helper.make_node("Gather", ["table", "ids"], ["each"]),
        helper.make_node("Cast", ["mask"], ["numbers"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["numbers", "axis2"], ["column"]),
        helper.make_node("Mul", ["each", "column"], ["counted"]),
        helper.make_node("ReduceSum", ["counted", "axis"], ["out"], keepdims=0),
        helper.make_node("Constant", [], ["axis2"], value_ints=[2]),
    ]
    shape: list[object] = ["batch", "tokens"]
    tower = Tower(
        [nodes[-1], *nodes[:-1]],
        {"mask": (mask, shape), "ids": (kind, shape)},
        text={"mask": "mask", "length": 6, "pad_to_length": True},
    )
    assert encoded(make(tower), "three") == [1, 1, 4]


def test_one_text_does_not_move_another(make: Make) -> None:
    encoder = opened(make(Tower()))
    alone = encoder.encode(["two"])
    np.testing.assert_array_equal(encoder.encode(["three three three", "two", "one"])[1:2], alone)


def test_several_threads_at_once(make: Make) -> None:
    encoder = opened(make(Tower()))
    results: list[npt.NDArray[np.float32]] = []
    threads = [
        threading.Thread(target=lambda: results.append(encoder.encode(["one", "two", "three"] * 50))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 4
    assert all((result == results[0]).all() for result in results)


# -- what may be wrong -------------------------------------------------------------------------------------------------


def test_a_model_without_a_text_tower() -> None:
    with pytest.raises(ModelError, match=r"knows pictures, not words: install one that takes words, such as CLIP\.$"):
        open_text_encoder(ModelStore().find("classic"))


@pytest.mark.parametrize("text", ["", " ", "\t\n\u00a0\u3000"])
def test_no_words(make: Make, text: str) -> None:
    with pytest.raises(QueryError, match="no words"):
        opened(make(Tower())).encode([text])


def test_no_token_for_the_words(make: Make) -> None:
    folder = make(Tower())
    tokenizer = json.loads((folder / "tokenizer.json").read_text())
    tokenizer["post_processor"] = None
    tokenizer["normalizer"] = {"type": "Replace", "pattern": {"String": "\u200b"}, "content": " "}
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer))
    with pytest.raises(QueryError, match="no words"):
        opened(folder).encode(["\u200b"])


def test_a_tokenizer_that_cannot_be_read(make: Make) -> None:
    folder = make(Tower())
    (folder / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelError, match=r"tokenizer .* cannot be read"):
        opened(folder)


def test_a_tower_that_is_no_graph(make: Make) -> None:
    folder = make(Tower())
    (folder / "words.onnx").write_bytes(b"no graph")
    with pytest.raises(ModelError, match="no ONNX model that runs here"):
        opened(folder)


def test_a_tokenizer_of_another_model(make: Make) -> None:
    encoder = opened(make(Tower()))
    with pytest.raises(ModelError, match=r"does not know the token 5 or .* belongs to another model"):
        encoder.encode(["beyond"])
    assert encoder.encode(["one"]).shape == (1, 3)


def test_a_tower_that_fails_in_another_way(make: Make) -> None:
    nodes = [*SUM[:1], helper.make_node("Reshape", ["each", "axis"], ["out"])]
    with pytest.raises(ModelError, match=r"The model words\.onnx failed"):
        opened(make(Tower(nodes))).encode(["one"])


def test_another_dimension_than_the_pictures(make: Make) -> None:
    with pytest.raises(ModelError, match=r"gives 3 numbers where its pictures have 4: correct its model\.toml"):
        opened(make(Tower(dimension=4))).encode(["one"])


def test_more_vectors_than_texts(make: Make) -> None:
    nodes = [*SUM[:1], helper.make_node("Squeeze", ["each", "zero"], ["out"])]
    zero = helper.make_node("Constant", [], ["zero"], value_ints=[0])
    with pytest.raises(ModelError, match="gives 2 vectors for one text"):
        opened(make(Tower([zero, *nodes]))).encode(["one"])


def test_a_pooling_that_does_not_fit(make: Make) -> None:
    with pytest.raises(ModelError, match="text tower of the model m is wrong: pooling 'none' does not fit"):
        opened(make(Tower(TOKENS))).encode(["one"])


def test_an_output_that_is_not_one_vector_a_token(make: Make) -> None:
    nodes = [*SUM[:1], helper.make_node("Concat", ["each", "each"], ["out"], axis=1)]
    with pytest.raises(ModelError, match="gives 4 vectors for 2 tokens, so it cannot be pooled by 'mean'"):
        opened(make(Tower(nodes, text={"pooling": "mean"}))).encode(["one"])


def test_a_vector_that_is_not_finite(make: Make) -> None:
    nodes = [
        SUM[0],
        helper.make_node("ReduceSum", ["each", "axis"], ["sum"], keepdims=0),
        helper.make_node("Log", ["sum"], ["logarithm"]),
        helper.make_node("Mul", ["logarithm", "logarithm"], ["out"]),
    ]
    folder = make(Tower(nodes))
    tokenizer = json.loads((folder / "tokenizer.json").read_text())
    tokenizer["post_processor"] = None
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer))
    with pytest.raises(ModelError, match="not finite for these words"):
        opened(folder).encode(["one"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ({"input": "input_ids"}, "has no input 'input_ids': name one of ids"),
        ({"mask": "attention_mask"}, "has no input 'attention_mask': name one of ids"),
        ({"output": "text_embeds"}, "has no output 'text_embeds': name one of out"),
    ],
)
def test_a_port_that_is_not_there(make: Make, text: dict[str, str], said: str) -> None:
    with pytest.raises(ModelError, match=said):
        opened(make(Tower(text=text)))


def test_several_outputs(make: Make) -> None:
    folder = make(Tower([*SUM, helper.make_node("Neg", ["out"], ["other"])], outputs=("out", "other")))
    with pytest.raises(ModelError, match="has several outputs: name one of out, other"):
        opened(folder)


def test_an_input_that_takes_no_tokens(make: Make) -> None:
    nodes = [helper.make_node("ReduceSum", ["ids", "axis"], ["out"])]
    with pytest.raises(ModelError, match=r"takes no tokens \(tensor\(float\)\)"):
        opened(make(Tower(nodes, {"ids": (TensorProto.FLOAT, ["batch", 3])})))


def test_an_input_that_the_description_does_not_name(make: Make) -> None:
    inputs: dict[str, tuple[int, list[object]]] = {
        "ids": (TensorProto.INT64, ["batch", "tokens"]),
        "position_ids": (TensorProto.INT64, ["batch", "tokens"]),
    }
    nodes = [
        helper.make_node("Add", ["ids", "position_ids"], ["sum_of_ids"]),
        helper.make_node("Gather", ["table", "sum_of_ids"], ["each"]),
        SUM[1],
    ]
    with pytest.raises(ModelError, match="also wants position_ids"):
        opened(make(Tower(nodes, inputs)))


@pytest.mark.parametrize("text", [{}, {"length": 6}, {"length": 5, "pad_to_length": True}])
def test_a_tower_of_a_fixed_length(make: Make, text: dict[str, Any]) -> None:
    folder = make(Tower(inputs={"ids": (TensorProto.INT64, ["batch", 6])}, text=text))
    with pytest.raises(ModelError, match=r"takes exactly 6 tokens: set text.length = 6 and text.pad_to_length = true"):
        opened(folder)


def test_a_tower_of_a_fixed_length_that_is_described_so(make: Make) -> None:
    text = {"length": 6, "pad_to_length": True, "pad_id": 4}
    assert encoded(make(Tower(inputs={"ids": (TensorProto.INT64, ["batch", 6])}, text=text)), "one") == [2, 1, 13]


# -- pictures by words -------------------------------------------------------------------------------------------------


def test_the_tiny_towers_find_colours(tmp_path: Path, two_towers: Any) -> None:
    model = read_model(two_towers.make_tiny_towers(tmp_path / "tiny"))
    side = two_towers.SIDE
    colours = {"red": (220, 10, 10), "green": (10, 200, 10), "blue": (10, 10, 230), "dark": (2, 2, 2)}
    pictures = np.stack([np.full((side, side, 3), colour, np.uint8) for colour in colours.values()])
    vectors = open_encoder(model).encode(pictures)
    for position, words in enumerate(opened(model.folder).encode([f"a picture of {name}" for name in colours])):
        assert int(scores(words, vectors, Metric.COSINE).argmax()) == position


def test_real_words_find_real_pictures(shared_data: Path, tmp_path: Path, two_towers: Any) -> None:
    """DeiT-Tiny's pictures and a bag of words fitted to its classes: 132 of 148 names find their picture first."""
    model = read_model(two_towers.make_two_towers(shared_data, tmp_path / "towers"))
    pictures, words = open_encoder(model, threads=2), open_text_encoder(model, threads=2)
    files = sorted(path for path in (shared_data / "imagenet_sample").iterdir() if path.is_file())
    names = [path.stem.partition("_")[2].replace("_", " ") for path in files]
    need, given = resize.need_of(model.spec.input), model.spec.input
    seen = [resize.fit(decoder.decode(decoder.read(path), need=need).pixels, given) for path in files]
    vectors = pictures.encode(np.stack(seen))

    def first(text: str) -> str:
        return names[int(scores(words.encode([text])[0], vectors, Metric.COSINE).argmax())]

    asked = {
        "a zebra": "zebra",
        "GOLDFISH": "goldfish",
        "a photo of a school bus": "school bus",
        "espresso": "espresso",
    }
    for word, kind in asked.items():
        assert first(word) == kind
    # The stand-in has no words at all for these two.
    known = [name for name in names if name not in ("black-and-tan coonhound", "hen-of-the-woods")]
    hits = sum(first(name) == name for name in known)
    assert hits / len(known) >= 0.88, f"{hits} of {len(known)}"


def test_how_many_tokens_the_real_stand_in_takes(shared_data: Path, tmp_path: Path, two_towers: Any) -> None:
    encoder = opened(two_towers.make_two_towers(shared_data, tmp_path / "towers"))
    long, cut = encoder.encode(["pizza " * 500, "pizza " * 75])
    np.testing.assert_array_equal(long, cut)
    np.testing.assert_allclose(np.linalg.norm(long), 1, rtol=1e-5)
