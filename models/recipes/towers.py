"""What every recipe needs: towers to graphs, graphs to a model's folder, and the check against the original."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch

from imsearch_gui import paths
from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.metrics import Matrix, Metric, scores
from imsearch_gui.domain.model_spec import Fact, Family, InputSpec, ModelFile, ModelSpec, OutputSpec
from imsearch_gui.domain.records import Pixels
from imsearch_gui.encoding.eight_bits import LARGEST_FILE, quantised
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.pooling import vectors_of
from imsearch_gui.encoding.preprocess import tensor
from imsearch_gui.encoding.reference import with_reference
from imsearch_gui.encoding.store import InstalledModel, file_hash, write_spec
from imsearch_gui.encoding.text import open_text_encoder
from imsearch_gui.encoding.tokenizer import Tokenizer
from imsearch_gui.imaging import decoder, resize

OPSET = 18
TABLES_TOO = ("MatMul", "Gemm", "Gather")
"""The table of tokens is most of a text tower."""
THRESHOLDS = {"fp32": 0.99999, "fp16": 0.999, "int8": 0.98}
"""Worst cosine to the original that is let pass."""
CHECKED = 8
"""Sample pictures of the comparison."""
SENTENCES = ("a red balloon over a city", "two dogs on a beach", "ein altes Haus im Schnee", "7 boats, at night!")


@dataclass
class Tower:
    """A network that becomes one graph: tensors in by name, one tensor out, or several."""

    file: str
    module: torch.nn.Module
    example: dict[str, torch.Tensor]
    output: str
    free: dict[str, dict[int, str]] = field(default_factory=dict)
    """Per input: dimensions that may have any size; only the first where nothing is said."""
    further: tuple[str, ...] = ()
    """Names of the tensors that come after `output`."""


@dataclass
class Made:
    """What a recipe has loaded, before it is exported."""

    spec: ModelSpec
    picture: Tower
    words: Tower | None = None
    write_tokenizer: Callable[[Path], None] | None = None


def say(text: str) -> None:
    """A line of progress."""
    print(text, flush=True)


def finish(made: Made, folder: Path, precision: str) -> ModelSpec:
    """Export, convert, compare, describe; raises ModelError where the result is not what the original was."""
    if precision == "int8" and made.spec.family is Family.CNN:
        raise ModelError("8 bits are for transformers: a CNN gets slower by it; take --precision fp16.")
    towers = [made.picture] + ([made.words] if made.words is not None else [])
    for tower in towers:
        convert(export(tower, folder), precision)
    if made.write_tokenizer is not None:
        made.write_tokenizer(folder)
    names = [tower.file for tower in towers]
    names += sorted(path.name for path in folder.iterdir() if path.name not in names)
    files = tuple(ModelFile(name, file_hash(folder / name), (folder / name).stat().st_size) for name in names)
    spec = replace(made.spec, files=files)
    facts = [_compared("pictures", _pictures(made, spec, folder), precision)]
    if made.words is not None:
        facts.append(_compared("words", _words(made, spec, folder), precision))
    spec = with_reference(replace(spec, facts=spec.facts + tuple(facts)), folder)
    write_spec(spec, folder)
    return spec


# -- graphs -------------------------------------------------------------------------------------------------------------


def export(tower: Tower, folder: Path) -> Path:
    """Write the graph of a tower."""
    say(f"exporting {tower.file}")
    path = folder / tower.file
    shapes = {
        name: {axis: torch.export.Dim(label) for axis, label in tower.free.get(name, {0: "batch"}).items()}
        for name in tower.example
    }
    with _quiet(), torch.no_grad():
        torch.onnx.export(
            tower.module.eval(),
            kwargs=tower.example,
            f=str(path),
            input_names=list(tower.example),
            output_names=[tower.output, *tower.further],
            dynamic_shapes=shapes,
            opset_version=OPSET,
            dynamo=True,
            external_data=_weight(tower.module) > LARGEST_FILE,
            verbose=False,
        )
    return path


@contextmanager
def _quiet() -> Iterator[None]:
    """What exporters and converters say of themselves is for those who develop them."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        with (
            Path(os.devnull).open("w") as nowhere,
            redirect_stdout(nowhere),
            redirect_stderr(nowhere),
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)


