"""Cues: where a verb of speaking stands, and whether it governs words (表示将…) or is another word (据说, 说明)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tuiexplorer.lexicon import grammar


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speaking that may govern what follows or what stands quoted before it."""

    start: int
    end: int
    word: str
    mark: str
    """The comma, colon, quotation mark or full stop right after it; empty where words follow directly."""
    demand: Literal["", "quote", "certain"] = ""
    """What it takes to be speech at all: a quotation before the subject (…？”他问。), a subject beyond doubt (他希望…)."""


@cache
def _pattern() -> re.Pattern[str]:
    verbs = sorted(grammar.word_set("cues", "clause", "mark", "tailed"), key=len, reverse=True)
    tails = "|".join(grammar.words("cues", "tails"))
    offer = r"(?P<offer>提出)(?![的了过])(?=[^，。：的]{1,14}(?:建议|要求|意见|主张|希望|倡议|看法|设想|举措)(?P<colon>[：，]))"
    how = r"(?P<how>说)(?=得[^，。：]{1,10}(?P<colon2>：))"
    first = "".join(sorted({verb[0] for verb in verbs}))  # lets the scan skip to where a verb can begin
    return re.compile(rf"(?=[{first}])(?:{offer}|{how}|(?P<verb>{'|'.join(verbs)})(?P<tail>{tails})?(?=(?P<mark>[ ]?[，：“。？！]|$)?))")


@cache
def _ends_with(key: str) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(grammar.words("cues", key)) + r")\Z")


@cache
def _starts_with(key: str) -> re.Pattern[str]:
    return re.compile("|".join(grammar.words("cues", key)))


@cache
def _ambiguous() -> dict[str, str]:
    """Verb → the list of what makes another word of it."""
    nouns = "要求 建议 报告 介绍 承诺 评价 判断 声明 主张 提示 分析 总结 估计 通报 批评 解释 回应 宣示 期待 希望 点评 警告 呼吁"
    return {"说": "not_after_saying", "称": "not_after_calling"} | dict.fromkeys(nouns.split(), "not_after_noun")


def find_cues(normal: str) -> Iterator[Cue]:
    """Every cue of a normal text, left to right, quoted or not."""
    marked_only = grammar.word_set("cues", "marked_only")
    clause = grammar.word_set("cues", "clause")
    tailed = grammar.word_set("cues", "tailed")
    for match in _pattern().finditer(normal):
        if match["offer"]:
            yield Cue(match.start(), match.start("colon"), match["offer"], match["colon"])
            continue
        if match["how"]:
            yield Cue(match.start(), match.start("colon2"), match["how"], "：")
            continue
        verb, tail, mark = match["verb"], match["tail"] or "", (match["mark"] or "").strip()
        start, end = match.span()
        if not mark and end == len(normal):
            mark = "。"
        other_word = _ambiguous().get(verb)
        if other_word and _ends_with(other_word).search(normal, max(0, start - 4), start):
            if not tail:
                continue
            # 发表声明|说: the noun belongs to what comes before, its tail is the cue.
            start, verb, tail = start + len(verb), tail, ""
        demand: Literal["", "quote", "certain"] = ""
        if verb in tailed and not tail and mark not in ("：", "“"):
            if not mark:
                continue
            demand = "quote"
        if not mark:
            if _starts_with("not_next").match(normal, end):
                continue
            if not tail and (verb not in clause or verb in marked_only):
                continue
            if not tail and verb in grammar.word_set("cues", "careful"):
                demand = "certain"
            if (tail or verb) == "表示" and _starts_with("acts").match(normal, end):
                continue
        yield Cue(start, end, verb + tail, mark, demand)
