"""From what is known of a graph to a description: what was seen goes before what is usual, and the user's word before both.

Every guess is said in a sentence for the user.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import reduce
from pathlib import Path
from typing import Any

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.model_spec import (
    Family,
    InputSpec,
    Layout,
    ModelFile,
    ModelSpec,
    OutputSpec,
    PatchSpec,
    Pooling,
    Resize,
)
from imsearch_gui.domain.proposal import OutputChoice, Port, Wishes, poolings_of
from imsearch_gui.encoding.conventions import Convention, convention_for, numbers_of_scaling
from imsearch_gui.encoding.graph_facts import GraphFacts
from imsearch_gui.encoding.picture_input import PictureInput, from_tensorflow
from imsearch_gui.encoding.side_files import TOWERS, Hints

GENERIC = frozenset(
    {
        "model",
        "vision-model",
        "visual",
        "graph",
        "encoder",
        "image-encoder",
        "vision",
        "network",
        "net",
        "export",
        "onnx",
    }
)
"""File names that say nothing; the folder's is taken then."""
_VARIANT = re.compile(r"[-_.](fp16|fp32|float16|float32|int8|uint8|quantized|quint8|q4f16|q4|bnb4|simplified)$")
_GOOD_NAMES = ("embed", "pooler", "feature", "vector", "descriptor", "hidden", "pool")
_CLASS_NAMES = ("logits", "prob", "class", "softmax", "score")
_OTHER_NAMES = ("attn", "attention", "box", "mask", "detection", "landmark", "keypoint")
"""Of outputs that are no vector, whatever their shape."""
_CLASS_COUNTS = (1000, 1001, 21841, 21843)
"""ImageNet-1k with and without background, ImageNet-21k: an output of such a width is one of classes."""
_FINDS_OBJECTS = ("detect", "segment", "pose", "obb")
"""Tasks in the metadata of Ultralytics' exports, whose outputs are boxes."""
_CONVOLUTIONS = ("Conv", "QLinearConv", "ConvInteger", "FusedConv", "NhwcConv")
_ATTENTIONS = ("Softmax", "QLinearSoftmax", "Attention", "MultiHeadAttention", "LayerNormalization")
_USUAL_PATCHES = (16, 14, 32, 8, 12, 7)
_MOST_OTHER_TOKENS = 16
"""Class tokens, distillation tokens and registers together; no model has more."""


@dataclass(slots=True)
class Guess:
    """What is known of one graph, and what is said about it."""

    facts: GraphFacts
    hints: Hints
    wishes: Wishes
    name: str
    """What the model is called, as far as file and folder tell."""
    notes: list[str] = field(default_factory=list)

    @property
    def convention(self) -> tuple[Convention, str]:
        return convention_for(f"{self.name} {self.hints.model_type}", tensorflow=from_tensorflow(self.facts))


def called(path: Path) -> str:
    """What a file is called: by its own name, or, where that says nothing, by its folder's and its variant."""
    stem = path.stem
    variant = _VARIANT.search(stem.lower())
    plain = re.sub(r"[\s_.]+", "-", _VARIANT.sub("", stem.lower()))
    if plain not in GENERIC:
        return stem
    folder = path.absolute().parent
    while folder.name.lower() in TOWERS:
        folder = folder.parent
    if re.fullmatch(r"[0-9a-f]{40}", folder.name):  # the hub's cache: models--owner--name/snapshots/<commit>
        folder = folder.parent.parent
    name = folder.name.rpartition("--")[2]
    return f"{name}-{variant[1]}" if variant and name else name or stem


def as_id(name: str) -> str:
    """A name as an id: ASCII letters, digits, - _ . only."""
    return re.sub(r"[^A-Za-z0-9._-]", "-", name).lstrip("-_.")[:100] or "model"


def listed(parts: Iterable[str]) -> str:
    """'a, b, c'; not joined, since what a part was made of would be lost on its way to another process."""
    return reduce(lambda said, part: tr("{0}, {1}", "list").format(said, part), parts)


# -- input --------------------------------------------------------------------------------------------------------------


