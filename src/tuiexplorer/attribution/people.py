"""The people of a document: who was introduced with which titles, so that later mentions find them."""

import re

from tuiexplorer.attribution.attributed import Position
from tuiexplorer.attribution.names import NameForm, name_form
from tuiexplorer.attribution.subject import Subject, _trim_title, find_subject, strip_leading
from tuiexplorer.attribution.titles import head_at_end, positions

_CLAUSE = re.compile(r"[，。；：！？“”\n]")
# What may follow a name that is not next to a cue: it marks where the name ends.
_FOLLOW = re.compile(r"[，。、；：（\d ]|在|对|就|向|于|同|与|和|出席|会见|主持|参加|前往|抵达|应|致|当地|今天|昨天|日前|近日|等|一行|率|会|举行|发表|作|听取|考察|调研|首先|代表|宣布|分别|共同|通电话|说|表示|到|来到|访问|检阅|为|的|走进|是|将|还|从|介绍|强调|指出|认为")


class People:
    """Names met so far, with the positions of their first full mention."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, tuple[Position, ...]] = {}

    def introduce(self, name: str, found: tuple[Position, ...]) -> None:
        """Remember a name with its positions; the first mention with any wins."""
        if found and not self._known.get(name):
            self._known[name] = found

    def __contains__(self, name: str) -> bool:
        return bool(self.positions(name))

    def positions(self, name: str) -> tuple[Position, ...]:
        """The positions of ``name``, from a mention already read or from one anywhere in the document."""
        if name not in self._known:
            self._known[name] = self._search(name)
        return self._known[name]

    def by_surname(self, surname: str) -> str | None:
        """The name met last that begins with ``surname``."""
        return next((name for name in reversed(self._known) if name.startswith(surname) and self._known[name]), None)

    def _search(self, name: str) -> tuple[Position, ...]:
        at = self._text.find(name)
        tries = 0
        while at > 0 and tries < 20:
            before = self._text[max(0, at - 60) : at]
            clause = before[max((match.end() for match in _CLAUSE.finditer(before)), default=0) :].rstrip(" ")
            if head_at_end(clause):
                found = positions(_trim_title(clause))
                if found:
                    return found
            at = self._text.find(name, at + 1)
            tries += 1
        return ()


def leading_person(text: str, start: int, end: int) -> Subject | None:
    """The person with whom the sentence ``text[start:end]`` begins: 国家主席习近平17日…, title and name or name alone."""
    begin = start + strip_leading(text[start:end])
    best: Subject | None = None
    for length in range(2, min(60, end - begin)):
        stop = begin + length
        if text[stop] in "。；！？“”" or (text[stop - 1] in "，" and best):
            break
        if not _FOLLOW.match(text, stop):
            continue
        found = _titled(text, begin, stop)
        if found:
            return found
    return best


def _titled(text: str, begin: int, stop: int) -> Subject | None:
    stretch = text[begin:stop]
    for length in range(min(len(stretch), 12), 1, -1):
        name = stretch[-length:]
        before = stretch[:-length]
        if name_form(name) >= NameForm.FOREIGN and (head_at_end(before) if before else name_form(name) is NameForm.CHINESE):
            found = find_subject(text, begin, stop)
            if found and found.kind == "named" and found.speaker == name:
                return found
    return None
