"""A picture that crashes, hangs or eats memory costs that picture; what comes back is what would have come from here."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import psutil
import pytest

from imsearch_gui.domain.errors import BugError, PictureError
from imsearch_gui.domain.model_spec import Resize
from imsearch_gui.domain.reasons import STOPPED, TOO_LARGE_FOR_MEMORY, TOOK_TOO_LONG
from imsearch_gui.domain.region import Region
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.imaging import views
from imsearch_gui.imaging.apart import Apart, Lethal
from imsearch_gui.imaging.apart_child import Limits

MISBEHAVING = Path(__file__).parent / "misbehaving"
PATIENCE_S = 20.0


def until(condition: Callable[[], bool]) -> None:
    patience = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < patience, "it never came to that"
        time.sleep(0.01)


def children() -> set[int]:
    return {child.pid for child in multiprocessing.active_children() if child.pid is not None}


# -- what it survives ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("how", "code"), [("abort", -signal.SIGABRT), ("segfault", -signal.SIGSEGV), ("leave", 7)])
def test_a_crash_costs_one_picture(how: str, code: int, make: Callable[..., Apart], decoders: ModuleType) -> None:
    apart = make()
    before = apart.run(decoders.pid)
    with pytest.raises(Lethal, match=rf"crashed the decoder \(exit code {code}\)"):
        apart.run(getattr(decoders, how))
    assert apart.run(decoders.pid) not in (before, os.getpid())


def test_a_process_that_was_killed_by_something_else_costs_nothing(
    make: Callable[..., Apart], decoders: ModuleType, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    assert make().run(decoders.unlucky, tmp_path / "mark") == "done"
    assert "was lost" in caplog.text


def test_one_that_was_killed_while_nobody_asked_goes_unnoticed(
    make: Callable[..., Apart], decoders: ModuleType, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    apart = make()
    idle = apart.run(decoders.pid)
    os.kill(idle, signal.SIGKILL)
    until(lambda: idle not in children())
    assert apart.run(decoders.pid) != idle
    assert caplog.text == ""


@pytest.mark.parametrize("how", ["hang", "hang_with_the_lock"])
def test_a_hang_costs_one_picture(how: str, make: Callable[..., Apart], decoders: ModuleType) -> None:
    apart = make(limits=Limits(seconds=0.5))
    with pytest.raises(PictureError) as raised:
        apart.run(getattr(decoders, how))
    assert raised.value.reason == TOOK_TOO_LONG.format(0)
    assert not isinstance(raised.value, Lethal), "a disk may hang, too"
    assert apart.run(decoders.echo, "there") == "there"


@pytest.mark.parametrize("bound", [True, False], ids=["by the system", "by looking on"])
def test_one_that_eats_memory_costs_one_picture(bound: bool, make: Callable[..., Apart], decoders: ModuleType) -> None:
    apart = make(limits=Limits(room=256 << 20, bound=bound))
    assert apart.run(decoders.eat, 128 << 20) == 16
    for _ in range(2):
        with pytest.raises(PictureError) as raised:
            apart.run(decoders.eat, 64 << 30)
        assert raised.value.reason == TOO_LARGE_FOR_MEMORY
    assert apart.run(decoders.eat, 128 << 20) == 16, "what the last one took counts for nothing"


def test_a_bug_of_ours_is_told_with_its_trace(make: Callable[..., Apart], decoders: ModuleType) -> None:
    apart = make()
    before = apart.run(decoders.pid)
    with pytest.raises(BugError, match="ZeroDivisionError: a bug of ours") as raised:
        apart.run(decoders.bug)
    assert "misbehaving_decoder.py" in str(raised.value.__cause__)
    assert apart.run(decoders.pid) == before


def test_a_process_that_does_not_start_is_said(make: Callable[..., Apart], decoders: ModuleType) -> None:
    with pytest.raises(PictureError, match=r"did not start \(crashed the decoder \(exit code 3\)\)") as raised:
        make(serve=decoders.stillborn).run(decoders.echo, 1)
    assert not isinstance(raised.value, Lethal), "the picture has no part in that"


def test_a_system_that_starts_no_more_processes_is_said(
    make: Callable[..., Apart], decoders: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    apart = make()
    with monkeypatch.context() as patch:
        patch.setattr(multiprocessing.get_context("spawn").Process, "start", refuse)
        with pytest.raises(PictureError, match="did not start \\(Resource temporarily unavailable\\)"):
            apart.run(decoders.echo, 1)
    assert apart.run(decoders.echo, 1) == 1


# -- who waits for whom ----------------------------------------------------------------------------------------------


def test_nobody_waits_for_those_at_work(make: Callable[..., Apart], decoders: ModuleType, tmp_path: Path) -> None:
    apart, door = make(), tmp_path / "door"
    with ThreadPoolExecutor(2) as pool:
        thumbnails = [pool.submit(apart.run, decoders.wait_for, door, tmp_path / f"{number}") for number in range(2)]
        until(lambda: all((tmp_path / f"{number}").exists() for number in range(2)))
        assert apart.run(decoders.echo, "query") == "query"
        assert not any(future.done() for future in thumbnails)
        door.touch()
        assert [future.result(PATIENCE_S) for future in thumbnails] == ["door", "door"]


def test_where_there_are_too_many_the_next_idle_one_is_taken(
    make: Callable[..., Apart], decoders: ModuleType, tmp_path: Path
) -> None:
    apart, door, here = make(most=1), tmp_path / "door", tmp_path / "here"
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(apart.run, decoders.wait_for, door, here)
        until(here.exists)
        second = pool.submit(apart.run, decoders.pid)
        door.touch()
        assert first.result(PATIENCE_S) == "door"
        assert {second.result(PATIENCE_S)} == children()


def test_several_threads_get_each_its_own(make: Callable[..., Apart], decoders: ModuleType) -> None:
    apart = make(most=4)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda number: apart.run(decoders.echo, np.full(300_000, number)), range(60)))
    assert [set(answer.tolist()) for answer in answers] == [{number} for number in range(60)]
    assert len(children()) <= 4


def test_those_that_idle_are_ended_but_for_a_few(
    make: Callable[..., Apart], decoders: ModuleType, tmp_path: Path
) -> None:
    apart, door = make(kept=1, idle_s=0.05), tmp_path / "door"
    with ThreadPoolExecutor(3) as pool:
        asked = [pool.submit(apart.run, decoders.wait_for, door) for _ in range(3)]
        until(lambda: len(children()) == 3)
        door.touch()
        assert [future.result(PATIENCE_S) for future in asked] == ["door"] * 3
    until(lambda: len(children()) == 1)
    assert {apart.run(decoders.pid)} == children()


def test_they_are_started_ahead(make: Callable[..., Apart], decoders: ModuleType) -> None:
    apart = make(kept=2)
    assert children() == set()
    apart.warm()
    until(lambda: len(children()) == 2)
    ahead = children()
    assert apart.run(decoders.pid) in ahead
    with pytest.raises(Lethal):
        apart.run(decoders.abort)
    until(lambda: len(children()) == 2)


# -- the end ---------------------------------------------------------------------------------------------------------


def test_closing_does_not_wait_for_those_at_work(
    make: Callable[..., Apart], decoders: ModuleType, tmp_path: Path
) -> None:
    apart, here = make(), tmp_path / "here"
    apart.warm()
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(apart.run, decoders.wait_for, tmp_path / "no door", here)
        until(here.exists)
        apart.close()
        assert children() == set()
        with pytest.raises(PictureError) as raised:
            asked.result(PATIENCE_S)
    assert raised.value.reason == STOPPED
    with pytest.raises(PictureError):
        apart.run(decoders.echo, 1)
    apart.close()
    assert children() == set()


def test_closing_while_they_are_started(make: Callable[..., Apart], decoders: ModuleType) -> None:
    for _ in range(3):
        apart = make(kept=4)
        apart.warm()
        apart.close()
        assert children() == set()
        assert not [thread for thread in threading.enumerate() if thread.name == "imsearch decoding"]


KILLED = """
import sys, threading
sys.path.insert(0, sys.argv[1])
import misbehaving_decoder as decoders
from pathlib import Path
from imsearch_gui.imaging.apart import Apart

