"""The nearest thing that is known: names that a misspelt one may have meant."""

from collections.abc import Iterator, Sequence
from itertools import product

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
            letters,
            segment.spoken_names(Field.SPEAKER),
            scorer=OSA.distance,
            score_cutoff=cutoff,
            limit=_MOST_NAMES,
        ):
            near.append((edits, segment.folded_names(Field.SPEAKER)[index]))
    return [name for _, name in sorted(set(near))[:_MOST_NAMES]]


def nearest_name(term: Term, segments: Sequence[Segment]) -> str | None:
    """The speaker, agency or heading nearest to a term that is found nowhere, by its characters or its sound."""
    text = fold(term.text)
    if len(text) < _SHORTEST_OFFERED:
        return None
    scope = SCOPES[term.field] if term.field else None
    fields = [
        field
        for field in (Field.SPEAKER, Field.AGENCY, Field.HEADING)
        if scope is None or scope.first <= field <= scope.last
    ]
    sounds = name_sounds(text)
    near: list[tuple[float, bool, str, str]] = []
    for segment, field in product(segments, fields):
        folded, names = segment.folded_names(field), segment.names(field)
        for by_sound, alike in (
            (False, _most_alike(text, folded, _NEAR_ENOUGH)),
            (True, _most_alike(sounds, segment.spoken_names(field), _SOUNDS_NEAR_ENOUGH)),
        ):
            near += [(-score, by_sound, folded[index], names[index]) for score, index in alike]
    return min(near)[-1] if near else None


def _most_alike(text: str, names: Sequence[str], least: float) -> Iterator[tuple[float, int]]:
    """How similar those of the names are that are most similar to a text, and which they are."""
    from rapidfuzz import fuzz, process

    for _, score, index in process.extract(
        text, names, scorer=fuzz.ratio, score_cutoff=least, limit=_MOST_NAMES
    ):
        yield score, index
