"""Credits: who wrote, took or sent in an article or a picture, as bylines and captions name them."""

import re

from tuiexplorer.layout.dates import DATE, TIME, URL, is_stamped
from tuiexplorer.layout.names import are_names, are_names_in_a_row
from tuiexplorer.layout.noise import is_box
from tuiexplorer.layout.speech import has_cue
from tuiexplorer.layout.stops import STOPS
from tuiexplorer.lexicon import grammar

_MAKERS = grammar.word_set("signs", "credits")
_CREDITS = grammar.word_set("signs", "credits", "sources")
_CRAFTS = grammar.word_set("signs", "crafts")
_REPORTERS, _GROUPS, _PICTURES, _GIVERS = (
    grammar.either("signs", key) for key in ("reporters", "groups", "pictures", "givers")
)
_NAMED = r"(?P<named>[一-鿿·]{2,4}?|[一-鿿]\s{1,3}[一-鿿])"
"""Where a name may stand; whether it is one is asked of the surnames afterwards."""
_AFTER = r"[^，。！？；：“]{0,60}"
_SIGNER = rf"(?<![向对给与被让跟])(?:{_REPORTERS})"
"""Reporters who sign, and to whom nobody does anything: 开场先向|记者鞠躬."""
_OUTSIDE = r"[^，。！？；：、（(]"
_GIVER = rf"(?:{_GIVERS}|[一-鿿]{{2,12}}[局委办府部司厂校院社网报团会台站])"

