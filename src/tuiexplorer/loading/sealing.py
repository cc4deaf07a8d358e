"""The compact form in which documents are kept and travel between processes: MessagePack, compressed, with a digest.

The file itself is at hand wherever a document is opened, so it need not be in it: the decoded text is left out where
the file is plain UTF-8, and the compression is primed with the file, in which all that a document says stands.
"""

import zlib
from functools import cache
from hashlib import blake2b, sha256

import msgspec

from tuiexplorer.model import Document, Doubt, Theme
from tuiexplorer.reading import Format, Source

VERSION = 2
"""To be raised when what is written here changes. What the grammar makes of an article is in the edition."""

_DIGEST = 8
_PRIMING = 1 << 15
"""So many bytes before them zlib can refer to."""
_LEVEL = 3

_Record = tuple[
    str | None, Format, str, str | None, str | None, str | None, tuple[Theme, ...], tuple[Doubt, ...]
]
"""Text (None where it is the file's bytes in UTF-8), format, encoding, title, subtitle, byline, themes, doubts."""


class DamagedError(Exception):
    """What was to be opened is not what was sealed."""


def seal(document: Document, data: bytes) -> bytes | None:
    """A document that was read from ``data``, sealed; None where it holds what cannot be written (lone surrogates)."""
    source = document.source
    try:
        text = None if source.text.encode() == data else source.text
        packed = msgspec.msgpack.encode(
            (
                text,
                source.format,
                source.encoding,
                document.title,
                document.subtitle,
                document.byline,
                document.themes,
                document.doubts,
            )
        )
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
        packed = zlib.decompressobj(zdict=data[-_PRIMING:]).decompress(squeezed)
        text, format, encoding, title, subtitle, byline, themes, doubts = _decoder().decode(packed)
        source = Source(
            path,
            digest or sha256(data).hexdigest(),
            data.decode() if text is None else text,
            format,
            encoding,
        )
    except (zlib.error, msgspec.MsgspecError, UnicodeError) as error:
        raise DamagedError from error
    return Document(source, title, subtitle, byline, themes, doubts)


@cache
def _decoder() -> "msgspec.msgpack.Decoder[_Record]":
    return msgspec.msgpack.Decoder(_Record)
