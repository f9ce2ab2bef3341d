"""What is read off a graph without running it, and what is refused at once."""

from __future__ import annotations

import os
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.encoding import slim
from imsearch_gui.encoding.graph_facts import LEAST_SHARE, check_memory, read_facts
from imsearch_gui.encoding.infer import infer_spec


def test_a_sound_graph(graph_makers: Any, place: Path) -> None:
    facts = read_facts(graph_makers.sound(place, producer="maker", metadata={"preprocess": "{}", "names": "[]"}))
    (taken,), (given,) = facts.inputs, facts.outputs
    assert (taken.name, taken.shape, taken.type) == ("picture", (None, 3, 8, 8), "tensor(float)")
    assert (given.name, given.shape, given.type) == ("vector", (None, 3), "tensor(float)")
    assert (facts.opset, facts.nodes, facts.external, facts.weights) == (18, 3, (), 12)
    assert facts.operators == {"GlobalAveragePool": 1, "Flatten": 1, "Mul": 1}
    assert facts.size == place.stat().st_size
    assert facts.producer == "maker"
    assert facts.metadata == {"preprocess": "{}", "names": "[]"}


def test_the_real_ones(shared_data: Path) -> None:
    facts = read_facts(shared_data / "models" / "mobilenetv2-int8" / "model.onnx")
    assert [port.shape for port in facts.outputs] == [(None, 1280), (None, 1000)]
    assert facts.operators["QLinearConv"] == 52
    assert 3_600_000 < facts.weights < facts.size


