"""The person with whom a sentence or clause begins: 国家主席高明山17日…, 高峰蹲在田埂上…."""

import re
from functools import cache
from itertools import islice

from msgspec.structs import replace

from tuiexplorer.attribution.adverbials import strip_leading
from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.bodies import ends_body, is_body, state_at_start
from tuiexplorer.attribution.finding import find_subject
from tuiexplorer.attribution.how_many import QUANTIFIERS
from tuiexplorer.attribution.name_ends import is_followed
from tuiexplorer.attribution.names import (
    NameForm,
    is_familiar,
    name_form,
    starts_with_surname,
    transliterates,
)
from tuiexplorer.attribution.one_title import split_title
from tuiexplorer.attribution.people import People
from tuiexplorer.attribution.posts import head_at_end, head_end, trade_at_end
from tuiexplorer.attribution.running import (
    name_length,
    rare_length,
)
from tuiexplorer.attribution.subject import Certainty, Subject
from tuiexplorer.attribution.titles import is_agency
from tuiexplorer.lexicon import grammar, places

_PART = re.compile("[，的]")
CLAUSE_MARK = re.compile("[，。；：]")
FAR = 60
"""How far from a clause's beginning its person may end (code points)."""
_LONGEST_KNOWN = 8
_OFTEN = 3
"""How often a stretch must stand in a document to be a name, if the character after it follows it only once."""
_TERM = 8
"""How long a term in quotation marks within a title may be: 大安区“95后”彩灯工匠."""
TRADES = frozenset("员师手工匠")
"""The last characters of occupations that need not be listed: 炊事员央金拉姆|端出了酥油茶."""
_CLAUSES = 4
"""In how many clauses, and after how many 的, the person is looked for."""


def leading_person(text: str, start: int, end: int, people: People) -> Subject | None:
    """The person with whom ``text[start:end]``, or a clause of it, begins: title and name, or a name known."""
    for begin in beginnings(text, start, end):
        found = _person_at(text, start, begin, end, people)
        if found and _is_owner(text, found):
            return None  # 高明的助手们|试图…
        if found and found.kind is Kind.NAMED:  # 全国政协召开座谈会，|政协主席…: a body is no person
            return found
    return None


def _person_at(text: str, start: int, begin: int, end: int, people: People) -> Subject | None:
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
        or _familiar(text, begin, people)
        or _presiding(text, begin, people)
        or _withheld(text, begin)
    )


def _at_head(text: str, begin: int, titled: Subject | None, people: People) -> Subject | None:
    """``titled``, unless someone else stands before his title: 何明会见了|海国总统罗林."""
    further = titled is not None and titled.start > begin and titled.positions
    return titled if titled and not further else _title_after(text, begin, people)


def _in_office(text: str, begin: int, people: People) -> Subject | None:
    """The person at ``begin`` whose title or team is told there, and no one by a name alone, however well known."""
    titled = _titled(text, begin, len(text), people)
    return _at_head(text, begin, titled, people) or _of_team(text, begin, people)


_IS_ONE = ("是一位", "是一名")
_OF_HIM = re.compile(
    "的|所|同志|对我|代表(?:党|中央|国务院)|在[^，]{0,20}(?:讲话|报告|(?<!记者)(?<!发布)会)[上中时]?"
)


def tells_of_another(sentence: str, speaker: str, people: People) -> bool:
    """Whether a sentence begins with someone else than ``speaker``, of whom the reporter tells: 村医罗大山则更关心….

    Leaders with whose words or reports it begins are what is talked about.
    """
    if "我" in sentence:
        return False
    begin = strip_leading(sentence[:FAR])
    found = (
        _person_at(sentence, 0, begin, len(sentence), people)
        if any(words in sentence for words in _IS_ONE)
        else _in_office(sentence, begin, people)
    )
    if found is None or found.kind is not Kind.NAMED or found.speaker == speaker or found.start > begin:
        return False
    if _is_owner(sentence, found):
        return False
    end = sentence.find(found.speaker, found.start) + len(found.speaker)
    titled = found.mention == "full" and found.certainty >= Certainty.SURE and found.positions
    leads = any(one.post in grammar.word_set("subjects", "after_names") for one in found.positions)
    if titled and not leads:
        return _OF_HIM.match(sentence, end) is None
    return sentence.startswith(_IS_ONE, end)


@cache
def _whose() -> re.Pattern[str]:
    """Someone else, who is told of by whose he is: 高明|的母亲, 高明|的助手们."""
    others = grammar.either("posts", "kin", "of_someone")
    return re.compile(f"的[^，。的“”]{{0,4}}(?:{others}|们)")


def tells_of_others(text: str, start: int, end: int) -> bool:
    """Whether a sentence begins with someone who is told of by whose he is: 高明的助手们四处解释."""
    owners = _OWNER.finditer(text, start, end)
    return any(_whose().match(text, owner.end(), end) for owner in owners)


_OWNER = re.compile("(?:^|(?<=[，。；！？”\n]))[^，。“”的]{1,12}(?=的)")


_BODY_OF = ("所属公司", "所在公司", "所属球队", "所在球队", "旗下")
"""What stands between someone and the body that acts in his stead: 高明|所属公司."""


def _is_owner(text: str, person: Subject) -> bool:
    """Whether what follows a person's name is someone of his, who acts in his stead."""
    at = text.find(person.speaker, person.start)
    end = at + len(person.speaker)
    return at >= 0 and (_whose().match(text, end) is not None or text.startswith(_BODY_OF, end))


# 记者联系到|小区物业的常经理。
_ASKED = re.compile(
    "(?:记者|媒体)[^，。]{0,16}?(?:(?:联系|采访|拨通|致电|连线|找|见|遇)(?:到|上|了|见)+|致电|连线)"
)


