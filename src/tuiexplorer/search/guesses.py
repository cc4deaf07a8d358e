"""Guesses at what was meant by characters that are found nowhere: homophones, then edits.

An edit is a character wrong, missing, extra, or two swapped.
"""

from collections.abc import Iterator
from itertools import combinations

from tuiexplorer.search.fields import NAMES, Scope, overlap
from tuiexplorer.search.pattern import ANY, Kind, Pattern, Probe, literal
from tuiexplorer.search.pinyin import homophones, near_homophones

SHORTEST_SOUND = 2
"""Terms of fewer characters are not guessed at by sound; of so many, only in names."""
SHORTEST_EDIT = 3
"""Terms of fewer characters are not guessed at by edits, but that two may be a name without its middle one."""
SHORTEST_LETTERS = 5
"""Nor Latin words of fewer letters."""
SHORTEST_TWO_EDITS = 6
"""Terms of so many characters may have two."""
LONGEST_ONE_BY_ONE = 8
"""Characters of a term that are tried one by one for a homophone; matches with one are better than with several."""
LONGEST_EDIT, LONGEST_TWO_EDITS = 24, 12
"""Longer terms would make too many patterns."""

Edited = tuple[str, ...]


def by_sound(text: str, scope: Scope) -> list[list[Probe]]:
    """Probes for what sounds like a folded text: first exactly so, then to southern ears."""
    inside = scope if len(text) > SHORTEST_SOUND else overlap(scope, NAMES)
    if inside is None or not _is_guessable(text, SHORTEST_SOUND):
        return []
    same = [homophones(char) for char in text]
    near = [near_homophones(char) for char in text]
    one = [Pattern((*text[:at], same[at], *text[at + 1 :])) for at in range(len(text))]
    exactly = [
        *(Probe(pattern, Kind.HOMOPHONE, inside, likely=True) for pattern in one[:LONGEST_ONE_BY_ONE]),
        Probe(Pattern(tuple(same)), Kind.HOMOPHONE, inside),
    ]
    return [exactly, [Probe(Pattern(tuple(near)), Kind.FUZZY, inside)]]


def whole_names_by_sound(text: str, scope: Scope) -> list[Probe]:
    """Probes for speakers whose whole name sounds like a folded text of two to four characters."""
    names = overlap(scope, NAMES)
    if names is None or not SHORTEST_SOUND <= len(text) <= 4 or not _is_guessable(text, SHORTEST_SOUND):
        return []
    classes = tuple(homophones(char) for char in text)
    return [Probe(Pattern(classes, head=True, tail=True), Kind.HOMOPHONE, names)]


def by_edit(text: str, scope: Scope) -> list[Probe]:
    """Probes for a folded text with one character wrong, missing, extra, or two swapped."""
    shortest = SHORTEST_LETTERS if text.isascii() else SHORTEST_EDIT - 1
    if not shortest <= len(text) <= LONGEST_EDIT:
        return []
    names = overlap(scope, NAMES)
    if len(text) < SHORTEST_EDIT:
        return (
            [Probe(Pattern((text[0], ANY, text[1]), head=True, tail=True), Kind.EDIT, names)] if names else []
        )
    probes = [Probe(Pattern(classes), Kind.EDIT, scope) for classes in _edits(literal(text))]
    if len(text) > SHORTEST_EDIT:
        probes += [Probe(Pattern(classes), Kind.EDIT, scope) for classes in _shortened(literal(text))]
    elif names:
        # Two characters left of three are enough only as a whole name.
        for classes in _shortened(literal(text)):
            probes.append(Probe(Pattern(classes, head=True, tail=True), Kind.EDIT, names))
    return probes


def by_two_edits(text: str, scope: Scope) -> list[Probe]:
    """Probes for a longer folded text with two edits, at least one of them a wrong character or a swap."""
    if not SHORTEST_TWO_EDITS <= len(text) <= LONGEST_TWO_EDITS:
        return []
    found: dict[Edited, None] = {}
    classes = literal(text)
    for first, second in combinations(range(len(classes)), 2):
        found[_with(_with(classes, first, ANY), second, ANY)] = None
    for at in range(len(classes)):
        wrong = _with(classes, at, ANY)
        found.update(dict.fromkeys(_shortened(wrong)))
        found.update(dict.fromkeys(_lengthened(wrong)))
    return [
        Probe(Pattern(edited), Kind.TWO_EDITS, scope)
        for edited in found
        if ANY not in (edited[0], edited[-1])
    ]


def _edits(classes: Edited) -> Iterator[Edited]:
    """One character wrong, one missing, two swapped."""
    for at in range(len(classes)):
        yield _with(classes, at, ANY)
    yield from _lengthened(classes)
    for at in range(len(classes) - 1):
        if classes[at] != classes[at + 1]:
            yield (*classes[:at], classes[at + 1], classes[at], *classes[at + 2 :])


def _lengthened(classes: Edited) -> Iterator[Edited]:
    """Something put in between."""
    for at in range(1, len(classes)):
        yield (*classes[:at], ANY, *classes[at:])


def _shortened(classes: Edited) -> Iterator[Edited]:
    """Something left out."""
    for at in range(len(classes)):
        yield classes[:at] + classes[at + 1 :]


def _with(classes: Edited, at: int, to: str) -> Edited:
    return (*classes[:at], to, *classes[at + 1 :])


def _is_guessable(text: str, shortest: int) -> bool:
    """Long enough, and all of it characters that have a sound."""
    return len(text) >= shortest and not any(char.isascii() for char in text)
