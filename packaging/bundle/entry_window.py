"""What the frozen `imsearch-gui` starts with."""

import sys

from imsearch_gui.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
