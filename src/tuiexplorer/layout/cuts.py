"""Cuts: whether a line goes on with what stands before it, or begins something of its own.

A page, a column or a blank line may cut a paragraph anywhere. What cannot be there decides at once: a line that begins
with a comma goes on, one after a full stop does not. Between, evidence is weighed: a positive sum is a cut.
"""

import re

from tuiexplorer.layout.cohesion import cohesion
from tuiexplorer.layout.line import Line
from tuiexplorer.layout.page import Page
from tuiexplorer.layout.signs import CLOSERS, STOPS, ends, is_lead
from tuiexplorer.lexicon.grammar import characters, words

HEADING = 64
"""A heading has at most this many characters."""
_USUAL = 40
"""Longer headings are rare: what is longer must not look like the beginning of a paragraph either."""
_INNER = frozenset("，、。；：！？）”’》」』】,;:!?)…%％")
_HANGING = frozenset("，、,（(“‘《「『【—-－·")
_STOP = re.compile(r"[。；](?![”’）)]*$)")
_ITEM = re.compile(
    r"[一二三四五六七八九十][是要则]|其[一二三四五]|第[一二三四五六七八九十]|[（(]?\d{1,2}[）).、]"
)

_CUES = "|".join(word for word in words("cues", "clause") + words("cues", "mark") if len(word) > 1)
_POSTS = "|".join(words("posts", "offices"))
_CUE = re.compile(rf"(?:{_CUES}|说|称)[，：,:“]|全会提出|会议(?:指出|强调)")
_SPEAKING = re.compile(rf"[^，。；：“”\s]{{4,40}}(?:{_CUES}|说|称)[，：,:“将]")
_OFFICIAL = re.compile(
    rf"[省市县区州镇乡村][^，。：；“”\s]{{1,16}}?(?:{_POSTS})"  # 省财政厅厅长 …
    rf"|[^，。：；“”\s]{{2,20}}(?:{_POSTS})[一-鿿]{{2,4}}[：:]"  # 市财政局局长何秀兰：…
)
_SURNAMES = "".join(sorted(characters("names", "surnames")))
_NAME_LEFT = re.compile(rf"(?:{_POSTS})[{_SURNAMES}][一-鿿]?$")
_POST_LEFT = re.compile(rf"(?:{_POSTS})$")
_POSTS_LEFT = re.compile(rf"(?:{_POSTS})、[^，、]*(?:{_POSTS})$")
_CUE_SOON = re.compile(rf"[一-鿿]{{1,3}}(?:{_CUES}|说|称)")
_DATED = re.compile(r"近日|日前|连日来|\d日|[今昨]天|目前|记者|今年|去年|截至|随着|近年来|下一步|^据|\d月\d")
_SHORT_CLAUSE = re.compile(r"[^，。、；：！？,;:“”《（]{1,2}[，。、；！？,;]")

# Weights, in the logarithms of cohesion: what a heading before a paragraph is worth, and what speaks against it.
_BEFORE_HEADING = -4
_BEFORE_BODY = 8


def continues(before: str, last: Line, after: Line, page: Page) -> bool:
    """Whether the line ``after`` goes on with the text ``before``, whose last line is ``last``."""
    text = after.text
    if after.mark or not before:
        return False
    if ends(before):
        return _goes_on_after_stop(before, last, after, page)
    if text[0] in _INNER or (before[-1] in _HANGING and not text.startswith("——")):
        return True
    if text[0] in "—" or is_lead(text):
        return False
    if page.measure and after.gap <= page.gap:
        if page.is_full(last) and not (page.indented and after.indent):
            return True
        if not page.is_full(last) and is_short(before):
            return False
    return _evidence(before, last, after, page) > 0


def _goes_on_after_stop(before: str, last: Line, after: Line, page: Page) -> bool:
    text = after.text
    if text[0] in CLOSERS and text[0] not in "\"'" and before[-1] in STOPS:
        return True
    if page.measure and page.indented and after.gap <= page.gap:
        return page.is_full(last) and not after.indent
    if before[-1] in "；;" and not _ITEM.match(text) and not _ITEM.match(before):
        return bool(_CUE.search(before)) and text[:2] != before[:2]
    return False


def is_short(text: str) -> bool:
    """Whether a text without a mark could be a heading: short, one sentence, no full stop."""
    if len(text) > (2 * _USUAL if text.isascii() else HEADING) or ends(text) or text[-1:] in _HANGING:
        return False
    if _STOP.search(text) or is_lead(text):
        return False
    if len(text) <= _USUAL or text.isascii():
        return True
    return not (_CUE.search(text) or _DATED.search(text) or _OFFICIAL.match(text))


def _evidence(before: str, last: Line, after: Line, page: Page) -> int:
    """What speaks for a cut between two lines, less what speaks against it."""
    text = after.text
    weight = _letters(before[-1], text[0]) or cohesion(before[-1], text[0])
    if is_short(before):
        weight += (_BEFORE_HEADING if len(before) <= _USUAL else -1) + _against_heading(before, text)
    elif page.unstopped:
        weight -= 1
    else:
        weight += _BEFORE_BODY
    if not _POST_LEFT.search(before):
        weight -= 8 * bool(_OFFICIAL.match(text)) or 4 * bool(_SPEAKING.match(text))
    if before[-1].isdecimal() and text[0].isdecimal():
        weight += 6
    if before.count("“") > before.count("”") or before.count("《") > before.count("》"):
        weight += 8
    if _NAME_LEFT.search(before) and _CUE_SOON.match(text):
        weight += 8
    if is_short(text) and not text.isascii():
        weight -= 4
    if page.indented:
        weight += -8 if after.indent else 4 * (last.indent > 0)
    return weight


def _letters(last: str, first: str) -> int:
    """The evidence between Latin letters, which the measured tables do not know: a small one goes on."""
    if last.isascii() and last.isalpha() and first.isascii() and first.isalpha():
        return 8 if first.islower() else -1
    return 0


def _against_heading(before: str, text: str) -> int:
    """What speaks against ``before`` being a heading over ``text``."""
    return (
        3 * bool(_CUE.search(before))
        + 3 * bool(_DATED.search(before))
        + 2 * bool(_POST_LEFT.search(before))
        + 3 * bool(_POSTS_LEFT.search(before))
        + 3 * bool(_SHORT_CLAUSE.match(text))
        + 2 * bool(_CUE_SOON.match(text))
        + ("，" in before or "," in before)
        + (len(before) < 4)
    )
