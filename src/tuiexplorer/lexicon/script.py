"""Traditional and simplified script: one character to one, so that offsets stay what they are."""

import re
from functools import cache
from pathlib import Path

# A text in traditional script has several of these in any paragraph; one in simplified script has none.
_TRADITIONAL = re.compile("[說們為國會長這來時個與對將還於過發經現問開業後應當點員學實關報]")


@cache
def simplified_forms() -> dict[int, str]:
    """Code point of a traditional character to its simplified form."""
    text = Path(__file__).with_name("simplified.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    traditional = "".join([line[1:] for line in lines])
    simple = "".join([line[0] * (len(line) - 1) for line in lines])
    return dict(zip(map(ord, traditional), simple, strict=True))


def is_traditional(text: str) -> bool:
    """Whether ``text``, or a part of it, is in traditional script."""
    return _TRADITIONAL.search(text) is not None


def simplified(text: str) -> str:
    """``text`` with its traditional characters written in simplified form; of the same length."""
    return text.translate(simplified_forms()) if is_traditional(text) else text
