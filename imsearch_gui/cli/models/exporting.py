"""`imsearch models export`"""

from __future__ import annotations

import argparse
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from imsearch_gui.cli.models.quantising import after_coming
from imsearch_gui.cli.output import Output, shown
from imsearch_gui.domain.wording import size

POOLINGS = ("none", "cls", "mean", "max", "gem", "rmac", "flatten")
"""The values of `domain.model_spec.Pooling`."""


def add(add_parser: Callable[[str, str], argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = add_parser("export", "make a model out of published weights, by a recipe (needs the extra [export])")
    parser.add_argument(
        "source", metavar="SOURCE", help="an entry of the catalogue made by a recipe, a folder, or an id of the hub"
    )
    parser.add_argument("--recipe", metavar="NAME", help="default: by the model's own configuration (models/recipes)")
    parser.add_argument("--precision", choices=("fp32", "fp16", "int8"), help="of the weights (default: fp32)")
    parser.add_argument("--id", dest="identity", metavar="ID", help="id of the new model (default: from its name)")
    parser.add_argument("--to", type=lambda text: Path(text).absolute(), metavar="DIR", help="write it there instead")
    parser.add_argument("--pooling", choices=POOLINGS, help="how the output becomes a vector")
    parser.add_argument("--normalise", action=argparse.BooleanOptionalAction, help="scale every vector to length 1")
    parser.add_argument("--weights", metavar="NAME|FILE", help="of a Keras network: imagenet (default) or a file")
    parser.add_argument("--replace", action="store_true", help="in the place of an installed model of that id")
    return parser


def run(args: Namespace, output: Output) -> int:
    from imsearch_gui.encoding.recipes import ExportWish, export_model

    wish = ExportWish(
        source=args.source,
        recipe=args.recipe,
        precision=args.precision,
        identity=args.identity,
        pooling=args.pooling,
        normalise=args.normalise,
        weights=args.weights,
    )
    model = export_model(wish, to=args.to, replace=args.replace, say=_say)
    output.result(
        {"id": model.spec.id, "folder": str(model.folder), "bytes": model.size, "dimension": model.spec.dimension},
        [
            f"{model.spec.title} is in {shown(model.folder)} ({size(model.size)}, {model.spec.dimension} numbers).",
            *([] if args.to else after_coming(model)),
        ],
    )
    return 0


def _say(line: str) -> None:
    """A step, on standard error."""
    sys.stderr.write(f"{shown(line)}\n")
