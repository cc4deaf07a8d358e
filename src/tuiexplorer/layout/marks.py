"""Marks: what stands before and in a line to show what it is, Markdown's and the page's own."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.datelines import is_lead
from tuiexplorer.layout.line import INVISIBLE, Line
from tuiexplorer.layout.scripts import opens_recording
from tuiexplorer.layout.stops import ends
from tuiexplorer.reading import Span

_MEASURES = "年月日时分秒个名家条项件次位人岁元万亿米公千百点号届期级类种批轮天周度成倍"
_HAN = "一二三四五六七八九十"
NUMBERS: tuple[tuple[str, str], ...] = (
    ("编", rf"第[{_HAN}百\d]{{1,4}}(?:编|篇|部分|板块|单元|集)[\s、：:．.]*"),  # 第一部分 总论
    ("章", rf"第[{_HAN}百\d]{{1,4}}章[\s、：:．.]*"),  # 第一章 总则
    ("节", rf"第[{_HAN}百\d]{{1,4}}节[\s、：:．.]*"),  # 第一节 目标
    (
        "01",
        r"(?:NO|No|PART|Part)?[.\s]?0\d(?:\s*[|｜丨/]\s*(?!\d)|[\s　]+(?=[*一-鿿“《]))",
    ),  # 01 | 现代化产业体系
    (
        "A",
        # A 换赛道 (but A 股大涨)
        r"[A-H](?:\s*[|｜丨、．]\s*|[ 　]+(?=[一-鿿“《]|AI)(?![股站轮超型类座级面区柱端层段]))",
    ),
    ("壹", r"[壹贰叁肆伍陆柒捌玖拾](?:\s*[|丨、．：]\s*|[ 　]+)"),  # 壹丨稳住工业
    ("第一", rf"第[{_HAN}]{{1,3}}[、，,：:\s　]+"),  # 第一、加强领导
    ("一", rf"[{_HAN}]{{1,3}}[、．.]\s*(?![{_HAN}][产、])"),  # 一、总体要求 (but 二、三产业, 一、二、三)
    ("（一）", rf"[（(][{_HAN}]{{1,3}}[）)][、.]?\s*"),  # （一）指导思想
    (
        "1",
        # 1. 1、 1 稳住工业 (but 1.5, 3 月, 5 名)
        rf"\d{{1,2}}(?:(?:[、．]|\.(?!\d))\s*|[ 　]+(?=[一-鿿“《])(?![{_MEASURES}]))",
    ),
    ("（1）", r"(?:[（(]\d{1,2}[）)]|\d{1,2}[）)])[、.]?\s*"),  # （1） 1）
    ("①", r"(?:[①-⒇❶-➓㈠-㈩]|(?:\d\ufe0f?\u20e3|🔟)[、.．]?)\s*"),  # 1️⃣ too
)
"""Styles of numbers, the outermost first, each with its pattern."""

SIGN = "◆"
"""The style of lines under a picture, whichever it is; the picture stands behind it."""
_PICTURES = (
    r"\u231a-\u23ff\u25a0-\u25b1\u25b6-\u25bb\u25c6-\u275a\u2761-\u2775\u2794-\u27bf\u2b00-\u2bff"
    r"\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
"""Geometric shapes, dingbats, emoji: Unicode's blocks without arrows of captions (▲▼◀), quotation marks, numbers."""
_JOINERS = r"\u200d\u20e3\ufe0e\ufe0f\U000e0020-\U000e007f"
"""What makes one picture of several characters, or says how it is shown."""

