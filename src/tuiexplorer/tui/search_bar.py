"""The search bar: a line to type in, cheap to repaint and at home with Chinese input methods."""

import re

from rich.cells import cell_len
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Input

from tuiexplorer.output.gate import UNSEEN
from tuiexplorer.tui.actions import Place, bindings

_blank = re.compile(r"\s")
_unseen = re.compile(f"[{UNSEEN}]")


class SearchBar(Input):
    """A compact input whose cursor neither blinks nor strays from where an input method must draw."""

    BINDINGS = bindings(Place.SEARCH)

    class Submitted(Input.Submitted):
        """Enter was pressed."""

    class Left(Message):
        """The reader goes down to the tree, the query kept."""

    class Cleared(Message):
        """Escape was pressed."""

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False, id=id)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """What is pasted may steer the terminal. What cannot be seen cannot be meant: it is left out."""
        return _unseen.sub("", _blank.sub(" ", value))

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where an input method draws: at the cursor; behind the last character the framework is one cell off."""
        x, y, _width, _height = self.content_region
        before = cell_len(self.value[: self.cursor_position])
        return Offset(x + before - self.scroll_offset.x, y)

    def action_down(self) -> None:
        """To the tree."""
        self.post_message(self.Left())

    def action_leave_search(self) -> None:
        """Clear, or leave what is clear already."""
        self.post_message(self.Cleared())
