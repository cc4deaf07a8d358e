"""How sure it is that a name stands after a title, and that it is whole: by its form, and by what the document has."""

import re

from tuiexplorer.attribution.subjects.subject import Certainty, Count
from tuiexplorer.attribution.words.adverbials import is_adverbial, trailing_cuts
from tuiexplorer.attribution.words.bodies import ends_body, is_body, is_country, state_at_start
from tuiexplorer.attribution.words.name_ends import holds_follower, is_followed
from tuiexplorer.attribution.words.names import (
    NameForm,
    is_chinese,
    is_familiar,
    is_surname,
    name_form,
    starts_with_surname,
    transliterates,
)
from tuiexplorer.attribution.words.one_title import split_title
from tuiexplorer.attribution.words.posts import (
    TRADE_ENDS,
    ends_in_office,
    follows_names,
    head_at_end,
    is_in_longer,
    post_at_end,
    trade_at_end,
)
from tuiexplorer.lexicon import grammar, places

# With the head before them these make another word: 代表团, 总统府, 记者站, 成员国.
_AFTER_HEADS = frozenset("团府组处站国署办厅们会部馆界")
# 村支书、34岁的|王强: what is told of someone between title and name.
# 带头人之一的|高金昌
_TOLD_OF = re.compile("(?<=.)(?:、(?:(?:今年|现年)?\\d{1,3}多?岁|来自[^，、的]{2,10})的|之一的?)$")
_NICK = re.compile("“(?P<nick>[^“”，。；：！？]{2,8})”$")
_RANK_IN_BRACKETS = re.compile("（[^（）]{1,12}）$")  # 副厅长（正厅长级）
_NO_BEGINNINGS = frozenset(" 、，的）·兼")
_OPENS_CLAUSE = frozenset(
    "都则均也还又受由给以"
)  # no name begins so unless the document has it again: 学者|都发出
_BEFORE_VERBS = frozenset("则均将再曾")  # 乌克兰代表|则指责…
_HAS_SEEN = re.compile("[看听读学说][完罢]")
_SENTENCE_WORD = re.compile("[当今昨]天|对|向|说|就|与|和|同|在|为|等")
_BEFORE_OWNER = re.compile("[、，的给向对同与和]")


def without_telling(title: str) -> str:
    """A title without what stands after it about its holder: 村支书|、34岁的, 网络主播|“山妹子”."""
    if title.endswith("”") and (nick := _NICK.search(title)):
        head = head_at_end(title[: nick.start()])
        told = head and head not in grammar.word_set("posts", "by_nickname") and not head_at_end(nick["nick"])
        return title[: nick.start()] if told else title
    return _TOLD_OF.sub("", title) if title.endswith(("的", "之一")) else title


def certainty_of(before: str, name: str, count: Count) -> int:
    """How sure it is that ``before`` ends in a title and ``name`` is the whole name after it; 0 where it is not."""
    if name[0] in _NO_BEGINNINGS:
        return 0
    before = _bare_title(before)
    if not before or (name.isascii() and before.isascii() != before[-1].isascii()):
        return 0
    titled = head_at_end(before)
    if not (titled or "·" in name or name.isascii() or before[-1] in TRADE_ENDS):
        return 0
    if _makes_other_word(before, name) or _opens_clause(before, name, count) or _is_other(name):
        return 0
    sure = _after_head(before, name, count) if titled else _after_trade(before, name)
    return 0 if sure and _goes_on_title(before, name) else sure


def _bare_title(before: str) -> str:
    """A title without what stands behind it in brackets or about its holder, and without quotation marks."""
    if before.endswith("）"):
        before = _RANK_IN_BRACKETS.sub("", before)
    before = without_telling(before)
    return before[:-1].replace("“", "") if before.endswith("”") else before


def _makes_other_word(before: str, name: str) -> bool:
    """Whether what seems a name makes another word with the end of the title: 代表|团, 被告方|代理人."""
    if name[0] in _AFTER_HEADS and not _is_surnamed_guo(before, name):
        return True
    if len(head_at_end(before[-4:] + name)) >= len(name):
        return True
    tail = before[-4:]
    post = post_at_end().search(tail + name) if head_at_end(name) else None
    return post is not None and post.start() < len(tail) - 1  # 公使|衔参赞


def _is_other(name: str) -> bool:
    """Whether what seems a name is a word, a country or a body, or holds a word that is no part of one."""
    if name in grammar.word_set("cues", "clause", "mark") or name in grammar.word_set("subjects", "adverbs"):
        return True
    if is_country(name) or (name[0] in "方向" and head_at_end(name) == name[1:]):
        return True  # 李先生同事|向民警描述
    if len(name) > 2 and name[-1] in "时后中上说称会" and not _is_given(name):
        return True
    return (len(name) > 2 and is_body(name) and name[-1] not in "军方旅") or _holds_word(name)


