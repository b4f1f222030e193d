"""Writing edition.toml: only what differs is touched, so that comments, order and spelling of a person stay."""

from collections.abc import Mapping, Sequence
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array, InlineTable, Table

from hexapla.folder.parsed import parse
from hexapla.folder.tables import FIXED, NAMES, table
from hexapla.model import languages
from hexapla.model.edition import Settings
from hexapla.model.errors import BadFile, BadName
from hexapla.model.messages import _


def render(settings: Settings, old: bytes = b"") -> bytes:
    """Render settings over the old file's bytes; parsing the result gives the settings.

    What has its default stays unwritten. Raises BadFile for an old file that cannot be read, or whose layout
    has no place for what changed.
    """
    before = table(parse(old)) if old else {}
    after = table(settings)
    if before == after:
        return old
    try:
        document = tomlkit.parse(old.decode("utf-8"))
        _put(document, before, after)
        made = _ended(tomlkit.dumps(document), old).encode("utf-8")
        if parse(made) == settings:
            return made
    except (TOMLKitError, BadFile, KeyError, TypeError, ValueError):
        pass  # the reason is of no use to a person, the way out is the same
    raise BadFile(
        _(
            "The settings cannot be written into this layout; keep tables of one name together, and write plain TOML."
        )
    )


def _put(
    place: Any, before: Mapping[str, object], after: Mapping[str, object], *, inline: bool = False
) -> None:
    """Bring a table of the document from one content to another; new tables in it stand in braces if ``inline``."""
    for key in [key for key in before if key not in after]:
        spelled, old = _spelled(place, key), before[key]
        if spelled is not None and key in FIXED and isinstance(old, dict):
            _put(place[spelled], old, {})
        elif spelled is not None:
            del place[spelled]
    for key, value in after.items():
        old = before.get(key)
        if key in before and old == value:
            continue
        spelled = _spelled(place, key)
        if spelled is None:
            place[key] = made = _made(value, inline=inline or isinstance(place, InlineTable))
            if isinstance(made, Table) and isinstance(place, Table):
                made.add(tomlkit.nl())
        elif isinstance(value, dict) and isinstance(old, dict):
            _put(place[spelled], old, value, inline=inline)
        elif key in NAMES and isinstance(value, list) and isinstance(old, list):
            _put_tables(place, key, old, value)
        else:
            place[spelled] = value


def _spelled(place: Any, key: str) -> str | None:
    """Return a key as the person has spelled it, who may write ``pt_br`` for ``pt-BR``; None if it is absent."""
    if key in place:
        return key
    return next((str(other) for other in place if _canonical(str(other)) == key), None)


def _canonical(key: str) -> str:
    try:
        return languages.canonical(key)
    except BadName:
        return ""


def _put_tables(place: Any, key: str, before: list[Any], after: list[Any]) -> None:
    """Bring an array of tables in line; tables that stay are not moved unless their order is another."""
    name, array = NAMES[key], place[key]
    old = {one[name]: one for one in before}
    wanted = [one[name] for one in after]
    for nth in reversed(range(len(array))):
        if str(array[nth][name]) not in wanted:
            del array[nth]
    present = {str(one[name]): one for one in array}
    for one in after:
        if one[name] in present:
            _put(present[one[name]], old[one[name]], one, inline=True)
        else:
            _append(array, one)
    if [str(one[name]) for one in array] != wanted:
        _reorder(array, name, wanted)


def _append(array: Any, content: Mapping[str, object]) -> None:
    """Add a table to an array of tables, blank lines around it; to an array in brackets as one in braces."""
    if isinstance(array, Array):
        array.append(_made(content, inline=True))
        return
    if len(array) and not array[-1].as_string().endswith("\n\n"):
        array[-1].add(tomlkit.nl())
    made = _element(content)
    made.add(tomlkit.nl())
    array.append(made)


def _reorder(array: Any, name: str, wanted: Sequence[str]) -> None:
    tables = {str(one[name]): one for one in array}
    while len(array):
        del array[-1]
    for one in wanted:
        array.append(tables[one])


def _made(value: Any, *, inline: bool) -> Any:
    """Return a value as tomlkit writes it: tables with a header each, within tables of an array inline."""
    if isinstance(value, dict):
        if inline:
            made: InlineTable | Table = tomlkit.inline_table()
        else:
            made = tomlkit.table(bool(value) and all(isinstance(one, dict) for one in value.values()))
        for key, one in value.items():
            made.append(key, _made(one, inline=inline))
        return made
    if isinstance(value, list) and value and isinstance(value[0], dict) and not inline:
        return _array(value)
    return tomlkit.item(value)


def _array(tables: Sequence[Mapping[str, object]]) -> AoT:
    array = tomlkit.aot()
    for one in tables:
        array.append(_element(one))
    return array


def _element(content: Mapping[str, object]) -> Table:
    """Return one table of an array, what is in it inline."""
    made = tomlkit.table()
    for key, value in content.items():
        made.append(key, _made(value, inline=True))
    return made


def _ended(made: str, old: bytes) -> str:
    """Return the document with the line ends of the old one, and no blank lines at the end that it had not."""
    if not old.endswith(b"\n\n"):
        made = made.rstrip("\r\n") + "\n"
    crlf = old.count(b"\r\n")
    return made.replace("\r\n", "\n").replace("\n", "\r\n") if crlf and crlf == old.count(b"\n") else made
