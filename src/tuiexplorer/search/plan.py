"""From a term to what is looked for: first what it says, then, step by step, what it may have meant."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from tuiexplorer.search.fields import (
    AGENCIES,
    CONTENTS,
    DOCUMENT,
    EVERYWHERE,
    LONGEST_NAME,
    NAMES,
    SCOPES,
    SOUNDED,
    Field,
    Scope,
    overlap,
)
from tuiexplorer.search.fold import fold
from tuiexplorer.search.pattern import Manner, Pattern, Probe, literal
from tuiexplorer.search.query import Term

_SHORTEST_AGENCY, _LONGEST_AGENCY = 2, 24
_SHORTEST_NUMBERED = 2


class Plan(NamedTuple):
    """What to look for, for one term."""

    term: Term
    text: str
    """Folded."""
    scope: Scope
    sure: Sequence[Probe]
    """What the term says: as typed, or as pinyin."""
    inside: Sequence[Probe]
    """The same letters inside a word. Finding what stands by chance stops no guessing."""
    initials: Sequence[Probe]
    """What initials may stand for by chance, anywhere in a text."""

    @property
    def is_spelt(self) -> bool:
        """Whether it has letters, which may be pinyin."""
        return bool(re.search("[a-z]", self.text))

    @property
    def may_be_name(self) -> bool:
        """Whether it may be a Chinese name; the characters of those are few, and others sound like them by chance."""
        return self.is_spelt or len(self.text) <= LONGEST_NAME

    @property
    def spoken_letters(self) -> str:
        """The letters of a term that is nothing but letters, else nothing."""
        letters = self.text
        return letters if letters.isascii() and letters.isalpha() else ""


def plan(term: Term) -> Plan:
    """What a term says."""
    text = fold(term.text)
    scope = SCOPES[term.field] if term.field else EVERYWHERE
    sure, inside = _as_typed(term, text, scope)
    initials: list[Probe] = []
    sounded = _sounded(scope)
    if sounded and not term.exact and re.search("[a-z]", text):
        from tuiexplorer.search.spoken import as_pinyin

        spoken, initials = as_pinyin(term, sounded)
        sure = sure + spoken
    return Plan(term, text, scope, *(_keeping(term, probes) for probes in (sure, inside, initials)))


def guess_steps(made: Plan) -> Sequence[Sequence[Probe]]:
    """What may have been meant, one step after the other, until something is found."""
    if made.term.exact:
        return []
    from tuiexplorer.search import guesses

    if made.is_spelt:
        from tuiexplorer.search.spoken import as_southern_pinyin

        by_sound = [as_southern_pinyin(made.term, _sounded(made.scope))]
    else:
        by_sound = guesses.by_sound(made.text, made.scope)
    by_edit = guesses.by_edit_of_last if _is_body(made) else guesses.by_edit
    steps = (guesses.by_signs(made.text, made.scope), *by_sound, by_edit(made.text, made.scope))
    return [_keeping(made.term, step) for step in steps]


def in_other_script(made: Plan) -> Sequence[Probe]:
    """The same with its numbers in the other script (2030年, 二〇三〇年); a digit alone stands in too many."""
    if made.term.exact or len(made.text) < _SHORTEST_NUMBERED:
        return []
    from tuiexplorer.search.numerals import in_other_numerals

    patterns = [Pattern(literal(text), word=True) for text in map(fold, in_other_numerals(made.text))]
    return _keeping(made.term, [Probe(pattern, Manner.OTHER_NAME, made.scope) for pattern in patterns])


def last_guess(made: Plan) -> Sequence[Probe]:
    """What may have been meant when nothing else helped: two edits."""
    if made.term.exact or made.spoken_letters or _is_body(made):
        return []
    from tuiexplorer.search import guesses

    return _keeping(made.term, guesses.by_two_edits(made.text, made.scope))


def other_agency_names(made: Plan) -> Sequence[Probe]:
    """The other names of the body that a term names or begins to; not such as it is a part of, or that say less.

    Nor its own end (of 省发改委, 发改委 says less), unless that is the full name: 湖北省|襄阳市公安局.
    """
    agencies = overlap(made.scope, Scope(Field.AGENCY, Field.AGENCY))
    if made.term.exact or agencies is None or not _SHORTEST_AGENCY <= len(made.text) <= _LONGEST_AGENCY:
        return []
    from tuiexplorer.lexicon.agencies import canonical
    from tuiexplorer.lexicon.agency_aliases import aliases, completed, says_less

    text = made.text
    names = {fold(name) for begun in (text, *completed(text)) for name in aliases(begun)}
    others = sorted(
        name for name in names if name not in text[1:] and text not in name and not says_less(name, text)
    )
    probes = [Probe(Pattern(literal(name)), Manner.OTHER_NAME, agencies) for name in others]
    full, everywhere = fold(canonical(text) or ""), overlap(made.scope, AGENCIES)
    if full not in ("", text) and everywhere:
        probes.append(Probe(Pattern(literal(full)), Manner.OTHER_NAME, everywhere))
    return _keeping(made.term, probes)


def _is_body(made: Plan) -> bool:
    """Whether a term is the name of a body: 民政厅 is no 财政厅 misspelt, though it may mean a 民政局."""
    from tuiexplorer.lexicon.agency_aliases import is_body

    return overlap(made.scope, AGENCIES) is not None and is_body(made.text)


def in_province(made: Plan) -> Sequence[Probe]:
    """The bodies of the province that a term names by one character (沪)."""
    agencies = overlap(made.scope, AGENCIES)
    if made.term.exact or agencies is None or len(made.text) > 1 or made.is_spelt:
        return []
    from tuiexplorer.lexicon.places import provinces_by_letter

    province = provinces_by_letter().get(made.text)
    if province is None:
        return []
    begun = Pattern(literal(province.short), head=True)
    return _keeping(made.term, [Probe(begun, Manner.OTHER_NAME, agencies)])


def like_names(made: Plan) -> Sequence[Probe]:
    """Whole names that sound so, for letters to southern ears: worth having although the term was found."""
    if made.term.exact:
        return []
    if made.is_spelt:
        from tuiexplorer.search.spoken import as_southern_pinyin

        probes = as_southern_pinyin(made.term, overlap(made.scope, NAMES))
        return [probe for probe in as_whole_names(probes) if len(probe.pattern) <= LONGEST_NAME]
    from tuiexplorer.search import guesses

    return guesses.whole_names(made.text, made.scope)


def as_whole_names(probes: Sequence[Probe]) -> Sequence[Probe]:
    """The same for speakers whose whole name it is."""
    return [
        probe._replace(pattern=replace(probe.pattern, head=True, tail=True), scope=NAMES)
        for probe in probes
        if overlap(probe.scope, NAMES)
    ]


def mentions(made: Plan, names: Sequence[str]) -> Sequence[Probe]:
    """These folded names in texts, for initials that stand for them."""
    contents = overlap(made.scope, CONTENTS)
    if contents is None:
        return []
    return _keeping(
        made.term, [Probe(Pattern(literal(name)), Manner.INITIALS, contents, likely=True) for name in names]
    )


def misspelt(names: Sequence[str]) -> Sequence[Probe]:
    """Probes for these folded names of speakers, taken for misspelt ones."""
    return [Probe(Pattern(literal(name), head=True, tail=True), Manner.EDIT, NAMES) for name in names]


def _sounded(scope: Scope) -> Scope | None:
    """The fields of a scope in which letters are taken for pinyin: not in the cue, which nearly all entries share."""
    return scope if scope == DOCUMENT else overlap(scope, SOUNDED)


def _keeping(term: Term, probes: Sequence[Probe]) -> Sequence[Probe]:
    """The probes, bound to the ends of fields and words that the term names."""
    if not (term.head or term.tail or term.word):
        return probes
    kept = []
    for probe in probes:
        pattern = probe.pattern
        head, tail, word = pattern.head or term.head, pattern.tail or term.tail, pattern.word or term.word
        kept.append(probe._replace(pattern=replace(pattern, head=head, tail=tail, word=word)))
    return kept


def _as_typed(term: Term, text: str, scope: Scope) -> tuple[list[Probe], list[Probe]]:
    """The characters themselves; where they begin or end with Latin letters, a part of a word is only chance."""
    anywhere = Probe(Pattern(literal(text)), Manner.EXACT, scope)
    if term.word or not (_is_latin(text[0]) or _is_latin(text[-1])):
        return [anywhere], []
    words = anywhere._replace(pattern=replace(anywhere.pattern, word=True))
    inside = anywhere._replace(manner=Manner.INSIDE)
    return ([words, inside], []) if term.exact else ([words], [inside])


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
