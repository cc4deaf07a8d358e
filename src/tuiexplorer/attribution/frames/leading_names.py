"""How a person begins a clause, at a given place: by title and name, or by a name that something else shows."""

import re
from functools import cache

from msgspec.structs import replace

from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.people.people import People
from tuiexplorer.attribution.subjects.finding import find_subject
from tuiexplorer.attribution.subjects.running import name_length, rare_length
from tuiexplorer.attribution.subjects.subject import Certainty, Subject
from tuiexplorer.attribution.words.bodies import ends_body, state_at_start
from tuiexplorer.attribution.words.how_many import QUANTIFIERS
from tuiexplorer.attribution.words.name_ends import is_followed
from tuiexplorer.attribution.words.names import (
    NameForm,
    is_chinese,
    is_familiar,
    is_word,
    name_form,
    starts_with_surname,
    transliterates,
)
from tuiexplorer.attribution.words.one_title import LEVELS, split_title
from tuiexplorer.attribution.words.posts import head_at_end, head_end, is_in_longer, trade_at_end
from tuiexplorer.attribution.words.titles import is_agency
from tuiexplorer.lexicon import grammar, places

FAR = 60
"""How far from a clause's beginning its person may end (code points)."""
_LONGEST_KNOWN = 8
_OFTEN = 3
"""How often a stretch must stand in a document to be a name, if the character after it follows it only once."""
_TERM = 8
"""How long a term in quotation marks within a title may be: 大安区“95后”彩灯工匠."""
_KEEPER = re.compile("[守护看养种采制造酿追赶掌筑修织绣扎唱讲摆撑放治育][\u4e00-\u9fff]人\\Z")
_UNITS = ("支队", "总队", "大队", "中队")
_TRADES = frozenset("员师手工匠")
"""The last characters of occupations that need not be listed: 炊事员央金拉姆|端出了酥油茶."""


def person_at(text: str, start: int, begin: int, end: int, people: People) -> Subject | None:
    """The person whose title or name begins at ``begin``, in a sentence that begins at ``start``."""
    titled = _titled(text, begin, end, people)
    return (
        _at_head(text, begin, titled, people)
        or _known_at(text, begin, people)
        or titled
        or _aged(text, begin, people)
        or _of_body(text, start, begin, people)
        or _in_role(text, start, begin, people)
        or _of_team(text, begin, people)
        or _comer(text, start, begin, people)
        or _familiar(text, begin, people)
        or _presiding(text, begin, people)
        or _withheld(text, begin)
        or _honoured(text, begin, people)
    )


def _at_head(text: str, begin: int, titled: Subject | None, people: People) -> Subject | None:
    """``titled``, unless someone else stands before his title: 何明会见了|海国总统罗林."""
    further = titled is not None and titled.start > begin and titled.positions
    return titled if titled and not further else _title_after(text, begin, people)


def in_office(text: str, begin: int, people: People) -> Subject | None:
    """The person at ``begin`` whose title or team is told there, and no one by a name alone, however well known."""
    titled = _titled(text, begin, len(text), people)
    return _at_head(text, begin, titled, people) or _of_team(text, begin, people)


def _titled(text: str, begin: int, end: int, people: People) -> Subject | None:
    """Title and name, where the name's end shows by its form, by what follows or by the rest of the document."""
    for match in _stops().finditer(text, begin + 1, min(end, begin + FAR) - 1):
        stop, last = match.end(), match.group()
        if last in "。；！？：" or (last == "“" and "”" not in text[stop : stop + _TERM]):
            return None
        if last == "，":
            split = split_title(text[begin : stop - 1])
            if split is None or (split[0] and not is_agency(split[0])):
                return None  # 送走高市长，|…
        if last in "“，":
            continue
        if not _ends_title(text, begin, stop):
            continue
        if beside := _BESIDE_TITLE.match(text, stop):
            stop = beside.end()
        length = _familiar_length(text, stop) or name_length(text, stop, people.count)
        length = length or rare_length(text, stop)
        if text.startswith(_UNITS, stop + length) or _TO_SEVERAL.match(text, stop):
            continue  # 武警|江州支队, 负责人|向参会人员介绍
        found = find_subject(text, begin, stop + length, people.count) if length else None
        whole = found is not None and found.speaker == text[stop : stop + length].replace(" ", "")
        if found and whole and found.kind is Kind.NAMED and found.mention == "full":
            rank = _rank_at(text, stop + length)
            return replace(found, positions=(*found.positions, Position("", rank))) if rank else found
    return None


_TO_SEVERAL = re.compile(
    "向[^，。；：“”]{0,14}?(?:人员|们|记者|大家|群众|村民|嘉宾|专家|学生|客人|干部|职工|一行)"
)


