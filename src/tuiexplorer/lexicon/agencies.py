"""Agencies: the full official name of a body from the way an article writes it.

``canonical`` never guesses: what neither a table nor a rule tells for certain has no full name.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from tuiexplorer.lexicon.bodies import LONGEST, Body, foreign, local, national, shared
from tuiexplorer.lexicon.lines import sections
from tuiexplorer.lexicon.places import Level, Place, countries, mention, places_named
from tuiexplorer.lexicon.script import simplified

LEVEL_WORDS = ("自治区", "省", "市", "州", "盟", "县", "区", "旗", "兵团")
_LEVEL_TAIL = "省市县区州盟旗"
_NO_LEVEL = ("市场", "区块", "区域")


@lru_cache(maxsize=8192)
def canonical(name: str, region: str | None = None) -> str | None:
    """The full official name of the body that ``name`` denotes, or None where it is not known.

    ``region`` is the place that the text is about, as :func:`regions.region_of` gives it: 省发改委 of 湖北
    is 湖北省发展和改革委员会. A city or county as region makes 市 and 县 known as well.
    A name that is full is its own. Traditional script is read as simplified.
    """
    if len(name) > LONGEST:
        return None
    where, name = _region(region), simplified(name)
    full = _full(name, where) or _part(name, where) or _itself(name, where)
    if full is None:
        return None
    own = national().get(full)
    return own.full if own else full


class Denoted(NamedTuple):
    """A body of a place that a name can mean."""

    body: Body
    place: Place | None
    """None where 省 or 市 stands for one unknown."""
    written: str
    """The place as the name has it."""


def denoted(name: str, region: str | None = None) -> Iterator[Denoted]:
    """The bodies of places that ``name`` can mean."""
    for key, place, written in _slots(name[:LONGEST], _region(region)):
        for body in local().get(key, ()):
            if place is None or _has(place, body):
                yield Denoted(body, place, written)


def _full(name: str, where: Place | None) -> str | None:
    """What the tables tell."""
    if body := national().get(name):
        # 国资委 in a province's paper: the state's or the province's?
        return None if where is not None and "@" + name in local() else body.full
    for key, place, written in _slots(name, where):
        if place is None:
            continue
        if body := national().get(key.replace("@", official(place))):  # 市绿化市容局 of 上海
            return body.full
        for body in local().get(key, ()):
            # 湖南师大 is 湖南师范大学; 省师大 need not be.
            if _has(place, body) and not (body.full[0] == "~" and written in LEVEL_WORDS):
                return _filled(body, place)
    return _abroad(name)


def _slots(name: str, where: Place | None) -> Iterator[tuple[str, Place | None, str]]:
    """``name`` with "@" for each place in it: 团省委 → 团@委. The place is None where it cannot be told."""
    for start in range(len(name)):
        if (found := mention(name, start)) and found.places[0].level is not Level.COUNTRY:
            place, end = _one(found.places, where), found.end
            written = name[start:end]
            yield f"{name[:start]}@{name[end:]}", place, written
            if name.count(written) > 1:  # 湖北省委、湖北省政府
                yield name.replace(written, "@"), place, written
            if name[end : end + 1] == name[end - 1] and name[end] in _LEVEL_TAIL:  # 岳阳楼区区委
                yield f"{name[:start]}@{name[end + 1 :]}", place, written
        if word := next((word for word in LEVEL_WORDS if name.startswith(word, start)), None):
            yield f"{name[:start]}@{name[start + len(word) :]}", _meant(word, where), word
    first = mention(name)
    abroad = first is not None and first.places[0].level is Level.COUNTRY
    if not abroad and (unlisted := _UNLISTED.match(name, first.end if first else 0)):
        yield "@" + name[unlisted.end() :], _made(unlisted[0]), unlisted[0]


# A place that no list has, by the look of it, at the beginning or behind one that is listed: 某某市某某县.
_UNLISTED = re.compile(
    r"(?!自治区|中共|共青|民[盟革建进]|农工|致公|九三|台盟|武警|[各全本我该两外某每多几等])"
    r"\w{2,4}?[省市县区旗]"
)
_LEVELS = {"省": Level.PROVINCE, "市": Level.PREFECTURE}
# It may be abroad (某某市政府), where these have other names.
_DOMESTIC = ("local government", "court", "procuratorate")


def _made(name: str) -> Place:
    return Place(name, name[:-1], _LEVELS.get(name[-1], Level.COUNTY))


def _has(place: Place, body: Body) -> bool:
    """Whether a place of its level has such a body."""
    listed = bool(places_named(place.name))
    return body.level in (None, place.level) and (listed or body.kind not in _DOMESTIC)


def official(place: Place) -> str:
    """The name in its bodies' names: a district's after its city's (岳阳市岳阳楼区), any other alone."""
    if zone := national().get(place.name):  # 雄安新区
        return zone.full
    city = place.parent.name if place.parent else ""
    return city + place.name if place.name.endswith("区") and city.endswith("市") else place.name