def guess_input(guess: Guess, found: PictureInput, layout: Layout, size: tuple[int, int]) -> InputSpec:
    """The whole way from a picture to the tensor, for a graph that takes `size` (width, height) in `layout`."""
    convention, sign = guess.convention
    seen = numbers_of_scaling(guess.facts.scaling[found.port.name]) if found.port.name in guess.facts.scaling else None
    said = _fitting(guess, size)
    given: dict[str, Any] = {**convention.given, **(seen[0] if seen else {}), **said}
    given.update(_wished(guess.wishes), width=size[0], height=size[1], layout=layout, name=found.port.name)
    given.setdefault("resize", Resize.SHORT_SIDE)
    if given["resize"] is Resize.SHORT_SIDE:
        # Where nothing is said, the cut is as deep as is usual for the kind.
        given.setdefault("resize_to", round(max(size) * (1.0 if "resize" in said else convention.resize_share)))
        if guess.wishes.resize_to is None:
            given["resize_to"] = max(given["resize_to"], *size)
    spec = InputSpec(**given)
    _tell_input(guess, spec, said, seen[1] if seen else "", convention.numbers, sign)
    if None in found.sides(layout) and guess.wishes.width is None and "width" not in said:
        guess.notes.append(tr("The graph takes pictures of any size: taken to be {0} x {1}.").format(*size))
    return spec


def _fitting(guess: Guess, size: tuple[int, int]) -> dict[str, Any]:
    """What the files beside the graph say, without what does not fit its size."""
    said = dict(guess.hints.given)
    sides = said.get("width"), said.get("height")
    if None not in sides and sides != size:
        for key in ("width", "height", "resize_to"):
            said.pop(key, None)
        if guess.wishes.width is None:
            sentence = tr("The files beside it say {0} x {1}, and the graph takes {2} x {3}.")
            guess.notes.append(sentence.format(*sides, *size))
    return said


def _wished(wishes: Wishes) -> dict[str, Any]:
    kept = ("resize", "resize_to", "interpolation", "mean", "std", "scale", "channels")
    return {key: value for key, value in asdict(wishes).items() if key in kept and value is not None}


def _tell_input(guess: Guess, spec: InputSpec, said: Mapping[str, Any], seen: str, usual: str, sign: str) -> None:
    wishes = guess.wishes
    if guess.hints.files:
        sentence = (
            tr("What happens to a picture is taken from {0} beside it.")
            if {"mean", "resize"} & set(said)
            else tr("The size of a picture is taken from {0} beside it.")
        )
        guess.notes.append(sentence.format(listed(guess.hints.files)))
    if wishes.mean is None and wishes.std is None and "mean" not in said:
        guess.notes.append(_told_numbers(seen, tr(usual), sign))
    if wishes.resize is None and "resize" not in said:
        guess.notes.append(_told_fit(spec))


def _told_numbers(seen: str, usual: str, sign: str) -> str:
    if seen:
        return tr("Pixels go in as {0}.").format(seen)
    if sign:
        return tr("Nothing says how pixels become numbers: taken to be {0}, as is usual for {1}.").format(usual, sign)
    return tr("Nothing says how pixels become numbers: taken to be {0}, as for most models.").format(usual)


def _told_fit(spec: InputSpec) -> str:
    match spec.resize:
        case Resize.SHORT_SIDE:
            return tr(
                "Nothing says how a picture is fitted: the short side becomes {0} pixels, then the middle is cut out."
            ).format(spec.resize_to)
        case Resize.SQUASH:
            return tr(
                "Nothing says how a picture is fitted: it is squashed to the size of the input, whatever its shape."
            )
        case Resize.PAD:
            return tr("Nothing says how a picture is fitted: it is kept whole, with a border.")


# -- output -------------------------------------------------------------------------------------------------------------


def choice_of(port: Port, facts: GraphFacts, picture: Layout, *, shares: bool = False) -> OutputChoice:
    """What may become of an output; `shares` where its numbers were seen to add up to 1."""
    layout = _map_layout(port.shape, picture)
    # More rows than pictures are tokens without a batch: every later picture would get the vector of another.
    one_each = port.shape[:1] in ((1,), (None,))
    ways = poolings_of(port.shape, layout) if one_each and not _is_no_vector(port, facts) else ()
    return OutputChoice(port.name, port.shape, ways, layout, classes=bool(ways) and (shares or _is_classes(port)))


def _map_layout(shape: Sequence[int | None], picture: Layout) -> Layout:
    """Of a map: the two sides that are alike are height and width; else as the picture goes in."""
    if len(shape) != 4:
        return Layout.NCHW
    first, second, third = shape[1:]
    if first == second != third and None not in (first, third):
        return Layout.NHWC
    if second == third != first and None not in (second, first):
        return Layout.NCHW
    return picture


