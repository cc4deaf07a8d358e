"""Posts: the offices and occupations that close a title (党组副书记, 外交部长, 养蜂人)."""

import re
from functools import cache, lru_cache

from tuiexplorer.lexicon import grammar

_DUTY = r"(?:(?:负责|分管|主管)[^，、]{1,14}?(?:工作|事务|业务|安全|政策)?的)?"
_ABROAD = (
    r"(?:(?:[前原]?常?驻)(?:(?!馆)[\u4e00-\u9fff]){1,10}?"
    r"(?=(?:大使|总领事)(?!馆)|代表(?!处|团)|临时代办|公使|参赞|首席))?"
)
_HONOUR = "“[^“”]{2,20}”(?:国家)?(?:荣誉)?(?:称号|奖章|勋章)?获得者"
# Occupations that no list holds: 育种家, 养蜂人. They count only before a name that is one by its form.
TRADE_ENDS = frozenset("家员师长者户手匠工生人兵主")
_TRADE = re.compile(rf"[\u4e00-\u9fff]{{1,6}}(?<!凶)[{''.join(sorted(TRADE_ENDS))}]$")


# A sultan only after one of the few states that have one: else it is 苏丹, the state.
_SULTAN = "苏丹"
_SULTAN_OF = re.compile("(?:文莱|达鲁萨兰国|阿曼|柔佛|吉打)苏丹$")


_ELDER = "长老"
_HEADS = ("offices", "occupations", "anonymous", "kin")
"""The lists of what closes a post."""


@cache
def _heads() -> grammar.Endings:
    return grammar.endings("posts", *_HEADS)


@cache
def post_at_end() -> re.Pattern[str]:
    """What closes a title as a post, with all its ranks, in the group ``post``; a duty may stand before it."""
    words = grammar.word_set("posts", *_HEADS) - {_SULTAN}
    heads = grammar.alternation(grammar.longest_first(words))
    before = grammar.either("posts", "units", "modifiers")
    person = (
        rf"{_HONOUR}|(?<=莱|国|曼|佛|打){_SULTAN}|(?<!部){minister().pattern}|(?:(?:{before})*(?:{heads}))+"
    )
    return re.compile(rf"{_DUTY}(?P<post>{_ABROAD}(?:{person}))$")


@cache
def minister() -> re.Pattern[str]:
    """A minister called by the field: 外交部长, 经济和财政大臣."""
    before, fields = grammar.either("posts", "units", "modifiers"), grammar.either("posts", "fields")
    return re.compile(
        rf"(?:{before})*(?:{fields})(?:[和与](?:{fields}))?(?:事务)?(?:部长|大臣|国务秘书)(?:助理)?"
    )


@lru_cache(maxsize=8192)
def head_at_end(text: str) -> str:
    """The longest office or occupation that closes ``text``; empty where none does."""
    head = _heads().longest(text)
    if head == _ELDER and _heads().longest(text[:-1]):
        return ""  # 厨师长|老贺
    return head if head != _SULTAN or _SULTAN_OF.search(text) else ""


@cache
def head_ends() -> frozenset[str]:
    """The characters that an office or occupation of the lists can end in."""
    return _heads().last


@cache
def head_end() -> str:
    """The regular expression for the last character of an office or occupation, told by the one before it as well."""
    pairs = sorted(_heads().pairs)
    before, last = (re.escape("".join({pair[place]: "" for pair in pairs})) for place in (0, 1))
    return f"[{last}](?<=[{before}].)"


def is_in_longer(title: str, rest: str) -> bool:
    """Whether a longer post begins within ``title`` and ends within what follows it: 总工|程师蔡凤, 主教|练农兴."""
    heads = ((size, head_at_end(title[-8:] + rest[:size])) for size in range(1, min(4, len(rest))))
    return any(len(head) > size + 1 and not head.endswith("师傅") for size, head in heads)


def is_post(text: str) -> bool:
    """Whether ``text`` is a post and nothing more: 副书记, but not 落实总书记."""
    match = post_at_end().search(text)
    return match is not None and match.start() == 0


def ends_in_office(text: str) -> bool:
    """Whether an office closes ``text``, and no mere occupation or kin."""
    return head_at_end(text) in grammar.word_set("posts", "offices")


def ends_in_kin(text: str) -> bool:
    """Whether what closes ``text`` tells whose kin or friend someone is: 高明的|妻子."""
    return head_at_end(text) in grammar.word_set("posts", "kin")


def follows_names(post: str) -> bool:
    """Whether a post is one that leaders have behind their names: 高明山|总书记."""
    return post in grammar.word_set("subjects", "after_names")


def may_close_in_post(text: str) -> bool:
    """Whether a post may close ``text``: true where :func:`post_at_end` finds one, and quickly false elsewhere."""
    return bool(_heads().longest(text))


def trade_at_end(text: str) -> str:
    """What closes ``text`` as an occupation by its last character only (育种家), or empty."""
    match = _TRADE.search(text)
    return match.group() if match else ""
