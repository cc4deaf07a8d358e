"""The answer to one term: what each entry is worth for it, and the probes that say so."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from tuiexplorer.search import plan as planning
from tuiexplorer.search.fields import CUES, NAMES, OFFICES, Field, Scope
from tuiexplorer.search.parts import beside_name, called, longest_parts, spoken_length
from tuiexplorer.search.pattern import Manner, Outcome, Pattern, Probe, literal
from tuiexplorer.search.plan import Plan
from tuiexplorer.search.query import Term
from tuiexplorer.search.ranking import number_of
from tuiexplorer.search.segment import Column, OvertakenError, Places, Segment

Cancelled = Callable[[], bool]

_SIGNS_AT_ENDS = re.compile(r"^\W+|\W+$")
_SHORTEST_RUN_ON = 4
_LONGEST_IN_PARTS = 24
_LONGEST_IN_TWO = 8
"""Characters of a run-on term that is also cut where no dictionary would."""
_SHORTEST_SENTENCE = 12
"""Characters of a term of which some may be wrong, missing or too much in many places."""
_SHORTEST_TOLD, _LEAST_TOLD = 3, 0.6
"""Parts of so many characters tell which sentence was meant, where so much of it stands in one entry."""


class Answer:
    """What was found for a term, in each segment.

    What the term says is looked for first. Only what is found nowhere is guessed at, one step after the
    other, so that a query that is typed right is answered by what it says and nothing else. That depends on
    the term and the index alone, not on the other terms: one more term never finds more.
    """

    def __init__(
        self, term: Term, segments: Sequence[Segment], cancelled: Cancelled, *, guessing: bool = True
    ) -> None:
        self.term = term
        self.probes: list[Probe] = []
        """All that found something or was part of a step that did."""
        self.words: list[Answer] = []
        """The answers to the words of a run-on term, where it is those that were found, or were as well."""
        self.apart: tuple[str, ...] = ()
        """Queries for the words of a run-on term, where each was found but never all in one entry.

        Of a name and a post (李厅长) that no one of the name has, those who are called so.
        """
        self._segments = segments
        self._cancelled = cancelled
        self._columns: list[Column] = [segment.text.empty() for segment in segments]
        self._places: list[list[Places]] = [[] for _ in segments]
        self._ask(planning.plan(term), guessing=guessing)

    def column(self, number: int) -> Column:
        """What the entries of a segment are worth."""
        text = self._segments[number].text
        column = self._columns[number]
        if self.words:
            column = text.best_of([column, text.all_of([word.column(number) for word in self.words])])
        return text.none_of(column) if self.term.negated else column

    def places(self, number: int) -> Sequence[Places]:
        """Where in the contents of a segment it was found."""
        return self._places[number]

    @property
    def found(self) -> bool:
        """Whether any entry has what the term names (negated or not)."""
        return bool(self.probes or self.words)

    @property
    def found_as_typed(self) -> bool:
        """Whether the term is asked for, and stands somewhere as it was typed (folded)."""
        return not self.term.negated and any(probe.manner is Manner.EXACT for probe in self.probes)

    def _ask(self, made: Plan, *, guessing: bool) -> None:
        found = self._look(made.sure).also(self._look(planning.in_other_script(made)))
        named = guessing and not found.anything and self._beside_name(made)
        if not found.short and not named:
            found = found.also(self._look(planning.other_agency_names(made)))
        found = found.also(self._look(planning.in_province(made)))
        guessed = guessing and not found.anything and not named and self._guess(made)
        if guessing and found.anything and not (found.name if made.is_spelt else found.short):
            self._look(planning.like_names(made))
            self._called_so(made)
        if not self.words:
            self._look(made.inside)
            if found.name:
                # Initials that are somebody's are not also those of any words that stand side by side.
                self._look(planning.mentions(made, self._names(made)))
            elif not guessed:
                self._look(made.initials)

    def _guess(self, made: Plan) -> bool:
        """Guess until something is found, and then among the names until a whole one is. Returns whether one was."""
        if self._without_signs(made) or self._named_in_parts(made):
            return False
        found = Outcome()
        for step in planning.guess_steps(made):
            found = found.also(self._look(planning.as_whole_names(step) if found.anything else step))
            if found.name or (found.anything and not made.may_be_name):
                return found.name
        if made.scope.first <= Field.SPEAKER:
            from tuiexplorer.search.nearest import misspelt_names

            names = misspelt_names(made.spoken_letters, self._segments)
            if self._look(planning.misspelt(names)).anything:
                return True
        if not found.anything and not self._run_on(made):
            self._look(planning.last_guess(made))
        return False

    def _names(self, made: Plan) -> Sequence[str]:
        """The speakers whose whole name a term is that has initials: folded, each once."""
        names = {
            segment.text.read(int(place), len(probe.pattern)): None
            for probe in planning.as_whole_names(made.sure if made.initials else [])
            for segment in self._segments
            for place in segment.text.find(probe)
        }
        return list(names)

    def _without_signs(self, made: Plan) -> bool:
        """Take the term without the punctuation at its ends."""
        bare = _SIGNS_AT_ENDS.sub("", made.text)
        return (
            not made.term.exact
            and 0 < len(bare) < len(made.text)
            and self._as_words([Term(bare, made.term.field)])
        )

    def _called_so(self, made: Plan) -> None:
        """Take a term that stands in texts only for a speaker as well, by name and post or agency (马克龙总统)."""
        if not made.term.exact and not made.term.field and not made.is_spelt:
            named = [
                [name, term]
                for name, rest in beside_name(made.text, self._is_name)
                for term in (Term(rest, "post", tail=True), Term(rest, "agency", tail=True))
            ]
            any(map(self._as_words, (*called(made.text, for_short=False), *named)))

    def _beside_name(self, made: Plan) -> bool:
        """Take the term for a speaker's whole name and something beside it."""
        if made.term.exact or made.term.field or made.text.isascii():
            return False
        ways = beside_name(made.text, self._is_name)
        return any(self._as_words([name, Term(rest)]) for name, rest in ways)

    def _named_in_parts(self, made: Plan) -> bool:
        """Take the term for what one calls a speaker, an agency and something more (发改委书记), a whole office."""
        text = made.text
        if made.term.exact or made.term.field or text.isascii():
            return False
        ways = [*called(text)]
        if len(text) <= _LONGEST_IN_PARTS:
            ends = range(len(text) - 2, 1, -1)
            ways += [[Term(text[:end], "agency", tail=True), Term(text[end:])] for end in ends]
        if any(map(self._as_words, ways)):
            return True
        parts = longest_parts(text, partial(self._stands, OFFICES))
        # Who says it is remembered better than by which verb.
        told = parts[:-1] if parts and self._is_whole(CUES, parts[-1]) else []
        return self._as_parts(parts) or self._as_parts(told)

    def _run_on(self, made: Plan) -> bool:
        """Take the term for several words written together: what stands somewhere, what it is cut into, any two."""
        text = made.text
        if made.term.exact or text.isascii() or len(text) < _SHORTEST_RUN_ON:
            return False
        stands = partial(self._stands, made.scope)
        if self._as_parts(longest_parts(text, stands), made.term.field):
            return True
        if len(text) >= _SHORTEST_SENTENCE:
            told = self._told_together(longest_parts(text, stands, strays=len(text)), made)
            if self._as_parts(told, made.term.field):
                return True
        from tuiexplorer.search.words import cut

        pieces = [piece for piece in cut(text) if piece.isalnum()]
        cuts = [pieces] if len(pieces) > 1 else []
        if len(text) <= _LONGEST_IN_TWO:
            cuts += [[text[:end], text[end:]] for end in range(2, len(text) - 1)]
        return any(self._as_parts(pieces, made.term.field) for pieces in cuts)

    def _told_together(self, parts: Sequence[str], made: Plan) -> Sequence[str]:
        """The parts of a sentence that stand in the entry which has most of it; none where that is too little."""
        told = [part for part in dict.fromkeys(parts) if len(part) >= _SHORTEST_TOLD]
        if sum(map(len, told)) < _LEAST_TOLD * spoken_length(made.text):
            return []
        having: dict[tuple[int, int], list[str]] = {}
        for part in told:
            answer = Answer(Term(part, made.term.field), self._segments, self._cancelled, guessing=False)
            for number, segment in enumerate(self._segments):
                for key in segment.text.keys(answer.column(number), 0):
                    having.setdefault((number, number_of(int(key))), []).append(part)
        best = max(having.values(), key=lambda own: sum(map(len, own)), default=[])
        return best if sum(map(len, best)) >= _LEAST_TOLD * spoken_length(made.text) else []

    def _stands(self, scope: Scope, text: str) -> bool:
        """Whether a text stands in the fields of a scope."""
        probe = Probe(Pattern(literal(text)), Manner.EXACT, scope)
        return any(len(segment.text.find(probe)) for segment in self._segments)

    def _is_name(self, text: str) -> bool:
        """Whether a text is the whole name of a speaker."""
        return self._is_whole(NAMES, text)

    def _is_whole(self, scope: Scope, text: str) -> bool:
        """Whether a text is all of a field of a scope."""
        probe = Probe(Pattern(literal(text), head=True, tail=True), Manner.EXACT, scope)
        return any(len(segment.text.find(probe)) for segment in self._segments)

    def _as_parts(self, parts: Sequence[str], field: str | None = None) -> bool:
        """Answer by the answers to these parts together, if anything matches them all."""
        return bool(parts) and self._as_words([Term(part, field) for part in parts])

    def _as_words(self, terms: Sequence[Term]) -> bool:
        """Answer by the answers to these terms together, if anything matches them all."""
        answers: list[Answer] = []
        for term in terms:
            answers.append(Answer(term, self._segments, self._cancelled, guessing=False))
            if not answers[-1].found:
                return False
        for number, segment in enumerate(self._segments):
            if len(segment.text.keys(segment.text.all_of([word.column(number) for word in answers]), 0)):
                self.words = answers
                return True
        # Beside a name a post or an agency is of no use alone; any other word may be what was wanted.
        only_names = all(term.field for term in terms)
        names = [f"speaker:^{term.text}" for term in terms if only_names and term.field == "speaker"]
        self.apart = self.apart or tuple(names or [term.text for term in terms if len(term.text) > 1])
        return False

    def _look(self, probes: Sequence[Probe]) -> Outcome:
        """Look for some probes everywhere."""
        found = Outcome()
        for probe in probes:
            here = Outcome()
            for number, segment in enumerate(self._segments):
                if self._cancelled():
                    raise OvertakenError
                places = segment.text.find(probe)
                if not len(places):
                    continue
                here = here.also(segment.text.raise_to(self._columns[number], probe, places))
                if probe.pattern.usual:
                    usual = segment.text.usual(places, probe)
                    if len(usual):
                        segment.text.raise_to(self._columns[number], probe._replace(likely=True), usual)
                self._places[number].append(segment.text.contents(places))
            if here.anything:
                self.probes.append(probe)
                found = found.also(here)
        return found


def united(places: Sequence[Places]) -> Any:
    """Several ascending rows of places as one."""
    if len(places) < 2:
        return places[0] if places else []
    if all(isinstance(row, list) for row in places):
        return sorted({place for row in places for place in row})
    from tuiexplorer.search.large_text import united as united_arrays

    return united_arrays(places)