def _ends_title(text: str, begin: int, stop: int) -> bool:
    """Whether a title that begins at ``begin`` ends at ``stop``, and goes on into no longer one (总工|程师)."""
    last = text[stop - 1]
    trade = last in _TRADES or (last == "人" and _KEEPER.search(text, begin, stop))  # 守山人, 养蜂人
    head = head_at_end(text[begin:stop]) or (trade_at_end(text[begin:stop]) if trade else "")
    if not head or head_at_end(text[begin : stop + 1]) or _closes_in_place(text, stop):
        return False
    return not is_in_longer(text[begin:stop], text[stop : stop + 4])


def _closes_in_place(text: str, stop: int) -> bool:
    """Whether a title's last character is the first of a place's name, as in 湖南省长|沙, and not in 局长|葛海燕."""
    end = places.place_end(text, stop - 1)
    after = places.place_end(text, stop)  # 兵团第八师|石河子市检察院
    inside = after > stop + 2 and text[after - 1] in LEVELS
    return inside or end > stop + 1 or (end > stop and text[stop - 2] == "省")


# 网络主播|“山妹子”|林小满, 校长|（挂职）|林小满
_BESIDE_TITLE = re.compile(
    "(?:(?:、(?:第[一二三]批|首[批届]|全[国省市县]|[省市县区])?)?“[^“”，。；：！？]{2,12}”|（[^（）“”，。；：！？]{2,8}）)"
    "(?=[\u4e00-\u9fff])"
)
_ELDER = re.compile("[\u4e00-\u9fff]老(?![师人汉总板乡兵])")


def _familiar_length(text: str, at: int) -> int:
    """How long a name is that those use who know its bearer: 老谭|在操作室, 老尹头|乐得, 方老|今年; else 0."""
    if text.startswith("头", at + 2) and is_familiar(text[at : at + 2]):
        return 3 * is_followed(text, at + 3)
    elder = _ELDER.match(text, at) is not None and starts_with_surname(text[at])
    told = (elder or is_familiar(text[at : at + 2])) and is_followed(text, at + 2)
    return 2 if told else 0


@cache
def _stops() -> re.Pattern[str]:
    """The characters that a title before a name can end in, and those at which it may be over."""
    return re.compile(f"[{''.join(sorted(_TRADES))}人，。；！？：“]|{head_end()}")


def _rank_at(text: str, at: int) -> str:
    """The title that stands behind a name which has one before it: 省司法厅厅长高明|代表…; none where it is a verb."""
    rank = next((rank for rank in grammar.words("subjects", "ranks") if text.startswith(rank, at)), "")
    if rank != "代表":
        return rank
    return "" if _acts_for(text, at + len(rank)) else rank


def _acts_for(text: str, at: int) -> bool:
    """Whether 代表 that ends at ``at`` is a verb, by those whom it is for: 高明代表|全体职工."""
    told = grammar.opening("subjects", "represented", "spoken_for").match(text, at)
    return told is not None or len(state_at_start(text[at : at + 12])) > 1


def _title_after(text: str, begin: int, people: People) -> Subject | None:
    """Name and title: 李明委员讲述了…."""
    if not _courtesy().search(text, begin, begin + FAR):
        return None
    courtesies = grammar.word_set("subjects", "courtesies")
    begin = home.end() if (home := _HOME.match(text, begin)) else begin
    told = name_length(text, begin, people.count)
    for size in (told, 3, 2, 1):
        stop = begin + size
        name = text[begin:stop]
        length = next((length for length in (3, 2) if text[stop : stop + length] in courtesies), 0)
        if not size or not length or name.endswith((*grammar.words("subjects", "prepositions"), "和")):
            continue
        if size == told or _may_precede_title(name):
            for_others = text.startswith("代表", stop) and _acts_for(text, stop + 2)
            return find_subject(text, begin, stop if for_others else stop + length, people.count)
    return None


@cache
def _courtesy() -> re.Pattern[str]:
    """Any of the titles that follow names, of two characters or three."""
    titles = grammar.words("subjects", "courtesies")
    return re.compile(grammar.alternation(title for title in titles if 2 <= len(title) <= 3))


# 三溪镇|梅女士: a place before a surname with an address.
_HOME = re.compile(
    r"(?:[\u4e00-\u9fff]{2,6}[市县区旗])?[\u4e00-\u9fff]{1,6}(?:[市县区镇乡村]|街道|小区|社区)(?=[\u4e00-\u9fff](?:女士|先生|小姐|大爷|大妈|阿姨))"
)


def _may_precede_title(name: str) -> bool:
    return starts_with_surname(name) if len(name) == 1 else is_chinese(name)


