"""A pane that draws lines on demand, moves through them with the keyboard, and repaints as little as it can."""

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tuiexplorer.tui.contrast import legible
from tuiexplorer.tui.page import EMPTY, Line

ROLES = (
    "body", "speaker", "name", "post", "agency", "title", "theme", "quiet", "rule", "keyword", "match", "link", "bar", "count",
    "mark", "label", "key", "number", "said", "warning",
)  # fmt: skip
"""What a run of text can be; the style sheet gives each its looks."""


class LinePane(ScrollView, can_focus=True):
    """Lines of runs, one of them the cursor line (or none)."""

    COMPONENT_CLASSES = {"pane--cursor", *(f"pane--{role}" for role in ROLES)}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._cursor = -1

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
        """Move the cursor to line ``y`` and bring it into sight, repainting the two lines concerned."""
        old, self._cursor = self._cursor, y
        if old != y:
            for line in (old, y):
                if line >= 0:
                    self.refresh_line(line)
        if y >= 0:
            self.bring_into_sight(y)

    def bring_into_sight(self, y: int, *, margin: int = 0) -> None:
        """Scroll no further than needed to see line ``y``."""
        top, height = self.scroll_offset.y, self.size.height
        if not height:
            return
        if y - margin < top:
            self.go_to(y - margin)
        elif y + margin >= top + height:
            self.go_to(y + margin - height + 1)

    def go_to(self, y: int) -> None:
        """Scroll so that line ``y`` is the first, as far as there are lines."""
        self.scroll_to(y=max(0, y), animate=False, force=True)

    @property
    def room(self) -> int:
        """The cells of a line, the scroll bar left aside."""
        return self.scrollable_content_region.width

    def lines_changed(self) -> None:
        """Tell the framework that there are other lines now."""
        self.virtual_size = Size(self.room, self.line_count)
        self.refresh()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.size.width
        number = y + self.scroll_offset.y
        runs = self.line_at(number) if number < self.line_count else EMPTY
        on_cursor = number == self._cursor
        base = self.get_component_rich_style("pane--cursor") if on_cursor else self.rich_style
        segments = [Segment(run.text, self._style_of(run.role, base, on_cursor=on_cursor)) for run in runs]
        return Strip(segments).adjust_cell_length(width, base).simplify()

    def _style_of(self, role: str, base: Style, *, on_cursor: bool) -> Style:
        """A role's looks; on the cursor's line its colours give way, so that all of it is legible."""
        own = self.get_component_rich_style(f"pane--{role}")
        if not on_cursor:
            return legible(own)
        return legible(base) + Style(
            bold=own.bold, italic=own.italic, underline=own.underline or role == "match"
        )

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
        self.go_to(self.scroll_offset.y + lines)
