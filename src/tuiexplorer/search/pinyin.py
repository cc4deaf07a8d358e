"""How characters are read: every reading of today of each, and the readings that surnames have.

The only module that imports pypinyin, and that on first need; its phrases are left out (they cost 60 MB). It knows
the readings of all ages, so that of a character which has several today ``readings.txt`` tells which. Readings are
without tones, ü is ``v``, and also ``u`` and ``yu`` where people type those.
"""

import os
import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path

from tuiexplorer.search.fold import fold_table

_VOWEL = re.compile("[aeiouv]")
_SOUTHERN_INITIALS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"))
_KEPT = 1024
"""How many answers are kept to what was typed, which may be anything: there are not so many beginnings of syllables."""


@cache
def readings() -> Mapping[str, tuple[str, ...]]:
    """Each folded character's readings, the usual one first, with those of the characters that fold to it."""
    several, folds = _several_readings(), fold_table()
    found: dict[str, dict[str, None]] = defaultdict(dict)
    variants: list[tuple[str, Iterable[str]]] = []
    for char, first in _first_readings().items():
        living, others = several.get(char, ((first,), ()))
        to = folds.get(ord(char), char)
        if to == char:
            found[char].update(dict.fromkeys((*living, *others)))
        elif to:
            variants.append((to, (*living, *others)))
    for to, sounds in (*variants, *((name, sounds) for name, sounds in surnames().items() if len(name) == 1)):
        found[to].update(dict.fromkeys(sounds))
    return {char: tuple(sounds) for char, sounds in found.items()}


@cache
def _usual_readings() -> Mapping[str, tuple[str, ...]]:
    """Each character's living readings (长 is zhang and chang), and those that it has as a surname."""
    several = _several_readings()
    return {
        char: (*(several[char][0] if char in several else sounds[:1]), *surnames().get(char, ()))
        for char, sounds in readings().items()
    }


@cache
def _first_readings() -> Mapping[str, str]:
    """Each character's usual reading."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin.constants import PINYIN_DICT

    firsts = {chr(code): sounds.split(",", 1)[0] for code, sounds in PINYIN_DICT.items() if code <= 0xFFFF}
    toned = "\n".join(firsts.values())
    toneless = toned.translate(_toneless(toned)).split("\n")
    return {char: sound for char, sound in zip(firsts, toneless, strict=True) if _VOWEL.search(sound)}


@cache
def _several_readings() -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The living readings of characters that have several, the usual one first, and their others of today."""
    found = {}
    for line in Path(__file__).with_name("readings.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            living, _, others = line[2:].partition("/")
            found[line[0]] = tuple(living.split()), tuple(others.split())
    return found


@cache
def surnames() -> Mapping[str, tuple[str, ...]]:
    """Surnames with readings of their own: the usual first; those of compounds with a blank between syllables."""
    data = tomllib.loads(Path(__file__).with_name("surnames.toml").read_text(encoding="utf-8"))
    return {name: tuple(sounds) for name, sounds in data["single"].items()} | {
        name: (sound,) for name, sound in data["compound"].items()
    }


@cache
def syllables() -> Mapping[str, str]:
    """Each syllable, in every way it is typed, and the characters read so."""
    return _spelt(_typed, readings())


@cache
def usual_syllables() -> Mapping[str, str]:
    """The same by the usual reading of each character alone, and by its reading as a surname."""
    return _spelt(_typed, _usual_readings())


@cache
def southern_syllables() -> Mapping[str, str]:
    """The usual readings by :func:`southern` sound."""
    return _spelt(lambda sound: [southern(typed) for typed in _typed(sound)], _usual_readings())


@lru_cache(_KEPT)
def beginning(prefix: str) -> str:
    """The characters with a reading that begins so; empty when no syllable does."""
    return _join(chars for syllable, chars in syllables().items() if syllable.startswith(prefix))


@cache
def usually_beginning(prefix: str) -> str:
    """The characters whose usual reading begins so."""
    return _join(chars for syllable, chars in usual_syllables().items() if syllable.startswith(prefix))


@lru_cache(_KEPT)
def beginning_southern(prefix: str) -> str:
    """The same among :func:`southern` sounds."""
    return _join(chars for syllable, chars in southern_syllables().items() if syllable.startswith(prefix))


@cache
def homophones(char: str) -> str:
    """The characters that sound like this folded one, itself among them; one of the two in its usual reading."""
    usual = (syllables().get(sound, "") for sound in _usual_readings().get(char, ()))
    others = (usual_syllables().get(sound, "") for sound in readings().get(char, ()))
    return _join([char, *usual, *others])


@cache
def near_homophones(char: str) -> str:
    """Homophones to southern ears, in the usual readings: with zh and z, n and l, ng and n … the same."""
    sounds = _usual_readings().get(char, ())
    return _join([char, *(southern_syllables().get(southern(sound), "") for sound in sounds)])


def southern(sound: str) -> str:
    """A syllable as heard without the differences zh/z, ch/c, sh/s, n/l, ng/n: all that sound alike give the same."""
    for retroflex, plain in _SOUTHERN_INITIALS:
        if sound.startswith(retroflex):
            sound = plain + sound[len(retroflex) :]
            break
    return sound[:-1] if sound.endswith("ng") else sound


@cache
def unlikely_heads(letters: str) -> frozenset[str]:
    """Surnames whose first character can be read so (from its beginning), but is read otherwise as a surname."""
    first = {name: [sound.split(" ")[0] for sound in sounds] for name, sounds in surnames().items()}
    return frozenset(
        name
        for name, sounds in first.items()
        if not any(sound.startswith(letters) for sound in sounds)
        and any(sound.startswith(letters) for sound in readings().get(name[0], ()))
    )


def name_sounds(name: str) -> str:
    """The letters of a folded name in its likeliest reading; what has no reading stands as it is."""
    start = next((name[:length] for length in (2, 1) if name[:length] in surnames()), "")
    head = surnames()[start][0].replace(" ", "") if start else ""
    return head + name[len(start) :].translate(_usual_sounds())


@cache
def _usual_sounds() -> Mapping[int, str]:
    return {ord(char): sounds[0] for char, sounds in readings().items()}


def _spelt(spell: Callable[[str], list[str]], sounds_of: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    found: dict[str, list[str]] = defaultdict(list)
    for char, sounds in sounds_of.items():
        for sound in sounds:
            # No one who types n means 嗯: for letters without a vowel there are initials.
            for typed in spell(sound) if _VOWEL.search(sound) else ():
                found[typed].append(char)
    return {typed: _join(chars) for typed, chars in found.items()}


def _typed(sound: str) -> list[str]:
    """How a syllable may be typed: lv, lu and lyu for lü; ju and jv."""
    if "v" in sound:
        return [sound, sound.replace("v", "u"), sound.replace("v", "yu")]
    if sound[:2] in ("ju", "qu", "xu", "yu"):
        return [sound, sound[0] + "v" + sound[2:]]
    return [sound]


def _join(groups: Iterable[str]) -> str:
    return "".join(dict.fromkeys("".join(groups)))


def _toneless(letters: str) -> dict[int, str]:
    """What to write for each letter with a tone mark."""
    table = {}
    for letter in set(letters):
        decomposed = unicodedata.normalize("NFD", letter)
        base, marks = decomposed[0], decomposed[1:]
        to = "" if unicodedata.combining(base) else "v" if base == "u" and "\u0308" in marks else base
        table[ord(letter)] = to
    return table
