"""What a line says about itself: page noise, credits and bylines, captions, datelines."""

import re
from collections.abc import Iterator
from pathlib import Path
from tomllib import loads
from unicodedata import category

from msgspec.structs import replace

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.line import Line
from tuiexplorer.lexicon.grammar import characters

CLOSERS = "”’）)》〉」』】〕］]\"'"
"""What may stand after the mark that ends a sentence."""
STOPS = "。！？!?…"
"""What ends a sentence."""
_ENDS = frozenset(STOPS + "；;：:～~.")
_FEW = 6
_LONGEST = 160
"""No line of these kinds is longer."""

_WORDS = {
    key: tuple(sorted(words.split(), key=len, reverse=True))
    for key, words in loads(Path(__file__).with_name("signs.toml").read_text("utf-8")).items()
}
_MAKERS, _LABELS, _FURNITURE, _OPENERS, _BOXES = (
    frozenset(_WORDS[key]) for key in ("credits", "labels", "furniture", "openers", "boxes")
)
_CREDITS = _MAKERS.union(_WORDS["sources"])
_LINKS = frozenset(more + links for more in _WORDS["more"] for links in _WORDS["links"] if links != "评论")
"""The heads of lists of other articles; what stands under 热门评论 someone said."""
_FURNITURE |= {more + links for more in _WORDS["more"] for links in _WORDS["links"]}
_LEADS, _WORKERS = _WORDS["leads"], _WORDS["workers"]
_REPORTERS, _GROUPS, _SECTIONS, _PICTURES, _GIVERS = (
    "|".join(_WORDS[key]) for key in ("reporters", "groups", "sections", "pictures", "givers")
)
_SURNAMES = characters("names", "surnames")
_NAMED = r"(?P<named>[一-鿿·]{2,4}?|[一-鿿]\s{1,3}[一-鿿])"
"""Where a name may stand; whether it is one is asked of the surnames afterwards."""
_WEEKDAY = r"(?:[（(]?(?:星期|周)[一二三四五六日天][）)]?)?"
_DATE = rf"(?:\d{{4}}\s*[年./-][\s/]*)?\d{{1,2}}\s*[月./-][\s/]*\d{{1,2}}\s*日?[/\s]*{_WEEKDAY}"
_TIME = r"\d{1,2}[：:]\d{2}(?:[：:]\d{2})?"
_PAGE = r"[A-Za-z]?[\d一二三四五六七八九十]{1,3}"
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
    | (?:[^\s，。：]{{2,10}}[报刊网]\s*)?{_DATE}\s*(?:{_TIME})?[^，。！？；：]{{0,14}}
        (?:来源|作者|编辑|责编|记者)[：:/／].{{0,100}}     # 2025-11-22 来源：X
    | [^，。！？；：“”（()]{{0,24}}\d{{4}}[年/-]\d{{1,2}}[月/-]\d{{1,2}}日?\s*(?:{_TIME})?   # 江州发布 2025-12-05
    | (?:{_DATE}\s*)?{_TIME}(?:\s*[·|]?\s*[一-鿿]{{2,8}})?   # 2025年12月11日 20:30 江州
    | [^\s，。！？；：“”（()]{{1,12}}(?:[（(<][\w@.]{{4,30}}[）)>])?                  # 老周 2025/12/09 21:14
        \s+(?:{_DATE}\s*)?{_TIME}(?:\s+[一-鿿]{{2,8}})?
    | (?:以下文章来源于|文章转载自|本文[来转][源载自]|发布于\s).{{1,40}}
    | 本[版文报刊][^，。！？；：]{{0,8}}(?:图片|照片|摄影|稿件)[^，。！？；]{{0,40}}(?:提供|摄|拍摄|采写)
    | 原创\s.{{1,40}} | By\s[A-Z][\w.\s-]{{1,60}}
    """,
    re.VERBOSE,
)
_CREDIT = re.compile(
    "|".join((_REPORTERS, _GROUPS, "据|报道|电$", *(word for word in sorted(_CREDITS) if len(word) > 1)))
)
_MAKER = re.compile("|".join((_REPORTERS, _GROUPS, *(word for word in _WORDS["credits"] if len(word) > 1))))
_SOURCE = re.compile(rf"(?:{'|'.join(_WORDS['sources'])})\s*[：:/／丨|｜《]")
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
    | (?:[^\s，。：]{{2,10}}[报刊网]\s*)?[/|·\s]*{_DATE}                              # 江州日报 2025年11月22日 星期六
        [/|·\s]*(?:{_TIME}|第?\s*{_PAGE}\s*版)?\s*(?:{_SECTIONS})?
    | 《\s*[^《》]{{2,12}}\s*》\s*[（(]\s*{_DATE}.{{0,24}}[）)]                # 《江州日报》（2025年11月22日 第02版）
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
    | [（(]\s*(?:《?[^《》（()）。，]{{2,12}}》?\s*)?{_DATE}.{{0,20}}(?<![电讯])[）)]        # （2025年12月10日 第1版）
    | \d{{4}}\s+\d{{1,2}}[/.-]\d{{1,2}}\s*{_TIME}                                         # 2025 12/19 19:05:11
    """,
    re.VERBOSE,
)
_DATED = re.compile(_DATE)
_DAY_AND_PLACE = re.compile(rf"\d{{4}}\s*年{_DATE}\s+[^，。！？；：、“]{{2,16}}")
_REMARK_LAST = re.compile(
    r"(?:。[”’]?|[！？!?…][”’]?(?=[（(][^（()）]{0,6}(?:笑|掌声)))[（(][^（()）]{1,12}[）)]$"
)
"""A remark of who wrote it down, behind the full stop: …。（笑声）."""
_STAMPED = re.compile(rf"{_DATE}|{_TIME}")
_ISSUE = re.compile(
    r"[^，。！？；：“”]{0,30}\d{4}\s*年\s*第\s*\d{1,4}\s*期\s*(?:[（(]?总第?\s*\d+\s*期[）)]?)?\s*"
)
"""The name and number of a periodical: 江州内参    2025年第48期."""
_SECTION_ALONE = re.compile(_SECTION)
_LABELLED = re.compile(r"\S{2,6}[：:]\S")
_ARROWS = "↑↓→▲▼△▽👆👇 "
_SOURCED = re.compile(r"(?:来源|作者|记者)[：:]\s*\S")
_APART = re.compile(r"[\s、，,/]+")
_SPREAD = re.compile(r"(?<!\S)(\S)\s{1,3}(\S)(?!\S)")
_WIDE = re.compile(r"\s{2,}")
_STRIP = re.compile(r"\s{2,}|\s+[|｜丨·]\s*|(?<=[】\]])\s*(?=[【\[])")
_WORD = re.compile(r"[^\W\d_]+")
_COLON = re.compile("[：:]")
_NOISE_FIRST = frozenset(word[0] for word in (*_FURNITURE, *_LEADS, *_LABELS, *_WORDS["sections"]))
_NOISE_FIRST |= frozenset("第PNChwA星周一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾")
_NOISE_WORD = re.compile(r"\d|版|\.\w|[>＞»›]|转[载发]|必究|在看|[分点版关][享赞权注]")
_NOTE_LAST = frozenset("）)】版")
_CAPTION_FIRST = frozenset("图上下左右△▲▼▽↑↓◀")
_CAPTION_LAST = frozenset("）)】]摄图。")
_BYLINE_FIRST = frozenset("（(【[〔原B")
_BYLINE_LAST = frozenset(word[-1] for key in ("reporters", "groups") for word in _WORDS[key])
_BYLINE_WORD = re.compile(rf"[：:/／丨|｜\d]|文章来源|^[本发]|{_REPORTERS}")
_SUBJECT = re.compile(r"\s*[（(]?题[：:]")
_POINTERS = r"（(【<《）)】>》▲▼△▽◀▶◁▷←↑↓→\s"
_JUMP = (
    rf"[{_POINTERS}]*(?:上接|下转|紧接|转|接)\s*第?\s*{_PAGE}\s*版[^（()）。\w]?[\w·]{{0,6}}[{_POINTERS}]*"
)
_JUMPED = re.compile(rf"{_JUMP}$")
_JUMPING = re.compile(rf"\s*[（(【▲▼△▽]+\s*上接\s*第?\s*{_PAGE}\s*版[^（()）。]{{0,12}}[）)】]?\s*")
_SIGNATURE = re.compile(rf"(?<=[{STOPS}”）])\s*[（(](?P<inner>[^（()）。]{{1,160}})[）)]$")
_DATELINE = re.compile(
    r"""
    [（(【\[]?据?[^，。！？；：“”、\s（(]{0,12}?
    (?:(?:[报報社网網台端闻聞刊]|本刊)(?:[一-鿿]{2,8}\d{1,2}月\d{1,2}日)?(?:[讯訊电電]|消息)  # 新华社北京12月2日电
      |(?:本报|新华社|中新社|中新网)[一-鿿]{2,6}(?:电|(?<![通快简])讯|报道))                       # 新华社北京电
    [】）)\]]?(?:[\s　]*[（(][^（()）]{1,80}[）)])?[\s　]*[：:]?                                 # （记者 张三）
    | [A-Z][A-Za-z.,\s\d]{2,40}\((?:Xinhua|AP|Reuters|AFP|CNS|China\sDaily)\)\s*(?:--|—+|-)
    """,
    re.VERBOSE,
)