_RANKS = {style: rank for rank, (style, _) in enumerate(NUMBERS)}
_FRONT = re.compile(
    r"""
      (?P<quote>(?:>[ \t]?)+)
    | (?P<shared>\[(?:分享|转发|链接|图文|文章)\]\s*|【(?:转发?|分享|转载)】\s*)   # [分享] of a chat
    | (?P<hash>\#{1,6})(?:[ \t　]+|(?=[一-鿿“【《「])(?![^\#]{1,40}\#(?:\s|$)))   # ## heading, ##heading; no #topic#
    | (?P<item>[-*+•·▪‣–][ \t　]+)                                           # a list's item
    | (?P<sign>[（(]小标题[）)]\s*|>{2,}\s*|(?!🔟)(?:[#*]\ufe0f?\u20e3|[※＊▋-▏┃|丨"""
    rf"{_PICTURES}][{_JOINERS}]*)+\s*)"
    + "".join(f"|(?P<n{rank}>{pattern})" for rank, (_, pattern) in enumerate(NUMBERS)),
    re.VERBOSE,
)
_STARTS = frozenset(
    ">#-—–*+•·‣※＊|丨〖↓第壹贰叁肆伍陆柒捌玖拾（(【[!_\\NPABCDEFGH" + _HAN + "0123456789" + INVISIBLE
)
_OF_SIGN = re.compile(rf"[\s※＊{_PICTURES}{_JOINERS}]")
_STARS = re.compile(r"(?<=[^\s*])\*{3,}$")
"""Those that copying leaves behind a title."""
_AFTER = frozenset(INVISIBLE + "\\◢◥")
"""What may follow a line's text: Markdown's hard break is a backslash."""
_PAIR = re.compile(r"(?P<mark>\*\*|__|\*)(?=[^\s*_])(?P<text>(?:(?!(?P=mark)).){1,300})(?P=mark)")
_BETWEEN = frozenset("—–-·↓")
_BETWEEN_DASHES = re.compile(r"(?P<mark>[—-]{1,4})\s+(?P<text>[^—，。：-]{2,30}?)\s+(?P=mark)")
_BETWEEN_SIGNS = re.compile(
    r"(?P<mark>[—–-]{1,4}|[·↓]{1,3})\s?(?P<text>[一-鿿“][^—。：·\s-]{2,29}?)\s?(?P=mark)"
)
"""The same without blanks, and between other signs: ——山货进城——, · 山货进城 ·."""
_BRACKETS = re.compile(r"[【〖]([^【】〖〗]{2,40})[】〗]")
_LABEL = re.compile(r"[【〖][^【】〖〗]{2,12}[】〗]\s*(?=\S)")
_INLINE = re.compile(
    r"""
    [*!\[<](?:                     # one set of first characters, so that the rest of a line is passed over at once
      (?<=\*)\*(?:(?<![*\w]\*\*)(?=\S) | (?<=[^\s*]\*\*)(?!\*))          # **bold**
    | (?<=!)\[[^\[\]]{0,200}\]\([^()\s]{0,2000}\)                        # ![picture](address)
    | (?<=\[)(?P<label>[^\[\]]{1,200})\]\([^()\s]{0,2000}\)              # [label](address)
    | (?<=<)(?:br\s{0,3}/? | /?(?:b|i|u|p|em|strong|span|font|center|div)(?:\s[^<>]{0,200})?)>
    )
    """,
    re.VERBOSE,
)
_CHINESE = re.compile("[一-鿿]")
_SIGNS = {"quote": "", "shared": "", "hash": "#", "item": "-", "sign": ""}
_LONGEST_SENTENCE = 40
_LONGEST = 80
"""A marked heading has at most this many characters."""
_PICTURE_CELL = re.compile(r"\|\s*[^|。：:\d]{6,40}\s*\|")
"""The one cell of a table under a picture."""
_ALONE = re.compile(
    r"(?:(?:[-*+•]|\d{1,2}\.)[ \t]+)?(?P<picture>!)?\[(?P<label>[^\[\]]{0,200})\]\([^()]{0,2000}\)"
)


def unmark(line: Line) -> Line:
    """``line`` with its marks off its text and named in ``mark``.

    A number stays in the text of what is no heading: a list's item, a paragraph.
    """
    text = line.text
    if text.endswith("***") and (stars := _STARS.search(text)):
        line = _kept(line, 0, stars.start(), "")
        if line.role:
            return line  # nothing but marks stands before them
        text = line.text
    if not (
        _may_be_marked(text[0])
        or "**" in text
        or "](" in text
        or "<" in text
        or text[-1] in _AFTER
        or text[-1] == "|"
    ):
        return line
    if text[0] == "|" and text[-1] == "|":
        return _of_cell(line) if text.count("|") == 2 and len(text) > 2 else replace(line, mark="-")
    if "](" in text and (alone := _ALONE.fullmatch(text)):
        return _link(line, alone)
    low, high, mark = _stripped(text)
    if mark[:1] == "#":
        high = len(text[:high].rstrip("# \t")) or high
    elif mark and mark != "-" and not could_head(text[low:high]):
        mark = "-"
    kept = _kept(line, low, max(high, low), mark)
    return replace(kept, quoted=True) if text[0] == ">" else kept


def _of_cell(line: Line) -> Line:
    """The one cell of a row without its edges: what a picture shows, or what its words tell."""
    text = line.text
    if not any(map(str.isalnum, text)):
        return replace(line, mark="-")
    kept = _kept(line, *_inside(text, 1, len(text) - 1), "-")
    if kept.role:
        return kept  # nothing but marks is in it
    return replace(kept, role=BlockKind.CAPTION if _PICTURE_CELL.fullmatch(text) else None)


def _may_be_marked(first: str) -> bool:
    """Whether a line that begins with this character may have a mark; cheap, and true of some that have none."""
    return first in _STARTS or "\u231a" <= first <= "\u3299" or first >= "\U0001f000"


def _stripped(text: str) -> tuple[int, int, str]:
    """Where a text begins and ends inside its marks, and the style of the outermost; a number's behind Markdown's."""
    low, high = _inside(text, 0, len(text))
    mark = ""
    while found := _outermost(text, low, high, mark):
        low, high, style = found
        low, high = _inside(text, low, high)
        if style[:1] == SIGN:
            high = _before_sign(text, low, high)
        mark = mark + style if mark[-1:] == "#" and is_number(style) else mark or style
    if not mark and _LABEL.match(text, low, high):
        mark = "" if is_lead(text[low:high]) or opens_recording(text[low:high]) else "【】"
    return low, high, mark


