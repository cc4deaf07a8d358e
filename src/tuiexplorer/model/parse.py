"""One source to one document: layout, attribution, themes, ids."""

from tuiexplorer.model.document import Document
from tuiexplorer.reading import Source


def parse(source: Source) -> Document:
    """Read a whole article. Never raises, whatever the text."""
    raise NotImplementedError
