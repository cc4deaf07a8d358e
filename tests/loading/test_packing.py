"""Packed documents: the same when unpacked, whatever the file looks like, and without the words that stand in it."""

import pytest

from tuiexplorer.loading.packing import pack, unpack
from tuiexplorer.model import Document, parse
from tuiexplorer.reading import source_of

PLAIN = """乙县召开防汛会

一、加固堤防

会议室里坐满了人。
乙县水利局局长周小川表示，“堤防要加固。”他说，泵站也要检修。
"""
WRAPPED = """乙县召开防汛会

    乙县水利局局长周小川表示，堤防要在汛期到来以前全部
加固一遍，泵站也要检修。会后，各乡镇负责人一起察看了三处
险工险段和两座泵站。
"""
SPEECH = """乙县召开防汛会

周小川说：

“堤防要加固。

“泵站也要检修。”
"""


def document(text: str, encoding: str, name: str) -> tuple[Document, bytes]:
    data = text.encode(encoding)
    return parse(source_of(name, data)), data


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    "text",
    [PLAIN, WRAPPED, WRAPPED.replace("\n", "\r\n"), SPEECH, PLAIN * 3, "乙县召开防汛会", "\n"],
    ids=["plain", "wrapped", "returns", "speech", "said-again", "title", "blank"],
)
def test_it_is_the_same_when_unpacked(text: str, name: str, encoding: str) -> None:
    packed, data = document(text, encoding, name)
    assert unpack(pack(packed, data), name, "", data) == packed


def test_words_that_stand_in_the_file_are_left_out() -> None:
    packed = pack(*document(PLAIN, "utf-8", "a.txt")).decode("utf-8", "replace")
    assert "周小川" in packed
    assert not [words for words in ("坐满了人", "加固。", "检修") if words in packed]


def test_of_another_file_nothing_is_unpacked() -> None:
    packed = pack(*document(PLAIN, "utf-8", "a.txt"))
    with pytest.raises(ValueError, match="codec"):
        unpack(packed, "a.txt", "", PLAIN.encode("gb18030"))
    with pytest.raises(ValueError, match="truncated"):
        unpack(packed[:-1], "a.txt", "", PLAIN.encode())
