"""Whom a sentence or a clause tells to act, to feel, or to take the word, who need not be said to speak."""

import re
from functools import cache

from tuiexplorer.attribution.attributed import Kind
from tuiexplorer.attribution.frames.frame_finding import PRONOUN
from tuiexplorer.attribution.frames.leading import beginnings, leading_person
from tuiexplorer.attribution.passages.paragraph import Paragraph
from tuiexplorer.attribution.people.people import People
from tuiexplorer.attribution.statements.turns import is_reporter
from tuiexplorer.attribution.subjects.finding import find_subject
from tuiexplorer.attribution.subjects.running import name_length
from tuiexplorer.attribution.subjects.subject import Certainty, Subject
from tuiexplorer.attribution.words.name_ends import is_followed
from tuiexplorer.attribution.words.names import FAMILIAR, NameForm, is_chinese, name_form
from tuiexplorer.attribution.words.posts import head_at_end
from tuiexplorer.lexicon import grammar

_LONGEST_UNNAMED = 20
_TAKES = re.compile("(?:接过|拿起|拿过|抢过|接起)了?(?:话筒|麦克风|话头|话茬|话题)")
_MAKES = re.compile("[让令使]")
_WHOLE_NAME = 3
"""By its form alone only a name of three characters is one: one of two may be any two."""
_TO_WHOM = re.compile("[将把]$|[对向给跟](?:他们?的|她们?的)?$")  # 孩子们最想对|老师王芳说的话


def person_at(text: str, start: int, end: int, people: People) -> Subject | None:
    """The person with whom a sentence or clause begins, by name or by 他."""
    person = leading_person(text, start, end, people)
    if person is None and PRONOUN.match(text, start):
        return Subject(text[start], Kind.NAMED, (), start, "pronoun")
    if person is None and (this := _this_at(text, start, end, people)):
        return this
    if person is None and (his := _his().match(text, start)):
        return Subject(his["who"], Kind.NAMED, (), start, "pronoun")
    if person is None and (called := _called().match(text, start)):
        return find_subject(text, start, called.end(), people.count)
    if person is None or person.mention not in ("full", "bare", "title-after"):
        return None
    if _TO_WHOM.search(text, start, person.start) or _is_doubtful(person, people) or is_reporter(person):
        return None
    return _with_others(text, person, people)


def _with_others(text: str, person: Subject, people: People) -> Subject:
    """A person with those named in the same go: 村民王芳、|李明激动不已."""
    joint = text.find(person.speaker, person.start) + len(person.speaker)
    if text[joint : joint + 1] not in ("、", "和"):
        return person
    length = name_length(text, joint + 1, people.count)
    found = find_subject(text, person.start, joint + 1 + length, people.count) if length > 1 else None
    return found if found and found.speaker == person.speaker and found.others else person


@cache
def _his() -> re.Pattern[str]:
    """What of someone's is told of beside his words: 他的声音|有些沙哑."""
    return re.compile(f"(?P<who>[他她])的(?:{grammar.either('speech', 'of_him')})")


@cache
def _called() -> re.Pattern[str]:
    """Words for someone met before: 老人|伸手摸了摸树干."""
    called, at_work = (grammar.either("subjects", key) for key in ("called", "at_work"))
    follow = grammar.either("subjects", "follow")
    return re.compile(f"(?:(?:{called})(?![们的家院，。])|(?:{at_work})(?!，|。|的|为)(?={follow}))")


def _is_doubtful(person: Subject, people: People) -> bool:
    """Whether a person is one neither by the form of the name nor by an agency: 213户村民|领到."""
    if name_form(person.speaker) >= NameForm.FOREIGN or person.mention == "title-after":
        return False
    if person.mention == "bare":
        rare = person.speaker[0] in grammar.characters("names", "rare_told") | {"和"}  # 和春生, 云飞扬
        long = len(person.speaker) > _WHOLE_NAME  # 敖登其木格
        return person.speaker[0] not in FAMILIAR and not ((rare or long) and people.positions(person.speaker))
    return person.certainty < Certainty.SURE and not any(position.agency for position in person.positions)


def _this_at(text: str, start: int, end: int, people: People) -> Subject | None:
    """Someone met before who acts, called by what he is: 这位村支书|笑了."""
    if text[start : start + 2] not in ("这位", "这名"):
        return None
    for stop in range(start + 4, min(end, start + _LONGEST_UNNAMED)):
        if head_at_end(text[start:stop]) and is_followed(text, stop):
            found = find_subject(text, start, stop, people.count)
            return found if found and found.mention == "again" else None
    return None


def unnamed_at(text: str, start: int, end: int, people: People) -> Subject | None:
    """Someone without a name with whom a sentence begins, and who acts: 村里的老支书|当面泼冷水."""
    for stop in range(start + 2, min(end, start + _LONGEST_UNNAMED)):
        if text[stop - 1] == "，":
            return None
        if text[stop] != "的" and head_at_end(text[start:stop]) and is_followed(text, stop):
            found = find_subject(text, start, stop, people.count)
            if found and found.kind is Kind.ANONYMOUS and found.mention == "full":
                return found
    return None


def last_named(text: str, start: int, stop: int, people: People) -> Subject | None:
    """A name by its form alone in a sentence that ends with what its bearer feels: 平常腼腆的|林小满也难掩激动."""
    for begin in reversed(beginnings(text, start, stop)):
        length = name_length(text, begin, people.count)
        name = text[begin : begin + length]
        if length == _WHOLE_NAME and is_chinese(name) and is_followed(text, begin + length):
            return Subject(name, Kind.NAMED, people.positions(name), begin, "full", Certainty.LIKELY)
    return None


def taking_the_word(text: str, start: int, colon: int, people: People) -> Subject | None:
    """A name by its form before what only one who speaks does: 林小满|接过话筒：“…”."""
    takes = _TAKES.search(text, start, colon)
    name = text[start : takes.start()] if takes else ""
    formed = 2 <= len(name) <= _WHOLE_NAME and is_chinese(name)
    return (
        Subject(name, Kind.NAMED, people.positions(name), start, "full", Certainty.LIKELY) if formed else None
    )


def made_to_feel(paragraph: Paragraph, start: int, colon: int, people: People) -> Subject | None:
    """Whom the sentence before a colon tells to be moved by something: 夜校让|王芳受益匪浅：“…。”."""
    text = paragraph.text
    for match in reversed([*_MAKES.finditer(text, start, colon)]):
        person = person_at(text, match.end(), colon, people)
        if person and person.start == match.end() and not paragraph.quote_around(match.start()):
            return person
    return None
