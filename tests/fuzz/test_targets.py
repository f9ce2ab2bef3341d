"""Hostile input of every kind: the short form, always the same. The long one is tests/soak/hostile.py."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

EXAMPLES = {
    "catalog rows": 40,
    "catalog of an earlier schema": 8,
    "catalog bytes": 50,
    "saved searches": 50,
    "saved searches, made up": 100,
    "planted files": 30,
    "graph file": 150,
    "graph fields": 200,
    "vectors file": 12,
    "stats file": 8,
    "rotation": 200,
    "learned statistics": 300,
    "model.toml": 200,
    "model.toml, made up": 300,
    "note of the 8-bit form": 100,
    "ONNX graph": 300,
    "tokenizer": 150,
    "tokenizer, made up": 200,
    "CLIP vocabulary": 100,
    "files beside a graph": 50,
    "files beside a graph, made up": 50,
    "reference of a model": 300,
    "pictures": 300,
    "picture bombs": 15,
    "metadata, made up": 150,
    "table of queries": 100,
    "table of queries, made up": 100,
    "Oxford files": 100,
    "revisited pickle": 300,
    "revisited pickle, made up": 200,
    "drop": 300,
    "text": 300,
    "handed over": 300,
    "handed over, made up": 300,
    "address": 60,
    "numeric address": 50,
    "settings": 60,
    "crash reports": 60,
    "leftovers": 100,
    "newer release": 300,
    "newer release, made up": 300,
    "regions and rules": 300,
}
"""How many of each, as far as they are quick: all together take half a minute."""


OF_CHOICES = frozenset(
    {name for name in EXAMPLES if name.endswith("made up")}
    | {
        "catalog rows",
        "catalog of an earlier schema",
        "planted files",
        "graph fields",
        "drop",
        "address",
        "numeric address",
    }
)
"""Made of choices, without a sound file to begin with."""
OF_PARTS = frozenset({"CLIP vocabulary", "files beside a graph"})
"""Whose sound files are too large to be made here."""


def test_each_has_its_number(targets: dict[str, Any]) -> None:
    assert EXAMPLES.keys() == targets.keys()


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name not in OF_CHOICES | OF_PARTS])
def test_what_was_made_in_good_faith_is_taken(name: str, targets: dict[str, Any]) -> None:
    """A target that refuses everything would prove nothing."""
    target = targets[name]
    assert not target.raw
    assert any(target.run(seed) == "taken" for seed in target.seeds())


@pytest.mark.parametrize("name", EXAMPLES)
def test_hostile_input_is_refused_or_taken_and_nothing_else(name: str, targets: dict[str, Any]) -> None:
    target = targets[name]

    @settings(
        max_examples=EXAMPLES[name],
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.integers(0, 2**32 - 1))
    def once(number: int) -> None:
        assert target.run(target.made(Random(number))) in ("taken", "refused", "not written", "no TOML")

    once()
