"""An accelerator is used where it gives what the processor gives; one that does not is caught and named."""

from __future__ import annotations

import json
import re
import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.metrics import Matrix
from imsearch_gui.domain.records import Pixels
from imsearch_gui.encoding import providers as providers_module
from imsearch_gui.encoding import trust
from imsearch_gui.encoding.encoder import Encoder, choose_provider, open_encoder
from imsearch_gui.encoding.providers import ACCELERATORS, CPU, Provider, title_of, usable, wanted
from imsearch_gui.encoding.session import Session
from imsearch_gui.encoding.store import InstalledModel, ModelStore

CUDA, OPENVINO = ACCELERATORS[0], ACCELERATORS[3]


class Accelerated:
    """The processor's encoder with something done to what it gives."""

    def __init__(self, inner: Encoder, change: Callable[[Matrix], Matrix], provider: str = "CUDA") -> None:
        self.spec = inner.spec
        self.provider = provider
        self._inner = inner
        self._change = change

    def encode(self, pixels: Pixels) -> Matrix:
        return self._change(self._inner.encode(pixels))


class Machine:
    """A computer with accelerators that do what a test wants."""

    def __init__(self, verdicts: Path) -> None:
        self.model: InstalledModel = ModelStore().find("classic")
        self.verdicts = verdicts
        self.does: dict[str, Callable[[Matrix], Matrix]] = {}
        self.opened: list[str] = []
        self.comes_out_as = ""

    def open(self, model: InstalledModel, provider: Provider) -> Encoder:
        self.opened.append(provider.id)
        inner = open_encoder(model)
        if provider is CPU:
            return inner
        return Accelerated(inner, self.does[provider.id], self.comes_out_as or provider.title)

    def choose(self, setting: str = "automatic") -> trust.Choice:
        known = [one for one in ACCELERATORS if one.id in self.does] + [CPU]
        return choose_provider(self.model, setting, providers=known, open_on=self.open, verdicts=self.verdicts)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "cache" / "providers.json")


def noise(vectors: Matrix) -> Matrix:
    return np.random.default_rng(1).normal(size=vectors.shape).astype(np.float32)


def fails(_: Matrix) -> Matrix:
    raise ModelError("The model failed: out of memory.")


def test_one_that_agrees_is_used(machine: Machine) -> None:
    machine.does["cuda"] = lambda vectors: vectors * np.float32(1.0001)
    choice = machine.choose()
    assert choice == trust.Choice(CUDA)
    machine.opened.clear()
    assert machine.choose() == choice
    assert machine.opened == [], "the verdict is kept"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (noise, r"CUDA gives other vectors than the processor \(cosine -?0\.\d+\)"),
        (np.zeros_like, r"CUDA gives other vectors than the processor \(cosine 0\.000\)"),
        (lambda vectors: vectors * np.nan, "CUDA gives no sound vectors"),
        (lambda vectors: vectors[:, :3], "CUDA gives no sound vectors"),
        (fails, "CUDA cannot run this model.*out of memory"),
    ],
    ids=["noise", "zeros", "nan", "shape", "failure"],
)
def test_one_that_is_wrong_is_dropped_and_named(
    machine: Machine, wrong: Callable[[Matrix], Matrix], words: str
) -> None:
    machine.does["cuda"] = wrong
    choice = machine.choose()
    assert choice.provider is CPU
    assert len(choice.notices) == 1
    assert re.search(words, choice.notices[0])
    assert "the processor is used" in choice.notices[0]
    machine.opened.clear()
    assert machine.choose() == choice
    assert machine.opened == [], "a wrong one is not tried again at every start"


def test_one_that_falls_back_in_silence_is_named(machine: Machine) -> None:
    machine.does["cuda"] = lambda vectors: vectors
    machine.comes_out_as = "CPU"
    choice = machine.choose()
    assert choice.provider is CPU
    assert "CUDA cannot run this model" in choice.notices[0]
    assert "CPU came instead" in choice.notices[0]


def test_the_next_one_is_tried(machine: Machine) -> None:
    machine.does = {"cuda": noise, "openvino": lambda vectors: vectors}
    choice = machine.choose()
    assert choice.provider is OPENVINO
    assert "CUDA gives other vectors" in choice.notices[0]


