"""`imsearch models remove`"""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from imsearch_gui.cli.output import Output, shown
from imsearch_gui.domain.errors import LibraryError, ModelError


def add(add_parser: Callable[[str, str], argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = add_parser("remove", "delete an installed model; vectors that were made with it stay")
    parser.add_argument("model", metavar="ID", help="id of the model")
    parser.add_argument(
        "--library",
        action="append",
        default=[],
        type=lambda text: Path(text).absolute(),
        metavar="DIR",
        help="refuse if this library has vectors of the model (repeatable; those of the window are always looked at)",
    )
    parser.add_argument("--force", action="store_true", help="remove it although libraries use it")
    return parser


def run(args: Namespace, output: Output) -> int:
    from imsearch_gui.encoding.install import remove_model
    from imsearch_gui.encoding.store import ModelStore

    used = _used_by(args.model, args.library)
    if used and not args.force:
        names = ", ".join(shown(folder) for folder in used)
        raise ModelError(
            f"The model {args.model} is used by {names}: without it new pictures cannot be searched for there; remove it all"
            " the same with --force."
        )
    remove_model(ModelStore(), args.model)
    output.result(
        {"id": args.model, "removed": True, "used_by": [str(folder) for folder in used]},
        [f"The model {args.model} is removed."],
    )
    return 0


def _used_by(model: str, named: list[Path]) -> list[Path]:
    """The libraries that have vectors of the model: those that were named, and those of the window."""
    from imsearch_gui import paths
    from imsearch_gui.library.library import CATALOG, Library

    ours = [catalog.parent for catalog in sorted(paths.default_libraries().glob(f"*/{CATALOG}"))]
    used = []
    for folder in dict.fromkeys([*named, *ours]):
        try:
            with Library.open(folder) as library:
                if any(record.id == model and record.vectors for record in library.models()):
                    used.append(folder)
        except LibraryError:
            if folder in named:
                raise
            # One of the window's that cannot be read keeps nobody from removing a model.
    return used