_CAPTION = re.compile(
    rf"""
      .*[（(【\[](?!组?图[）)])(?![^（()）]*文[^（()）]*图[）)])
        [^（()）【】]{{0,60}}(?<!文/)(?<!文)(?:{_PICTURES})[）)】\]]                            # …（张三 摄）
    | .*[（(](?:摄影?|图(?!/文)|供图|图源|图片来源|图片提供)[：:/][^（()）]{{1,20}}[）)]          # …（摄影：张三）
    | .*[（(](?:图片来自|图?(?:取自|截自|[撷截]取自|翻[摄拍]自))[^（()）]{{1,24}}[）)]
    | [（(]图为.+[）)] | .{{4,60}}[△▲▼▽↑↓] | .{{2,60}}资料(?:照|图)片
    | (?:图为|图中为|[上下左右]图|图[①-⑳\d一二三四五六七八九十]{{0,2}}[：:为]|[△▲▼▽↑↓◀]).+
    | (?:图|图片|照片)均?(?:由|据|源|来自|取自|源自)[^，。：“]{{2,20}}              # 图片由县委提供, 图据江州网
    | [左右][上下]图为?.+ | (?:{_GIVER})\s?供图 | (?:新华|中新)社(?:发|照片)
    | [（(【\[]图\s?\d{{1,2}}[）)】\]]                                                      # [图1]
    | 图[①-⑳\d一二三四五六七八九十]{{1,2}}\s+.+ | [（(]图[①-⑳\d一二三四五六七八九十]{{1,2}}[）)]      # 图一 江州港
    | [（(【\[](?:[上下左右]图|图[说注解])[）)】\]].+ | (?:图[说注解]|图片说明|题图)[：:|丨].+       # 图说：江州港
    | [^，。：“]{{0,8}}(?:会议?|活动|培训|签约|启动|仪式|开幕式|宣讲|比赛|路演|庭审|演练|揭牌)现场图?      # 会议现场
    | (?!代表|大会|领导)(?P<signed>[一-鿿]{{2,4}}?)                                          # 张三发言
        (?:在会上|现场|作交流|作)?(?:发言|讲话|致辞|致词|作报告)
    | [（(【\[]?(?:(?:资料)?(?:图|图片|照片)|配图|图文)(?:[，,]?(?:仅供参考|与.{{0,6}}无关|无关))?[）)】\]]?
    | .{{0,120}}(?:{_REPORTERS}|[报网台])\s+[一-鿿]{{2,4}}\s*/?(?:摄影?|供图|\s图)             # 江州网记者 潮生 摄
    | .{{1,120}}[。，\s]{_GIVER}\s?供图 | .{{1,120}}(?:[。\s](?:{_GIVERS})|。{_GIVER})提供     # …。受访者供图
    | .{{1,120}}(?:。|\s{{2}})(?:图[/／|｜丨][^，。]{{2,24}}|本报资料(?:图|图片|照片))         # …。图/江州日报 张三
    | [^：:/|｜丨]{{4,120}}\s图[/／|｜丨][^，。：]{{2,24}}                                      # … 图/张三
    | .{{1,120}}[。\s](?:(?:新华|中新)社发|资料片|资料图片?|资料照片|网络图片?
        |[一-鿿]{{2,8}}(?:网站|官网|社|资料|社交媒体)图片)                   # …。新华社发
    | (?!.{{0,8}}(?:{_REPORTERS}))[^：:/|]{{4,120}}[。\s]\s?(?:摄影|航拍|供图|图源|图片来源)[：:/\s]
        [^，。：]{{2,24}}                                                             # …。摄影 张三
    | (?:.{{0,120}}(?:{_REPORTERS}|[。\s/、])\s*)?{_NAMED}\s*/?(?:摄影?|供图|制图)
        (?:\s+(?:\d{{3,4}}年)?\d{{1,2}}月\d{{1,2}}日)?                                        # 本报记者 张三 摄
    """,
    re.VERBOSE,
)
_PICTURED = re.compile(r".*[（(][^（()）]{0,40}(?:摄|照片|供图|资料图|截图|摄于[^（()）]{0,24})[）)]。?")
"""What tells a caption even before a full stop: …（2025年3月4日摄）。"""
_PLACED = re.compile(r"[（(](?:[左右](?:起?[一二三四五六七八九\d]{0,2}|起)|中)[）)]")
_LONGEST_PLACED = 100
_BYLINE = re.compile(
    rf"""
      [（(【\[〔](?P<inner>[^（()）【】。]{{1,180}})[）)】\]〕]                             # （本报记者 张三）
    | (?:首席|本报|见习|特约|全媒体)?(?:{_REPORTERS})\s+[一-鿿]{{2,4}}(?:\s+[一-鿿]{{2,4}})?            # 记者 原野
    | (?:{_REPORTERS})\s*[|｜丨]\s*[一-鿿]{{2,4}}(?:\s[一-鿿]{{2,4}})*                      # 记者 | 小满
    | (?:转自|转载自|摘自|选自)[^，。：“]{{2,24}}                                             # 转自某工作群
    | {DATE}\s*{TIME}\s*发布于[^，。：“]{{2,40}}                                # 2025-07-09 22:40 发布于江州
    | [—-]{{2,}}\s*[一-鿿]{{0,8}}《[^《》]{{2,12}}[报刊网]》                                # ——香港《江州报》
    | \S{{0,12}}[报社网台端闻刊](?:\w{{0,4}}?|[（(][\w.]{{4,30}}[）)])(?:{_REPORTERS})
        (?:[\s、]+(?:{_REPORTERS}|[一-鿿]{{2,4}}|文/图|图/文))+(?:\s+[一-鿿]{{2,6}}报道)?       # 本报记者 张三 李四
    | [^\s，。]{{0,8}}[报社网刊]\s+(?:{_REPORTERS})                                      # 江州工人报 记者 山木
        \s+[一-鿿]{{2,4}}(?:\s+(?:{_REPORTERS})?\s*[一-鿿]{{2,4}})*
    | (?:{_REPORTERS})\s+(?:[一-鿿]{{2,4}}\s+)+(?:报道|文/图|图/文)
    | (?:{_REPORTERS})(?:\s+[一-鿿]{{2,4}})+(?:\s+(?:{_REPORTERS})(?:\s+[一-鿿]{{2,4}})+)+  # 记者 张三 实习生 李四
    | [□■◎●◇◆○☉]?\s*{_OUTSIDE}{{0,16}}?{_SIGNER}\s*[：:/／丨|｜]?\s*     # 本报记者 张三, 见习记者：张三
        {_NAMED}(?:(?:{_REPORTERS}|报道|[文图摄]|[^一-鿿，。！？；：“]){_AFTER})?
    | {_OUTSIDE}{{0,12}}?{_SIGNER}\s?(?P<row>[一-鿿]{{4,15}}?)(?:摄影|综合)?(?:报道)?    # 记者张三李四
    | (?P<signed>[一-鿿·]{{2,4}}(?:[\s、]+[一-鿿·]{{2,4}}){{0,5}})\s*(?:摄影报道|文/图|图/文|文并摄)     # 张三摄影报道
    | [^\s，。：]{{2,10}}(?:中心|组|新闻|[网社台])\s*[/／][^，。：]{{2,20}}报[道导]            # 即时中心／张三报导
    | [□■◎●◇◆○☉◤▍]?\s*[\[【]?(?P<credit>[^\W\d]\w{{0,7}})[\]】]?\s*(?P<joint>[：:/／丨|｜·—-])
        (?P<value>.{{1,120}})                                                            # 责任编辑：张三
    | [^，。！？；：、“\d]{{0,8}}(?:{_REPORTERS})                                           # 新华社记者
    | [^，。！？；：、]{{2,20}}(?:{_GROUPS})                                              # 江州日报评论员
    | [^，。！？；：“]{{2,40}}(?:[社报网台部]|中心|工作室|传媒|集团|频道|融媒|客户端)(?:联合)?
        (?:出品|制作|摄制)                                                            # 江州报社出品
    | (?:[^\s，。：]{{2,10}}[报刊网]\s*|{URL}\s+)?{DATE}\s*(?:{TIME})?[^，。！？；：]{{0,14}}
        (?:来源|作者|编辑|责编|记者)[：:/].{{0,100}}     # 2025-11-22 来源：X
    | (?:[^\s，。]{{2,10}}[报刊网社]\s+)?{DATE}\s*(?:{TIME})?\s*(?:[^\s，。]{{2,10}}[报刊网社]\s+)?
        (?:{_REPORTERS})(?:\s+[一-鿿]{{2,4}}){{1,6}}                      # 江州日报 2025-11-22 06:00 记者 张三 李四
    | [^，。！？；：“”（()]{{0,24}}\d{{4}}[年/-]\d{{1,2}}[月/-]\d{{1,2}}日?\s*(?:{TIME})?   # 江州发布 2025-12-05
    | [^，。！？；：“”（()\s]{{4,24}}\s{{2,}}\d{{4}}年\d{{1,2}}月\d{{1,2}}日  # 江州市委办    2026年3月2日
    | \d{{4}}-\d\d-\d\d\s*(?P<dated>[一-鿿·]{{2,4}})                                     # 2026-03-02张三
    | (?:{DATE}\s*)?{TIME}(?:\s*[·|]?\s*[一-鿿]{{2,8}})?   # 2025年12月11日 20:30 江州
    | {DATE}\s*{TIME}\s+[\w·（）()-]{{2,14}}                       # 2026/3/12 10:02:11 办公室-小赵
    | {DATE}\s*{TIME}\s*(?:[（(]{DATE}\s*{TIME}\s*更新[）)]|最后更新[：:]?\s*{TIME})  # 12/11 20:30（12/11 20:35 更新）
    | [^\s，。！？；：“”（()]{{1,12}}(?:[（(<][\w@.]{{4,30}}[）)>])?                  # 老周 2025/12/09 21:14
        \s+(?:{DATE}\s*)?{TIME}(?:\s+[一-鿿]{{2,8}})?
    | (?:以下文章来源于|文章转载自|本文[来转][源载自]|发布于\s).{{1,40}}
    | 本[版文报刊组][^，。！？；：]{{0,8}}(?:图片|照片|摄影|稿件)[^，。！？；]{{0,40}}(?:提供|摄|拍摄|采写)
    | 作者[系为].{{2,40}} | 本文(?:刊|载|首发|发表|原载)于?.{{2,40}}
    | ——\s*(?:题记|编者(?:按|注)?|作者|(?:摘自|引自).{{2,30}})                              # ——题记
    | 原创\s.{{1,40}} | By\s[A-Z][\w.\s-]{{1,60}}
    """,
    re.VERBOSE,
)
_PICTURE_CREDIT = re.compile(
    rf"[（(]?(?:[^，。\s]{{0,16}}(?:{_REPORTERS})[\s：:/]*)?"
    r"(?P<names>[一-鿿·]{2,4}(?:[\s、]+[一-鿿·]{2,4}){0,3}?)\s*/?(?:摄影?|供图)[）)]?"
)
"""Who took a picture, and no more: 本报记者 张三 摄."""
_CREDIT = re.compile(
    "|".join((_REPORTERS, _GROUPS, "据|报道|电$", *(word for word in sorted(_CREDITS) if len(word) > 1)))
)
_MAKER = re.compile("|".join((_REPORTERS, _GROUPS, *(word for word in sorted(_MAKERS) if len(word) > 1))))
_SOURCE = re.compile(rf"(?:{grammar.either('signs', 'sources')})\s*[：:/／丨|｜《]")
_LABELLED = re.compile(r"[一-鿿]{2,6}\s*[：:]\s*([一-鿿·\s、]{2,40})")
_SIGNATURE = re.compile(rf"(?<=[{STOPS}”）])\s*[（(](?P<inner>[^（()）。]{{1,160}})[）)](?:1\d{{6}})?$")
_STAMP = re.compile(rf"{DATE} (?:{TIME})? | {TIME} | {URL} | [|丨·]", re.VERBOSE)
_MOST = 8
_BETWEEN = re.compile(r"[\s/]+")
_LONGEST = 14
_DEEDS = frozenset(("报道", "文", "图", "整理", "供稿", "文/图", "图/文"))
_WRITTEN = tuple("文" + joint for joint in "/／|｜丨：:字")
_CAPTION_FIRST = frozenset("图上下左右△▲▼▽↑↓◀")
_ARROWS = "△▲▼▽"
_CAPTION_LAST = frozenset("）)】]摄影图场。发片言话辞词告△▲▼▽↑↓")
_CAPTION_WORD = re.compile(
    r"图/|供图|提供|摄影|图源|图片|图[丨|｜]|航拍|摄\s+\d|题图|图[说注解]|[上下左右]图|照片"
)
_BYLINE_FIRST = frozenset("（(【[〔原B")
_BYLINE_LAST = frozenset(word[-1] for word in grammar.words("signs", "reporters", "groups")) | frozenset(
    "作品制"
)
_BYLINE_OPENS = re.compile(r"[本发—]|作者|.{0,2}自|[一-鿿]{2,6}\s?[·—-]")
_BYLINE_SIGN = re.compile(r"[：:/／丨|｜\d]")
_BYLINE_WORD = re.compile(f"文章来源|{_REPORTERS}|摄影|文并")
FINIS = "完"
"""What stands in a bracket of its own at the end of an article, and names no one."""


