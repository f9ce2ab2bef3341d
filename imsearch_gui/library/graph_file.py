"""What hnswlib believes of a file without a look: its header, its links on every level, the levels of its nodes, its labels.

The checksum of a graph lies in the catalog beside it, and whoever forges the one forges the other. A number in a wrong place
would have hnswlib read or write outside of its memory, so every one that it follows is looked at before it does. The layout is
that of `HierarchicalNSW::saveIndex` of hnswlib 0.8:

    header   offset of level 0, capacity, nodes, bytes of a node, offset of its label, offset of its vector,
             top level, entry, links of an upper level, of the bottom level, M, 1 / ln M, ef_construction
    bottom   for each node: links (a word that counts them, then room for 2 M), vector, label
    above    for each node: bytes of its upper links, 0 for most; then for each of its levels a word that counts, and room for M
"""

from __future__ import annotations

import math
import struct
from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

LINKS = 12
"""M: links a node keeps in each upper layer, twice as many at the bottom. In so few dimensions 16 find no more and take 32 bytes
more."""
BUILD_EFFORT = 100
"""ef_construction: it reaches the recall of 200 in two thirds of the time."""
HEADER = struct.Struct("<6Q i I 3Q d Q")
HIGHEST = 40
"""A node is on level n with a chance of 1 to 12^n, so that no library has one on the tenth."""
_LEVEL_WORDS = 1 + LINKS
_PIECE_BYTES = 32 << 20
"""Of the bottom level that are looked at at a time."""

Words = npt.NDArray[np.uint32]
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Above:
    """The upper links of the nodes that have any."""

    nodes: Numbers
    """int64 [n], rising"""
    levels: Numbers
    """int64 [n]: the highest level of each"""
    at: Numbers
    """int64 [n]: where the links of each begin, in words behind the bottom level"""


def fault_of(path: Path, rows: int, dimension: int) -> str:
    """What is wrong with the file of a graph of `rows` nodes, in a few words; empty where it is sound.

    Takes time and memory in proportion to the file, whatever is in it. Raises OSError.
    """
    size = path.stat().st_size
    if size < HEADER.size:
        return "it has no header"
    with path.open("rb") as file:
        fields = HEADER.unpack(file.read(HEADER.size))
    stride = (2 * LINKS + 1) * 4 + dimension * 4 + 8
    if not _header_fits(fields, rows, dimension, stride) or HEADER.size + rows * stride > size:
        return "it has a header that does not fit this library"
    if rows == 0:
        return "" if size == HEADER.size else "there is something behind its end"
    words, rest = divmod(size - HEADER.size - rows * stride, 4)
    if rest or words > (1 + _LEVEL_WORDS) * (rows + HIGHEST):
        return "there is something behind its end"
    above = np.fromfile(path, "<u4", offset=HEADER.size + rows * stride)
    parts = _upper_parts(above, rows)
    if parts is None:
        return "it has upper links that do not fit its nodes"
    levels = np.zeros(rows, np.int8)
    levels[parts.nodes] = parts.levels
    top_level, entry = fields[6:8]
    if levels.max() != top_level or levels[entry] != top_level:
        return "its entry is not on its top level"
    if not _upper_links_fit(above, parts, levels):
        return "it has an upper link to nowhere"
    return _fault_of_bottom(path, rows, stride)


def _header_fits(fields: tuple[float, ...], rows: int, dimension: int, stride: int) -> bool:
    level0, capacity, count, node, label_offset, data_offset = fields[:6]
    top_level, entry, upper, bottom, links, spread, effort = fields[6:]
    data = (2 * LINKS + 1) * 4
    return (
        0 <= rows < 2**31
        and level0 == 0
        and count == rows
        and capacity >= count
        and (links, upper, bottom, effort) == (LINKS, LINKS, 2 * LINKS, BUILD_EFFORT)
        and (node, data_offset, label_offset) == (stride, data, data + dimension * 4)
        # New nodes get their level from it.
        and math.isclose(spread, 1 / math.log(LINKS))
        and (0 <= top_level <= HIGHEST and entry < count if rows else top_level == -1)
    )


def _upper_parts(above: Words, rows: int) -> _Above | None:
    """The words behind the bottom level, taken apart; None where they do not make up the upper links of `rows` nodes."""
    filled = np.flatnonzero(above).tolist()
    nodes, levels, starts = [], [], []
    node = place = turn = 0
    while True:
        # Nodes without upper links are zeros; the next word that is none begins the links of the next node that has some.
        turn = bisect_left(filled, place, turn)
        begin = filled[turn] if turn < len(filled) else len(above)
        node += begin - place
        if turn == len(filled) or node >= rows:
            break
        level, rest = divmod(int(above[begin]), 4 * _LEVEL_WORDS)
        place = begin + 1 + level * _LEVEL_WORDS
        if rest or level > HIGHEST or place > len(above):
            return None
        nodes.append(node)
        levels.append(level)
        starts.append(begin + 1)
        node += 1
    if node != rows or begin != len(above):
        return None
    return _Above(*(np.array(numbers, np.int64) for numbers in (nodes, levels, starts)))


def _upper_links_fit(above: Words, parts: _Above, levels: npt.NDArray[np.int8]) -> bool:
    """Every upper link leads to a node that is on that level, too."""
    for level in range(1, int(parts.levels.max(initial=0)) + 1):
        starts = parts.at[parts.levels >= level] + (level - 1) * _LEVEL_WORDS
        words = above[starts[:, np.newaxis] + np.arange(_LEVEL_WORDS)]
        used = words[:, :1] & 0xFFFF
        linked = words[:, 1:][np.arange(LINKS) < used]
        if (used > LINKS).any() or (linked >= len(levels)).any() or (levels[linked] < level).any():
            return False
    return True


def _fault_of_bottom(path: Path, rows: int, stride: int) -> str:
    """Every link of the bottom level leads to a node that exists, and every node has a label of its own among the slots."""
    step = max(1, _PIECE_BYTES // stride)
    nodes = np.memmap(path, np.uint8, "r", offset=HEADER.size, shape=(rows, stride))
    seen = np.zeros(rows, np.bool_)
    for start in range(0, rows, step):
        piece = nodes[start : start + step]
        # The upper half of the first word holds hnswlib's deletion mark, the lower half the number of links.
        words = np.ascontiguousarray(piece[:, : (2 * LINKS + 1) * 4]).view("<u4")
        used = words[:, :1] & 0xFFFF
        inside = np.arange(2 * LINKS) < used
        if (used > 2 * LINKS).any() or (words[:, 1:][inside] >= rows).any():
            return "it has a link to nowhere"
        labels = np.ascontiguousarray(piece[:, -8:]).view("<u8")[:, 0]
        if (labels >= rows).any():
            return "it names a slot that there is not"
        seen[labels.astype(np.int64)] = True
    return "" if seen.all() else "it names a slot twice"
