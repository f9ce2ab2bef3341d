"""Values with pictures in them on their way to another process and back.

What is small travels in the pipe. Large blocks of bytes travel in memory files (memfd_create, Linux): the receiver is handed the
file itself and maps it, so nothing is squeezed through a pipe, and nothing is left when one of the two dies. Elsewhere they go
through the pipe after all.
"""

from __future__ import annotations

import mmap
import os
import pickle
import sys
from dataclasses import dataclass
from multiprocessing import reduction
from multiprocessing.connection import Connection
from typing import Any

from imsearch_gui.child_process import ready_for

LARGE = 1 << 20
"""Bytes of a block from which a memory file pays: below, handing it over and mapping it takes as long as copying twice."""
MEMORY_FILES = sys.platform == "linux" and hasattr(os, "memfd_create")


@dataclass(frozen=True, slots=True)
class Parcel:
    """A value, ready to be sent; unpicklable values have failed by now."""

    body: bytes
    blocks: tuple[memoryview, ...]
    """What is large in it, apart."""


@dataclass(frozen=True, slots=True)
class _Head:
    body: bytes
    sizes: tuple[int, ...]
    files: bool
    """Whether the blocks come in memory files."""


def pack(value: Any) -> Parcel:
    """A parcel that refers to the blocks of `value`; they must stay as they are until it was sent."""
    blocks: list[memoryview] = []

    def keep_apart(block: pickle.PickleBuffer) -> bool:
        raw = block.raw()
        if raw.nbytes < LARGE:
            return True  # into the body
        blocks.append(raw)
        return False

    body = pickle.dumps(value, protocol=5, buffer_callback=keep_apart)
    return Parcel(body, tuple(blocks))


def block(data: bytes) -> Any:
    """`data`, marked so that it travels apart where it is large."""
    return pickle.PickleBuffer(data)


def send(connection: Connection, parcel: Parcel) -> None:
    """Send it; BrokenPipeError or ConnectionResetError where nobody is at the other end any more."""
    head = _Head(parcel.body, tuple(block.nbytes for block in parcel.blocks), MEMORY_FILES)
    connection.send(head)
    for block in parcel.blocks:
        if not MEMORY_FILES:
            connection.send_bytes(block)
            continue
        file = os.memfd_create("imsearch picture")
        try:
            _write(file, block)
            # The number of the process matters on Windows only.
            reduction.send_handle(connection, file, None)
        finally:
            os.close(file)


def receive(connection: Connection, *, copied: bool = False) -> Any:
    """The next value; EOFError or another OSError where the other end is gone.

    Its large blocks are memory maps, which live as long as the value; with `copied` they are bytes.
    """
    head = connection.recv()
    take = _copied if copied else _mapped
    blocks = [take(connection, size) if head.files else connection.recv_bytes() for size in head.sizes]
    ready_for(head.body)
    return pickle.loads(head.body, buffers=blocks)


def _write(file: int, block: memoryview) -> None:
    rest = block
    while rest:
        rest = rest[os.write(file, rest) :]


def _mapped(connection: Connection, size: int) -> mmap.mmap:
    file = reduction.recv_handle(connection)
    try:
        return mmap.mmap(file, size, flags=mmap.MAP_SHARED | mmap.MAP_POPULATE, prot=mmap.PROT_READ)
    finally:
        os.close(file)


def _copied(connection: Connection, size: int) -> bytes:
    file = reduction.recv_handle(connection)
    try:
        return os.pread(file, size, 0)
    finally:
        os.close(file)
