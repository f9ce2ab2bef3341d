"""Randomly initialised models, written as their publishers do, and what the recipes make of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def small_source(parity: Any, shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """small_source(kind): a folder of `save_pretrained` with two narrow layers, made once."""

    @cache
    def make(name: str) -> Path:
        folder = tmp_path_factory.mktemp("sources") / name
        made: Path = parity.make_source(
            parity.KINDS[name], folder, small=True, tokenizer=shared_data / "tokenizer_clip"
        )
        return made

    return make


@pytest.fixture(scope="session")
def small_model(
    parity: Any, small_source: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Any]:
    """small_model(kind): what the recipe makes of it, once."""
    return cache(lambda name: parity.export(small_source(name), tmp_path_factory.mktemp("models") / name))
