"""How hostile input is made out of bytes: choices that a fuzzer can steer, and changes to sound files."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, TypeVar

T = TypeVar("T")

PATHS = (
    "../../../etc/passwd",
    "/etc/passwd",
    "..",
    ".",
    "",
    "/",
    "a//b",
    "a/../../b",
    "/dev/zero",
    "/proc/self/mem",
    "/dev/stdin",
    "~root/x",
    "..\\..\\x",
    "C:\\x",
    "a\0b",
    "x" * 5000,
    "\u202egpj.exe",
    "a\nb",
    "file:///etc/passwd",
)
TEXTS = (
    "'; DROP TABLE image;--",
    '<img src="/dev/zero">',
    "\0",
    "%s%n{0}{1.__class__}",
    "NaN",
    "-1",
    "9" * 400,
    "[" * 3000,
    "{}",
    "[]",
    "null",
    "\U0001f600" * 50,
    "2024-13-45T99:99:99",
    "99999-01-01",
    "-5000-01-01",
)
WHOLE = (0, 1, -1, 2, 255, 65535, 2**31 - 1, 2**31, 2**32, 2**53, 2**62, 2**63 - 1, -(2**31), -(2**63))
REAL = (0.0, -0.0, 1e308, -1e308, 5e-324, float("inf"), float("-inf"), float("nan"), 0.5)
FIELDS = tuple(
    struct.pack(form, value & (2 ** (8 * size) - 1))
    for form, size in (("<B", 1), ("<H", 2), (">H", 2), ("<I", 4), (">I", 4), ("<Q", 8), (">Q", 8))
    for value in (0, 1, -1, 2**7, 2**15, 2**31, 2**63)
)
"""What is put into the place of numbers in a file."""


class Chooser:
    """Choices out of bytes; once they are used up, always the first one."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def number(self, below: int) -> int:
        """From 0 to `below` - 1."""
        size = max(1, (max(below - 1, 1).bit_length() + 7) // 8)
        piece = self._data[self._at : self._at + size]
        self._at += size
        return int.from_bytes(piece, "little") % below if below > 0 else 0

    def pick(self, options: Sequence[T]) -> T:
        return options[self.number(len(options))]

    def some(self, most: int) -> range:
        return range(self.number(most + 1))

    def bytes(self, most: int) -> bytes:
        size = self.number(most + 1)
        piece = self._data[self._at : self._at + size]
        self._at += size
        return piece

    def value(self) -> Any:
        """What a database may hold."""
        kinds: tuple[Callable[[], Any], ...] = (
            lambda: None,
            lambda: self.pick(WHOLE),
            lambda: self.pick(REAL),
            lambda: self.pick(PATHS),
            lambda: self.pick(TEXTS),
            lambda: self.bytes(40),
            lambda: self.pick(PATHS).encode(),
            lambda: self.number(2**32),
            lambda: b"\xff" * self.number(100),
        )
        return self.pick(kinds)()

    def json(self, depth: int = 3) -> Any:
        """What a JSON file may hold."""
        kind = self.number(9 if depth else 7)
        match kind:
            case 0:
                return self.pick(WHOLE)
            case 1:
                return self.pick(REAL)
            case 2:
                return self.pick(PATHS)
            case 3:
                return self.pick(TEXTS)
            case 4:
                return None
            case 5:
                return bool(self.number(2))
            case 6:
                return 10 ** self.number(400)
            case 7:
                return [self.json(depth - 1) for _ in self.some(4)]
            case _:
                return {str(self.pick(TEXTS)): self.json(depth - 1) for _ in self.some(3)}


@dataclass(frozen=True, slots=True)
class Target:
    """Something that takes input from outside.

    `run` gives a word for what became of the input, and raises only for a fault of ours.
    """

    name: str
    seeds: Callable[[], Sequence[bytes]]
    run: Callable[[bytes], str]
    raw: bool = False
    """Whether the input are choices (`Chooser`), which are made from nothing, and not a file, which is made by changing one."""

    def made(self, random: Random) -> bytes:
        """An input."""
        if self.raw:
            return random.randbytes(random.randrange(4, 200))
        return mutated(random.choice(self.seeds()), random)


def mutated(data: bytes, random: Random) -> bytes:
    """A file that was changed in a few places: bits, bytes, numbers; cut off, made longer, parts of it moved or doubled."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        _change(changed, random)
    return bytes(changed)


def _change(data: bytearray, random: Random) -> None:
    at = _place(len(data), random)
    match random.randrange(8):
        case 0 if data:
            data[at] ^= 1 << random.randrange(8)
        case 1 if data:
            data[at] = random.randrange(256)
        case 2 | 3:
            field = random.choice(FIELDS)
            data[at : at + len(field)] = field
        case 4:
            del data[at:]
        case 5:
            del data[at : at + random.choice((1, 2, 4, 8, 100))]
        case 6:
            data[at:at] = random.randbytes(random.choice((1, 4, 16, 300)))
        case _:
            source = _place(len(data), random)
            data[at:at] = data[source : source + random.choice((4, 16, 64, 4096))]


def _place(length: int, random: Random) -> int:
    """Heads and tails say most, so half of the changes are there."""
    if length == 0:
        return 0
    near = min(length, 256)
    return random.choice(
        (
            random.randrange(length),
            random.randrange(length),
            random.randrange(near),
            length - 1 - random.randrange(near),
        )
    )
