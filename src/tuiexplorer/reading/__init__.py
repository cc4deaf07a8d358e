"""Bytes to decoded source text: finding files, encodings, formats."""

from tuiexplorer.reading.errors import ReadingError
from tuiexplorer.reading.files import FORMATS, MOST, STDIN, find_files, read, read_bytes, source_of
from tuiexplorer.reading.source import Format, Source, Span

__all__ = [
    "FORMATS",
    "MOST",
    "STDIN",
    "Format",
    "ReadingError",
    "Source",
    "Span",
    "find_files",
    "read",
    "read_bytes",
    "source_of",
]
