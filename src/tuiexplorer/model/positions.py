"""The positions of a speaker as they are shown: an agency once before its posts, and the name of each field."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from tuiexplorer.attribution import Position
from tuiexplorer.model.document import Statement


def by_agency(positions: Sequence[Position]) -> Iterator[tuple[str, list[tuple[int, Position]]]]:
    """Each agency with the positions after one another that are held there, numbered as in ``positions``."""
    for agency, held in groupby(enumerate(positions), lambda numbered: numbered[1].agency):
        yield agency, list(held)


def name_fields(statement: Statement) -> Iterator[str]:
    """The fields that say what the speaker is called: of one who has no name, as 有关负责人, the post says it too.

    Beside the speaker such a post need not be shown again.
    """
    yield "speaker"
    for number, position in enumerate(statement.positions):
        if position.post == statement.speaker:
            yield field_name("post", number)


def field_name(field: str, number: int) -> str:
    """What a field of the position with this number is called where one tells what matched: agency, agency.1."""
    return f"{field}.{number}" if number else field
