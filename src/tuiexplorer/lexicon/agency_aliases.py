"""Every way to type the name of a body, so that 发改委 finds 湖北省发展和改革委员会 and the reverse."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from tuiexplorer.lexicon.agencies import LEVEL_WORDS, Denoted, canonical, denoted, official
from tuiexplorer.lexicon.bodies import LONGEST, Body, foreign, local, national, national_bodies
from tuiexplorer.lexicon.lines import lines
from tuiexplorer.lexicon.places import Place, countries, place_end, places_named, written_forms
from tuiexplorer.lexicon.script import simplified

_SHORTEST = 2
_ENDS = "委厅局部办署会院行"


@lru_cache(maxsize=8192)
def aliases(name: str, region: str | None = None) -> frozenset[str]:
    """Every written form of the body or bodies that ``name`` can denote, ``name`` among them.

    The place stands in the forms as it may be typed: in full, in short, as 省 or 市, and not at all. A bare
    name (发改委) denotes the state's body and that of any place. ``region`` is that of :func:`canonical`.
    """
    if len(name) > LONGEST:
        return frozenset((name,))
    told = canonical(name, region)
    names = {name, simplified(name)} | ({told} if told else set())
    # A body with a name of its own (上海市住房和城乡建设管理委员会) has the forms of its fellows as well.
    names.update(form for one in tuple(names) for form in _of_the_state(one) if place_end(form))
    found = set(names)
    for one in names:
        found.update(_of_the_state(one), _of_places(one, region), _abroad(one), _by_suffix(one))
    return frozenset(form for form in found if len(form) >= _SHORTEST)


def is_body(name: str) -> bool:
    """Whether the tables know a body by this name, with a place that they know or without."""
    return name in national() or is_of_any_place(name) or any(_is_known(one) for one in denoted(name))


def is_of_any_place(name: str) -> bool:
    """Whether it is the name of a body that every place has, without the place."""
    return "@" + name in local()


def says_less(name: str, than: str) -> bool:
    """Whether ``than`` is the name of a place's body, and ``name`` one of those that the like bodies of others share.

    发展和改革委员会 than 武汉市发改委, which says whose.
    """
    if is_of_any_place(than) or not any(is_of_any_place(than[at:]) for at in range(1, len(than) - 1)):
        return False
    level = next((word for word in LEVEL_WORDS if name.startswith(word)), "")
    is_shared = is_of_any_place(name) or (level and is_of_any_place(name.removeprefix(level)))
    return bool(is_shared) and not (level and than.startswith(level))


def _is_known(one: Denoted) -> bool:
    """Whether its place is one of the tables, or stands for one (省)."""
    return one.place is None or bool(places_named(one.place.name))


def completed(begun: str) -> list[str]:
    """The bodies of the tables that a name of two characters (发改) is one more short of."""
    if len(begun) != _SHORTEST:
        return []
    return [name for name in (begun + end for end in _ENDS) if name in national() or "@" + name in local()]


# Bodies of which there is one

_PREFIX = re.compile(
    r"^(?:中华人民共和国|中国共产党|中共中央|中共|国家|中国|中央|国务院|中华全国|全国)(?=..)"
)


_PREFIX_BEGINS = "中国全"


def _of_the_state(name: str) -> Iterator[str]:
    for body in _national_search().get(name, ()):
        yield from _national_forms(body)
        for other in _kin(body):
            yield from _national_forms(other)


@cache
def _national_search() -> dict[str, tuple[Body, ...]]:
    """As ``national()``, with the shared forms and the forms without their prefix (发展和改革委员会)."""
    table: dict[str, tuple[Body, ...]] = {}
    for body in national_bodies():
        for form in _national_forms(body):
            table[form] = (*table.get(form, ()), body)
    return table


def _national_forms(body: Body) -> tuple[str, ...]:
    forms = (*body.forms, *body.shared)
    bare = [_PREFIX.sub("", form) for form in forms if form[0] in _PREFIX_BEGINS]
    state = ["中华人民共和国" + body.full] if body.kind == "government department" else []
    return tuple(dict.fromkeys((*forms, *(form for form in bare if len(form) >= _SHORTEST), *state)))


def _kin(body: Body) -> Iterator[Body]:
    """The body that took over from ``body``, and those from which it took over."""
    for other in national_bodies():
        if other.full == body.successor or other.successor == body.full:
            yield other


# Bodies of places


def _of_places(name: str, region: str | None) -> Iterator[str]:
    meant = [*denoted(name, region), *(Denoted(body, None, "") for body in local().get("@" + name, ()))]
    for body, place, written in meant:
        spellings = _spellings(place) if place else (written, "") if written else ("", "省", "市")
        for one in (body, *_local_kin(body)):
            if one.level is not None and place is not None and one.level is not place.level:
                continue
            for form in one.forms:
                for spelling in spellings:
                    yield form.replace("@", spelling)


def _spellings(place: Place) -> tuple[str, ...]:
    """How the place of a body may be typed: "" for not at all."""
    forms = list(written_forms(place))
    if official(place) != place.name:
        forms.append(official(place))
    word = next((word for word in ("自治区", "兵团") if place.name.endswith(word)), place.name[-1])
    return tuple(dict.fromkeys((*forms, word, "")))


@cache
def _local_by_full() -> dict[str, Body]:
    return {body.full: body for bodies in local().values() for body in bodies}


def _local_kin(body: Body) -> list[Body]:
    table = _local_by_full()
    kin = [other for other in table.values() if other.successor == body.full]
    if body.successor in table:
        kin.append(table[body.successor])
    return kin


# Bodies abroad


def _abroad(name: str) -> Iterator[str]:
    for end in range(1, len(name)):
        country, body = countries().get(name[:end]), foreign().get(name[end:])
        if country is None or body is None:
            continue
        for spelling in _country_forms(country):
            for form in body.forms:
                yield spelling + form


@cache
def _country_forms(country: Place) -> tuple[str, ...]:
    forms = (form for form, one in countries().items() if one == country)
    return tuple(form for form in forms if len(form) < 6 or form == country.name)


# By rule, for names that no table has


@cache
def _endings() -> tuple[tuple[str, ...], ...]:
    """Endings that stand for one another, the full one first."""
    return tuple(tuple(line.replace("=", " ").split()) for line in lines("agency_short_endings.txt"))


def _by_suffix(name: str) -> Iterator[str]:
    ends = [
        (max((ending for ending in endings if name.endswith(ending)), key=len, default=""), endings)
        for endings in _endings()
    ]
    # 南宁高新技术产业开发区 ends in 开发区 as well, but is no 经济技术开发区.
    longest = max((len(ending) for ending, _ in ends), default=0)
    for ending, endings in ends:
        stem = name.removesuffix(ending)
        if ending and len(ending) == longest and len(stem) >= _SHORTEST:
            yield from (stem + other for other in endings)
            if endings[0].endswith("公司"):
                yield stem
