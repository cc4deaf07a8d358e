"""What the tree says in the room that it has: the best first, whole or with an ellipsis."""

from collections.abc import Iterator

import pytest
from rich.cells import cell_len

from tests.tui.driving import article, driving, rows, seed
from tuiexplorer.model import Document
from tuiexplorer.tui.groups import Grouping
from tuiexplorer.tui.labels import label
from tuiexplorer.tui.outline import leaves, outline
from tuiexplorer.tui.overview import GroupView, overview
from tuiexplorer.tui.page import Run, cut, line, paragraph
from tuiexplorer.tui.status_line import StatusLine, joined
from tuiexplorer.tui.tabs import tabs


def leaf(grouping: Grouping, width: int, speaker: str = "严天文", told: Document | None = None) -> str:
    """The line of a statement, of the seed unless another article is ``told``."""
    found = next(
        each
        for each in leaves(outline(grouping, (told or seed()).entries()))
        if speaker in (each.label, each.aside)
    )
    return "".join(run.text for run in label(found, width, is_open=False))


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (22, "    省生态环境… 严天文"),
        (30, "    省生态环境厅        严天文"),
        (40, "    省生态环境厅 党组书记、厅长   严天文"),
        (70, "    省生态环境厅 党组书记、厅长         严天文  将牢固树立和践行绿水…"),
    ],
)
def test_a_statement_under_its_theme(width: int, line: str) -> None:
    assert leaf(Grouping.THEMES, width) == line


@pytest.mark.parametrize(
    ("width", "line"),
    [(28, "  严天文        省生态环境厅"), (38, "  严天文   省生态环境厅 党组书记、厅长")],
)
def test_a_statement_under_its_speaker(width: int, line: str) -> None:
    assert leaf(Grouping.SPEAKERS, width) == line


@pytest.mark.parametrize(
    ("grouping", "width", "line"),
    [(Grouping.THEMES, 24, "    甲市…  买买提·吐尔逊"), (Grouping.SPEAKERS, 22, "  买买提·吐尔逊  甲市…")],
)
def test_in_a_narrow_tree_the_agency_gives_way_before_the_speaker(
    grouping: Grouping, width: int, line: str
) -> None:
    text = "会议\n\n一、发展\n\n甲市水利局局长买买提·吐尔逊表示，将修好水渠。\n"
    assert leaf(grouping, width, "买买提·吐尔逊", article("a.txt", text)) == line


@pytest.mark.parametrize("width", [12, 60, 100])
def test_who_has_no_name_is_called_by_the_post_and_no_post_is_said_beside_it(width: int) -> None:
    text = "会议\n\n一、发展\n\n甲市水利局有关负责人表示，将修好水渠。\n"
    for grouping in (Grouping.THEMES, Grouping.SPEAKERS):
        assert leaf(grouping, width, "有关负责人", article("a.txt", text)).count("负责人") <= 1


@pytest.mark.parametrize("width", range(20, 30))
def test_how_much_a_group_holds_ends_its_line_however_long_its_name(width: int) -> None:
    tree = outline(Grouping.THEMES, seed().entries())
    for group in tree.children:
        line = "".join(run.text for run in label(group, width, is_open=False))
        assert cell_len(line) == width
        assert line[-1].isdigit()


def test_of_an_agency_s_statements_each_says_the_post_of_its_speaker() -> None:
    tree = outline(Grouping.AGENCIES, seed().entries())
    one = tree.children[0].children[1]
    shown = "".join(run.text for run in label(one, 88, is_open=False))
    assert shown.startswith("    党组成员                            易俊东  “十四五”时期")


def test_of_a_speaker_s_statements_each_says_its_theme_before_the_words() -> None:
    text = "会议\n\n一、加快发展\n\n甲市市长林山说，要快。\n\n二、保护水源\n\n甲市市长林山说，要清。\n"
    tree = outline(Grouping.SPEAKERS, article("a.txt", text).entries())
    lines = [label(one, 70, is_open=False) for one in tree.children[0].children]
    assert ["".join(run.text for run in line).split() for line in lines] == [
        ["加快发展", "要快"],
        ["保护水源", "要清"],
    ]
    assert {"".join(run.text for run in line).index("要") for line in lines} == {44}


class Walked(list[tuple[int, int]]):
    """Ranges that count how often all of them are looked at."""

    walks = 0

    def __iter__(self) -> Iterator[tuple[int, int]]:
        self.walks += 1
        return super().__iter__()


def test_what_is_marked_in_a_long_text_is_looked_at_once_not_for_each_of_its_lines() -> None:
    ranges = Walked((at, at + 2) for at in range(0, 9_000, 6))
    lines = paragraph("要守护安全，" * 1_500, 40, marks=[("match", ranges)])
    assert len(lines) > 400
    assert sum(run.role == "match" for line in lines for run in line) >= 1_500
    assert ranges.walks <= 2


