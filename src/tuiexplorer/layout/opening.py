"""The opening: title and subtitle, above the first paragraph or the first heading."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.credits import is_publisher
from tuiexplorer.layout.dates import is_stamped, tells_day_and_place
from tuiexplorer.layout.deck import over_reports, set_deck, set_late_deck
from tuiexplorer.layout.draft import Draft, could_be_heading, is_kicker
from tuiexplorer.layout.marks import SIGN
from tuiexplorer.layout.names import are_names
from tuiexplorer.layout.noise import is_box
from tuiexplorer.layout.speech import ends_in_cue, is_dated, is_person
from tuiexplorer.layout.stops import ends
from tuiexplorer.lexicon import grammar

_LONGEST = 60
_LONGEST_WITH_SUBTITLE = 90
_CARD = 20
"""A person with so many characters is no title."""
_LONGEST_NAME = 8
_LONGEST_AUTHOR = 4
_LONGEST_HALF = 12
_LONGEST_ACCOUNT = 6
_LONGEST_SECTION = 4
_SIGNING = (SIGN + "□", SIGN + "◎")
"""The signs before an author's name."""
_DASHES = ("——", "—", "--", "－－", "──")
_PART = re.compile("之[一二三四五六七八九十]{1,3}$")
"""What ends the name of a series over one of its parts: “柳河的路”之三."""
_COLUMN = re.compile("[一-鿿“”]{4,16}[·•][一-鿿]{2,8}")
"""A paper's column over its title: 学习贯彻全会精神·厅局长谈."""
_SENT = re.compile("(?:小时|分钟|天)前|^昨天|^发[表布]于|^IP属地")
"""What says when or from where an account sent something."""
_SAID = re.compile("[^“”]{6}(?:表示|强调|指出|认为)$")
"""What ends a line over a title that is what someone said: 代表委员审议工作报告时纷纷表示."""
_LONGEST_DEPARTMENT = 16
_TITLES = ("#", "##", "**", "【】")


def set_opening(drafts: list[Draft]) -> None:
    """Give the title and the subtitle their roles; all else keeps the one it has."""
    if any(draft.kind is BlockKind.TITLE for draft in drafts):
        return
    first = _begin(drafts)
    if first is None or not _begins_title(drafts, first):
        return
    first = _below_first(drafts, first)
    _set_credits(drafts, first)
    head = [drafts[first], *takewhile(_stands_above, drafts[first + 1 :])]
    near = list(takewhile(lambda draft: draft.kind is None, head))
    dashed = next((draft for draft in head[1:] if draft.kind is None and _is_dashed(draft)), None)
    if len(near) > 1 and dashed in near[2:3] and _are_halves(*near[:2]):
        near[0].second = 1
        near[0].append(near[1].lines[0])
        drafts.remove(near[1])
        head.remove(near[1])
        del near[1]
    led = len(near) > 1 and (_leads_up(near[0].text) or _is_section(*near[:2]))
    title = near.index(dashed) - 1 if dashed in near else int(led)
    for draft in near[:title]:
        below = drafts[first + len(head) :]
        again = any(other.kind is BlockKind.NOISE and other.text == draft.text for other in below)
        draft.kind = BlockKind.NOISE if again else BlockKind.SUBTITLE  # the running head of the first page
    near[title].kind = BlockKind.TITLE
    if _is_department(near[title + 1 : title + 2], drafts[first + len(head) :]):
        near[title + 1].kind = BlockKind.BYLINE
        head.remove(near.pop(title + 1))
    if dashed:
        dashed.kind = BlockKind.SUBTITLE
    elif len(near) > title + 1:
        set_deck(near[title + 1 :], drafts[first + len(head) :], credited=len(near) < len(head))
    set_late_deck(head[len(near) :], drafts[first + len(head) :])


def _is_department(under: Sequence[Draft], below: Sequence[Draft]) -> bool:
    """Whether the line under a title is a department that wrote the text, and no heading of a body as others are."""
    departments = grammar.words("signs", "departments")
    if not under or under[0].mark or len(under[0].text) > _LONGEST_DEPARTMENT:
        return False
    others = (draft for draft in below if draft.short and draft.text.endswith(departments))
    return under[0].text.endswith(departments) and next(others, None) is None


