"""Cuts: whether a line goes on with what stands before it, or begins something of its own.

A page, a column or a blank line may cut a paragraph anywhere. What cannot be there decides at once: a line that
begins with a comma goes on, one after a full stop does not. Between, evidence is weighed, in natural logarithms
like those of `cohesion.txt`: a positive sum is a cut.
"""

import re
from collections.abc import Sequence

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.cohesion import cohesion
from tuiexplorer.layout.columns import goes_on_in_column, sentence
from tuiexplorer.layout.datelines import is_lead, opens_report
from tuiexplorer.layout.dates import tells_day_and_place
from tuiexplorer.layout.draft import HANGING, USUAL, Draft, could_be_heading, is_kicker, is_open
from tuiexplorer.layout.line import Line
from tuiexplorer.layout.noise import is_box, is_jump, is_section_number
from tuiexplorer.layout.page import Page
from tuiexplorer.layout.signatures import ends_signed
from tuiexplorer.layout.speech import (
    begins_nameless,
    begins_with_official,
    begins_with_post,
    begins_with_speaker,
    begins_with_surname,
    cue_soon,
    ends_in_name,
    ends_in_post,
    ends_in_posts,
    ends_in_surname,
    ends_unfinished,
    goes_on_speaking,
    has_cue,
    has_deed,
    has_post,
    is_body,
    is_dated,
    is_given_name_and_cue,
    is_name_and_cue,
    is_person,
    only_names_speaker,
    post_across,
)
from tuiexplorer.layout.stops import CLOSERS, STOPS, ends, ends_in_sign

_INNER = frozenset("，、。；：！？）”’》」』】,;:!?)…%％")
"""Nothing begins with one of these."""
_ITEM = re.compile(
    r"[一二三四五六七八九十][是要则]|其[一二三四五]|第[一二三四五六七八九十]|[（(]?\d{1,2}[）).、]"
)
_DAY = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚)?[，,]")
_QUOTED = re.compile("“[^”]*[，。！？…]")
_BEFORE_PRONOUN = frozenset("时此后上中间")
"""Within a sentence only a word of time or place stands right before 他表示，."""
_LEAST_HALF = 4
_SHORT_CLAUSE = re.compile(r"[^，。、；：！？,;:“”《（]{1,2}[，。、；！？,;]")

_FULL = 7
"""A full line that could be a heading is mostly the first of a paragraph."""
_FULL_HEADING = 2
"""Unless it lacks the indent that paragraphs have."""
_FULL_TITLE = -4
"""Also where the first line happens to be full."""
_FULL_POST = 4
"""Titles of people stand in running text more than in headings."""
_DATED = -4
"""What begins with a day or 近日， begins a paragraph."""
_WHOLE_QUOTATION = -4
"""So does a quotation that is a sentence."""
_NEW_QUOTATION = -8
"""Of another speaker than the one who is told of above."""
_BEFORE_HEADING = -3
"""A line that could be a heading mostly is one, and what follows a paragraph of its own."""
_BEFORE_LONG_HEADING = -1
_COUPLET = 4
"""Two clauses that rhyme or are as long as each other are a heading: 江水清了，鱼儿回来了."""
_BEFORE_BODY_OF_ALL = -3
"""The first line of a source is mostly its title."""
_BEFORE_BODY_OF_DASHED = -8
"""What begins with a dash is a subtitle, or long."""
_BEFORE_BODY = 8
"""A paragraph without its full stop was mostly cut."""
_JUMP = 6
"""Pages are turned in the middle of sentences; the foot of a page that sends to another says so."""
_INDENTED = -14
"""Where paragraphs begin with white space, a line that does begins one."""
_NOT_FULL = -8
"""Where a machine broke the lines, one that is shorter was ended by a man, and one that is longer is set larger."""
_OF_WHOLE = -4
"""Where no paragraph lacks its full stop, hardly any was cut."""
_SIGNED = -8
"""What stands over a byline is a headline, if it could be."""
_SECTION = -12
"""A section's number stands over a heading."""
_BEFORE_OTHER = -2
"""What could be a heading itself is no rest of a sentence."""
_BEFORE_OTHER_WHOLE = -12
"""Hardly ever where no machine broke the lines: the rest of a paragraph ends as paragraphs do."""
_TITLE_CUT = 12
"""A body alone is no title, nor is what it did."""
_LONGEST_BODY = 12
_BEFORE_UNSTOPPED = -1
"""Unless full stops are often missing on the page."""


