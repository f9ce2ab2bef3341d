"""The text tower of a model that is imported: where it lies, and how it takes words."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.model_spec import TextSpec
from imsearch_gui.domain.model_toml import LONGEST_TEXT
from imsearch_gui.domain.proposal import Port
from imsearch_gui.encoding.graph_facts import GraphFacts
from imsearch_gui.encoding.side_files import Hints, places

FOLDER = "text"
"""Where the tower and its files go in the model's folder: they may be called as those of the pictures are."""
TOKENIZER = "tokenizer.json"
_PARTS = ("vocab.json", "merges.txt")
"""Of CLIP's tokenizer in its older form."""
_CLIP_LENGTH, _SIGLIP_LENGTH = 77, 64


def find_text(graph: Path) -> Path | None:
    """The text tower beside an image tower, as publishers call them; None where there is none."""
    names = [re.sub("vision", "text", graph.name), re.sub("visual", "textual", graph.name)]
    # A text tower of another precision is as good: its vectors lie in the same space.
    names += [f"{name}.onnx" for old, name in (("vision", "text_model"), ("visual", "textual")) if old in graph.stem]
    candidates = [graph.with_name(name) for name in names if name != graph.name]
    if graph.parent.name in ("visual", "vision"):
        candidates += [graph.parent.with_name(folder) / graph.name for folder in ("textual", "text")]
    return next((path for path in candidates if path.is_file()), None)


def find_tokenizer(text: Path, wished: Path | None = None) -> Path:
    """A tokenizer.json, or the folder of its two older files; ModelError where there is neither."""
    for place in places(text) if wished is None else [wished]:
        if place.is_file() and place.name not in _PARTS:
            return place
        folder = place.parent if place.name in _PARTS else place
        if (folder / TOKENIZER).is_file():
            return folder / TOKENIZER
        if all((folder / name).is_file() for name in _PARTS):
            return folder
    sentence = tr("There is no tokenizer.json in {0}, without which {1} takes no words: name it with --tokenizer.")
    raise ModelError(sentence.format(wished or text.parent, text.name))


def tokenizer_text(path: Path) -> str:
    """The content of a tokenizer.json, made of the older files where `path` is their folder; ModelError."""
    from imsearch_gui.encoding.tokenizer import LARGEST, clip_tokenizer

    try:
        if path.is_dir() or path.suffix == ".gz":
            return clip_tokenizer(path)
        if path.stat().st_size > LARGEST:
            raise ModelError(tr("The tokenizer {0} is far too large to be one.").format(path.name))
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise ModelError(tr("The tokenizer {0} cannot be read ({1}).").format(path, str(error))) from error


def guess_text(facts: GraphFacts, hints: Hints, tokenizer: str, *, siglip: bool, dimension: int) -> TextSpec:
    """How the tower takes words; ModelError where it takes none, or gives no vector as long as that of a picture."""
    name = facts.path.name
    ids, mask = _inputs(facts)
    table = _table(tokenizer, name)
    truncation, padding = _part(table, "truncation"), _part(table, "padding")
    fixed = ids.shape[1] if len(ids.shape) == 2 else None
    length = fixed or _whole(truncation.get("max_length")) or hints.text_length
    return TextSpec(
        file=f"{FOLDER}/{name}",
        tokenizer=f"{FOLDER}/{TOKENIZER}",
        length=length or (_SIGLIP_LENGTH if siglip else _CLIP_LENGTH),
        pad_to_length=fixed is not None or siglip or isinstance(padding.get("strategy"), dict),
        pad_id=_whole(padding.get("pad_id"), least=0) or 0,
        lowercase=siglip,
        input=ids.name,
        mask=None if mask is None else mask.name,
        output=_output(facts, dimension),
    )


def _inputs(facts: GraphFacts) -> tuple[Port, Port | None]:
    """(tokens, attention mask)"""
    whole = [port for port in facts.inputs if port.type in ("tensor(int64)", "tensor(int32)") and len(port.shape) == 2]
    masks = [port for port in whole if "mask" in port.name.lower()]
    others = [port for port in whole if port not in masks]
    ids = [port for port in others if "ids" in port.name.lower()] if len(others) > 1 else others
    if len(ids) != 1 or len(masks) > 1 or len(facts.inputs) != 1 + len(masks):
        if not facts.inputs:
            sentence = tr(
                "{0} does not take words as a text tower does, as tokens and perhaps their mask: it takes nothing."
            )
            raise ModelError(sentence.format(facts.path.name))
        sentence = tr("{0} does not take words as a text tower does, as tokens and perhaps their mask: it takes {1}.")
        raise ModelError(sentence.format(facts.path.name, ", ".join(port.name for port in facts.inputs)))
    return ids[0], masks[0] if masks else None


def _output(facts: GraphFacts, dimension: int) -> str:
    vectors = [port for port in facts.outputs if len(port.shape) == 2 and port.shape[1] in (dimension, None)]
    telling = [port for port in vectors if re.search("embed|pool|feature", port.name.lower())]
    if not vectors:
        shapes = ", ".join(f"{port.name} {_sides(port.shape)}" for port in facts.outputs)
        sentence = tr("{0} gives no vector of {1} numbers as the pictures do, but {2}: it belongs to another model.")
        raise ModelError(sentence.format(facts.path.name, dimension, shapes))
    return min(telling or vectors, key=lambda port: port.shape[1] is None).name


def _sides(shape: Sequence[int | None]) -> str:
    return f"[{', '.join('?' if side is None else str(side) for side in shape)}]"


def _table(text: str, name: str) -> Mapping[str, Any]:
    try:
        table = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ModelError(tr("The tokenizer for {0} is not a tokenizer.json: {1}.").format(name, str(error))) from error
    if not isinstance(table, dict) or "model" not in table:
        raise ModelError(tr("The tokenizer for {0} is not a tokenizer.json of the library `tokenizers`.").format(name))
    return table


def _part(table: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    part = table.get(key)
    return part if isinstance(part, dict) else {}


def _whole(value: Any, *, least: int = 2) -> int | None:
    fits = (
        isinstance(value, int) and not isinstance(value, bool) and least <= value <= (LONGEST_TEXT if least else 2**31)
    )
    return value if fits else None
