"""``tuiexplorer export``: every statement, written as it is read."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import PurePath

from tuiexplorer.cli.bounds import bounds
from tuiexplorer.cli.destination import STDOUT, destination
from tuiexplorer.cli.documents import Documents
from tuiexplorer.cli.failure import ERROR, Failure
from tuiexplorer.cli.keywords import keywords_of
from tuiexplorer.language import _
from tuiexplorer.output.formats import format_of, writer
from tuiexplorer.output.records import Item


def export(options: Namespace) -> int:
    """Write the statements. 0, or 2 when a file could not be read."""
    chosen = options.format or _format_by_name(options.output or STDOUT)
    spare = None if options.output == STDOUT else options.output
    documents = Documents(options.paths, bounds=bounds(options), cache=options.cache, spare=spare)
    with destination(options.output) as out:
        writer(chosen)(_items(documents, options), out)
    return ERROR if documents.failed else 0


def _format_by_name(name: str) -> str:
    """The format that the end of a file's name stands for; without an end: lines of JSON."""
    chosen = format_of(name)
    if chosen is None and (ending := PurePath(name).suffix):
        told = _("no format is known by {ending}; end it in .jsonl, .json, .csv or .md, or name a --format")
        raise Failure(f"{name}: {told.format(ending=ending)}")
    return chosen or "jsonl"


def _items(documents: Documents, options: Namespace) -> Iterator[Item]:
    for document in documents:
        for entry in document.entries() if options.narration else document.statements():
            yield Item(entry, keywords_of(entry) if options.keywords else None)
