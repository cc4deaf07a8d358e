"""The detail: a statement typeset, or an overview of a group, with links to follow."""

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.message import Message

from tuiexplorer.tui.actions import Where, bindings
from tuiexplorer.tui.line_pane import LinePane
from tuiexplorer.tui.page import MEASURE, Line, Page, Run, Target

Typesetter = Callable[[int], Page]
"""Makes the page for lines of so many cells."""

PAD = 1
"""Cells left free on either side of the text."""

_MARGIN = Run(" " * PAD)


class DetailPane(LinePane):
    """A page, scrolled; its cursor stands on links only."""

    BINDINGS = bindings(Where.DETAIL)

    @dataclass(repr=False, eq=False)
    class Followed(Message):
        """A link was followed."""

        target: Target

    class Left(Message):
        """The reader wants to go back to the tree."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._typesetter: Typesetter = lambda _width: Page()
        self._page = Page()

    def show(self, typesetter: Typesetter, *, anew: bool = True) -> None:
        """Show another page; not ``anew``: the same page with more on it, so stay where it is."""
        self._typesetter = typesetter
        if anew:
            self._cursor, self._top = -1, 0
        self.fit()
        self.go_to(self._top if not anew else self._first_match())

    def _first_match(self) -> int:
        """From where on to show the page so that the first match is in sight: from the top, if it is in sight there."""
        marked = (y for y, runs in enumerate(self._page.lines) if any(run.role == "match" for run in runs))
        y = next(marked, 0)
        return y - self.size.height // 2 if self.size.height and y >= self.size.height else 0

    @property
    def link(self) -> Target | None:
        """Where the link under the cursor leads."""
        return self._page.links.get(self._cursor)

    @property
    def has_links(self) -> bool:
        """Whether there is something to follow."""
        page = self._page if self._fitted else self._typesetter(MEASURE)
        return bool(page.links)

    @property
    def text_width(self) -> int:
        """The cells of a line of text."""
        return max(4, self.room - 2 * PAD)

    def fit(self) -> None:
        """Typeset for the width that there is, once there is any."""
        if not self._fitted:
            return
        link = self._page.links.get(self._cursor)
        self._page = self._typesetter(self.text_width)
        if self._cursor >= 0:
            self._cursor = next((y for y, target in self._page.links.items() if _same(target, link)), -1)

    @property
    def line_count(self) -> int:
        """See :class:`LinePane`."""
        return len(self._page.lines)

    def line_at(self, y: int) -> Line:
        """See :class:`LinePane`."""
        return (_MARGIN, *self._page.lines[y])

    # Moving

    def action_cursor_down(self) -> None:
        """To the next link if it is in sight, else a line down."""
        cursor = self._cursor if self._is_in_sight(self._cursor) else -1
        below = [y for y in self._page.links if y > cursor and y >= self._top]
        if below and below[0] < self._top + self.size.height:
            self.put_cursor(below[0])
        else:
            self.step(1)

    def action_cursor_up(self) -> None:
        """To the previous link if it is in sight, else a line up."""
        bottom = self._top + self.size.height
        cursor = self._cursor if self._cursor < 0 or self._is_in_sight(self._cursor) else bottom
        above = [y for y in self._page.links if y < cursor and y >= self._top]
        if above:
            self.put_cursor(above[-1])
        else:
            self.put_cursor(-1)
            self.step(-1)

    def _is_in_sight(self, y: int) -> bool:
        return self._top <= y < self._top + self.size.height

    def action_first(self) -> None:
        """To the top."""
        self.put_cursor(-1)
        self.go_to(0)

    def action_last(self) -> None:
        """To the bottom."""
        self.go_to(self.line_count)

    def action_follow(self) -> None:
        """Follow the link under the cursor."""
        if target := self.link:
            self.post_message(self.Followed(target))

    def action_close(self) -> None:
        """Back to the tree."""
        self.post_message(self.Left())

    def on_click(self, event: events.Click) -> None:
        """Follow the link under the mouse."""
        y, offset = self.line_under(event), event.get_content_offset(self)
        if y is not None and offset and (target := self.target_at(y, offset.x - PAD)):
            self.post_message(self.Followed(target))

    def target_at(self, y: int, x: int) -> Target | None:  # noqa: ARG002 - for pages with cells
        """Where cell ``x`` of line ``y`` leads."""
        return self._page.links.get(y)


def _same(target: Target, other: Target | None) -> bool:
    """Whether two links lead to the same; choices go by their names, for they may hold all that there is."""
    return getattr(target, "name", target) == getattr(other, "name", other)
