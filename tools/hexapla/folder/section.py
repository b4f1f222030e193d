"""One table of edition.toml, emptied key by key, so that what nobody asked for can be named with its line."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from hexapla.model import languages
from hexapla.model.errors import BadFile, BadName
from hexapla.model.messages import _


class Section:
    """One table of the file that is emptied key by key; what is left at the end is unknown."""

    def __init__(self, table: Mapping[str, Any], text: str, name: str = "", nth: int = 0) -> None:
        self._table, self._text, self._name, self._nth = dict(table), text, name, nth

    def take(self, key: str, kind: type, default: Any = None) -> Any:
        """Take a value of a kind; without a default the key must be there."""
        if key not in self._table:
            if default is None:
                raise self.wrong(key, _("“{key}” is missing.").format(key=self._full(key)))
            return default
        value = self._table.pop(key)
        if kind is str and isinstance(value, date):
            value = value.isoformat()
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.wrong(key, _("“{key}” must be {kind}.").format(key=self._full(key), kind=_named(kind)))
        return value

    def words(self, key: str) -> tuple[str, ...]:
        """Take a list of words."""
        return self._words(key, self.take(key, list, []))

    def _words(self, key: str, values: Any) -> tuple[str, ...]:
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise self.wrong(key, _("“{key}” must be a list of words in quotes.").format(key=self._full(key)))
        return tuple(values)

    def one_of(self, key: str, allowed: tuple[str, ...], default: str) -> str:
        """Take a word out of a fixed choice."""
        value: str = self.take(key, str, default)
        if value not in allowed:
            raise self.wrong(
                key,
                _("“{key}” must be one of {allowed}.").format(
                    key=self._full(key), allowed=", ".join(allowed)
                ),
            )
        return value

    def checked(self, key: str, check: Callable[[str], str], value: str) -> str:
        """Pass a value through a rule for names, giving its refusal the line."""
        try:
            return check(value)
        except BadName as error:
            raise self.wrong(key, str(error)) from error

    def section(self, key: str) -> "Section":
        """Take a table below this one."""
        return Section(self.take(key, dict, {}), self._text, self._full(key), self._nth)

    def sections(self, key: str) -> "list[Section]":
        """Take an array of tables."""
        tables = self.take(key, list, [])
        if not all(isinstance(table, dict) for table in tables):
            raise self.wrong(
                key, _("“{key}” must be written as [[{key}]] tables.").format(key=self._full(key))
            )
        return [Section(table, self._text, self._full(key), nth) for nth, table in enumerate(tables)]

    def by_language(self, key: str) -> "dict[str, Any]":
        """Take a table whose keys are language tags, made canonical; none may be there twice."""
        below, found = self.section(key), dict[str, Any]()
        for tag, value in below.rest().items():
            lang = below.checked(tag, languages.canonical, tag)
            if lang in found:
                raise below.wrong(tag, _("“{key}” is there twice.").format(key=below._full(lang)))
            found[lang] = value
        return found

    def words_by_language(self, key: str) -> dict[str, tuple[str, ...]]:
        """Take a table of lists of words by language."""
        return {tag: self._words(key, values) for tag, values in self.by_language(key).items()}

    def tables_by_language(self, key: str) -> dict[str, dict[str, str]]:
        """Take a table of tables of words by language; numbers are taken as words."""
        found = self.by_language(key)
        for tag, table in found.items():
            if not isinstance(table, dict) or any(isinstance(value, dict | list) for value in table.values()):
                raise self.wrong(
                    key,
                    _("“{key}” must be a table of words in quotes.").format(key=f"{self._full(key)}.{tag}"),
                )
        return {tag: {name: str(value) for name, value in table.items()} for tag, table in found.items()}

    def rest(self) -> dict[str, Any]:
        """Take all that is left."""
        left, self._table = self._table, {}
        return left

    def done(self) -> None:
        """Refuse what is left."""
        for key in self._table:
            raise self.wrong(key, _("“{key}” is not a setting of an edition.").format(key=self._full(key)))

    def wrong(self, key: str, reason: str) -> BadFile:
        """Build the refusal of a key, with its line."""
        return BadFile(reason, line=self._line(key))

    def _full(self, key: str) -> str:
        return f"{self._name}.{key}" if self._name else key

    def _line(self, key: str) -> int | None:
        """Find the line of a key below this section's nth header; TOML parsers keep no places."""
        current, seen = "", -1
        for number, line in enumerate(self._text.splitlines(), 1):
            bare = line.strip()
            if bare.startswith("["):
                current = bare.split("]")[0].strip("[ ")
                seen += current == self._name
                if current == self._full(key):
                    return number
            elif (
                current == self._name
                and (not self._nth or seen == self._nth)
                and bare.startswith((key, f'"{key}"'))
            ):
                return number
        return None


def _named(kind: type) -> str:
    """Name a kind of value as a person would."""
    names = {int: _("a number"), list: _("a list"), dict: _("a table"), bool: _("true or false")}
    return names.get(kind, _("a text in quotes"))
