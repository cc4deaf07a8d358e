"""Browsing: the tree, the detail, the four groupings, links."""

import re
from collections.abc import Callable, Iterator

import pytest
from textual import screen
from textual.events import Key
from textual.widgets import Input

from tests.tui.driving import article, driving, rows, seed
from tuiexplorer.loading import Loaded
from tuiexplorer.reading import ReadingError
from tuiexplorer.tui import explorer, outline
from tuiexplorer.tui.detail_pane import DetailPane
from tuiexplorer.tui.library import key_of
from tuiexplorer.tui.messages import KeywordsFound
from tuiexplorer.tui.typeset import Link, Section

HEARING = """听证会听取各方意见

一、加快科技创新

甲市科技局局长王小明表示，将加快科技创新，建设实验室。
乙市财政局局长李大年说，将保障科技投入，优化支出结构。

二、改善民生服务

甲市科技局副局长赵一凡表示，将推动服务进社区，让群众满意。
"""
FOLLOW_UP = """发布会回应关切

一、回应群众关切

甲市科技局局长王小明表示，将继续改进服务，回应群众关切。
"""


async def test_the_first_look_tells_what_is_here() -> None:
    async with driving() as driver:
        assert "31 statements + 2 collective" in driver.status
        assert "5 themes" in driver.status
        assert [row for row in rows(driver) if row.startswith(("▸", "▾"))] == [
            "▸ 锚定推动五个“高” 团结一心建支… +2",
            "▾ 坚定不移推动高质量发展  8",
            "▸ 坚定不移创造高品质生活  8",
            "▸ 坚定不移推进高水平开放  6",
            "▸ 坚定不移促进高效能治理  5",
            "▸ 坚定不移筑牢高水平安全  4",
        ]
        assert driver.selected == "省发改委 鲁宇清"
        assert "党组书记" in driver.text


@pytest.mark.parametrize("page", ["question_mark", "o", "s", "slash"])
async def test_control_c_says_how_to_quit_wherever_one_is(page: str) -> None:
    async with driving(size=(40, 12)) as driver:
        await driver.press(page, "ctrl+c")
        assert "Ctrl-C again quits; in the tree, q too" in driver.text


@pytest.mark.parametrize("keys", [["o"], ["m", "M"], ["s"], ["question_mark"], ["slash", "q"]])
async def test_the_way_back_is_offered_in_the_narrowest_terminal(keys: list[str]) -> None:
    async with driving(size=(24, 12)) as driver:
        await driver.press(*keys)
        assert "Esc" in driver.lines[-1]


async def test_of_a_theme_in_which_no_one_speaks_alone_only_what_all_say_is_counted() -> None:
    async with driving() as driver:
        await driver.press("g")
        assert "│ 2 collective" in driver.text


@pytest.mark.parametrize(
    ("keys", "selected"),
    [
        (["j"], "黄石市西塞山区 晏勇"),
        (["down", "k"], "省发改委 鲁宇清"),
        (["g"], "锚定推动五个“高” 团结一心建支点"),
        (["G"], "坚定不移筑牢高水平安全"),
        (["home", "end"], "坚定不移筑牢高水平安全"),
        (["h"], "坚定不移推动高质量发展"),
        (["left", "left", "j"], "坚定不移创造高品质生活"),
        (["h", "l", "right"], "省发改委 鲁宇清"),
        (["h", "space", "j"], "坚定不移创造高品质生活"),
        (["h", "enter", "down"], "坚定不移创造高品质生活"),
        (["G", "l", "l"], "省发改委 易俊东"),
        (["e", "G"], "中国石化湖北石油分公司 纪海平"),
        (["E"], "坚定不移推动高质量发展"),
        (["n"], "黄石市西塞山区 晏勇"),
        (["j", "N"], "省发改委 鲁宇清"),
        (["g", "ctrl+d"], "坚定不移创造高品质生活"),
        (["G", "ctrl+u"], "黄石市西塞山区 晏勇"),
        (["g", "pagedown"], "坚定不移筑牢高水平安全"),
        (["G", "pageup"], "锚定推动五个“高” 团结一心建支点"),
    ],
)
async def test_moving_in_the_tree(keys: list[str], selected: str) -> None:
    async with driving() as driver:
        await driver.press(*keys)
        assert driver.selected == selected


