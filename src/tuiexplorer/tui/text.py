"""The one way by which text from files comes to the screen.

Nothing here knows markup, and every character passes :func:`tuiexplorer.output.visible` first: what would steer the
terminal is shown, never obeyed. Each character stays one character, so offsets into the text hold for what is drawn.
"""

from collections.abc import Sequence

from tuiexplorer.output import visible

Ranges = Sequence[tuple[int, int]]
"""Half-open code-point ranges."""

_BLANKS = dict.fromkeys(map(ord, "\n\r\t\v\f"), " ")


def shown(text: str) -> str:
    """``text`` on one line, safe to draw."""
    return visible(text.translate(_BLANKS))
