"""The collection as a page of links."""

from collections.abc import Callable, Sequence

from tuiexplorer.language import _, ngettext
from tuiexplorer.model import Entry, Statement
from tuiexplorer.output.citation import cite, place, positions_in_words
from tuiexplorer.tui.library import Key, key_of
from tuiexplorer.tui.page import EMPTY, Line, Page, Run, cut, line, measure, paragraph
from tuiexplorer.tui.typeset import INDENT


def collection_page(entries: Sequence[Entry], missing: int) -> Callable[[int], Page]:
    """The marked statements with their citations, and how many are of files that are not open."""

    def page(width: int) -> Page:
        width = measure(width)
        lines: list[Line] = []
        links: dict[int, Key] = {}
        if not entries:
            lines += paragraph(
                _("Nothing is marked yet. m marks the selected statement."), width, role="quiet"
            )
        for entry in entries:
            item = entry.item
            who = item.speaker if isinstance(item, Statement) else _("narration")
            posts = positions_in_words(item) if isinstance(item, Statement) else ""
            links[len(lines)] = key_of(entry)
            lines.append(cut(line((who, "speaker"), "  ", (posts, "agency")), width))
            lines += paragraph(item.content, width, indent=INDENT)
            lines += paragraph(f"{cite(entry.document)} {place(entry)}", width, role="quiet")
            lines.append(EMPTY)
        if missing:
            told = ngettext(
                "{n} more is of a file that is not open here",
                "{n} more are of files that are not open here",
                missing,
            ).format(n=missing)
            lines += [(Run(told, "warning"),)]
        return Page(tuple(lines), links)

    return page
