"""Lines of styled text before they are drawn: what the panes show, as plain values."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from rich.cells import cell_len

from tuiexplorer.tui.choice import Choice
from tuiexplorer.tui.library import Key
from tuiexplorer.tui.text import Ranges, shown
from tuiexplorer.tui.wrap import ellipsize, wrap


class Run(Struct, frozen=True):
    """A stretch of a line with one role, which the style sheet colours. The text is safe to draw."""

    text: str
    role: str = "body"


Line = tuple[Run, ...]


WRAPPED = "wrapped"
"""The role of the run that begins a line on which a wrapped text goes on: its margin, which may be empty."""

Target = Key | Choice
"""Where a line can lead: to an entry, or to several."""


class Cell(Struct, frozen=True):
    """A stretch of a line, in cells of the terminal, that leads elsewhere than the rest of the line."""

    start: int
    end: int
    target: Target


class Page(Struct, frozen=True):
    """What a pane shows: its lines, and where some of them lead."""

    lines: tuple[Line, ...] = ()
    links: Mapping[int, Target] = field(default_factory=dict)
    cells: Mapping[int, tuple[Cell, ...]] = field(default_factory=dict)
    """Of lines in which one can choose."""


EMPTY: Line = ()


def line(*parts: str | tuple[str, str], margin: int = 0) -> Line:
    """A line of ``parts``: text, or text and role. The text may come from a file."""
    runs = [Run(shown(part)) if isinstance(part, str) else Run(shown(part[0]), part[1]) for part in parts]
    return ((Run(" " * margin),) if margin else ()) + tuple(run for run in runs if run.text)


MEASURE = 80
"""The most cells that a line of text has: longer ones lose the eye on its way back."""


def measure(width: int) -> int:
    """The cells of a line of text where there are ``width``."""
    return min(width, MEASURE)


def width_of(runs: Iterable[Run]) -> int:
    """The cells that ``runs`` take."""
    return sum(cell_len(run.text) for run in runs)


def marked(text: str, role: str, marks: Sequence[tuple[str, Ranges]]) -> Line:
    """``text`` in runs: ``role``, but where the ranges of a mark lie the mark's own; later marks win."""
    return tuple(_runs(shown(text), 0, len(text), role, _roles(len(text), role, marks)))


def paragraph(
    text: str,
    width: int,
    *,
    role: str = "body",
    marks: Sequence[tuple[str, Ranges]] = (),
    indent: int = 0,
    margin: int = 0,
) -> list[Line]:
    """``text`` wrapped to ``width`` cells, the first line indented, with the ranges of each mark in its role."""
    safe = shown(text)
    roles = _roles(len(text), role, marks)
    lines: list[Line] = []
    for number, (start, end) in enumerate(wrap(safe, max(2, width - margin), indent)):
        blank = " " * (margin + (indent if number == 0 else 0))
        before = (Run(blank, WRAPPED),) if number else (Run(blank),) if blank else ()
        lines.append(before + tuple(_runs(safe, start, end, role, roles)))
    return lines


def spread(left: Line, right: Line, width: int) -> Line:
    """``left``, and ``right`` at the far end of a line of ``width`` cells; ``left`` gives way."""
    room = width - width_of(right)
    gap = room - width_of(left)
    if gap >= 1:
        return (*left, Run(" " * gap), *right)
    kept = cut(left, room - 1)  # one cell less where a wide character had no room
    return (*kept, Run(" " * (room - width_of(kept))), *right)


def cut(runs: Line, width: int) -> Line:
    """As much of ``runs`` as fits ``width`` cells, with an ellipsis where something is left out."""
    if width_of(runs) <= width:
        return tuple(runs)
    kept: list[Run] = []
    for place, run in enumerate(runs):
        size = cell_len(run.text)
        if size >= width:
            rest = "".join(each.text for each in runs[place:])
            return (*kept, Run(ellipsize(rest, width), run.role))
        kept.append(run)
        width -= size
    return tuple(kept)


def marked_over(runs: Line, marks: Iterable[tuple[int, int, str]]) -> Line:
    """``runs`` with another role from one character of the line to another, for each of ``marks``, in order."""
    parts: list[Run] = []
    rest, at = [*reversed(runs)], 0
    for start, end, role in marks:
        while rest and at < end:
            run = rest.pop()
            cuts = (max(0, start - at), end - at)
            pieces = (
                Run(run.text[: cuts[0]], run.role),
                Run(run.text[cuts[0] : cuts[1]], role),
            )
            parts += [piece for piece in pieces if piece.text]
            if after := run.text[cuts[1] :]:
                rest.append(Run(after, run.role))
            at += len(run.text) - len(after)
    return (*parts, *reversed(rest))


def _roles(length: int, role: str, marks: Sequence[tuple[str, Ranges]]) -> Sequence[str]:
    """The role of each character of a text, found once for all its lines; none: all have ``role``."""
    if not any(ranges for _name, ranges in marks):
        return ()
    roles = [role] * length
    for name, ranges in marks:
        for low, high in ranges:
            inside = slice(max(0, low), min(high, length))
            roles[inside] = [name] * len(roles[inside])
    return roles


def _runs(text: str, start: int, end: int, role: str, roles: Sequence[str]) -> Iterator[Run]:
    if not roles:
        if end > start:
            yield Run(text[start:end], role)
        return
    begin = start
    for index in range(start + 1, end + 1):
        if index == end or roles[index] != roles[begin]:
            yield Run(text[begin:index], roles[begin])
            begin = index