@pytest.mark.parametrize(
    ("key", "selected", "first"),
    [
        ("1", "省财政厅 吴静", "▸ 锚定推动五个“高” 团结一心建支… +2"),
        ("2", "省财政厅 吴静", "▸ 省发改委  2"),
        ("3", "吴静 省财政厅", "  鲁宇清  省发改委 党组书记"),
        ("4", "省财政厅 吴静", "▾ 锚定推动五个“高” 团结一心建… 31+2"),
    ],
)
async def test_another_grouping_keeps_the_statement_selected(key: str, selected: str, first: str) -> None:
    async with driving() as driver:
        await driver.press(*"jjjjjjj", key)
        assert driver.selected == selected
        await driver.press("g")
        assert rows(driver)[0] == first
        assert "31 statements" in driver.status


async def test_a_speaker_or_agency_of_several_documents_is_one_node() -> None:
    async with driving(article("a.txt", HEARING), article("b.txt", FOLLOW_UP)) as driver:
        await driver.press("3", "g")
        speakers = [row for row in rows(driver) if "王小明" in row]
        assert speakers == ["▾ 王小明  甲市科技局 2"]
        await driver.press("2", "g")
        assert [row for row in rows(driver) if "甲市科技局" in row] == ["▾ 甲市科技局  3"]


NESTED = """# 代表谈发展

## 经济

### 财政

甲市财政局局长石一山表示，将优化支出结构。

### 金融

甲市金融局局长林小雨说，将防范风险。

## 社会

### 教育

甲市教育局局长李大年表示，将扩大学位供给。
"""


async def test_headings_below_one_another_are_a_tree_and_all_are_counted() -> None:
    async with driving(article("a.md", NESTED)) as driver:
        await driver.press("e")
        themes = ["▾ 经济  2", "  ▾ 财政  1", "  ▾ 金融  1", "▾ 社会  1", "  ▾ 教育  1"]
        assert [row for row in rows(driver) if "▾" in row] == themes
        assert "5 themes" in driver.status
        assert "经济 › 财政" in driver.text
        await driver.press("4", "e")
        assert [row for row in rows(driver)[1:] if "▾" in row] == [f"  {theme}" for theme in themes]


async def test_a_heading_above_others_is_found_and_marked() -> None:
    async with driving(article("a.md", NESTED)) as driver:
        await driver.press("slash", *"theme:经济", "enter")
        assert "2 of 3 statements" in driver.status
        pane = driver.explorer.tree_pane
        assert [run.text for run in pane.line_at(0) if run.role == "match"] == ["经济"]


async def test_the_detail_says_who_where_and_in_which_words() -> None:
    async with driving(size=(120, 40)) as driver:
        await driver.press(*"jj")
        for words in (
            "严天文",
            "省生态环境厅 党组书记、厅长",
            "将牢固树立和践行",
            "坚定不移推动高质量发展",
            "seeds/seed.txt:29",
        ):
            assert words in driver.text


async def test_posts_without_an_agency_are_told_apart_too() -> None:
    told = article("a.txt", "会谈\n\n一、会谈\n\n国务委员兼外交部长石一山表示，将扩大合作。\n")
    async with driving(told) as driver:
        assert "国务委员、外交部长" in driver.text


async def test_a_file_without_a_word_says_so() -> None:
    async with driving(article("empty.txt", "\n")) as driver:
        assert "empty.txt: nothing in it" in driver.text


async def test_of_files_that_are_not_read_the_first_is_told_with_its_reason() -> None:
    def loader(_cancelled: Callable[[], bool]) -> Iterator[Loaded]:
        yield Loaded(seed(), 1, 3)
        for done, name in enumerate(["a.txt", "b.txt"], 2):
            yield Loaded(ReadingError(name, "not a text"), done, 3)

    async with driving(loader=loader) as driver:
        assert driver.status.split("  ")[0] == " a.txt: not a text"
        assert driver.status.endswith("2 files not read")
        assert "u not read" in driver.lines[-1]
        await driver.press("u")
        assert [line.strip() for line in driver.lines[:3]] == [
            "2 files not read",
            "a.txt: not a text",
            "b.txt: not a text",
        ]
        await driver.press("escape")
        assert driver.focused == "tree"


