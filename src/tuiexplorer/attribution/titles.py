"""Titles: the agencies and posts that stand before a name, each post with its agency (省财政厅党组书记、厅长)."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from tuiexplorer.attribution.adverbials import strip_leading
from tuiexplorer.attribution.attributed import Position
from tuiexplorer.attribution.bodies import ends_body, state_at_start
from tuiexplorer.attribution.names import NameForm, name_form
from tuiexplorer.attribution.posts import head_at_end, minister, post_at_end, trade_at_end
from tuiexplorer.lexicon import grammar, places

_RANK_IN_BRACKETS = re.compile("（[^（）]{1,12}(?:级[^（）]{0,4}|工作)）$")
_GENERATION = re.compile("“?[0-9][05]后”?(?=.)")  # 00后|技术员, “95后”|工匠
_MEMBER = re.compile("[^、，]{2,12}(?:成员|主席)国")  # 欧盟成员国|匈牙利总理
LEVELS = "省市县区州盟旗镇乡村"
"""What the name of a place ends in that tells its level."""
# Also where no mark parts two posts: 党组书记|局长, 董事长|总经理.
_SEPARATORS = re.compile(
    r"[、，；]|——|兼(?!职)|(?<=书记)(?=(?:常务)?副?(?:[\u4e00-\u9fff]长|主任|主席|总经理|社长))|(?<=董事长)(?=总经理|总裁|首席)"
    r"|(?<=[\u4e00-\u9fff》]) +(?=[\u4e00-\u9fff])"
)
# 襄阳市委副书记: the level belongs to the place and to the committee alike.
_COMMITTEE = re.compile(rf"(?P<place>.+?)(?P<committee>[{LEVELS}]委)$")


@lru_cache(maxsize=4096)
def split_title(title: str) -> tuple[str, str] | None:
    """``title`` as agency and post: 省财政厅党组书记 → (省财政厅, 党组书记). None where no post closes it."""
    title = _of_member(_GENERATION.sub("", title))
    match = post_at_end().search(title)
    if match is None:
        return None
    agency, post = title[: match.start()].rstrip("的 "), match["post"]  # 负责外贸的|副总经理
    board = next((unit for unit in grammar.words("posts", "boards") if post.startswith(unit)), "")
    if board and agency and not is_named(agency) and post not in (board, "董事会秘书"):
        agency, post = agency + board, post[len(board) :]
    envoy = next(
        (office for office in grammar.words("subjects", "after_names") if post.startswith(office)), ""
    )
    if envoy and post != envoy and name_form(agency) is NameForm.CHINESE and not is_named(agency):
        return agency + envoy, post[len(envoy) :]  # 高明山主席|特别代表
    if agency in grammar.word_set("posts", "with_party") and post[0] == "党":
        return agency, post  # 村|党支部书记
    if agency in grammar.word_set("posts", "unplaced"):
        return "", post
    if told := _told_by_post(agency, post):
        return told
    if "籍" in agency[1:]:
        return "", agency + post  # 乌干达籍|教师
    if agency in grammar.word_set("posts", "unplaced_schools") and _is_occupation(post):
        return "", agency + post
    was = _WAS.match(agency)
    if was is None:
        return _committee(agency, post) or _parted(agency, post)
    agency, post = _committee(agency[was.end() :], post) or _parted(agency[was.end() :], post)
    return agency, was.group() + post


def _of_member(title: str) -> str:
    """``title`` without what its state is a member or the host of."""
    member = _MEMBER.match(title)
    return title[member.end() :] if member and len(state_at_start(title[member.end() :])) > 1 else title


def _is_occupation(post: str) -> bool:
    return head_at_end(post) in grammar.word_set("posts", "occupations")


_DUTIES = (
    "项目",
    "生产",
    "技术",
    "销售",
    "运营",
    "市场",
    "财务",
    "业务",
    "品牌",
    "研发",
    "工程",
    "安全",
    "施工",
    "的",
)
"""What one can be in charge of inside a body."""


def _told_by_post(agency: str, post: str) -> tuple[str, str] | None:
    """Agency and post where the post, or a level told twice, says where the agency ends."""
    if post in grammar.word_set("posts", "of_places") and 1 < len(agency) <= 10 and not ends_body(agency):
        return agency, post  # 弗莱堡|市长
    if post in grammar.word_set("posts", "of_teams") and len(agency) <= 6:
        return agency, post  # 星海|主教练
    if (
        post.endswith(("负责人", "负责同志"))
        and len(agency) > 3
        and not agency.endswith(_DUTIES)
        and "驻" not in agency
    ):
        return agency, post  # 易园|负责人
    if post in ("党代表", "主党代表") and agency and not places.is_place(agency):
        return (agency + post).removesuffix("代表"), "代表"  # 海国民主党|代表
    if (aide := _OF_OFFICE.match(agency)) and not ends_body(agency) and not _body_end(agency):
        return aide["state"], aide["office"] + post  # 海国|总统国际事务助理
    if len(agency) > 2 and agency[-1] in LEVELS and agency[-2] == agency[-1]:
        return agency[:-1], agency[-1] + post  # 云山镇|镇党委书记
    return None


def _committee(agency: str, post: str) -> tuple[str, str] | None:
    """襄阳市委 + 副书记 → (襄阳市, 市委副书记): the level belongs to the place and to the committee alike."""
    if len(agency) == 2 and agency[1] == "委" and agency[0] in LEVELS:
        return agency[0], agency + post
    committee = _COMMITTEE.match(agency)
    if committee is None or agency.startswith(grammar.words("posts", "with_committees")):
        return None
    place, level = committee["place"], committee["committee"]
    told = place[-1] == level[0] or (places.is_place(place) and place[-1] != "州")  # 广州|市委
    whole = len(place) > 1 and place[-1] in LEVELS and told
    return (place if whole else place + level[0]), level + post


# 该公司|物流总监, 公司|研发总监
_THAT = re.compile("(?:[该本](?:集团|校|院|局|厂|行|社(?!区)|镇|村|县(?!委))|[该本]?(?:公司|企业))(?=.)")
_OF_OFFICE = re.compile("(?P<state>[^、]{1,6})(?P<office>(?:总统|总理|首相)[^、]{1,8})$")
_INSIDE = ("专业", *"部处科室组班队站所厂心")


def _parted(agency: str, post: str) -> tuple[str, str]:
    """Agency and post where the boundary is not simply before the ranks: 美国|调查记者, 沃野公司|采购经理."""
    if "驻" in agency and post.startswith(grammar.words("posts", "sent")):
        return agency.rpartition("驻")[2], post
    state = state_at_start(agency)
    if len(state) > 1 and _is_of_state(agency[len(state) :], post):
        return state, agency[len(state) :] + post
    own = _THAT.match(agency)
    rest = agency[own.end() :] if own else ""
    if own and len(rest) <= 4 and not agency.endswith(_INSIDE) and rest[-1:] not in LEVELS:
        return own.group(), rest.lstrip("的") + post
    if agency[:1] in ("该", "本") and not ends_body(agency) and (body := _body_end(agency)):
        return agency[:body], agency[body:].lstrip("的") + post  # 该公司|物流总监
    if not agency or is_named(agency):
        return agency, post
    body = _body_end(agency)
    if len(agency) == 2 and head_at_end(post) in grammar.word_set("posts", "company"):
        return agency, post
    if len(agency) <= 2 or (not body and _is_occupation(post)):
        end = places.place_end(agency)
        return (agency, post) if agency[end:].startswith("、") else (agency[:end], agency[end:] + post)
    learned = _is_occupation(post) and "、" not in agency[body:]
    if body and len(agency) - body <= (_LONGEST_FIELD if learned else 4):
        return agency[:body], agency[body:].lstrip("的") + post
    if len(state) > 1 and len(agency) - len(state) <= 12 and agency[len(state)] != "、":
        return state, agency[len(state) :] + post
    return agency, post


_LONGEST_FIELD = 12
"""How long the field of an expert of a body can be: 江城大学|传染病与疫苗建模专家."""
_OF_BODY = re.compile("[部府厅党院]|(?<!社)会|[州省]$")


def _is_of_state(rest: str, post: str) -> bool:
    """Whether what stands between a state and a post is of the post: 前, or a minister's field that no list holds."""
    if (rest.startswith("前") and not rest.startswith("前进")) or rest == "联邦":
        return True
    return (
        rest[:1] not in ("", "和", "与", "及")
        and post.endswith(("部长", "大臣"))
        and not _OF_BODY.search(rest)
    )


