"""Finding the subject of a cue: from the words left of it, right to left.

Adverbials are taken off the end one by one (省财政厅厅长吴静|近日|在接受采访时|表示); each stretch that is left is put
to a handful of readers, one for each way in which news names a speaker; the surest reading wins, the shorter cut
among equals.
"""

import re

from msgspec.structs import replace

from tuiexplorer.attribution.adverbials import trailing_cuts
from tuiexplorer.attribution.attributed import Kind
from tuiexplorer.attribution.bare_names import name_alone, name_and_title
from tuiexplorer.attribution.nameless import body, group, holder_of_office, one_met_before, pronoun, unnamed
from tuiexplorer.attribution.persons import named, nicknamed
from tuiexplorer.attribution.several import several_persons, several_unnamed, under
from tuiexplorer.attribution.subject import Count, Cut, Subject

_READERS = (
    (pronoun, 5),
    (one_met_before, 5),
    (several_unnamed, 5),
    (several_persons, 5),
    (unnamed, 4),
    (named, 5),
    (nicknamed, 4),
    (name_and_title, 5),
    (group, 4),
    (holder_of_office, 4),
    (body, 4),
    (name_alone, 4),
)
"""The readers, each with the certainty that it comes to at most: it is not asked where another is as sure."""
_TO = re.compile(
    "(?<=..)(?:(?:向|对)(?![外口阳前东西南北])|在[与同和跟]|(?<=[日天午晚])[与同和])[^，。：；]{0,12}$"
)
_LONGEST = 40
"""A longer clause names no one."""
_SURE = 4
"""A reading of this certainty needs no further cut."""


def find_subject(text: str, start: int, end: int, count: Count) -> Subject | None:
    """The subject that ``text[start:end]`` (from a clause's beginning to a cue) holds, or None.

    ``text`` is normal; ``count`` tells how often a stretch stands in the document. Where only adverbials stand
    before the cue, the subject is ``elided``.
    """
    found = _surest(text, start, end, count)
    if found and found.kind in (Kind.NAMED, Kind.COLLECTIVE) and found.mention == "full":
        found = _who_speaks_to(found, text, start, count) or found
    full = found is not None and found.kind is Kind.NAMED and found.mention == "full"
    if found and full and text[found.start - 1 : found.start] == "，":
        return _with_the_one_before(found, text, count)
    return found


def _who_speaks_to(found: Subject, text: str, start: int, count: Count) -> Subject | None:
    """The one before 向 or 对, where what was found stands behind it: 俄防长高明向俄总统罗明报告说."""
    joint = _TO.search(text[start : found.start])
    if joint is None:
        return None
    speaker = _surest(text, start, start + joint.start(), count)
    return speaker if speaker and speaker.certainty >= 3 and speaker.mention != "elided" else None


def _surest(text: str, start: int, end: int, count: Count) -> Subject | None:
    start += len(text[start:end]) - len(text[start:end].lstrip(" "))
    best: Subject | None = None
    for words in trailing_cuts(text[start:end]):
        if not words:
            return best or Subject("", Kind.NAMED, (), start, "elided")
        cut = Cut.of(words, text, start, end, count)
        for reader, most in _READERS:
            if best is None or most > best.certainty:
                found = reader(cut)
                if found and (best is None or found.certainty > best.certainty):
                    best = found
        if best and best.certainty >= _SURE and not words.endswith("地"):
            break
    return best


def _with_the_one_before(found: Subject, text: str, count: Count) -> Subject:
    """A，B一致认为: the clause before is nothing but the title and name of another speaker."""
    end = found.start - 1
    far = max(0, end - 1 - _LONGEST)
    start = max(far, *(text.rfind(mark, far, end) + 1 for mark in "，。；：！？”“\n"))
    if not 4 < end - start <= _LONGEST:
        return found
    before = named(Cut.of(text[start:end], text, start, end, count))
    if before is None or before.certainty < 5 or before.start != start or not before.positions:
        return found
    return replace(
        before, others=(replace(found, positions=under(found.positions, before.positions)), *found.others)
    )
