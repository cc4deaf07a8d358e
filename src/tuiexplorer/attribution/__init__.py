"""Paragraphs to statements: who says what, in which post, by which cue."""

from tuiexplorer.attribution.attribute import attribute
from tuiexplorer.attribution.attributed import Attributed, Doubt, Kind, Position, Reading

__all__ = ["Attributed", "Doubt", "Kind", "Position", "Reading", "attribute"]
