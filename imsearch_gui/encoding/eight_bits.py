"""A second form of a transformer, whose weights have 8 bits: several times as quick on processors that multiply such numbers.

It is made once, when a model comes to this machine, and kept beside it with what was measured: how far its vectors agree with
those of the full form on the sample pictures, and how much quicker one picture goes through it on one thread. Only where both
are good enough is it offered; why it is not is kept as well, and told.
"""

from __future__ import annotations

import platform
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
import tomli_w

from imsearch_gui import disk
from imsearch_gui.domain.errors import ModelError, StorageError
from imsearch_gui.domain.model_spec import Family
from imsearch_gui.domain.reasons import DIFFERS, DISK_REFUSES, GRAPH_UNREADABLE, HAS_8_BITS, NOT_FASTER, NOT_QUANTISED
from imsearch_gui.domain.records import Pixels
from imsearch_gui.encoding.guard import Guarded, Limits
from imsearch_gui.encoding.session import first_line
from imsearch_gui.encoding.store import EIGHT_BITS, EIGHT_BITS_NOTE, EightBits, InstalledModel, file_hash, source_of

if TYPE_CHECKING:
    import onnx

    from imsearch_gui.encoding.encoder import Encoder

TRIED: Final = ("QInt8", "QUInt8")
"""Signed weights are what VNNI multiplies: 1.7 times as quick as unsigned ones on a processor that has that and no AMX."""
KINDS: Final = ("MatMul", "Gemm")
LEAST_BYTES: Final = 8_000_000
"""A smaller graph is quick enough as it is."""
LOWEST: Final = 0.995
MEDIAN: Final = 0.999
"""Cosines to the full form that the lowest and the median picture must reach."""
FASTER: Final = 1.3
"""Below, it is not worth a second form."""
NEAREST: Final = 10
ROUNDS: Final = 5
LARGEST_FILE: Final = 1_900_000_000
"""A graph beyond this keeps its weights in a second file (protobuf ends at 2 GiB)."""
_MEMORY_SHARE: Final = 8
"""Times the size of the graph that quantising takes: it holds some copies of it."""
_ROOM: Final = 1_000_000_000
_SECONDS: Final = 600.0
_ASIDE: Final = ".eight-bits-"

_Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Form:
    """What was measured of one kind of weights."""

    weights: str
    faster: float
    lowest: float
    median: float
    shared: float

    @property
    def agrees(self) -> bool:
        return self.lowest >= LOWEST and self.median >= MEDIAN


def worth_trying(model: InstalledModel) -> bool:
    """Whether a model is of a kind that gains by it: a transformer in full precision that is not small."""
    return model.spec.family in (Family.VIT, Family.CLIP) and model.graph_path is not None and model.size >= LEAST_BYTES


def try_it(model: InstalledModel, pixels: Pixels) -> EightBits:
    """Make the form beside the model, measure it on `pixels` [n, height, width, 3], and keep it where it is good.

    Nothing of this can keep a model from being used: what goes wrong becomes the reason why there is no such form; it is kept where
    it is the model's, not where it is the disk's. The graph runs in a process of its own.
    """
    full = replace(model, eight_bits=False)
    try:
        return _tried(full, pixels)
    except StorageError as error:
        return EightBits(taken=False, why=str(error))


def _tried(full: InstalledModel, pixels: Pixels) -> EightBits:
    _tidy(full.folder)
    try:
        verdict = Guarded(full.spec.title, make, full, pixels, limits=_limits(full)).run()
    except ModelError as error:
        verdict = EightBits(taken=False, why=str(error).rstrip("."))
    verdict = replace(verdict, source=source_of(full))
    with _on_disk():
        if not verdict.taken:
            (full.folder / EIGHT_BITS).unlink(missing_ok=True)
        disk.write(full.folder / EIGHT_BITS_NOTE, tomli_w.dumps(asdict(verdict)).encode())
    return verdict


@contextmanager
def _on_disk() -> Iterator[None]:
    """What the disk refuses, as StorageError with the reason."""
    try:
        yield
    except OSError as error:
        raise StorageError(DISK_REFUSES.format(error.strerror or error)) from error


def _tidy(folder: Path) -> None:
    """What a try that was broken off has left."""
    for left in folder.glob(f"{_ASIDE}*"):
        shutil.rmtree(left, ignore_errors=True)


def _limits(model: InstalledModel) -> Limits:
    import psutil

    wanted = _ROOM + _MEMORY_SHARE * model.size
    return Limits(round(min(wanted, psutil.virtual_memory().available * 0.8)), _SECONDS)


def make(model: InstalledModel, pixels: Pixels) -> EightBits:
    """The work of `try_it`, in the process of its own. Raises StorageError where the form cannot be written."""
    with _on_disk():
        return _made(model, pixels)


