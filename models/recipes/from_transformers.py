"""ViT, DINOv2, CLIP and SigLIP 2 as `transformers` loads them."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import torch
import transformers
from towers import Made, Tower, say

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.model_spec import (
    Fact,
    Family,
    HubSource,
    InputSpec,
    ModelFile,
    ModelSpec,
    OutputSpec,
    PatchSpec,
    Pooling,
    TextSpec,
)
from imsearch_gui.encoding import hub
from imsearch_gui.encoding.guessing import as_id
from imsearch_gui.encoding.side_files import Hints, read_hints

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


@dataclass
class Source:
    """Where a model comes from: a folder that `save_pretrained` wrote, or a repository of the hub, pinned when it is asked."""

    name: str

    @property
    def is_folder(self) -> bool:
        return Path(self.name).is_dir()

    @property
    def title(self) -> str:
        return Path(self.name).absolute().name if self.is_folder else self.name.rpartition("/")[2]

    @property
    def url(self) -> str:
        return "" if self.is_folder else f"https://huggingface.co/{self.name}"

    @cached_property
    def commit(self) -> str | None:
        """What the main branch stands for now; None for a folder. Raises ModelError where the hub does not say it."""
        if self.is_folder:
            return None
        if self.name.count("/") != 1:
            raise ModelError(
                f"{self.name} is no folder here, no entry of the catalogue that a recipe makes, and no id of the hub (owner/name)."
            )
        try:
            return hub.look_up(HubSource(self.name), (ModelFile("config.json"),))[0].commit
        except ModelError as error:
            if getattr(getattr(error.__cause__, "response", None), "status_code", None) == 404:
                raise ModelError(f"The hub has no model {self.name} of transformers: check its name.") from error
            raise ModelError(str(error).replace("install the model again", "export it again")) from error

    def load(self, kind: Any, **options: Any) -> Any:
        """`kind.from_pretrained`; raises ModelError."""
        transformers.utils.logging.set_verbosity_error()
        transformers.utils.logging.disable_progress_bar()
        if self.commit is not None:
            options["revision"] = self.commit
        try:
            return kind.from_pretrained(self.name, **options)
        except (OSError, ValueError) as error:
            reason = str(error).strip().splitlines()
            raise ModelError(
                f"{self.name} cannot be loaded: {reason[0] if reason else type(error).__name__}"
            ) from error

    def model(self, kind: Any, **options: Any) -> Any:
        """The network in full precision; attention is written out, so that exporters and converters know what they see."""
        return self.load(kind, attn_implementation="eager", dtype=torch.float32, **options)

    @property
    def input(self) -> InputSpec:
        """The preprocessing that the model came with; raises ModelError where there is none.

        The processor fills in what its file leaves to it, so it is asked and not the file.
        """
        processor = self.load(transformers.AutoImageProcessor, backend="pil")
        hints = _read("preprocessor_config.json", json.dumps(processor.to_dict(), default=str))
        for note in hints.notes:
            say(note)
        if "width" not in hints.given:
            raise ModelError(
                f"The processor of {self.name} does not say how large its pictures are, so there is no recipe for it."
            )
        return InputSpec(**hints.given)

    @property
    def licence(self) -> str:
        """As the model card names it, else empty."""
        card = transformers.utils.cached_file(
            self.name,
            "README.md",
            revision=self.commit,
            _raise_exceptions_for_missing_entries=False,
            _raise_exceptions_for_connection_errors=False,
        )
        return (
            "" if card is None else _read("README.md", Path(card).read_text(encoding="utf-8", errors="replace")).licence
        )


def _read(name: str, content: str) -> Hints:
    """What is read out of one file beside a graph."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_text(content, encoding="utf-8")
        return read_hints(Path(folder) / PICTURE, {})


def vit(source: Source, given: InputSpec) -> Made:
    """ViT and DeiT: the class token of the last layer, as the course takes it."""
    model = source.model(transformers.AutoModel, add_pooling_layer=False)
    # DeiT has a second token in front of the patches, that of its teacher.
    return _tokens(model, source, given, registers=1 if model.config.model_type == "deit" else 0)


def dinov2(source: Source, given: InputSpec) -> Made:
    """DINOv2, with and without registers."""
    model = source.model(transformers.AutoModel)
    return _tokens(model, source, given, registers=getattr(model.config, "num_register_tokens", 0))


def clip(source: Source, given: InputSpec) -> Made:
    """CLIP: any number of tokens up to the tower's length."""
    return _towers(source.model(transformers.CLIPModel), source, given, fixed=False)


def siglip2(source: Source, given: InputSpec) -> Made:
    """SigLIP 2 of a fixed size: always the full number of tokens, filled up behind the words, in lower case."""
    made = _towers(source.model(transformers.SiglipModel), source, given, fixed=True)
    tokenizer = _tokenizer(source)
    assert made.spec.text is not None
    if tokenizer.padding_side != "right":
        raise ModelError(f"The tokenizer of {source.name} fills up before the words, which no SigLIP was trained with.")
    # It was trained on lower case, which its tokenizer leaves to whoever calls it.
    text = replace(made.spec.text, lowercase=True, pad_id=tokenizer.pad_token_id or 0)
    return replace(made, spec=replace(made.spec, text=text))


RECIPES: dict[str, Callable[[Source, InputSpec], Made]] = {
    "vit": vit,
    "dinov2": dinov2,
    "clip": clip,
    "siglip2": siglip2,
}
MODEL_TYPES = {
    "vit": "vit",
    "deit": "vit",
    "dinov2": "dinov2",
    "dinov2_with_registers": "dinov2",
    "clip": "clip",
    "siglip": "siglip2",
}


def recipe_for(source: Source) -> str:
    """By what the model's own configuration says of it; raises ModelError."""
    kind = source.load(transformers.AutoConfig).model_type
    if kind not in MODEL_TYPES:
        raise ModelError(
            f"There is no recipe for models of the type {kind!r}: there are recipes for {', '.join(sorted(MODEL_TYPES))}."
        )
    return MODEL_TYPES[kind]


def make(recipe: str, source: Source, given: InputSpec | None) -> Made:
    """Load what `source` is, with its own preprocessing where none is `given`; raises ModelError."""
    return RECIPES[recipe](source, given or source.input)


def _tokenizer(source: Source) -> Any:
    tokenizer = source.load(transformers.AutoTokenizer)
    if not tokenizer.is_fast:
        raise ModelError(
            f"The tokenizer of {source.name} cannot be written as a tokenizer.json, so it is of no use here."
        )
    return tokenizer


def _spec(source: Source, given: InputSpec, **more: Any) -> ModelSpec:
    commit = source.commit
    return ModelSpec(
        id=as_id(source.title.lower()),
        title=source.title,
        input=given,
        summary=f"Made from {source.title} by a recipe.",
        licence=source.licence,
        source=source.url,
        files=(ModelFile(PICTURE),),
        facts=() if commit is None else (Fact("revision that it was made from", commit, source.url, verified=True),),
        **more,
    )


def _pixels(given: InputSpec) -> torch.Tensor:
    return torch.zeros(2, 3, given.height, given.width)


def _tokens(model: Any, source: Source, given: InputSpec, *, registers: int) -> Made:
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


def _towers(model: Any, source: Source, given: InputSpec, *, fixed: bool) -> Made:
    """`fixed`: whether the text tower always takes its full length."""
    pictures, words = Pictures(model), Words(model)
    length = model.config.text_config.max_position_embeddings
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
