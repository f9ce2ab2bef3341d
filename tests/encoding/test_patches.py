"""What a model sees in each patch of a picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.model_spec import Family, InputSpec, ModelFile, ModelSpec, OutputSpec, PatchSpec, Resize
from imsearch_gui.encoding.encoder import Encoder, open_encoder
from imsearch_gui.encoding.store import InstalledModel, ModelStore

PIXELS = np.random.default_rng(1).integers(256, size=(32, 32, 3), dtype=np.uint8)


@pytest.fixture
def tower(tmp_path: Path, graph_makers: Any) -> Callable[[PatchSpec | None], Encoder]:
    """tower(patches): a class token and a second one before 4 x 4 patches of four numbers."""
    graph_makers.tower(tmp_path / "tower.onnx", others=2)

    def described(patches: PatchSpec | None) -> Encoder:
        spec = ModelSpec(
            id="tower",
            title="Tower",
            family=Family.VIT,
            dimension=4,
            files=(ModelFile("tower.onnx"),),
            input=InputSpec(width=32, height=32, resize=Resize.SQUASH),
            output=OutputSpec("pooler_output"),
            patches=patches,
        )
        return open_encoder(InstalledModel(spec, tmp_path))

    return described


def test_other_tokens_are_left_out(tower: Callable[..., Encoder]) -> None:
    encoder = tower(PatchSpec("last_hidden_state", 4, 4, skip=2))
    patches = encoder.patches(PIXELS)
    assert patches.shape == (4, 4, 4)
    # The vector of this graph is the mean of its patches.
    np.testing.assert_allclose(patches.mean(axis=(0, 1)), encoder.encode(PIXELS[np.newaxis])[0], atol=1e-5)
    # What stands in one place of the picture is seen in the patch there, rows downwards.
    changed = PIXELS.copy()
    changed[24:, :8] = 255
    where = np.abs(encoder.patches(changed) - patches).max(axis=2) > 1e-6
    assert np.argwhere(where).tolist() == [[3, 0]]


def test_a_model_without_patches_says_so(tower: Callable[..., Encoder]) -> None:
    for encoder in (tower(None), open_encoder(ModelStore().find("pixels"))):
        with pytest.raises(ModelError, match="not where in it"):
            encoder.patches(PIXELS)


def test_other_patches_than_the_description_says(tower: Callable[..., Encoder]) -> None:
    for patches in (PatchSpec("last_hidden_state", 4, 4, skip=1), PatchSpec("pooler_output", 1, 3)):
        with pytest.raises(ModelError, match=r"correct its model\.toml"):
            tower(patches).patches(PIXELS)
