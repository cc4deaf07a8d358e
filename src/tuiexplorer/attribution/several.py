"""Subjects that are several: A、B表示, A和B认为, A、B夫妇, 省地震局、省水利厅有关负责人."""

import re

from msgspec.structs import replace

from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.bodies import ends_body
from tuiexplorer.attribution.names import NameForm, name_form
from tuiexplorer.attribution.persons import named
from tuiexplorer.attribution.subject import Cut, Subject
from tuiexplorer.attribution.titles import head_at_end, trim_title
from tuiexplorer.lexicon import grammar

_TOGETHER = re.compile("(?:均|都|也|等|等人|夫妇|夫妻|父子|母女|兄弟|姐妹|两人|二人|三人|一致|分别|共同)+$")


def several_persons(cut: Cut) -> Subject | None:
    """Names joined, each with its title or under the one before."""
    cut = cut.part(0, len(_TOGETHER.sub("", cut.words)))
    names: list[Cut] = []
    end = len(cut.words)
    for joint in reversed(list(re.finditer("[、和与]", cut.words))):
        part = cut.part(joint.end(), end)
        titled = len(part.words) > 3 and named(part)
        if not titled and (name_form(part.words) < NameForm.FOREIGN or head_at_end(part.words)):
            return None
        names.insert(0, part)
        end = joint.start()
        first = named(cut.part(0, end))
        if first and first.certainty >= 4 and not _has_name_before(first, cut.words[:end]):
            return _together(first, names)
    return None


def _has_name_before(first: Subject, words: str) -> bool:
    """Whether what was read as the first name has another name in its title, which then is the first."""
    titles = words[: -len(first.speaker)].split("、")
    return any(name_form(part) is NameForm.CHINESE and not head_at_end(part) for part in titles)


def _together(first: Subject, rest: list[Cut]) -> Subject:
    others: list[Subject] = []
    before = first
    for part in rest:
        titled = name_form(part.words) < NameForm.FOREIGN or bool(head_at_end(part.words[:-2]))
        other = named(Cut(part.words, part.words, 0, len(part.words), part.count)) if titled else None
        if other is None:
            other = Subject(part.words, Kind.NAMED, before.positions, first.start)
        else:
            other = replace(other, positions=under(other.positions, before.positions), start=first.start)
        others.append(other)
        before = other
    return replace(first, others=tuple(others))


def under(own: tuple[Position, ...], before: tuple[Position, ...]) -> tuple[Position, ...]:
    """Positions that name no body of their own (市长; 县委副书记), with the body of the person before."""
    body = before[0].agency if before else ""

    def lacks_body(position: Position) -> bool:
        level = len(position.agency) == 1 and body.endswith(position.agency)
        return level or (
            not position.agency and head_at_end(position.post) in grammar.word_set("posts", "offices")
        )

    return tuple(Position(body, one.post) if body and lacks_body(one) else one for one in own)


def several_bodies(cut: Cut) -> Subject | None:
    """Unnamed people of several bodies: one for each."""
    nouns = grammar.word_set("posts", "anonymous")
    words = cut.words
    noun = next((words[-size:] for size in range(min(12, len(words)), 1, -1) if words[-size:] in nouns), "")
    if not noun or "、" not in words:
        return None
    parts = trim_title(words).removesuffix(noun).split("、")
    agencies = [part.removesuffix(noun).rstrip("等的 ") for part in parts]
    if len(agencies) < 2 or not all(map(ends_body, agencies)):
        return None
    each = [Subject(noun, Kind.ANONYMOUS, (Position(agency, noun),), cut.start) for agency in agencies]
    return replace(each[0], others=tuple(each[1:]))
