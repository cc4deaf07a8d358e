"""What would steer a terminal is shown, never obeyed."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiexplorer.output import visible
from tuiexplorer.output.gate import UNSEEN

OBEYED = ("Cc", "Cf", "Cs", "Zl", "Zp")

any_text = st.text(st.characters() | st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Mn"]))


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("a\x00b\x7f", "a␀b␡"),
        ("\x9b31m", "�31m"),
        ("第一\u202e行", "第一�行"),
        ("零\u200b宽\u2060度\ufeff", "零�宽�度�"),
        ("名\udcff.txt", "名�.txt"),
        ("两\n行\r\n", "两␊行␍␊"),
        ("\U000e0041", "�"),
        ("e\u0301", "e\u0301"),
        ("Z" + "\u0301" * 6, "Z" + "\u0301" * 4 + "��"),
        ("[b]粗[/b] [@click=app.quit]", "[b]粗[/b] [@click=app.quit]"),
        ("湖北日报，“好”——…·【】", "湖北日报，“好”——…·【】"),
    ],
)
def test_what_would_act_on_the_terminal_is_shown_as_text(hostile: str, shown: str) -> None:
    assert visible(hostile) == shown


def test_lines_are_kept_where_they_are_asked_for() -> None:
    assert visible("一\n二␊\t三", lines=True) == "一\n二␊␉三"


def test_every_character_that_is_obeyed_is_shown() -> None:
    passed = [
        hex(code)
        for code in range(0x110000)
        if unicodedata.category(chr(code)) in OBEYED and visible(chr(code)) == chr(code)
    ]
    assert passed == []


def test_so_is_what_this_python_does_not_know_yet() -> None:
    told = re.findall(f"[{UNSEEN}]", "".join(map(chr, range(0x110000))))
    assert [hex(ord(character)) for character in told if visible(character) == character] == []


@given(any_text)
def test_nothing_obeyed_gets_through_and_offsets_stay_true(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(character) in OBEYED for character in shown)
    assert len(shown) == len(text)
    assert visible(shown) == shown
