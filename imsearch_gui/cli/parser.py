"""The command line's grammar. Imports nothing heavy, so that `imsearch --help` answers at once."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from imsearch_gui import __version__
from imsearch_gui.cli import models, roots
from imsearch_gui.cli.arguments import absolute, positive
from imsearch_gui.cli.evaluate_options import EXPANSIONS, add_evaluation
from imsearch_gui.cli.filter_options import add_filters
from imsearch_gui.cli.output import CSV, JSON, TEXT
from imsearch_gui.domain.choices import DEFAULT_MODEL
from imsearch_gui.domain.errors import QueryError
from imsearch_gui.domain.region import Region

METRICS = ("cosine", "l2", "l1", "correlation")
"""The values of `domain.metrics.Metric`: the grammar is there before anything of the engine is."""
DEFAULT_TOP = 10
PROVIDERS = ("automatic", "cpu", "cuda", "directml", "coreml", "openvino")
"""As `encoding.providers.IDS`."""


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """The command line, checked; argparse itself ends the program where it is none."""
    parser = make_parser()
    args = parser.parse_args(argv)
    if args.command == "search" and not (args.image or args.like or args.text):
        parser.error("say what to look for: a picture (IMAGE or --like FILE) or words (--text WORDS)")
    if args.command == "search" and args.region is not None and args.image is None:
        parser.error("--region is a part of IMAGE: name the picture, too")
    return args


def make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="imsearch",
        description="Find pictures by what they look like. `imsearch-gui` is the same with a window.",
    )
    parser.add_argument("--version", action="version", version=f"imsearch {__version__}")
    _add_verbose(parser, 0)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_index(commands)
    _add_search(commands)
    _add_evaluate(commands)
    _add_export(commands)
    _add_info(commands)
    _add_compact(commands)
    _add_retry(commands)
    _add_rename(commands)
    _add_roots(commands)
    _add_models(commands)
    return parser


_Commands = argparse._SubParsersAction  # argparse has no public name for it


def _add_index(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _add(commands, "index", "index folders of pictures, or bring their index up to date")
    command.add_argument("folders", metavar="FOLDER", nargs="+", type=absolute, help="folder with pictures")
    command.add_argument("--library", required=True, metavar="DIR", type=absolute, help="folder of the library")
    usual = f"model to use (default: that of the library; {DEFAULT_MODEL} for a new one)"
    command.add_argument("--model", metavar="ID|FOLDER", help=usual)
    options = command.add_argument_group(
        "what is left out", "Without any of these a folder that is one of the library already keeps those that it has."
    )
    options.add_argument("--no-subfolders", action="store_true", help="only the pictures right in each folder")
    options.add_argument(
        "--exclude", action="append", default=[], metavar="GLOB", help="leave out names or paths like this (repeatable)"
    )
    options.add_argument(
        "--min-side", type=positive, default=None, metavar="N", help="leave out pictures with a side below N pixels"
    )
    options.add_argument("--rgb-only", action="store_true", help="leave out pictures without colour")
    _add_provider(command)
    command.add_argument(
        "--precision",
        choices=("automatic", "full"),
        default="automatic",
        help="8 bits where that form of the model is quicker and agrees with the full one, or always full (default: automatic);"
        " a library keeps the form it has",
    )
    command.add_argument(
        "--workers",
        type=positive,
        default=0,
        metavar="N",
        help="processes that decode and encode (default: all cores)",
    )
    _add_form(command)


def _add_search(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _add(
        commands, "search", "find the pictures of a library that look like a picture, or like what words say"
    )
    command.add_argument("library", metavar="LIBRARY", type=absolute, help="folder of the library")
    command.add_argument("image", metavar="IMAGE", nargs="?", type=absolute, help="picture to compare with")
    command.add_argument("--region", metavar="X,Y,W,H", type=_region, help="only this part of it, in pixels")
    command.add_argument(
        "--text", action="append", default=[], metavar="WORDS", help="words, for a model that takes them (repeatable)"
    )
    command.add_argument(
        "--like", action="append", default=[], type=absolute, metavar="FILE", help="another picture (repeatable)"
    )
    command.add_argument(
        "--unlike", action="append", default=[], type=absolute, metavar="FILE", help="less like this one (repeatable)"
    )
    command.add_argument(
        "--unlike-text", action="append", default=[], metavar="WORDS", help="less like these words (repeatable)"
    )
    _add_library_model(command)
    _add_provider(command)
    command.add_argument("--metric", choices=METRICS, default=METRICS[0], help=f"default: {METRICS[0]}")
    command.add_argument(
        "--top", type=positive, default=DEFAULT_TOP, metavar="K", help=f"matches (default: {DEFAULT_TOP})"
    )
    how = command.add_mutually_exclusive_group()
    how.add_argument("--exact", action="store_true", help="compare with every picture")
    how.add_argument("--graph", action="store_true", help="compare with the graph's candidates, where there is a graph")
    add_filters(command)
    _add_refinement(command)
    _add_form(command, csv="rank, path, score and strength as CSV")


def _add_evaluate(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _add(commands, "evaluate", "measure how well a library answers, in each model and metric")
    add_evaluation(command, METRICS)
    _add_provider(command)
    _add_form(command, csv="a line for each way, protocol and question as CSV")


def _add_refinement(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group(
        "what is done to the answer", "Together they run in this order; `imsearch evaluate` says what each is worth."
    )
    group.add_argument(
        "--expand",
        choices=EXPANSIONS,
        default="",
        help="search again with the query and its best matches: all alike, or each by its similarity",
    )
    group.add_argument(
        "--reciprocal", action="store_true", help="first those that share their neighbours with the query"
    )
    group.add_argument(
        "--verify",
        action="store_true",
        help="first those in which points of the picture are found again in the same arrangement",
    )


def _add_export(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _add(commands, "export", "write the vectors of a library to a file")
    command.add_argument("library", metavar="LIBRARY", type=absolute, help="folder of the library")
    command.add_argument(
        "--vectors", required=True, metavar="FILE.npz", type=absolute, help="NumPy file with `vectors` and `paths`"
    )
    _add_library_model(command)
    _add_form(command)


def _add_info(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _add(commands, "info", "say what a library holds")
    command.add_argument("library", metavar="LIBRARY", type=absolute, help="folder of the library")
    _add_form(command)


def _add_compact(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _add(commands, "compact", "drop the vectors of pictures that are gone from a library")
    command.add_argument("library", metavar="LIBRARY", type=absolute, help="folder of the library")
    _add_form(command)


def _add_retry(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _add(commands, "retry", "try skipped files of a library again although they have not changed")
    command.add_argument("library", metavar="LIBRARY", type=absolute, help="folder of the library")
    command.add_argument(
        "files", metavar="FILE", nargs="*", type=absolute, help="skipped files (default: all of the library)"
    )
    _add_library_model(command)
    _add_provider(command)
    _add_form(command)


def _add_rename(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _add(commands, "rename", "call a library otherwise; its folder stays where it is")
    command.add_argument("library", metavar="LIBRARY", type=absolute, help="folder of the library")
    command.add_argument("name", metavar="NAME", help="its new name")
    _add_form(command)


def _add_roots(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _add(commands, "roots", "list the folders of a library; add, change, move and remove them")
    command.add_argument("library", metavar="LIBRARY", type=absolute, help="folder of the library")
    actions = command.add_subparsers(dest="action", metavar="ACTION")
    # `imsearch roots LIBRARY` lists, and so it has the form of that.
    command.set_defaults(run_action=roots.list_roots)
    _add_form(command)

    def add(name: str, summary: str) -> argparse.ArgumentParser:
        action = _add(actions, name, summary)
        _add_form(action, default=argparse.SUPPRESS)
        return action

    roots.add_actions(add)


def _add_models(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _add(commands, "models", "list the models, fetch, import or make others, check and remove them")
    actions = command.add_subparsers(dest="action", required=True, metavar="ACTION")

    def add(name: str, summary: str) -> argparse.ArgumentParser:
        action = _add(actions, name, summary)
        _add_form(action)
        return action

    models.add_actions(add)


def _add(commands: _Commands[argparse.ArgumentParser], name: str, summary: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.")
    # Where it is not given again, the count before the command stands.
    _add_verbose(command, argparse.SUPPRESS)
    return command


def _add_verbose(parser: argparse.ArgumentParser, default: int | str) -> None:
    parser.add_argument(
        "-v", "--verbose", action="count", default=default, help="say more on standard error (-vv: all)"
    )


def _add_library_model(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--model", metavar="ID", help=f"model of the library (default: {DEFAULT_MODEL}, else the first one)"
    )


def _add_provider(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--provider", choices=PROVIDERS, default=PROVIDERS[0], help=f"what the model runs on (default: {PROVIDERS[0]})"
    )


def _add_form(command: argparse.ArgumentParser, *, csv: str = "", default: str = TEXT) -> None:
    form = command.add_mutually_exclusive_group()
    form.add_argument(
        "--json",
        dest="form",
        action="store_const",
        const=JSON,
        default=default,
        help="one JSON object on standard output",
    )
    if csv:
        form.add_argument("--csv", dest="form", action="store_const", const=CSV, help=csv)


def _region(text: str) -> Region:
    try:
        return Region.parse(text)
    except QueryError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
