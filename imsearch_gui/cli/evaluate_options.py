"""The options of `imsearch evaluate`: in which ways it asks, and what it writes. Imports nothing heavy."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from imsearch_gui.cli.arguments import absolute, positive

FORMS = ("classes", "table", "oxford", "revisited", "ukbench", "labels")
"""The values of `domain.evaluation.TruthForm`."""
EXPANSIONS = ("average", "alpha")
"""The values of `domain.refinement.Expansion` that are any."""
TOP = (1, 5, 10)


def add_evaluation(command: argparse.ArgumentParser, metrics: Sequence[str]) -> None:
    """Add the arguments and options to the grammar."""
    command.add_argument("library", metavar="LIBRARY", type=absolute, help="folder of the library")
    command.add_argument(
        "truth",
        metavar="TRUTH",
        nargs="?",
        type=absolute,
        help="file or folder that says what belongs together (default: the labels of the library, else its folders)",
    )
    command.add_argument(
        "--form",
        dest="truth_form",
        choices=FORMS,
        metavar="FORM",
        help=f"what TRUTH is, where its name does not tell: {', '.join(FORMS)}",
    )
    command.add_argument(
        "--model", action="append", default=[], metavar="ID", help="model of the library (repeatable; default: all)"
    )
    command.add_argument(
        "--metric",
        action="append",
        default=[],
        choices=metrics,
        metavar="METRIC",
        help=f"{', '.join(metrics)} (repeatable; default: all)",
    )
    _add_refinements(command)
    command.add_argument(
        "--top",
        nargs="+",
        type=positive,
        default=list(TOP),
        metavar="K",
        help=f"so many of the best matches count, several at once (default: {' '.join(map(str, TOP))})",
    )
    command.add_argument(
        "--questions",
        type=positive,
        default=0,
        metavar="N",
        help="ask so many questions at most, taken evenly from all of them (default: all)",
    )
    command.add_argument(
        "--report", type=absolute, metavar="FILE.html", help="write a page with tables, curves and the worst questions"
    )


def _add_refinements(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group(
        "what may make answers better", "Each that is named is measured by itself, beside the plain way."
    )
    group.add_argument(
        "--expand",
        action="append",
        default=[],
        choices=EXPANSIONS,
        metavar="HOW",
        help="the best matches ask again with the query: average (all alike) or alpha (by similarity; repeatable)",
    )
    group.add_argument(
        "--reciprocal", action="store_true", help="the best matches by the neighbours that they share with the query"
    )
    group.add_argument(
        "--verify", action="store_true", help="the best matches by what of the query's picture is found again in them"
    )
