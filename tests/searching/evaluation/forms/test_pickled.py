"""Pickles are read, never run."""

from __future__ import annotations

import os
import pickle
import subprocess
from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imsearch_gui.searching.evaluation.forms import pickled
from imsearch_gui.searching.evaluation.forms.pickled import NotPlain, Numbers, read

PROTOCOLS = range(pickle.HIGHEST_PROTOCOL + 1)
PROTO = [bytes([0x80, number]) for number in PROTOCOLS]


def same(value: Any, came: Any) -> bool:
    """Arrays and scalars of numpy come as `Numbers` of one dimension."""
    if isinstance(came, Numbers):
        return np.ravel(value).dtype == came.values.dtype and np.array_equal(np.ravel(value), came.values)
    if type(value) is not type(came):
        return False
    if isinstance(value, dict):
        return value.keys() == came.keys() and all(same(value[key], came[key]) for key in value)
    if isinstance(value, list | tuple):
        return len(value) == len(came) and all(map(same, value, came))
    return bool(value == came) or value != value


plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-(2**9000), 2**9000)
    | st.floats()
    | st.text(st.characters(), max_size=300)
    | st.binary(max_size=300),
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(value=plain, protocol=st.sampled_from(PROTOCOLS))
def test_plain_data_comes_as_it_was(value: object, protocol: int) -> None:
    assert same(value, read(pickle.dumps(value, protocol)))


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_numbers_of_numpy(protocol: int) -> None:
    arrays = [
        np.array([], np.int64),
        np.arange(300, dtype=np.int64),
        np.arange(300, dtype=">u2"),
        np.array([1.5, np.inf, -0.0]),
        np.array([1, 2], np.float32),
        np.array([True, False]),
        np.array(7, np.uint8),
        np.arange(5).reshape(1, 5),
        np.asfortranarray(np.arange(5).reshape(5, 1)),
        np.arange(10)[::2],
    ]
    value = {"arrays": arrays, "again": arrays[1], "scalars": [np.int64(-5), np.float32(1.5), np.uint16(9)]}
    came = read(pickle.dumps(value, protocol))
    assert same(value, came)
    assert isinstance(came, dict)
    assert came["again"] is came["arrays"][1]


def test_what_python_2_wrote() -> None:
    """Texts that may be bytes, and the arrays of numpy 1: by hand, since nothing here writes them."""
    assert read(b"(dp1\nS'a\\'\\\\\\n\\xe9'\np2\n(lp3\nI1\naL5L\naI01\nas.") == {"a'\\\n\xe9": [1, 5, True]}
    array = (
        b"cnumpy.core.multiarray\n_reconstruct\np0\n(cnumpy\nndarray\np1\n(I0\ntp2\nS'b'\np3\ntp4\nRp5\n"
        b"(I1\n(I3\ntp6\ncnumpy\ndtype\np7\n(S'u1'\np8\nI0\nI1\ntp9\nRp10\n(I3\nS'|'\np11\nNNNI-1\nI-1\nI0\ntp12\nb"
        b"I00\nS'\\x01\\xff\\x00'\np13\ntp14\nb."
    )
    came = read(array)
    assert isinstance(came, Numbers)
    assert came.values.tolist() == [1, 255, 0]
    binary = b"\x80\x02}q\x01(U\x04easyq\x02]q\x03(K\x01M\x00\x01J\xff\xff\xff\xffeT\x02\x00\x00\x00hiq\x04h\x02u."
    assert read(binary) == {"easy": [1, 256, -1], "hi": "easy"}


class Runs:
    """Whatever it is asked to do."""

    def __init__(self, work: Callable[..., object], *arguments: object) -> None:
        self._done = (work, arguments)

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return self._done


class WithState:
    def __setstate__(self, state: object) -> None:
        raise AssertionError("it was run")

    def __getstate__(self) -> object:
        return {"a": 1}


