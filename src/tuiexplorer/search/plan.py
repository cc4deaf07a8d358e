"""From a term to what is looked for: first what it says, then, step by step, what it may have meant."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, product

from tuiexplorer.search import guesses
from tuiexplorer.search.fields import CONTENTS, EVERYWHERE, NAMES, SCOPES, SHORT, SOUNDED, Scope, overlap
from tuiexplorer.search.fold import fold
from tuiexplorer.search.pattern import Kind, Pattern, Probe, literal
from tuiexplorer.search.pinyin import unlikely_heads
from tuiexplorer.search.query import Term
from tuiexplorer.search.spelling import MOST, Part, southern_spellings, spellings

_LETTERS = re.compile("([a-z']*[a-z][a-z']*)")
_SHORTEST_IN_CONTENT = 3
"""Fewer letters are looked for in short fields only: in content they stand for nearly everything."""

_LONGEST_DOUBTED = 6
"""Letters of a term that are also taken for initials although they are syllables (wa for 王安)."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to look for, for one term."""

    term: Term
    text: str
    """Folded."""
    scope: Scope
    sure: tuple[Probe, ...]
    """What the term says: as typed, or as pinyin."""
    chance: tuple[Probe, ...]
    """What it may say by chance: letters inside a word, initials anywhere in a text. Finding it stops no guessing."""

    @property
    def spoken_letters(self) -> str:
        """The letters of a term that is nothing but letters, else nothing."""
        letters = self.text
        return letters if letters.isascii() and letters.isalpha() else ""


def plan(term: Term) -> Plan:
    """What a term says."""
    text = fold(term.text)
    scope = SCOPES[term.field] if term.field else EVERYWHERE
    sure, chance = _as_typed(term, text, scope)
    sounded = overlap(scope, SOUNDED)
    if sounded and not term.exact and re.search("[a-z]", text):
        spoken, by_chance = _as_pinyin(term, sounded)
        sure, chance = sure + spoken, chance + by_chance
    return Plan(term, text, scope, tuple(sure), tuple(chance))


def guess_steps(made: Plan) -> Sequence[Sequence[Probe]]:
    """What may have been meant, one step after the other, until something is found."""
    if made.term.exact:
        return []
    if re.search("[a-z]", made.text):
        steps = [_as_southern_pinyin(made.term, overlap(made.scope, SOUNDED))]
    else:
        steps = guesses.by_sound(made.text, made.scope)
    return [_keeping(made.term, step) for step in (*steps, guesses.by_edit(made.text, made.scope))]


def last_guess(made: Plan) -> Sequence[Probe]:
    """What may have been meant when nothing else helped: two edits."""
    if made.term.exact or made.spoken_letters:
        return []
    return _keeping(made.term, guesses.by_two_edits(made.text, made.scope))


def names_by_sound(made: Plan) -> Sequence[Probe]:
    """Whole names that sound so: worth having although the words were found, but in no short field."""
    return [] if made.term.exact else guesses.whole_names_by_sound(made.text, made.scope)


def whole_names(names: Sequence[str]) -> Sequence[Probe]:
    """Probes for these folded names of speakers, taken for misspelt ones."""
    return [Probe(Pattern(literal(name), head=True, tail=True), Kind.EDIT, NAMES) for name in names]


def _keeping(term: Term, probes: Sequence[Probe]) -> list[Probe]:
    """The probes, bound to the ends of fields and words that the term names."""
    if not (term.head or term.tail or term.word):
        return list(probes)
    return [replace(probe, pattern=_bound(probe.pattern, term)) for probe in probes]


def _bound(pattern: Pattern, term: Term) -> Pattern:
    return replace(
        pattern,
        head=pattern.head or term.head,
        tail=pattern.tail or term.tail,
        word=pattern.word or term.word,
    )


def _as_typed(term: Term, text: str, scope: Scope) -> tuple[list[Probe], list[Probe]]:
    """The characters themselves; where they begin or end with Latin letters, a part of a word is only chance."""
    anywhere = Probe(_bound(Pattern(literal(text)), term), Kind.EXACT, scope)
    if term.word or not (_is_latin(text[0]) or _is_latin(text[-1])):
        return [anywhere], []
    words = replace(anywhere, pattern=replace(anywhere.pattern, word=True))
    inside = replace(anywhere, kind=Kind.INSIDE)
    return ([words, inside], []) if term.exact else ([words], [inside])


