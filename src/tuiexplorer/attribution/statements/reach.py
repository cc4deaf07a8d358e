"""How far the words of an attribution may reach: talks run on over several sentences, bulletins hardly do."""

from enum import Enum

from msgspec import Struct

from tuiexplorer.attribution.attributed import Kind
from tuiexplorer.attribution.frames.frame import Frame
from tuiexplorer.attribution.passages.paragraph import Paragraph
from tuiexplorer.attribution.people.memory import Who
from tuiexplorer.attribution.people.people import People
from tuiexplorer.attribution.words.bodies import state_at_start
from tuiexplorer.attribution.words.names import NameForm, family_name, name_form
from tuiexplorer.attribution.words.posts import follows_names
from tuiexplorer.lexicon import grammar


class Run(Enum):
    """How readily indirect speech goes on past its first sentence."""

    SHORT = "only over sentences that are plainly a continuation"
    EVEN = "over sentences that read as speech"
    WHOLE = "to the end, unless the speaker is named again"
    LONG = "until a sentence that is plainly the reporter's"


class Reach(Struct, frozen=True, gc=False):
    """How far the words of an attribution may reach."""

    limit: int
    """Where the next attribution begins."""
    run: Run
    names: tuple[str, ...]
    """How the reporter calls the speaker: a sentence that begins so is the reporter's."""
    full: tuple[str, ...] = ()
    """The full names of a person: a sentence with one at its second clause is the reporter's too."""
    person: str = ""
    """The name of a person: nobody tells of himself by it (在李强的号召下，…)."""
    side: str = ""
    """The country that a person speaks for: a sentence on what it wants is still his (埃及支持…)."""
    forecast: bool = False
    """Whether it is a forecast: what the weather will be is still part of it."""
    own: str = ""
    """The speaker's country in one character: what its forces did is still part of his bulletin (俄军还…)."""
    people: People | None = None
    """Who is known in the article: a sentence that begins with another of them is the reporter's."""


def reach_of(frame: Frame, who: Who, paragraph: Paragraph, after: Frame | None, people: People) -> Reach:
    """How far the words that ``who`` says in ``frame`` may reach, at most to where the frame ``after`` it begins."""
    listed = after is not None and _is_next_of_list(paragraph, frame, after)
    limit = len(paragraph.text) if after is None else after.clause if listed else after.sentence
    person = who.kind is Kind.NAMED
    names = tuple(_called(frame, who))
    state = state_at_start(who.positions[0].agency) if who.positions else ""
    return Reach(
        limit=max(limit, frame.cue.end),
        run=Run.LONG if listed else _run(frame, who),
        names=names,
        full=tuple(name for name in names if len(name) > 1) if person else (),
        person=who.speaker if person and len(who.speaker) > 1 else "",
        side=state if person and len(state) > 1 else "",
        forecast=_is_forecast(frame, who),
        own=state[:1],
        people=people,
    )


def _is_next_of_list(paragraph: Paragraph, frame: Frame, after: Frame) -> bool:
    """Whether speakers are listed with semicolons between: 罗代表认为，…。山村变美了；|何代表认为，…."""
    begins = after.clause == after.subject.start and after.sentence > frame.cue.end
    return begins and after.quote is None and paragraph.text[after.clause - 1 : after.clause] == "；"


def _called(frame: Frame, who: Who) -> set[str]:
    """All that the reporter may call a speaker."""
    names = {who.speaker, frame.subject.speaker}
    if who.kind is Kind.NAMED:
        posts = {one.post for one in who.positions if one.post}
        names |= posts & grammar.word_set("subjects", "offices_of_one")
        names |= {who.speaker[0] + post for post in posts}  # 马|厂长
        names.add(family_name(who.speaker))
    if who.kind is Kind.ANONYMOUS:
        names |= {one.agency + "方面" for one in who.positions if one.agency}
    return names - {""}


def _is_forecast(frame: Frame, who: Who) -> bool:
    """Whether those who watch the weather foretell it."""
    body = who.kind is Kind.INSTITUTION and "气象" in who.speaker
    return body and frame.cue.word.endswith(("预计", "预测", "预报", "表示", "介绍", "称", "说"))


def _has_title_only(who: Who) -> bool:
    """Whether a speaker is known in this article by 高明山主席 only: it tells of him and does not report on him."""
    return len(who.positions) == 1 and not who.positions[0].agency and follows_names(who.positions[0].post)


def _is_told_of_by_title(frame: Frame, who: Who) -> bool:
    """Whether the sentence names a speaker by name and title (高明山主席强调), and he is no official of a body here."""
    of_body = any(one.agency for one in who.positions) and not any(
        follows_names(one.post) for one in who.positions
    )
    return frame.subject.mention == "title-after" and not of_body


def _is_department(who: Who) -> bool:
    """Whether a department of the country speaks, which explains at length: 国家税务总局表示，…."""
    at_home = state_at_start(who.speaker) in ("", "中国")
    return who.kind is Kind.INSTITUTION and at_home and who.speaker.endswith(("部", "委", "局", "署", "银行"))


def _speaks_for_body(who: Who) -> bool:
    """Whether someone unnamed speaks for a body at home, and explains: 民政部有关负责人, but 当地|官员, 海国|官员."""
    agency = next((one.agency for one in who.positions if one.agency), "")
    if who.kind is not Kind.ANONYMOUS or not agency:
        return False
    return who.speaker[-2:] != "官员" or (agency != "当地" and state_at_start(agency) in ("", "中国"))


def _run(frame: Frame, who: Who) -> Run:
    """How far indirect speech runs: talks (李强表示，…, of someone known) long, bulletins (…称，…) short."""
    if not frame.cue.word:  # 财政厅厅长李四：…, where all of the paragraph is his
        labels = frame.cue.mark == "：" and frame.sentence == frame.subject.start == frame.clause
        return Run.WHOLE if labels and who.positions else Run.LONG
    if frame.cue.word in grammar.word_set("cues", "in_full") and who.kind is Kind.INSTITUTION:
        return Run.WHOLE
    if frame.cue.word == "提出" and not frame.cue.mark:
        return Run.SHORT
    going_on = frame.subject.start == frame.cue.start
    if frame.cue.demand == "certain" and (going_on or who.kind is Kind.INSTITUTION or _is_abroad(who)):
        return Run.SHORT  # 县长高明听取汇报，要求…; 水利部要求各地…
    crowd = who.kind is Kind.COLLECTIVE and frame.cue.demand
    if frame.cue.word == "看来" and not crowd and _is_at_home(who):
        return Run.EVEN
    if crowd or frame.cue.word.endswith(("称", "看来", "报道说")):
        return Run.SHORT
    if (_is_told_of_by_title(frame, who) or _has_title_only(who)) and not frame.holds_forth:
        return Run.EVEN
    if (
        _speaks_for_body(who)
        or frame.cue.word.endswith(grammar.words("cues", "lasting"))
        or frame.holds_forth
        or _is_department(who)
    ):
        return Run.LONG
    again = frame.subject.mention in ("bare", "pronoun", "again")
    return Run.LONG if again or _is_at_home(who) else Run.EVEN


def _is_abroad(who: Who) -> bool:
    """Whether someone holds a post of another state."""
    return any(state_at_start(one.agency) not in ("", "中国") for one in who.positions)


def _is_at_home(who: Who) -> bool:
    """Whether someone with a post that is no other state's speaks, and no foreigner: the paragraph is mostly his."""
    named = who.kind is Kind.NAMED and name_form(who.speaker) is not NameForm.FOREIGN
    return named and bool(who.positions) and not _is_abroad(who)
