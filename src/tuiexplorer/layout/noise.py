"""Noise: what is of the page around an article, and not of the article."""

import re

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.dates import DATE, TIME, has_day
from tuiexplorer.layout.line import Line
from tuiexplorer.lexicon import grammar

_LABELS, _BOXES = (grammar.word_set("signs", key) for key in ("labels", "boxes"))
_HEADS_OF_LINKS = {
    more + links for more in grammar.words("signs", "more") for links in grammar.words("signs", "links")
}
_LINKS = frozenset(_HEADS_OF_LINKS - {more + "评论" for more in grammar.words("signs", "more")})
"""The heads of lists of other articles; what stands under 热门评论 someone said."""
_FURNITURE = grammar.word_set("signs", "furniture") | _HEADS_OF_LINKS
_LEADS = grammar.words("signs", "leads")
_SECTIONS = grammar.either("signs", "sections")
_FEW = 6
_PAGE = r"[A-Za-z]?[\d一二三四五六七八九十]{1,3}"
_SECTION = (
    r"\W*第?[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}(?:部分|[篇则条组])?\W*"
    r"|\W*(?:PART|Part|NO|No|CHAPTER|Chapter)\W*(?:\d{1,2}|[A-Z]{3,5})?\W*|\W*0\d\W*"
)
"""A section's number, alone on its line: 壹, 【第一篇】, PART 01, 01."""
_NOISE = re.compile(
    rf"""
      [^\w“”‘’（）《》「」『』【】\[<！？!?。，、；：…]+                              # ——  * * *  ===
    | [^\w“]*(?:第\s*)?[A-Za-z]?\d{{1,3}}(?:\s*[/／|-]\s*\d{{1,3}})?\s*[版页]?\W*     # 3   — 3 —   A03版   3/8
    | \W*第\s*\d{{1,4}}\s*页.{{0,12}} | Page\s\d+.{{0,10}}                           # 第3页 共8页
    | \W*第{_PAGE}[版页]\W*                                                         # 第二版
    | (?:\S{{2,8}}[报刊]\s*)?\W*第?\s*{_PAGE}\s*版\s*(?:[：:·]\s*[一-鿿·]{{2,8}}|(?:{_SECTIONS})?)\W*  # 第02版：要闻
    | {_PAGE}\s{{0,2}}(?:{_SECTIONS}) | (?:{_SECTIONS})\s{{0,2}}\d{{1,2}}              # 02 要闻
    | (?:[^\s，。：]{{2,10}}[报刊网]\s*)?[/|·\s]*{DATE}                              # 江州日报 2025年11月22日 星期六
        [/|·\s]*(?:{TIME}|第?\s*{_PAGE}\s*版)?\s*(?:{_SECTIONS})?
    | 《\s*[^《》]{{2,12}}\s*》\s*[（(]\s*{DATE}.{{0,24}}[）)]                # 《江州日报》（2025年11月22日 第02版）
    | {_SECTION}                                                                    # 壹, PART 01
    | 要闻 | 头版 | 本报要闻 | (?:星期|周)[一二三四五六日天]
    | [一-鿿]{{2,6}}(?:[日晚早晨时商]报|都市报|青年报)                                    # 江州日报
    | https?://\S+ | (?:[^\s，。：]{{2,12}}\s+)?(?:[A-Za-z0-9_-]+\.)+(?:com|cn|net|org|gov)(?:/\S*)?
    | [^，。！？；：“>＞»›]{{1,20}}(?:(?:>>?|[＞»›])[^，。；>＞»›]{{1,40}}){{1,8}}       # 首页 > 新闻 > 正文
    | A[-+]?(?:\s*A[-+]?)+ | \+\d                                                    # A- A A+
    | (?:\#[^\#\s]{{1,30}}\#\s*)+                                                    # #话题# #另一话题#
    | [^，。！？；：“”]{{2,16}}[：:]\s*[A-Za-z0-9@.+()_-]*\d[A-Za-z0-9@.+()_-]{{5,}}   # 报料热线：021-123456
    | .{{0,40}}(?:不得转载|请勿转载|谢绝转载|欢迎转发|违者必究|版权所有)\W*
    | .{{0,20}}(?:点[个亮]|请|记得|欢迎).{{0,12}}(?:在看|点?赞|转发|分享|关注)(?:我们|[吧哦呗喔一下\W]){{0,8}}
    | .{{0,8}}(?:点[个亮]|戳|右下角)\W{{0,2}}(?:在看|点?赞)\W{{1,3}}[^，。！？：]{{2,14}}[！!]?  # 点亮“在看”，为…加油
    | [（(]\s*(?:《?[^《》（()）。，]{{2,12}}》?\s*)?{DATE}.{{0,20}}(?<![电讯])[）)]        # （2025年12月10日 第1版）
    | \d{{4}}\s+\d{{1,2}}[/.-]\d{{1,2}}\s*{TIME}                                         # 2025 12/19 19:05:11
    """,
    re.VERBOSE,
)
_SECTION_ALONE = re.compile(_SECTION)
_ISSUE = re.compile(
    r"[^，。！？；：“”]{0,30}\d{4}\s*年\s*第\s*\d{1,4}\s*期\s*(?:[（(]?总第?\s*\d+\s*期[）)]?)?\s*"
)
"""The name and number of a periodical: 江州内参    2025年第48期."""
_ARROWS = "↑↓→▲▼△▽👆👇 "
_WIDE = re.compile(r"\s{2,}")
_WORD = re.compile(r"[^\W\d_]+")
_COLON = re.compile("[：:]")
_NOISE_FIRST = frozenset(
    word[0] for word in (*_FURNITURE, *_LEADS, *_LABELS, *grammar.words("signs", "sections"))
)
_NOISE_FIRST |= frozenset("第PNChwA星周一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾")
_NOISE_WORD = re.compile(r"\d|版|\.\w|[>＞»›]|转[载发]|必究|在看|[分点版关][享赞权注]")
_POINTERS = r"（(【<《）)】>》▲▼△▽◀▶◁▷←↑↓→\s"
_JUMP = (
    rf"[{_POINTERS}]*(?:上接|下转|紧接|转|接)\s*第?\s*{_PAGE}\s*版[^（()）。\w]?[\w·]{{0,6}}[{_POINTERS}]*"
)
_JUMPED = re.compile(rf"{_JUMP}$")
_JUMPING = re.compile(rf"\s*[（(【▲▼△▽]+\s*上接\s*第?\s*{_PAGE}\s*版[^（()）。]{{0,12}}[）)】]?\s*")


