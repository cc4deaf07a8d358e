"""The line in which one types what to look for on a page."""

from textual.widgets import Input

from tuiexplorer.tui.actions import Where, bindings
from tuiexplorer.tui.search_bar import SearchBar


class PageSearchBar(SearchBar, inherit_bindings=False):
    """The search bar, with the keys of a page's search."""

    BINDINGS = [*Input.BINDINGS, *bindings(Where.FIND)]
