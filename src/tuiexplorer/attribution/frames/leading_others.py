"""The body, the official or the group with which a sentence or clause begins: 外交部对此…, 与会人士高度评价…."""

import re
from functools import cache

from msgspec.structs import replace

from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.frames.leading import CLAUSE_MARK, beginnings, past_openers
from tuiexplorer.attribution.frames.leading_names import FAR
from tuiexplorer.attribution.people.people import People
from tuiexplorer.attribution.subjects.finding import find_subject
from tuiexplorer.attribution.subjects.speaking_bodies import AROUND_BODY, body
from tuiexplorer.attribution.subjects.subject import Certainty, Subject, Words
from tuiexplorer.attribution.words.bodies import is_body, is_state, state_at_start
from tuiexplorer.attribution.words.how_many import HOW_WIDE, JOINED, QUANTIFIERS, SEVERAL_LAST
from tuiexplorer.lexicon import grammar

_CORE = re.compile("为核心的(?=党中央|中共中央)")  # 党的大会以来，以高明山同志为核心的|党中央把…
# 山地民兵组织（…）下属武装派别|圣城旅14日发布视频，称…
_UNDER = re.compile("[^，。；：“”\\d]{2,30}下属(?:武装|军事|政治)派别(?=..)(?!方面)")
_IS_HELD = re.compile("(?:召开|举行|举办)[，。]")  # 动员部署会|召开，强调…
_COUNTED = re.compile("\\d+[余多]?[个名位家]")
_GOING_ON = re.compile("，(?:并|还|也|都|均|一致|普遍|纷纷|同时)*$")


def leading_body(text: str, start: int, end: int) -> Subject | None:
    """The body with which ``text[start:end]`` begins: 巴勒斯坦外交部对此表示欢迎…."""
    begin = past_openers(text, start, end)
    begin += text[begin:end].startswith("，")
    if text[begin - 1 : begin] == "据":
        return None  # 据海国通讯社3日报道，高级将领何明说: it is not the one who speaks
    if core := _CORE.search(text, begin, min(end, begin + FAR)):
        begin = core.end()
    if under := _UNDER.match(text, begin, min(end, begin + FAR)):
        begin = under.end()
    goes_on = _GOING_ON.search(text, begin, end) is not None
    acts = grammar.opening("subjects", "acts", *(("praises",) if goes_on else ()))
    crowds = grammar.words("posts", "collective")
    for stop in range(min(begin + 24, end), begin + 1, -1):
        name = text[begin:stop]
        if acts.match(text, stop) and is_body(name) and name not in grammar.word_set("cues", "papers"):
            if _IS_HELD.match(text, stop):
                return None
            name = AROUND_BODY.sub("", name)
            if is_state(name) and _COUNTED.match(text, stop):
                return None  # 山国|14个派别
            if JOINED.search(name) and (several := body(Words.alone(name))) and several.others:
                return replace(several, start=begin)
            if name.endswith(crowds):
                return Subject.crowd(name, begin)  # 与会各方高度评价…
            return Subject.body(name, begin)
    return None


def body_named(text: str, start: int, end: int, noun: str) -> Subject | None:
    """The body named last in ``text[start:end]`` that can be called 该 with ``noun``, for a company: 该公司."""
    if noun not in grammar.word_set("subjects", "companies"):
        return None
    found = re.finditer(rf"[^，。；：、“”《》（）\s的]{{2,18}}{noun}", text[start:end])
    names = [match.group().removeprefix("据") for match in found]
    name = next((name for name in reversed(names) if is_body(name)), "")
    return Subject.body(name, start) if name else None


_OFFICIAL = re.compile(
    "(?:负责人|负责同志|发言人|代表)(?=发言|出席|\\d|今天|昨天|日前|近日|当天|就|在|对|发表|接受)"
)


