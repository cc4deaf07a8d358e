"""Subjects that are groups of people: 大家, 与会同志, 村民们, 各界人士."""

import re
from functools import cache

from msgspec.structs import replace

from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.subjects.subject import Certainty, Subject, Words
from tuiexplorer.attribution.words.adverbials import is_adverbial, trailing_cuts
from tuiexplorer.attribution.words.bodies import ends_body, is_country
from tuiexplorer.attribution.words.how_many import HOW_WIDE, ONE_ALONE, QUANTIFIERS
from tuiexplorer.lexicon import grammar, places

_LONGEST_GROUP = 40
_PRESS = re.compile("(?!外)[\u4e00-\u9fff]媒")
"""The media of a country, in two characters."""


_NICKNAMED = re.compile("“[^“”，。；：！？]{2,8}”们$")
"""Several under the name that they have together: 观看直播的|“红领巾爷爷”们."""
_TOLD = re.compile("着[^，。]{1,12}[对向](?![外口阳])[^，。]{1,16}$")
"""Those who are spoken to, after what who speaks does: 村民王芳拿着锦旗|对车间的干部职工们说."""
_COMPANY = re.compile("广大[\u4e00-\u9fff]+(?<![们众民员者工生兵友士部户业家长年人胞方女属客警])$")
"""What only seems to name many (广大特钢): no word for people ends so."""

_IN_MANNER = re.compile("(?<!各)(?<!当)地$")  # 参会企业家激动地
_SINGLE = re.compile("[^，的每第]{0,6}一[位名](?=..)")  # 在场的|一位|网友


def group(cut: Words) -> Subject | None:
    """A group of people: 大家, 与会同志, 村民们, 各界人士."""
    nicknamed = _NICKNAMED.search(cut.bare) if cut.bare.endswith("”们") else None
    if nicknamed:
        return Subject.crowd(nicknamed.group(), cut.offset(nicknamed.group()))
    place = cut.bare.removesuffix("人")
    if place != cut.bare and places.is_place(place) and not is_country(place):
        return Subject.crowd(cut.bare, cut.offset(cut.bare))  # 江州人|说
    noun = grammar.endings("posts", "collective", "plural").longest(cut.words)
    return _by_noun(cut, noun) if noun or _may_be_group(cut.bare) else None


def told_in_one_voice(cut: Words) -> Subject | None:
    """Those of whom nothing but what they do tells that they are several: 参加培训的骨干|纷纷表示.

    The words stand before what tells it (纷纷), whose subject is plural whatever its noun may be.
    """
    rest = next((rest for rest in trailing_cuts(cut.bare) if rest and not is_adverbial(rest)), "")
    noun = rest.rpartition("的")[2]
    if not _PLURAL.fullmatch(noun) or grammar.opening("subjects", "acting").search(noun):
        return None
    if noun in grammar.word_set("subjects", "we", "pronouns") or noun.endswith(
        grammar.words("cues", "papers")
    ):
        return None
    start = cut.offset(cut.bare) + len(rest) - len(noun)
    return replace(Subject.crowd(noun, start), certainty=Certainty.LIKELY)


_PLURAL = re.compile("(?:(?![我你您着])[\u4e00-\u9fff]){2,10}")


def _by_noun(cut: Words, noun: str) -> Subject | None:
    """A group by the ``noun`` for people that closes the words, or by its first words and its last."""
    words, word = cut.words, cut.bare
    before = words.removesuffix(noun)
    led = before.endswith(grammar.words("subjects", "prepositions", "causing")) or _TOLD.search(words)
    if led or word in grammar.word_set("subjects", "we"):
        return None
    if noun == "大家" and before.endswith("和"):
        return None  # 厂长和|大家说
    if _PRESS.fullmatch(noun) and word != noun:
        return None  # 总统罗林在|俄媒公布的采访中
    if not noun:
        found = None if _COMPANY.match(word) else _group().search(word)
        if found is None or is_adverbial(word) or _IN_MANNER.search(word):
            return None
        noun = found.group()
    if len(word) > _LONGEST_GROUP:
        return None
    word, noun = _without_origin(word, noun)
    acting = grammar.opening("subjects", "acting")
    whole = len(word) <= 20 and not acting.search(word)
    speaker = max(word if whole else noun, noun, key=len)
    if acting.search(speaker):
        return None
    speaker = _without_width(speaker)
    counted = QUANTIFIERS.match(speaker)
    if counted and len(speaker) > counted.end() + 1:  # but 有人
        speaker = speaker[counted.end() :]
    single = _SINGLE.match(speaker)
    speaker = speaker[single.end() :] if single else speaker
    if single or ONE_ALONE.search(cut.words[: -len(speaker)]):
        return _one_of(speaker, cut.offset(speaker))
    return Subject.crowd(speaker, cut.offset(speaker))


def _without_width(speaker: str) -> str:
    """A group without how many it is of: 江城大学等多位|专家, 全国|高校师生和广大青年."""
    wide = HOW_WIDE.match(speaker)
    return speaker[wide.end() :] if wide else speaker


def _without_origin(word: str, noun: str) -> tuple[str, str]:
    """A group and its noun without what tells where they are from: 来自“山海”项目的|工作者, 远道而来的|客人."""
    word = word.rpartition("”")[2].rpartition(" ")[2]
    if word.startswith("的"):
        return word[1:], word[1:]
    owner, _, last = word.rpartition("的")
    if owner and not ends_body(owner):
        return last, noun.rpartition("的")[2]
    return word, noun


def _one_of(speaker: str, start: int) -> Subject:
    """One alone of those whom a group's noun names, with the body before it: 一名|银行信贷部|人士."""
    noun = "人士" if speaker.endswith("人士") and ends_body(speaker.removesuffix("人士")) else speaker
    found = (Position(speaker.removesuffix(noun), noun),)
    return Subject(noun, Kind.ANONYMOUS, found, start, certainty=Certainty.SURE)


@cache
def _group() -> re.Pattern[str]:
    heads, tails = (grammar.either("subjects", key) for key in ("group_heads", "group_tails"))
    return re.compile(
        f"(?:[\u4e00-\u9fff]{{1,6}}们|(?:{heads})(?:[^，。的着]{{1,10}}、)?[^，。的着]{{1,16}}|[^，。]{{0,24}}(?:{tails})(?:们|等)?)$"
    )


@cache
def _group_ends() -> frozenset[str]:
    return frozenset(tail[-2:] for tail in grammar.words("subjects", "group_tails"))


def _may_be_group(word: str) -> bool:
    """Whether ``word`` ends as a group does, or holds what one begins with: a look that spares most the long one."""
    return (
        word[-1:] in ("们", "等")
        or word[-2:] in _group_ends()
        or bool(grammar.opening("subjects", "group_heads").search(word))
    )