def _begin(drafts: Sequence[Draft]) -> int | None:
    """Where the title may begin, with the roles of what stands over it; None where there is none."""
    first = next((index for index, draft in enumerate(drafts) if draft.kind is None), None)
    if first is None:
        return None
    if _is_masthead(drafts, first):
        column = _is_column(drafts[first + 1 : first + 3])
        for draft in drafts[first : first + 1 + column]:
            draft.kind = BlockKind.NOISE
        first = next(index for index, draft in enumerate(drafts) if draft.kind is None)
    if _is_of_authors(*drafts[first : first + 2]) or _is_sender(*drafts[first : first + 3]):
        drafts[first].kind = BlockKind.BYLINE
        return None
    if shared := _below_remark(drafts, first):
        drafts[first].kind = BlockKind.PARAGRAPH
        first = shared
    if _is_marked_kicker(drafts, first) or _is_dashed_kicker(drafts, first):
        drafts[first].kind = BlockKind.SUBTITLE
        first += 1
    return first


def _below_first(drafts: Sequence[Draft], first: int) -> int:
    """Where the title stands: below the running head of the page, or the half of it that ends in a colon."""
    if _is_running_head(drafts, first):
        drafts[first].kind = BlockKind.NOISE
    elif _is_first_half(drafts, first):
        drafts[first].kind = BlockKind.SUBTITLE
    elif below := _below_section(drafts, first):
        for draft in drafts[first:below]:
            draft.kind = draft.kind or BlockKind.NOISE
        return below
    else:
        return first
    return first + 1


def _below_section(drafts: Sequence[Draft], first: int) -> int:
    """Where the title stands under the name of a section, which is far shorter: 详情; 0 where the first line is it."""
    if drafts[first].kind is None and len(drafts[first].text) > _LONGEST_SECTION:
        return 0
    head = list(takewhile(_stands_above, drafts[first + 1 :]))
    for number, draft in enumerate(head, first + 1):
        if draft.kind is None and len(draft.text) > _LONGEST_SECTION:
            far = len(draft.text) >= 2 * _LONGEST_SECTION and _is_title(draft) and not _is_dashed(draft)
            return 0 if not far or over_reports(drafts[first + 1 + len(head) :]) else number
    return 0


def _is_sender(first: Draft, below: Draft | None = None, text: Draft | None = None) -> bool:
    """Whether the first line is the account over the day of a post that has no title."""
    if first.mark or below is None or text is None or text.kind is not None or _is_title(text):
        return False
    return is_publisher(first.text) and below.kind is BlockKind.NOISE and _is_account(first.text, below)


def _is_of_authors(first: Draft, below: Draft | None = None) -> bool:
    """Whether the first line is names over a byline: the title was not saved."""
    over = below is not None and below.kind is BlockKind.BYLINE
    return over and not first.mark and " " in first.text and are_names(first.text)


def _is_marked_kicker(drafts: Sequence[Draft], first: int) -> bool:
    """Whether the first line, under a sign that no other line has, stands close over the title."""
    return (
        drafts[first].mark[:1] == SIGN
        and sum(draft.mark[:1] == SIGN and draft.kind is None for draft in drafts) == 1
        and first + 1 < len(drafts)
        and drafts[first + 1].kind is None
        and not drafts[first + 1].lines[0].gap
        and _is_title(drafts[first + 1])
        and not over_reports(drafts[first + 2 :])
    )


def _below_remark(drafts: Sequence[Draft], first: int) -> int:
    """Where what someone passed on in a chat has its title, in brackets, below what he said of it; 0 if nowhere."""
    below = next((at for at in range(first + 1, len(drafts)) if drafts[at].kind is None), 0)
    if drafts[first].mark or not below or not (drafts[below].mark == "【】" or _is_sourced(drafts, below)):
        return 0
    headed = first > 0 and drafts[first - 1].kind is BlockKind.BYLINE
    again = any(draft.kind is BlockKind.BYLINE for draft in drafts[first + 1 : below])
    return below if headed and again else 0


def _is_sourced(drafts: Sequence[Draft], title: int) -> bool:
    """Whether a line like a title stands over where it was taken from: 来源：江州日报."""
    below = drafts[title + 1 : title + 2]
    sourced = bool(below) and below[0].kind is BlockKind.BYLINE and not is_stamped(below[0].text)
    return sourced and not drafts[title].mark and _is_title(drafts[title])


def _is_dashed_kicker(drafts: Sequence[Draft], first: int) -> bool:
    """Whether the first line begins with a dash, as a subtitle does, and stands close over the title."""
    kicker, *below = drafts[first : first + 2]
    if not _is_dashed(kicker) or not below or below[0].kind or below[0].lines[0].gap:
        return False
    return not (below[0].mark or _is_dashed(below[0])) and _is_title(below[0])


