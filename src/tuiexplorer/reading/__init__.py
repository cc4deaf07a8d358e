"""Bytes to decoded source text: finding files, encodings, formats."""

from tuiexplorer.reading.errors import ReadingError
from tuiexplorer.reading.files import (
    MOST,
    READ_AS,
    STDIN,
    find_files,
    form_of,
    is_same_file,
    read,
    read_bytes,
    source_of,
)
from tuiexplorer.reading.source import Format, Source, Span

__all__ = [
    "MOST",
    "READ_AS",
    "STDIN",
    "Format",
    "ReadingError",
    "Source",
    "Span",
    "find_files",
    "form_of",
    "is_same_file",
    "read",
    "read_bytes",
    "source_of",
]
