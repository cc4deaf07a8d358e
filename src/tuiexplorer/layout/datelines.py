"""Datelines: how reports open (新华社北京12月2日电, 本报讯（记者…）)."""

import re

from tuiexplorer.lexicon import grammar

_DATELINE = re.compile(
    r"""
    [（(【\[]?据?[^，。！？；：“”、\s（(]{0,12}?
    (?:(?:[报社网台端闻刊]|本刊|在线|\.com)(?:[一-鿿]{0,8}\d{1,2}月\d{1,2}日)?(?:[讯电]|消息)  # 新华社北京12月2日电
      |(?:本报|新华社|中新社|中新网)[一-鿿]{2,6}(?:电|(?<![通快简])讯|报道))                       # 新华社北京电
    [】）)\]]?(?:[\s　]*[（(][^（()）]{1,80}[）)])?[\s　]*[：:]?                                 # （记者 张三）
    | [A-Z][A-Za-z.,\s\d]{2,40}\((?:Xinhua|AP|Reuters|AFP|CNS|China\sDaily)\)\s*(?:--|—+|-)
    """,
    re.VERBOSE,
)
_SENT = re.compile("[讯电]|消息|报道")
_SOON = 40
"""A dateline has one of these words among so many first characters, unless it is in English. It spares the search."""
_OTHER_WORDS = frozenset(["电视", "电话", "电影", "讯息"])
"""What a dateline's last character may be part of: then it is none (本报电|视…)."""
_SUBJECT = re.compile(r"\s*[（(]?题[：:]")


def is_dateline(text: str) -> bool:
    """Whether a line is a dateline and nothing else."""
    return bool(_DATELINE.fullmatch(text))


def is_dateline_with_subject(text: str) -> bool:
    """Whether a line is a wire's dateline with its subject: 新华社北京12月1日电 题：…."""
    return subject_start(text) > 0


def subject_start(text: str) -> int:
    """Where the subject begins behind a wire's dateline: 新华社北京12月1日电 题：|…; 0 where a line has none."""
    sent = _DATELINE.match(text) if "题" in text else None
    told = _SUBJECT.match(text, sent.end()) if sent else None
    return told.end() if told else 0


def is_lead(text: str) -> bool:
    """Whether a paragraph opens a report, with its dateline: 本报讯（记者…）, 新华社北京11月2日电."""
    if not ("A" <= text[:1] <= "Z" or _SENT.search(text, 0, _SOON)):
        return False
    found = _DATELINE.match(text, 0, 120)
    return found is not None and text[found.end() - 1 : found.end() + 1] not in _OTHER_WORDS


def opens_report(text: str) -> bool:
    """Whether a paragraph opens with a word of time or of joining, set off by a comma: 日前，, 此外，."""
    return text[:2] in grammar.word_set("signs", "openers") and text[2:3] in "，,"
