"""A term with letters as pinyin: the characters that its letters can stand for."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain, islice, product

from tuiexplorer.search.fields import CONTENTS, LONGEST_NAME, NAMES, SHORT, Field, Scope, overlap
from tuiexplorer.search.fold import fold
from tuiexplorer.search.pattern import Manner, Pattern, Probe
from tuiexplorer.search.pinyin import syllables, unlikely_heads
from tuiexplorer.search.query import Term
from tuiexplorer.search.spelling import MOST, Part, southern_spellings, spellings

_LETTERS = re.compile("([a-z']*[a-z][a-z']*)")
_TONED = re.compile("([a-z]{2,6})([1-5])")
_SHORTEST_IN_CONTENT = 3
"""Fewer letters are looked for in short fields only: in content they stand for nearly everything."""
_LONGEST_SPOKEN = 120
"""No one types more characters of one term as pinyin."""
_LONGEST_DOUBTED = 6
"""Letters of a term that are also taken for initials although they are syllables (wa for 王安)."""
_LATE = ("ly", "ny")
"""They begin a syllable only where ü is typed yu; whoever types them has two initials in mind."""

_Way = tuple[Part | str, ...]
"""A reading of a whole term: a part for each character that letters stand for, and other characters as they are."""


def as_pinyin(term: Term, scope: Scope) -> tuple[list[Probe], list[Probe]]:
    """The characters that the letters can stand for: surely, and by chance.

    In names of people and, when syllables are typed, of agencies every reading of a character counts (荥阳 is
    xingyang); elsewhere only the living ones do.
    """
    sure: list[Probe] = []
    chance: list[Probe] = []
    runs = _runs(term)
    letters = sum(len(run) for run in runs if _LETTERS.fullmatch(run))
    if sum(map(len, runs)) > _LONGEST_SPOKEN or _is_model(runs, letters):
        return sure, chance
    in_content = letters >= _SHORTEST_IN_CONTENT or any(not run.isascii() for run in runs)
    reach = scope if in_content else overlap(scope, SHORT)
    ways = _ways(runs)
    is_regular = [_is_regular(way) for way in ways]
    any_regular = any(is_regular)
    contents = overlap(scope, CONTENTS) if in_content and not any_regular else None
    for way, regular in zip(ways, is_regular, strict=True):
        if regular:
            sure += _probes(way, reach, last_name=Field.ALIAS)
        elif not any_regular or letters <= _LONGEST_DOUBTED:
            sure += _probes(way, overlap(scope, SHORT), last_name=Field.SPEAKER)
        elif _is_name_begun(way):
            sure += _probes(way, overlap(scope, NAMES), last_name=Field.SPEAKER)
        if contents and len(way) >= _SHORTEST_IN_CONTENT:
            chance += _probes(way, contents, last_name=Field.SPEAKER)
    return sure, chance


def _probes(way: _Way, scope: Scope | None, *, last_name: Field) -> list[Probe]:
    """Probes for a way to read: in names, up to ``last_name``, by all readings of characters, then by living ones."""
    if scope is None:
        return []
    names, rest = _divided(scope, last_name)
    manner = _manner(way)
    usual = tuple([part if isinstance(part, str) else part.usual_chars for part in way])
    # What the last letters are as a syllable is found by the way that takes them for one, and is worth more there.
    last = way[-1]
    living = usual if isinstance(last, str) else (*usual[:-1], last.further_chars)
    probes = []
    if names:
        heads = frozenset() if isinstance(way[0], str) else unlikely_heads(way[0].letters)
        chars = tuple([part if isinstance(part, str) else part.chars for part in way])
        if all(chars):
            probes.append(Probe(Pattern(chars, unlikely_heads=heads, usual=usual), manner, names))
    if rest and all(living):
        probes.append(Probe(Pattern(living), manner, rest, likely=True))
    return probes


def _is_model(runs: Sequence[str], letters: int) -> bool:
    """5G and C919 are no pinyin."""
    return letters < _SHORTEST_IN_CONTENT and any(char.isdigit() for run in runs for char in run)


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
        classes = tuple(part.chars if isinstance(part, Part) else part for part in way)
        if all(classes):
            probes.append(Probe(Pattern(classes), Manner.FUZZY, reach))
    return probes


def _runs(term: Term) -> list[str]:
    """The term cut into runs of letters and of other characters; apostrophes stay as dividers of syllables."""
    pieces = (fold(piece) for piece in re.split("['’]", term.text))
    text = _without_tones("'".join(filter(None, pieces)))
    return [run for run in _LETTERS.split(text) if run.strip("'")]


def _without_tones(text: str) -> str:
    """Syllables with the numbers of their tones (lu3yu3qing1) without them."""
    toned = _TONED.findall(text)
    is_toned = bool(toned) and "".join(sound + tone for sound, tone in toned) == text
    return "'".join(sound for sound, _ in toned) if is_toned and {*dict(toned)} <= {*syllables()} else text


def _ways(runs: Sequence[str], *, southern: bool = False) -> list[_Way]:
    read = southern_spellings if southern else spellings
    choices: list[Sequence[_Way]] = []
    for run in runs:
        if _LETTERS.fullmatch(run):
            choices.append(read(run, open_end=run is runs[-1]))
        else:
            choices.append([tuple(run.replace("'", ""))])
    return [tuple(chain.from_iterable(way)) for way in islice(product(*choices), MOST)]


@cache
def _divided(scope: Scope, last_name: Field) -> tuple[Scope | None, Scope | None]:
    """The names in a scope, from the speakers to ``last_name``, and the rest of it."""
    if scope.first < Field.SPEAKER:
        return None, scope
    names = overlap(scope, Scope(Field.SPEAKER, last_name))
    return names, overlap(scope, Scope(Field(last_name + 1), Field.NARRATION))


def _manner(way: _Way) -> Manner:
    """How the letters of a reading stand for characters."""
    parts = [part for part in way if not isinstance(part, str)]
    abbreviated = [part for part in parts if not part.whole]
    if not abbreviated:
        return Manner.PINYIN
    unfinished = abbreviated[0]
    at_end = len(abbreviated) == 1 and unfinished is way[-1]
    if at_end and not (len(way) == 1 and unfinished.initial) and unfinished.letters not in _LATE:
        return Manner.UNFINISHED
    all_initials = len(parts) == len(way) and all(part.initial or part.letters in _LATE for part in parts)
    return Manner.INITIALS if all_initials else Manner.MIXED


def _is_regular(way: _Way) -> bool:
    """Whole syllables all through, but for the last."""
    return all(isinstance(part, str) or part.whole for part in way[:-1])


def _is_name_begun(way: _Way) -> bool:
    """Whether it is what a name is cut short to: its first syllables, then initials (zhangsh for 张士衡)."""
    if len(way) > LONGEST_NAME:
        return False
    whole = [isinstance(part, str) or part.whole for part in way]
    return whole[0] and whole == sorted(whole, reverse=True)