def test_weights_are_not_read(graph_makers: Any, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weights = {"weights": np.ones((3,), np.float32), "large": np.zeros((1000, 1000), np.float32)}
    nodes = [*graph_makers.POOLED, helper.make_node("Mul", ["means", "weights"], ["vector"])]
    graph_makers.save(place, nodes, weights=weights)
    monkeypatch.setattr(slim, "LARGEST", 10_000)
    facts = read_facts(place)
    assert facts.weights == 4_000_012


def test_numbers_in_the_nodes_are_not_read_either(graph_makers: Any, place: Path) -> None:
    large = helper.make_tensor("large", TensorProto.FLOAT, [10_000], np.zeros(10_000, np.float32).tobytes(), raw=True)
    nodes = [*graph_makers.POOLED, helper.make_node("Constant", [], ["unused"], value=large)]
    nodes.append(helper.make_node("Identity", ["means"], ["vector"]))
    graph_makers.save(place, nodes)
    model = slim.read_slim(place)
    assert place.stat().st_size > 40_000
    assert model.ByteSize() < 1_000
    assert list(model.graph.node[2].attribute[0].t.dims) == [10_000]


def test_a_slim_model_says_what_the_whole_one_says(graph_makers: Any, place: Path) -> None:
    graph_makers.tower(place, length=100)
    whole, thin = onnx.load(place), slim.read_slim(place)
    for model in (whole, thin):
        for tensor in model.graph.initializer:
            tensor.ClearField("raw_data")
    assert thin == whole


FOREIGN = [
    (b"", "is empty"),
    (b"<!DOCTYPE html><html>sign in", "is a web page"),
    (b"  \n<html>", "is a web page"),
    (b"version https://git-lfs.github.com/spec/v1\noid sha256:1", "Git LFS"),
    (b"\x80\x02\x8a\nl\xfc\x9cF", "is a model of PyTorch"),
    (b"\x89HDF\r\n\x1a\n", "is a model of Keras"),
    (b"\x1c\x00\x00\x00TFL3", "TensorFlow Lite"),
    (b"\x1f\x8b\x08\x00", "is an archive"),
    (b"GGUF\x03\x00", "language model"),
    (b'\x40\x00\x00\x00\x00\x00\x00\x00{"weight":', "holds weights only"),
    (b'{"model_type": "vit"}', "text of settings"),
    (b"\x89PNG\r\n\x1a\n", "is a picture"),
    (b"\x00" * 5000, "nothing but zeros"),
    (b"MZ\x90\x00 something else altogether", "is not an ONNX model"),
    (b"\x08\x09\x12", "is not an ONNX model"),
    (b"\x08\x09", "holds no graph"),
]


@pytest.mark.parametrize(("content", "said"), FOREIGN, ids=[said for _, said in FOREIGN])
def test_what_is_no_onnx_file_is_called_what_it_is(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "thing.onnx"
    path.write_bytes(content)
    with pytest.raises(ModelError, match=rf"^thing\.onnx .*{said}.*\.$"):
        read_facts(path)


@pytest.mark.parametrize(
    ("member", "said"),
    [("archive/data.pkl", "PyTorch"), ("model.weights.h5", "Keras"), ("model.onnx", "is an archive: unpack it")],
)
def test_archives_are_looked_into(member: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "model.pt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, b"x")
    with pytest.raises(ModelError, match=said):
        read_facts(path)


def test_folders_pipes_and_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="is a folder"):
        read_facts(tmp_path)
    with pytest.raises(ModelError, match="cannot be read"):
        read_facts(tmp_path / "nothing.onnx")
    with pytest.raises(ModelError, match="cannot be read"):
        read_facts(tmp_path / "no\0thing.onnx")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.onnx")
        with pytest.raises(ModelError, match="is not a file"):
            read_facts(tmp_path / "pipe.onnx")


def test_gigabytes_are_refused_by_their_size(graph_makers: Any, place: Path) -> None:
    """Sparse files: nothing of them could be read in the time that this test takes."""
    graph_makers.sound(place)
    with place.open("r+b") as file:
        file.truncate(3 * 2**30)
    with pytest.raises(ModelError, match=r"has 3\.2 GB, and an ONNX file can have no more than 2\.1 GB"):
        read_facts(place)
    with place.open("r+b") as file:
        file.truncate(2**31 - 1)
    with pytest.raises(ModelError, match="is not an ONNX model that can be read"):
        read_facts(place)


def test_a_file_that_was_cut_off(graph_makers: Any, place: Path) -> None:
    whole = graph_makers.tower(place).read_bytes()
    for length in range(1, len(whole), 7):
        place.write_bytes(whole[:length])
        with pytest.raises(ModelError, match=r"is not an ONNX model|is not whole"):
            read_facts(place)


# -- weights in other files -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("location", ["weights.bin", "data/weights.bin", "./weights.bin"])
def test_weights_beside_the_graph(location: str, graph_makers: Any, place: Path) -> None:
    facts = read_facts(graph_makers.external(place, location))
    assert facts.external == (location,)
    assert facts.size == place.stat().st_size + 12
    assert facts.weights == 12


@pytest.mark.parametrize(
    "location",
    [
        "../weights.bin",
        "../../etc/passwd",
        "/etc/passwd",
        "data/../../weights.bin",
        "C:\\weights.bin",
        "..\\weights.bin",
        "\\\\server\\share\\weights.bin",
        "",
    ],
)
def test_weights_outside_the_folder(location: str, graph_makers: Any, place: Path) -> None:
    graph_makers.external(place, location, write=False)
    (place.parent.parent / "weights.bin").write_bytes(b"x" * 100)
    with pytest.raises(ModelError, match="outside its own folder"):
        read_facts(place)


@pytest.mark.parametrize("location", ["weights.bin", "*/_ORT_MEM_ADDR_/*", "a\0b", "x" * 5000])
def test_weights_that_are_missing(location: str, graph_makers: Any, place: Path) -> None:
    graph_makers.external(place, location, write=False)
    with pytest.raises(ModelError, match=r"weights of nice\.onnx are missing"):
        read_facts(place)


def test_weights_by_a_link_out_of_the_folder(graph_makers: Any, place: Path, tmp_path: Path) -> None:
    graph_makers.external(place, "weights.bin", write=False)
    (tmp_path / "secret").write_bytes(b"x" * 100)
    (place.parent / "weights.bin").symlink_to(tmp_path / "secret")
    with pytest.raises(ModelError, match="link to another folder"):
        read_facts(place)
    (place.parent / "weights.bin").unlink()
    (place.parent / "weights.bin").symlink_to(place.parent / "weights.bin")
    with pytest.raises(ModelError, match="missing"):
        read_facts(place)


def test_a_link_within_the_folder_is_sound(graph_makers: Any, place: Path) -> None:
    graph_makers.external(place, "weights.bin")
    (place.parent / "weights.bin").rename(place.parent / "blob")
    (place.parent / "weights.bin").symlink_to("blob")
    assert read_facts(place).external == ("weights.bin",)


def test_weights_that_are_a_folder_or_too_short(graph_makers: Any, place: Path) -> None:
    graph_makers.external(place, "weights.bin")
    (place.parent / "weights.bin").write_bytes(b"x" * 11)
    with pytest.raises(ModelError, match="has 11 bytes of at least 12"):
        read_facts(place)
    (place.parent / "weights.bin").unlink()
    (place.parent / "weights.bin").mkdir()
    with pytest.raises(ModelError, match="is not a file"):
        read_facts(place)


def _in_a_constant(tensor: onnx.TensorProto) -> list[onnx.NodeProto]:
    return [helper.make_node("Constant", [], ["inner"], value=tensor)]


def _in_a_branch(tensor: onnx.TensorProto) -> list[onnx.NodeProto]:
    value = [helper.make_tensor_value_info("x", TensorProto.FLOAT, [3])]
    branch = helper.make_graph(_in_a_constant(tensor), "branch", [], value)
    return [helper.make_node("If", ["condition"], ["inner"], then_branch=branch, else_branch=branch)]


def _in_a_branch_of_weights(tensor: onnx.TensorProto) -> list[onnx.NodeProto]:
    value = [helper.make_tensor_value_info("x", TensorProto.FLOAT, [3])]
    branch = helper.make_graph([helper.make_node("Identity", ["w"], ["x"])], "branch", [], value, [tensor])
    inner = helper.make_graph(
        [helper.make_node("If", ["condition"], ["x"], then_branch=branch, else_branch=branch)], "outer", [], value
    )
    return [helper.make_node("If", ["condition"], ["inner"], then_branch=inner, else_branch=inner)]


@pytest.mark.parametrize("hide", [_in_a_constant, _in_a_branch, _in_a_branch_of_weights])
def test_weights_are_found_wherever_they_hide(
    hide: Callable[[onnx.TensorProto], list[onnx.NodeProto]], graph_makers: Any, place: Path
) -> None:
    tensor = onnx.TensorProto(name="w", data_type=TensorProto.FLOAT, dims=[3], data_location=1)
    tensor.external_data.add(key="location", value="../../etc/passwd")
    nodes = [*graph_makers.POOLED, *hide(tensor), helper.make_node("Add", ["means", "inner"], ["vector"])]
    graph_makers.save(place, nodes, weights={"condition": np.array(True)})
    with pytest.raises(ModelError, match="outside its own folder"):
        read_facts(place)


def test_weights_are_found_in_functions(graph_makers: Any, place: Path) -> None:
    tensor = onnx.TensorProto(name="w", data_type=TensorProto.FLOAT, dims=[3], data_location=1)
    tensor.external_data.add(key="location", value="/etc/passwd")
    inner = [*_in_a_constant(tensor), helper.make_node("Add", ["x", "inner"], ["y"])]
    function = helper.make_function("own", "Shift", ["x"], ["y"], inner, [helper.make_opsetid("", 18)])
    nodes = [*graph_makers.POOLED, helper.make_node("Shift", ["means"], ["vector"], domain="own")]
    graph_makers.save(place, nodes, functions=[function], domains=["own"])
    with pytest.raises(ModelError, match="outside its own folder"):
        read_facts(place)


# -- operators --------------------------------------------------------------------------------------------------------


def test_operators_of_nobody_s(graph_makers: Any, place: Path) -> None:
    nodes = [*graph_makers.POOLED, helper.make_node("Spy", ["means"], ["vector"], domain="com.acme")]
    graph_makers.save(place, nodes, domains=["com.acme"])
    with pytest.raises(ModelError, match=r"no part of ONNX .*\(com\.acme\.Spy\)"):
        read_facts(place)


def test_operators_of_nobody_s_in_a_branch(graph_makers: Any, place: Path) -> None:
    value = [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 3])]
    spies = [helper.make_node(f"Spy{number}", ["means"], ["x"], domain="com.acme") for number in range(1, 6)]
    branch = helper.make_graph(spies, "branch", [], value)
    nodes = [
        *graph_makers.POOLED,
        helper.make_node("If", ["condition"], ["vector"], then_branch=branch, else_branch=branch),
    ]
    graph_makers.save(place, nodes, weights={"condition": np.array(True)}, domains=["com.acme"])
    with pytest.raises(ModelError, match=r"com\.acme\.Spy1, com\.acme\.Spy2, com\.acme\.Spy3 and 2 others"):
        read_facts(place)


