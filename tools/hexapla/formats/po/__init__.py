"""gettext catalogs (``.po``): read with one guard before polib, written so that what did not change keeps its bytes."""

from hexapla.formats.po.catalog import Catalog, CatalogEntry
from hexapla.formats.po.parse import parse
from hexapla.formats.po.serialize import serialize

__all__ = ["Catalog", "CatalogEntry", "parse", "serialize"]