def opens_as_caption(text: str) -> bool:
    """Whether a sentence may be a caption although it ends in a full stop."""
    return (
        text[0] in _CAPTION_FIRST
        or text[-2:-1] in "）)"
        or (text[-2:] == "场。" and _is_scene(text))
        or _points_at_someone(text)
    )


def _is_scene(text: str) -> bool:
    """Whether a sentence only says what a picture is of: 会议现场。."""
    return len(text) <= _LONGEST and text.endswith("现场。") and _fits(_CAPTION.fullmatch(text[:-1]))


def _points_at_someone(text: str) -> bool:
    """Whether a sentence says where in a picture someone stands: 县长张三（右二）在田间。."""
    return (
        len(text) <= _LONGEST_PLACED
        and ("）" in text or ")" in text)
        and "。" not in text[:-1]
        and bool(_PLACED.search(text))
        and not has_cue(text)
    )


def is_caption(text: str) -> bool:
    """Whether a line tells what a picture shows, or who took it: …（张三 摄）."""
    if text[0] in _ARROWS and has_cue(text):
        return False  # one of several news
    if text.startswith(_WRITTEN):
        return False  # who wrote it is named before who took the pictures
    if text[-1] == "。" and text[0] not in _CAPTION_FIRST:
        return bool(_PICTURED.fullmatch(text)) or _is_scene(text) or _points_at_someone(text)
    if text[-1] in _CAPTION_LAST or text[0] in _CAPTION_FIRST or _CAPTION_WORD.search(text):
        return _fits(_CAPTION.fullmatch(text)) or bool(_PICTURED.fullmatch(text))
    return False


