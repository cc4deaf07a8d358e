"""Subjects that are several: A、B表示, A和B认为, A、B夫妇, 省地震局、省水利厅有关负责人."""

import re
from functools import cache

from msgspec.structs import replace

from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.subjects.bare_names import name_alone, name_and_title
from tuiexplorer.attribution.subjects.nameless import unnamed_at_end
from tuiexplorer.attribution.subjects.persons import named
from tuiexplorer.attribution.subjects.subject import Certainty, Cut, Subject, Words
from tuiexplorer.attribution.words.before_titles import trim_title
from tuiexplorer.attribution.words.bodies import ends_body, is_country, state_at_start
from tuiexplorer.attribution.words.names import NameForm, is_chinese, name_form
from tuiexplorer.attribution.words.posts import ends_in_kin, ends_in_office, head_at_end, is_post
from tuiexplorer.lexicon import grammar, places
from tuiexplorer.lexicon.bodies import foreign, national

_JOINT = re.compile("以及|、|和|与")
_MOST_STATES = 8


def several_persons(cut: Cut) -> Subject | None:
    """Names joined, each with its title or under the one before; or all of them known and without."""
    if not _JOINT.search(cut.words):
        return None
    told = _together().sub("", cut.words)
    names = _without_such(told)
    kin = cut.words.startswith(grammar.words("subjects", "pairs"), len(names))
    found = _parted(cut.part(0, len(names)), kin=kin) or _with_titles_after(cut.part(0, len(told)))
    if not found:
        return None
    certainty = max(one.certainty for one in found)
    return replace(found[0], certainty=certainty, others=tuple(found[1:]))


_SUCH = re.compile("等(?P<who>[\u4e00-\u9fff]{2,8})$")


def _without_such(names: str) -> str:
    """Names without the word for what those who bear them are: 会长高明、会长罗林|等侨领."""
    such = _SUCH.search(names)
    if such is None or "、" not in names[: such.start()]:
        return names
    office = bool(head_at_end(such["who"])) and not ends_in_kin(such["who"])
    return names[: such.start()] if office or such["who"].endswith(("人士", "学者")) else names


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


def _with_titles_after(cut: Cut) -> list[Subject]:
    """王林和黄卫委员, 文学院高明教授、物理系罗平教授: the last title is also that of those who have none."""
    head = head_at_end(cut.words)
    if not head:
        return []
    courteous = head in grammar.word_set("subjects", "courtesies")
    if courteous and cut.words.endswith(f"等{head}"):  # 徐明、孙勇、王琦等|代表
        cut = Cut.of(cut.words.removesuffix(f"等{head}") + head, cut.text, cut.start, cut.end, cut.count)
    found: list[Subject] = []
    start = len(cut.words) - len(cut.bare)
    for joint in (*_JOINT.finditer(cut.words, start), None):
        part = cut.part(start, joint.start() if joint else len(cut.words))
        bare = courteous and is_chinese(part.words) and not head_at_end(part.words)
        one = _titled_like(part, head) if bare else titled_behind(part)
        if one is None:
            return []
        found.append(one)
        start = joint.end() if joint else start
    return found


def titled_behind(cut: Cut) -> Subject | None:
    """A name with its title behind it, and nothing before but a body or another title: 文学院院长高明|教授."""
    found = name_and_title(_alone(cut))
    whole = found is not None and found.certainty >= Certainty.SURE and not found.start
    return replace(found, start=cut.start) if found and whole and found.positions else None


def _titled_like(name: Cut, head: str) -> Subject:
    held = (Position("", head),)
    return Subject(name.words, Kind.NAMED, held, name.start, "title-after", Certainty.CERTAIN)


def _ranked(cut: Cut) -> Subject | None:
    """A title, a name and a rank behind it: 江城大学校长高明|教授."""
    rank = next((rank for rank in grammar.words("subjects", "ranks") if cut.words.endswith(rank)), "")
    titled = named(cut.part(0, len(cut.words) - len(rank))) if rank else None
    if titled is None or titled.certainty < Certainty.CERTAIN:
        return None
    return replace(titled, positions=(*titled.positions, Position("", rank)))


def _first(cut: Cut, *, kin: bool) -> Subject | None:
    titled = _ranked(cut) or named(cut)
    if titled:
        honoured = cut.words.endswith(f"”{titled.speaker}")  # “云州好人”|高明、罗林
        sure = titled.certainty >= Certainty.SURE or honoured
        return titled if sure and not _has_name_before(titled, cut.words) else None
    if titled := _titled_after(cut):
        return titled
    bare = name_alone(cut)
    return bare if bare and (kin or cut.count(bare.speaker) > 1) else None


