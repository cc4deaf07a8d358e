"""The keywords of an entry, where they are asked for."""

from tuiexplorer.model import Entry, Statement


def keywords_of(entry: Entry) -> list[str]:
    """The words that say best what an entry is about."""
    from tuiexplorer.search.words import keywords

    item = entry.item
    return list(keywords(item.content if isinstance(item, Statement) else item.text))