def _made(model: InstalledModel, pixels: Pixels) -> EightBits:
    import onnx
    import onnxruntime
    from google.protobuf.message import DecodeError

    assert model.graph_path is not None
    try:
        graph = onnx.load(model.graph_path)
    except (OSError, ValueError, DecodeError) as error:
        return EightBits(taken=False, why=GRAPH_UNREADABLE.format(first_line(error)))
    if any(node.op_type.startswith(("DynamicQuantize", "QLinear", "MatMulInteger")) for node in graph.graph.node):
        return EightBits(taken=False, why=HAS_8_BITS)
    place = model.folder / EIGHT_BITS
    with tempfile.TemporaryDirectory(dir=model.folder, prefix=_ASIDE) as folder:
        tried = {weights: Path(folder, f"{weights}.onnx") for weights in TRIED}
        for weights, file in tried.items():
            try:
                small = quantised(graph, weights)
            except OSError:
                raise
            except Exception as error:  # noqa: BLE001
                # The quantiser fails on what it was not made for with whatever its code runs into.
                return EightBits(taken=False, why=NOT_QUANTISED.format(first_line(error)))
            onnx.save(small, file)
        del graph, small
        best, why = _best_of(model, tried, pixels)
        if best is None:
            return EightBits(taken=False, why=why)
        tried[best.weights].replace(place)
    return EightBits(
        taken=True,
        **asdict(best),
        pictures=len(pixels),
        sha256=file_hash(place),
        size=place.stat().st_size,
        made_with=f"onnxruntime {onnxruntime.__version__}, {platform.machine()}",
    )


def quantised(graph: onnx.ModelProto, weights: str, kinds: Sequence[str] = KINDS) -> onnx.ModelProto:
    """The graph with the weights of its products in 8 bits, a scale for each channel; activations are brought to 8 bits as they
    come, so that no sample of pictures is needed (dynamic quantisation)."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    plain = onnx.ModelProto()
    plain.CopyFrom(graph)
    # An exporter's notes on shapes in between contradict what the quantiser makes of them; it works them out itself.
    del plain.graph.value_info[:]
    large = plain.ByteSize() > LARGEST_FILE
    with tempfile.TemporaryDirectory() as folder:
        given, prepared, result = (str(Path(folder) / f"{step}.onnx") for step in ("given", "prepared", "result"))
        onnx.save(plain, given, save_as_external_data=large, location="given.data")
        quant_pre_process(
            given,
            prepared,
            skip_symbolic_shape=True,
            save_as_external_data=large,
            all_tensors_to_one_file=True,
            external_data_location="prepared.data",
        )
        quantize_dynamic(
            prepared,
            result,
            op_types_to_quantize=list(kinds),
            per_channel=True,
            weight_type=QuantType[weights],
            use_external_data_format=large,
        )
        return onnx.load(result)


def _best_of(model: InstalledModel, tried: Mapping[str, Path], pixels: Pixels) -> tuple[_Form | None, str]:
    """The quickest form that agrees with the full one, or why there is none.

    A few runs tell how quick a form is, and many how well it agrees: that is asked of those alone which are quick enough.
    """
    from imsearch_gui.encoding.encoder import OnnxEncoder

    full = OnnxEncoder(model, 1)
    small = {weights: OnnxEncoder(model, 1, graph=graph) for weights, graph in tried.items()}
    speeds = {weights: round(_ratio(full, encoder, pixels[:1]), 2) for weights, encoder in small.items()}
    quick = sorted((weights for weights in small if speeds[weights] >= FASTER), key=speeds.__getitem__, reverse=True)
    if not quick:
        return None, NOT_FASTER.format(f"{max(speeds.values()):.1f}")
    expected = full.encode(pixels)
    found: list[_Form] = []
    for weights in quick:
        form = _Form(weights, speeds[weights], *_agreement(expected, small[weights].encode(pixels)))
        if form.agrees:
            return form, ""
        found.append(form)
    nearest = max(found, key=lambda form: form.median)
    return None, DIFFERS.format(f"{nearest.median:.4f}", f"{nearest.lowest:.4f}")


def _agreement(expected: _Vectors, vectors: _Vectors) -> tuple[float, float, float]:
    """(lowest cosine, median cosine, share of the ten nearest that are the same) of two arrays [n, dimension] of the same
    pictures."""
    exact = (one.astype(np.float64) for one in (expected, vectors))
    rows = [one / np.maximum(np.linalg.norm(one, axis=1, keepdims=True), 1e-12) for one in exact]
    cosines = (rows[0] * rows[1]).sum(axis=1)
    nearest = [np.argsort(-(row @ row.T), axis=1)[:, 1 : NEAREST + 1] for row in rows]
    shared = np.mean([len(set(one) & set(other)) / len(one) for one, other in zip(*nearest, strict=True)])
    return round(float(cosines.min()), 5), round(float(np.median(cosines)), 5), round(float(shared), 3)


def _ratio(full: Encoder, small: Encoder, picture: Pixels) -> float:
    """How many times as long the full form takes, in turn with the other, so that what else the machine does falls on both."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for encoder, spent in zip((full, small), times, strict=True):
            began = time.perf_counter()
            encoder.encode(picture)
            spent.append(time.perf_counter() - began)
    return float(np.median(times[0]) / np.median(times[1]))
