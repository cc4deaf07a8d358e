"""How a key is written for people (Ctrl-P, not ctrl+p; the sign itself, not its name), and what people write."""

import unicodedata

from textual.keys import KEY_DISPLAY_ALIASES, KEY_NAME_REPLACEMENTS, Keys, format_key, key_to_character

_NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "space": "Space",
    "backspace": "Bksp",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "minus": "-",
}


def name_of(key: str) -> str:
    """The name of a key as Textual calls it, for people."""
    *modifiers, last = key.split("+")
    if modifiers:
        name = last.upper() if len(last) == 1 else name_of(last)
        return "-".join([*(modifier.capitalize() for modifier in modifiers), name])
    if last[0] == "f" and last[1:].isdecimal():
        return last.upper()
    return _NAMES.get(last) or KEY_DISPLAY_ALIASES.get(last) or format_key(last)


def is_twin(key: str) -> bool:
    """Whether a key is only what a Chinese input method makes of another."""
    return not (key_to_character(key) or "").isascii()


def key_of_name(name: str) -> str | None:
    """What Textual calls the key that a person calls ``name``, where a sign may stand for itself; None for no key."""
    *modifiers, last = [name] if len(name) == 1 else name.split("+")
    if len(last) == 1 and not last.isalnum():
        called = unicodedata.name(last, "").lower().replace("-", "_").replace(" ", "_")
        last = KEY_NAME_REPLACEMENTS.get(called, called)
    if not set(modifiers) <= {"ctrl", "shift", "alt"} or not _is_key(last):
        return None
    return "+".join([*modifiers, last])


def _is_key(name: str) -> bool:
    named = {*(key.value for key in Keys), *KEY_NAME_REPLACEMENTS.values()}
    return name in named or key_to_character(name) is not None
