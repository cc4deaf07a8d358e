"""What Textual writes: panes side by side, of which one is painted, or all are."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hypothesis import strategies as st
from rich.cells import cell_len

WIDTH, HEIGHT = 24, 3
PANES = ((0, 11), (11, 13))
"""First column and width of each."""

Pieces = list[tuple[str, str]]
"""Texts, each with its style."""

STYLES = [
    "", "1", "1;3;4", "7", "9;2", "39;49", "1;39;49", "31", "1;31;44", "97;100",
    "38;5;74", "38;5;253;48;5;233", "1;38;5;253;48;5;233", "4;38;5;253;48;5;25", "38;2;1;22;233;48;2;0;0;0",
]  # fmt: skip


class Step(NamedTuple):
    """Rows of a pane get other contents; then they are painted, or the whole screen is."""

    whole: bool
    pane: int
    changed: dict[int, Pieces]
    cursor: tuple[int, int]


def steps_with(characters: str) -> st.SearchStrategy[list[Step]]:
    """Some steps with texts of these characters."""
    text = st.lists(st.sampled_from(characters), max_size=12).map("".join)
    pieces = st.lists(st.tuples(st.sampled_from(STYLES), text), max_size=3)
    changed = st.dictionaries(st.integers(0, HEIGHT - 1), pieces, min_size=1)
    cursor = st.tuples(st.integers(0, WIDTH - 1), st.integers(0, HEIGHT - 1))
    step = st.builds(Step, st.booleans(), st.integers(0, len(PANES) - 1), changed, cursor)
    return st.lists(step, min_size=1, max_size=6)


def written(steps: Sequence[Step]) -> Iterator[str]:
    """What is written for each step."""
    content: dict[tuple[int, int], Pieces] = {}
    for step in steps:
        content |= {(y, step.pane): pieces for y, pieces in step.changed.items()}
        if step.whole:
            rows = [
                (y, 0, [_row(content.get((y, pane), []), pane) for pane in (0, 1)]) for y in range(HEIGHT)
            ]
        else:
            rows = [
                (y, PANES[step.pane][0], [_row(step.changed[y], step.pane)]) for y in sorted(step.changed)
            ]
        x, y = step.cursor
        yield "\n".join(_place(x, y) + "".join(texts) for y, x, texts in rows) + _place(x, y)


def _row(pieces: Pieces, pane: int) -> str:
    """The pieces, cut and filled to the width of the pane."""
    room, row = PANES[pane][1], ""
    for style, text in [*pieces, ("", " " * WIDTH)]:
        fits = next(text[:end] for end in range(len(text), -1, -1) if cell_len(text[:end]) <= room)
        room -= cell_len(fits)
        row += f"\x1b[{style}m{fits}\x1b[0m" if style else fits
    return row


def _place(x: int, y: int) -> str:
    return f"\x1b[{y + 1};{x + 1}H"
