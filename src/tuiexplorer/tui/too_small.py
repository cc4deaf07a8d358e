"""What stands in place of everything in a window with no room for it: how large it is, and how large it must be."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tuiexplorer.language import _
from tuiexplorer.tui.looks import Looks
from tuiexplorer.tui.page import paragraph

LEAST_COLUMNS = 20
LEAST_ROWS = 6


class TooSmall(Widget):
    """Says so on as many lines as that takes."""

    def render_line(self, y: int) -> Strip:
        """The line."""
        (columns, rows), ground = self.app.size, self.rich_style
        # The size that is needed first: it stands even where a single line has room.
        told = _("too small: needs {least}, is {now}").format(
            least=f"{LEAST_COLUMNS}x{LEAST_ROWS}", now=f"{columns}x{rows}"
        )
        lines = paragraph(told, self.size.width, role="warning")
        if y >= len(lines):
            return Strip.blank(self.size.width, ground)
        looks = Looks(self)
        segments = [Segment(run.text, looks.of(run.role, ground)) for run in lines[y]]
        return Strip(segments).adjust_cell_length(self.size.width, ground).simplify()
