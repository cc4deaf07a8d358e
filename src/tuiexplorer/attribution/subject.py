"""The subject of a cue: who is it that says something? Read from the words left of the cue, right to left.

Adverbials are taken off the end one by one (省财政厅厅长吴静|近日|在接受采访时|表示); each stretch that is left is put
to a handful of readers, one for each way in which news names a speaker; the surest reading wins.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from tuiexplorer.attribution.adverbials import is_adverbial, strip_leading, trailing_cuts
from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.bodies import ends_body, is_body, is_state, state_at_start
from tuiexplorer.attribution.names import NameForm, name_form, starts_with_surname
from tuiexplorer.attribution.titles import TRADE_ENDS, head_at_end, positions, split_title, trade_at_end, trim_title
from tuiexplorer.lexicon import grammar, places

Mention = Literal["full", "pronoun", "again", "bare", "title-after", "elided"]
"""``full``: names itself; ``pronoun``: 他; ``again``: 该负责人; ``bare``: a name alone; ``title-after``: a name with its
title behind it; ``elided``: nothing, the subject of what came before goes on."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who says something, as far as the clause itself tells."""

    speaker: str
    kind: Kind
    positions: tuple[Position, ...]
    start: int
    """Offset at which the subject (with its titles) begins."""
    mention: Mention = "full"
    certainty: int = 5
    """From 1 (a guess by form) to 5 (the grammar leaves no choice)."""
    others: tuple["Subject", ...] = ()
    """The further ones of several who speak together (A、B表示)."""


_AGAIN = re.compile(r"(?:该名?|这[名位]|那[名位]|上述)[^，的]{0,4}(?:人员?|民警|警官|官员|同志|专家|学者|法官|检察官|医生|老师|教授|律师|记者|学生|工人|居民|游客|司机|干部|经理|校长|主任|代表|委员)")
_COURTESY = frozenset("同志 先生 女士 小姐 夫人 总书记 主席 总理 总统 教授 博士 院士 老师 医生 大使 部长 书记 爵士 阁下 陛下 殿下 代表 委员 国王 首相 外长 将军 师傅 大爷 大妈 大娘 大姐 大哥 阿姨 奶奶 爷爷 律师 校长 院长 主任 局长 厅长 市长 县长 区长 镇长 队长 支书 总 工 导".split())
_SHORT_TITLES = "总工导局处队支"
_OF_A_PLACE = re.compile("[省市县区州盟旗镇乡村]长$|委副?书记$|常委$")
_SENTENCE_WORD = re.compile("[当今昨]天|对|向|说|就|与|和|同|在|为|等")
_COUNT_WORDS = re.compile(r"(?:一位|一名|某|不愿(?:透露姓名|具名)的?|匿名|的|副|另一[位名]|当地)+$")
_QUANTIFIERS = re.compile(r"^(?:不少|许多|很多|众多|一些|部分)")
_GROUP = re.compile(r"(?:[\u4e00-\u9fff]{1,6}们|(?:与会|参会|到会|多名|多位|不少|许多|很多|广大|各位|两国|三国|各国|众多|多国|部分|数名|一些)[^，。的]{1,16}|[^，。]{0,24}(?:群众|民众|人士|领导人|企业家|师生|官兵|党员|干部|网友|市民|各界|幸存者|组成人员|留学生|华侨|华人|侨胞|同胞|运动员)(?:们|等)?)$")

Count = Callable[[str], int]
"""How often a stretch of characters stands in the document."""


def find_subject(text: str, start: int, end: int, count: Count) -> Subject | None:
    """The subject that ``text[start:end]`` (from a clause's beginning to a cue) holds, or None."""
    found = _surest(text, start, end, count)
    if found and found.kind is Kind.NAMED and found.mention == "full" and text[found.start - 1 : found.start] == "，":
        return _with_the_one_before(found, text, count)
    return found


