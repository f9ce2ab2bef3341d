"""The targets, which lie beside the tests as plain modules, so that tests/soak takes them, too."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent


@pytest.fixture(scope="session")
def targets() -> dict[str, Any]:
    """Name -> making.Target"""
    sys.path[:0] = [str(HERE), str(HERE.parent)]
    try:
        import targets

        return dict(targets.TARGETS)
    finally:
        del sys.path[:2]
