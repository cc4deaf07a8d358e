"""What holds for every article: nothing lost, true offsets, stable ids, and pages joined where they were cut."""

from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.gold.gold import ARTICLES, document_of
from tests.model.articles import NOISE, PIECES, Article, articles, mutated, paragraphs
from tests.model.invariants import assert_sound
from tuiexplorer.model import Document, Statement, parse
from tuiexplorer.reading import ReadingError, Source, source_of

pytestmark = pytest.mark.no_cover

ANY_CHARACTER = st.characters(exclude_categories=())
"""Lone surrogates, too."""
ENDS = "。！？”"
MARKS_THAT_CLOSE = "。！？，、；：”）》"


@given(articles(), st.sampled_from(["text", "markdown"]))
def test_generated_article(article: Article, format: str) -> None:
    assert_sound(read(article.text, format))


@given(articles().flatmap(lambda article: mutated(article.text)), st.sampled_from(["text", "markdown"]))
@settings(max_examples=200)
def test_mutated_article(text: str, format: str) -> None:
    assert_sound(read(text, format))


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=200)
def test_pieces_in_any_order(text: str) -> None:
    assert_sound(read(text))


@given(st.sampled_from(ARTICLES).map(lambda path: document_of(path).text).flatmap(mutated))
@settings(max_examples=50)
def test_mutated_gold(text: str) -> None:
    assert_sound(read(text))


@given(st.text(ANY_CHARACTER, max_size=200), st.sampled_from(["text", "markdown", "html"]))
@example("“", "text")
@example("他说：“", "text")
@example("\ufeff\r\r\n\n说，\0。", "markdown")
def test_whatever_the_text_the_document_is_sound(text: str, format: str) -> None:
    assert_sound(read(text, format))


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html", "-"]))
def test_whatever_the_bytes_they_are_read_soundly_or_refused(data: bytes, name: str) -> None:
    with suppress(ReadingError):
        assert_sound(parse(source_of(name, data)))


@given(articles())
def test_ids_stay_on_every_reading_when_a_paragraph_is_added_and_with_other_line_ends(
    article: Article,
) -> None:
    first, text = ids(read(article.text)), article.text

    assert ids(read(text)) == first
    assert ids(read(text + "\n今年春天，云州的樱花开得正盛，游人如织。\n")) == first
    assert ids(read(text.replace("\n", "\r\n"))) == first


@given(articles(headings=False), paragraphs(least=7), st.data())
def test_a_page_that_cuts_a_paragraph_changes_no_statement(
    article: Article, line: str, data: st.DataObject
) -> None:
    """Cut in mid-sentence, below so much of it that no one would take it for a heading."""
    inside = [
        n for n in range(60, len(line) - 20) if line[n - 1] not in ENDS and line[n] not in MARKS_THAT_CLOSE
    ]
    offset = data.draw(st.sampled_from(inside), label="cut at")
    noise = data.draw(st.sampled_from(NOISE), label="between the pages")
    pages = line[:offset] + "\n\n" + (noise + "\n\n" if noise else "") + line[offset:]

    whole, cut = (Article(article.title, (*article.lines, one)).text for one in (line, pages))

    assert said(read(cut)) == said(read(whole))


def read(text: str, format: str = "text") -> Document:
    return parse(Source("article", "", text, format))  # type: ignore[arg-type]


def statements(document: Document) -> list[Statement]:
    return [entry.item for entry in document.statements() if isinstance(entry.item, Statement)]


def ids(document: Document) -> list[str]:
    return [one.id for one in statements(document)]


def said(document: Document) -> list[tuple[object, ...]]:
    return [(one.speaker, one.kind, one.positions, one.cue, one.content) for one in statements(document)]
