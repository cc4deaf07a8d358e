"""What kind of body an agency is, and whether a string can be an agency at all, by what the name ends in.

The endings stand in ``agency_endings.txt``, read on first use.
"""

from functools import cache, lru_cache

from tuiexplorer.lexicon.agencies import canonical, denoted
from tuiexplorer.lexicon.bodies import LONGEST, foreign, national
from tuiexplorer.lexicon.lines import sections
from tuiexplorer.lexicon.places import Level, countries, mention, places_named
from tuiexplorer.lexicon.script import simplified

KINDS: tuple[str, ...] = (
    "party",
    "local government",
    "government department",
    "court",
    "procuratorate",
    "customs",
    "bank",
    "enterprise",
    "university",
    "hospital",
    "association",
    "community",
    "military",
    "media",
    "foreign",
    "other",
)
"""Every answer of :func:`kind_of` but None."""


@lru_cache(maxsize=8192)
def kind_of(name: str, region: str | None = None) -> str | None:
    """The kind of the body that ``name`` denotes, one of :data:`KINDS`; None where nothing tells.

    Tables come first, then what the name ends in. ``region`` is the place that the text is about.
    """
    name = simplified(name[-LONGEST:])
    if body := national().get(name):
        return body.kind
    if places := places_named(name):
        return "local government" if places[0].province or places[0].name == "中国" else "foreign"
    for meant in denoted(name, region):
        return meant.body.kind
    if _is_abroad(name):
        return "foreign"
    if (full := canonical(name, region)) and (body := national().get(full)):
        return body.kind
    return _told_by_ending(name)


@cache
def agency_suffixes() -> tuple[str, ...]:
    """What the names of agencies end in, longer ones first."""
    return tuple(sorted(_endings(), key=len, reverse=True))


def _told_by_ending(name: str) -> str | None:
    end = _ending(name)
    kind = _endings()[end] if end else None
    if kind != "government department":
        return kind
    if any(national().get(name[:cut]) for cut in range(3, len(name))):
        return kind
    wholes = [(name.find(whole), whole) for whole in _wholes() if name.find(whole) > 0]
    return _endings()[min(wholes)[1]] if wholes else kind


def _ending(name: str) -> str | None:
    """The longest ending of an agency in ``name``."""
    longest = len(agency_suffixes()[0])
    ends = (name[-length:] for length in range(min(longest, len(name)), 0, -1))
    return next((end for end in ends if end in _endings()), None)


@cache
def _endings() -> dict[str, str]:
    """Every ending to its kind."""
    told = sections("agency_endings.txt").items()
    return {word.removesuffix("*"): kind for kind, words in told for word in words}


@cache
def _wholes() -> tuple[str, ...]:
    """The endings of bodies whose parts are of their kind."""
    told = sections("agency_endings.txt").values()
    return tuple(word[:-1] for words in told for word in words if word.endswith("*"))


def _is_abroad(name: str) -> bool:
    """Whether a foreign body, or a country other than China, begins the name.

    A country of one character counts only before a body that countries have: 俄国防部.
    """
    if any((body := national().get(name[:end])) and body.kind == "foreign" for end in range(2, len(name))):
        return True
    found = mention(name)
    if found and found.places[0].level is Level.COUNTRY:
        return found.places[0].name != "中国"
    country = countries().get(name[:1])
    return country is not None and country.name != "中国" and name[1:] in foreign()
