"""A PNG writer for thumbnails: several times quicker than Pillow's, and no larger (PNG, third edition, W3C 2025).

And a reader of what it writes and of nothing else, for a process in which nothing may go wrong: it is a loop over chunks, Python's
own zlib with a bound on what comes out, and a sum.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.records import Pixels

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEAD = ">IIBBBBB"
_FORM = [8, 2, 0, 0, 0]
"""8 bits a channel, three channels, and the only methods there are (section 11.2.1)."""
_MOST = 1 << 21
"""Pixels that are read: more than any thumbnail has."""
_SUB = 1
"""The filter of every line: each byte less that of the pixel to its left (section 9.2)."""


def write_png(pixels: Pixels, texts: Mapping[str, str]) -> bytes:
    """`pixels` [h, w, 3] as a PNG file with `texts` in front of the pixels.

    What is left of a photograph after the filter hardly ever repeats itself, so no repetitions are looked for: that takes a quarter
    of the time, and the file is smaller than Pillow's at its quickest.
    """
    height, width = pixels.shape[:2]
    lines = pixels.reshape(height, -1)
    filtered = np.empty((height, 1 + width * 3), np.uint8)
    filtered[:, 0] = _SUB
    filtered[:, 1:4] = lines[:, :3]
    np.subtract(lines[:, 3:], lines[:, :-3], out=filtered[:, 4:])
    packer = zlib.compressobj(1, zlib.DEFLATED, zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.Z_HUFFMAN_ONLY)
    body = packer.compress(filtered.data) + packer.flush()
    head = struct.pack(_HEAD, width, height, *_FORM)
    chunks = [(b"IHDR", head), *(_text(key, value) for key, value in texts.items()), (b"IDAT", body), (b"IEND", b"")]
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


@dataclass(frozen=True, slots=True)
class Read:
    """What `write_png` was given."""

    pixels: Pixels
    """Read-only."""
    texts: dict[str, str]


def read_png(data: bytes) -> Read | None:
    """What is in a file of `write_png`; None for any other, and for one that is not whole."""
    try:
        (first, head), *texts, (kind, body), (last, _) = _chunks(data)
        width, height, *rest = struct.unpack(_HEAD, head)
        if (first, kind, last, rest) != (b"IHDR", b"IDAT", b"IEND", _FORM) or not 0 < width * height <= _MOST:
            return None
        size = height * (1 + width * 3)
        unpacker = zlib.decompressobj()
        lines = np.frombuffer(unpacker.decompress(body, size + 1), np.uint8)
        if not unpacker.eof or lines.size != size:
            return None
        lines = lines.reshape(height, 1 + width * 3)
        if (lines[:, 0] != _SUB).any():
            return None
        pixels = _summed(lines[:, 1:]).reshape(height, width, 3)
        pixels.flags.writeable = False
        return Read(pixels, dict(_read_text(*chunk) for chunk in texts))
    except (ValueError, struct.error, zlib.error):
        return None


def _summed(lines: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """[h, 3 w] differences -> the bytes themselves: sums of two neighbours, of four, of eight; twice as quick as `np.cumsum`."""
    step = 3
    sums = lines.copy()
    while step < lines.shape[1]:
        before = sums.copy()
        sums[:, step:] += before[:, :-step]
        step *= 2
    return sums


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """(kind, what is in it) of each chunk; ValueError where one is damaged."""
    if not data.startswith(_SIGNATURE):
        raise ValueError
    place = len(_SIGNATURE)
    while place < len(data):
        (length,) = struct.unpack_from(">I", data, place)
        kind, content = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        if struct.unpack_from(">I", data, place + 8 + length) != (zlib.crc32(content, zlib.crc32(kind)),):
            raise ValueError
        place += 12 + length
        yield kind, content


def _read_text(kind: bytes, content: bytes) -> tuple[str, str]:
    key, _, value = content.partition(b"\0")
    if kind == b"tEXt":
        return key.decode("latin-1"), value.decode("latin-1")
    if kind != b"iTXt" or value[:4] != b"\0" * 4:
        raise ValueError
    return key.decode("latin-1"), value[4:].decode()


def _text(key: str, value: str) -> tuple[bytes, bytes]:
    """The plain kind of text knows only Latin-1, the other one everything."""
    try:
        return b"tEXt", key.encode("latin-1") + b"\0" + value.encode("latin-1")
    except UnicodeEncodeError:
        return b"iTXt", key.encode("latin-1") + b"\0" * 5 + value.encode(errors="replace")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(data, zlib.crc32(kind)))
