"""The readers, one file each; a reader joins by adding its file here (``hexapla.ingest.reader.Reader``)."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import cast

from hexapla.ingest.reader import Reader
from hexapla.model.errors import BadFile
from hexapla.model.messages import _


@cache
def readers() -> tuple[Reader, ...]:
    """Return all readers, in the order of their names."""
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(cast(Reader, import_module(f"{__name__}.{name}")) for name in names)


def reader_of(source: bytes, name: str) -> Reader:
    """Return the reader for a file, by its name and content; raise BadFile where there is none."""
    for reader in readers():
        if reader.claims(source, name):
            return reader
    accepted = ", ".join(kind for reader in readers() if (kind := reader.accepts()))
    raise BadFile(
        _("no reader knows this kind of file; it can be one of: {accepted}.").format(accepted=accepted),
        file=name,
    )