def _with_the_one_before(found: Subject, text: str, count: Count) -> Subject:
    """A，B一致认为: the clause before is nothing but the title and name of another speaker."""
    end = found.start - 1
    start = max(text.rfind(mark, 0, end) for mark in "，。；：！？”“\n") + 1
    before = _named(text[start:end], text, start, count) if 4 < end - start <= 40 else None
    if before is None or before.certainty < 5 or before.start != start or before.positions == ():
        return found
    return replace(before, others=(replace(found, positions=_under(found.positions, before.positions)), *found.others))


def _surest(text: str, start: int, end: int, count: Count) -> Subject | None:
    clause = text[start:end]
    start += len(clause) - len(clause.lstrip(" "))
    best: Subject | None = None
    for cut in trailing_cuts(text[start:end]):
        if not cut:
            return best or Subject("", Kind.NAMED, (), start, "elided")
        for reader in _READERS:
            found = reader(cut, text, start, count)
            if found and (best is None or found.certainty > best.certainty):
                best = found
        if best and best.certainty >= 4 and not cut.endswith("地"):
            break
    return best


def _only(cut: str) -> str:
    return cut[strip_leading(cut) :]


def _pronoun(cut: str, text: str, start: int, count: Count) -> Subject | None:
    for word in (cut, _only(cut)):
        if word in grammar.word_set("subjects", "pronouns"):
            return Subject(word, Kind.NAMED, (), start + len(cut) - len(word), "pronoun")
    return None


def _again(cut: str, text: str, start: int, count: Count) -> Subject | None:
    words = grammar.word_set("subjects", "again")
    for word in (cut, _only(cut)):
        if word in words or _AGAIN.fullmatch(word):
            return Subject(word, Kind.ANONYMOUS, (), start + len(cut) - len(word), "again")
    return None


def _several(cut: str, text: str, start: int, count: Count) -> Subject | None:
    """A、B表示, A和B认为, A、B夫妇: names joined, each with its title or under the one before."""
    if (found := _several_bodies(cut, start)) is not None:
        return found
    whole = re.sub(r"(?:均|都|也|等|等人|夫妇|夫妻|父子|母女|兄弟|姐妹|两人|二人|三人|一致|分别|共同)+$", "", cut)
    joints = [match.span() for match in re.finditer("[、和与]", whole)]
    names: list[tuple[int, int]] = []
    end = len(whole)
    for joint, after in reversed(joints):
        part = whole[after:end]
        titled = len(part) > 3 and _named(part, text, start + after, count)
        if not titled and (name_form(part) < NameForm.FOREIGN or head_at_end(part)):
            return None
        names.insert(0, (after, end))
        end = joint
        first = _named(whole[:end], text, start, count)
        if first and first.certainty >= 4 and not _runs_on(first, whole[:end], start):
            return _together(first, [whole[low:high] for low, high in names], text, count)
    return None


def _runs_on(first: Subject, text: str, start: int) -> bool:
    """Whether what was read as the first name has another name in its title, which then is the first."""
    return any(name_form(part) is NameForm.CHINESE and not head_at_end(part) for part in text[: -len(first.speaker)].split("、"))


def _together(first: Subject, rest: list[str], text: str, count: Count) -> Subject:
    others: list[Subject] = []
    before = first
    for part in rest:
        other = _named(part, part, 0, count) if name_form(part) < NameForm.FOREIGN or head_at_end(part[:-2]) else None
        if other is None:
            other = Subject(part, Kind.NAMED, before.positions, first.start)
        else:
            other = replace(other, positions=_under(other.positions, before.positions), start=first.start)
        others.append(other)
        before = other
    return replace(first, others=tuple(others))


def _under(own: tuple[Position, ...], before: tuple[Position, ...]) -> tuple[Position, ...]:
    """Positions that name no body of their own (市长; 县委副书记), with the body of the person before."""
    body = before[0].agency if before else ""
    if not body:
        return own
    return tuple(
        Position(body, one.post)
        if (not one.agency and _OF_A_PLACE.search(one.post)) or (len(one.agency) == 1 and body.endswith(one.agency))
        else one
        for one in own
    )


