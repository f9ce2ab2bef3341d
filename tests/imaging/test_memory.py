"""Freed memory goes back to the system where the C library keeps it."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

from imsearch_gui.imaging.memory import give_back

# Blocks below glibc's mapping threshold, the last of which stays: without it the heap would shrink by itself.
PROGRAM = """
import psutil
from imsearch_gui.imaging.memory import give_back
blocks = [bytearray(64 << 10) for _ in range(1600)]
last = bytearray(64 << 10)
del blocks
full = psutil.Process().memory_info().rss
give_back()
print(full - psutil.Process().memory_info().rss)
"""


def test_it_can_be_called_on_every_system() -> None:
    give_back()
    give_back()


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library than glibc")
def test_what_was_freed_is_given_back() -> None:
    answer = subprocess.run([sys.executable, "-c", PROGRAM], check=True, capture_output=True, text=True, timeout=60)
    assert int(answer.stdout) > 80 << 20
