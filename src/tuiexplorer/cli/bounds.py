"""The limits of reading, as the command line says them."""

from argparse import Namespace

from tuiexplorer.loading import Bounds


def bounds(options: Namespace) -> Bounds:
    """What may be read."""
    return Bounds(options.max_size, options.max_files, contained=getattr(options, "read_only", False))
