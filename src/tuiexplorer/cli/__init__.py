"""The command line: browse, find, export, check."""

from tuiexplorer.cli.run import main

__all__ = ["main"]
