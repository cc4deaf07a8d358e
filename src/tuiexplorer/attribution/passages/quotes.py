"""Quotation marks of a paragraph: which stretches are quoted, and a form of the text that the grammar can read.

The grammar reads *normal* text: the same length as the original, so that offsets carry over, with ASCII and
full-width punctuation and traditional and simplified script made one, and every pair of quotation marks written “ ”.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate

from msgspec import Struct

from tuiexplorer.lexicon.script import is_traditional, simplified

# Character for character: what stands above is read as what stands below it.
_MARKS = dict(
    zip(
        ",:;?!()「」『』〝〞﹃﹄﹁﹂＂　\u00a0・•‧．∙⋅･―",
        '，：；？！（）“”‘’“”“”“”"  ·······—',
        strict=True,
    )
)
_ANY_MARK = re.compile("[" + "".join(map(re.escape, _MARKS)) + "]")
_QUOTATION_MARK = re.compile("[“”]")
_DIGIT_MARKS = re.compile(r"[，：](?<=\d.)(?=\d)")  # 1,000 and 19:30 keep their mark
_BLANK_BEFORE = re.compile("(?<=[。，；！？…])( {1,4})”")
"""A blank before a closing mark, which is read as if it stood after it: …。 ”."""
_LATIN_DOT = re.compile(r"\.(?<=[\u4e00-\u9fff]\.)(?=[\u4e00-\u9fff])")


_TITLE = re.compile("《[^《》\n]{0,40}[：，][^《》\n]{0,40}》")
"""A work whose title has a mark in it, which parts no clause: 《大江：归途》美术总监."""
_ASCII = str.maketrans("：，", ":,")


class Quote(Struct, frozen=True, gc=False):
    """A quoted stretch: ``text[start]`` is the opening mark, ``text[end - 1]`` the closing one where ``closed``."""

    start: int
    end: int
    closed: bool

    @property
    def inner(self) -> tuple[int, int]:
        """The stretch between the marks."""
        return self.start + 1, self.end - 1 if self.closed else self.end


def normalise(texts: Sequence[str]) -> list[str]:
    """The normal forms of the paragraphs ``texts``, each of the same length as its text.

    All are looked through in one go: a document has many, and most hold nothing to change.
    """
    whole = "\n".join(texts)
    if is_traditional(whole):
        whole = "\n".join(map(simplified, texts))
    whole = _ANY_MARK.sub(lambda match: _MARKS[match[0]], whole)
    if " ”" in whole:
        whole = _BLANK_BEFORE.sub(lambda match: "”" + match[1], whole)
    whole = _DIGIT_MARKS.sub(lambda match: "," if match[0] == "，" else ":", whole)
    if "." in whole:
        whole = _LATIN_DOT.sub("·", whole)
    if "《" in whole:
        whole = _TITLE.sub(lambda match: match[0].translate(_ASCII), whole)
    ends = accumulate(len(text) + 1 for text in texts)
    parts: Iterable[str] = (
        whole[end - 1 - len(text) : end - 1] for text, end in zip(texts, ends, strict=True)
    )
    if '"' in whole:
        parts = map(_paired, parts)
    if "'" in whole or "‘" in whole:
        parts = map(_outer, parts)
    return [_closed(part) if "“" in part else part for part in parts]


def _paired(normal: str) -> str:
    """A paragraph with each two of its straight quotation marks as a pair."""
    pieces = normal.split('"')
    return pieces[0] + "".join("“”"[number % 2] + piece for number, piece in enumerate(pieces[1:]))


_SINGLE = re.compile(r"(?<![A-Za-z])'(?=[^']*[\u4e00-\u9fff])([^']{2,})'(?![A-Za-z])")  # not: it's
_OUTER = str.maketrans("‘’", "“”")


def _outer(normal: str) -> str:
    """A paragraph with its single quotation marks as double ones, where it has no others."""
    if "“" in normal or ("'" not in normal and "‘" not in normal):
        return normal
    return _SINGLE.sub(r"“\1”", normal).translate(_OUTER)


# 他说：“现在来吧。“他站起身…
_OPENED_AGAIN = re.compile("“[^“”]*[。！？…](“)(?=[^“”]+(?:“|$))")


def _closed(normal: str) -> str:
    """A paragraph with an opening mark that stands for a closing one put right: after a full stop, and never closed."""
    if normal.count("“") <= normal.count("”"):
        return normal
    match = _OPENED_AGAIN.search(normal)
    while match:
        normal = f"{normal[: match.start(1)]}”{normal[match.end(1) :]}"
        match = _OPENED_AGAIN.search(normal, match.end())
    return normal


def quotes(normal: str) -> list[Quote]:
    """The outermost quotations of a normal text, in order; the last may be unclosed.

    A second opening mark inside an open quotation (the sign of a new paragraph, or of a closing mark forgotten)
    opens no deeper level unless its own closing mark follows: counts decide.
    """
    if "“" not in normal:
        return []
    found: list[Quote] = []
    depth, start = 0, 0
    for match in _QUOTATION_MARK.finditer(normal):
        if match.group() == "“":
            if depth == 0:
                start = match.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                found.append(Quote(start, match.end(), closed=True))
    if depth:
        close = normal.rfind("”", start)
        if close > start and depth > 1:
            found.append(Quote(start, close + 1, closed=True))
        else:
            found.append(Quote(start, len(normal), closed=False))
    return found
