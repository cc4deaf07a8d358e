"""The form in which a line is judged: its punctuation in full width, character for character."""

import re

from msgspec.structs import replace

from tuiexplorer.layout.line import Line

_HALF = re.compile(r"[,:;?!](?:(?<=[一-鿿”》）].)|(?=[一-鿿“《（]))")
_FULL = dict(zip(",:;?!", "，：；？！", strict=True))


def full_width(line: Line) -> Line:
    """``line`` with the punctuation of Chinese in full width; that of letters and figures keeps its own."""
    text = _HALF.sub(lambda mark: _FULL[mark[0]], line.text)
    return line if text == line.text else replace(line, text=text)
