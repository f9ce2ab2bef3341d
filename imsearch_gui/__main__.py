"""`imsearch-gui` and `python -m imsearch_gui`: the window, or a word to the one that is open.

Worker processes import this module anew, so it loads nothing until it is asked to run.
"""

from __future__ import annotations

import sys


def main() -> int:
    import multiprocessing

    multiprocessing.freeze_support()
    from imsearch_gui.wishes import parse

    wishes = parse(sys.argv[1:])
    if not wishes.new_window:
        from imsearch_gui.bridge.handing_over import hand_over

        if hand_over(wishes):
            return 0
    from imsearch_gui.app import run

    return run(wishes)


if __name__ == "__main__":
    sys.exit(main())
