"""The subject of a cue: who is it that says something? Read from the words left of the cue, right to left."""

import re
from dataclasses import dataclass
from functools import cache

from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.names import NameForm, name_form, starts_with_surname
from tuiexplorer.attribution.titles import head_at_end, positions, split_title
from tuiexplorer.lexicon import grammar


@dataclass(frozen=True, slots=True)
class Subject:
    """Who says something, as far as the clause itself tells."""

    speaker: str
    kind: Kind
    positions: tuple[Position, ...]
    start: int
    """Offset at which the subject (with its titles) begins."""
    mention: str = "full"
    """``full``: names itself; ``pronoun``: 他; ``again``: 该负责人; ``bare``: a name without a title; ``elided``: none."""
    form: NameForm = NameForm.NONE


_MAX_TITLE = 60
_TIME = r"(?:\d{1,4}[年月日号时分]|[一二三四五六七八九十]+[月日号])+(?:上午|下午|晚间?|凌晨|清晨|中午|傍晚|早些时候|夜间|深夜|当天|早|举行|，)?"
_CIRCUMSTANCE = r"在(?:[^，在]{0,40}?(?:时|上|中|后|期间|前|里|会|下|处|现场|旁|边|内|间|京|地))"
_INTERVIEW = r"(?:在)?(?:接受|面对)[^，]{0,30}?(?:采访|专访|提问|询问|镜头|连线)(?:时|中|后)?"
_ABOUT = r"(?:就|对|针对|围绕|关于|面对|谈及|谈到|说起|谈起|提起|提及|说到|聊起|展望|回忆起|回顾|看着|望着|指着|拿着|回应|答复|回答)[^，]{1,40}?(?:时|问题|一事|议题|情况|提问|此|未来|今后|变化|生活)"
_TOWARDS = r"(?:向|对|同|与|跟|和)[^，]{0,14}?(?:记者|媒体|介绍|大家|村民们?|总台|新华社|他|她|外界|公众)(?:们)?"
_BY = r"(?:通过|以|用|经由|由)[^，]{1,20}?(?:方式|视频|微信|电话|社交媒体|平台|账号|声明|例)"
_VISIT = r"(?:会见|出席|参加|主持|视察|考察|调研|走访|听取|抵达|访问|会晤|陪同|检查|慰问|看望|召开|举行|发表|作出|率)[^，]{1,50}?(?:时|后|中|期间|上|声明|讲话|指示|致辞|发布会|记者会|发言)"
_MANNER = r"[\u4e00-\u9fff]{1,6}?地"
_PARENTHESIS = r"（[^（）]{0,30}）"


@cache
def _trailing() -> re.Pattern[str]:
    adverbs = "|".join(sorted(grammar.word_set("subjects", "adverbs", "through"), key=len, reverse=True))
    return re.compile(
        rf"(?:{_CIRCUMSTANCE}|{_INTERVIEW}|{_VISIT}|{_ABOUT}|{_TOWARDS}|{_BY}|{_TIME}|{_PARENTHESIS}|(?:{adverbs}|{_MANNER}))[ 　]*$"
    )


@cache
def _leading() -> re.Pattern[str]:
    openers = "|".join(sorted(grammar.word_set("subjects", "openers"), key=len, reverse=True))
    return re.compile(rf"(?:{_TIME}|{_PARENTHESIS}|在[^，在]{{1,25}}?(?:上|中|时|后|期间|前|里|现场)|(?:{openers})|[ 　—…·-]+|[一二三四五六七八九十两几数多\d]+[位名个])")


def strip_leading(text: str) -> int:
    """How many characters at the head of ``text`` are words of the sentence, not of its subject."""
    at = 0
    while (match := _leading().match(text, at)) and match.end() < len(text):
        at = match.end()
    return at


def _trailing_cuts(text: str) -> list[str]:
    """``text``, then ever less of it as adverbials are taken off its end."""
    cuts = [text.rstrip(" ")]
    for _ in range(8):
        match = _trailing().search(cuts[-1])
        if match is None:
            break
        cuts.append(cuts[-1][: match.start()].rstrip(" "))
    return cuts


def find_subject(text: str, start: int, end: int) -> Subject | None:
    """The subject that ``text[start:end]`` (from a clause's beginning to a cue) holds, or None.

    The shortest cut that reads as a subject wins: adverbials are taken off only when what stands before the
    cue does not end in one already.
    """
    clause = text[start:end]
    skipped = len(clause) - len(clause.lstrip(" "))
    start += skipped
    for cut in _trailing_cuts(clause[skipped:]):
        if not cut:
            return Subject("", Kind.NAMED, (), start, "elided")
        found = _read(cut, text, start)
        if found:
            return found
    return None


