"""Cohesion: whether two characters are rather inside a sentence or between two lines, a sentence inside a paragraph."""

from functools import cache
from pathlib import Path

from tuiexplorer.lexicon.weights import Weights, read_weights

_DIGITS, _LETTERS = 12, 8
"""Letters and digits, unknown to the measured tables, go on in their kind."""


def cohesion(last: str, first: str) -> int:
    """The weight of the evidence that ``first`` goes on where ``last`` stopped: above 0 for, below against.

    A logarithm of likelihoods: the pair inside running text, over ``last`` ending a headline and ``first`` beginning
    a paragraph. Measured on news; `cohesion.txt` tells how.
    """
    if last.isdecimal() and first.isdecimal():
        return _DIGITS
    if last.isascii() and last.isalpha() and first.isascii() and first.isalpha():
        return _LETTERS if first.islower() else -1
    tables = _tables()
    last, first = _folded(last), _folded(first)
    return (
        tables["pair"].get(last + first, tables["pair"]["??"])
        + tables["last"].get(last, tables["last"]["?"])
        + tables["first"].get(first, tables["first"]["?"])
    )


def opening(first: str) -> int:
    """The weight of the evidence that a sentence which begins with ``first`` begins a paragraph; below 0 against."""
    starts = _tables()["start"]
    return starts.get(_folded(first), starts["?"])


def _folded(character: str) -> str:
    if character.isdecimal():
        return "0"
    if character.isascii() and character.isalpha():
        return "a"
    return "，" if character == "," else character


@cache
def _tables() -> Weights:
    return read_weights(Path(__file__).with_name("cohesion.txt"))
