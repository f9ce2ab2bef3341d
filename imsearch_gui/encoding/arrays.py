"""Arrays as numpy writes them (.npy), read as what they have to be and nothing else."""

from __future__ import annotations

import math
import tokenize
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

UNREADABLE = (
    *(OSError, ValueError, LookupError, EOFError, TypeError, ArithmeticError, MemoryError, RecursionError),
    *(SyntaxError, tokenize.TokenError),  # the header is a Python literal
)
"""What numpy raises for an array that was made up."""


class OtherArray(ValueError):
    """An array of another kind or shape."""


def read_array(file: BinaryIO, kind: type[np.generic], shape: tuple[int, ...]) -> npt.NDArray[Any]:
    """The array in a file; OtherArray for what is none of that kind and shape, ValueError for what is none at all.

    Its header is looked at before room is made for what it says is there; objects, and archives, are none.
    """
    try:
        version = np.lib.format.read_magic(file)
        if version != (1, 0):
            raise ValueError(f"version {version}")
        found, columns_first, dtype = np.lib.format.read_array_header_1_0(file)
    except UNREADABLE as error:
        raise ValueError(str(error)) from error
    if (found, dtype, columns_first) != (shape, np.dtype(kind), False):
        raise OtherArray(f"{dtype} {found} instead of {np.dtype(kind)} {shape}")
    data = file.read(math.prod(shape) * dtype.itemsize)
    if len(data) < math.prod(shape) * dtype.itemsize:
        raise ValueError("it ends too early")
    return np.frombuffer(data, dtype).reshape(shape)
