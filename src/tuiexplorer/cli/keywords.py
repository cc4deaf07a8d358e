"""The keywords of an entry, where they are asked for."""

from tuiexplorer.model import Entry


def keywords_of(entry: Entry) -> list[str]:
    """The words that say best what an entry is about."""
    from tuiexplorer.search.words import keywords

    return list(keywords(entry.item.content))
