"""``python -m tuiexplorer`` is the command ``tuiexplorer``."""

import sys

from tuiexplorer.cli import main

if __name__ == "__main__":
    sys.exit(main())
