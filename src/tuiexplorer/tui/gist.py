"""What is told of a group each time that it is shown: found out once, for a group may be all that there is."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Self

from msgspec import Struct

from tuiexplorer.model import Entry
from tuiexplorer.tui.tally import Tally

MOST_FIRST = 100
"""How many of those who speak are told of one by one; the tree has them all."""

_DOCUMENT = attrgetter("document")


class Gist(Struct, frozen=True, gc=False):
    """What is to be known of many entries without walking them."""

    said: Tally
    documents: int
    """In how many it stands."""
    first: tuple[Entry, ...]
    """The first statements."""

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> Self:
        """The gist of ``entries``."""
        said = [entry for entry in entries if entry.statement]
        documents = len(set(map(id, map(_DOCUMENT, entries))))
        return cls(Tally.of(said), documents, tuple(said[:MOST_FIRST]))
