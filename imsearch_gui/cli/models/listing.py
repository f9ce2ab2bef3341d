"""`imsearch models list`: what is here, and what can be had."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from imsearch_gui import paths
from imsearch_gui.cli.output import Output, aligned
from imsearch_gui.domain.wording import size

if TYPE_CHECKING:
    from imsearch_gui.domain.model_spec import ModelSpec
    from imsearch_gui.encoding.store import InstalledModel


def add(add_parser: Callable[[str, str], argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = add_parser("list", "list the models that are installed, and those of the catalogue that can be had")
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--installed", action="store_true", help="only those that are installed")
    only.add_argument("--available", action="store_true", help="only those that can be had")
    return parser


def run(args: Namespace, output: Output) -> int:
    from imsearch_gui.encoding.partial import clear_old
    from imsearch_gui.encoding.store import ModelStore

    clear_old(paths.user_models())
    store = ModelStore()
    rows: list[dict[str, Any]] = []
    if not args.available:
        rows += [
            {**_row(model.spec, model.folder, model.size), "eight_bits": _eight_bits(model)} for model in store.models()
        ]
    if not args.installed:
        rows += [_row(entry.spec, None, entry.spec.download_size or None) for entry in store.available()]
    output.result({"models": rows, "problems": store.problems()}, _text(rows))
    for problem in store.problems():
        output.complain(problem)
    return 0


def _row(spec: ModelSpec, folder: Path | None, size_: int | None) -> dict[str, Any]:
    return {
        "id": spec.id,
        "family": spec.family.value,
        "dimension": spec.dimension,
        "title": spec.title,
        "folder": None if folder is None else str(folder),
        "installed": folder is not None,
        "how": "recipe" if spec.recipe is not None else "fetch" if spec.hub is not None else None,
        "text": spec.text is not None,
        "localises": spec.patches is not None,
        "bytes": size_,
        "licence": spec.licence,
        "licence_url": spec.licence_url,
        "terms": spec.terms.value,
        "summary": spec.summary,
        "unverified": list(spec.unverified),
    }


def _eight_bits(model: InstalledModel) -> dict[str, Any] | None:
    """What is known of the 8-bit form; None where it was not tried."""
    from imsearch_gui.encoding.store import eight_bits_of

    known = eight_bits_of(model)
    return None if known is None else asdict(known)


def _text(rows: list[dict[str, Any]]) -> list[str]:
    names = ("id", "numbers", "words", "size", "licence", "", "title")
    lines = [
        (
            row["id"],
            row["dimension"],
            "yes" if row["text"] else "",
            "" if not row["bytes"] else size(row["bytes"]),
            row["licence"] + {"open": "", "research": " (research only)", "gated": " (terms to accept)"}[row["terms"]],
            "installed" if row["installed"] else "by recipe" if row["how"] == "recipe" else "to fetch",
            row["title"] + _quick(row) + (" *" if row["unverified"] else ""),
        )
        for row in rows
    ]
    text = aligned([names, *lines], right=(1, 3))
    if any(row["unverified"] for row in rows):
        text += ["", "* not everything that is said of it was verified; --json names what was not."]
    return text


def _quick(row: dict[str, Any]) -> str:
    known = row.get("eight_bits")
    if known is None or not known["taken"]:
        return ""
    return f" (8 bits: {known['faster']:.1f} times as fast, agreement {known['median']:.4f})"