def _is_no_vector(port: Port, facts: GraphFacts) -> bool:
    return any(word in port.name.lower() for word in _OTHER_NAMES) or facts.metadata.get("task") in _FINDS_OBJECTS


def _is_classes(port: Port) -> bool:
    name = port.name.lower()
    if any(word in name for word in _GOOD_NAMES):
        return False
    return any(word in name for word in _CLASS_NAMES) or (len(port.shape) == 2 and port.shape[1] in _CLASS_COUNTS)


def choose_output(guess: Guess, choices: Sequence[OutputChoice]) -> tuple[OutputChoice, Pooling]:
    """The output that is wished for, else the one that looks most like a vector: a telling name first, then the shape."""
    name, wishes = guess.facts.path.name, guess.wishes
    if wishes.output is not None:
        return _wished_output(guess, choices)
    usable = [choice for choice in choices if choice.poolings]
    vectors = [choice for choice in usable if not choice.classes]
    if guess.hints.classifier and len(vectors) == 1 and len(vectors[0].shape) == 2:
        usable, vectors = [replace(vectors[0], classes=True)], []
    if not vectors and usable:
        sentence = tr(
            "{0} is a classifier: it gives {1} class scores and no vector. Export it with the layer before the classes as an"
            " output, or ask for the scores knowingly (--output {2})."
        )
        raise ModelError(sentence.format(name, usable[0].shape[-1], usable[0].name))
    if not vectors:
        raise ModelError(_no_vector(name, choices))
    best = min(vectors, key=lambda choice: _rank(choice, guess))
    if len(usable) > 1:
        others = listed(tr("“{0}”").format(choice.name) for choice in usable if choice is not best)
        sentence = tr("Of its outputs, “{0}” looks most like a vector; {1} can be had as well.")
        guess.notes.append(sentence.format(best.name, others))
    if any(choice.classes for choice in usable):
        guess.notes.append(tr("It was made to name classes, too: their scores are left aside."))
    return best, _pooling(guess, best)


def _no_vector(name: str, choices: Sequence[OutputChoice]) -> str:
    if not choices:
        return tr(
            "{0} has no output that could be a vector: a vector has two dimensions, tokens three, maps four, and its outputs are no"
            " numbers."
        ).format(name)
    return tr(
        "{0} has no output that could be a vector: a vector has two dimensions, tokens three, maps four, and its outputs are {1}."
    ).format(name, ", ".join(_described(choice) for choice in choices))


def _rank(choice: OutputChoice, guess: Guess) -> tuple[bool, bool, int]:
    # Of these, the pooler was not trained, or for another purpose: the class token is what their publishers compare.
    tokens_first = guess.hints.model_type in ("vit", "deit", "beit", "dinov2", "dinov2_with_registers")
    good = any(word in choice.name.lower() for word in _GOOD_NAMES)
    return tokens_first and "last_hidden" not in choice.name.lower(), not good, len(choice.shape)


def _wished_output(guess: Guess, choices: Sequence[OutputChoice]) -> tuple[OutputChoice, Pooling]:
    name, wished = guess.facts.path.name, guess.wishes.output
    found = next((choice for choice in choices if choice.name == wished), None)
    if found is None:
        sentence = tr("{0} has no output {1!r}: name one of {2}.")
        raise ModelError(sentence.format(name, wished, ", ".join(choice.name for choice in choices)))
    # Asked for by name, it is taken whatever it is called.
    if found.shape[:1] in ((1,), (None,)):
        found = replace(found, poolings=found.poolings or poolings_of(found.shape, found.layout))
    if not found.poolings:
        sentence = tr("The output {0} of {1} is no vector, no tokens and no map: choose another.")
        raise ModelError(sentence.format(_described(found), name))
    if found.classes:
        sentence = tr(
            "“{0}” are the scores of {1} classes, as you asked for: pictures count as alike when they show the same kinds of"
            " things."
        )
        guess.notes.append(sentence.format(found.name, found.shape[-1]))
    return found, _pooling(guess, found)


