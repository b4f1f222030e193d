"""Taking back what was edited elsewhere: a mailed catalog by the rules of sync, and three catalogs for git."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from hexapla.formats import files, po
from hexapla.formats.po import Catalog
from hexapla.merge import three
from hexapla.model import languages
from hexapla.model.errors import BadFile, BadName
from hexapla.model.messages import _
from hexapla.model.outcome import Synced
from hexapla.model.person import Person, Right
from hexapla.work.edition import Edition
from hexapla.work.people import allow
from hexapla.work.sync import catalogs

_REFERENCE = re.compile(r"source/([^/:\s]+)\.xml:")


def take_back(
    edition: Edition, person: Person, path: Path, *, lang: str = "", slug: str = "", dry_run: bool = False
) -> Synced:
    """Take an edited file back, entry by entry; the desk's memory of the folder's own file is not touched.

    A copy that nobody edited changes nothing; what both sides changed becomes a suggestion. Language and text come
    from the file unless they are given. Raises BadFile for a file that cannot be read or fits no text of the edition,
    Denied without the right to translate.
    """
    read = KINDS.get(path.suffix.lower())
    if read is None:
        raise BadFile(
            _("Nothing here takes back files of this kind; there are {all}.").format(all=", ".join(KINDS)),
            file=path.name,
        )
    return read(edition, person, path, lang, slug, dry_run)


def _catalog(edition: Edition, person: Person, path: Path, lang: str, slug: str, dry_run: bool) -> Synced:
    try:
        catalog = po.parse(files.read(path), file=path.name)
        tag = edition.language(text := slug or _text(edition, catalog, path), lang or _language(catalog))
    except BadName as error:
        raise BadFile(str(error), file=path.name) from error
    allow(person, Right.TRANSLATE, tag)
    return catalogs.take_back(edition, person, text, tag, catalog, name=path.name, dry_run=dry_run)


KINDS: dict[str, Callable[[Edition, Person, Path, str, str, bool], Synced]] = {".po": _catalog}
"""What can be taken back, by the end of the file's name."""


def _language(catalog: Catalog) -> str:
    said = dict(catalog.headers).get("Language", "").strip()
    if not said:
        raise BadFile(_("The catalog does not say its language; name it with --lang."))
    return languages.canonical(said.replace("_", "-"))


def _text(edition: Edition, catalog: Catalog, path: Path) -> str:
    """Return the text that most references name, else that of the file's name; raises BadFile where there is none."""
    said = Counter(
        slug for entry in catalog.entries for line in entry.references for slug in _REFERENCE.findall(line)
    )
    named: list[str] = [slug for slug, _count in said.most_common()]
    for slug in (*named, path.stem):
        if edition.settings.text(slug):
            return slug
    raise BadFile(_("This catalog fits no text of the edition; name one with --text."), file=path.name)


def driver(base: Path, ours: Path, theirs: Path, *, name: str) -> tuple[str, ...]:
    """Merge three catalogs for git and write the result over ``ours``; returns the contexts that both sides changed.

    Needs no edition and no desk. Raises BadFile, with nothing written, where a side cannot be read; an empty base is
    one that git has none of.
    """
    was, mine, other = (files.read(path) for path in (base, ours, theirs))
    merged = three.merge(
        po.parse(was, file=name) if was.strip() else None,
        po.parse(mine, file=name),
        po.parse(other, file=_("{name} (theirs)").format(name=name)),
    )
    made = po.serialize(merged.catalog)
    po.parse(made, file=name)
    files.write_if_changed(ours, made)
    return merged.conflicts
