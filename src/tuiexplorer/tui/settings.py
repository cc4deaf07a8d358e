"""The user's settings: a TOML file of keys, colours, language and defaults, checked with clear errors."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from msgspec import Struct, field

from tuiexplorer.language import LANGUAGES, _
from tuiexplorer.system_errors import in_words
from tuiexplorer.tui import themes
from tuiexplorer.tui.actions import ACTIONS, Where, binding_id
from tuiexplorer.tui.groups import Grouping
from tuiexplorer.tui.keys import key_of_name

TOGETHER = (
    *({place} for place in Where),
    {Where.EXPLORER, Where.TREE},
    {Where.EXPLORER, Where.DETAIL},
    {Where.SOURCE, Where.PAGE},
    {Where.COLLECTION, Where.PAGE},
    {Where.STATISTICS, Where.PAGE},
)
"""Places whose actions work at the same time: a key can mean one thing only."""

TAKING_TURNS = (
    {"source.next_statement", "page.next_match"},
    {"source.previous_statement", "page.previous_match"},
)
"""Actions that may have the same key: one of them works while the page is searched, the other while it is not."""


class SettingsError(Exception):
    """The settings cannot be used; the message names file, line and key."""


class Settings(Struct, frozen=True):
    """What the file says of the screen; None where it says nothing."""

    theme: str | None = None
    grouping: Grouping | None = None
    split: int | None = None
    mouse: bool | None = None
    keywords: bool | None = None
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys by the name of an action, or of a place and an action: ``copy_quote``, ``tree.first``."""


def read_settings(path: Path) -> Settings:
    """The settings in ``path``; the defaults where there is no such file.

    Raises:
        SettingsError: the file cannot be read, or a key in it means nothing.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        reason = in_words(error) if isinstance(error, OSError) else _("not in UTF-8")
        raise SettingsError(f"{path}: {reason}") from error
    import tomllib  # few have such a file

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        told = _("this is no TOML: {reason}").format(reason=error)  # the reason is Python's, in English
        raise SettingsError(f"{path}: {told}") from error
    return _Checked(path, text).settings(table)


class _Checked:
    """A settings file under scrutiny."""

    def __init__(self, path: Path, text: str) -> None:
        self._path, self._text = path, text

    def settings(self, table: Mapping[str, Any]) -> Settings:
        known = {"language", "theme", "grouping", "split", "mouse", "keywords", "keys"}
        for key in table:
            if key not in known:
                self._fail(
                    key, _("no such setting; there are {names}").format(names=", ".join(sorted(known)))
                )
        self._one_of(table, "language", LANGUAGES)  # by now it speaks it: see :mod:`tuiexplorer.language`
        grouping = self._one_of(table, "grouping", tuple(map(str, Grouping)))
        return Settings(
            self._one_of(table, "theme", themes.names()),
            Grouping(grouping) if grouping else None,
            self._split(table),
            self._of(table, "mouse", bool, _("must be true or false")),
            self._of(table, "keywords", bool, _("must be true or false")),
            self._keys(table.get("keys", {})),
        )

    def _keys(self, table: Any) -> dict[str, tuple[str, ...]]:
        if not isinstance(table, dict):
            self._fail("keys", _('must be a table, as in [keys] copy_quote = "c"'))
        names = {binding_id(action) for action in ACTIONS}
        keys: dict[str, tuple[str, ...]] = {}
        for name, value in _flat(table):
            if name not in names:
                told = _("no such action: {name}; the help (?) names them").format(name=name)
                self._fail(name.rsplit(".", 1)[-1], told)
            wanted = [value] if isinstance(value, str) else value
            if not isinstance(wanted, list) or not all(isinstance(key, str) and key for key in wanted):
                self._fail(name.rsplit(".", 1)[-1], _("must be a key, or a list of keys"))
            keys[name] = tuple(self._key(name, key) for key in wanted)
        for name in keys:
            self._clash(name, keys)
        return keys

    def _key(self, name: str, wanted: str) -> str:
        key = key_of_name(wanted)
        if key is None:
            told = _("no such key: {name}; as a, A, ctrl+x, f5, pagedown").format(name=wanted)
            self._fail(name.rsplit(".", 1)[-1], told)
        return key

    def _clash(self, name: str, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Fail where a key of ``name`` is that of another action which works in the same place."""
        own = next(action for action in ACTIONS if binding_id(action) == name)
        for other in ACTIONS:
            id = binding_id(other)
            if id == name or {id, name} in TAKING_TURNS or {own.place, other.place} not in TOGETHER:
                continue
            for key in set(keys[name]) & set(keys.get(id, other.keys)):
                told = _("{key} is the key of {action}; give that another one too")
                self._fail(name.rsplit(".", 1)[-1], told.format(key=key, action=id))

    def _split(self, table: Mapping[str, Any]) -> int | None:
        split: int | None = self._of(table, "split", int, _("must be a number"))
        if split is not None and not 25 <= split <= 70:
            self._fail("split", _("must be from 25 to 70: the tree's share of the width in percent"))
        return split

    def _one_of(self, table: Mapping[str, Any], key: str, values: Sequence[str]) -> str | None:
        value = table.get(key)
        if value is not None and value not in values:
            self._fail(key, _("must be one of {names}").format(names=", ".join(values)))
        return value

    def _of(self, table: Mapping[str, Any], key: str, kind: type, says: str) -> Any:
        value = table.get(key)
        if value is not None and type(value) is not kind:
            self._fail(key, says)
        return value

    def _fail(self, key: str, reason: str) -> NoReturn:
        pattern = re.compile(rf"^\s*\[?[\w.\"']*{re.escape(key)}[\"']?\s*[=\].]")
        lines = enumerate(self._text.splitlines(), 1)
        line = next((number for number, text in lines if pattern.match(text)), 1)
        raise SettingsError(f"{self._path}:{line}: {key}: {reason}")


def _flat(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    """The leaves of nested tables, by dotted names."""
    leaves: list[tuple[str, Any]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            leaves += _flat(value, f"{prefix}{key}.")
        else:
            leaves.append((f"{prefix}{key}", value))
    return leaves
