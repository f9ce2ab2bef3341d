"""`imsearch models ...`: one module an action, each with its grammar (`add`) and its work (`run`).

`add` must be quick, since every command line builds the whole grammar: the modules import the engine in `run`.
"""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Callable

from imsearch_gui.cli.models import (
    benchmarking,
    exporting,
    importing,
    installing,
    listing,
    quantising,
    removing,
    verifying,
)
from imsearch_gui.cli.output import Output

ACTIONS = (listing, installing, importing, exporting, quantising, removing, verifying, benchmarking)
"""In the order of the help."""

Add = Callable[[str, str], argparse.ArgumentParser]
"""(name, what it does) -> a parser that has the options every command has, --json among them."""


def add_actions(add: Add) -> None:
    """Build the grammar of every action."""
    for module in ACTIONS:
        parser = module.add(add)
        parser.set_defaults(run_action=module.run)


def run(args: Namespace, output: Output) -> int:
    """The action that was asked for; returns the exit status."""
    status: int = args.run_action(args, output)
    return status
