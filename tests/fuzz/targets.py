"""Every target by its name. Whoever wants them puts this folder, and the one above, on the path of imports first."""

from __future__ import annotations

import library_targets
import model_targets
import picture_targets
import planted_targets
import truth_targets
import vector_targets
import window_targets
from making import Target

TARGETS: dict[str, Target] = {
    target.name: target
    for module in (
        library_targets,
        planted_targets,
        vector_targets,
        model_targets,
        picture_targets,
        truth_targets,
        window_targets,
    )
    for target in module.TARGETS
}
