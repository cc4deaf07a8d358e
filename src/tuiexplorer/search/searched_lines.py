"""Documents to searched lines: each distinct string of a field once, with the entries that it belongs to."""

from array import array
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from tuiexplorer.model import Entry, Statement
from tuiexplorer.search.fields import Field

_LEVELS = "省市县区州"


class Lines(NamedTuple):
    """Strings in the order of their fields, and the numbers of the entries that they belong to."""

    texts: Sequence[str]
    owners: Sequence[Sequence[int]]
    """For each line of a short field its entries, ascending."""
    content_owners: Sequence[int]
    """For each line of content or narration its one entry."""
    firsts: tuple[int, ...]
    """The number of the first line of each field, and at the end how many lines there are."""


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
    first = 0
    for number, entry in enumerate(entries):
        if entry.theme is not entries[first].theme:
            _put_theme(short, entries[first], range(first, number))
            first = number
        item = entry.item
        if isinstance(item, Statement):
            _put_statement(short, item, number)
            if other_names:
                _put_other_names(short[Field.ALIAS], item, number)
            said[0].append(item.content)
            said[1].append(number)
        else:
            told[0].append(item.text)
            told[1].append(number)
    if entries:
        _put_theme(short, entries[first], range(first, len(entries)))
    return _joined(short, said, told)


def _put_theme(short: Sequence[_Owners], entry: Entry, numbers: range) -> None:
    """Enter what the entries of one theme have in common."""
    document, theme = entry.document, entry.theme
    for field, text in (
        (Field.PATH, document.path),
        (Field.TITLE, document.title),
        (Field.TITLE, document.subtitle if document.subtitle != document.title else None),
        (Field.HEADING, theme.heading),
        (Field.SLOGAN, theme.slogan),
    ):
        if text:
            short[field].setdefault(text, array("I")).extend(numbers)


def _put_statement(short: Sequence[_Owners], statement: Statement, number: int) -> None:
    """Enter who speaks, and for whom."""
    _put(short[Field.CUE], statement.cue, number)
    _put(short[Field.SPEAKER], statement.speaker, number)
    for position in statement.positions:
        _put(short[Field.AGENCY], position.agency, number)
        _put(short[Field.POST], position.post, number)
        _put(short[Field.OFFICE], office(position.agency, position.post, statement.speaker), number)


def _put_other_names(lines: _Owners, statement: Statement, number: int) -> None:
    for position in statement.positions:
        for name in other_names_of(position.agency, position.canonical):
            _put(lines, name, number)


def _put(lines: _Owners, text: str, number: int) -> None:
    owners = lines.get(text)
    if owners is None:
        if text:
            lines[text] = array("I", (number,))
    elif owners[-1] != number:
        owners.append(number)


def office(agency: str, post: str, speaker: str) -> str:
    """Agency, post and speaker as they stand together in the article."""
    return f"{agency}{post}{'' if post == speaker else speaker}" if post else ""


@cache
def other_names_of(agency: str, canonical: str | None) -> tuple[str, ...]:
    """Other names of an agency, without those that a longer one ends in.

    Where the full name is known, the forms that it has: 省发改委 of 湖北 is 湖北发改委, but not 市发改委.
    """
    from tuiexplorer.lexicon.agency_aliases import aliases

    level = agency[:1] if agency[:1] in _LEVELS else ""
    names = aliases(canonical or agency) | ({canonical} if canonical else set())
    kept: list[str] = []
    for name in sorted(names, key=lambda name: (-len(name), name)):
        other_level = level and name[0] in _LEVELS and name[0] != level
        if not other_level and name not in agency and not any(longer.endswith(name) for longer in kept):
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
