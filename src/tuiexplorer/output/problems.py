"""What is wrong with a query, in words."""

from tuiexplorer.language import N_, _

_MESSAGES = {
    "unclosed-quote": N_("a quotation mark is not closed"),
    "unknown-field": N_("no such field; there are speaker: agency: post: theme: text: doc:"),
    "empty-term": N_("nothing after the sign"),
    "dangling-bar": N_("| wants a word on both sides"),
    "dangling-escape": N_("\\ at the end escapes nothing"),
    "too-long": N_("too long; the rest is left out"),
}


MOST_TOLD = 12
"""Characters of a piece of a query that are told: what is wrong with it stands behind, and has to fit too."""


def in_words(problem: str) -> str:
    """A problem of a query (``code:piece``, see ``search.Query.problems``) as one line, not yet safe."""
    code, _colon, piece = problem.partition(":")
    message = _(_MESSAGES[code]) if code in _MESSAGES else code
    if len(piece) > MOST_TOLD:
        piece = piece[: MOST_TOLD - 1] + "…"
    return f"{piece.removesuffix(':')}: {message}" if piece else message
