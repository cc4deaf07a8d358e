"""Subjects that are persons with a title before the name: 省财政厅厅长吴静, 网友“山里的风”."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.subjects.after_titles import certainty_of, without_telling
from tuiexplorer.attribution.subjects.running import name_length, runs_over
from tuiexplorer.attribution.subjects.subject import Certainty, Count, Cut, Subject, Words
from tuiexplorer.attribution.words.before_titles import beginning, trim_title
from tuiexplorer.attribution.words.bodies import ends_body, state_at_start
from tuiexplorer.attribution.words.name_ends import is_followed
from tuiexplorer.attribution.words.names import (
    NameForm,
    is_chinese,
    is_surname,
    name_form,
    starts_with_surname,
    transliterates,
)
from tuiexplorer.attribution.words.one_title import split_title
from tuiexplorer.attribution.words.posts import (
    TRADE_ENDS,
    ends_in_kin,
    head_at_end,
    head_end,
    is_post,
    trade_at_end,
)
from tuiexplorer.attribution.words.titles import is_agency, positions
from tuiexplorer.lexicon import grammar, places

_LONGEST_NAME = 24
_LONGEST_CHINESE = 3
"""Of Chinese characters, without a compound surname."""
_STRANGE = 2
"""A longer name with fewer characters that do not transliterate is a foreign one: 韦列修克."""
_LONGEST_TITLE = 120
_ADVERBS = frozenset("则均都便曾常只")  # 何田|则说, A、税长荣|均表示
# 处长苗一鸣（兼任市绿色港航协会秘书长）
_ALSO = re.compile("（(?:同时)?兼任?(?P<title>[^（）]{3,30})）")
_NARRATES = re.compile("[的了是在]")
_WORDS_BEFORE_CUES = frozenset("笑叹哭急忙答喊回补深等时地称说讲谈话问中上下前后里会将是曾经刚在于")
"""Characters that may be a word, or close one, between a name and its cue, besides the adverbs."""
_MANNER = re.compile("[^，。：；地]{1,5}地")
VIVID = re.compile(r"(?:(.)\1(.)\2|.(.)\3|([一不有半又])[\u4e00-\u9fff]\4[\u4e00-\u9fff])地")
"""A word of manner by its form: 乐滋滋地, 高高兴兴地, 一板一眼地. Where it begins its name before it ends."""
_CLAUSE_MARKS = "，。；：！？”“\n"
_LONGEST_CLAUSE = 30
"""A longer clause is no part of a title."""


def named(cut: Cut) -> Subject | None:
    """Title and name: 省财政厅党组书记、厅长吴静."""
    words = (
        cut.words.removesuffix("人").removesuffix("等")
        if cut.words.endswith("等人")
        else cut.words.removesuffix("等")
    )
    certainty, length = _name_at_end(cut, words)
    if length > _LONGEST_CHINESE and (shorter := _name_in(cut, words[-length:], len(words) - length)):
        certainty, length, words = Certainty.LIKELY, shorter, words[: len(words) - length + shorter]
    if not certainty or runs_into_next(cut, cut.start + len(words), length):
        return None
    begins = title_start(cut.text, cut.start)
    whole = without_telling(cut.text[begins : cut.start + len(words) - length].rstrip(" "))
    title = trim_title(whole)
    found = (*_also_as(whole), *(positions(title) or _by_trade(title)))
    if (not found and not ends_in_kin(title)) or len(title) > _LONGEST_TITLE or _is_torn(title):
        return None
    name = words[-length:]
    name = name if name.isascii() else name.replace(" ", "")
    if also := _ALSO.match(cut.text, cut.start + len(words)):
        found += tuple(position for position in positions(also["title"]) if position not in found)
    return Subject(name, Kind.NAMED, found, begins + beginning(title, whole), "full", certainty)


_AS = re.compile("(?:同为|身为|作为|同是|同样是|被评为|获评|当选为?)(?P<title>[^，。、的]{2,20})的")


def _also_as(title: str) -> tuple[Position, ...]:
    """What else its holder is told to be before a title: 同为省政协委员的|石门小学校长."""
    told = _AS.search(title) if "的" in title else None
    return positions(told["title"]) if told and split_title(told["title"]) else ()


def _name_in(cut: Cut, name: str, at: int) -> int:
    """How long the Chinese name is with which what seems a name begins; 0 where it is one: 罗平|款款.

    What follows is a word of manner that no list has, unless the document has the whole again.
    """
    if name_form(name) is not NameForm.POSSIBLE or not starts_with_surname(name):
        return 0
    two_surnames = len(name) == 4 and starts_with_surname(name[1])  # 林郑玉娥
    strange = len(set(name) - grammar.characters("names", "foreign"))
    if two_surnames or strange < _STRANGE or _stands_again(name, cut.count):
        return 0
    length = name_length(cut.text, cut.start + at, cut.count)
    told = len(name) - length > 1 or is_followed(name, length)
    return length if told and is_chinese(name[:length]) else 0


def _name_at_end(cut: Cut, words: str) -> tuple[int, int]:
    """How sure it is that a title and a name close ``words``, and how long the name is."""
    certainty, length = 0, 0
    for start in _name_starts(words):
        before, name = words[:start].rstrip(" "), words[start:]
        if name[-1] in _ADVERBS and is_chinese(name[:-1]) and not _stands_again(name, cut.count):
            continue
        if (
            name[-1] == "曾"
            and name_form(name[:-1]) is NameForm.FOREIGN
            and not _stands_again(name, cut.count)
        ):
            continue  # 萨默斯|曾评价
        sure = certainty_of(before, name, cut.count)
        if sure > certainty:
            certainty, length = sure, len(name)
    return certainty, length


def _is_torn(title: str) -> bool:
    """Whether a quotation begins in a title that does not end in it: 走上“委员|通道."""
    return title.count("“") != title.count("”")


@lru_cache(maxsize=8192)
def _name_starts(words: str) -> Sequence[int]:
    """Where a name that closes ``words`` may begin, the last place first.

    No character stands in it that no name holds, and before it something that can end a title, unless the name is
    one by its dots or letters.
    """
    first = max(1, len(words) - _LONGEST_NAME)
    if strange := _up_to_no_name().match(words, first):
        first = strange.end()
    if "·" in words or words[-1:].isascii():
        return range(len(words) - 1, first - 1, -1)
    return tuple(match.end() for match in _title_end().finditer(words, first - 1, len(words) - 1))[::-1]


@cache
def _up_to_no_name() -> re.Pattern[str]:
    """Up to the last character that no name holds, not even one of the compound surnames (鲜于)."""
    never = grammar.characters("names", "never") - grammar.characters("names", "compound")
    return re.compile(f".*[{re.escape(''.join(sorted(never)))}](?<![阿吾艾]不)", re.DOTALL)


@cache
def _title_end() -> re.Pattern[str]:
    """What a title can end in: 34岁的|王芳 has more behind it than a title."""
    return re.compile(f"[{''.join(sorted(TRADE_ENDS))}的]|{head_end()}|[^\u4e00-\u9fff]")


def runs_into_next(cut: Cut, end: int, length: int) -> bool:
    """Whether the name that ends at ``end`` holds the first character of what follows: 林海|深有感触地."""
    name = cut.text[end - length : end]
    if length > 2 and is_surname(name[:-1]):
        return False  # 欧阳明
    if end == cut.end and transliterates(name) and not is_followed(name, len(name) - 1):
        return False  # right before the cue: 萨勒曼|表示
    if (
        end == cut.end
        and length == 3
        and cut.count(name[:-1]) == cut.count(name)
        and not _before_cues(name[-1])
    ):
        return False  # 林孝发|表示
    manner = _MANNER.match(cut.text, end, cut.end)
    told = manner is None or VIVID.match(cut.text, end, cut.end) is not None
    between = cut.text[end : cut.end].removesuffix("地")
    told = told or between in grammar.word_set("subjects", "adverbs")  # 林海深|坦率地, 林海深|掷地有声地
    return runs_over(cut.text, end - length, end, cut.count, ends=told)


def _before_cues(character: str) -> bool:
    """Whether a word of one character may stand between a name and its cue: 林海|则说, 林海|笑说."""
    return character in _WORDS_BEFORE_CUES or character in grammar.word_set("subjects", "adverbs")


def _stands_again(name: str, count: Count) -> bool:
    """Whether the document has the whole name more than once, and never without its last character."""
    return count(name) > 1 and count(name[:-1]) == count(name)


def title_start(text: str, start: int) -> int:
    """Where the title before a name begins: at the clause, or further left over commas that join titles."""
    while start > 0 and text[start - 1] == "，":
        far = max(0, start - 2 - _LONGEST_CLAUSE)
        before = max(far - 1, *(text.rfind(mark, far, start - 1) for mark in _CLAUSE_MARKS))
        clause = text[before + 1 : start - 1]
        split = split_title(clause)
        if (
            split is None
            or not is_agency(split[0])
            or len(clause) > _LONGEST_CLAUSE
            or _NARRATES.search(clause)
            or _holds_name(split[1])
        ):
            break
        start = before + 1
    return start


@lru_cache(maxsize=1024)
def _holds_name(post: str) -> bool:
    """Whether what reads as a post is the title and the name of another: 胡明|教授, 党委书记胡明|教授."""
    if is_post(post):
        return False
    before = post.removesuffix(head_at_end(post))
    titled = (before[:-length] for length in (3, 2) if is_chinese(before[-length:]))
    return any(not title or head_at_end(title) for title in titled)


def _by_trade(title: str) -> tuple[Position, ...]:
    """A title that no list holds, told by its last character: 首席育种家."""
    if ends_in_kin(title):
        return ()
    trade = trade_at_end(title)
    if not trade:
        return (Position("", title),) if len(title) <= 10 else ()
    state = state_at_start(title)
    if len(state) > 1:
        return (Position(state, title[len(state) :]),)
    agency = title[: -len(trade)]
    known = ends_body(agency) or places.is_place(agency)
    return (Position(agency, trade) if known else Position("", title),)


_CALLED = re.compile("(?:名叫|名为|叫做?)(?P<name>[\u4e00-\u9fff·]{2,8})的(?P<title>[^的，]{2,12})$")
_SIGNED = re.compile("(?:署名|网名|昵称|名)[为叫是]?“(?P<name>[^“”，。]{1,12})”的(?P<title>[^的，]{2,8})$")


def called(cut: Words) -> Subject | None:
    """A name told of before its bearer's trade: 一位名叫王芳的村民, 这个叫王芳的姑娘, 署名为“山风”的网友."""
    signed = _SIGNED.search(cut.words) if "”的" in cut.words else None
    match = signed or (_CALLED.search(cut.words) if "叫" in cut.words or "名为" in cut.words else None)
    if match is None or (not signed and name_form(match["name"]) < NameForm.FOREIGN):
        return None
    head = head_at_end(match["title"])
    if not head or ends_in_kin(head):
        found: tuple[Position, ...] = ()
    else:
        found = positions(match["title"])
    told = head or match["title"] in grammar.word_set("subjects", "called")
    if not told:
        return None
    return Subject(match["name"], Kind.NAMED, found, cut.start + match.start(), "full", Certainty.CERTAIN)


_NICKNAME = re.compile("(?P<title>.{2,20})“(?P<name>(?=\\w)[^“”，。；：]{1,12})”")


def nicknamed(cut: Words) -> Subject | None:
    """Title and a name in quotation marks: 网友“山里的风”."""
    match = _NICKNAME.fullmatch(cut.bare) if cut.words.endswith("”") else None
    if match is None or not head_at_end(match["title"]):
        return None
    title = trim_title(match["title"])
    start = cut.offset(cut.bare) + beginning(title, match["title"])
    return Subject(match["name"], Kind.NAMED, positions(title), start, "full", Certainty.SURE)