def _holds_word(name: str) -> bool:
    """Whether a word that is no part of a name begins or closes one: 尤里·巴甫洛夫|博士, 徐立同志|党内严重."""
    common = grammar.word_set("names", "common")
    verb = name.rpartition("曾")[2] if "曾" in name[2:] else ""
    if verb and set(verb) - grammar.characters("names", "foreign"):
        return True  # 萨默斯|曾直
    if len(name) > 3 and name[-2:] in grammar.word_set("cues", "clause", "mark"):
        return True  # 萨默斯曾|直言不讳地
    if "·" in name and head_at_end(name) in grammar.word_set("subjects", "courtesies"):
        return True
    if len(name) > 3 and name[-2:] in grammar.word_set("subjects", "addresses", "ranks"):
        return True  # 居敬|教授
    if name[-1] == "地" and not name.endswith(("大地", "天地")):
        return True  # 总书记关切地|询问
    if len(name) > 2 and name.startswith(grammar.words("names", "no_beginnings")):
        return True
    if len(name) > 3 and _HAS_SEEN.search(name):
        return True  # 高婷看完直播|后
    if len(name) > 3 and (name[-2:] in common or is_adverbial(name[-2:])):
        return True
    if name[:2] not in common or len(name) < 3:
        return False
    return len(name) > 3 or name[-1] in "和与" or not starts_with_surname(name)  # 和航天员|亲切通话


def _is_surnamed_guo(before: str, name: str) -> bool:
    """Whether 国 is the surname of a full name, and not of 成员国."""
    return name[0] == "国" and len(name) == 3 and not before.endswith(("成员", "会员", "盟", "代表", "主席"))


def _opens_clause(before: str, name: str, count: Count) -> bool:
    """Whether what seems a name begins with a word of the clause: 学者|都发出, 高管|向记者, 委员代表|共青团界."""
    if before.endswith("代表") and head_at_end(before) == "代表" and _speaks_for(before[:-2]):
        return True
    if name[0] in _OPENS_CLAUSE and len(name) > 1 and count(name) < 2 and "·" not in name:
        return True
    return name[0] in "向对跟" and "" in trailing_cuts(name)  # 向|记者, but not 向晚


def _speaks_for(words: str) -> bool:
    """Whether who stands before 代表 is a person, so that it is a verb: 高明委员|代表共青团界."""
    titled = head_at_end(words) in grammar.word_set("subjects", "courtesies")
    named = is_chinese(words[-3:]) and words[-1] != "族"  # 赫哲族|代表
    return titled or (named and not ends_body(words) and not places.is_place(words))


def _goes_on_title(before: str, name: str) -> bool:
    """Whether a title goes on where a name was looked for: 主任|顾问阿列, 山主|席曾来."""
    offices = grammar.word_set("posts", "offices", "occupations")
    cut = before[-1] + name[0] in offices and (before[-1] == "总" or not head_at_end(before))  # 副总|统兼发展
    cut = cut or bool(head_at_end(before + name[0]) and not starts_with_surname(name))  # 副总|理兼…
    cut = cut or places.is_place(before[-1] + name)  # 上海市长|宁区
    cut = cut or _ends_in_surname(before, name) or is_in_longer(before, name)
    return cut or any(name[:length] in offices for length in range(2, len(name)))


def _ends_in_surname(before: str, name: str) -> bool:
    """Whether the last character of a title is the surname of a name of three behind a longer one: 中学教师|傅|华强."""
    head = head_at_end(before)
    longer = head_at_end(before[:-1])
    return head == "师傅" and len(longer) > 1 and is_chinese(before[-1] + name)


def _is_given(name: str) -> bool:
    """Whether 中 closes a name of three characters (顾惟中) rather than a circumstance (座谈中)."""
    return len(name) == 3 and name[-1] == "中" and is_chinese(name)


def _after_trade(before: str, name: str) -> int:
    """A name after an occupation that no list holds: the name must leave no doubt by its form."""
    form = name_form(name)
    trade = trade_at_end(before)
    if before[-1] + name[0] in grammar.word_set("names", "after_trades"):
        return 0  # 水利工|程建设, 民主|党尚未
    if head_at_end(name) or (trade[-1:] == "手" and is_chinese(trade[:-1]) and len(trade) > 2):
        return 0  # 石家|庄市长, 李明平手|捧
    if name.isascii():
        return Certainty.SURE if form and (trade or state_at_start(before)) else 0
    if "·" in name:
        transliterated = not set(name) - grammar.characters("names", "foreign") - {"·"}
        if form is not NameForm.CHINESE or not transliterated or is_adverbial(name):
            return 0
        return Certainty.SURE if trade else Certainty.LIKELY * (len(state_at_start(before)) > 1)
    if trade == before and len(name) > 2 and form is NameForm.FOREIGN:
        return Certainty.LIKELY  # 炊事员|央金旺姆
    return Certainty.LIKELY if trade and len(name) > 1 and form is NameForm.CHINESE else 0


