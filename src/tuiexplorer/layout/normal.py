"""The form in which a line is judged: its punctuation in full width, character for character."""

import re

from msgspec.structs import replace

from tuiexplorer.layout.line import Line

_HALF = re.compile(r"[,:;?!](?:(?<=[一-鿿”》）].)|(?=[一-鿿“《（]))|[│┃∣︱▕❘¦ǀ]")
_FULL = dict(zip(",:;?!", "，：；？！", strict=True)) | dict.fromkeys("│┃∣︱▕❘¦ǀ", "|")


def full_width(line: Line) -> Line:
    """``line`` with the punctuation of Chinese in full width, and all its strokes one; letters keep theirs."""
    text = _HALF.sub(lambda mark: _FULL[mark[0]], line.text)
    return line if text == line.text else replace(line, text=text)
