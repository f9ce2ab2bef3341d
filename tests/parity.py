"""Our whole way from a picture (or words) to a vector, against that of the toolkit a model was published with.

Random weights of the architectures, exported by the recipes. Two comparisons: from the same decoded pixels (resize, crop,
normalise, network, pooling), and from the files, where the decoder has a part: it may read a large JPEG at a reduced scale, and
it applies colour profiles, which the toolkits ignore.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from imsearch_gui import paths
from imsearch_gui.domain.metrics import Metric, scores
from imsearch_gui.domain.model_spec import InputSpec
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.pooling import vectors_of
from imsearch_gui.encoding.store import InstalledModel, read_model
from imsearch_gui.imaging import decoder, resize

os.environ.setdefault("KERAS_BACKEND", "torch")

IMAGENET = {"image_mean": [0.485, 0.456, 0.406], "image_std": [0.229, 0.224, 0.225]}
HALF = {"image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5]}
CLIP = {"image_mean": [0.48145466, 0.4578275, 0.40821073], "image_std": [0.26862954, 0.26130258, 0.27577711]}
_SMALL = {"hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 2}


@dataclass(frozen=True)
class Kind:
    """A family of models: its configuration and preprocessing, as its publisher writes them."""

    name: str
    config: str
    model: str
    processor: str
    preprocessing: dict[str, Any]
    changes: dict[str, Any]
    """Of the real architecture, where the defaults of the configuration are another size."""


def _steps(size: dict[str, int], resample: int, crop: int | None, numbers: dict[str, Any]) -> dict[str, Any]:
    steps = {"do_resize": True, "size": size, "resample": resample, "do_rescale": True, "rescale_factor": 1 / 255}
    cut = {"do_center_crop": True, "crop_size": {"height": crop, "width": crop}} if crop else {"do_center_crop": False}
    return {**steps, **cut, "do_normalize": True, "do_convert_rgb": True, **numbers}


_SQUARE = {"height": 224, "width": 224}
KINDS = {
    kind.name: kind
    for kind in (
        Kind("vit", "ViTConfig", "ViTModel", "ViTImageProcessor", _steps(_SQUARE, 2, None, HALF), {}),
        Kind(
            "dinov2",
            "Dinov2WithRegistersConfig",
            "Dinov2WithRegistersModel",
            "BitImageProcessor",
            _steps({"shortest_edge": 256}, 3, 224, IMAGENET),
            {"hidden_size": 384, "num_attention_heads": 6, "image_size": 518, "patch_size": 14},
        ),
        Kind("clip", "CLIPConfig", "CLIPModel", "CLIPImageProcessor", _steps({"shortest_edge": 224}, 3, 224, CLIP), {}),
        Kind("siglip2", "SiglipConfig", "SiglipModel", "SiglipImageProcessor", _steps(_SQUARE, 2, None, HALF), {}),
    )
}


def make_source(kind: Kind, folder: Path, *, small: bool, tokenizer: Path | None = None) -> Path:
    """A folder as `save_pretrained` writes it, with random weights; `small` for one that is made in a second."""
    import torch
    import transformers

    transformers.utils.logging.disable_progress_bar()
    torch.manual_seed(11)
    build = getattr(transformers, kind.config)
    if kind.name in ("clip", "siglip2"):
        size = _SMALL if small else {}
        words = {"bos_token_id": 49406, "eos_token_id": 49407, "pad_token_id": 49407}
        more = {"projection_dim": 32 if small else 512} if kind.name == "clip" else {}
        text = words if kind.name == "clip" else {"bos_token_id": 2, "eos_token_id": 1, "pad_token_id": 0}
        config = build(text_config={**size, **text}, vision_config=dict(size), **more)
    else:
        # Dinov2 counts the width of its layers by a ratio.
        given = {key: value for key, value in _SMALL.items() if key != "intermediate_size"} if small else {}
        config = build(**{**kind.changes, **given})
    getattr(transformers, kind.model)(config).save_pretrained(folder)
    about = {"image_processor_type": kind.processor, **kind.preprocessing}
    (folder / "preprocessor_config.json").write_text(json.dumps(about))
    if kind.name == "clip":
        assert tokenizer is not None
        transformers.CLIPTokenizer.from_pretrained(str(tokenizer)).save_pretrained(folder)
    elif kind.name == "siglip2":
        _gemma_like(folder)
    return folder


def _gemma_like(folder: Path) -> None:
    """A small tokenizer of the kind that SigLIP 2 has: byte fallback, no prefix, an end token, filled up with 0."""
    import transformers
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers

    sentences = (Path(__file__).parent / "encoding" / "sentences.txt").read_text(encoding="utf-8").splitlines()
    tokenizer = Tokenizer(models.BPE(byte_fallback=True, unk_token="<unk>", fuse_unk=True))
    tokenizer.normalizer = normalizers.Replace(" ", "▁")
    tokenizer.pre_tokenizer = pre_tokenizers.Split("▁", "merged_with_previous")
    special = ["<pad>", "<eos>", "<bos>", "<unk>"]
    bytes_ = [f"<0x{value:02X}>" for value in range(256)]
    trainer = trainers.BpeTrainer(vocab_size=3000, special_tokens=special + bytes_, show_progress=False)
    tokenizer.train_from_iterator(sentences, trainer)
    tokenizer.post_processor = processors.TemplateProcessing(single="$A <eos>", special_tokens=[("<eos>", 1)])
    fast = transformers.PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="<pad>", eos_token="<eos>", bos_token="<bos>", unk_token="<unk>"
    )
    fast.save_pretrained(folder)


def export(source: str | Path, folder: Path, *options: str) -> InstalledModel:
    """By the recipe, as `imsearch models export` runs it."""
    script = paths.built_in_models() / "recipes" / "export.py"
    command = [sys.executable, str(script), str(source), "--to", str(folder), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return read_model(folder)


Reference = Callable[[Sequence[Image.Image]], np.ndarray]


def by_transformers(kind: Kind, source: Path) -> Reference:
    """Pictures -> vectors, by the processor and the model of transformers."""
    import torch
    import transformers

    # The processors without torchvision have names of their own from version 5 on.
    name = f"{kind.processor}Pil" if hasattr(transformers, f"{kind.processor}Pil") else kind.processor
    processor = getattr(transformers, name).from_pretrained(str(source))
    model = getattr(transformers, kind.model).from_pretrained(str(source)).eval()

    def run(pictures: Sequence[Image.Image]) -> np.ndarray:
        rows = []
        for picture in pictures:
            seen = processor(picture, return_tensors="pt")["pixel_values"]
            with torch.no_grad():
                if kind.name in ("clip", "siglip2"):
                    output = model.get_image_features(pixel_values=seen)
                    vector = getattr(output, "pooler_output", output)
                else:
                    vector = model(pixel_values=seen).last_hidden_state[:, 0]
            rows.append(vector[0].numpy())
        return np.stack(rows)

    return run


def words_by_transformers(kind: Kind, source: Path) -> Callable[[Sequence[str]], np.ndarray]:
    """Words -> vectors, by the tokenizer and the model of transformers."""
    import torch
    import transformers
    from tokenizers import normalizers

    tokenizer = transformers.AutoTokenizer.from_pretrained(str(source))
    model = getattr(transformers, kind.model).from_pretrained(str(source)).eval()
    fixed = kind.name == "siglip2"

    def run(texts: Sequence[str]) -> np.ndarray:
        rows = []
        for text in texts:
            how: dict[str, Any] = {"padding": "max_length", "max_length": 64} if fixed else {"max_length": 77}
            # As the tokenizer of SigLIP 2 does it; Python's own lower() knows the Greek final sigma.
            words = normalizers.Lowercase().normalize_str(text) if fixed else text
            ids = tokenizer(words, truncation=True, return_tensors="pt", **how)["input_ids"]
            with torch.no_grad():
                output = model.get_text_features(input_ids=ids)
            rows.append(getattr(output, "pooler_output", output)[0].numpy())
        return np.stack(rows)

    return run


def by_keras(name: str, weights: Path, given: InputSpec, model: InstalledModel) -> Reference:
    """Pictures -> vectors, by the preprocessing and the network of keras.applications, pooled as the model says."""
    import importlib

    import keras

    sys.path.insert(0, str(paths.built_in_models() / "recipes"))
    try:
        recipe = importlib.import_module("from_keras")
    finally:
        sys.path.pop(0)
    network = recipe.load(name, str(weights), given)
    module = {"vgg16": "vgg16", "resnet50": "resnet50"}.get(
        name, "efficientnet_v2" if "-v2" in name else "efficientnet"
    )
    preprocess = getattr(keras.applications, module).preprocess_input

    def run(pictures: Sequence[Image.Image]) -> np.ndarray:
        size = (given.width, given.height)
        seen = np.stack([np.asarray(one.resize(size, Image.Resampling.BILINEAR), np.float32) for one in pictures])
        return vectors_of(np.asarray(network.predict(preprocess(seen), verbose=0)), model.spec.output)

    return run


@dataclass(frozen=True)
class Agreement:
    """Cosine picture by picture."""

    pixels: list[float]
    """From the same decoded pixels."""
    files: list[float]
    """From the files, those with a colour profile left out."""


def agreement(model: InstalledModel, reference: Reference, files: Sequence[Path]) -> Agreement:
    encoder = open_encoder(model, threads=os.cpu_count() or 1)
    given = model.spec.input
    whole = [decoder.decode(decoder.read(file)).pixels for file in files]
    ours = np.concatenate([encoder.encode(resize.fit(pixels, given)[None]) for pixels in whole])
    from_pixels = cosines(ours, reference([Image.fromarray(pixels) for pixels in whole]))
    plain = [file for file in files if "icc_profile" not in Image.open(file).info]
    need = resize.need_of(given)
    ours = np.concatenate(
        [
            encoder.encode(resize.fit(decoder.decode(decoder.read(file), need=need).pixels, given)[None])
            for file in plain
        ]
    )
    return Agreement(from_pixels, cosines(ours, reference([Image.open(file).convert("RGB") for file in plain])))


def cosines(one: np.ndarray, other: np.ndarray) -> list[float]:
    return [float(scores(a, b, Metric.COSINE)[0]) for a, b in zip(one, other, strict=True)]
