"""What is found out about a selection in the background: keywords, and what was said elsewhere."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from tuiexplorer.language import _
from tuiexplorer.model import Entry, Kind, Statement
from tuiexplorer.tui.groups import agency_of
from tuiexplorer.tui.labels import Matches
from tuiexplorer.tui.library import Key, Library, key_of
from tuiexplorer.tui.outline import Node, NodeId
from tuiexplorer.tui.overview import GroupView, link_to
from tuiexplorer.tui.typeset import Link, Section, View

KEYWORDS = 8
GROUP_KEYWORDS = 12
MOST_ELSEWHERE = 12
"""How many links each section of a statement's page has at most."""
MOST_READ = 400
"""How many statements of a group are read for its keywords, at most."""


class Insights(Struct):
    """What was found out so far, and the pages' contents with it."""

    _entries: dict[Key, tuple[tuple[str, ...], tuple[Section, ...]]] = field(default_factory=dict)
    _groups: dict[NodeId, tuple[tuple[str, int], ...]] = field(default_factory=dict)

    def knows(self, node: Node) -> bool:
        """Whether the background was asked already."""
        return key_of(node.entry) in self._entries if node.is_leaf else node.id in self._groups

    def learn(self, key: Key, keywords: tuple[str, ...], related: tuple[Section, ...]) -> None:
        """Keep what was found out about an entry."""
        self._entries[key] = (keywords, related)

    def learn_group(self, id: NodeId, keywords: tuple[tuple[str, int], ...]) -> None:
        """Keep what was found out about a group."""
        self._groups[id] = keywords

    def forget(self) -> None:
        """Other documents are read: nothing is known any more."""
        self._entries.clear()
        self._groups.clear()

    def view(self, node: Node, library: Library, matches: Matches, *, in_collection: bool) -> View:
        """What the page of a statement shows."""
        words, more = self._entries.get(key_of(node.entry), ((), ()))
        sections = (*elsewhere(node.entry, library), *more)
        return View(node.entry, matches, words, sections, in_collection)

    def group(self, node: Node) -> GroupView:
        """What the page of a group shows."""
        return GroupView(node, self._groups.get(node.id, ()))


def keywords(text: str, n: int) -> Sequence[str]:
    """The words of a text that stand out, best first. Imported here: the segmenter takes long to load."""
    from tuiexplorer.search.words import keywords as real

    return real(text, n)


def elsewhere(entry: Entry, library: Library) -> tuple[Section, ...]:
    """What the same speaker, then others of the same agencies, said elsewhere."""
    item = entry.item
    if not isinstance(item, Statement):
        return ()
    own = key_of(entry)
    sections: list[Section] = []
    shown: set[Key] = {own}
    if item.kind is Kind.NAMED:
        _section(
            sections,
            _("The same speaker"),
            library.speakers.get(item.speaker, ()),
            shown,
        )
    for position in item.positions:
        name = agency_of(position)
        others = _("More from {agency}").format(agency=position.agency)
        _section(sections, others, library.agencies.get(name, ()), shown, within=name)
    return tuple(sections)


def related(title: str, entries: list[Entry]) -> tuple[Section, ...]:
    """A section of entries that speak of the same."""
    links = tuple(link_to(entry) for entry in entries)
    return (Section(title, links),) if links else ()


def common_words(entries: Sequence[Entry]) -> Mapping[str, Sequence[Entry]]:
    """The words that stand out in what is said, each with the statements that use it, the most used first.

    Of many statements some, evenly spread, are read for words; the words are looked for in all.
    """
    said = [entry for entry in entries if isinstance(entry.item, Statement)]
    read = said[:: 1 + len(said) // MOST_READ]
    words = keywords("\n".join(entry.item.content for entry in read), GROUP_KEYWORDS)
    used = {word: [entry for entry in said if word in entry.item.content] for word in words}
    return dict(sorted(used.items(), key=lambda pair: -len(pair[1])))


def _section(
    sections: list[Section],
    title: str,
    entries: Iterable[Entry],
    shown: set[Key],
    within: str | None = None,
) -> None:
    """Add a section of what one speaker, or those ``within`` a body, said that is not shown yet, if there is any."""
    links: list[Link] = []
    for entry in entries:
        if len(links) == MOST_ELSEWHERE:
            break
        if (key := key_of(entry)) not in shown:
            links.append(link_to(entry, named=within is not None, within=within))
            shown.add(key)
    if links:
        sections.append(Section(title, tuple(links)))
