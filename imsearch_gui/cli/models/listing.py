"""`imsearch models list`"""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Callable

from imsearch_gui.cli.output import Output, columns


def add(add_parser: Callable[[str, str], argparse.ArgumentParser]) -> argparse.ArgumentParser:
    return add_parser("list", "list the models")


def run(_args: Namespace, output: Output) -> int:
    from imsearch_gui.encoding.store import ModelStore

    store = ModelStore()
    rows = [
        {
            "id": model.spec.id,
            "family": model.spec.family.value,
            "dimension": model.spec.dimension,
            "title": model.spec.title,
            "folder": str(model.folder),
        }
        for model in store.models()
    ]
    output.result({"models": rows, "problems": store.problems()}, columns(rows, right=(2,)))
    for problem in store.problems():
        output.complain(problem)
    return 0