def _body_end(agency: str) -> int:
    """Where the longest body ends with which ``agency`` begins; 0 where none does."""
    for end in range(len(agency) - 1, 2, -1):
        if (
            agency[end] in "级业）"
            or agency[end - 1 : end + 1] in ("会议", "军事")
            or agency[:end].endswith("国家")
            or agency.count("“", 0, end) != agency.count("”", 0, end)
        ):
            continue  # 刺绣省|级传承人, 银行|业分析师, 主席团会|议主持人, 白宫国家|安全事务助理, 芬兰军|事人员
        if ends_body(agency[:end]):
            return end
    return 0


def is_named(agency: str) -> bool:
    """Whether ``agency`` is a body, a place or a side by its form (该行 is one as well)."""
    state = state_at_start(agency)
    return (
        ends_body(agency)
        or places.is_place(agency)
        or agency in places.capitals()
        or state in (agency, agency.removesuffix("国") or "-")
        or agency[0] in "该本"
        or agency in "校院厅局行"
    )


# 时任江海县|县长, 原省交通厅|厅长
_WAS = re.compile("(?:[时现]任|原|前)(?=..)(?!州)")


def _is_agency(text: str) -> bool:
    return ends_body(text) or places.is_place(text) or bool(state_at_start(text)) or len(text) > 3


