"""The compact form in which documents are kept and travel between processes: packed, compressed, with a digest.

The compression is primed with the file, in which most of what is left in the packed document stands, too.
"""

import zlib
from hashlib import blake2b

from tuiexplorer.loading.packing import pack, unpack
from tuiexplorer.model import Document

VERSION = 4
"""To be raised when what is written here changes. What the grammar makes of an article is in the edition."""

_DIGEST = 8
_PRIMING = 1 << 15
"""So many bytes before them zlib can refer to."""
_LEVEL = 3


class DamagedError(Exception):
    """What was to be opened is not what was sealed."""


def seal(document: Document, data: bytes) -> bytes | None:
    """A document that was read from ``data``, sealed; None where it holds what cannot be written (lone surrogates)."""
    try:
        packed = pack(document, data)
    except UnicodeEncodeError:
        return None
    squeeze = zlib.compressobj(_LEVEL, zdict=data[-_PRIMING:])
    squeezed = squeeze.compress(packed) + squeeze.flush()
    return blake2b(squeezed, digest_size=_DIGEST).digest() + squeezed


def unseal(sealed: bytes, path: str, digest: str, data: bytes) -> Document:
    """The document that was sealed, as read from ``path``, where ``data`` stands; ``digest`` is its SHA-256 if known.

    Raises:
        DamagedError: it was not sealed here, or from other data, or bits of it are lost.
    """
    squeezed = sealed[_DIGEST:]
    if blake2b(squeezed, digest_size=_DIGEST).digest() != sealed[:_DIGEST]:
        raise DamagedError
    try:
        return unpack(zlib.decompressobj(zdict=data[-_PRIMING:]).decompress(squeezed), path, digest, data)
    except (zlib.error, ValueError, IndexError, RecursionError) as error:
        raise DamagedError from error
