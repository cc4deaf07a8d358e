"""Attribution: the statements of a document, from its paragraphs.

Paragraph by paragraph: quotations are found, then cues with their subjects (frames); each is given its speaker and
its words. Quotations go on over paragraphs. A long document is looked through in windows of an article's size, so
that the cost grows with its length and not with its square.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tuiexplorer.attribution.attributed import Attributed, Kind, Position, Reading
from tuiexplorer.attribution.content import Stretch, content_of, trim
from tuiexplorer.attribution.frames import Frame, find_frames
from tuiexplorer.attribution.items import find_items, right_below
from tuiexplorer.attribution.leading import (
    asked_person,
    body_named,
    leading_body,
    leading_group,
    leading_person,
)
from tuiexplorer.attribution.memory import Memory, Who, is_later_mention
from tuiexplorer.attribution.paragraph import Paragraph
from tuiexplorer.attribution.people import People
from tuiexplorer.attribution.quotes import Quote, normalise
from tuiexplorer.attribution.reach import Reach, Run, reach_of
from tuiexplorer.attribution.subject import Subject
from tuiexplorer.attribution.turns import Turn, find_turns
from tuiexplorer.attribution.uncued import beside, has_own_speaker, is_shown, labelled
from tuiexplorer.language import N_
from tuiexplorer.layout import Block, BlockKind
from tuiexplorer.lexicon import grammar
from tuiexplorer.reading import Span

# 新华社北京11月2日电（记者…） 本报讯 央视网消息（新闻联播）：
DATELINE = re.compile(
    r" *(?:[（【]?[^，。；：“”]{0,30}?(?:讯|电|消息|报道)[】）]?(?: *（[^（）]{0,60}）)?(?:(?<=）) *[：:]?| *[：:]| +"
    r"|(?<=\d日电)(?![话视影商力器子网台动池信报梯缆磁脑机竞源压量费价])|(?<=本报讯)))"
)
# 10.以军称…；: an item of a table of contents is a headline, and headlines hold no statements.
_LIST_ITEM = re.compile(
    r" *(?:\d{1,3}[.．、]|（\d{1,3}）)(?:[^。]{0,100}；|[^，。]{0,60}。?) *(?:（[^。]*）)? *"
)
# 16.山方： and （1）民调： stand over a line that ends in a semicolon as the other items do.
_ITEM_BEGUN = re.compile(r" *(?:\d{1,3}[.．、]|（\d{1,3}）)[^。；]{1,30}：")
_ITEM_ENDED = re.compile("[^。]{2,60}；")
# 一是…, 二是…, one a paragraph.
_COUNTING = re.compile("(?:第?[一二三四五六七八九])(?:是|，|要)")
# ——将水资源合作推向新高度。…, one a paragraph.
_DASHED = re.compile(" *——")
_COUNTED = re.compile(" *第?[二三四五六七八九](?:是|，|要)")
# 被问到夺冠的感受，|他说…: what stands before a pronoun that means the one of the paragraph above.
_ASKED_OF = re.compile("(?:被问|谈|说|提|聊|回忆|面对|对于|展望)[^，。：；“”]{1,24}，")
_LONG_QUOTE = 6
"""From this many characters on, a quotation that closes a sentence and has no speaker is reported."""
_FRONT = 12
"""Before this block stand what opens a document: its titles are told with its first paragraphs."""
_MOST_UNMARKED = 6
"""Over how many paragraphs a quotation may run that do not open with a mark of their own."""
_WINDOW = 40_000
"""How many characters of a document are looked through together for names: a long article."""


def attribute(blocks: Sequence[Block]) -> Reading:
    """The statements of a document, in the order of their cues."""
    people = People()
    memory = Memory(people)
    statements: list[Attributed] = []
    unattributed: list[Span] = []
    headed, headlined = right_below(blocks), right_below(blocks, level=1)
    for window in _windows(blocks):
        reader = _Reader(blocks, window, people, memory, headed, headlined)
        statements += reader.read()
        unattributed += reader.unattributed
    return Reading(tuple(statements), tuple(unattributed))


def _windows(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The numbers of the paragraphs, in windows; one ends before a heading where it can."""
    window: list[int] = []
    size = 0
    for number, block in enumerate(blocks):
        if window and (size > 2 * _WINDOW or (size > _WINDOW and block.kind is BlockKind.HEADING)):
            yield window
            window, size = [], 0
        if block.kind is BlockKind.PARAGRAPH:
            window.append(number)
            size += len(block.text)
    if window:
        yield window


_TOLD_IN = (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HEADING, BlockKind.CAPTION)


