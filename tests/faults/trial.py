"""One fault: a process works on a copy of the prepared ground and meets it, a second one looks at what is left."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import struct
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import shim
from power_cut import WORLDS, Disk, log_of, points_of, put
from shim import Fault, Kind, Mode

from imsearch_gui.domain.errors import KnownError

Tell = Callable[[int], None]
"""Called with a number that only grows: so much has been promised to the user."""


class Scenario(Protocol):
    """Something that writes to the disk. Every method runs in a process of its own, `ground` is the same path each time."""

    name: str
    watched: str
    """Folder below the ground in which the faults happen; empty: the whole ground."""

    def prepare(self, ground: Path) -> None:
        """Make what is there before."""

    def act(self, ground: Path, tell: Tell) -> None:
        """The work that meets the fault. A KnownError is an answer, any other one is a bug."""

    def check(self, ground: Path, told: int) -> None:
        """What must hold after the fault, whatever it was; `told` is the last promise. Raises AssertionError."""

    def settle(self, ground: Path) -> None:
        """The work is done again, without a fault."""

    def final(self, ground: Path) -> Any:
        """What there is in the end, to be compared with a run without a fault; plain values and text."""


@dataclass(slots=True)
class Outcome:
    """What came of one fault."""

    fault: Fault | None
    hit: str = ""
    """Kind and path of the call that it met; empty where it killed."""
    ended: str = ""
    """"killed", "done", "said" (a sentence for the user) or "bug"."""
    sentence: str = ""
    faults: list[str] = field(default_factory=list)
    """What is wrong."""


def forked(work: Callable[[], Any]) -> tuple[int, Any]:
    """(status, answer) of work in a process of its own; the status is that of `os.waitpid`, the answer None where it died."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            answer = work()
            with os.fdopen(writing, "wb") as pipe:
                pipe.write(json.dumps(answer).encode())
        except BaseException:
            traceback.print_exc()
            os._exit(70)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        data = pipe.read()
    _, status = os.waitpid(child, 0)
    return status, json.loads(data) if data else None


class Ground:
    """Where trials of one scenario take place."""

    def __init__(self, scenario: Scenario, folder: Path) -> None:
        self.scenario = scenario
        self.path = folder / "ground"
        self._template = folder / "template"
        self.path.mkdir(parents=True)
        self._call(lambda: scenario.prepare(self.path))
        shutil.copytree(self.path, self._template, symlinks=True)
        self.log = folder / "log"
        self.recorded(self.log)
        self.kinds = [point.kind for point in points_of(self.log)]
        """Of every point of the work, when nothing goes wrong."""
        self.final = self._call(self._end)

    @property
    def watched(self) -> Path:
        return self.path / self.scenario.watched

    def reset(self) -> None:
        """As it was prepared."""
        shutil.rmtree(self.path)
        shutil.copytree(self._template, self.path, symlinks=True)

    def try_out(self, fault: Fault) -> Outcome:
        """Let the work meet a fault, then look."""
        self.reset()
        reading, writing = os.pipe()
        status, answer = forked(lambda: self._act(fault, writing))
        os.close(writing)
        told = _last_number(reading)
        outcome = Outcome(fault, **(answer or {"ended": "killed"}))
        if answer is None and not os.WIFSIGNALED(status):
            outcome.faults.append("the process ended by itself")
        if outcome.ended == "bug":
            outcome.faults.append(outcome.sentence)
        outcome.faults += self.look(told)
        return outcome

    def look(self, told: int) -> list[str]:
        """What is wrong with the ground as it is; brings it to its end."""
        status, answer = forked(lambda: self._look(told))
        return ["the process that looks died"] if answer is None or status else answer

    def recorded(self, log: Path) -> None:
        """Do the work without a fault, and write down every point."""
        self.reset()
        with log.open("wb") as file:

            def act() -> None:
                shim.arm(self.watched, log=file.fileno())
                self.scenario.act(self.path, shim.mark)
                shim.disarm()

            self._call(act)

    def power_cuts(self, seeds: int, step: slice) -> Iterator[tuple[str, list[str]]]:
        """(world, what is wrong in it) for each moment of the work in which the power might have gone."""
        self.reset()
        disk = Disk(self.path)
        told = 0
        seen: set[bytes] = set()
        worlds = [(world, 0) for world in WORLDS[:2]] + [(WORLDS[2], seed) for seed in range(seeds)]
        moments = range(len(self.kinds) + 1)[step]
        at = 0
        for point in [*log_of(self.log), None]:
            if point is not None and point.kind is Kind.MARK:
                told = point.offset
                continue
            for world, seed in worlds if at in moments else ():
                left = disk.left(world, seed * len(self.kinds) + at)
                digest = hashlib.sha256(repr((told, sorted(left.items()))).encode()).digest()
                if digest not in seen:
                    seen.add(digest)
                    yield world, self._after_cut(left, told, f"power cut before {at} ({world}, {point})")
            if point is not None:
                disk.do(point)
            at += 1

    def _after_cut(self, left: dict[str, bytes | None], told: int, what: str) -> list[str]:
        shutil.rmtree(self.path)
        self.path.mkdir()
        put(left, self.path)
        return [f"{what}: {wrong}" for wrong in self.look(told)]

    def _act(self, fault: Fault | None, told: int) -> dict[str, str]:
        def tell(number: int) -> None:
            os.write(told, struct.pack("<q", number))

        shim.arm(self.watched, fault)
        ended, sentence = "done", ""
        try:
            self.scenario.act(self.path, tell)
        except KnownError as error:
            ended, sentence = "said", str(error)
        except Exception:
            ended, sentence = "bug", traceback.format_exc()
        shim.disarm()
        return {"hit": shim.hit(), "ended": ended, "sentence": sentence}

    def _look(self, told: int) -> list[str]:
        wrong = []
        for what in (lambda: self.scenario.check(self.path, told), self._settled):
            try:
                what()
            except Exception:
                wrong.append(traceback.format_exc())
        return wrong

    def _settled(self) -> None:
        final = json.loads(json.dumps(self._end()))
        assert final == self.final, _difference(final, self.final)

    def _end(self) -> Any:
        self.scenario.settle(self.path)
        return self.scenario.final(self.path)

    def _call(self, work: Callable[[], Any]) -> Any:
        status, answer = forked(work)
        assert status == 0, f"{self.scenario.name}: the ground could not be made ({status})"
        return answer


def _last_number(reading: int) -> int:
    with os.fdopen(reading, "rb") as pipe:
        data = pipe.read()
    return int(struct.unpack("<q", data[-8:])[0]) if data else 0


def _difference(here: Any, there: Any) -> str:
    if isinstance(here, dict) and isinstance(there, dict):
        keys = [key for key in here.keys() | there.keys() if here.get(key) != there.get(key)]
        return "; ".join(f"{key}: {_difference(here.get(key), there.get(key))}" for key in sorted(keys))
    return f"{str(here)[:400]} instead of {str(there)[:400]}"


def faults_for(kinds: list[Kind]) -> list[Fault]:
    """Every fault that may happen at each point of a run, of which the kinds are known."""
    every = []
    for at, kind in enumerate(kinds):
        every += [Fault(at, Mode.KILL), Fault(at, Mode.TORN)]
        if kind is Kind.WRITE:
            every.append(Fault(at, Mode.SHORT))
        for error in (error for error, may in shim.ERRORS.items() if kind in may):
            every += [Fault(at, Mode.FAIL, error), Fault(at, Mode.FAIL_ON, error)]
    return every
