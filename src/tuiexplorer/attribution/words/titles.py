"""Titles: the agencies and posts that stand before a name, each post with its agency (省财政厅党组书记、厅长)."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from tuiexplorer.attribution.attributed import Position
from tuiexplorer.attribution.words.adverbials import strip_leading
from tuiexplorer.attribution.words.bodies import ends_body, state_at_start
from tuiexplorer.attribution.words.names import NameForm, name_form
from tuiexplorer.attribution.words.one_title import GENERATION, LEVELS, body_end, is_occupation, split_title
from tuiexplorer.attribution.words.posts import head_at_end, head_ends, minister, trade_at_end
from tuiexplorer.lexicon import grammar, places

_RANK_IN_BRACKETS = re.compile(
    "（(?:[^（）]{1,12}(?:级[^（）]{0,4}|工作)|[^（）]{0,6}(?:兼任?|兼职|挂职|挂任[^（）]{0,12}|援[疆藏青外非]|副?[院校台社馆局]长|主任|代理?|[时候]任|人选|试用期[^（）]{0,3}))）$"
)
# Also where no mark parts two posts: 党组书记|局长, 董事长|总经理.
_SEPARATORS = re.compile(
    r"[、，；]|——|兼(?!职|任?）)|(?<=书记)(?=(?:常务)?副?(?:[\u4e00-\u9fff]长|主任|主席|总经理|社长))|(?<=董事长)(?=总经理|总裁|首席)"
    r"|(?<=[\u4e00-\u9fff》]) +(?=[\u4e00-\u9fff])"
)


def is_agency(text: str) -> bool:
    """Whether posts may be of what stands before them: a body, a place, or what is long for a name."""
    return ends_body(text) or places.is_place(text) or bool(state_at_start(text)) or len(text) > 3


_ARM_OF_STATE = re.compile("[俄美英法德日韩朝印以伊乌土](?:国防|武装|外交|联邦|总统|政府|[海空陆]军)")


@lru_cache(maxsize=4096)
def positions(title: str) -> tuple[Position, ...]:
    """Every position of a title, one a post; a post without an agency of its own shares the one before it."""
    found: list[Position] = []
    waiting = agency = state = ""
    for piece in _pieces(GENERATION.sub("", title)):
        part = waiting + piece.strip()[strip_leading(piece.strip()) :]
        split = _split_part(part) if part else None
        if split is None:
            if held := _title_of_someone(part):
                found.clear()  # 海国王储穆罕默德、|山国国王
                agency = (split_title(held) or ("",))[0] or agency
            waiting = part + "、" if _waits_for_post(part) else ""
            continue
        waiting = ""
        own, post = _named_itself(_without_deeds(split[0])), split[1]
        if _is_kin(post) and has_head(own):
            found.clear()  # 总书记、国家主席高明山|夫人
            continue
        if own.startswith("来自"):
            _, _, at = own.removeprefix("来自").partition("的")  # 来自海国的医学院|博士生
            found.append(Position(at if ends_body(at) else "", post))  # 副局长、来自海门区的|挂职干部
            continue
        if own in LEVELS and post.startswith(f"{own}委"):
            own = agency if own and agency.endswith(own) else own  # 省人大常委会副主任、|市委书记
        elif own and agency and (_is_inner(own, post) or not is_agency(own) or _is_field(own, post)):
            beside = agency.removesuffix("纪委") if own == "监委" else ""  # 市纪委书记、|监委主任
            own, post = beside, own + post
        found.append(Position(own or _of_state(state, post) or _inherited(agency, post), post))
        agency = "" if _is_seat(own, post) else own or agency
        state = own_state if len(own_state := state_at_start(agency)) > 1 else state
    return tuple(dict.fromkeys(position for position in found if not _is_kin(position.post)))


_LONGEST_DEED = 30


def _without_deeds(agency: str) -> str:
    """An agency without what its holder has done: 深耕医药行业三十年的|好大夫集团."""
    deed, _, body = agency.rpartition("的")
    told = 4 <= len(deed) <= _LONGEST_DEED and len(body) > 3 and ends_body(body)
    owned = ends_body(deed) or places.is_place(deed) or "党的" in agency
    return body if told and not owned else agency


@cache
def _kind() -> re.Pattern[str]:
    """What someone's company or county is, before its name."""
    return re.compile(
        f"[^、，]{{0,8}}(?:{grammar.either('posts', 'kinds')})(?=.{{2,}}(?:公司|集团|[县市区]|厂)$)"
    )


def _named_itself(agency: str) -> str:
    """An agency without what it is, where its name follows: 龙头企业|绿野农业公司."""
    kind = _kind().match(agency) if "企业" in agency or "公司" in agency or "县" in agency else None
    return agency[kind.end() :] if kind else agency


def _is_field(text: str, post: str) -> bool:
    """Whether it is the field of a minister or of someone sent, and no body: 经济政策统筹|部长, 紧急救援|协调员."""
    fielded = post in grammar.word_set("posts", "of_causes") or post.endswith(("部长", "大臣"))
    return fielded and not (ends_body(text) or places.is_place(text) or state_at_start(text))


def _is_seat(agency: str, post: str) -> bool:
    """Whether it is a seat in a congress, beside one's work: 全国人大代表、|市长; 党的二十大代表、|高级农艺师."""
    return post in grammar.word_set("posts", "seats") and agency.endswith(
        grammar.words("posts", "congresses")
    )


