"""Subjects that are one person without a name: 他, 该负责人, 省地质局有关负责人, 俄外长."""

import re
from functools import cache

from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.subjects.subject import Certainty, Subject, Words
from tuiexplorer.attribution.words.before_titles import trim_title
from tuiexplorer.attribution.words.bodies import ends_body, is_state, state_at_start
from tuiexplorer.attribution.words.how_many import (
    MANY_OF,
    NUMBER_FIRST,
    NUMBER_INSIDE,
    ONE_AFTER,
    ONE_ALONE,
    ONE_AT_WORK,
    ONE_NEARBY,
    ONE_OF_BODY,
    ONE_SAID,
    QUANTIFIERS,
    SEVERAL_FIRST,
    SEVERAL_LAST,
    SOME_BODY,
)
from tuiexplorer.attribution.words.names import NameForm, name_form, starts_with_surname
from tuiexplorer.attribution.words.one_title import split_title
from tuiexplorer.attribution.words.posts import ends_in_kin, follows_names, head_at_end, is_post
from tuiexplorer.lexicon import grammar, places

_COUNTRIES = re.compile("[两三四五六七八九十多]国")  # 五国|元首
_AND = re.compile("[和与同](?=[^和与同]*$)")
_ADDRESSING = re.compile(
    "(?:[对向跟给同让令使]|致[信函]|勉励|叮嘱|嘱咐|寄语)(?:本报|随行|随行的|现场|在场)?$"
)
_LONGEST_AGENCY = 40


_NEAR = re.compile("当地|[该本][省州国市县区镇乡]")  # 当地|官员, 该州|卫生官员


def _is_addressed(cut: Words, title: str) -> bool:
    """Whether the words name who is spoken to: 祝雪兰向|总书记, 麦香对|记者."""
    return bool(_ADDRESSING.search(cut.words, 0, len(cut.words) - len(title)))


@cache
def _of_that() -> re.Pattern[str]:
    """Someone of what was named before, who need not have been met: 该公司|负责人, 该省|官员."""
    return re.compile(f"(?:该|上述)(?:{grammar.either('subjects', 'of_that')})(?=..)")


@cache
def _again() -> re.Pattern[str]:
    return re.compile(
        f"(?:该名?|这[名位]|那[名位]|上述)[^，的]{{0,4}}(?:{grammar.either('subjects', 'people', 'called')})"
    )


def pronoun(cut: Words) -> Subject | None:
    """他, 她们, 其; 在她|看来."""
    pronouns = grammar.word_set("subjects", "pronouns")
    for word in (cut.words, cut.bare, cut.bare.removeprefix("在")):
        if word in pronouns:
            return Subject(word, Kind.NAMED, (), cut.offset(word), "pronoun")
    if cut.words.endswith(("的他", "的她")):
        return Subject(cut.words[-1], Kind.NAMED, (), cut.offset(cut.words[-1]), "pronoun")  # 刚下班的|她说
    return None


_THIS_ONE = re.compile("这[名位][^，“”]{0,8}“[\u4e00-\u9fff]{2,5}”")


def one_met_before(cut: Words) -> Subject | None:
    """该负责人, 这位民警, 这名29岁的“老将”; 老人, where nothing stands before it."""
    if cut.words.endswith("”") and _THIS_ONE.fullmatch(cut.words):
        return Subject(cut.words, Kind.ANONYMOUS, (), cut.start, "again")
    if cut.words in grammar.word_set("subjects", "called"):
        return Subject(
            cut.words, Kind.ANONYMOUS, (Position("", cut.words),), cut.start, "again", Certainty.LIKELY
        )
    pointing = (word for word in (cut.words, cut.bare) if word[:1] in _points())
    word = next(filter(_is_met_before, pointing), "")
    return Subject(word, Kind.ANONYMOUS, (), cut.offset(word), "again") if word else None


@cache
def _points() -> frozenset[str]:
    """The first characters of all that points back: 该, 这位, 那名, 上述."""
    return frozenset("该这那上").union(word[0] for word in grammar.words("subjects", "again"))


def _is_met_before(word: str) -> bool:
    return (
        word in grammar.word_set("subjects", "again")
        or (_again().fullmatch(word) is not None and not _of_that().match(word))
        or _is_this_holder(word)
    )


def _is_this_holder(word: str) -> bool:
    """Whether an office stands behind 这位: 这位|董事长."""
    this = _THIS_HOLDER.fullmatch(word)
    return this is not None and head_at_end(this["office"]) == this["office"]


# 这位“90后”|村支书
_THIS_HOLDER = re.compile(
    "[这那][名位](?:“?[0-9]0后”?|[0-9]{2}岁的|年轻的?|[老女男](?=..))*(?P<office>[\u4e00-\u9fff]{2,})"
)


def _is_called(name: str, noun: str) -> bool:
    """Whether a surname stands before a title of address: 高律师, 明医生."""
    return len(name) == 1 and starts_with_surname(name) and noun in grammar.word_set("subjects", "courtesies")


