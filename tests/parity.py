"""Our whole way from a picture (or words) to a vector, against that of the toolkit a model was published with.

Random weights of the architectures, exported by the recipes. Two comparisons: from the same decoded pixels (resize, crop,
normalise, network, pooling), and from the files, where the decoder has a part: it may read a large JPEG at a reduced scale, and
it applies colour profiles, which the toolkits ignore.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image
from tqdm import tqdm

from imsearch_gui import paths
from imsearch_gui.domain.metrics import Matrix, Metric, scores
from imsearch_gui.domain.records import Pixels
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.pooling import vectors_of
from imsearch_gui.encoding.preprocess import tensor
from imsearch_gui.encoding.store import InstalledModel, read_model
from imsearch_gui.imaging import decoder, resize

os.environ.setdefault("KERAS_BACKEND", "torch")
tqdm.monitor_interval = 0  # no thread that watches bars which nobody sees

IMAGENET = {"image_mean": [0.485, 0.456, 0.406], "image_std": [0.229, 0.224, 0.225]}
HALF = {"image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5]}
CLIP = {"image_mean": [0.48145466, 0.4578275, 0.40821073], "image_std": [0.26862954, 0.26130258, 0.27577711]}
SENTENCES = Path(__file__).parent / "encoding" / "sentences.txt"
_SMALL = {"hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 2}
_GAIN = 2.0
"""Standard deviation of random weights times the root of their inputs. With the toolkits' own start, two pictures may agree to
cosine 0.998, and then an agreement of 0.9999 says little; with this one they are told apart."""


@dataclass(frozen=True)
class Kind:
    """A family of models: its configuration and preprocessing, as its publisher writes them."""

    name: str
    config: str
    model: str
    processor: str
    preprocessing: dict[str, Any]
    changes: dict[str, Any] = field(default_factory=dict)
    """Of the real architecture, where the defaults of the configuration are another size."""

    @property
    def takes_words(self) -> bool:
        return self.name in ("clip", "siglip2")


def _steps(size: dict[str, int], resample: int, crop: int | None, numbers: dict[str, Any]) -> dict[str, Any]:
    steps = {"do_resize": True, "size": size, "resample": resample, "do_rescale": True, "rescale_factor": 1 / 255}
    cut = {"do_center_crop": True, "crop_size": {"height": crop, "width": crop}} if crop else {"do_center_crop": False}
    return {**steps, **cut, "do_normalize": True, "do_convert_rgb": True, **numbers}


_SQUARE = {"height": 224, "width": 224}
_CUT = _steps({"shortest_edge": 256}, 3, 224, IMAGENET)
_DINO = {"hidden_size": 384, "num_attention_heads": 6, "image_size": 518, "patch_size": 14}
KINDS = {
    kind.name: kind
    for kind in (
        Kind("vit", "ViTConfig", "ViTModel", "ViTImageProcessor", _steps(_SQUARE, 2, None, HALF)),
        Kind("dinov2", "Dinov2Config", "Dinov2Model", "BitImageProcessor", _CUT, _DINO),
        Kind(
            "dinov2-registers",
            "Dinov2WithRegistersConfig",
            "Dinov2WithRegistersModel",
            "BitImageProcessor",
            _CUT,
            _DINO,
        ),
        Kind("clip", "CLIPConfig", "CLIPModel", "CLIPImageProcessor", _steps({"shortest_edge": 224}, 3, 224, CLIP)),
        Kind("siglip2", "SiglipConfig", "SiglipModel", "SiglipImageProcessor", _steps(_SQUARE, 2, None, HALF)),
    )
}


def sentences() -> list[str]:
    """At least 200, in many scripts; lines that begin with ## are headings."""
    lines = SENTENCES.read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line.strip() and not line.startswith("## ")]


# -- models with random weights -----------------------------------------------------------------------------------------


def make_source(kind: Kind, folder: Path, *, small: bool, tokenizer: Path | None = None) -> Path:
    """A folder as `save_pretrained` writes it, with random weights; `small` for one that is made in a second.

    `tokenizer` is a folder with CLIP's vocabulary, which CLIP needs.
    """
    import torch
    import transformers

    transformers.utils.logging.disable_progress_bar()
    torch.manual_seed(11)
    model = getattr(transformers, kind.model)(_configuration(kind, small=small))
    _tell_apart(model)
    model.save_pretrained(folder)
    about = {"image_processor_type": kind.processor, **kind.preprocessing}
    (folder / "preprocessor_config.json").write_text(json.dumps(about))
    (folder / "README.md").write_text("---\nlicense: mit\n---\n\nRandom weights.\n")
    if kind.name == "clip":
        assert tokenizer is not None
        transformers.CLIPTokenizer.from_pretrained(str(tokenizer)).save_pretrained(folder)
    elif kind.name == "siglip2":
        _gemma_like(folder)
    return folder


