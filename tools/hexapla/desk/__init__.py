"""The desk: the store of work in progress, and the only package that knows SQL.

- ``store``: ``Desk``, the one door, with its parts in ``doors``; every other module is functions behind it
- ``opening``, ``connect``, ``turns``: how a database is opened, read, and written in turn
- ``database``, ``sqlite``, ``postgres``: what is each database's own
- ``tables``, ``migrations``: the schema, and how a desk comes to it
- ``texts``, ``catalogs``, ``bulk``: texts and whole catalogs in one change set
- ``entries``, ``rows``, ``progress``: reading
- ``saving``, ``answers``, ``drafts``, ``remarks``: what a person does with one entry
- ``history``: change sets and revisions
- ``syncing``: what the last meeting with a file left behind
- ``index``: the words of every entry, for searching
- ``documents``, ``people``, ``clock``, ``words``: the rest of the house
- ``integrity``, ``standing``, ``mounts``: the desk examines itself, and what it stands on
- ``backup``, ``carried``, ``snapshot``, ``manifest``, ``restore``: a whole desk in one file, and back
- ``prune``: what is over goes, what can be mended is
"""

from hexapla.desk.sqlite import journal_mode
from hexapla.desk.store import Desk

__all__ = ["Desk", "journal_mode"]
