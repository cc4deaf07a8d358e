"""What stands before a title and is not of it: the narration, others who are named first (会见|韩国总统)."""

import re
from functools import cache, lru_cache

from tuiexplorer.attribution.words.adverbials import strip_leading
from tuiexplorer.attribution.words.bodies import ends_body, is_body, state_at_start
from tuiexplorer.attribution.words.names import NameForm, is_chinese, name_form
from tuiexplorer.attribution.words.one_title import LEVELS, is_named, split_title
from tuiexplorer.attribution.words.posts import ends_in_office, head_at_end
from tuiexplorer.attribution.words.titles import has_head
from tuiexplorer.lexicon import grammar, places

_PAPERS = re.compile(r"(?:.*》[、， ])?")  # 审议《…报告》、中共中央总书记
_TOGETHER = re.compile(
    "和(?!平(?:[与和、]|促进|发展|友好|公园|医院|饭店|小学|中学|研究|大学|学院|组织|委员|基金|谈判|协会|中心|统一))|[与同]"
)
# 龙口村|返乡创业的, 该镇|种了半辈子地的: what someone of a place did, before the post.
_AT_HOME = re.compile(
    r"(?!参观|游览|路过|前往|到访|走进|来到|途经|落户|入驻|定居|扎根|嫁[到入])"
    r"(?P<place>[\u4e00-\u9fff]{2,10}?(?:[村镇乡]|社区|街道))(?!里|上|民|干部|委|支)[\u4e00-\u9fff]{2,10}$"
)
# 石泉村的|维吾尔族老人, 家住青石乡石泉村的|村民
_HOME = re.compile(
    "(?![本该全各同邻外每整])(?!.*(?:附近|旁))(?!.{0,4}?[到在往进入来去回离扎过对向给])"
    "[\u4e00-\u9fff]{2,14}(?:[村镇乡]|社区|街道)"
)
_AGE = re.compile(r"\d+岁$")


@cache
def _breaks() -> re.Pattern[str]:
    words, joins = (grammar.either("subjects", key) for key in ("title_breaks", "title_joins"))
    return re.compile(rf"(?P<join>{joins}|(?:负责|分管|主管)[^，、]{{1,14}}?的)|(?P<break>{words})")


@lru_cache(maxsize=4096)
def trim_title(title: str) -> str:
    """``title`` without the narration before it: 会见韩国总统 → 韩国总统, 来自石磨镇的村医 → 石磨镇的村医 → 村医."""
    told = title[strip_leading(title) :]
    if told.startswith("经") and (told.startswith("中共", 1) or len(state_at_start(told[1:])) > 1):
        told = told[1:]  # 经|海国总统高明提议
    return _whom_one_stands_for(_after_persons(_after_narration(told)))


def beginning(title: str, whole: str) -> int:
    """Where in ``whole`` begins what :func:`trim_title` left of it: 来自江州大学的学生 (江州大学学生 is left)."""
    at = len(whole)
    for character in reversed(title):
        at = whole.rfind(character, 0, at)
    return max(at, 0)


# 兰陵县|向城镇: the character is of a place's name that stands behind another place.
_IN_PLACE = re.compile(
    rf"(?:(?<=[{LEVELS}岛])[向对同和与于由应在来]|^[应于])[\u4e00-\u9fff]{{1,3}}?(?:[镇乡村]|街道|社区)"
)


# 和平街道|党工委书记: places that are called so, and no joint.
_HARMONY = re.compile(
    "和(?:平(?:区|县|新村|[街路里村镇乡]|[东西南北中]?[路街]|社区|小区|[苑园])|谐|睦|悦|顺县|县|静县|硕县|布克|政县|龙市|林格尔"
    "|田(?:地区|市|县)|[美合兴园安泰苑](?:社区|小区|家园|村))"
)
_WHERE = re.compile("[^、，]{1,10}?[与同和]")  # 在京与|海国总统


def _after_narration(cut: str) -> str:
    cut = cut[_PAPERS.match(cut).end() :]  # type: ignore[union-attr]
    inside = {match.start() for match in _IN_PLACE.finditer(cut)}
    for match in reversed([match for match in _breaks().finditer(cut) if match["break"]]):
        if match.start() in inside:
            continue
        rest = cut[match.end() :]
        before = cut[: match.start()]
        listed = match["break"] not in ("向", "对", "给") and "、" in before and "、" not in rest
        if listed and split_title(before[: before.index("、")]) and not _names_someone(before):
            continue
        if rest and split_title(rest.split("、")[-1]):
            agency = (split_title(rest) or ("",))[0]
            owned = (state_at_start(rest) and "问题" not in rest) or is_named(agency or "-")
            part = len(agency) <= _LONGEST_PART and agency[:1] not in _OWN_LEVEL
            owned = owned and not (part and _is_origin(before, match["break"]))
            kept = "" if owned else _belonging(before, match["break"]) or _governed(before, match, rest)
            if (
                match["break"] == "在"
                and (there := _WHERE.match(rest))
                and state_at_start(rest[there.end() :])
            ):
                rest = rest[there.end() :]
            return kept + rest[strip_leading(rest) :] if kept else rest[strip_leading(rest) :]
    return cut


