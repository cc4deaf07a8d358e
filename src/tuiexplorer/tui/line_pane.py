"""A pane that draws lines on demand, moves through them with the keyboard, and repaints as little as it can."""

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tuiexplorer.tui.looks import Looks
from tuiexplorer.tui.page import EMPTY, Line

Drawn = tuple[Line, bool, bool, bool]
"""What a line of the screen is drawn from: its runs, whether the cursor is on it, whether that has the focus, and
whether the scroll mark is on it."""

CONTEXT = 2
"""Lines that stay in sight above and below the cursor, where there are any."""
WHEEL = 3
"""Lines that a turn of the mouse wheel goes."""


class LinePane(Widget, can_focus=True):
    """Lines of runs, one of them the cursor line (or none), and a mark in the last column that tells the place.

    It scrolls by itself instead of by the framework's scroll bars: those lay out the whole screen anew whenever there
    are more or fewer lines, and over a slow line a reader waits for each byte. Only lines that differ are sent.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._cursor = -1
        self._top = 0
        self._drawn: list[Drawn] = []
        self._fitted = Size()
        """For which size the lines were made."""
        self._looks: Looks
        """Of the paint under way."""

    # What a pane must say

    def line_at(self, y: int) -> Line:
        """The runs of line ``y``."""
        raise NotImplementedError

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    # The cursor

    @property
    def cursor(self) -> int:
        """The line of the cursor, or -1."""
        return self._cursor

    def put_cursor(self, y: int) -> None:
        """Move the cursor to line ``y``, or away with -1, and bring it into sight."""
        self._cursor = y
        if y >= 0:
            self.bring_into_sight(y)
        self.draw()

    def bring_into_sight(self, y: int) -> None:
        """Be scrolled no further than needed to see line ``y``, with a little of what stands above and below it."""
        self._top = self._within(self._top)  # there may be fewer lines now
        self._top = self._top_to_see(y)

    def _top_to_see(self, y: int) -> int:
        """The first line when it is scrolled no further than needed to see line ``y`` and what is near it."""
        height = self.size.height
        near = min(CONTEXT, max(0, height - 1) // 2)
        if not height or self._top + near <= y < self._top + height - near:
            return self._top
        return self._within(y - near if y < self._top + near else y - height + 1 + near)

    @property
    def top(self) -> int:
        """The first line that is seen."""
        return self._top

    def go_to(self, y: int) -> None:
        """Scroll so that line ``y`` is the first, as far as there are lines."""
        self._top = self._within(y)
        self.draw()

    def _within(self, y: int) -> int:
        """The first line nearest to ``y`` for which there are lines enough below it."""
        last = self.line_count - self.size.height if self.size.height else self.line_count - 1
        return max(0, min(y, last))

    @property
    def room(self) -> int:
        """The cells of a line, the last column left aside."""
        return max(1, self._fitted.width - 1)

    # Drawing

    def draw(self) -> None:
        """Bring the screen up to date with the lines: those that differ, and no others."""
        if self.size != self._fitted:  # hidden, or not painted yet since it has this size
            self._fitted, self._drawn = Size(), []
            self.refresh()
            return
        new = self._rows_in_sight()
        changed = [
            y for y, (before, after) in enumerate(zip(self._drawn, new, strict=True)) if before != after
        ]
        self._drawn = new
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def _rows_in_sight(self) -> list[Drawn]:
        mark = self._mark()
        return [self._row(y, on_mark=y in mark) for y in range(self._fitted.height)]

    def _row(self, y: int, *, on_mark: bool) -> Drawn:
        number = y + self._top
        runs = self.line_at(number) if number < self.line_count else EMPTY
        on_cursor = number == self._cursor
        return runs, on_cursor, on_cursor and self.is_used, on_mark

    @property
    def is_used(self) -> bool:
        """Whether what is pressed goes to this pane."""
        return self.has_focus

    def _mark(self) -> range:
        """The rows of the scroll mark: as long, and as far down, as what is seen is of the whole."""
        height, lines = self._fitted.height, self.line_count
        if lines <= height or not height:
            return range(0)
        length = max(1, height * height // lines)
        start = round((height - length) * self._top / (lines - height))
        return range(start, start + length)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines of the screen. The first frame is painted before word of the size comes: the lines are made here."""
        if self.size != self._fitted:
            self._refit()
        self._looks = Looks(self)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        looks, width = self._looks, self._fitted.width
        ground = looks.ground
        if y >= len(self._drawn):
            return Strip.blank(width, ground)
        runs, on_cursor, focused, on_mark = self._drawn[y]
        if not (runs or on_cursor or on_mark):
            return Strip.blank(width, ground)
        base = looks.of("cursor" if focused else "cursor-idle", ground) if on_cursor else ground
        segments = [Segment(run.text, self._style_of(run.role, base, on_cursor=on_cursor)) for run in runs]
        strip = Strip(segments).adjust_cell_length(width - 1, base)
        end = Segment("▐", looks.of("rule", ground)) if on_mark else Segment(" ", ground)
        return Strip.join([strip, Strip([end])]).simplify()

    def _style_of(self, role: str, base: Style, *, on_cursor: bool) -> Style:
        """A role's looks; on the cursor's line its colours give way, so that all of it is legible."""
        own = self._looks.of(role, base)
        if not on_cursor:
            return own
        return base + Style(bold=own.bold, italic=own.italic, underline=own.underline or role == "match")

    # Only the cursor looks otherwise with the focus; by default the framework would draw the whole pane again. For
    # the same reason the cursor has two roles, and no style depends on the pseudo-class ``:focus``.

    def on_focus(self, event: events.Focus) -> None:
        """Take the focus, and draw the cursor's line again."""
        event.prevent_default()
        self.has_focus = True
        self.draw()
        self.post_message(events.DescendantFocus(self))

    def on_blur(self, event: events.Blur) -> None:
        """Give the focus away, and draw the cursor's line again."""
        event.prevent_default()
        self.has_focus = False
        self.draw()
        self.post_message(events.DescendantBlur(self))

    def on_resize(self) -> None:
        """Make the lines for the size that there is, unless it was painted so already."""
        self.draw()

    def _refit(self) -> None:
        """Make the lines for another size; what was in sight stays in sight."""
        self._fitted = self.size
        self.fit()
        top = self._top_to_see(self._cursor) if self._cursor >= 0 else self._top
        self._top = self._within(top)
        self._drawn = self._rows_in_sight()

    def fit(self) -> None:
        """Make the lines for the width that there is, where they are not made when drawn."""

    # Moving, by the names in the table of actions

    def action_half_down(self) -> None:
        """Half a page down."""
        self.step(max(1, self.size.height // 2))

    def action_half_up(self) -> None:
        """Half a page up."""
        self.step(-max(1, self.size.height // 2))

    def action_page_down(self) -> None:
        """A page down, one line of the old one kept."""
        self.step(max(1, self.size.height - 1))

    def action_page_up(self) -> None:
        """A page up, one line of the old one kept."""
        self.step(-max(1, self.size.height - 1))

    def step(self, lines: int) -> None:
        """Go ``lines`` down, or up where negative: by scrolling, unless the pane has a cursor to move."""
        self.go_to(self._top + lines)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll; the cursor stays where it is."""
        event.stop()
        self.go_to(self._top + WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll; the cursor stays where it is."""
        event.stop()
        self.go_to(self._top - WHEEL)

    def line_under(self, event: events.Click) -> int | None:
        """The line that was clicked, if there is one."""
        offset = event.get_content_offset(self)
        y = offset.y + self._top if offset else -1
        return y if 0 <= y < self.line_count else None
