"""Documents to searched lines: each distinct string of a field once, with the entries that it belongs to."""

from array import array
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple, TypeVar

from tuiexplorer.giving_way import give_way
from tuiexplorer.model import Entry, Position, Statement
from tuiexplorer.search.fields import Field
from tuiexplorer.search.fold import fold

_LEVELS = "省市县区州"


class Lines(NamedTuple):
    """Strings in the order of their fields, and the numbers of the entries that they belong to."""

    texts: Sequence[str]
    owners: Sequence[Sequence[int]]
    """For each line of a short field its entries, each once."""
    content_owners: Sequence[int]
    """For each line of content or narration its one entry."""
    firsts: tuple[int, ...]
    """The number of the first line of each field, and at the end how many lines there are."""


_Key = TypeVar("_Key")
_Owners = dict[str, "array[int]"]
"""The strings of a field, each with the entries that it belongs to."""


def lines_of(entries: Sequence[Entry], *, other_names: bool = True) -> Lines:
    """The searched lines of entries, which are known by their number in the sequence.

    Without ``other_names`` agencies have the name in the article only: making the others takes the tables of all
    places and bodies.
    """
    short: list[_Owners] = [{} for _ in range(Field.CONTENT)]
    said: tuple[list[str], array[int]] = [], array("I")
    told: tuple[list[str], array[int]] = [], array("I")
    speaking: dict[tuple[str, tuple[Position, ...]], array[int]] = {}
    first = 0
    for number, entry in enumerate(entries):
        if entry.theme is not entries[first].theme:
            _put_theme(short, entries[first], range(first, number))
            give_way()
            first = number
        item = entry.item
        if isinstance(item, Statement):
            texts, owners = said
            if item.cue:
                _put(short[Field.CUE], item.cue, number)
            _put(speaking, (item.speaker, item.positions), number)
        else:
            texts, owners = told
        texts.append(item.content)
        owners.append(number)
    if entries:
        _put_theme(short, entries[first], range(first, len(entries)))
    for (speaker, positions), numbers in speaking.items():
        give_way()
        _put_speaker(short, speaker, positions, numbers, other_names=other_names)
    return _joined(short, said, told)


def _put_theme(short: Sequence[_Owners], entry: Entry, numbers: range) -> None:
    """Enter what the entries of one theme have in common."""
    document, theme = entry.document, entry.theme
    headings = dict.fromkeys((*(heading.text for heading in theme.above), theme.heading))
    for field, text in (
        (Field.PATH, document.path),
        (Field.TITLE, document.title),
        (Field.TITLE, document.subtitle if document.subtitle != document.title else None),
        *((Field.HEADING, heading) for heading in headings),
        (Field.SLOGAN, theme.slogan),
    ):
        if text:
            short[field].setdefault(text, array("I")).extend(numbers)


def _put_speaker(
    short: Sequence[_Owners],
    speaker: str,
    positions: Sequence[Position],
    numbers: "array[int]",
    *,
    other_names: bool,
) -> None:
    """Enter who speaks in these entries, and for whom."""
    texts = [(Field.SPEAKER, speaker)]
    for position in positions:
        texts += [
            (Field.AGENCY, position.agency),
            (Field.POST, position.post),
            (Field.OFFICE, office(position.agency, position.post, speaker)),
        ]
        if other_names:
            texts += [(Field.ALIAS, name) for name in other_names_of(position.agency, position.canonical)]
    for field, text in dict.fromkeys(texts):
        if text:
            short[field].setdefault(text, array("I")).extend(numbers)


def _put(owners: "dict[_Key, array[int]]", key: _Key, number: int) -> None:
    numbers = owners.get(key)
    if numbers is None:
        owners[key] = array("I", (number,))
    else:
        numbers.append(number)


def office(agency: str, post: str, speaker: str) -> str:
    """Agency, post and speaker as they stand together in the article."""
    return f"{agency}{post}{'' if post == speaker else speaker}" if post else ""


@cache
def other_names_of(agency: str, canonical: str | None) -> tuple[str, ...]:
    """Other names of an agency, without those that a longer one ends in.

    Where the full name is known, the forms that it has: 省发改委 of 湖北 is 湖北发改委, but not 市发改委.
    """
    from tuiexplorer.lexicon.agency_aliases import aliases

    written = fold(agency)
    level = written[:1] if written[:1] in _LEVELS else ""
    names = aliases(canonical or written) | ({canonical} if canonical else set())
    kept: list[str] = []
    for name in sorted(names, key=lambda name: (-len(name), name)):
        other_level = level and name[0] in _LEVELS and name[0] != level
        if not other_level and name not in written and not any(longer.endswith(name) for longer in kept):
            kept.append(name)
    return tuple(kept)


def _joined(
    short: Sequence[dict[str, "array[int]"]],
    said: tuple[list[str], "array[int]"],
    told: tuple[list[str], "array[int]"],
) -> Lines:
    texts = [text for field in short for text in field]
    sizes = (*map(len, short), len(said[0]), len(told[0]))
    return Lines(
        texts=[*texts, *said[0], *told[0]],
        owners=[owners for field in short for owners in field.values()],
        content_owners=said[1] + told[1],
        firsts=tuple(accumulate(sizes, initial=0)),
    )
