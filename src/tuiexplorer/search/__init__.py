"""Search: an index over documents, a query language, ranked hits with what matched, related statements.

:class:`~tuiexplorer.search.related.Related` stands in its own module, which is loaded when it is asked for.
"""

from tuiexplorer.search.index import Index
from tuiexplorer.search.query import Query, Term, parse_query
from tuiexplorer.search.results import Hit, Hits, Results

__all__ = ["Hit", "Hits", "Index", "Query", "Results", "Term", "parse_query"]
