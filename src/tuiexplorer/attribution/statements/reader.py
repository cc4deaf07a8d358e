"""Reading a window, paragraph after paragraph: what is said there, and what goes on from one to the next."""

import re
from collections.abc import Mapping, Sequence

from tuiexplorer.attribution.attributed import Attributed, Kind
from tuiexplorer.attribution.frames.frame import Frame, Setting
from tuiexplorer.attribution.frames.frame_finding import find_frames, is_asked
from tuiexplorer.attribution.frames.leading import circumstances
from tuiexplorer.attribution.frames.unheard import Unheard, unheard
from tuiexplorer.attribution.passages.paragraph import Paragraph
from tuiexplorer.attribution.passages.window import Window
from tuiexplorer.attribution.people.memory import Memory, Who
from tuiexplorer.attribution.people.people import People
from tuiexplorer.attribution.statements.content import Stretch, content_of
from tuiexplorer.attribution.statements.drafts import Draft, ends_quoted, finished, goes_on_in
from tuiexplorer.attribution.statements.earlier import Earlier
from tuiexplorer.attribution.statements.labels import labelled
from tuiexplorer.attribution.statements.overlooked import Overlooked
from tuiexplorer.attribution.statements.reach import reach_of
from tuiexplorer.attribution.statements.turns import Turn, find_turns
from tuiexplorer.attribution.statements.uncued import beside, is_shown
from tuiexplorer.attribution.statements.untaken import untaken
from tuiexplorer.attribution.statements.voices import Voice, find_voices, words_of
from tuiexplorer.language import N_
from tuiexplorer.lexicon import grammar
from tuiexplorer.reading import Span

# 一是…, 二是…, one a paragraph.
_COUNTING = re.compile("(?:第?[一二三四五六七八九])(?:是|，|要)")
# ——将水资源合作推向新高度。…, one a paragraph.
_DASHED = re.compile(" *——")
_COUNTED = re.compile(" *第?[二三四五六七八九](?:是|，|要)")
_HE = re.compile("[他她其该这]|大家")
_LONG_QUOTE = 6
"""From this many characters on, a quotation that closes a sentence and has no speaker is reported."""


