"""What was not understood of the articles, or not surely: in words, and one place after the other."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from msgspec import Struct

from tuiexplorer.language import _, ngettext
from tuiexplorer.model import NOT_UNDERSTOOD, Document, Doubt, Entry, Statement
from tuiexplorer.reading import Span

MISSED, UNSURE = "!", "?"
"""The signs of what was not understood, and of what was, though not surely."""


class Doubtful(Struct, frozen=True):
    """A place that was not understood, or not surely."""

    entry: Entry
    """What stands there: a statement, or what no one says."""
    doubt: Doubt


def places(document: Document) -> tuple[Doubt, ...]:
    """The doubts about a document in the order of its text. Of several that begin in one place only the gravest."""
    first = {doubt.span[0]: doubt for doubt in reversed(document.doubts)}
    return tuple(sorted(first.values(), key=attrgetter("span")))


def sign_of(doubt: Doubt) -> str:
    """The sign of a doubt, by which it is told without colour."""
    return MISSED if doubt.kind in NOT_UNDERSTOOD else UNSURE


def in_words(doubt: Doubt) -> str:
    """A doubt as one line."""
    return f"{sign_of(doubt)} {_(doubt.reason)}"


def counted(doubts: Iterable[Doubt]) -> Iterator[tuple[str, int, str]]:
    """How many doubts there are of each sign, of those that there are: the sign, the number, and that in words."""
    signs = [sign_of(doubt) for doubt in doubts]
    if n := signs.count(MISSED):
        yield MISSED, n, ngettext("{n} not understood", "{n} not understood", n).format(n=n)
    if n := signs.count(UNSURE):
        yield UNSURE, n, ngettext("{n} uncertain", "{n} uncertain", n).format(n=n)


def doubt_of(entry: Entry, doubts: Iterable[Doubt]) -> Doubt | None:
    """The doubt about who says a statement, or whether anyone does."""
    item = entry.item
    if not isinstance(item, Statement) or not item.doubt:
        return None
    return next((doubt for doubt in doubts if doubt.span == item.spans[0]), None)


def beyond(documents: Sequence[Document], document: Document, since: int, step: int) -> Doubtful | None:
    """The first place from the offset ``since`` of ``document`` on; with a negative ``step`` the last one before it.

    Where there is none, it is that of the next document that has one, round at the ends; None if there is none at all.
    """
    doubts = places(document)
    at = bisect_left(doubts, since, key=lambda doubt: doubt.span[0]) - (step < 0)
    if 0 <= at < len(doubts):
        return _place(document, doubts[at])
    for other in _others(documents, document, step):
        if other.doubts and any(theme.statements or theme.narration for theme in other.themes):
            return _place(other, places(other)[0 if step > 0 else -1])
    return None


def _others(documents: Sequence[Document], document: Document, step: int) -> Iterator[Document]:
    """The documents after ``document``, or before it, round at the ends; itself last."""
    at = next((at for at, one in enumerate(documents) if one is document), None)
    if at is None:  # the files were read again meanwhile
        yield document
        return
    for number in range(1, len(documents) + 1):
        yield documents[(at + number * step) % len(documents)]


def _place(document: Document, doubt: Doubt) -> Doubtful:
    """The place of a doubt: with what stands there, else with what begins nearest to it."""
    start, entries = doubt.span[0], list(document.entries())
    here = (entry for entry in entries if any(low <= start < high for low, high in _spans(entry)))
    nearest = min(entries, key=lambda entry: abs(_spans(entry)[0][0] - start))
    return Doubtful(next(here, nearest), doubt)


def _spans(entry: Entry) -> Sequence[Span]:
    """Where an entry stands, what tells who speaks included."""
    item = entry.item
    return (*item.spans, *item.attribution) if isinstance(item, Statement) else item.spans
