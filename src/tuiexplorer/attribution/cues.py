"""Cues: where a verb of speaking stands, and whether it governs words (表示将…) or is another word (据说, 说明)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tuiexplorer.lexicon import grammar


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speaking that may govern what follows or what stands quoted before it."""

    start: int
    end: int
    word: str
    mark: str
    """The comma, colon, quotation mark or full stop right after it; empty where words follow directly."""


@cache
def _pattern() -> re.Pattern[str]:
    verbs = sorted(grammar.word_set("cues", "clause", "mark", "tailed"), key=len, reverse=True)
    tails = "|".join(grammar.words("cues", "tails"))
    return re.compile(rf"(?P<verb>{'|'.join(verbs)})(?P<tail>{tails})?(?=(?P<mark>[ ]?[，：“。？！]|$)?)")


@cache
def _ends_with(key: str) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(grammar.words("cues", key)) + ")$")


@cache
def _starts_with(key: str) -> re.Pattern[str]:
    return re.compile("|".join(grammar.words("cues", key)))


_AMBIGUOUS = frozenset("说 称 讲 谈 问 答 要求 建议 报告 介绍 承诺 评价 判断 声明 主张 提示 分析 总结 估计".split())


def find_cues(normal: str) -> Iterator[Cue]:
    """Every cue of a normal text, left to right, quoted or not."""
    marked_only = grammar.word_set("cues", "marked_only")
    clause = grammar.word_set("cues", "clause")
    tailed = grammar.word_set("cues", "tailed")
    for match in _pattern().finditer(normal):
        verb, tail, mark = match["verb"], match["tail"] or "", (match["mark"] or "").strip()
        start, end = match.span()
        if not mark and end == len(normal):
            mark = "。"
        if verb in _AMBIGUOUS and _ends_with("not_after").search(normal, max(0, start - 4), start):
            continue
        if verb in tailed and not tail and mark not in ("：", "“"):
            continue
        if not mark:
            if _starts_with("not_next").match(normal, end):
                continue
            if not tail and (verb not in clause or verb in marked_only):
                continue
            if (tail or verb) == "表示" and _starts_with("acts").match(normal, end):
                continue
        yield Cue(start, end, verb + tail, mark)