def asked_person(text: str, start: int, end: int, people: People) -> Subject | None:
    """The one whom the reporter reached in a sentence: 记者联系到工作人员邓女士，她表示…."""
    asked = _ASKED.search(text, start, end)
    if asked is None:
        return None
    stop = CLAUSE_MARK.search(text, asked.end(), end)
    found = find_subject(text, asked.end(), stop.start() if stop else end, people.count)
    if found is None or found.kind not in (Kind.NAMED, Kind.ANONYMOUS):
        return None
    return found if found.mention in ("full", "title-after", "again") else None


def beginnings(text: str, start: int, end: int) -> list[int]:
    """Where the clauses of a sentence begin that may tell of someone, without the words at their heads."""
    parted = (match.end() for match in _PART.finditer(text, start, min(end, start + 5 * FAR)))
    told = (at for at in parted if text.count("“", start, at) == text.count("”", start, at))
    return [opening(text, at, end) for at in (start, *islice(told, _CLAUSES - 1))]


def opening(text: str, start: int, end: int) -> int:
    """Where a clause that begins at ``start`` says its own, after words like 据悉 and 对此 at its head."""
    return start + strip_leading(text[start : min(end, start + FAR)])


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
        head = head_at_end(text[begin:stop]) or (trade_at_end(text[begin:stop]) if last in TRADES else "")
        if not head or head_at_end(text[begin : stop + 1]):
            continue
        length = name_length(text, stop, people.count) or rare_length(text, stop)
        found = find_subject(text, begin, stop + length, people.count) if length else None
        whole = found is not None and found.speaker == text[stop : stop + length].replace(" ", "")
        if found and whole and found.kind is Kind.NAMED and found.mention == "full":
            rank = _rank_at(text, stop + length)
            return replace(found, positions=(*found.positions, Position("", rank))) if rank else found
    return None


@cache
def _stops() -> re.Pattern[str]:
    """The characters that a title before a name can end in, and those at which it may be over."""
    return re.compile(f"[{''.join(sorted(TRADES))}，。；！？：“]|{head_end()}")


def _rank_at(text: str, at: int) -> str:
    """The title that stands behind a name which has one before it: 省司法厅厅长高明|代表…; none where it is a verb."""
    rank = next((rank for rank in grammar.words("subjects", "ranks") if text.startswith(rank, at)), "")
    if rank != "代表":
        return rank
    end = at + len(rank)
    acts = grammar.opening("subjects", "represented").match(text, end)
    return "" if acts or len(state_at_start(text[end : end + 12])) > 1 else rank


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
            return find_subject(text, begin, stop + length, people.count)
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
    return starts_with_surname(name) if len(name) == 1 else name_form(name) is NameForm.CHINESE


def _known_at(text: str, begin: int, people: People) -> Subject | None:
    """A name that stands more than once in the document, or that a 是 follows."""
    if text.startswith(grammar.words("names", "no_beginnings"), begin):
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
        if name in grammar.word_set("names", "words") and not people.is_introduced(name):
            continue
        if length > 2 and ends_body(name) and not people.positions(name):
            return None  # 石门村
        ends = is_it or _ends_here(text, begin, length, people)
        if ends and (form is not NameForm.POSSIBLE or people.positions(name)):
            return find_subject(text, begin, begin + length, people.count)
    return None


_WHEN = "(?:今天|今晚|昨天|昨晚|本场|曾|一直)"
_IS = re.compile(f"，?是|{_WHEN}是")  # 林立|昨晚是最出色的球员
_TIME_LAST = re.compile(f"{_WHEN}$")


def _length_again(text: str, begin: int, people: People) -> int:
    """Of the stretches that begin at ``begin`` and stand in the document again, how long the longest is."""
    length = 1
    while length < _LONGEST_KNOWN and people.count.again(text[begin : begin + length + 1]):
        length += 1
    return length if length > 1 else 0


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
    formed = name_form(name) is NameForm.CHINESE and not head_at_end(name[:2])  # 公司的|高管来华
    acts = is_followed(text, begin + length) and text[begin + length] not in "，。、；："  # 铜业的|车间里，…
    return find_subject(text, begin, begin + length, people.count) if formed and acts else None


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
        if acts and name_form(name) is NameForm.CHINESE and name not in grammar.word_set("names", "words"):
            return find_subject(text, begin, begin + length, people.count)
    return None


_WITHHELD = re.compile("[\u4e00-\u9fff]某(?:某|[甲乙丙丁])?(?![某人地次])")


def _withheld(text: str, begin: int) -> Subject | None:
    """A name of which only the surname is told: 朱某|供述了全过程."""
    match = _WITHHELD.match(text, begin) if text[begin + 1 : begin + 2] == "某" else None
    if match is None or not starts_with_surname(match[0]) or text.startswith("的", max(0, begin - 1)):
        return None
    return Subject(match[0], Kind.NAMED, (), begin, "bare", Certainty.LIKELY)


def body_named(text: str, start: int, end: int, noun: str) -> Subject | None:
    """The body named last in ``text[start:end]`` that can be called 该 with ``noun``, for a company: 该公司."""
    if noun not in grammar.word_set("subjects", "companies"):
        return None
    found = re.finditer(rf"[^，。；：、“”《》（）\s的]{{2,18}}{noun}", text[start:end])
    names = [match.group().removeprefix("据") for match in found]
    name = next((name for name in reversed(names) if is_body(name)), "")
    return Subject.body(name, start) if name else None


def _in_place(text: str, begin: int, length: int) -> bool:
    """Whether what seems a name is of a place's: 洪都|拉斯, 上|海合作组织."""
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
