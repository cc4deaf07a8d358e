"""Write src/tuiexplorer/search/fold.txt: which characters the search takes for one another.

Run with the development-only package opencc-python-reimplemented installed (Apache License 2.0, as is the
OpenCC data in it: https://github.com/BYVoid/OpenCC). The rest is the Unicode database that comes with Python.
"""

import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

from opencc import OpenCC

TARGET = Path(__file__).parents[1] / "src" / "tuiexplorer" / "search" / "fold.txt"
MARKS = "\"'「」『』｢｣`´′″‵〝〞〟﹁﹂﹃﹄《》〈〉·•‧・･∙⋅"
DASHES = "−─━﹘﹣－"
HEADER = """\
# Which characters the search takes for one another. Written by tools/make_fold.py; do not edit.
# Traditional to simplified: OpenCC's TSCharacters (https://github.com/BYVoid/OpenCC, Apache License 2.0).
# Width, case and accents: the Unicode database. One line: what stands for all, then those it stands for.
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
    simplify = OpenCC("t2s").convert
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
            to = simplify(to) if len(simplify(to)) == 1 and simplify(to) <= "\uffff" else to
            to = one(to) if to else to
        if not to:
            drop.append(code)
        elif to != char and to <= "\uffff" and not to.isspace():
            groups[to].append(char)
    with TARGET.open("w", encoding="utf-8", newline="\n") as file:
        file.write(HEADER)
        for name, codes in (("drop", drop), ("space", space)):
            file.write(f"{name} {' '.join(f'{code:x}' for code in codes if code <= 0xFFFF)}\n")
        for to, chars in sorted(groups.items()):
            file.write(f"{to}{''.join(chars)}\n")


if __name__ == "__main__":
    main()
