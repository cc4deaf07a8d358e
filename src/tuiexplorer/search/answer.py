"""The answer to one term: what each entry is worth for it, and the probes that say so."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from tuiexplorer.search import plan as planning
from tuiexplorer.search.fields import Field
from tuiexplorer.search.pattern import Manner, Outcome, Probe
from tuiexplorer.search.plan import Plan
from tuiexplorer.search.query import Term
from tuiexplorer.search.segment import Column, OvertakenError, Places, Segment

Cancelled = Callable[[], bool]

_COURTESIES = ("同志", "先生", "女士", "老师")
_SHORT_POSTS = tuple("局厅处部市县区校院行关署董总")
"""What a post is called by for short: all of these begin one (局长, 董事长, 总经理)."""
_SIGNS_AT_ENDS = re.compile(r"^\W+|\W+$")
_SHORTEST_RUN_ON = 4
_LONGEST_IN_PARTS = 24
_LONGEST_IN_TWO = 8
"""Characters of a run-on term that is also cut where no dictionary would."""


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
        """The answers to the words of a run-on term, where it is those that were found."""
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
        words = [word.column(number) for word in self.words]
        column = text.all_of(words) if words else self._columns[number]
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
        found = self._look(made.sure)
        if not found.short:
            found = found.also(self._look(planning.other_agency_names(made)))
        guessed = guessing and not found.anything and self._guess(made)
        if guessing and found.anything and not (found.name if made.is_spelt else found.short):
            self._look(planning.like_names(made))
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

    def _named_in_parts(self, made: Plan) -> bool:
        """Take the term for a name and how one calls him, or for an agency and something more (发改委书记)."""
        text = made.text
        if made.term.exact or made.term.field or text.isascii() or len(text) > _LONGEST_IN_PARTS:
            return False
        return any(map(self._as_words, _called(text))) or any(
            self._as_words([Term(text[:end], "agency", tail=True), Term(text[end:])])
            for end in range(len(text) - 2, 1, -1)
        )

    def _run_on(self, made: Plan) -> bool:
        """Take the term for several words written together: those that it is cut into, or any two."""
        text = made.text
        if made.term.exact or text.isascii() or len(text) < _SHORTEST_RUN_ON:
            return False
        from tuiexplorer.search.words import cut

        pieces = [piece for piece in cut(text) if piece.isalnum()]
        cuts = [pieces] if len(pieces) > 1 else []
        if len(text) <= _LONGEST_IN_TWO:
            cuts += [[text[:end], text[end:]] for end in range(2, len(text) - 1)]
        return any(self._as_words([Term(piece, made.term.field) for piece in pieces]) for pieces in cuts)

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
        names = [f"speaker:^{term.text}" for term in terms if term.field == "speaker"]
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


def _called(text: str) -> Iterator[Sequence[Term]]:
    """Ways to take a text for a speaker as one calls him: 李厅长, 李厅 for short, 李同志."""
    if text.endswith(_COURTESIES):
        yield [Term(text[:-2], "speaker", head=True)]
    for end in (1, 2):
        name, post = Term(text[:end], "speaker", head=True), text[end:]
        if len(post) > 1:
            yield [name, Term(post, "post", tail=True)]
        elif post in _SHORT_POSTS:
            yield [name, Term(post, "post", head=True)]


def united(places: Sequence[Places]) -> Any:
    """Several ascending rows of places as one."""
    if len(places) < 2:
        return places[0] if places else []
    if all(isinstance(row, list) for row in places):
        return sorted({place for row in places for place in row})
    from tuiexplorer.search.large_text import united as united_arrays

    return united_arrays(places)
