"""The one way by which text from files comes to the screen.

Nothing here knows markup, and every character passes :func:`tuiexplorer.output.visible` first: what would steer the
terminal is shown, never obeyed. Each character stays one character, so offsets into the text hold for what is drawn.
"""

from collections.abc import Sequence

from rich.cells import cell_len

from tuiexplorer.output import visible

Ranges = Sequence[tuple[int, int]]
"""Half-open code-point ranges."""

_BLANKS = dict.fromkeys(map(ord, "\n\r\t\v\f"), " ")


def shown(text: str) -> str:
    """``text`` on one line, safe to draw."""
    # What Python calls printable has no blank but the space: to look each character up takes thirty times as long.
    return visible(text if text.isprintable() else text.translate(_BLANKS))


def end_of_path(path: str, width: int) -> str:
    """``path``; of one that takes more than ``width`` cells its end, from the first folder on that fits."""
    end = path
    for at in (at for at, character in enumerate(path) if character == "/"):
        if cell_len(end) <= width:
            break
        end = f"…{path[at:]}"
    return end