def _is_joined(name: str) -> bool:
    """Whether what seems a name is a joint and others: 领导人|和人民."""
    if name[0] not in "和与及":
        return False
    known = head_at_end(name) or name[1:] in grammar.word_set("names", "common")
    return bool(known) or name_form(name[1:]) >= NameForm.FOREIGN


def _after_head(before: str, name: str, count: Count) -> int:
    """A name after an office or occupation."""
    form = name_form(name)
    if len(name) == 1:
        alone = starts_with_surname(name) and not _has_owner(before)  # but 高明总书记|连任
        return Certainty.POSSIBLE * alone
    if _is_joined(name):
        return 0
    if is_familiar(name):
        return Certainty.SURE
    if len(name) == 2 and name[1] in "姐哥叔婶嫂姨伯爷":
        return Certainty.LIKELY
    owned = form is NameForm.CHINESE and "·" not in name and _stands_after_name(before, name, count)
    if owned or (form is NameForm.POSSIBLE and not _possible_after(before, name)):
        return 0
    if "·" in name and is_adverbial(name):
        return 0
    if "·" in name and form is NameForm.NONE:
        whole = len(name) <= 12 and not _SENTENCE_WORD.search(name) and not holds_follower(name)
        return Certainty.LIKELY if whole else 0
    if is_longer_than_known(name, count):
        return 0
    if form is NameForm.POSSIBLE:
        split = split_title(before)
        in_office = ends_in_office(before)
        return Certainty.SURE if split and split[0] and in_office else Certainty.LIKELY
    return _BY_FORM[form]


_BY_FORM = {NameForm.NONE: 0, NameForm.FOREIGN: Certainty.SURE, NameForm.CHINESE: Certainty.CERTAIN}


def _possible_after(before: str, name: str) -> bool:
    """Whether a stretch without a surname may be a name after this title: not 给高明山总书记|写信."""
    if is_adverbial(name):
        return False
    if name[0] in _BEFORE_VERBS or name[:2] in grammar.word_set("cues", "clause", "mark", "tailed"):
        return False
    head = head_at_end(before)
    if _has_owner(before) or (before == head and follows_names(head)):
        return False
    if len(name) <= 4:
        return True
    likely = bool(state_at_start(before)) or is_nearly_foreign(name)
    return likely and not _SENTENCE_WORD.search(name) and not holds_follower(name)


def is_nearly_foreign(name: str) -> bool:
    """Whether all but two characters at most transliterate: 呼日勒巴特."""
    return len(name) <= 8 and len(set(name) - grammar.characters("names", "foreign")) <= 2


def _has_owner(before: str) -> bool:
    """Whether what closes in a title begins with the name of who holds it: 给高明山总书记."""
    owner = _BEFORE_OWNER.split(before[: -len(head_at_end(before))])[-1]
    told = is_chinese(owner) and not owner.endswith(("副", "前"))  # 常务副|主席, 韩国前|总统
    return told and not ends_body(owner) and not places.is_place(owner)


def _stands_after_name(before: str, name: str, count: Count) -> bool:
    """Whether the title is one of those that follow their holder's name, and does: 高明山总书记|高度重…."""
    head = head_at_end(before)
    if not follows_names(head) or not _has_owner(before):
        return False
    return count(head + name) < 2 or count(name) == count(head + name)


def is_longer_than_known(name: str, count: Count) -> bool:
    """Whether the document has the first characters of a name more often: 高峰|蹲, 高明山|出席会议."""
    shorter = name[:-1]
    ends = len(name) > 2 and not (
        transliterates(name) and not is_followed(name, len(name) - 1)
    )  # 萨勒, 萨勒曼
    if ends and is_chinese(shorter) and _is_name_of_its_own(shorter, name, count):
        return True
    if len(name) < 4 or name_form(name) is not NameForm.POSSIBLE:
        return False
    heads = (name[:length] for length in range(2, min(6, len(name))))
    return any(
        name_form(head) >= NameForm.FOREIGN and _is_name_of_its_own(head, name, count) for head in heads
    )


def _is_name_of_its_own(head: str, name: str, count: Count) -> bool:
    """Whether ``head``, with which ``name`` begins, also stands in the document as a whole name."""
    return not (len(head) > 1 and is_surname(head)) and count(head) > count(name) and count.has_alone(head)
