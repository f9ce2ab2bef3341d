"""The program with tests/e2e/driver.py in it, for packaging/linux/frozen_e2e.sh alone; nobody is given it."""

import multiprocessing
import sys

from driver import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:]))
