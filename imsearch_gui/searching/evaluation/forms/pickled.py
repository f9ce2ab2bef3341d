"""What a pickle says, without running it.

A pickle is a program for a small machine: it imports what it names and calls it. `pickle.Unpickler` with a `find_class` of one's
own narrows that to some names, and is not enough: what is allowed still runs with arguments of the file's choice (numpy's
`_reconstruct` and `dtype` parse them in C, and `ndarray.__setstate__` takes an object array, whose parts may be anything), a memo
number of 2**31 makes the C unpickler ask for gigabytes before it looks at anything, and frames, out-of-band buffers, persistent
ids and extension codes are ways of their own. So nothing is unpickled here. Below is a machine that knows only those steps that
put data together. The names that numpy's arrays of numbers need are words to it, which are compared and never imported; what they
would do to numbers is done here with `np.frombuffer`. Every other name or step ends the reading before anything came of it.

What it takes is bounded as well: the length of the file, the steps (each makes one small object at most), and the bytes that are
copied. Texts, bytes and arrays are as long as they lie in the file; memo numbers have to come one after the other; keys are texts,
whose hashes nobody can aim at; values are never compared, printed or walked through here, so neither depth nor a container that
holds itself does anything.
"""

from __future__ import annotations

import pickle
import re
import struct
from collections.abc import Callable
from enum import Enum, auto
from typing import NoReturn

import numpy as np
import numpy.typing as npt

LARGEST = 64 << 20
"""Bytes of a file; those of the revisited sets have less than two million."""
MOST_STEPS = 2_000_000
"""Those of the revisited sets take some 200,000, at the oldest protocol twice as many."""
_NUMBERS = re.compile("b1|[iu][1248]|f[48]")
_ESCAPE = re.compile(rb"\\(x[0-9a-fA-F]{2}|.)", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"t": b"\t", b"r": b"\r"}


class NotPlain(Exception):
    """It is no pickle, or it holds more than plain data; the text says in a few words what is wrong."""


class _Word(Enum):
    """A name that may stand in a file, and stands for nothing but itself."""

    RECONSTRUCT = auto()
    FROM_BUFFER = auto()
    SCALAR = auto()
    ARRAY = auto()
    KIND = auto()
    ENCODE = auto()
    BYTES = auto()


_WORDS = {
    "numpy ndarray": _Word.ARRAY,
    "numpy dtype": _Word.KIND,
    "_codecs encode": _Word.ENCODE,
    "__builtin__ bytes": _Word.BYTES,
    "builtins bytes": _Word.BYTES,
} | {
    f"numpy.{core}.{name}": word
    for core in ("core", "_core")  # numpy 1, numpy 2
    for name, word in (
        ("multiarray _reconstruct", _Word.RECONSTRUCT),
        ("multiarray scalar", _Word.SCALAR),
        ("numeric _frombuffer", _Word.FROM_BUFFER),
    )
}


class Numbers:
    """An array of numbers, which a pickle names first and fills later."""

    __slots__ = ("values",)

    def __init__(self) -> None:
        self.values: npt.NDArray[np.generic] = np.empty(0)
        """[n], whatever shape it had."""


class _Kind:
    """What the numbers of an array are."""

    __slots__ = ("name", "order")

    def __init__(self, name: str) -> None:
        self.name = name
        self.order = "="


def read(data: bytes) -> object:
    """The value that a pickle (protocol 0 to 5) holds: None, bool, int, float, str, bytes, list, tuple, dict with texts as keys,
    and `Numbers` for arrays and scalars of numpy. Raises NotPlain."""
    if len(data) > LARGEST:
        raise NotPlain("it is far too large")
    try:
        return _Machine(data).run()
    except (ValueError, OverflowError, struct.error) as error:
        raise NotPlain("it is damaged") from error


def _refuse(what: str = "it is damaged") -> NoReturn:
    raise NotPlain(what)


