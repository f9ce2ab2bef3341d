"""The options of `imsearch search` that say which pictures may match. Imports nothing heavy."""

from __future__ import annotations

import argparse
import os
from datetime import date
from pathlib import Path
from typing import Any

from imsearch_gui.domain.filters import Apart, Filters, Orientation
from imsearch_gui.domain.marks import BEST, COLOURS
from imsearch_gui.domain.strength import STRONGEST

FORMATS = (
    *(
        "AVIF",
        "BMP",
        "CUR",
        "DDS",
        "DIB",
        "FLI",
        "GIF",
        "HEIF",
        "ICNS",
        "ICO",
        "JPEG",
        "JPEG2000",
        "PCX",
        "PNG",
        "PPM",
        "PSD",
    ),
    *("QOI", "SGI", "TGA", "TIFF", "WEBP", "XBM", "XPM"),
)
"""As `imaging.sniff` names what it knows."""
_ALSO = {"JPG": "JPEG", "TIF": "TIFF", "HEIC": "HEIF", "JP2": "JPEG2000", "JPEG 2000": "JPEG2000"}
_APART = {"any": Apart.ANY, "other-folders": Apart.OTHER_FOLDERS, "one-a-burst": Apart.ONE_A_BURST}


def add_filters(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group("which pictures may match", "All of these hold together; repeated ones add up.")
    group.add_argument(
        "--folder",
        action="append",
        default=[],
        type=_absolute,
        metavar="DIR",
        help="in this folder or below (repeatable)",
    )
    group.add_argument(
        "--after",
        type=_day,
        default=None,
        metavar="DAY",
        help="taken on this day (YYYY-MM-DD) or later; by the file's date where the picture has none",
    )
    group.add_argument("--before", type=_day, default=None, metavar="DAY", help="taken on this day or earlier")
    group.add_argument(
        "--orientation", action="append", default=[], choices=[way.value for way in Orientation], help="(repeatable)"
    )
    group.add_argument(
        "--shortest-side", type=_pixels, default=0, metavar="N", help="the shorter side has at least N pixels"
    )
    group.add_argument(
        "--format",
        dest="formats",
        action="append",
        default=[],
        type=_format,
        metavar="F",
        help="JPEG, PNG ... (repeatable)",
    )
    group.add_argument("--label", action="append", default=[], metavar="NAME", help="with this label (repeatable)")
    group.add_argument(
        "--colour",
        action="append",
        default=[],
        type=_number(1, COLOURS),
        metavar="N",
        help=f"with this colour, 1 to {COLOURS} (repeatable)",
    )
    group.add_argument(
        "--rating",
        type=_number(1, BEST),
        default=0,
        metavar="N",
        help=f"with this rating, 1 to {BEST}, or a better one",
    )
    _add_closeness(group)


def _add_closeness(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--apart",
        choices=tuple(_APART),
        default="any",
        help="leave out the folders of the pictures that are asked with, or all but the best match of each burst",
    )
    group.add_argument(
        "--strength",
        type=_strength,
        default=None,
        metavar="S",
        help="only matches as strong as S: 2 for what one pair of pictures in a hundred reaches, 4 for one in 10,000",
    )


def filters_of(args: argparse.Namespace) -> Filters:
    return Filters(
        folders=tuple(args.folder),
        taken_from=args.after or "",
        taken_to=args.before or "",
        orientations=tuple(Orientation(way) for way in args.orientation),
        shortest_side=args.shortest_side,
        formats=tuple(args.formats),
        labels=tuple(args.label),
        colours=tuple(args.colour),
        rating=args.rating,
        apart=_APART[args.apart],
    )


def _absolute(text: str) -> Path:
    # Normalised, since paths are compared as they are written.
    return Path(os.path.normpath(Path(text).absolute()))


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no day: write it as year, month and day, such as 2024-05-31"
        ) from None


def _format(text: str) -> str:
    name = _ALSO.get(text.upper(), text.upper())
    if name not in FORMATS:
        raise argparse.ArgumentTypeError(f"{text!r} is no format of pictures that can be read: {', '.join(FORMATS)}")
    return name


def _pixels(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of pixels")
    return int(text)


def _number(least: int, most: int) -> Any:
    def parse(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text!r} is no whole number from {least} to {most}")
        return int(text)

    return parse


def _strength(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= STRONGEST:
        raise argparse.ArgumentTypeError(f"{text!r} is no strength: give a number from 0 to {STRONGEST:g}")
    return value
