"""What the status line says, and what an empty detail pane does."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from tuiexplorer.language import _, ngettext
from tuiexplorer.output import visible
from tuiexplorer.output.problems import in_words
from tuiexplorer.reading import ReadingError
from tuiexplorer.tui.browsing import Browsing, Found
from tuiexplorer.tui.library import Library
from tuiexplorer.tui.messages import Read
from tuiexplorer.tui.page import EMPTY, Line, Page, line, measure, paragraph
from tuiexplorer.tui.status_line import joined

MOST_NAMED = 20
"""How many files are named that have nothing in them."""
MOST_LISTED = 1000
"""How many files are listed that could not be read."""


class Progress(Struct, frozen=True):
    """How far the reading is."""

    done: int = 0
    total: int = 0
    finished: bool = False
    problems: tuple[str, ...] = ()
    """Files that could not be read, and why; safe to show."""

    def after(self, message: Read) -> "Progress":
        """The progress after some more files."""
        failed = tuple(
            visible(f"{loaded.outcome.path}: {loaded.outcome.reason}")
            for loaded in message.loaded
            if isinstance(loaded.outcome, ReadingError)
        )
        last = message.loaded[-1] if message.loaded else None
        return Progress(
            last.done if last else self.done,
            last.total if last else self.total,
            message.finished,
            self.problems + failed,
        )


def line_for(
    browsing: Browsing, progress: Progress, place: tuple[int, int] | None, *, searching: bool = False
) -> tuple[Line, Line]:
    """The status line: counts at the left; at the right a hit's ``place`` among all, and how far the reading is.

    ``searching``: what is shown is not yet what is asked for, which is said in place of the hit's.
    """
    library, found = browsing.library, browsing.found
    if not library.documents:
        return EMPTY, _reading(progress)
    chosen = browsing.chosen
    if chosen:
        told = line((chosen.in_words(library.tally.statements), "label"))
    else:
        told = _hits(library, found) if found else _counts(library)
    counter = f"{place[0]}/{place[1]}" if place else ""
    at = line((_("Searching …") if searching else counter, "label"))
    return told, joined([at, _reading(progress)])


def _hits(library: Library, found: Found) -> Line:
    said, total = found.said, found.results.total
    parts = [line((said.of_all(library.tally.statements), "label" if total else "quiet"))]
    if besides := total - said.statements - said.together:
        more = ngettext("and {n} other passage", "and {n} other passages", besides).format(n=besides)
        parts.append(line((more, "quiet")))
    parts += [line((in_words(problem), "warning")) for problem in found.results.problems]
    return joined(parts)


def _counts(library: Library) -> Line:
    parts = [
        library.tally.in_words(),
        ngettext("{n} speaker", "{n} speakers", len(library.speakers)).format(n=len(library.speakers)),
        ngettext("{n} agency", "{n} agencies", len(library.agencies)).format(n=len(library.agencies)),
        ngettext("{n} theme", "{n} themes", len(library.themes)).format(n=len(library.themes)),
        ngettext("{n} doc", "{n} docs", len(library.documents)).format(n=len(library.documents)),
    ]
    return joined(line((part, "quiet")) for part in parts)


def _reading(progress: Progress) -> Line:
    if not progress.finished:
        if not progress.total:
            return line((_("reading…"), "label"))
        return line((_("reading {done}/{total}").format(done=progress.done, total=progress.total), "label"))
    if progress.problems:
        n = len(progress.problems)
        return line((ngettext("{n} file not read", "{n} files not read", n).format(n=n), "warning"))
    return EMPTY


def empty_page(
    found: Found | None, library: Library, progress: Progress, *, searching: bool = False
) -> Callable[[int], Page]:
    """What the detail says when there is nothing to show: why, and what to do. ``searching``: not yet."""

    def page(width: int) -> Page:
        if found is None:
            told = [_("Searching …")] if searching and library.documents else _why_empty(library, progress)
            return Page((EMPTY, *(each for text in told for each in paragraph(text, width, role="quiet"))))
        lines = [EMPTY, *paragraph(_("Nothing matches “{query}”.").format(query=found.query), width)]
        for problem in found.results.problems:
            lines += paragraph(in_words(problem), width, role="warning")
        if found.results.suggestion:
            said = _("Did you mean “{query}”? Enter searches for it.").format(query=found.results.suggestion)
            lines += paragraph(said, width, role="label")
        lines += [
            EMPTY,
            *paragraph(
                _("Fewer words find more; pinyin (lyq) and one wrong character are fine."),
                width,
                role="quiet",
            ),
            *paragraph(_("Esc clears the search."), width, role="quiet"),
        ]
        return Page(tuple(lines))

    return page


def unread_page(problems: Sequence[str]) -> Callable[[int], Page]:
    """Which files could not be read, and why."""

    def page(width: int) -> Page:
        room = measure(width)
        lines = [each for problem in problems[:MOST_LISTED] for each in paragraph(problem, room)]
        if (more := len(problems) - MOST_LISTED) > 0:
            told = ngettext("{n} more file was not read", "{n} more files were not read", more)
            lines += [EMPTY, *paragraph(told.format(n=more), room, role="quiet")]
        return Page(tuple(lines))

    return page


def _why_empty(library: Library, progress: Progress) -> Iterator[str]:
    """Why there is nothing to browse."""
    if not library.documents:
        yield _("Nothing was read.") if progress.finished else _("Reading the articles …")
    elif library.entries:
        yield _("No one speaks in what was read. 1 shows what is told.")
    else:
        for document in library.documents[:MOST_NAMED]:
            told = (
                _("{path}: no text below its title") if document.text.strip() else _("{path}: nothing in it")
            )
            yield told.format(path=document.path)
