"""What a person may hand to the recipe by mistake costs one sentence; what cannot be learned from costs nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from imsearch_gui.domain.errors import KnownError, ModelError

Module = Callable[[str], Any]
SIDE = 32
PROGRAM = Path(__file__).resolve().parents[2] / "models" / "training" / "train.py"


@pytest.fixture
def changed(teacher: Path, tmp_path: Path, module: Module) -> Callable[..., Path]:
    """changed(node, ...): the teacher with further nodes, whose outputs are the graph's, too."""

    def make(*nodes: Any) -> Path:
        folder, onnx = tmp_path / "changed", module("onnx")
        shutil.copytree(teacher, folder)
        graph = onnx.load(folder / "teacher.onnx")
        graph.graph.node.extend(nodes)
        for node in nodes:
            info = onnx.helper.make_tensor_value_info(node.output[0], onnx.TensorProto.FLOAT, None)
            graph.graph.output.append(info)
        onnx.save(graph, folder / "teacher.onnx")
        return folder

    return make


# -- teachers -----------------------------------------------------------------------------------------------------------


def test_a_damaged_teacher_is_said(
    module: Module, changed: Callable[..., Path], pictures: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = changed()
    (folder / "teacher.onnx").write_bytes((folder / "teacher.onnx").read_bytes()[:-100])
    words = ["ask", pictures, "--run", tmp_path / "run", "--teacher", folder]
    assert module("train").main([str(word) for word in words]) == 1
    assert "cannot be read as an ONNX graph" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("kind", "attributes", "shape"),
    [("Identity", {}, r"\(1, 24, 4, 4\)"), ("ReduceMean", {"keepdims": 0}, r"\(\)")],
    ids=["a map", "a number"],
)
def test_what_is_no_row_of_classes_is_said(
    module: Module, changed: Callable[..., Path], kind: str, attributes: dict[str, int], shape: str
) -> None:
    node = module("onnx").helper.make_node(kind, ["bright"], ["other"], **attributes)
    with pytest.raises(KnownError, match=f"holds no classes: its shape is {shape}"):
        module("teachers").Teacher(changed(node), "other")


def test_classes_that_are_shares_already_teach_the_same(module: Module, changed: Callable[..., Path]) -> None:
    """A softmax of a softmax is nearly flat: nothing could be learned from it."""
    teachers, torch, losses = (module(name) for name in ("teachers", "torch", "losses"))
    folder = changed(module("onnx").helper.make_node("Softmax", ["classes"], ["shares"], axis=1))
    pixels = np.random.default_rng(1).integers(256, size=(5, SIDE, SIDE, 3), dtype=np.uint8)
    plain, shares = (
        torch.from_numpy(teachers.Teacher(folder, name).answer(pixels).logits) for name in ("classes", "shares")
    )
    assert torch.allclose(plain.softmax(dim=1), shares.softmax(dim=1), atol=1e-5)
    everything = torch.arange(plain.shape[1]).expand(plain.shape)
    assert losses.likeliest(plain, everything, shares) < 1e-5


def test_a_seed_is_a_number_from_zero_on(module: Module, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["ask", "pictures", "--run", "run", "--teacher", "teacher", "--seed"]
    assert module("train").parse([*words, "0"]).seed == 0
    with pytest.raises(SystemExit):
        module("train").parse([*words, "-1"])
    assert "-1 is less than 0" in capsys.readouterr().err


# -- pictures -----------------------------------------------------------------------------------------------------------


def test_two_broken_entries_of_one_name_are_two(module: Module, pictures: Path, tmp_path: Path) -> None:
    archive = tmp_path / "all.zip"
    good = sorted(pictures.glob("[0-9]*.png"))[:20]
    with zipfile.ZipFile(archive, "w") as packed:
        for file in good:
            packed.write(file, file.name)
        packed.writestr("twice.png", b"no picture")
        with pytest.warns(UserWarning, match="Duplicate name"):
            packed.writestr("twice.png", b"nor this")
    pixels = module("pictures").packed(archive, tmp_path / "run", SIDE)
    assert pixels.shape == (len(good), SIDE, SIDE, 3)
    assert pixels[-1].any()


def test_a_damaged_entry_that_was_packed_by_lzma_costs_that_picture(
    module: Module, pictures: Path, tmp_path: Path
) -> None:
    archive = tmp_path / "all.zip"
    good = sorted(pictures.glob("[0-9]*.png"))[:20]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_LZMA) as packed:
        for file in good:
            packed.write(file, file.name)
    with zipfile.ZipFile(archive) as opened:
        entry = opened.getinfo("07.png")
    damaged = bytearray(archive.read_bytes())
    # Behind the name and the four bytes of a version lie LZMA's own properties.
    place = entry.header_offset + 30 + len(entry.filename) + 4
    damaged[place : place + 40] = b"\xff" * 40
    archive.write_bytes(damaged)
    assert len(module("pictures").packed(archive, tmp_path / "run", SIDE)) == len(good) - 1


