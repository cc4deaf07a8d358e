"""The form in which a line is judged: its punctuation in full width, character for character."""

import re

from msgspec.structs import replace

from tuiexplorer.layout.line import Line

_STROKES = "│┃∣︱▕❘¦ǀ"
# One set of first characters, so that the rest of a line is passed over at once.
_HALF = re.compile(rf"[,:;?!{_STROKES}](?:(?<=[{_STROKES}])|(?<=[一-鿿”》）].)|(?=[一-鿿“《（]))")
_FULL = dict(zip(",:;?!", "，：；？！", strict=True)) | dict.fromkeys(_STROKES, "|")


def full_width(line: Line) -> Line:
    """``line`` with the punctuation of Chinese in full width, and all its strokes one; letters keep theirs."""
    text = _HALF.sub(lambda mark: _FULL[mark[0]], line.text)
    return line if text == line.text else replace(line, text=text)
