"""Giving memory back to the system.

glibc keeps what a program frees for the next time, as much as a large photo took; it is asked for it where that pays
(docs/performance.md). Other C libraries give it back by themselves, or cannot be asked.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from functools import cache


def give_back() -> None:
    """Hand freed memory to the system; takes about a millisecond, and what is given back costs time to get again."""
    if (trim := _malloc_trim()) is not None:
        trim(0)


@cache
def _malloc_trim() -> Callable[[int], object] | None:
    """None where the C library has no such function (musl, macOS, Windows)."""
    if sys.platform != "linux":
        return None
    return getattr(ctypes.CDLL(None), "malloc_trim", None)
