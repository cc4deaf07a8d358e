"""Write src/tuiexplorer/search/readings.txt: the living readings of characters that have more than one.

pypinyin lists every reading that a dictionary knows (平 also as bing). Living are those that two or more of its phrases
use. pypinyin and its data are under the MIT license.
"""

from collections import Counter, defaultdict
from pathlib import Path

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT, Style
from pypinyin.style import convert

TARGET = Path(__file__).parents[1] / "src" / "tuiexplorer" / "search" / "readings.txt"
LEAST = 2
HEADER = """\
# Characters with more than one living reading: the usual first, then those that phrases use.
# Written by tools/make_readings.py from the phrases of pypinyin (https://github.com/mozillazg/python-pinyin,
# MIT license); do not edit.
"""


def toneless(sound: str) -> str:
    """lǜ to lv."""
    return convert(sound, Style.NORMAL, strict=False).replace("ü", "v")


def main() -> None:
    """Write the table."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for phrase, sounds in PHRASES_DICT.items():
        if len(phrase) == len(sounds):
            for char, (sound, *_) in zip(phrase, sounds, strict=True):
                counts[char][toneless(sound)] += 1
    with TARGET.open("w", encoding="utf-8", newline="\n") as file:
        file.write(HEADER)
        for char in sorted(counts):
            if ord(char) not in PINYIN_DICT:
                continue
            usual = toneless(PINYIN_DICT[ord(char)].split(",")[0])
            alive = [sound for sound, times in counts[char].most_common() if times >= LEAST]
            if set(alive) - {usual}:
                file.write(" ".join([char, *dict.fromkeys([usual, *alive])]) + "\n")


if __name__ == "__main__":
    main()
