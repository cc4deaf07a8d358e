"""The language of the interface: gettext catalogues, English and Chinese.

A message is written in English in the code and marked with ``_``, ``ngettext`` or, in a table that is built
before the language is known, ``N_``. The catalogues stand in ``locales/``; ``python -m tests.catalogues`` brings
them up to date with the code.
"""

import gettext as _gettext
import os
from collections.abc import Mapping
from pathlib import Path

LANGUAGES = ("zh", "en")
"""The languages that have a catalogue."""

_LOCALES = Path(__file__).with_name("locales")
_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


def preferred(environment: Mapping[str, str] = os.environ) -> str:
    """The language that the locale asks for: Chinese where it is named first, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if locale := environment.get(name):
            return "zh" if locale.lower().startswith("zh") else "en"
    return "en"


def use(language: str | None = None) -> str:
    """Speak ``language``, or what the locale asks for, from here on; returns the language chosen."""
    global _catalogue  # noqa: PLW0603 - one language a process, as gettext itself has it
    chosen = language if language in LANGUAGES else preferred()
    _catalogue = _gettext.translation("tuiexplorer", _LOCALES, [chosen], fallback=True)
    return chosen


def _(message: str) -> str:
    """``message`` in the language in use."""
    return _catalogue.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """``singular`` or ``plural``, as ``n`` wants it, in the language in use."""
    return _catalogue.ngettext(singular, plural, n)


def N_(message: str) -> str:  # noqa: N802 - the name that extractors know
    """Mark ``message`` for the catalogues without translating it yet."""
    return message