def continues(
    before: Draft, after: Line, page: Page, between: Sequence[Line] = (), ahead: Sequence[Line] = ()
) -> bool:
    """Whether the line ``after`` goes on with ``before``, lines of no text ``between`` them, others ``ahead``."""
    if after.mark or (after.gap and after.quoted != before.lines[-1].quoted):
        return False
    tail = before.tail
    if ends(tail):
        return _goes_on_after_stop(before, tail, after, page, ahead)
    if after.text[0] in _INNER:
        return True
    if is_box(before.text) or ends_in_sign(tail) or ends_signed(before.text):
        return False
    if (tail[-2:] == "——" and is_person(after.text)) or (not page.is_broken and tells_day_and_place(tail)):
        return False
    if tail[-2:] == "——" and not page.is_broken and not before.short:
        return False  # 一起来看——: what was said points at all that stands below
    if tail[-1] in HANGING and not after.text.startswith("——"):
        return not (is_kicker(before.text) and could_be_heading(after.text))
    if (
        is_lead(after.text)
        or _names_author(before, after, page)
        or (after.text[0] == "—" and _has_subtitle(before, after, page))
    ):
        return False
    if not between and _was_broken(before, after, page):
        return True
    return _evidence(before, tail, after, page, ahead) + _bridge(before, after, page, between) > 0


def _names_author(before: Draft, after: Line, page: Page) -> bool:
    """Whether a line is a post, a blank and a name, as those are named who wrote or said all that stands below."""
    whole = " " in before.text and len(before.lines) == 1 and not page.is_broken
    return whole and is_person(before.text) and not cue_soon(after.text)


def _has_subtitle(before: Draft, after: Line, page: Page) -> bool:
    """Whether a line that begins with a dash is the subtitle under ``before``, not a part of its sentence."""
    cut = page.is_broken and not before.first and page.is_full(before.lines[-1], after.text)
    return before.short and not cut and not is_open(before.tail)


def _goes_on_after_stop(before: Draft, tail: str, after: Line, page: Page, ahead: Sequence[Line]) -> bool:
    """Whether a line goes on with what has come to a stop: hardly ever."""
    text = after.text
    if text[0] in CLOSERS and text[0] not in "\"'" and tail[-1] in STOPS:
        return True
    if tail[-1] == "”" and only_names_speaker(text):
        return True
    if page.is_broken and (page.indented or page.spaced) and after.gap <= page.gap:
        if page.indented and after.indent:
            return False
        full = page.is_full(before.lines[-1], text)
        return full and (page.is_full(after) or not could_be_heading(text))
    if page.is_broken and after.gap <= page.gap and page.is_full(before.lines[-1], text):
        return goes_on_in_column(before.text, after, page, ahead)
    if tail[-1] in "；;" and not _ITEM.match(text) and not _ITEM.match(tail):
        return has_cue(tail) and text[:2] != tail[:2]
    return False


def _was_broken(before: Draft, after: Line, page: Page) -> bool:
    """Whether it is sure that a machine broke the line."""
    if not page.is_broken or after.gap > page.gap or (page.indented and after.indent):
        return False
    begun = page.spaced or (page.indented and before.lines[0].indent > 0)
    return page.is_full(before.lines[-1], after.text) and (begun or not before.short or len(before.lines) > 1)


def _bridge(before: Draft, after: Line, page: Page, between: Sequence[Line]) -> int:
    """What the lines between two, or that there are none, say about whether one goes on with the other."""
    if not between:
        broken = page.is_broken and after.gap <= page.gap and before.short
        broken = broken and not begins_with_speaker(before.text)
        other = not page.reaches(before.lines[-1]) or (
            page.exceeds(before.lines[-1]) and not page.exceeds(after)
        )
        return _NOT_FULL if broken and other else _OF_WHOLE * (page.whole and before.short)
    if any(is_jump(line.text) for line in between):
        return _JUMP
    if before.short and any(line.role is BlockKind.BYLINE for line in between):
        return _SIGNED
    return _SECTION if any(is_section_number(line.text) for line in between) else 0