def _is_masthead(drafts: Sequence[Draft], first: int) -> bool:
    """Whether the first line is the name of who publishes, with a title under it.

    As a credit over the body says, or its last word does, where a date or the like parts the two.
    """
    name = drafts[first].text
    if drafts[first].mark not in ("", SIGN + "—") or len(name) > _LONGEST_NAME:
        return False
    head = list(
        takewhile(
            lambda draft: _stands_above(draft) or (draft.kind is None and _is_title(draft)),
            drafts[first + 1 :],
        )
    )
    titled = any(draft.kind is None for draft in head)
    credited = [draft.text for draft in head if draft.kind is BlockKind.BYLINE]
    if titled and is_publisher(name) and (head[0].is_aside or (credited and len(head[0].text) > len(name))):
        return True
    return titled and any(name in byline for byline in credited)


def _is_running_head(drafts: Sequence[Draft], first: int) -> bool:
    """Whether the first line stands over each page, and the title close under it on the first."""
    if first + 1 == len(drafts) or (below := drafts[first + 1]).kind or below.mark or below.lines[0].gap:
        return False
    head = drafts[first].text
    if not _is_title(below) or _is_dashed(below) or is_person(below.text) or 2 * len(below.text) < len(head):
        return False
    return sum(draft.kind is BlockKind.NOISE and draft.text == head for draft in drafts) > 1


def _is_column(below: Sequence[Draft]) -> bool:
    """Whether what stands ``below`` a masthead is the name of a column over a title, which is far longer."""
    if len(below) < 2 or any(draft.kind or draft.mark for draft in below):
        return False
    column, title = below
    short = len(column.text) <= _LONGEST_NAME and 2 * len(column.text) <= len(title.text)
    return short and not column.lines[0].gap and _is_title(title) and not _is_dashed(title)


def _set_credits(drafts: Sequence[Draft], first: int) -> None:
    """Bylines that only their place under the title tells: a name under a sign, a day and a place, either but once."""
    head = list(takewhile(lambda draft: _may_sign(draft) or _stands_above(draft), drafts[first + 1 :]))
    signing = [draft for draft in head if _may_sign(draft)]
    alike = Counter(draft.mark for draft in drafts[first + 1 :] if _may_sign(draft)) if signing else Counter()
    for draft in signing:
        if alike[draft.mark] == 1:
            draft.kind = BlockKind.BYLINE
    _set_authors(drafts, first)


def _set_authors(drafts: Sequence[Draft], first: int) -> None:
    """The authors' names on a line between the title and the text."""
    for above, draft, below in zip(drafts[first:], drafts[first + 1 :], drafts[first + 2 :], strict=False):
        if not _stands_above(draft):
            return
        over_text = below.kind is not None or not below.short or is_box(below.text)
        if draft.kind is None and not draft.mark:
            named = over_text and are_names(draft.text) and _are_authors(draft.text, above)
            signed = _is_account(draft.text, below) or _is_author_in_office(drafts, draft, below)
            if named or signed or _have_body(draft.text):
                draft.kind = BlockKind.BYLINE


def _tells_when_sent(text: str) -> bool:
    """Whether a line of noise is when or from where an account sent something: 2小时前, 03-11 09:58 来自 手机."""
    return bool(_SENT.search(text)) or (text[:1].isdecimal() and is_stamped(text))


def _is_account(text: str, below: Draft) -> bool:
    """Whether a line is the public account that sent an article, over the day on which it did."""
    stamped = below.kind is BlockKind.BYLINE and is_stamped(below.text)
    stamped = stamped or (below.kind is BlockKind.NOISE and _tells_when_sent(below.text))
    name = text.isalpha() and len(text) <= _LONGEST_ACCOUNT
    return stamped and (name or (len(text) <= _LONGEST_NAME and is_publisher(text)))


def _is_author_in_office(drafts: Sequence[Draft], draft: Draft, below: Draft) -> bool:
    """Whether a line is the one official, with post and name, over a text of his own: 省交通运输厅厅长　张三."""
    if len(draft.text.split()) < 2 or not is_person(draft.text) or below.kind is not None or below.short:
        return False
    return sum(is_person(other.text) for other in drafts if other.kind is None and other.short) == 1


def _are_authors(names: str, above: Draft) -> bool:
    """Whether there are several names, or one that is spread or under a dashed line."""
    *others, name = names.split()
    return bool(others) or len(name) > _LONGEST_AUTHOR or _is_dashed(above)


def _have_body(text: str) -> bool:
    """Whether a line is names with their body before them: 江州大学 张三."""
    *bodies, name = text.split()
    employers = len(list(takewhile(_is_employer, bodies)))
    return employers > 0 and are_names(" ".join([*bodies[employers:], name]))


def _is_employer(word: str) -> bool:
    return word.endswith(grammar.words("signs", "employers"))


