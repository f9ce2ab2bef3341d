"""A guard against wheels of PySide6 that give `None` and `True` away once too often on Python 3.11.

PySide6 6.12.0 returns both without taking a reference: right since Python 3.12, where they live for ever, but on 3.11 every
`signal.emit(...)` costs `True` one reference and every call that returns nothing costs `None` one. After a few thousand of them
the interpreter ends with "Fatal Python error: none_dealloc", which for a window is a matter of seconds.
"""

from __future__ import annotations

import ctypes
import sys

NEVER_USED_UP = sys.maxsize >> 3
"""References: more than can be lost at a thousand million a second in thirty years."""


def hold_singletons() -> None:
    """Give `None`, `True` and `False` so many references that they cannot be used up; nothing where they live for ever anyway."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for single in (None, True, False):
        # The reference count is the first field of an object, and `id` is its address.
        ctypes.c_ssize_t.from_address(id(single)).value += NEVER_USED_UP
