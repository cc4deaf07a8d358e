"""Measure how Chinese news holds together, for `layout/cohesion.txt`: run on a folder of articles in Markdown.

    python tools/measure_cohesion.py FOLDER > src/tuiexplorer/layout/cohesion.txt

For a line that ends in the character a and a next one that begins with b, the file answers: how much more likely is
"ab" inside a running sentence than at the joint of a heading and a paragraph? In natural logarithms and rounded,

    pair(ab) + last(a) + first(b)      pair: log P(ab) / P(a)P(b) in running text
                                       last: log P(a) in running text / P(a) at the end of a headline
                                       first: log P(b) in running text / P(b) at the start of a paragraph

and for a sentence that begins with b, how much more likely it begins a paragraph than goes on in one:

    start(b)
"""

import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

HEAD = """\
# How Chinese news holds together: what speaks for a sentence that was cut between two characters, and what against.
# Made by tools/measure_cohesion.py from three years of broadcast transcripts; never edited by hand. Each line is a
# table, a weight (a rounded natural logarithm) and the characters or pairs that have it; what is not listed weighs as
# "?" does. 0 stands for any digit, a for any letter.
"""

SENTENCE = re.compile(r"[。！？][”’）]*(?=.)")
OFTEN = 12


def folded(text: str) -> str:
    """One form of comma, of digits and of letters."""
    return re.sub(r"[A-Za-z]", "a", re.sub(r"\d", "0", text.replace(",", "，")))


def gather(folder: Path) -> tuple[list[str], list[str]]:
    """The paragraphs and the headlines of a folder."""
    paragraphs, headlines = [], []
    for path in sorted(folder.rglob("*.md")):
        for raw in path.read_text(encoding="utf-8").splitlines():
            line = folded(raw.strip())
            if match := re.fullmatch(r"(?:### |\*\*)(.+?)(?:\*\*)?", line):
                headlines.append(match[1])
            elif len(line) > 30 and line[-1] in "。”":
                paragraphs.append(re.sub(r"^\*\*.*?\*\*.*?：", "", line))
    return [text for text in paragraphs if text], headlines


def starts(paragraphs: list[str]) -> Iterator[tuple[str, int]]:
    """What sentences begin with, and how much more often those do that begin a paragraph."""
    first = Counter(text[0] for text in paragraphs)
    later = Counter(text[found.end()] for text in paragraphs for found in SENTENCE.finditer(text))
    share = sum(later.values()) / sum(first.values())
    for begun in first.keys() | later.keys():
        if first[begun] + later[begun] >= OFTEN and begun not in "? *":
            yield begun, round(math.log((first[begun] + 0.5) / (later[begun] + 0.5) * share))


def main(folder: str) -> None:
    """Write the tables."""
    paragraphs, headlines = gather(Path(folder))
    running: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for text in paragraphs:
        running.update(text)
        pairs.update(map("".join, pairwise(text)))
    first = Counter(text[0] for text in paragraphs)
    last = Counter(text[-1] for text in headlines)
    total = sum(running.values())
    tables: dict[tuple[str, int], list[str]] = defaultdict(list)
    for begun, weight in starts(paragraphs):
        tables["start", weight].append(begun)
    for character, count in running.most_common(2200):
        share = count / total
        tables["first", round(math.log(share / ((first[character] + 0.3) / len(paragraphs))))].append(
            character
        )
        tables["last", round(math.log(share / ((last[character] + 0.3) / len(headlines))))].append(character)
    for pair, count in pairs.most_common(11000):
        weight = round(math.log(count / total / (running[pair[0]] / total * running[pair[1]] / total)))
        if weight >= 1 and not set(pair) & set("，。、；：！？“”（）《》a *"):
            tables["pair", min(weight, 5)].append(pair)
    sys.stdout.write(HEAD)
    for (table, weight), members in sorted(tables.items()):
        if weight or table == "pair":
            sys.stdout.write(f"{table} {weight} {''.join(sorted(members))}\n")
    sys.stdout.write("first 0 ?\nlast 0 ?\nstart 0 ?\npair -1 ??\n")


if __name__ == "__main__":
    main(sys.argv[1])
