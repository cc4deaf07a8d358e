"""What leaves the program: the gate for untrusted text, citations, records, and a writer for each format."""

from tuiexplorer.output.citation import cite, quote
from tuiexplorer.output.gate import visible

__all__ = ["cite", "quote", "visible"]
