"""The whole source of a document, with a statement marked in it, or a place that was not understood."""

from bisect import bisect_left
from collections.abc import Iterator

from tuiexplorer.language import _
from tuiexplorer.model import Doubt, Entry, Kind, Statement
from tuiexplorer.tui.actions import Action, Where, bindings
from tuiexplorer.tui.doubts import beyond, counted, doubt_of, in_words, places
from tuiexplorer.tui.library import Key, key_of
from tuiexplorer.tui.page import Line, Page, line, width_of
from tuiexplorer.tui.page_screen import PageScreen
from tuiexplorer.tui.session import Session
from tuiexplorer.tui.source_page import SourcePage, source_page
from tuiexplorer.tui.status_line import joined
from tuiexplorer.tui.taking import copy_content, copy_quote, mark
from tuiexplorer.tui.tally import is_counted
from tuiexplorer.tui.text import Ranges, end_of_path
from tuiexplorer.tui.typeset import kind_name

CONTEXT = 3
"""Lines shown above the statement, where there are any."""


class SourceScreen(PageScreen):
    """The source, scrolled to a statement; ``n`` and ``N`` go on to the others in it.

    ``]`` and ``[`` go on to what was not understood, in the source of the next document too.
    """

    BINDINGS = bindings(Where.SOURCE)
    PLACES = (Where.SOURCE, Where.PAGE)

    _set: SourcePage
    """The source as it is shown."""

    def __init__(self, entry: Entry, session: Session, doubt: Doubt | None = None) -> None:
        super().__init__(entry.document.path, session)
        self._came_from = entry
        self._open(entry, doubt)

    def _open(self, entry: Entry, doubt: Doubt | None) -> None:
        """Be in the source of ``entry``."""
        self.heading = entry.document.path
        self._document = entry.document
        self._statements = sorted(entry.document.statements(), key=lambda one: one.item.spans[:1])
        self._doubts = places(entry.document)
        self._go(entry, doubt)

    def _go(self, entry: Entry, doubt: Doubt | None = None) -> None:
        """Be at ``entry``: at ``doubt``, else at that about who says it, if there is one."""
        self.entry = entry
        """What is copied and marked: a statement, or what no one says."""
        self._doubt = doubt or doubt_of(entry, self._doubts)

    @property
    def _at_place(self) -> bool:
        """Whether one is at a place that was not understood, and not at a statement, be it an uncertain one."""
        return self._doubt is not None and self._doubt.kind != "ambiguous"

    @property
    def _marked(self) -> Ranges:
        """What is marked: where the statement stands, or the place that was not understood."""
        return (self._doubt.span,) if self._doubt and self._at_place else self.entry.item.spans

    def heading_in(self, width: int) -> str:
        """See :class:`PageScreen`: the end of the path, which tells files apart."""
        return end_of_path(self.heading, width)

    def aside_in(self, width: int) -> Line:
        """See :class:`PageScreen`: how many places were not understood, in words where there is room for them."""
        if searched := super().aside_in(width):
            return searched
        place = f"{self._doubts.index(self._doubt) + 1}/{len(self._doubts)}" if self._doubt else ""
        parts = [line((sign, "warning"), (f" {told}", "quiet")) for sign, _n, told in counted(self._doubts)]
        told = joined([line((place, "label")), *parts])
        if width_of(told) <= width // 2:
            return told
        signs = [line(" ", (sign, "warning"), (f"{n}", "quiet")) for sign, n, _told in counted(self._doubts)]
        return (*line((place, "label")), *(run for each in signs for run in each))

    def on_mount(self) -> None:
        """Show the statement."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        self._mark_entry()
        if spans := self._marked:
            self.pane.go_to(self._set.at(spans[0][0]) - CONTEXT)

    def _mark_entry(self) -> None:
        """Mark the statement where it stands, and say whose it is."""
        document, doubts, marked = self._document, self._doubts, self._marked

        def typeset(width: int) -> Page:
            self._set = source_page(document, marked, doubts, width)
            return self._set.page

        self.pane.show(typeset, anew=False)
        self.entitle()
        self.note(" · ".join(self._told()))

    def _told(self) -> Iterator[str]:
        """Who speaks, and which statement it is of those that are counted with it; or what was not understood."""
        item = self.entry.item
        if self._doubt and self._at_place:
            yield in_words(self._doubt)
            return
        if not isinstance(item, Statement):
            yield _("narration")
            return
        yield item.speaker
        if item.kind is Kind.COLLECTIVE:
            yield kind_name(item.kind)
        if self._doubt:
            yield in_words(self._doubt)  # before what may be cut off where there is little room
        alike = [key_of(one) for one in self._statements if is_counted(one) is is_counted(self.entry)]
        yield _("{n} of {total}").format(n=alike.index(key_of(self.entry)) + 1, total=len(alike))

    def match_read(self) -> None:
        """See :class:`PageScreen`: what is copied and marked is what one looks at."""
        if (match := self.pane.match) is None:
            return
        statement = self._statement_at(self._set.offset(*match))
        if statement and (self._at_place or key_of(statement) != key_of(self.entry)):
            self._go(statement)
            self._mark_entry()

    def _statement_at(self, offset: int) -> Entry | None:
        """The statement that an offset into the source is in: in its words, or in those that tell who speaks."""
        for entry in self._statements:
            item = entry.item
            spans = (*item.spans, *item.attribution) if isinstance(item, Statement) else item.spans
            if any(start <= offset < end for start, end in spans):
                return entry
        return None

    def action_next_statement(self) -> None:
        """On to the next statement in the source; while the page is searched, to the next match."""
        if self.pane.is_searched:
            self.action_next_match()
            return
        self._step(1)

    def action_previous_statement(self) -> None:
        """Back to the previous statement in the source, or match."""
        if self.pane.is_searched:
            self.action_previous_match()
            return
        self._step(-1)

    def _step(self, step: int) -> None:
        keys = [key_of(one) for one in self._statements]
        if (key := key_of(self.entry)) in keys:
            at = keys.index(key) + step
        else:
            spans = self.entry.item.spans[:1]
            at = bisect_left(self._statements, spans, key=lambda one: one.item.spans[:1]) - (step < 0)
        if keys:
            self._go(self._statements[at % len(keys)])
            self._show()

    def action_next_doubt(self) -> None:
        """On to the next place that was not understood, or not surely."""
        self._step_doubt(1)

    def action_previous_doubt(self) -> None:
        """Back to the place before it."""
        self._step_doubt(-1)

    def _step_doubt(self, step: int) -> None:
        here = self._doubt.span if self._doubt else self.entry.item.spans[0]
        since = here[0] + (self._doubt is not None and step > 0)
        place = beyond(self.session.library.documents, self._document, since, step)
        if place is None:
            self.note(_("Nothing read so far is in doubt"))
        elif place.entry.document is self._document:
            self._go(place.entry, place.doubt)
            self._show()
        else:
            self._open(place.entry, place.doubt)
            self._show()
            self.offer_keys()

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
        if action.id in ("next_doubt", "previous_doubt"):
            return bool(self._doubts)
        goes_on = action.id in ("next_statement", "previous_statement")
        return super().works(action) and not (goes_on and self.pane.is_searched)

    def result_of_leaving(self) -> Key | None:
        """The statement that was looked at last; for what no one says, which may have no line, that nearest to it."""
        entry = self.entry
        if not entry.statement:
            if entry is self._came_from or not self._statements:
                return None
            start = entry.item.spans[0][0]
            entry = min(self._statements, key=lambda one: abs(one.item.spans[0][0] - start))
        return key_of(entry)
