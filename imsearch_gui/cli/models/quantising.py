"""`imsearch models quantise`, and the same at the end of an installation."""

from __future__ import annotations

import argparse
import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING

from imsearch_gui.cli.output import Output
from imsearch_gui.domain.errors import ModelError

if TYPE_CHECKING:
    from imsearch_gui.encoding.store import EightBits, InstalledModel


def add(add_parser: Callable[[str, str], argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = add_parser("quantise", "make the 8-bit form of a transformer anew and measure it on this machine")
    parser.add_argument("model", metavar="ID", help="id of an installed model")
    return parser


def run(args: Namespace, output: Output) -> int:
    from imsearch_gui.encoding.store import ModelStore

    model = ModelStore().find(args.model)
    known = _prepared(model)
    if known is None:
        raise ModelError(
            f"An 8-bit form is for transformers that are not small (vit, clip), and {model.spec.title} is none: it stays as it is."
        )
    output.result({"id": model.spec.id, "eight_bits": asdict(known)}, [told(model, known)])
    return 0


def after_coming(model: InstalledModel) -> list[str]:
    """Try the form on a model that has just come; the line to be told, or none where it is not worth trying."""
    from imsearch_gui.encoding.eight_bits import worth_trying

    if not worth_trying(model):
        return []
    sys.stderr.write("Trying weights of 8 bits…\n")
    known = _prepared(model)
    return [] if known is None else [told(model, known)]


def _prepared(model: InstalledModel) -> EightBits | None:
    from imsearch_gui.imaging.apart import Apart
    from imsearch_gui.library.forms import prepare

    with closing(Apart(kept=1)) as apart:
        return prepare(model, apart)


def told(model: InstalledModel, known: EightBits) -> str:
    """What became of it, a sentence."""
    from imsearch_gui.library.forms import in_words

    if known.taken:
        return f"New libraries will use the 8-bit form of {model.spec.title}: {in_words(known)}."
    return f"{model.spec.title} has no 8-bit form: {known.why}."
