"""Bytes to decoded source text: finding files, encodings, formats."""

from tuiexplorer.reading.source import Source, Span

__all__ = ["Source", "Span"]
