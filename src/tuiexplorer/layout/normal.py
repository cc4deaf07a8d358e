"""The form in which a line is judged: its punctuation in full width, character for character."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tuiexplorer.layout.line import Line

_STROKES = "│┃∣︱▕❘¦ǀ"
# One set of first characters, so that the rest of a line is passed over at once.
_HALF = re.compile(rf"[,:;?!{_STROKES}](?:(?<=[{_STROKES}])|(?<=[一-鿿”》）].)|(?=[一-鿿“《（]))")
_FULL = dict(zip(",:;?!", "，：；？！", strict=True)) | dict.fromkeys(_STROKES, "|")


def half_width_in(text: str) -> list[str]:
    """Which characters of a whole text :func:`full_width` may write anew: mostly two or three."""
    return [mark for mark in _FULL if mark in text]


def full_width(line: Line, half: Sequence[str]) -> Line:
    """``line`` with the punctuation of Chinese in full width, and all its strokes one; letters keep theirs.

    ``half`` is what :func:`half_width_in` tells of the text that the line is from.
    """
    text = line.text
    for mark in half:
        if mark in text:
            wide = _HALF.sub(lambda found: _FULL[found[0]], text)
            return line if wide == text else replace(line, text=wide)
    return line
