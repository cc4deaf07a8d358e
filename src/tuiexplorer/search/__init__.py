"""Search: an index over documents, a query language, ranked hits with what matched, related statements."""

from tuiexplorer.search.index import Index
from tuiexplorer.search.query import Query, Term, parse_query
from tuiexplorer.search.related import Related
from tuiexplorer.search.results import Hit, Results

__all__ = ["Hit", "Index", "Query", "Related", "Results", "Term", "parse_query"]
