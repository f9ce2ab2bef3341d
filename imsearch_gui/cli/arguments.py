"""What words of a command line become, for every command alike."""

from __future__ import annotations

import argparse
from pathlib import Path


def absolute(text: str) -> Path:
    """A path that stays the same wherever the program goes."""
    return Path(text).absolute()


def positive(text: str) -> int:
    """A whole number of 1 or more; ArgumentTypeError for anything else."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of 1 or more")
    return int(text)
