"""Paragraphs to statements: who says what, in which post, by which cue."""

from tuiexplorer.attribution.attributed import Attributed, Doubt, Kind, Position

__all__ = ["Attributed", "Doubt", "Kind", "Position"]
