"""Finding what is typed in the texts of a page: all of it, in order, in the ways of the search."""

import pytest

from tuiexplorer.search.in_texts import Texts

TEXTS = ["甲市发改委主任石一山表示，落实“十五五”规划", "石一山說發展 hello World，发展", "甲乙"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("石一山", ["石一山", "石一山"]),
        ("发展", ["發展", "发展"]),
        ("十五五规划", ["十五五”规划"]),
        ("ＨＥＬＬＯ w", ["hello W"]),
        ("shiyishan", ["石一山", "石一山"]),
        ("sys", ["石一山", "石一山"]),
        ("fagaiw", ["发改委"]),
        ("l", ["l", "l", "l"]),
        ("甲", ["甲", "甲"]),
        ("sy", []),
        ("石二山", []),
        ("  ", []),
        ("", []),
        ("“”", []),
        ("\n|!^$'\"\\", []),
    ],
)
def test_what_is_typed_is_found(typed: str, found: list[str]) -> None:
    assert [TEXTS[number][start:end] for number, start, end in Texts(TEXTS).places(typed)] == found


def test_matches_share_no_character() -> None:
    assert Texts(["哈哈哈哈哈"]).places("哈哈") == [(0, 0, 2), (0, 2, 4)]


def test_where_there_are_no_texts_nothing_is_found() -> None:
    assert Texts([]).places("石") == []
