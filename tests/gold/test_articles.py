"""Articles read by hand: what is wrong today is written down, so that no change makes it better or worse unseen."""

from pathlib import Path

import pytest

from tests.gold.gold import ARTICLES, compare, document_of
from tests.gold.score import EXPECTED, known
from tests.model.invariants import assert_sound


@pytest.fixture(scope="module", params=ARTICLES, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    """One article; all that is asked of it follows upon another, so that it is read once."""
    path: Path = request.param
    return path


def test_only_what_is_known_to_be_wrong_is_wrong(path: Path) -> None:
    wrong = list(compare(path).wrong())

    assert wrong == known()[path.stem], (
        f"better or worse: look at it, then pin it again ({EXPECTED.name} says how)"
    )


def test_nothing_is_lost(path: Path) -> None:
    assert_sound(document_of(path))


def test_every_article_is_pinned() -> None:
    assert sorted(known()) == sorted(path.stem for path in ARTICLES)
