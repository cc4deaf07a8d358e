"""Subjects that are bodies which speak for themselves: 国家统计局, 俄国防部, 中方, or several of them."""

import re
from functools import cache

from tuiexplorer.attribution.subjects.subject import Subject, Words
from tuiexplorer.attribution.words.bodies import (
    ends_of_speakers,
    is_body,
    is_country,
    is_state,
    state_at_start,
)
from tuiexplorer.attribution.words.how_many import JOINED
from tuiexplorer.lexicon import grammar
from tuiexplorer.lexicon.bodies import national

_JOINTS = re.compile("以及|(?<!共)和|与|(?<!埃)及")  # but 共和国, 埃及
_BRACKETS = re.compile("（[^（）]*）")
_EVENT = re.compile("^“[\\w·]{2,8}”(?=[^“”]{4}|网站|杂志)")  # “3·21”|航班事故应急指挥部
_NAMED_WITHIN = re.compile("“[\\w·]{1,8}”(?=[^“”]{2})")
_NO_WORD = re.compile(r"\A[^\w“《]+")  # 群众需要的·|云江商会
AROUND_BODY = re.compile(
    "等$|^[^，]{1,8}(?:轮值主席国|成员国)(?=..)|^(?:官方|国营|国家|官)媒体(?=.{2,}(?:社|台|报|网)$)|^.{2,12}(?:所属|所在)公司(?=..)|^.*(?:(?:武装|军事|政治)派别|下属(?!(?:武装|军事|政治)?(?:组织|派别|团体|力量|部队)$))(?=..)(?!方面)"
    "|^.*(?:组织|武装|派别|团体|公司|机构|媒体|网站|平台|运动|的|所谓|名为)(?=“[^“”]+”$)"
)
"""What stands around the name of a body: 下属武装派别|圣城旅, 山地民兵组织|“北方阵线”."""
_BEFORE_BODY = re.compile("的|——|，|据|下属|武装派别|、")
_SEVERAL = re.compile("(?<=.)[多数几两三四五六七八九十]个(?=..)")  # 山国多个|武装派别
_COUNTED_STATES = re.compile("(?<=..)等?[两三四五六七八九十多]国$")  # 山国、海国、岛国|三国
_OTHER_STATES = re.compile(
    "(?<=、..)等国的?(?=[\u4e00-\u9fff]{2,5}$)|(?<=、...)等国的?(?=[\u4e00-\u9fff]{2,5}$)"
)
# 多家银行, 两家企业, 各地高校
_MANY_BODIES = re.compile(
    "(?:绝?大?多数|多数)?(?:跨国|外资|在华|中外|参展|众多)(?:企业|车企|公司|药企|机构)$"
    "|[两几数多三四五六七八九十\\d]+[多余]?家|各(?:地|级|大|类)(?=..)"
)
_IN_MARKS = re.compile("^“([^“”]+)”$")


def body(cut: Words) -> Subject | None:
    """A body that speaks for itself (国家统计局, 俄国防部, 中方), or several of them."""
    words = _COUNTED_STATES.sub("", cut.words) if cut.words.endswith("国") else cut.words
    if not _body_ends().longest(words.rstrip("等均")):
        return None
    return _several_bodies(cut) or _one_body(cut)


@cache
def _body_ends() -> grammar.Endings:
    return grammar.Endings(ends_of_speakers().union(grammar.words("subjects", "kinds_of_body"), "”"))


def _one_body(cut: Words) -> Subject | None:
    word = AROUND_BODY.sub("", cut.bare)
    word = _NO_WORD.sub("", _IN_MARKS.sub(r"\1", word))  # 下属武装派别“圣城旅”
    if word.startswith(("根据", "按照", "依据", "依照", "经")):
        return None
    if _SEVERAL.search(word) and is_body(_SEVERAL.sub("", word)):
        return Subject.crowd(word, cut.start + cut.words.rindex(word))
    while word and not is_body(_plain(word)):
        broken = _BEFORE_BODY.search(word)
        if broken is None:
            return None
        word = _NO_WORD.sub("", word[broken.end() :])
        if broken.group() == "的" and is_state(word):
            return None  # 推动合作的中国|主张
    word = _kind().sub("", word)
    if not word or (len(word) == 2 and word[1] == "军" and not is_state(word[0])):
        return None
    if word.endswith("》") and "《" in word:
        word = word[word.rindex("《") :]
    start = cut.start + cut.words.rindex(word)
    if (owner := word.removesuffix("方面")) != word and _is_business(owner):
        word = owner
    if word in grammar.word_set("subjects", "sides") or _MANY_BODIES.match(word):
        return Subject.crowd(word, start)
    return Subject.body(word, start)


@cache
def _kind() -> re.Pattern[str]:
    """What a company is, before its name: 云谷银行的前母公司|云谷金融集团."""
    branches = grammar.either("subjects", "branches")
    return re.compile(f"^(?:前?[母子]公司(?=..)|(?:{branches})公司(?=.{{2,}}公司$))")


def _plain(word: str) -> str:
    """A name without what stands in brackets or in marks within: 乍得“北风”管道运营方."""
    bare = _EVENT.sub("", _BRACKETS.sub("", word))
    return _NAMED_WITHIN.sub("", bare) if "“" in bare and state_at_start(bare) else bare


def _is_business(owner: str) -> bool:
    """Whether a body whose side speaks is none of a state or of those in arms: 商场|方面, but 卫生组织方面."""
    powers = grammar.endings("subjects", "powers")
    return is_body(owner) and not state_at_start(owner) and not powers.longest(owner)


def _several_bodies(cut: Words) -> Subject | None:
    """世卫组织、联合国儿童基金会方面: one for each."""
    if not JOINED.search(cut.bare):
        return None
    listed = _OTHER_STATES.sub("", _COUNTED_STATES.sub("", cut.bare))
    listed = _and_others().sub("", listed.removesuffix("方面").removesuffix("均"))
    parts = [part for piece in listed.split("、") for part in _joined(piece)]
    if len(parts) < 2 or not all(map(_is_whole_body, parts)):
        return None
    office = parts[-1][len(state_at_start(parts[-1])) :]
    if not office and cut.bare.endswith("方面"):
        parts = [part + "方面" if is_country(part) else part for part in parts]  # 海国和山国|方面
    if len(office) > 1 and all(map(is_country, parts[:-1])):
        parts = [*(part + office for part in parts[:-1]), parts[-1]]  # 伊朗、叙利亚|外交部
    start = cut.offset(cut.bare)
    each = [Subject.body(part, start) for part in parts]
    return Subject.together(each)


@cache
def _and_others() -> re.Pattern[str]:
    """What closes a list of bodies: 央行|等三家金融机构和部门."""
    others = grammar.either("subjects", "kinds_of_body")
    how_many = r"[多数几两二三四五六七八九十\d]*[家个]?"
    return re.compile(
        rf"等(?:{how_many}[\u4e00-\u9fff]{{0,6}}?(?:{others})(?:[和与及、][\u4e00-\u9fff]{{0,4}}(?:{others}))?)?$"
    )


def _joined(piece: str) -> list[str]:
    """The bodies that 和 joins; a body that has an 和 in its name stays whole: 难民救济和工程处."""
    parts = _JOINTS.split(piece) if piece not in national() else []
    return parts if parts and all(map(_is_whole_body, parts)) else [piece]


def _is_whole_body(part: str) -> bool:
    return (len(part) > 1 and is_state(part)) or (len(part) > 2 and is_body(_BRACKETS.sub("", part)))
