"""Whether the folders of a library can be reached just now."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Sequence
from pathlib import Path

PATIENCE_S = 2.0
"""A network folder whose server is gone may not answer for minutes; whoever asks is not kept waiting for it."""


class _Question:
    """Whether one folder is there: asked once, however many wait for the answer."""

    def __init__(self, folder: Path, filled: bool) -> None:
        self.there = False
        self.began = time.monotonic()
        self._folder, self._filled = folder, filled
        self.thread = threading.Thread(target=self._look, name="imsearch reach", daemon=True)

    def _look(self) -> None:
        self.there = is_there(self._folder, filled=self._filled)


_asked: dict[tuple[Path, bool], _Question] = {}
_gate = threading.Lock()


def reachable(folders: Sequence[tuple[Path, bool]], patience_s: float = PATIENCE_S) -> list[bool]:
    """For each (folder, whether the library knows images of it): is it there?

    An empty folder of which images are known is a mount point without its disk, so it is not. One that does not answer within
    `patience_s` seconds, for all of them together, is not there either.
    """
    questions = [_ask(folder, filled) for folder, filled in folders]
    for question in questions:
        # From when it was first asked: a folder that has not answered by then is not waited for again and again.
        question.thread.join(max(0.0, question.began + patience_s - time.monotonic()))
    return [question.there for question in questions]


def is_there(folder: Path, *, filled: bool = False) -> bool:
    """Whether a folder can be looked into, and is not empty where `filled` says that it should not be. Takes its time."""
    try:
        with os.scandir(folder) as entries:
            return not filled or next(entries, None) is not None
    except OSError:
        return False


def _ask(folder: Path, filled: bool) -> _Question:
    """A new question, or the one that has no answer yet: a thread each time would pile them up."""
    with _gate:
        before = _asked.get((folder, filled))
        if before is not None and before.thread.is_alive():
            return before
        question = _asked[folder, filled] = _Question(folder, filled)
        question.thread.start()
    return question
