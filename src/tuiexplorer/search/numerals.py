"""Numbers in the other script: 15 for 十五, 2030 for 二〇三〇, and the reverse."""

import re

_DIGITS = "〇一二三四五六七八九"
_PLAIN = str.maketrans("零两", "〇二")
_ARABIC = re.compile("[0-9]+")
_CHINESE = re.compile("[〇零一二两三四五六七八九十百千]+")
_PLACES = {"十": 10, "百": 100, "千": 1000}
_COUNTED = 9999
"""Greater numbers are not written in words."""
_SHORTEST_SPELT = 3
"""So many digits or more are also read one by one: 二〇三〇, but 五一 is a day and not 51."""


def in_other_numerals(text: str) -> list[str]:
    """A folded text with its numbers in the other script; in words, and digit by digit where that differs."""
    if _ARABIC.search(text):
        written = [_ARABIC.sub(_in_words, text), _ARABIC.sub(_by_digit, text)]
    else:
        written = [_CHINESE.sub(_in_digits, text)]
    return [one for one in dict.fromkeys(written) if one != text]


def _in_words(digits: re.Match[str]) -> str:
    """15 to 十五."""
    number = int(digits[0])
    return digits[0] if digits[0].startswith("0") or number > _COUNTED else _words(number)


def _words(number: int) -> str:
    words, gap = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            words += ("零" if gap else "") + _DIGITS[digit] + name
        gap = bool(words) and not digit
    return words.removeprefix("一") if words.startswith("一十") else words


def _by_digit(digits: re.Match[str]) -> str:
    """2030 to 二〇三〇."""
    if len(digits[0]) < _SHORTEST_SPELT:
        return _in_words(digits)
    return "".join(_DIGITS[int(digit)] for digit in digits[0])


def _in_digits(words: re.Match[str]) -> str:
    """十五 to 15 and 二〇三〇 to 2030; what is neither stays."""
    plain = words[0].translate(_PLAIN)
    if not any(char in _PLACES for char in plain):
        if 1 < len(plain) < _SHORTEST_SPELT:
            return words[0]
        return "".join(str(_DIGITS.index(char)) for char in plain)
    total, digit = 0, 0
    for char in plain:
        if char in _PLACES:
            total += (digit or 1) * _PLACES[char]
            digit = 0
        else:
            digit = _DIGITS.index(char)
    number = total + digit
    return str(number) if _words(number).translate(_PLAIN) == plain else words[0]
