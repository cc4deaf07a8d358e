"""The least that a Textual program of the same shape can be: what the real one's start is measured against.

Search bar, tree, detail, status line, footer, with ready text in them: ``python -m benchmarks.bare ARTICLE [ROWS]``.
"""

import sys
from pathlib import Path

from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Input, Static, Tree


class Bare(App[None]):
    """Five widgets and no work."""

    CSS = "Tree { width: 45%; } VerticalScroll { width: 1fr; }"
    BINDINGS = [Binding("q", "quit", "Quit"), Binding("slash", "search", "Search")]  # noqa: RUF012

    def __init__(self, lines: list[str], rows: int = 8) -> None:
        super().__init__()
        self._lines = lines
        self._rows = rows

    def compose(self) -> ComposeResult:
        """All five, with text in them."""
        yield Input(placeholder="Search")
        with Horizontal():
            tree: Tree[None] = Tree("Articles")
            tree.root.expand()
            for line in (self._lines * self._rows)[: self._rows]:
                tree.root.add(Text(line[:30]))
            yield tree
            with VerticalScroll():
                yield Static(Content("\n".join(self._lines[:6])))
        yield Static(Content("8 themes"))
        yield Footer()


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3) or sys.argv[1].startswith("-"):
        sys.exit("usage: python -m benchmarks.bare ARTICLE [ROWS]")
    article = Path(sys.argv[1]).read_text(encoding="utf-8")
    Bare([line for line in article.splitlines() if line], *map(int, sys.argv[2:])).run()
