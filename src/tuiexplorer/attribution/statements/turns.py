"""Turns of a transcript: who speaks stands before a colon, and all up to the next turn is what he says."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.passages.paragraph import Paragraph
from tuiexplorer.attribution.people.people import People
from tuiexplorer.attribution.subjects.cards import introduced
from tuiexplorer.attribution.subjects.finding import find_subject
from tuiexplorer.attribution.subjects.subject import Certainty, Subject
from tuiexplorer.attribution.words.bodies import is_body
from tuiexplorer.attribution.words.names import NameForm, is_chinese, name_form
from tuiexplorer.layout.scripts import SOUND_BITE
from tuiexplorer.lexicon import grammar

_OPENER = re.compile(
    f"[ ]*(?:{SOUND_BITE})?" + r"[ \[【]*(?P<who>(?![\d（])[^，。；：“”！？\[\]【】]{1,40}?)[ \]】]*：[ ]*"
)
# 记者：…; but not 网格员小杜告诉记者：“…”
_ASKS = re.compile(r"(?:(?<!告诉)(?<![对向跟与和给同])记者|^问|^提问|^Q)$")
_ANSWERS = re.compile(r"^(?:答|回答|A)$")
# 省住建厅厅长何立平|接受了本报记者专访, 教育部有关负责人|就有关问题回答了记者提问
_INTERVIEWED = re.compile(
    r"(?:就[^，。]{1,40})?(?:日前|近日)?(?:接受|回答|做客|作客|走进|答)[^，。]{0,20}(?:专访|采访|访谈|提问|记者问|直播间)"
    r"|主持[^，。]{0,8}(?:记者会|发布会)|(?P<holds>举行)[^，。]{0,8}记者会(?=[^。]{0,40}记者(?:问|提问))"
    r"|(?P<responds>回应|表示|指出|强调|对此)"  # 外交部发言人高明|回应称
)
# 新华社记者24日专访了|国家粮食储备局负责人; ——专访|国家粮食储备局负责人
_INTERVIEWS = re.compile(
    "(?:记者[^，。：；“”]{0,12}|——|^)(?:专访|采访|独家对话|对话|连线)了?(?P<who>[^，。；：“”]{4,40})(?=[，。]|$)"
)
_LEAST = 3
"""So many turns make a transcript, and no fewer."""


class Turn(Struct, frozen=True):
    """What opens a turn in a paragraph."""

    subject: Subject | None
    """Who speaks; None where it is a reporter who asks."""
    words: int
    """Where the words begin in the paragraph."""
    alone: bool
    """Whether no word follows the colon: all words stand in the paragraphs below."""
    answers: bool = False
    """Whether it opens with 答, which does not name who speaks."""


def find_turns(paragraphs: Mapping[int, Paragraph], people: People) -> dict[int, Turn]:
    """The turns by the number of the paragraph that opens them; none where the article is no transcript.

    It is one where reporters' questions stand between the answers, or where who speaks stands on a line of his own,
    and does so again. 问 and 答 at the head of a paragraph are turns wherever they stand.
    """
    openers = {
        number: opener
        for number, paragraph in paragraphs.items()
        if "：" in paragraph.text and (opener := _OPENER.match(paragraph.text)) is not None
    }
    marked = {
        number: opener
        for number, opener in openers.items()
        if len(opener["who"]) <= 2 and (_ASKS.search(opener["who"]) or _ANSWERS.search(opener["who"]))
    }
    asked = any(_ASKS.search(opener["who"]) for opener in openers.values())
    if len(openers) < _LEAST or not (asked or sum(map(_is_alone, openers.values())) > 1):
        openers = marked  # no transcript, whoever the others name
    turns = {
        number: turn for number, opener in openers.items() if (turn := _turn(opener, people)) is not None
    }
    alone = [turn.subject.speaker for turn in turns.values() if turn.subject and turn.alone]
    if len(turns) < _LEAST or not (asked or len(set(alone)) < len(alone)):
        turns = {number: turn for number, turn in turns.items() if number in marked}
    return dict(_answered(turns, paragraphs, people))


def _answered(
    turns: Mapping[int, Turn], paragraphs: Mapping[int, Paragraph], people: People
) -> Iterator[tuple[int, Turn]]:
    """The turns, those of 答 with the one who answered before, or who is said to be interviewed."""
    speaker: Subject | None = None
    for number, turn in turns.items():
        if turn.answers:
            speaker = speaker or _interviewed(number, paragraphs, people)
            yield number, replace(turn, subject=speaker)
        else:
            speaker = turn.subject or speaker
            yield number, turn


def _interviewed(before: int, paragraphs: Mapping[int, Paragraph], people: People) -> Subject | None:
    """The person who was interviewed, as a paragraph before the first answer says, or a headline."""
    for number, paragraph in paragraphs.items():
        if number >= before:
            break
        if found := _who_answers(paragraph, people):
            return found
    headlines = (_who_answers(Paragraph(line), people) for line in people.beside.splitlines())
    return next((found for found in headlines if found and found.kind is not Kind.INSTITUTION), None)


def _who_answers(paragraph: Paragraph, people: People) -> Subject | None:
    """The person of whom a paragraph says that he was interviewed, or holds a press conference."""
    for match in _INTERVIEWED.finditer(paragraph.text):
        clause = paragraph.clause_start(match.start())
        found = find_subject(paragraph.text, clause, match.start(), people.count)
        if match["responds"] and not (found and _is_spokesperson(found)):
            continue
        if found and found.kind is Kind.INSTITUTION and "记者会" in match.group():
            continue  # a ministry that holds a press conference does not answer there itself
        if found and found.mention in ("full", "bare", "title-after"):
            return found
    asked = _INTERVIEWS.search(paragraph.text)
    found = find_subject(paragraph.text, *asked.span("who"), people.count) if asked else None
    told = found is not None and found.kind in (Kind.NAMED, Kind.ANONYMOUS) and bool(found.positions)
    return found if asked and told and found and found.start == asked.start("who") else None


def _is_spokesperson(subject: Subject) -> bool:
    return any(position.post.endswith("发言人") for position in subject.positions)


def is_reporter(subject: Subject) -> bool:
    """Whether someone speaks for the paper or the station: 总台记者 高明：我现在就在大堤上，…."""
    return any(position.post in grammar.word_set("subjects", "reporting") for position in subject.positions)


def is_seated(subject: Subject) -> bool:
    """Whether someone is named as a member of a congress, with his seat behind his name: 罗大山委员：建议…."""
    seats = grammar.word_set("posts", "seats")
    return subject.mention == "title-after" and any(held.post in seats for held in subject.positions)


def _is_alone(opener: re.Match[str]) -> bool:
    """Whether what opens a turn is all of its paragraph."""
    return opener.end() == len(opener.string)


def _of_body(opener: re.Match[str]) -> Subject | None:
    """Body and name on a line of their own, without a post between: 云州省政府新闻办公室罗大山：…."""
    for length in (3, 2):
        body, name = opener["who"][:-length].rstrip(" "), opener["who"][-length:]
        if is_chinese(name) and len(body) > _LEAST and is_body(body):
            held = (Position(body, ""),)
            return Subject(name, Kind.NAMED, held, opener.start("who"), "full", Certainty.SURE)
    return None


def _turn(opener: re.Match[str], people: People) -> Turn | None:
    alone = _is_alone(opener)
    if _ASKS.search(opener["who"]):
        return Turn(None, opener.end(), alone)
    if _ANSWERS.search(opener["who"]):
        return Turn(None, opener.end(), alone, answers=True)
    subject = introduced(opener.string, *opener.span("who"), people.count)
    subject = subject or (_of_body(opener) if alone else None)
    if subject is None or subject.kind is Kind.COLLECTIVE or subject.mention not in ("full", "bare"):
        return None
    if is_reporter(subject):
        return Turn(None, opener.end(), alone)
    if subject.mention == "bare" and name_form(subject.speaker) >= NameForm.CHINESE:
        subject = replace(subject, certainty=max(subject.certainty, Certainty.LIKELY))
    return Turn(subject, opener.end(), alone)