async def test_a_file_of_a_title_alone_says_so() -> None:
    async with driving(article("title.txt", "山城要闻\n")) as driver:
        assert "title.txt: no text below its title" in driver.text


async def test_a_file_in_which_no_one_speaks_shows_what_it_tells_and_says_so() -> None:
    async with driving(article("a.txt", "小镇的银杏黄了，游人如织。\n"), size=(200, 50)) as driver:
        assert "小镇的银杏黄了" in driver.text
        assert "narration only: no one speaks here" in driver.text
        await driver.press("2")
        assert "No one speaks in what was read. 1 shows what is told." in driver.text


async def test_a_group_shows_an_overview() -> None:
    async with driving(size=(120, 40), keywords=True) as driver:
        await driver.press("h")
        for words in (
            "推动发展能级、发展速度、发展质效、发展后劲整体提升",  # the slogan
            "高质量发展是新时代的硬道理",  # what the reporter tells
            "Who speaks",
            "→ 鲁宇清",
            "Keywords",
            "━",
        ):
            assert words in driver.text


@pytest.mark.parametrize(
    ("articles", "told"),
    [
        (1, "… 40 more passages: see the source"),
        (2, "… 160 more passages: see each document"),
    ],
)
async def test_an_overview_ends_where_no_one_reads_on_and_says_what_is_left(articles: int, told: str) -> None:
    long = "\n".join(f"第{n:03}天，银杏黄了，{'游人如织，' * 9}很热闹。" for n in range(120))
    assert len(long) == 120 * 61 - 1  # three lines a passage, eighty of which are shown
    said = "\n甲市旅游局局长王小明表示，将加快旅游发展。\n"
    documents = (article(f"{n}.txt", f"小镇\n\n一、秋天\n\n{long}{said}") for n in range(articles))
    async with driving(*documents, size=(120, 40)) as driver:
        await driver.press("g", "tab", "G")
        assert told in driver.text
        assert "→ 王小明" in driver.text


async def test_without_keywords_nothing_is_looked_for() -> None:
    async with driving(size=(120, 40), keywords=False) as driver:
        await driver.press("h")
        assert "Who speaks" in driver.text
        assert "Keywords" not in driver.text
        await driver.press("s", "G")
        assert "Keywords" not in driver.text
        assert not any(worker.name == "keywords" for worker in driver.app.workers)


async def test_what_was_said_elsewhere_is_a_link_to_follow_and_to_come_back_from() -> None:
    async with driving(article("a.txt", HEARING), article("b.txt", FOLLOW_UP)) as driver:
        assert driver.selected == "甲市科技局 王小明"
        assert "The same speaker" in driver.text
        await driver.press("enter", "j", "enter")
        assert "将继续改进服务" in driver.text
        assert driver.selected == "甲市科技局 王小明"
        await driver.press("backspace")
        assert "将加快科技创新" in driver.text


