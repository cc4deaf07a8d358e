"""Documents to searched lines: each distinct string of a field once, with the entries that it belongs to."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from tuiexplorer.lexicon.agency_aliases import aliases
from tuiexplorer.model import Entry, Statement
from tuiexplorer.search.fields import Field

_LEVELS = "省市县区州"


@dataclass(frozen=True, slots=True)
class Lines:
    """Strings in the order of their fields, and the numbers of the entries that they belong to."""

    texts: Sequence[str]
    owners: Sequence[Sequence[int]]
    """For each line of a short field its entries, ascending."""
    content_owners: Sequence[int]
    """For each line of content or narration its one entry."""
    firsts: tuple[int, ...]
    """The number of the first line of each field, and at the end how many lines there are."""


def lines_of(entries: Sequence[Entry]) -> Lines:
    """The searched lines of entries, which are known by their number in the sequence."""
    short: list[dict[str, array[int]]] = [{} for _ in range(Field.CONTENT)]
    said: tuple[list[str], array[int]] = [], array("I")
    told: tuple[list[str], array[int]] = [], array("I")

    def put(field: Field, text: str | None) -> None:
        if text:
            owners = short[field].setdefault(text, array("I"))
            if not owners or owners[-1] != number:
                owners.append(number)

    for number, entry in enumerate(entries):
        put(Field.PATH, entry.document.path)
        put(Field.TITLE, entry.document.title)
        put(Field.HEADING, entry.theme.heading)
        put(Field.SLOGAN, entry.theme.slogan)
        item = entry.item
        if isinstance(item, Statement):
            put(Field.CUE, item.cue)
            put(Field.SPEAKER, item.speaker)
            for position in item.positions:
                put(Field.AGENCY, position.agency)
                put(Field.POST, position.post)
                put(Field.OFFICE, office(position.agency, position.post, item.speaker))
                for name in other_names(position.agency, position.canonical):
                    put(Field.ALIAS, name)
            said[0].append(item.content)
            said[1].append(number)
        else:
            told[0].append(item.text)
            told[1].append(number)
    return _joined(short, said, told)


def office(agency: str, post: str, speaker: str) -> str:
    """Agency, post and speaker as they stand together in the article."""
    return f"{agency}{post}{'' if post == speaker else speaker}" if post else ""


@cache
def other_names(agency: str, canonical: str | None) -> tuple[str, ...]:
    """Other names of an agency, without those that stand in a longer one.

    Where the full name is known, the forms that it has: 省发改委 of 湖北 is 湖北发改委, but not 市发改委.
    """
    level = agency[:1] if agency[:1] in _LEVELS else ""
    names = aliases(canonical or agency) | ({canonical} if canonical else set())
    kept: list[str] = []
    for name in sorted(names, key=lambda name: (-len(name), name)):
        other_level = level and name[0] in _LEVELS and name[0] != level
        if not other_level and name not in agency and not any(name in longer for longer in kept):
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
