"""What was not understood of a source: marked in it, told in words, and gone to one place after the other."""

import re

import pytest

from tests.tui.colours import segments, too_faint
from tests.tui.driving import Driver, article, driving
from tests.tui.snapshots import check
from tuiexplorer import language
from tuiexplorer.tui import themes
from tuiexplorer.tui.page import Line
from tuiexplorer.tui.searchable_pane import SearchablePane

NEXT, PREVIOUS = "right_square_bracket", "left_square_bracket"
CANALS = article(
    "水渠.txt",
    """云州春灌调查

渠水哗哗流进稻田。“我就想把这门手艺传下去，让更多的人喜欢上它。”那人笑了笑，没有再说下去。

一、春灌

省水利厅厅长周敏表示，将科学\ufffd\ufffd，以丰补枯，确保春灌用水，让每一块田都能喝上水，今年再修三十公里渠道。

江海平说：“把渠道修好。”

二、各方

县长王芳说：“路修通了。”云水评级称，全市水价已经连续三年没有上涨。渠水流得很慢。

抗议者要求市政府立即停止修坝。
""",
)
CLEAR = article("通水.txt", "通水典礼\n\n市水利局局长林山说，水渠全线通水。\n")
PONDS = article(
    "鱼塘.txt", "鱼塘改造\n\n县长石二水说，改造完成。\n\n三地渔民联名致信水利部，希望早日公布水质数据。\n"
)
REASONS = [
    "! a quotation for which no speaker was found",
    "! bytes that fit no encoding",
    "江海平 · ? a name without a title · 2 of 3",
    "! a verb of speaking for which no speaker was found",
    "? a demand or a hope that may be someone's words",
]


def page(driver: Driver) -> list[Line]:
    """The lines of the page, in sight or not."""
    pane = driver.app.screen.query_one(SearchablePane)
    return [pane.line_at(y) for y in range(pane.line_count)]


def marked(driver: Driver, role: str) -> list[str]:
    """What has a role on the page, line by line."""
    lines = ("".join(run.text for run in runs if run.role == role) for runs in page(driver))
    return [text for text in lines if text]


def title(driver: Driver) -> list[str]:
    return re.split(r" · | {2,}", driver.lines[0].strip())


async def test_what_was_not_understood_is_marked_where_it_stands() -> None:
    async with driving(CANALS) as driver:
        await driver.press("o", "N")
        assert marked(driver, "match") == ["路修通了"]
        assert marked(driver, "doubt") == [
            "我就想把这门手艺传下去，让更多的人喜欢上它。",
            "\ufffd\ufffd",
            "把渠道修好",
            "云水评级称，全市水价已经连续三年没有上涨。",
            "抗议者要求市政府立即停止修坝。",
        ]
        numbers = [line.split()[0] for line in driver.lines if line.strip()[:2].rstrip("!?").isdecimal()]
        assert [number for number in numbers if not number.isdecimal()] == ["3!", "7!", "9?", "13!", "15?"]


async def test_a_place_on_a_line_that_goes_on_has_its_sign_there() -> None:
    async with driving(CANALS, size=(32, 24)) as driver:
        await driver.press("o", "G", "slash", *"云水评级", "enter")
        (line,) = [line for line in driver.lines if "云水" in line]
        assert line.startswith("   ! 云水评级")
        assert marked(driver, "found-here") == ["云水评级"]


async def test_above_the_source_stands_how_much_was_not_understood() -> None:
    async with driving(CANALS, CLEAR) as driver:
        await driver.press("o")
        assert title(driver) == ["水渠.txt", "! 3 not understood", "? 2 uncertain"]
        await driver.pilot.resize_terminal(40, 12)
        await driver.settle()
        assert driver.lines[0].split() == ["水渠.txt", "!3", "?2"]
        await driver.press("slash", *"水价")
        assert driver.lines[0].split() == ["水渠.txt", "1/1"]
        await driver.press("escape", "escape", "4", "G", "o")
        assert driver.lines[0].split() == ["通水.txt"]


async def test_each_place_is_gone_to_and_its_reason_told() -> None:
    async with driving(CANALS, CLEAR) as driver:
        await driver.press(NEXT)
        places = []
        for _turn in REASONS:
            places.append((title(driver)[1], driver.status.strip(), marked(driver, "match")[0]))
            await driver.press(NEXT)
        numbers, told, words = zip(*places, strict=True)
        assert numbers == ("2/5", "3/5", "4/5", "5/5", "1/5"), (
            "from the statement that is selected on, and round"
        )
        assert list(told) == REASONS[1:] + REASONS[:1]
        assert words[1] == "把渠道修好"
        assert words[2] == "云水评级称，全市水价已经连续三年没有上涨。"
        await driver.press(PREVIOUS, PREVIOUS, PREVIOUS)
        assert driver.status.strip() == REASONS[3]


async def test_in_chinese_too_and_with_the_keys_of_an_input_method() -> None:
    language.use("zh")
    async with driving(CANALS) as driver:
        await driver.press("right_black_lenticular_bracket", "right_corner_bracket")
        assert driver.status.strip() == "江海平 · ? 没有职务或称谓的姓名 · 第 2 条，共 3 条"
        assert title(driver)[-3:] == ["3/5", "! 3 处没读懂", "? 2 处存疑"]
        await driver.press("fullwidth_left_square_bracket")
        assert driver.status.strip() == "! 不合任何编码的字节"