def test_functions_of_its_own_are_no_foreign_operators(graph_makers: Any, place: Path) -> None:
    inner = [helper.make_node("Add", ["x", "x"], ["y"])]
    function = helper.make_function("own", "Twice", ["x"], ["y"], inner, [helper.make_opsetid("", 18)])
    nodes = [*graph_makers.POOLED, helper.make_node("Twice", ["means"], ["vector"], domain="own")]
    facts = read_facts(graph_makers.save(place, nodes, functions=[function], domains=["own"]))
    assert facts.operators["Add"] == facts.operators["Twice"] == 1


# -- memory -----------------------------------------------------------------------------------------------------------


def test_more_memory_than_there_is(graph_makers: Any, place: Path) -> None:
    facts = read_facts(graph_makers.external(place, "weights.bin", numbers=500_000))
    check_memory([facts], available=round(facts.size * LEAST_SHARE))
    with pytest.raises(ModelError, match=r"needs at least 2\.1 MB of memory, and only 2\.0 MB are free"):
        check_memory([facts], available=2_000_000)
    with pytest.raises(ModelError, match=r"needs at least 4\.2 MB"):
        check_memory([facts, facts], available=4_000_000)
    check_memory([facts])


# -- anything at all --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("maker", ["tower", "endless", "external"])
def test_flipped_bytes_give_a_sentence_or_a_description(maker: str, graph_makers: Any, tmp_path: Path) -> None:
    """Whatever a file says, the answer is a ModelError of one sentence or a description that makes sense."""
    path = tmp_path / "model.onnx"
    make = getattr(graph_makers, maker)
    whole = (make(path, "w.bin") if maker == "external" else make(path)).read_bytes()
    chance = random.Random(maker)
    seen = {"refused": 0, "described": 0}
    for _ in range(1500):
        damaged = bytearray(whole)
        for _ in range(chance.choice([1, 1, 2, 4])):
            place = chance.randrange(len(damaged))
            if chance.random() < 0.7:
                damaged[place] = chance.randrange(256)
            elif chance.random() < 0.5:
                del damaged[place : place + chance.randrange(1, 9)]
            else:
                damaged[place:place] = chance.randbytes(chance.randrange(1, 9))
        path.write_bytes(damaged)
        try:
            spec, _ = infer_spec(path)
        except ModelError as error:
            assert str(error).endswith("."), error
            seen["refused"] += 1
        else:
            assert spec.dimension > 0
            seen["described"] += 1
    assert min(seen.values()) > 100, seen
