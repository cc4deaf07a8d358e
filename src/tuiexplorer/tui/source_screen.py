"""The whole source of a document, with a statement marked in it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from tuiexplorer.language import _
from tuiexplorer.model import Document, Entry, Kind, Statement
from tuiexplorer.tui.actions import Action, Where, bindings
from tuiexplorer.tui.library import Key, key_of
from tuiexplorer.tui.page import Line, Page, Run, measure, paragraph
from tuiexplorer.tui.page_screen import PageScreen
from tuiexplorer.tui.session import Session
from tuiexplorer.tui.taking import copy_content, copy_quote, mark
from tuiexplorer.tui.tally import is_counted
from tuiexplorer.tui.text import Ranges, end_of_path
from tuiexplorer.tui.typeset import kind_name

CONTEXT = 3
"""Lines shown above the statement, where there are any."""


class SourcePage(Struct, frozen=True):
    """A source set in numbered lines, and with which offset each of them begins."""

    page: Page
    begins: tuple[int, ...]

    def at(self, offset: int) -> int:
        """The line of the page on which an offset into the source stands."""
        return max(0, bisect_right(self.begins, offset) - 1)

    def offset(self, y: int, character: int) -> int:
        """The offset into the source of a character of a line, the number before it counted."""
        before = self.page.lines[y][0].text
        return self.begins[y] + max(0, character - len(before))


def _source_page(document: Document, marks: Ranges, width: int) -> SourcePage:
    """The source of ``document`` in lines of ``width`` cells, with ``marks`` marked."""
    texts = document.text.splitlines(keepends=True)
    column = len(str(len(texts))) + 2
    lines: list[Line] = []
    begins: list[int] = []
    offset = 0
    for number, text in enumerate(texts, 1):
        end = offset + len(text)
        own = [(max(0, s - offset), min(e, end) - offset) for s, e in marks if s < end and e > offset]
        body = paragraph(
            text.rstrip("\r\n"), measure(width - column) + column, margin=column, marks=[("match", own)]
        )
        first = body[0][1:] if body else ()
        lines.append((Run(f"{number:>{column - 2}}  ", "number"), *first))
        lines += body[1:]
        begins += (offset + begin for begin in _begins(text, body))
        offset = end
    return SourcePage(Page(tuple(lines)), tuple(begins))


def _begins(text: str, body: Sequence[Line]) -> Iterator[int]:
    """With which character of ``text`` each line begins into which it is wrapped."""
    at = 0
    for number, runs in enumerate(body):
        if number:
            at += len(text[at:]) - len(text[at:].lstrip(" "))  # blanks at which a line breaks are not shown
        yield at
        at += sum(len(run.text) for run in runs[1:])


class SourceScreen(PageScreen):
    """The source, scrolled to a statement; ``n`` and ``N`` go on to the others in it."""

    BINDINGS = bindings(Where.SOURCE)
    PLACES = (Where.SOURCE, Where.PAGE)

    _set: SourcePage
    """The source as it is shown."""

    def __init__(self, entry: Entry, session: Session) -> None:
        super().__init__(entry.document.path, session)
        self._document = entry.document
        statements = [one for one in entry.document.entries() if isinstance(one.item, Statement)]
        keys = {key_of(one) for one in statements}
        if key_of(entry) not in keys:
            statements.append(entry)
        self._entries = sorted(statements, key=lambda one: one.item.spans[:1])
        self._at = [key_of(one) for one in self._entries].index(key_of(entry))

    @property
    def entry(self) -> Entry:
        """The statement that is marked."""
        return self._entries[self._at]

    def heading_in(self, width: int) -> str:
        """See :class:`PageScreen`: the end of the path, which tells files apart."""
        return end_of_path(self.heading, width)

    def on_mount(self) -> None:
        """Show the statement."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        self._mark_entry()
        if spans := self.entry.item.spans:
            self.pane.go_to(self._set.at(spans[0][0]) - CONTEXT)

    def _mark_entry(self) -> None:
        """Mark the statement where it stands, and say whose it is."""
        spans = self.entry.item.spans

        def typeset(width: int) -> Page:
            self._set = _source_page(self._document, spans, width)
            return self._set.page

        self.pane.show(typeset, anew=False)
        self.note(" · ".join(self._place()))

    def _place(self) -> Iterator[str]:
        """Who speaks, and which statement it is of those that are counted with it."""
        item = self.entry.item
        if not isinstance(item, Statement):
            yield _("narration")
            return
        yield item.speaker
        if item.kind is Kind.COLLECTIVE:
            yield kind_name(item.kind)
        counted = is_counted(self.entry)
        alike = [isinstance(one.item, Statement) and is_counted(one) is counted for one in self._entries]
        yield _("{n} of {total}").format(n=sum(alike[: self._at + 1]), total=sum(alike))

    def match_read(self) -> None:
        """See :class:`PageScreen`: what is copied and marked is what one looks at."""
        if (match := self.pane.match) is None:
            return
        offset = self._set.offset(*match)
        if (at := self._statement_at(offset)) is not None and at != self._at:
            self._at = at
            self._mark_entry()

    def _statement_at(self, offset: int) -> int | None:
        """Which statement an offset into the source is in: in its words, or in those that tell who speaks."""
        for at, entry in enumerate(self._entries):
            item = entry.item
            spans = (*item.spans, *item.attribution) if isinstance(item, Statement) else item.spans
            if any(start <= offset < end for start, end in spans):
                return at
        return None

    def action_next_statement(self) -> None:
        """On to the next statement in the source; while the page is searched, to the next match."""
        if self.pane.is_searched:
            self.action_next_match()
            return
        self._at = (self._at + 1) % len(self._entries)
        self._show()

    def action_previous_statement(self) -> None:
        """Back to the previous statement in the source, or match."""
        if self.pane.is_searched:
            self.action_previous_match()
            return
        self._at = (self._at - 1) % len(self._entries)
        self._show()

    def action_copy_quote(self) -> None:
        """The words, who said them, and the source."""
        self.note(copy_quote(self.app, self.session, self.entry))

    def action_copy_content(self) -> None:
        """The words alone."""
        self.note(copy_content(self.app, self.session, self.entry))

    def action_mark(self) -> None:
        """Into the collection, or out of it."""
        self.note(mark(self.session, self.entry))

    def works(self, action: Action) -> bool:
        """See :class:`PageScreen`: while it is searched, the same keys go from match to match."""
        goes_on = action.id in ("next_statement", "previous_statement")
        return super().works(action) and not (goes_on and self.pane.is_searched)

    def result_of_leaving(self) -> Key | None:
        """The statement that was looked at last."""
        return key_of(self.entry)