def is_picture_credit(caption: str) -> bool:
    """Whether a caption only names who took the picture, which is told of on a line of its own."""
    found = _PICTURE_CREDIT.fullmatch(caption)
    return found is not None and are_names(found["names"])


def is_byline(text: str) -> bool:
    """Whether a line tells who made the article, or from where and when it is."""
    if _is_staff(text):
        return True
    signed = (
        text[0] in _BYLINE_FIRST
        or text[-1] in _BYLINE_LAST
        or _BYLINE_OPENS.match(text)
        or _BYLINE_SIGN.search(text)
        or _BYLINE_WORD.search(text)
    )
    return (bool(signed) and _fits(_BYLINE.fullmatch(text))) or _is_strip(text)


def is_staff_beside(text: str) -> bool:
    """Whether a line beside a byline is another, with a label that is not known: 统稿人：张三."""
    found = _LABELLED.fullmatch(text)
    return found is not None and are_names(found[1])


def signature(text: str, start: int) -> re.Match[str] | None:
    """The signature in brackets, in its group ``inner``, that closes a paragraph: …。（本报记者 张三）."""
    found = _SIGNATURE.search(text, start)
    return found if found and (_fits(found) or is_publisher(found["inner"])) else None


def names_maker(byline: str) -> bool:
    """Whether a byline tells who made the article, not only from where it was taken or when it was sent."""
    return bool(_MAKER.search(byline)) or not (_SOURCE.search(byline) or is_stamped(byline))


