"""Which input of a graph takes the picture, and in what form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from imsearch_gui.domain.errors import ModelError
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
        raise ModelError(f"{name} has no input {wishes.input!r}: name one of {_names(ports)}.")
    pictures = [port for port in ports if len(port.shape) == 4 and wishes.input in (None, port.name)]
    if not pictures:
        raise ModelError(_no_picture(name, ports))
    if len(ports) > 1:
        raise ModelError(_too_many(name, ports, pictures[0]))
    port = pictures[0]
    if port.type != FLOAT:
        raise ModelError(
            f"{name} takes its pictures as {_kind(port.type)}, and this program gives numbers of 32 bits: export it with a"
            " float32 input."
        )
    if port.shape[0] not in (None, 1):
        raise ModelError(
            f"{name} takes {port.shape[0]} pictures at once, and this program gives one: export it with a free batch size."
        )
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
        raise ModelError(f"{name} takes no pictures of three channels, so none in colour: it is of no use here.")
    if exact or wishes.layout is not None:
        return (possible[0],)
    return tuple(sorted(possible, key=lambda layout: (layout is Layout.NHWC) is not from_tensorflow(facts)))


def from_tensorflow(facts: GraphFacts) -> bool:
    """Whether it was made by Keras or TensorFlow, where colours come last and models have other habits."""
    return any(word in facts.producer.lower() for word in ("tf2onnx", "keras", "tensorflow"))


def _check_sides(sides: tuple[int | None, int | None], wishes: Wishes, name: str) -> None:
    for fixed, wished in zip(sides, (wishes.width, wishes.height), strict=True):
        if fixed is not None and wished is not None and fixed != wished:
            width, height = (side or "any" for side in sides)
            raise ModelError(f"{name} takes only pictures of {width} x {height} pixels: leave the size as it is.")
        if fixed is not None and not 0 < fixed <= LARGEST_SIDE:
            raise ModelError(
                f"{name} takes pictures with a side of {fixed} pixels, and 1 to {LARGEST_SIDE} make sense."
            )


def _no_picture(name: str, ports: tuple[Port, ...]) -> str:
    if ports and all("int" in port.type and len(port.shape) <= 2 for port in ports):
        return (
            f"{name} takes words and no picture: it is the text half of a model; import the half for pictures, and name this one"
            " with --text."
        )
    if not ports:
        return f"{name} takes nothing in, so no picture either: it is of no use here."
    return f"{name} takes no picture: a picture has four dimensions, and its inputs are {_shapes(ports)}."


def _too_many(name: str, ports: tuple[Port, ...], picture: Port) -> str:
    others = [port for port in ports if port is not picture]
    if any("int" in port.type for port in others):
        return (
            f"{name} takes words and a picture together ({_names(ports)}): import the half for pictures, often called"
            " vision_model.onnx or visual/model.onnx."
        )
    return f"{name} does not take one picture as its only input, but {_names(ports)}: export it so that a picture is all it needs."


def _names(ports: Iterable[Port]) -> str:
    return ", ".join(port.name for port in ports)


def _shapes(ports: Iterable[Port]) -> str:
    return ", ".join(
        f"{port.name} [{', '.join('?' if side is None else str(side) for side in port.shape)}]" for port in ports
    )


def _kind(kind: str) -> str:
    inner = kind.removeprefix("tensor(").removesuffix(")")
    return {"float16": "numbers of 16 bits", "uint8": "bytes", "double": "numbers of 64 bits"}.get(inner, inner)
