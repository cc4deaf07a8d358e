"""Frames: a cue with its subject, and the quotation before it where there is one."""

import re
from dataclasses import dataclass, replace
from functools import cache

from tuiexplorer.attribution.attributed import Kind
from tuiexplorer.attribution.cues import Cue, find_cues
from tuiexplorer.attribution.finding import find_subject
from tuiexplorer.attribution.people import leading_person
from tuiexplorer.attribution.quotes import Quote
from tuiexplorer.attribution.subject import Count, Subject
from tuiexplorer.lexicon import grammar

_CLAUSE_START = re.compile(r"[，。；！？：”\n…](?=[^，。；！？：”\n…]*$)")
_SENTENCE_END = re.compile(r"[。！？\n]")


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution: someone, a cue, and where its words may stand."""

    cue: Cue
    subject: Subject
    clause: int
    """Where the clause of the cue begins."""
    sentence: int
    """Where the sentence (or the quotation before the subject) begins: what comes before is not of this frame."""
    quote: Quote | None
    """The quotation that ends right before the subject."""


def is_utterance(normal: str, quote: Quote) -> bool:
    """Whether a quotation is words spoken rather than a slogan or a term: it closes a sentence, or is long."""
    start, end = quote.inner
    inner = normal[start:end].rstrip()
    return bool(inner) and (inner[-1] in "。！？…，；" or not quote.closed or len(inner) >= 25)


def sentence_start(normal: str, at: int, quoted: list[Quote], floor: int = 0) -> int:
    """Where the sentence that holds ``at`` begins, quotations passed over whole."""
    position = at
    while position > floor:
        inside = next((quote for quote in quoted if quote.start < position <= quote.end), None)
        if inside:
            if inside.end == position and normal[position - 2] in "。！？…" and inside.closed:
                return position
            position = inside.start
            continue
        if normal[position - 1] in "。！？\n":
            return position
        position -= 1
    return floor


def find_frames(normal: str, quoted: list[Quote], floor: int, count: Count) -> list[Frame]:
    """Every attribution of a paragraph whose cue stands outside quotation marks, in order."""
    frames: list[Frame] = []
    for cue in find_cues(normal):
        if cue.start < floor or any(quote.start < cue.start < quote.end for quote in quoted):
            continue
        if normal.rfind("《", 0, cue.start) > normal.rfind("》", 0, cue.start):
            continue
        frame = _frame(normal, quoted, cue, floor, count)
        if frame:
            frames.append(frame)
    return frames


_LABEL = re.compile(r"[ ]*(?P<who>[^，。；：“”！？、（]{2,30})：(?=[^ ])")


def label(normal: str, count: Count) -> Frame | None:
    """A paragraph that names its speaker before a colon, as in transcripts (石磨镇村民 张三：…)."""
    match = _LABEL.match(normal)
    if match is None:
        return None
    start, end = match.span("who")
    subject = find_subject(normal, start, end, count)
    if (
        subject is None
        or subject.mention not in ("full", "bare")
        or subject.certainty < 4
        or subject.kind is not Kind.NAMED
    ):
        return None
    return Frame(Cue(end, end, "", "："), subject, start, start, None)


def _clause_start(normal: str, at: int, floor: int) -> int:
    depth = 0
    for position in range(at - 1, floor - 1, -1):
        character = normal[position]
        if character == "）":
            depth += 1
        elif character == "（":
            depth = max(0, depth - 1)
        elif depth == 0 and character in "，。；！？：”\n":
            if character == "”" and position + 1 < at and not _closes_utterance(normal, position):
                continue
            return position + 1
    return floor


def _closes_utterance(normal: str, position: int) -> bool:
    opening = normal.rfind("“", 0, position)
    return is_utterance(normal, Quote(opening, position + 1, closed=True)) or (
        opening <= 0 or normal[opening - 1] in "。！？\n：，"
    )


def _frame(normal: str, quoted: list[Quote], cue: Cue, floor: int, count: Count) -> Frame | None:
    clause = _clause_start(normal, cue.start, floor)
    before = normal[clause : cue.start]
    if _is_paper(before) or before.startswith(("针对", "关于", "对于")):
        return None
    start = sentence_start(normal, cue.start, quoted, floor)
    subject = find_subject(normal, clause, cue.start, count)
    governs = cue.mark in ("，", "：", "“")
    if subject is None and _PRONOUN.match(normal, clause):
        subject = Subject(normal[clause], Kind.NAMED, (), clause, "pronoun")
    if subject is None and (governs or _quote_before(normal, quoted, clause)):
        subject = leading_person(normal, clause, cue.start, count)
    if subject is None or subject.mention == "elided":
        lead = leading_person(normal, start, cue.start, count)
        if lead and (governs or subject):
            subject = replace(
                lead,
                start=subject.start if subject else cue.start,
                mention="elided" if subject else lead.mention,
            )
        elif subject is None or (not governs and not before):
            return None
    quote = _quote_before(normal, quoted, subject.start) or _quote_before(normal, quoted, clause)
    if (cue.mark == "。" or cue.demand == "quote") and quote is None:
        return None
    if cue.demand == "certain" and not _beyond_doubt(subject, before):
        return None
    if quote:
        start = min(start, quote.start)
    return Frame(cue, subject, clause, start, quote)


def _beyond_doubt(subject: Subject, before: str) -> bool:
    """Whether the subject is a person for sure: named in full, or going on from the clause before (…；要求…)."""
    return not before if subject.mention == "elided" else subject.certainty >= 5


def _quote_before(normal: str, quoted: list[Quote], at: int) -> Quote | None:
    """The utterance whose closing mark stands right before ``at``, a comma between them allowed."""
    before = normal[:at].rstrip(" ，—")
    quote = next((quote for quote in quoted if quote.closed and quote.end == len(before)), None)
    if quote is None:
        return None
    start, end = quote.inner
    opened = normal[quote.start - 1] if quote.start else "\n"
    if is_utterance(normal, quote) or (opened in "。！？\n ：" and end - start >= 2):
        return quote
    return None


_PRONOUN = re.compile(r"[他她](?![们的])")
_ISSUING = re.compile(r"(?:发布|发表|公布|发出|作出|发来|举行|召开|出席|参加|主持|在)[^，的]{0,24}$")


@cache
def _paper_at_end() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(grammar.words("cues", "papers")) + r")$")


def _is_paper(clause: str) -> bool:
    """Whether a document or a meeting would be the speaker; who issues one speaks for himself (发表声明说)."""
    if _ISSUING.search(clause):
        return False
    return bool(_paper_at_end().search(clause.rstrip(" 还也并则再次明确曾中里上")))