def _filled(body: Body, place: Place) -> str:
    full = body.full
    if place.name.endswith(("自治区", "兵团")):  # 中共湖北省委组织部, but 中共广西壮族自治区委员会组织部
        full = re.sub("^中共@委(?!员会)", "中共@委员会", full)
    return full.replace("@", official(place)).replace("~", place.short)


def _region(region: str | None) -> Place | None:
    if not region:
        return None
    found = mention(region)
    return found.places[0] if found and found.end == len(region) else None


def _one(places: tuple[Place, ...], where: Place | None) -> Place | None:
    """The one of ``places`` that is meant: the only one at the highest level, if need be in the region."""
    best = [place for place in places if place.level is places[0].level]
    if len(best) > 1 and where is not None:
        best = [place for place in best if place.province == where.province]
    return best[0] if len(best) == 1 else None


def _meant(word: str, where: Place | None) -> Place | None:
    """The place at or above ``where`` that a bare 省, 市 or 县 stands for."""
    place = where
    while place is not None and not place.name.endswith(word):
        place = place.parent
    return place


def _abroad(name: str) -> str | None:
    """俄国防部 → 俄罗斯国防部, with a part behind it as it stands; 中国外交部 → 外交部."""
    if (embassy := _EMBASSY.fullmatch(name)) and (host := countries().get(embassy["host"])):
        return f"中国驻{host.name}大使馆"
    split = [(countries()[name[:end]].name, name[:end], name[end:]) for end in _country_ends(name)]
    for country, _, rest in split:
        if country == "中国" and (body := national().get(rest)):
            return body.full
        if country != "中国" and (body := foreign().get(rest)):
            return country + body.full
    for country, written, rest in reversed(split):
        if country != "中国" and (full := _foreign_part(rest, spelt=len(written) > 1)):
            return (written if written.startswith(country) else country) + full
    return None


def _country_ends(name: str) -> list[int]:
    """Where a country that begins ``name`` can end; 俄国家反恐委员会 is of 俄, not of 俄国."""
    return [
        end
        for end in range(1, len(name) - 1)
        if name[:end] in countries()
        and not (name[end - 1] == "国" and name[end] in "家际务防" and name[: end - 1] in countries())
    ]


def _foreign_part(rest: str, *, spelt: bool) -> str | None:
    """What stands behind a country as it is, or a part of a foreign body with that body in full."""
    as_it_is = (spelt or rest.startswith("国家")) and "驻" not in rest
    if as_it_is and _ends_as(rest, "behind a country"):
        return rest
    for cut in range(len(rest) - 2, 1, -1):
        if (body := foreign().get(rest[:cut])) and _ends_as(rest[cut:], "part of foreign"):
            return body.full + rest[cut:]
    return None


_REMARK = re.compile(r"[（(][^）)]+[）)]$")
# Embassies of China: 中国驻美国大使馆, 我驻美使馆.
_EMBASSY = re.compile(r"(?:中国|我国|中|我)驻(?P<host>.+?)大?使馆")


def _ends_as(name: str, *told: str) -> bool:
    """Whether ``name`` ends as one of the sections of ``agency_parts.txt`` has it."""
    return any(_ending(what).fullmatch(name) for what in told)


@cache
def _ending(what: str) -> re.Pattern[str]:
    return re.compile(f".*(?:{'|'.join(sections('agency_parts.txt').get(what, ['(?!)']))})")


def _part(name: str, where: Place | None) -> str | None:
    for cut in range(len(name) - 2, 1, -1):
        head, rest = name[:cut], name[cut:]
        if "、" in rest:
            return None
        if body := national().get(head):
            if _ends_as(rest, f"part of {body.kind}"):
                return name if body.kind == "foreign" else body.full + rest
        elif _ends_as(rest, "part of government department") and (full := _full(head, where)):
            committee = full.startswith("中共") and full.endswith("委员会")  # 省委某某办公室
            return (full.removesuffix("员会") if committee else full) + rest
    return None


def _itself(name: str, where: Place | None) -> str | None:
    """A name that is full already, or is so once 省 is spelt out."""
    if name in shared():
        return None
    if found := mention(name):
        place, rest = _one(found.places, where), name[found.end :]
        whole = name[found.end - 1] in _LEVEL_TAIL and _ends_as(rest, "department", "zone")
        if place and (not rest or whole or _ends_as(rest, "community")):
            return official(place) + rest
    word = next((word for word in LEVEL_WORDS if name.startswith(word)), None)
    if word and not name.startswith(_NO_LEVEL):
        place, rest = _meant(word, where), name[len(word) :]
        return official(place) + rest if place and _ends_as(rest, "department") else None
    return name if _ends_as(_REMARK.sub("", name), "written in full") else None