def leading_official(text: str, start: int, end: int, people: People) -> Subject | None:
    """Someone unnamed of a body, with whom ``text[start:end]`` begins: 外交部发言人15日发表谈话，…."""
    begin = past_openers(text, start, end)
    match = _OFFICIAL.search(text, begin, min(end, begin + FAR))
    if match is None or re.search("[，。；：]", text[begin : match.end()]):
        return None
    found = find_subject(text, begin, match.end(), people.count)
    if found is None or found.kind is not Kind.ANONYMOUS or found.start != begin:
        return None
    return None if found.speaker == "代表" and not is_of_state(found) else found


def is_of_state(found: Subject) -> bool:
    """Whether someone is a state's: 智利|代表, 中方|代表."""
    agencies = [position.agency for position in found.positions]
    return any(agency and (agency.endswith("方") or state_at_start(agency) == agency) for agency in agencies)


def leading_holder(text: str, start: int, end: int) -> Subject | None:
    """The holder of an office that one person has, with whom a clause begins: 总书记走进小院，…."""
    for begin in beginnings(text, start, end):
        for post in grammar.words("subjects", "offices_of_one"):
            after = text[begin + len(post) : begin + len(post) + 1]
            if text.startswith(post, begin) and after not in ("的", "和", "、", "”", "同"):
                return Subject(post, Kind.ANONYMOUS, (Position("", post),), begin)
    return None


def leading_anyone(text: str, start: int, end: int, people: People) -> Subject | None:
    """Whoever begins ``text[start:end]``, by what he does next: 国际组织负责人|高度赞赏…, 海国外交部|强烈谴责…."""
    begin = past_openers(text, start, end)
    if text[begin - 1 : begin] == "据":
        return None
    if several := SEVERAL_LAST.search(text, start, begin):
        begin = several.start()  # 8名|村民围绕…发言
    deeds = grammar.opening("subjects", "acts", "praises", "group_acts")
    for deed in deeds.finditer(text, begin + 2, min(end, begin + FAR)):
        if CLAUSE_MARK.search(text, begin, deed.start()):
            return None
        if _COUNTED.match(text, deed.start()) or grammar.endings("cues", "papers").longest(
            text[begin : deed.start()]
        ):
            return None
        found = find_subject(text, begin, deed.start(), people.count)
        known = found and found.mention == "bare" and people.positions(found.speaker)
        if found and (known or (found.mention == "full" and found.certainty >= Certainty.SURE)):
            counted = QUANTIFIERS.match(text, begin)
            bare = AROUND_BODY.sub("", text[begin : deed.start()]).strip("“”")
            whole = found.start in (begin, counted and counted.end()) or found.speaker == bare
            return found if whole else None
    return None


_FROM = re.compile("，?(?:来自[^，。的]{1,30}|[^，。的]{2,8}各地)的")  # 来自山国各地的|民众


def leading_group(text: str, start: int, end: int, people: People, *, acts: bool = True) -> Subject | None:
    """The group with which ``text[start:end]`` begins: 与会人士高度评价….

    ``acts`` says that only what it does, of which the grammar knows, shows where it ends.
    """
    begin = past_openers(text, start, end)
    if text[begin - 1 : begin] == "据":
        return None
    if origin := _FROM.match(text, begin, end):
        begin = origin.end()
    for match in _group_end(acts=acts).finditer(text, begin, min(end, begin + FAR)):
        if CLAUSE_MARK.search(text, begin, match.end()):
            return None
        found = find_subject(text, begin, match.end(), people.count)
        if found is None or found.kind is not Kind.COLLECTIVE:
            continue
        if found.start == begin or any(
            (count := many.match(text, begin, match.end())) and count.end() == found.start
            for many in (QUANTIFIERS, HOW_WIDE)
        ):
            return found
    return None


@cache
def _group_end(*, acts: bool) -> re.Pattern[str]:
    """Where a group ends: before what it does, or wherever the word does."""
    nouns = grammar.either("posts", "collective", "plural")
    tails, told = (grammar.either("subjects", key) for key in ("group_tails", "group_acts"))
    return re.compile(
        f"(?:{nouns}|{tails})(?={told})" if acts else f"(?:{nouns}|{tails})++们?+(?![的家代、和])"
    )
