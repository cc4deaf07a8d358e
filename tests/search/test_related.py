"""Statements that say something near, and the words that tie them."""

from tests.search.corpora import index_of, invented, said, seed
from tuiexplorer.model import Entry, Statement
from tuiexplorer.search import Index
from tuiexplorer.search.words import cut, keywords


def _said_by(speaker: str) -> Entry:
    for document in invented():
        for entry in document.statements():
            if isinstance(entry.item, Statement) and entry.item.speaker == speaker:
                return entry
    raise AssertionError(speaker)


def test_what_speaks_of_the_same_comes_first() -> None:
    related = index_of("invented").related(_said_by("仇海生"), 3)
    assert [other.entry.item.content[:4] for other in related][:2] == ["智慧口岸", "对粮食购"]
    assert related[0].words[:2] == ("粮食", "安全")


def test_a_statement_is_not_related_to_itself_or_to_its_copy() -> None:
    text = "智慧口岸让通关更快，粮食进口的安全检验更严。"
    index = Index()
    index.add([*invented(), said(text)])
    found = index.related(_said_by("查一鸣"), 5)
    assert found
    assert all(other.entry.item.content != text for other in found)


def test_scores_fall_and_words_tie() -> None:
    for entry in seed().statements():
        related = index_of("seed").related(entry, 4)
        assert len(related) <= 4
        assert [other.score for other in related] == sorted((other.score for other in related), reverse=True)
        for other in related:
            assert other.words
            assert all(
                word in entry.item.content and word in other.entry.item.content for word in other.words
            )
            assert not any(
                word != longer and word in longer for word in other.words for longer in other.words
            )


def test_nothing_is_related_to_what_has_no_telling_words() -> None:
    index = Index()
    index.add([said("的。"), said("了。")])
    assert index.related(next(iter(said("的。").statements())), 5) == []


def test_words() -> None:
    assert "".join(cut("加快发展新质生产力。")) == "加快发展新质生产力。"
    assert "新质生产力" in cut("加快发展新质生产力。")
    assert keywords("加快发展新质生产力，推进碳达峰碳中和，新质生产力是关键。", 2)[0] == "新质生产力"
    assert keywords("") == ()
