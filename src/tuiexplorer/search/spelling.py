"""Letters to syllables: every way in which what is typed can be pinyin.

A run of letters is cut into syllables (``luyuqing``), initials (``lyq``) or both (``luyq``); the last part
may be the beginning of a syllable, so that a query that finds something finds it at every key on the way
there.
"""

from functools import lru_cache

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

    @property
    def initial(self) -> bool:
        """They are no more than an initial."""
        return not self.whole and self.letters in _INITIALS

    @property
    def chars(self) -> str:
        """The characters that they can stand for."""
        return syllables().get(self.letters, "") if self.whole else beginning(self.letters)

    @property
    def usual_chars(self) -> str:
        """Those of them that are usually read so."""
        return usual_syllables().get(self.letters, "") if self.whole else usually_beginning(self.letters)

    @property
    def southern_chars(self) -> str:
        """The same to southern ears."""
        sound = southern(self.letters)
        return southern_syllables().get(sound, "") if self.whole else beginning_southern(sound)


Spelling = tuple[Part, ...]


def spellings(letters: str, *, open_end: bool) -> list[Spelling]:
    """The ways to read a run of letters, best first; an apostrophe divides syllables.

    ``open_end`` says that more may be typed: the last part may be the beginning of a syllable.
    """
    *inner, last = [run for run in letters.split("'") if run] or [""]
    ways: list[Spelling] = [()]
    for run, is_open in (*((run, False) for run in inner), (last, open_end)):
        ways = sorted((way + more for way in ways for more in _cut(run, open_end=is_open)), key=_cost)[:MOST]
    return ways


def southern_spellings(letters: str, *, open_end: bool) -> list[Spelling]:
    """The ways to read a run of letters as whole syllables to southern ears (the last may be unfinished)."""
    return _cut_southern(letters.replace("'", ""), open_end=open_end)[:MOST]


def _cost(spelling: Spelling) -> tuple[int, int]:
    return sum(not part.whole for part in spelling), len(spelling)


@lru_cache(4096)
def _cut(letters: str, *, open_end: bool) -> list[Spelling]:
    if not letters:
        return [()]
    found: list[Spelling] = []
    for length in range(1, min(_LONGEST_SYLLABLE, len(letters)) + 1):
        piece, rest = letters[:length], letters[length:]
        parts = []
        if piece in syllables():
            parts.append(Part(piece, whole=True))
        unfinished = open_end and not rest and len(beginning(piece)) > len(syllables().get(piece, ""))
        if piece in _INITIALS or unfinished:
            parts.append(Part(piece, whole=False))
        found += [(part, *way) for part in parts for way in _cut(rest, open_end=open_end)]
    return sorted(found, key=_cost)[:MOST]


@lru_cache(4096)
def _cut_southern(letters: str, *, open_end: bool) -> list[Spelling]:
    if not letters:
        return [()]
    found: list[Spelling] = []
    for length in range(1, min(_LONGEST_SYLLABLE, len(letters)) + 1):
        piece, rest = letters[:length], letters[length:]
        if southern(piece) in southern_syllables() and not piece.endswith(("ngng", "nng")):
            found += [(Part(piece, whole=True), *way) for way in _cut_southern(rest, open_end=open_end)]
        elif open_end and not rest and beginning_southern(southern(piece)):
            found.append((Part(piece, whole=False),))
    return sorted(found, key=_cost)[:MOST]
