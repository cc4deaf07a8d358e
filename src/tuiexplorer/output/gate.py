"""The one gate that text from files passes before it is shown: what would steer a terminal is made visible.

An article, a file name, even a speaker may hold control sequences that clear the screen or fill the
clipboard, marks that turn the line round, or characters that cannot be seen. None of it is dropped and
none obeyed: each stands as one symbol, so that offsets into the text stay true for what is shown.
"""

import re
import unicodedata

UNSEEN = (
    "\x00-\x1f\x7f-\x9f"  # C0, DEL, C1
    "\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e"  # soft hyphen, signs around numbers
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"  # zero width, line ends, directions
    "\ud800-\udfff"  # halves of surrogate pairs: bytes of a file name that are no text
    "\U000110bd\U000110cd\U00013430-\U0001343f"  # layout of hieroglyphs, shorthand and music
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e00ff"  # tags
)
"""The inside of a regular expression's character class: categories Cc, Cf, Cs, Zl and Zp of Unicode 17."""

_PILE = 4
"""How many combining marks may stand on one character: what languages need, less than smears other lines."""

# A string, not compiled: hardly any text needs it, and every run would pay for it.
_UNSEEN = f"[{UNSEEN}]"
_MAY_HOLD_PILE = re.compile(
    "[\u0300-\u1fff\u20d0-\u20ff\u2cef-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\uabff\ufb1e\ufe00-\ufe2f"
    f"\U00010000-\U0010ffff]{{{_PILE + 1},}}"
)


def visible(text: str, *, lines: bool = False) -> str:
    """``text`` with every character that is obeyed rather than seen shown as a symbol: ␛ for ESC, else �.

    The result is as long as ``text``, code point for code point. ``lines`` keeps line feeds as they are;
    else the result is one line.
    """
    if not text.isascii():
        text = _MAY_HOLD_PILE.sub(_lowered, text)
    return "\n".join(map(_shown, text.split("\n"))) if lines else _shown(text)


def _shown(line: str) -> str:
    """``line`` with a symbol for each character that is not seen; what Python calls printable holds none."""
    return line if line.isprintable() else re.sub(_UNSEEN, _symbol, line)


def _symbol(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "�"


def _lowered(match: re.Match[str]) -> str:
    """The run with all but the first marks of each pile taken for the noise that they are."""
    shown, height = [], 0
    for character in match[0]:
        height = height + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        shown.append(character if height <= _PILE else "�")
    return "".join(shown)
