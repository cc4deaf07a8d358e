"""The model: corpus → documents → themes → statements, immutable once read."""

from tuiexplorer.attribution import Doubt, Kind, Position
from tuiexplorer.model.document import Document, Entry, Narration, Statement, Theme
from tuiexplorer.model.parse import parse

__all__ = ["Document", "Doubt", "Entry", "Kind", "Narration", "Position", "Statement", "Theme", "parse"]