def _read(cut: str, text: str, start: int) -> Subject | None:
    for reader in (_pronoun, _again, _named, _title_after, _unnamed, _collective, _body, _bare):
        found = reader(cut, text, start)
        if found:
            return found
    return None


def _only(cut: str) -> str:
    return cut[strip_leading(cut) :]


def _pronoun(cut: str, text: str, start: int) -> Subject | None:
    word = _only(cut)
    if word in grammar.word_set("subjects", "pronouns") or cut in grammar.word_set("subjects", "pronouns"):
        return Subject(word, Kind.NAMED, (), start + len(cut) - len(word), "pronoun")
    return None


def _again(cut: str, text: str, start: int) -> Subject | None:
    words = grammar.word_set("subjects", "again")
    for length in range(min(8, len(cut)), 2, -1):
        if cut[-length:] in words and not cut[:-length].strip("，"):
            return Subject(cut[-length:], Kind.ANONYMOUS, (), start + len(cut) - length, "again")
    return None


def _title_start(text: str, start: int, name_start: int) -> int:
    """Where the title before a name begins: at the clause, or further left over commas that join titles."""
    while start > 0 and text[start - 1] == "，":
        before = max(text.rfind(mark, 0, start - 1) for mark in "，。；：！？”“")
        clause = text[before + 1 : start - 1]
        split = split_title(clause)
        if split is None or not split[0] or len(clause) > 30 or re.search(r"[的了是在]", clause):
            break
        start = before + 1
    return start


def _trim_title(title: str) -> str:
    """``title`` without the words of the sentence before it: what follows the last 的, and no circumstances."""
    cut = title[strip_leading(title) :]
    match = re.search(r".*(?:的|[是有]|正在|忙着|看到|见到|来到|走进|采访|记者|带着)(?=[^、，]*$)", cut)
    if match and split_title(cut[match.end() :]) and not cut[: match.end()].endswith(("目的", "记者")):
        cut = cut[match.end() :]
    return cut[strip_leading(cut) :]


def _named(cut: str, text: str, start: int) -> Subject | None:
    """Title and name: 省财政厅党组书记、厅长吴静."""
    best: tuple[NameForm, int, int] | None = None
    blank = re.search(r" +(?=[^ ]+$)", cut)
    longest = min(24, len(cut) - 1)
    for length in range(1, longest + 1):
        before, name = cut[:-length], cut[-length:]
        if name[0] in " 、，的）" or not head_at_end(before.rstrip(" ")):
            continue
        form = name_form(name)
        if length == 1:
            form = NameForm.POSSIBLE if starts_with_surname(name) else NameForm.NONE
        if form is NameForm.NONE or head_at_end(name) == name:
            continue
        rank = (form, -length)
        if best is None or rank > (best[0], best[1]):
            best = (form, -length, length)
    if best is None:
        return None
    form, _, length = best
    if blank and blank.end() > len(cut) - length:
        pass
    name_start = start + len(cut) - length
    title_start = _title_start(text, start, name_start)
    whole = text[title_start : start + len(cut) - length].rstrip(" ")
    title = _trim_title(whole)
    found = positions(title)
    if not found or len(title) > _MAX_TITLE * 2:
        return None
    return Subject(cut[-length:].replace(" ", ""), Kind.NAMED, found, title_start + len(whole) - len(title), "full", form)


_COUNTRY_LIKE = re.compile(r"(?:美|俄|英|法|德|日|韩|朝|中|乌|以|巴|伊|印|欧|加|澳|意|土|叙|泰|越|老|缅|菲|马|新|波|芬|荷|比|捷|匈|希|埃|南非|沙特|苏丹)方?")


def _title_after(cut: str, text: str, start: int) -> Subject | None:
    """Name and title: 习近平总书记, 王教授. The name is all that stands before the title, or follows an agency."""
    head = head_at_end(cut)
    if not head:
        return None
    word = _only(cut)
    name = word[: -len(head)]
    if not name or _COUNTRY_LIKE.fullmatch(name):
        return None
    form = name_form(name)
    if len(name) == 1 and starts_with_surname(name):
        form = NameForm.POSSIBLE if head not in grammar.word_set("posts", "occupations") else NameForm.CHINESE
    if form >= NameForm.FOREIGN and not ends_body(name) and len(name) <= 8:
        return Subject(name, Kind.NAMED, (Position("", head),), start + len(cut) - len(word), "title-after", form)
    deeper = _named(cut[: -len(head)], text, start)
    if deeper and deeper.form >= NameForm.FOREIGN and head in _COURTESY:
        return deeper
    return None


