"""The places of China and the countries of the world: how they are written, and what lies within what.

Places are read from ``places.txt`` and ``countries.txt`` on first use. Offsets count code points.
"""

import re
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from msgspec import Struct

from tuiexplorer.lexicon.lines import lines


class Level(IntEnum):
    """How high a place stands, highest first."""

    COUNTRY = 0
    PROVINCE = 1
    PREFECTURE = 2
    COUNTY = 3


class Place(Struct, frozen=True, gc=False):
    """One administrative division or country."""

    name: str
    """The full name (恩施土家族苗族自治州); for a country the name in common use (俄罗斯)."""
    short: str
    """The name without its kind (恩施); the full name where nothing would be left of it (赵县)."""
    level: Level
    parent: "Place | None" = None

    @property
    def province(self) -> "Place | None":
        """The province that it is or lies in; None for a country."""
        place: Place | None = self
        while place is not None and place.level is not Level.PROVINCE:
            place = place.parent
        return place

    def within(self, other: "Place") -> bool:
        """Whether it lies in ``other``, at any depth."""
        return self.parent is not None and (self.parent == other or self.parent.within(other))


class Mention(NamedTuple):
    """A place as written at one point of a text, 湖北省武汉市青山区 taken as one."""

    end: int
    places: tuple[Place, ...]
    """What it can denote, the highest first: 鼓楼区 is in four cities."""


def is_place(name: str) -> bool:
    """Whether ``name`` as a whole is written as a place, alone or in a chain (湖北襄阳)."""
    return name in _tables()[0] or ((found := mention(name)) is not None and found.end == len(name))


def place_end(text: str, start: int = 0) -> int:
    """Where the longest place that begins at ``start`` ends; ``start`` itself when none does."""
    found = mention(text, start)
    return found.end if found else start


def places_named(name: str) -> tuple[Place, ...]:
    """All that ``name``, full or short, can denote when it stands alone, the highest first."""
    return _tables()[0].get(name, ())


def mention(text: str, start: int = 0) -> Mention | None:
    """The longest place at ``start``, with the places within it that follow it directly."""
    found = _longest(text, start, _tables()[0])
    while found is not None:
        inner = _inside(text, found)
        if inner is None:
            return found
        found = inner
    return None


def written_forms(place: Place) -> tuple[str, ...]:
    """Every way in which ``place`` is written, the full name first."""
    if "自治" in place.name:
        return tuple(dict.fromkeys((place.name, *_customary(place), place.short)))
    return (place.name, place.short) if place.short != place.name else (place.name,)


@cache
def provinces() -> tuple[Place, ...]:
    """The provinces, autonomous regions, municipalities and special regions, in the order of their codes."""
    return tuple(_china()[Level.PROVINCE])


@cache
def provinces_by_letter() -> dict[str, Place]:
    """The provinces by their names of one character (沪)."""
    told = (line.split() for line in lines("places.txt") if not line.startswith(" "))
    letters = [names[-1] for names in told]
    return dict(zip(letters, provinces(), strict=True))


@cache
def countries() -> dict[str, Place]:
    """Every written form of a country, one-character names too (俄), to the country."""
    table: dict[str, Place] = {}
    for line in lines("countries.txt"):
        names = line.partition(":")[0].split()
        table.update(dict.fromkeys(names, Place(names[0], names[0], Level.COUNTRY)))
    return table


@cache
def capitals() -> frozenset[str]:
    """The capitals of the countries."""
    return frozenset(line.partition(":")[2].strip() for line in lines("countries.txt"))


# How the tables are made

_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔"
    "|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|保安|裕固|独龙|鄂伦春|各"
)
# 恩施土家族苗族自治州 → 恩施; 博尔塔拉蒙古自治州 → 博尔塔拉; 鄂温克族自治旗 → 鄂温克族
_AUTONOMOUS = re.compile(rf"(?<=.)(?:(?:{_PEOPLES})族)*(?:蒙古|哈萨克|柯尔克孜|塔吉克|锡伯)?自治[州县旗]$")
# What news calls some prefectures beside the name made by rule.
_NICKNAMES = {"博尔塔拉蒙古自治州": "博州", "巴音郭楞蒙古自治州": "巴州", "克孜勒苏柯尔克孜自治州": "克州"}


def _short(name: str) -> str:
    """武汉市 → 武汉; 大兴安岭地区 → 大兴安岭; 浦东新区 → 浦东; 赵县 stays."""
    if name[-1] in "州县旗" and "自治" in name:
        return _AUTONOMOUS.sub("", name).removesuffix("族")
    if name[-2:] in ("地区", "林区", "新区") and len(name) > 3:
        return name[:-2]
    return name[:-1] if name[-1] in "市县区旗盟" and len(name) > 2 else name


def _customary(place: Place) -> tuple[str, ...]:
    """Forms between full and short: 恩施州, 长阳县, 广西自治区."""
    kind = "自治区" if place.name.endswith("自治区") else place.name[-1]
    nickname = _NICKNAMES.get(place.name)
    return (place.short + kind, nickname) if nickname else (place.short + kind,)


@cache
def _china() -> dict[Level, list[Place]]:
    table: dict[Level, list[Place]] = {Level.PROVINCE: [], Level.PREFECTURE: [], Level.COUNTY: []}
    province = prefecture = None
    for line in lines("places.txt"):
        first, *rest = line.split()
        if not line.startswith(" "):
            province = Place(first, rest[0], Level.PROVINCE)
            table[Level.PROVINCE].append(province)
            continue
        if first == "-":
            prefecture = province
        else:
            prefecture = Place(first, _short(first), Level.PREFECTURE, province)
            table[Level.PREFECTURE].append(prefecture)
        table[Level.COUNTY] += [Place(name, _short(name), Level.COUNTY, prefecture) for name in rest]
    return table


_Table = dict[str, tuple[Place, ...]]


@cache
def _tables() -> tuple[_Table, _Table]:
    """What places are called alone; what more they are called right behind the place that they lie in."""
    words = {word for line in lines("place_words.txt") for word in line.split()}
    alone: _Table = {name: (place,) for name, place in countries().items() if len(name) > 1}
    inner: _Table = {}
    for level, places in _china().items():
        low = level is Level.COUNTY
        for place in places:
            name, short = place.name, place.short
            alone[name] = (*alone[name], place) if name in alone else (place,)
            if short == name:
                continue
            for form in written_forms(place)[1:] if "自治" in name else (short,):
                word = form in words and level is not Level.PROVINCE
                district = low and name[-1] == "区" and name[-2] != "新"
                if not word and (not district or len(form) > 2):
                    alone[form] = (*alone[form], place) if form in alone else (place,)
                elif district or not low:
                    inner[form] = (*inner.get(form, ()), place)
    return alone, inner


@cache
def _heads() -> dict[str, int]:
    """The first two characters of every form to the length of the longest that begins so."""
    forms = sorted((form for table in _tables() for form in table), key=len)
    return {form[:2]: len(form) for form in forms}


def _longest(text: str, start: int, *tables: _Table) -> Mention | None:
    longest = _heads().get(text[start : start + 2], 0)
    for end in range(min(len(text), start + longest), start + 1, -1):
        form = text[start:end]
        if found := tuple(place for table in tables for place in table.get(form, ())):
            return Mention(end, found)
    return None


def _inside(text: str, outer: Mention) -> Mention | None:
    """A place that begins where ``outer`` ends and lies within it."""
    inner = _longest(text, outer.end, *_tables())
    if inner is None:
        return None
    places = tuple(place for place in inner.places if any(place.within(one) for one in outer.places))
    return Mention(inner.end, places) if places else None
