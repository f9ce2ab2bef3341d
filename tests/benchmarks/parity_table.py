"""How near our vectors are to those of the toolkits, on the real architectures: `python tests/benchmarks/parity_table.py`.

Random weights (no hub is needed), 50 real pictures of ../shared/data and the sentences of tests/encoding/sentences.txt. Needs the
extra [export], a quarter of an hour and 2 GB of disk. Prints a table in Markdown; with `--write` it takes the place of the marked
part of docs/models.md, with names of models only their lines.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from imsearch_gui import paths
from imsearch_gui.encoding.text import open_text_encoder

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data"
MARKS = ("<!-- parity: begin -->", "<!-- parity: end -->")
SETS = {
    "imagenet_sample/*": 20,
    "grocery60/**/*.jpg": 5,
    "clothing/**/*.jpg": 5,
    "ukbench/*.jpg": 5,
    "rclip_expected/**/*.png": 3,
    "rclip_expected/**/*.webp": 2,
    "holidays/*": 3,
    "sceaux/*": 5,
    "large/*": 2,
}
"""How many pictures of which set: 348 x 348 to 12 megapixels, JPEG, PNG, WebP."""
TITLES = {
    "vit": "ViT-B/16",
    "dinov2": "DINOv2 S/14",
    "dinov2-registers": "DINOv2 S/14 with registers",
    "clip": "CLIP ViT-B/32",
    "siglip2": "SigLIP2 B/16",
}
KERAS = {
    "vgg16": "VGG16, flattened",
    "vgg16-rmac": "VGG16, R-MAC",
    "resnet50": "ResNet-50, mean",
    "efficientnet-b7": "EfficientNet-B7, flattened",
    "efficientnet-v2l": "EfficientNetV2-L, flattened",
}
"""By their entries in the catalogue."""
HEAD = [
    "| model | same pixels | from the files, read in full | large JPEGs, read reduced | with a colour profile | a picture and the"
    " nearest other | words |",
    "|---|---|---|---|---|---|---|",
]


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
    chosen: list[Path] = []
    for pattern, count in SETS.items():
        files = sorted(path for path in SHARED.glob(pattern) if path.is_file())
        chosen += files[:: len(files) // count][:count]
    return chosen


def row(title: str, found: Any, words: Sequence[float]) -> str:
    columns = (found.pixels, found.whole, found.reduced, found.profiled)
    cells = [_lowest(values) for values in columns] + [f"{found.apart:.3f}", _lowest(words)]
    return f"| {title} | {' | '.join(cells)} |"


def _lowest(values: Sequence[float]) -> str:
    # Cut off and not rounded, so that 1 is said of what is 1.
    return f"{int(min(values) * 1e6) / 1e6:.6f} ({len(values)})" if values else ""


def of_transformers(name: str, files: list[Path], folder: Path) -> str:
    kind = parity.KINDS[name]
    source = parity.make_source(kind, folder / "source", small=False, tokenizer=SHARED / "tokenizer_clip")
    model = parity.export(source, folder / "model")
    found = parity.agreement(model, parity.by_transformers(kind, source), files)
    words: list[float] = []
    if model.spec.text is not None:
        sentences = parity.sentences()
        ours = open_text_encoder(model, threads=2).encode(sentences)
        reference = parity.words_by_transformers(kind, source)
        words = [parity.cosine(one[None], reference(text)) for one, text in zip(ours, sentences, strict=True)]
    return row(TITLES[name], found, words)


def of_keras(name: str, files: list[Path], folder: Path) -> str:
    manifest = paths.built_in_models() / name / "model.toml"
    entry = parity.recipe_module("export").read_spec(manifest)
    assert entry.recipe is not None
    weights = parity.make_keras_weights(
        entry.recipe.name, folder / "random.weights.h5", height=entry.input.height, width=entry.input.width
    )
    options = ("--entry", str(manifest), "--weights", str(weights))
    model = parity.export(entry.recipe.name, folder / "model", *options)
    return row(KERAS[name], parity.agreement(model, parity.by_keras(entry.recipe.name, weights, model), files), [])


def write(lines: Sequence[str]) -> None:
    """Into docs/models.md: lines of the same model are replaced, others stay."""
    page = ROOT / "docs" / "models.md"
    before, rest = page.read_text(encoding="utf-8").split(MARKS[0])
    old, after = rest.split(MARKS[1])
    there = dict(re.findall(r"^(\| [^|]+ \|)(.*)$", old, re.MULTILINE)) if old.strip() else {}
    new = dict(re.findall(r"^(\| [^|]+ \|)(.*)$", "\n".join(lines), re.MULTILINE))
    titles = [f"| {title} |" for title in (*TITLES.values(), *KERAS.values())]
    merged = {**there, **new}
    rows = [title + merged[title] for title in titles if title in merged]
    page.write_text("\n".join([before + MARKS[0], *HEAD, *rows, MARKS[1] + after]), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*", default=[*TITLES, *KERAS])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    files = pictures()
    print(f"{len(files)} pictures, {len(parity.sentences())} sentences")
    for name in options.names:
        with tempfile.TemporaryDirectory() as folder:
            make = of_transformers if name in TITLES else of_keras
            line = make(name, files, Path(folder))
        print(line, flush=True)
        if options.write:
            write([line])


if __name__ == "__main__":
    main()
