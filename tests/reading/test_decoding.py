"""Articles come in every encoding that Chinese texts have been saved in, long and short, whole and damaged."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiexplorer.reading import ReadingError, Source, source_of

SIMPLIFIED = (
    "市发改委主任陈立群表示，将认真学习贯彻全会精神，抓好重大项目建设。\n"
    "市财政局局长何秀兰说，要兜牢“三保”底线。\n"
)
TRADITIONAL = "市長陳大文表示，希望讓市民生活更便利。\n經濟部門負責人說，今年產業發展順利，將持續推動改革。\n"
ENGLISH = "The city's first metro line opened on Monday, officials said.\n"


def read_back(data: bytes) -> Source:
    return source_of("article.txt", data)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
        (SIMPLIFIED, "gbk"),
        (SIMPLIFIED, "gb18030"),
        (SIMPLIFIED, "gb2312"),
        (TRADITIONAL, "utf-8"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "big5hkscs"),
        (TRADITIONAL, "gb18030"),
        (TRADITIONAL, "utf-16-le"),
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-32"),
    ],
)
@pytest.mark.parametrize("times", [1, 400], ids=["short", "long"])
def test_an_encoding_is_known_by_its_text(text: str, encoding: str, times: int) -> None:
    assert read_back((text * times).encode(encoding)).text == text * times


@pytest.mark.parametrize("sentence", [SIMPLIFIED[:8], SIMPLIFIED[14:24], SIMPLIFIED[36:52]])
@pytest.mark.parametrize("encoding", ["gbk", "utf-8", "utf-8-sig"])
def test_a_few_characters_are_enough(sentence: str, encoding: str) -> None:
    assert read_back(sentence.encode(encoding)).text == sentence


def test_a_character_beyond_gbk_is_read_in_gb18030() -> None:
    text = SIMPLIFIED + "㐂𠮷\n"
    assert read_back(text.encode("gb18030")).text == text


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_stay_as_they_are(ending: str) -> None:
    text = SIMPLIFIED.replace("\n", ending)
    assert read_back(text.encode()).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_byte_that_fits_none_stays_visible(encoding: str) -> None:
    before, after = (line.encode(encoding) for line in SIMPLIFIED.splitlines())
    text = read_back(before + b"\xff" + after).text
    assert text == SIMPLIFIED.replace("\n", "\ufffd", 1).rstrip("\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030", "big5"])
def test_a_text_cut_in_mid_character_keeps_the_rest(encoding: str) -> None:
    text = read_back((TRADITIONAL * 3).encode(encoding)[:-1]).text
    assert text.startswith(TRADITIONAL * 2)


@pytest.mark.parametrize(
    "data",
    [
        b"\0" * 100,
        bytes(range(256)) * 4,
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(0, 256, 7)) * 50,
        b"PK\x03\x04\x14\0\x06\0" + bytes(range(255, 0, -3)) * 50,
        b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n" + bytes(range(0, 256, 5)) * 50,
    ],
    ids=["zeros", "every byte", "png", "zip", "pdf"],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ReadingError, match="not a text"):
        read_back(data)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.4\n1 0 obj", "a PDF"),
        (b"PK\x03\x04\x14\0", "Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "old Word"),
        (rb"{\rtf1\ansi\ansicpg936 }", "RTF"),
    ],
)
def test_of_what_has_a_text_in_it_the_reader_is_told_how_to_come_by_it(data: bytes, what: str) -> None:
    with pytest.raises(ReadingError, match=rf"not a text but .*{what}.*: save it as text first"):
        read_back(data)


@pytest.mark.parametrize("control", ["\x1b", "\x07", "\x01"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_short_text_may_have_a_few_controls(control: str, encoding: str) -> None:
    text = f"{control}[2J市财政局局长何秀兰说，{control}{control}要兜牢底线。{control}\n"
    assert read_back(text.encode(encoding)).text == text


def test_nothing_is_a_text_too() -> None:
    assert read_back(b"").text == ""


@given(st.binary(max_size=400))
def test_any_bytes_are_a_source_or_refused(data: bytes) -> None:
    with suppress(ReadingError):
        assert isinstance(read_back(data), Source)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_any_text_in_utf_8_comes_back(text: str) -> None:
    assert read_back(text.encode("utf-8-sig")).text == text
