"""How the plain line files of this folder are read: one record a line, "#" begins a comment line."""

from collections.abc import Iterator
from pathlib import Path


def lines(name: str) -> Iterator[str]:
    """Every line of a data file that is neither empty nor a comment, its indentation kept."""
    for line in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line
