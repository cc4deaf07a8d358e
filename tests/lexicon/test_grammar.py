"""The word lists of the grammar as expressions: what they are put together to matches what their entries do."""

import re

import pytest

from tuiexplorer.lexicon.grammar import Endings, alternation, closing, longest_first, words


@pytest.mark.parametrize(
    ("expressions", "text", "whole"),
    [
        (["哥哥", "哥"], "哥哥说", "哥哥"),
        (["哥", "哥哥"], "哥哥说", "哥"),
        (["表示", "[他她]", "表态"], "表态", "表态"),
        (["表示", "[他她]", "表态"], "她说", "她"),
        (["(?<!不)满", "满意"], "满意", "满"),
        (["\\d{2}日", "日"], "12日", "12日"),
        (["表示", "说"], "写", None),
    ],
)
def test_an_alternation_takes_the_first_of_its_expressions(
    expressions: list[str], text: str, whole: str | None
) -> None:
    found = re.match(alternation(expressions), text)
    assert (found and found.group()) == whole
    plain = re.match("|".join(expressions), text)
    assert (plain and plain.group()) == whole


def test_the_longest_word_is_tried_first() -> None:
    assert longest_first(["厅", "财政厅", "局"]) == ["财政厅", "厅", "局"]


@pytest.mark.parametrize(("text", "longest"), [("省财政厅", "财政厅"), ("省司法厅", "厅"), ("省司法", "")])
def test_what_closes_a_text_is_the_longest_word_that_does(text: str, longest: str) -> None:
    assert Endings(["厅", "财政厅", "局"]).longest(text) == longest


@pytest.mark.parametrize("stretch", ["俄国防部27日", "省财政厅厅长吴静昨天", "罗平还", "省水文局发布"])
def test_what_nobody_is_called_shows_in_the_last_two_characters(stretch: str) -> None:
    assert closing("subjects", "ends_nobody").search(stretch[-2:])


def test_no_expression_for_it_asks_for_more_than_two_characters() -> None:
    assert all(len(re.sub(r"\[.*?\]|\\d", "日", word)) <= 2 for word in words("subjects", "ends_nobody"))
