"""Bring the catalogues up to date with the code: ``python -m tests.catalogues``.

Messages are taken from the code, kept ones keep their translation, gone ones go, and what lacks one is listed.
``tests/test_language.py`` fails until this has been run and nothing is lacking.
"""

import io
import sys
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).parents[1] / "src" / "tuiexplorer"
LOCALES = SOURCE / "locales"
LANGUAGES = ("zh",)
"""Those that have a catalogue: English stands in the code."""
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}


@cache
def extracted() -> Catalog:
    """What the code says, in no language."""
    catalogue = Catalog(project="tuiexplorer", fuzzy=False)
    for _file, _line, message, comments, context in extract_from_dir(SOURCE, keywords=KEYWORDS):
        catalogue.add(message, auto_comments=comments, context=context)
    return catalogue


def path_of(language: str, suffix: str) -> Path:
    return LOCALES / language / "LC_MESSAGES" / f"tuiexplorer.{suffix}"


def committed(language: str) -> Catalog:
    """The catalogue in the tree."""
    path = path_of(language, "po")
    if not path.exists():
        return Catalog(locale=language, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def updated(language: str) -> Catalog:
    """The catalogue as it should be: the code's messages, each with the translation that there is."""
    old = committed(language)
    new = Catalog(locale=language, project="tuiexplorer", fuzzy=False, header_comment=f"# {language}")
    new.creation_date = new.revision_date = old.creation_date
    for message in sorted(extracted(), key=lambda message: str(message.id)):
        if not message.id:
            continue
        known = old.get(message.id)
        translation = known.string if known else None
        new.add(message.id, translation)
    return new


def lacking(catalogue: Catalog) -> list[str]:
    """The messages without a translation."""
    return [
        str(message.id)
        for message in catalogue
        if message.id
        and not all(message.string if isinstance(message.string, (list, tuple)) else [message.string])
    ]


def as_mo(catalogue: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def main() -> int:
    lacks = []
    for language in LANGUAGES:
        catalogue = updated(language)
        path_of(language, "po").parent.mkdir(parents=True, exist_ok=True)
        with path_of(language, "po").open("wb") as file:
            write_po(file, catalogue, no_location=True, omit_header=False, width=100)
        path_of(language, "mo").write_bytes(as_mo(catalogue))
        lacks += [f"{language}: {message}" for message in lacking(catalogue)]
    print("\n".join(lacks))
    return 1 if lacks else 0


if __name__ == "__main__":
    sys.exit(main())
