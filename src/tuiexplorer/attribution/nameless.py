"""Subjects without a name: pronouns, unnamed people of a body, groups, and bodies that speak for themselves."""

import re
from functools import cache

from msgspec.structs import replace

from tuiexplorer.attribution.adverbials import is_adverbial
from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.before_titles import trim_title
from tuiexplorer.attribution.bodies import (
    ends_body,
    ends_of_speakers,
    is_body,
    is_country,
    is_state,
    state_at_start,
)
from tuiexplorer.attribution.names import NameForm, name_form, starts_with_surname
from tuiexplorer.attribution.posts import head_at_end, is_post
from tuiexplorer.attribution.subject import Subject, Words
from tuiexplorer.attribution.titles import split_title
from tuiexplorer.lexicon import grammar, places
from tuiexplorer.lexicon.bodies import national

# 该公司|负责人, 该省|官员: someone of what was named before, who need not have been met.
_OF_THAT = re.compile(
    "(?:该|上述)(?:[省州国市县区镇乡村厂校院局台党社]|地区|公司|企业|集团|机构|组织|部门|单位|平台|学校|医院)(?=..)"
)
_UNTOLD = "不愿(?:(?:透露|公开)(?:姓名|身份|名字)|具名)的?"
_COUNT_WORDS = re.compile(f"(?:一位|一名|某|{_UNTOLD}|匿名|的|副|另一[位名]|(?<=[^一名位某])当地)+$")
_COUNTED = re.compile("(?<=..)一[名位](?:不愿意?(?:透露|公开)?(?:姓名|身份|具名)的?)?(?=.{0,6}$)")
_SOME = re.compile("^(?:有(?!关)|这家|一家|某|匿名)+")
_ONE = re.compile("[一某该这那]|匿名|不愿")
_COUNTRIES = re.compile("[两三四五六七八九十多]国")  # 五国|元首
_AND = re.compile("[和与同](?=[^和与同]*$)")
_ALONE = re.compile("(?:一[位名]|某)$|(?:一[位名]|某|有)(?:不愿|要求)[^，。]{2,8}的?$")
_PEOPLE = "[多数几两二三四五六七八九十\\d][位名]"
_QUANTIFIED = re.compile(f"{_PEOPLE}$|(?:不少|许多|很多|一些|部分|众多|各国|中外)$")
_MANY = re.compile(f"{_PEOPLE}|不少|许多|很多|一些|部分|众多")
_NUMBERED = re.compile("(?:超过|近|约|逾)?\\d{2,}[余多]?[位名]")
QUANTIFIERS = re.compile(
    f"(?:上述)?(?:广大|(?:超过|近|约|逾)?(?:{_PEOPLE}|\\d+[余多]?[位名])|[还也又曾已另仍]?有(?!关)|不少|许多|很多|众多|一些|部分|大量|大批)"
)
_WE = frozenset(["我们", "咱们", "你们"])
_ACTING = re.compile(
    "[在对把被了]|^[来给让]|^(?:希望|要求|号召|鼓励|引导|要|包括|经(?![济销营贸]))|引发|引起|(?<![方面走])向|就(?![业读学医])"
    "|(?<![行作成认])为(?![民主期])|勉励|宣布|签署|已有|关系$"
)
_SIDES = frozenset(["双方", "各方", "三方", "多方", "对方", "一方", "官方", "地方", "四方"])
_ADDRESSING = re.compile("(?:[对向跟给同]|致[信函])(?:本报|随行|随行的|现场|在场)?$")
_JOINTS = re.compile("以及|和|与|及")
_BRACKETS = re.compile("（[^（）]*）")
_AROUND_BODY = re.compile("等$|^.*(?:(?:武装|军事|政治)派别|下属)(?=..)(?!方面)")
_BEFORE_BODY = re.compile("的|——|，|据|下属|武装派别|、")
_LONGEST_GROUP = 40
_LONGEST_AGENCY = 40


# 省民政厅|相关处室负责人
_INNER_OFFICE = re.compile("(?<=.)(?:相关|有关|业务)(?:处室|科室|部门|司局|方面|单位|业务部门)$")


# 造纸厂|生产负责人
_IN_CHARGE_OF = re.compile(
    "(?:生产|技术|销售|安全|运营|市场|财务|业务|质量|研发|采购|设备|人事|工程|施工|物流|售后|招商|品牌)$"
)
_NEAR = re.compile("当地|[该本][省州国市县区镇乡]")  # 当地|官员, 该州|卫生官员