def _several_bodies(cut: str, start: int) -> Subject | None:
    """省地震局、省水利厅有关负责人: one for each body."""
    nouns = grammar.word_set("posts", "anonymous")
    noun = next((cut[-length:] for length in range(min(12, len(cut)), 1, -1) if cut[-length:] in nouns), "")
    if not noun:
        return None
    agencies = trim_title(cut)[: -len(noun)].rstrip("等的 ").split("、")
    if len(agencies) < 2 or not all(is_body(agency) for agency in agencies):
        return None
    each = [Subject(noun, Kind.ANONYMOUS, (Position(agency, noun),), start) for agency in agencies]
    return replace(each[0], others=tuple(each[1:]))


def _title_start(text: str, start: int) -> int:
    """Where the title before a name begins: at the clause, or further left over commas that join titles."""
    while start > 0 and text[start - 1] == "，":
        before = max(text.rfind(mark, 0, start - 1) for mark in "，。；：！？”“\n")
        clause = text[before + 1 : start - 1]
        split = split_title(clause)
        if split is None or not split[0] or len(clause) > 30 or re.search(r"[的了是在]", clause):
            break
        start = before + 1
    return start


def _named(cut: str, text: str, start: int, count: Count) -> Subject | None:
    """Title and name: 省财政厅党组书记、厅长吴静."""
    cut = cut.removesuffix("等")
    contrast = text[start - 1 : start] == "；"
    best: tuple[int, int] | None = None
    for length in range(1, min(24, len(cut) - 1) + 1):
        certainty = _name_after_title(cut[:-length].rstrip(" "), cut[-length:], count, contrast)
        if certainty and (best is None or certainty > best[0]):
            best = (certainty, length)
    if best is None:
        return None
    certainty, length = best
    title_start = _title_start(text, start)
    whole = text[title_start : start + len(cut) - length].rstrip(" ")
    title = trim_title(whole)
    found = positions(title) or _by_trade(title)
    kin = head_at_end(title) in grammar.word_set("posts", "kin")
    if not (found or kin) or len(title) > 120:
        return None
    name = cut[-length:] if cut[-length:].isascii() else cut[-length:].replace(" ", "")
    return Subject(name, Kind.NAMED, found, title_start + len(whole) - len(title), "full", certainty)


def _by_trade(title: str) -> tuple[Position, ...]:
    if head_at_end(title) in grammar.word_set("posts", "kin"):
        return ()
    trade = trade_at_end(title)
    if not trade:
        return (Position("", title),) if len(title) <= 10 else ()
    agency = title[: -len(trade)]
    return (Position(agency, trade) if ends_body(agency) or places.is_place(agency) else Position("", title),)