_ARM_OF_STATE = re.compile("[俄美英法德日韩朝印以伊乌土](?:国防|武装|外交|联邦|总统|政府|[海空陆]军)")


@lru_cache(maxsize=4096)
def positions(title: str) -> tuple[Position, ...]:
    """Every position of a title, one a post; a post without an agency of its own shares the one before it."""
    found: list[Position] = []
    waiting = agency = state = ""
    for piece in _pieces(_GENERATION.sub("", title)):
        part = waiting + piece.strip()[strip_leading(piece.strip()) :]
        split = _split_part(part) if part else None
        if split is None:
            if held := _title_of_someone(part):
                found.clear()  # 海国王储穆罕默德、|山国国王
                agency = (split_title(held) or ("",))[0] or agency
            waiting = part + "、" if _waits_for_post(part) else ""
            continue
        waiting = ""
        own, post = split
        if _is_kin(post) and has_head(own):
            found.clear()  # 总书记、国家主席高明山|夫人
            continue
        if own.startswith("来自"):
            found.append(Position("", post))  # 副局长、来自海门区的|挂职干部
            continue
        if own in LEVELS and post.startswith(f"{own}委"):
            own = agency if own and agency.endswith(own) else own  # 省人大常委会副主任、|市委书记
        elif own and agency and (_is_inner(own, post) or not _is_agency(own)):
            own, post = "", own + post
        found.append(Position(own or _of_state(state, post) or _inherited(agency, post), post))
        agency = "" if _is_seat(own, post) else own or agency
        state = own_state if len(own_state := state_at_start(agency)) > 1 else state
    return tuple(dict.fromkeys(position for position in found if not _is_kin(position.post)))


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
    return re.compile(f"(?!驻村)[\u4e00-\u9fff]{{1,4}}(?:{grammar.either('posts', 'small_units')})")


def _is_inner(body: str, post: str) -> bool:
    """Whether a body is one inside the body before it: 民政部新闻发言人、|办公厅|主任, 综合司|司长, 讲解队|队长."""
    if body in grammar.word_set("posts", "inner") or (
        post.endswith(("司长", "处长")) and not _body_end(body)
    ):
        return True
    return _unit().fullmatch(body) is not None and not places.place_end(body)


_ENVOY = re.compile("[\u4e00-\u9fff]{2,10}?(?:问题|事务)(?:特使|特别)")  # 联合国秘书长|叙利亚问题特使


# 全国人大代表|云江集团董事长: a seat, and right behind it what its holder does.
_SEAT = re.compile(
    "[^、]{0,8}(?:人大|政协|[一二三四五六七八九十]大|党代会)(?:代表|委员|常委)(?!团|会|组|处|资格|工作|联络|履职|小组|证|候选|[^、]{0,2}$)"
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
    return any(head_at_end(text[:end]) for end in range(2, len(text) + 1))


_IN_MARKS = re.compile("(?P<agency>[^“”]*)“(?P<post>[^“”]{2,12})”")  # “大国工匠”


def _split_part(part: str) -> tuple[str, str] | None:
    """One part of a title, its rank in brackets kept with the post: 副厅长（正厅长级）; trades told by their form."""
    if (quoted := _IN_MARKS.fullmatch(part)) and (
        head_at_end(quoted["post"]) or trade_at_end(quoted["post"])
    ):
        return quoted["agency"].rstrip("的"), f"“{quoted['post']}”"
    rank = _RANK_IN_BRACKETS.search(part)
    split = split_title(part[: rank.start()] if rank else part)
    if split is not None:
        return split[0], split[1] + (rank.group() if rank else "")
    if part and trade_at_end(part) == part:
        state = state_at_start(part)
        return (state, part[len(state) :]) if len(state) > 1 else ("", part)
    body = _body_end(part)
    return (
        (part[:body], part[body:].lstrip("的")) if body and trade_at_end(part[body:]) == part[body:] else None
    )


def _inherited(agency: str, post: str) -> str:
    """The agency that a post without one shares with the post before it; occupations share none."""
    state = state_at_start(agency)
    if post in grammar.word_set("posts", "whole"):
        return ""
    if minister().fullmatch(post):
        return state if len(state) > 1 or state == agency else ""
    learned = post.endswith(grammar.words("posts", "learned")) and not post.startswith("退休")
    return agency if learned or not _is_occupation(post) else ""
