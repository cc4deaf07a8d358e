"""What may be asked instead of a query that finds nothing."""

import re
from collections.abc import Sequence

from tuiexplorer.search.answer import Answer
from tuiexplorer.search.query import Term
from tuiexplorer.search.segment import Segment


def suggestion(groups: Sequence[Sequence[Answer]], segments: Sequence[Segment]) -> str | None:
    """A query that finds something, near to one that finds nothing.

    For a term that is found nowhere, the same without ``"…"`` where that finds it, its words as alternatives, the
    titles that have it, or the nearest name; where each is found, but never together, the terms as alternatives.
    """
    answers = [answer for group in groups for answer in group if not answer.term.negated]
    unknown = [answer for answer in answers if not answer.found]
    if unknown:
        from tuiexplorer.search.nearest import nearest_name

        term, apart = unknown[0].term, unknown[0].apart
        if apart:
            return "|".join(apart)
        loose = term._replace(exact=False, word=False)
        if term.exact and not (term.head or term.tail) and Answer(loose, segments, lambda: False).found:
            return f"{term.field}:{_escaped(term.text)}" if term.field else _escaped(term.text)
        in_title = Answer(Term(term.text, "doc"), segments, lambda: False, guessing=False)
        if not term.field and in_title.found:
            return "doc:" + _escaped(term.text)
        return _escaped(nearest_name(term, segments) or "") or None
    plain = len(answers) > 1 and not any(answer.term.field or answer.term.exact for answer in answers)
    return "|".join(_escaped(answer.term.text) for answer in answers) if plain else None


def _escaped(text: str) -> str:
    return re.sub(r"([\\\s|!\"'^$:])", r"\\\1", text)
