"""Frames without a cue: a name before a colon, as in transcripts (石磨镇村民 张三：…), or before a dash."""

import re

from tuiexplorer.attribution.attributed import Kind
from tuiexplorer.attribution.frames.cues import Cue
from tuiexplorer.attribution.frames.frame import Frame
from tuiexplorer.attribution.passages.paragraph import Paragraph
from tuiexplorer.attribution.people.people import People
from tuiexplorer.attribution.statements.turns import is_reporter, is_seated
from tuiexplorer.attribution.subjects.cards import introduced
from tuiexplorer.attribution.subjects.subject import Certainty, Subject
from tuiexplorer.layout.scripts import SOUND_BITE
from tuiexplorer.lexicon import grammar

_HONOUR = "(?:[^，。；：“”！？]{0,20}“[^，。；：“”！？]{2,20}”)?"  # “最美护士”|王芳：…
_LABEL = re.compile(
    f"[ ]*(?P<heard>{SOUND_BITE})?(?P<who>(?:[^，。；：“”！？]{{2,30}}，)?{_HONOUR}"
    r"[^，。；：“”！？]{2,60}+)(?:：(?=[^ ]| *$)|(?(heard)$|(?!)))"
)
_HEARD = re.compile(f"[ ]*{SOUND_BITE}")
_APART = re.compile(
    "[ ]*(?:【(?P<bracketed>[^【】。：“”]{4,40})】[ ：]*|(?P<barred>[^，。；：“”！？丨|｜]{4,60}?) *[丨|｜] *)(?=[^ ])"
)
_APART_BY = re.compile("[】丨|｜]")
_LONGEST_APART = 80
"""Within how many characters one of these closes what is set apart."""
_SIGNED = re.compile("[ ]*“.*”(?P<dash> *—— *)(?P<who>[^，。；：“”！？—]{4,60}?) *")
_DASHED = re.compile("[ ]*(?P<who>[^，。；：“”！？—]{4,60})——(?=“)")
_NICK = re.compile("[@＠](?P<name>[^ @＠]{1,20})")  # @清水河边的柿子：…


def labelled(paragraph: Paragraph, frames: list[Frame], people: People) -> list[Frame]:
    """The frames of a paragraph; where someone with a title stands before a colon at its head, all of it is his.

    河口大桥总工程师 罗大山：老书记提到，…: whom he tells of does not speak here.
    """
    found = _label(paragraph, people) or _set_apart(paragraph, people) or _beside_dash(paragraph, people)
    if found is None or not frames:
        return [found] if found else frames
    within = frames[0].cue.start > found.cue.end and not paragraph.text.startswith("“", found.cue.end + 1)
    if not within or not (found.subject.positions or people.positions(found.subject.speaker)):
        return frames
    own = (frame for frame in frames if frame.sentence > found.cue.end)
    return [found, *(frame for frame in own if frame.subject.speaker == found.subject.speaker)]


def _label(paragraph: Paragraph, people: People) -> Frame | None:
    """A paragraph that names its speaker before a colon, as in transcripts (石磨镇村民 张三：…)."""
    text = paragraph.text
    match = _LABEL.match(text) if "：" in text or _HEARD.match(text) else None
    if match is None or match.end() <= paragraph.floor:  # a dateline names no speaker
        return None
    start, end = match.span("who")
    if nick := _NICK.fullmatch(match["who"]):
        name = Subject(nick["name"], Kind.NAMED, (), start + nick.start("name"))
        return Frame(Cue(end, end, "", "："), name, start, start, None)
    subject = _met(match["who"], start, people) or introduced(paragraph.text, start, end, people.count)
    if subject and subject.speaker == match["who"].strip() and _is_voice(paragraph, subject, match.end()):
        return Frame(Cue(end, end, "", "："), subject, start, start, None)
    if subject is None or subject.kind is not Kind.NAMED:
        return None
    quoted = (
        paragraph.quote_at(match.end()) is not None and subject.certainty >= Certainty.LIKELY
    )  # 罗大山：“…。”
    if subject.certainty < Certainty.SURE and not quoted and not people.positions(subject.speaker):
        return None
    told = subject.mention in ("full", "bare") or (is_seated(subject) and _speaks(paragraph, match.end()))
    if not told or is_reporter(subject):
        return None
    return Frame(Cue(end, end, "", "："), subject, start, start, None)


def _set_apart(paragraph: Paragraph, people: People) -> Frame | None:
    """A title and a name in brackets or before a bar at the head of his words: 【石磨镇村民张三】路修好了。."""
    head = paragraph.skip(0, " ")
    near = _APART_BY.search(paragraph.text, head, head + _LONGEST_APART)
    match = _APART.match(paragraph.text) if near else None
    if match is None or match.end() <= paragraph.floor or not _speaks(paragraph, match.end()):
        return None
    start, end = match.span("bracketed") if match["bracketed"] else match.span("barred")
    subject = _titled(paragraph, start, end, people)
    # But 【输电工|程开工】 is a headline.
    if subject is None or not (" " in paragraph.text[start:end] or subject.positions[0].agency):
        return None
    return Frame(Cue(match.end(), match.end(), "", "："), subject, start, start, None)


def _beside_dash(paragraph: Paragraph, people: People) -> Frame | None:
    """A title and a name, a dash, and what he says, or the same turned round: 石磨镇村民张三——“…。”."""
    text = paragraph.text
    match = (_DASHED.match(text) or _SIGNED.fullmatch(text)) if "——" in text else None
    if match is None or match.start("who") < paragraph.floor:
        return None
    start, end = match.span("who")
    quote = (
        paragraph.quote_at(match.end())
        if match.re is _DASHED
        else paragraph.quote_ending(match.start("dash"))
    )
    subject = _titled(paragraph, start, end, people)
    if quote is None or subject is None or not paragraph.is_utterance(quote):
        return None
    run = paragraph.run_before(quote)
    at = max(quote.end, end)
    return Frame(
        Cue(at, at, "", "。"),
        subject,
        start,
        run[0].start if run else min(start, quote.start),
        quote,
        run=run,
    )


def _titled(paragraph: Paragraph, start: int, end: int, people: People) -> Subject | None:
    """A person whose title and name are all that stands between ``start`` and ``end``."""
    subject = introduced(paragraph.text, start, end, people.count)
    if subject is None or subject.kind is not Kind.NAMED or is_reporter(subject) or subject.start != start:
        return None
    held = all(position.post for position in subject.positions) and bool(subject.positions)
    return subject if held and subject.mention == "full" and subject.certainty >= Certainty.SURE else None


def _met(name: str, start: int, people: People) -> Subject | None:
    """Someone whom the article has with a title elsewhere, where the name alone could be read as a body: 李晓方."""
    known = people.is_titled(name) or ("·" in name and people.positions(name))
    return Subject(name, Kind.NAMED, (), start, "bare", Certainty.SURE) if known else None


_FEW_WORDS = 8


def _speaks(paragraph: Paragraph, words: int) -> bool:
    """Whether what stands behind the colon is said: it is longer than an entry of a form, and closes as a sentence."""
    closed = paragraph.text.rstrip(" ”")[-1:] in ("。", "！", "？", "…", ".")
    return closed and len(paragraph.text) - words > _FEW_WORDS


def _is_voice(paragraph: Paragraph, subject: Subject, words: int) -> bool:
    """Whether someone of whom only this is told speaks before the colon, and it is no entry of a form (业主：…)."""
    unnamed = subject.kind in (Kind.ANONYMOUS, Kind.COLLECTIVE)
    return unnamed and _speaks(paragraph, words) and subject.speaker in grammar.word_set("posts", "voices")
