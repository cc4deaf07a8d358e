"""Days, times and addresses as pages write them."""

import re

WEEKDAY = r"(?:[（(]?(?:星期|周)[一二三四五六日天][）)]?)"
"""The regular expression of a day of the week: （星期三）."""
DATE = rf"(?:\d{{4}}\s*[年./-][\s/]*)?\d{{1,2}}\s*[月./-][\s/]*\d{{1,2}}\s*日?[/\s]*{WEEKDAY}?"
"""The regular expression of a day: 2025年11月22日 星期六, 11/22."""
TIME = r"\d{1,2}[：:]\d{2}(?:[：:]\d{2})?"
"""The regular expression of a time: 20:30."""
URL = r"(?:https?[：:]//\S+|(?:[A-Za-z0-9_-]+\.)+(?:com|cn|net|org|gov)(?:/\S*)?)"
"""The regular expression of an address, which often stands before them."""
_DAY = re.compile(r"\d\s*[月./-][\s/]*\d")
"""What no day can do without; it is one already."""
_STAMP = re.compile(rf"{DATE}|{TIME}")
_DAY_AND_PLACE = re.compile(
    rf"\d{{4}}\s*年{DATE}(?:\s+[^，。！？；：、“]{{2,16}}|\s*在[^，。！？；：“]{{2,40}}(?:会议?|大会)上?)"
)


def has_day(text: str) -> bool:
    """Whether a day stands anywhere in a line."""
    return bool(_DAY.search(text))


def is_stamped(text: str) -> bool:
    """Whether a day or a time stands anywhere in a line."""
    return bool(_STAMP.search(text))


def tells_day_and_place(text: str) -> bool:
    """Whether a line is a day and where it was: 2026年3月5日　江州会议中心."""
    return bool(_DAY_AND_PLACE.fullmatch(text))
