"""`imsearch models verify`"""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Callable

from imsearch_gui.cli.output import Output, columns
from imsearch_gui.domain.errors import ModelError

VERIFIED = 0.999
"""Cosine to the reference vector from which a model is right: rounding differs from processor to processor."""


def add(add_parser: Callable[[str, str], argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = add_parser("verify", "compare what models give for their reference picture with what they must give")
    parser.add_argument("model", nargs="?", metavar="ID|FOLDER", help="only this one (default: all)")
    return parser


def run(args: Namespace, output: Output) -> int:
    from imsearch_gui.encoding.store import ModelStore
    from imsearch_gui.encoding.strange import model_named
    from imsearch_gui.encoding.verify import verify

    store = ModelStore()
    with_reference = [model for model in store.models() if model.spec.reference is not None]
    chosen = [model_named(store, args.model)] if args.model else with_reference
    cosines = {model.spec.id: round(verify(model), 6) for model in chosen}
    wrong = [name for name, cosine in cosines.items() if cosine < VERIFIED]
    content = {
        "models": [{"id": name, "cosine": cosine, "right": name not in wrong} for name, cosine in cosines.items()]
    }
    output.result(content, columns(content["models"], right=(1,)))
    if wrong:
        raise ModelError(
            f"Not what it must give on this machine: {', '.join(wrong)}; install the model and the program again."
        )
    return 0
