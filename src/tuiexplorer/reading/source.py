"""A decoded source: the text that every offset in the program counts."""

from typing import Literal

from msgspec import Struct

Span = tuple[int, int]
"""A half-open pair of code-point offsets [start, end) into :attr:`Source.text`."""

Format = Literal["text", "markdown", "html"]


class Source(Struct, frozen=True, gc=False):
    """One file as read.

    ``text`` is what the bytes decode to, line endings untouched, a byte-order mark dropped; for HTML it is the
    article's own text as extracted. Bytes that fit no encoding stand in it as U+FFFD.
    """

    path: str
    """As the user named it (below a folder: folder/name); ``-`` for standard input."""
    sha256: str
    """Hex digest of the file's bytes."""
    text: str
    format: Format = "text"
    encoding: str = "utf-8"
    left_out: tuple[str, ...] = ()
    """For HTML, what could be paragraphs of an article and was not taken for part of this one, in their order."""
