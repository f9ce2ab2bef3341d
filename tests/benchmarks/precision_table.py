"""Precision at 5 of every model and metric on a folder of classes: `python tests/benchmarks/precision_table.py [DATA]`.

DATA holds `train/CLASS/*` and `test/CLASS/*` (default ../shared/data/grocery60). Everything goes through the command line, as
a user would: `imsearch index` for each model into one library, `imsearch search` for each test picture. Prints a table in
Markdown; with `--write` it takes the place of the marked part of docs/evaluation.md.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from imsearch_gui.cli import main as imsearch

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data"
METRICS = ("cosine", "l2", "l1", "correlation")
MARKS = ("<!-- precision at 5: begin -->", "<!-- precision at 5: end -->")


def run(*words: str) -> dict[str, Any]:
    """One command line; what it printed."""
    output = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stdout(output):
        code = imsearch([*words, "--json"])
    assert code == 0, words
    output.seek(0)
    answer: dict[str, Any] = json.load(output)
    return answer


def precision_at_5(library: Path, model: str, metric: str, pictures: Sequence[Path]) -> float:
    good = 0
    for picture in pictures:
        matches = run("search", str(library), str(picture), "--model", model, "--metric", metric, "--top", "5")[
            "matches"
        ]
        good += sum(Path(match["path"]).parent.name == picture.parent.name for match in matches)
    return good / (5 * len(pictures))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", nargs="?", type=Path, default=SHARED / "grocery60")
    parser.add_argument(
        "--models", nargs="*", default=["pixels", "classic", str(SHARED / "models" / "mobilenetv2-int8")]
    )
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    queries = sorted(path for path in (options.data / "test").rglob("*") if path.is_file())
    lines = ["| model | " + " | ".join(METRICS) + " |", "|---|" + "---|" * len(METRICS)]
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder, "library")
        for model in options.models:
            report = run("index", str(options.data / "train"), "--library", str(library), "--model", model)
            assert report["skipped"] == []
            figures = [precision_at_5(library, report["model"], metric, queries) for metric in METRICS]
            cells = " | ".join(f"{figure:.3f}" for figure in figures)
            lines.append(f"| {report['model']} | {cells} |")
            print(lines[-1], flush=True)
    text = "\n".join(lines)
    print(text)
    if options.write:
        page = ROOT / "docs" / "evaluation.md"
        before, rest = page.read_text().split(MARKS[0])
        page.write_text(f"{before}{MARKS[0]}\n{text}\n{MARKS[1]}{rest.split(MARKS[1])[1]}")


if __name__ == "__main__":
    main()
