"""Ground truth from others: tables, text files, pickles."""

from __future__ import annotations

import csv
import io
import os
import pickle
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from library_targets import scratch, sound_library
from making import PATHS, TEXTS, Chooser, Target

from imsearch_gui.domain.errors import KnownError
from imsearch_gui.domain.evaluation import GroundTruth, TruthForm
from imsearch_gui.library.library import Library
from imsearch_gui.searching.evaluation.truth import read_truth

LONGEST_SENTENCE = 2000
NAMES = ("00.jpg", "01", "folder 0/03.jpg", "FOLDER 1\\01.JPG", "29.jpg", "gone.jpg", "00.jpg;01.jpg|02.jpg")
QUERY = "oxc1_00 136.5 34.1 648.5 955.7\n"
LISTS = ("good", "ok", "junk")


@cache
def place() -> Path:
    folder = scratch() / "truth"
    folder.mkdir(exist_ok=True)
    return folder


def read(source: Path, form: TruthForm | None = None) -> str:
    with Library.open(sound_library()) as library:
        try:
            truth = read_truth(library, source, form)
        except KnownError as error:
            assert len(str(error)) < LONGEST_SENTENCE, "that is no sentence"
            return "refused"
        check(truth, {image.id for image in library.images()})
    return "taken"


def check(truth: GroundTruth, known: set[int]) -> None:
    """What everybody who uses it takes for granted; `known` are the images of the library."""
    assert len(truth.questions) > 0
    for protocol in truth.protocols:
        assert len(protocol.judgements) == len(truth.questions)
        for question, judgement in zip(truth.questions, protocol.judgements, strict=True):
            assert question.example.path.is_absolute()
            for ids in (judgement.relevant, judgement.junk):
                assert ids.dtype == np.int64
                assert np.all(np.diff(ids) > 0)
                assert known.issuperset(ids.tolist())
                assert question.image_id not in ids.tolist()
            assert not set(judgement.relevant.tolist()) & set(judgement.junk.tolist())
            assert judgement.absent >= 0
            assert judgement.gains is None or (
                len(judgement.gains) == len(judgement.relevant) and np.isfinite(judgement.gains).all()
            )
    assert all(len(notice) < LONGEST_SENTENCE for notice in truth.notices)


# -- tables ---------------------------------------------------------------------------------------------------------------


def table(data: bytes) -> str:
    file = place() / "truth.csv"
    file.write_bytes(data)
    return read(file)


def made_up_table(data: bytes) -> str:
    """A sound header, and anything below it."""
    choose = Chooser(data)
    columns = ["query", "relevant", *(("region", "grade", "junk")[: choose.number(4)])]
    cells = (*NAMES, *PATHS, *TEXTS, "1,2,3,4", "0,0,-1,5", "2", "0", "-1", "1e400", "yes", "")
    text = io.StringIO()
    # A lone carriage return within a cell is written in quotes.
    writer = csv.writer(text, delimiter=choose.pick(",;\t"), quoting=csv.QUOTE_ALL)
    writer.writerow(columns)
    for _ in choose.some(12):
        pair = [choose.pick((*NAMES, choose.pick(cells))) for _ in range(2)]
        writer.writerow([*pair, *(choose.pick(cells) for _ in range(len(columns) + choose.number(3) - 3))])
    return table(text.getvalue().encode("utf-8", "surrogatepass"))


def sound_table() -> tuple[bytes, ...]:
    head, lines = "query,relevant,region,grade,junk", '00.jpg,01.jpg;02.jpg,"1,2,30,40",2,04.jpg\n03.jpg,05.jpg,,,\n'
    return (
        f"{head}\n{lines}".encode("utf-8-sig"),
        f"{head}\n{lines}".replace(",", ";").encode(),
        b"relevant\tquery\n01.jpg\t00.jpg\n",
    )


# -- Oxford ---------------------------------------------------------------------------------------------------------------


def oxford(data: bytes) -> str:
    """The query file, then the lists; a line of five signs ends each."""
    folder = place() / "oxford"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    query, *lists = data.split(b"=====\n")
    (folder / "all_souls_1_query.txt").write_bytes(query)
    for kind, listed in zip(LISTS, lists, strict=False):
        (folder / f"all_souls_1_{kind}.txt").write_bytes(listed)
    return read(folder)


def sound_oxford() -> tuple[bytes, ...]:
    return ("=====\n".join((QUERY, "00\n01\n", "02\n", "03\n04\n")).encode(),)


