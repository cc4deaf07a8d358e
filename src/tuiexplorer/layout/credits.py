"""Credits: who wrote, took or sent in an article or a picture, as bylines and captions name them."""

import re

from tuiexplorer.layout.dates import DATE, TIME, is_stamped
from tuiexplorer.layout.stops import STOPS
from tuiexplorer.lexicon import grammar

_MAKERS = grammar.word_set("signs", "credits")
_CREDITS = grammar.word_set("signs", "credits", "sources")
_REPORTERS, _GROUPS, _PICTURES, _GIVERS = (
    grammar.either("signs", key) for key in ("reporters", "groups", "pictures", "givers")
)
_SURNAMES = grammar.characters("names", "surnames")
_NAMED = r"(?P<named>[一-鿿·]{2,4}?|[一-鿿]\s{1,3}[一-鿿])"
"""Where a name may stand; whether it is one is asked of the surnames afterwards."""
_AFTER = r"[^，。！？；：“]{0,60}"
_OUTSIDE = r"[^，。！？；：、（(]"

_CAPTION = re.compile(
    rf"""
      .*[（(【\[](?!组?图[）)])[^（()）【】]{{0,60}}(?<!文/)(?<!文)(?:{_PICTURES})[）)】\]]。?          # …（张三 摄）
    | .*[（(](?:摄影?|图|供图)[：:/][^（()）]{{1,20}}[）)]                                      # …（摄影：张三）
    | (?:图为|图中为|[上下左右]图|图[①-⑳\d一二三四五六七八九十]{{0,2}}[：:]|[△▲▼▽↑↓◀]).+
    | .{{0,120}}(?:{_REPORTERS})\s+[一-鿿]{{2,4}}\s*/?(?:摄|供图|\s图)            # 江州网记者 潮生 摄
    | .{{1,120}}[。\s](?:{_GIVERS}|[一-鿿]{{2,12}}[局委办府部司厂校院社网报团会台站])\s?供图      # …。受访者供图
    | .{{1,120}}(?:。|\s{{2}})(?:图[/／][^，。]{{2,24}}|本报资料(?:图|图片|照片))                  # …。图/江州日报 张三
    | (?:.{{0,120}}(?:{_REPORTERS}|[。\s/])\s*)?{_NAMED}\s*/?(?:摄|供图|制图)      # 本报记者 张三 摄
    """,
    re.VERBOSE,
)
_BYLINE = re.compile(
    rf"""
      [（(【\[〔](?P<inner>[^（()）【】。]{{1,180}})[）)】\]〕]                             # （本报记者 张三）
    | \S{{0,12}}[报社网台端闻刊]\w{{0,4}}?(?:{_REPORTERS})
        (?:[\s、]+(?:{_REPORTERS}|[一-鿿]{{2,4}}|文/图|图/文))+                              # 本报记者 张三 李四
    | [^\s，。]{{0,8}}[报社网刊]\s+(?:{_REPORTERS})                                      # 江州工人报 记者 山木
        \s+[一-鿿]{{2,4}}(?:\s+(?:{_REPORTERS})?\s*[一-鿿]{{2,4}})*
    | (?:{_REPORTERS})\s+(?:[一-鿿]{{2,4}}\s+)+(?:报道|文/图|图/文)
    | (?:{_REPORTERS})(?:\s+[一-鿿]{{2,4}})+(?:\s+(?:{_REPORTERS})(?:\s+[一-鿿]{{2,4}})+)+  # 记者 张三 实习生 李四
    | [□■◎●◇◆○☉]?\s*{_OUTSIDE}{{0,16}}?(?:{_REPORTERS})\s*[：:/／丨|｜]?\s*     # 本报记者 张三, 见习记者：张三
        {_NAMED}(?:(?:{_REPORTERS}|报道|[文图摄]|[^一-鿿，。！？；：“]){_AFTER})?
    | [□■◎●◇◆○☉◤▍]?\s*[\[【]?(?P<credit>[^\W\d]\w{{0,7}})[\]】]?\s*[：:/／丨|｜].{{1,120}}       # 责任编辑：张三
    | [^，。！？；：、“]{{0,8}}(?:{_REPORTERS})                                             # 新华社记者
    | [^，。！？；：、]{{2,20}}(?:{_GROUPS})                                              # 江州日报评论员
    | (?:[^\s，。：]{{2,10}}[报刊网]\s*)?{DATE}\s*(?:{TIME})?[^，。！？；：]{{0,14}}
        (?:来源|作者|编辑|责编|记者)[：:/／].{{0,100}}     # 2025-11-22 来源：X
    | [^，。！？；：“”（()]{{0,24}}\d{{4}}[年/-]\d{{1,2}}[月/-]\d{{1,2}}日?\s*(?:{TIME})?   # 江州发布 2025-12-05
    | (?:{DATE}\s*)?{TIME}(?:\s*[·|]?\s*[一-鿿]{{2,8}})?   # 2025年12月11日 20:30 江州
    | [^\s，。！？；：“”（()]{{1,12}}(?:[（(<][\w@.]{{4,30}}[）)>])?                  # 老周 2025/12/09 21:14
        \s+(?:{DATE}\s*)?{TIME}(?:\s+[一-鿿]{{2,8}})?
    | (?:以下文章来源于|文章转载自|本文[来转][源载自]|发布于\s).{{1,40}}
    | 本[版文报刊][^，。！？；：]{{0,8}}(?:图片|照片|摄影|稿件)[^，。！？；]{{0,40}}(?:提供|摄|拍摄|采写)
    | 原创\s.{{1,40}} | By\s[A-Z][\w.\s-]{{1,60}}
    """,
    re.VERBOSE,
)
_CREDIT = re.compile(
    "|".join((_REPORTERS, _GROUPS, "据|报道|电$", *(word for word in sorted(_CREDITS) if len(word) > 1)))
)
_MAKER = re.compile("|".join((_REPORTERS, _GROUPS, *(word for word in sorted(_MAKERS) if len(word) > 1))))
_SOURCE = re.compile(rf"(?:{grammar.either('signs', 'sources')})\s*[：:/／丨|｜《]")
_SIGNATURE = re.compile(rf"(?<=[{STOPS}”）])\s*[（(](?P<inner>[^（()）。]{{1,160}})[）)]$")
_APART = re.compile(r"[\s、，,/]+")
_SPREAD = re.compile(r"(?<!\S)(\S)\s{1,3}(\S)(?!\S)")
CAPTION_FIRST = frozenset("图上下左右△▲▼▽↑↓◀")
"""What a caption may begin with that ends in a full stop: 图为…。"""
_CAPTION_LAST = frozenset("）)】]摄图。")
_BYLINE_FIRST = frozenset("（(【[〔原B")
_BYLINE_LAST = frozenset(word[-1] for word in grammar.words("signs", "reporters", "groups"))
_BYLINE_WORD = re.compile(rf"[：:/／丨|｜\d]|文章来源|^[本发]|{_REPORTERS}")
FINIS = "完"
"""What stands in a bracket of its own at the end of an article, and names no one."""


