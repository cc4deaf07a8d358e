"""Who stands before a colon, also as under a picture in a broadcast: the name first, and apart from it who it is."""

import re

from tuiexplorer.attribution.attributed import Kind
from tuiexplorer.attribution.subjects.finding import find_subject
from tuiexplorer.attribution.subjects.persons import title_start
from tuiexplorer.attribution.subjects.subject import Count, Subject
from tuiexplorer.attribution.words.names import NameForm, name_form
from tuiexplorer.attribution.words.titles import positions

_CARD = re.compile(r"(?P<name>[^\d ，、（]{2,12})[ ，](?P<title>[^\d ，（][^ ，（]+)")


def introduced(text: str, start: int, end: int, count: Count) -> Subject | None:
    """The subject that ``text[start:end]`` names: 罗大山 石磨镇林场护林员, or in any order that a clause has."""
    if found := card(text, start, end):
        return found
    comma = text.rfind("，", start, end) + 1
    opens = (
        max(start, title_start(text, comma)) if comma else start
    )  # 谈起收成，|县林业局副局长高明信心满满：“…”
    return find_subject(text, opens, end, count)


def card(text: str, start: int, end: int) -> Subject | None:
    """The name first, and apart from it who it is: 罗大山 石磨镇林场护林员."""
    match = _CARD.fullmatch(text, start, end)
    if match is None or name_form(match["name"]) < NameForm.CHINESE:
        return None
    held = positions(match["title"])
    told = held and match["title"].endswith(held[-1].post)
    return Subject(match["name"], Kind.NAMED, held, start) if told else None