@pytest.mark.parametrize("grouping", Grouping)
@pytest.mark.parametrize("width", range(12, 130, 7))
def test_no_line_is_longer_than_its_room(grouping: Grouping, width: int) -> None:
    tree = outline(grouping, seed().entries(), narrated=True)
    for each in leaves(tree):
        runs = label(each, width, is_open=False)
        assert sum(cell_len(run.text) for run in runs) <= width


@pytest.mark.parametrize(
    ("width", "shown"), [(9, "省财政厅"), (8, "省财政厅"), (7, "省财政…"), (5, "省财…"), (4, "省…")]
)
def test_what_is_left_out_is_told_also_where_a_run_ends(width: int, shown: str) -> None:
    assert "".join(run.text for run in cut((Run("省财"), Run("政厅", "match")), width)) == shown


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (26, " 1 主题  2 单位  3 发言人 "),
        (25, "1 主题 2 单位 3 发言人"),
        (22, "1 主题 2 单位 3 发言人"),
        (21, "1主题 2单位 3发言人"),
        (19, "1主题 2单位 3发言人"),
        (18, "1 2 单位 3"),
        (10, "1 2 单位 3"),
        (9, "1 2单位 3"),
    ],
)
def test_the_groupings_give_way_but_not_the_one_in_force(width: int, shown: str) -> None:
    assert (
        "".join(run.text for tab in tabs(["主题", "单位", "发言人"], 1, "tab", width) for run in tab) == shown
    )


def test_words_that_are_used_once_each_have_no_bars() -> None:
    group = next(iter(outline(Grouping.AGENCIES, seed().entries()).children))
    once, often = (
        ["".join(run.text for run in runs) for runs in overview(GroupView(group, words), 40).lines]
        for words in ([("粮食", 1), ("保障", 1)], [("粮食", 2), ("保障", 1)])
    )
    assert once[-1] == "粮食 · 保障"
    assert often[-2:] == ["粮食 " + "━" * 24 + " 2", "保障 " + "━" * 12 + " 1"]


@pytest.mark.parametrize(
    ("width", "shown"),
    [(30, "31 statements · 5 themes"), (29, "31 statements · 5 themes"), (24, "31 statements")],
)
def test_the_status_line_says_no_half_of_a_number(width: int, shown: str) -> None:
    bar = StatusLine()
    bar.put(joined(line((part, "quiet")) for part in ("31 statements", "5 themes", "300 docs")))
    assert "".join(run.text for run in bar.runs(width)[0]) == shown


def test_a_warning_in_the_status_line_is_rather_cut_than_not_said() -> None:
    bar = StatusLine()
    told = joined([line(("0 of 31 statements", "quiet")), line(("foo: no such field", "warning"))])
    bar.put(told)
    assert bar.runs(20)[0] == told


async def test_a_click_on_a_grouping_groups_so() -> None:
    async with driving() as driver:
        for x, first in ((14, "省发改委"), (24, "鲁宇清"), (2, "锚定推动五个“高”")):
            await driver.pilot.click("#tree-title", offset=(x, 0))
            await driver.settle()
            assert rows(driver)[0].lstrip("▸▾ ").startswith(first)


async def test_what_the_empty_search_bar_says_has_room() -> None:
    async with driving(size=(40, 15)) as driver:
        assert "Search: name, agency, words, pinyin" in driver.lines[0]
        await driver.press("s", "j", "enter")
        assert driver.lines[0].rstrip().endswith("… (Esc: everything)")


async def test_the_footer_offers_enter_and_escape_for_what_they_do() -> None:
    async with driving() as driver:
        await driver.press("z")
        assert "Esc tree" in driver.lines[-1]
        await driver.press("z", "slash", *"鲁宇清")
        assert "Enter best hit" in driver.lines[-1]
        await driver.press("ctrl+u", *"龘龘龘")
        assert "best hit" not in driver.lines[-1]


async def test_in_a_wide_tree_a_search_shows_its_matches_in_their_context() -> None:
    async with driving(size=(200, 50)) as driver:
        await driver.press("slash", *"消费", "enter")
        tree = driver.explorer.tree_pane
        marked = [
            {run.text for run in tree.line_at(y) if run.role == "match"} for y in range(tree.line_count)
        ]
        assert marked.count({"消费"}) == 4


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_lines_of_text_are_no_longer_than_the_eye_can_follow(size: tuple[int, int]) -> None:
    async with driving(size=size) as driver:
        await driver.press("z")
        pane = driver.explorer.detail
        assert max(sum(cell_len(run.text) for run in pane.line_at(y)) for y in range(pane.line_count)) <= 81


async def test_of_a_group_in_which_no_one_speaks_nothing_is_counted() -> None:
    text = "会议召开\n\n一、会场\n\n会场当天座无虚席，门外还有人排队等候。\n\n二、讲话\n\n市长林山说，要修水厂。\n"
    async with driving(article("a.txt", text)) as driver:
        await driver.press("slash", *"座无虚席")
        assert rows(driver)[0] == "▾ 会场"
