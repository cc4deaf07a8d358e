"""One title as the agency and the post that it holds: 省财政厅|党组书记, 襄阳市|市委副书记."""

import re
from functools import cache, lru_cache

from tuiexplorer.attribution.words.bodies import ends_body, is_country, state_at_start
from tuiexplorer.attribution.words.names import is_chinese
from tuiexplorer.attribution.words.posts import head_at_end, may_close_in_post, post_at_end
from tuiexplorer.lexicon import grammar, places
from tuiexplorer.lexicon.bodies import national, shared

GENERATION = re.compile("“?[0-9][05]后”?(?=.)")  # 00后|技术员, “95后”|工匠
_MEMBER = re.compile("[^、，]{2,12}(?:成员|主席)国|东道[主国]国?")  # 欧盟成员国|匈牙利总理, 东道主|海国总统
_LEAGUE = re.compile("团[省市县区州旗]委$")  # 江海市团市委|书记
LEVELS = "省市县区州盟旗镇乡村"
"""What the name of a place ends in that tells its level."""
# 襄阳市委副书记: the level belongs to the place and to the committee alike; 江海县原|县委常委.
_COMMITTEE = re.compile(rf"(?P<place>.+?)(?P<was>(?<=[{LEVELS}])[原前])?(?P<committee>[{LEVELS}]委)$")


@lru_cache(maxsize=4096)
def split_title(title: str) -> tuple[str, str] | None:
    """``title`` as agency and post: 省财政厅党组书记 → (省财政厅, 党组书记). None where no post closes it."""
    match = _closing_post(title)
    if match is None:
        return ("", title) if title.endswith("人") and is_country(title[:-1]) else None  # 美国人
    head = head_at_end(title)
    school = title[: -len(head)]
    return (school, head) if school in _short_names() else _parted_before(match)  # 武大|教授


def _parted_before(match: re.Match[str]) -> tuple[str, str]:
    """Agency and post of a title, by the post that closes it."""
    agency, post = match.string[: match.start()].rstrip("的 "), match["post"]  # 负责外贸的|副总经理
    board = next((unit for unit in grammar.words("posts", "boards") if post.startswith(unit)), "")
    if board and agency and not is_named(agency) and post not in (board, "董事会秘书"):
        agency, post = agency + board, post[len(board) :]
    envoy = next(
        (office for office in grammar.words("subjects", "after_names") if post.startswith(office)), ""
    )
    if envoy and post != envoy and is_chinese(agency) and not is_named(agency):
        return agency + envoy, post[len(envoy) :]  # 高明山主席|特别代表
    if agency in grammar.word_set("posts", "with_party") and post[0] == "党":
        return agency, post  # 村|党支部书记
    if agency in grammar.word_set("posts", "with_committees"):
        return agency, post  # 民建|会员
    if agency in grammar.word_set("posts", "unplaced"):
        return "", post
    if told := _told_by_post(agency, post):
        return told
    if "籍" in agency[1:]:
        party, _, rest = agency.partition("党籍")
        return (rest, post) if party and rest else ("", agency + post)  # 共和党籍|得州州长, 乌干达籍教师
    if agency in grammar.word_set("posts", "unplaced_schools") and is_occupation(post):
        return "", agency + post
    was = _WAS.match(agency)
    if was is None:
        return _committee(agency, post) or _parted(agency, post)
    agency, post = _committee(agency[was.end() :], post) or _parted(agency[was.end() :], post)
    return agency, was.group() + post


@cache
def _short_names() -> frozenset[str]:
    """What bodies are called that no ending tells."""
    return frozenset(form for form in national().keys() | shared() if form.endswith("大"))


def _closing_post(title: str) -> re.Match[str] | None:
    """The post that closes a title, which is searched without what tells of its holder's age or his state's place."""
    if not may_close_in_post(title):
        return None
    return post_at_end().search(_of_member(GENERATION.sub("", title)))


def _of_member(title: str) -> str:
    """``title`` without what its state is a member or the host of."""
    member = _MEMBER.match(title)
    return title[member.end() :] if member and len(state_at_start(title[member.end() :])) > 1 else title


