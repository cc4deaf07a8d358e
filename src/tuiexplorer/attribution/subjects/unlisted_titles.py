"""Subjects that are persons under a title that no list holds, where their place shows them: “…。”老把式周大明说."""

import re

from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.subjects.after_titles import is_chinese
from tuiexplorer.attribution.subjects.persons import runs_into_next
from tuiexplorer.attribution.subjects.subject import Certainty, Cut, Subject
from tuiexplorer.attribution.words.adverbials import is_adverbial
from tuiexplorer.attribution.words.bodies import ends_body
from tuiexplorer.attribution.words.names import is_word
from tuiexplorer.lexicon import places

_NAME = 3
"""Only a whole name is told: one of two characters may be any two."""
_TITLE = re.compile("[\u4e00-\u9fff]{2,5}")
_CUE = re.compile("(?:说|表示|介绍|介绍说|坦言|感慨|感叹|告诉记者)[：，]")
_NARRATES = frozenset(
    "的了是在着过被将向对从与和跟及等给让为来去到有就还又也都才再很最地得里上下中前后时旁一这那每其他她它们不没"
)
"""Characters that no title of a few holds, or hardly any: 看着麦田|周大明说, 一旁|周大明说."""


def under_unlisted_title(cut: Cut) -> Subject | None:
    """A short title and a name that are all between a quotation and its cue, or before a plain cue that comes first."""
    if len(cut.bare) < len(cut.words) or not (_is_behind_quotation(cut) or _opens_before_cue(cut)):
        return None
    title, name = cut.words[:-_NAME], cut.words[-_NAME:]
    if not _TITLE.fullmatch(title) or not _NARRATES.isdisjoint(title) or not is_chinese(name):
        return None
    if any(map(is_word, (name, name[:2]))) or is_adverbial(title) or is_adverbial(name):
        return None
    if places.is_place(title) or ends_body(title) or runs_into_next(cut, cut.start + len(cut.words), _NAME):
        return None
    held = (Position("", title),)
    return Subject(name, Kind.NAMED, held, cut.start, certainty=Certainty.LIKELY)


def _is_behind_quotation(cut: Cut) -> bool:
    return cut.text[max(0, cut.start - 2) : cut.start] in ("。”", "！”", "？”", "，”", "…”")


def _opens_before_cue(cut: Cut) -> bool:
    before = cut.text[: cut.start].rstrip(" ")
    return before[-1:] in ("", "。", "\n") and _CUE.match(cut.text, cut.end) is not None
