"""What a graph does with its picture first, as far as it can be read off."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from onnx import helper

from imsearch_gui.encoding.graph_facts import GraphFacts, read_facts


def scaled(graph_makers: Any, place: Path, *steps: tuple[str, Any], first: bool = False) -> GraphFacts:
    nodes, weights, name = [], {}, "picture"
    for number, (kind, value) in enumerate(steps):
        after = f"step{number}"
        if value is None:
            nodes.append(helper.make_node(kind, [name], [after]))
        else:
            weights[f"w{number}"] = np.asarray(value, np.float32)
            pair = [f"w{number}", name] if first else [name, f"w{number}"]
            nodes.append(helper.make_node(kind, pair, [after]))
        name = after
    nodes += [helper.make_node("GlobalAveragePool", [name], ["p"]), helper.make_node("Flatten", ["p"], ["vector"])]
    return read_facts(graph_makers.save(place, nodes, weights=weights))


def test_a_graph_that_scales_its_pixels(graph_makers: Any, place: Path) -> None:
    mean = np.array([0.5, 0.25, 0.125], np.float32).reshape(1, 3, 1, 1)
    facts = scaled(graph_makers, place, ("Identity", None), ("Mul", [1 / 255]), ("Sub", mean), ("Div", [0.5]))
    seen = facts.scaling["picture"]
    assert seen.factor == pytest.approx([2 / 255] * 3)
    assert seen.offset == pytest.approx([-1.0, -0.5, -0.25])


@pytest.mark.parametrize(
    ("kind", "first", "factor", "offset"),
    [
        ("Sub", False, 1, -4),
        ("Sub", True, -1, 4),
        ("Add", True, 1, 4),
        ("Mul", True, 4, 0),
        ("Div", False, 0.25, 0),
    ],
)
def test_every_way_of_scaling(
    kind: str, first: bool, factor: float, offset: float, graph_makers: Any, place: Path
) -> None:
    seen = scaled(graph_makers, place, (kind, 4.0), first=first).scaling["picture"]
    assert (seen.factor, seen.offset) == ((factor,) * 3, (offset,) * 3)


@pytest.mark.parametrize(("kind", "value"), [("Div", 0.0), ("Pow", 2.0), ("Mul", np.ones((1, 3, 8, 8)))])
def test_what_is_no_scaling(kind: str, value: Any, graph_makers: Any, place: Path) -> None:
    assert scaled(graph_makers, place, (kind, value)).scaling == {}


def test_nor_is_what_two_operators_take(graph_makers: Any, place: Path) -> None:
    nodes = [
        helper.make_node("Mul", ["picture", "w"], ["x"]),
        helper.make_node("Add", ["x", "picture"], ["y"]),
        helper.make_node("GlobalAveragePool", ["y"], ["p"]),
        helper.make_node("Flatten", ["p"], ["vector"]),
    ]
    facts = read_facts(graph_makers.save(place, nodes, weights={"w": np.array(2.0, np.float32)}))
    assert facts.scaling == {}


def test_a_normalisation_learned_in_the_batch(graph_makers: Any, place: Path) -> None:
    weights = {name: np.array(values, np.float32) for name, values in BATCH.items()}
    nodes = [
        helper.make_node("BatchNormalization", ["picture", *BATCH], ["x"], epsilon=0.0),
        helper.make_node("GlobalAveragePool", ["x"], ["p"]),
        helper.make_node("Flatten", ["p"], ["vector"]),
    ]
    seen = read_facts(graph_makers.save(place, nodes, weights=weights)).scaling["picture"]
    assert seen.factor == pytest.approx([0.5, 0.25, 0.125])
    assert seen.offset == pytest.approx([-4.0, -1.5, 0.25])


BATCH = {"scale": [1, 1, 1], "bias": [1, 1, 1], "mean": [10, 10, 6], "variance": [4, 16, 64]}


def test_patches_are_those_of_the_first_convolution(graph_makers: Any, place: Path) -> None:
    assert read_facts(graph_makers.tower(place, side=32, patch=8)).patch == (8, 8)
    assert read_facts(graph_makers.sound(place)).patch is None
