"""How often stretches of characters stand in a document, and which of them stand there as a whole name."""

import re

from tuiexplorer.attribution.words.name_ends import belongs_to_name
from tuiexplorer.attribution.words.names import foreign_characters
from tuiexplorer.attribution.words.posts import head_at_end

_BELONGS = -8
"""The least evidence with which a character is taken for a part of the name before it."""
_JOINTS = frozenset("和与及以于")
_LONGEST_HEAD = 6


class Counts:
    """How often stretches stand in a text; each is looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._counts: dict[str, int] = {}
        self._found: dict[re.Pattern[str], frozenset[str]] = {}
        self._alone: dict[str, bool] = {}

    def __call__(self, stretch: str) -> int:
        """How often ``stretch`` stands in the text, whatever it is a part of."""
        if stretch not in self._counts:
            self._counts[stretch] = self._text.count(stretch)
        return self._counts[stretch]

    def again(self, stretch: str) -> bool:
        """Whether ``stretch`` stands there more than once; it is not counted to the end of the text."""
        if stretch in self._counts:
            return self._counts[stretch] > 1
        first = self._text.find(stretch)
        if first >= 0 and self._text.find(stretch, first + len(stretch)) >= 0:
            return True
        self._counts[stretch] = int(first >= 0)
        return False

    def all_of(self, pattern: re.Pattern[str]) -> frozenset[str]:
        """All different words that ``pattern``, which has no groups, finds in the text; it is searched once."""
        if pattern not in self._found:
            self._found[pattern] = frozenset(pattern.findall(self._text))
        return self._found[pattern]

    def has_alone(self, name: str) -> bool:
        """Whether ``name`` stands somewhere by itself, not only in longer names: 马林, not in 马林科."""
        if name not in self._alone:
            self._alone[name] = self._stands_alone(name)
        return self._alone[name]

    def _stands_alone(self, name: str) -> bool:
        at = self._text.find(name)
        while at >= 0:
            if not self._is_begun(at) and not self._goes_on(at + len(name)):
                return True
            at = self._text.find(name, at + 1)
        return False

    def _is_begun(self, at: int) -> bool:
        before = self._text[at - 1 : at]
        if before == "·":
            return True
        transliterates = before in foreign_characters() and before not in _JOINTS
        return transliterates and not head_at_end(self._text[max(0, at - _LONGEST_HEAD) : at])

    def _goes_on(self, end: int) -> bool:
        after = self._text[end : end + 1]
        return after == "·" or (
            "\u4e00" <= after <= "\u9fff" and belongs_to_name(self._text, end) >= _BELONGS
        )
