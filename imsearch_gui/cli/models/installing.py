"""`imsearch models install`"""

from __future__ import annotations

import argparse
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from imsearch_gui.cli.models.quantising import after_coming
from imsearch_gui.cli.output import Output, shown
from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.wording import size

if TYPE_CHECKING:
    from imsearch_gui.domain.progress import InstallProgress


def add(add_parser: Callable[[str, str], argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = add_parser("install", "fetch a model of the catalogue, check it and try it")
    parser.add_argument("model", metavar="ID", help="one of `imsearch models list --available`")
    parser.add_argument("--accept-terms", action="store_true", help="you have read the licence and agree to it")
    return parser


def run(args: Namespace, output: Output) -> int:
    from imsearch_gui.encoding.install import install_model
    from imsearch_gui.encoding.store import ModelStore

    store = ModelStore()
    if any(model.spec.id == args.model for model in store.models()):
        raise ModelError(f"The model {args.model} is installed already; to have it anew, remove it first.")
    entry = store.entry(args.model)
    output.complain(_licence(entry.spec.title, entry.spec.licence, entry.spec.licence_url))
    with _bar() as report:
        model = install_model(entry, report=report, accept_terms=args.accept_terms)
    output.result(
        {"id": model.spec.id, "folder": str(model.folder), "bytes": model.size, "dimension": model.spec.dimension},
        [f"{model.spec.title} is installed in {shown(model.folder)} ({size(model.size)}).", *after_coming(model)],
    )
    return 0


def _licence(title: str, licence: str, url: str) -> str:
    return f"{title}: licence {licence or 'not stated'}{f', {url}' if url else ''}"


@contextmanager
def _bar() -> Iterator[Callable[[InstallProgress], None]]:
    """A bar on a terminal, nothing anywhere else."""
    from tqdm import tqdm

    class Bar(tqdm):  # type: ignore[misc]
        monitor_interval = 0
        """Told often enough: no thread that looks after it."""

    with Bar(
        file=sys.stderr,
        unit="B",
        unit_scale=True,
        dynamic_ncols=True,
        leave=False,
        disable=not sys.stderr.isatty(),
    ) as bar:

        def report(progress: InstallProgress) -> None:
            bar.total = progress.total or None
            bar.set_description(progress.file or progress.stage.value, refresh=False)
            bar.update(progress.done - bar.n)

        yield report