def is_caption(text: str) -> bool:
    """Whether a line tells of a picture, and whose it is: 图为…, …（张三 摄）."""
    first, last = text[0], text[-1]
    if not (last in _CAPTION_LAST or first in CAPTION_FIRST or "图/" in text):
        return False  # a look that spares most the search for the pattern
    return _fits(_CAPTION.fullmatch(text))


def is_byline(text: str) -> bool:
    """Whether a line names who made the article, or from where it was taken: 本报记者 张三, 来源：江州日报."""
    if _is_staff(text):
        return True
    signed = text[0] in _BYLINE_FIRST or text[-1] in _BYLINE_LAST or _BYLINE_WORD.search(text)
    return bool(signed) and _fits(_BYLINE.fullmatch(text))


def signature(text: str, start: int) -> re.Match[str] | None:
    """The signature in brackets, in its group ``inner``, that closes a paragraph: …。（本报记者 张三）."""
    found = _SIGNATURE.search(text, start)
    return found if found and _fits(found) else None


def names_maker(byline: str) -> bool:
    """Whether a byline tells who made the article, not only from where it was taken or when it was sent."""
    return bool(_MAKER.search(byline)) or not (_SOURCE.search(byline) or is_stamped(byline))


def is_publisher(text: str) -> bool:
    """Whether a short line names who publishes by its last word: 江州发布, 江州融媒."""
    return text.endswith(grammar.words("signs", "publishers"))


def _is_staff(text: str) -> bool:
    """Whether a line names those who made the page, one after the other: 责编 张三 美编 李四."""
    words = text.split()
    return (
        len(words) > 1
        and words[0] in _CREDITS
        and all(word in _CREDITS or _are_names(word) for word in words)
    )


def _fits(found: re.Match[str] | None) -> bool:
    """Whether a pattern matched, with a name where it needs a name, a credit where a credit."""
    if found is None:
        return False
    groups = found.groupdict()
    if named := groups.get("named"):
        return _are_names(named)
    if credit := groups.get("credit"):
        return credit in _CREDITS or credit.endswith(grammar.words("signs", "workers"))
    inner = groups.get("inner")
    return not inner or inner == FINIS or bool(_CREDIT.search(inner)) or _are_names(inner)


def _are_names(text: str) -> bool:
    """Whether a text is names and nothing else; one of two characters may be spread: 张　三."""
    words = _APART.split(_SPREAD.sub(r"\1\2", text.strip()))
    return all(
        2 <= len(word) <= 4 and word[0] in _SURNAMES if "·" not in word else len(word) > 2 for word in words
    )