async def test_keys_that_come_at_once_are_for_the_page_of_what_they_selected(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(screen, "UPDATE_PERIOD", 1.0)  # faster than anything is painted
    async with driving(article("a.txt", HEARING), article("b.txt", FOLLOW_UP)) as driver:
        await driver.press("j")
        assert driver.selected == "乙市财政局 李大年"
        for key in ("up", "down", "up", "enter", "down", "enter"):
            driver.app.post_message(Key(key, None))
        await driver.settle()
        assert "b.txt:" in driver.text


async def test_links_under_one_long_heading_are_told_apart_by_their_words() -> None:
    said = ("要保障供水", "要保障供电", "要保障供暖")
    told = "\n\n".join(f"县水务局局长王小明指出，{words}。" for words in said)
    long = article(
        "a.txt", f"全县供应工作\n\n一、县里召开今冬明春城乡居民生活保障供应工作调度推进会议\n\n{told}\n"
    )
    async with driving(long, size=(80, 24)) as driver:
        for words in said[1:]:
            assert re.search(f"→ .*… +{words}", driver.text)


@pytest.mark.parametrize(("remembered", "reached"), [(2, False), (3, True)])
async def test_the_way_back_goes_over_the_last_links_followed(
    remembered: int, reached: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(explorer, "WAYS_BACK", remembered)
    async with driving(article("a.txt", HEARING), article("b.txt", FOLLOW_UP), keywords=False) as driver:
        start = driver.explorer.spot()
        await driver.press("enter")
        for _link in range(3):
            await driver.press("j", "enter")
        await driver.press("backspace", "backspace", "backspace")
        assert (driver.explorer.spot() == start) is reached


async def test_a_theme_in_which_no_one_speaks_does_not_offer_to_be_opened() -> None:
    silent = HEARING + "\n三、其他事项\n\n会场当天座无虚席，门外还有人排队等候。\n"
    async with driving(article("a.txt", silent)) as driver:
        await driver.press("G")
        assert rows(driver)[-1] == "  其他事项"
        await driver.press("l")
        assert driver.focused == "detail"
        assert "座无虚席" in driver.text


async def test_the_selected_statement_can_be_read_on_the_whole_screen() -> None:
    async with driving() as driver:
        await driver.press("z")
        assert "▾" not in driver.text
        assert "鲁宇清" in driver.text
        await driver.press("z")
        assert "▾" in driver.text


async def test_the_split_moves() -> None:
    async with driving() as driver:
        before = driver.explorer.tree_pane.size.width
        await driver.press("plus")
        wider = driver.explorer.tree_pane.size.width
        await driver.press("minus", "minus")
        assert driver.explorer.tree_pane.size.width < before < wider


@pytest.mark.parametrize("size", [(80, 24), (50, 12)])
async def test_tab_goes_round_the_panes_also_where_there_is_room_for_one(size: tuple[int, int]) -> None:
    async with driving(size=size) as driver:
        seen = []
        for _turn in range(3):
            await driver.press("tab")
            seen.append(driver.focused)
        assert seen == ["detail", "search", "tree"]


async def test_the_keys_never_go_to_a_pane_that_the_zoom_hides() -> None:
    async with driving() as driver:
        await driver.press("z", "tab")
        assert (driver.focused, "▾" in driver.text) == ("search", True)
        await driver.press("down", "z", "shift+tab")
        assert (driver.focused, "▾" in driver.text) == ("tree", True)
        await driver.press("z", "s", "enter")  # to the statements of a bar
        assert (driver.focused, "▾" in driver.text) == ("tree", True)


async def test_the_mouse_works_and_is_not_needed() -> None:
    async with driving() as driver:
        await driver.pilot.click("#tree", offset=(6, 3))
        await driver.settle()
        assert driver.selected == "黄石市西塞山区 晏勇"
        await driver.pilot.click("#tree", offset=(2, 10))
        await driver.settle()
        assert driver.selected == "坚定不移创造高品质生活"
        assert "省人社厅" in driver.text


async def test_the_status_line_is_never_of_something_that_is_over() -> None:
    async with driving() as driver:
        await driver.press("r")
        assert "Read again" in driver.status
        assert "reading" not in driver.status
        await driver.press("slash", *"鲁宇清", "enter")
        assert "1 of 31 statements" in driver.status
        await driver.press("y", "escape")
        assert "31 statements + 2" in driver.status


async def test_the_source_is_shown_at_the_statement() -> None:
    async with driving() as driver:
        await driver.press("j", "j", "o")
        assert "省生态环境厅党组书记、厅长严天文表示" in driver.text
        assert driver.text.index("29  ") > 0
        await driver.press("n")
        assert "冯艳飞" in driver.status
        await driver.press("escape")
        assert driver.selected == "省科技厅 冯艳飞"


async def test_above_the_source_a_long_path_keeps_its_end() -> None:
    told = article("a-folder-with-a-long-name/another/水厂.txt", "水厂\n\n甲市市长林山说，水厂将供水。\n")
    async with driving(told, size=(40, 12)) as driver:
        await driver.press("o")
        assert driver.lines[0] == "  …/another/水厂.txt"
        await driver.press("slash", "水")
        assert driver.lines[0].split() == ["…/another/水厂.txt", "1/3"]


async def test_the_source_numbers_what_everybody_says_apart() -> None:
    async with driving() as driver:
        await driver.press("o")
        assert driver.status.strip() == "鲁宇清 · 1 of 31"
        await driver.press("N")
        assert driver.status.strip().endswith("collective · 2 of 2")


async def test_every_page_has_a_help_of_its_own() -> None:
    async with driving() as driver:
        await driver.press("o", "question_mark")
        assert "Go to the next statement in the source" in driver.text
        await driver.press("question_mark")
        assert "鲁宇清" in driver.text
        await driver.press("escape")
        assert driver.focused == "tree"


async def test_the_statistics_tell_the_words_that_stand_out() -> None:
    async with driving(size=(80, 24), keywords=True) as driver:
        await driver.press("s", "G")
        assert "Keywords" in driver.text


async def test_the_statistics_are_of_what_is_searched_for() -> None:
    async with driving(size=(80, 24)) as driver:
        await driver.press("s")
        assert "Statistics · 31 statements" in driver.lines[0]
        await driver.press("G")
        assert "Statements by agency · the first 12 of 32" in driver.text
        await driver.press("escape", "slash", *"鲁宇清|严天文", "enter", "s")
        assert "Statistics · 2 statements, found by “鲁宇清|严天文”" in driver.lines[0]
        assert "坚定不移推动高质量发展" in driver.text
        assert "坚定不移创造高品质生活" not in driver.text


async def test_words_are_taken_away_from_the_source_too() -> None:
    async with driving() as driver:
        await driver.press("o", "n", "y")
        assert "晏勇" in driver.copied
        assert "Copied quote with source of 晏勇" in driver.status
        await driver.press("m", "escape")
        assert "  ✓ 黄石市西塞山区 区委书记  晏勇" in rows(driver)


def test_the_seed_is_what_these_tests_think() -> None:
    assert len(list(seed().statements())) == 33


@pytest.mark.parametrize("key", ["question_mark", "o", "s", "M"])
async def test_two_keys_that_leave_a_page_leave_it_once(key: str) -> None:
    async with driving() as driver:
        await driver.press(key)
        pane = driver.app.screen.query_one(DetailPane)
        for _ in range(2):  # as when the second key comes before the first is done
            pane.post_message(DetailPane.Left())
        await driver.settle()
        assert driver.app.screen is driver.explorer


async def test_enter_twice_in_the_palette_carries_out_one_command() -> None:
    async with driving() as driver:
        await driver.press("ctrl+p", *"statistics")
        bar = driver.app.screen.query_one(Input)
        for _ in range(2):
            bar.post_message(Input.Submitted(bar, bar.value))
        await driver.settle()
        assert len(driver.app.screen_stack) == 2
        await driver.press("escape")
        assert driver.app.screen is driver.explorer


async def test_what_is_found_out_too_late_about_an_earlier_reading_is_not_shown() -> None:
    async with driving(size=(80, 40)) as driver:
        node = driver.explorer.tree_pane.selected
        assert node is not None
        key = key_of(node.entry)
        for number in (driver.explorer.background.round, 0):
            link = Link(key, "甲", f"reading {number}")
            driver.explorer.post_message(KeywordsFound(number, key, (), (Section("Late", (link,)),)))
        await driver.settle()
        assert "reading 1" in driver.text


@pytest.mark.parametrize("grouping", "234")
async def test_of_many_hits_the_next_key_is_for_the_other_grouping(
    grouping: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    selected = []
    for at_once in (outline.AT_ONCE, 0):
        monkeypatch.setattr(outline, "AT_ONCE", at_once)
        async with driving(article("a.txt", HEARING), article("b.txt", FOLLOW_UP)) as driver:
            await driver.press("slash", *"科技", "enter")
            await driver.press(grouping, "g", "j")
            selected.append(driver.selected)
    assert selected[0] == selected[1]


async def test_all_groups_of_many_are_opened_beside_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outline, "AT_ONCE", 0)
    async with driving(article("a.txt", HEARING)) as driver:
        await driver.press("E", "g")
        closed = rows(driver)
        await driver.press("e")
        assert len(rows(driver)) == len(closed) + 3
        assert not any(row.lstrip().startswith("▸") for row in rows(driver))
        await driver.press("E")
        assert rows(driver) == closed
        await driver.press("e", "E")
        assert rows(driver) == closed
