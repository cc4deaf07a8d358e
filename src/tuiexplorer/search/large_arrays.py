"""What a large text is: arrays, made of its lines once and then only read, so that they can be kept as they are."""

from typing import Self

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from tuiexplorer.search.codes import Codes, folded_lines
from tuiexplorer.search.fields import Field
from tuiexplorer.search.postings import Postings
from tuiexplorer.search.searched_lines import Lines


class Arrays(Struct, frozen=True):
    """The lines of a segment, folded, end to end."""

    text: Codes
    starts: NDArray[np.int64]
    """Where each line begins, and where all end."""
    firsts: NDArray[np.int64]
    """The number of the first line of each field, and at the end how many lines there are."""
    owners: NDArray[np.uint32]
    """The entries of each line of a short field, ascending, one line's after the other's."""
    first_owner: NDArray[np.int64]
    """Where the entries of each of these lines begin, and where all end."""
    content_owners: NDArray[np.uint32]
    """For each line of content or narration its one entry."""
    postings: Postings
    """Of content and narration."""

    @classmethod
    def made(cls, lines: Lines) -> Self:
        """Those of ``lines``."""
        text, starts = folded_lines(lines.texts)
        owners = [np.asarray(owners, np.uint32) for owners in lines.owners]
        return cls(
            text,
            starts,
            firsts=np.array(lines.firsts, np.int64),
            owners=np.concatenate([np.zeros(0, np.uint32), *owners]),
            first_owner=np.cumsum([0, *map(len, owners)], dtype=np.int64),
            content_owners=np.asarray(lines.content_owners, np.uint32),
            postings=Postings.made(text, int(starts[lines.firsts[Field.CONTENT]])),
        )