def unnamed_at_end(words: str) -> str:
    """The noun for people without a name that closes ``words``: 有关负责人; empty where none does."""
    return grammar.endings("posts", "anonymous").longest(words)


def unnamed(cut: Words) -> Subject | None:
    """Someone of a body: 省地质局有关负责人."""
    noun = unnamed_at_end(cut.words)
    if not noun:
        return None
    before = cut.words.removesuffix(noun)
    if _is_told_of(before):
        return Subject.unnamed("", noun, cut.offset(noun))
    if _tells_of_several(before, noun):
        return None
    title = trim_title(ONE_OF_BODY.sub("", before) + noun)
    agency = title[: -len(noun)] if len(title) > len(noun) else ""
    agency = SOME_BODY.sub("", ONE_OF_BODY.sub("", agency).rstrip("的 ")).removesuffix("等")
    if _is_called(agency, noun) or _is_addressed(cut, title) or agency.endswith(_SENT_BY):
        return None
    if agency.startswith("与会") and ONE_ALONE.search(cut.words[: -len(title)]):
        return Subject.unnamed("", title, cut.offset(title))
    if "，" in agency or len(agency) > _LONGEST_AGENCY or agency.startswith(_OF_SEVERAL):
        return None
    agency, counted = _without_number(agency)
    if counted or MANY_OF.search(agency) or SEVERAL_FIRST.match(cut.words):  # 一些海国|官员
        return Subject.crowd(QUANTIFIERS.sub("", agency, 1) + noun, cut.offset(title))
    if grammar.opening("subjects", "knowing").search(agency):
        agency = ""
    agency, noun = _of_agency(agency, noun)
    return Subject.unnamed(agency, noun, cut.offset(title))


def _without_number(agency: str) -> tuple[str, bool]:
    """What people are of without how many behind their state (海国|一些|公共卫生专家), and whether that is told."""
    state = len(state_at_start(agency))
    counted = QUANTIFIERS.match(agency, state) if state > 1 else None
    some = counted is not None and not agency.startswith("有", state)
    return (agency[:state] + agency[counted.end() :], True) if counted and some else (agency, False)


_SENT_BY = ("对", "向", "通过", "通过其", "经")
"""What before someone unnamed says that he does not speak, or not for himself: 外交部通过|发言人."""
_OF_SEVERAL = ("与会", "参会", "各", "多")


def _tells_of_several(before: str, noun: str) -> bool:
    """Whether what stands before a noun for someone unnamed, or the noun alone, says that there are several."""
    several = noun in grammar.word_set("posts", "collective") or (
        noun in grammar.word_set("posts", "plural") and not ONE_SAID.search(before)
    )
    grouped = several and not ends_body(before)
    return grouped or bool(SEVERAL_LAST.search(before) or NUMBER_FIRST.match(before))


_ONE_WHO = re.compile("的(?:一[位名]|某[位名])$")


def _is_told_of(before: str) -> bool:
    """Whether before a noun for someone stands only what he does: 正好路过的一位|研究人员."""
    clause = _ONE_WHO.sub("", before)
    return (
        clause != before and not places.place_end(clause) and not _is_place_or_body(clause.rstrip("里上中"))
    )


def _of_agency(agency: str, noun: str) -> tuple[str, str]:
    """Agency and noun where the boundary is not simply before the noun: 某企业一名|销售负责人, 当地|卫生官员."""
    if agency.endswith("姓") and starts_with_surname(agency[-2:-1]):
        agency = agency[:-2]  # 县交警大队李姓|负责人
    if len(agency) > 2 and agency.endswith("一"):
        return agency[:-1], noun  # 该办公室一|老师
    if counted := ONE_AT_WORK.search(agency):
        return agency[: counted.start()], agency[counted.end() :] + noun
    if inner := _inner_office().search(agency):
        return agency[: inner.start()].rstrip("的"), inner.group() + noun
    if (work := grammar.closing("posts", "work").search(agency)) and ends_body(agency[: work.start()]):
        return agency[: work.start()], work.group() + noun
    if (near := _NEAR.match(agency)) and not ends_body(agency):
        return near.group(), agency[near.end() :] + noun
    if len(agency) > 1 and name_form(agency) < NameForm.FOREIGN and not _is_place_or_body(agency):
        # 纽约州|卫生官员: of an agency that is none by its form, the place is one.
        end = places.place_end(agency)
        if len(agency) - end <= 4:
            return agency[:end], agency[end:] + noun
    return agency, noun


@cache
def _inner_office() -> re.Pattern[str]:
    return re.compile(f"(?<=.)(?:相关|有关|业务)(?:{grammar.either('posts', 'some_office')})$")


def _is_place_or_body(text: str) -> bool:
    return ends_body(text) or places.is_place(text) or is_state(text) or text in places.capitals()