def _name_after_title(before: str, name: str, count: Count, contrast: bool) -> int:
    """How sure it is that ``before`` ends in a title and ``name`` is the whole name after it; 0 where it is not."""
    if not before or name[0] in " 、，的）·":
        return 0
    titled = head_at_end(before)
    if not (titled or "·" in name or before[-1] in TRADE_ENDS):
        return 0
    if head_at_end(name) == name or name in grammar.word_set("subjects", "adverbs"):
        return 0
    if len(name) > 2 and (name[-1] in "时后中上说称地会" or ends_body(name)):
        return 0
    form = name_form(name)
    if not titled:
        if name.isascii():
            return 4 if form and (trade_at_end(before) or state_at_start(before)) else 0
        dotted = "·" in name and form is NameForm.CHINESE and not is_adverbial(name)
        transliterated = not set(name) - grammar.characters("names", "foreign") - {"·"}
        if dotted and transliterated and (trade_at_end(before) or state_at_start(before)):
            return 4
        return 3 if form is NameForm.CHINESE and len(name) > 1 and trade_at_end(before) and count(name) > 1 else 0
    if len(name) == 1:
        return 2 if starts_with_surname(name) else 0
    if name[0] in "和与及" and head_at_end(name):
        return 0
    if name[0] in "老小阿" and len(name) == 2 and starts_with_surname(name[1]):
        return 4
    if len(name) == 2 and name[1] in "姐哥叔婶嫂姨伯爷":
        return 3
    if form is NameForm.CHINESE and name[-1] == "则" and contrast and name_form(name[:-1]) is NameForm.CHINESE:
        return 0
    if form is NameForm.NONE or (form is NameForm.POSSIBLE and (is_adverbial(name) or _is_named_already(before))):
        return 0
    if form is NameForm.POSSIBLE and len(name) > 4 and (not state_at_start(before) or _SENTENCE_WORD.search(name)):
        return 0
    if "·" in name and is_adverbial(name):
        return 0
    if len(name) == 3 and count(name[:2]) > count(name) and name_form(name[:2]) is NameForm.CHINESE:
        return 0
    return {NameForm.POSSIBLE: 3, NameForm.FOREIGN: 4, NameForm.CHINESE: 5}[form]


def _is_named_already(before: str) -> bool:
    """给习近平总书记|写信: the head closes a name and title, so what follows is no name."""
    owner = re.split(r"[、，的给向对同与和]", before[: -len(head_at_end(before))])[-1]
    return name_form(owner) is NameForm.CHINESE and not ends_body(owner) and not places.is_place(owner)


def _title_after(cut: str, text: str, start: int, count: Count) -> Subject | None:
    """Name and title: 习近平总书记, 王教授. The name is all that stands before the title."""
    word = _only(cut)
    head = head_at_end(word) or (word[-1] if len(word) == 2 and word[-1] in _SHORT_TITLES else "")
    if not head:
        return None
    name = re.sub(r".*的", "", word[: -len(head)])
    for length in (2, 3, 4):
        # 江城大学秦朗教授: the name stands between the body and the title.
        body, last = name[:-length], name[-length:]
        if body and not ends_body(name) and (ends_body(body) or places.is_place(body)) and name_form(last) is NameForm.CHINESE:
            where = start + len(cut) - len(head) - len(name)
            return Subject(last, Kind.NAMED, (Position(body, head),), where, "full", 5)
    if not name or is_state(name) or places.is_place(name) or (ends_body(name) and len(name) > 3):
        return None
    form = name_form(name)
    certain = form >= NameForm.FOREIGN and (head in _COURTESY or count(name) > 1)
    if certain or (len(name) == 1 and starts_with_surname(name)):
        where = start + len(cut) - len(head) - len(name)
        return Subject(name, Kind.NAMED, (Position("", head),), where, "title-after", 5 if certain else 4)
    if head in _COURTESY:
        titled = _named(cut[: -len(head)], text, start, count)
        return titled if titled and titled.certainty >= 4 else None
    return None


def _unnamed(cut: str, text: str, start: int, count: Count) -> Subject | None:
    """Someone of a body without a name: 省地质局有关负责人."""
    nouns = grammar.word_set("posts", "anonymous")
    for length in range(min(12, len(cut)), 1, -1):
        noun = cut[-length:]
        if noun in nouns:
            return _of_body(cut[:-length], noun, start)
    return None


def _of_body(before: str, noun: str, start: int) -> Subject | None:
    if noun in grammar.word_set("posts", "collective") and not ends_body(before):
        return None
    if re.search("(?:多|数|几|两|三)[位名]$|(?:不少|许多|很多|一些|部分|众多|各国|中外)$", before):
        return None
    trimmed = trim_title(before + noun)
    agency = trimmed[: -len(noun)] if len(trimmed) > len(noun) else ""
    agency = re.sub(r"^有(?!关)", "", _COUNT_WORDS.sub("", agency).rstrip("的 "))
    if "，" in agency or len(agency) > 40 or agency.startswith(("与会", "参会", "各", "多")):
        return None
    if agency and len(agency) <= 4 and not ends_body(agency) and not places.is_place(agency) and not is_state(agency):
        agency, noun = "", agency + noun
    where = start + len(before) + len(noun) - len(trimmed)
    return Subject(noun, Kind.ANONYMOUS, (Position(agency, noun),), where, certainty=4)


