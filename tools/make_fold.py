"""Write src/tuiexplorer/search/fold.txt: which characters the search takes for one another.

From the Unicode database that comes with Python, and the lexicon's table of traditional characters.
"""

import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

from tuiexplorer.lexicon.script import simplified_forms

TARGET = Path(__file__).parents[1] / "src" / "tuiexplorer" / "search" / "fold.txt"
MARKS = "\"'「」『』｢｣`´′″‵〝〞〟﹁﹂﹃﹄《》〈〉·•‧・･∙⋅"
DASHES = "−─━﹘﹣－"
HEADER = """\
# Which characters the search takes for one another, besides traditional for simplified ones (the lexicon knows those):
# width, case and accents, from the Unicode database. Written by tools/make_fold.py; do not edit.
# One line: what stands for all, then those it stands for.
# "drop" and "space" list code points (hexadecimal): quotation marks, middle dots, invisible signs; white space.
"""


def one(char: str) -> str:
    """What the char is folded to: itself, another, or nothing."""
    if unicodedata.category(char) in ("Pi", "Pf", "Cf", "Mn") or char in MARKS or char == "\0":
        return ""
    if unicodedata.category(char) == "Pd" or char in DASHES:
        return "-"
    plain = unicodedata.normalize("NFKD", char)
    base = plain[0]
    if len(plain) > 1 and any(unicodedata.category(mark) != "Mn" for mark in plain[1:]):
        base = char
    if base != char and one(base) == "":
        return ""
    lower = base.lower()
    return lower if len(lower) == 1 else lower[0]


def main() -> None:
    """Write the table."""
    traditional = simplified_forms()
    groups: dict[str, list[str]] = defaultdict(list)
    drop, space = [], []
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if unicodedata.category(char) in ("Cn", "Co", "Cs"):
            continue
        if char.isspace():
            space.append(code)
            continue
        to = one(char)
        for _ in range(4):
            to = one(to.translate(traditional)) if to else to
        if not to:
            drop.append(code)
        elif to not in (char, traditional.get(code)) and to <= "\uffff" and not to.isspace():
            groups[to].append(char)
    with TARGET.open("w", encoding="utf-8", newline="\n") as file:
        file.write(HEADER)
        for name, codes in (("drop", drop), ("space", space)):
            file.write(f"{name} {' '.join(f'{code:x}' for code in codes if code <= 0xFFFF)}\n")
        for to, chars in sorted(groups.items()):
            file.write(f"{to}{''.join(chars)}\n")


if __name__ == "__main__":
    main()
