"""What an ONNX file says of itself, without running it and without its weights; refused is what can never become a model here."""

from __future__ import annotations

import math
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, Any

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.proposal import Port
from imsearch_gui.domain.wording import count, size
from imsearch_gui.encoding.foreign_files import HEAD, foreign_kind
from imsearch_gui.encoding.graph_head import Scaling, patch_size, scaling_of
from imsearch_gui.encoding.slim import NotOnnxError, read_slim

if TYPE_CHECKING:
    import onnx

LARGEST_FILE = 2**31
"""Bytes of a protocol buffer; a larger model keeps its weights in a file beside it."""
LEAST_SHARE = 1.05
"""Memory that loading takes, as a multiple of the files: the least that was measured (float32 with external weights).

Weights in the graph itself: 1.14; int8: 1.7; half precision: 2.3 to 3.2; VGG16, whose kernels are reordered: 2.7
(models/README.md).
"""
MOST_SHARE = 3.2

DOMAINS = frozenset(
    {
        "",
        "ai.onnx",
        "ai.onnx.ml",
        "ai.onnx.training",
        "ai.onnx.preview",
        "ai.onnx.preview.training",
        "com.microsoft",
        "com.microsoft.nchwc",
        "com.microsoft.experimental",
        "com.ms.internal.nhwc",
    }
)
"""Families of operators that onnxruntime has; whether it has each of them, the trial tells."""


@dataclass(frozen=True, slots=True)
class GraphFacts:
    """What one file says."""

    path: Path
    inputs: tuple[Port, ...]
    outputs: tuple[Port, ...]
    opset: int
    operators: Mapping[str, int]
    """How often each occurs, in subgraphs and functions, too."""
    external: tuple[str, ...]
    """Files with weights, relative to the graph's folder."""
    size: int
    """Bytes of the graph and its external files."""
    weights: int
    """Bytes of the weights as the graph declares them."""
    producer: str
    metadata: Mapping[str, str]
    scaling: Mapping[str, Scaling]
    """Of each input that the graph scales before anything else."""
    patch: tuple[int, int] | None
    """(height, width) of the patches that the first convolution makes."""

    @property
    def nodes(self) -> int:
        return sum(self.operators.values())


def read_facts(path: Path) -> GraphFacts:
    """Look into a file; ModelError with one sentence for what cannot become a model here."""
    length = _check_file(path)
    try:
        model = read_slim(path)
    except NotOnnxError as error:
        raise ModelError(tr("{0} is not an ONNX model that can be read: {1}.").format(path.name, str(error))) from error
    except OSError as error:
        raise ModelError(tr("{0} cannot be read ({1}).").format(path, error.strerror or str(error))) from error
    if not model.ir_version or not model.graph.node or not model.graph.output:
        raise ModelError(tr("{0} is not an ONNX model: it holds no graph that gives something.").format(path.name))
    if not model.opset_import:
        raise ModelError(
            tr("{0} is not whole: it does not say which version of ONNX it needs, so export it again.").format(
                path.name
            )
        )
    return _facts(path, model, length)


def check_memory(facts: Iterable[GraphFacts], *, available: int | None = None) -> None:
    """Refuse what needs more memory than there is, whatever is done; `available` in bytes, asked of the system if not given."""
    import psutil

    graphs = list(facts)
    there = psutil.virtual_memory().available if available is None else available
    needed = round(sum(graph.size for graph in graphs) * LEAST_SHARE)
    if needed > there:
        sentence = tr(
            "{0} needs at least {1} of memory, and only {2} are free: close other programs, or choose a smaller model."
        )
        raise ModelError(sentence.format(graphs[0].path.name, size(needed), size(there)))


