"""What tests of models share."""

from __future__ import annotations

from pathlib import Path

import pytest

from imsearch_gui import paths


@pytest.fixture
def own_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the models that a test imports go."""
    monkeypatch.setattr(paths, "user_models", lambda: tmp_path / "data" / "models")
    return tmp_path / "data" / "models"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where a graph may be put, nothing else beside it."""
    return tmp_path / "things" / "nice.onnx"
