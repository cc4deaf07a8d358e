"""Guesses at what was meant by characters that are found nowhere: signs, homophones, then edits.

An edit is a character wrong, missing, extra, or two swapped.
"""

import re
from collections.abc import Callable, Iterator
from itertools import combinations

from tuiexplorer.search.fields import LONGEST_NAME, NAMES, Field, Scope, overlap
from tuiexplorer.search.pattern import ANY, OPEN, SPOKEN, Manner, Pattern, Probe, literal
from tuiexplorer.search.pinyin import homophones, near_homophones

_SHORTEST_SOUND = 2
"""Terms of fewer characters are not guessed at by sound; of so many, only in names."""
_SHORTEST_EDIT = 3
"""Terms of fewer characters are not guessed at by edits, but that two may be a name without its middle one."""
_LONGEST_BY_CHANCE = 4
"""So many characters sound like others by chance somewhere in a text."""
_SHORTEST_LETTERS = 5
"""Nor Latin words of fewer letters, and what has Latin letters or digits in it."""
_SHORTEST_TWO_EDITS = 6
"""Terms of so many characters may have two."""
_LONGEST_ONE_BY_ONE = 8
"""Characters of a term that are tried one by one for a homophone; matches with one are better than with several."""
_LONGEST_EDIT, _LONGEST_TWO_EDITS = 24, 12
"""Longer terms would make too many patterns."""

_LATIN = re.compile("[0-9a-z]")
_BETWEEN = "-.,:/ "
"""Signs that some write in names of models and in numbers, and some do not: C-919, 1,234."""
_SIGNS = re.compile(f"[{re.escape(_BETWEEN)}]")

Edited = tuple[str, ...]


def by_sound(text: str, scope: Scope) -> list[list[Probe]]:
    """Probes for what sounds like a folded text: first exactly so, then to southern ears."""
    if not _is_guessable(text):
        return []
    steps = [
        _sounding(text, scope, alike, manner)
        for alike, manner in ((homophones, Manner.HOMOPHONE), (near_homophones, Manner.FUZZY))
    ]
    if len(text) < _SHORTEST_EDIT:
        steps[0] += _without_middle(text, scope)
    return steps


def _sounding(text: str, scope: Scope, alike: Callable[[str], str], manner: Manner) -> list[Probe]:
    """Probes for what sounds like a text; of a few characters one has to be as typed, but in names."""
    classes = tuple(alike(char) for char in text)
    names = overlap(scope, NAMES)
    inside = scope if len(text) > _SHORTEST_SOUND else names
    if inside is None:
        return []
    probes = []
    if manner is Manner.HOMOPHONE:
        for at in range(min(len(text), _LONGEST_ONE_BY_ONE)):
            one = _with(literal(text), at, classes[at])
            probes.append(Probe(Pattern(one), manner, inside, likely=True))
    if len(text) > _LONGEST_BY_CHANCE:
        return [*probes, Probe(Pattern(classes), manner, inside)]
    if len(text) > _SHORTEST_SOUND:
        probes += [Probe(Pattern(_with(classes, at, char)), manner, inside) for at, char in enumerate(text)]
    if names:
        whole = len(text) == _SHORTEST_SOUND
        probes.append(Probe(Pattern(classes, head=whole, tail=whole), manner, names))
    return probes


def whole_names(text: str, scope: Scope) -> list[Probe]:
    """Probes for speakers whose whole name sounds like a folded text of two to four characters.

    And for those of whose three characters these are the first and the last.
    """
    names = overlap(scope, NAMES)
    if names is None or not _SHORTEST_SOUND <= len(text) <= LONGEST_NAME or not _is_guessable(text):
        return []
    classes = tuple(homophones(char) for char in text)
    alike = Probe(Pattern(classes, head=True, tail=True), Manner.HOMOPHONE, names)
    return [alike, *(_without_middle(text, scope) if len(text) < _SHORTEST_EDIT else ())]


