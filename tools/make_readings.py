"""Write src/tuiexplorer/search/readings.txt: the readings of characters that have more than one.

pypinyin lists every reading that any dictionary knows (邓 also as shan); of these count the ones that the
通用规范汉字字典 or the 现代汉语词典 has, and of those are living the ones that two or more phrases of pypinyin use. The
dictionaries' readings come from the package pypinyin-dict, which has to be installed to run this. Both packages and
their data are under the MIT license.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT, Style
from pypinyin.style import convert

TARGET = Path(__file__).parents[1] / "src" / "tuiexplorer" / "search" / "readings.txt"
DICTIONARIES = ("ktghz2013", "kxhc1983")
LEAST = 2
HEADER = """\
# Characters with more than one reading: the usual first, then those that phrases use, then, behind a stroke, others
# that a dictionary of today has. Written by tools/make_readings.py from the phrases of pypinyin
# (https://github.com/mozillazg/python-pinyin) and the dictionaries of pypinyin-dict
# (https://github.com/mozillazg/pypinyin-dict), both MIT license; do not edit.
"""


def toneless(sound: str) -> str:
    """lǜ to lv."""
    return convert(sound, Style.NORMAL, strict=False).replace("ü", "v").replace("ê", "e")


def in_dictionaries() -> Mapping[str, list[str]]:
    """Each character's readings in dictionaries of today."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in DICTIONARIES:
        for code, sounds in import_module(f"pypinyin_dict.pinyin_data.{name}").pinyin_dict.items():
            found[chr(code)] += map(toneless, sounds.split(","))
    return found


def in_phrases() -> Mapping[str, list[str]]:
    """Each character's readings in phrases, the most frequent first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for phrase, sounds in PHRASES_DICT.items():
        if len(phrase) == len(sounds):
            for char, (sound, *_) in zip(phrase, sounds, strict=True):
                counts[char][toneless(sound)] += 1
    return {
        char: [sound for sound, times in count.most_common() if times >= LEAST]
        for char, count in counts.items()
    }


def main() -> None:
    """Write the table."""
    phrases, dictionaries = in_phrases(), in_dictionaries()
    with TARGET.open("w", encoding="utf-8", newline="\n") as file:
        file.write(HEADER)
        for char in sorted(phrases.keys() | dictionaries.keys()):
            if len(char) != 1 or ord(char) not in PINYIN_DICT:
                continue
            usual = toneless(PINYIN_DICT[ord(char)].split(",")[0])
            living = dict.fromkeys([usual, *phrases.get(char, ())])
            others = dict.fromkeys(
                sound for sound in dictionaries.get(char, ()) if sound not in living and sound.isalpha()
            )
            if len(living) + len(others) > 1:
                file.write(" ".join([char, *living, *(["/", *others] if others else [])]) + "\n")


if __name__ == "__main__":
    main()
