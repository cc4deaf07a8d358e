"""Is a stretch of characters the name of a body: an agency, a company, a state or a side."""

import re
from functools import cache, lru_cache

from tuiexplorer.lexicon import grammar, places

_PAPER = re.compile("(?:(?<![公通简汇快])报|刊|志|新闻|之声)》$")
_OFFICES = frozenset("处科室")
_OWNERS = re.compile("[的、，。：；\\n]")


def _closes(text: str, endings: grammar.Endings) -> bool:
    """Whether what stands before a bracket at the end of ``text`` closes with one of ``endings``."""
    bare = text[: text.rfind("（")] if text.endswith("）") else text
    return bool(endings.longest(bare))


def _bodies() -> grammar.Endings:
    return grammar.endings("subjects", "bodies")


@cache
def _states() -> frozenset[str]:
    return frozenset(places.countries()) | grammar.word_set("subjects", "unions")


@cache
def _first_of_states() -> frozenset[str]:
    return frozenset(state[0] for state in _states())


def ends_body(text: str) -> bool:
    """Whether ``text`` closes like the name of a body (省财政厅, 俄国防部, 美方)."""
    if len(text) <= 2 and text[-1:] in "省市县区州镇乡村旗":
        return places.is_place(text)
    return _closes(text, grammar.endings("subjects", "bodies", "inner_bodies")) or _is_side(text)


def ends_in_one_character(text: str) -> bool:
    """Whether only the last character makes ``text`` read as a body (塔斯社): a person's name can end in it as well."""
    return len(_bodies().longest(text)) == 1


def ends_of_speakers() -> frozenset[str]:
    """All that the name of a body that can speak for itself ends in."""
    listed = grammar.word_set("subjects", "bodies", "party_groups")
    return _states() | listed | _OFFICES | set("方军）州省区")


def is_country(text: str) -> bool:
    """Whether ``text`` is the name of a country in more than one character."""
    return len(text) > 1 and text in places.countries()


def is_state(text: str) -> bool:
    """Whether ``text`` is a country or a union of them, in full or in one character."""
    return text in _states()


def is_body(text: str) -> bool:
    """Whether the whole of ``text`` reads as one body that can speak for itself."""
    if not 2 <= len(text) <= 30 or (text[-1] == "》" and not _PAPER.search(text)):
        return False  # 《…纲要》 is no paper that speaks
    ends = (
        _closes(text, _bodies())
        or is_state(text)
        or _is_side(text)
        or _is_office(text)
        or _is_abroad(text)
        or _is_party_group(text)
    )
    return ends and not grammar.opening("subjects", "not_in_bodies").search(text)


def _is_abroad(text: str) -> bool:
    """Whether it is a part of another country, by its name: 海国|利马州, 山国西北|地区."""
    state = state_at_start(text) if _PART_OF_STATE.search(text) else ""
    return len(state) > 1 and state in places.countries() and state != "中国"


_PART_OF_STATE = re.compile("[\u4e00-\u9fff]{2,10}(?:[州省]|[^地]区)$")


def _is_office(text: str) -> bool:
    """Whether it is an office of a body that is named before it: 省医保局|服务管理处."""
    if text[-1] not in _OFFICES:
        return False
    return any(_closes(text[:end], _bodies()) for end in range(3, len(text) - 2))


def _is_party_group(text: str) -> bool:
    """Whether it is the party group of a body or a place that is named before it: 省水利厅|党组, 石门村|党支部."""
    group = grammar.endings("subjects", "party_groups").longest(text)
    owner = text.removesuffix(group)
    return bool(group and owner) and (_closes(owner, _bodies()) or places.is_place(owner))


@lru_cache(maxsize=8192)
def state_at_start(text: str) -> str:
    """The country, or the side (俄方, 以军), with which ``text`` begins; empty where none does."""
    if text[:1] not in _first_of_states():
        return ""
    states, military = _states(), grammar.word_set("subjects", "military")
    for length in range(min(8, len(text)), 0, -1):
        head = text[:length]
        if head in states or (_is_side(head) and text[length - 1 : length + 1] not in military):
            return head + (form.group() if (form := _form_of_state().match(text, length)) else "")
    return ""


@cache
def _form_of_state() -> re.Pattern[str]:
    """What stands behind a state's name and is of it: 安哥拉|共和国总统."""
    republics, forms = (grammar.either("subjects", key) for key in ("republics", "forms_of_state"))
    return re.compile(f"(?:{republics})*共和国|{forms}")


def _is_side(text: str) -> bool:
    """Whether it is a country's side or its army (俄方, 以军), which a person's name may end like (蒙胜军)."""
    return len(text) > 1 and text[-1] in "方军" and is_state(text[:-1])


def owner_before(words: str) -> str:
    """The body or the place before the 的 that closes ``words`` (来自江州大学的); empty where there is none."""
    owner = _OWNERS.split(words.removesuffix("的"))[-1].strip(" ").removeprefix("来自")
    told = words.endswith("的") and len(owner) > 2 and (is_body(owner) or places.is_place(owner))
    return owner if told else ""
