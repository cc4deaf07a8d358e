"""Packed documents: the same when unpacked, whatever the file looks like, and without the words that stand in it."""

import zlib
from collections.abc import Sequence
from hashlib import blake2b

import pytest
from msgspec.structs import replace

from tuiexplorer.loading.packing import pack, unpack
from tuiexplorer.loading.sealing import DamagedError, unseal
from tuiexplorer.model import Document, Narration, parse
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


def test_what_was_not_taken_of_a_page_is_kept() -> None:
    read = source_of("a.txt", PLAIN.encode())
    packed = parse(replace(read, left_out=("邻县县长说，要加快。",)))
    assert unpack(pack(packed, b""), "a.txt", read.sha256, b"") == packed


def test_words_that_stand_in_the_file_are_left_out() -> None:
    packed = pack(*document(PLAIN, "utf-8", "a.txt")).decode("utf-8", "replace")
    assert "周小川" in packed
    assert not [words for words in ("坐满了人", "加固。", "检修") if words in packed]


def test_narration_is_what_it_was_wherever_one_begins_to_look() -> None:
    text = PLAIN.replace("坐满了人。", "坐满了人。\n窗外下着大雨。") * 2
    packed, data = document(text, "utf-8", "a.txt")

    def found() -> list[Sequence[Narration]]:
        return [theme.narration for theme in unpack(pack(packed, data), "a.txt", "", data).themes]

    told = [theme.narration for theme in packed.themes]
    assert [[one.content for one in own] for own in told] == [["会议室里坐满了人。", "窗外下着大雨。"]] * 2
    assert [len(own) for own in found()] == [2, 2]
    assert found()[1][0] == told[1][0]
    assert found()[0][-1] == told[0][-1]
    assert list(found()[1][:1]) == [told[1][0]]
    assert found()[0] == told[0] != found()[1]
    assert hash(found()[0]) == hash(told[0])
    with pytest.raises(IndexError):
        found()[0][2]


def test_of_another_file_nothing_is_unpacked() -> None:
    packed = pack(*document(PLAIN, "utf-8", "a.txt"))
    with pytest.raises(ValueError, match="codec"):
        unpack(packed, "a.txt", "", PLAIN.encode("gb18030"))
    with pytest.raises(ValueError, match="truncated"):
        unpack(packed[:-1], "a.txt", "", PLAIN.encode())


def test_what_is_nested_deeper_than_any_document_is_damaged() -> None:
    packed, data = document(PLAIN, "utf-8", "a.txt")
    whole = pack(packed, data)
    deep = bytes([whole[0] + 1]) + whole[1:] + b"\x91" * 100_000 + b"\xc0"
    squeezed = zlib.compress(deep)
    with pytest.raises(DamagedError):
        unseal(blake2b(squeezed, digest_size=8).digest() + squeezed, "a.txt", "", data)
