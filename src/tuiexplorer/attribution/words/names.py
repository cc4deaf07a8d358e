"""Is a stretch of characters the name of a person? By the form of names alone: no list of people."""

import re
from enum import IntEnum
from functools import cache, lru_cache

from tuiexplorer.lexicon import grammar


class NameForm(IntEnum):
    """How sure the form alone makes it that a stretch is a name."""

    NONE = 0
    POSSIBLE = 1
    """Two to eight characters that a name may have (克克), so a name where a post stands before it."""
    FOREIGN = 2
    """Only characters that transliterate: 安瓦尔."""
    CHINESE = 3
    """A surname and one or two characters more, or foreign parts with dots: 严天文, 尉迟明, 玛德琳·金."""


_LONGEST = 12
"""No name has more Chinese characters, and none with dots twice as many."""
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff〇]+")
_NOT_HAN = re.compile("[·A-Za-z.-]")
_DOTTED = re.compile(r"[\u3400-\u9fffA-Za-z.]+(?:[·-][\u3400-\u9fffA-Za-z.]+)+")
_ORDINAL = re.compile("(?<=..)[一二三四五六七八九十]+世$")  # 侯赛因二世
_LATIN = re.compile(r"[A-Z][A-Za-z.'-]*(?: [A-Z][A-Za-z.'-]*)*")


_WITH_BU = "[阿吾艾]不(?:都|(?=[力来拉列]))"
"""不 where it is no word: 阿不都热依木, 买买提·阿不力孜."""
_VIETNAMESE = re.compile("[\u4e00-\u9fff]氏[\u4e00-\u9fff]{1,2}")  # 黎氏秋香


def japanese_given(text: str) -> int:
    """Where the given name begins in ``text``, when a Japanese surname of two or three characters opens it; else 0."""
    surnames = grammar.word_set("names", "japanese")
    return 3 if text[:3] in surnames else 2 if text[:2] in surnames else 0


def family_name(name: str) -> str:
    """What a foreigner is called further on: 佐久间 of 佐久间健太郎, what follows the last dot; else nothing."""
    if "·" in name:
        return name.rpartition("·")[2]
    given = japanese_given(name)
    return name[:given] if len(name) > given + 1 else ""


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    return (
        grammar.characters("names", "surnames"),
        grammar.word_set("names", "compound"),
        grammar.characters("names", "foreign"),
        grammar.characters("names", "never"),
    )


@cache
def foreign_characters() -> frozenset[str]:
    """All characters that stand in transliterated names."""
    return _lists()[2].union(*grammar.words("names", "elements"))


@cache
def foreign_part() -> str:
    """The regular expression of a part of a transliterated name: its characters, and elements of Tibetan names."""
    characters = f"[{''.join(sorted(_lists()[2]))}]"
    return f"(?:{'|'.join(grammar.words('names', 'elements'))}|{_WITH_BU}|{characters})+"


@cache
def _foreign() -> re.Pattern[str]:
    return re.compile(foreign_part())


def transliterates(name: str) -> bool:
    """Whether ``name`` is of three characters or more, all of which stand in transliterated names: 萨勒曼."""
    return len(name) > 2 and foreign_characters().issuperset(name)


def starts_with_surname(text: str) -> bool:
    """Whether ``text`` begins with a Chinese surname, single or compound."""
    single, compound, _, _ = _lists()
    return text[:1] in single or text[:2] in compound or text[:4] in compound


def is_surname(text: str) -> bool:
    """Whether ``text`` is a Chinese surname and no more, single or compound."""
    single, compound, _, _ = _lists()
    return text in compound or (len(text) == 1 and text in single)


FAMILIAR = "老小阿"
"""What stands before a surname among those who know its bearer."""


def is_familiar(name: str) -> bool:
    """Whether ``name`` is a surname as those say it who know its bearer: 老岑, 小王, 阿明."""
    return len(name) == 2 and name[0] in FAMILIAR and starts_with_surname(name[1])


def is_word(name: str) -> bool:
    """Whether what has the form of a name is an ordinary word as well: 明月, 方向."""
    return name in grammar.word_set("names", "words")


def _eastern(name: str) -> NameForm:
    """The form of a Vietnamese or a Japanese name, longer than Chinese ones; NONE where it is neither."""
    if name[1:2] == "氏" and _VIETNAMESE.fullmatch(name) and starts_with_surname(name):
        return NameForm.CHINESE
    given = japanese_given(name)
    whole = given and 1 <= len(name) - given <= 3 and not set(name) & grammar.characters("names", "never")
    return NameForm.FOREIGN if whole else NameForm.NONE


def is_chinese(name: str) -> bool:
    """Whether a name has the form of a Chinese one: by a look at its surname first, which most stretches lack."""
    plain = name.isalpha()  # no dots and no blanks
    return (not plain or starts_with_surname(name)) and name_form(name) is NameForm.CHINESE


@lru_cache(maxsize=32768)
def name_form(text: str) -> NameForm:
    """The form of ``text`` as a name, white space around it aside."""
    if text[-1:] != "世" and _HAN.fullmatch(text):
        return _han_form(text)
    bare = text.strip()
    name = bare.replace(" ", "") if not text.isascii() else text
    name = _ORDINAL.sub("", name) if name.endswith("世") else name
    if ("·" in name or "-" in name) and _DOTTED.fullmatch(name):
        return NameForm.CHINESE if _is_dotted_name(name) else NameForm.NONE
    if bare.isascii():
        return NameForm.FOREIGN if len(name) > 1 and _LATIN.fullmatch(bare) else NameForm.NONE
    return _han_form(name) if _HAN.fullmatch(name) else NameForm.NONE


def _is_dotted_name(name: str) -> bool:
    _, _, foreign, never = _lists()
    if name[0] in "和与":
        return False
    plain = re.sub(_WITH_BU, "", _NOT_HAN.sub("", name))
    strange = sum(character not in foreign for character in plain)
    return len(name) <= 2 * _LONGEST and strange <= 1 and never.isdisjoint(plain)


def _han_form(name: str) -> NameForm:
    """The form of a name of Chinese characters only."""
    size = len(name)
    if size > _LONGEST or name in grammar.word_set("names", "common"):
        return NameForm.NONE
    single, compound, _, never = _lists()
    surname = name[0] in single
    transliterated = size > 3 and _foreign().fullmatch(name)
    edges = name[0] + name[-1] if (size == 3 and surname) or transliterated else name
    if not grammar.characters("names", "middle").isdisjoint(edges):
        return NameForm.NONE
    if 2 <= size <= 3 and surname and never.isdisjoint(name[1:]):
        return NameForm.CHINESE
    if 3 <= size <= 4 and name[:2] in compound and never.isdisjoint(name[2:]):
        return NameForm.CHINESE
    if form := _eastern(name):
        return form
    if transliterated or (2 <= size <= 3 and _foreign().fullmatch(name)):
        return NameForm.FOREIGN if size <= 8 and name[-1] not in "日曾和" else NameForm.NONE
    return NameForm.POSSIBLE if 2 <= size <= 8 and never.isdisjoint(name) else NameForm.NONE