_COURTESY = frozenset("同志 先生 女士 小姐 夫人 总书记 主席 总理 总统 教授 博士 院士 老师 医生 大使 部长 书记 爵士 阁下 陛下 殿下".split())


def _unnamed(cut: str, text: str, start: int) -> Subject | None:
    """Someone of a body without a name: 省地质局有关负责人."""
    nouns = grammar.word_set("posts", "anonymous")
    for length in range(min(12, len(cut)), 1, -1):
        noun = cut[-length:]
        if noun not in nouns:
            continue
        agency = _trim_title(cut[:-length] + noun)[:-length] if cut[:-length] else ""
        agency = re.sub(r"(?:一位|一名|多位|多名|数名|数位|几位|几名|某|两名|两位|不愿(?:透露姓名|具名)的?|匿名|的|副|部分|不少|许多|很多|众多)+$", "", agency).rstrip("的 ")
        if noun in grammar.word_set("posts", "collective") and not ends_body(agency):
            return None
        if len(agency) > 40 or "，" in agency:
            return None
        return Subject(noun, Kind.ANONYMOUS, (Position(agency, noun),), start + len(cut) - length - len(agency), "full")
    head = head_at_end(cut)
    if head and head in grammar.word_set("posts", "offices"):
        title = _trim_title(cut)
        split = split_title(title)
        if split and split[0] and len(title) <= 40 and "的" not in split[0]:
            return Subject(split[1], Kind.ANONYMOUS, (Position(*split),), start + len(cut) - len(title), "full")
    return None


def _collective(cut: str, text: str, start: int) -> Subject | None:
    word = _only(cut)
    for length in range(min(10, len(cut)), 1, -1):
        noun = cut[-length:]
        if noun in grammar.word_set("posts", "collective"):
            break
    else:
        plural = re.search(r"(?:[\u4e00-\u9fff]{1,6}们|(?:与会|参会|到会|参加|多名|多位|不少|许多|很多|广大|各位|两国|三国|各国|众多)[^，。的]{1,14}|[^，。的]{0,10}(?:代表|委员|群众|民众|人士|领导人|专家|学者|企业家|议员|官员|青年|师生|员工|官兵|党员|干部|网友|市民|村民|游客)(?:们|等)?)$", cut)
        if plural is None:
            return None
        noun = _only(plural.group())
    if len(word) > 40:
        return None
    speaker = word if len(word) <= 16 and "的" not in word else noun
    return Subject(speaker, Kind.COLLECTIVE, (), start + len(cut) - len(speaker), "full")


@cache
def _body_end() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(sorted(grammar.word_set("subjects", "bodies"), key=len, reverse=True)) + r")$")


def ends_body(text: str) -> bool:
    """Whether ``text`` closes like the name of a body (省财政厅, 俄国防部, 美方)."""
    return bool(_body_end().search(text))


_NOT_IN_BODY = re.compile(r"[的了是着过将被把您你我这那？！“”]|可以|应该|能够|需要|会议|报告")


def _body(cut: str, text: str, start: int) -> Subject | None:
    """A body that speaks for itself: 国家统计局, 俄国防部, 中方."""
    word = re.sub(r"等$", "", _only(cut))
    match = re.search(r".*(?:的|，)(?=[^的，]+$)", word)
    if match:
        word = word[match.end() :]
    word = re.sub(r"（[^（）]*）$", "", word)
    if not 2 <= len(word) <= 30 or _NOT_IN_BODY.search(word):
        return None
    if not ends_body(word) and word not in _countries():
        return None
    if word in ("双方", "各方", "三方", "多方", "对方", "一方", "官方", "地方", "四方"):
        return Subject(word, Kind.COLLECTIVE, (), start + len(cut) - len(word), "full")
    return Subject(word, Kind.INSTITUTION, (Position(word, ""),), start + len(cut) - len(word), "full")


@cache
def _countries() -> frozenset[str]:
    return frozenset("中国 美国 俄罗斯 英国 法国 德国 日本 韩国 朝鲜 乌克兰 以色列 伊朗 印度 欧盟 北约 联合国 东盟 白宫 哈马斯 塔利班".split())


def _bare(cut: str, text: str, start: int) -> Subject | None:
    """A name alone: 李强, 安瓦尔."""
    word = _only(cut).strip()
    form = name_form(word)
    if form is NameForm.NONE and not (len(word) == 1 and starts_with_surname(word)):
        return None
    return Subject(word, Kind.NAMED, (), start + len(cut) - len(word), "bare", form)
