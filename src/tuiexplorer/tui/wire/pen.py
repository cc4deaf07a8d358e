"""The terminal's pen: what its colours and attributes are set to, and how to set it to others in few bytes.

A style is what Textual puts between ``ESC [`` and ``m``, all of it each time: ``1;38;5;255;48;5;234``.
"""

from collections.abc import Iterable
from functools import cache, lru_cache

from msgspec import Struct

PLAIN = ""
"""The style without anything."""

_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "8": "28", "9": "29"}
"""What takes an attribute back. The oldest terminals do not know these; they have no colours either, and then it is
shorter to take back everything."""
_DRAWN = frozenset({"4", "7", "9"})
"""Attributes that are seen without a character too: lines, and reversed colours."""
_DIGITS = frozenset("01234567")


_FIRST_LOOK = 0x100
"""The first character that stands for a style: from here on none has a meaning in a replacement by ``re.sub``."""
_styles: list[str] = []


@cache
def look_of(style: str) -> str:
    """A character that stands for a style."""
    _styles.append(style)
    return chr(_FIRST_LOOK + len(_styles) - 1)


def style_of(look: str) -> str:
    """The style that a character stands for."""
    return _styles[ord(look) - _FIRST_LOOK]


class _Parts(Struct, frozen=True):
    """A style taken apart."""

    attributes: frozenset[str] = frozenset()
    ink: str = ""
    ground: str = ""


@lru_cache(4096)
def on_blanks(style: str) -> str:
    """What of a style is seen on blanks: its ground, unless an attribute draws something."""
    parts = _parts(style)
    return style if parts is None or parts.attributes & _DRAWN else parts.ground


@lru_cache(4096)
def change(before: str, after: str) -> str:
    """The shortest sequence that sets the pen from one style to another."""
    old, new = _parts(before), _parts(after)
    if old is None or new is None:
        return _sequence(["0", after])
    if old == new:
        return ""
    off = {_OFF[each] for each in old.attributes - new.attributes}
    on = {each for each in new.attributes if each not in old.attributes or _OFF[each] in off}
    ink = "" if new.ink == old.ink else new.ink or "39"
    ground = "" if new.ground == old.ground else new.ground or "49"
    whole = _sequence(["0", *sorted(new.attributes), new.ink, new.ground])
    return min(whole, _sequence([*sorted(off), *sorted(on), ink, ground]), key=len)


def _sequence(fields: Iterable[str]) -> str:
    given = ";".join(filter(None, fields))
    return f"\x1b[{given if given != '0' else ''}m"


@lru_cache(4096)
def _parts(style: str) -> _Parts | None:
    """A style taken apart; None where there is something in it that is not known."""
    attributes, ink, ground = set(), "", ""
    fields = iter(style.split(";") if style else ())
    for field in fields:
        if field in {"38", "48"}:
            kind = next(fields, "")
            colour = ";".join([field, kind, *(next(fields, "") for _each in range(3 if kind == "2" else 1))])
            ink, ground = (colour, ground) if field == "38" else (ink, colour)
        elif field[:-1] in {"3", "9"} and field[-1] in _DIGITS:
            ink = field
        elif field[:-1] in {"4", "10"} and field[-1] in _DIGITS:
            ground = field
        elif field == "39":
            ink = ""
        elif field == "49":
            ground = ""
        elif field in _OFF:
            attributes.add(field)
        else:
            return None
    return _Parts(frozenset(attributes), ink, ground)
