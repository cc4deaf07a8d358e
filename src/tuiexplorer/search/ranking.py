"""What a match is worth. The order of hits, and the only place that decides it.

A term is worth, in an entry, its best match there; an entry is worth the sum over its terms; ties stand in
document order. A match is worth, in this order of weight:

1. how it was made (:class:`~tuiexplorer.search.pattern.Manner`): as typed (folded), another name of an agency,
   pinyin in full, the last syllable unfinished, mixed, initials, homophones and the southern pairs of sounds,
   letters inside a Latin word, edits. In content, where initials run together by chance, mixed and initial
   matches are worth less than any of a name;
2. where it stands: speaker, agency, another name of the agency or an office written out over agency, post and
   speaker (人大代表), post and heading, slogan, content, cue;
3. how much of the field it is: all of it, its beginning, its end, a part. All of an agency is more than a part of
   the name of another that speaks itself.

Within that, terms of one query that stand near together in the content come before those far apart, and among
equal matches text written exactly as typed comes before text that only folds to it. Narration comes a little
after statements: what no one says is not what was looked for.
"""

from typing import Any

from tuiexplorer.search.fields import Field
from tuiexplorer.search.pattern import Manner, Pattern, Probe

_WORTH: dict[Manner, tuple[float, float]] = {
    # in a short field, in content
    Manner.EXACT: (500, 500),
    Manner.OTHER_NAME: (490, 490),
    Manner.PINYIN: (400, 400),
    Manner.UNFINISHED: (380, 380),
    Manner.MIXED: (340, 240),
    Manner.INITIALS: (300, 200),
    Manner.HOMOPHONE: (280, 180),
    Manner.FUZZY: (280, 180),
    Manner.INSIDE: (250, 150),
    Manner.EDIT: (140, 110),
    Manner.TWO_EDITS: (60, 50),
}
_PLACE = {
    Field.SPEAKER: 80,
    Field.AGENCY: 60,
    Field.ALIAS: 57,
    Field.OFFICE: 57,
    Field.POST: 40,
    Field.HEADING: 40,
    Field.SLOGAN: 36,
    Field.TITLE: 30,
    Field.PATH: 26,
    Field.CONTENT: 20,
    Field.NARRATION: 20,
    Field.CUE: 10,
}
_WHOLE, _HEAD, _TAIL = 16, 8, 4
_WHOLE_AGENCY = 30
_PART_OF_ALIAS = -90
_SHORTEST_PART_OF_ALIAS = 3
_SHORTEST_IN_OFFICE = 3
"""Two characters on either side of the border of two fields say nothing, nor three initials."""
_BY_CHANCE = (Manner.MIXED, Manner.INITIALS)

NO_MATCH = -1000.0
"""The worth of what does not count as a match."""
LIKELY = 30.0
"""Added where letters are the usual readings of the characters that they match: more than lies between a
syllable and the same unfinished, so that wan finds 王 before 关, which is also read so."""
UNLIKELY_HEAD = -30.0
"""Added where a surname is matched by another of its readings (曾 as ceng)."""
SUPERLATIVE, DEPARTMENT, CUT_WORD = "最", "部门", -30.0
"""Added where a match in the name of a body begins after the first or ends within the second: it takes a word apart.
高院 is what provinces have, and no name of 最高院, although that ends so; 交通部门 is no 交通部."""
ABSENT = 0.001
"""What a term is worth in an entry that rightly lacks it."""
NEAREST = 4.0
"""Added for two neighbouring terms of a query that touch in the content; less the farther apart they stand."""
_NARRATED = 25.0
"""Taken from what no one says: a heading's match in narration comes after what someone says under any."""
AS_TYPED = 3.0
"""Added where the text is written exactly as typed."""

_KEY_STEPS, _KEY_SHIFT, _KEY_LAST = 100, 40, (1 << 40) - 1
"""A key holds the worth in hundredths above, and the number of the entry, counted from the last possible, below."""
_SATURATION, _LENGTH_WEIGHT = 1.2, 0.75
"""BM25's k1 and b (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009)."""


def probe_worth(probe: Probe, *, in_content: bool) -> float:
    """The worth of how a match was made."""
    return _WORTH[probe.manner][in_content] + (LIKELY if probe.likely else 0)


def place_worth(
    field: Field, length: int, manner: Manner, *, at_head: bool = False, at_tail: bool = False
) -> float:
    """The worth of where a match of ``length`` characters stands in a line of this field.

    Inside another name of an agency (发展 in 发展和改革委员会, for one that the text calls 发改委) a part is
    little, and one or two characters in its middle, or initials, nothing.
    """
    by_chance = manner in _BY_CHANCE
    if field is Field.ALIAS:
        if at_tail:
            return _PLACE[field] + (_WHOLE if at_head else 0)
        told = at_head or length >= _SHORTEST_PART_OF_ALIAS
        return _PART_OF_ALIAS if told and not by_chance else NO_MATCH
    if field is Field.OFFICE and length < _SHORTEST_IN_OFFICE + by_chance:
        return NO_MATCH
    if field >= Field.CONTENT or field is Field.OFFICE:
        return _PLACE[field]
    whole = _WHOLE_AGENCY if field is Field.AGENCY else _WHOLE
    return _PLACE[field] + (whole if at_head and at_tail else _HEAD if at_head else _TAIL if at_tail else 0)


def near_worth(distance: Any) -> Any:
    """The worth of two terms whose first characters stand ``distance`` apart; a number or an array of them."""
    return NEAREST / (1 + distance / 8)


def head_worth(pattern: Pattern, name: str) -> float:
    """The worth of how a speaker's name is read that begins with the two characters ``name``."""
    return UNLIKELY_HEAD if name.startswith(tuple(pattern.unlikely_heads)) else 0


def cut_worth(field: Field, before: str, at_end: str) -> float:
    """The worth of a match in a line of this field that cuts a word.

    ``before`` is the character that it stands after, ``at_end`` its last character and the next.
    """
    is_cut = before == SUPERLATIVE and field in (Field.AGENCY, Field.ALIAS)
    is_cut = is_cut or (at_end == DEPARTMENT and field in (Field.SPEAKER, Field.AGENCY))
    return CUT_WORD if is_cut else 0


def hundredths(worth: Any, narrated: Any) -> Any:
    """What an entry is worth that matches, not yet rounded; numbers or arrays of them."""
    lowered = worth - _NARRATED * narrated
    return _KEY_STEPS * lowered * (lowered > 0)


def key(hundredths: Any, number: Any) -> Any:
    """A number that sorts entries: greater for more worth, then for the entry that stands before; or an array."""
    return (hundredths << _KEY_SHIFT) + _KEY_LAST - number


def raised(key: int, worth: float) -> int:
    """The key of an entry that is worth more by ``worth``."""
    return key + (round(worth * _KEY_STEPS) << _KEY_SHIFT)


def number_of(key: int) -> int:
    """The number of the entry that a key is of."""
    return _KEY_LAST - (key & _KEY_LAST)


def worth_of(key: int) -> float:
    """The worth that a key holds, in hundredths."""
    return (key >> _KEY_SHIFT) / _KEY_STEPS


def relevance(times: Any, length: Any, rarity: float) -> Any:
    """BM25 of a word in a text; numbers or arrays of them.

    ``times``: how often it stands there; ``length``: how long the text is, as a multiple of the usual.
    """
    return (
        rarity
        * times
        * (_SATURATION + 1)
        / (times + _SATURATION * (1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * length))
    )
