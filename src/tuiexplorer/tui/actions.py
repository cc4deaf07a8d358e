"""Every action: its name, its keys, what footer, help and palette say of it, and where it works.

The one table from which bindings, footer, help, palette and the key map of the configuration are made. An
action called ``x`` is carried out by the method ``action_x`` of the widget or screen that its place names.
Keys that a Chinese input method sends full-width (／ ？ ：) stand beside their twins.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from msgspec import Struct
from textual.binding import Binding, BindingType

from tuiexplorer.language import N_


class Where(StrEnum):
    """Where an action works: everywhere, or in one pane or screen."""

    EXPLORER = "explorer"
    SEARCH = "search"
    TREE = "tree"
    DETAIL = "detail"
    SOURCE = "source"
    COLLECTION = "collection"
    STATISTICS = "statistics"
    PAGE = "page"
    FIND = "find"


class Action(Struct, frozen=True):
    """Something that a key does."""

    id: str
    place: Where
    keys: tuple[str, ...]
    """As Textual names them; the first is the one that is shown."""
    label: str
    """One or two words for the footer. A message id."""
    help: str
    """One sentence for the help and the palette. A message id."""
    rank: int = 0
    """Its turn in the footer, lowest first; 0: it is not there."""
    in_palette: bool = True


def _a(
    name: str, place: Where, keys: str, label: str, says: str, rank: int = 0, *, palette: bool = True
) -> Action:
    return Action(name, place, tuple(keys.split()), label, says, rank, palette)


_E, _S, _T, _D = Where.EXPLORER, Where.SEARCH, Where.TREE, Where.DETAIL
_O, _C, _X, _P = Where.SOURCE, Where.COLLECTION, Where.STATISTICS, Where.PAGE
_F = Where.FIND

_NEXT = (
    "right_square_bracket fullwidth_right_square_bracket right_black_lenticular_bracket right_corner_bracket"
)
_PREVIOUS = _NEXT.replace("right", "left")
"""Brackets, as in vim, and what input methods make of them."""

ACTIONS: tuple[Action, ...] = (
    # Everywhere in the explorer.
    _a(
        "search", _E, "slash fullwidth_solidus ideographic_comma", N_("search"), N_("Go to the search bar"), 1
    ),
    _a("next_hit", _E, "n", N_("next"), N_("Go to the next hit, or the next statement"), 8),
    _a("previous_hit", _E, "N", N_("previous"), N_("Go to the previous hit, or the previous statement")),
    _a("leave", _E, "escape", N_("clear"), N_("Clear the search, then go back to the tree"), 3),
    _a("copy_quote", _E, "y", N_("copy"), N_("Copy the quote with its speaker and source"), 5),
    _a("copy_content", _E, "Y", N_("copy words"), N_("Copy only the words that were said")),
    _a("show_source", _E, "o", N_("source"), N_("Show the statement in its whole source"), 6),
    _a("group_themes", _E, "1", N_("themes"), N_("Group by theme")),
    _a("group_agencies", _E, "2", N_("agencies"), N_("Group by agency")),
    _a("group_speakers", _E, "3", N_("speakers"), N_("Group by speaker")),
    _a("group_documents", _E, "4", N_("documents"), N_("Group by document")),
    _a(
        "mark",
        _E,
        "m",
        N_("mark"),
        N_("Mark the statement or the group, or unmark it"),
        7,
    ),
    _a("show_collection", _E, "M", N_("collection"), N_("Show the collection"), 10),
    _a("export_collection", _E, "x", N_("export"), N_("Write the collection to a file")),
    _a("show_statistics", _E, "s", N_("statistics"), N_("Show statistics"), 11),
    _a("zoom", _E, "z", N_("zoom"), N_("Give the detail the whole screen, and back"), 12),
    _a("wider", _E, "plus equals_sign", N_("wider"), N_("Give the tree more room")),
    _a("narrower", _E, "minus", N_("narrower"), N_("Give the tree less room")),
    _a("next_doubt", _E, _NEXT, N_("doubt"), N_("Show the next place that was not understood")),
    _a(
        "previous_doubt",
        _E,
        _PREVIOUS,
        N_("doubt before"),
        N_("Show the place before that was not understood"),
    ),
    _a("back", _E, "backspace", N_("back"), N_("Go back to where the last link was followed"), 4),
    _a("show_unread", _E, "u", N_("not read"), N_("Show which files could not be read, and why"), 4),
    _a("reload", _E, "r", N_("reload"), N_("Read changed files again")),
    _a("next_pane", _E, "tab", N_("pane"), N_("Go to the next pane"), 13, palette=False),
    _a("previous_pane", _E, "shift+tab", N_("pane"), N_("Go to the previous pane"), palette=False),
    _a("show_help", _E, "question_mark fullwidth_question_mark", N_("help"), N_("Show every key"), 2),
    _a(
        "show_palette",
        _E,
        "ctrl+p colon fullwidth_colon",
        N_("palette"),
        N_("Find a command by its name"),
        14,
        palette=False,
    ),
    _a("toggle_dark", _E, "f2", N_("light/dark"), N_("Change between dark and light colours")),
    _a("quit", _E, "q ctrl+q", N_("quit"), N_("Quit; all is kept"), 9),
    _a("redraw", _E, "ctrl+l", N_("redraw"), N_("Draw the whole screen again"), palette=False),
    _a("suspend_process", _E, "ctrl+z", N_("suspend"), N_("Go back to the shell; fg returns"), palette=False),
    # In the search bar.
    _a("submit", _S, "enter", N_("best hit"), N_("Go to the best hit in the tree"), 1, palette=False),
    _a("down", _S, "down", N_("tree"), N_("Go to the tree, or to the newer query"), 2, palette=False),
    _a("older", _S, "up", N_("earlier"), N_("Go to the query before this one"), 4, palette=False),
    _a(
        "next_hit",
        _S,
        "ctrl+n shift+down",
        N_("next"),
        N_("Select the next hit, and stay here"),
        5,
        palette=False,
    ),
    _a(
        "previous_hit",
        _S,
        "shift+up",
        N_("previous"),
        N_("Select the previous hit, and stay here"),
        palette=False,
    ),
    _a(
        "leave_search",
        _S,
        "escape",
        N_("clear"),
        N_("Clear the search, then go back to the tree"),
        3,
        palette=False,
    ),
    # In the tree.
    _a("cursor_down", _T, "j down", N_("down"), N_("Go down a line"), palette=False),
    _a("cursor_up", _T, "k up", N_("up"), N_("Go up a line"), palette=False),
    _a("close", _T, "h left", N_("close"), N_("Close the group, or go to its parent"), palette=False),
    _a("open", _T, "l right", N_("open"), N_("Open the group, then go to its first line"), palette=False),
    _a(
        "select", _T, "enter", N_("read"), N_("Open or close the group; read the statement"), 1, palette=False
    ),
    _a("fold", _T, "space", N_("toggle"), N_("Open or close the group"), palette=False),
    _a("first", _T, "g home", N_("first"), N_("Go to the first line"), palette=False),
    _a("last", _T, "G end", N_("last"), N_("Go to the last line"), palette=False),
    _a("half_down", _T, "ctrl+d", N_("half page"), N_("Go half a page down"), palette=False),
    _a("half_up", _T, "ctrl+u", N_("half page"), N_("Go half a page up"), palette=False),
    _a("page_down", _T, "pagedown ctrl+f", N_("page"), N_("Go a page down"), palette=False),
    _a("page_up", _T, "pageup ctrl+b", N_("page"), N_("Go a page up"), palette=False),
    _a("open_all", _T, "e", N_("open all"), N_("Open every group")),
    _a("close_all", _T, "E", N_("close all"), N_("Close every group")),
    # In the detail.
    _a("cursor_down", _D, "j down", N_("down"), N_("Go to the next link, or scroll down"), palette=False),
    _a("cursor_up", _D, "k up", N_("up"), N_("Go to the previous link, or scroll up"), palette=False),
    _a("follow", _D, "enter l right", N_("follow"), N_("Follow the link"), 1, palette=False),
    _a("close", _D, "h left", N_("tree"), N_("Go back to the tree"), palette=False),
    _a("first", _D, "g home", N_("first"), N_("Go to the top"), palette=False),
    _a("last", _D, "G end", N_("last"), N_("Go to the bottom"), palette=False),
    _a("half_down", _D, "ctrl+d", N_("half page"), N_("Go half a page down"), palette=False),
    _a("half_up", _D, "ctrl+u", N_("half page"), N_("Go half a page up"), palette=False),
    _a("page_down", _D, "space pagedown ctrl+f", N_("page"), N_("Go a page down"), palette=False),
    _a("page_up", _D, "pageup ctrl+b", N_("page"), N_("Go a page up"), palette=False),
    # In the source.
    _a("next_statement", _O, "n", N_("next"), N_("Go to the next statement in the source"), 1),
    _a("previous_statement", _O, "N p", N_("previous"), N_("Go to the previous statement in the source"), 2),
    _a("copy_quote", _O, "y", N_("copy"), N_("Copy the quote with its speaker and source"), 3),
    _a("copy_content", _O, "Y", N_("copy words"), N_("Copy only the words that were said")),
    _a("mark", _O, "m", N_("mark"), N_("Put the statement into the collection, or take it out"), 4),
    _a(
        "next_doubt",
        _O,
        _NEXT,
        N_("doubt"),
        N_("Go to the next place that was not understood (!), or not surely (?)"),
        5,
    ),
    _a("previous_doubt", _O, _PREVIOUS, N_("doubt before"), N_("Go to the place before that one")),
    _a("close_page", _O, "o", N_("back"), N_("Go back to the explorer")),
    # In the collection.
    _a("export_collection", _C, "x", N_("export"), N_("Write the collection to a file"), 1),
    _a("mark", _C, "m", N_("take out"), N_("Take the statement under the cursor out of the collection"), 2),
    _a("copy_quote", _C, "y", N_("copy"), N_("Copy the quote with its speaker and source"), 3),
    _a("copy_content", _C, "Y", N_("copy words"), N_("Copy only the words that were said")),
    _a("close_page", _C, "M", N_("back"), N_("Go back to the explorer")),
    # In the statistics.
    _a("follow", _X, "enter", N_("statements"), N_("Go to the statements that the bar or cell counts"), 1),
    _a("next_cell", _X, "right l", N_("cell"), N_("Go to the next cell, or to the bar's statements"), 2),
    _a("previous_cell", _X, "left h", N_("cell"), N_("Go to the previous cell, or back")),
    # On every page.
    _a("next_match", _P, "n", N_("next match"), N_("While the page is searched: go to the next match"), 1),
    _a(
        "previous_match",
        _P,
        "N",
        N_("match before"),
        N_("While the page is searched: go to the match before"),
        2,
    ),
    _a("leave", _P, "escape", N_("back"), N_("Leave the search of the page, then the page"), 3),
    _a("close_page", _P, "q", N_("back"), N_("Go back to the explorer")),
    _a("find", _P, "slash fullwidth_solidus ideographic_comma", N_("search"), N_("Search this page"), 4),
    _a("show_help", _P, "question_mark fullwidth_question_mark", N_("help"), N_("Show every key"), 5),
    _a(
        "show_palette",
        _P,
        "ctrl+p colon fullwidth_colon",
        N_("palette"),
        N_("Find a command by its name"),
        palette=False,
    ),
    # In the line in which one types what to look for on a page.
    _a(
        "submit",
        _F,
        "enter",
        N_("to the match"),
        N_("Go on reading at the match; n and N go from one to the next"),
        1,
    ),
    _a("leave_search", _F, "escape", N_("clear"), N_("Leave the search, and be where it began"), 2),
)


def actions(place: Where) -> Iterator[Action]:
    """The actions of one place, in the order of the table."""
    return (action for action in ACTIONS if action.place is place)


def binding_id(action: Action) -> str:
    """The name by which the configuration remaps an action."""
    return action.id if action.place is Where.EXPLORER else f"{action.place}.{action.id}"


def bindings(place: Where) -> list[BindingType]:
    """Textual's bindings for the actions of one place."""
    return [
        Binding(",".join(action.keys), action.id, action.label, show=False, id=binding_id(action))
        for action in actions(place)
    ]


def footer_actions(places: Iterable[Where], works: Callable[[Action], bool]) -> list[Action]:
    """What the footer shows where these places hold, nearest first, each key only once: that which ``works`` now."""
    shown: list[Action] = []
    for place in places:
        ranked = sorted(
            (action for action in actions(place) if action.rank and works(action)),
            key=lambda action: action.rank,
        )
        shown.extend(
            action for action in ranked if not any(set(action.keys) & set(other.keys) for other in shown)
        )
    return shown
