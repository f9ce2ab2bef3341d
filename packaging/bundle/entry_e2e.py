"""The program with tests/e2e/driver.py in it, for frozen_e2e.sh and tests/benchmarks/frozen_bench.py; nobody is given it.

imsearch-e2e SCENARIOS.py NAME FOLDER [ARGUMENT...]     as driver.py
imsearch-e2e --run SCRIPT.py [ARGUMENT...]              a script, with the modules of the bundle
"""

import multiprocessing
import runpy
import sys

from driver import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    if sys.argv[1:2] == ["--run"]:
        sys.argv = sys.argv[2:]
        runpy.run_path(sys.argv[0], run_name="__main__")
    else:
        sys.exit(main(sys.argv[1:]))
