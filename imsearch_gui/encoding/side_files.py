"""What the files beside a graph say of its input: those of transformers, OpenCLIP (immich's, too) and timm.

Publishers put them beside the graph or one folder up. Whatever is there that makes no sense is left aside: a hint, not an order.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.model_spec import Channels, Interpolation, Resize, Rounding
from imsearch_gui.domain.model_toml import LARGEST_SIDE

TOWERS = frozenset({"onnx", "visual", "vision", "image", "image_encoder", "textual", "text", "text_encoder"})
"""Folders in which publishers keep the graphs, while what describes them lies one folder up."""
LARGEST_TEXT = 2**20

_PILLOW = {
    0: Interpolation.NEAREST,
    1: Interpolation.LANCZOS,
    2: Interpolation.BILINEAR,
    3: Interpolation.BICUBIC,
    4: Interpolation.BOX,
}
"""Pillow's numbers of its filters, which transformers writes."""

Table = Mapping[str, Any]


@dataclass(slots=True)
class Hints:
    """What was found; what was not is not there."""

    given: dict[str, Any] = field(default_factory=dict)
    """Fields of InputSpec."""
    files: list[str] = field(default_factory=list)
    """Names of those that said something of `given`."""
    notes: list[str] = field(default_factory=list)
    model_type: str = ""
    """As transformers calls it: 'vit', 'clip', 'dinov2'."""
    patch: int | None = None
    classifier: bool = False
    """Whether the whole was made to name classes."""
    text_length: int | None = None
    licence: str = ""


def read_hints(graph: Path, metadata: Mapping[str, str]) -> Hints:
    """Everything that the files around a graph say, and what it says itself in its metadata; the most exact goes first."""
    hints = Hints()
    for name, read in _READERS:
        for folder in places(graph):
            table = _table(folder / name, hints)
            if table is not None:
                _merge(hints, name, read(table, hints))
    for key in ("preprocess", "preprocess_cfg", "preprocessor_config"):
        _merge(hints, tr("its metadata ({0})").format(key), _of_metadata(metadata.get(key, ""), hints))
    hints.licence = next((found for folder in places(graph) if (found := _licence(folder / "README.md"))), "")
    return hints


def places(graph: Path) -> list[Path]:
    """Folders in which what belongs to a graph may lie."""
    folder = graph.parent
    return [folder, folder.parent] if folder.name.lower() in TOWERS else [folder]


def _table(path: Path, hints: Hints) -> Table | None:
    try:
        if not path.is_file() or path.stat().st_size > LARGEST_TEXT:
            return None
        table = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        hints.notes.append(tr("{0} lies beside the graph but cannot be read, so it was left aside.").format(path.name))
        return None
    return table if isinstance(table, dict) else None


def _merge(hints: Hints, name: str, found: Table) -> None:
    new = {key: value for key, value in found.items() if key not in hints.given}
    if new:
        hints.given.update(new)
        hints.files.append(name)


def _licence(card: Path) -> str:
    """The licence that the head of a model card names (`license: mit` between two lines of ---)."""
    try:
        if not card.is_file():
            return ""
        with card.open(encoding="utf-8") as file:
            head = file.read(4096)
    except (OSError, ValueError):
        return ""
    found = re.search(r"\A---\n(?:.*\n)*?license:\s*([A-Za-z0-9.+-]{2,40})\s*\n", head)
    return found[1] if found else ""


# -- transformers -------------------------------------------------------------------------------------------------------


def _transformers(table: Table, hints: Hints) -> dict[str, Any]:
    """preprocessor_config.json, or processor_config.json with an image processor in it."""
    inner = table.get("image_processor")
    table = inner if isinstance(inner, dict) else table
    if not any(key in table for key in ("image_mean", "do_resize", "do_normalize", "size", "crop_size")):
        return {}
    given = _sizes(table, hints) if table.get("do_resize", True) else {}
    resample = table.get("resample")
    if isinstance(resample, int) and resample in _PILLOW:
        given["interpolation"] = _PILLOW[resample]
    given["rounding"] = Rounding.TRANSFORMERS
    rescaled = table.get("do_rescale", True)
    given["scale"] = _real(table.get("rescale_factor")) or 1 / 255 if rescaled else 1.0
    if not table.get("do_normalize", True):
        given.update(mean=(0.0, 0.0, 0.0), std=(1.0, 1.0, 1.0))
    else:
        given.update(_statistics(table.get("image_mean"), table.get("image_std")))
    if table.get("do_flip_channel_order"):
        given["channels"] = Channels.BGR
    return given


def _sizes(table: Table, hints: Hints) -> dict[str, Any]:
    crop = _pair(table.get("crop_size")) if table.get("do_center_crop") else None
    wanted = table.get("size")
    share = _share(table.get("crop_pct"))
    if isinstance(wanted, dict):
        short, long, pair = _side(wanted.get("shortest_edge")), _side(wanted.get("longest_edge")), _pair(wanted)
    else:
        # Before sizes were tables, a number meant the short side where the middle was cut out, and both sides where not.
        number = _side(wanted)
        cut = crop is not None or share is not None
        short, long, pair = (number if cut else None), None, (number, number) if number and not cut else _pair(wanted)
    if short is not None and share is not None:
        # ConvNeXT: below 384 pixels a larger square is cut, above it everything is squashed.
        if short >= 384:
            return _squash(short, short)
        return _cut(short, short, int(short / share))
    if short is not None:
        if crop is None:
            hints.notes.append(tr("There pictures keep their shape; here the square in the middle is taken."))
        return _cut(*(crop or (short, short)), short)
    if pair is not None and crop is not None and crop != pair:
        sentence = tr(
            "There pictures are squashed to {0} x {1} before the middle is cut out; here they keep their shape."
        )
        hints.notes.append(sentence.format(*pair))
        return _cut(*crop, min(pair))
    if pair is not None:
        return _squash(*pair)
    if long is not None:
        return {"width": long, "height": long, "resize": Resize.PAD, "pad_value": 0}
    return {}


