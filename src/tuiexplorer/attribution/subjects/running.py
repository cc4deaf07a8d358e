"""Names in running text: where the name ends that begins after a title, when no cue shows it."""

import re
from collections.abc import Iterator
from functools import cache

from tuiexplorer.attribution.subjects.subject import Count
from tuiexplorer.attribution.words.name_ends import (
    belongs_to_name,
    is_followed,
    is_middle,
    is_word_that_follows,
)
from tuiexplorer.attribution.words.names import (
    NameForm,
    foreign_characters,
    foreign_part,
    is_chinese,
    is_surname,
    is_word,
    japanese_given,
    name_form,
    starts_with_surname,
)
from tuiexplorer.attribution.words.posts import head_at_end, head_end
from tuiexplorer.lexicon import grammar

_ORDINAL = re.compile("[一二三四五六七八九十]+世")
_DAY = re.compile("当(?=[天日地时晚])")  # 奥斯卡·林多|当天
_THREE = 3
"""The evidence that a Chinese name has three characters rather than two, from how many have."""
_NO_FOURTH = -8
"""From this evidence down the fourth character after a compound surname is of the next word: 慕容海|拍着."""
_LIKELY = -5
"""From this evidence up a character may end a name."""
_FOLLOWED = 2
"""The evidence that a word known to follow names begins after the longer name, and none after the shorter."""
_NOT_ONE = re.compile("[最也还则就都正曾说表指认强]")
"""What stands after no 一, so that 一 is of the name before it: 李澄一|最关注."""
_TWICE = 2
_AGAIN = 2
"""The evidence, each time that the document has a name again, that it is as long."""


@cache
def _foreign_run() -> re.Pattern[str]:
    """Characters that transliterate, with dots between, before which any other may stand: 吐尔地·卡斯木."""
    return re.compile(f"{foreign_part()}(?:[\u4e00-\u9fff]?[·-]{foreign_part()})*")


def name_length(text: str, at: int, count: Count) -> int:
    """How long the name is that begins at ``at``; 0 where none does.

    Told by the form of names, by what follows, and by how often the document has the shorter and the longer one.
    """
    if _is_no_beginning(text, at, count):
        return 0
    foreign = _run(text, at)
    return (
        _long_length(text, at, foreign, count)
        or _chinese_length(text, at, count)
        or (_short_length(text, at, foreign.end(), count) if foreign else 0)
    )


def long_name_length(text: str, at: int, count: Count) -> int:
    """How long the name is that begins at ``at``, if its form is none of those of two or three characters; else 0."""
    return 0 if _is_no_beginning(text, at, count) else _long_length(text, at, _run(text, at), count)


def _is_no_beginning(text: str, at: int, count: Count) -> bool:
    """Whether no name begins at ``at``, whatever follows."""
    if text[at] == "和" and _stands_again(text, at, count):
        return False  # 农户和春生…。|和春生蹲下身
    if text[at : at + 1] in "和与及、" or text.startswith(grammar.words("names", "no_beginnings"), at):
        return True
    if text[at : at + 1] != "向" or count(text[at : at + 2]) >= _TWICE:
        return False
    if "（" in text[at + 2 : at + 4]:
        return False  # 团长向心悦|（土家族）
    feels = grammar.opening("speech", "moved")  # 书记向阳|信心满满; but 安理会成员|向受害者家属表示
    return not any(feels.match(text, at + length) for length in (2, 3))


def _stands_again(text: str, at: int, count: Count) -> bool:
    """Whether a name of three characters at ``at`` stands elsewhere, behind someone's title at least once."""
    name = text[at : at + 3]
    titled = re.search(f"(?:{head_end()}){name}", text[:at]) if count(name) >= _TWICE else None
    return titled is not None


def _long_length(text: str, at: int, foreign: re.Match[str] | None, count: Count) -> int:
    """How long a foreign name is, or one with a compound surname; 0 where there is neither."""
    if foreign and len(foreign.group()) > 2 and (ordinal := _ORDINAL.match(text, foreign.end())):
        return ordinal.end() - at
    if foreign and len(foreign.group()) > 3:
        return _foreign_length(text, at, foreign.end(), count)
    if length := _other_length(text, at):
        return length
    four = text[at : at + 4]
    if is_chinese(four) and not is_followed(text, at + 3):
        return 3 if belongs_to_name(text, at + 3) < _NO_FOURTH and count(four) < 2 else 4
    return 0


def _run(text: str, at: int) -> re.Match[str] | None:
    """The characters that transliterate from ``at`` on, up to a word that begins among them: 佐科|代表, 莱希|当天."""
    run = _foreign_run().match(text, at)
    if run is None:
        return None
    word = grammar.opening("names", "in_runs").search(text, at + 2, run.end() + 2)
    if word and word.start() < run.end():
        run = _foreign_run().match(text, at, word.start())
    return _foreign_run().match(text, at, run.end() - 1) if run and run.group().endswith("日") else run


def _other_length(text: str, at: int) -> int:
    """How long a Japanese or Vietnamese name is (佐久间健太郎|也持…, 黎氏秋香|正在…); 0 where it is neither."""
    if text[at + 1 : at + 2] == "氏" and starts_with_surname(text[at]):
        return 3 if is_followed(text, at + 3) and not is_followed(text, at + 4) else 4
    given = japanese_given(text[at : at + 3])
    if not given:
        return 0
    ends = grammar.characters("names", "japanese_ends")
    sizes = [given + size for size in (3, 2, 1)]
    closed = (size for size in sizes if text[at + size - 1 : at + size] in ends)
    followed = (
        size for size in sizes[::-1] if is_followed(text, at + size) and not _is_ichi(text, at + size)
    )
    likely = (size for size in (*closed, *followed) if name_form(text[at : at + size]) is NameForm.FOREIGN)
    return next(likely, 0)


