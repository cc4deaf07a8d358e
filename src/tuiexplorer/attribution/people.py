"""The people of a document: who was introduced with which titles, so that later mentions find them."""

import re
from functools import cache

from tuiexplorer.attribution.adverbials import strip_leading
from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.bodies import is_body
from tuiexplorer.attribution.finding import find_subject
from tuiexplorer.attribution.names import NameForm, name_form
from tuiexplorer.attribution.subject import Count, Subject
from tuiexplorer.attribution.titles import head_at_end, positions, split_title, trim_title
from tuiexplorer.lexicon import grammar

_CLAUSE = re.compile(r"[，。；：！？“”\n]")
# 村民罗大山、|段春妹: the title of the first is the title of all.
_LISTED = re.compile(r"(?P<title>.+?)(?P<name>[\u4e00-\u9fff·]{2,4})、")
# 宋晓东是云州港集团党委书记、董事长。
_ABOUT_HIM = re.compile(r"是(?:一[名位])?(?P<title>[^，。；]{2,40})[，。]")


@cache
def _follow() -> re.Pattern[str]:
    return re.compile("|".join(grammar.words("subjects", "follow")))


class People:
    """Names met so far, with the positions of their first full mention."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, tuple[Position, ...]] = {}
        self._counts: dict[str, int] = {}

    def count(self, stretch: str) -> int:
        """How often ``stretch`` stands in the document."""
        if stretch not in self._counts:
            self._counts[stretch] = self._text.count(stretch)
        return self._counts[stretch]

    def introduce(self, name: str, found: tuple[Position, ...]) -> None:
        """Remember a name with its positions; the first mention with any wins."""
        if found and not self._known.get(name):
            self._known.pop(name, None)
            self._known[name] = found

    def positions(self, name: str) -> tuple[Position, ...]:
        """The positions of ``name``, from a mention already read or from one anywhere in the document."""
        if name not in self._known:
            self._known[name] = self._search(name)
        return self._known[name]

    def is_part(self, name: str) -> bool:
        """Whether ``name`` stands in the document as a part of one with dots."""
        return f"{name}·" in self._text or f"·{name}" in self._text

    def full_name(self, part: str) -> str | None:
        """The name met last of which ``part`` is the surname, or one of the parts between dots."""
        for name in reversed(self._known):
            if name != part and self._known[name] and _is_short_for(part, name):
                return name
        dotted = re.search(
            rf"[\u4e00-\u9fff]+·{re.escape(part)}(?![\u4e00-\u9fff]*·)|(?<![·\u4e00-\u9fff]){re.escape(part)}·[\u4e00-\u9fff]+",
            self._text,
        )
        if dotted and len(part) > 1:
            run = dotted.group()
            for start in range(len(run) - len(part)):
                full = run[start:]
                if (
                    part in full.split("·")
                    and head_at_end(run[:start])
                    and name_form(full)
                    and self.positions(full)
                ):
                    return full
        return self._introduced(part)

    def _introduced(self, part: str) -> str | None:
        """The full name, with its title before it in the text, that ``part`` is short for."""
        surname = part[-1] if len(part) == 1 or part[0] in "老小阿" else ""
        for match in re.finditer(re.escape(surname or part), self._text):
            at = match.start() if surname else match.start() - 1
            for length in (3, 2) if surname else (len(part) + 1,):
                full = self._text[at : at + length] if at >= 0 else ""
                if full != part and name_form(full) is NameForm.CHINESE and self._titled_at(at):
                    return full
        return None

    def _titled_at(self, at: int) -> bool:
        before = self._text[max(0, at - 12) : at]
        return bool(head_at_end(_CLAUSE.split(before)[-1]))

    def body(self, noun: str) -> str | None:
        """The body named first at the head of a clause whose name ends in ``noun``."""
        match = re.search(
            rf"(?:^|[，。；：\n）])(?P<name>[^，。；：、“”《》（）\n的该]{{1,16}}{re.escape(noun)})",
            self._text,
        )
        return match["name"] if match and is_body(match["name"]) else None

    def _search(self, name: str) -> tuple[Position, ...]:
        at = self._text.find(name)
        tries = 0
        while at >= 0 and tries < 20:
            before = self._text[max(0, at - 60) : at]
            clause = before[max((match.end() for match in _CLAUSE.finditer(before)), default=0) :].rstrip(" ")
            listed = _LISTED.fullmatch(clause)
            if listed and head_at_end(listed["title"]) and name_form(listed["name"]):
                clause = listed["title"]
            if head_at_end(clause):
                found = positions(trim_title(clause))
                if found:
                    return found
            about = _ABOUT_HIM.match(self._text, at + len(name))
            if about and head_at_end(about["title"]):
                return positions(trim_title(about["title"]))
            at = self._text.find(name, at + 1)
            tries += 1
        return ()


def _is_short_for(part: str, name: str) -> bool:
    """Whether ``part`` is the surname (周, 老周), the given name (小棠), or a part between dots of ``name``."""
    if "·" in name:
        return part in name.split("·")
    if len(part) == 1:
        return name[0] == part
    return len(part) == 2 and (name[1:] == part or (part[0] in "老小阿" and name[0] == part[1]))


def leading_person(text: str, start: int, end: int, count: Count) -> Subject | None:
    """The person with whom ``text[start:end]`` begins (国家主席习近平17日…): title and name, or a name known."""
    for clause in [start, *(match.end() for match in re.finditer("[，的]", text[start:end]))][:4]:
        at = clause if clause == start else start + clause
        if (found := _leads(text, at, end, count)) is not None:
            return found
    return None


def _leads(text: str, start: int, end: int, count: Count) -> Subject | None:
    begin = start + strip_leading(text[start:end])
    for stop in range(begin + 2, min(begin + 60, end)):
        if text[stop - 1] in "。；！？“”" or (
            text[stop - 1] == "，" and not split_title(text[begin : stop - 1])
        ):
            break
        if not _follow().match(text, stop) and not _recurs(text, begin, stop, count):
            continue
        found = _titled(text, begin, stop, count)
        if found:
            return found
    return None


def _recurs(text: str, begin: int, stop: int, count: Count) -> bool:
    """Whether a title and a name that the document has again end at ``stop``, whatever follows (车长麦兆祥|驾驶…)."""
    name = text[stop - 3 : stop]
    return (
        stop - begin > 4
        and count(name) > 1
        and name_form(name) is NameForm.CHINESE
        and bool(head_at_end(text[begin : stop - 3]))
    )


def _titled(text: str, begin: int, stop: int, count: Count) -> Subject | None:
    stretch = text[begin:stop]
    for length in range(min(len(stretch), 12), 1, -1):
        name, before = stretch[-length:], stretch[:-length]
        form = name_form(name)
        if form < NameForm.FOREIGN or (
            not before and (form is not NameForm.CHINESE or (count(name) < 2 and text[stop] != "是"))
        ):
            continue
        if (before and not head_at_end(before)) or (
            form is NameForm.FOREIGN and name_form(name + text[stop]) is form
        ):
            continue
        found = find_subject(text, begin, stop, count)
        if found and found.kind is Kind.NAMED and found.speaker == name:
            return found
    return None
