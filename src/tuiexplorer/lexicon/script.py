"""Traditional and simplified script: one character to one, so that offsets stay what they are."""

import os
import re
from functools import cache

# A text in traditional script has several of these in any paragraph; one in simplified script has none. A string, not
# compiled: who only searches would pay for it.
_TRADITIONAL = "[說們為國會長這來時個與對將還於過發經現問開業後應當點員學實關報]"


@cache
def simplified_forms() -> dict[int, str]:
    """Code point of a traditional character to its simplified form."""
    with open(os.path.join(os.path.dirname(__file__), "simplified.txt"), encoding="utf-8") as file:
        lines = file.read().splitlines()
    return {ord(char): line[0] for line in lines if line[0] != "#" for char in line[1:]}


def is_traditional(text: str) -> bool:
    """Whether ``text``, or a part of it, is in traditional script."""
    return re.search(_TRADITIONAL, text) is not None


def simplified(text: str) -> str:
    """``text`` with its traditional characters written in simplified form; of the same length."""
    return text.translate(simplified_forms()) if is_traditional(text) else text