def _is_ichi(text: str, at: int) -> bool:
    """Whether 一 at ``at`` closes a Japanese given name: 松野博一|在记者会上."""
    return text.startswith("一", at) and is_followed(text, at + 1)


def rare_length(text: str, at: int) -> int:
    """How long the name is that begins at ``at``, after a title, with a surname that is a word as well; 0 for none."""
    if text[at : at + 1] not in grammar.characters("names", "rare_told"):
        return 0
    for length in (3, 2):
        name = text[at : at + length]
        if length == _THREE and is_word_that_follows(text, at + 2):
            continue  # 校长言午|手捧报纸
        told = is_followed(text, at + length) and belongs_to_name(text, at + length - 1, ends=True) > _LIKELY
        if told and name_form(name) is NameForm.POSSIBLE and not is_word(name[:2]):
            return length
    return 0


_AT_HOME = re.compile("家(?:[，里中]|的(?:小院|院子|客厅|屋))")  # 在村民高明|家，他说…


def _chinese_length(text: str, at: int, count: Count) -> int:
    two, three = text[at : at + 2], text[at : at + 3]
    two_is, three_is = (is_chinese(name) for name in (two, three))
    if three_is and (is_surname(two) or _addressed().match(text, at + 3)):
        return 3  # 欧阳正|信心满满, 林佳宁|女士谈起
    if two_is and _addressed().match(text, at + 2):
        return 2  # 祝余|博士表示
    if two_is and _AT_HOME.match(text, at + 2):
        return 2
    if not two_is or not three_is:
        return 2 * two_is * is_followed(text, at + 2) or 3 * three_is
    return 2 if runs_over(text, at, at + 3, count) else 3


@cache
def _addressed() -> re.Pattern[str]:
    """A title of two characters or more that only follows names: 女士, 教授."""
    titles = grammar.words("subjects", "addresses", "ranks")
    return re.compile(grammar.alternation(title for title in titles if len(title) > 1 and title != "代表"))


def _foreign_length(text: str, at: int, end: int, count: Count) -> int:
    """How long a transliterated name is whose characters run on up to ``end``: 古特雷斯|当天."""
    elements = grammar.word_set("names", "elements")
    while end - at > 2 and text[end - 2] != "·" and text[end - 2 : end] not in elements:
        if not runs_over(text, at, end, count):
            break
        end -= 1
    return end - at


def _short_length(text: str, at: int, end: int, count: Count) -> int:
    """How long a transliterated name of two or three characters is that runs on up to ``end``: 塞西|高度赞赏….

    0 where it is one character.
    """
    if end - at == 3 and is_followed(text, at + 2) and not is_followed(text, end):
        end -= runs_over(text, at, end, count)
    return end - at if end - at > 1 else 0


def runs_over(text: str, at: int, end: int, count: Count, *, ends: bool = False) -> bool:
    """Whether the last character of the name in ``text[at:end]`` rather begins what follows it.

    ``ends`` says that a word surely begins at ``end``.
    """
    name = text[at:end]
    if name_form(name[:-1]) < NameForm.FOREIGN or end == len(text):
        return False
    shorter = name[:-1]
    if is_chinese(shorter) and text.startswith("用“", end - 1):
        return True
    if is_chinese(shorter) and count(shorter) > count(name) and count.has_alone(shorter):
        return True
    if (name.endswith("一") and _NOT_ONE.match(text, end)) or (len(name) == _THREE and name[1] == name[2]):
        return False  # 柳依依|就盼着
    told = _AGAIN * min(3, count(name) - 1) + (is_middle(name[1]) if len(name) == 3 else 0)
    told += _FOLLOWED * (is_followed(text, end) and not is_followed(text, end - 1))
    return _THREE + told + belongs_to_name(text, end - 1, ends=ends) < 0


def dotted_names(text: str) -> Iterator[str]:
    """The names with dots in a text, without the end of the title before them (总理|安瓦尔·易卜拉欣)."""
    for start, end in _around_dots(text):
        for match in _foreign_run().finditer(text, start, end):
            at, stop = match.span()
            at += text[max(0, at - 1) : at + 1] in ("致信", "复信", "回信")
            if "·" in match.group():
                stop -= _DAY.match(text, stop - 1) is not None
                if word := grammar.opening("names", "in_runs").search(
                    text, text.index("·", at) + 2, stop + 1
                ):
                    stop = word.start()
                yield text[_after_title(text, at, text.index("·", at)) : stop]


def _after_title(text: str, at: int, dot: int) -> int:
    """Where a dotted name begins whose first characters a title may hold: 副总理|安瓦尔·易卜拉欣."""
    ends = [start for start in range(at, dot) if head_at_end(text[max(0, start - 8) : start])]
    if not ends:
        return at
    return ends[0] + (ends[0] + 1 in ends)  # 副总|理


def _around_dots(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that names with dots can stand in: its other characters stand in no such name."""
    held = foreign_characters() | {"·", "-", "不"}
    dot = text.find("·")
    while dot >= 0:
        start = end = dot
        while start > 0 and text[start - 1] in held:
            start -= 1
        while end < len(text) and text[end] in held:
            end += 1
        yield start, end
        dot = text.find("·", end)
