"""Is a stretch of characters the name of a person? By the form of names alone: no list of people."""

import re
from enum import IntEnum
from functools import cache

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


_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff〇]+")
_NOT_HAN = re.compile("[·A-Za-z.-]")
_DOTTED = re.compile(r"[\u3400-\u9fffA-Za-z.]+(?:[·-][\u3400-\u9fffA-Za-z.]+)+")
_ORDINAL = re.compile("(?<=..)[一二三四五六七八九十]+世$")  # 侯赛因二世
_LATIN = re.compile(r"[A-Z][A-Za-z.'-]*(?: [A-Z][A-Za-z.'-]*)*")


_VIETNAMESE = re.compile("[\u4e00-\u9fff]氏[\u4e00-\u9fff]{1,2}")  # 黎氏秋香


def japanese_given(text: str) -> int:
    """Where the given name begins in ``text``, when a Japanese surname of two or three characters opens it; else 0."""
    surnames = grammar.word_set("names", "japanese")
    return next((length for length in (3, 2) if text[:length] in surnames), 0)


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
    return f"(?:{'|'.join(grammar.words('names', 'elements'))}|[{''.join(sorted(_lists()[2]))}])+"


@cache
def _foreign() -> re.Pattern[str]:
    return re.compile(foreign_part())


def starts_with_surname(text: str) -> bool:
    """Whether ``text`` begins with a Chinese surname, single or compound."""
    single, compound, _, _ = _lists()
    return text[:1] in single or text[:2] in compound or text[:4] in compound


def _eastern(name: str) -> NameForm:
    """The form of a Vietnamese or a Japanese name, longer than Chinese ones; NONE where it is neither."""
    if _VIETNAMESE.fullmatch(name) and starts_with_surname(name):
        return NameForm.CHINESE
    given = japanese_given(name)
    whole = given and 1 <= len(name) - given <= 3 and not set(name) & grammar.characters("names", "never")
    return NameForm.FOREIGN if whole else NameForm.NONE


@cache
def name_form(text: str) -> NameForm:
    """The form of ``text`` as a name, white space around it aside."""
    name = text.strip().replace(" ", "") if not text.isascii() else text
    name = _ORDINAL.sub("", name) if name.endswith("世") else name
    single, compound, foreign, never = _lists()
    middle = grammar.characters("names", "middle")
    if ("·" in name or "-" in name) and _DOTTED.fullmatch(name):
        plain = _NOT_HAN.sub("", name)
        strange = sum(character not in foreign for character in plain)
        return (
            NameForm.CHINESE
            if len(name) <= 24 and strange <= 1 and never.isdisjoint(plain)
            else NameForm.NONE
        )
    if _LATIN.fullmatch(text.strip()):
        return NameForm.FOREIGN if len(name) > 1 else NameForm.NONE
    if not _HAN.fullmatch(name) or len(name) > 12 or name in grammar.word_set("names", "common"):
        return NameForm.NONE
    inside = len(name) == 3 and name[0] in single
    transliterated = len(name) >= 2 and _foreign().fullmatch(name)
    edges = name[0] + name[-1] if inside or (len(name) > 3 and transliterated) else name
    if not middle.isdisjoint(edges):
        return NameForm.NONE
    if 2 <= len(name) <= 3 and name[0] in single and never.isdisjoint(name[1:]):
        return NameForm.CHINESE
    if 3 <= len(name) <= 4 and name[:2] in compound and never.isdisjoint(name[2:]):
        return NameForm.CHINESE
    if form := _eastern(name):
        return form
    if transliterated:
        return NameForm.FOREIGN if len(name) <= 8 and name[-1] != "日" else NameForm.NONE
    if 2 <= len(name) <= 8 and never.isdisjoint(name):
        return NameForm.POSSIBLE
    return NameForm.NONE