def is_noise(text: str) -> bool:
    """Whether a line, or each part of a strip (A01版：要闻    上一版  下一版), is of the page, not the article."""
    first = text[0]
    if not (first in _NOISE_FIRST or not first.isalnum() or text[-1] == "报" or _NOISE_WORD.search(text)):
        return False  # a look that spares most the search for the patterns
    if text[-1] in "期）" and _ISSUE.fullmatch(text):
        return True
    return all(map(_is_part_noise, _WIDE.split(text))) or is_jump(text)


def _is_part_noise(text: str) -> bool:
    return bool(_NOISE.fullmatch(text)) or _is_furniture(text)


def _is_furniture(text: str) -> bool:
    """Whether a line is of the page around the article: 上一版 下一版, 扫一扫…, 更新时间：…."""
    if text in _BOXES:
        return False
    if text.lstrip(_ARROWS).startswith(_LEADS) or _COLON.split(text, maxsplit=1)[0].strip() in _LABELS:
        return True
    first = _WORD.search(text)
    if text[0] == "“" or first is None or first[0] not in _FURNITURE:
        return False
    words = _WORD.findall(text)
    return len(words) <= _FEW and _FURNITURE.issuperset(words)


def is_page_section(line: Line, before: Line) -> bool:
    """Whether a line right under a paper's name or date is a page's number and name (04 两会特刊), no heading."""
    return (
        line.mark == "01"
        and line.gap == 0
        and len(line.text) <= _FEW
        and before.role is BlockKind.NOISE
        and (before.text[-1:] == "报" or has_day(before.text))
    )


def jump_at_start(text: str) -> re.Match[str] | None:
    """The note, at the head of a paragraph, from which page it comes: （上接第一版）."""
    found = _JUMPING.match(text)
    return found if found and found.end() < len(text) else None


def jump_at_end(text: str, start: int) -> re.Match[str] | None:
    """The note that closes a paragraph, on which page it goes on: （下转第二版）."""
    return _JUMPED.search(text, start)


def is_jump(text: str) -> bool:
    """Whether a line sends to another page or comes from one: （下转第二版）."""
    return bool(_JUMPED.match(text))


def is_rule(text: str) -> bool:
    """Whether a line is drawn between two parts of a page: =====, * * *."""
    return len(text) > 1 and not _WORD.search(text)


def is_box(text: str) -> bool:
    """Whether a heading is that of a box beside the article: 记者手记, 新闻链接."""
    return text in _BOXES


def heads_links(text: str) -> bool:
    """Whether a line heads links to other articles: 相关稿件, 延伸阅读：."""
    return "".join(_WORD.findall(text)) in _LINKS


def is_section_number(text: str) -> bool:
    """Whether a line is a section's number and nothing else: 壹, PART 01."""
    return bool(_SECTION_ALONE.fullmatch(text))
