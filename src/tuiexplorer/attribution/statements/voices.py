"""Voices: several who are each named on a line of their own before a dash, and then speak for themselves below it.

人大代表、云岭集团首席专家高明——
给老机器装上“大脑”
报告让我更有底气了。…
"""

import re
from collections.abc import Container, Mapping

from msgspec import Struct

from tuiexplorer.attribution.attributed import Kind
from tuiexplorer.attribution.passages.paragraph import Paragraph
from tuiexplorer.attribution.people.people import People
from tuiexplorer.attribution.statements.turns import is_reporter
from tuiexplorer.attribution.subjects.cards import card
from tuiexplorer.attribution.subjects.finding import find_subject
from tuiexplorer.attribution.subjects.subject import Certainty, Subject

_DASH = re.compile("(?P<who>[^。；：“”！？]{4,60}?)(?:——|--|—) *")
_LEAST = 2
"""So many of them make an article of voices, and no fewer."""
_QUOTED = re.compile("“[^“”]*”")


class Voice(Struct, frozen=True):
    """Someone who is named before a dash, and the paragraphs that are all his."""

    subject: Subject
    below: tuple[int, ...]


def find_voices(
    paragraphs: Mapping[int, Paragraph], headed: Container[int], people: People
) -> dict[int, Voice]:
    """The voices by the paragraph that names who speaks; none where the article is not made of them."""
    named = {
        number: subject
        for number, paragraph in paragraphs.items()
        if "—" in paragraph.text[-3:] and (subject := _named(paragraph, people))
    }
    if len(named) < _LEAST:
        return {}
    voices = {
        number: Voice(subject, below)
        for number, subject in named.items()
        if (below := _below(number, paragraphs, named, headed))
    }
    told = (voice for voice in voices.values() if not _speaks(voice, paragraphs))
    return {} if len(voices) < _LEAST or next(told, None) else voices


def _named(paragraph: Paragraph, people: People) -> Subject | None:
    """Who is named before the dash, by title and name."""
    match = _DASH.fullmatch(paragraph.text)
    found = find_subject(paragraph.text, *match.span("who"), people.count) if match else None
    if found is None or found.kind is not Kind.NAMED or found.mention != "full" or found.others:
        return None
    return found if found.positions and found.certainty >= Certainty.SURE and not is_reporter(found) else None


def _below(
    number: int, paragraphs: Mapping[int, Paragraph], named: Container[int], headed: Container[int]
) -> tuple[int, ...]:
    """The paragraphs below a name, up to the next one or to a heading other than the one right under it."""
    found: list[int] = []
    for below in paragraphs:
        if below <= number or not paragraphs[below].text.strip():
            continue
        if below in named or (found and below in headed):
            break
        found.append(below)
    return tuple(found)


def _speaks(voice: Voice, paragraphs: Mapping[int, Paragraph]) -> bool:
    """Whether he says 我 there, and nobody tells of him."""
    texts = [paragraphs[number].text for number in voice.below]
    return any("我" in _QUOTED.sub("", text) for text in texts) and not any(
        voice.subject.speaker in text for text in texts
    )


def under_card(heading: str, paragraph: Paragraph) -> Subject | None:
    """Whose words a paragraph is that stands under a name and a post, one a line, and says 我 outside quotations."""
    text = " ".join(heading.split())
    found = card(text, 0, len(text)) if len(text) <= _LONGEST_CARD else None
    return found if found and "我" in _QUOTED.sub("", paragraph.text) else None


_LONGEST_CARD = 16