def _waits_for_post(part: str) -> bool:
    """Whether a body is listed before the one with the post (宣传、|文化部门负责人), rather than a person named."""
    if not part or grammar.opening("subjects", "meetings").search(part):
        return False
    owner = len(state_at_start(part)) > 1 or _ARM_OF_STATE.match(part) is not None
    return 2 <= len(part) <= 4 or (owner and not has_head(part))  # 俄罗斯国防部辐射、|化学防护部队司令


def _title_of_someone(part: str) -> str:
    """The title in ``part``, where the name of its holder is all that follows it: 王储|穆罕默德; else nothing."""
    ends = (end for end in range(2, len(part) - 1) if head_at_end(part[:end]))
    names = (end for end in ends if name_form(part[end:]) >= NameForm.FOREIGN and not has_head(part[end:]))
    return part[: next(names, 0)]


def _of_state(state: str, post: str) -> str:
    """The state that a post of a state belongs to, also where one of its bodies was named between: 国务委员长."""
    return state if post in grammar.word_set("subjects", "state_posts") else ""


def _is_kin(post: str) -> bool:
    """Whether what reads as a post tells whose kin someone is: 徒弟, 书记生前同事."""
    kin, work = grammar.word_set("posts", "kin"), grammar.word_set("posts", "occupations")
    head = head_at_end(post)
    return post in kin or (head in kin and head not in work)


@cache
def _unit() -> re.Pattern[str]:
    """A unit within the body before it; not what has a name of its own: 省委政研室, 云江实验室."""
    own = f"驻村|..[控参]股$|[{LEVELS}]委|(?!重点|联合|中心|国家)..实验室"
    return re.compile(f"(?!{own})[\u4e00-\u9fff]{{1,4}}(?:{grammar.either('posts', 'small_units')})")


def _is_inner(body: str, post: str) -> bool:
    """Whether a body is one inside the body before it: 民政部新闻发言人、|办公厅|主任, 综合司|司长, 讲解队|队长."""
    if body in grammar.word_set("posts", "inner") or (post.endswith(("司长", "处长")) and not body_end(body)):
        return True
    return _unit().fullmatch(body) is not None and not places.place_end(body)


_ENVOY = re.compile("[\u4e00-\u9fff]{2,10}?(?:问题|事务)(?:特使|特别)")  # 联合国秘书长|叙利亚问题特使
# 全国人大代表|云江集团董事长: a seat, and right behind it what its holder does.
_SEAT = re.compile(
    "[^、]{0,8}(?:人大|政协|[一二三四五六七八九十]大|党代会)(?:代表|委员|常委)(?!团|会|组|处|资格|工作|联络|联谊|履职|小组|证|候选|[^、]{0,2}$)"
)


def _pieces(title: str) -> Iterator[str]:
    """The parts of a title that hold a post each: at marks, and where a state follows a post (团长俄罗斯总统助理)."""
    for piece in _SEPARATORS.split(title):
        start = 0
        if (seat := _SEAT.match(piece)) and split_title(piece[seat.end() :]):
            yield seat.group()
            start = seat.end()
        for at in range(max(4, start), len(piece) - 3):
            of_state = len(state_at_start(piece[at:])) > 1 and not _ENVOY.match(piece, at)
            if (of_state or piece.startswith("中共", at)) and head_at_end(piece[start:at]):
                yield piece[start:at]
                start = at
        yield piece[start:]


def has_head(text: str) -> bool:
    """Whether an office or occupation ends anywhere in ``text``."""
    ends = head_ends()
    return any(head_at_end(text[:end]) for end in range(2, len(text) + 1) if text[end - 1] in ends)


_CALLED_SO = re.compile("(?:第[一二三四五]批|首[批届])?“[^“”\\d]{2,8}(?<![会五大])”")  # “石油三代”、副经理
_IN_MARKS = re.compile("(?P<agency>[^“”]*)“(?P<post>[^“”]{2,16})”")  # “大国工匠”


def _split_part(part: str) -> tuple[str, str] | None:
    """One part of a title, its rank in brackets kept with the post: 副厅长（正厅长级）; trades told by their form."""
    if (quoted := _IN_MARKS.fullmatch(part)) and (
        head_at_end(quoted["post"]) or trade_at_end(quoted["post"]) or _CALLED_SO.fullmatch(part)
    ):
        agency, post = quoted["agency"].rstrip("的"), f"“{quoted['post']}”"
        if agency != quoted["agency"] and not (ends_body(agency) or places.is_place(agency)):
            agency = ""  # 扎根牧区二十载的|“马背法官”
        return (
            ("", agency + post)
            if agency in grammar.word_set("posts", "levels_of_honours")
            else (agency, post)
        )
    rank = _RANK_IN_BRACKETS.search(part)
    split = split_title(part[: rank.start()] if rank else part)
    if split is not None:
        return split[0], split[1] + (rank.group() if rank else "")
    if part and trade_at_end(part) == part:
        state = state_at_start(part)
        return (state, part[len(state) :]) if len(state) > 1 else ("", part)
    body = body_end(part)
    return (
        (part[:body], part[body:].lstrip("的")) if body and trade_at_end(part[body:]) == part[body:] else None
    )


def _inherited(agency: str, post: str) -> str:
    """The agency that a post without one shares with the post before it; occupations share none."""
    state = state_at_start(agency)
    if post.endswith("手") and trade_at_end(post) == post and not head_at_end(post):
        return ""  # 乐团团长、|大提琴手
    if post in grammar.word_set("posts", "whole") or "“" in post:
        return ""  # 二级军士长、|全军“精武标兵”
    if minister().fullmatch(post):
        return state if len(state) > 1 or state == agency else ""
    learned = post.endswith(grammar.words("posts", "learned")) and not post.startswith("退休")
    return agency if learned or not is_occupation(post) else ""