def known(line: Line) -> Line:
    """``line`` with its role where its own words tell it, without one where its neighbours must."""
    text = line.text
    if line.role or len(text) > _LONGEST or line.mark[:1] == "#":
        return line
    if text[-1:] == "。" and text[0] not in _CAPTION_FIRST:
        return line
    role = _role(text)
    if role is BlockKind.NOISE and line.mark == "【】" and _LABELLED.match(text):
        return line
    return replace(line, role=role) if role else line


def _role(text: str) -> BlockKind | None:
    """The role that a line, or each part of a strip, tells by its words."""
    return _role_of_whole(text) or _of_parts(text)


def _role_of_whole(text: str) -> BlockKind | None:
    """The role that the words of a line tell. The tests before each pattern only spare the search for it."""
    first, last = text[0], text[-1]
    if (first in _NOISE_FIRST or not first.isalnum() or last == "报" or _NOISE_WORD.search(text)) and (
        _is_noise(text) or _JUMPED.match(text)
    ):
        return BlockKind.BYLINE if _SOURCED.search(text) else BlockKind.NOISE
    if (last in _CAPTION_LAST or first in _CAPTION_FIRST or "图/" in text) and _fits(
        _CAPTION.fullmatch(text)
    ):
        return BlockKind.CAPTION
    if ends(text):
        return BlockKind.BYLINE if last in "：:" and _DATELINE.fullmatch(text) else None
    if _is_subject(text):
        return BlockKind.BYLINE
    if _is_staff(text):
        return BlockKind.BYLINE
    signed = first in _BYLINE_FIRST or last in _BYLINE_LAST or _BYLINE_WORD.search(text)
    if signed and _fits(_BYLINE.fullmatch(text)):
        return BlockKind.BYLINE
    return BlockKind.BYLINE if last in "）)电讯" and _DATELINE.fullmatch(text) else None


