"""How a key is written for people: Ctrl-P, not ctrl+p; the sign itself, not its name."""

from textual.keys import KEY_DISPLAY_ALIASES, format_key

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
    return _NAMES.get(last) or KEY_DISPLAY_ALIASES.get(last) or format_key(last)
