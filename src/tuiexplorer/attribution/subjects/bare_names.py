"""Subjects that are persons by a name before its title or without any: 高明山总书记, 王教授, 李强."""

import re
from functools import lru_cache

from msgspec.structs import replace

from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.subjects.after_titles import is_longer_than_known, is_nearly_foreign
from tuiexplorer.attribution.subjects.persons import VIVID, named, runs_into_next
from tuiexplorer.attribution.subjects.subject import Certainty, Cut, Subject
from tuiexplorer.attribution.words.adverbials import is_adverbial
from tuiexplorer.attribution.words.bodies import (
    ends_body,
    is_body,
    is_country,
    owner_before,
    state_at_start,
)
from tuiexplorer.attribution.words.names import (
    NameForm,
    is_chinese,
    is_familiar,
    is_surname,
    is_word,
    name_form,
    starts_with_surname,
)
from tuiexplorer.attribution.words.posts import ends_in_office, follows_names, head_at_end, is_post
from tuiexplorer.attribution.words.titles import positions
from tuiexplorer.lexicon import grammar, places

_LONGEST_BODY = 24
"""More before a name is no body alone."""
_SHORT_TITLES = "总工导局处队支"
_RANK_BEFORE_HEAD = re.compile("(?:常务副|[副前代])$")
_TITLE_AFTER = re.compile("（(?P<title>[^（）]{3,30})）")  # 王刚（省发改委处长）
_JOINING = re.compile("^(?:在|据|而|但|以及|正如)")


def _is_of_nobody(head: str) -> bool:
    """Whether a noun for someone unnamed never follows a name: 顿涅茨克|官员."""
    courtesies = grammar.word_set("subjects", "courtesies")
    return head in grammar.word_set("posts", "anonymous") and head not in courtesies


def name_and_title(cut: Cut) -> Subject | None:
    """Name and title: 高明山总书记, 王教授, 江城大学秦朗教授. The name is all that stands before the title."""
    if cut.bare.endswith("等") and head_at_end(cut.bare[:-1]):
        cut = cut.part(0, len(cut.words) - 1)  # A，B和罗平教授|等
    word = cut.bare
    head, ranked = _title_behind(word)
    name = word[: -len(head)].rpartition("的")[2]
    if not head or _does_not_act(name, head):
        return None
    start = cut.offset(name + head)
    if of_body := _named_in_body(word[: -len(head)], name, head):
        return replace(of_body, start=start)
    if not _may_be_titled(name, head):
        return None
    courteous = head in grammar.word_set("subjects", "courtesies")
    if courteous and is_familiar(name):
        return Subject(name + head, Kind.NAMED, (), start, "full", Certainty.SURE)
    certain = _is_surely_name(cut, name, head, courteous=courteous, ranked=ranked)
    if certain or (len(name) == 1 and _is_surname(name, head)):
        sure = Certainty.CERTAIN if certain else Certainty.SURE
        address = grammar.word_set("subjects", "called", "addresses")
        told = head in ("同志", "同学") or (len(name) > 1 and head in address)
        if head == "同学" and (school := _OWNER.sub("", word[: word.rfind("的")])) and ends_body(school):
            held = (Position(school, ""),)  # 江城中学二班的|高明山同学
            return Subject(name, Kind.NAMED, held, cut.offset(word), "full", sure)
        if not told and (owner := owner_before(word[: word.rfind("的") + 1])):
            held = (Position(owner, head),)  # 市政务服务局审批科的|李晓梅科长
            return Subject(name, Kind.NAMED, held, cut.offset(owner + word[word.rfind("的") :]), "full", sure)
        found = () if told else (Position("", head),)
        return Subject(name, Kind.NAMED, found, start, "title-after", sure)
    degree = courteous or head in grammar.word_set("subjects", "ranks")
    return _titled_twice(cut, head) if degree else None