def _cut(width: int, height: int, short: int) -> dict[str, Any]:
    resize_to = max(short, width, height)
    return {"width": width, "height": height, "resize": Resize.SHORT_SIDE, "resize_to": resize_to}


def _squash(width: int, height: int) -> dict[str, Any]:
    return {"width": width, "height": height, "resize": Resize.SQUASH}


# -- OpenCLIP, timm, config.json ----------------------------------------------------------------------------------------


def _open_clip(table: Table, hints: Hints) -> dict[str, Any]:
    """preprocess_cfg.json, or the table of that name in open_clip_config.json and immich's config.json."""
    inner, model = table.get("preprocess_cfg"), _inner(table, "model_cfg")
    vision = _inner(model or table, "vision_cfg")
    words = _inner(model or table, "text_cfg")
    hints.text_length = hints.text_length or _side(words.get("context_length"))
    if vision and not hints.model_type:
        hints.model_type = "clip"
    hints.patch = hints.patch or _side(vision.get("patch_size"))
    said = inner if isinstance(inner, dict) else table
    size = _pair(said.get("size")) or _pair(vision.get("image_size"))
    given: dict[str, Any] = {}
    if size is not None:
        match said.get("resize_mode", "shortest"):
            case "squash":
                given = _squash(*size)
            case "longest":
                fill = said.get("fill_color")
                given = {"width": size[0], "height": size[1], "resize": Resize.PAD}
                given["pad_value"] = fill if isinstance(fill, int) and 0 <= fill <= 255 else 0
            case _:
                given = _cut(*size, min(size))
        given["rounding"] = Rounding.TORCHVISION
    given.update(_interpolation(said))
    given.update(_statistics(said.get("mean"), said.get("std")))
    return given


def _config(table: Table, hints: Hints) -> dict[str, Any]:
    """config.json, which transformers, timm and immich all write."""
    if isinstance(table.get("pretrained_cfg"), dict):
        return _timm(table["pretrained_cfg"])
    if "vision_cfg" in table or "model_cfg" in table:
        return _open_clip(table, hints)
    hints.model_type = hints.model_type or str(table.get("model_type", ""))
    vision = _inner(table, "vision_config") or table
    hints.patch = hints.patch or _side(vision.get("patch_size"))
    hints.text_length = hints.text_length or _side(_inner(table, "text_config").get("max_position_embeddings"))
    made_for = table.get("architectures")
    if isinstance(made_for, list):
        hints.classifier = any("Classification" in str(name) for name in made_for)
    pair = _pair(vision.get("image_size"))
    return {} if pair is None else {"width": pair[0], "height": pair[1]}


def _timm(table: Table) -> dict[str, Any]:
    size = table.get("input_size")
    pair = _pair(size[1:]) if isinstance(size, list) and len(size) == 3 else None
    share = _share(table.get("crop_pct")) or 0.875
    given: dict[str, Any] = {}
    if pair is not None:
        squashed = table.get("crop_mode", "center") == "squash"
        given = _squash(*pair) if squashed else _cut(*pair, math.floor(min(pair) / share))
        given["rounding"] = Rounding.TORCHVISION
    given.update(_interpolation(table))
    given.update(_statistics(table.get("mean"), table.get("std")))
    return given


def _of_metadata(text: str, hints: Hints) -> dict[str, Any]:
    try:
        table = json.loads(text) if 0 < len(text) <= LARGEST_TEXT else None
    except (ValueError, RecursionError):
        return {}
    if not isinstance(table, dict):
        return {}
    return _transformers(table, hints) or _open_clip(table, hints)


_READERS = (
    ("preprocessor_config.json", _transformers),
    ("processor_config.json", _transformers),
    ("preprocess_cfg.json", _open_clip),
    ("open_clip_config.json", _open_clip),
    ("config.json", _config),
)


# -- values -------------------------------------------------------------------------------------------------------------


def _inner(table: Table, key: str) -> Table:
    inner = table.get(key)
    return inner if isinstance(inner, dict) else {}


def _real(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _share(value: Any) -> float | None:
    """How much of the side is left after the cut."""
    number = _real(value)
    return number if number is not None and 0.25 <= number <= 1 else None


def _side(value: Any) -> int | None:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return value if whole and 0 < value <= LARGEST_SIDE else None


def _pair(value: Any) -> tuple[int, int] | None:
    """(width, height) of a number, of [height, width], or of a table of both."""
    match value:
        case dict():
            sides = value.get("width"), value.get("height")
        case [height, width]:
            sides = width, height
        case _:
            sides = value, value
    width, height = (_side(side) for side in sides)
    return (width, height) if width is not None and height is not None else None


def _interpolation(table: Table) -> dict[str, Any]:
    name = table.get("interpolation")
    return {"interpolation": Interpolation(name)} if name in tuple(Interpolation) else {}


def _statistics(mean: Any, std: Any) -> dict[str, Any]:
    """Both, or neither: one without the other is no description."""
    pairs = _triple(mean), _triple(std)
    return {} if None in pairs or 0.0 in (pairs[1] or ()) else {"mean": pairs[0], "std": pairs[1]}


def _triple(value: Any) -> tuple[float, float, float] | None:
    values = value if isinstance(value, list) else [value] * 3
    match [_real(item) for item in values]:
        case [float(red), float(green), float(blue)]:
            return red, green, blue
    return None