if __name__ == "__main__":
    apart = Apart()
    here = Path(sys.argv[2])
    threading.Thread(target=apart.run, args=(decoders.wait_for, here / "no door", here / "busy"), daemon=True).start()
    print(apart.run(decoders.pid), flush=True)
    while not (here / "busy").exists():
        pass
    print("busy", flush=True)
    sys.stdin.read()
"""


def test_none_outlives_a_program_that_is_killed(tmp_path: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(MISBEHAVING), str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with program:
        assert program.stdout is not None and program.stderr is not None
        program.stdout.readline()
        assert program.stdout.readline() == "busy\n", program.stderr.read()
        left = psutil.Process(program.pid).children(recursive=True)
        assert len(left) >= 2
        program.kill()
        _, alive = psutil.wait_procs(left, PATIENCE_S)
        for process in alive:
            process.kill()
        assert alive == []


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
def test_ctrl_c_is_the_business_of_the_program(make: Callable[..., Apart], decoders: ModuleType) -> None:
    apart = make()
    before = apart.run(decoders.pid)
    os.kill(before, signal.SIGINT)
    assert apart.run(decoders.pid) == before


def test_they_make_no_noise(
    make: Callable[..., Apart], decoders: ModuleType, capfd: pytest.CaptureFixture[str]
) -> None:
    make().run(decoders.complain)
    assert capfd.readouterr() == ("", "")


# -- what comes back -------------------------------------------------------------------------------------------------


def seen(run: Callable[..., Any], *request: Any) -> tuple[Any, ...]:
    try:
        view = run(*request)
    except Exception as error:  # noqa: BLE001
        return type(error).__name__.replace("Lethal", "PictureError"), str(error)
    if not isinstance(view, views.View):
        return (view,)
    return view.width, view.height, view.pixels.shape, view.pixels.dtype.str, view.pixels.tobytes()


def here(work: Callable[..., Any], *arguments: Any) -> Any:
    return work(*arguments)


def requests_for(path: Path) -> Iterator[tuple[Any, ...]]:
    """Everything that the program asks of a picture."""
    spec = ModelStore().find("pixels").spec.input
    data = path.read_bytes()
    yield views.fitted, path, spec
    yield views.fitted, data, replace(spec, resize=Resize.SHORT_SIDE, resize_to=70, width=64, height=64)
    yield views.fitted, data, spec, Region(3, 2, 21, 17)
    yield views.fitted, data, spec, Region(100_000, 100_000, 5, 5)
    yield views.shrunk, path, 100
    yield views.shrunk, data, 100_000
    yield views.in_full, path, 48_000_000
    yield views.in_full, path, 1000
    yield views.check, path
    yield views.details, path


def test_the_samples_are_the_same_to_the_bit(make: Callable[..., Apart], samples: Path) -> None:
    apart = make()
    files = sorted(path for path in samples.rglob("*") if path.suffix in (".jpg", ".png"))
    assert len(files) > 20
    for path in files[::6]:
        for request in requests_for(path):
            assert seen(apart.run, *request) == seen(here, *request), (path, request)


def test_odd_and_broken_files_are_the_same_to_the_bit(make: Callable[..., Apart], shared_data: Path) -> None:
    apart = make()
    files = sorted(path for path in (shared_data / "torture").iterdir() if not path.name.startswith("slow"))
    assert len(files) > 100
    for path in files[::3]:
        if path.stat().st_size > 1 << 20:
            continue
        for request in requests_for(path):
            assert seen(apart.run, *request) == seen(here, *request), (path, request)


def test_a_large_picture_comes_without_a_pipe(
    make: Callable[..., Apart], tmp_path: Path, encode: Callable[..., bytes]
) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (1500, 2000, 3), np.uint8)
    data = encode(pixels, "PNG", compress_level=0)
    for source in (data, tmp_path / "large.png"):
        if isinstance(source, Path):
            source.write_bytes(data)
        view = make().run(views.in_full, source, 48_000_000)
        np.testing.assert_array_equal(view.pixels, pixels)
        assert (view.width, view.height) == (2000, 1500)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_names_that_are_no_text(make: Callable[..., Apart], tmp_path: Path, encode: Callable[..., bytes]) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe \xe4.png"))
    path.write_bytes(encode(np.zeros((3, 5, 3), np.uint8), "PNG"))
    assert make().run(views.shrunk, path, 100).pixels.shape == (3, 5, 3)


def test_what_a_file_is_not_is_said_as_here(make: Callable[..., Apart], tmp_path: Path) -> None:
    (tmp_path / "empty.jpg").touch()
    for path in (tmp_path / "empty.jpg", tmp_path / "gone.jpg", tmp_path):
        request = (views.shrunk, path, 100)
        assert seen(make().run, *request) == seen(here, *request)
