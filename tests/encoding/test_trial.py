"""One picture through a graph in a process of its own: what comes back, and what a bad graph costs."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest
from onnx import TensorProto, helper

import imsearch_gui
from imsearch_gui.domain.errors import BugError, ModelError
from imsearch_gui.domain.model_spec import Layout
from imsearch_gui.encoding import guard
from imsearch_gui.encoding.graph_facts import read_facts
from imsearch_gui.encoding.guard import Guarded, Limits, limits_for
from imsearch_gui.encoding.importing import propose
from imsearch_gui.encoding.trial import Fit, Produced, Trial, run_graph, try_graph

SMALL = Fit(Layout.NCHW, 8, 8)
QUICK = Limits(2**30, 60.0)


def tried(path: Path, *fits: Fit, limits: Limits = QUICK) -> Trial:
    return try_graph(read_facts(path), "picture", fits or [SMALL], limits=limits).run()


def test_a_sound_graph(graph_makers: Any, tmp_path: Path) -> None:
    seen = tried(graph_makers.sound(tmp_path / "m.onnx"))
    assert seen.fit == SMALL
    assert seen.outputs == (Produced("vector", (1, 3), finite=True, shares=False),)
    assert seen.batch
    assert 0 < seen.seconds < 10


def test_every_float_output_with_its_shape(graph_makers: Any, tmp_path: Path) -> None:
    path = graph_makers.tower(tmp_path / "m.onnx", side=32, patch=8, others=2)
    seen = tried(path, Fit(Layout.NCHW, 32, 32))
    assert {output.name: output.shape for output in seen.outputs} == {
        "last_hidden_state": (1, 18, 4),
        "pooler_output": (1, 4),
    }


def test_the_first_size_that_fits(graph_makers: Any, tmp_path: Path) -> None:
    path = graph_makers.sound(tmp_path / "m.onnx", picture=("n", 3, "h", "w"))
    assert tried(path, Fit(Layout.NHWC, 16, 16), Fit(Layout.NCHW, 16, 12)).fit == Fit(Layout.NCHW, 16, 12)


def test_no_size_fits(graph_makers: Any, tmp_path: Path) -> None:
    path = graph_makers.sound(tmp_path / "m.onnx")
    with pytest.raises(ModelError, match=r"m\.onnx fails on a picture of 9 x 9, 10 x 10 pixels, .*\(Got invalid dim"):
        tried(path, Fit(Layout.NCHW, 9, 9), Fit(Layout.NCHW, 10, 10))


def test_one_picture_at_a_time(graph_makers: Any, tmp_path: Path) -> None:
    path = graph_makers.sound(tmp_path / "m.onnx", picture=(1, 3, 8, 8))
    assert not tried(path).batch


def test_two_pictures_that_become_one(graph_makers: Any, tmp_path: Path) -> None:
    nodes = [*graph_makers.POOLED, helper.make_node("ReduceMean", ["means", "first"], ["vector"], keepdims=1)]
    path = graph_makers.save(tmp_path / "m.onnx", nodes, weights={"first": np.array([0])})
    assert not tried(path).batch


def test_what_numbers_tell_of_an_output(graph_makers: Any, tmp_path: Path) -> None:
    zero = [helper.make_node("Sub", ["means", "means"], ["zeros"])]
    nodes = [
        *graph_makers.POOLED,
        *zero,
        helper.make_node("Softmax", ["means"], ["shares"], axis=1),
        helper.make_node("LpNormalization", ["means"], ["unit"], axis=1, p=2),
        helper.make_node("Div", ["zeros", "zeros"], ["nothing"]),
    ]
    shape = ("n", 3)
    path = graph_makers.save(tmp_path / "m.onnx", nodes, outputs={"shares": shape, "unit": shape, "nothing": shape})
    seen = {output.name: output for output in tried(path).outputs}
    assert {name: (output.shares, output.finite) for name, output in seen.items()} == {
        "shares": (True, True),
        "unit": (False, True),
        "nothing": (False, False),
    }


def test_no_output_of_fractions(graph_makers: Any, tmp_path: Path) -> None:
    nodes = [helper.make_node("Shape", ["picture"], ["vector"])]
    path = graph_makers.save(tmp_path / "m.onnx", nodes, outputs={"vector": (4,)}, output_kind=TensorProto.INT64)
    with pytest.raises(ModelError, match=r"gives no fractions, but vector tensor\(int64\)"):
        tried(path)


def test_an_operator_that_nobody_has(graph_makers: Any, tmp_path: Path) -> None:
    nodes = [*graph_makers.POOLED, helper.make_node("Sprinkle", ["means"], ["vector"])]
    with pytest.raises(ModelError, match=r"m\.onnx needs the operator Sprinkle"):
        tried(graph_makers.save(tmp_path / "m.onnx", nodes))


@pytest.mark.parametrize("numbers", [10**12, 2 * 10**9], ids=["impossible", "too much"])
def test_a_graph_that_asks_for_terabytes(numbers: int, graph_makers: Any, tmp_path: Path) -> None:
    path = graph_makers.large_tensor(tmp_path / "m.onnx", numbers)
    with pytest.raises(ModelError, match=r"asked for more than the 1\.1 GB of memory"):
        tried(path)


def test_the_memory_is_watched_where_the_system_sets_no_limit() -> None:
    """Shared memory counts to no limit that the process has."""
    hoard = (
        "import mmap, time\n"
        "memory = mmap.mmap(-1, 400_000_000)\n"
        "for _ in range(400): memory.write(bytes(1_000_000))\n"
        "time.sleep(60)"
    )
    began = time.monotonic()
    with pytest.raises(ModelError, match=r"asked for more than the 50\.0 MB of memory"):
        Guarded("m.onnx", exec, hoard, limits=Limits(50_000_000)).run()
    assert time.monotonic() - began < 30


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the memory is only watched")
def test_where_it_can_the_system_sets_the_limit() -> None:
    """At once, however quickly it is asked for."""
    with pytest.raises(ModelError, match=r"asked for more than the 50\.0 MB of memory"):
        Guarded("m.onnx", bytearray, 400_000_000, limits=Limits(50_000_000)).run()


def test_a_graph_that_never_ends(graph_makers: Any, tmp_path: Path) -> None:
    path = graph_makers.endless(tmp_path / "m.onnx")
    began = time.monotonic()
    with pytest.raises(ModelError, match=r"m\.onnx was still at work on one picture after 1 second:"):
        tried(path, limits=Limits(2**30, 1.0))
    assert time.monotonic() - began < 20


def test_a_crash_costs_a_sentence() -> None:
    with pytest.raises(ModelError, match=r"m\.onnx brought down the process .*\(exit code -?\d+\)"):
        Guarded("m.onnx", os.abort, limits=QUICK).run()


def test_a_bug_of_ours_is_no_fault_of_the_file() -> None:
    with pytest.raises(BugError, match="ValueError: invalid literal"):
        Guarded("m.onnx", int, "three", limits=QUICK).run()


def test_it_can_be_given_up(graph_makers: Any, tmp_path: Path) -> None:
    path = graph_makers.endless(tmp_path / "m.onnx")
    at_work = try_graph(read_facts(path), "picture", [SMALL], limits=QUICK)
    killer = threading.Timer(1.0, at_work.cancel)
    killer.start()
    began = time.monotonic()
    with pytest.raises(ModelError, match="was not tried to the end"):
        at_work.run()
    killer.join()
    assert time.monotonic() - began < 20
    with pytest.raises(ModelError, match="was not tried to the end"):
        at_work.run()


def test_nobody_waits_for_a_process_whose_end_does_not_come(tmp_path: Path, undying: list[Any]) -> None:
    at_work = Guarded("m.onnx", _touch_and_sleep, str(tmp_path / "sign"), limits=QUICK)
    said: list[str] = []

    def run() -> None:
        try:
            at_work.run()
        except ModelError as error:
            said.append(str(error))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert _wait_for((tmp_path / "sign").exists)
    at_work.cancel()
    thread.join(40)
    assert not thread.is_alive()
    assert "was not tried to the end" in said[0]
    assert len(undying) == 1
    assert multiprocessing.active_children() == [], "the end of the program does not wait for it either"


def _touch_and_sleep(sign: str) -> None:
    Path(sign).touch()
    time.sleep(600)


def test_nothing_goes_on_when_the_program_is_gone(graph_makers: Any, tmp_path: Path) -> None:
    """The window tries a model in a process that may be killed at any moment, and which is of the kind that has no children."""
    path = graph_makers.endless(tmp_path / "m.onnx")
    process = multiprocessing.get_context("spawn").Process(target=propose, args=(path,), daemon=True)
    process.start()
    try:
        seen = _wait_for(lambda: [child for child in psutil.Process(process.pid).children() if _works(child)])
        assert seen, "the trial runs in a process of its own, from a process that is a daemon"
    finally:
        process.kill()
        process.join()
        process.close()
    assert _wait_for(lambda: not any(child.is_running() for child in seen)), "it ended with the one that started it"


def _works(process: psutil.Process) -> bool:
    """Whether it is the trial, at work, and not a helper of multiprocessing."""
    try:
        return sum(process.cpu_times()[:2]) > 0.8
    except psutil.Error:
        return False


def _wait_for(what: Any) -> Any:
    until = time.monotonic() + 40
    while not (answer := what()) and time.monotonic() < until:
        time.sleep(0.05)
    return answer


def test_limits_grow_with_the_model_and_end_with_the_memory(
    graph_makers: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = read_facts(graph_makers.external(tmp_path / "m.onnx", "w.bin", numbers=1_000_000))
    bare = limits_for([])
    assert limits_for([facts]).memory == pytest.approx(bare.memory + guard.MOST_SHARE * facts.size, abs=1)
    monkeypatch.setattr(psutil, "virtual_memory", lambda: type("Memory", (), {"available": 100_000_000}))
    assert limits_for([facts]).memory == 90_000_000
    assert limits_for([facts]).seconds == guard.LIMIT_S


def test_the_real_ones(shared_data: Path) -> None:
    facts = read_facts(shared_data / "models" / "mobilenetv2-int8" / "model.onnx")
    seen = try_graph(facts, "input", [Fit(Layout.NCHW, 224, 224)]).run()
    assert [output.shape for output in seen.outputs] == [(1, 1280), (1, 1000)]
    assert seen.batch


def test_a_trial_reports_to_nobody(graph_makers: Any, tmp_path: Path) -> None:
    """The engine keeps a device id in the user's home unless it is told not to before it starts."""
    path = graph_makers.sound(tmp_path / "m.onnx")
    code = (
        "import sys; from pathlib import Path\n"
        "from imsearch_gui.encoding.importing import propose\n"
        "if __name__ == '__main__': propose(Path(sys.argv[1]))"
    )
    script = tmp_path / "script.py"
    script.write_text(code)
    home = tmp_path / "home"
    home.mkdir()
    world = {f"XDG_{name}_HOME": str(home / name) for name in ("CACHE", "CONFIG", "DATA", "STATE")}
    root = Path(imsearch_gui.__file__).parent.parent
    environment = {**os.environ, **world, "HOME": str(home), "PYTHONPATH": str(root)}
    subprocess.run([sys.executable, str(script), str(path)], env=environment, check=True, timeout=60)
    assert [file for file in home.rglob("*") if file.is_file()] == []


def test_the_work_itself(graph_makers: Any, tmp_path: Path) -> None:
    """As the process does it, without one."""
    path = graph_makers.sound(tmp_path / "m.onnx")
    assert run_graph(path, "picture", [SMALL], ["vector"]).outputs[0].shape == (1, 3)