def _office_of_body(cut: str, text: str, start: int, count: Count) -> Subject | None:
    """The holder of an office, not named: 省财政厅厅长, 俄外长."""
    if not head_at_end(cut):
        return None
    title = trim_title(cut)
    split = split_title(title)
    if not split or len(title) > 40 or "的" in split[0] or (not split[0] and len(title) > 8):
        return None
    return Subject(split[1], Kind.ANONYMOUS, (Position(*split),), start + len(cut) - len(title), certainty=3 if split[0] else 2)


def _collective(cut: str, text: str, start: int, count: Count) -> Subject | None:
    word = _only(cut)
    nouns = grammar.word_set("posts", "collective")
    noun = next((cut[-length:] for length in range(min(10, len(cut)), 1, -1) if cut[-length:] in nouns), "")
    if not noun:
        group = _GROUP.search(word)
        if group is None or is_adverbial(word):
            return None
        noun = group.group()
    if len(word) > 40:
        return None
    owner, _, last = word.rpartition("的")
    if owner and not ends_body(owner):
        word = last
    speaker = word if len(word) <= 20 and not re.search(r"[在对把被了]|^[来给]", word) else noun
    speaker = _QUANTIFIERS.sub("", max(speaker, noun, key=len))
    return Subject(speaker, Kind.COLLECTIVE, (), start + len(cut) - len(speaker), certainty=4)


def _body(cut: str, text: str, start: int, count: Count) -> Subject | None:
    """A body that speaks for itself: 国家统计局, 俄国防部, 中方."""
    word = re.sub(r"等$", "", _only(cut))
    while word and not is_body(re.sub(r"（[^（）]*）", "", word)):
        broken = re.search(r"(?:的|，|据|下属|武装派别|、)", word)
        if broken is None:
            return None
        word = word[broken.end() :]
    if not word:
        return None
    if word.endswith("》"):
        word = word[word.rindex("《") :] if "《" in word else word
    where = start + cut.rindex(word)
    if word in ("双方", "各方", "三方", "多方", "对方", "一方", "官方", "地方", "四方"):
        return Subject(word, Kind.COLLECTIVE, (), where, certainty=4)
    return Subject(word, Kind.INSTITUTION, (Position(word, ""),), where, certainty=4)


def _bare(cut: str, text: str, start: int, count: Count) -> Subject | None:
    """A name alone: 李强, 安瓦尔."""
    word = re.sub(r"^(?:在|据|而|但|以及|正如)", "", _only(cut)).strip()
    if word in grammar.word_set("cues", "papers"):
        return None
    form = name_form(word)
    if len(word) == 2 and word[0] in "老小阿" and starts_with_surname(word[1]):
        return Subject(word, Kind.NAMED, (), start + len(cut) - len(word), "bare", 2)
    if "·" in word and state_at_start(word):
        return None
    single = len(word) == 1 and starts_with_surname(word)
    if (form < NameForm.POSSIBLE and not single) or (form is NameForm.POSSIBLE and len(word) > 4):
        return None
    if form is NameForm.POSSIBLE and (count(word) < 2 or is_adverbial(word)):
        return None
    if len(word) == 3 and count(word[:2]) > count(word) and name_form(word[:2]) is NameForm.CHINESE:
        return None
    certainty = 3 if form >= NameForm.FOREIGN and not places.is_place(word) else 2
    return Subject(word, Kind.NAMED, (), start + len(cut) - len(word), "bare", certainty)


_READERS = (_pronoun, _again, _several, _unnamed, _named, _title_after, _collective, _office_of_body, _body, _bare)
