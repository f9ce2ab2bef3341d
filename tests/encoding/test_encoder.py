"""What a model may do wrong, and the sentence for it; graphs are made here."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper
from PIL import Image

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.store import ModelStore, read_model

Make = Callable[..., Path]
PICTURE = np.full((1, 8, 8, 3), 100, np.uint8)


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """make(nodes): a model of 8 x 8 pixels whose graph ends in `out`."""

    def build(
        nodes: list[onnx.NodeProto] | None = None,
        *,
        dimension: int = 3,
        extra: str = "",
        shape: tuple[object, ...] = ("n", 3),
        outputs: tuple[str, ...] = ("out",),
    ) -> Path:
        folder = tmp_path / "model"
        folder.mkdir()
        nodes = nodes or [
            helper.make_node("GlobalAveragePool", ["picture"], ["pooled"]),
            helper.make_node("Flatten", ["pooled"], ["out"]),
        ]
        graph = helper.make_graph(
            nodes,
            "test",
            [helper.make_tensor_value_info("picture", TensorProto.FLOAT, ["n", 3, 8, 8])],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, list(shape)) for name in outputs],
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
        (folder / "model.onnx").write_bytes(model.SerializeToString())
        (folder / "model.toml").write_text(
            f'schema = 1\nid = "m"\ntitle = "M"\nfamily = "cnn"\ndimension = {dimension}\n'
            f'[[files]]\npath = "model.onnx"\n{extra}\n'
            '[input]\nwidth = 8\nheight = 8\nresize = "squash"\nmean = [0.0, 0.0, 0.0]\nstd = [1.0, 1.0, 1.0]\n'
        )
        return folder

    return build


def test_a_sound_model(make: Make) -> None:
    encoder = open_encoder(read_model(make()))
    np.testing.assert_allclose(encoder.encode(np.concatenate([PICTURE, PICTURE])), 100 / 255, rtol=1e-6)
    assert encoder.encode(PICTURE[:0]).shape == (0, 3)


def test_the_wrong_dimension(make: Make) -> None:
    with pytest.raises(ModelError, match="gives 3 numbers where its description says 4"):
        open_encoder(read_model(make(dimension=4))).encode(PICTURE)


def test_more_vectors_than_pictures(make: Make) -> None:
    """As a graph that gives its tokens without a batch does: each would be taken for the vector of another picture."""
    nodes = [
        helper.make_node("GlobalAveragePool", ["picture"], ["pooled"]),
        helper.make_node("Flatten", ["pooled"], ["flat"]),
        helper.make_node("Concat", ["flat", "flat"], ["out"], axis=0),
    ]
    with pytest.raises(ModelError, match="2 vectors for one picture"):
        open_encoder(read_model(make(nodes, shape=("tokens", 3)))).encode(PICTURE)


def test_a_pooling_that_does_not_fit_the_output(make: Make) -> None:
    folder = make()
    with (folder / "model.toml").open("a") as manifest:
        manifest.write('[output]\npooling = "cls"\n')
    with pytest.raises(ModelError, match=r"description of the model m is wrong: pooling 'cls'.*\(1, 3\)"):
        open_encoder(read_model(folder)).encode(PICTURE)


@pytest.mark.parametrize(("named", "said"), [("", "has several outputs"), ('name = "fc"', "has no output 'fc'")])
def test_an_output_must_be_named_where_there_are_several(make: Make, named: str, said: str) -> None:
    nodes = [
        helper.make_node("GlobalAveragePool", ["picture"], ["pooled"]),
        helper.make_node("Flatten", ["pooled"], ["out"]),
        helper.make_node("Neg", ["out"], ["negative"]),
    ]
    folder = make(nodes, outputs=("out", "negative"))
    with (folder / "model.toml").open("a") as manifest:
        manifest.write(f"[output]\n{named}\n")
    with pytest.raises(ModelError, match=f"{said}: name one of out, negative"):
        open_encoder(read_model(folder))
    manifest_text = (folder / "model.toml").read_text().split("[output]")[0]
    (folder / "model.toml").write_text(manifest_text + '[output]\nname = "negative"\n')
    assert (open_encoder(read_model(folder)).encode(PICTURE) < 0).all()


def test_a_vector_that_is_not_finite(make: Make) -> None:
    nodes = [
        helper.make_node("GlobalAveragePool", ["picture"], ["pooled"]),
        helper.make_node("Flatten", ["pooled"], ["flat"]),
        helper.make_node("Sub", ["flat", "flat"], ["zero"]),
        helper.make_node("Div", ["zero", "zero"], ["out"]),
    ]
    with pytest.raises(ModelError, match="not finite"):
        open_encoder(read_model(make(nodes))).encode(PICTURE)


@pytest.mark.parametrize("content", [b"", b"no graph at all", b"\x08\x09\x12"])
def test_what_is_no_graph(make: Make, content: bytes) -> None:
    folder = make()
    (folder / "model.onnx").write_bytes(content)
    with pytest.raises(ModelError):
        open_encoder(read_model(folder)).encode(PICTURE)


def test_a_truncated_graph(make: Make) -> None:
    folder = make()
    file = folder / "model.onnx"
    file.write_bytes(file.read_bytes()[:-20])
    with pytest.raises(ModelError, match="no ONNX model that runs here"):
        open_encoder(read_model(folder))


def test_another_file_than_was_described(make: Make) -> None:
    with pytest.raises(ModelError, match="bytes instead of"):
        open_encoder(read_model(make(extra="size = 5")))


def test_another_content_than_was_described(make: Make) -> None:
    with pytest.raises(ModelError, match="SHA-256"):
        open_encoder(read_model(make(extra=f'sha256 = "{"0" * 64}"')))


def test_a_missing_file(make: Make) -> None:
    folder = make()
    (folder / "model.onnx").unlink()
    with pytest.raises(ModelError, match="is missing"):
        read_model(folder)


def test_classes_are_no_vector(make: Make) -> None:
    nodes = [
        helper.make_node("GlobalAveragePool", ["picture"], ["pooled"]),
        helper.make_node("Flatten", ["pooled"], ["logits"]),
    ]
    folder = make(nodes, outputs=("logits",))
    (folder / "model.toml").unlink()
    with pytest.raises(ModelError, match="is a classifier"):
        read_model(folder)


def test_the_real_classifier_is_told(shared_data: Path) -> None:
    with pytest.raises(ModelError, match="1000 class scores"):
        ModelStore().find(str(shared_data / "models" / "mobilenetv2-int8-classifier"))


def test_an_unknown_model_is_named_with_the_known_ones() -> None:
    with pytest.raises(ModelError, match=r"'vgg'.*classic"):
        ModelStore().find("vgg")


def test_a_broken_description_hides_no_other(make: Make, tmp_path: Path) -> None:
    folder = make()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "model.toml").write_text("schema = [")
    store = ModelStore([tmp_path])
    assert [model.spec.id for model in store.models()] == ["m"]
    assert len(store.problems()) == 1
    assert "other" in store.problems()[0]
    assert store.find(str(folder)).spec.id == "m"


def test_the_fingerprint_changes_with_what_changes_vectors(make: Make) -> None:
    folder = make()
    manifest = folder / "model.toml"
    before = read_model(folder).fingerprint
    manifest.write_text(manifest.read_text().replace('title = "M"', 'title = "Another title"'))
    assert read_model(folder).fingerprint == before
    manifest.write_text(manifest.read_text().replace("mean = [0.0", "mean = [0.5"))
    assert read_model(folder).fingerprint != before


@pytest.mark.parametrize(
    "code",
    [
        "from imsearch_gui.encoding.store import read_model; from imsearch_gui.encoding.encoder import open_encoder;"
        "open_encoder(read_model(Path(sys.argv[1])))",
        "from imsearch_gui.encoding.providers import usable; usable()",
        "from imsearch_gui.cli import main;"
        "library = str(Path.home() / 'library');"
        "assert main(['index', sys.argv[2], '--library', library, '--model', sys.argv[1], '--workers', '1']) == 0;"
        "assert main(['search', library, sys.argv[2] + '/a.png', '--region', '0,0,20,20']) == 0",
    ],
    ids=["session", "providers", "command line"],
)
def test_nothing_is_reported_to_anybody(code: str, make: Make, tmp_path: Path) -> None:
    """onnxruntime keeps a device id and a queue of reports unless it is told not to before it is imported, by whatever way."""
    home, pictures = tmp_path / "home", tmp_path / "pictures"
    home.mkdir()
    pictures.mkdir()
    Image.new("RGB", (64, 64), "#c81414").save(pictures / "a.png")
    world = {
        "HOME": str(home),
        **{f"XDG_{name}_HOME": str(home / name) for name in ("CACHE", "CONFIG", "DATA", "STATE")},
    }
    # This process was told by its own imports; what it starts must not profit from that.
    clean = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    script = "import sys; from pathlib import Path\nif __name__ == '__main__': " + code
    file = tmp_path / "script.py"
    file.write_text(script)
    subprocess.run(
        [sys.executable, str(file), str(make()), str(pictures)], env={**clean, **world}, check=True, timeout=120
    )
    kept = [path for path in home.rglob("*") if path.is_file() and "onnxruntime" in str(path.relative_to(home)).lower()]
    assert kept == []
