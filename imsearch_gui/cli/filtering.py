"""What `imsearch search` leaves out of its answer."""

from __future__ import annotations

import argparse
from argparse import Namespace
from datetime import date
from pathlib import Path

from imsearch_gui.domain.filters import Apart, Filters, Orientation

FORMATS = (
    "AVIF",
    "BMP",
    "CUR",
    "DDS",
    "DIB",
    "GIF",
    "HEIF",
    "ICNS",
    "ICO",
    "JPEG",
    "JPEG2000",
    "MPO",
    "PCX",
    "PNG",
    "PPM",
    "PSD",
    "QOI",
    "SGI",
    "TGA",
    "TIFF",
    "WEBP",
    "XBM",
    "XPM",
)
"""What `PictureInfo.format` may be; a format that no picture of the library has leaves none."""


def add_arguments(command: argparse.ArgumentParser) -> None:
    """The options of the command line's grammar."""
    group = command.add_argument_group("only pictures that")
    group.add_argument(
        "--folder", action="append", default=[], type=_folder, metavar="DIR", help="lie in or below it (repeatable)"
    )
    group.add_argument("--after", type=_day, metavar="DAY", help="were taken on this day or later (2024-05-31)")
    group.add_argument("--before", type=_day, metavar="DAY", help="were taken on this day or earlier")
    group.add_argument(
        "--orientation",
        action="append",
        default=[],
        choices=[item.value for item in Orientation],
        help="lie so (repeatable)",
    )
    group.add_argument(
        "--shortest-side", default=0, type=_Number(1), metavar="N", help="have N pixels or more on both sides"
    )
    group.add_argument(
        "--format",
        action="append",
        default=[],
        dest="formats",
        type=_format,
        metavar="F",
        help="are JPEG, PNG ... (repeatable)",
    )
    group.add_argument("--label", action="append", default=[], metavar="NAME", help="have this label (repeatable)")
    group.add_argument(
        "--colour",
        action="append",
        default=[],
        type=_Number(1, 9),
        metavar="N",
        help="have this colour, 1 to 9 (repeatable)",
    )
    group.add_argument(
        "--rating", default=0, type=_Number(1, 5), metavar="N", help="have this rating or a better one, 1 to 5"
    )
    group.add_argument(
        "--apart",
        choices=[item.value for item in Apart],
        default=Apart.ANY.value,
        help="lie in other folders than the pictures asked with, or one of each burst",
    )
    group.add_argument(
        "--strength",
        default=0.0,
        type=_strength,
        metavar="S",
        help="match at least so strongly, 0 to 8 (4: one pair in 10,000)",
    )


def filters_of(args: Namespace) -> Filters:
    """What the options say."""
    return Filters(
        folders=tuple(args.folder),
        taken_from=args.after or "",
        taken_to=args.before or "",
        orientations=tuple(Orientation(value) for value in args.orientation),
        shortest_side=args.shortest_side,
        formats=tuple(args.formats),
        labels=tuple(args.label),
        colours=tuple(args.colour),
        rating=args.rating,
        apart=Apart(args.apart),
    )


def _folder(text: str) -> Path:
    return Path(text).absolute()


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day: write it as year-month-day, 2024-05-31") from None


def _format(text: str) -> str:
    name = {"JPG": "JPEG", "TIF": "TIFF", "HEIC": "HEIF"}.get(text.upper(), text.upper())
    if name not in FORMATS:
        raise argparse.ArgumentTypeError(f"{text!r} is no format of pictures: it is one of {', '.join(FORMATS)}")
    return name


class _Number:
    """A whole number within bounds."""

    def __init__(self, least: int, most: int | None = None) -> None:
        self._least, self._most = least, most

    def __call__(self, text: str) -> int:
        number = int(text) if text.isascii() and text.isdigit() else -1
        if number < self._least or (self._most is not None and number > self._most):
            bounds = f"of {self._least} or more" if self._most is None else f"from {self._least} to {self._most}"
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number {bounds}")
        return number


def _strength(text: str) -> float:
    try:
        strength = float(text)
    except ValueError:
        strength = -1.0
    if not 0 <= strength <= 8:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 8")
    return strength