def _as_pinyin(term: Term, scope: Scope) -> tuple[list[Probe], list[Probe]]:
    """The characters that the letters can stand for: surely, and by chance."""
    sure: list[Probe] = []
    chance: list[Probe] = []
    runs = _runs(term)
    letters = sum(len(run) for run in runs if _LETTERS.fullmatch(run))
    if letters < _SHORTEST_IN_CONTENT and any(char.isdigit() for run in runs for char in run):
        return sure, chance  # 5G and C919 are no pinyin
    in_content = letters >= _SHORTEST_IN_CONTENT or any(not run.isascii() for run in runs)
    short, content = overlap(scope, SHORT), overlap(scope, CONTENTS) if in_content else None
    ways = _ways(runs)
    any_regular = any(map(_is_regular, ways))
    for way in ways:
        pattern, kind, regular = _spoken(way, term), _kind(way), _is_regular(way)
        if not all(pattern.classes) or (any_regular and not regular and letters > _LONGEST_DOUBTED):
            continue
        if content and regular and len(pattern) > 1:
            sure.append(Probe(pattern, kind, scope))
            continue
        if short:
            sure.append(Probe(pattern, kind, short))
        if content and regular:
            sure.append(Probe(replace(pattern, usual=()), kind, content))
        elif content and not any_regular and len(pattern) >= _SHORTEST_IN_CONTENT:
            chance.append(Probe(replace(pattern, usual=()), kind, content))
    return sure, chance


def _as_southern_pinyin(term: Term, scope: Scope | None) -> list[Probe]:
    """The characters that the letters can stand for to southern ears."""
    runs = _runs(term)
    reach = (
        overlap(scope, SHORT if sum(map(len, runs)) < _SHORTEST_IN_CONTENT else SOUNDED) if scope else None
    )
    if reach is None:
        return []
    probes = []
    for way in _ways(runs, southern=True):
        classes = tuple(part.southern_chars if isinstance(part, Part) else part for part in way)
        if all(classes):
            probes.append(Probe(Pattern(classes), Kind.FUZZY, reach))
    return probes


def _runs(term: Term) -> list[str]:
    """The term cut into runs of letters and of other characters; apostrophes stay as dividers of syllables."""
    pieces = (fold(piece) for piece in re.split("['’]", term.text))
    return [run for run in _LETTERS.split("'".join(filter(None, pieces))) if run.strip("'")]


_Way = tuple[Part | str, ...]
"""A reading of a whole term: a part for each character that letters stand for, and other characters as they are."""


def _ways(runs: Sequence[str], *, southern: bool = False) -> list[_Way]:
    read = southern_spellings if southern else spellings
    choices: list[Sequence[_Way]] = []
    for run in runs:
        if _LETTERS.fullmatch(run):
            choices.append(read(run, open_end=run is runs[-1]))
        else:
            choices.append([tuple(run.replace("'", ""))])
    return [tuple(chain.from_iterable(way)) for way in islice(product(*choices), MOST)]


def _spoken(way: _Way, term: Term) -> Pattern:
    """The pattern for a reading of a term."""
    heads = unlikely_heads(way[0].letters) if isinstance(way[0], Part) else frozenset()
    return _bound(
        Pattern(
            tuple(part.chars if isinstance(part, Part) else part for part in way),
            unlikely_heads=heads,
            usual=tuple(part.usual_chars if isinstance(part, Part) else part for part in way),
        ),
        term,
    )


def _kind(way: _Way) -> Kind:
    """How the letters of a reading stand for characters."""
    parts = [part for part in way if isinstance(part, Part)]
    if all(part.whole for part in parts):
        return Kind.PINYIN
    if _is_regular(way) and not (len(way) == 1 and parts[0].initial):
        return Kind.UNFINISHED
    all_initials = len(parts) == len(way) and all(part.initial for part in parts)
    return Kind.INITIALS if all_initials else Kind.MIXED


def _is_regular(way: _Way) -> bool:
    """Whole syllables all through, but for the last."""
    return all(part.whole for part in way[:-1] if isinstance(part, Part))


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
