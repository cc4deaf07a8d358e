"""``tuiexplorer find``: the statements that match a query, best first."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator

from tuiexplorer.cli.bounds import bounds
from tuiexplorer.cli.destination import standard_output
from tuiexplorer.cli.documents import Documents
from tuiexplorer.cli.failure import ERROR, Failure, tell
from tuiexplorer.cli.keywords import keywords_of
from tuiexplorer.language import _, ngettext
from tuiexplorer.model import Statement
from tuiexplorer.output.formats import writer
from tuiexplorer.output.problems import in_words
from tuiexplorer.output.records import Item
from tuiexplorer.search import Index, Results, parse_query

_USUAL = 80
_WIDEST = 110
"""Longer lines than this are hard to read, on however wide a terminal."""
_ENDLESS = sys.maxsize
"""What goes into a pipe or a file is read by a program: no line is broken there, and no words are left out."""


def find(options: Namespace) -> int:
    """Print the hits. 0 when there are any, 1 when there are none, 2 when a file could not be read."""
    query = parse_query(options.query)
    if not query.groups:
        raise Failure(_("the query is empty; give a word, a name or its pinyin"))
    for problem in query.problems:
        tell(_("query: {problem}").format(problem=in_words(problem)))
    documents = Documents(options.paths, bounds=bounds(options), cache=options.cache, hint=_hint(options))
    index = Index()
    index.add(documents)
    hits = _Hits(index.search(query), options)
    with standard_output(data=options.format != "text") as out:
        if options.format == "text":
            from tuiexplorer.output.as_text import Look, write_text

            look = Look(_width(), color=_color(options.color), whole=options.full)
            write_text(hits, out, look)
        else:
            writer(options.format)(hits, out)
    if not hits.count and documents.count:
        tell(hits.why_none())
    if documents.failed:
        return ERROR
    return 0 if hits.count else 1


def _hint(options: Namespace) -> Callable[[str], str]:
    """What to add of a path that is not there: it may be a word of the query that was left outside of it."""

    def hint(path: str) -> str:
        if path != options.paths[0] or not path.isalnum() or os.path.lexists(path):
            return ""
        from itertools import takewhile
        from shlex import quote

        words = " ".join([options.query, *takewhile(str.isalnum, options.paths)])
        told = _("; several words to look for stand in quotation marks: {example}")
        return told.format(example=f"tuiexplorer find {quote(words)}")

    return hint


class _Hits:
    """The hits to print, taken one by one from the results."""

    def __init__(self, results: Results, options: Namespace) -> None:
        self._results = results
        self._options = options
        self.count = 0
        self._narration = 0

    def __iter__(self) -> Iterator[Item]:
        for hit in self._results.hits:
            if self.count == self._options.limit:
                return
            if not self._options.narration and not isinstance(hit.entry.item, Statement):
                self._narration += 1
                continue
            self.count += 1
            keywords = keywords_of(hit.entry) if self._options.keywords else None
            yield Item(hit.entry, keywords, hit.score, hit.matches)

    def why_none(self) -> str:
        if self._narration:
            told = ngettext(
                "no statement matches; {n} passage of narration does (--narration prints it)",
                "no statement matches; {n} passages of narration do (--narration prints them)",
                self._narration,
            )
            return told.format(n=self._narration)
        if suggestion := self._results.suggestion:
            return _("nothing found; did you mean {query}?").format(query=suggestion)
        return _("nothing found")


def _color(choice: str) -> bool:
    if choice == "auto":
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return choice == "always"


def _width() -> int:
    if not sys.stdout.isatty():
        return _ENDLESS
    from shutil import get_terminal_size  # with it come four modules for compression

    return min(_WIDEST, get_terminal_size((_USUAL, 24)).columns)
