"""A teacher, pictures, and a run whose teacher has been asked, for the recipe of a small network of our own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from PIL import Image

SIDE = 32
PICTURES = 64


@pytest.fixture(scope="session")
def module(parity: Any) -> Callable[[str], Any]:
    """module(name): one of models/training, in this process."""
    return lambda name: parity.recipe_module(name, "training")


@pytest.fixture(scope="session")
def train(module: Callable[[str], Any]) -> Callable[..., None]:
    """train(*words): a step that has to go well."""

    def step(*words: object) -> None:
        assert module("train").main([str(word) for word in words]) == 0

    return step


@pytest.fixture(scope="session")
def tiny() -> dict[str, Any]:
    """A shape."""
    return {"width": 32, "depth": 1, "head": 16, "stem": (8, 8, 16)}


@pytest.fixture(scope="session")
def trained(tiny: dict[str, Any]) -> tuple[str, ...]:
    """How the command line is told of it, and of a plan."""
    shape = tiny | {"residual": [0, 1], "grid": 4}
    return ("--shape", json.dumps(shape), "--plan", json.dumps({"batch": 16, "weights": {"map": 0.5}}))


@pytest.fixture(scope="session")
def teacher(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A convolution that is averaged into a vector, and classes of that."""
    folder = tmp_path_factory.mktemp("teacher")
    random = np.random.default_rng(3)

    def const(name: str, *shape: int) -> onnx.TensorProto:
        return numpy_helper.from_array(random.normal(size=shape).astype(np.float32) / 4, name)

    graph = helper.make_graph(
        [
            helper.make_node("Conv", ["x", "kernel"], ["cells"], strides=[8, 8]),
            helper.make_node("Relu", ["cells"], ["bright"]),
            helper.make_node("GlobalAveragePool", ["bright"], ["pooled"]),
            helper.make_node("Flatten", ["pooled"], ["vector"]),
            helper.make_node("MatMul", ["vector", "weights"], ["classes"]),
        ],
        "teacher",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 3, SIDE, SIDE])],
        [
            helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["n", 24]),
            helper.make_tensor_value_info("classes", TensorProto.FLOAT, ["n", 40]),
        ],
        [const("kernel", 24, 3, 8, 8), const("weights", 24, 40)],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    onnx.save(model, folder / "teacher.onnx")
    (folder / "model.toml").write_text(
        f"""
        schema = 1
        id = "a-teacher"
        title = "A teacher"
        family = "cnn"
        dimension = 24
        [[files]]
        path = "teacher.onnx"
        [input]
        width = {SIDE}
        height = {SIDE}
        resize = "squash"
        [output]
        name = "vector"
        """
    )
    return folder


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Shapes on grounds; and a file that is none."""
    folder = tmp_path_factory.mktemp("pictures")
    random = np.random.default_rng(5)
    for number in range(PICTURES):
        picture = np.full((60, 80, 3), random.integers(256, size=3), np.uint8)
        place = tuple(int(value) for value in random.integers(15, 45, size=2))
        cv2.circle(picture, place, int(random.integers(5, 25)), random.integers(256, size=3).tolist(), -1)
        Image.fromarray(picture).save(folder / f"{number:02}.png")
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nno more")
    return folder


@pytest.fixture(scope="session")
def asked(train: Callable[..., None], teacher: Path, pictures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run whose teacher has been asked, and that nothing was learned in."""
    run = tmp_path_factory.mktemp("run")
    train("ask", pictures, "--run", run, "--teacher", teacher, "--classes", "classes", "--views", 2, "--side", SIDE)
    return run


@pytest.fixture
def run(asked: Path, tmp_path: Path) -> Path:
    """`asked`, as a copy that a test may learn in."""
    shutil.copytree(asked, tmp_path / "run")
    return tmp_path / "run"
