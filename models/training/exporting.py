"""A trained network to a model's folder: graph, 8 bits, colour and layout beside the learned numbers, description, reference."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
import torch
from answers import main_axes
from network import STRIDE, SmallViT
from onnx import TensorProto, compose, helper, numpy_helper
from torch import Tensor, nn

from imsearch_gui import paths
from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.model_spec import (
    Fact,
    Family,
    InputSpec,
    Interpolation,
    ModelFile,
    ModelSpec,
    OutputSpec,
    PatchSpec,
    Resize,
)
from imsearch_gui.domain.records import Pixels
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.reference import with_reference
from imsearch_gui.encoding.staging import staged
from imsearch_gui.encoding.store import InstalledModel, file_hash, write_spec

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "recipes"))

from towers import THRESHOLDS, Tower, convert, cosines, export, sample_pixels

GRAPH = "model.onnx"
SIDE = 128
"""Of the pictures that the exported graph takes: that of the descriptor."""
PICTURE, VECTOR, PATCHES = "picture", "vector", "patches"
LEARNED = "learned_"
"""What the names of the network's part begin with where colour and layout stand beside it."""
PARTS = 96
"""Numbers that the descriptor's 684 are brought down to, so that a vector stays below 384 with those of the usual network."""
WRITTEN_BY_HAND = ("LICENSE", "README.md")
LARGEST_BYTES = 10_000_000
DESCRIPTOR_BYTES = 320_000


@dataclass(frozen=True)
class Described:
    """What a person has to say of a model."""

    id: str
    title: str
    summary: str
    licence: str = ""
    source: str = "models/training"


@dataclass(frozen=True)
class Descriptor:
    """Colour and layout, as the model `classic` sees them, brought to few numbers."""

    graph: onnx.ModelProto
    mean: npt.NDArray[np.float32]
    """[d]"""
    axes: npt.NDArray[np.float32]
    """[d, PARTS]"""
    weight: float
    """Length of this part of the vector; that of the learned part is 1."""


class _Outputs(nn.Module):
    """The two outputs, of unit length: tensors as the exporter wants them."""

    def __init__(self, network: SmallViT) -> None:
        super().__init__()
        self.network = network

    def forward(self, picture: Tensor) -> tuple[Tensor, Tensor]:
        seen = self.network(picture)
        return nn.functional.normalize(seen.vectors, dim=1), nn.functional.normalize(seen.patches, dim=2)


def exported(
    network: SmallViT,
    folder: Path,
    described: Described,
    *,
    beside: Descriptor | None,
    precision: str,
    facts: tuple[Fact, ...],
) -> ModelSpec:
    """Make the folder of a model, in one step. What a person has written in one that is replaced (LICENSE, README.md) stays.

    Raises ModelError where its vectors are not those of the network, it is too large, or the folder holds something else than a
    model; then nothing is replaced. StorageError where it cannot be written.
    """
    folder = folder.absolute()
    if folder.exists() and any(folder.iterdir()) and not (folder / "model.toml").exists():
        raise ModelError(f"{folder} holds something that is no model: take another folder.")
    with staged(folder.name, target=folder.parent, replace=True) as aside:
        outputs, learned = _Outputs(network).eval(), network.shape.vector
        path = _graph(outputs, aside, beside, precision)
        spec = _described_as(described, path, learned + (PARTS if beside is not None else 0))
        agreement = _agreement(outputs, InstalledModel(spec, aside), learned, THRESHOLDS[precision])
        spec = with_reference(replace(spec, facts=(*facts, agreement)), aside)
        write_spec(spec, aside)
        for name in WRITTEN_BY_HAND:
            if (folder / name).exists():
                shutil.copy2(folder / name, aside / name)
    return spec


def _graph(outputs: nn.Module, folder: Path, beside: Descriptor | None, precision: str) -> Path:
    """Write the graph; raises ModelError where it is too large."""
    tower = Tower(GRAPH, outputs, {PICTURE: torch.zeros(1, 3, SIDE, SIDE)}, VECTOR, further=(PATCHES,))
    path = export(tower, folder)
    convert(path, precision)
    if beside is not None:
        onnx.save(_joined(onnx.load(path), beside), path)
    size = path.stat().st_size
    if size > LARGEST_BYTES:
        raise ModelError(
            f"The graph takes {size / 1e6:.1f} MB, more than {LARGEST_BYTES / 1e6:.0f}: take a smaller network, or 8 bits."
        )
    return path


def _described_as(described: Described, path: Path, dimension: int) -> ModelSpec:
    rows = SIDE // STRIDE
    return ModelSpec(
        id=described.id,
        title=described.title,
        family=Family.VIT,
        dimension=dimension,
        # Not squashed: of 500 pictures of clothes, most of them upright, the teacher alone puts one of the same kind first for .63
        # with the middle cut out, and for .58 with the whole squashed into as many pixels.
        input=InputSpec(
            width=SIDE,
            height=SIDE,
            resize=Resize.SHORT_SIDE,
            resize_to=SIDE,
            interpolation=Interpolation.BILINEAR,
            mean=(0.0,) * 3,
            std=(1.0,) * 3,
            name=PICTURE,
        ),
        output=OutputSpec(VECTOR),
        files=(ModelFile(GRAPH, file_hash(path), path.stat().st_size),),
        summary=described.summary,
        licence=described.licence,
        source=described.source,
        patches=PatchSpec(PATCHES, rows, rows),
    )


