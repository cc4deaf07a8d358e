"""The query language: from what is typed to terms. Nothing here raises, whatever is typed.

Terms stand side by side (all must be found) or with a bar between them (one must). A term may be negated (``!``), kept to
a field (``speaker:``), exact (``'`` or ``"…"``), bound to where a field begins (``^``) or ends (``$``). Signs of
full width (！｜：＂) are taken as such; a backslash takes a sign as a character.
"""

from dataclasses import dataclass, replace

from tuiexplorer.search.fields import FIELD_NAMES
from tuiexplorer.search.fold import fold

LONGEST = 500
"""Characters of a query that are read; what is beyond is not, and is reported."""

_SIGNS = {"！": "!", "｜": "|", "＂": '"', "＇": "'", "＾": "^", "＄": "$", "：": ":", "＼": "\\"}


@dataclass(frozen=True, slots=True)
class Term:
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


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked: every group must be found, and of a group any term."""

    text: str
    groups: tuple[tuple[Term, ...], ...]
    problems: tuple[str, ...]
    """What could not be read, each ``code:piece``. The codes: ``unclosed-quote``, ``unknown-field``, ``empty-term``,
    ``dangling-bar``, ``dangling-escape``, ``too-long``."""


@dataclass(slots=True)
class _Char:
    char: str
    plain: bool = False
    """Escaped or quoted: never a sign of the language."""

    def is_sign(self, *signs: str) -> bool:
        return not self.plain and self.char in signs


@dataclass(slots=True)
class _Word:
    chars: list[_Char]
    quoted: bool = False
    joined: bool = False
    """A bar stands before it."""
    tight: bool = False
    """That bar has no blank on either side."""

    @property
    def source(self) -> str:
        return "".join(char.char for char in self.chars)


def parse_query(text: str) -> Query:
    """Read a query. A half-typed or wrong one means what of it can be read; the rest is in ``problems``."""
    problems: list[str] = []
    if len(text) > LONGEST:
        problems.append(f"too-long:{text[LONGEST : LONGEST + 20]}")
    groups: list[list[Term]] = []
    for word in _words(text[:LONGEST], problems):
        before = groups[-1][-1] if word.joined and groups else None
        term = _term(word, problems)
        if term is None:
            continue
        if before and word.tight and term.field is None:
            term = replace(term, field=before.field)
        if before and word.tight and before.negated:
            groups.append([replace(term, negated=True)])
        elif before:
            groups[-1].append(term)
        else:
            groups.append([term])
    return Query(text, tuple(map(tuple, groups)), tuple(problems))


def _words(text: str, problems: list[str]) -> list[_Word]:
    """The query cut at blanks and bars, with escapes and quotes resolved."""
    words: list[_Word] = []
    word = _Word([])
    index = 0

    def close() -> None:
        nonlocal word
        if word.chars or word.quoted:
            words.append(word)
        elif word.joined:
            problems.append("dangling-bar:|")
        word = _Word([])

    while index < len(text):
        char = _SIGNS.get(text[index], text[index])
        index += 1
        if char == "\\":
            if index == len(text):
                problems.append("dangling-escape:\\")
            else:
                word.chars.append(_Char(text[index], plain=True))
                index += 1
        elif char == '"' and _is_prefix(word):
            end = _closing_quote(text, index)
            if end < 0:
                problems.append(f"unclosed-quote:{text[index:]}")
                end = len(text)
            word.chars += [_Char(char, plain=True) for char in text[index:end]]
            word.quoted = True
            index = end + 1
        elif char.isspace():
            if word.chars or word.quoted or not word.joined:
                close()
        elif char == "|":
            had = bool(word.chars or word.quoted)
            if (not had and not words) or (word.joined and not had):
                problems.append("dangling-bar:|")
            if had:
                close()
            if words:
                word.joined = True
                word.tight = had and index < len(text) and not text[index].isspace()
        else:
            word.chars.append(_Char(char if char in "!|\"'^$:" else text[index - 1]))
    close()
    return words


def _closing_quote(text: str, start: int) -> int:
    return next((at for at in range(start, len(text)) if text[at] in '"＂'), -1)


def _is_prefix(word: _Word) -> bool:
    """Whether the word so far is only signs that may stand before a quotation mark."""
    if word.quoted:
        return False
    chars = word.chars
    while chars and chars[0].is_sign("!", "^", "'"):
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
