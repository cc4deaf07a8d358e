"""Voices: those who are named apart from what they say, which then is all theirs.

On a line of their own before a dash or a colon, several of them, who speak for themselves below it:

人大代表、云岭集团首席专家高明——
给老机器装上“大脑”
报告让我更有底气了。…

The same on a line under each heading, without a mark (extracts of speeches).

On a card over their words (罗平 石磨镇村医, as a heading or under a picture); or under their words, behind a dash:

“日子更有奔头了。”
——石磨镇村民张三
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from tuiexplorer.attribution.attributed import Kind
from tuiexplorer.attribution.frames.frame_finding import find_frames
from tuiexplorer.attribution.passages.paragraph import Paragraph
from tuiexplorer.attribution.passages.window import Window
from tuiexplorer.attribution.people.people import People
from tuiexplorer.attribution.statements.content import Stretch
from tuiexplorer.attribution.statements.turns import is_reporter, is_seated
from tuiexplorer.attribution.subjects.cards import card, introduced
from tuiexplorer.attribution.subjects.finding import find_subject
from tuiexplorer.attribution.subjects.subject import Certainty, Subject
from tuiexplorer.attribution.words.titles import has_head
from tuiexplorer.layout import BlockKind

_LINE = re.compile("(?P<who>[^。；：“”！？]{4,60}?)(?:——|--|—|：) *")
_SIGNATURE = re.compile(" *(?:——|--|—) *(?P<who>[^。；：“”！？—]{4,60}?) *")
_FOREIGN = re.compile("[·A-Za-z]")
_LEAST = 2
"""So many of them make an article of voices, and no fewer."""
_I = re.compile("[我咱俺](?![国省市县区军方])")
_QUOTED = re.compile("“[^“”]*”")
_WHOLE = re.compile(" *“[^”]+” *(?:“[^”]+” *)*")
_CARD_KINDS = (BlockKind.HEADING, BlockKind.SLOGAN, BlockKind.CAPTION)
_CARD_LINES = 2
_LONGEST_CARD = 40
_LONGEST_ALONE = 16
"""... and where no other card tells that it is one."""
_MARKS = re.compile(r"^[^\w“]+")


class Voice(Struct, frozen=True):
    """Someone who is named apart from his words, and the paragraphs that are all his."""

    subject: Subject
    words: tuple[int, ...]
    named_in: int | None
    """The paragraph that names him; None where a heading or a caption does."""


def find_voices(window: Window, people: People, turns: Collection[int] = ()) -> dict[int, Voice]:
    """The voices by the paragraph at which they are heard: the one that names who speaks, else the first of his.

    Where there are ``turns``, those of a transcript, who stands before a colon is seen to.
    """
    on_lines = _on_lines(window, people, ("—", "--") if turns else ("—", "--", "："))
    return {**on_lines, **_signed(window, people), **_on_cards(window, people)}


def _on_lines(window: Window, people: People, marks: tuple[str, ...]) -> dict[int, Voice]:
    """Those who are named on a line before one of ``marks``; none where the article is not made of them."""
    paragraphs = window.paragraphs
    named = {
        number: subject
        for number, paragraph in paragraphs.items()
        if paragraph.text.rstrip(" ").endswith(marks) and (subject := _named(_LINE, paragraph, people))
    }
    named = named or _under_headings(window, people)
    if len(named) < _LEAST:
        return {}
    voices: dict[int, Voice] = {}
    for number, subject in named.items():
        below = [at for at in _below(window, number, under_slogan=True) if at != number]
        if words := tuple(takewhile(lambda at: at not in named, below)):
            voices[number] = Voice(subject, words, number)
    for_themselves = sum(_speaks_for_himself(voice, window) for voice in voices.values())
    told = any(_is_told_of(voice, window) for voice in voices.values())
    return {} if len(voices) < _LEAST or told or 2 * for_themselves <= len(voices) else voices


def _under_headings(window: Window, people: People) -> dict[int, Subject]:
    """Those who are named by post and name on a line under each heading: extracts of speeches (发言摘编)."""
    return {
        number: subject
        for number, paragraph in window.paragraphs.items()
        if number in window.headed and (subject := _on_its_own(paragraph.text, people))
    }


def _on_its_own(text: str, people: People) -> Subject | None:
    """Who is named by name and post, where nothing else stands in a line."""
    text = text.strip(" ")
    if not 4 < len(text) <= _LONGEST_CARD or _STOPPED.search(text):
        return None
    found = card(text, 0, len(text)) or find_subject(text, 0, len(text), people.count)
    return found if found and _is_sure(found) and not found.start and text.endswith(found.speaker) else None


_STOPPED = re.compile("[。！？；：，“”]")


def _named(pattern: re.Pattern[str], paragraph: Paragraph, people: People) -> Subject | None:
    """Who is named beside a dash and nothing else with him, by title and name."""
    match = pattern.fullmatch(paragraph.text)
    if match is None or not _may_be_titled(match["who"]):
        return None
    found = introduced(paragraph.text, *match.span("who"), people.count)
    return found if found and _is_sure(found) else None


def _may_be_titled(words: str) -> bool:
    """Whether a post ends within ``words``, or a foreign name may stand there: it spares most lines the long look."""
    return has_head(words) or _FOREIGN.search(words) is not None


def _is_sure(found: Subject) -> bool:
    told = found.kind is Kind.NAMED and (found.mention == "full" or is_seated(found)) and not found.others
    held = bool(found.positions) and all(position.post for position in found.positions)
    return told and held and found.certainty >= Certainty.SURE and not is_reporter(found)


def _below(window: Window, number: int, *, under_slogan: bool = False) -> Iterator[int]:
    """The paragraphs from one on, up to a heading; the first one may stand ``under_slogan``."""
    found = False
    for below, paragraph in window.paragraphs.items():
        if below < number or not paragraph.text.strip():
            continue
        if below > number and below in window.headed and (found or not under_slogan):
            return
        found = found or below > number
        yield below


def _speaks_for_himself(voice: Voice, window: Window) -> bool:
    """Whether he says 我, or is one of those who sit together and have the word in turn."""
    said = (window.paragraphs[number].text for number in voice.words)
    return is_seated(voice.subject) or any(map(_says_i, said))


def _is_told_of(voice: Voice, window: Window) -> bool:
    """Whether his words have his own name, or stand in quotation marks beside what is no one's."""
    texts = [window.paragraphs[number].text for number in voice.words]
    quoted = texts[0].lstrip(" ").startswith("“") and not all(map(_WHOLE.fullmatch, texts))
    return quoted or any(voice.subject.speaker in text for text in texts)