def _configuration(kind: Kind, *, small: bool) -> Any:
    import transformers

    build = getattr(transformers, kind.config)
    size = _SMALL if small else {}
    if kind.name == "clip":
        # OpenAI's own configuration says 2 for the end token, by which transformers knows that the largest id is meant.
        words = {"bos_token_id": 49406, "eos_token_id": 49407 if small else 2, "pad_token_id": 49407}
        return build(text_config={**size, **words}, vision_config=dict(size), projection_dim=32 if small else 512)
    if kind.name == "siglip2":
        return build(text_config=dict(size), vision_config=dict(size))
    # DINOv2 counts the width of its layers by a ratio.
    usual = {key: value for key, value in size.items() if key != "intermediate_size" or kind.name == "vit"}
    return build(**{**kind.changes, **usual})


def _tell_apart(model: Any) -> None:
    import torch

    for part in model.modules():
        if isinstance(part, torch.nn.Linear | torch.nn.Conv2d):
            with torch.no_grad():
                part.weight.normal_(0, _GAIN / part.weight[0].numel() ** 0.5)


def _gemma_like(folder: Path) -> None:
    """A tokenizer of the kind that SigLIP 2 has, with a small vocabulary: pairs of characters, bytes for what it does not know,
    an end token, filled up behind. It is trained on every second of the sentences only."""
    import transformers
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

    tokenizer = Tokenizer(models.BPE(byte_fallback=True, unk_token="<unk>", fuse_unk=True))
    tokenizer.normalizer = normalizers.Sequence([normalizers.Lowercase(), normalizers.Replace(" ", "▁")])
    tokenizer.pre_tokenizer = pre_tokenizers.Split("▁", "merged_with_previous")
    special = ["<pad>", "<eos>", "<bos>", "<unk>", "<mask>", *(f"<0x{value:02X}>" for value in range(256))]
    trainer = trainers.BpeTrainer(vocab_size=3000, special_tokens=special, show_progress=False)
    tokenizer.train_from_iterator(sentences()[::2], trainer)
    learnt = json.loads(tokenizer.to_str())["model"]
    transformers.Siglip2Tokenizer(
        vocab=learnt["vocab"],
        merges=[tuple(pair) for pair in learnt["merges"]],
        padding_side="right",
        add_bos_token=False,
        add_eos_token=True,
    ).save_pretrained(folder)


def recipe_module(name: str, folder_name: str = "recipes") -> Any:
    """A module of models/recipes or models/training, in this process: PyTorch is loaded once for all exports."""
    folder = str(paths.built_in_models() / folder_name)
    if folder not in sys.path:
        sys.path.append(folder)
    return importlib.import_module(name)


def export(source: str | Path, folder: Path, *options: str) -> InstalledModel:
    """By the recipe, with the options that `imsearch models export` gives it."""
    recipe = recipe_module("export")
    recipe.make(recipe.parse([str(source), "--to", str(folder), *options]))
    return read_model(folder)


# -- the toolkits -------------------------------------------------------------------------------------------------------

Reference = Callable[[Pixels], Matrix]
"""uint8 [h, w, 3] -> float32 [1, d]"""


def by_transformers(kind: Kind, source: Path) -> Reference:
    """By the processor and the model of transformers."""
    import torch
    import transformers

    # Those that do without torchvision.
    processor = getattr(transformers, f"{kind.processor}Pil").from_pretrained(str(source))
    model = getattr(transformers, kind.model).from_pretrained(str(source)).eval()

    def run(pixels: Pixels) -> Matrix:
        seen = processor(Image.fromarray(pixels), return_tensors="pt")["pixel_values"]
        with torch.no_grad():
            if kind.takes_words:
                vectors = model.get_image_features(pixel_values=seen).pooler_output
            else:
                vectors = model(pixel_values=seen).last_hidden_state[:, 0]
        return np.asarray(vectors.numpy(), np.float32)

    return run


def words_by_transformers(kind: Kind, source: Path) -> Callable[[str], Matrix]:
    """Words -> float32 [1, d], by the tokenizer and the model of transformers."""
    import torch
    import transformers

    tokenizer = transformers.AutoTokenizer.from_pretrained(str(source))
    model = getattr(transformers, kind.model).from_pretrained(str(source)).eval()
    length = model.config.text_config.max_position_embeddings
    padding = "max_length" if kind.name == "siglip2" else False

    def run(text: str) -> Matrix:
        ids = tokenizer(text, truncation=True, max_length=length, padding=padding, return_tensors="pt")["input_ids"]
        with torch.no_grad():
            vectors = model.get_text_features(input_ids=ids).pooler_output
        return np.asarray(vectors.numpy(), np.float32)

    return run