def hostile(mark: Path) -> list[object]:
    """Values that do something, or that are no plain data, when they are unpickled."""
    touch = (Path.touch, mark)
    return [
        *(
            Runs(os.system, f"touch {mark}"),
            Runs(eval, f"open({str(mark)!r}, 'w')"),
            Runs(subprocess.call, ["touch", str(mark)]),
        ),
        *(Runs(*touch), Runs(getattr, "x", "upper"), Runs(np.load, str(mark)), Runs(open, str(mark), "w"), WithState()),
        np.array([Runs(*touch)], object),
        np.array([[Runs(*touch)]], object),
        np.array([(1, Runs(*touch))], dtype=[("a", "i4"), ("b", "O")]),
        {"imlist": [Runs(*touch)]},
        {"a": 1, "b": np.dtype("O")},
        *(np.zeros((2, 2)), np.array(["a"]), np.array([b"a"]), np.array([1j]), np.float16(1), np.datetime64("2020")),
        *({1: 2}, {(1,): 2}, {b"a": 1}, {None: 1}, {1, 2}, frozenset({1}), 1j, date(2020, 1, 1), Fraction(1, 2)),
        *(OrderedDict(a=1), bytearray, print, Path("a"), range(3), slice(1), Ellipsis, NotImplemented),
        *(np.ma.array([1, 2]), np.random.default_rng(1), memoryview, type(None)),
    ]


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_what_would_be_run_is_refused_and_does_nothing(protocol: int, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    for value in hostile(mark):
        with pytest.raises(NotPlain):
            read(pickle.dumps(value, protocol))
    assert not mark.exists()
    # A name by itself is a word, which stands for nothing but itself.
    assert all(read(pickle.dumps(name, protocol)) is not name for name in (np.ndarray, np.dtype, bytes))


def test_the_hostile_values_are_hostile(tmp_path: Path) -> None:
    """Else the test above would prove nothing."""
    mark = tmp_path / "mark"
    pickle.loads(pickle.dumps(hostile(mark)[3]))
    assert mark.exists()


def test_nothing_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> object:
        raise AssertionError("something was imported")

    data = [pickle.dumps({"a": np.arange(3), "b": [Runs(print, "x")]}, protocol) for protocol in PROTOCOLS]
    monkeypatch.setattr("builtins.__import__", refuse)
    for one in data:
        try:
            read(one)
        except NotPlain:
            continue
        raise AssertionError("it was taken")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "cut off"),
        (b".", "damaged"),
        (b"\x80\x06N.", "newer kind"),
        (b"\xff", "more than plain data"),
        (b"cos\nsystem\n(S'true'\ntR.", "names something"),
        (b"(S'true'\nios\nsystem\n.", "more than plain data"),
        (b"Pid\n.", "more than plain data"),
        (b"NQ.", "more than plain data"),
        (b"\x82\x01.", "more than plain data"),
        (b"\x97.", "more than plain data"),
        (b"\x8f.", "more than plain data"),
        (b"N)\x81.", "more than plain data"),
        (b"N2.", "more than plain data"),
        (b"cnumpy\nndarray\n)R.", "damaged"),
        (b"cnumpy\ndtype\n(S'O8'\nI0\nI1\ntR.", "other than numbers"),
        (b"cnumpy\ndtype\n(S'f8,f8'\nI0\nI1\ntR.", "other than numbers"),
        (b"c_codecs\nencode\n(Va\nVrot13\ntR.", "damaged"),
        (b"c_codecs\nencode\n(V\\u0100\nVlatin1\ntR.", "damaged"),
        (b"]N}b.", "damaged"),
        (b"I1\nN}s.", "damaged"),
        (b"](N.", None),
        (b"(.", "damaged"),
        (b"N(0.", "more than plain data"),
        (b"](a.", "damaged"),
        (b"e.", "damaged"),
        (b"Nr\xff\xff\xff\x7f.", "damaged"),
        (b"Np99999999999999999999\n.", "damaged"),
        (b"Np-1\n.", "damaged"),
        (b"h\x00.", "damaged"),
        (b"j\xff\xff\xff\xff.", "damaged"),
        (b"B\xff\xff\xff\xff.", "cut off"),
        (b"\x8e\xff\xff\xff\xff\xff\xff\xff\xff.", "cut off"),
        (b"\x95\xff\xff\xff\xff\xff\xff\xff\xffN.", None),
        (b"I" + b"9" * 10_000 + b"\n.", "damaged"),
        (b"S'a\n.", "damaged"),
        (b"S\n.", "damaged"),
        (b"U\x01", "cut off"),
        (b"X\x01\x00\x00\x00\xff.", "damaged"),
        (b"I1", "cut off"),
        (b"Fx\n.", "damaged"),
        (b"}(NNu.", "more than plain data"),
        (b"}(S'a'\nu.", "damaged"),
    ],
)
def test_files_that_are_no_such_pickles(data: bytes, why: str | None) -> None:
    if why is None:
        read(data)
        return
    with pytest.raises(NotPlain, match=why):
        read(data)


def test_every_cut_is_told() -> None:
    data = pickle.dumps({"imlist": ["a"], "gnd": [np.arange(4)]}, 2)
    for end in range(len(data)):
        with pytest.raises(NotPlain):
            read(data[:end])


def array(shape: bytes, raw: bytes) -> bytes:
    """A pickle of an array of bytes."""
    return (
        b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I0\ntS'b'\ntR(I1\n("
        + shape
        + b"tcnumpy\ndtype\n(S'u1'\nI0\nI1\ntRI00\n"
        + raw
        + b"tb."
    )


@pytest.mark.parametrize(
    "shape", [b"I4\n", b"I2\n", b"I-3\n", b"I3\nI3\n", b"I3\nI0\n", b"N", b"L" + b"9" * 4000 + b"L\n", b"F3.0\n"]
)
def test_an_array_is_as_long_as_what_is_in_it(shape: bytes) -> None:
    came = read(array(b"I3\n", b"S'abc'\n"))
    assert isinstance(came, Numbers)
    assert came.values.tolist() == list(b"abc")
    with pytest.raises(NotPlain):
        read(array(shape, b"S'abc'\n"))
    with pytest.raises(NotPlain):
        read(array(b"I3\n", b"I3\n"))


def test_depth_circles_and_doubling_do_nothing() -> None:
    deep = read(b"]" * 500_000 + b"a" * 499_999 + b".")
    assert isinstance(deep, list)
    circle = read(b"]q\x00h\x00a.")
    assert isinstance(circle, list)
    assert circle[0] is circle
    circle.clear()
    # Each list holds the one before a hundred times: 100**60 parts, were it walked through.
    doubled = (
        b"]q\x00" + b"".join(b"](" + b"h%c" % number * 100 + b"eq%c" % (number + 1) for number in range(60)) + b"."
    )
    assert isinstance(read(doubled), list)


def test_what_takes_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pickled, "MOST_STEPS", 1000)
    with pytest.raises(NotPlain, match="too many steps"):
        read(b"N" * 2000 + b".")
    monkeypatch.setattr(pickled, "LARGEST", 3000)
    with pytest.raises(NotPlain, match="far too large"):
        read(b"N" * 4000)
    # A text is kept once, and asked for again and again.
    again = b"X\xe8\x03\x00\x00" + b"x" * 1000 + b"q\x00c_codecs\nencode\nq\x01"
    again += b"h\x01(h\x00X\x06\x00\x00\x00latin1tR" * 5 + b"."
    with pytest.raises(NotPlain, match="far too large"):
        read(again)
