"""`imsearch-gui` and `python -m imsearch_gui`: the window.

Worker processes import this module anew, so it loads nothing until it is asked to run.
"""

from __future__ import annotations

import sys


def main() -> int:
    import multiprocessing

    multiprocessing.freeze_support()
    from imsearch_gui.app import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
