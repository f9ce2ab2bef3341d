"""The picture that a model is tried and verified with where it came without one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from imsearch_gui.domain.model_spec import ModelSpec, Reference
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.reference_picture import draw_reference
from imsearch_gui.encoding.store import InstalledModel

PICTURE = "reference.npy"
VECTOR = "reference_vector.npy"


def with_reference(spec: ModelSpec, folder: Path) -> ModelSpec:
    """Run the model on the reference picture, write picture and vector into its folder; raises ModelError where it fails."""
    picture = draw_reference(spec.input.width, spec.input.height)
    bare = replace(spec, reference=None)
    vector = open_encoder(InstalledModel(bare, folder)).encode(picture[np.newaxis])[0]
    np.save(folder / PICTURE, picture, allow_pickle=False)
    np.save(folder / VECTOR, vector, allow_pickle=False)
    return replace(spec, reference=Reference(PICTURE, VECTOR))
