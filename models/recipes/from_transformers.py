"""ViT, DINOv2, CLIP and SigLIP 2 as `transformers` loads them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
import transformers
from common import Made, Tower

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.model_spec import (
    Family,
    InputSpec,
    ModelFile,
    ModelSpec,
    OutputSpec,
    PatchSpec,
    Pooling,
    TextSpec,
)
from imsearch_gui.encoding.side_files import read_hints

PICTURE, WORDS, TOKENIZER = "model.onnx", "text_model.onnx", "tokenizer.json"


class Tokens(torch.nn.Module):
    """pixel_values -> the tokens of the last layer."""

    def __init__(self, model: torch.nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, pixel_values: torch.Tensor) -> Any:
        return self.model(pixel_values=pixel_values).last_hidden_state


class Pictures(torch.nn.Module):
    """pixel_values -> one vector, in the space that words share."""

    def __init__(self, model: Any) -> None:
        super().__init__()
        self.tower = model.vision_model
        self.projection = getattr(model, "visual_projection", torch.nn.Identity())

    def forward(self, pixel_values: torch.Tensor) -> Any:
        return self.projection(self.tower(pixel_values=pixel_values).pooler_output)


class Words(torch.nn.Module):
    """input_ids -> one vector, in the space that pictures share."""

    def __init__(self, model: Any) -> None:
        super().__init__()
        self.tower = model.text_model
        # SigLIP has its projection inside the tower.
        self.projection = getattr(model, "text_projection", torch.nn.Identity())

    def forward(self, input_ids: torch.Tensor) -> Any:
        return self.projection(self.tower(input_ids=input_ids).pooler_output)


def vit(source: str, given: InputSpec) -> Made:
    """ViT and DeiT: the class token of the last layer, as the course takes it."""
    model = _load(transformers.AutoModel, source, add_pooling_layer=False)
    return _tokens(model, source, given, registers=0)


def dinov2(source: str, given: InputSpec) -> Made:
    """DINOv2, with and without registers."""
    model = _load(transformers.AutoModel, source)
    return _tokens(model, source, given, registers=getattr(model.config, "num_register_tokens", 0))


def clip(source: str, given: InputSpec) -> Made:
    model = _load(transformers.CLIPModel, source)
    return _towers(model, source, given, length=model.config.text_config.max_position_embeddings, fixed=False)


def siglip2(source: str, given: InputSpec) -> Made:
    """SigLIP and SigLIP 2 of a fixed size: always the full number of tokens, and for SigLIP 2 in lower case."""
    model = _load(transformers.SiglipModel, source)
    length = model.config.text_config.max_position_embeddings
    made = _towers(model, source, given, length=length, fixed=True)
    tokenizer = _tokenizer(source)
    assert made.spec.text is not None
    # SigLIP's own tokenizer lowers the case itself; the Gemma tokenizer of SigLIP 2 leaves that to whoever calls it.
    text = replace(made.spec.text, lowercase=True, pad_id=tokenizer.pad_token_id or 0)
    return replace_spec(made, text=text)


RECIPES: dict[str, Callable[[str, InputSpec], Made]] = {"vit": vit, "dinov2": dinov2, "clip": clip, "siglip2": siglip2}
MODEL_TYPES = {
    "vit": "vit",
    "deit": "vit",
    "dinov2": "dinov2",
    "dinov2_with_registers": "dinov2",
    "clip": "clip",
    "siglip": "siglip2",
}


def recipe_for(source: str) -> str:
    """By what the model's own configuration says of it."""
    kind = _load(transformers.AutoConfig, source).model_type
    if kind not in MODEL_TYPES:
        raise ModelError(
            f"There is no recipe for models of the type {kind!r}: there are {', '.join(sorted(MODEL_TYPES))}."
        )
    return MODEL_TYPES[kind]


def input_of(source: str, workspace: Path) -> InputSpec:
    """The preprocessing that comes with the model."""
    folder = Path(source)
    if not folder.is_dir():
        from huggingface_hub import hf_hub_download

        folder = workspace / "configuration"
        for name in ("config.json", "preprocessor_config.json"):
            hf_hub_download(source, name, local_dir=folder)
    given: dict[str, Any] = read_hints(folder / PICTURE, {}).given
    return InputSpec(**{**given, "name": None})


def replace_spec(made: Made, **changes: Any) -> Made:
    return replace(made, spec=replace(made.spec, **changes))


def _load(kind: Any, source: str, **options: Any) -> Any:
    transformers.utils.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()
    try:
        if hasattr(kind, "from_pretrained") and kind is not transformers.AutoConfig:
            options.setdefault("attn_implementation", "eager")
            options.setdefault("dtype", torch.float32)
        return kind.from_pretrained(source, **options)
    except (OSError, ValueError) as error:
        raise ModelError(f"{source} cannot be loaded: {str(error).strip().splitlines()[0]}") from error


def _tokenizer(source: str) -> Any:
    return _load(transformers.AutoTokenizer, source, attn_implementation=None, dtype=None)


def _spec(source: str, given: InputSpec, **more: Any) -> ModelSpec:
    path = Path(source)
    name = path.name if path.is_dir() else source.rpartition("/")[2]
    identity = "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in name.lower()).strip("-_.")
    here = path.is_dir()
    return ModelSpec(
        id=identity or "model",
        title=name,
        input=given,
        summary=f"Made from {name} by a recipe.",
        source="" if here else f"https://huggingface.co/{source}",
        files=(ModelFile(PICTURE),),
        **more,
    )


def _pixels(given: InputSpec) -> torch.Tensor:
    return torch.zeros(2, 3, given.height, given.width)


def _tokens(model: Any, source: str, given: InputSpec, *, registers: int) -> Made:
    patch = model.config.patch_size
    rows, columns = given.height // patch, given.width // patch
    spec = _spec(
        source,
        given,
        family=Family.VIT,
        dimension=model.config.hidden_size,
        output=OutputSpec(name="last_hidden_state", pooling=Pooling.CLS),
        patches=PatchSpec("last_hidden_state", rows, columns, 1 + registers),
    )
    return Made(spec, Tower(PICTURE, Tokens(model), {"pixel_values": _pixels(given)}, "last_hidden_state"))


def _towers(model: Any, source: str, given: InputSpec, *, length: int, fixed: bool) -> Made:
    pictures, words = Pictures(model), Words(model)
    ids = torch.zeros(2, length if fixed else 9, dtype=torch.int64)
    with torch.no_grad():
        dimension = int(pictures(_pixels(given)).shape[-1])
    spec = _spec(
        source,
        given,
        family=Family.CLIP,
        dimension=dimension,
        output=OutputSpec(name="image_embeds", normalise=True),
        text=TextSpec(file=WORDS, tokenizer=TOKENIZER, length=length, pad_to_length=fixed, output="text_embeds"),
    )

    def write_tokenizer(folder: Path) -> None:
        _tokenizer(source).backend_tokenizer.save(str(folder / TOKENIZER))

    return Made(
        replace(spec, files=(ModelFile(PICTURE), ModelFile(WORDS), ModelFile(TOKENIZER))),
        Tower(PICTURE, pictures, {"pixel_values": _pixels(given)}, "image_embeds"),
        Tower(
            WORDS,
            words,
            {"input_ids": ids},
            "text_embeds",
            {"input_ids": {0: "batch"} if fixed else {0: "batch", 1: "tokens"}},
        ),
        write_tokenizer,
    )
