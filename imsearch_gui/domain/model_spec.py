"""A model is data: what `model.toml` says, checked. Unknown keys and values are refused by name."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from imsearch_gui.domain.errors import ModelError

SCHEMA = 1

IMAGENET_MEAN = (0.485, 0.456, 0.406)
IMAGENET_STD = (0.229, 0.224, 0.225)


class Family(StrEnum):
    """What kind of model it is."""

    PIXEL = "pixel"
    """The resized pixels themselves, z-scored with the library's mean and standard deviation; no file."""
    DESCRIPTOR = "descriptor"
    CNN = "cnn"
    VIT = "vit"
    CLIP = "clip"


class Resize(StrEnum):
    """How a picture is brought to the input size."""

    SQUASH = "squash"
    """Both sides to the input size, whatever the aspect ratio."""
    SHORT_SIDE = "short_side"
    """The short side to `resize_to`, then the centre is cut out."""
    PAD = "pad"
    """The long side to the input size, the rest filled with `pad_value`, picture centred."""


class Rounding(StrEnum):
    """How SHORT_SIDE rounds; toolkits differ, and half a pixel is enough to move a vector (docs/models.md)."""

    NEAREST = "nearest"
    """The long side to the nearest whole number, the cut from the rounded-down offset: what plain Pillow scripts do."""
    TORCHVISION = "torchvision"
    """The long side cut off to a whole number, the cut from the nearest offset, halves to even."""
    TRANSFORMERS = "transformers"
    """The long side cut off to a whole number, the cut from the rounded-down offset."""


class Interpolation(StrEnum):
    NEAREST = "nearest"
    BOX = "box"
    BILINEAR = "bilinear"
    BICUBIC = "bicubic"
    LANCZOS = "lanczos"


class Layout(StrEnum):
    NCHW = "nchw"
    NHWC = "nhwc"


class Channels(StrEnum):
    RGB = "rgb"
    BGR = "bgr"


class Pooling(StrEnum):
    """How the output becomes one vector. [n, d] needs none; tokens are [n, t, d]; maps are [n, c, h, w]."""

    NONE = "none"
    CLS = "cls"
    """The first token."""
    MEAN = "mean"
    MAX = "max"
    """MAC: the largest activation of each channel."""
    GEM = "gem"
    """Generalised mean with p = 3 (Radenovic et al. 2018)."""
    RMAC = "rmac"
    """Regional MAC (Tolias et al. 2016), three levels."""
    FLATTEN = "flatten"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A file of the model's folder; `sha256` in hex, `size` in bytes, None where not known."""

    path: str
    sha256: str | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class InputSpec:
    """How a picture becomes the input tensor: (pixel * scale - mean) / std for each channel, in RGB order."""

    width: int = 224
    height: int = 224
    resize: Resize = Resize.SHORT_SIDE
    resize_to: int = 256
    """Only for SHORT_SIDE, in pixels."""
    rounding: Rounding = Rounding.NEAREST
    """Only for SHORT_SIDE."""
    interpolation: Interpolation = Interpolation.BICUBIC
    mean: tuple[float, float, float] = IMAGENET_MEAN
    std: tuple[float, float, float] = IMAGENET_STD
    scale: float = 1 / 255
    layout: Layout = Layout.NCHW
    channels: Channels = Channels.RGB
    pad_value: int = 128
    name: str | None = None
    """Name of the graph's input; None where it has only one."""


@dataclass(frozen=True, slots=True)
class OutputSpec:
    """Which output of the graph is taken, and how it becomes the vector."""

    name: str | None = None
    pooling: Pooling = Pooling.NONE
    normalise: bool = False
    """Scale each vector to length 1."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A test picture and the vector it must give, both files of the model's folder."""

    picture: str
    vector: str


@dataclass(frozen=True, slots=True)
class ModelSpec:
    """Everything the program needs to know of a model."""

    id: str
    title: str
    family: Family
    dimension: int
    input: InputSpec = InputSpec()
    output: OutputSpec = OutputSpec()
    files: tuple[ModelFile, ...] = ()
    """The first is the graph of the image tower; empty for the pixel family."""
    summary: str = ""
    """What it is good for, one sentence for the user."""
    licence: str = ""
    source: str = ""
    reference: Reference | None = None

    @property
    def learns_from_library(self) -> bool:
        """Whether it takes something from each library before it can encode."""
        return self.family is Family.PIXEL


T = TypeVar("T")


def parse_model(data: Mapping[str, Any], *, where: str) -> ModelSpec:
    """The content of a `model.toml` -> ModelSpec. `where` names the file in the sentence of a ModelError."""
    table = _Table(data, where, "")
    if table.take("schema", int) != SCHEMA:
        raise ModelError(f"{where}: this model description has another schema than {SCHEMA}; update the program.")
    spec = ModelSpec(
        id=table.take("id", str),
        title=table.take("title", str),
        family=table.choice("family", Family),
        dimension=table.take("dimension", int),
        summary=table.take("summary", str, ""),
        licence=table.take("licence", str, ""),
        source=table.take("source", str, ""),
        files=tuple(_parse_file(item) for item in table.tables("files")),
        input=_parse_input(table.table("input")),
        output=_parse_output(table.table("output")),
        reference=_parse_reference(table.table("reference")) if "reference" in data else None,
    )
    table.finish()
    _check(spec, where)
    return spec


