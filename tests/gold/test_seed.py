"""The article that ships with the program is read exactly as by hand."""

import pytest

from tests.gold.gold import FIELDS, SEED, Comparison, compare, document_of
from tests.model.invariants import assert_sound


@pytest.fixture(scope="module")
def seed_compared() -> Comparison:
    return compare(SEED)


@pytest.mark.parametrize("part", ["title", "subtitle", "byline", "themes"])
def test_frame_of_the_article(seed_compared: Comparison, part: str) -> None:
    assert getattr(seed_compared.found, part) == getattr(seed_compared.gold, part)


@pytest.mark.parametrize("field", FIELDS)
def test_every_statement(seed_compared: Comparison, field: str) -> None:
    found, gold = seed_compared.found.said, seed_compared.gold.said

    assert [getattr(one, field) for one in found] == [getattr(one, field) for one in gold]


def test_thirty_one_speak_for_themselves(seed_compared: Comparison) -> None:
    kinds = [one.source[1] for one in seed_compared.found.said]

    assert kinds.count("named") == 30
    assert kinds.count("anonymous") == 1
    assert kinds.count("collective") == len(kinds) - 31


def test_nothing_is_lost() -> None:
    assert_sound(document_of(SEED))


def test_nothing_is_doubtful() -> None:
    assert document_of(SEED).doubts == ()