_WHOSE = re.compile(
    "[\u4e00-\u9fff](?:先生|女士|小姐|某|阿姨|大爷|大妈|师傅|同学)(?:的|一[位名])?\\Z|(?:\\A|的)(?:[他她]|孩子)(?:的|一[位名])?\\Z"
)  # 李先生|同事, 她|妈妈
_JOINED_POSTS = re.compile("[和与及](?=..)")


def holder_of_office(cut: Words) -> Subject | None:
    """The holder of an office, not named: 省财政厅厅长, 俄外长, 一位村民."""
    head = head_at_end(cut.words)
    if not head:
        return None
    if ends_in_kin(head) and _WHOSE.search(cut.words, 0, len(cut.words) - len(head)):
        return Subject(head, Kind.ANONYMOUS, (), cut.offset(head), certainty=Certainty.SURE)
    title = trim_title(cut.words)
    split = split_title(title)
    if _is_addressed(cut, title) or _ASKED.match(title) or _is_named_comrade(title):
        return None
    if split and (split[0].endswith("通过") or split[0].startswith("我")):
        return None  # 高明通过发言人|宣布, 我和罗林总统|都认为
    if not split or len(title) > _LONGEST_AGENCY or "的" in split[0] or (not split[0] and len(title) > 8):
        return None
    if follows_names(head_at_end(split[1])) and not is_post(split[1]):
        return None
    if (pair := _AND.search(split[0])) and head_at_end(split[0][: pair.start()]):
        return None  # 高明山主席和罗明总统
    if told := _holders(cut, title, split) or _at_place(cut, title, split[1]):
        return told
    counted = NUMBER_INSIDE.match(split[1])
    post = split[1][counted.end() :] if counted else split[1]  # 律师协会|一名|代表
    post = ONE_NEARBY.sub("", ONE_AFTER.sub("", post))
    if post[0] == "一" and post[1:] in grammar.word_set("posts", "occupations"):
        post = post[1:]  # 该办公室一|老师
    certainty = _certainty(cut, split[0], title)
    found = () if ends_in_kin(post) else (Position(split[0], post),)
    return Subject(post, Kind.ANONYMOUS, found, cut.offset(title), certainty=certainty)


def _certainty(cut: Words, agency: str, title: str) -> int:
    """How sure it is that the holder of an office speaks; beyond doubt where he is told to be no one met before."""
    if _ONE_MORE.search(cut.words, 0, len(cut.words) - len(title)):
        return Certainty.CERTAIN
    return Certainty.LIKELY if agency else Certainty.POSSIBLE


_ONE_MORE = re.compile("(?:旁边|身旁|一旁|身边|邻座|台下|另|又)的?一[位名]的?$")  # 旁边一位|委员
_ASKED = re.compile("经(?![济销营贸])")  # 经专家|确认


def _is_named_comrade(title: str) -> bool:
    """Whether it is someone named with 同志 behind: 听何明同志|这么说."""
    before = title.removesuffix("同志")
    return before != title and NameForm.CHINESE in (name_form(before[-3:]), name_form(before[-2:]))


_OF_PLACE = re.compile(
    "一[位名](?P<of>[\u4e00-\u9fff]{1,8}(?:[一二三四五六七八九十][中小]|大学|学校|公司|医院|社区)|[一二三四五六七八九十][中小])的$"
)


def _at_place(cut: Words, title: str, post: str) -> Subject | None:
    """One of those who are at a place: 一名三中的|考生家长."""
    place = _OF_PLACE.search(cut.words[: -len(title)])
    return Subject.unnamed(place["of"], post, cut.offset(title)) if place else None


_ONE_BEFORE = re.compile("一[位名]|某|有")


def _holders(cut: Words, title: str, split: tuple[str, str]) -> Subject | None:
    """Those who hold an office, where they are several."""
    agency, post = split
    start = cut.offset(title)
    if agency.endswith("所") and post.startswith("有"):
        return Subject.crowd(title, start)  # 委员会所有|成员
    if counted := NUMBER_FIRST.match(title):
        return Subject.crowd(title[counted.end() :], start)  # 百余名|企业高管
    if QUANTIFIERS.fullmatch(agency):
        return Subject.crowd(post, cut.offset(post))  # 内阁中的|大多数部长
    if MANY_OF.search(agency) or SEVERAL_FIRST.match(cut.words):  # 一些海国|官员
        return Subject.crowd(title, start)  # 山国多州|州长
    joined = _JOINED_POSTS.search(post)
    alike = joined and (not joined.start() or head_at_end(post[: joined.start()]))  # 村医和居民
    learned = post == "科学家" and is_state(agency) and not _ONE_BEFORE.search(cut.words)
    if learned or agency.startswith("各") or _COUNTRIES.match(title) or alike:
        return Subject.crowd(title, start)  # 各巡视组|组长
    counted = NUMBER_INSIDE.match(post)
    if counted and counted.group()[0] != "一":
        return Subject.crowd(post[counted.end() :], start)
    if SEVERAL_FIRST.match(cut.words) or SEVERAL_LAST.search(cut.words, 0, len(cut.words) - len(title)):
        return Subject.crowd(post, start)
    return None