def _title_behind(word: str) -> tuple[str, bool]:
    """The title that closes ``word``, empty where none does, and whether a rank stands before its head."""
    head = head_at_end(word) or (word[-1] if len(word) == 2 and word[-1] in _SHORT_TITLES else "")
    if not head or _is_of_nobody(head) or head_at_end(word[: -len(head)]) == word[: -len(head)]:
        return "", False  # 党员|干部
    above = _RANK_BEFORE_HEAD.search(word, 0, len(word) - len(head))
    if len(word) - len(head) > 3 and above:
        head = above.group() + head  # 托赫塔耶夫|副总理
    return head, above is not None


def _does_not_act(name: str, head: str) -> bool:
    """Whether what stands before a title tells that its holder does not act: 罗明向|总书记, 向|记者反映."""
    if name == "向":
        return head in grammar.word_set("subjects", "reporters", "at_work")
    if len(name) == 2 and name[0] in "向对" and is_surname(name[1]) and name[1] not in "向对":
        return True  # 向王|主席
    ranked = head == "同志" or head in grammar.word_set("subjects", "ranks")
    whole = ranked and len(name) == 3 and is_chinese(name)  # 魏凤和|同志
    return not whole and _is_led(name)


def _may_be_titled(name: str, head: str) -> bool:
    """Whether what stands before a title may be a name: it is no word, state, place or body."""
    addressed = len(name) == 1 and head in grammar.word_set("subjects", "addresses")  # 海师傅 is not of Haiti
    state = state_at_start(name) == name and not addressed
    body = ends_body(name) and (len(name) > 3 or name[-1] == head[0])  # 白河县|县长
    if len(name) > 1 and is_surname(name):
        return True  # 欧阳|局长
    if is_post(name + head):
        return False  # 党委副|书记
    return bool(name) and not (name[-1] == "族" or is_word(name) or state or places.is_place(name) or body)


def _is_surely_name(cut: Cut, name: str, head: str, *, courteous: bool, ranked: bool) -> bool:
    """Whether what stands before a title is a name by its form and the title, or stands in the document without it."""
    if name_form(name) >= NameForm.FOREIGN:
        office = ends_in_office(head) and head not in grammar.word_set("posts", "anonymous")
        alone = ranked and is_chinese(name) and len(name) == 3 and not ends_body(name)  # 李晓芹|副庭长
        if courteous or (office and (alone or cut.count(name) > 1)):
            return True
    return head == "同志" and 2 <= len(name) <= 3 and cut.count(name) > cut.count(name + head)


def _titled_twice(cut: Cut, head: str) -> Subject | None:
    """A name with a title before it and one behind: 国家呼吸医学中心主任高明|教授."""
    titled = named(cut.part(0, len(cut.words) - len(head)))
    least = Certainty.SURE if head in grammar.word_set("posts", "seats") else Certainty.LIKELY
    if titled is None or titled.certainty < least:
        return None
    rank = (Position("", head),) if head in grammar.word_set("subjects", "ranks") else ()
    return replace(titled, positions=(*titled.positions, *rank))


def _is_led(name: str) -> bool:
    """Whether what stands before a title says that its holder does not act: 罗明向|总书记, 受高明山|总书记."""
    if len(name) > 2 and name.endswith((*grammar.words("subjects", "prepositions"), "和")):
        return True
    return name[:1] in ("受", "应") and is_chinese(name[1:])


def _is_surname(name: str, head: str) -> bool:
    """Whether one character before a title is a surname; one that is a word as well only before an address: 海师傅."""
    rare = head in grammar.word_set("subjects", "addresses") and name in grammar.characters("names", "rare")
    return rare or starts_with_surname(name)


def _named_in_body(words: str, name: str, head: str) -> Subject | None:
    """A body and a name, in full or the surname alone, before a title: 江城大学秦朗|教授."""
    inside = None if _is_of_nobody(head) else _of_body(name)
    if inside is not None:
        post = "" if head in grammar.word_set("subjects", "addresses") else head
        return Subject(inside[1], Kind.NAMED, (Position(inside[0], post),), 0)
    return _surname_of_body(words, head)


_OWNER = re.compile("^来自|.*的")
_OWNERS = re.compile("[的、，]")


