"""What reads as indirect speech and stands in no statement of a window: known only when all its statements are."""

from collections.abc import Sequence

from tuiexplorer.attribution.frames.unheard import Unheard
from tuiexplorer.attribution.passages.window import Window
from tuiexplorer.attribution.statements.drafts import Draft
from tuiexplorer.reading import Span


class Overlooked:
    """The sentences of a window that read as speech, each with its paragraph."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._found: list[tuple[int, Unheard]] = []

    def note(self, number: int, found: Sequence[Unheard]) -> None:
        """Keep what was found in paragraph ``number``."""
        self._found += [(number, one) for one in found]

    def left(self, drafts: Sequence[Draft]) -> tuple[list[Span], list[Span]]:
        """The source spans of those in which someone plainly speaks, and of the others, that no draft takes."""
        plain: list[Span] = []
        perhaps: list[Span] = []
        reached = (-1, 0)
        for number, one in sorted(self._found, key=lambda found: (found[0], found[1].cue)):
            if (number, one.cue) < reached or self._is_taken(number, one.cue, drafts):
                continue
            spans = self._window.blocks[number].spans(one.start, one.end)
            (plain if one.plain else perhaps).append((spans[0][0], spans[-1][1]))
            reached = (number, one.end)
        return plain, perhaps

    def _is_taken(self, number: int, cue: int, drafts: Sequence[Draft]) -> bool:
        (at, _), *_ = self._window.blocks[number].spans(cue, cue + 1)
        for draft in drafts:
            if any(place == number and start <= cue < end for place, (start, end) in draft.parts):
                return True
            if draft.parts and any(start <= at < end for start, end in draft.attribution):
                return True
        return False
