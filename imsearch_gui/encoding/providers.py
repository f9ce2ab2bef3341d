"""What a graph can run on: accelerators in the order in which they are tried, then the processor.

Options are those that onnxruntime's documentation recommends for inference with inputs of one size. TensorRT is left out: it
builds an engine for minutes at the first use of each model and needs libraries of its own beside CUDA.
"""

from __future__ import annotations

import ctypes
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

AUTOMATIC = "automatic"


@dataclass(frozen=True, slots=True)
class Provider:
    """An execution provider of onnxruntime."""

    id: str
    """As in the settings and on the command line."""
    title: str
    """As the user knows it."""
    name: str
    """As onnxruntime knows it."""
    options: Mapping[str, str] = field(default_factory=dict)
    libraries: Mapping[str, str] = field(default_factory=dict)
    """Per system (`sys.platform`): the driver's library; where it cannot be loaded there is no such device."""
    on_cores: bool = False
    """Another engine for the cores of the processor, which has to be told how many it may take."""

    def options_for(self, threads: int) -> dict[str, str]:
        """As onnxruntime takes them, for a session of `threads` threads."""
        if not self.on_cores:
            return dict(self.options)
        # Half of the bits where the processor multiplies such numbers, and float32 where it does not: OpenVINO decides. Unless it
        # is told, it takes all cores in each of our workers.
        cores = {"INFERENCE_PRECISION_HINT": "bf16", "INFERENCE_NUM_THREADS": threads, "NUM_STREAMS": 1}
        return {**self.options, "load_config": json.dumps({"CPU": cores})}

    @property
    def is_processor(self) -> bool:
        """By its name: one that came from another process is equal, not the same."""
        return self.name == "CPUExecutionProvider"


CPU = Provider("cpu", "CPU", "CPUExecutionProvider")
ACCELERATORS = (
    Provider(
        "cuda",
        "CUDA",
        "CUDAExecutionProvider",
        # The arena grows by what is asked for, not by powers of two; and the search for the fastest convolution is not made anew
        # for each size.
        {"device_id": "0", "arena_extend_strategy": "kSameAsRequested", "cudnn_conv_algo_search": "HEURISTIC"},
        {"linux": "libcuda.so.1", "win32": "nvcuda.dll"},
    ),
    Provider("directml", "DirectML", "DmlExecutionProvider", {"device_id": "0"}, {"win32": "d3d12.dll"}),
    Provider("coreml", "CoreML", "CoreMLExecutionProvider", {"ModelFormat": "MLProgram", "MLComputeUnits": "ALL"}),
    Provider("openvino", "OpenVINO", "OpenVINOExecutionProvider", {"device_type": "CPU"}, on_cores=True),
)
IDS = (AUTOMATIC, CPU.id, *(provider.id for provider in ACCELERATORS))


def usable(names: Sequence[str] | None = None) -> list[Provider]:
    """The providers that this onnxruntime has and whose driver is on this machine, the processor last."""
    if names is None:
        names = _compiled_in()
    return [one for one in ACCELERATORS if one.name in names and _has_driver(one)] + [CPU]


def wanted(setting: str, providers: Sequence[Provider]) -> list[Provider]:
    """Those to be tried for a setting, best first; the processor is always the last resort."""
    chosen = [one for one in providers if setting in (AUTOMATIC, one.id) and one is not CPU]
    return [*chosen, CPU]


def title_of(name: str) -> str:
    """What onnxruntime calls a provider, as the user knows it."""
    known = {one.name: one.title for one in (*ACCELERATORS, CPU)}
    return known.get(name, name.removesuffix("ExecutionProvider"))


def _compiled_in() -> list[str]:
    import onnxruntime

    return list(onnxruntime.get_available_providers())


def _has_driver(provider: Provider) -> bool:
    """Asking onnxruntime for a device that is not there takes long and writes to standard error; the driver's library tells."""
    library = provider.libraries.get(sys.platform)
    if library is None:
        return not provider.libraries
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
