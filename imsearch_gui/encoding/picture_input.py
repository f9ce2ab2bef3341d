"""Which input of a graph takes the picture, and in what form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.model_spec import Layout
from imsearch_gui.domain.model_toml import LARGEST_SIDE
from imsearch_gui.domain.proposal import Port, Wishes
from imsearch_gui.encoding.graph_facts import GraphFacts

FLOAT = "tensor(float)"
USUAL_SIDE = 224
_OTHER_SIDES = (256, 384, 299, 336, 378, 448, 512, 518, 112, 128, 64, 32)
"""Tried where the graph leaves its size open and then does not take the usual one."""


@dataclass(frozen=True, slots=True)
class PictureInput:
    """The input, and what its shape tells."""

    port: Port
    layouts: tuple[Layout, ...]
    """Two where the graph leaves it open, the likelier one first."""

    def sides(self, layout: Layout) -> tuple[int | None, int | None]:
        """(width, height); None where it is free."""
        shape = self.port.shape
        height, width = shape[2:] if layout is Layout.NCHW else shape[1:3]
        return width, height

    def sizes(
        self, layout: Layout, wished: tuple[int | None, int | None], seen: tuple[int | None, int | None]
    ) -> list[tuple[int, int]]:
        """(width, height) that may fit, the likeliest first: those of the graph, `wished`, `seen`, those that are usual."""
        width, height = self.sides(layout)
        if width is not None or height is not None:
            return [(width or height or 0, height or width or 0)]
        if wished != (None, None):
            return [(wished[0] or wished[1] or 0, wished[1] or wished[0] or 0)]
        usual = [(side, side) for side in (USUAL_SIDE, *_OTHER_SIDES)]
        return usual if None in seen else [(seen[0] or 0, seen[1] or 0), *usual]


def picture_input(facts: GraphFacts, wishes: Wishes) -> PictureInput:
    """The only input that takes a picture in colour; ModelError where there is none, or more is asked for than a picture."""
    name, ports = facts.path.name, facts.inputs
    if wishes.input is not None and wishes.input not in [port.name for port in ports]:
        raise ModelError(tr("{0} has no input {1!r}: name one of {2}.").format(name, wishes.input, _names(ports)))
    pictures = [port for port in ports if len(port.shape) == 4 and wishes.input in (None, port.name)]
    if not pictures:
        raise ModelError(_no_picture(name, ports))
    if len(ports) > 1:
        raise ModelError(_too_many(name, ports, pictures[0]))
    port = pictures[0]
    if port.type != FLOAT:
        raise ModelError(_no_floats(name, port.type))
    if port.shape[0] not in (None, 1):
        sentence = tr("{0} takes {1} pictures at once, and this program gives one: export it with a free batch size.")
        raise ModelError(sentence.format(name, port.shape[0]))
    found = PictureInput(port, _layouts(port, facts, wishes, name))
    for layout in found.layouts:
        _check_sides(found.sides(layout), wishes, name)
    return found


def _layouts(port: Port, facts: GraphFacts, wishes: Wishes, name: str) -> tuple[Layout, ...]:
    colours = {Layout.NCHW: port.shape[1], Layout.NHWC: port.shape[3]}
    exact = [layout for layout, count in colours.items() if count == 3]
    # Where both ends say 3 it is a picture of three pixels; where one says it, the other cannot be the colours.
    possible = exact or [layout for layout, count in colours.items() if count is None]
    if wishes.layout is not None:
        possible = [layout for layout in (wishes.layout,) if colours[layout] in (3, None)]
    if not possible:
        raise ModelError(
            tr("{0} takes no pictures of three channels, so none in colour: it is of no use here.").format(name)
        )
    if exact or wishes.layout is not None:
        return (possible[0],)
    return tuple(sorted(possible, key=lambda layout: (layout is Layout.NHWC) is not from_tensorflow(facts)))


def from_tensorflow(facts: GraphFacts) -> bool:
    """Whether it was made by Keras or TensorFlow, where colours come last and models have other habits."""
    return any(word in facts.producer.lower() for word in ("tf2onnx", "keras", "tensorflow"))


def _check_sides(sides: tuple[int | None, int | None], wishes: Wishes, name: str) -> None:
    for fixed, wished in zip(sides, (wishes.width, wishes.height), strict=True):
        if fixed is not None and wished is not None and fixed != wished:
            raise ModelError(_other_size(name, *sides))
        if fixed is not None and not 0 < fixed <= LARGEST_SIDE:
            sentence = tr("{0} takes pictures with a side of {1} pixels, and 1 to {2} make sense.")
            raise ModelError(sentence.format(name, fixed, LARGEST_SIDE))


def _other_size(name: str, width: int | None, height: int | None) -> str:
    if not width:
        return tr("{0} takes only pictures of any x {1} pixels: leave the size as it is.").format(name, height)
    if not height:
        return tr("{0} takes only pictures of {1} x any pixels: leave the size as it is.").format(name, width)
    return tr("{0} takes only pictures of {1} x {2} pixels: leave the size as it is.").format(name, width, height)


def _no_picture(name: str, ports: tuple[Port, ...]) -> str:
    if ports and all("int" in port.type and len(port.shape) <= 2 for port in ports):
        return tr(
            "{0} takes words and no picture: it is the text half of a model; import the half for pictures, and name this one with"
            " --text."
        ).format(name)
    if not ports:
        return tr("{0} takes nothing in, so no picture either: it is of no use here.").format(name)
    return tr("{0} takes no picture: a picture has four dimensions, and its inputs are {1}.").format(
        name, _shapes(ports)
    )


def _too_many(name: str, ports: tuple[Port, ...], picture: Port) -> str:
    others = [port for port in ports if port is not picture]
    if any("int" in port.type for port in others):
        return tr(
            "{0} takes words and a picture together ({1}): import the half for pictures, often called vision_model.onnx or"
            " visual/model.onnx."
        ).format(name, _names(ports))
    return tr(
        "{0} does not take one picture as its only input, but {1}: export it so that a picture is all it needs."
    ).format(name, _names(ports))


def _names(ports: Iterable[Port]) -> str:
    return ", ".join(port.name for port in ports)


def _shapes(ports: Iterable[Port]) -> str:
    return ", ".join(
        f"{port.name} [{', '.join('?' if side is None else str(side) for side in port.shape)}]" for port in ports
    )


def _no_floats(name: str, kind: str) -> str:
    match kind.removeprefix("tensor(").removesuffix(")"):
        case "float16":
            sentence = tr(
                "{0} takes its pictures as numbers of 16 bits, and this program gives numbers of 32 bits: export it with a float32"
                " input."
            )
        case "double":
            sentence = tr(
                "{0} takes its pictures as numbers of 64 bits, and this program gives numbers of 32 bits: export it with a float32"
                " input."
            )
        case "uint8":
            sentence = tr(
                "{0} takes its pictures as bytes, and this program gives numbers of 32 bits: export it with a float32 input."
            )
        case inner:
            return tr(
                "{0} takes its pictures as {1}, and this program gives numbers of 32 bits: export it with a float32 input."
            ).format(name, inner)
    return sentence.format(name)
