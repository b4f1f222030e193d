"""gettext catalogs (``.po``): one guard before polib, and bytes that stay where nothing has changed."""

from hexapla.formats.po.catalog import Catalog, CatalogEntry
from hexapla.formats.po.parse import parse
from hexapla.formats.po.serialize import serialize

__all__ = ["Catalog", "CatalogEntry", "parse", "serialize"]
