"""Subjects that are persons under a title that no list holds, where their place shows them: “…。”老把式周大明说."""

import re

from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.subjects.persons import runs_into_next
from tuiexplorer.attribution.subjects.subject import Certainty, Cut, Subject
from tuiexplorer.attribution.words.adverbials import is_adverbial
from tuiexplorer.attribution.words.bodies import ends_body
from tuiexplorer.attribution.words.name_ends import is_followed
from tuiexplorer.attribution.words.names import is_chinese, is_word
from tuiexplorer.attribution.words.posts import is_in_longer
from tuiexplorer.lexicon import places

_LONGEST_TITLE = 5
_LONGEST_PLACED = 16
"""A title that begins with a place may be longer: 石门镇统战岗."""
_PLACE = re.compile("[\u4e00-\u9fff]{2,6}?(?:[镇乡村]|街道|社区)(?=..)")
_HAN = re.compile("[\u4e00-\u9fff]+")
_CUE = re.compile("(?:说|表示|介绍|介绍说|坦言|感慨|感叹|告诉记者)[：，]")
_NARRATES = frozenset(
    "的了是在着过被将向对从与和跟及等给让为来去到有就还又也都才再很最地得里上下中前后时旁一这那每其他她它们不没"
)
"""Characters that no title of a few holds, or hardly any: 看着麦田|周大明说, 一旁|周大明说."""


def under_unlisted_title(cut: Cut) -> Subject | None:
    """A short title and a name that are all between a quotation and its cue, or before a plain cue that comes first."""
    if len(cut.bare) < len(cut.words) or not (_is_behind_quotation(cut) or _opens_before_cue(cut)):
        return None
    if any(is_chinese(cut.words[:size]) and is_followed(cut.words, size) for size in (2, 3)):
        return None  # 高近平|满怀深情地
    for length in (3, 2):
        title, name = cut.words[:-length], cut.words[-length:]
        held = _held(title) if _is_name(name, cut) and not is_in_longer(title, name) else None
        if held and (held.agency or length == 3):  # of two characters may be any two
            return Subject(name, Kind.NAMED, (held,), cut.start, certainty=Certainty.LIKELY)
    return None


def _held(title: str) -> Position | None:
    """The position that ``title`` may be: what stands behind a place, or a few characters that narrate nothing."""
    if not _HAN.fullmatch(title) or not _NARRATES.isdisjoint(title) or is_adverbial(title):
        return None
    local = _PLACE.match(title)
    place = places.place_end(title) or (local.end() if local else 0)
    if 1 < place < len(title) <= _LONGEST_PLACED and _NARRATES.isdisjoint(title[place:]):
        return Position(title[:place], title[place:])
    told = 2 <= len(title) <= _LONGEST_TITLE and not places.is_place(title) and not ends_body(title)
    return Position("", title) if told else None


def _is_name(name: str, cut: Cut) -> bool:
    """Whether the words end in a Chinese name that is no word, and that goes on into none."""
    if not is_chinese(name) or is_word(name) or is_word(name[:2]) or is_adverbial(name):
        return False
    return not runs_into_next(cut, cut.start + len(cut.words), len(name))


def _is_behind_quotation(cut: Cut) -> bool:
    before = cut.text[max(0, cut.start - 4) : cut.start].rstrip(" ，")
    return before.endswith(("。”", "！”", "？”", "，”", "…”"))


def _opens_before_cue(cut: Cut) -> bool:
    before = cut.text[: cut.start].rstrip(" ")
    return before[-1:] in ("", "。", "\n") and _CUE.match(cut.text, cut.end) is not None