def is_occupation(post: str) -> bool:
    """Whether a post is an occupation, which need not be of a body."""
    return head_at_end(post) in grammar.word_set("posts", "occupations")


_FIELD = re.compile("(?:[\u4e00-\u9fff]国|[\u4e00-\u9fff]洲|中东|东亚|台湾|香港|南海|半岛|[欧亚非]盟)\\Z")
"""What one is an expert of, before 问题."""


def _told_by_post(agency: str, post: str) -> tuple[str, str] | None:
    """Agency and post where the post, or a level told twice, says where the agency ends."""
    if parted := _parted_elsewhere(agency, post):
        return parted
    if post in grammar.word_set("posts", "of_places") and 1 < len(agency) <= 10 and not ends_body(agency):
        return agency, post  # 弗莱堡|市长
    if agency and post in ("村主任", "村支书") and not ends_body(agency) and not places.is_place(agency):
        return agency + "村", post[1:]  # 青石|村主任
    if post.startswith("问题") and (field := _FIELD.search(agency)):
        return agency[: field.start()].rstrip("的"), field.group() + post  # 和平组织|中国问题专家
    if post in grammar.word_set("posts", "of_teams") and len(agency) <= 6:
        return agency, post  # 星海|主教练
    if (
        post.endswith(("负责人", "负责同志"))
        and len(agency) > 3
        and not agency.endswith((*grammar.words("posts", "work"), "的"))
        and "驻" not in agency
    ):
        return agency, post  # 易园|负责人
    if post in ("党代表", "主党代表") and agency and not places.is_place(agency):
        return (agency + post).removesuffix("代表"), "代表"  # 海国民主党|代表
    if (aide := _OF_OFFICE.match(agency)) and not ends_body(agency) and not body_end(agency):
        return aide["state"], aide["office"] + post  # 海国|总统国际事务助理
    if len(agency) > 2 and agency[-1] in LEVELS and agency[-2] == agency[-1]:
        return agency[:-1], agency[-1] + post  # 云山镇|镇党委书记
    return None


# 国家级非物质文化遗产江州剪纸|代表性传承人, 清河县|非遗项目石桥刺绣代表性传承人
_HERITAGE = re.compile("(?:(?:[国省市县区]|国家)级|全国)?(?:非物质文化遗产|非遗)")
_PEOPLE = re.compile("[\u4e00-\u9fff]{1,4}族")  # 赫哲族|代表
_IN_MARKS = re.compile("(?P<owner>[^“”]{2,})(?P<field>“[^“”]{2,12}”)")  # 石门村|“大包干”带头人
_CONGRESS = re.compile("[一二三四五六七八九十]大$")  # 中国妇女十三大|代表
_OF_HONOUR = ("带头人", "先锋", "模范", "标兵", "能手", "楷模", "卫士")  # 全国农村青年|致富带头人
_HONOURED = re.compile("全[国省市县区](?:优秀|先进|模范|十佳)")
# 教工第一党支部|书记
_BRANCH = re.compile(
    r"(?P<body>[^|]+?)\|?(?P<number>第[一二三四五六七八九十\d]+)\|?(?P<branch>党支部|支部|党总支|党小组)(?P<post>.+)"
)


def _parted_elsewhere(agency: str, post: str) -> tuple[str, str] | None:
    """Agency and post where what stands between them is of the other, or of both."""
    if agency in grammar.word_set("posts", "peoples") or _PEOPLE.fullmatch(agency):
        return "", agency + post  # 原住民|领袖
    if (
        post.endswith(("获得者", "得主", "完成人", "获奖者", "冠军"))
        or _HONOURED.match(agency)
        or (post.endswith(_OF_HONOUR) and _is_wide(agency))
        or _is_honour(agency, post)
    ):
        return "", agency + post  # 国家杰出青年科学基金|获得者, 全国优秀县委书记
    field = _IN_MARKS.fullmatch(agency) if agency.endswith("”") else None
    if field and is_named(field["owner"]) and (is_occupation(post) or post.endswith("带头人")):
        return field["owner"], field["field"] + post
    if post == "代表" and _CONGRESS.search(agency):
        return agency, post
    if post.endswith("传承人") and (heritage := _HERITAGE.search(agency)):
        return agency[: heritage.start()], agency[heritage.start() :] + post
    if branch := _BRANCH.fullmatch(f"{agency}|{post}"):
        return branch["body"] + branch["number"] + branch["branch"], branch["post"]
    if post.startswith("安全事务") and agency.endswith("国家"):
        return agency[:-2], "国家" + post  # 白宫|国家安全事务副助理
    if post in ("局长", "副局长", "厅长", "副厅长") and agency.endswith(grammar.words("posts", "bureaus")):
        return agency + post[-2], post  # 航空管理|局长, 市公安|局长
    return None


