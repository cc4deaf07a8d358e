"""Lines are broken by Chinese rules, and nothing is lost by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tuiexplorer.tui.typeset import missing_marks
from tuiexplorer.tui.wrap import NEVER_FIRST, NEVER_LAST, ellipsize, wrap

TEXT = st.text(alphabet="高质量发展，。“”（）、ABC 12%—…\n\u0301", max_size=60)


def lines(text: str, width: int, indent: int = 0) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width, indent)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("高质量发展", 4, ["高质", "量发", "展"]),
        ("高质，量发展", 4, ["高", "质，", "量发", "展"]),  # no comma first
        ("高（质量）", 4, ["高", "（质", "量）"]),  # no bracket last, none first
        ("“十五五”开局", 6, ["“十五", "五”开", "局"]),
        ("发展5G+网络", 6, ["发展", "5G+网", "络"]),  # a word stays whole
        ("ABCDEFGH", 3, ["ABC", "DEF", "GH"]),  # unless it is longer than a line
        ("one two", 4, ["one", "two"]),  # the blank goes with the break
        ("一\n二", 10, ["一", "二"]),
        ("", 10, [""]),
    ],
)
def test_where_lines_break(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


def test_the_first_line_may_start_further_in() -> None:
    assert lines("高质量发展", 6, indent=4) == ["高", "质量发", "展"]


@given(TEXT, st.integers(2, 30), st.integers(0, 4))
def test_every_character_but_blanks_at_breaks_stands_in_one_line_in_order(
    text: str, width: int, indent: int
) -> None:
    slices = wrap(text, width, indent)
    shown = "".join(text[start:end] for start, end in slices)
    assert shown.replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert all(cell_len(text[start:end]) <= max(width, 2) for start, end in slices)


@given(
    st.text(alphabet="高质量发展，。", min_size=1, max_size=40).map(
        lambda text: "始" + text.replace("，，", "，")
    )
)
def test_no_closing_mark_first_and_no_opening_mark_last(text: str) -> None:
    for line in lines(text, 12)[1:]:
        # A run of marks longer than a line has to be cut somewhere.
        assert line[0] not in NEVER_FIRST or all(
            mark in NEVER_FIRST for mark in text[text.index(line) - 5 :][:5]
        )
    assert not any(line[-1] in NEVER_LAST for line in lines(text, 12)[:-1] if line)


@given(st.text(max_size=30), st.integers(0, 20))
def test_an_ellipsis_never_makes_a_text_too_long(text: str, width: int) -> None:
    printable = "".join(character for character in text if character.isprintable())
    assert cell_len(ellipsize(printable, width)) <= width


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("“甲”乙", ("", "")),
        ("甲”乙", ("“", "")),
        ("甲“乙", ("", "”")),
        ("甲”乙“丙", ("“", "”")),
    ],
)
def test_quotation_marks_are_balanced(text: str, marks: tuple[str, str]) -> None:
    assert missing_marks(text) == marks
