"""The memory of a process that decodes: how much of it one picture may take, and giving back what was freed.

glibc keeps what a program frees for the next time, as much as a large photo took; it is asked for it where that pays
(docs/performance.md). Other C libraries give it back by themselves, or cannot be asked.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

ROOM = 3 << 30
"""Bytes that one picture may take besides what its process holds anyway.

Sound pictures of 100 megapixels take 0.9 to 2.4 GB at their worst moment (JPEG and PNG 1.0 to 1.2, AVIF 1.6, WebP 2.0, JPEG 2000
with transparency 2.3), and those of 180, the most that is decoded, fit in most kinds.
"""


@contextmanager
def bounded(room: int = ROOM) -> Iterator[None]:
    """Inside, the process gets no more than `room` bytes besides what it holds now; who asks for more gets a MemoryError.

    Memory of its own counts, not address space: libraries and mapped files may be as large as they like. Linux alone can do this;
    elsewhere whoever started the process has to look how large it becomes.
    """
    if sys.platform != "linux":
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_DATA)
    # In pages; see proc_pid_statm(5). Asked for each picture, so it must not take long.
    held = int(Path("/proc/self/statm").read_bytes().split()[5]) * resource.getpagesize()
    wanted = held + room
    soft, hard = before
    least = min(limit for limit in (wanted, soft, hard) if limit != resource.RLIM_INFINITY)
    resource.setrlimit(resource.RLIMIT_DATA, (least, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, before)


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
