"""What was meant comes first: the table is ``ranking.toml``."""

import tomllib

import pytest

from tests.search.corpora import HERE, index_of, speakers

TABLE = tomllib.loads((HERE / "ranking.toml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(corpus, query, row["first"], row.get("only", False), id=f"{corpus}: {query}")
    for corpus, rows in TABLE.items()
    for row in rows
    for query in row["queries"]
]


@pytest.mark.parametrize(("corpus", "query", "first", "only"), CASES)
def test_first_hits(corpus: str, query: str, first: list[str], only: bool) -> None:
    found = speakers(index_of(corpus).search(query))
    assert found[: len(first)] == first
    if only:
        assert len(found) == len(first)
