"""Qt in a long life of the program."""

from __future__ import annotations

import subprocess
import sys

MANY_CALLS = """
import imsearch_gui.bridge
from PySide6.QtCore import QObject, Signal

class Source(QObject):
    said = Signal(int)

source = Source()
heard = []
source.said.connect(heard.append)
for number in range(30_000):
    source.said.emit(number)
    source.setObjectName("a call that returns nothing")
print(len(heard))
"""


def test_the_interpreter_outlives_many_signals_and_calls() -> None:
    done = subprocess.run([sys.executable, "-c", MANY_CALLS], capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout.strip() == "30000", done.stderr
    assert done.returncode == 0, done.stderr