def _known_at(text: str, begin: int, people: People) -> Subject | None:
    """A name that stands more than once in the document, or that a 是 follows."""
    if text[begin + 1 : begin + 2] in _never_second() or text.startswith(
        grammar.words("names", "no_beginnings"), begin
    ):
        return None
    again = _length_again(text, begin, people)
    told = text.find("是", begin, begin + _LONGEST_KNOWN + 2) >= 0
    for length in range(_LONGEST_KNOWN if told else again, 1, -1):
        name = text[begin : begin + length]
        is_it = _IS.match(text, begin + length) is not None and not _TIME_LAST.search(name)
        if not is_it and length > again:
            continue
        form = name_form(name)
        if (
            form is NameForm.NONE
            or QUANTIFIERS.fullmatch(name)
            or name in grammar.word_set("cues", "clause", "mark")
            or (form is NameForm.POSSIBLE and length > 4)
            or _in_place(text, begin, length)
        ):
            continue
        if is_word(name) and not people.is_introduced(name):
            continue
        if length > 2 and ends_body(name) and not people.positions(name):
            return None  # 石门村
        ends = is_it or _ends_here(text, begin, length, people)
        if ends and (form is not NameForm.POSSIBLE or people.positions(name)):
            return find_subject(text, begin, begin + length, people.count)
    return None


@cache
def _never_second() -> frozenset[str]:
    """The characters that are the second of no name; 不 is, of 阿不都."""
    return grammar.characters("names", "never") - {"不"}


_WHEN = "(?:今天|今晚|昨天|昨晚|本场|曾|一直)"
_IS = re.compile(f"，?是|{_WHEN}是")  # 林立|昨晚是最出色的球员
_TIME_LAST = re.compile(f"{_WHEN}$")


def _length_again(text: str, begin: int, people: People) -> int:
    """Of the stretches that begin at ``begin`` and stand in the document again, how long the longest is."""
    length = 1
    while length < _LONGEST_KNOWN and people.count.again(text[begin : begin + length + 1]):
        length += 1
    return length if length > 1 else 0


_SPOT = re.compile("脚下|[东南西北]麓|之[巅畔滨]|[上下里中畔边](?=[，的])")
"""What is told of a mountain or a water, and of no one called so."""


def _in_place(text: str, begin: int, length: int) -> bool:
    """Whether what seems a name is of a place's: 洪都|拉斯, 上|海合作组织, 祁连山|下，."""
    if text[begin + length - 1] in "山岭峰江河湖海" and _SPOT.match(text, begin + length):
        return True
    return places.place_end(text, begin) > begin + length or (
        begin > 0 and places.place_end(text, begin - 1) > begin
    )


def _ends_here(text: str, begin: int, length: int, people: People) -> bool:
    """Whether a name that the document has again ends here: by what follows it, or as one whose post was told."""
    name, longer = text[begin : begin + length], text[begin : begin + length + 1]
    shorter = name[:-1]
    if (
        length > 2
        and people.count(shorter) > people.count(name)
        and (not transliterates(name) or people.count.has_alone(shorter))
    ):
        return False  # but 阿尔维, where only 阿尔及利亚 begins so
    if is_followed(text, begin + length) or text.startswith("着", begin + length + 1):
        return True
    again = name_form(name) >= NameForm.FOREIGN and people.count(longer) < people.count(name)
    least = _OFTEN if length > 2 else 2 * _OFTEN - 1
    often = name[0] != "向" and people.count(name) >= least and people.count(longer) == 1
    return again and (often or bool(people.positions(name)))


def _aged(text: str, begin: int, people: People) -> Subject | None:
    """A name after an age: 72岁的|朱桂英正在取药."""
    if not text.startswith("岁的", max(0, begin - 2)) or begin < 3:
        return None
    length = name_length(text, begin, people.count)
    return find_subject(text, begin, begin + length, people.count) if length > 1 else None


def _of_body(text: str, start: int, begin: int, people: People) -> Subject | None:
    """A name after a body and 的: 镇党政办的|王芳参加工作才两年."""
    if text[begin - 1 : begin] != "的":
        return None
    owner = text[max(start, begin - FAR) : begin - 1]
    if not (ends_body(owner) or owner.rpartition("，")[2].startswith("来自")):
        return None
    length = name_length(text, begin, people.count)
    name = text[begin : begin + length]
    formed = is_chinese(name) and not head_at_end(name[:2])  # 公司的|高管来华
    ends = begin + length
    acts = is_followed(text, ends) and text[ends] not in "，。、；："  # 铜业的|车间里，…
    acts = acts or (text[ends : ends + 1] == "，" and _IN_TEARS.match(text, ends + 1) is not None)
    if not (formed and acts):
        return None
    came = owner.rfind("来自")  # 来自江州大学的|王芳
    whole = find_subject(text, begin - 1 - len(owner) + came, ends, people.count) if came >= 0 else None
    told = whole is not None and whole.speaker == name and whole.positions
    return whole if told else find_subject(text, begin, ends, people.count)