# -- pickles --------------------------------------------------------------------------------------------------------------


def revisited(data: bytes) -> str:
    file, mark = place() / "gnd.pkl", place() / "mark"
    file.write_bytes(data)
    outcome = read(file)
    assert not mark.exists(), "something was run"
    return outcome


class Runs:
    def __init__(self, work: Callable[..., object], *arguments: object) -> None:
        self._done = (work, arguments)

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return self._done


def sound_gnd() -> dict[str, Any]:
    first = {"bbx": [1.5, 2.5, 30.0, 40.0], "easy": [0, 1], "hard": np.array([2]), "junk": [np.int64(3)]}
    second = {"bbx": np.array([0.0, 0.0, 9.0, 9.0]), "easy": [], "hard": [4], "junk": np.array([], np.int32)}
    return {"imlist": [f"{number:02}" for number in range(6)], "qimlist": ["07", "08"], "gnd": [first, second]}


def sound_pickles() -> tuple[bytes, ...]:
    return tuple(pickle.dumps(sound_gnd(), protocol) for protocol in range(pickle.HIGHEST_PROTOCOL + 1))


def made_up_pickle(data: bytes) -> str:
    """A real pickle of anything, that would run something, or of steps in any order."""
    choose = Chooser(data)
    if choose.number(3) == 0:
        return revisited(b"".join(steps(choose)))
    mark = str(place() / "mark")
    odd: tuple[object, ...] = (
        Runs(os.system, f"touch {mark}"),
        Runs(open, mark, "w"),
        Runs(eval, f"open({mark!r}, 'w')"),
        np.array([Runs(open, mark, "w")], object),
        *(np.zeros((2, 2)), np.array(["a"]), np.array([np.nan, 1e300]), np.array([1], ">u8"), np.int8(-1), {1}, 1j),
        *(float("nan"), 10**4000, [[]] * 3, b"bytes", b""),
    )
    value = sound_gnd()
    for _ in choose.some(3):
        inner = choose.pick(
            (value, *(one for one in value.get("gnd", ()) if isinstance(one, dict))) if value else (value,)
        )
        inner[choose.pick(("imlist", "qimlist", "gnd", "easy", "hard", "junk", "bbx"))] = choose.pick(
            (*odd, choose.json())
        )
        if not isinstance(value.get("gnd"), list):
            break
    return revisited(pickle.dumps(value, choose.number(pickle.HIGHEST_PROTOCOL + 1)))


def steps(choose: Chooser) -> list[bytes]:
    """Steps as they stand in pickles of numpy, in any order."""
    known = (
        *(
            b"(",
            b"]",
            b"}",
            b")",
            b"N",
            b"K\x03",
            b"M\x00\x01",
            b"\x8a\x01\xff",
            b"\x94",
            b"h\x00",
            b"q\x00",
            b"q\x01",
            b"h\x01",
        ),
        *(b"t", b"l", b"d", b"a", b"e", b"s", b"u", b"R", b"b", b"\x85", b"\x86", b"\x87", b"\x93", b"0", b"2", b"1"),
        *(b"cnumpy\nndarray\n", b"cnumpy\ndtype\n", b"c_codecs\nencode\n", b"cnumpy.core.multiarray\n_reconstruct\n"),
        *(
            b"cnumpy.core.multiarray\nscalar\n",
            b"cnumpy._core.numeric\n_frombuffer\n",
            b"cos\nsystem\n",
            b"cbuiltins\nbytes\n",
        ),
        *(
            b"S'u1'\n",
            b"S'|'\n",
            b"X\x06\x00\x00\x00latin1",
            b"U\x04abcd",
            b"C\x03abc",
            b"\x8c\x02u1",
            b"I0\n",
            b"L9L\n",
            b"F1e9\n",
        ),
        *(
            b"X\x06\x00\x00\x00imlist",
            b"X\x07\x00\x00\x00qimlist",
            b"X\x03\x00\x00\x00gnd",
            b"\x80\x02",
            b"\x95" + bytes(8),
        ),
    )
    return [*(choose.pick(known) for _ in range(1 + choose.number(60))), b"."]


TARGETS = (
    Target("table of queries", sound_table, table),
    Target("table of queries, made up", lambda: (b"",), made_up_table, raw=True),
    Target("Oxford files", sound_oxford, oxford),
    Target("revisited pickle", sound_pickles, revisited),
    Target("revisited pickle, made up", lambda: (b"",), made_up_pickle, raw=True),
)
