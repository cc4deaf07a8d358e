"""Write src/tuiexplorer/search/fold.txt: which characters the search takes for one another.

From the Unicode database that comes with Python, and the lexicon's table of traditional characters.
"""

import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tuiexplorer.lexicon.script import simplified_forms

TARGET = Path(__file__).parents[1] / "src" / "tuiexplorer" / "search" / "fold.txt"
MARKS = "\"'「」『』｢｣`´′″‵〝〞〟﹁﹂﹃﹄《》〈〉·•‧・･∙⋅"
DASHES = "−─━﹘﹣－"
# What the lexicon keeps apart: traditional script has it for both (看著, 著名). Ways to write nought (二〇二五).
VARIANTS = "著着 零〇 ○〇 ◯〇"
HEADER = """\
# Which characters the search takes for one another, besides traditional for simplified ones (the lexicon knows those):
# width, case and accents, from the Unicode database, and a few variants. Written by tools/make_fold.py; do not edit.
# First code points (hexadecimal) of what is dropped: quotation marks, middle dots, invisible signs; then white space.
# Then two lines each: characters, and below every one what stands for it.

"""
WIDTH = 100


STANDS_FOR = {pair[0]: pair[1] for pair in VARIANTS.split()}


def one(char: str) -> str:
    """What the char is folded to: itself, another, or nothing."""
    if char in STANDS_FOR:
        return STANDS_FOR[char]
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
    others = "".join("".join(chars) for _to, chars in sorted(groups.items()))
    stands = "".join(to * len(chars) for to, chars in sorted(groups.items()))
    with TARGET.open("w", encoding="utf-8", newline="\n") as file:
        file.write(HEADER)
        for codes in drop, space:
            file.write(f"{' '.join(ranges([code for code in codes if code <= 0xFFFF]))}\n")
        for start in range(0, len(others), WIDTH):
            file.write(f"{others[start : start + WIDTH]}\n{stands[start : start + WIDTH]}\n")


def ranges(codes: list[int]) -> Iterator[str]:
    """Ascending code points, those that follow one another as first-last."""
    for _, run in groupby(enumerate(codes), lambda numbered: numbered[1] - numbered[0]):
        (_, first), *more = run
        yield f"{first:x}-{more[-1][1]:x}" if more else f"{first:x}"


if __name__ == "__main__":
    main()