_CAME = re.compile("(?:赶|前|而|归|走)来|参观|参会|到场|在场|带队|随行|同行|慕名|参加[^，。]{1,10}")


def _comer(text: str, start: int, begin: int, people: People) -> Subject | None:
    """A name after who came: 专程从外地赶来的|王小明在照片前驻足; with dots, after whatever is told of its bearer."""
    if text[begin - 1 : begin] != "的":
        return None
    end = begin + name_length(text, begin, people.count)
    name = text[begin:end]
    came = "·" in name or (len(name) > 2 and _CAME.search(text, max(start, begin - FAR), begin - 1))
    told = came and is_chinese(name) and is_followed(text, end)
    return Subject(name, Kind.NAMED, (), begin, "bare", Certainty.LIKELY) if told else None


# 出租车公司的芦荟敏，|一直流着泪听完报告: what only a person does after a comma.
_IN_TEARS = re.compile("几乎|始终|一直|一边|今年|曾经")


_TEAM = re.compile("[\u4e00-\u9fff]{1,8}?(?<!舰)(?:队(?!伍|员|列)|俱乐部|代表团)(?=[\u4e00-\u9fff]{3})")


def _of_team(text: str, begin: int, people: People) -> Subject | None:
    """A name right after its team, which the document has again: 江州队|林小满在开局连进两球."""
    team = _TEAM.match(text, begin, begin + FAR)
    length = name_length(text, team.end(), people.count) if team else 0
    if team is None or length < 2:
        return None
    if not team[0].endswith("代表团") and people.count(text[team.end() : team.end() + length]) < 2:
        return None
    name = text[team.end() : team.end() + length]
    if name_form(name) is not NameForm.CHINESE or not is_followed(text, team.end() + length):
        return None
    return Subject(name, Kind.NAMED, (Position(team[0], ""),), begin, "full", Certainty.SURE)


def _in_role(text: str, start: int, begin: int, people: People) -> Subject | None:
    """A name after what its bearer is: 作为球队队长，|林小满本场拿下十六分."""
    if text[begin - 1 : begin] != "，" or not text.startswith("作为", start):
        return None
    length = name_length(text, begin, people.count)
    name = text[begin : begin + length]
    if length < 3 and people.count(name) < 2:
        return None  # 作为新人，|平常腼腆的小将…
    if name_form(name) is not NameForm.CHINESE or not is_followed(text, begin + length):
        return None
    return Subject(name, Kind.NAMED, (), begin, "full", Certainty.SURE)


def _familiar(text: str, begin: int, people: People) -> Subject | None:
    """A surname after 老 or 小 (老岑摸出钥匙), where the document has someone who can be called so."""
    name = text[begin : begin + 2]
    if not is_familiar(name):
        return None
    known = people.positions(name) or people.full_name(name)
    return Subject(name, Kind.NAMED, (), begin, "bare", Certainty.POSSIBLE) if known else None


def _presiding(text: str, begin: int, people: People) -> Subject | None:
    """A name by itself before what only a person does: 高明|主持开班式."""
    for length in (3, 2):
        name = text[begin : begin + length]
        acts = text.startswith(grammar.words("subjects", "presiding"), begin + length)
        if acts and is_chinese(name) and not is_word(name):
            return find_subject(text, begin, begin + length, people.count)
    return None


_HONOUR = re.compile("“[^“”，。；：！？]{2,12}”(?=[\u4e00-\u9fff])")


def _honoured(text: str, begin: int, people: People) -> Subject | None:
    """A name behind an honour in quotation marks: “江州好人”|林小满激动不已."""
    honour = _HONOUR.match(text, begin)
    length = name_length(text, honour.end(), people.count) if honour else 0
    if honour is None or length < 2:
        return None
    name = text[honour.end() : honour.end() + length]
    told = is_chinese(name) and not is_word(name)
    found = find_subject(text, begin, honour.end() + length, people.count) if told else None
    return found if found and found.speaker == name and found.positions else None


_WITHHELD = re.compile("[\u4e00-\u9fff]某(?:某|[甲乙丙丁])?(?![某人地次])")


def _withheld(text: str, begin: int) -> Subject | None:
    """A name of which only the surname is told: 朱某|供述了全过程."""
    match = _WITHHELD.match(text, begin) if text[begin + 1 : begin + 2] == "某" else None
    if match is None or not starts_with_surname(match[0]) or text.startswith("的", max(0, begin - 1)):
        return None
    return Subject(match[0], Kind.NAMED, (), begin, "bare", Certainty.LIKELY)
