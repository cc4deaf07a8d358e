"""Turns of a transcript: who speaks stands before a colon, and all up to the next turn is what he says."""

import re
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from tuiexplorer.attribution.attributed import Kind
from tuiexplorer.attribution.finding import find_subject
from tuiexplorer.attribution.names import NameForm, name_form
from tuiexplorer.attribution.paragraph import Paragraph
from tuiexplorer.attribution.people import People
from tuiexplorer.attribution.subject import Subject

_OPENER = re.compile(r"[ \[【]*(?P<who>(?![\d（])[^，。；：“”！？\[\]【】]{1,40}?)[ \]】]*：[ ]*")
_ASKS = re.compile(r"记者$")
_LEAST = 3
"""So many turns make a transcript, and no fewer."""


class Turn(Struct, frozen=True):
    """What opens a turn in a paragraph."""

    subject: Subject | None
    """Who speaks; None where it is a reporter who asks."""
    words: int
    """Where the words begin in the paragraph."""
    alone: bool
    """Whether no word follows the colon: all words stand in the paragraphs below."""


def find_turns(paragraphs: Mapping[int, Paragraph], people: People) -> dict[int, Turn]:
    """The turns by the number of the paragraph that opens them; none where the article is no transcript.

    It is one where reporters' questions stand between the answers, or where who speaks stands on a line of his own,
    and does so again.
    """
    openers = {
        number: opener
        for number, paragraph in paragraphs.items()
        if (opener := _OPENER.match(paragraph.text)) is not None
    }
    asked = any(_ASKS.search(opener["who"]) for opener in openers.values())
    if len(openers) < _LEAST or not (asked or sum(map(_is_alone, openers.values())) > 1):
        return {}  # no transcript, whoever the openers name
    turns = {
        number: turn for number, opener in openers.items() if (turn := _turn(opener, people)) is not None
    }
    alone = [turn.subject.speaker for turn in turns.values() if turn.subject and turn.alone]
    return turns if len(turns) >= _LEAST and (asked or len(set(alone)) < len(alone)) else {}


def _is_alone(opener: re.Match[str]) -> bool:
    """Whether what opens a turn is all of its paragraph."""
    return opener.end() == len(opener.string)


def _turn(opener: re.Match[str], people: People) -> Turn | None:
    alone = _is_alone(opener)
    if _ASKS.search(opener["who"]):
        return Turn(None, opener.end(), alone)
    subject = find_subject(opener.string, *opener.span("who"), people.count)
    if subject is None or subject.kind is Kind.COLLECTIVE or subject.mention not in ("full", "bare"):
        return None
    if subject.mention == "bare" and name_form(subject.speaker) >= NameForm.CHINESE:
        subject = replace(subject, certainty=max(subject.certainty, 3))
    return Turn(subject, opener.end(), alone)
