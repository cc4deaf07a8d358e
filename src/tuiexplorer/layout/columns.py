"""Columns: whether a sentence goes on in its paragraph, where a machine broke the lines and no indent tells.

A paragraph's last line is full as often as a sentence within it ends with a line. Which of both it is, evidence tells,
in natural logarithms: how long paragraphs are on the page, who has spoken in this one, how the next sentence opens.
Measured on news and on the articles of the tests: four such joints in five are told by it.
"""

from collections.abc import Sequence
from math import log

from tuiexplorer.layout.cohesion import opening
from tuiexplorer.layout.datelines import is_lead
from tuiexplorer.layout.draft import USUAL, could_be_heading, is_open
from tuiexplorer.layout.line import Line
from tuiexplorer.layout.page import Page
from tuiexplorer.layout.speech import names_cue, refers_back
from tuiexplorer.layout.stops import ends

_FLOW = 1.5
"""How much it weighs that paragraphs of the page have many sentences, and that this one is still short."""
_SENTENCE = 50
"""The length at which it is neither short nor long."""
_SAME_QUOTATION = 9
"""A quotation that is still open."""
_INTRODUCED = 2
"""A colon that is not a label's: 他说：."""
_LABEL = 20
_CLAUSE = 4
"""A semicolon: more often within a sentence than at the end of a list's item."""
_SPOKEN = 1.5
"""What reads as the speaker, behind a quotation that has none yet."""
_OTHERS = -1.5
"""One more speaker."""
_REFERS = 0.7
"""A word that needs a sentence before it."""
_OPENING = 0.7
"""The character that the sentence begins with."""
_SAME = 0.6
"""Its first two stand in the paragraph: it is of the same."""


def goes_on_in_column(paragraph: str, after: Line, page: Page, ahead: Sequence[Line]) -> bool:
    """Whether the line ``after``, others ``ahead``, goes on with a paragraph that ends in a stop and a full line."""
    below = next((line.text for line in ahead if line.role is None), "")
    if is_lead(after.text) or page.is_labelled(after.text) or (after.text[0] == "“" and is_open(paragraph)):
        return False  # each paragraph of a long quotation has its mark
    if could_be_heading(after.text) and not page.is_full(after, below):
        return False
    return _FLOW * page.flow + _as_next_sentence(paragraph, sentence(after, ahead)) > 0


def sentence(after: Line, ahead: Sequence[Line]) -> str:
    """What begins with the line ``after``: as much of it as tells who speaks."""
    text = after.text
    for line in ahead:
        if ends(text) or len(text) >= USUAL or line.mark:
            break
        text += line.text if line.role is None else ""
    return text[:USUAL]


def _as_next_sentence(paragraph: str, text: str) -> float:
    """What speaks for ``text`` being the next sentence of a paragraph, less what speaks for a paragraph of its own."""
    if is_open(paragraph):
        return _SAME_QUOTATION
    weight = _REFERS * refers_back(text) + _SAME * (text[:2] in paragraph) - _OPENING * opening(text[0])
    weight -= _FLOW * log(len(paragraph) / _SENTENCE)
    if paragraph[-1] in "；;":
        weight += _CLAUSE
    if paragraph[-1] in "：:" and len(paragraph) > _LABEL:
        weight += _INTRODUCED
    elif names_cue(text):
        weight += _OTHERS * names_cue(paragraph) or _SPOKEN * (paragraph[-1] == "”")
    return weight
