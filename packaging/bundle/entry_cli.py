"""What the frozen `imsearch` starts with."""

import multiprocessing
import sys

from imsearch_gui.cli import main

if __name__ == "__main__":
    # Worker processes of a frozen program are this program again, told by an argument what they are.
    multiprocessing.freeze_support()
    sys.exit(main())
