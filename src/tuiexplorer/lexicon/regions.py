"""The province that a text is about, told by its newspaper, its dateline or its title.

The outlets that are not named after their place stand in ``outlets.txt``.
"""

import re
from collections import Counter
from functools import cache, lru_cache

from tuiexplorer.lexicon.grammar import alternation, longest_first
from tuiexplorer.lexicon.lines import lines
from tuiexplorer.lexicon.places import Level, Place, mention, places_named
from tuiexplorer.lexicon.script import simplified

_EDGE = 1500
"""How much of a long text's beginning and end is read: bylines and datelines stand there (code points)."""


def region_of(text: str) -> str | None:
    """The short name (湖北) of the province that ``text`` is about; None when it is national or unclear.

    ``text`` is an article, or its title, byline or dateline alone. Asked in turn: a local newspaper
    (湖北日报, 长江日报), the dateline (新华社武汉11月21日电), and, unless a national outlet speaks, the
    province named far more often than all others.
    """
    text = _edges(text)
    outlets = _outlets_in(text)
    if local := [region for place in outlets if place and (region := _only((place,)))]:
        return _clear_winner(Counter(local), share=0.6)
    if _SENT.search(text) and (dateline := _DATELINE.search(text)):
        return _province_at(dateline["place"])
    return None if outlets else _clear_winner(_named(text), share=0.75)


def home_of(text: str) -> str | None:
    """The full name of the city or province whose newspaper ``text`` comes from (武汉市 for 长江日报).

    Closer than :func:`region_of`, and None more often: it tells what 市 stands for in a city's newspaper.
    """
    homes = Counter(place.name for place in _outlets_in(_edges(text)) if place)
    return _clear_winner(homes, share=0.6)


def _edges(text: str) -> str:
    return simplified(text if len(text) <= 2 * _EDGE else text[:_EDGE] + "\n" + text[-_EDGE:])


# 新华社武汉11月21日电; 本报武汉11月21日讯; 武汉11月21日电. All papers write from Beijing: it tells nothing.
_DATELINE = re.compile(
    r"(?:新华社|中新社|中新网|人民网|新华网|央广网|本报|本网|本台|(?<=\s)|^)"
    r"(?P<place>(?!本[报网台])\w{2,9}?)\s*(?:\d{4}年)?\d{1,2}月\d{1,2}日\s*(?:电|讯|消息|专电)",
    re.MULTILINE,
)
_SENT = re.compile(r"日\s*(?:电|讯|消息|专电)")
"""What any dateline ends in: a look that spares most texts the long one."""
# 湖北日报, 武汉晚报, 江苏卫视, 陕西广播电视台, 辽宁观察: an outlet named after its place.
_NAMED_AFTER = re.compile(
    r"(?:日报|晚报|晨报|早报|都市报|商报|青年报|法制报|法治报|农民报|工人报|科技报|特区报|观察"
    r"|新闻网|新闻(?!发布|办|发言)|在线|卫视|广播电视台|广播电视总台|电视台|发布(?!会)|融媒|全媒)"
)
_PLACE_BEFORE = re.compile(r"(?P<place>\w{2,6}?)[市省]?$")


@lru_cache(maxsize=2)
def _outlets_in(text: str) -> tuple[Place | None, ...]:
    """The city or province of each outlet named in ``text``; None for a national one."""
    pieces = _known().split(text)
    found = [_outlets()[name] for name in pieces[1::2]]
    rest, done = "\n".join(pieces[::2]), 0
    for outlet in _NAMED_AFTER.finditer(rest):
        before = _PLACE_BEFORE.search(rest[max(done, outlet.start() - 7) : outlet.start()])
        done = outlet.end()
        words = before["place"] if before else ""
        # 据湖北日报: the place may have something before it.
        for start in range(len(words) - 1):
            if place := _place(words[start:]):
                found.append(place)
                break
    return tuple(found)


@cache
def _outlets() -> dict[str, Place | None]:
    table: dict[str, Place | None] = {}
    for line in lines("outlets.txt"):
        place, *names = line.split()
        table.update(dict.fromkeys(names, None if place == "-" else _place(place)))
    return table


@cache
def _known() -> re.Pattern[str]:
    return re.compile(f"({alternation(map(re.escape, longest_first(_outlets())))})")


def _place(name: str) -> Place | None:
    """The one place in China that ``name`` means, the highest that bears it."""
    places = places_named(name)
    return places[0] if _only(places) else None


def _only(places: tuple[Place, ...]) -> str | None:
    """The province of the highest of ``places``; None where they disagree, and abroad."""
    best = {place.province for place in places if place.level is places[0].level}
    one = best.pop() if len(best) == 1 else None
    return one.short if one else None


def _province_at(words: str) -> str | None:
    found = mention(words)
    place = _only(found.places) if found and found.end == len(words) else None
    return None if place == "北京" else place


def _named(text: str) -> Counter[str]:
    """How often each province is named in ``text``, by itself or by a city or county."""
    counts: Counter[str] = Counter()
    at = 0
    while at < len(text):
        found = mention(text, at)
        if found is None:
            at += 1
            continue
        place, first = _only(found.places), found.places[0]
        # A county counts where it is written in full: 安康县 is a county, 安康 may be a wish.
        if place and (first.level <= Level.PREFECTURE or text.endswith(first.name, at, found.end)):
            counts[place] += 1
        at = found.end
    return counts


def _clear_winner(counts: Counter[str], *, share: float) -> str | None:
    if not counts:
        return None
    (best, times), *_ = counts.most_common(1)
    return best if times >= share * counts.total() else None