def _of_parts(text: str) -> BlockKind | None:
    """The role of a strip whose parts all have one: 2025-12-19 | 来源：江州日报 | 责编：张三."""
    parts = [part for part in _STRIP.split(text) if part.strip()]
    if len(parts) < 2:
        return None
    roles = {_role_of_whole(part.strip()) for part in parts}
    if roles <= {BlockKind.NOISE, BlockKind.BYLINE}:
        return BlockKind.BYLINE if BlockKind.BYLINE in roles else BlockKind.NOISE
    return None


def _is_noise(text: str) -> bool:
    """Whether a line, or each part of a strip (A01版：要闻    上一版  下一版), is of the page, not the article."""
    if text[-1] in "期）" and _ISSUE.fullmatch(text):
        return True
    return all(map(_is_part_noise, _WIDE.split(text)))


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


def _is_subject(text: str) -> bool:
    """Whether a line is a wire's dateline with its subject: 新华社北京12月1日电 题：…."""
    found = _DATELINE.match(text) if "题" in text else None
    return found is not None and bool(_SUBJECT.match(text, found.end()))


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
        return credit in _CREDITS or credit.endswith(_WORKERS)
    inner = groups.get("inner")
    return not inner or inner == "完" or bool(_CREDIT.search(inner)) or _are_names(inner)


def _are_names(text: str) -> bool:
    """Whether a text is names and nothing else; one of two characters may be spread: 张　三."""
    words = _APART.split(_SPREAD.sub(r"\1\2", text.strip()))
    return all(
        2 <= len(word) <= 4 and word[0] in _SURNAMES if "·" not in word else len(word) > 2 for word in words
    )


