"""How a line ends: as a paragraph does, or in the middle of one."""

import re
from unicodedata import category

CLOSERS = "”’）)》〉」』】〕］]\"'"
"""What may stand after the mark that ends a sentence."""
STOPS = "。！？!?…"
"""What ends a sentence."""
_ENDS = frozenset(STOPS + "；;：:～~.")
_REMARK_LAST = re.compile(
    r"(?:。[”’]?|[！？!?…][”’]?(?=[（(][^（()）]{0,6}(?:笑|掌声)))[（(][^（()）]{1,12}[）)]$"
)
"""A remark of who wrote it down, behind the full stop: …。（笑声）."""


def ends(text: str) -> bool:
    """Whether ``text`` ends as a paragraph does: with a full stop, or with what introduces the next."""
    last = text[-1:]
    if last not in _ENDS:
        if last in "）)" and _REMARK_LAST.search(text, len(text) - 16):
            return True
        text = text.rstrip(CLOSERS).rstrip()  # …。 ”
        last = text[-1:]
    return last in _ENDS and not (last == "." and text[-2:-1].isdigit() and not text.isascii())


def ends_in_sign(text: str) -> bool:
    """Whether a line ends in a picture or an arrow, as those of public accounts do: what it points to is another."""
    return category(text[-1]) == "So" or text[-1] in "→➜|\ufe0f"