def _parse_file(table: _Table) -> ModelFile:
    item = ModelFile(
        path=table.take("path", str), sha256=table.take("sha256", str, None), size=table.take("size", int, None)
    )
    table.finish()
    return item


def _parse_input(table: _Table) -> InputSpec:
    default = InputSpec()
    spec = InputSpec(
        width=table.take("width", int, default.width),
        height=table.take("height", int, default.height),
        resize=table.choice("resize", Resize, default.resize),
        resize_to=table.take("resize_to", int, default.resize_to),
        rounding=table.choice("rounding", Rounding, default.rounding),
        interpolation=table.choice("interpolation", Interpolation, default.interpolation),
        mean=table.triple("mean", default.mean),
        std=table.triple("std", default.std),
        scale=table.take("scale", float, default.scale),
        layout=table.choice("layout", Layout, default.layout),
        channels=table.choice("channels", Channels, default.channels),
        pad_value=table.take("pad_value", int, default.pad_value),
        name=table.take("name", str, None),
    )
    table.finish()
    return spec


def _parse_output(table: _Table) -> OutputSpec:
    spec = OutputSpec(
        name=table.take("name", str, None),
        pooling=table.choice("pooling", Pooling, Pooling.NONE),
        normalise=table.take("normalise", bool, False),
    )
    table.finish()
    return spec


def _parse_reference(table: _Table) -> Reference:
    reference = Reference(picture=table.take("picture", str), vector=table.take("vector", str))
    table.finish()
    return reference


def _check(spec: ModelSpec, where: str) -> None:
    """Refuse what is well-typed but makes no sense."""
    given = spec.input
    objections = {
        "id must be letters, digits, '-', '_' or '.', and start with a letter or digit": not _is_id(spec.id),
        "dimension must be positive": spec.dimension <= 0,
        "input width and height must be between 1 and 4096": not (0 < given.width <= 4096 and 0 < given.height <= 4096),
        "resize_to must be at least the input size": given.resize is Resize.SHORT_SIDE
        and given.resize_to < max(given.width, given.height),
        "mean, std and scale must be finite": not all(
            math.isfinite(value) for value in (*given.mean, *given.std, given.scale)
        ),
        "std must not be zero": 0.0 in given.std,
        "pad_value must be between 0 and 255": not 0 <= given.pad_value <= 255,
        "a model of this family needs a file": spec.family is not Family.PIXEL and not spec.files,
        "files must lie inside the model's folder": any(_leaves_folder(item.path) for item in spec.files),
        "the reference must lie inside the model's folder": spec.reference is not None
        and (_leaves_folder(spec.reference.picture) or _leaves_folder(spec.reference.vector)),
    }
    for sentence, holds in objections.items():
        if holds:
            raise ModelError(f"{where}: {sentence}.")


def _is_id(text: str) -> bool:
    return (
        0 < len(text) <= 100
        and text[0].isalnum()
        and all(character.isalnum() or character in "-_." for character in text)
        and text.isascii()
    )


def _leaves_folder(path: str) -> bool:
    parts = path.replace("\\", "/").split("/")
    return not path or ".." in parts or parts[0] == "" or ":" in path


_MISSING: Any = object()


class _Table:
    """A TOML table that is taken apart key by key, so that what is left over can be refused by name."""

    def __init__(self, data: Any, where: str, prefix: str) -> None:
        if not isinstance(data, Mapping):
            raise ModelError(f"{where}: [{prefix.rstrip('.')}] must be a table.")
        self._left = dict(data)
        self._where = where
        self._prefix = prefix

    def take(self, key: str, kind: type[T], default: Any = _MISSING) -> Any:
        if key not in self._left:
            if default is _MISSING:
                raise ModelError(f"{self._where}: {self._prefix}{key} is missing.")
            return default
        value = self._left.pop(key)
        if kind is float and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise ModelError(f"{self._where}: {self._prefix}{key} must be of type {kind.__name__}, not {value!r}.")
        return value

    def choice(self, key: str, kind: type[StrEnum], default: Any = _MISSING) -> Any:
        value = self.take(key, str, default)
        try:
            return kind(value)
        except ValueError:
            known = ", ".join(kind)
            raise ModelError(
                f"{self._where}: {self._prefix}{key} {value!r} is not known; use one of {known}."
            ) from None

    def triple(self, key: str, default: tuple[float, float, float]) -> tuple[float, float, float]:
        value = self.take(key, list, list(default))
        if len(value) != 3 or not all(type(item) in (int, float) for item in value):
            raise ModelError(f"{self._where}: {self._prefix}{key} must be three numbers, not {value!r}.")
        return float(value[0]), float(value[1]), float(value[2])

    def table(self, key: str) -> _Table:
        return _Table(self._left.pop(key, {}), self._where, f"{self._prefix}{key}.")

    def tables(self, key: str) -> list[_Table]:
        return [
            _Table(item, self._where, f"{self._prefix}{key}[{position}].")
            for position, item in enumerate(self.take(key, list, []))
        ]

    def finish(self) -> None:
        if self._left:
            names = ", ".join(f"{self._prefix}{key}" for key in self._left)
            raise ModelError(f"{self._where}: not known: {names}.")