def expected_bytes(network: SmallViT) -> int:
    """Of the graph in 8 bits: its products take one a weight, the rest four; and the descriptor's few axes."""
    left_out = {
        id(part) for head in (network.to_map, network.to_classes) if head is not None for part in head.parameters()
    }
    products = sum(
        part.weight.numel()
        for part in network.modules()
        if isinstance(part, nn.Linear) and id(part.weight) not in left_out
    )
    learned = sum(part.numel() for part in network.parameters() if id(part) not in left_out)
    return products + 4 * (learned - products) + DESCRIPTOR_BYTES


def _agreement(outputs: nn.Module, model: InstalledModel, learned: int, least: float) -> Fact:
    """That the learned numbers of the graph, and its patches, are those of the network, on sample pictures."""
    pixels = sample_pixels(model.spec.input)
    with torch.no_grad():
        wanted = [part.numpy() for part in outputs(torch.from_numpy(pixels).permute(0, 3, 1, 2).float() / 255)]
    encoder = open_encoder(model)
    ours = encoder.encode(pixels)[:, :learned], np.stack([encoder.patches(picture) for picture in pixels])
    found, of_patches = (
        cosines(one.reshape(len(pixels), -1), other.reshape(len(pixels), -1))
        for one, other in zip(ours, wanted, strict=True)
    )
    worst, mean = min(found), float(np.mean(found))
    for what, lowest in (("vectors", worst), ("patches", min(of_patches))):
        if lowest < least:
            raise ModelError(
                f"The exported graph gives other {what} than the network (cosine {lowest:.4f}): take a higher precision."
            )
    return Fact(
        "agreement with the network as it was trained",
        f"cosine {worst:.4f} at least, {mean:.4f} on the average",
        f"measured at the export, {len(pixels)} samples",
        verified=True,
    )


# -- colour and layout ----------------------------------------------------------------------------------------------------


def descriptor(pictures: Pixels, weight: float) -> Descriptor:
    """Fit the few numbers to pictures uint8 [n, s, s, 3]: the directions in which those differ most."""
    graph = onnx.load(paths.built_in_models() / "classic" / "classic.onnx")
    mean, axes = main_axes(list(_described(graph, pictures)), PARTS)
    return Descriptor(graph, mean.astype(np.float32), axes.astype(np.float32), weight)


def _described(graph: onnx.ModelProto, pictures: Pixels) -> Iterator[npt.NDArray[np.float32]]:
    session = onnxruntime.InferenceSession(graph.SerializeToString(), providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    for start in range(0, len(pictures), 64):
        some = [
            cv2.resize(picture, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR)
            for picture in pictures[start : start + 64]
        ]
        values = np.stack(some).transpose(0, 3, 1, 2).astype(np.float32) / 255
        yield session.run(None, {name: values})[0]


def _joined(student: onnx.ModelProto, beside: Descriptor) -> onnx.ModelProto:
    """One graph whose vector holds both: the student's, and the descriptor's few numbers."""
    learned, made = compose.add_prefix(student, LEARNED), compose.add_prefix(beside.graph, "made_")
    whole = np.float32(1 / np.sqrt(1 + beside.weight**2))
    constants = {
        "mean": beside.mean,
        "axes": beside.axes,
        "learned_share": whole,
        "made_share": np.float32(beside.weight) * whole,
    }
    made_input, made_vector = made.graph.input[0].name, made.graph.output[0].name
    nodes = [
        helper.make_node("Identity", [PICTURE], [learned.graph.input[0].name]),
        helper.make_node("Identity", [PICTURE], [made_input]),
        *learned.graph.node,
        *made.graph.node,
        helper.make_node("Sub", [made_vector, "mean"], ["centred"]),
        helper.make_node("MatMul", ["centred", "axes"], ["few"]),
        helper.make_node("LpNormalization", ["few"], ["few_unit"], axis=1, p=2),
        helper.make_node("Mul", ["few_unit", "made_share"], ["made_part"]),
        helper.make_node("Mul", [f"{LEARNED}{VECTOR}", "learned_share"], ["learned_part"]),
        helper.make_node("Concat", ["learned_part", "made_part"], [VECTOR], axis=1),
        helper.make_node("Identity", [f"{LEARNED}{PATCHES}"], [PATCHES]),
    ]
    size = len(beside.axes[0]) + int(learned.graph.output[0].type.tensor_type.shape.dim[1].dim_value)
    graph = helper.make_graph(
        nodes,
        "small_vit",
        [helper.make_tensor_value_info(PICTURE, TensorProto.FLOAT, ["n", 3, SIDE, SIDE])],
        [
            helper.make_tensor_value_info(VECTOR, TensorProto.FLOAT, ["n", size]),
            helper.make_tensor_value_info(PATCHES, TensorProto.FLOAT, ["n", None, None]),
        ],
        [
            *learned.graph.initializer,
            *made.graph.initializer,
            *(numpy_helper.from_array(np.asarray(value), name) for name, value in constants.items()),
        ],
    )
    opsets = {one.domain: one for one in student.opset_import}
    versions = {one.domain: one.version for one in beside.graph.opset_import}
    assert all(opsets[domain].version == version for domain, version in versions.items()), (
        "build.py writes another opset"
    )
    model = helper.make_model(graph, opset_imports=list(opsets.values()), ir_version=student.ir_version)
    onnx.checker.check_model(model)
    return model
