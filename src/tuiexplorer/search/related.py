"""Statements that say something near to what one says: BM25 over its words, and the words that tie them."""

import math
from collections.abc import Mapping, Sequence

from msgspec import Struct

from tuiexplorer.model import Entry
from tuiexplorer.search.fields import Field, Scope
from tuiexplorer.search.fold import fold
from tuiexplorer.search.pattern import Manner, Pattern, Probe, literal
from tuiexplorer.search.segment import Segment
from tuiexplorer.search.words import weighted

_MOST_WORDS = 32
_TYING_WORDS = 5
_STATEMENTS = Scope(Field.CONTENT, Field.CONTENT)


class Related(Struct, frozen=True):
    """A statement near to another."""

    entry: Entry
    score: float
    words: tuple[str, ...]
    """The words that tie the two, the strongest first."""


def related_statements(entry: Entry, segments: Sequence[Segment], limit: int) -> list[Related]:
    """The statements nearest to one, without itself and those that say the same to the letter.

    How rare a word is, is counted among the statements of the index: wherever its characters stand, without
    cutting every text into words.
    """
    content = entry.item.content
    telling = [(fold(word), word) for word, _ in weighted(content, with_parts=True)[:_MOST_WORDS]]
    total = sum(segment.statements for segment in segments)
    usual = sum(segment.text.content_length() for segment in segments) / max(
        1, sum(len(segment.entries) for segment in segments)
    )
    columns = [segment.text.empty() for segment in segments]
    rarities: dict[str, float] = {}
    for folded, word in telling:
        probe = Probe(Pattern(literal(folded)), Manner.EXACT, _STATEMENTS)
        places = [segment.text.find(probe) for segment in segments]
        standing = sum(map(len, places))
        if standing < 2:
            continue
        rarity = math.log(1 + max(0.0, total - standing + 0.5) / (standing + 0.5))
        rarities[word] = rarity
        for segment, column, found in zip(segments, columns, places, strict=True):
            if len(found):
                segment.text.add_relevance(column, found, rarity, usual)
    scored: list[tuple[float, Entry]] = []
    for segment, column in zip(segments, columns, strict=True):
        scored += _best(segment, column, limit + 8)
    scored.sort(key=lambda pair: -pair[0])
    folded_content = fold(content)
    found = []
    for score, other in scored:
        text = fold(other.item.content)
        if text != folded_content and len(found) < limit:
            found.append(Related(other, round(score, 2), _ties(rarities, text)))
    return found


def _ties(rarities: Mapping[str, float], text: str) -> tuple[str, ...]:
    """The words that a folded text has, the rarest first, without those that are parts of another."""
    words = [word for word in rarities if fold(word) in text]
    whole = [word for word in words if not any(word != other and word in other for other in words)]
    return tuple(sorted(whole, key=lambda word: -rarities[word])[:_TYING_WORDS])


def _best(segment: Segment, column: object, count: int) -> list[tuple[float, Entry]]:
    from tuiexplorer.search.ranking import number_of, worth_of

    keys = sorted(segment.text.keys(column, 0), reverse=True)[:count]
    return [(worth_of(int(key)), segment.entries[number_of(int(key))]) for key in keys]
