"""Subjects that are several: A、B表示, A和B认为, A、B夫妇, 省地震局、省水利厅有关负责人."""

import re
from functools import cache

from msgspec.structs import replace

from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.bare_names import name_alone
from tuiexplorer.attribution.before_titles import trim_title
from tuiexplorer.attribution.bodies import ends_body, state_at_start
from tuiexplorer.attribution.nameless import unnamed_at_end
from tuiexplorer.attribution.names import NameForm, name_form
from tuiexplorer.attribution.persons import named
from tuiexplorer.attribution.posts import head_at_end, is_post
from tuiexplorer.attribution.subject import Cut, Subject, Words
from tuiexplorer.lexicon import grammar

_JOINT = re.compile("[、和与]")
_SURE = 4
_MOST_STATES = 8


def several_persons(cut: Cut) -> Subject | None:
    """Names joined, each with its title or under the one before; or all of them known and without."""
    if not _JOINT.search(cut.words):
        return None
    names = _together().sub("", cut.words)
    kin = cut.words.startswith(grammar.words("subjects", "pairs"), len(names))
    found = _parted(cut.part(0, len(names)), kin=kin)
    return replace(found[0], others=tuple(found[1:])) if found else None


@cache
def _together() -> re.Pattern[str]:
    return re.compile(f"(?:{grammar.either('subjects', 'pairs', 'together')})+$")


def _parted(cut: Cut, *, kin: bool) -> list[Subject]:
    """The first name that stands before a joint, and those after it; none where anything else stands among them."""
    for joint in _JOINT.finditer(cut.words):
        first = _first(cut.part(0, joint.start()), kin=kin)
        rest = _rest(cut.part(joint.end(), len(cut.words)), first) if first else []
        if first and rest:
            return [first, *rest]
    return []


def _first(cut: Cut, *, kin: bool) -> Subject | None:
    titled = named(cut)
    if titled:
        return titled if titled.certainty >= _SURE and not _has_name_before(titled, cut.words) else None
    bare = name_alone(cut)
    return bare if bare and (kin or cut.count(bare.speaker) > 1) else None


def _rest(cut: Cut, before: Subject) -> list[Subject]:
    """The names after a joint: one, or several that are joined in their turn; none where anything else is there."""
    if one := _one(cut, before):
        return [one]
    for joint in _JOINT.finditer(cut.words):
        if one := _one(cut.part(0, joint.start()), before):
            rest = _rest(cut.part(joint.end(), len(cut.words)), one)
            return [one, *rest] if rest else []
    return []


def _one(cut: Cut, before: Subject) -> Subject | None:
    """A name under the title of the one before it, or with a title of its own."""
    if name_form(cut.words) >= NameForm.FOREIGN and not head_at_end(cut.words[:-2]):
        return replace(before, speaker=cut.words, others=())
    titled = named(_alone(cut)) if before.mention == "full" and len(cut.words) > 3 else None
    if titled is None or titled.start or _holds_another(cut, len(cut.words) - len(titled.speaker)):
        return None
    return replace(titled, positions=under(titled.positions, before.positions), start=before.start)


def _holds_another(cut: Cut, end: int) -> bool:
    """Whether someone with a title of his own stands before a joint in what was read as the title of the last."""
    before = (named(_alone(cut.part(0, joint.start()))) for joint in _JOINT.finditer(cut.words, 0, end))
    return any(other and other.certainty > _SURE and not other.start for other in before)


def _alone(cut: Cut) -> Cut:
    """The words without the text around them, so that no title before a comma is taken for theirs."""
    return Cut.of(cut.words, cut.words, 0, len(cut.words), cut.count)


def _has_name_before(first: Subject, words: str) -> bool:
    """Whether what was read as the first name has another name in its title, which then is the first."""
    titles = words[: -len(first.speaker)].split("、")
    return any(name_form(part) is NameForm.CHINESE and not head_at_end(part) for part in titles)


def under(own: tuple[Position, ...], before: tuple[Position, ...]) -> tuple[Position, ...]:
    """Positions that name no body of their own (市长; 县委副书记), with the body of the person before."""
    body = before[0].agency if before else ""

    def lacks_body(position: Position) -> bool:
        level = len(position.agency) == 1 and body.endswith(position.agency)
        office = head_at_end(position.post) in grammar.word_set("posts", "offices")
        return level or (not position.agency and office and not _speaks_for(position.post))

    return tuple(Position(body, one.post) if body and lacks_body(one) else one for one in own)


def _speaks_for(post: str) -> bool:
    """Whether it is no office in a body to speak for others: 村民代表."""
    return any(post.startswith(f"{group}代表") for group in grammar.words("posts", "represented"))


def several_unnamed(cut: Words) -> Subject | None:
    """Unnamed people of several bodies: one for each."""
    noun = unnamed_at_end(cut.words) if "、" in cut.words else ""
    if not noun:
        return _of_several_states(cut)
    parts = trim_title(cut.words).removesuffix(noun).split("、")
    agencies = [part.removesuffix(noun).rstrip("等的 ") for part in parts]
    if len(agencies) < 2 or not all(map(ends_body, agencies)):
        return None
    each = [Subject(noun, Kind.ANONYMOUS, (Position(agency, noun),), cut.start) for agency in agencies]
    return replace(each[0], others=tuple(each[1:]))


def _of_several_states(cut: Words) -> Subject | None:
    """Who holds the same office in several states: 海国和山国外长, one for each."""
    words = cut.bare
    owners: list[str] = []
    while state := state_at_start(words) if len(owners) < _MOST_STATES else "":
        owners.append(state)
        words = words[len(state) :]
        if words[:1] not in ("、", "和", "与"):
            break
        words = words[1:]
    if len(owners) < 2 or not is_post(words) or not words.endswith(grammar.words("posts", "one_each")):
        return None
    start = cut.offset(cut.bare)
    each = [Subject(words, Kind.ANONYMOUS, (Position(owner, words),), start) for owner in owners]
    return replace(each[0], others=tuple(each[1:]))
