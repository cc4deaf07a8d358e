"""What matched in an entry: ranges in the original text of each of its fields."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from tuiexplorer.model import Entry, Statement, Theme, field_name
from tuiexplorer.search.fields import Field
from tuiexplorer.search.fold import fold_with_offsets
from tuiexplorer.search.pattern import Found, Manner, Probe
from tuiexplorer.search.searched_lines import Lines, lines_of, office, other_names_of
from tuiexplorer.search.small_text import SmallText

Range = tuple[int, int]
"""Code points [start, end) of a field."""

_MANNERS = list(Manner)


class _Best(Struct):
    """The ranges, in order, of the best manner of match that one term has in a field."""

    manner: int = 2 * len(_MANNERS)
    ranges: list[Range] = field(default_factory=list)

    def add(self, manner: int, found: Sequence[Range]) -> None:
        """Take over ascending ranges, but for those that share a character with one before."""
        if manner > self.manner:
            return
        known = self.ranges if manner == self.manner else []
        self.manner, self.ranges = manner, []
        index = 0
        for start, end in found:
            while index < len(known) and known[index][1] <= start:
                self.ranges.append(known[index])
                index += 1
            is_free = index == len(known) or end <= known[index][0]
            if is_free and (not self.ranges or self.ranges[-1][1] <= start):
                self.ranges.append((start, end))
        self.ranges += known[index:]


def marks(
    entry: Entry, terms: Sequence[Found], *, other_names: bool = True
) -> Mapping[str, tuple[Range, ...]]:
    """Field names to ascending ranges that share no character, for the words of each term and the probes of each.

    Of one word the best manner of match in each field is marked, and of matches that overlap the first; ranges
    of different words that overlap become one. Where not all words of a term are found, none is marked.
    ``other_names``: whether agencies were found by these too.
    """
    lines = lines_of([entry], other_names=other_names)
    text = SmallText(lines, 1)
    found: dict[str, list[Range]] = {}
    for words in terms:
        marked = [_marked(entry, probes, lines, text) for probes in words]
        if all(marked):
            for best in marked:
                for key, matched in best.items():
                    found.setdefault(key, []).extend(matched.ranges)
    return {key: tuple(_joined(ranges)) for key, ranges in found.items()}


def _marked(entry: Entry, probes: Sequence[Probe], lines: Lines, text: SmallText) -> Mapping[str, _Best]:
    """The best matches of one word in each field of an entry."""
    best: dict[str, _Best] = {}
    for probe in probes:
        for line, places in text.occurrences(probe).items():
            where = Field(max(name for name in Field if lines.firsts[name] <= line))
            for key, ranges in _ranges(entry, where, lines.texts[line], places, len(probe.pattern)):
                weaker = where in (Field.ALIAS, Field.OFFICE)
                best.setdefault(key, _Best()).add(2 * _MANNERS.index(probe.manner) + weaker, ranges)
    return best


def _ranges(
    entry: Entry, where: Field, line: str, places: Sequence[int], length: int
) -> Iterator[tuple[str, list[Range]]]:
    """Names of fields, and ranges in their original text, for matches in a line."""
    if where is Field.ALIAS:
        for key, agency, canonical in _agencies(entry):
            if line in other_names_of(agency, canonical):
                yield key, [(0, len(agency))]
        return
    offsets = fold_with_offsets(line)[1]
    ranges = [(offsets[start], offsets[start + length - 1] + 1) for start in places]
    if where is Field.OFFICE:
        yield from _in_office(entry, line, ranges)
        return
    for key, text in _fields(entry, where):
        if text == line:
            yield key, ranges


def _fields(entry: Entry, where: Field) -> Iterator[tuple[str, str | None]]:
    """The fields of an entry that a line of this kind stands for, by name."""
    item = entry.item
    if where is Field.PATH:
        yield "path", entry.document.path
    elif where is Field.TITLE:
        yield "title", entry.document.title
        yield "subtitle", entry.document.subtitle
    elif where is Field.HEADING:
        yield from _headings(entry.theme)
    elif where is Field.SLOGAN:
        yield "slogan", entry.theme.slogan
    elif not isinstance(item, Statement):
        yield "content", item.content
    elif where is Field.SPEAKER:
        yield "speaker", item.speaker
    elif where is Field.CUE:
        yield "cue", item.cue
    elif where is Field.CONTENT:
        yield "content", item.content
    else:
        for index, position in enumerate(item.positions):
            yield (
                field_name(where.name.lower(), index),
                position.agency if where is Field.AGENCY else position.post,
            )


def _headings(theme: Theme) -> Iterator[tuple[str, str | None]]:
    yield "heading", theme.heading
    for index, heading in enumerate(theme.above):
        yield field_name("above", index), heading.text


def _agencies(entry: Entry) -> Iterator[tuple[str, str, str | None]]:
    if isinstance(entry.item, Statement):
        for index, position in enumerate(entry.item.positions):
            yield field_name("agency", index), position.agency, position.canonical


def _in_office(entry: Entry, line: str, ranges: Sequence[Range]) -> Iterator[tuple[str, list[Range]]]:
    """Ranges in agency, post and speaker as one string, divided among the three; those within one of them aside."""
    item = entry.item
    if not isinstance(item, Statement):
        return
    for index, position in enumerate(item.positions):
        if office(position.agency, position.post, item.speaker) != line:
            continue
        parts = (
            (field_name("agency", index), position.agency),
            (field_name("post", index), position.post),
            ("speaker", item.speaker),
        )
        begin = 0
        for key, text in parts:
            end = begin + len(text)
            cut = [
                (max(start, begin) - begin, min(stop, end) - begin)
                for start, stop in ranges
                if start < end and begin < stop and not (begin <= start and stop <= end)
            ]
            if cut:
                yield key, cut
            begin = end


def _joined(ranges: Sequence[Range]) -> Iterator[Range]:
    """The ranges in order; those that overlap as one."""
    current: Range | None = None
    for start, end in sorted(ranges):
        if current and start < current[1]:
            current = (current[0], max(current[1], end))
        else:
            if current:
                yield current
            current = (start, end)
    if current:
        yield current
