"""Letters to syllables: every way in which what is typed can be pinyin.

A run of letters is cut into syllables (``luyuqing``), initials (``lyq``) or both (``luyq``); the last part
may be the beginning of a syllable, so that a query that finds something finds it at every key on the way
there.
"""

from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from msgspec import Struct

from tuiexplorer.search.pinyin import (
    beginning,
    beginning_southern,
    southern,
    southern_syllables,
    syllables,
    usual_syllables,
    usually_beginning,
)

MOST = 32
"""Ways to read one run of letters that are followed: those with the fewest initials, then the fewest parts."""

_INITIALS = frozenset(
    [
        "b",
        "p",
        "m",
        "f",
        "d",
        "t",
        "n",
        "l",
        "g",
        "k",
        "h",
        "j",
        "q",
        "x",
        "zh",
        "ch",
        "sh",
        "r",
        "z",
        "c",
        "s",
        "y",
        "w",
        "a",
        "e",
        "o",
    ]
)
_LONGEST_SYLLABLE = 6


class Part(Struct, frozen=True):
    """Letters that stand for one character."""

    letters: str
    whole: bool
    """They are its whole syllable, not only the beginning of one."""
    initial: bool
    """They are no more than an initial."""
    chars: str
    """The characters that they can stand for."""
    usual_chars: str
    """Those of them that are usually read so."""
    further_chars: str
    """Those of these that are not also read like the letters alone, as a whole syllable."""


Spelling = tuple[Part, ...]


def spellings(letters: str, *, open_end: bool) -> list[Spelling]:
    """The ways to read a run of letters, best first; an apostrophe divides syllables.

    ``open_end`` says that more may be typed: the last part may be the beginning of a syllable.
    """
    *inner, last = [run for run in letters.split("'") if run] or [""]
    cuts = [_NOTHING]
    for run, is_open in (*((run, False) for run in inner), (last, open_end)):
        more = _cut(run, open_end=is_open)
        cuts = _best([_together(cut, further) for cut in cuts for further in more])
    return [cut.spelling for cut in cuts]


def southern_spellings(letters: str, *, open_end: bool) -> list[Spelling]:
    """The ways to read a run of letters as whole syllables to southern ears (the last may be unfinished)."""
    return [cut.spelling for cut in _cut_southern(letters.replace("'", ""), open_end=open_end)]


class _Cut(NamedTuple):
    """A way to read letters, after what makes it worse than others."""

    abbreviated: int
    """Parts that are no whole syllables."""
    length: int
    spelling: Spelling


_NOTHING = _Cut(0, 0, ())


def _together(cut: _Cut, further: _Cut) -> _Cut:
    return _Cut(
        cut.abbreviated + further.abbreviated, cut.length + further.length, cut.spelling + further.spelling
    )


def _best(cuts: list[_Cut]) -> list[_Cut]:
    """The best of some ways, one for each last part among them: that may be what more letters show to be right."""
    cuts.sort(key=itemgetter(0, 1))
    if len(cuts) <= MOST:
        return cuts
    ends: dict[Part, _Cut] = {}
    for cut in cuts:
        ends.setdefault(cut.spelling[-1], cut)
    lost = [cut for cut in ends.values() if cut not in cuts[:MOST]]
    return [*cuts[: MOST - len(lost)], *lost]


@lru_cache(4096)
def _cut(letters: str, *, open_end: bool) -> list[_Cut]:
    if not letters:
        return [_NOTHING]
    found: list[_Cut] = []
    for length in range(1, min(_LONGEST_SYLLABLE, len(letters)) + 1):
        piece, rest = letters[:length], letters[length:]
        parts = []
        if piece in syllables():
            parts.append(_syllable(piece))
        unfinished = open_end and not rest and len(beginning(piece)) > len(syllables().get(piece, ""))
        if piece in _INITIALS or unfinished:
            parts.append(_begun(piece))
        for part in parts:
            first = _Cut(not part.whole, 1, (part,))
            found += [_together(first, way) for way in _cut(rest, open_end=open_end)]
    return _best(found)


@lru_cache(4096)
def _cut_southern(letters: str, *, open_end: bool) -> list[_Cut]:
    if not letters:
        return [_NOTHING]
    found: list[_Cut] = []
    for length in range(1, min(_LONGEST_SYLLABLE, len(letters)) + 1):
        piece, rest = letters[:length], letters[length:]
        if southern(piece) in southern_syllables() and not piece.endswith(("ngng", "nng")):
            first = _Cut(0, 1, (_southern(piece, whole=True),))
            found += [_together(first, way) for way in _cut_southern(rest, open_end=open_end)]
        elif open_end and not rest and beginning_southern(southern(piece)):
            found.append(_Cut(1, 1, (_southern(piece, whole=False),)))
    return _best(found)


@cache
def _syllable(letters: str) -> Part:
    usual = usual_syllables().get(letters, "")
    return Part(
        letters,
        whole=True,
        initial=False,
        chars=syllables()[letters],
        usual_chars=usual,
        further_chars=usual,
    )


@cache
def _begun(letters: str) -> Part:
    usual, alone = usually_beginning(letters), frozenset(usual_syllables().get(letters, ""))
    return Part(
        letters,
        whole=False,
        initial=letters in _INITIALS,
        chars=beginning(letters),
        usual_chars=usual,
        further_chars="".join([char for char in usual if char not in alone]),
    )


@cache
def _southern(letters: str, *, whole: bool) -> Part:
    sound = southern(letters)
    chars = southern_syllables()[sound] if whole else beginning_southern(sound)
    return Part(letters, whole, initial=False, chars=chars, usual_chars=chars, further_chars=chars)
