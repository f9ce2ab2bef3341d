"""How near our vectors are to those of the toolkits, on the real architectures: `python tests/benchmarks/parity_table.py`.

Random weights (no hub is needed), 50 real pictures of ../shared/data and the sentences of tests/encoding/sentences.txt. Needs
the extra [export], some minutes and 4 GB of disk. Prints a table in Markdown; with `--write` it takes the place of the marked part
of docs/models.md.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from imsearch_gui import paths
from imsearch_gui.encoding.text import open_text_encoder

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data"
PICTURES = 50
MARKS = ("<!-- parity: begin -->", "<!-- parity: end -->")
TITLES = {"vit": "ViT-B/16", "dinov2": "DINOv2-S/14 with registers", "clip": "CLIP ViT-B/32", "siglip2": "SigLIP2 B/16"}
KERAS = {"vgg16": "VGG16, flattened", "efficientnet-b7": "EfficientNet-B7, flattened", "resnet50": "ResNet-50, mean"}
APPLICATIONS = {"vgg16": "VGG16", "efficientnet-b7": "EfficientNetB7", "resnet50": "ResNet50"}


def _load_parity() -> Any:
    """tests/parity.py, which the tests use, too."""
    spec = importlib.util.spec_from_file_location("parity", ROOT / "tests" / "parity.py")
    assert spec is not None
    assert spec.loader is not None
    sys.modules["parity"] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


parity = _load_parity()


def pictures() -> list[Path]:
    """Of three sets, from small to 12 megapixels."""
    files = [path for name in ("imagenet_sample", "grocery60") for path in sorted((SHARED / name).rglob("*.*"))]
    large = [path for name in ("holidays", "sceaux", "large") for path in sorted((SHARED / name).glob("*.jpg"))]
    return files[:: len(files) // (PICTURES - len(large))][: PICTURES - len(large)] + large


def row(title: str, found: Any, words: list[float]) -> str:
    cells = [f"{min(part):.6f} ({np.mean(part):.6f})" if part else "" for part in (found.pixels, found.files, words)]
    return f"| {title} | " + " | ".join(cells) + " |"


def of_transformers(name: str, files: list[Path], folder: Path) -> str:
    kind = parity.KINDS[name]
    source = parity.make_source(kind, folder / "source", small=False, tokenizer=SHARED / "tokenizer_clip")
    model = parity.export(source, folder / "model")
    found = parity.agreement(model, parity.by_transformers(kind, source), files)
    words: list[float] = []
    if model.spec.text is not None:
        lines = (ROOT / "tests" / "encoding" / "sentences.txt").read_text(encoding="utf-8").splitlines()
        sentences = [line for line in lines if line.strip()]
        ours = open_text_encoder(model, threads=2).encode(sentences)
        words = parity.cosines(ours, parity.words_by_transformers(kind, source)(sentences))
    return row(TITLES[name], found, words)


def of_keras(name: str, files: list[Path], folder: Path) -> str:
    import keras

    manifest = paths.built_in_models() / name / "model.toml"
    side = (86, 128, 3) if name == "vgg16" else (224, 224, 3)
    keras.utils.set_random_seed(3)
    network = getattr(keras.applications, APPLICATIONS[name])(include_top=False, weights=None, input_shape=side)
    weights = folder / "random.weights.h5"
    network.save_weights(weights)
    model = parity.export(name, folder / "model", "--entry", str(manifest), "--weights", str(weights))
    return row(KERAS[name], parity.agreement(model, parity.by_keras(name, weights, model.spec.input, model), files), [])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*", default=[*TITLES, *KERAS])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    files = pictures()
    lines = [
        "| model | from the same pixels | from the files | words |",
        "|---|---|---|---|",
    ]
    for name in options.names:
        with tempfile.TemporaryDirectory() as folder:
            make = of_transformers if name in TITLES else of_keras
            lines.append(make(name, files, Path(folder)))
        print(lines[-1], flush=True)
    if options.write:
        page = ROOT / "docs" / "models.md"
        before, rest = page.read_text(encoding="utf-8").split(MARKS[0])
        after = rest.split(MARKS[1])[1]
        page.write_text("\n".join([before + MARKS[0], *lines, MARKS[1] + after]), encoding="utf-8")


if __name__ == "__main__":
    main()
