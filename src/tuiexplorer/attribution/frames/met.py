"""Whom a sentence tells of who does not begin it, so that 他 and 他们 in the next may mean them: 记者联系到邓女士."""

import re

from msgspec.structs import replace

from tuiexplorer.attribution.attributed import Kind
from tuiexplorer.attribution.frames.leading import CLAUSE_MARK, beginnings
from tuiexplorer.attribution.people.people import People
from tuiexplorer.attribution.subjects.finding import find_subject
from tuiexplorer.attribution.subjects.groups import group
from tuiexplorer.attribution.subjects.running import name_length
from tuiexplorer.attribution.subjects.speaking_bodies import body
from tuiexplorer.attribution.subjects.subject import Certainty, Subject, Words
from tuiexplorer.attribution.words.how_many import QUANTIFIERS
from tuiexplorer.attribution.words.names import NameForm, is_chinese, name_form
from tuiexplorer.lexicon import grammar

# 记者联系到|小区物业的常经理。
_ASKED = re.compile(
    "(?:记者|媒体)[^，。]{0,16}?(?:(?:联系|采访|拨通|致电|连线|找|见|遇)(?:到|上|了|见)+|致电|连线|拨通|多次(?:联系|采访))"
)
# 拨通村支书高明的电话时
_HIS_PHONE = re.compile("(?:的?(?:电话|手机))?(?:时|后|之后|的时候)?$")


def asked_body(text: str, start: int, end: int) -> Subject | None:
    """The body that the reporter rang up: 记者致电区政府办公室，…，对方|回应."""
    asked = _RANG.search(text, start, end)
    found = body(Words.alone(asked["who"])) if asked else None
    return found if found and found.kind is Kind.INSTITUTION and not found.others else None


_RANG = re.compile(
    "(?:记者|媒体)[^，。]{0,10}?(?:致电|拨打|拨通|联系|致函)了?(?P<who>[^，。；：“”的]{3,24})(?=[，的])"
)


def asked_person(text: str, start: int, end: int, people: People) -> Subject | None:
    """The one whom the reporter reached in a sentence: 记者联系到工作人员邓女士，她表示…."""
    asked = _ASKED.search(text, start, end)
    if asked is None:
        return None
    stop = CLAUSE_MARK.search(text, asked.end(), end)
    clause_end = stop.start() if stop else end
    phone = _HIS_PHONE.search(text, asked.end(), clause_end)
    found = find_subject(text, asked.end(), phone.start() if phone else clause_end, people.count)
    if found is None or found.kind not in (Kind.NAMED, Kind.ANONYMOUS):
        return None
    formed = found.mention == "bare" and is_chinese(found.speaker)
    return found if formed or found.mention in ("full", "title-after", "again") else None


# 在与政协委员高明的|交谈中，….
_TALKED = re.compile(
    "[与和同跟](?P<who>[^，。；：“”]{2,40}?)的?(?:交谈|对话|交流|聊天|谈话|采访)(?:中|时|过程中)，"
)
# 这是|高明的第二次参赛，….
_ABOUT = re.compile("(?<![^，。；：])这(?:已经|已|也|还)?是(?=[^，。]{2,4}(?:的?第|首次|的?最后))")


# 网友|“山里的风”因修路关了店。他留言：….
_ONLINE = re.compile("[\u4e00-\u9fff]{0,8}(?:网友|用户|博主)“[^“”，。；：]{1,12}”")


def person_told_of(text: str, start: int, end: int, people: People) -> Subject | None:
    """The one with whom the reporter talked, or whom a sentence is about: 这是高明的第二次参赛."""
    if talked := _TALKED.search(text, start, end):
        found = find_subject(text, *talked.span("who"), people.count)
        named = found is not None and found.kind is Kind.NAMED and found.mention == "full"
        return found if named else None
    for begin in beginnings(text, start, end):
        if online := _ONLINE.match(text, begin, end):
            return find_subject(text, *online.span(), people.count)
    about = _ABOUT.search(text, start, end)
    length = name_length(text, about.end(), people.count) if about else 0
    name = text[about.end() : about.end() + length] if about else ""
    if length < 2 or name_form(name) is not NameForm.CHINESE or people.count(name) < 2:
        return None
    return Subject(name, Kind.NAMED, people.positions(name), start, "full", Certainty.LIKELY)


# 记者采访多位|渔民与环保人士，; 与我市的|人大代表连线，; 牵动着农场|职工群众的心，.
_GROUP_MET = re.compile(
    "(?:采访|走访|访问|探访|连线)了?(?P<asked>[^，。；：“”]{2,30})，"
    "|(?:记者|本报)[与和同跟对](?P<talked>[^，。；：“”]{2,30}?)(?:连线|交流|交谈|座谈|通话)，"
    "|(?:牵动|牵系)着?(?P<moved>[^，。；：“”]{2,30})的心，"
)
# 部分在江州的|人大代表围绕报告展开讨论: what a group of deputies does.
_DEBATES = re.compile(
    "(?:围绕|就|结合|聚焦)[^，。；]{2,60}(?:展开|进行)(?:了)?[^，。；]{0,8}(?:讨论|交流|探讨|审议)"
)


def group_told_of(text: str, start: int, end: int) -> Subject | None:
    """The group that a sentence tells of without its beginning with them: 记者采访多位渔民，他们表示…."""
    for match in reversed([*_GROUP_MET.finditer(text, start, end)]):
        name = match.lastgroup or ""
        if found := _crowd(match[name], match.start(name)):
            return found
    for match in _DEBATES.finditer(text, start, end):
        begins = max(start, *(text.rfind(mark, start, match.start()) + 1 for mark in "，。；："))
        if found := _crowd(text[begins : match.start()], begins):
            return found
    return None


def _crowd(words: str, start: int) -> Subject | None:
    """``words`` as a group, without how many they are and whose (我市的|人大代表)."""
    found = group(Words.alone(words))
    if found:
        return replace(found, start=start)
    counted = QUANTIFIERS.match(words)
    noun = words[counted.end() if counted else 0 :].rpartition("的")[2]
    return Subject.crowd(noun, start) if noun.endswith(grammar.words("posts", "seats")) else None