class Reader:
    """Reads paragraph after paragraph, and remembers what is still open."""

    def __init__(self, window: Window, people: People, memory: Memory) -> None:
        self._window, self._people, self._memory = window, people, memory
        self._earlier = Earlier(window, people, memory)
        people.look_at(window.text, window.beside)
        self._drafts: list[Draft] = []
        self.unattributed: list[Span] = []
        """Quotations that nobody was found for."""
        self._overlooked = Overlooked(window)
        self._speaking: Draft | None = None
        """The draft whose quotation the next paragraph may go on with."""
        self._turn: Draft | None = None
        """The turn of a transcript that the next paragraph may go on with."""
        self._alone = False
        """Whether who speaks in it stands on a line of his own: then all below is his, whoever is quoted in it."""
        self._open: list[tuple[int, Stretch]] = []
        """Quotations without a closing mark whose speaker is still to come."""

    def read(self) -> list[Attributed]:
        """The statements of the window."""
        turns = find_turns(self._window.paragraphs, self._people)
        voices = find_voices(self._window, self._people, turns)
        taken = {number for voice in voices.values() for number in voice.words}
        for number, paragraph in self._window.paragraphs.items():
            if number in taken and number not in voices:
                continue
            if number in self._window.headed:
                self._turn = None
                self._memory.pause()
            if number in self._window.items:
                self._memory.forget()
                self._people.look_at_item(self._window.items[number])
            if voice := voices.get(number):
                self._hear(voice)
            elif turn := turns.get(number):
                self._open_turn(number, paragraph, turn)
            elif self._is_inside(number, paragraph):
                continue
            elif self._turn and (self._alone or self._is_of_turn(number, paragraph, turns)):
                self._turn.parts.append((number, (0, len(paragraph.text))))
            else:
                self._turn = None
                self._paragraph(number, paragraph)
        self._give_up()
        return [one for draft in self._drafts for one in finished(draft, self._window)]

    def _hear(self, voice: Voice) -> None:
        """Give all that is his to who is named apart from it."""
        self._give_up()
        who = self._memory.resolve(voice.subject)
        parts = [
            (number, stretch)
            for number in voice.words
            for stretch in words_of(self._window.paragraphs[number])
        ]
        named = voice.named_in
        spans = (
            () if named is None else self._window.blocks[named].spans(0, len(self._window.blocks[named].text))
        )
        if who:
            self._drafts.append(Draft((who,), "", spans, parts))
        self._turn = self._speaking = None

    def _open_turn(self, number: int, paragraph: Paragraph, turn: Turn) -> None:
        """Begin a turn of a transcript: a statement, or a reporter's question, which is none."""
        self._give_up()
        who = self._memory.resolve(turn.subject) if turn.subject else None
        words = (turn.words, len(paragraph.text))
        spans = self._window.blocks[number].spans(0, turn.words)
        if turn.answers and who is None:
            self.unattributed += self._window.blocks[number].spans(*words)
        draft = Draft((who,) if who else (), "", spans, [(number, words)])
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
            and not any(at in self._window.headed for at in range(number + 1, later + 1))
        )

    def _is_inside(self, number: int, paragraph: Paragraph) -> bool:
        """Give a paragraph to the quotation above, which was not closed, where its closing mark is still to come."""
        draft = self._speaking
        if (
            draft is None
            or not draft.parts
            or number in self._window.headed
            or not self._is_unfinished(draft)
        ):
            return False
        end = paragraph.text.find("”")
        if not self._window.closes_below(number) or (end >= 0 and not paragraph.is_blank(end, marks="”。 ")):
            return False
        draft.parts.append((number, (0, end if end >= 0 else len(paragraph.text))))
        return True

    def _paragraph(self, number: int, paragraph: Paragraph) -> None:
        if self._window.is_listed(number, paragraph):
            return
        left: list[Unheard] = []
        frames = labelled(paragraph, find_frames(paragraph, self._people, left), self._people)
        if left:
            self._overlooked.note(number, left)
        frames = [] if self._is_under_label(frames) else frames
        if unsaid := untaken(paragraph, frames, self._people):
            frames += beside(paragraph, unsaid, tuple(frames), self._people)
            frames.sort(key=lambda frame: frame.cue.start)
        if not frames and self._counts_on(number, paragraph):
            return
        if not (self._speaking or self._open or frames):
            self._take_up(number, paragraph)
        going_on = self._go_on(number, paragraph, frames)
        if paragraph.text.strip():
            self._speaking = None if frames else going_on
        for place, frame in enumerate(frames):
            met = self._earlier.meet(number, frame, frames[place - 1] if place else None)
            self._state(number, paragraph, met, frames[place + 1 :], going_on)
        self._report(number, paragraph)

    def _is_under_label(self, frames: Sequence[Frame]) -> bool:
        """Whether a label alone on the line above tells whose words they are, and others only speak within them."""
        draft = self._speaking
        if draft is None or draft.parts or draft.cue or not frames:
            return False
        own = {who.speaker for who in draft.who}
        return not any(
            frame.quote or frame.cue.mark == "：" or frame.subject.speaker in own for frame in frames
        ) and all(frame.subject.mention in ("full", "title-after") for frame in frames)

    def _counts_on(self, number: int, paragraph: Paragraph) -> bool:
        """Give a paragraph to the statement before it: 二是… to one that ends in 一是…, 第一，… and 要… to any."""
        last = self._drafts[-1].parts[-1] if self._drafts and self._drafts[-1].parts else None
        if last is None or last[0] != self._window.before(number):
            return False
        first = grammar.opening("speech", "paragraphs").match(paragraph.text, paragraph.skip(0, " "))
        dashed = _DASHED.match(paragraph.text)
        if not (first or dashed or _COUNTED.match(paragraph.text)):
            return False
        if not self._window.paragraphs[last[0]].is_blank(last[1][1], marks="。； "):
            return False
        above = self._window.paragraphs[last[0]].text
        if dashed and not _DASHED.match(above, last[1][0]):
            return False
        if not first and not dashed and not _COUNTING.search(above, *last[1]):
            return False
        self._drafts[-1].parts.append((number, (0, len(paragraph.text))))
        return True

    def _go_on(self, number: int, paragraph: Paragraph, frames: list[Frame]) -> Draft | None:
        """Give the quotation at the head of a paragraph to the statement that it goes on with, and return that."""
        lead = paragraph.lead
        draft = self._speaking
        if lead is None or not paragraph.is_utterance(lead):
            self._give_up()
            if draft is None or draft.parts or frames or not paragraph.text.strip():
                return None
            if paragraph.text.rstrip()[-1] not in "。！？；：…”）":
                return None  # a heading of two lines: 工程师王芳：, and under it what she stands for
            # 发言人指出： and what he says in a paragraph of its own, without quotation marks.
            draft.parts.append((number, (0, len(paragraph.text))))
            draft.doubt = N_("unquoted words after a colon that ends a paragraph")
            return draft
        taken = next(
            (frame for frame in frames if frame.first_quote and frame.first_quote.end <= lead.end), None
        )
        if taken is None and (self._open or (draft is None and not lead.closed)):
            self._open.append((number, lead.inner))
            if lead.closed:
                self._give_up()
            return None
        if taken is None and is_asked(paragraph, lead):
            return None
        if draft is None or (taken and not (goes_on_in(draft, taken) and self._is_unfinished(draft))):
            return None
        if taken is None and not self._is_unfinished(draft):
            draft.doubt = N_("a quotation on its own, given to who spoke before it")
        draft.parts.append((number, lead.inner))
        if taken is None and not frames:
            more = (quote for quote in paragraph.quotes[1:] if paragraph.is_utterance(quote))
            draft.parts += [(number, quote.inner) for quote in more]
        return draft

    def _take_up(self, number: int, paragraph: Paragraph) -> None:
        """Let a paragraph that is nothing but a quotation go on with the statement that ends the one above."""
        lead = paragraph.lead
        draft = self._drafts[-1] if self._drafts and self._drafts[-1].parts else None
        if draft is None or lead is None or not lead.closed or not paragraph.is_blank(lead.end):
            return
        above, (_, end) = draft.parts[-1]
        named = len(draft.who) == 1 and draft.who[0].kind is Kind.NAMED and bool(draft.cue)
        ends = self._window.paragraphs[above].is_blank(end, marks="。！？”… ")
        if named and ends and above == self._window.before(number) and number not in self._window.headed:
            self._speaking = draft
            draft.doubt = N_("a quotation on its own, given to who spoke before it")

    def _is_unfinished(self, draft: Draft) -> bool:
        """Whether the last quotation of a draft lacks its closing mark, or is still to come after a colon."""
        if not draft.parts:
            return True
        number, (_, end) = draft.parts[-1]
        return not self._window.paragraphs[number].text.startswith("”", end)

    def _state(
        self,
        number: int,
        paragraph: Paragraph,
        frame: Frame,
        after: Sequence[Frame],
        going_on: Draft | None,
    ) -> None:
        """Make a statement of a frame, before those ``after`` it, or add to the one that its quotation belongs to."""
        who = self._who_speaks(frame)
        if not who or _is_of_others(paragraph, frame, who[0]):
            self._miss(number, paragraph, frame)
            return
        after_this = next((one for one in after if not self._is_hollow(one)), None)
        reach = reach_of(frame, who[0], paragraph, after_this, self._people)
        stretches = content_of(paragraph, frame, reach)
        if frame.subject.mention == "elided" and _tells_of_himself(paragraph, who[0], stretches):
            return
        parts = [(number, stretch) for stretch in stretches]
        if going_on and frame.quote and frame.quote.inner == going_on.parts[-1][1]:
            going_on.parts[-1:] = parts or going_on.parts[-1:]
            self._speaking = going_on
            return
        if self._open and frame.first_quote and frame.first_quote.start == paragraph.skip(0, " "):
            parts = self._open + parts
        self._open = []
        ends = paragraph.is_blank(frame.cue.end, marks=" ：")
        if not parts and not ends:
            return
        spans = self._window.blocks[number].spans(frame.subject.start, frame.cue.end)
        draft = Draft(who, frame.cue.word, spans, parts, _doubt_of(frame))
        self._drafts.append(draft)
        if ends or ends_quoted(paragraph, stretches):
            self._speaking = draft

    def _who_speaks(self, frame: Frame) -> tuple[Who, ...]:
        """Those who speak in ``frame``, remembered; nobody where it is the reporter, or someone who is not known."""
        if frame.subject.speaker in grammar.word_set("subjects", "reporters"):
            return ()
        subjects = (frame.subject, *frame.subject.others)
        return tuple(one for subject in subjects if (one := self._memory.resolve(subject)))

    def _miss(self, number: int, paragraph: Paragraph, frame: Frame) -> None:
        """Remember that nobody is known who speaks in ``frame``, unless it is the reporter."""
        if frame.subject.speaker in grammar.word_set("subjects", "reporters"):
            return
        found = unheard(Setting(paragraph, frame.cue, frame.clause, frame.sentence), frame.subject)
        if found:
            self._overlooked.note(number, (found,))

    def _is_hollow(self, frame: Frame) -> bool:
        """Whether no one speaks in ``frame``, so that words before it may run on over it: 群众积极|提出建议."""
        act = not frame.cue.mark or frame.cue.word == "提出"
        return act and self._memory.knows_nobody(frame.subject)

    def _report(self, number: int, paragraph: Paragraph) -> None:
        """Remember the long quotations of a paragraph that nobody was found for."""
        spoken = paragraph.utterances
        if not spoken:
            return
        found = [stretch for draft in self._drafts for place, stretch in draft.parts if place == number]
        found += [stretch for place, stretch in self._open if place == number]
        found.sort(reverse=True)
        reached = 0
        for quote in spoken:
            start, end = quote.inner
            while found and found[-1][0] <= start:
                reached = max(reached, found.pop()[1])
            told = start < reached
            long = end - start >= _LONG_QUOTE and paragraph.text[end - 1] in "。！？"
            if not told and long and not is_shown(paragraph, quote):
                self.unattributed += self._window.blocks[number].spans(start, end)

    def overlooked(self) -> tuple[list[Span], list[Span]]:
        """What plainly is said and what perhaps is, without anyone who says it, when all is read."""
        return self._overlooked.left(self._drafts)

    def _give_up(self) -> None:
        """No one was found for the open quotations."""
        for number, (start, end) in self._open:
            self.unattributed += self._window.blocks[number].spans(start, end)
        self._open = []


def _is_of_others(paragraph: Paragraph, frame: Frame, who: Who) -> bool:
    """Whether someone who is not read begins the sentence of a cue that has no subject of its own.

    Then it does not go on with who spoke in a paragraph above: 外方代表看好前景，|表示愿深化合作.
    """
    if frame.subject.mention != "elided" or frame.subject.speaker or frame.sentence >= frame.clause:
        return False
    text = paragraph.text
    if circumstances().fullmatch(text, frame.sentence, frame.clause):
        return False
    before = text[: frame.cue.start]
    return not _HE.search(before) and not any(name in before for name in who.speaker.split("·"))


def _doubt_of(frame: Frame) -> str | None:
    """Why it is uncertain that someone speaks in a frame, if it is."""
    beside = not frame.cue.word and (frame.quote or frame.cue.mark == "。")
    return N_("a quotation beside someone who is not said to speak") if beside else None


def _tells_of_himself(paragraph: Paragraph, who: Who, stretches: Sequence[Stretch]) -> bool:
    """Whether words without a subject before them begin with the very name they would be given to: 来信称|高明无错."""
    named = who.kind is Kind.NAMED and len(who.speaker) > 1 and bool(stretches)
    return named and paragraph.text.startswith(who.speaker, stretches[0][0])
