"""Finding the subject of a cue: from the words left of it, right to left.

Adverbials are taken off the end one by one (省财政厅厅长吴静|近日|在接受采访时|表示); each stretch that is left is put
to a handful of readers, one for each way in which news names a speaker; the surest reading wins, the shorter cut
among equals. What most readers find depends on the words alone, and the same words come again and again: it is
remembered.
"""

import re
from functools import cache, lru_cache

from msgspec.structs import replace

from tuiexplorer.attribution.attributed import Kind
from tuiexplorer.attribution.subjects.bare_names import name_alone, name_and_title, name_of_body
from tuiexplorer.attribution.subjects.companies import company
from tuiexplorer.attribution.subjects.groups import group, told_in_one_voice
from tuiexplorer.attribution.subjects.nameless import holder_of_office, one_met_before, pronoun, unnamed
from tuiexplorer.attribution.subjects.persons import called, named, nicknamed
from tuiexplorer.attribution.subjects.several import several_persons, several_unnamed, titled_behind, under
from tuiexplorer.attribution.subjects.speaking_bodies import body
from tuiexplorer.attribution.subjects.subject import Certainty, Count, Cut, Subject, Words
from tuiexplorer.attribution.subjects.unlisted_titles import under_unlisted_title
from tuiexplorer.attribution.words.adverbials import trailing_cuts
from tuiexplorer.lexicon import grammar

_OF_WORDS = (
    (0, pronoun, Certainty.CERTAIN),
    (1, one_met_before, Certainty.CERTAIN),
    (2, several_unnamed, Certainty.CERTAIN),
    (3, called, Certainty.CERTAIN),
    (4, unnamed, Certainty.SURE),
    (6, nicknamed, Certainty.SURE),
    (8, group, Certainty.SURE),
    (9, holder_of_office, Certainty.SURE),
    (10, body, Certainty.SURE),
)
"""The readers that look at the words alone: each with its rank (of two equally sure ones the lower rank wins) and
the greatest certainty that it can have."""
_OF_TEXT = (
    (3, several_persons, Certainty.CERTAIN),
    (7, name_and_title, Certainty.CERTAIN),
    (11, name_alone, Certainty.SURE),
    (12, name_of_body, Certainty.SURE),
    (13, company, Certainty.SURE),
    (14, under_unlisted_title, Certainty.LIKELY),
)
"""The readers that also look around the words, or elsewhere in the document; as above."""
_NAMED = 5
"""The rank of title and name: looked for first, because the readers of words behind it then need not be asked."""
_LAST = 99
"""A rank behind all."""
_TO = re.compile(
    "(?<=..)(?:(?:向|对)(?![外口阳前东西南北])|在[与同和跟]|(?<=[日天午晚])[与同和])[^，。：；]{0,12}$"
)
_AFTER_ANOTHER = re.compile("，(?:以及)?$")
_LONGEST_END = 2
"""No expression for what ends nobody's name is of more characters."""
_LONGEST = 40
"""A longer clause names no one."""


def find_subject(text: str, start: int, end: int, count: Count) -> Subject | None:
    """The subject that ``text[start:end]`` (from a clause's beginning to a cue) holds, or None.

    ``text`` is normal; ``count`` tells how often a stretch stands in the document. Where only adverbials stand
    before the cue, the subject is ``elided``.
    """
    found = _surest(text, start, end, count)
    if found and found.kind in (Kind.NAMED, Kind.COLLECTIVE) and found.mention == "full":
        found = _who_speaks_to(found, text, start, count) or found
    if (found is None or found.kind is Kind.ANONYMOUS) and (voice := _in_one_voice(text, start, end)):
        return (
            _as_crowd(found, text, end)
            if found
            else told_in_one_voice(Cut.of(text[start:voice], text, start, end, count))
        )
    full = found is not None and found.kind is Kind.NAMED and found.mention == "full"
    if found and full and _AFTER_ANOTHER.search(text, max(0, found.start - 3), found.start):
        return _with_the_one_before(found, text, count)
    return found


def _in_one_voice(text: str, start: int, end: int) -> int:
    """Where what tells that several speak begins before a cue (代表们|纷纷表示); 0 where nothing does."""
    for words in trailing_cuts(text[start:end]):
        if voice := grammar.closing("subjects", "in_one_voice").search(words):
            return start + voice.start()
    return 0


def _as_crowd(found: Subject, text: str, end: int) -> Subject:
    """Several of whom a noun tells that may mean one: 全院医务人员|纷纷表示."""
    at = text.find(found.speaker, found.start, end)
    if at < 0 or found.mention != "full" or found.others:
        return found
    speaker = text[found.start : at + len(found.speaker)]
    return replace(found, speaker=speaker, kind=Kind.COLLECTIVE, positions=(), certainty=Certainty.SURE)


