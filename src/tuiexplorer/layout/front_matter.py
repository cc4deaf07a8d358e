"""Front matter: the ``key: value`` lines between two rules that a Markdown file may begin with, and labelled titles."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.datelines import subject_start
from tuiexplorer.layout.draft import Draft
from tuiexplorer.layout.line import Line, lines

_BREAK = r"(?:\r\n|\n|\r)"
_FRONT = re.compile(
    rf"\s{{0,20}}---[ \t]*{_BREAK}"
    rf"(?:(?:[\w-]{{1,30}}:|[ \t-])[^\r\n]{{0,500}}{_BREAK}){{1,60}}"
    rf"---[ \t]*(?={_BREAK}|$)"
)
_FIELD = re.compile(r"(?P<key>[\w-]+):\s*(?P<quote>[\"']?)(?P<value>.*?)(?P=quote)")
_BYLINES = frozenset(("author", "authors", "source", "editor", "作者", "来源", "编辑", "记者"))


_FEW = 8
"""Among so many first blocks an original title stands."""
_TITLES = frozenset(("标题", "主标题", "主题", "题目", "Title", "TITLE"))
_LABELLED = re.compile(
    r"[【\[]?(?P<label>主?标题|主题|题目|副标?题|引题|肩题|Title|TITLE|Subtitle)[】\]]?\s*[：:]\s*(?P<title>\S.{3,60}?)\s*"
)


def front_matter(text: str) -> tuple[list[Line], int]:
    """Its lines, each with its role, and where what follows begins; none and 0 where there is no front matter."""
    found = _FRONT.match(text)
    return (list(_fields(text[: found.end()])), found.end()) if found else ([], 0)


def titled(line: Line) -> Line:
    """``line`` as the title or the subtitle, if a label before it says so: 标题：山货进城, 副标题：……."""
    found = None if line.role or line.mark else _LABELLED.fullmatch(line.text)
    if found is None:
        return line
    low, high = found.span("title")
    role = BlockKind.TITLE if found["label"] in _TITLES else BlockKind.SUBTITLE
    return replace(line, role=role, text=line.text[low:high], pieces=line.part(low, high))


_ORIGINAL = re.compile(r"[（(【]?原标?题\s*[：:]\s*(?P<title>\S.{5,60}?)\s*[）)】]?")


def set_aside_over_original(drafts: Sequence[Draft]) -> None:
    """Let what stands over the title be noise, where the page says which line that is: 原标题：山货进城."""
    head = drafts[: 2 * _FEW]
    told = {
        found["title"]
        for draft in head
        if draft.kind is BlockKind.NOISE and (found := _ORIGINAL.fullmatch(draft.text))
    }
    title = next((index for index, draft in enumerate(head) if draft.text in told), 0) if told else 0
    if all(draft.short or draft.kind for draft in head[:title]):
        for draft in head[:title]:
            draft.kind = draft.kind or BlockKind.NOISE


def set_told_title(drafts: Sequence[Draft]) -> None:
    """Let what a page tells to be its title be it, where it has no other: 原标题：山货进城, 新华社…电 题：山货进城."""
    titles = [draft for draft in drafts if draft.kind is BlockKind.TITLE]
    if not all(draft.text.startswith("——") for draft in titles):
        return
    for draft in drafts[:_FEW]:
        low, high = _told_title(draft)
        if low < high:
            for under in titles:
                under.kind = BlockKind.SUBTITLE
            line = draft.lines[0]
            draft.kind = BlockKind.TITLE
            draft.replace_first(
                replace(line, role=draft.kind, text=line.text[low:high], pieces=line.part(low, high))
            )
            return


def _told_title(draft: Draft) -> tuple[int, int]:
    """Where in a draft of one line the title stands behind what says that it is one; nowhere if none does."""
    if draft.kind is BlockKind.NOISE and (found := _ORIGINAL.fullmatch(draft.text)):
        return found.span("title")
    start = subject_start(draft.text) if draft.kind is BlockKind.BYLINE and len(draft.lines) == 1 else 0
    return (start, len(draft.text)) if start else (0, 0)


def _fields(text: str) -> Iterator[Line]:
    for line in lines(text):
        field = _FIELD.fullmatch(line.text)
        if field and field["value"] and (role := _role(field["key"].lower())):
            low, high = field.span("value")
            yield replace(
                line, role=role, text=line.text[low:high], pieces=((line.start + low, line.start + high),)
            )
        else:
            yield replace(line, role=BlockKind.NOISE)


def _role(key: str) -> BlockKind | None:
    if key in ("title", "标题"):
        return BlockKind.TITLE
    if key in ("subtitle", "副标题"):
        return BlockKind.SUBTITLE
    return BlockKind.BYLINE if key in _BYLINES else None
