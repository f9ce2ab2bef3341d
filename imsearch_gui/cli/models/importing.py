"""`imsearch models import`: a model file of the user's own."""

from __future__ import annotations

import argparse
import math
from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import asdict, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from imsearch_gui.cli.arguments import absolute, positive
from imsearch_gui.cli.models.quantising import after_coming
from imsearch_gui.cli.output import Output, aligned, shown
from imsearch_gui.domain.model_spec import Channels, Family, Interpolation, Layout, Pooling, Resize
from imsearch_gui.domain.proposal import Proposal, Triple, Wishes
from imsearch_gui.domain.wording import count, size

if TYPE_CHECKING:
    from imsearch_gui.encoding.store import InstalledModel

_Kind = TypeVar("_Kind", bound=StrEnum)


def add(add_parser: Callable[[str, str], argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = add_parser("import", "look at an ONNX file, try one picture, and put it among the models")
    parser.add_argument(
        "file", metavar="FILE", type=absolute, help="an .onnx file, or the folder of a model with its model.toml"
    )
    names = parser.add_argument_group("what it is called, where the file does not tell")
    for name, meta, said in (
        ("id", "ID", "letters, digits, - _ . (default: from the file's name)"),
        ("title", "TEXT", "name for people"),
        ("licence", "NAME", "its licence, as its publisher says"),
        ("source", "TEXT", "where it comes from"),
    ):
        names.add_argument(f"--{name}", metavar=meta, help=said)
    names.add_argument("--family", type=_one_of(Family), metavar="KIND", help="cnn, vit, clip or descriptor")
    _add_input(parser.add_argument_group("how a picture goes in, where what was seen or guessed is wrong"))
    _add_output(parser.add_argument_group("what becomes the vector"))
    words = parser.add_argument_group("words")
    words.add_argument(
        "--text", metavar="FILE", type=absolute, help="the model's half for words (default: looked for beside FILE)"
    )
    words.add_argument(
        "--tokenizer", metavar="FILE", type=absolute, help="its tokenizer.json (default: looked for beside the half)"
    )
    parser.add_argument("--replace", action="store_true", help="take the place of a model of yours with this id")
    parser.add_argument("--dry-run", action="store_true", help="say what it seems to be, and import nothing")
    return parser


def _add_input(group: argparse._ArgumentGroup) -> None:  # argparse has no public name for it
    group.add_argument("--input", metavar="NAME", help="input of the graph that takes the picture")
    group.add_argument("--size", type=_size, metavar="WxH", help="pixels, where the graph takes any")
    group.add_argument("--resize", type=_one_of(Resize), metavar="HOW", help="squash, short_side or pad")
    group.add_argument(
        "--resize-to", type=positive, metavar="N", help="short side in pixels, before the middle is cut out"
    )
    group.add_argument(
        "--interpolation", type=_one_of(Interpolation), metavar="HOW", help="nearest, box, bilinear, bicubic or lanczos"
    )
    group.add_argument("--mean", type=_triple, metavar="R,G,B", help="taken off: (pixel * scale - mean) / std")
    group.add_argument("--std", type=_triple, metavar="R,G,B", help="divided by")
    group.add_argument("--scale", type=_number, metavar="S", help="times the pixel, such as 1/255")
    group.add_argument("--layout", type=_one_of(Layout), metavar="L", help="nchw or nhwc")
    group.add_argument("--channels", type=_one_of(Channels), metavar="C", help="rgb or bgr")


def _add_output(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--output", metavar="NAME", help="output of the graph; the scores of classes only when named here"
    )
    group.add_argument(
        "--pooling", type=_one_of(Pooling), metavar="P", help="none, cls, mean, max, gem, rmac or flatten"
    )
    group.add_argument(
        "--normalise", action=argparse.BooleanOptionalAction, default=None, help="scale every vector to length 1"
    )


def run(args: Namespace, output: Output) -> int:
    from imsearch_gui.encoding.importing import accept, propose

    proposal = propose(args.file, text=args.text, tokenizer=args.tokenizer, wishes=_wishes(args))
    model = None
    if not args.dry_run:
        model = accept(args.file, proposal.spec, text=args.text, tokenizer=args.tokenizer, replace=args.replace)
    quick = [] if model is None else after_coming(model)
    output.result(_as_json(proposal, model), [*_as_text(proposal, model), *quick])
    return 0


def _wishes(args: Namespace) -> Wishes:
    names = [item.name for item in fields(Wishes) if item.name not in ("width", "height")]
    width, height = args.size or (None, None)
    return Wishes(width=width, height=height, **{name: getattr(args, name) for name in names})


def _as_json(proposal: Proposal, model: InstalledModel | None) -> dict[str, Any]:
    from imsearch_gui.domain.model_toml import model_table

    installed = None
    if model is not None:
        spec = model.spec
        installed = {"id": spec.id, "folder": str(model.folder), "bytes": model.size, "dimension": spec.dimension}
    return {
        "model": model_table(proposal.spec if model is None else model.spec),
        "notes": list(proposal.notes),
        "inputs": [asdict(port) for port in proposal.inputs],
        "outputs": [
            {
                "name": choice.name,
                "shape": choice.shape,
                "classes": choice.classes,
                "poolings": {pooling.value: numbers for pooling, numbers in choice.poolings},
            }
            for choice in proposal.outputs
        ],
        "installed": installed,
    }


def _as_text(proposal: Proposal, model: InstalledModel | None) -> Iterator[str]:
    spec = proposal.spec
    given, taken = spec.input, spec.output
    resize = {
        Resize.SQUASH: "squashed",
        Resize.SHORT_SIDE: f"short side to {given.resize_to}, then the middle",
        Resize.PAD: "whole, with a border",
    }[given.resize]
    rows = [
        ("title", spec.title),
        ("id", spec.id),
        ("family", spec.family.value),
        ("licence", spec.licence or "not known"),
        ("picture", f"{given.width} x {given.height}, {resize}, {given.interpolation.value}"),
        ("pixels", f"(pixel * {given.scale:.6g} - {_three(given.mean)}) / {_three(given.std)}"),
        ("input", f"{given.name or 'the only one'}, {given.layout.value}, {given.channels.value}"),
        ("output", f"{taken.name or 'the only one'}, pooling {taken.pooling.value}{', length 1' * taken.normalise}"),
        ("vector", f"{count(spec.dimension)} numbers"),
        ("words", "no" if spec.text is None else f"{spec.text.file}, up to {spec.text.length} tokens"),
    ]
    yield from aligned(rows)
    if proposal.notes:
        yield from ("", *(f"- {shown(note)}" for note in proposal.notes))
    if len(proposal.outputs) > 1 or any(len(choice.poolings) > 1 for choice in proposal.outputs):
        yield from ("", "What else could become the vector (--output, --pooling):", *_ways(proposal))
    yield ""
    if model is None:
        yield "Nothing was imported."
    else:
        yield f"Imported into {shown(model.folder)} ({size(model.size)}); use it with"
        yield f"  imsearch index FOLDER --library DIR --model {model.spec.id}"


def _ways(proposal: Proposal) -> list[str]:
    rows = []
    for choice in proposal.outputs:
        ways = ", ".join(
            f"{pooling.value} {'?' if numbers is None else count(numbers)}" for pooling, numbers in choice.poolings
        )
        shape = " x ".join("?" if side is None else str(side) for side in choice.shape)
        rows.append((f"  {choice.name}", shape, f"{ways or 'no vector'}{' (scores of classes)' * choice.classes}"))
    return aligned(rows)


def _three(values: Triple) -> str:
    return f"{values[0]:g}" if len(set(values)) == 1 else f"[{', '.join(f'{value:g}' for value in values)}]"


def _one_of(kind: type[_Kind]) -> Callable[[str], _Kind]:
    def parse(text: str) -> _Kind:
        try:
            return kind(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{text!r} is not one of {', '.join(kind)}") from None

    return parse


def _size(text: str) -> tuple[int, int]:
    width, sign, height = text.lower().partition("x")
    return positive(width), positive(height if sign else width)


def _number(text: str) -> float:
    """A number, or a fraction such as 1/255."""
    above, _, below = text.partition("/")
    try:
        number = float(above) / float(below or "1")
    except (ValueError, ZeroDivisionError):
        number = math.nan
    if not math.isfinite(number):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number")
    return number


def _triple(text: str) -> Triple:
    """Three numbers, or one for all channels."""
    numbers = [_number(part) for part in text.split(",")]
    if len(numbers) not in (1, 3):
        raise argparse.ArgumentTypeError(f"{text!r} is not three numbers with commas between")
    return numbers[0], numbers[len(numbers) // 2], numbers[-1]