def _is_addressed(cut: Words, title: str) -> bool:
    """Whether the words name who is spoken to: 祝雪兰向|总书记, 麦香对|记者."""
    return bool(_ADDRESSING.search(cut.words, 0, len(cut.words) - len(title)))


def _either(key: str) -> str:
    return "|".join(grammar.words("subjects", key))


@cache
def _again() -> re.Pattern[str]:
    return re.compile(
        f"(?:该名?|这[名位]|那[名位]|上述)[^，的]{{0,4}}(?:{_either('people')}|{_either('called')})"
    )


@cache
def _group() -> re.Pattern[str]:
    heads, tails = _either("group_heads"), _either("group_tails")
    return re.compile(
        f"(?:[\u4e00-\u9fff]{{1,6}}们|(?:{heads})[^，。的]{{1,16}}|[^，。]{{0,24}}(?:{tails})(?:们|等)?)$"
    )


@cache
def _collective() -> grammar.Endings:
    return grammar.Endings(grammar.word_set("posts", "collective", "plural"))


@cache
def _group_heads() -> re.Pattern[str]:
    return re.compile(_either("group_heads"))


@cache
def _group_ends() -> frozenset[str]:
    return frozenset(tail[-2:] for tail in grammar.words("subjects", "group_tails"))


def _may_be_group(word: str) -> bool:
    """Whether ``word`` ends as a group does, or holds what one begins with: a look that spares most the long one."""
    return word[-1:] in ("们", "等") or word[-2:] in _group_ends() or bool(_group_heads().search(word))


def pronoun(cut: Words) -> Subject | None:
    """他, 她们, 其; 在她|看来."""
    for word in (cut.words, cut.bare, cut.bare.removeprefix("在")):
        if word in grammar.word_set("subjects", "pronouns"):
            return Subject(word, Kind.NAMED, (), cut.offset(word), "pronoun")
    return None


def one_met_before(cut: Words) -> Subject | None:
    """该负责人, 这位民警; 老人, where nothing stands before it."""
    if cut.words in grammar.word_set("subjects", "called"):
        return Subject(cut.words, Kind.ANONYMOUS, (Position("", cut.words),), cut.start, "again", 3)
    for word in (cut.words, cut.bare):
        if word in grammar.word_set("subjects", "again") or (
            _again().fullmatch(word) and not _OF_THAT.match(word)
        ):
            return Subject(word, Kind.ANONYMOUS, (), cut.offset(word), "again")
    return None


@cache
def _anonymous() -> grammar.Endings:
    return grammar.Endings(grammar.word_set("posts", "anonymous"))


def _is_called(name: str, noun: str) -> bool:
    """Whether a surname stands before a title of address: 高律师, 明医生."""
    return len(name) == 1 and starts_with_surname(name) and noun in grammar.word_set("subjects", "courtesies")


def unnamed_at_end(words: str) -> str:
    """The noun for people without a name that closes ``words``: 有关负责人; empty where none does."""
    return _anonymous().longest(words)


def unnamed(cut: Words) -> Subject | None:
    """Someone of a body: 省地质局有关负责人."""
    noun = unnamed_at_end(cut.words)
    if not noun:
        return None
    before = cut.words.removesuffix(noun)
    several = noun in grammar.word_set("posts", "collective") or (
        noun in grammar.word_set("posts", "plural") and not _ONE.search(before)
    )
    grouped = several and not ends_body(before)
    if grouped or _QUANTIFIED.search(before) or _NUMBERED.match(before):
        return None
    title = trim_title(_COUNT_WORDS.sub("", before) + noun)
    agency = title[: -len(noun)] if len(title) > len(noun) else ""
    agency = _SOME.sub("", _COUNT_WORDS.sub("", agency).rstrip("的 "))
    if (
        _is_called(agency, noun)
        or _is_addressed(cut, title)
        or agency.endswith(("对", "向", "通过", "通过其", "经"))
    ):
        return None
    if agency.startswith("与会") and _ALONE.search(cut.words[: -len(title)]):
        return Subject(title, Kind.ANONYMOUS, (Position("", title),), cut.offset(title), certainty=4)
    if "，" in agency or len(agency) > _LONGEST_AGENCY or agency.startswith(("与会", "参会", "各", "多")):
        return None
    agency, noun = _of_agency(agency, noun)
    return Subject(noun, Kind.ANONYMOUS, (Position(agency, noun),), cut.offset(title), certainty=4)


