"""OpenCV, brought in so that nothing else notices.

Its wheel holds a Qt of its own and points the environment to it when it is imported, after which no other Qt program that inherits
that environment starts (opencv-python #736).
"""

from __future__ import annotations

import os
from functools import cache
from types import ModuleType

_CHANGED = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR", "LD_LIBRARY_PATH")


@cache
def opencv() -> ModuleType:
    """The module `cv2`. One thread for each picture: several pictures are at work at a time, and the answer is always the same."""
    before = {name: os.environ.get(name) for name in _CHANGED}
    import cv2

    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
    cv2.setNumThreads(1)
    return cv2
