"""edition.toml: read into typed settings with one sentence for every mistake, written with a person's layout kept.

Reading is in ``parsed``, writing in ``rendered``, the plain tables between them in ``tables``; here are the files.
"""

from pathlib import Path

from hexapla.folder import layout
from hexapla.folder.parsed import of_table, parse
from hexapla.folder.rendered import render
from hexapla.folder.tables import table
from hexapla.formats import files
from hexapla.model.edition import Settings
from hexapla.model.errors import BadFile, NotAnEdition

__all__ = ["of_table", "parse", "read", "render", "table", "write"]


def read(root: Path) -> Settings:
    """Read an edition's settings; raises NotAnEdition with the line of the mistake."""
    path = layout.settings_path(root)
    try:
        return parse(files.read(path))
    except BadFile as error:
        raise NotAnEdition(str(error.of(f"source/{layout.SETTINGS}"))) from error


def write(root: Path, settings: Settings) -> bool:
    """Write the settings into edition.toml, touching only what differs; returns whether the file changed.

    Raises BadFile for a file that was damaged in between, or that nobody can write into; it stays as it is.
    """
    path = layout.settings_path(root)
    old = files.read(path) if path.exists() else b""
    try:
        return files.write_if_changed(path, render(settings, old))
    except BadFile as error:
        raise error.of(f"source/{layout.SETTINGS}") from error