def _weight(module: torch.nn.Module) -> int:
    """Bytes of all weights."""
    return sum(part.numel() * part.element_size() for part in module.parameters())


def convert(path: Path, precision: str) -> None:
    """Bring the weights of a graph to another precision, in place."""
    if precision == "fp32":
        return
    say(f"converting {path.name} to {precision}")
    with _quiet():
        graph = onnx.load(path)
        converted = _half(graph) if precision == "fp16" else quantised(graph, "QUInt8", TABLES_TOO)
        _save(converted, path)


def _half(graph: onnx.ModelProto) -> onnx.ModelProto:
    """Inputs and outputs stay float32."""
    from onnxruntime.transformers.float16 import convert_float_to_float16

    # The exporter has written all shapes; to work them out anew would need the graph in one piece, which ends at 2 GB.
    half: onnx.ModelProto = convert_float_to_float16(graph, keep_io_types=True, disable_shape_infer=True)
    return half


def _save(graph: onnx.ModelProto, path: Path) -> None:
    """In the place of the graph that was there, its weights included."""
    weights = path.with_name(f"{path.name}.data")
    weights.unlink(missing_ok=True)
    path.unlink()
    onnx.save(graph, path, save_as_external_data=graph.ByteSize() > LARGEST_FILE, location=weights.name)


# -- against the original -----------------------------------------------------------------------------------------------


def _compared(what: str, cosines: Sequence[float], precision: str) -> Fact:
    worst, mean = min(cosines), float(np.mean(cosines))
    say(f"{what}: cosine to the original at least {worst:.6f}, on the average {mean:.6f}")
    if not worst >= THRESHOLDS[precision]:
        raise ModelError(
            f"The {precision} export gives other vectors than the original ({what}: cosine {worst:.4f}, wanted"
            f" {THRESHOLDS[precision]}): {'tell us' if precision == 'fp32' else 'take a higher precision'}."
        )
    return Fact(
        f"agreement with the original, {what}",
        f"cosine {worst:.6f} at least, {mean:.6f} on the average ({precision})",
        f"measured at the export, {len(cosines)} samples",
        verified=True,
    )


def sample_pixels(given: InputSpec, count: int = CHECKED) -> Pixels:
    """uint8 [count, height, width, 3] of the sample pictures, as the program brings them to the input size."""
    files = sorted(path for path in paths.samples().rglob("*") if path.suffix in (".jpg", ".png"))
    files = files[:: max(1, len(files) // count)][:count]
    return np.stack([resize.fit(decoder.decode(decoder.read(path)).pixels, given) for path in files])


def _pictures(made: Made, spec: ModelSpec, folder: Path) -> list[float]:
    pixels = sample_pixels(spec.input)
    ours = open_encoder(InstalledModel(spec, folder), threads=os.cpu_count() or 1).encode(pixels)
    name = next(iter(made.picture.example))
    theirs = [
        vectors_of(run(made.picture, {name: torch.from_numpy(tensor(pixels[i : i + 1], spec.input))}), spec.output)
        for i in range(len(pixels))
    ]
    return cosines(ours, np.concatenate(theirs))


def _words(made: Made, spec: ModelSpec, folder: Path) -> list[float]:
    assert made.words is not None and spec.text is not None
    ours = open_text_encoder(InstalledModel(spec, folder), threads=os.cpu_count() or 1).encode(SENTENCES)
    tokenizer = Tokenizer(folder / spec.text.tokenizer, spec.text)
    how = OutputSpec(pooling=spec.text.pooling, normalise=spec.text.normalise)
    theirs = [
        vectors_of(run(made.words, {spec.text.input: torch.from_numpy(tokenizer.encode(text).ids[None])}), how)
        for text in SENTENCES
    ]
    return cosines(ours, np.concatenate(theirs))


def run(tower: Tower, inputs: dict[str, torch.Tensor]) -> npt.NDArray[np.float32]:
    """What the original network gives."""
    with torch.no_grad():
        output: npt.NDArray[np.float32] = tower.module.eval()(**inputs).float().cpu().numpy()
    return output


def cosines(one: Matrix, other: Matrix) -> list[float]:
    """Row by row."""
    return [float(scores(a, b, Metric.COSINE)[0]) for a, b in zip(one, other, strict=True)]