def _surname_of_body(words: str, head: str) -> Subject | None:
    """A surname between a body and a title: 清水景区潘|主任, 万和物业的常|经理."""
    owner, name = _OWNERS.split(words[:-1].removesuffix("的"))[-1], words[-1:]
    told = starts_with_surname(name) and name not in grammar.characters("names", "rare")
    if len(owner) < 2 or not told or follows_names(head):
        return None
    if (
        ends_body(words)
        or places.is_place(words)
        or not (ends_body(owner) or places.is_place(owner.removesuffix("人")))
    ):
        return None
    addressed = head in grammar.word_set("subjects", "addresses") or owner.endswith("人")  # 江州人汪先生
    held = (Position("" if addressed else owner, head),)
    return Subject(name, Kind.NAMED, held, 0, "title-after", Certainty.SURE)


@lru_cache(maxsize=4096)
def _of_body(name: str) -> tuple[str, str] | None:
    """江城大学秦朗 as body and name."""
    if ends_body(name) or is_chinese(name):
        return None
    if "·" in name:
        ends = (end for end in range(len(name) - 3, 2, -1) if ends_body(name[:end]))
        return next(((name[:end], name[end:]) for end in ends if is_chinese(name[end:])), None)
    for length in (2, 3, 4):
        body, last = name[:-length], name[-length:]
        if not body or not is_chinese(last):
            continue
        if is_word(last) or last in grammar.word_set("posts", "modifiers"):
            continue  # 星火公司高级|顾问
        if head_at_end(body[:-1]) and is_chinese(name[-length - 1 :]):
            continue  # 中心主任|方文博 is of no 方
        if head_at_end(body):
            continue  # 指导教师|罗大山 is of no 师
        if ends_body(body) or places.is_place(body):
            return body, last
    return None


def name_of_body(cut: Cut) -> Subject | None:
    """A name right behind the body that its bearer is of: 云岭检查站何俊杰, 海国队何子婷.

    A name of two characters (and any behind a place) is one only where the document has it again.
    """
    found = None if head_at_end(cut.bare) else _of_body(cut.bare)
    if found is None:
        return None
    agency, name = found
    start = cut.offset(agency + name)
    again = cut.count(name) > cut.count(agency[-1] + name)  # 会|谈后 stands nowhere else
    told = len(name) == 3 and ends_body(agency) and len(agency) > 3
    if not (again or told) or len(agency) > _LONGEST_BODY or is_adverbial(name) or is_adverbial(name[:2]):
        return None
    if is_longer_than_known(name, cut.count) or runs_into_next(cut, start + len(agency + name), len(name)):
        return None
    sure = Certainty.SURE if again else Certainty.LIKELY
    return Subject(name, Kind.NAMED, (Position(agency, ""),), start, "full", sure)


# 从事咨询工作的徐瑜|说：“…”
_QUOTED = re.compile(
    "(?:[^，。：；“”]{0,6}地)?(?:(?:对|向)记者)?(?:说|表示|介绍|介绍说|告诉记者|坦言|感慨)[：，]“"
)
_LONGEST_CHINESE = 3
_AGAIN = 2
_SURELY_FOREIGN = 4
"""From this many characters on, what has the form of a foreign name is hardly a word: 获得银牌的|洛布里吉."""


# 担任五届全国人大代表|的尚明
_HOLDS = re.compile(
    "(?:担任|身为|作为|同为|现任|当选)(?:[一二两三四五六七八九十\\d]+[届任年]|[了过]|多年)*(?P<title>[^，、的]{2,24})$"
)
# 荣获“江州好人”称号的李勇|说，…
_PLAIN = re.compile("(?:说|表示|介绍|介绍说|告诉记者|坦言|感慨|感叹)(?:[：，。]|道)")


def _is_before_plain_cue(cut: Cut) -> bool:
    """Whether the words are all that stands between a mark and a plain cue."""
    before = cut.text[: cut.start].rstrip(" ")[-1:]
    return before in ("", "。", "！", "？", "，", "”") and _PLAIN.match(cut.text, cut.end) is not None


