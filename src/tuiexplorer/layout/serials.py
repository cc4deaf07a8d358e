"""Serials: what counts or frames all headings of a source alike, in no style that a line tells by itself.

关键词一：…, 镜头1 …, 【二】…, /03/ … are numbers where they go on from one heading to the next; /…/, =…=, ［…］, »… are
marks where every heading has them.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.draft import Draft
from tuiexplorer.layout.marks import SIGN
from tuiexplorer.reading import Span

_HAN = "一二三四五六七八九十"
_DIGITS = ("一二三四五六七八九", "壹贰叁肆伍陆柒捌玖", "ⅠⅡⅢⅣⅤⅥⅦⅧⅨ", "ABCDEFGHI")
_LETTERS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_TEN = 10
_SERIAL = re.compile(
    rf"""
    (?P<before>[【\[［〔「（(/]?[一-鿿A-Za-z.]{{0,4}}?\s?)                # 关键词, 【, /0
    (?P<number>[{_HAN}]{{1,2}}|[壹贰叁肆伍陆柒捌玖]|\d{{1,2}}|[Ⅰ-Ⅸ]|[IVX]{{1,4}}|[A-I])
    (?P<after>[一-鿿]?[】\]］〕」）)/]?\s?[、.．：:，|｜丨/·—–－-]{{0,2}}\s*)     # ：, 问：, 】
    (?P<text>\S.+)
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(rf".{{0,6}}?[{_HAN}\d壹贰叁肆伍陆柒捌玖Ⅰ-ⅨA-IXV]")
"""What any of them has; it only spares the search."""
_JOINT = re.compile(r"[\W丨]|^是$")
"""What parts a number from the heading: 一是 too."""
_CLOSING = dict(zip("［[〔〈{｛（(<【〖", "］]〕〉}｝）)>】〗", strict=True))
_FRAME = re.compile(r"(?P<open>[^\w\s“”‘’\"'《》「」『』，。、：；！？…—#]{1,3})\s*(?=\S)")


def without_serials(drafts: Sequence[Draft]) -> None:
    """Take what counts or frames the headings off their text."""
    heads = [draft for draft in drafts if draft.kind is BlockKind.HEADING and len(draft.lines) == 1]
    if len(heads) < 2:
        return
    for draft, (low, high) in _framed([head for head in heads if not head.mark]):
        _keep(draft, low, high, SIGN + draft.text[0])
    for draft, low, number in _counted(heads):
        _keep(draft, low, len(draft.text), "1" if number.isdecimal() else "一")


def _keep(draft: Draft, low: int, high: int, mark: str) -> None:
    line = draft.lines[0]
    text = line.text[low:high]
    draft.replace_first(replace(line, text=text, pieces=line.part(low, high), mark=draft.mark or mark))


def _framed(heads: Sequence[Draft]) -> Iterator[tuple[Draft, Span]]:
    """Where the text of headings stands within a sign that all have."""
    found = [_FRAME.match(draft.text) for draft in heads]
    signs = {one["open"] if one else "" for one in found}
    if len(heads) < 2 or len(signs) != 1 or not (sign := signs.pop()):
        return
    closing = "".join(_CLOSING.get(character, character) for character in reversed(sign))
    closed = [draft.text.endswith(closing) for draft in heads]
    if not all(closed) and (any(closed) or sign[0] in _CLOSING):
        return
    for draft, one in zip(heads, found, strict=True):
        end = len(draft.text) - len(closing) * all(closed)
        end = len(draft.text[:end].rstrip())
        if one and one.end() < end:
            yield draft, (one.end(), end)


def _counted(heads: Sequence[Draft]) -> Iterator[tuple[Draft, int, str]]:
    """The headings that begin with a number of one row, in which each is by one more than the one before."""
    rows: dict[tuple[str, str], list[tuple[Draft, re.Match[str]]]] = {}
    for draft in heads:
        found = _SERIAL.fullmatch(draft.text) if _NUMBERED.match(draft.text) else None
        if found and _JOINT.search(found["after"]):
            rows.setdefault((found["before"], found["after"]), []).append((draft, found))
    for row in rows.values():
        numbers = [_value(found["number"]) for _, found in row]
        follows = all(after in (1, before + 1) for before, after in zip([0, *numbers], numbers, strict=False))
        if follows and max(numbers) > 1:
            yield from ((draft, found.start("text"), found["number"]) for draft, found in row)


def _value(number: str) -> int:
    """What a number counts, whichever its script."""
    if number.isdecimal():
        return int(number)
    if number in _LETTERS:
        return _LETTERS.index(number) + 1
    for digits in _DIGITS:
        if number in digits:
            return digits.index(number) + 1
    tens, _, ones = number.rpartition("十")  # 十一, 二十
    return _TEN * (_HAN.find(tens) + 1 if tens else 1) + (_HAN.find(ones) + 1 if ones else 0)
