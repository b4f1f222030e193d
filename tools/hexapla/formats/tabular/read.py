"""A file as a sheet, whichever of the formats it is."""

from hexapla.formats import files
from hexapla.formats.tabular.columns import Sheet
from hexapla.formats.tabular.delimited import read_csv
from hexapla.formats.tabular.worksheet import read_xlsx
from hexapla.model.errors import BadFile, TooLarge
from hexapla.model.messages import _


def read(source: bytes, name: str = "") -> Sheet:
    """Return the table that a file holds: XLSX, or CSV in UTF-8, UTF-16 or Windows-1252, divided by , ; or tabs.

    ``name`` is the file's, for messages and for ``.tsv``. Formulas are not run: their last results are read. Raises
    BadFile for what is neither, TooLarge over 20 MiB and beyond the limits of ``limits``, ``xml`` and ``archive``.
    """
    if len(source) > files.MAX_BYTES:
        raise TooLarge(_("the file is larger than {n} MB.").format(n=files.MAX_BYTES // 2**20), file=name)
    if source.startswith(b"PK\3\4"):
        return read_xlsx(source, name)
    if source.startswith(b"\xd0\xcf\x11\xe0"):
        raise BadFile(
            _("this is a spreadsheet of the old kind (.xls), or one with a password; save it as .xlsx."),
            file=name,
        )
    return read_csv(source, name)
