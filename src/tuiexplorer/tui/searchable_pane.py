"""A page on a screen of its own, in which one can search: what is found is marked, and gone through one by one."""

from tuiexplorer.search.in_texts import Texts
from tuiexplorer.tui.detail_pane import PAD, DetailPane
from tuiexplorer.tui.page import Line, marked_over
from tuiexplorer.tui.paragraphs import Paragraph, Place, paragraphs_of

Mark = tuple[int, int, str]
"""Characters [start, end) of a line, and the role in which they are drawn."""


class SearchablePane(DetailPane):
    """A page in which one can search."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._sought = ""
        self._found: list[list[Place]] = []
        """Each match: where it stands, on one line or several."""
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

    @property
    def match(self) -> tuple[int, int] | None:
        """On which line, and with which of its characters, the match begins that is gone to."""
        return self._found[self._at][0][:2] if self._found else None

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