def _beside(blocks: Sequence[Block], numbers: Sequence[int]) -> str:
    """The titles, headings and captions around the paragraphs of a window, in normal form."""
    last = numbers[-1] + 1 if numbers else 0
    first = numbers[0] if numbers and numbers[0] > _FRONT else 0
    return "\n".join(normalise([block.text for block in blocks[first:last] if block.kind in _TOLD_IN]))


class _Draft(Struct):
    """A statement while its words are still being gathered."""

    who: tuple[Who, ...]
    cue: str
    attribution: tuple[Span, ...]
    parts: list[tuple[int, Stretch]]
    """Paragraph and stretch of each part of the content."""
    doubt: str | None = None


class _Reader:
    """Reads paragraph after paragraph, and remembers what is still open."""

    def __init__(
        self,
        blocks: Sequence[Block],
        numbers: Sequence[int],
        people: People,
        memory: Memory,
        headed: Container[int],
        headlined: Iterable[int],
    ) -> None:
        self._blocks = blocks
        texts = [blocks[number].text for number in numbers]
        normal = normalise(texts)
        self._paragraphs = {
            number: Paragraph(text, DATELINE) for number, text in zip(numbers, normal, strict=True)
        }
        self._people, self._memory = people, memory
        whole = "\n".join(normal)
        people.look_at(whole, _beside(blocks, numbers))
        self._headed = headed
        """The paragraphs right below a heading."""
        self._items = find_items(headlined, self._paragraphs)
        self._written = _AsWritten(whole, "\n".join(texts))
        self._drafts: list[_Draft] = []
        self.unattributed: list[Span] = []
        self._speaking: _Draft | None = None
        """The draft whose quotation the next paragraph may go on with."""
        self._turn: _Draft | None = None
        """The turn of a transcript that the next paragraph may go on with."""
        self._alone = False
        """Whether who speaks in it stands on a line of his own: then all below is his, whoever is quoted in it."""
        self._open: list[tuple[int, Stretch]] = []
        """Quotations without a closing mark whose speaker is still to come."""

    def read(self) -> list[Attributed]:
        """The statements of the window."""
        turns = find_turns(self._paragraphs, self._people)
        for number, paragraph in self._paragraphs.items():
            if number in self._headed:
                self._turn = None
                self._memory.pause()
            if number in self._items:
                self._memory.forget()
                self._people.look_at_item(self._items[number])
            if turn := turns.get(number):
                self._open_turn(number, paragraph, turn)
            elif self._is_inside(number, paragraph):
                continue
            elif self._turn and (self._alone or self._is_of_turn(number, paragraph, turns)):
                self._turn.parts.append((number, (0, len(paragraph.text))))
            else:
                self._turn = None
                self._paragraph(number, paragraph)
        self._give_up()
        return [one for draft in self._drafts for one in self._finish(draft)]

    def _open_turn(self, number: int, paragraph: Paragraph, turn: Turn) -> None:
        """Begin a turn of a transcript: a statement, or a reporter's question, which is none."""
        self._give_up()
        who = self._memory.resolve(turn.subject) if turn.subject else None
        words = (turn.words, len(paragraph.text))
        spans = self._blocks[number].spans(0, turn.words)
        if turn.answers and who is None:
            self.unattributed += self._blocks[number].spans(*words)
        draft = _Draft((who,) if who else (), "", spans, [(number, words)])
        self._turn, self._alone, self._speaking = draft if who or turn.alone else None, turn.alone, None
        self._drafts.append(draft)

    def _is_of_turn(self, number: int, paragraph: Paragraph, turns: Mapping[int, Turn]) -> bool:
        """Whether a paragraph goes on with the turn above it: nobody speaks in it, or others, before the next turn."""
        frames = find_frames(paragraph, self._people)
        if not frames:
            return True
        speaking = [who.speaker for who in self._turn.who] if self._turn else []
        told = any(frame.subject.speaker in speaking or frame.quote for frame in frames)
        later = next((later for later in turns if later > number), None)
        return (
            later is not None
            and not told
            and not any(at in self._headed for at in range(number + 1, later + 1))
        )

    def _is_inside(self, number: int, paragraph: Paragraph) -> bool:
        """Give a paragraph to the quotation above, which was not closed, where its closing mark is still to come."""
        draft = self._speaking
        if draft is None or not draft.parts or number in self._headed or not self._is_unfinished(draft):
            return False
        end = paragraph.text.find("”")
        if not self._closes_below(number) or (end >= 0 and not paragraph.is_blank(end, marks="”。 ")):
            return False
        draft.parts.append((number, (0, end if end >= 0 else len(paragraph.text))))
        return True

    def _closes_below(self, number: int) -> bool:
        """Whether the next quotation mark, in a paragraph or not far below it, is a closing one."""
        for below in range(number, number + _MOST_UNMARKED):
            text = self._paragraphs[below].text if below in self._paragraphs else ""
            if below in self._headed or "“" in text[: text.find("”")]:
                return False
            if "”" in text:
                return True
        return False

    def _paragraph(self, number: int, paragraph: Paragraph) -> None:
        if _LIST_ITEM.fullmatch(paragraph.text) or self._is_item_begun_above(number, paragraph):
            return
        frames = labelled(paragraph, find_frames(paragraph, self._people), self._people)
        if unsaid := _untaken(paragraph, frames, self._people):
            frames += beside(paragraph, unsaid, tuple(frames), self._people)
            frames.sort(key=lambda frame: frame.cue.start)
        if not frames and self._counts_on(number, paragraph):
            return
        going_on = self._go_on(number, paragraph, frames)
        if paragraph.text.strip():
            self._speaking = None if frames else going_on
        for place, frame in enumerate(frames):
            met = self._met_before(number, frame, frames[place - 1] if place else None)
            self._state(number, paragraph, met, frames[place + 1 :], going_on)
        self._report(number, paragraph)

    def _is_item_begun_above(self, number: int, paragraph: Paragraph) -> bool:
        """Whether it is the rest of an item of a table of contents that broke after its colon."""
        above = self._paragraphs.get(self._before(number)) if _ITEM_ENDED.fullmatch(paragraph.text) else None
        return above is not None and _ITEM_BEGUN.fullmatch(above.text) is not None

    def _counts_on(self, number: int, paragraph: Paragraph) -> bool:
        """Give a paragraph to the statement before it: 二是… to one that ends in 一是…, 第一，… and 要… to any."""
        last = self._drafts[-1].parts[-1] if self._drafts and self._drafts[-1].parts else None
        first = grammar.opening("speech", "paragraphs").match(paragraph.text, paragraph.skip(0, " "))
        dashed = _DASHED.match(paragraph.text)
        counts = first or dashed or _COUNTED.match(paragraph.text)
        if not last or not counts or last[0] != self._before(number):
            return False
        if not self._paragraphs[last[0]].is_blank(last[1][1], marks="。； "):
            return False
        above = self._paragraphs[last[0]].text
        if dashed and not _DASHED.match(above, last[1][0]):
            return False
        if not first and not dashed and not _COUNTING.search(above, *last[1]):
            return False
        self._drafts[-1].parts.append((number, (0, len(paragraph.text))))
        return True

    def _before(self, number: int) -> int:
        """The number of the paragraph with words before another; -1 where a heading comes between."""
        for before in range(number - 1, -1, -1):
            block = self._blocks[before]
            if block.kind is BlockKind.HEADING:
                return -1
            if before in self._paragraphs and block.text.strip():
                return before
        return -1

    def _go_on(self, number: int, paragraph: Paragraph, frames: list[Frame]) -> _Draft | None:
        """Give the quotation at the head of a paragraph to the statement that it goes on with, and return that."""
        lead = paragraph.quote_at(paragraph.skip(0, " "))
        draft = self._speaking
        if lead is None or not paragraph.is_utterance(lead):
            self._give_up()
            if draft is None or draft.parts or frames or not paragraph.text.strip():
                return None
            if paragraph.text.rstrip()[-1] not in "。！？；：…”）":
                return None  # a heading of two lines: 工程师王芳：, and under it what she stands for
            # 发言人指出： and what he says in a paragraph of its own, without quotation marks.
            draft.parts.append((number, (0, len(paragraph.text))))
            draft.doubt = N_("words without quotation marks after a colon that ends a paragraph")
            return draft
        taken = next((frame for frame in frames if frame.quote and frame.quote.end <= lead.end), None)
        if taken is None and (self._open or (draft is None and not lead.closed)):
            self._open.append((number, lead.inner))
            if lead.closed:
                self._give_up()
            return None
        if draft is None or (taken and not (_same(draft, taken) and self._is_unfinished(draft))):
            return None
        if taken is None and not self._is_unfinished(draft):
            draft.doubt = N_("a quotation without an attribution of its own, given to who spoke before it")
        draft.parts.append((number, lead.inner))
        if taken is None and not frames:
            more = (quote for quote in paragraph.quotes[1:] if paragraph.is_utterance(quote))
            draft.parts += [(number, quote.inner) for quote in more]
        return draft

    def _is_unfinished(self, draft: _Draft) -> bool:
        """Whether the last quotation of a draft lacks its closing mark, or is still to come after a colon."""
        if not draft.parts:
            return True
        number, (_, end) = draft.parts[-1]
        return not self._paragraphs[number].text.startswith("”", end)

    def _state(
        self,
        number: int,
        paragraph: Paragraph,
        frame: Frame,
        after: Sequence[Frame],
        going_on: _Draft | None,
    ) -> None:
        """Make a statement of a frame, before those ``after`` it, or add to the one that its quotation belongs to."""
        if frame.subject.speaker in grammar.word_set("subjects", "reporters"):
            return
        subjects = (frame.subject, *frame.subject.others)
        who = tuple(one for subject in subjects if (one := self._memory.resolve(subject)))
        if not who:
            return
        ends_at = (one.sentence for one in after if not self._is_hollow(one))
        reach = reach_of(frame, who[0], next(ends_at, len(paragraph.text)), self._people)
        stretches = content_of(paragraph, frame, reach)
        if frame.subject.mention == "elided" and _tells_of_himself(paragraph, who[0], stretches):
            return
        parts = [(number, stretch) for stretch in stretches]
        if going_on and frame.quote and frame.quote.inner == going_on.parts[-1][1]:
            going_on.parts[-1:] = parts or going_on.parts[-1:]
            self._speaking = going_on
            return
        if self._open and frame.quote and frame.quote.start == paragraph.skip(0, " "):
            parts = self._open + parts
        self._open = []
        ends = paragraph.is_blank(frame.cue.end, marks=" ：")
        if not parts and not ends:
            return
        spans = self._blocks[number].spans(frame.subject.start, frame.cue.end)
        doubt = (
            N_("a quotation beside someone who is not said to speak")
            if not frame.cue.word and (frame.quote or frame.cue.mark == "。")
            else None
        )
        draft = _Draft(who, frame.cue.word, spans, parts, doubt)
        self._drafts.append(draft)
        if ends or _ends_quoted(paragraph, stretches):
            self._speaking = draft

    def _is_hollow(self, frame: Frame) -> bool:
        """Whether no one speaks in ``frame``, so that words before it may run on over it: 群众积极|提出建议."""
        act = not frame.cue.mark or frame.cue.word == "提出"
        return act and self._memory.knows_nobody(frame.subject)

    def _met_before(self, number: int, frame: Frame, before: Frame | None) -> Frame:
        """``frame``, with the one whom its subject (他, 这位老人) may mean remembered as the last one met."""
        subject = frame.subject
        called = subject.mention == "again" and subject.speaker.endswith(grammar.words("subjects", "called"))
        found = (called or is_later_mention(subject)) and self._look_back(
            self._paragraphs[number], frame, before
        )
        if not found and before is None and subject.mention == "pronoun":
            self._look_above(number, frame)
        if called and subject.positions and not found:
            return replace(frame, subject=replace(subject, mention="full"))
        return frame

    def _look_back(self, paragraph: Paragraph, frame: Frame, before: Frame | None) -> bool:
        """Make the one with whom a sentence before a frame in its paragraph begins the last one met."""
        nearest = before.cue.end if before else paragraph.floor
        at = frame.clause
        while at > nearest:
            start = max(paragraph.sentence_start(at - 1), nearest)
            if before and start == nearest:
                return False  # the rest of what was said before
            told = paragraph.quote_at(start) is None  # who is named in a quotation does not speak it
            if told and (met := self._leading(frame.subject, paragraph.text, start, at)):
                self._memory.resolve(met)
                return True
            at = start
        return False

    def _look_above(self, number: int, frame: Frame) -> None:
        """Make the one with whom the paragraph above begins the last one met, where nobody speaks in it.

        Only for who speaks right at the head of a paragraph: further on, it may have told of someone else.
        """
        head = self._paragraphs[number].skip(0, " ")
        above = self._paragraphs.get(self._before(number))
        at_head = head in (frame.subject.start, frame.quote.start if frame.quote else -1)
        asked = _ASKED_OF.fullmatch(self._paragraphs[number].text, head, frame.subject.start)
        at_head = at_head or asked is not None
        if not at_head or above is None or find_frames(above, self._people):
            return
        met = self._leading(frame.subject, above.text, 0, len(above.text))
        if met and (met.mention == "full" or self._people.positions(met.speaker)):
            self._memory.resolve(met)

    def _leading(self, mention: Subject, text: str, start: int, end: int) -> Subject | None:
        """The one with whom a sentence begins, of the sort that a later mention can mean."""
        if mention.kind is Kind.INSTITUTION:
            body = leading_body(text, start, end)
            if body and body.kind is Kind.INSTITUTION and not is_later_mention(body):
                return body
            return body_named(text, start, end, mention.speaker.removeprefix("该").removeprefix("上述"))
        if mention.kind is Kind.NAMED and (asked := asked_person(text, start, end, self._people)):
            return asked
        find = leading_group if mention.speaker.endswith("们") else leading_person
        return find(text, start, end, self._people)

    def _report(self, number: int, paragraph: Paragraph) -> None:
        """Remember the long quotations of a paragraph that nobody was found for."""
        spoken = paragraph.utterances()
        if not spoken:
            return
        found = [stretch for draft in self._drafts for place, stretch in draft.parts if place == number]
        found += [stretch for place, stretch in self._open if place == number]
        for quote in spoken:
            start, end = quote.inner
            told = any(first <= start < last for first, last in found)
            long = end - start >= _LONG_QUOTE and paragraph.text[end - 1] in "。！？"
            if not told and long and not is_shown(paragraph, quote):
                self.unattributed += self._blocks[number].spans(start, end)

    def _give_up(self) -> None:
        """No one was found for the open quotations."""
        for number, (start, end) in self._open:
            self.unattributed += self._blocks[number].spans(start, end)
        self._open = []

    def _finish(self, draft: _Draft) -> list[Attributed]:
        parts = trim([(self._paragraphs[number].text, stretch) for number, stretch in draft.parts])
        placed = [(number, stretch) for (number, _), stretch in zip(draft.parts, parts, strict=False)]
        if not placed:
            return []
        written = self._written
        return [
            Attributed(
                speaker=written(who.speaker),
                kind=who.kind,
                positions=tuple(Position(written(one.agency), written(one.post)) for one in who.positions),
                cue=written(draft.cue),
                content="".join(self._blocks[number].text[start:end] for number, (start, end) in placed),
                spans=tuple(
                    span for number, (start, end) in placed for span in self._blocks[number].spans(start, end)
                ),
                attribution=draft.attribution,
                blocks=tuple(dict.fromkeys(number for number, _ in placed)),
                doubt=who.doubt or draft.doubt,
            )
            for who in draft.who
        ]


