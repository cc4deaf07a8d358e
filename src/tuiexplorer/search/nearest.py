"""The nearest thing that is known: names that a misspelt one may have meant."""

from collections.abc import Sequence
from functools import lru_cache

from tuiexplorer.search.fields import SCOPES, Field
from tuiexplorer.search.fold import fold
from tuiexplorer.search.pinyin import name_sounds
from tuiexplorer.search.query import Term
from tuiexplorer.search.segment import Segment

_SHORTEST, _SHORTEST_FOR_TWO = 4, 8
"""Letters of a name in pinyin in which one, and two, may be wrong."""
_MOST_NAMES = 20
_SHORTEST_OFFERED = 2
_NEAR_ENOUGH, _SOUNDS_NEAR_ENOUGH = 60, 78
"""Least similarity (rapidfuzz's ratio, 0 to 100) of what is offered."""


def misspelt_names(letters: str, segments: Sequence[Segment]) -> list[str]:
    """The folded names of speakers whose pinyin is these letters but for one or two edits, the nearest first."""
    if len(letters) < _SHORTEST:
        return []
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    cutoff = 2 if len(letters) >= _SHORTEST_FOR_TWO else 1
    near: list[tuple[float, str]] = []
    for segment in segments:
        for _, edits, index in process.extract(
            letters, segment.spoken_names, scorer=OSA.distance, score_cutoff=cutoff, limit=_MOST_NAMES
        ):
            near.append((edits, segment.folded_names(Field.SPEAKER)[index]))
    return [name for _, name in sorted(set(near))[:_MOST_NAMES]]


def nearest_name(term: Term, segments: Sequence[Segment]) -> str | None:
    """The speaker, agency or heading nearest to a term that is found nowhere, by its characters or its sound."""
    if len(fold(term.text)) < _SHORTEST_OFFERED:
        return None
    from rapidfuzz import fuzz, process

    scope = SCOPES[term.field] if term.field else None
    fields = [
        field
        for field in (Field.SPEAKER, Field.AGENCY, Field.HEADING)
        if scope is None or scope.first <= field <= scope.last
    ]
    names = {
        folded: name
        for segment in segments
        for field in fields
        for folded, name in zip(segment.folded_names(field), segment.names(field), strict=True)
    }
    known = sorted(names)
    text = fold(term.text)
    written = process.extractOne(text, known, scorer=fuzz.ratio, score_cutoff=_NEAR_ENOUGH)
    spoken = process.extractOne(
        _sounds(text), [_sounds(name) for name in known], scorer=fuzz.ratio, score_cutoff=_SOUNDS_NEAR_ENOUGH
    )
    best = max((found for found in (written, spoken) if found), key=lambda found: found[1], default=None)
    return names[known[best[2]]] if best else None


@lru_cache(100_000)
def _sounds(name: str) -> str:
    return name_sounds(name)
