"""How the plain line files of this folder are read: one record a line, "#" begins a comment line."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path


def lines(name: str) -> Iterator[str]:
    """Every line of a data file that is neither empty nor a comment, its indentation kept."""
    for line in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


@cache
def sections(name: str) -> Mapping[str, Sequence[str]]:
    """The words of each section of a data file, by what stands over it in brackets."""
    found: dict[str, list[str]] = {}
    words: list[str] = []
    for line in lines(name):
        if line[0] == "[" and line[-1] == "]":
            words = found.setdefault(line[1:-1], [])
        else:
            words += line.split()
    return found
