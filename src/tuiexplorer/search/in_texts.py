"""Finding what is typed in any texts, as those of a page: every place, in their order."""

from collections.abc import Iterator, Sequence

from tuiexplorer.search.fields import CONTENTS, Field
from tuiexplorer.search.fold import fold, fold_with_offsets
from tuiexplorer.search.pattern import Manner, Pattern, Probe, literal
from tuiexplorer.search.query import LONGEST, Term
from tuiexplorer.search.searched_lines import Lines
from tuiexplorer.search.small_text import SmallText

_FEWEST_LETTERS = 3
"""Fewer stand for nearly everything."""

Place = tuple[int, int, int]
"""The number of a text, and code points [start, end) of it."""


class Texts:
    """Texts, ready to be searched."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        none, end = 0, len(texts)
        firsts = (none,) * (Field.CONTENT + 1) + (end, end)
        self._folded = SmallText(Lines(texts, (), range(end), firsts), end)

    def places(self, typed: str) -> list[Place]:
        """Where ``typed`` stands, in order; where it stands nowhere, what its letters may be the pinyin of."""
        text = fold(typed[:LONGEST].strip())
        if not text:
            return []
        as_typed = Probe(Pattern(literal(text)), Manner.EXACT, CONTENTS)
        if found := self._found([as_typed]):
            return found
        letters = sum(char.isascii() and char.isalpha() for char in text)
        return self._found(_spoken(text)) if letters >= _FEWEST_LETTERS else []

    def _found(self, probes: Sequence[Probe]) -> list[Place]:
        lines: dict[int, list[tuple[int, int]]] = {}
        for probe in probes:
            for line, starts in self._folded.occurrences(probe).items():
                lines.setdefault(line, []).extend((start, start + len(probe.pattern)) for start in starts)
        return [place for line in sorted(lines) for place in self._apart(line, lines[line])]

    def _apart(self, line: int, ranges: list[tuple[int, int]]) -> Iterator[Place]:
        """The ranges in the folded line as ranges in the text; of those that overlap the first, and longest."""
        offsets = fold_with_offsets(self._texts[line])[1]
        free = 0
        for start, end in sorted(ranges, key=lambda range_: (range_[0], -range_[1])):
            if start >= free:
                yield line, offsets[start], offsets[end - 1] + 1
                free = end


def _spoken(text: str) -> list[Probe]:
    """How to look for the Chinese words whose pinyin ``text`` may be."""
    from tuiexplorer.search.spoken import as_pinyin

    sure, chance = as_pinyin(Term(text), CONTENTS)
    return [*sure, *chance]