def _of_agency(agency: str, noun: str) -> tuple[str, str]:
    """Agency and noun where the boundary is not simply before the noun: 某企业一名|销售负责人, 当地|卫生官员."""
    if counted := _COUNTED.search(agency):
        return agency[: counted.start()], agency[counted.end() :] + noun
    if inner := _INNER_OFFICE.search(agency):
        return agency[: inner.start()].rstrip("的"), inner.group() + noun
    if (work := _IN_CHARGE_OF.search(agency)) and ends_body(agency[: work.start()]):
        return agency[: work.start()], work.group() + noun
    if (near := _NEAR.match(agency)) and not ends_body(agency):
        return near.group(), agency[near.end() :] + noun
    if agency and name_form(agency) < NameForm.FOREIGN and not _is_place_or_body(agency):
        # 纽约州|卫生官员: of an agency that is none by its form, the place is one.
        end = places.place_end(agency)
        if len(agency) - end <= 4:
            return agency[:end], agency[end:] + noun
    return agency, noun


def _is_place_or_body(text: str) -> bool:
    return ends_body(text) or places.is_place(text) or is_state(text) or text in places.capitals()


_JOINED_POSTS = re.compile("[和与及](?=..)")
_COUNTED_INSIDE = re.compile("[一两几多数二三四五六七八九十\\d]+[名位](?=.)")


def holder_of_office(cut: Words) -> Subject | None:
    """The holder of an office, not named: 省财政厅厅长, 俄外长, 一位村民."""
    if not head_at_end(cut.words):
        return None
    title = trim_title(cut.words)
    split = split_title(title)
    if _is_addressed(cut, title) or _ASKED.match(title) or _is_named_comrade(title):
        return None
    if not split or len(title) > _LONGEST_AGENCY or "的" in split[0] or (not split[0] and len(title) > 8):
        return None
    if head_at_end(split[1]) in grammar.word_set("subjects", "after_names") and not is_post(split[1]):
        return None
    if (pair := _AND.search(split[0])) and head_at_end(split[0][: pair.start()]):
        return None  # 高明山主席和罗明总统
    if several := _holders(cut, title, split):
        return several
    counted = _COUNTED_INSIDE.match(split[1])
    post = split[1][counted.end() :] if counted else split[1]  # 律师协会|一名|代表
    certainty = 3 if split[0] else 2
    found = () if head_at_end(post) in grammar.word_set("posts", "kin") else (Position(split[0], post),)
    return Subject(post, Kind.ANONYMOUS, found, cut.offset(title), certainty=certainty)


_ASKED = re.compile("经(?![济销营贸])")  # 经专家|确认


def _is_named_comrade(title: str) -> bool:
    """Whether it is someone named with 同志 behind: 听何明同志|这么说."""
    before = title.removesuffix("同志")
    return before != title and NameForm.CHINESE in (name_form(before[-3:]), name_form(before[-2:]))


def _holders(cut: Words, title: str, split: tuple[str, str]) -> Subject | None:
    """Those who hold an office, where they are several."""
    agency, post = split
    start = cut.offset(title)
    joined = _JOINED_POSTS.search(post)
    alike = joined and (not joined.start() or head_at_end(post[: joined.start()]))  # 村医和居民
    if agency.startswith("各") or _COUNTRIES.match(title) or alike:
        return Subject(title, Kind.COLLECTIVE, (), start, certainty=4)  # 各巡视组|组长
    counted = _COUNTED_INSIDE.match(post)
    if counted and counted.group()[0] != "一":
        return Subject(post[counted.end() :], Kind.COLLECTIVE, (), start, certainty=4)
    if _MANY.match(cut.words) or _QUANTIFIED.search(cut.words, 0, len(cut.words) - len(title)):
        return Subject(post, Kind.COLLECTIVE, (), start, certainty=4)
    return None


def group(cut: Words) -> Subject | None:
    """A group of people: 大家, 与会同志, 村民们, 各界人士."""
    words, word = cut.words, cut.bare
    noun = _collective().longest(words)
    before = words.removesuffix(noun)
    if before.endswith(("对", "向", "同", "与", "跟", "给", "让", "请", "使", "经")) or word in _WE:
        return None
    if noun == "大家" and before.endswith("和"):
        return None  # 厂长和|大家说
    if not noun:
        found = _group().search(word) if _may_be_group(word) else None
        if found is None or is_adverbial(word):
            return None
        noun = found.group()
    if len(word) > _LONGEST_GROUP:
        return None
    word = word.rpartition("”")[2]
    owner, _, last = word.rpartition("的")
    if owner and not ends_body(owner):
        word, noun = last, noun.rpartition("的")[2]
    whole = len(word) <= 20 and not _ACTING.search(word)
    speaker = max(word if whole else noun, noun, key=len)
    if _ACTING.search(speaker):
        return None
    counted = QUANTIFIERS.match(speaker)
    if counted and len(speaker) > counted.end() + 1:  # but 有人
        speaker = speaker[counted.end() :]
    if _ALONE.search(cut.words[: -len(speaker)]):
        return _one_of(speaker, cut.offset(speaker))
    return Subject(speaker, Kind.COLLECTIVE, (), cut.offset(speaker), certainty=4)