def _told_of(cut: Cut, name: str) -> Subject | None:
    """A name with a clause about its bearer before it: 被誉为“草原之子”的|高明山."""
    quoted = _QUOTED.match(cut.text, cut.end) is not None or _is_before_plain_cue(cut)
    if quoted and is_familiar(name):
        return Subject(name, Kind.NAMED, (), cut.offset(name), "bare", Certainty.LIKELY)
    foreign = len(name) >= _SURELY_FOREIGN and name_form(name) is NameForm.FOREIGN
    familiar = is_familiar(name) and cut.bare.startswith("来自")  # 来自湖南的小高
    if (
        len(name) < 2
        or not (is_chinese(name) or foreign or familiar)
        or "·" in name
        or is_body(name)
        or places.is_place(name)
    ):
        return None
    if (
        any(map(is_word, (name, name[:2])))
        or head_at_end(name)
        or (len(name) == 2 and cut.count(name) < 2 and not (familiar or quoted))
    ):
        return None
    start = cut.offset(name)
    if is_longer_than_known(name, cut.count) or runs_into_next(cut, start + len(name), len(name)):
        return None
    owner = cut.bare.removesuffix("的" + name).removeprefix("来自")
    if len(owner) > 2 and not {"的", "住"} & set(owner) and ends_body(owner) and is_body(owner):
        of_body = (Position(owner, ""),)
        return Subject(name, Kind.NAMED, of_body, start, "full", Certainty.LIKELY)  # 来自江州中学的|高明山
    held = _HOLDS.search(cut.words, 0, len(cut.words) - len(name) - 1)
    if held and head_at_end(held["title"]) and (found := positions(held["title"])):
        return Subject(name, Kind.NAMED, found, start, "full", Certainty.LIKELY)
    return Subject(name, Kind.NAMED, (), start, "bare", Certainty.LIKELY)


def name_alone(cut: Cut) -> Subject | None:
    """A name alone: 李强, 安瓦尔, 老牛."""
    word = _JOINING.sub("", cut.bare).strip()
    if "的" in word:
        return _told_of(cut, word.rpartition("的")[2])
    if not word or word.endswith("地") or ("·" in word and len(state_at_start(word)) > 1):
        return None
    if word in grammar.word_set("cues", "papers") or word in grammar.word_set("subjects", "adverbs"):
        return None
    if is_country(word) or (word[0] == "向" and head_at_end(word) == word[1:]):
        return None  # 向|记者反映
    start = cut.offset(word)
    if is_word(word):
        return Subject(word, Kind.NAMED, (), start, "bare", Certainty.IF_INTRODUCED)
    if is_familiar(word) or (len(word) == 1 and starts_with_surname(word)):
        told = len(word) > 1 and (cut.count(word) > 1 or cut.text[start - 1 : start] == "”")  # “…。”小张|说
        sure = Certainty.LIKELY if told else Certainty.POSSIBLE
        return Subject(word, Kind.NAMED, (), start, "bare", sure)
    form = name_form(word)
    possible = form is NameForm.POSSIBLE and (len(word) <= 4 or is_nearly_foreign(word))
    possible = possible and cut.count(word) > 1 and not is_adverbial(word)
    if (form < NameForm.FOREIGN and not possible) or is_longer_than_known(word, cut.count):
        return None
    # 卢卫东连连|点赞, 阿依古丽·买买提耐心|解答
    with_manner = len(word) > _LONGEST_CHINESE and is_adverbial(word) and cut.count(word) < _AGAIN
    if with_manner or runs_into_next(cut, start + len(word), len(word)) or VIVID.match(cut.text, start):
        return None
    bracket = _TITLE_AFTER.match(cut.text, start + len(word))
    if bracket and (found := positions(bracket["title"])):
        return Subject(word, Kind.NAMED, found, start, "full", Certainty.SURE)
    formed = form >= NameForm.FOREIGN and not places.is_place(word)
    certainty = Certainty.LIKELY if formed else Certainty.POSSIBLE
    return Subject(word, Kind.NAMED, (), start, "bare", certainty)
