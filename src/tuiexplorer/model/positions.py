"""The positions of a speaker as they are shown: an agency once before its posts, and the name of each field."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from tuiexplorer.attribution import Position


def by_agency(positions: Sequence[Position]) -> Iterator[tuple[str, list[tuple[int, Position]]]]:
    """Each agency with the positions after one another that are held there, numbered as in ``positions``."""
    for agency, held in groupby(enumerate(positions), lambda numbered: numbered[1].agency):
        yield agency, list(held)


def field_name(field: str, number: int) -> str:
    """What a field of the position with this number is called where one tells what matched: agency, agency.1."""
    return f"{field}.{number}" if number else field
