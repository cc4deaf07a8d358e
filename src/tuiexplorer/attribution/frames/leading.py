"""The person with whom a sentence or clause begins: 国家主席高明山17日…, 高峰蹲在田埂上…."""

import re
from functools import cache
from itertools import islice

from tuiexplorer.attribution.attributed import Kind
from tuiexplorer.attribution.frames.leading_names import FAR, in_office, person_at
from tuiexplorer.attribution.people.people import People
from tuiexplorer.attribution.subjects.subject import Certainty, Subject
from tuiexplorer.attribution.words.adverbials import strip_leading
from tuiexplorer.attribution.words.posts import follows_names
from tuiexplorer.lexicon import grammar

_PART = re.compile("[，的]")
CLAUSE_MARK = re.compile("[，。；：]")
_CLAUSES = 5
"""In how many clauses, and after how many 的, the person is looked for."""


def leading_person(text: str, start: int, end: int, people: People) -> Subject | None:
    """The person with whom ``text[start:end]``, or a clause of it, begins: title and name, or a name known."""
    for begin in beginnings(text, start, end):
        found = person_at(text, start, begin, end, people)
        if found and _is_owner(text, found):
            return None  # 高明的助手们|试图…
        if found and _took_picture(text, found):
            continue
        if found and found.kind is Kind.NAMED:  # 全国政协召开座谈会，|政协主席…: a body is no person
            return found
    return None


def _took_picture(text: str, person: Subject) -> bool:
    """Whether a name is that of who took the picture above: 罗平 摄."""
    end = text.find(person.speaker, person.start) + len(person.speaker)
    return _CREDIT.match(text, end) is not None


_CREDIT = re.compile(" ?摄(?!影|像|制|取|入|氏)")


def beginnings(text: str, start: int, end: int) -> list[int]:
    """Where the clauses of a sentence begin that may tell of someone, without the words at their heads."""
    parted = (match.end() for match in _PART.finditer(text, start, min(end, start + 5 * FAR)))
    told = (at for at in parted if text.count("“", start, at) == text.count("”", start, at))
    return [past_openers(text, at, end) for at in (start, *islice(told, _CLAUSES - 1))]


def past_openers(text: str, start: int, end: int) -> int:
    """Where a clause that begins at ``start`` says its own, after words like 据悉 and 对此 at its head."""
    return start + strip_leading(text[start : min(end, start + FAR)])


@cache
def circumstances() -> re.Pattern[str]:
    """What may stand between a quotation and the clause that attributes it: “…。”回答提问时，|省财政厅厅长X说."""
    opens = grammar.either("subjects", "circumstances")
    return re.compile(rf"(?:(?:{opens})[^，。]{{0,30}}，|[\u4e00-\u9fff]{{2,16}}[里上中旁边前外]，)+")


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
        person_at(sentence, 0, begin, len(sentence), people)
        if any(words in sentence for words in _IS_ONE)
        else in_office(sentence, begin, people)
    )
    if found is None or found.kind is not Kind.NAMED or found.speaker == speaker or found.start > begin:
        return False
    if _is_owner(sentence, found):
        return False
    end = sentence.find(found.speaker, found.start) + len(found.speaker)
    titled = found.mention == "full" and found.certainty >= Certainty.SURE and found.positions
    leads = any(follows_names(one.post) for one in found.positions)
    if titled and not leads:
        return _OF_HIM.match(sentence, end) is None
    return sentence.startswith(_IS_ONE, end)


def tells_of_others(text: str, start: int, end: int) -> bool:
    """Whether a sentence begins with someone who is told of by whose he is: 高明的助手们四处解释."""
    owners = _OWNER.finditer(text, start, end)
    return any(_whose().match(text, owner.end(), end) for owner in owners)


_OWNER = re.compile("(?:^|(?<=[，。；！？”\n]))[^，。“”的]{1,12}(?=的)")


@cache
def _whose() -> re.Pattern[str]:
    """Someone else, who is told of by whose he is: 高明|的母亲, 高明|8岁的侄子, 高明|的助手们."""
    others = grammar.either("posts", "kin", "of_someone")
    return re.compile(f"(?:\\d+岁)?的[^，。的“”]{{0,4}}(?:{others}|们)")


def _is_owner(text: str, person: Subject) -> bool:
    """Whether what follows a person's name is someone of his, who acts in his stead."""
    at = text.find(person.speaker, person.start)
    end = at + len(person.speaker)
    return at >= 0 and (
        _whose().match(text, end) is not None
        or text.startswith(grammar.words("subjects", "in_his_stead"), end)
    )