def _check_file(path: Path) -> int:
    """Bytes of the file; ModelError where a look at its beginning is enough."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ModelError(tr("{0} is a folder: choose the .onnx file in it.").format(path.name))
        if not stat.S_ISREG(status.st_mode):
            raise ModelError(tr("{0} is not a file: choose an .onnx file.").format(path.name))
        with path.open("rb") as file:
            head = file.read(HEAD)
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        why = getattr(error, "strerror", None) or str(error)
        raise ModelError(tr("{0} cannot be read ({1}).").format(path, why)) from error
    if said := foreign_kind(path, head):
        raise ModelError(said)
    if status.st_size >= LARGEST_FILE:
        sentence = tr(
            "{0} has {1}, and an ONNX file can have no more than {2}: export it with its weights in a file of their own (external"
            " data)."
        )
        raise ModelError(sentence.format(path.name, size(status.st_size), size(LARGEST_FILE)))
    return status.st_size


def _facts(path: Path, model: onnx.ModelProto, length: int) -> GraphFacts:
    graph = model.graph
    nodes = [node for part in (graph, *model.functions) for node in _nodes(part)]
    _check_domains(path, model, nodes)
    tensors = list(_tensors(graph, nodes))
    external = _external_files(path, tensors)
    given = {tensor.name for tensor in graph.initializer} | {item.values.name for item in graph.sparse_initializer}
    inputs = tuple(_port(item) for item in graph.input if item.name not in given)
    scalings = {port.name: scaling_of(graph, port.name) for port in inputs}
    return GraphFacts(
        path=path,
        inputs=inputs,
        outputs=tuple(_port(item) for item in graph.output),
        opset=max((item.version for item in model.opset_import if item.domain in ("", "ai.onnx")), default=0),
        operators=Counter(node.op_type for node in nodes),
        external=tuple(external),
        size=length + sum(external.values()),
        weights=sum(_bytes_of(tensor) for tensor in tensors),
        producer=f"{model.producer_name} {model.producer_version}".strip(),
        metadata={item.key: item.value for item in model.metadata_props},
        scaling={name: scaling for name, scaling in scalings.items() if scaling is not None},
        patch=patch_size(graph),
    )


def _port(item: onnx.ValueInfoProto) -> Port:
    """As onnxruntime describes it; what is no tensor has no shape."""
    from onnx import TensorProto

    tensor = item.type.tensor_type
    kinds = {value: name.lower() for name, value in TensorProto.DataType.items()}
    sizes = tuple(side.dim_value if side.WhichOneof("value") == "dim_value" else None for side in tensor.shape.dim)
    free = tuple(None if size is not None and size < 0 else size for size in sizes)
    return Port(item.name, free, f"tensor({kinds.get(tensor.elem_type, 'undefined')})")


def _nodes(part: Any) -> Iterator[onnx.NodeProto]:
    """Every operator of a graph or function, and of the graphs in it."""
    for node in part.node:
        yield node
        for item in node.attribute:
            for inner in _inner_graphs(item):
                yield from _nodes(inner)


def _inner_graphs(item: onnx.AttributeProto) -> list[onnx.GraphProto]:
    return [*([item.g] if item.HasField("g") else []), *item.graphs]


def _tensors(graph: onnx.GraphProto, nodes: list[onnx.NodeProto]) -> Iterator[onnx.TensorProto]:
    """Every tensor that may hold weights, wherever it is."""
    items = [item for node in nodes for item in node.attribute]
    sparse: list[onnx.SparseTensorProto] = []
    for inner in (graph, *(inner for item in items for inner in _inner_graphs(item))):
        yield from inner.initializer
        sparse.extend(inner.sparse_initializer)
    for item in items:
        yield from (*([item.t] if item.HasField("t") else []), *item.tensors)
        sparse.extend([*([item.sparse_tensor] if item.HasField("sparse_tensor") else []), *item.sparse_tensors])
    for pair in sparse:
        yield from (pair.values, pair.indices)


def _bytes_of(tensor: onnx.TensorProto) -> int:
    from onnx import TensorProto, helper

    if tensor.data_type in (TensorProto.UNDEFINED, TensorProto.STRING):
        return 0
    try:
        kind = helper.tensor_dtype_to_np_dtype(tensor.data_type)
    except (KeyError, ValueError, TypeError):  # a kind of number that this version does not know; onnxruntime will tell
        return 0
    return int(math.prod(max(0, side) for side in tensor.dims) * kind.itemsize)


def _check_domains(path: Path, model: onnx.ModelProto, nodes: Iterable[onnx.NodeProto]) -> None:
    own = {(function.domain, function.name) for function in model.functions}
    missing = sorted(
        {
            f"{node.domain}.{node.op_type}"
            for node in nodes
            if node.domain not in DOMAINS and (node.domain, node.op_type) not in own
        }
    )
    if missing:
        named = ", ".join(missing[:3])
        if len(missing) > 3:
            named = tr("{0} and %Ln other(s)", "operators", len(missing) - 3).format(named)
        sentence = tr(
            "{0} needs operators that are no part of ONNX and that this program does not have ({1}): export it without them."
        )
        raise ModelError(sentence.format(path.name, named))


def _external_files(path: Path, tensors: Iterable[onnx.TensorProto]) -> dict[str, int]:
    """Each file with weights, and its bytes; ModelError for one that is missing, too short or somewhere else."""
    from onnx import TensorProto

    needed: dict[str, int] = {}
    for tensor in tensors:
        if tensor.data_location == TensorProto.EXTERNAL:
            said = {item.key: item.value for item in tensor.external_data}
            location = said.get("location", "")
            needed[location] = max(needed.get(location, 0), _end_of(said, tensor))
    return {location: _external_size(path, location, end) for location, end in needed.items()}


def _end_of(said: Mapping[str, str], tensor: onnx.TensorProto) -> int:
    try:
        return int(said.get("offset", "0")) + int(said.get("length", _bytes_of(tensor)))
    except ValueError:
        return 0  # onnxruntime will tell


def _external_size(path: Path, location: str, end: int) -> int:
    parts = PureWindowsPath(location).parts  # it knows both kinds of slashes, drives and servers
    if not parts or PureWindowsPath(location).anchor or ".." in parts:
        sentence = tr(
            "{0} wants its weights from “{1}”, outside its own folder, and no model may read there: export it again with its"
            " weights beside it."
        )
        raise ModelError(sentence.format(path.name, location))
    folder, place = path.parent.resolve(), path.parent / location
    try:
        inside = place.resolve(strict=True).is_relative_to(folder)
        status = place.stat()
    except (OSError, ValueError, RuntimeError):  # ValueError: a zero byte; RuntimeError: links in a circle
        sentence = tr("The weights of {0} are missing: put the file “{1}” that came with it into the same folder.")
        raise ModelError(sentence.format(path.name, location)) from None
    if not inside:
        sentence = tr("The weights of {0}, “{1}”, are a link to another folder: put the file itself beside the model.")
        raise ModelError(sentence.format(path.name, location))
    if not stat.S_ISREG(status.st_mode):
        raise ModelError(tr("The weights of {0} are missing: “{1}” is not a file.").format(path.name, location))
    if status.st_size < end:
        sentence = tr("The weights of {0} are not whole: “{1}” has {2} bytes of at least {3}; download it again.")
        raise ModelError(sentence.format(path.name, location, count(status.st_size), count(end)))
    return status.st_size
