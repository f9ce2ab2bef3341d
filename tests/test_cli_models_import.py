"""`imsearch models import`, from the words on the command line to a library that is searched with the model."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from imsearch_gui import paths
from imsearch_gui.cli import main
from imsearch_gui.cli.parser import make_parser


@pytest.fixture(autouse=True)
def own_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "user_models", lambda: tmp_path / "data" / "models")
    return tmp_path / "data" / "models"


def run(capsys: pytest.CaptureFixture[str], *words: str | Path, code: int = 0) -> str:
    """What it writes to standard output, or to standard error where it fails."""
    capsys.readouterr()
    assert main(["models", *map(str, words)]) == code
    captured = capsys.readouterr()
    return captured.out if code == 0 else captured.err


def run_json(capsys: pytest.CaptureFixture[str], *words: str | Path) -> Any:
    return json.loads(run(capsys, *words, "--json"))


def test_a_file_becomes_a_model_that_indexes_and_searches(
    graph_makers: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str], own_models: Path
) -> None:
    path = graph_makers.external(tmp_path / "mean-colour.onnx", "weights.bin")
    told = run_json(capsys, "import", path, "--mean", "0.5", "--std", "0.5", "--licence", "MIT")
    installed = told["installed"]
    assert (installed["id"], installed["dimension"]) == ("mean-colour", 3)
    assert installed["folder"] == str(own_models / "mean-colour")
    assert installed["bytes"] == path.stat().st_size + 12
    assert told["model"]["input"]["mean"] == [0.5] * 3
    assert {item["path"] for item in told["model"]["files"]} == {"mean-colour.onnx", "weights.bin"}
    assert "mean-colour" in run(capsys, "list")
    assert [row["right"] for row in run_json(capsys, "verify", "mean-colour")["models"]] == [True]
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    for name, colour in (("red", (200, 20, 20)), ("green", (20, 180, 20)), ("rust", (190, 60, 20))):
        Image.new("RGB", (64, 48), colour).save(pictures / f"{name}.png")
    library = tmp_path / "library"
    command = ["index", str(pictures), "--library", str(library), "--model", "mean-colour", "--workers", "1"]
    assert main(command) == 0
    capsys.readouterr()
    assert main(["search", str(library), str(pictures / "red.png"), "--metric", "l2", "--json"]) == 0
    names = [Path(match["path"]).stem for match in json.loads(capsys.readouterr().out)["matches"]]
    assert names == ["red", "rust", "green"]


def test_a_dry_run_imports_nothing(
    graph_makers: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str], own_models: Path
) -> None:
    path = graph_makers.tower(tmp_path / "tower.onnx")
    text = run(capsys, "import", path, "--dry-run")
    assert "Nothing was imported." in text
    assert "What else could become the vector (--output, --pooling):" in text
    assert "last_hidden_state  1 x 17 x 4  cls 4, mean 4, max 4, gem 4, flatten 68" in text
    told = run_json(capsys, "import", path, "--dry-run", "--output", "last_hidden_state", "--pooling", "gem")
    assert told["installed"] is None
    assert told["model"]["output"] == {"name": "last_hidden_state", "pooling": "gem"}
    assert told["inputs"] == [{"name": "picture", "shape": [None, 3, 32, 32], "type": "tensor(float)"}]
    assert told["outputs"][1] == {"name": "pooler_output", "shape": [1, 4], "classes": False, "poolings": {"none": 4}}
    assert told["notes"]
    assert not own_models.exists()


def test_every_wish_reaches_the_description(
    graph_makers: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = graph_makers.sound(tmp_path / "any.onnx", picture=("n", 3, "h", "w"))
    words = (
        "--id mine --title Mine --family descriptor --size 24x16 --resize short_side --resize-to 40 --interpolation box"
        " --mean 1,2,3 --std 4,5,6 --scale 1/2 --layout nchw --channels bgr --input picture --output vector --pooling none"
        " --normalise --licence CC0-1.0 --source here"
    )
    assert run_json(capsys, "import", path, *words.split())["model"] == {
        "schema": 1,
        "id": "mine",
        "title": "Mine",
        "family": "descriptor",
        "dimension": 3,
        "input": {
            "width": 24,
            "height": 16,
            "resize_to": 40,
            "interpolation": "box",
            "mean": [1.0, 2.0, 3.0],
            "std": [4.0, 5.0, 6.0],
            "scale": 0.5,
            "channels": "bgr",
            "name": "picture",
        },
        "output": {"name": "vector", "normalise": True},
        "files": [_file(path)],
        "summary": "Imported from any.onnx.",
        "licence": "CC0-1.0",
        "source": "here",
        "reference": {"picture": "reference.npy", "vector": "reference_vector.npy"},
    }


def _file(path: Path) -> dict[str, Any]:
    from imsearch_gui.encoding.store import file_hash

    return {"path": path.name, "sha256": file_hash(path), "size": path.stat().st_size}


def test_replacing(graph_makers: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = graph_makers.sound(tmp_path / "one.onnx")
    run(capsys, "import", path)
    assert "There is a model 'one' already: choose another id, or replace that one (--replace)." in run(
        capsys, "import", path, code=1
    )
    assert "length 1" in run(capsys, "import", path, "--replace", "--normalise")


def test_words(
    graph_makers: Any, two_towers: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str], own_models: Path
) -> None:
    path = graph_makers.sound(tmp_path / "pictures.onnx")
    text = graph_makers.words(tmp_path / "elsewhere" / "words.onnx")
    made = two_towers.make_tiny_towers(tmp_path / "made") / "tokenizer.json"
    told = run_json(capsys, "import", path, "--text", text, "--tokenizer", made)
    assert told["model"]["text"]["file"] == "text/words.onnx"
    assert (own_models / "pictures" / "text" / "tokenizer.json").is_file()


def test_a_folder_with_its_description(capsys: pytest.CaptureFixture[str], own_models: Path) -> None:
    told = run_json(capsys, "import", paths.built_in_models() / "classic", "--id", "mine")
    assert told["installed"]["folder"] == str(own_models / "mine")
    text = run(capsys, "import", paths.built_in_models() / "pixels", "--id", "squares")
    assert "12,288 numbers" in text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nothing.onnx", "cannot be read"),
        ("page.onnx", "is a web page"),
        ("words.onnx", "takes words and no picture"),
        ("outside.onnx", "outside its own folder"),
        ("", "holds"),
    ],
)
def test_refusals_are_one_sentence(
    name: str, said: str, graph_makers: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.onnx").write_text("<!doctype html>")
    graph_makers.words(tmp_path / "words.onnx")
    graph_makers.external(tmp_path / "outside.onnx", "/etc/passwd", write=False)
    error = run(capsys, "import", tmp_path / name, code=1)
    assert said in error
    assert error.startswith("imsearch: ")
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ["--size", "224x"],
        ["--size", "0x5"],
        ["--mean", "1,2"],
        ["--std", "a"],
        ["--scale", "1/0"],
        ["--scale", "nan"],
        ["--pooling", "sum"],
        ["--resize-to", "-1"],
        ["--family", "rnn"],
    ],
)
def test_wrong_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        make_parser().parse_args(["models", "import", "m.onnx", *words])
    assert ended.value.code == 2
    assert f"argument {words[0]}" in capsys.readouterr().err


def test_the_grammar_needs_no_engine() -> None:
    code = "import sys; from imsearch_gui.cli.parser import make_parser; make_parser(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert not {"numpy", "onnx", "onnxruntime", "tokenizers"} & set(done.stdout.split())


def test_the_real_ones(shared_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Imported as they lie there, their vectors are those that were computed elsewhere."""
    from imsearch_gui.domain.metrics import Metric, scores
    from imsearch_gui.encoding.encoder import open_encoder
    from imsearch_gui.encoding.store import ModelStore
    from imsearch_gui.imaging import resize

    pictures = sorted(path for path in (shared_data / "imagenet_sample").iterdir() if path.is_file())
    for name, count in (("mobilenetv2-int8", 20), ("deit-tiny-w3a3", 5)):
        source = shared_data / "models" / name
        folder = Path(shutil.copytree(source, tmp_path / name, copy_function=shutil.copyfile))
        run(capsys, "import", folder / "model.onnx")
        model = ModelStore().find(name)
        encoder = open_encoder(model)
        golden = np.load(source / "golden_imagenet_sample.npy")
        for path, expected in list(zip(pictures, golden, strict=True))[:count]:
            with Image.open(path) as image:
                pixels = np.asarray(image.convert("RGB"))
            vector = encoder.encode(resize.fit(pixels, model.spec.input)[None])[0]
            assert scores(expected, vector, Metric.COSINE)[0] >= 0.9999
    error = run(capsys, "import", shared_data / "models" / "mobilenetv2-int8-classifier", code=1)
    assert "is a classifier: it gives 1000 class scores" in error
    assert "--output output" in error