def _one_of(speaker: str, start: int) -> Subject:
    """One alone of those whom a group's noun names, with the body before it: 一名|银行信贷部|人士."""
    noun = "人士" if speaker.endswith("人士") and ends_body(speaker.removesuffix("人士")) else speaker
    found = (Position(speaker.removesuffix(noun), noun),)
    return Subject(noun, Kind.ANONYMOUS, found, start, certainty=4)


_OTHERS = ("机构", "部门", "单位", "组织", "企业", "公司", "媒体")
_AND_OTHERS = re.compile(
    rf"等(?:[多数几两二三四五六七八九十\d]*[家个]?[\u4e00-\u9fff]{{0,6}}?(?:{'|'.join(_OTHERS)})(?:[和与及、][\u4e00-\u9fff]{{0,4}}(?:{'|'.join(_OTHERS)}))?)?$"
)


def _joined(piece: str) -> list[str]:
    """The bodies that 和 joins; a body that has an 和 in its name stays whole: 难民救济和工程处."""
    parts = _JOINTS.split(piece) if piece not in national() else []
    return parts if parts and all(map(_is_whole_body, parts)) else [piece]


def _is_whole_body(part: str) -> bool:
    return is_country(part) or (len(part) > 2 and is_body(_BRACKETS.sub("", part)))


def _several_bodies(cut: Words) -> Subject | None:
    """世卫组织、联合国儿童基金会方面: one for each."""
    listed = _AND_OTHERS.sub("", cut.bare.removesuffix("方面").removesuffix("均"))
    parts = [part for piece in listed.split("、") for part in _joined(piece)]
    if len(parts) < 2 or not all(map(_is_whole_body, parts)):
        return None
    office = parts[-1][len(state_at_start(parts[-1])) :]
    if len(office) > 1 and all(map(is_country, parts[:-1])):
        parts = [*(part + office for part in parts[:-1]), parts[-1]]  # 伊朗、叙利亚|外交部
    start = cut.offset(cut.bare)
    each = [Subject(part, Kind.INSTITUTION, (Position(part, ""),), start, certainty=4) for part in parts]
    return replace(each[0], others=tuple(each[1:]))


_MANY_BODIES = re.compile("[两几数多三四五六七八九十\\d]+[多余]?家")  # 多家银行, 两家企业
_IN_MARKS = re.compile("^“([^“”]+)”$")


@cache
def _body_ends() -> grammar.Endings:
    return grammar.Endings(ends_of_speakers().union(_OTHERS, "”"))


def body(cut: Words) -> Subject | None:
    """A body that speaks for itself (国家统计局, 俄国防部, 中方), or several of them."""
    if not _body_ends().longest(cut.words.rstrip("等均")):
        return None
    return _several_bodies(cut) or _one_body(cut)


def _one_body(cut: Words) -> Subject | None:
    word = _AROUND_BODY.sub("", cut.bare)
    word = _IN_MARKS.sub(r"\1", word)  # 下属武装派别“圣城旅”
    if word.startswith(("根据", "按照", "依据", "依照", "经")):
        return None
    while word and not is_body(_BRACKETS.sub("", word)):
        broken = _BEFORE_BODY.search(word)
        if broken is None:
            return None
        word = word[broken.end() :]
        if broken.group() == "的" and is_state(word):
            return None  # 推动合作的中国|主张
    if not word or (len(word) == 2 and word[1] == "军" and not is_state(word[0])):
        return None
    if word.endswith("》") and "《" in word:
        word = word[word.rindex("《") :]
    start = cut.start + cut.words.rindex(word)
    if (owner := word.removesuffix("方面")) != word and is_body(owner) and not state_at_start(owner):
        word = owner
    if word in _SIDES or _MANY_BODIES.match(word):
        return Subject(word, Kind.COLLECTIVE, (), start, certainty=4)
    return Subject(word, Kind.INSTITUTION, (Position(word, ""),), start, certainty=4)