def is_publisher(text: str) -> bool:
    """Whether a short line names who publishes by its last word: 江州发布, 江州融媒."""
    return text.endswith(grammar.words("signs", "publishers"))


def _is_staff(text: str) -> bool:
    """Whether a line names those who made the page and what each did: 责编 张三 美编 李四, 张三/文 李四/图."""
    words = _BETWEEN.split(text)
    if not 1 < len(words) <= 2 * _MOST or not (words[0] in _CREDITS or "/" in text or len(words) > 2):
        return False
    named = 0
    for word in words:
        if word in _CREDITS:
            continue
        if are_names(word) or _is_body(word):
            named += 1
        elif word not in _DEEDS:
            return False
    return 0 < named < len(words)


def _is_body(word: str) -> bool:
    return 2 < len(word) <= _LONGEST and word.endswith(grammar.words("signs", "employers"))


def _is_strip(text: str) -> bool:
    """Whether a line is a day or an address with who publishes and signs: 2026-01-20 09:12 江州日报 张三."""
    words = text.split()
    if not 1 < len(words) <= _MOST:
        return False
    others = [word for word in words if not _STAMP.fullmatch(word)]
    if any(len(word) > _LONGEST for word in others):
        return False
    houses = [is_publisher(word) for word in others]
    told = len(others) < len(words) or (any(houses) and not all(houses))
    return told and all(
        house or are_names(word) or word in _DEEDS for word, house in zip(others, houses, strict=True)
    )


def _fits(found: re.Match[str] | None) -> bool:
    """Whether a pattern matched, with a name where it needs a name, a credit where a credit."""
    if found is None:
        return False
    groups = found.groupdict()
    if named := groups.get("named") or groups.get("signed") or groups.get("dated"):
        return are_names(named)
    if row := groups.get("row"):
        return are_names_in_a_row(row)
    if credit := groups.get("credit"):
        if groups["joint"] in "·—-":
            return credit in _CREDITS and are_names(groups["value"])
        if credit in _CRAFTS or groups["joint"] in "丨|":
            return credit in _CREDITS or are_names(groups["value"])
        return credit in _CREDITS or credit.endswith(grammar.words("signs", "workers"))
    inner = groups.get("inner")
    if inner and is_box(inner):
        return False
    return not inner or inner == FINIS or bool(_CREDIT.search(inner)) or are_names(inner) or is_byline(inner)