async def test_behind_the_last_place_comes_that_of_the_next_document() -> None:
    async with driving(CANALS, CLEAR, PONDS) as driver:
        await driver.press("o", PREVIOUS, PREVIOUS)
        assert title(driver) == ["鱼塘.txt", "1/1", "? 1 uncertain"]
        assert marked(driver, "match") == ["希望早日公布水质数据。"]
        await driver.press("N")
        assert driver.status.strip() == "石二水 · 1 of 1"
        await driver.press(PREVIOUS)
        assert title(driver)[:2] == ["水渠.txt", "5/5"]


async def test_from_a_place_one_goes_on_to_the_statement_after_or_before_it() -> None:
    async with driving(CANALS) as driver:
        await driver.press(NEXT, NEXT, "n")
        assert driver.status.strip() == "王芳 · 3 of 3"
        await driver.press("g", NEXT, NEXT, "n")
        assert driver.status.strip() == "周敏 · 1 of 3", "round"
        await driver.press(PREVIOUS, "N")
        assert driver.status.strip() == "王芳 · 3 of 3", "round the other way"


async def test_what_stands_at_the_place_is_copied_and_selected_when_the_source_is_left() -> None:
    async with driving(CANALS, CLEAR, PONDS) as driver:
        await driver.press("o", PREVIOUS, PREVIOUS, "y")
        assert "narration" in driver.status
        assert driver.copied.startswith("三地渔民联名致信水利部，希望早日公布水质数据。")
        assert driver.copied.endswith("鱼塘.txt:5")
        await driver.press("escape")
        assert driver.selected.endswith("石二水")


async def test_what_no_one_says_and_one_came_from_stays_selected() -> None:
    told = article("雨.txt", "雨中\n\n一、雨\n\n昨夜下了一场大雨。\n\n二、晴\n\n县长王芳说，天晴了。\n")
    async with driving(CANALS, told) as driver:
        await driver.press("G", "k")
        assert driver.selected == "雨"
        await driver.press("o", "escape")
        assert driver.selected == "雨"


async def test_the_page_of_a_document_tells_how_much_was_not_understood() -> None:
    async with driving(CANALS, CLEAR) as driver:
        await driver.press("4", "g")
        assert "3 not understood · 2 uncertain" in driver.text
        await driver.press(NEXT)
        assert title(driver)[1] == "1/5", "the first of all that stands in it"
        await driver.press("escape", "G")
        assert "1 statement" in driver.text
        assert "not understood" not in driver.text


async def test_a_statement_that_is_uncertain_says_so_on_its_page() -> None:
    async with driving(CANALS) as driver:
        await driver.press("n")
        assert "Doubt    a name without a title" in driver.text
        await driver.press("N")
        assert "Doubt" not in driver.text


async def test_where_all_is_understood_the_keys_say_so() -> None:
    async with driving(CLEAR) as driver:
        await driver.press(NEXT)
        assert driver.status.strip() == "Nothing read so far is in doubt"
        await driver.press("o")
        assert "doubt" not in driver.lines[-1]
        await driver.press(PREVIOUS)
        assert driver.status.strip() == "Nothing read so far is in doubt"


async def test_the_palette_and_the_help_know_it() -> None:
    async with driving(CANALS) as driver:
        await driver.press("ctrl+p", *"doubt", "enter")
        assert driver.status.strip() == REASONS[1]
        assert "] doubt" in driver.lines[-1]
        await driver.pilot.resize_terminal(120, 40)
        await driver.press("question_mark")
        (line,) = [line for line in driver.lines if "not understood (!), or not surely (?)" in line]
        assert line.split()[0] == "]", "without the keys of input methods"
        assert "source.next_doubt" in line


async def test_very_much_that_is_unreadable_is_shown() -> None:
    noise = "\n".join("字\ufffd" * 40 for _line in range(50))
    async with driving(article("坏.txt", f"坏了\n\n县长王芳说，天晴了。\n\n{noise}\n")) as driver:
        await driver.press("o", PREVIOUS)
        assert title(driver)[-2:] == ["2000/2000", "! 2000 not understood"]


@pytest.mark.parametrize("theme", [themes.DARK, themes.LIGHT, "ansi-dark"])
async def test_a_place_can_be_told_without_colour(theme: str) -> None:
    async with driving(CANALS, theme=theme) as driver:
        await driver.press("o")
        (style,) = [style for text, style, _control in segments(driver) if text.startswith("抗议者")]
        assert style
        assert style.underline
        assert not style.reverse


@pytest.mark.no_cover
@pytest.mark.parametrize("theme", [name for name in themes.names() if not name.startswith("ansi")])
async def test_it_stands_out_in_every_theme(theme: str) -> None:
    async with driving(CANALS, theme=theme) as driver:
        await driver.press(NEXT)
        assert too_faint(driver) == {}


@pytest.mark.no_cover
@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_it_looks_as_it_is_kept(size: tuple[int, int]) -> None:
    language.use("zh")
    async with driving(CANALS, CLEAR, size=size) as driver:
        await driver.press(NEXT)
        check(f"doubts-{size[0]}x{size[1]}", driver.text)