def _titled_after(cut: Cut) -> Subject | None:
    """A name with its title behind it before a joint: 林碧山议员|和里长高明."""
    found = name_and_title(cut)
    if found is None or found.certainty < Certainty.CERTAIN or not found.positions:
        return None
    chinese = is_chinese(found.speaker) and not ends_body(found.speaker)
    return found if chinese and not state_at_start(found.speaker) else None


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
    alone = _alone(cut)
    ranked = _ranked(alone)
    if (
        ranked
        and not ranked.start
        and not _holds_another(cut, len(cut.words) - len(ranked.positions[-1].post))
    ):
        return replace(ranked, start=before.start)
    titled = named(alone) if before.mention in ("full", "title-after") and len(cut.words) > 3 else None
    if titled and titled.certainty < Certainty.SURE:
        titled = titled_behind(alone) or titled  # 中医院陈静|护士长
    if titled is None or titled.start or _holds_another(cut, cut.words.rindex(titled.speaker)):
        return None
    return replace(titled, positions=under(titled.positions, before.positions), start=before.start)


def _holds_another(cut: Cut, end: int) -> bool:
    """Whether someone with a title of his own stands before a joint in what was read as the title of the last."""
    before = (_alone(cut.part(0, joint.start())) for joint in _JOINT.finditer(cut.words, 0, end))
    found = (named(part) or titled_behind(part) for part in before)
    return any(other and other.certainty >= Certainty.SURE and not other.start for other in found)


def _alone(cut: Cut) -> Cut:
    """The words without the text around them, so that no title before a comma is taken for theirs."""
    return Cut.of(cut.words, cut.words, 0, len(cut.words), cut.count)


def _has_name_before(first: Subject, words: str) -> bool:
    """Whether what was read as the first name has another name in its title, which then is the first."""
    titles = words[: -len(first.speaker)].split("、")
    return any(is_chinese(part) and not head_at_end(part) for part in titles)


def under(own: tuple[Position, ...], before: tuple[Position, ...]) -> tuple[Position, ...]:
    """Positions that name no body of their own (市长; 县委副书记), with the body of the person before."""
    body = before[0].agency if before else ""
    state = next((one.agency for one in before if is_country(one.agency)), body)

    def lacks_body(position: Position) -> bool:
        level = len(position.agency) == 1 and body.endswith(position.agency)
        office = ends_in_office(position.post)
        return level or (not position.agency and office and not _speaks_for(position.post))

    def owner(post: str) -> str:
        return state if post in grammar.word_set("subjects", "state_posts") else body

    return tuple(Position(owner(one.post), one.post) if body and lacks_body(one) else one for one in own)


def _speaks_for(post: str) -> bool:
    """Whether it is no office in a body to speak for others: 村民代表."""
    return any(post.startswith(f"{group}代表") for group in grammar.words("posts", "represented"))


def several_unnamed(cut: Words) -> Subject | None:
    """Unnamed people of several bodies: one for each."""
    if not _JOINT.search(cut.words):
        return None
    noun = unnamed_at_end(cut.words)
    if not noun:
        return _of_several_states(cut)
    if pair := _each_unnamed(cut, noun):
        return pair
    title = _AND_OTHERS.sub("", trim_title(cut.words).removesuffix(noun).rstrip("的 "))
    listed = [part.removesuffix(noun).rstrip("等的 ") for part in title.split("、")]
    agencies = [owner for part in listed for owner in _owners(part)]
    if len(agencies) < 2 or not all(map(_is_owner, agencies)):
        return None
    each = [Subject(noun, Kind.ANONYMOUS, (Position(agency, noun),), cut.start) for agency in agencies]
    return Subject.together(each)


def _each_unnamed(cut: Words, noun: str) -> Subject | None:
    """Two without a name, each of a body or state of his own: 山国消息人士和海国军方官员."""
    words = cut.bare.removesuffix(noun)
    for joint in _JOINT.finditer(words):
        first, second = words[: joint.start()], words[joint.end() :]
        called = unnamed_at_end(first)
        owner = first.removesuffix(called)
        if called and owner and second and _is_owner(owner) and _is_owner(second):
            start = cut.offset(cut.bare)
            each = (Position(owner, called), Position(second, noun))
            one, other = (Subject(place.post, Kind.ANONYMOUS, (place,), start) for place in each)
            return replace(one, others=(other,))
    return None


_AND_OTHERS = re.compile("等(?:[\\d一二两三四五六七八九十多几数]*个?(?:部门|单位|机构))?$")


def _owners(text: str) -> list[str]:
    """The bodies or places that 和 joins, each with the unit that the last alone has: 云州和江州|代表团."""
    parts = _JOINT.split(text) if text not in national() else [text]
    alike = len({part[-1:] for part in parts}) == 1  # 省教育厅和民政厅, not 数字科技和基础设施建设司
    if len(parts) < 2 or not all(_is_known(part) or (alike and ends_body(part)) for part in parts):
        return [text]
    unit = parts[-1][places.place_end(parts[-1]) :]
    if unit and all(map(places.is_place, parts[:-1])) and not is_country(parts[0]):
        return [*(part + unit for part in parts[:-1]), parts[-1]]
    return parts


def _is_owner(text: str) -> bool:
    return ends_body(text) or _is_known(text)


def _is_known(text: str) -> bool:
    """Whether it is a place or a state, a body of one, or one of which there is but one."""
    unit = text[places.place_end(text) or len(state_at_start(text)) :]
    return (
        not unit
        or text in national()
        or text in grammar.word_set("subjects", "continents")
        or unit in foreign()
        or (unit != text and ends_body(unit))
    )


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
    return Subject.together(each)
