"""The search bar: a line to type in, cheap to repaint and at home with Chinese input methods."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.cells import cell_len
from textual.events import Paste
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from tuiexplorer.language import _
from tuiexplorer.output.gate import UNSEEN
from tuiexplorer.tui.actions import Where, bindings
from tuiexplorer.tui.text import shown
from tuiexplorer.tui.wrap import ellipsize

MOST_NAMED = 40
"""Cells of the name of what is shown, at most: fewer where what is said behind it has no room else."""
MOST_PAST = 50
"""How many queries are remembered."""

WRAPPED = 16
"""Characters of a pasted line from which on it is taken for a part of a sentence, which goes on in the next."""

_BLANK = re.compile(r"\s")


class SearchBar(Input):
    """A compact input whose cursor neither blinks nor strays from where an input method must draw."""

    BINDINGS = bindings(Where.SEARCH)

    # As the framework has it, but what is typed changes nothing in the layout of the screen.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    class Submitted(Input.Submitted):
        """Enter was pressed."""

    class Left(Message):
        """The reader goes down to the tree, the query kept."""

    @dataclass(repr=False, eq=False)
    class Stepped(Message):
        """The reader goes to another hit, and types on."""

        forward: bool

    class Cleared(Message):
        """Escape was pressed."""

    def __init__(self, *asks: str, past: list[str] | None = None, id: str | None = None) -> None:
        """``asks``: what the empty line says, for less and less room."""
        super().__init__(placeholder=asks[0], compact=True, select_on_focus=False, id=id)
        self.cursor_blink = False
        self._asks = asks
        self._only = ""
        """What alone is shown, where not everything is."""
        self._past = [] if past is None else past
        """What was searched for before, the oldest first."""
        self._recalled: int | None = None
        """Which of them stands here, as long as it is not changed."""
        self._typed = ""
        """What stood here before one of them was recalled."""

    @property
    def has_term(self) -> bool:
        """Whether something is asked for: a sign with nothing behind it (``!``, ``speaker:``) is none yet."""
        if not self.value.strip():
            return False
        from tuiexplorer.search import parse_query  # with the first search, which needs all of that package

        return bool(parse_query(self.value).groups)

    def say_shown(self, name: str) -> None:
        """Say in the empty line what alone is shown, where not everything is."""
        self._only = name
        self._fill()

    def on_resize(self) -> None:
        """There is room for other words."""
        self._fill()

    def _fill(self) -> None:
        room = self.content_size.width or cell_len(self._asks[0])
        told = _("Only {name} (Esc: everything)")
        if self._only:
            most = min(MOST_NAMED, room - cell_len(told.format(name="")))
            self.placeholder = told.format(name=ellipsize(shown(self._only), max(2, most)))
        else:
            self.placeholder = next((asks for asks in self._asks if cell_len(asks) <= room), self._asks[-1])

    def on_paste(self, event: Paste) -> None:
        """All lines that are pasted are meant, and a copied one may begin with the break before it.

        The framework would keep what stands before the first break.
        """
        event.prevent_default().stop()
        lines = [line.strip() for line in event.text.splitlines() if line.strip()]
        self.replace(self.validate_value("".join(_on_one_line(lines))), *self.selection)

    def validate_value(self, value: str) -> str:
        """What is pasted may steer the terminal. What cannot be seen cannot be meant: it is left out."""
        line = _BLANK.sub(" ", value)
        return line if line.isprintable() else re.sub(f"[{UNSEEN}]", "", line)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where an input method draws: at the cursor; behind the last character the framework is one cell off."""
        x, y, _width, _height = self.content_region
        before = cell_len(self.value[: self.cursor_position])
        return Offset(x + before - self.scroll_offset.x, y)

    def action_older(self) -> None:
        """To the query before this one."""
        at = self._place()
        before = range(len(self._past) if at is None else at)
        older = [place for place in before if self._past[place] != self.value]
        if older:
            if at is None:
                self._typed = self.value
            self._recall(older[-1])

    def action_down(self) -> None:
        """Back to a newer query, then to what was typed; from there to the tree."""
        at = self._place()
        if at is not None and at + 1 < len(self._past):
            self._recall(at + 1)
        elif at is not None and self._typed.strip() not in ("", self.value):
            self._put(self._typed)
        else:
            self.post_message(self.Left())

    def action_next_hit(self) -> None:
        """Select the next hit."""
        self.post_message(self.Stepped(forward=True))

    def action_previous_hit(self) -> None:
        """Select the previous hit."""
        self.post_message(self.Stepped(forward=False))

    def _place(self) -> int | None:
        """Which old query stands here, if it was recalled."""
        at = self._recalled
        return at if at is not None and at < len(self._past) and self._past[at] == self.value else None

    def _recall(self, at: int) -> None:
        self._recalled = at
        self._put(self._past[at])

    def _put(self, query: str) -> None:
        self.value = query
        self.cursor_position = len(query)

    def action_leave_search(self) -> None:
        """Clear, or leave what is clear already."""
        self._remember()
        self.post_message(self.Cleared())

    def on_blur(self) -> None:
        """The query was meant: remember it."""
        self._remember()

    def _remember(self) -> None:
        query, self._recalled = self.value.strip(), None
        if query:
            if query in self._past:
                self._past.remove(query)
            self._past.append(query)
            del self._past[:-MOST_PAST]


def _on_one_line(lines: Sequence[str]) -> Iterator[str]:
    """The words of ``lines``, a blank between them, but not within a Chinese sentence that was wrapped."""
    for line, after in zip_longest(lines, lines[1:], fillvalue=""):
        wrapped = len(line) >= WRAPPED and after and min(map(cell_len, (line[-1], after[0]))) > 1
        yield line if wrapped or not after else line + " "
