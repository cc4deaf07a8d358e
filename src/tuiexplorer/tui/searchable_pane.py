"""A page on a screen of its own, in which one can search: what is found is marked, and gone through one by one."""

from collections.abc import Iterable

from msgspec import Struct

from tuiexplorer.search.in_texts import Texts
from tuiexplorer.tui.detail_pane import PAD, DetailPane
from tuiexplorer.tui.page import WRAPPED, Line, marked_over

Mark = tuple[int, int, str]
"""From one character of a line to another, and in what role."""


class Stretch(Struct, frozen=True):
    """A part of a line of the page, and where its text begins in the paragraph that it belongs to."""

    y: int
    start: int
    """In characters of the line."""
    length: int
    at: int


class Paragraph(Struct, frozen=True):
    """A text of the page, on as many lines as it needs."""

    text: str
    stretches: tuple[Stretch, ...]

    def lines_of(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """On which lines a part of the text stands, and from which character to which."""
        return [
            (
                one.y,
                max(start, one.at) - one.at + one.start,
                min(end, one.at + one.length) - one.at + one.start,
            )
            for one in self.stretches
            if start < one.at + one.length and one.at < end
        ]


class SearchablePane(DetailPane):
    """A page in which one can search."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._sought = ""
        self._found: list[list[tuple[int, int, int]]] = []
        """Each match: the lines on which it stands, and from which character to which."""
        self._at = -1
        """Which of them is gone to."""
        self._paragraphs: list[Paragraph] = []
        self._texts: Texts | None = None
        """Those of the paragraphs, once the page is searched."""
        self._marks: dict[int, list[Mark]] = {}
        """What of each line is marked."""

    @property
    def is_searched(self) -> bool:
        """Whether something is looked for."""
        return bool(self._sought)

    @property
    def place(self) -> tuple[int, int]:
        """Which match is gone to, counted from 1, and of how many."""
        return self._at + 1, len(self._found)

    def look_for(self, typed: str, since: int) -> None:
        """Mark where ``typed`` stands, and go to the first place from line ``since`` on, else to the first of all."""
        self._sought = typed
        self._find()
        places = (place for place, lines in enumerate(self._found) if lines[0][0] >= since)
        self._at = next(places, 0) if self._found else -1
        self._show_match(otherwise=since)

    def go_on(self, step: int) -> None:
        """To the next match, or the one before; round at the ends."""
        if self._found:
            self._at = (self._at + step) % len(self._found)
            self._show_match()

    def forget(self) -> None:
        """Look for nothing any more."""
        self._sought = ""
        self._find()
        self.draw()

    def _show_match(self, otherwise: int | None = None) -> None:
        """Bring the match that is gone to into sight."""
        self._mark_found()
        if self._found:
            self.bring_into_sight(self._found[self._at][0][0])
        elif otherwise is not None:
            self.go_to(otherwise)
        self.draw()

    def fit(self) -> None:
        """See :class:`DetailPane`; what is found stands elsewhere now."""
        super().fit()
        self._texts = None
        if self._sought:
            self._find()

    def _find(self) -> None:
        if self._texts is None:
            self._paragraphs = paragraphs_of(self._page.lines)
            self._texts = Texts([one.text for one in self._paragraphs])
        paragraphs, places = self._paragraphs, self._texts.places(self._sought)
        self._found = [paragraphs[number].lines_of(start, end) for number, start, end in places]
        self._at = min(self._at, len(self._found) - 1)
        self._mark_found()

    def _mark_found(self) -> None:
        self._marks = {}
        for place, parts in enumerate(self._found):
            for y, start, end in parts:
                mark = start + PAD, end + PAD, "found-here" if place == self._at else "found"
                self._marks.setdefault(y, []).append(mark)

    def line_at(self, y: int) -> Line:
        """See :class:`LinePane`; with what is found marked."""
        return marked_over(super().line_at(y), self._marks.get(y, ()))


def paragraphs_of(lines: Iterable[Line]) -> list[Paragraph]:
    """The texts of a page, with those put together again that were wrapped."""
    found: list[Paragraph] = []
    text, stretches = "", list[Stretch]()
    for y, runs in enumerate(lines):
        margin = next((place for place, run in enumerate(runs) if run.role == WRAPPED), None)
        start = 0 if margin is None else sum(len(run.text) for run in runs[: margin + 1])
        own = "".join(run.text for run in runs)[start:]
        if margin is None and stretches:
            found.append(Paragraph(text, tuple(stretches)))
            text, stretches = "", []
        elif _is_latin(text[-1:]) and _is_latin(own[:1]):
            text += " "  # at which the line was broken
        stretches.append(Stretch(y, start, len(own), len(text)))
        text += own
    return [*found, Paragraph(text, tuple(stretches))] if stretches else found


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
