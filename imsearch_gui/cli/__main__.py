"""`python -m imsearch_gui.cli`."""

from __future__ import annotations

import sys

from imsearch_gui.cli import main

# Worker processes import this module anew; the guard keeps them from running the command again.
if __name__ == "__main__":
    sys.exit(main())
