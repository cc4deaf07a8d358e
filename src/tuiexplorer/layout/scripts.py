"""Scripts of broadcasts: the marks in brackets that say what is heard, which are no headings (【解说】, 【同期声】)."""

import re

from msgspec.structs import replace

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.line import Line
from tuiexplorer.lexicon import grammar

_OPEN = frozenset("【［[（(")
_PLAIN = frozenset("同受采")
_TOLD = re.compile(rf"[【［\[（(](?:{grammar.either('signs', 'told_parts')})[】］\]）)][\s　：:]*")
SOUND_BITE = (
    rf"(?:[【［\[（(](?:{grammar.either('signs', 'sound_bites')})[】］\]）)]"
    r"|同期声(?=[\s　：:])|(?:同期|受访者|采访对象)(?=[：:]))[\s　：:]*"
)
"""The mark of recorded words, before who is heard: 【同期声】村民 王福：…."""
_BITE = re.compile(SOUND_BITE)
_HEARD = re.compile(SOUND_BITE + "(?P<who>[^，。；：“”！？,;:!?]{0,40})")


def opens_recording(text: str) -> bool:
    """Whether a text opens with the mark of recorded words: 【同期声】村民 王福：…."""
    return text[0] in _OPEN and _BITE.match(text) is not None


def in_script(line: Line) -> tuple[Line, ...]:
    """``line``, its mark apart where what is told follows it. Who is heard is no heading, alone on a line either."""
    text = line.text
    first = text[:1]
    if first in _OPEN and (told := _TOLD.match(text)):
        mark, rest = line.split(told.end(), told.end())
        noise = replace(mark if rest.text else line, role=BlockKind.NOISE)
        return (noise, rest) if rest.text else (noise,)
    if (first in _OPEN or first in _PLAIN) and (heard := _HEARD.fullmatch(text)):
        return (replace(line, role=BlockKind.PARAGRAPH if heard["who"] else BlockKind.NOISE),)
    return (line,)