def _evidence(before: Draft, tail: str, after: Line, page: Page, ahead: Sequence[Line]) -> float:
    """What speaks for a cut between ``before``, which ends in ``tail``, and ``after``, less what speaks against it."""
    text = after.text
    weight: float = cohesion(tail[-1], text[0]) - 6 * (before.mark not in ("", "-"))
    if before.short:
        weight += _BEFORE_BODY_OF_ALL * (before.first and not could_be_heading(text))
        weight += _BEFORE_BODY_OF_DASHED * (before.lines[0].text[:2] == "——" and not could_be_heading(text))
        if not page.is_broken:
            weight += _WHOLE_QUOTATION * bool(_QUOTED.match(text)) + _DATED * _opens_dated(text)
        weight += _NEW_QUOTATION * (not page.is_broken and bool(_QUOTED.match(text)) and has_cue(tail))
        weight += (_BEFORE_HEADING if len(tail) <= USUAL else _BEFORE_LONG_HEADING) + _against_heading(
            tail, text
        )
    else:
        weight += (
            _BEFORE_UNSTOPPED + _DATED * _opens_dated(text) + _WHOLE_QUOTATION * bool(_QUOTED.match(text))
            if page.unstopped
            else _BEFORE_BODY
        )
    if page.is_full(before.lines[-1], text) and after.gap <= page.gap:
        weight += _of_full_line(before, after, page, ahead)
    if before.first and not after.gap and _is_subject(before.text, page) and has_deed(text):
        weight += _TITLE_CUT
    if is_open(tail):
        weight += 8
    begun = ends_in_name(tail)
    if begun and (cue_soon(text) or not before.short):
        weight += 8
    if page.indented:
        weight += _INDENTED if after.indent else 4 * (before.lines[-1].indent > 0)
    if weight > 0 and could_be_heading(text) and not text.isascii():
        weight += _BEFORE_OTHER if page.is_broken or before.short else _BEFORE_OTHER_WHOLE
    if weight > 0 and not ends_in_post(tail) and not (begun and not before.short):
        weight -= 8 * begins_with_official(text) or 3 * (
            begins_with_speaker(text) and not begins_with_post(text)
        )
    return weight


def _is_subject(first: str, page: Page) -> bool:
    """Whether a first line is the one body alone on a line, and so the subject of a title (省人大常委会)."""
    return page.one_body and len(first) <= _LONGEST_BODY and is_body(first)


def _of_full_line(before: Draft, after: Line, page: Page, ahead: Sequence[Line]) -> float:
    """What it says that the last line of ``before`` is full, if nothing tells that ``after`` begins a paragraph."""
    if page.indented:
        weight: float = _FULL if before.lines[0].indent else _FULL_HEADING
    else:
        weight = _FULL + page.bare + _FULL_TITLE * before.first
    text, last = after.text, before.lines[-1].text[-1]
    if before.short and has_post(before.text):
        weight += _FULL_POST
    if text[0] == "“" and last not in "：:" and _QUOTED.match(sentence(after, ahead)):
        weight += _WHOLE_QUOTATION
    if before.short and _opens_dated(text):
        weight += _DATED
    return weight


def _opens_dated(text: str) -> bool:
    return opens_report(text) or bool(_DAY.match(text))


def _is_couplet(text: str) -> bool:
    head, _, rest = text.partition("，")
    return len(head) >= _LEAST_HALF and abs(len(head) - len(rest)) <= _LEAST_HALF and rest.endswith(head[-1])


def _against_heading(before: str, text: str) -> int:
    """What speaks against ``before`` being a heading over ``text``."""
    rest = post_across(before, text)
    cued = cue_soon(text)
    name_due = begins_with_surname(text) and ends_in_post(before)
    return (
        ((7 if begins_with_speaker(before) else 3) if has_cue(before) else 0)
        + 3 * is_dated(before)
        + (5 + 4 * ends_in_posts(before) + 2 * cued if name_due else 0)
        + 2 * begins_with_post(text)
        + 6 * begins_nameless(text)
        + (12 if is_name_and_cue(rest) else 4) * bool(rest)
        + 5 * (ends_in_surname(before) and is_given_name_and_cue(text))
        + 4 * ends_unfinished(before)
        + 3 * (bool(_SHORT_CLAUSE.match(text)) and not opens_report(text))
        + 2 * cued
        - 6 * (goes_on_speaking(text) and before[-1] not in _BEFORE_PRONOUN)
        + ("，" in before or "," in before)
        - (_COUPLET + 1) * ("，" in before and _is_couplet(before))
        + (len(before) < 4)
    )
