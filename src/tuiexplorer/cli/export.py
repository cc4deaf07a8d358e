"""``tuiexplorer export``: every statement, written as it is read."""

from argparse import Namespace
from collections.abc import Iterator

from tuiexplorer.cli.bounds import bounds
from tuiexplorer.cli.destination import STDOUT, destination
from tuiexplorer.cli.documents import Documents
from tuiexplorer.cli.failure import ERROR
from tuiexplorer.cli.keywords import keywords_of
from tuiexplorer.output.formats import format_of, writer
from tuiexplorer.output.records import Item


def export(options: Namespace) -> int:
    """Write the statements. 0, or 2 when a file could not be read."""
    chosen = options.format or format_of(options.output or "") or "jsonl"
    spare = None if options.output == STDOUT else options.output
    documents = Documents(options.paths, bounds=bounds(options), cache=options.cache, spare=spare)
    with destination(options.output) as out:
        writer(chosen)(_items(documents, options), out)
    return ERROR if documents.failed else 0


def _items(documents: Documents, options: Namespace) -> Iterator[Item]:
    for document in documents:
        for entry in document.entries() if options.narration else document.statements():
            yield Item(entry, keywords_of(entry) if options.keywords else None)
