"""Measure where names end, for `attribution/words/name_ends.txt`: run on a folder of articles.

    python tools/measure_names.py FOLDER > src/tuiexplorer/attribution/words/name_ends.txt

Of a character after two that may be a name already (林海|深有感触, 林海深|在座谈时), the file answers: how likely is it
as the end of a name, and how likely is it, with the one after it, to begin what follows a name? In natural
logarithms and rounded,

    name(a)    a as the last character of a Chinese name of three
    middle(a)  a in the middle of such a name, rather than as the last one of a name of two
    pair(ab)   "ab" as the beginning of the words after a name
    word(a)    a as a word of one character after a name
    first(a)   a as the first character of any word

Names and the words by their kind are from jieba's dictionary; what really follows names is from the folder.
"""

import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import jieba

from tuiexplorer.attribution.attributed import Kind
from tuiexplorer.attribution.words.names import NameForm, name_form, starts_with_surname
from tuiexplorer.model import parse
from tuiexplorer.reading import find_files, read

HEAD = """\
# Where names end: what speaks for a character as the last one of a name, and what as the first one after it.
# Made by tools/measure_names.py from a dictionary and three years of broadcast transcripts; never edited by hand. Each
# line is a table, a weight (a rounded natural logarithm) and the characters or pairs that have it; what is not listed
# weighs as "?" does.
"""
FOLLOWERS = "vdaptilzb"
"""The kinds of words that may follow a name, by the first letter of their tags."""
SELDOM = 50
"""A pair that begins words of the dictionary less often than this is left out."""
ALONE = 10
"""How much seldomer than elsewhere a verb of one character follows a name."""
NEWS, BOOK = 0.4, 0.6
_HAN = re.compile("[\u4e00-\u9fff]")


def dictionary() -> Iterator[tuple[str, int, str]]:
    """Every word with its frequency and its tag."""
    for line in Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8").splitlines():
        word, frequency, tag = line.split()
        yield word, int(frequency), tag


def after_names(folder: str) -> tuple[set[str], Counter[str]]:
    """The names of three characters in a folder, and the different pairs that follow each of them."""
    names: set[str] = set()
    seen: set[tuple[str, str]] = set()
    for path in find_files([folder]):
        for theme in parse(read(path)).themes:
            for said in theme.statements:
                name = said.speaker
                if said.kind is not Kind.NAMED or len(name) != 3 or name_form(name) is not NameForm.CHINESE:
                    continue
                names.add(name)
                for match in re.finditer(re.escape(name), said.paragraph):
                    after = said.paragraph[match.end() : match.end() + 4]
                    if _HAN.match(after):
                        seen.add((name, after))
    return names, Counter(after[:2] for _, after in seen)


def _ratio(middle: Counter[str], second: Counter[str], one: str) -> float:
    """How much likelier ``one`` stands in the middle of three; seen seldom, it says little."""
    few = 3
    share = sum(second.values()) / sum(middle.values())
    return (middle[one] * share + few) / (second[one] + few)


class Book:
    """What the dictionary tells of names and of the words that may follow them, counted."""

    def __init__(self) -> None:
        self.first, self.pairs, self.single = Counter[str](), Counter[str](), Counter[str]()
        self.last, self.middle, self.second = Counter[str](), Counter[str](), Counter[str]()
        self.known: set[str] = set()
        for word, frequency, tag in dictionary():
            self.first[word[0]] += frequency
            self.known.add(word[:2])
            if tag.startswith("nr") and starts_with_surname(word):
                self._name(word)
            if len(word) > 1 and tag[0] in FOLLOWERS and tag != "zg":
                self.pairs[word[:2]] += frequency
            elif len(word) == 1 and tag[0] in "pcdv":
                self.single[word] += frequency // ALONE if tag[0] == "v" else frequency

    def _name(self, name: str) -> None:
        if len(name) == 3:
            self.last[name[2]] += 1
            self.middle[name[1]] += 1
        elif len(name) == 2:
            self.second[name[1]] += 1


def main(folder: str) -> None:
    """Write the tables."""
    names, news = after_names(folder)
    book = Book()
    book.last.update(name[2] for name in names for _ in range(2))
    alone = Counter[str]()
    for pair, count in news.items():
        if pair not in book.known:
            alone[pair[0]] += count
    pairs, single, first = book.pairs, book.single, book.first
    words, seen = sum(pairs.values()) + sum(single.values()), sum(news.values())
    chosen = [pair for pair in pairs | news if pairs[pair] >= SELDOM or (news[pair] and pair in book.known)]
    tables = {
        "name": {one: count / sum(book.last.values()) for one, count in book.last.items() if count > 1},
        "middle": {one: _ratio(book.middle, book.second, one) for one in book.middle | book.second},
        "pair": {one: BOOK * pairs[one] / words + NEWS * news[one] / seen for one in chosen},
        "word": {one: BOOK * single[one] / words + NEWS * alone[one] / seen for one in single | alone},
        "first": {one: count / sum(first.values()) for one, count in first.items() if count > 1000},
    }
    sys.stdout.write(HEAD)
    for table, shares in tables.items():
        weights: dict[int, list[str]] = defaultdict(list)
        for one, share in shares.items():
            if share:
                weights[round(math.log(share))].append(one)
        weights.pop(0, None)
        for weight, members in sorted(weights.items()):
            sys.stdout.write(f"{table} {weight} {''.join(sorted(members))}\n")
    sys.stdout.write("name -12 ?\nmiddle 0 ?\npair -30 ??\nword -14 ?\nfirst -11 ?\n")


if __name__ == "__main__":
    main(sys.argv[1])