class _Machine:
    """A stack, marks in it, a memo, and the place in the file."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0
        self._stack: list[object] = []
        self._marks: list[int] = []
        self._memo: list[object] = []
        self._copied = 0

    def run(self) -> object:
        for _ in range(MOST_STEPS):
            code = self.piece(1)
            if code == pickle.STOP:
                return self.pop()
            step = _STEPS.get(code)
            if step is None:
                _refuse("it holds more than plain data")
            step(self)
        return _refuse("it takes too many steps")

    # -- the file ---------------------------------------------------------------------------------------------------

    def piece(self, size: int) -> bytes:
        data = self._data[self._at : self._at + size]
        if len(data) != size:
            _refuse("it was cut off")
        self._at += size
        return data

    def number(self, form: str) -> int:
        (value,) = struct.unpack(form, self.piece(struct.calcsize(form)))
        return int(value)

    def line(self) -> bytes:
        end = self._data.find(b"\n", self._at)
        if end < 0:
            _refuse("it was cut off")
        line = self._data[self._at : end]
        self._at = end + 1
        return line

    def protocol(self) -> None:
        if self.number("B") > pickle.HIGHEST_PROTOCOL:
            _refuse("it is of a newer kind")

    def frame(self) -> None:
        """How much follows, which is no news."""
        self.piece(8)

    # -- the stack --------------------------------------------------------------------------------------------------

    def push(self, value: object) -> None:
        self._stack.append(value)

    def pop(self) -> object:
        if len(self._stack) <= (self._marks[-1] if self._marks else 0):
            _refuse()
        return self._stack.pop()

    def top(self) -> object:
        value = self.pop()
        self._stack.append(value)
        return value

    def mark(self) -> None:
        self._marks.append(len(self._stack))

    def since_mark(self) -> list[object]:
        if not self._marks:
            _refuse()
        start = self._marks.pop()
        values = self._stack[start:]
        del self._stack[start:]
        return values

    def last(self, count: int) -> tuple[object, ...]:
        return tuple(reversed([self.pop() for _ in range(count)]))

    def put(self, number: int) -> None:
        # Some picklers count from 1.
        if not 0 <= number <= len(self._memo) + 1:
            _refuse()
        while len(self._memo) <= number:
            self._memo.append(None)
        self._memo[number] = self.top()

    def memoize(self) -> None:
        self._memo.append(self.top())

    def get(self, number: int) -> None:
        if not 0 <= number < len(self._memo):
            _refuse()
        self.push(self._memo[number])

    # -- containers -------------------------------------------------------------------------------------------------

    def extend(self, values: list[object]) -> None:
        container = self.top()
        if not isinstance(container, list):
            _refuse()
        container.extend(values)

    def update(self, pairs: list[object]) -> None:
        container = self.top()
        if not isinstance(container, dict) or len(pairs) % 2:
            _refuse()
        keys = pairs[::2]
        if not all(type(key) is str for key in keys):
            _refuse("it holds more than plain data")
        container.update(zip(keys, pairs[1::2], strict=True))

    def new_dict(self) -> None:
        pairs = self.since_mark()
        self.push({})
        self.update(pairs)

    # -- numbers of numpy -------------------------------------------------------------------------------------------

    def name(self, module: object, name: object) -> None:
        word = _WORDS.get(f"{module} {name}") if isinstance(module, str) and isinstance(name, str) else None
        if word is None:
            _refuse("it names something to be run")
        self.push(word)

    def call(self) -> None:
        """What a name would do to its arguments."""
        word, arguments = self.last(2)
        if not isinstance(arguments, tuple):
            _refuse()
        match word, arguments:
            case _Word.RECONSTRUCT, (_Word.ARRAY, (0,), _):
                self.push(Numbers())
            case _Word.KIND, (str(name), *_):
                self.push(
                    _Kind(name) if _NUMBERS.fullmatch(name) else _refuse("it holds an array of other than numbers")
                )
            case _Word.SCALAR, (_Kind() as kind, raw):
                self.push(numbers := Numbers())
                self._fill(numbers, (), kind, raw)
            case _Word.FROM_BUFFER, (raw, _Kind() as kind, shape, _):
                self.push(numbers := Numbers())
                self._fill(numbers, shape, kind, raw)
            case _Word.ENCODE, (str() as text, "latin1" | "latin-1"):
                self.push(self._raw(text))
            case _Word.BYTES, ():
                self.push(b"")
            case _:
                _refuse()

    def build(self) -> None:
        """What is said of a thing after it was made."""
        match self.last(2):
            case _Kind() as kind, (_, "<" | ">" | "|" | "=" as order, None, None, None, *_):
                kind.order = order
                self.push(kind)
            case Numbers() as numbers, (_, shape, _Kind() as kind, _, raw):
                self.push(numbers)
                self._fill(numbers, shape, kind, raw)
            case _:
                _refuse()

    def _fill(self, numbers: Numbers, shape: object, kind: _Kind, raw: object) -> None:
        """Arrays of one row or column as well as of one dimension: their order is then the same whichever way they lie."""
        if not isinstance(shape, tuple) or not all(type(side) is int for side in shape):
            _refuse()
        long = [side for side in shape if side != 1] or [1]
        if len(long) > 1:
            _refuse("it holds an array of several dimensions")
        values = np.frombuffer(self._raw(raw), np.dtype(kind.order + kind.name))
        if long != [len(values)]:
            _refuse()
        numbers.values = values

    def _raw(self, data: object) -> bytes:
        """Bytes, which old protocols keep as text."""
        if isinstance(data, bytes):
            return data
        if not isinstance(data, str):
            _refuse()
        # The same text may be asked for again and again.
        self._copied += len(data)
        if self._copied > LARGEST:
            _refuse("it is far too large")
        return data.encode("latin-1")


def _unescaped(quoted: bytes) -> str:
    """A text as Python 2 wrote it: in quotes."""
    if len(quoted) < 2 or quoted[:1] not in (b"'", b'"') or quoted[-1:] != quoted[:1]:
        _refuse()

    def plain(found: re.Match[bytes]) -> bytes:
        sign = found[1]
        return bytes.fromhex(sign[1:].decode()) if len(sign) == 3 else _ESCAPES.get(sign, sign)

    return _ESCAPE.sub(plain, quoted[1:-1]).decode("latin-1")


def _whole(line: bytes) -> int | bool:
    """Protocol 0 writes True as 01."""
    return {b"01": True, b"00": False}.get(line, int(line))


Step = Callable[[_Machine], None]


def _text(form: str, encoding: str = "utf-8") -> Step:
    """`form` is that of the length before it. Lone surrogates stand for bytes of names that are no text."""
    return lambda machine: machine.push(machine.piece(machine.number(form)).decode(encoding, "surrogatepass"))


def _bytes(form: str) -> Step:
    return lambda machine: machine.push(machine.piece(machine.number(form)))


def _long(form: str) -> Step:
    return lambda machine: machine.push(int.from_bytes(machine.piece(machine.number(form)), "little", signed=True))


def _constant(value: object) -> Step:
    return lambda machine: machine.push(value)


_STEPS: dict[bytes, Step] = {
    pickle.PROTO: _Machine.protocol,
    pickle.FRAME: _Machine.frame,
    pickle.MARK: _Machine.mark,
    pickle.NONE: _constant(None),
    pickle.NEWTRUE: _constant(True),
    pickle.NEWFALSE: _constant(False),
    # Numbers.
    pickle.INT: lambda machine: machine.push(_whole(machine.line())),
    pickle.LONG: lambda machine: machine.push(int(machine.line().removesuffix(b"L"))),
    pickle.BININT: lambda machine: machine.push(machine.number("<i")),
    pickle.BININT1: lambda machine: machine.push(machine.number("B")),
    pickle.BININT2: lambda machine: machine.push(machine.number("<H")),
    pickle.LONG1: _long("B"),
    pickle.LONG4: _long("<I"),
    pickle.FLOAT: lambda machine: machine.push(float(machine.line())),
    pickle.BINFLOAT: lambda machine: machine.push(struct.unpack(">d", machine.piece(8))[0]),
    # Texts and bytes; those of Python 2 may be either.
    pickle.STRING: lambda machine: machine.push(_unescaped(machine.line().strip())),
    pickle.BINSTRING: _text("<I", "latin-1"),
    pickle.SHORT_BINSTRING: _text("B", "latin-1"),
    pickle.UNICODE: lambda machine: machine.push(machine.line().decode("raw-unicode-escape")),
    pickle.BINUNICODE: _text("<I"),
    pickle.SHORT_BINUNICODE: _text("B"),
    pickle.BINUNICODE8: _text("<Q"),
    pickle.BINBYTES: _bytes("<I"),
    pickle.SHORT_BINBYTES: _bytes("B"),
    pickle.BINBYTES8: _bytes("<Q"),
    pickle.BYTEARRAY8: _bytes("<Q"),
    # Containers.
    pickle.EMPTY_LIST: lambda machine: machine.push([]),
    pickle.LIST: lambda machine: machine.push(machine.since_mark()),
    pickle.APPEND: lambda machine: machine.extend([machine.pop()]),
    pickle.APPENDS: lambda machine: machine.extend(machine.since_mark()),
    pickle.EMPTY_TUPLE: _constant(()),
    pickle.TUPLE: lambda machine: machine.push(tuple(machine.since_mark())),
    pickle.TUPLE1: lambda machine: machine.push(machine.last(1)),
    pickle.TUPLE2: lambda machine: machine.push(machine.last(2)),
    pickle.TUPLE3: lambda machine: machine.push(machine.last(3)),
    pickle.EMPTY_DICT: lambda machine: machine.push({}),
    pickle.DICT: _Machine.new_dict,
    pickle.SETITEM: lambda machine: machine.update(list(machine.last(2))),
    pickle.SETITEMS: lambda machine: machine.update(machine.since_mark()),
    # What was there before.
    pickle.PUT: lambda machine: machine.put(int(machine.line())),
    pickle.BINPUT: lambda machine: machine.put(machine.number("B")),
    pickle.LONG_BINPUT: lambda machine: machine.put(machine.number("<I")),
    pickle.MEMOIZE: _Machine.memoize,
    pickle.GET: lambda machine: machine.get(int(machine.line())),
    pickle.BINGET: lambda machine: machine.get(machine.number("B")),
    pickle.LONG_BINGET: lambda machine: machine.get(machine.number("<I")),
    # Names.
    pickle.GLOBAL: lambda machine: machine.name(machine.line().decode(), machine.line().decode()),
    pickle.STACK_GLOBAL: lambda machine: machine.name(*machine.last(2)),
    pickle.REDUCE: _Machine.call,
    pickle.BUILD: _Machine.build,
}
"""Every step that is known; what else a pickle may hold ends the reading."""
