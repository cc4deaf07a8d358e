"""Bytes to decoded source text: finding files, encodings, formats."""

from tuiexplorer.reading.errors import ReadingError
from tuiexplorer.reading.files import find_files, read, source_of
from tuiexplorer.reading.source import Source, Span

__all__ = ["ReadingError", "Source", "Span", "find_files", "read", "source_of"]