class _AsWritten:
    """Words of the normal text as the article writes them (traditional script, ASCII punctuation)."""

    def __init__(self, normal: str, text: str) -> None:
        self._normal, self._text = normal, text
        self._same = normal == text

    def __call__(self, words: str) -> str:
        at = -1 if self._same or not words else self._normal.find(words)
        return words if at < 0 else self._text[at : at + len(words)]


def _untaken(paragraph: Paragraph, frames: Sequence[Frame], people: People) -> list[Quote]:
    """The utterances of a paragraph that no frame may take."""
    spoken = paragraph.utterances()
    if not spoken:
        return spoken
    taken = {frame.quote.start for frame in frames if frame.quote}
    for place, frame in enumerate(frames):
        if any(quote.start not in taken for quote in spoken):
            limit = frames[place + 1].sentence if place + 1 < len(frames) else len(paragraph.text)
            reach = Reach(max(limit, frame.cue.end), Run.LONG, ())
            for start, end in content_of(paragraph, frame, reach):
                taken.update(
                    quote.start
                    for quote in spoken
                    if start - 1 <= quote.start < end
                    and not _has_own_colon(paragraph, frame, quote)
                    and not has_own_speaker(paragraph, frame, quote, people)
                )
    return [quote for quote in spoken if quote.start not in taken]


def _has_own_colon(paragraph: Paragraph, frame: Frame, quote: Quote) -> bool:
    """Whether a later sentence than that of a frame leads up to a quotation: …。对此，王芳印象深刻：“…。”."""
    colon = quote.start - 1
    return paragraph.text[colon : quote.start] == "：" and paragraph.sentence_start(colon) >= frame.cue.end


def _tells_of_himself(paragraph: Paragraph, who: Who, stretches: Sequence[Stretch]) -> bool:
    """Whether words without a subject before them begin with the very name they would be given to: 来信称|高明无错."""
    named = who.kind is Kind.NAMED and len(who.speaker) > 1 and bool(stretches)
    return named and paragraph.text.startswith(who.speaker, stretches[0][0])


def _same(draft: _Draft, frame: Frame) -> bool:
    return frame.subject.mention in ("pronoun", "again") or frame.subject.speaker == draft.who[0].speaker


def _ends_quoted(paragraph: Paragraph, stretches: list[Stretch]) -> bool:
    """Whether a paragraph ends in the last of the stretches, and that is a quotation."""
    if not stretches:
        return False
    start, end = stretches[-1]
    return paragraph.text[start - 1 : start] == "“" and paragraph.is_blank(end, marks="”。 ")