def _outermost(text: str, low: int, high: int, mark: str) -> tuple[int, int, str] | None:
    """What is inside the outermost mark of ``text[low:high]``, and its style; None where there is none."""
    first, last = text[low : low + 1], text[high - 1 : high]
    if not (first and _may_be_marked(first)):
        return None
    if (
        first in _BETWEEN
        and last in _BETWEEN
        and (
            between := _BETWEEN_DASHES.fullmatch(text, low, high) or _BETWEEN_SIGNS.fullmatch(text, low, high)
        )
    ):
        return *between.span("text"), SIGN + first
    if first == last and first in "*_" and (pair := _PAIR.fullmatch(text, low, high)):
        return *pair.span("text"), "**" if len(pair["mark"]) == 2 else ""
    if first in "【〖" and last in "】〗" and (brackets := _BRACKETS.fullmatch(text, low, high)):
        return *brackets.span(1), "【】"
    front = _FRONT.match(text, low, high)
    if not front or front.end() >= high or not (group := front.lastgroup):
        return None
    if group in _SIGNS:
        style = SIGN + first if group == "sign" else front[group] if group == "hash" else _SIGNS[group]
        return front.end(), high, style
    if mark[:1] == "#" or could_head(text[front.end() : high]):
        return front.end(), high, NUMBERS[int(group[1:])][0]
    return None if mark else (low, high, "-")


def could_head(text: str) -> bool:
    """Whether a marked text is a heading: not too long, one sentence at most, and that without a full stop."""
    return len(text) <= _LONGEST and "。" not in text and (not ends(text) or text[-1:] in "？?！!")


def numbered_sentence(line: Line) -> Line | None:
    """A short line under a number that ends in a full stop as a heading without both: 一、教育靠改革。."""
    text = line.text
    found = _FRONT.match(text)
    if found is None or found.lastgroup is None or found.lastgroup in _SIGNS or text[-1] != "。":
        return None
    low, high = found.end(), len(text) - 1
    if not 1 < high - low <= _LONGEST_SENTENCE or "。" in text[low:high]:
        return None
    return replace(
        line, text=text[low:high], pieces=line.part(low, high), mark=NUMBERS[int(found.lastgroup[1:])][0]
    )


def is_number(style: str) -> bool:
    """Whether a style of marks is one of numbers."""
    return style in _RANKS


def number_rank(style: str) -> int:
    """How deep a style of numbers stands among them, 0 the outermost."""
    return _RANKS[style]


def _inside(text: str, low: int, high: int) -> Span:
    while low < high and (text[low].isspace() or text[low] in INVISIBLE):
        low += 1
    while low < high and (
        (last := text[high - 1]).isspace() or last in _AFTER or (last == "|" and _is_cell(text, high))
    ):
        high -= 1
    return low, high


def _is_cell(text: str, end: int) -> bool:
    """Whether the stroke that ends ``text[:end]`` is the edge of a table's cell, by itself: …。 | | |."""
    return end == 1 or text[end - 2] == "|" or text[end - 2].isspace()


def _before_sign(text: str, low: int, high: int) -> int:
    """Where ``text[low:high]`` ends without the signs that close what they mark: 🔥热议🔥."""
    end = high
    while end > low and not text[end - 1].isalnum() and _OF_SIGN.match(text[end - 1]):
        end -= 1
    return end if end > low else high


def _link(line: Line, alone: re.Match[str]) -> Line:
    """A line that is one link or picture: noise, or the caption that a picture carries."""
    label = alone["label"]
    if alone["picture"] and len(_CHINESE.findall(label)) > 3:
        return replace(_kept(line, *alone.span("label"), ""), role=BlockKind.CAPTION)
    return replace(line, role=BlockKind.NOISE)


def _kept(line: Line, low: int, high: int, mark: str) -> Line:
    """``line`` with the text ``[low, high)`` of it, marks inside left out too."""
    text, start = line.text, line.start
    pieces: tuple[Span, ...] = ((start + low, start + high),)
    shown = text[low:high]
    if "**" in shown or "](" in shown or "<" in shown:
        spans = list(_unmarked(text, low, high))
        shown = "".join(text[begin:end] for begin, end in spans)
        pieces = tuple((start + begin, start + end) for begin, end in spans)
    elif not mark and len(shown) == len(text):
        return line
    low, high = _inside(shown, 0, len(shown))
    if low == high:
        return replace(line, text="", role=BlockKind.NOISE)
    kept = Line(start, line.end, shown, line.gap, line.indent, pieces, mark, wide=line.wide)
    return (
        replace(kept, text=shown[low:high], pieces=kept.part(low, high)) if high - low < len(shown) else kept
    )


def _unmarked(text: str, low: int, high: int) -> Iterator[Span]:
    """The parts of ``text[low:high]`` outside the marks in it."""
    for found in _INLINE.finditer(text, low, high):
        if low < found.start():
            yield low, found.start()
        if found["label"]:
            yield found.span("label")
        low = found.end()
    if low < high:
        yield low, high
