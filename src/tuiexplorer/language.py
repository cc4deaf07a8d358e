"""The language of the interface: English as it stands in the code, Chinese out of a gettext catalogue.

A message is written in English in the code and marked with ``_``, ``ngettext`` or, in a table that is built
before the language is known, ``N_``. The catalogues stand in ``locales/``; ``python -m tests.catalogues`` brings
them up to date with the code.
"""

import gettext as _gettext
import os
from collections.abc import Mapping

from tuiexplorer.folders import config_file

LANGUAGES = ("zh", "en")
"""The languages that the interface speaks."""

_SOURCE = "en"
"""The language of the messages in the code, which needs no catalogue."""
_DOMAIN = "tuiexplorer"
_LOCALES = os.path.join(os.path.dirname(__file__), "locales")
_catalogue: _gettext.NullTranslations | None = None
"""Of the language in use; None as long as it has said nothing, or where it is English."""
_spoken = _SOURCE


def preferred(environment: Mapping[str, str] = os.environ) -> str:
    """The language that the locale asks for: Chinese where it is named first, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if locale := environment.get(name):
            return "zh" if locale.lower().startswith("zh") else _SOURCE
    return _SOURCE


def use(language: str | None = None) -> str:
    """Speak ``language``, else what the settings ask for, else the locale, from here on; returns the language chosen.

    No catalogue is read before something is said.
    """
    global _catalogue, _spoken  # noqa: PLW0603 - one language a process, as gettext itself has it
    _spoken = language if language in LANGUAGES else _in_settings() or preferred()
    _catalogue = None
    return _spoken


def _in_settings() -> str | None:
    """The language that the user's settings ask for; None where they ask for none that is spoken.

    Whatever is wrong with them is told by browsing, which goes by all of them: a search goes on without.
    """
    try:
        with open(config_file(), encoding="utf-8") as file:
            text = file.read()
    except (OSError, ValueError):
        return None
    if "language" not in text:
        return None
    import tomllib  # few have such a file

    try:
        asked = tomllib.loads(text).get("language")
    except tomllib.TOMLDecodeError:
        return None
    return asked if asked in LANGUAGES else None


def _(message: str) -> str:
    """``message`` in the language in use."""
    return message if _spoken == _SOURCE else _messages().gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """``singular`` or ``plural``, as ``n`` wants it, in the language in use."""
    if _spoken == _SOURCE:
        return singular if n == 1 else plural
    return _messages().ngettext(singular, plural, n)


def N_(message: str) -> str:  # noqa: N802 - the name that extractors know
    """Mark ``message`` for the catalogues without translating it yet."""
    return message


def teach_libraries() -> None:
    """Let libraries that call gettext themselves, as argparse does, find their messages in our catalogue.

    gettext learns the language from the environment alone.
    """
    if _spoken == _SOURCE:
        _gettext.textdomain("messages")  # gettext's own, in which there is nothing
        return
    os.environ["LANGUAGE"] = _spoken
    _gettext.bindtextdomain(_DOMAIN, _LOCALES)
    _gettext.textdomain(_DOMAIN)


def _messages() -> _gettext.NullTranslations:
    """The catalogue of the language in use, opened by its path: gettext's own search would import ``locale`` first."""
    global _catalogue  # noqa: PLW0603
    if _catalogue is None:
        try:
            with open(os.path.join(_LOCALES, _spoken, "LC_MESSAGES", f"{_DOMAIN}.mo"), "rb") as file:
                _catalogue = _gettext.GNUTranslations(file)
        except OSError:  # whoever took it away gets English
            _catalogue = _gettext.NullTranslations()
    return _catalogue