def _who_speaks_to(found: Subject, text: str, start: int, count: Count) -> Subject | None:
    """The speaker before 向 or 对, where ``found`` is the one he speaks to: 俄防长高明向俄总统罗明报告说."""
    joint = _TO.search(text[start : found.start])
    if joint is None:
        return None
    speaker = _surest(text, start, start + joint.start(), count)
    told = speaker is not None and speaker.certainty >= Certainty.LIKELY and speaker.mention != "elided"
    return speaker if told else None


def _surest(text: str, start: int, end: int, count: Count) -> Subject | None:
    while start < end and text[start] == " ":
        start += 1
    best: Subject | None = None
    for words in trailing_cuts(text[start:end]):
        if not words:
            return best or Subject("", Kind.NAMED, (), start, "elided")
        told = "代表" in words or "作为" in words
        if (role := _role().search(words) if told else None) and (
            held := _in_role(words[: role.start()], text, start, end, count)
        ):
            return held
        if not grammar.closing("subjects", "ends_nobody").search(words[-_LONGEST_END:]):
            best = _surer(best, words, text, start, end, count)
        if best and best.certainty >= Certainty.SURE and not words.endswith("地"):
            break
    return best


@cache
def _role() -> re.Pattern[str]:
    """As what or for whom someone speaks, behind his name: 王芳|代表全体职工, 王芳|作为基层代表."""
    others = grammar.either("subjects", "spoken_for")
    return re.compile(
        f"(?<=..)(?:代表(?:{others})[^，。：“”]{{1,14}}|作为(?!一[名位个]?$)[^，。：“”]{{2,16}})$"
    )


def _in_role(words: str, text: str, start: int, end: int, count: Count) -> Subject | None:
    """The person who stands before what he speaks as, by title and name or by his name; None where there is no such."""
    found = _surer(None, words, text, start, end, count)
    if found is None or found.kind is not Kind.NAMED:
        return None
    least = {"full": Certainty.SURE, "bare": Certainty.LIKELY}.get(found.mention, Certainty.CERTAIN)
    return found if found.certainty >= least else None


def _surer(best: Subject | None, words: str, text: str, start: int, end: int, count: Count) -> Subject | None:
    """What ``words`` hold, where that is surer than ``best``; else ``best``."""
    cut = Cut.of(words, text, start, end, count)
    titled = named(cut)
    rank, found = _told_by_words(words, _NAMED if titled and titled.certainty >= Certainty.SURE else _LAST)
    certainty = best.certainty if best else 0
    if found and found.certainty > certainty:
        best, certainty = _moved(found, start), found.certainty
    else:
        rank = -1
    if titled and (titled.certainty, rank) > (certainty, _NAMED):
        best, certainty, rank = titled, titled.certainty, _NAMED
    for own, reader, most in _OF_TEXT:
        found = reader(cut) if (most, rank) > (certainty, own) else None
        if found and (found.certainty, rank) > (certainty, own):
            best, certainty, rank = found, found.certainty, own
    return best


@lru_cache(maxsize=8192)
def _told_by_words(words: str, below: int) -> tuple[int, Subject | None]:
    """The surest that ``words`` hold by themselves, where the text begins with them, and the rank of its reader.

    Only the readers whose rank is ``below`` another are asked.
    """
    alone = Words.alone(words)
    best: tuple[int, Subject | None] = (-1, None)
    certainty = 0
    for rank, reader, most in _OF_WORDS:
        if rank >= below:
            break
        if most > certainty and (found := reader(alone)) and found.certainty > certainty:
            best, certainty = (rank, found), found.certainty
    return best


def _moved(found: Subject, by: int) -> Subject:
    """A subject that begins further right in its text."""
    others = tuple(_moved(other, by) for other in found.others) if found.others else ()
    return replace(found, start=found.start + by, others=others)


def _with_the_one_before(found: Subject, text: str, count: Count) -> Subject:
    """A，B一致认为: the clause before is nothing but the title and name of another speaker."""
    end = text.rindex("，", 0, found.start)
    far = max(0, end - 1 - _LONGEST)
    start = max(far, *(text.rfind(mark, far, end) + 1 for mark in "，。；：！？”“\n"))
    if not 4 < end - start <= _LONGEST:
        return found
    clause = Cut.of(text[start:end], text, start, end, count)
    before = named(clause)
    if before is None or before.start != start:
        before = titled_behind(clause)
    if (
        before is None
        or before.certainty < Certainty.CERTAIN
        or before.start != start
        or not before.positions
    ):
        return found
    both = replace(
        before, others=(replace(found, positions=under(found.positions, before.positions)), *found.others)
    )
    another = _AFTER_ANOTHER.search(text, max(0, start - 3), start)
    return _with_the_one_before(both, text, count) if another else both  # A，B，C表示
