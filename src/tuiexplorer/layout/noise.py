"""Noise: what is of the page around an article, and not of the article."""

import re

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.dates import DATE, TIME, URL, WEEKDAY, has_day
from tuiexplorer.layout.line import Line
from tuiexplorer.lexicon import grammar

_LABELS, _BOXES = (grammar.word_set("signs", key) for key in ("labels", "boxes"))
_HEADS_OF_LINKS = {
    more + links for more in grammar.words("signs", "more") for links in grammar.words("signs", "links")
}
_LINKS = (_HEADS_OF_LINKS - {more + "评论" for more in grammar.words("signs", "more")}) | grammar.word_set(
    "signs", "lists"
)
"""The heads of lists of other articles; what stands under 热门评论 someone said."""
_FURNITURE = grammar.word_set("signs", "furniture", "lists") | _HEADS_OF_LINKS
_LEADS, _NOTICES = (grammar.words("signs", key) for key in ("leads", "notices"))
_CREDITS = grammar.word_set("signs", "credits", "sources")
_SECTIONS = grammar.either("signs", "sections")
_FEW, _MENU, _STRIP = 6, 5, 16
_PAGE = r"[A-Za-z]{0,2}[\d一二三四五六七八九十]{1,3}"
_SECTION = (
    r"\W*第?[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}(?:部分|[篇则条组])?\W*"
    r"|\W*(?:PART|Part|NO|No|CHAPTER|Chapter)\W*(?:\d{1,2}|[A-Z]{3,5})?\W*|\W*0\s?\d\W*|(?:ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN)"
)
"""A section's number, alone on its line: 壹, 【第一篇】, PART 01, 01."""
_NOISE = re.compile(
    rf"""
      [^\w“”‘’（）《》「」『』【】\[<！？!?。，、；：…]+ | [】〕］]+ | [?？]               # ——  * * *  ===  】
    | [^\w“]*(?:第\s*)?[A-Za-z]?\d{{1,3}}(?:\s*[/／|-]\s*\d{{1,3}})?\s*[版页]?\W*     # 3   — 3 —   A03版   3/8
    | \W*[第共]\s*\d{{1,4}}\s*页.{{0,16}} | Page\s\d+.{{0,10}}                           # 第3页 共8页
    | \W*第{_PAGE}[版页]\W*                                                          # 第二版
    | (?:\S{{2,8}}[报刊]\s*)?\W*第?\s*{_PAGE}\s*版\s*
        (?:[：:·]\s*(?:(?:[一-鿿·˙•\d]\s?){{2,16}})|(?:{_SECTIONS})?)\W*               # 第02版：要闻
    | \W*第?\s*{_PAGE}\s*版\s*[（(].{{1,16}}[）)]                                     # 第5版（国内专页（教科文））
    | (?:今日|本报今日|今天){_PAGE}版 | 总?第\s?\d{{2,6}}\s?期                        # 今日八版   总第12345期
    | {_PAGE}[\s/·|]{{0,2}}(?:{_SECTIONS}) | (?:{_SECTIONS})[\s·|/]{{0,2}}[A-Z]?\d{{1,2}}          # 02 要闻, 要闻·02
    | file:///?\S+(?:\s\d{{1,3}}/\d{{1,3}})? | {DATE}\s+{TIME}\s+\d{{1,3}}/\d{{1,3}}  # file:///D:/a.html 2/5
    | {DATE}\s.{{0,24}}(?:责编|编辑|校对)[：:]\s?\S{{2,4}}(?:\s\S{{1,12}})?\s\d{{1,2}}版?     # 3月7日 责编：张三 02
    | (?:\d{{4}}[-/年])?\d{{1,2}}[-/月]\d{{1,2}}日?\s+{TIME}\s来自\s?\S{{2,16}}(?:\s?\S{{2,8}})?  # 3-11 20:15 来自 微博
    | [一-鿿]{{2,8}}(?:[日晚早晨时商]报|发布)\s?\.                              # 江州日报.
    | 下载[^，。]{{2,10}}[，,]\s?(?:查?看|了解|阅读)[^，。]{{2,16}}
    | IP属地[：:]?[一-鿿]{{2,6}} | (?:发[表布]于|来自)\s?[一-鿿]{{2,8}}[省市区州]?  # 发布于：江州
    | (?:[^\s，。：]{{2,12}}\s+)?(?:\d{{1,2}}\s?(?:分钟|小时|天)前|刚刚|(?:昨天|前天|今天)\s?{TIME})  # 2小时前
        (?:\s?·?\s?(?:发[表布]于|来自)\s?[一-鿿]{{2,6}})?
    | (?:[^\s，。：]{{2,10}}[报刊网]\s*)?[/|·\s]*{DATE}                               # 江州日报 2025年11月22日 星期六
        [/|·\s]*(?:{TIME}|第?\s*{_PAGE}\s*版)?\s*(?:{_SECTIONS})?
    | 《\s*[^《》]{{1,12}}[报刊网]\s*》\s*[（(]\s*{DATE}.{{0,24}}[）)]          # 《江州日报》（2025年11月22日 第02版）
    | 《\s*[^《》]{{2,12}}\s*》\s*[（(]\s*{DATE}.{{0,20}}[版页刊][）)]
    | {_SECTION}                                                                    # 壹, PART 01
    | 0\d{{3,5}}版(?:[：:]\S{{2,14}})? | 第?{_PAGE}版[：:].{{0,12}}总第\d{{1,6}}期.{{0,20}}      # 00003版：要闻
    | 要闻 | 头版 | 本报要闻 | {WEEKDAY}
    | [一-鿿]{{2,6}}(?:[日晚早晨时商]报|都市报|青年报)(?:[·•|][一-鿿\d]{{2,8}})?                # 江州晚报·民生周刊
    | [一-鿿]{{1,8}}报\s*(?:数字报纸?|电子报|电子版|多媒体(?:数字)?报(?:纸|刊)?)(?:平台)?         # 江州日报 数字报纸
    | [一-鿿]{{2,8}}(?:报网|新闻网|日报社|新闻客户端|日报客户端|广播电视台|政府网)         # 江州新闻网
    | [“"]?[一-鿿]{{0,10}}[”"]?(?:微信公众号|官方微博|官方微信|官方账号|视频号|抖音号)       # 江州发布微信公众号
    | {URL}\s*[|｜丨].{{0,80}}                                                        # www.a.com | 2025-05-22 | 0条评论
    | \d{{2,4}}[_x×*]\d{{2,4}}(?:px)?[;；]?                                                 # 970_105px;
    | [^，。]{{0,60}}\d\s*[次个条人](?:浏览|评论|阅读|点赞|回复|收藏)                              # 5 次浏览 0个评论
    | (?:查看|评论|回复|阅读|浏览|点击|人气|点赞)数?[：:]\s*\d+次?                              # 查看: 1026
    | [\w.]{{2,24}}(?:网|在线|新闻|中文)\w{{0,6}}(?:门户|官方)网站                        # 江州网海外中文门户网站
    | 农历.{{3,12}} | 国内统一(?:连续出版物|刊)号.{{0,24}} | \d{{4}}年\d{{1,2}}月                 # 报头逐行
    | [一-鿿]{{2,8}}(?:首页|主页)                                                      # 江州网首页
    | https?://\S+ | (?:[^\s，。：]{{2,12}}\s+)?{URL}
    | [^，。！？；：“>＞»›]{{1,20}}(?:(?:>>?|[＞»›])[^，。；>＞»›]{{1,40}}){{1,8}}[\s>]*       # 首页 > 新闻 > 正文
    | [∙·•]?\s*[^\s，。！？；：“]{{1,12}}\s*[>＞»›]                                          # ∙ 江州政商 >
    | [^\s|，。；：！？“”]{{1,8}}(?:\s*[|丨]\s*[^\s|丨，。；：！？“”]{{1,8}}){{3,20}}[|丨]?   # 首页 | 新闻 | 视频
    | (?:您|你)?的?(?:当前|现在)?(?:所在|所处)?的?(?:位置|路径)[：:].{{1,80}}               # 您当前所在位置：首页>>要闻
    | [^，。！？；：“”>]{{2,16}}\s*[>＞»›]                                       # 长三角政商 >
    | (?:返回[^，。！？：]{{1,8}}[，,\s]*)?(?:点击)?查看更多\W* | 发自我?的?[^，。：]{{0,8}}(?:iPhone|手机|邮箱)
    | (?:网站|本站)?首页(?:\s+[^\s，。；：！？“”]{{2,8}}){{2,16}}                             # 首页　政务公开　走进江州
    | [^|，。；：！？“”]{{1,12}}(?:\|[^|，。；：！？“”]{{1,16}}){{3,20}}                 # 首页 | 服务 | Help Centre
        (?:\|[^|，。；：！？“”]{{1,8}}：[\s\d-]{{5,20}})?\|?                                  # | 热线：021-123456
    | [上下]一[版期页篇][»›].{{0,40}}                                    # 下一版»本期共4版
    | [一-鿿]{{2,8}}网\s+正文 | 关注[一-鿿]{{2,8}}[网报台社端]                        # 江州网 正文
    | ·\s?\S{{2,20}}(?:\s+·\s?\S{{2,20}}){{1,9}}                                      # ·直播江州 ·招聘 ·邮箱
    | (?:我要投稿\s+)?下载[^，。！？：\s]{{1,8}}(?:APP|App|客户端)                                # 我要投稿 下载江州APP
    | 更\s多 | 打开.{{2,6}}(?:新闻|客户端|APP|App)[\s，,]*(?:查看|阅读|看).{{1,8}}  # 打开江州新闻 查看更多
    | [（(]原(?:标)?题为?[：:]?《.{{4,60}}》[）)]
    | 返回\s*{DATE} | (?:发[表布]|更新|编辑)于\s*{DATE}.{{0,40}}                                # 返回 2020年9月18日
    | A[-+]?(?:\s*A[-+]?)+ | A[-+] | \+\d                                                    # A- A A+
    | (?:\#[^\#\s]{{1,30}}\#\s*)+                                                    # #话题# #另一话题#
    | (?:\[[一-鿿A-Za-z]{{1,4}}\]\s*){{2,20}} | \[(?:图片|视频|语音|文件|表情|动画表情|聊天记录|小程序)\]  # [强][强]
    | [\w.-]{{1,80}}\.(?:png|jpe?g|gif|bmp|webp|mp4|mp3|pdf|docx?|xlsx?)              # 1699348787112415.png
    | [^，。！？；：“”]{{2,16}}[：:]\s*[A-Za-z0-9@.+()_-]*\d[A-Za-z0-9@.+()_-]{{5,}}   # 报料热线：021-123456
    | [（(]\s*(?:《?[^《》（()）。，]{{2,12}}》?\s*)?{DATE}.{{0,20}}(?<![电讯])[）)]        # （2025年12月10日 第1版）
    | [（(]\s*[^（()）。，]{{2,16}}\s+\d{{4}}年\d{{1,2}}月[）)]                          # （县发改局　2025年10月）
    | [^\s，。：；！？“”]{{1,16}}\s\d{{1,2}}\s?(?:分钟|小时|天|个月)前(?:\s\S{{2,6}})?              # 江州网友 3小时前
    | \d{{4}}\s+\d{{1,2}}[/.-]\d{{1,2}}\s*{TIME}                                         # 2025 12/19 19:05:11
    """,
    re.VERBOSE,
)
# What asks for attention or speaks of rights, by the words that it cannot do without: 请勿转载, 点个在看, 某社主办.
_SAYS = re.compile(
    r"""
      .{0,12}\d+\s*字.{0,8}\d+\s*分钟\W*                                         # 本文共815字，阅读约2分钟
    | .{0,40}(?:不得转载|请勿转载|谢绝转载|欢迎转发|违者必究)\W*
    | .{0,20}(?:点[个亮]|请|记得|欢迎).{0,12}(?:在看|点?赞|转发|分享|关注)(?:我们|[吧哦呗喔一下\W]){0,8}
    | .{0,8}(?:点[个亮]|戳|右下角)\W{0,2}(?:在看|点?赞)\W{1,3}[^，。！？：]{2,14}[！!]?  # 点亮“在看”，为…加油
    | \W*(?:(?:分享|点赞|在看|收藏|转发|关注|评论|三连)[、，\s/+和]*){2,}[^。：]{0,12}        # 分享、点赞、在看
    | [（(]?(?:点击|长按|轻触)(?:此处)?(?:收听|播放|观看|收看|查看|放大)[^，。：“]{0,10}  # （点击收听）
    | .{0,8}欢迎.{0,8}留言.{0,6}
    | [^\w，。]{0,6}[^，。：“”]{0,8}(?:戳|点击?)[^，。：“”]{0,6}[“「]?阅读原文[”」]?[^，。：]{0,14}  # ↓戳“阅读原文”
    | [^，。！？]{0,40}[点戳]我下载(?:APP|App|客户端)?\W*                            # 用客户端看新闻 点我下载APP
    | .{0,8}点[“"]赞[”"][^，。：]{0,14}                                             # 点“赞”让更多人看到
    | [^，。]{0,16}[\w.+-]{1,40}@[\w-]{1,40}\.[\w.]{2,20}\W{0,3}                     # 投稿邮箱 | a@b.cn
    | [^，。]{0,24}(?:电话|电邮|邮箱|邮件|QQ|投稿)[^，。]{0,24}@[^，。]{1,60}     # 电话：0000-1 电邮：a@b.cn
    | [^，。！？；：]{1,24}[社委府局部会团司](?:主办|承办|主管|协办)                                # 江州日报社主办
    | (?:主办|承办|协办|主管|联办)(?:单位)?\s*[：:丨|/].{1,40}
    | .{0,20}版权(?:[与及和、]|以及)免责(?:声明|申明|条款)[：:]?                             # 江州网版权与免责声明：
    """,
    re.VERBOSE,
)
_SAYING = re.compile(
    '必究|我下载|转[载发]|在看|读原文|点击|长按|轻触|点赞|个赞|“赞|"赞|赞[”"]|分享|关注|留言|分钟|@|主办|承办|联办|协办|承管|主管|版权'
)
"""One of the words that any of these holds."""
_FOOT = re.compile(grammar.either("signs", "foot") + "|All Rights Reserved|ICP证")
_STAMP = re.compile(
    rf"""
      {DATE}\s*{TIME} | \d{{1,6}} | (?:{DATE})?(?:[一-鿿]{{2,10}}[报刊](?:电子版|数字报|电子报)?)? | {TIME} | {WEEKDAY}
    | 第?{_PAGE}版?(?:[：:]?(?:{_SECTIONS}))? | 第?{_PAGE}版[：:][一-鿿]{{2,8}} | {_SECTIONS}
    """,
    re.VERBOSE,
)
_PAGE_WORD = re.compile(rf"第?{_PAGE}版")
_PAGE_LAST = re.compile(r"\s[A-Z]?\d{2,5}版?$")
_OF_EDITION = re.compile(r"《[^》]{2,12}》\s*[（(](?:电子版|网络版|数字报)[）)]的一切内容")
_ABOVE = re.compile(grammar.either("signs", "above"))
_COLUMN = re.compile(grammar.either("signs", "menu"))
_COLUMNS = 6
"""Where so many columns stand side by side and fill most of a line, it is a menu."""
_SECTION_ALONE = re.compile(_SECTION)
_ISSUE = re.compile(
    r"[^，。！？；：“”]{0,30}\d{4}\s*年\s*第?\s*\d{1,4}\s*期\s*(?:[（(]?总第?\s*\d+\s*期[）)]?)?\s*"
)
"""The name and number of a periodical: 江州内参    2025年第48期."""
_ARROWS = "↑↓→▲▼△▽👆👇 "
_BRACKETS = "【[（( 】]）)"
_NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩*※（(【0123456789、.. 　"
_NOTICE_FIRST = frozenset("《" + _NUMBERS).union(notice[0] for notice in _NOTICES)
_PATH = re.compile(r"[>＞»›]\s*[^\s>＞»›]|^(?:当前|您|你)")
_BLANK = re.compile(r"[\s|丨/]+|(?<!\d)[-—]+|[-—]+(?!\d)")
_WIDE = re.compile(r"\s{2,}")
_WORD = re.compile(r"[^\W\d_]+")
_COLON = re.compile("[：:]")
_NOISE_FIRST = frozenset(
    word[0] for word in (*_FURNITURE, *_LEADS, *_LABELS, *grammar.words("signs", "sections"))
)
_NOISE_FIRST |= frozenset("农第共PNChwAOTFS星周一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾")
_NOISE_WORD = re.compile(
    r"\d|版|读原文|点击|长按|轻触|^首页|位置[：:]|更多|^发自|[>＞»›]$|\.\w|[>＞»›|丨]|转[载发]|必究|在看|[分点版关][享赞权注]|报$|官方|众号|举报|许可|报[·•|]|@|主[办管]$|[赞言]|Rights|频号|音号|电视台|属地|报\s?\.$|布\s?\.$|^下载|(?:昨|前|今)天\s|^昨天|^刚刚$|(?:[网端社]|网站|[首主]页)$|[字子]报|正文$"
)
_POINTERS = r"（(【<《）)】>》▲▼△▽◀▶◁▷←↑↓→\s"
_TO_PAGE = rf"(?:(?:上接|下转|紧接|转|接)\s*第?\s*{_PAGE}\s*版|(?:上接|下转)\s*[A-Z]?\d{{1,2}})"
_JUMP = rf"[{_POINTERS}]*{_TO_PAGE}[^（()）。\w]?[\w·]{{0,6}}[{_POINTERS}]*"
_JUMPED = re.compile(rf"{_JUMP}$")
_JUMPING = re.compile(rf"\s*[（(【▲▼△▽]+\s*上接\s*第?\s*{_PAGE}\s*版[^（()）。]{{0,12}}[）)】]?\s*")


def is_noise(text: str) -> bool:
    """Whether a line, or each part of a strip (A01版：要闻    上一版  下一版), is of the page, not the article."""
    first = text[0]
    if not (
        first in _NOISE_FIRST or not first.isalnum() or text[-1] in "：:" or _NOISE_WORD.search(text)
    ):  # only spares the search
        return False
    if text[-1] in "期）" and _ISSUE.fullmatch(text):
        return True
    if _is_part(text) or _FOOT.search(text) or _is_of_paper(text) or is_jump(text):
        return True
    parts = _WIDE.split(text)
    return len(parts) > 1 and all(map(_is_part, parts))


def _is_part(text: str) -> bool:
    if _NOISE.fullmatch(text) or (_SAYING.search(text) and _SAYS.fullmatch(text)):
        return True
    return _is_of_words(text)


def _is_of_words(text: str) -> bool:
    """Whether a line is made of the words of pages: 上一版 下一版, 扫一扫…, 更新时间：…."""
    if text in _BOXES:
        return False
    label, *rest = _COLON.split(text, maxsplit=1)
    label = label.strip(_BRACKETS)
    if text.lstrip(_ARROWS + "（([【").startswith(_LEADS) or label in _LABELS:
        return True
    if rest == [""] and len(label) > 1 and label in _CREDITS:
        return True
    first = _WORD.search(text)
    if text[0] == "“" or first is None or not (first.group() in _FURNITURE or text.count(" ") + 1 >= _MENU):
        return False
    words = _WORD.findall(text)
    if len(words) >= _MENU and text.split() == words:
        return 2 * sum(word in _FURNITURE for word in words) >= len(words)
    return len(words) <= _STRIP and _FURNITURE.issuperset(words)


def is_choice(text: str) -> bool:
    """Whether a site offers a choice behind a label: 字体：大 中 小."""
    _, *choice = _COLON.split(text, maxsplit=1)
    return bool(choice) and _FURNITURE.issuperset(_WORD.findall(choice[0]))


def _is_of_paper(text: str) -> bool:
    """Whether a line is the paper, its day and its page in any order: 江州日报 2026年01月20日 A04 要闻."""
    if not has_day(text):
        return False
    words = _BLANK.split(text)
    if len(words) > 2 and _PAGE_WORD.fullmatch(words[-2]) and len(words[-1]) <= _FEW:
        del words[-1]  # the name of the page
    return 1 < len(words) <= _FEW and all(map(_STAMP.fullmatch, words))


def is_of_foot(text: str) -> bool:
    """Whether a line says what only the foot of a site does: 版权所有, 备案号."""
    return bool(_FOOT.search(text))


def is_record(text: str, title: str) -> bool:
    """Whether a line is what a paper's site has on file of the page: 江州日报 要闻 00002 山货进城 2026-03-02 12345."""
    before, _, after = text.partition(f" {title} ")
    return bool(before and after and has_day(after) and _PAGE_LAST.search(before))


def is_notice(text: str) -> bool:
    """Whether a sentence is what a site says of itself and of copying from it: 凡本网注明“来源：…”的作品，…."""
    if text[0] not in _NOTICE_FIRST:
        return False
    return text.lstrip(_NUMBERS).startswith(_NOTICES) or bool(_OF_EDITION.match(text))


def is_path(text: str) -> bool:
    """Whether a line of noise shows where in its site a page stands: 首页 > 新闻 > 正文."""
    return bool(_PATH.search(text))


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
    return len(text) > 1 and not any(map(str.isalnum, text))


def is_box(text: str) -> bool:
    """Whether a heading is that of a box beside the article: 记者手记, 新闻链接."""
    return text.strip("[]") in _BOXES


def heads_links(text: str) -> bool:
    """Whether a line heads links to other articles: 相关稿件, 延伸阅读：, 下一篇4."""
    return "".join(_WORD.findall(text)) in _LINKS


def is_over_article(text: str) -> bool:
    """Whether a line of noise has a word that only stands over an article: 上一版 下一版, 设为首页."""
    return bool(_ABOVE.search(text))


def is_menu(text: str) -> bool:
    """Whether a line is made of the columns of a site, with or without anything between: 首页时政评论国际."""
    columns = _COLUMN.findall(text)
    return len(columns) >= _COLUMNS and sum(map(len, columns)) * 3 >= 2 * len("".join(_WORD.findall(text)))


def is_section_number(text: str) -> bool:
    """Whether a line is a section's number and nothing else: 壹, PART 01."""
    return bool(_SECTION_ALONE.fullmatch(text))
