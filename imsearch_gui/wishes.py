"""What a start of the program asks for, by its command line, and how one process tells it to another. Imports nothing heavy."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from imsearch_gui import __version__

VERSION = 1
MOST_PATHS = 10_000
LONGEST_TOKEN = 256


@dataclass(frozen=True, slots=True)
class Wishes:
    """Paths are absolute."""

    paths: tuple[Path, ...] = ()
    """Pictures to search for, folders to index."""
    library: Path | None = None
    samples: bool = False
    new_window: bool = False
    verbose: bool = False
    token: str = ""
    """With which the desktop lets the window that is there come to the front."""

    def to_bytes(self) -> bytes:
        """For another process; without what concerns only the one that was started."""
        told = {
            "version": VERSION,
            "paths": [str(path) for path in self.paths],
            "library": None if self.library is None else str(self.library),
            "samples": self.samples,
            "token": self.token,
        }
        # ASCII: names of files may hold bytes that are no text.
        return json.dumps(told, ensure_ascii=True).encode("ascii")

    @staticmethod
    def from_bytes(data: bytes) -> Wishes:
        """ValueError, with what is wrong, for all that `to_bytes` has not written: anybody may write to a socket."""
        try:
            told = json.loads(data)
        except (UnicodeDecodeError, RecursionError) as error:
            raise ValueError(str(error)) from None
        if not isinstance(told, dict) or told.get("version") != VERSION:
            raise ValueError("not of this version")
        paths, library, token = told.get("paths"), told.get("library"), told.get("token")
        if not isinstance(paths, list) or len(paths) > MOST_PATHS:
            raise ValueError("no list of paths")
        if not isinstance(token, str) or len(token) > LONGEST_TOKEN or not token.isascii() or "\0" in token:
            raise ValueError("no token")
        if not isinstance(told.get("samples"), bool):
            raise ValueError("samples is neither true nor false")
        return Wishes(
            paths=tuple(_absolute(path) for path in paths),
            library=None if library is None else _absolute(library),
            samples=told["samples"],
            token=token,
        )


def parse(argv: Sequence[str]) -> Wishes:
    """Of a command line; SystemExit, with a usage on the terminal, where it makes no sense."""
    parser = argparse.ArgumentParser(prog="imsearch-gui", description="Find pictures by what they look like.")
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PICTURE",
        help="search for this picture, a file or a file:// address; a folder is offered to be indexed",
    )
    parser.add_argument("--library", type=_path, help="open this library instead of the last one")
    parser.add_argument("--samples", action="store_true", help="open the sample pictures")
    parser.add_argument(
        "--new-window", action="store_true", help="open another window, instead of handing over to the one that is open"
    )
    parser.add_argument("-v", "--verbose", action="store_true", help="write the log to the terminal too")
    parser.add_argument("--version", action="version", version=f"imsearch {__version__}")
    given = parser.parse_args(argv)
    return Wishes(
        paths=tuple(_path(path) for path in given.paths),
        library=given.library,
        samples=given.samples,
        new_window=given.new_window,
        verbose=given.verbose,
        token=os.environ.get("XDG_ACTIVATION_TOKEN", os.environ.get("DESKTOP_STARTUP_ID", ""))[:LONGEST_TOKEN],
    )


def _path(text: str) -> Path:
    """Of a path or a file:// address, which is what some file managers give."""
    if text.lower().startswith("file:"):
        address = urlsplit(text)
        if address.netloc in ("", "localhost"):
            # Percent signs may stand for bytes that are no text; those come back as they do in any name of a file.
            text = unquote(address.path, errors="surrogateescape")
            if len(text) > 2 and text[0] == "/" and text[2] == ":":
                text = text[1:]  # file:///C:/...
    return Path(text).absolute()


def _absolute(value: Any) -> Path:
    # Half a sign, which JSON can hold, has no bytes: a UnicodeEncodeError is a ValueError.
    if not isinstance(value, str) or b"\0" in os.fsencode(value) or not Path(value).is_absolute():
        raise ValueError("a path that is none")
    return Path(value)
