"""The query language: from what is typed to terms. Nothing here raises, whatever is typed.

Terms stand side by side (all must be found) or with a bar between them (one must). A term may be negated
(``!``), kept to a field (``speaker:``), exact (``'`` or ``"…"``), bound to where a field begins (``^``) or
ends (``$``). Signs of full width (！｜：＂) are taken as such; a backslash takes a sign as a character. What other
search engines have is understood between terms as well: ``OR``, ``AND`` and ``NOT`` in capitals, and ``-term``.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from tuiexplorer.search.fields import FIELD_NAMES
from tuiexplorer.search.fold import fold

LONGEST = 500
"""Characters of a query that are read; what is beyond is not, and is reported."""

_SIGNS = {"！": "!", "｜": "|", "＂": '"', "＇": "'", "＾": "^", "＄": "$", "：": ":", "＼": "\\"}


class Term(NamedTuple):
    """One thing to find."""

    text: str
    """As typed, without the signs of the language."""
    field: str | None = None
    """A key of :data:`~tuiexplorer.search.fields.SCOPES`, or None for all that is searched unasked."""
    negated: bool = False
    exact: bool = False
    head: bool = False
    tail: bool = False
    word: bool = False
    """Whole words only (``'word'``)."""


class Query(NamedTuple):
    """What was asked: every group must be found, and of a group any term."""

    text: str
    groups: tuple[tuple[Term, ...], ...]
    problems: tuple[str, ...]
    """What could not be read, each ``code:piece``. The codes: ``unclosed-quote``, ``unknown-field``,
    ``empty-term``, ``dangling-bar``, ``dangling-escape``, ``too-long``."""


class _Char(NamedTuple):
    char: str
    plain: bool = False
    """Escaped or quoted: never a sign of the language."""

    def is_sign(self, *signs: str) -> bool:
        return not self.plain and self.char in signs


class _Word(Struct):
    chars: list[_Char]
    quoted: bool = False
    joined: bool = False
    """A bar stands before it."""
    tight: bool = False
    """That bar has no blank on either side."""

    @property
    def source(self) -> str:
        return "".join(char.char for char in self.chars)

    @property
    def joint(self) -> str:
        """The word itself, where nothing says that it is meant as a word."""
        plain = not self.quoted and not any(char.plain for char in self.chars)
        return self.source if plain else ""

    @property
    def is_unwanted(self) -> bool:
        """Whether it begins as other search engines have it for what is not wanted (-企业; not -5)."""
        chars = self.chars
        return len(chars) > 1 and chars[0].is_sign("-", "－") and chars[1].char.isalpha()


def parse_query(text: str) -> Query:
    """Read a query. A half-typed or wrong one means what of it can be read; the rest is in ``problems``."""
    problems: list[str] = []
    if len(text) > LONGEST:
        problems.append(f"too-long:{text[LONGEST : LONGEST + 20]}")
    groups: list[list[Term]] = []
    for word in _joined(_Scanner(text[:LONGEST], problems).run(), problems):
        before = groups[-1][-1] if word.joined and groups else None
        term = _term(word, problems)
        if term is None:
            continue
        if before and word.tight and term.field is None:
            term = term._replace(field=before.field)
        if before and word.tight and before.negated:
            groups.append([term._replace(negated=True)])
        elif before:
            groups[-1].append(term)
        else:
            groups.append([term])
    return Query(text, tuple(map(tuple, groups)), tuple(problems))


def _joined(words: Sequence[_Word], problems: list[str]) -> Iterator[_Word]:
    """The words, with what joins them in capitals, and the hyphen, as the signs for that."""
    any_before = is_or = is_not = False
    for word in words:
        joint = word.joint if not word.joined else ""
        if joint == "NOT":
            is_not = True
        elif any_before and joint in ("AND", "OR"):
            is_or = joint == "OR"
        else:
            if any_before and word.is_unwanted:
                word.chars, is_not = word.chars[1:], True
            word.chars = [_Char("!"), *word.chars] if is_not else word.chars
            word.joined = word.joined or is_or
            any_before, is_or, is_not = True, False, False
            yield word
    if is_or:
        problems.append("dangling-bar:OR")
    if is_not:
        problems.append("empty-term:NOT")


class _Scanner:
    """Cuts a query at blanks and bars, and resolves escapes and quotes."""

    def __init__(self, text: str, problems: list[str]) -> None:
        self._text = text
        self._problems = problems
        self._at = 0
        self._word = _Word([])
        self.words: list[_Word] = []

    def run(self) -> list[_Word]:
        """The words of the query."""
        while self._at < len(self._text):
            raw = self._text[self._at]
            char = _SIGNS.get(raw, raw)
            self._at += 1
            if char == "\\":
                self._escape()
            elif char == '"' and _is_prefix(self._word):
                self._quote()
            elif char == "|":
                self._bar()
            elif not char.isspace():
                self._word.chars.append(_Char(char))
            elif self._has_word or not self._word.joined:
                self._close()
        self._close()
        return self.words

    @property
    def _has_word(self) -> bool:
        return bool(self._word.chars or self._word.quoted)

    def _close(self) -> None:
        if self._has_word:
            self.words.append(self._word)
        elif self._word.joined:
            self._problems.append("dangling-bar:|")
        self._word = _Word([])

    def _escape(self) -> None:
        if self._at == len(self._text):
            self._problems.append("dangling-escape:\\")
        else:
            self._word.chars.append(_Char(self._text[self._at], plain=True))
            self._at += 1

    def _quote(self) -> None:
        end = next((at for at in range(self._at, len(self._text)) if self._text[at] in '"＂'), -1)
        if end < 0:
            end = len(self._text)
            self._problems.append(f"unclosed-quote:{self._text[self._at :]}")
        self._word.chars += [_Char(char, plain=True) for char in self._text[self._at : end]]
        self._word.quoted = True
        self._at = end + 1

    def _bar(self) -> None:
        after_word = self._has_word
        if after_word:
            self._close()
        elif self._word.joined or not self.words:
            self._problems.append("dangling-bar:|")
        if self.words:
            followed = self._at < len(self._text) and not self._text[self._at].isspace()
            self._word.joined, self._word.tight = True, after_word and followed


def _is_prefix(word: _Word) -> bool:
    """Whether the word so far is only signs that may stand before a quotation mark."""
    if word.quoted:
        return False
    chars = word.chars
    while chars and chars[0].is_sign("!", "^", "'", "-", "－"):
        chars = chars[1:]
    name, rest = _field(chars)
    return not chars or (name is not None and all(char.is_sign("!", "^", "'") for char in rest))


def _field(chars: list[_Char]) -> tuple[str | None, list[_Char]]:
    """The field that the word names, and what stands after its colon."""
    for index, char in enumerate(chars):
        if char.is_sign(":"):
            return "".join(char.char for char in chars[:index]), chars[index + 1 :]
        if char.plain:
            break
    return None, chars


def _term(word: _Word, problems: list[str]) -> Term | None:
    """The term that a word stands for, or None when nothing is left of it."""
    chars = word.chars
    negated = exact = head = tail = whole = False
    field: str | None = None
    while chars:
        if chars[0].is_sign("!"):
            negated, chars = not negated, chars[1:]
        elif chars[0].is_sign("'") and not exact:
            exact, chars = True, chars[1:]
        elif chars[0].is_sign("^") and not head:
            head, chars = True, chars[1:]
        else:
            name, rest = _field(chars)
            known = FIELD_NAMES.get(fold(name)) if name and field is None else None
            if known is None:
                if name and name.isascii() and name.isalpha() and rest and not rest[0].is_sign("/"):
                    problems.append(f"unknown-field:{name}")
                break
            field, chars = known, rest
    if chars and chars[-1].is_sign("$"):
        tail, chars = True, chars[:-1]
    if exact and len(chars) > 1 and chars[-1].is_sign("'"):
        whole, chars = True, chars[:-1]
    text = "".join(char.char for char in chars)
    if not fold(text):
        problems.append(f"empty-term:{word.source}")
        return None
    return Term(text, field, negated, exact or word.quoted, head, tail, whole)