def _after_persons(title: str) -> str:
    """What stands after others in one go: 与高明和联邦院主席 → 联邦院主席, 高明和夫人 → 夫人."""
    joined = title[:1] in ("与", "到") or _TOGETHER.match(title) is not None
    joined = joined and not _breaks().match(title) and not _HARMONY.match(title)
    title = title[1:] if joined else title
    start = 0
    for match in _TOGETHER.finditer(title):
        part = title[start : match.start()]
        if len(state_at_start(title[start:])) > len(part):
            continue  # 安提瓜和巴布达
        if _is_circumstance(part, title[match.end() :]):
            start = match.end()
            continue
        bare = len(part) > 2 and name_form(part) >= NameForm.FOREIGN and not is_named(part)
        bare = bare and not part.endswith("和平")  # 伊斯兰堡和平|与外交研究所主席
        if bare or _names_someone(part.rpartition("、")[2]) or _is_named_before(part, title[match.end() :]):
            start = match.end()
    return title[start:]


def _whom_one_stands_for(title: str) -> str:
    """The title behind 代表 where it is a verb: 海国王储高明代表|国王; else the whole."""
    before, _, rest = title.rpartition("代表")
    acts = (
        before
        and rest
        and split_title(rest)
        and (name_form(before) >= NameForm.FOREIGN or _names_someone(before))
    )
    return rest if acts and (state_at_start(rest) or head_at_end(rest) == rest) else title


def _is_circumstance(part: str, rest: str) -> bool:
    """Whether what stands before 与 and someone of a state is neither of a body nor a post: 以视频方式与|海国总理."""
    state = state_at_start(rest)
    split = split_title(rest) if state else None
    if split is None or split[0] != state:
        return False
    if len(state) < 2 and split[1] not in grammar.word_set("subjects", "of_short_states"):
        return False
    return not (is_named(part) or has_head(part) or places.place_end(part))


def _is_named_before(part: str, rest: str) -> bool:
    """Whether a name, with its title after it or without, stands before the title of another: 高明总书记和|巴国总统."""
    if len(state_at_start(rest)) < 2:
        return False
    head = head_at_end(part)
    if not head and has_head(part):
        return True  # 海国总统罗林分别与|山国总统
    name = part[: -len(head)] if head else part
    return name_form(name) >= NameForm.FOREIGN and not is_named(name)


def _names_someone(text: str) -> bool:
    """Whether a title and a name stand in ``text``: 国家主席高明山在…."""
    for end in range(2, len(text) - 1):
        named = any(is_chinese(text[end : end + length]) for length in (2, 3))
        foreign = name_form(text[end:]) is NameForm.FOREIGN
        if (named or foreign) and head_at_end(text[:end]) and not head_at_end(text[: end + 1]):
            return not any(head_at_end(text[:more]) for more in (end + 2, end + 3, end + 4))
    return False


_VILLAGE = re.compile("(?:^|附近|旁边|一旁)(?P<name>[\u4e00-\u9fff]{1,5}[村镇乡])$")


def _governed(before: str, mark: re.Match[str], rest: str) -> str:
    """The village or town before a 的 whose office follows: 石门村的|村长, 电站附近拉赫村的|村长; else empty."""
    place = _VILLAGE.search(before) if mark["break"] == "的" else None
    in_office = ends_in_office(rest)
    return place["name"] if place and in_office and ends_body(place["name"]) else ""


def _is_in_place(owner: str) -> bool:
    """Whether it is a village or a town with the place that it is in before it: 江西省都昌县石溪乡."""
    return owner[-1:] in "村镇乡" and places.place_end(owner) > 0 and ends_body(owner)


_LONGEST_PART = 3
"""What has no name of its own besides being part of a body has no more characters: 来自江州大学的|医学院教授."""
_OWN_LEVEL = f"{LEVELS}全国"
"""What begins with one of these is a body by itself: 来自江州大学的|省人大代表."""


def _is_origin(before: str, mark: str) -> bool:
    """Whether a body stands between 来自 and the 的 after it: 来自江州农商行的|客户经理."""
    _, told, owner = before.rpartition("来自")
    of_body = bool(told) and mark == "的" and len(owner) > _LONGEST_PART and ends_body(owner)
    of_place = places.is_place(owner) or owner[-1:] in f"{LEVELS}区国"
    return of_body and not (of_place or owner.endswith("代表团"))


_VISITS = ("访问", "到访", "走访", "探访", "来到", "走进")


def _belonging(before: str, mark: str) -> str:
    """The place or body before a 的 that the post after it belongs to: 石磨镇的 村医."""
    if mark != "的":
        return ""
    start = max((match.end() for match in _breaks().finditer(before) if match["break"]), default=0)
    if before.endswith(_VISITS, 0, start):
        return ""  # 到访海国的|联盟主席
    owner = before[start:]
    if before[start - 2 : start] == "来自" or owner.startswith("来自"):
        owner = owner.removeprefix("来自")
        if places.is_place(owner) or _is_in_place(owner) or owner.endswith("代表团"):
            return ""  # 来自成都的|游客 is of no body
        if _is_origin(before, mark):
            return owner
    if (aged := _AGE.sub("", owner)) != owner and ends_body(aged):
        return aged  # 兴安村74岁的|独居老人
    if is_body(owner) or places.is_place(owner) or _is_in_place(owner):
        return owner
    if _HOME.fullmatch(owner) and ends_body(owner):
        return owner
    at_home = _AT_HOME.match(owner)
    return at_home["place"] if at_home and ends_body(at_home["place"]) else ""
