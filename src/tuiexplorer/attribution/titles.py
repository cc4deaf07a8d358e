"""Titles: the agencies and posts that stand before a name (省财政厅党组书记、厅长)."""

import re
from functools import cache

from tuiexplorer.attribution.attributed import Position
from tuiexplorer.lexicon import grammar

_LEVELS = "省市县区州盟旗镇乡村"
_SEPARATORS = re.compile(r"[、，；]|兼(?!职)|(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")
# 襄阳市委副书记: the level belongs to the place and to the committee alike.
_COMMITTEE = re.compile(rf"(?P<place>.+?)(?P<committee>[{_LEVELS}]委)$")


@cache
def _heads() -> tuple[frozenset[str], int]:
    heads = grammar.word_set("posts", "offices", "occupations", "anonymous")
    return heads, max(map(len, heads))


@cache
def _post_at_end() -> re.Pattern[str]:
    def either(*keys: str) -> str:
        return "|".join(map(re.escape, sorted(grammar.word_set("posts", *keys), key=len, reverse=True)))

    heads = either("offices", "occupations", "anonymous")
    before = either("units", "modifiers")
    fields = either("fields")
    return re.compile(
        rf"(?:{before})*(?:(?<!部)(?:副|第一副|常务副)?(?:{fields})(?:和(?:{fields}))?(?:事务)?(?:部长|大臣|国务秘书)|(?:(?:{before}|{heads}))*(?:{heads}))$"
    )


def head_at_end(text: str) -> str:
    """The longest office or occupation that closes ``text``; empty where none does."""
    heads, longest = _heads()
    for length in range(min(longest, len(text)), 0, -1):
        if text[-length:] in heads:
            return text[-length:]
    return ""


def split_title(title: str) -> tuple[str, str] | None:
    """``title`` as agency and post, as written: 省财政厅党组书记 → (省财政厅, 党组书记). None where no post closes it."""
    match = _post_at_end().search(title)
    if match is None:
        return None
    agency, post = title[: match.start()], match.group()
    committee = _COMMITTEE.match(agency)
    if committee:
        place, level = committee["place"], committee["committee"]
        if place[-1] in _LEVELS and len(place) > 1:
            agency = place
        else:
            agency = place + level[0]
        post = level + post
    return agency.rstrip("的 "), post


def positions(title: str) -> tuple[Position, ...]:
    """Every position of a title, one a post; a post without an agency of its own shares the one before it."""
    found: list[Position] = []
    waiting = ""
    agency = ""
    for part in _SEPARATORS.split(title):
        part = waiting + part.strip()
        split = split_title(part)
        if split is None:
            waiting = part + "、" if part else ""
            continue
        waiting = ""
        own, post = split
        if own and agency and own in grammar.word_set("posts", "inner"):
            own, post = "", own + post
        agency = own or agency
        found.append(Position(agency, post))
    return tuple(dict.fromkeys(found))
