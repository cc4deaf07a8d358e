"""A term with letters as pinyin: the characters that its letters can stand for."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, islice, product

from tuiexplorer.search.fields import CONTENTS, SHORT, Scope, overlap
from tuiexplorer.search.fold import fold
from tuiexplorer.search.pattern import Kind, Pattern, Probe
from tuiexplorer.search.pinyin import unlikely_heads
from tuiexplorer.search.query import Term
from tuiexplorer.search.spelling import MOST, Part, southern_spellings, spellings

_LETTERS = re.compile("([a-z']*[a-z][a-z']*)")
_SHORTEST_IN_CONTENT = 3
"""Fewer letters are looked for in short fields only: in content they stand for nearly everything."""
_LONGEST_SPOKEN = 120
"""No one types more characters of one term as pinyin."""
_LONGEST_DOUBTED = 6
"""Letters of a term that are also taken for initials although they are syllables (wa for 王安)."""


def as_pinyin(term: Term, scope: Scope) -> tuple[list[Probe], list[Probe]]:
    """The characters that the letters can stand for: surely, and by chance."""
    sure: list[Probe] = []
    chance: list[Probe] = []
    runs = _runs(term)
    if sum(map(len, runs)) > _LONGEST_SPOKEN:
        return sure, chance
    letters = sum(len(run) for run in runs if _LETTERS.fullmatch(run))
    if letters < _SHORTEST_IN_CONTENT and any(char.isdigit() for run in runs for char in run):
        return sure, chance  # 5G and C919 are no pinyin
    in_content = letters >= _SHORTEST_IN_CONTENT or any(not run.isascii() for run in runs)
    short, content = overlap(scope, SHORT), overlap(scope, CONTENTS) if in_content else None
    ways = _ways(runs)
    any_regular = any(map(_is_regular, ways))
    for way in ways:
        pattern, kind, regular = _spoken(way), _kind(way), _is_regular(way)
        if not all(pattern.classes) or (any_regular and not regular and letters > _LONGEST_DOUBTED):
            continue
        if content and regular and len(pattern) > 1:
            sure.append(Probe(pattern, kind, scope))
            continue
        if short:
            sure.append(Probe(pattern, kind, short))
        if content and regular:
            sure.append(Probe(replace(pattern, usual=()), kind, content))
        elif content and not any_regular and len(pattern) >= _SHORTEST_IN_CONTENT:
            chance.append(Probe(pattern, kind, content))
    return sure, chance


def as_southern_pinyin(term: Term, scope: Scope | None) -> list[Probe]:
    """The characters that the letters can stand for to southern ears."""
    runs = _runs(term)
    if sum(map(len, runs)) > _LONGEST_SPOKEN:
        return []
    short = sum(map(len, runs)) < _SHORTEST_IN_CONTENT
    reach = overlap(scope, SHORT) if scope and short else scope
    if reach is None:
        return []
    probes = []
    for way in _ways(runs, southern=True):
        classes = tuple(part.southern_chars if isinstance(part, Part) else part for part in way)
        if all(classes):
            probes.append(Probe(Pattern(classes), Kind.FUZZY, reach))
    return probes


def _runs(term: Term) -> list[str]:
    """The term cut into runs of letters and of other characters; apostrophes stay as dividers of syllables."""
    pieces = (fold(piece) for piece in re.split("['’]", term.text))
    return [run for run in _LETTERS.split("'".join(filter(None, pieces))) if run.strip("'")]


_Way = tuple[Part | str, ...]
"""A reading of a whole term: a part for each character that letters stand for, and other characters as they are."""


def _ways(runs: Sequence[str], *, southern: bool = False) -> list[_Way]:
    read = southern_spellings if southern else spellings
    choices: list[Sequence[_Way]] = []
    for run in runs:
        if _LETTERS.fullmatch(run):
            choices.append(read(run, open_end=run is runs[-1]))
        else:
            choices.append([tuple(run.replace("'", ""))])
    return [tuple(chain.from_iterable(way)) for way in islice(product(*choices), MOST)]


def _spoken(way: _Way) -> Pattern:
    """The pattern for a reading of a term."""
    heads = unlikely_heads(way[0].letters) if isinstance(way[0], Part) else frozenset()
    return Pattern(
        tuple(part.chars if isinstance(part, Part) else part for part in way),
        unlikely_heads=heads,
        usual=tuple(part.usual_chars if isinstance(part, Part) else part for part in way),
    )


def _kind(way: _Way) -> Kind:
    """How the letters of a reading stand for characters."""
    parts = [part for part in way if isinstance(part, Part)]
    if all(part.whole for part in parts):
        return Kind.PINYIN
    if _is_regular(way) and not (len(way) == 1 and parts[0].initial):
        return Kind.UNFINISHED
    all_initials = len(parts) == len(way) and all(part.initial for part in parts)
    return Kind.INITIALS if all_initials else Kind.MIXED


def _is_regular(way: _Way) -> bool:
    """Whole syllables all through, but for the last."""
    return all(part.whole for part in way[:-1] if isinstance(part, Part))
