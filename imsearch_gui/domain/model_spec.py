"""A model is data: what `model.toml` says. `model_toml` reads and writes it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.published import Fact as Fact
from imsearch_gui.domain.published import Terms as Terms

IMAGENET_MEAN = (0.485, 0.456, 0.406)
IMAGENET_STD = (0.229, 0.224, 0.225)


class Family(StrEnum):
    """What kind of model it is."""

    PIXEL = "pixel"
    """The resized pixels themselves, z-scored with the library's mean and standard deviation or as they are; no file."""
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
    remote: str | None = None
    """Path of the file in the repository of the hub; None where it is that of the folder."""


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
    layout: Layout = Layout.NCHW
    """Of an output that is a map: [n, c, h, w], or NHWC for [n, h, w, c]."""
    zscore: bool = True
    """Only for the pixel family: whether each number is z-scored with the library's mean and standard deviation."""


@dataclass(frozen=True, slots=True)
class TextSpec:
    """The text tower: how words become a vector in the same space as the pictures'."""

    file: str
    """The graph, one of the model's files."""
    tokenizer: str
    """A tokenizer.json of the `tokenizers` library, one of the model's files."""
    length: int = 77
    """Tokens that the tower takes at most; what is longer is cut, the end token kept."""
    pad_to_length: bool = False
    """Whether every text is filled up to `length`; else the tower takes any number of tokens."""
    pad_id: int = 0
    """Token that fills up."""
    lowercase: bool = False
    """Whether the text is lower-cased before its tokenizer sees it."""
    input: str = "input_ids"
    mask: str | None = None
    """Input of the attention mask, where the graph has one."""
    output: str | None = None
    pooling: Pooling = Pooling.NONE
    """NONE, CLS, MEAN (over the tokens that are no padding), or MAX."""
    normalise: bool = True
    template: str = "{}"
    """What is made of the words: 'a photo of {}'."""


@dataclass(frozen=True, slots=True)
class PatchSpec:
    """A second output that has one vector for each patch of the picture, so that the model can say where a match lies."""

    output: str
    rows: int
    columns: int
    skip: int = 0
    """Tokens before the first patch: the class token and registers."""


@dataclass(frozen=True, slots=True)
class HubSource:
    """Where the files come from."""

    repository: str
    """owner/name on the hub."""
    revision: str = "main"
    """A commit of 40 hex digits where it is pinned; a branch pins at the first install."""
    about: int = 0
    """Bytes of all files, as published in round numbers, where their exact sizes are not known; 0 where nothing is known."""


@dataclass(frozen=True, slots=True)
class RecipeSource:
    """How the files are made on this machine, where nobody publishes them as ONNX."""

    name: str
    """One of models/recipes."""
    weights: str = ""
    """What the recipe loads: an id of the hub, or the name that Keras gives the weights."""
    precision: str = "fp32"
    """fp32, fp16 or int8."""


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
    """SPDX identifier where there is one, else its name."""
    licence_url: str = ""
    terms: Terms = Terms.OPEN
    source: str = ""
    reference: Reference | None = None
    text: TextSpec | None = None
    patches: PatchSpec | None = None
    hub: HubSource | None = None
    recipe: RecipeSource | None = None
    facts: tuple[Fact, ...] = ()

    @property
    def learns_from_library(self) -> bool:
        """Whether it takes something from each library before it can encode."""
        return self.family is Family.PIXEL and self.output.zscore

    @property
    def image_files(self) -> tuple[ModelFile, ...]:
        """The files that a picture's vector depends on: all but the text tower and its tokenizer."""
        words = () if self.text is None else (self.text.file, self.text.tokenizer)
        return tuple(item for item in self.files if item.path not in words)

    @property
    def download_size(self) -> int:
        """Bytes of all files: exact, else in round numbers, else 0 for not known."""
        sizes = [item.size for item in self.files]
        if None not in sizes:
            return sum(size or 0 for size in sizes)
        return self.hub.about if self.hub is not None else 0

    @property
    def unverified(self) -> tuple[str, ...]:
        """What the description says without having seen it, in words for the user."""
        said = [tr(fact.what) for fact in self.facts if not fact.verified]
        if self.hub is not None and not all(item.sha256 for item in self.files):
            said.insert(0, tr("the content of its files"))
        return tuple(said)
