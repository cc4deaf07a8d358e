"""Cuts: whether a line goes on with the paragraph before it, or begins one of its own."""

import re

from tuiexplorer.layout.signs import CLOSERS, STOPS, ends

_INNER = frozenset("，、。；：！？）”’》」』】,;:!?)…%％的了们")
"""No paragraph begins with one of these."""
_HANGING = frozenset("，、,（(“‘《「『【和与及或把被将在对向从")
"""No paragraph and no heading ends with one of these."""
_POST_THEN_NAME = re.compile(r"(?:书记|长|主任|主席|经理|委员|代表|教授|院士|总裁|人|民)\w$")
_NAME_THEN_CUE = re.compile(r"\w{1,2}(?:表示|说|介绍|指出|认为|称|强调)")


def continues(before: str, after: str) -> bool:
    """Whether the line ``after`` is the rest of the line ``before``."""
    if ends(before):
        return after[0] in CLOSERS and after[0] not in "\"'" and before[-1] in STOPS
    if after[0] in _INNER or before[-1] in _HANGING:
        return True
    if _POST_THEN_NAME.search(before) and _NAME_THEN_CUE.match(after):
        return True
    if before[-1].isdigit() and after[0].isdigit():
        return True
    if before.rfind("“") > before.rfind("”"):
        return True
    return not looks_like_heading(before)


def looks_like_heading(text: str) -> bool:
    """Whether a line could be a heading: short, one clause or two, no full stop."""
    return len(text) <= 40 and not ends(text) and not any(stop in text for stop in "。；")