# -- beginning and learning ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["Conv", "LayerNormalization", "MatMulInteger"])
def test_graphs_of_others_are_no_network_of_ours(module: Module, kind: str) -> None:
    """Their weights are brought back from 8 bits by a node, they have no bias, or other names."""
    onnx = module("onnx")
    nodes = {
        "Conv": [
            onnx.helper.make_node("DequantizeLinear", ["weights", "scale"], ["kernel"]),
            onnx.helper.make_node("Conv", ["x", "kernel"], ["y"]),
        ],
        "LayerNormalization": [onnx.helper.make_node("LayerNormalization", ["x", "scale"], ["y"])],
        "MatMulInteger": [onnx.helper.make_node("MatMulInteger", ["x", "weights", "", "zero"], ["y"])],
    }
    held = [onnx.numpy_helper.from_array(np.ones(2, np.float32), name) for name in ("weights", "scale", "zero")]
    assert module("beginning")._parts(onnx.helper.make_graph(nodes[kind], "foreign", [], [], held)) is None


def test_a_damaged_model_cannot_be_begun_with(module: Module, changed: Callable[..., Path]) -> None:
    folder = changed()
    (folder / "teacher.onnx").write_bytes(b"\x08\xff" * 40)
    with pytest.raises(ModelError, match="cannot be read as an ONNX graph"):
        module("beginning").begun(folder, module("network").Shape(), None, None)


def test_pictures_that_are_no_numbers_change_nothing(module: Module, tiny: dict[str, Any]) -> None:
    """The statistics of the norms follow the pictures as they go through, before there is a gradient."""
    learning, losses, network, torch = (module(name) for name in ("learning", "losses", "network", "torch"))
    learner = learning.Learner(network.Shape(**tiny, vector=6), learning.Plan(), 1)
    said = losses.Said(torch.randn(4, 6), None, None, None, torch.randn(9, 6), torch.zeros(4, 9, dtype=torch.bool))
    learner.learn(torch.rand(4, 3, SIDE, SIDE), said, 1.0)
    before = {name: value.clone() for name, value in learner.network.state_dict().items()}
    learner.learn(torch.full((4, 3, SIDE, SIDE), torch.nan), said, 1.0)
    for name, value in learner.network.state_dict().items():
        assert torch.equal(value, before[name]), name
    learner.learn(torch.rand(4, 3, SIDE, SIDE), said, 1.0)
    assert all(torch.isfinite(value).all() for value in learner.average.values())


def test_patches_of_another_network_are_refused(
    module: Module, tiny: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exporting, network = module("exporting"), module("network")
    encoder = module("imsearch_gui.encoding.encoder").OnnxEncoder
    right = encoder.patches
    monkeypatch.setattr(encoder, "patches", lambda self, pixels: right(self, pixels)[::-1])
    described = exporting.Described("x", "X", "")
    student = network.SmallViT(network.Shape(**tiny, vector=24)).eval()
    with pytest.raises(ModelError, match="gives other patches than the network"):
        exporting.exported(student, tmp_path / "x", described, beside=None, precision="fp32", facts=())
    assert not (tmp_path / "x").exists()


# -- the program --------------------------------------------------------------------------------------------------------


def test_without_pytorch_it_is_said_what_to_install() -> None:
    code = "import runpy, sys; sys.modules['torch'] = None; runpy.run_path(sys.argv[1], run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", code, PROGRAM], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert done.stderr.startswith("Training needs PyTorch")
    assert "Traceback" not in done.stderr


def test_onnxruntime_reports_its_use_to_nobody(tmp_path: Path) -> None:
    """It keeps a number for the machine in the home, unless it was told otherwise before it was imported."""
    clean = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    homes = {name: str(tmp_path) for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    done = subprocess.run(
        [sys.executable, PROGRAM, "ask", "--help"], capture_output=True, text=True, timeout=120, env=clean | homes
    )
    assert done.returncode == 0, done.stderr
    assert not list(tmp_path.rglob("*onnxruntime*"))
