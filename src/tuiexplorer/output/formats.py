"""The formats by name. A writer is imported when first asked for: a search pays for none but its own."""

import os
from collections.abc import Callable, Iterable
from typing import TextIO

from tuiexplorer.output.records import Item

FORMATS = ("jsonl", "json", "csv", "markdown")
"""What records can be written as: by ``export``, by ``find`` and from the screen."""

_ENDINGS = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
}

Writer = Callable[[Iterable[Item], TextIO], None]
"""Writes items as they come. The stream takes any text, and writes line ends as they are given."""


def format_of(path: str | os.PathLike[str]) -> str | None:
    """The one of :data:`FORMATS` that the end of a file's name stands for, if it does for any."""
    return _ENDINGS.get(os.path.splitext(path)[1].lower())


def writer(name: str) -> Writer:
    """The writer of one of :data:`FORMATS`."""
    match name:
        case "jsonl":
            from tuiexplorer.output.as_json import write_jsonl

            return write_jsonl
        case "json":
            from tuiexplorer.output.as_json import write_json

            return write_json
        case "csv":
            from tuiexplorer.output.as_csv import write_csv

            return write_csv
        case "markdown":
            from tuiexplorer.output.as_markdown import write_markdown

            return write_markdown
    raise ValueError(f"no such format: {name}")