def _may_sign(draft: Draft) -> bool:
    if draft.kind is not None:
        return False
    if draft.mark:
        named = draft.mark[:1] == SIGN and are_names(draft.text)
        return named or (draft.mark in _SIGNING and len(draft.text) <= _LONGEST_NAME + 2)
    return tells_day_and_place(draft.text)


def _leads_up(text: str) -> bool:
    """Whether a first line leads up to the headline under it: 代表热议工作报告——, 省长在江州调研时强调, …特别报道."""
    return (
        is_kicker(text)
        or ends_in_cue(text)
        or bool(_SAID.search(text))
        or text.endswith(grammar.words("signs", "series"))
        or bool(_PART.search(text))
        or bool(_COLUMN.fullmatch(text))
    )


def _are_halves(first: Draft, second: Draft) -> bool:
    """Whether two lines are the halves of one title, as long and with no stop or blank: 守护万家灯火 / 护航千行百业."""
    alike = len(first.text) == len(second.text) <= _LONGEST_HALF and not (first.mark or second.mark)
    return alike and first.text.isalpha() and second.text.isalpha() and not _leads_up(first.text)


def _is_section(first: Draft, title: Draft) -> bool:
    """Whether the first line names what the page is of, over a title that has its subtitle in it."""
    size = len(first.text)
    return size <= _LONGEST_NAME and 3 * size <= len(title.text) and "——" in title.text[1:]


def _begins_title(drafts: Sequence[Draft], first: int) -> bool:
    """Whether the first line is the title or leads up to it."""
    return (
        _is_title(drafts[first])
        or _is_signed_title(drafts, first)
        or _is_bulleted_title(drafts, first)
        or _is_first_half(drafts, first)
    )


def _is_first_half(drafts: Sequence[Draft], first: int) -> bool:
    """Whether the first line ends in a colon as half of a title does: 柳河农商行： over 一笔贷款救活一座茶厂."""
    half, *rest = drafts[first : first + 3]
    if half.mark or half.text[-1] not in "：:" or not could_be_heading(half.text[:-1]) or len(rest) < 2:
        return False
    title, below = rest
    alone = not any(draft.text == half.text for draft in drafts[first + 1 :])  # no speaker's label
    return alone and title.kind is None and not title.mark and _is_title(title) and not _may_be_half(below)


def _may_be_half(draft: Draft) -> bool:
    return draft.kind is None and draft.short and not _is_dashed(draft)


def _is_bulleted_title(drafts: Sequence[Draft], first: int) -> bool:
    """Whether the first line is the title under a bullet that no other line has, over its subtitle."""
    title, *rest = drafts[first : first + 2]
    alone = title.mark == "-" and all(draft.mark != "-" for draft in drafts[first + 1 :])
    return alone and title.short and bool(rest) and rest[0].kind is None and _is_dashed(rest[0])


def _is_signed_title(drafts: Sequence[Draft], first: int) -> bool:
    """Whether the first line is the title under a sign: no heading has the same, or one stands right under it."""
    title, rest = drafts[first], [draft for draft in drafts[first + 1 :] if draft.kind is None]
    if title.mark[:1] != SIGN or len(title.text) > _LONGEST:
        return False
    return all(draft.mark != title.mark for draft in rest) or rest[0].mark[:1] == SIGN


def _is_title(draft: Draft) -> bool:
    """Whether the first line of a source is its title; it may ask or cry, which a heading hardly does."""
    text = draft.text
    if draft.mark:
        return draft.mark in _TITLES
    if len(text) >= _CARD and "、" in text and text[-5:].count(" ") == 1 and is_person(text):
        return False  # who speaks below, with all posts
    if "——" in text and _LONGEST < len(text) <= _LONGEST_WITH_SUBTITLE:
        return "。" not in text and not ends(text)
    return len(text) <= _LONGEST and (
        draft.short or is_kicker(text) or (text[-1] in "？！?!" and "。" not in text)
    )


def _is_dashed(draft: Draft) -> bool:
    return draft.text.startswith(_DASHES) and draft.text[-1] != "。"


def _is_report(text: str) -> bool:
    """Whether a line is the report's first, though it lacks its stop: 昨天，县委农村工作会议召开，各地反响热烈."""
    return is_dated(text[:6]) and "，" in text


def _stands_above(draft: Draft) -> bool:
    """Whether a line may stand between the title and the body."""
    return draft.is_aside or (
        draft.kind is None
        and (_is_dashed(draft) or (not draft.mark and draft.short and not _is_report(draft.text)))
        and not is_box(draft.text)
    )