def _says_i(text: str) -> bool:
    return _I.search(text) is not None and _I.search(_QUOTED.sub("", text)) is not None


def _signed(window: Window, people: People) -> dict[int, Voice]:
    """Those who are named behind a dash under what is theirs: a quotation, or, where several are, a paragraph."""
    signed = {
        number: subject
        for number, paragraph in window.paragraphs.items()
        if paragraph.text.lstrip(" ").startswith(("—", "--"))
        and (subject := _named(_SIGNATURE, paragraph, people))
    }
    voices: dict[int, Voice] = {}
    for number, subject in signed.items():
        words = _quotation_above(window, number)
        above = window.before(number)
        if not words and len(signed) >= _LEAST and above >= 0 and above not in signed:
            words = () if find_frames(window.paragraphs[above], people) else (above,)
        if words := words or _section_above(window, number, people):
            voices[number] = Voice(subject, words, number)
    return voices


def _section_above(window: Window, number: int, people: People) -> tuple[int, ...]:
    """The paragraphs above one that closes a section with a heading of its own, where its author says 我 in it."""
    after = next((below for below in window.paragraphs if below > number), None)
    if after is not None and after not in window.headed:
        return ()
    found: list[int] = []
    above = window.before(number)
    while above >= 0:
        found.insert(0, above)
        if find_frames(window.paragraphs[above], people):
            return ()
        if above in window.headed:
            said = any(_says_i(window.paragraphs[one].text) for one in found)
            return tuple(found) if said else ()
        above = window.before(above)
    return ()


def _quotation_above(window: Window, number: int) -> tuple[int, ...]:
    """The paragraphs right above one that are a quotation and nothing else; none where there is no such."""
    found: list[int] = []
    above = window.before(number)
    if above < 0 or not window.paragraphs[above].text.rstrip(" ").endswith("”"):
        return ()
    while above >= 0:
        text = window.paragraphs[above].text.strip(" ")
        found.insert(0, above)
        if text.startswith("“"):
            whole = _WHOLE.fullmatch(text) is not None or len(found) > 1
            return tuple(found) if whole else ()
        above = window.before(above)
    return ()


