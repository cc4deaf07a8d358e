"""Bytes to text: which encoding an article is in, and what it says.

A byte-order mark or strict UTF-8 settles nearly every file. What is left is decided by reading the bytes in each
encoding that Chinese texts come in and counting the characters that every Chinese text is full of: the wrong
encoding gives rare ones. The counts are taken from a sample; the text is decoded once.
"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from typing import NamedTuple

_MARKS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the other's
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16
"""Bytes looked at to choose an encoding; a multiple of four, so that no UTF-16 or UTF-32 character is cut."""

_COMMON = frozenset(
    "的一是在了和有大这中人上为们地个用工时要动国产以我到他会作来分生对于学下级就年阶义发成部民可出能方进同行面说种过命度革而多子后自社加小机也经力线本电高量长党得实家定"
    "深法表着水理化争现所二起政三好十战无农使性前等反体合斗路图把结第里正新开论之物从当两些还天资事队批点育重其思与间内去因件日利相由压员气业代全组数果期导平各基或月毛然如应形想制心样"
    "這個為們產會來對於學級義發動過後國時說種東機經電長黨實體結開論從當還資隊點與間內員氣業組數導應樣省市縣區書記廳局長表示記者報"
    "省市县区书记厅局长表示记者报，。、：；“”（）《》！？「」　"
)
"""The most frequent characters of modern Chinese (the head of Jun Da's list, and its traditional forms), the words
and the punctuation of news."""

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b]")
_WIDE = ("utf-16-le", "utf-16-be")
_ALL = ("utf-8", "gb18030", "big5hkscs", *_WIDE)
_CLEAN = 0.97
"""A text in UTF-8 has hardly any control characters; what has is perhaps something else that decodes by accident."""
_ORDINARY = 0.9
_ORDINARY_WHERE_ALL_FITS = 0.5
"""What has a smaller share of ordinary characters is no text."""
_LEAST = 0.1
"""Below this share of ordinary characters, bytes with zeros among them are no UTF-16."""


class Decoded(NamedTuple):
    """A text and the encoding that it was in; bytes that fit none are U+FFFD."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded | None:
    """The text of ``data``, or None where the bytes are not a text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _readable(data[len(mark) :], encoding)
    doubtful = 0
    try:
        text = data.decode("utf-8")
        if _ordinary(text[:_SAMPLE]) > _CLEAN:
            return Decoded(text, "utf-8")
    except UnicodeDecodeError as error:
        doubtful = error.start
    start = max(0, doubtful - _SAMPLE // 2) // 4 * 4
    sample = data[start : start + _SAMPLE]
    candidates = _WIDE if b"\0" in sample else _ALL
    likeness, encoding = max(
        ((_likeness(sample, name), name) for name in candidates), key=lambda candidate: candidate[0]
    )
    if candidates is _WIDE and likeness < _LEAST:
        return None
    return _readable(data, encoding)


def _likeness(sample: bytes, encoding: str) -> float:
    """The share of ``sample``, read in ``encoding``, that is ordinary; ASCII counts only where it is all there is."""
    text = sample.decode(encoding, "replace")
    beyond = [character for character in text if character > "\x7f"]
    if not beyond:
        return _ordinary(text)
    common = sum(character in _COMMON for character in beyond)
    lost = beyond.count("\ufffd")
    return (common - lost) / len(beyond) * _ordinary(text)


def _ordinary(text: str) -> float:
    """The share of characters that are no controls."""
    return 1 - len(_CONTROLS.findall(text)) / max(1, len(text))


def _readable(data: bytes, encoding: str) -> Decoded | None:
    """``data`` decoded, unless that gives no text but controls and what could not be read.

    Where every byte fits, a text may have its controls: they are shown. Among bytes that fit nowhere they tell that
    it is none.
    """
    decoded = Decoded(data.decode(encoding, "replace"), encoding)
    sample = decoded.text[:_SAMPLE]
    lost = sample.count("\ufffd") + sample.count("\0")
    least = _ORDINARY if lost or encoding != "utf-8" else _ORDINARY_WHERE_ALL_FITS
    if lost > len(sample) * 0.3 or _ordinary(sample) < least:
        return None
    return decoded
