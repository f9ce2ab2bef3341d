"""How fast a model indexes here, measured before it is chosen."""

from __future__ import annotations

import itertools
import time
from collections.abc import Sequence
from pathlib import Path

from imsearch_gui.domain.cleaning import CleaningRules
from imsearch_gui.domain.plan import FoundFile
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.store import InstalledModel
from imsearch_gui.library.pool import worker_count
from imsearch_gui.library.worker import process

ENOUGH_FILES = 1_000_000


def measure_indexing(model: InstalledModel, pictures: Sequence[Path], *, seconds: float = 0.6) -> float:
    """Pictures a second: `pictures` go through what a worker does, on one thread, times the workers of a large job."""
    encoder = open_encoder(model)
    rules = CleaningRules()
    files = [FoundFile(path, 0, 0) for path in pictures]
    process(files[0], encoder, rules)
    began = time.perf_counter()
    count = 0
    for file in itertools.cycle(files):
        process(file, encoder, rules)
        count += 1
        if (spent := time.perf_counter() - began) >= seconds:
            break
    return count / spent * worker_count(0, ENOUGH_FILES)
