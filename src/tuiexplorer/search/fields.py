"""The fields of an entry that can be searched, and which of them a query looks into."""

from enum import IntEnum
from functools import cache
from typing import NamedTuple


class Field(IntEnum):
    """What a searched line is. The order is that of the lines in a segment, so that every scope is one stretch."""

    PATH = 0
    TITLE = 1
    CUE = 2
    SPEAKER = 3
    AGENCY = 4
    ALIAS = 5
    """Another name of an agency: its full name, its abbreviations."""
    POST = 6
    OFFICE = 7
    """Agency, post and speaker as one string, for what runs over their borders (海关关长)."""
    HEADING = 8
    SLOGAN = 9
    CONTENT = 10
    NARRATION = 11


class Scope(NamedTuple):
    """The fields from ``first`` to ``last``, both included."""

    first: Field
    last: Field


EVERYWHERE = Scope(Field.CUE, Field.NARRATION)
SOUNDED = Scope(Field.SPEAKER, Field.NARRATION)
SHORT = Scope(Field.PATH, Field.SLOGAN)
NAMES = Scope(Field.SPEAKER, Field.SPEAKER)
AGENCIES = Scope(Field.AGENCY, Field.ALIAS)
CUES = Scope(Field.CUE, Field.CUE)
OFFICES = Scope(Field.CUE, Field.OFFICE)
CONTENTS = Scope(Field.CONTENT, Field.NARRATION)
DOCUMENT = Scope(Field.PATH, Field.TITLE)

LONGEST_NAME = 4
"""Characters of a Chinese name, as most speakers have it."""

SCOPES = {
    "speaker": NAMES,
    "agency": AGENCIES,
    "theme": Scope(Field.HEADING, Field.SLOGAN),
    "post": Scope(Field.POST, Field.POST),
    "text": CONTENTS,
    "doc": DOCUMENT,
}
"""What each field of the query language looks into."""

FIELD_NAMES = {
    name: field
    for field, names in {
        "speaker": "人 发言人 说话人 who",
        "agency": "单位 机构 部门 org",
        "theme": "主题 标题 heading",
        "post": "职务 职位",
        "text": "原文 内容 正文 content",
        "doc": "文档 文章 document file",
    }.items()
    for name in (field, *names.split())
}
"""How a user may write the name of a field: the first of each language is the one that help tells."""


@cache
def overlap(scope: Scope, other: Scope) -> Scope | None:
    """The fields in both, or None."""
    both = Scope(max(scope.first, other.first), min(scope.last, other.last))
    return both if both.first <= both.last else None