def heads_links(text: str) -> bool:
    """Whether a line heads links to other articles: 相关稿件, 延伸阅读：."""
    return "".join(_WORD.findall(text)) in _LINKS


def is_publisher(text: str) -> bool:
    """Whether a short line names who publishes by its last word: 江州发布, 江州融媒."""
    return text.endswith(_WORDS["publishers"])


def is_rule(text: str) -> bool:
    """Whether a line is drawn between two parts of a page: =====, * * *."""
    return len(text) > 1 and not _WORD.search(text)


def tells_day_and_place(text: str) -> bool:
    """Whether a line is a day and where it was: 2026年3月5日　江州会议中心."""
    return bool(_DAY_AND_PLACE.fullmatch(text))


def names_maker(byline: str) -> bool:
    """Whether a byline tells who made the article, not only from where it was taken or when it was sent."""
    return bool(_MAKER.search(byline)) or not (_SOURCE.search(byline) or _STAMPED.search(byline))


def is_page_section(line: Line, before: Line) -> bool:
    """Whether a line right under a paper's name or date is a page's number and name (04 两会特刊), no heading."""
    return (
        line.mark == "01"
        and line.gap == 0
        and len(line.text) <= _FEW
        and before.role is BlockKind.NOISE
        and (before.text[-1:] == "报" or bool(_DATED.search(before.text)))
    )


def has_notes(line: Line) -> bool:
    """Whether :func:`notes_off` may find something in it."""
    text = line.text
    return line.role is None and (text[-1:] in _NOTE_LAST or "上接" in text[:8])


def notes_off(line: Line) -> Iterator[Line]:
    """``line`` in its parts: a jump from or to another page and a signature stand for themselves."""
    found = _JUMPING.match(line.text)
    if found and found.end() < len(line.text):
        jump, line = line.split(found.end(), found.end())
        yield replace(jump, role=BlockKind.NOISE)
    text = line.text
    tail = max(0, len(text) - _LONGEST)
    for pattern, role in ((_JUMPED, BlockKind.NOISE), (_SIGNATURE, BlockKind.BYLINE)):
        found = pattern.search(text, tail)
        if found and found.start() > 0 and _fits(found):
            line, note = line.split(len(text[: found.start()].rstrip()), _ink(text, found.start()))
            yield line
            yield replace(note, role=BlockKind.NOISE if found.groupdict().get("inner") == "完" else role)
            return
    yield line


def _ink(text: str, offset: int) -> int:
    while text[offset].isspace():
        offset += 1
    return offset


def ends(text: str) -> bool:
    """Whether ``text`` ends as a paragraph does: with a full stop, or with what introduces the next."""
    last = text[-1:]
    if last not in _ENDS:
        if last in "）)" and _REMARK_LAST.search(text, len(text) - 16):
            return True
        text = text.rstrip(CLOSERS)
        last = text[-1:]
    return last in _ENDS and not (last == "." and text[-2:-1].isdigit() and not text.isascii())


def ends_in_sign(text: str) -> bool:
    """Whether a line ends in a picture or an arrow, as those of public accounts do: what it points to is another."""
    return category(text[-1]) == "So" or text[-1] in "→➜|\ufe0f"


def is_box(text: str) -> bool:
    """Whether a heading is that of a box beside the article: 记者手记, 新闻链接."""
    return text in _BOXES


def is_jump(text: str) -> bool:
    """Whether a line sends to another page or comes from one: （下转第二版）."""
    return bool(_JUMPED.match(text))


def is_section_number(text: str) -> bool:
    """Whether a line is a section's number and nothing else: 壹, PART 01."""
    return bool(_SECTION_ALONE.fullmatch(text))


def opens_report(text: str) -> bool:
    """Whether a paragraph opens with a word of time or of joining, set off by a comma: 日前，, 此外，."""
    return text[:2] in _OPENERS and text[2:3] in "，,"


def is_lead(text: str) -> bool:
    """Whether a paragraph opens a report, with its dateline: 本报讯（记者…）, 新华社北京11月2日电."""
    found = _DATELINE.match(text, 0, 120)
    return found is not None and text[found.end() - 1 : found.end() + 1] not in (
        "电视",
        "电话",
        "电影",
        "讯息",
    )