def _pooling(guess: Guess, choice: OutputChoice) -> Pooling:
    wished = guess.wishes.pooling
    fitting = [pooling for pooling, _ in choice.poolings]
    if wished is not None and wished not in fitting:
        sentence = tr("Pooling {0!r} does not fit the output {1} of {2}: it takes {3}.")
        name = guess.facts.path.name
        raise ModelError(sentence.format(wished.value, _described(choice), name, ", ".join(fitting)))
    usual = Pooling.MEAN if _has_no_class_token(choice) else fitting[0]
    if wished is None and len(fitting) > 1:
        sentence = {
            Pooling.CLS: tr("“{0}” is {1}: its first token is taken."),
            Pooling.MEAN: tr("“{0}” is {1}: the mean of its places is taken."),
        }[usual]
        guess.notes.append(sentence.format(choice.name, " x ".join(_side(side) for side in choice.shape[1:])))
    return wished or usual


def _has_no_class_token(choice: OutputChoice) -> bool:
    """Where the tokens fill a square they are patches, every one of them; a class token would be one too many."""
    tokens = (choice.shape[1] or 0) if len(choice.shape) == 3 else 0
    return tokens > 1 and math.isqrt(tokens) ** 2 == tokens


def _described(choice: OutputChoice) -> str:
    return f"{choice.name} [{', '.join(_side(side) for side in choice.shape)}]"


def _side(side: int | None) -> str:
    return "?" if side is None else str(side)


# -- the whole ----------------------------------------------------------------------------------------------------------


def guess_family(guess: Guess, choices: Sequence[OutputChoice]) -> Family:
    if guess.wishes.family is not None:
        return guess.wishes.family
    known = guess.convention[0].family
    if known is Family.CLIP or any(choice.name in ("image_embeds", "image_features") for choice in choices):
        return Family.CLIP
    operators = guess.facts.operators
    if sum(operators.get(name, 0) for name in _CONVOLUTIONS) >= 8:
        return Family.CNN
    attends = any(operators.get(name, 0) >= 2 for name in _ATTENTIONS)
    has_tokens = any(len(choice.shape) == 3 and choice.poolings for choice in choices)
    return Family.VIT if attends or has_tokens or known is Family.VIT else Family.CNN


def guess_patches(guess: Guess, choices: Sequence[OutputChoice], given: InputSpec) -> PatchSpec | None:
    """The output with a token for each patch, where their number tells how they lie."""
    facts, hints = guess.facts, guess.hints
    tokens = [choice for choice in choices if len(choice.shape) == 3 and choice.poolings and not choice.classes]
    if not tokens:
        return None
    known = facts.patch or ((hints.patch, hints.patch) if hints.patch else None)
    sizes = [known] if known else [(side, side) for side in _USUAL_PATCHES]
    for choice in sorted(tokens, key=lambda choice: "last" not in choice.name.lower()):
        for high, wide in sizes:
            rows, columns = given.height // high, given.width // wide
            skip = (choice.shape[1] or 0) - rows * columns
            if rows > 1 and columns > 1 and 0 <= skip <= _MOST_OTHER_TOKENS:
                guess.notes.append(
                    tr(
                        "“{0}” has {1} x {2} patches after %Ln other token(s): with them it can say where a match lies.",
                        "",
                        skip,
                    ).format(choice.name, rows, columns)
                )
                return PatchSpec(choice.name, rows, columns, skip)
    return None


def put_together(guess: Guess, given: InputSpec, choice: OutputChoice, pooling: Pooling, family: Family) -> ModelSpec:
    """The description; ModelError where only a run could tell how long the vectors are."""
    wishes, path = guess.wishes, guess.facts.path
    dimension = choice.dimension(pooling)
    if dimension is None:
        sentence = tr(
            "{0} does not say how long its output {1!r} is: describe it in a model.toml, or import it with"
            " `imsearch models import`."
        )
        raise ModelError(sentence.format(path.name, choice.name))
    normalise = family is Family.CLIP if wishes.normalise is None else wishes.normalise
    layout = choice.layout if len(choice.shape) == 4 else Layout.NCHW
    return ModelSpec(
        id=wishes.id or as_id(guess.name),
        title=wishes.title or wishes.id or guess.name,
        family=family,
        dimension=dimension,
        input=given,
        output=OutputSpec(choice.name, pooling, normalise, layout),
        files=(ModelFile(path.name), *(ModelFile(name) for name in guess.facts.external)),
        licence=wishes.licence or guess.hints.licence,
        source=wishes.source or "",
    )