def _is_wide(agency: str) -> bool:
    """Whether it tells how wide the field of an honour is, and is no body: 全国农村|青年致富带头人."""
    level = next((one for one in grammar.words("posts", "levels_of_honours") if agency.startswith(one)), "")
    field = agency.removeprefix(level)
    return bool(level) and (field in grammar.word_set("posts", "unplaced_schools") or not is_named(agency))


def _is_honour(agency: str, post: str) -> bool:
    """Whether a post is an honour of the country or a place in a field, and no body's: 全国民族团结进步|模范个人."""
    wide = agency.startswith(grammar.words("posts", "levels_of_honours"))
    return wide and post in grammar.word_set("posts", "honours")


def _committee(agency: str, post: str) -> tuple[str, str] | None:
    """襄阳市委 + 副书记 → (襄阳市, 市委副书记): the level belongs to the place and to the committee alike."""
    if len(agency) == 2 and agency[1] == "委" and agency[0] in LEVELS:
        return agency[0], agency + post
    committee = _COMMITTEE.match(agency)
    if (
        committee is None
        or _LEAGUE.search(agency)
        or agency.startswith(grammar.words("posts", "with_committees"))
    ):
        return None
    place, level = committee["place"], committee["committee"]
    told = place[-1] == level[0] or (places.is_place(place) and place[-1] != "州")  # 广州|市委
    whole = len(place) > 1 and place[-1] in LEVELS and told
    return (place if whole else place + level[0]), (committee["was"] or "") + level + post


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
    if agency[:1] in ("该", "本") and not ends_body(agency) and (body := body_end(agency)):
        return agency[:body], agency[body:].lstrip("的") + post  # 该公司|物流总监
    if not agency or is_named(agency):
        return agency, post
    body = body_end(agency)
    of_continent = agency in grammar.word_set("subjects", "continents") and not is_occupation(post)
    if of_continent or (len(agency) == 2 and head_at_end(post) in grammar.word_set("posts", "company")):
        return agency, post  # 欧洲|议员, 瑞银|首席执行官
    if len(agency) <= 2 or (not body and is_occupation(post)):
        end = places.place_end(agency)
        return (agency, post) if agency[end:].startswith("、") else (agency[:end], agency[end:] + post)
    learned = (is_occupation(post) or post in grammar.word_set("posts", "of_causes")) and "、" not in agency[
        body:
    ]
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


def body_end(agency: str) -> int:
    """Where the longest body ends with which ``agency`` begins; 0 where none does."""
    for end in range(len(agency) - 1, 2, -1):
        if (
            agency[end] in "级业）"
            or agency[end - 1 : end + 1] in ("会议", "军事", "科学", "科技", "旅游")
            or agency[:end].endswith("国家")
            or agency.count("“", 0, end) != agency.count("”", 0, end)
            or _is_in_region(agency, end)
            or agency.startswith("专业", end)  # 机械工程|专业
        ):
            continue  # 刺绣省|级传承人, 银行|业分析师, 主席团会|议主持人, 白宫国家|安全事务助理, 芬兰军|事人员
        if ends_body(agency[:end]):
            return end
    return 0


def _is_in_region(agency: str, end: int) -> bool:
    """Whether a body's end would part the name of a region: 阳光学院台|湾教师."""
    return agency.startswith("台湾", end - 1) and not agency.startswith("电视台湾", max(0, end - 3))


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
        or agency in _short_names()
    )


# 时任江海县|县长, 原省交通厅|厅长
_WAS = re.compile("(?:[时现]任|原(?!住民)|前(?![海沿锋程瞻进方线]))(?=..)(?!州)")
