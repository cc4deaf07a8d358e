"""Run-in headings: those that stand in brackets at the head of their paragraphs (【抓投资】省发改委主任张三表示，…)."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.draft import Draft
from tuiexplorer.layout.names import are_names
from tuiexplorer.layout.noise import is_box
from tuiexplorer.layout.speech import ends_in_post, is_person, names_cue
from tuiexplorer.layout.stops import ends

_LEAST = 3
"""So many paragraphs have them, where any does."""
_LABEL = re.compile(r"【(?P<label>[^【】\d：:，。\s]{2,10})】(?=\S)")
_SPEAKERS = re.compile("记者|主持|同期|解说|[问答]$|网友|代表$|委员$")
"""What stands in brackets before who speaks, or what is heard."""


def part_run_in(drafts: Sequence[Draft]) -> list[Draft]:
    """``drafts`` with each run-in heading apart from its paragraph, if they are headings."""
    found = [(draft, label) for draft in drafts if (label := _label(draft))]
    labels = {label["label"] for _, label in found}
    told = sum(names_cue(draft.text) for draft, _ in found)
    if len(labels) < max(_LEAST, len(found)) or 2 * told < len(found) or any(map(_may_speak, labels)):
        return list(drafts)
    return [part for draft in drafts for part in _parted(draft)]


def _label(draft: Draft) -> re.Match[str] | None:
    found = _LABEL.match(draft.lines[0].text) if draft.kind is None else None
    return found if found and ends(draft.text) else None


def _may_speak(label: str) -> bool:
    return bool(_SPEAKERS.search(label)) or (
        is_box(label) or is_person(label) or ends_in_post(label) or are_names(label)
    )


def _parted(draft: Draft) -> Iterator[Draft]:
    if found := _label(draft):
        label, rest = draft.lines[0].split(found.end(), found.end())
        low, high = found.span("label")
        heading = replace(label, mark="【】", text=label.text[low:high], pieces=label.part(low, high))
        yield Draft(BlockKind.HEADING, [heading], first=draft.first)
        draft.replace_first(rest)
        draft.kind = BlockKind.PARAGRAPH
    yield draft
