"""What goes down the line: less than what is painted, and the terminal shows the same."""

import pytest
from hypothesis import given, settings

from tests.tui.wire.emulator import Emulator, ambiguous_wide
from tests.tui.wire.painting import HEIGHT, WIDTH, Step, steps_with, written
from tuiexplorer.tui.wire.shown import Shown

SURE = "abc   高质量。ア▾"
AMBIGUOUS = "“”…—·→é①"
DRAWN = "│─▐"
ODD = "☃😀❤\ufe0f\u0301\u200d🏽"  # emoji, and what has no cell of its own: marks, selectors, joiners

ON_GREY = "38;5;253;48;5;233"


def paint(*rows: str, x: int = 0, cursor: str = "\x1b[1;1H") -> str:
    """Rows from the first on, as Textual writes them."""
    return "\n".join(f"\x1b[{y};{x + 1}H{row}" for y, row in enumerate(rows, 1)) + cursor


def styled(text: str, style: str = ON_GREY) -> str:
    return f"\x1b[{style}m{text}\x1b[0m"


@given(steps_with(SURE + AMBIGUOUS + DRAWN + ODD))
@settings(max_examples=60)
def test_the_terminal_shows_what_it_would_show_without(steps: list[Step]) -> None:
    shown, with_it, without = Shown(), Emulator(WIDTH, HEIGHT), Emulator(WIDTH, HEIGHT)
    shown.resized(WIDTH, HEIGHT)
    for data in written(steps):
        without.feed(data)
        with_it.feed(shown.changes(data))
        assert with_it.seen == without.seen


@given(steps_with(SURE + AMBIGUOUS))
@settings(max_examples=60)
def test_where_characters_are_wider_it_does_not_matter_what_was_shown_before(steps: list[Step]) -> None:
    shown, used = Shown(), Emulator(WIDTH, HEIGHT, ambiguous_wide)
    *before, last = written([*steps, steps[-1]._replace(whole=True)])
    for data in [*before, last]:
        used.feed(shown.changes(data))
    fresh = Emulator(WIDTH, HEIGHT, ambiguous_wide)
    fresh.feed(Shown().changes(last))
    assert used.seen == fresh.seen


@given(steps_with(SURE + AMBIGUOUS))
def test_what_is_painted_twice_is_sent_once(steps: list[Step]) -> None:
    shown = Shown()
    for data in written(steps):
        shown.changes(data)
        assert shown.changes(data) == ""


@pytest.mark.parametrize(
    ("before", "after", "sent"),
    [
        ("甲说，一切照旧。", "甲说，一切如常。", "\x1b[1;11H如常\x1b[1H"),
        ("one", "ane", "\x1b[1Ha\x1b[1H"),
        ("one and two", "one     two", "\x1b[1;5H   \x1b[1H"),
        ("a    b    c", "x    b    z", "\x1b[1Hx\x1b[9Cz\x1b[1H"),
        ("甲 and 乙", "丙 and 丁", "\x1b[1H丙\x1b[5C丁\x1b[1H"),
        ("ab高cd", "abxycd", "\x1b[1;3Hxy\x1b[1H"),
        ("a高高b", "高高ab", "\x1b[1H高高a\x1b[1H"),
    ],
)
def test_only_cells_that_differ_are_sent_and_no_wide_one_is_cut(before: str, after: str, sent: str) -> None:
    shown = Shown()
    shown.changes(paint(before))
    assert shown.changes(paint(after)) == sent


def test_half_a_wide_character_that_was_painted_over_comes_again_whole() -> None:
    shown = Shown()
    shown.changes(paint("甲乙"))
    shown.changes(paint("a", x=1))
    assert shown.changes(paint("甲乙")) == "\x1b[1H甲\x1b[1H"


def test_of_a_style_only_that_is_sent_which_changes() -> None:
    painted = paint(
        styled("甲") + styled("乙", f"1;{ON_GREY}") + styled("丙") + styled("   ", "38;5;74;48;5;233")
    )
    assert Shown().changes(painted) == "\x1b[1H\x1b[38;5;253;48;5;233m甲\x1b[1m乙\x1b[22m丙   \x1b[m\x1b[1H"


def test_the_cursor_alone_is_moved_alone() -> None:
    shown = Shown()
    shown.changes(paint("甲"))
    assert shown.changes(paint("甲", cursor="\x1b[2;7H")) == "\x1b[2;7H"


def test_what_stands_behind_characters_of_unsure_width_is_sent_with_them() -> None:
    shown = Shown()
    shown.changes(paint("甲“乙丙丁戊"))
    assert shown.changes(paint("甲“乙丙己戊")) == "\x1b[1;3H“乙丙己戊\x1b[1H"


def test_where_characters_are_wider_panes_stay_in_line_and_nothing_said_is_lost() -> None:
    terminal = Emulator(24, 2, ambiguous_wide)
    terminal.feed(Shown().changes(paint("甲“乙”  12▐│ 正文", "丙丁      34▐│ “正文”")))
    assert terminal.text == ["甲“乙”12▐  正文", "丙丁      34▐  “正文”"]


@pytest.mark.parametrize(
    "data",
    [
        "\x1b[?2026h",
        "\x1b[?2026l",
        "\x1b[?25l\x1b[?7l",
        "\x1b[?2026$p",
        "\x1b]52;c;55Sy\x07",
        "\x1b]22;pointer\x07",
        "\x07",
    ],
)
def test_what_draws_nothing_passes_untouched_and_nothing_is_forgotten(data: str) -> None:
    shown = Shown()
    shown.changes(paint("甲"))
    assert shown.changes(data) == data
    assert shown.changes(paint("甲")) == ""


@pytest.mark.parametrize(
    "data",
    [
        "\x1b[?1049l",
        "\x1b[?1049h",
        "\x1b[2J",
        "\x1bc",
        "\x1b[H",
        "words\r\n",
        "\x1b[1;1Hno cursor behind it",
        "\x1b[1;1Hone\ntwo\x1b[1;1H",
        "\x1b[1;1H\x1b[1mone\x1b[31mtwo\x1b[0m\x1b[1;1H",
        "\x1b[1;1H\x1b]8;;file\x1b\\link\x1b]8;;\x1b\\\x1b[1;1H",
        "\x1b[1;1Ha\tb\x1b[1;1H",
    ],
)
def test_what_is_not_understood_passes_untouched_and_all_is_forgotten(data: str) -> None:
    shown, fresh = Shown(), Shown()
    shown.changes(paint("甲", "乙"))
    assert shown.changes(data) == data
    assert shown.changes(paint("甲", "乙")) == fresh.changes(paint("甲", "乙"))


def test_a_terminal_of_another_size_is_sent_all() -> None:
    shown = Shown()
    shown.resized(80, 24)
    whole = shown.changes(paint("甲", "乙"))
    shown.resized(79, 24)
    assert shown.changes(paint("甲", "乙")) == whole


@pytest.mark.parametrize("rows", [["123456789"], ["1", "2", "3"]])
def test_what_is_painted_beyond_the_terminal_passes_untouched(rows: list[str]) -> None:
    shown = Shown()
    shown.resized(8, 2)
    whole = shown.changes(paint("1", "2"))
    assert shown.changes(paint(*rows)) == paint(*rows)
    assert shown.changes(paint("1", "2")) == whole
