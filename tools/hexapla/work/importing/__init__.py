"""Texts on their way in, by the Import page: read, shown beside the file, mended, and only then stored.

- ``begin``: a file is brought, and read by the worker
- ``view``: what the page shows: lines of the file beside the blocks, and every decision
- ``acts``: mending the text that is not stored yet, taking decisions and acts back, dropping
- ``storing``: the text becomes one of the edition, or a revision of one

An import is a row of the desk, no part of any session: whoever manages the edition may go on with it.
"""

from hexapla.work.importing.acts import act, correct, drop, kind, reverse, split, undo
from hexapla.work.importing.begin import LIMIT, again, begin, read, standing, waiting
from hexapla.work.importing.storing import store
from hexapla.work.importing.view import page, window

__all__ = [
    "LIMIT", "act", "again", "begin", "correct", "drop", "kind", "page", "read", "reverse", "split", "standing",
    "store", "undo", "waiting", "window",
]  # fmt: skip
