"""Traditional and simplified script: one character to one, so that offsets stay what they are."""

import os
import re
from functools import cache

# A text in traditional script has several of these in any paragraph; one in simplified script has none. Strings, not
# compiled: who only searches would pay for it.
_TRADITIONAL = "[說説們為爲國會長這來時個與對將還於過發經現問開業後應當點員學實關報]"
_SIMPLIFIED = "[说们为国会长这来时个与对将还过发经现问开业应当点员学实关报]"
# What stands for two characters of simplified script: 計畫 but 畫家, 看著 but 著名, 身分 but 分明.
_IN_WORDS = (
    "(?<=[计规企策筹])画|甚(?=么)|(?<=身)分(?![为成别])"
    "|(?<![显卓原编专论译所巨名土昭])著(?![名作述书称者]|有《)"
)
_OF_WORDS = {"画": "划", "甚": "什", "分": "份", "著": "着"}


@cache
def simplified_forms() -> dict[int, str]:
    """Code point of a traditional character to its simplified form."""
    with open(os.path.join(os.path.dirname(__file__), "simplified.txt"), encoding="utf-8") as file:
        lines = file.read().splitlines()
    return {ord(char): line[0] for line in lines if line[0] != "#" for char in line[1:]}


def is_traditional(text: str) -> bool:
    """Whether ``text``, or a part of it, is in traditional script."""
    return re.search(_TRADITIONAL, text) is not None


def is_mostly_traditional(text: str) -> bool:
    """Whether more of ``text`` is in traditional script than in simplified script."""
    return is_traditional(text) and len(re.findall(_TRADITIONAL, text)) > len(re.findall(_SIMPLIFIED, text))


def simplified(text: str) -> str:
    """``text`` as simplified script writes it, if it is in traditional script; of the same length."""
    if not is_traditional(text):
        return text
    return re.sub(_IN_WORDS, lambda match: _OF_WORDS[match[0]], text.translate(simplified_forms()))