def by_signs(text: str, scope: Scope) -> list[Probe]:
    """Probes for a folded text with a Latin letter or a digit, with a sign in it or without (歼20, pm25, covid 19)."""
    if not _SHORTEST_EDIT <= len(text) <= _LONGEST_EDIT or not _LATIN.search(text):
        return []
    bare = _SIGNS.sub("", text)
    ways = [literal(bare)] if _SHORTEST_EDIT <= len(bare) < len(text) else []
    beside = [at for at in range(1, len(text)) if _LATIN.search(text[at - 1 : at + 1])]
    ways += [(*text[:at], _BETWEEN, *text[at:]) for at in beside]
    return [Probe(Pattern(way), Manner.OTHER_NAME, scope) for way in ways]


def by_edit(text: str, scope: Scope) -> list[Probe]:
    """Probes for a folded text with one character wrong, missing, extra, or two swapped."""
    has_latin = any(char.isascii() for char in text)
    if not (_SHORTEST_LETTERS if has_latin else _SHORTEST_EDIT) <= len(text) <= _LONGEST_EDIT:
        return []
    if len(text) > _SHORTEST_EDIT:
        ways = (*_edits(literal(text)), *_shortened(literal(text)))
        return [Probe(Pattern(classes), Manner.EDIT, scope) for classes in ways]
    # Two characters left of three are not enough at one end of a post (书记 of 张书记), nor without the third but as a
    # whole name.
    probes = []
    for classes in _edits(literal(text)):
        reaches = _but_posts(scope) if {classes[0], classes[-1]} & {*OPEN} else [scope]
        probes += [Probe(Pattern(classes), Manner.EDIT, reach) for reach in reaches]
    if names := overlap(scope, NAMES):
        for classes in _shortened(literal(text)):
            probes.append(Probe(Pattern(classes, head=True, tail=True), Manner.EDIT, names))
    return probes


def by_edit_of_last(text: str, scope: Scope) -> list[Probe]:
    """Probes for a folded text whose last character is wrong, or too much."""
    if not _SHORTEST_EDIT <= len(text) <= _LONGEST_EDIT:
        return []
    classes = literal(text)
    ways = [_with(classes, len(classes) - 1, SPOKEN), *([classes[:-1]] if len(text) > _SHORTEST_EDIT else [])]
    return [Probe(Pattern(way), Manner.EDIT, reach) for way in ways for reach in _but_posts(scope)]


def _but_posts(scope: Scope) -> list[Scope]:
    """The fields of a scope before posts and after."""
    sides = (Scope(Field.PATH, Field.ALIAS), Scope(Field.HEADING, Field.NARRATION))
    return [reach for side in sides if (reach := overlap(scope, side))]


def _without_middle(text: str, scope: Scope) -> list[Probe]:
    """Probes for a name of which the first and last character were typed."""
    names = overlap(scope, NAMES)
    return (
        [Probe(Pattern((text[0], ANY, text[1]), head=True, tail=True), Manner.EDIT, names)] if names else []
    )


def by_two_edits(text: str, scope: Scope) -> list[Probe]:
    """Probes for a longer folded text with two edits, at least one of them a wrong character or a swap."""
    if not _SHORTEST_TWO_EDITS <= len(text) <= _LONGEST_TWO_EDITS:
        return []
    found: dict[Edited, None] = {}
    classes = literal(text)
    for first, second in combinations(range(len(classes)), 2):
        found[_with(_with(classes, first, SPOKEN), second, SPOKEN)] = None
    for at in range(len(classes)):
        wrong = _with(classes, at, SPOKEN)
        found.update(dict.fromkeys(_shortened(wrong)))
        found.update(dict.fromkeys(_lengthened(wrong)))
    return [
        Probe(Pattern(edited), Manner.TWO_EDITS, scope)
        for edited in found
        if not {edited[0], edited[-1]} & {*OPEN}
    ]


def _edits(classes: Edited) -> Iterator[Edited]:
    """One character wrong, one missing, two swapped."""
    for at in range(len(classes)):
        yield _with(classes, at, SPOKEN)
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


def _is_guessable(text: str) -> bool:
    """Long enough, and all of it characters that have a sound."""
    return len(text) >= _SHORTEST_SOUND and not any(char.isascii() for char in text)
