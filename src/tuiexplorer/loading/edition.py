"""Which program reads: another grammar makes other documents of the same files."""

import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path

from tuiexplorer.loading.sealing import VERSION

READING = ("lexicon", "reading", "layout", "attribution", "model")
"""The layers on whose code and word lists a document depends."""


@cache
def edition() -> bytes:
    """A digest of the parts of this program on which a document depends."""
    return digest_of(*READING)


def digest_of(*layers: str) -> bytes:
    """A digest of the code and word lists of some of the program's layers."""
    package = Path(__file__).parents[1]
    digest = blake2b(f"{VERSION} {sys.version_info[:2]}".encode(), digest_size=16)
    for layer in layers:
        for path in sorted((package / layer).iterdir()):
            if path.is_file():
                digest.update(path.read_bytes())
    return digest.digest()


@cache
def html_edition() -> str:
    """Which libraries find the article in a page; empty where there are none."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return " ".join(version(name) for name in ("trafilatura", "lxml"))
    except PackageNotFoundError:
        return ""