def words_of(paragraph: Paragraph) -> list[Stretch]:
    """What a paragraph says that is someone's as a whole: without the marks, where all of it is quoted."""
    text = paragraph.text
    if _WHOLE.fullmatch(text):
        return [quote.inner for quote in paragraph.quotes]
    if text.lstrip(" ").startswith("“") and "”" not in text:
        return [paragraph.quotes[0].inner]
    end = text.rstrip(" ").removesuffix("”") if "“" not in text else text
    return [(0, len(end))]


def _on_cards(window: Window, people: People) -> dict[int, Voice]:
    """Those whose name and post are the heading over their words, or stand under their picture over a quotation."""
    heads = [
        number for number in window.paragraphs if number and window.blocks[number - 1].kind in _CARD_KINDS
    ]
    firsthand = [number for number in heads if _is_firsthand(window.paragraphs[number].text)]
    cards = _cards(window, firsthand, people)
    if cards:  # others may stand over words without 我
        cards |= _cards(window, [number for number in heads if number not in firsthand], people)
    several = len(cards) >= _LEAST and _is_made_of(cards, window)
    voices: dict[int, Voice] = {}
    for number, subject in cards.items():
        if several or _is_told_alone(window, number):
            his: list[int] = []
            for below in _below(window, number):
                if (his and below in cards) or not _is_his(window, below, people, sure=several and not his):
                    break
                his.append(below)
            if his:
                voices[number] = Voice(subject, tuple(his), None)
    return voices


def _cards(window: Window, numbers: Sequence[int], people: People) -> dict[int, Subject]:
    return {number: subject for number in numbers if (subject := _on_card(window, number, people))}


def _is_firsthand(text: str) -> bool:
    """Whether a paragraph says 我, or is nothing but a quotation."""
    return _says_i(text) or _WHOLE.fullmatch(text) is not None


def _is_told_alone(window: Window, number: int) -> bool:
    """Whether a card is one without another: the name stands apart in a short one, or all below is quoted."""
    text = _lines_above(window, number)
    quoted = _WHOLE.fullmatch(window.paragraphs[number].text) is not None
    return quoted or (len(text) <= _LONGEST_ALONE and card(text, 0, len(text)) is not None)


def _lines_above(window: Window, number: int) -> str:
    """What stands right above a paragraph as a heading and its slogan, or as a caption, as one line."""
    above = window.blocks[max(0, number - _CARD_LINES) : number]
    heads = [*takewhile(lambda block: block.kind in _CARD_KINDS, reversed(above))]
    return _MARKS.sub("", " ".join(" ".join(block.text.split()) for block in reversed(heads)))


def _on_card(window: Window, number: int, people: People) -> Subject | None:
    """Whom the lines right above a paragraph name, by name and post and nothing else."""
    text = _lines_above(window, number)
    if not 4 < len(text) <= _LONGEST_CARD:
        return None
    pictured = window.blocks[number - 1].kind is BlockKind.CAPTION
    if pictured and not _WHOLE.fullmatch(window.paragraphs[number].text):
        return None
    if found := card(text, 0, len(text)):
        return found
    found = find_subject(text, 0, len(text), people.count)
    return found if found and _is_sure(found) and not found.start and text.endswith(found.speaker) else None


def _is_made_of(cards: dict[int, Subject], window: Window) -> bool:
    """Whether those on cards speak for themselves: most say 我 or are quoted whole, and nobody tells of them."""
    texts = {number: window.paragraphs[number].text for number in cards}
    if any(subject.speaker in texts[number] for number, subject in cards.items()):
        return False
    return 2 * sum(map(_is_firsthand, texts.values())) > len(cards)


def _is_his(window: Window, number: int, people: People, *, sure: bool) -> bool:
    """Whether a paragraph under a card is his on it: all is quoted, or nobody is said to speak and he says 我.

    Right under one of several cards (``sure``) he need not.
    """
    paragraph = window.paragraphs[number]
    if _WHOLE.fullmatch(paragraph.text):
        return True
    return (sure or _says_i(paragraph.text)) and not find_frames(paragraph, people)
