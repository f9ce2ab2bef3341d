"""Why a sentence was said. Signals carry the sentence alone; who asks for details finds here what was behind it."""

from __future__ import annotations

import threading
import traceback
from collections import OrderedDict
from collections.abc import Iterator
from pathlib import Path

from imsearch_gui.domain.errors import KnownError

MOST = 64
"""Sentences that are remembered; far more than a window shows at a time."""
FRAMES = 4
"""Places of a traceback that are told, the innermost: the log has them all."""

_reasons: OrderedDict[str, str] = OrderedDict()
_gate = threading.Lock()


def keep_reason(sentence: str, error: BaseException) -> None:
    """Remember what was behind a sentence; nothing where the sentence says all of it. From any thread."""
    reason = "\n".join(_lines(error))
    with _gate:
        _reasons.pop(sentence, None)
        if reason:
            _reasons[sentence] = reason
            while len(_reasons) > MOST:
                _reasons.popitem(last=False)


def reason_of(sentence: str) -> str:
    """What was behind a sentence, in a few lines for people who know programs; empty where nothing more is known."""
    with _gate:
        return _reasons.get(sentence, "")


def _lines(error: BaseException) -> Iterator[str]:
    known = isinstance(error, KnownError)
    if not known:
        yield f"{type(error).__name__}: {error}".rstrip(": ")
        frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
        yield from (f"  {Path(frame.filename).name}, line {frame.lineno}, {frame.name}" for frame in reversed(frames))
    if error.__cause__ is not None:
        if not known:
            yield ""
        yield from _lines(error.__cause__)
