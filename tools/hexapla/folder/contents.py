"""Reading and writing the texts and catalogs of a folder; every refusal names the file as a person knows it."""

import hashlib
from pathlib import Path

from hexapla.folder import layout
from hexapla.formats import files, po, tei
from hexapla.formats.po import Catalog
from hexapla.model.errors import BadFile
from hexapla.model.text import Text


def read_text(root: Path, slug: str) -> tuple[Text, bytes]:
    """Read a text; raises BadFile with file and line."""
    path = layout.text_path(root, slug)
    source = _read(root, path)
    return tei.parse(source, file=_shown(root, path)), source


def slugs(root: Path) -> list[str]:
    """Return the names of the TEI files in ``source/``, whether they are texts of the edition or not."""
    return sorted(path.stem for path in (root / "source").glob("*.xml"))


def catalogs(root: Path) -> list[str]:
    """Return the paths of the catalogs in ``locales/``, as messages show them, of the edition or not."""
    return sorted(_shown(root, path) for path in root.resolve().glob("locales/*/LC_MESSAGES/*.po"))


def read_bytes(root: Path, slug: str) -> bytes:
    """Read a text's bytes, without parsing them."""
    return _read(root, layout.text_path(root, slug))


def read_if_there(root: Path, slug: str) -> bytes | None:
    """Read a text's bytes, None where there is no file."""
    path = layout.text_path(root, slug)
    return _read(root, path) if path.is_file() else None


def read_settings(root: Path) -> bytes:
    """Read edition.toml's bytes; raises BadFile where it cannot be read."""
    return _read(root, layout.settings_path(root))


def write_settings(root: Path, source: bytes) -> bool:
    """Write edition.toml's bytes; returns whether the file changed."""
    return _write(layout.settings_path(root), source)


def read_glossary(root: Path) -> bytes | None:
    """Read the glossary's bytes, None where there is no file."""
    path = layout.glossary_path(root)
    return _read(root, path) if path.is_file() else None


def write_glossary(root: Path, source: bytes) -> bool:
    """Write the glossary's bytes; returns whether the file changed."""
    return _write(layout.glossary_path(root), source)


def write_text(root: Path, slug: str, source: bytes) -> bool:
    """Write a text's bytes; returns whether the file changed."""
    return _write(layout.text_path(root, slug), source)


def read_catalog(root: Path, slug: str, lang: str) -> Catalog | None:
    """Read a catalog, or None where there is no file; raises BadFile with file and line."""
    path = layout.catalog_path(root, slug, lang)
    if not path.is_file():
        return None
    return po.parse(_read(root, path), file=_shown(root, path))


def catalog_digest(root: Path, slug: str, lang: str) -> bytes:
    """Return the SHA-256 of a catalog's bytes in hex, or nothing where there is no file."""
    path = layout.catalog_path(root, slug, lang)
    return hashlib.sha256(_read(root, path)).hexdigest().encode() if path.is_file() else b""


def write_catalog(root: Path, slug: str, lang: str, catalog: Catalog) -> bool:
    """Write a catalog; untouched entries keep their bytes; returns whether the file changed."""
    return _write(layout.catalog_path(root, slug, lang), po.serialize(catalog))


def shown_catalog(root: Path, slug: str, lang: str) -> str:
    """Return a catalog's path as messages show it."""
    return _shown(root, layout.catalog_path(root, slug, lang))


def _read(root: Path, path: Path) -> bytes:
    try:
        return files.read(path)
    except BadFile as error:
        raise error.of(_shown(root, path)) from error


def _write(path: Path, source: bytes) -> bool:
    return files.write_if_changed(path, source)


def _shown(root: Path, path: Path) -> str:
    return path.relative_to(root.resolve()).as_posix() if path.is_relative_to(root.resolve()) else path.name