def test_the_setting_decides(machine: Machine) -> None:
    machine.does = {"cuda": lambda vectors: vectors, "openvino": lambda vectors: vectors}
    assert machine.choose("openvino").provider is OPENVINO
    machine.opened.clear()
    assert machine.choose("cpu") == trust.Choice(CPU)
    assert machine.opened == []
    del machine.does["openvino"]
    choice = machine.choose("openvino")
    assert choice.provider is CPU
    assert "cannot be had on this computer" in choice.notices[0]


def test_another_version_of_the_runtime_is_compared_anew(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.does["cuda"] = noise
    assert machine.choose().provider is CPU
    machine.does["cuda"] = lambda vectors: vectors
    assert machine.choose().provider is CPU
    monkeypatch.setattr(trust, "_version", lambda: "99.0")
    assert machine.choose().provider is CUDA


def test_a_damaged_file_of_verdicts_is_nothing_worse_than_none(machine: Machine) -> None:
    machine.verdicts.parent.mkdir()
    machine.verdicts.write_text("{ no json")
    machine.does["cuda"] = lambda vectors: vectors
    assert machine.choose().provider is CUDA
    machine.verdicts.write_text('["a list"]')
    assert machine.choose().provider is CUDA


def test_verdicts_that_come_at_once_leave_a_whole_file(machine: Machine) -> None:
    machine.does["cuda"] = lambda vectors: vectors
    threads = [threading.Thread(target=machine.choose) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    machine.opened.clear()
    assert machine.choose().provider is CUDA
    assert machine.opened == []
    assert [path.name for path in machine.verdicts.parent.iterdir()] == [trust.VERDICTS]


def test_a_place_that_cannot_be_written_costs_only_the_comparison(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    machine.verdicts = tmp_path / "file" / "providers.json"
    machine.does["cuda"] = lambda vectors: vectors
    assert machine.choose().provider is CUDA
    assert machine.choose().provider is CUDA
    assert machine.opened.count("cuda") == 2


def test_the_pixel_baseline_runs_on_nothing_else(tmp_path: Path) -> None:
    choice = choose_provider(ModelStore().find("pixels"), providers=[CUDA, CPU], verdicts=tmp_path / "v.json")
    assert choice == trust.Choice(CPU)


def test_what_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(providers_module, "_has_driver", lambda one: one.id != "directml")
    names = ["TensorrtExecutionProvider", *(one.name for one in ACCELERATORS), "CPUExecutionProvider"]
    assert [one.id for one in usable(names)] == ["cuda", "coreml", "openvino", "cpu"]
    assert usable(["CPUExecutionProvider"]) == [CPU]
    assert wanted("automatic", [CUDA, OPENVINO, CPU]) == [CUDA, OPENVINO, CPU]
    assert wanted("cpu", [CUDA, CPU]) == [CPU]
    assert title_of("SomethingExecutionProvider") == "Something"


def test_this_machine_has_a_processor_at_least() -> None:
    assert usable()[-1] is CPU


def test_a_session_that_comes_out_on_another_provider_says_so() -> None:
    """As onnxruntime does on a machine without CUDA, in silence."""
    if any(one is not CPU for one in usable()):
        pytest.skip("this machine has an accelerator")
    model = ModelStore().find("classic")
    assert model.graph_path is not None
    missing = Provider("none", "Nonesuch", "CUDAExecutionProvider")
    with pytest.raises(ModelError, match=r"Nonesuch was asked for classic\.onnx, and CPU came"):
        Session(model.graph_path, provider=missing)


def test_an_engine_for_the_cores_is_told_how_many_it_may_take() -> None:
    options = OPENVINO.options_for(3)
    assert options["device_type"] == "CPU"
    assert json.loads(options["load_config"])["CPU"]["INFERENCE_NUM_THREADS"] == 3
    assert "load_config" not in CUDA.options_for(3)


def test_the_8_bit_form_is_not_given_to_another_engine_for_the_cores(machine: Machine) -> None:
    machine.does = {"openvino": lambda vectors: vectors}
    for setting in ("automatic", "openvino"):
        assert machine.choose(setting).provider is OPENVINO
    machine.model = replace(machine.model, eight_bits=True)
    shutil.copytree(machine.model.folder, machine.verdicts.parent / "copy")
    machine.model = replace(machine.model, folder=machine.verdicts.parent / "copy")
    shutil.copy(machine.model.folder / "classic.onnx", machine.model.folder / "eight-bits.onnx")
    for setting in ("automatic", "openvino"):
        assert machine.choose(setting) == trust.Choice(CPU)