def make_keras_weights(name: str, path: Path, *, height: int, width: int) -> Path:
    """Random weights of a network of keras.applications, as a file."""
    import keras

    recipe = recipe_module("from_keras")
    keras.utils.set_random_seed(3)
    network = getattr(keras.applications, recipe.APPLICATIONS[name])(
        include_top=False, weights=None, input_shape=(height, width, 3)
    )
    given = replace(recipe.usual_input(name), width=width, height=height)
    _settle(network, tensor(recipe_module("towers").sample_pixels(given, 8), given))
    network.save_weights(path)
    return path


def _settle(network: Any, pictures: npt.NDArray[np.float32]) -> None:
    """Let every normalisation take mean and deviation from these pictures, as it would have in training.

    Without it the values of a deep network grow from layer to layer (to 10^9 in EfficientNetV2-L) until rounding decides them.
    """
    import keras

    layers = [layer for layer in network.layers if isinstance(layer, keras.layers.BatchNormalization)]
    usual = [layer.momentum for layer in layers]
    for layer in layers:
        layer.momentum = 0.0
    if layers:
        network(pictures, training=True)
    for layer, momentum in zip(layers, usual, strict=True):
        layer.momentum = momentum


def by_keras(name: str, weights: Path, model: InstalledModel) -> Reference:
    """By the preprocessing and the network of keras.applications, pooled as the model says."""
    import keras

    recipe = recipe_module("from_keras")
    given = model.spec.input
    build = getattr(keras.applications, recipe.APPLICATIONS[name])
    network = build(include_top=False, weights=None, input_shape=(given.height, given.width, 3))
    network.load_weights(weights)
    preprocess = sys.modules[build.__module__].preprocess_input

    def run(pixels: Pixels) -> Matrix:
        # As keras.utils.load_img does it with interpolation="bilinear".
        small = Image.fromarray(pixels).resize((given.width, given.height), Image.Resampling.BILINEAR)
        seen = preprocess(keras.utils.img_to_array(small)[np.newaxis])
        return vectors_of(np.asarray(network.predict(seen, verbose=0)), model.spec.output)

    return run


# -- comparison ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Agreement:
    """Cosine between our vector and the toolkit's, picture by picture."""

    pixels: list[float]
    """All pictures, from the same decoded pixels."""
    whole: list[float]
    """From the files: those that are read in full and have no colour profile that matters."""
    reduced: list[float]
    """From the files: large JPEGs that our decoder reads at a reduced scale."""
    profiled: list[float]
    """From the files: those with a colour profile, which ours applies."""
    apart: float
    """Cosine between a picture and the nearest of the others, the median: what an agreement has to be seen against."""


def agreement(model: InstalledModel, reference: Reference, files: Sequence[Path]) -> Agreement:
    """Raises AssertionError where our decoder and the toolkit's differ without a reason that is known."""
    from transformers.image_utils import load_image

    encoder = open_encoder(model, threads=os.cpu_count() or 1)
    given = model.spec.input
    found = Agreement([], [], [], [], -1.0)
    expected: list[Matrix] = []
    for file in files:
        data = decoder.read(file)
        pixels = decoder.decode(data).pixels
        read = decoder.decode(data, need=resize.need_of(given)).pixels
        expected.append(reference(pixels))
        ours = encoder.encode(resize.fit(pixels, given)[np.newaxis])
        found.pixels.append(cosine(ours, expected[-1]))
        loaded = np.asarray(load_image(str(file)))
        if read.shape != pixels.shape:
            ours = encoder.encode(resize.fit(read, given)[np.newaxis])
        if not np.array_equal(pixels, loaded):
            assert _has_profile(file), file
            found.profiled.append(cosine(ours, reference(loaded)))
        elif read.shape != pixels.shape:
            found.reduced.append(cosine(ours, expected[-1]))
        else:
            found.whole.append(cosine(ours, expected[-1]))
    return Agreement(found.pixels, found.whole, found.reduced, found.profiled, _nearest(np.concatenate(expected)))


def _has_profile(file: Path) -> bool:
    with Image.open(file) as image:
        return "icc_profile" in image.info


def cosine(one: Matrix, other: Matrix) -> float:
    """Of two [1, d]."""
    return float(scores(one[0], other, Metric.COSINE)[0])


def _nearest(vectors: Matrix) -> float:
    """The median over the rows of the highest cosine to another; some pictures are there in two formats."""
    rows = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return float(np.median((rows @ rows.T - 2 * np.eye(len(rows))).max(axis=1)))
