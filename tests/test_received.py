"""Arrays come in while another thread is loading numpy (each try in a process where nobody has it yet); answers break off."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from multiprocessing import Pipe

import pytest

from imsearch_gui.child_process import received

PROGRAM = """
import pickle, sys, threading, time
from multiprocessing import Pipe
from imsearch_gui.child_process import received

ours, theirs = Pipe()
theirs.send_bytes({data!r})
assert "numpy" not in sys.modules
together = threading.Barrier(2)

def load():
    together.wait()
    import numpy

other = threading.Thread(target=load)
other.start()
together.wait()
time.sleep({pause})
value = received(ours)
other.join()
print(int(value.sum()))
"""


@pytest.mark.parametrize("pause", [0.0, 0.01, 0.02, 0.03])
def test_an_array_that_comes_while_numpy_is_being_loaded_waits_for_it(pause: float) -> None:
    import pickle

    import numpy as np

    program = PROGRAM.format(data=pickle.dumps(np.arange(5)), pause=pause)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout.strip(), done.returncode) == ("10", 0), done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there a message comes whole or not at all")
@pytest.mark.parametrize("sent", [b"", b"\0", struct.pack("!i", 1000), struct.pack("!i", 1000) + b"half"])
def test_what_breaks_off_is_an_end_wherever_it_does(sent: bytes) -> None:
    ours, theirs = Pipe(duplex=False)
    with ours:
        with theirs:
            os.write(theirs.fileno(), sent)
        with pytest.raises(EOFError):
            received(ours)
