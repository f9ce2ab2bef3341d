"""The only place that knows onnxruntime."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.language import tr
from imsearch_gui.encoding.providers import CPU, Provider, title_of

Array = npt.NDArray[np.float32]

_FATAL_ONLY = 4


@dataclass(frozen=True, slots=True)
class Port:
    """An input or output of a graph; a dimension that is free is None."""

    name: str
    shape: tuple[int | None, ...]
    type: str


class Session:
    """A loaded graph. `run` may be called from several threads."""

    def __init__(self, path: Path, *, threads: int = 1, provider: Provider = CPU) -> None:
        """Load `path` on a provider, with `threads` threads where that runs on the processor's cores.

        Raises ModelError for what is no graph that runs here, and where the session came out on another provider.
        """
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = _FATAL_ONLY
        # Threads that spin while they wait take the core from the decoders (92 against 78 images/s with CLIP int8).
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        # The arena never gives back what it once took; with one fixed shape it saves nothing.
        options.enable_cpu_mem_arena = False
        try:
            self._session = onnxruntime.InferenceSession(str(path), options, providers=_chain(provider, threads))
        except Exception as error:
            # onnxruntime's own exceptions share no base class but Exception; ours are told apart by where they come from.
            if not type(error).__module__.startswith("onnxruntime"):
                raise
            raise ModelError(
                tr("{0} is no ONNX model that runs here: {1}").format(path.name, first_line(error))
            ) from error
        self.path = path
        active = str(self._session.get_providers()[0])
        if active != provider.name:
            # onnxruntime falls back to the processor without an error where the libraries of an accelerator are missing.
            sentence = tr("{0} was asked for {1}, and {2} came: its libraries are missing.")
            raise ModelError(sentence.format(provider.title, path.name, title_of(active)))

    @property
    def provider(self) -> str:
        """What the graph really runs on, as the session says, not as was asked."""
        return title_of(str(self._session.get_providers()[0]))

    @property
    def inputs(self) -> list[Port]:
        return [_port(item) for item in self._session.get_inputs()]

    @property
    def outputs(self) -> list[Port]:
        return [_port(item) for item in self._session.get_outputs()]

    def run(self, name: str, values: Array, output: str) -> Array:
        """One output for one input; ModelError where the graph fails on it."""
        return self.run_many({name: values}, output)

    def run_many(self, inputs: Mapping[str, npt.NDArray[Any]], output: str) -> Array:
        """One output for several inputs, integers among them; ModelError where the graph fails on them."""
        try:
            (result,) = self._session.run([output], dict(inputs))
        except Exception as error:
            if not type(error).__module__.startswith("onnxruntime"):
                raise
            raise ModelError(tr("The model {0} failed: {1}").format(self.path.name, first_line(error))) from error
        return np.asarray(result, dtype=np.float32)


def _chain(provider: Provider, threads: int) -> list[Any]:
    """The provider with its options, and the processor for what it does not know."""
    if provider is CPU:
        return [CPU.name]
    _preload(provider)
    return [(provider.name, provider.options_for(threads)), CPU.name]


def _preload(provider: Provider) -> None:
    """CUDA's libraries may lie in packages of pip, where the system does not look for them."""
    import onnxruntime

    if provider.id == "cuda" and hasattr(onnxruntime, "preload_dlls"):
        with contextlib.redirect_stdout(io.StringIO()):
            onnxruntime.preload_dlls()


def _port(item: Any) -> Port:
    return Port(item.name, tuple(size if isinstance(size, int) else None for size in item.shape), item.type)


def first_line(error: Exception) -> str:
    """What onnxruntime says, without its source locations."""
    text = str(error).strip().splitlines()
    return text[0][:300] if text else type(error).__name__
