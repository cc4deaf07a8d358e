"""Which program reads: another grammar makes other documents of the same files."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b

from tuiexplorer.loading.sealing import VERSION

READING = ("lexicon", "reading", "layout", "attribution", "model")
"""The layers on whose code and word lists a document depends."""


@cache
def edition() -> bytes:
    """A digest of the parts of this program on which a document depends."""
    return digest_of(*READING)


def digest_of(*layers: str) -> bytes:
    """A digest of the code and word lists of some of the program's layers."""
    package = os.path.dirname(os.path.dirname(__file__))
    digest = blake2b(f"{VERSION} {sys.version_info[:2]}".encode(), digest_size=16)
    for layer in layers:
        for path in sorted(_files(os.path.join(package, layer))):
            with open(path, "rb", buffering=0) as file:
                digest.update(file.read())
    return digest.digest()


def _files(folder: str) -> Iterator[str]:
    """What lies in a folder and in those below it, but for what Python makes of it."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file():
                yield entry.path
            elif entry.name != "__pycache__":
                yield from _files(entry.path)


@cache
def html_edition() -> str:
    """Which libraries find the article in a page; empty where there are none."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return " ".join(version(name) for name in ("trafilatura", "lxml"))
    except PackageNotFoundError:
        return ""
