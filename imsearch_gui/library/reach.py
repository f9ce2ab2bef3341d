"""Whether the folders of a library can be reached just now."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Sequence
from pathlib import Path

PATIENCE_S = 2.0
"""A network folder whose server is gone may not answer for minutes; whoever asks is not kept waiting for it."""

_asking: dict[Path, threading.Thread] = {}
_gate = threading.Lock()


def reachable(folders: Sequence[tuple[Path, bool]], patience_s: float = PATIENCE_S) -> list[bool]:
    """For each (folder, whether the library knows images of it): is it there?

    An empty folder of which images are known is a mount point without its disk, so it is not. One that does not answer within
    `patience_s` seconds, for all of them together, is not there either.
    """
    answers: dict[Path, bool] = {}
    threads = [_ask(folder, filled, answers) for folder, filled in folders]
    until = time.monotonic() + patience_s
    for thread in threads:
        if thread is not None:
            thread.join(max(0.0, until - time.monotonic()))
    return [answers.get(folder, False) for folder, _ in folders]


def is_there(folder: Path, *, filled: bool = False) -> bool:
    """Whether a folder can be looked into, and is not empty where `filled` says that it should not be. Takes its time."""
    try:
        with os.scandir(folder) as entries:
            return not filled or next(entries, None) is not None
    except OSError:
        return False


def _ask(folder: Path, filled: bool, answers: dict[Path, bool]) -> threading.Thread | None:
    """None where the last question about this folder has no answer yet: a thread each time would pile them up."""

    def look() -> None:
        answers[folder] = is_there(folder, filled=filled)

    with _gate:
        before = _asking.get(folder)
        if before is not None and before.is_alive():
            return None
        thread = _asking[folder] = threading.Thread(target=look, name="imsearch reach", daemon=True)
        thread.start()
    return thread
