"""Mending a source text, what it does to each language shown first; and the joins of one language."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from hexapla.formats import tei
from hexapla.formats.tei import inline
from hexapla.mend import Mended, apply, carry, said
from hexapla.model import languages
from hexapla.model.catalog import Entry, State
from hexapla.model.edition import Settings
from hexapla.model.errors import Conflict, HexaplaError
from hexapla.model.mend import Carried, Effect, Mend
from hexapla.model.messages import _, shown
from hexapla.model.person import Person, Right
from hexapla.model.text import Text
from hexapla.work import settings, sync
from hexapla.work.edition import Edition
from hexapla.work.rights import allow
from hexapla.work.sync import earlier


def effect(edition: Edition, person: Person, slug: str, mend: Mend) -> tuple[Effect, ...]:
    """Return what a mend would do to each language, before anything is done; raises what ``mend`` raises."""
    allow(person, Right.MANAGE)
    text = edition.text(slug)
    mended = _mended(edition, slug, text, mend)
    return tuple(_effect(edition, text, lang, mended) for lang in edition.settings.languages_of(slug))


def mend(edition: Edition, person: Person, slug: str, mend: Mend, *, digest: str = "") -> int:
    """Mend a text, and carry its translations along, in one change set; then its files are written.

    Returns the number of the change set, 0 if nothing changed. Raises Denied, NotFound for a text, unit or block that
    is not there, and HexaplaError for what cannot be done, or while the text's file says something else; Conflict if
    the text is not the one of a ``digest`` that is given (``Edition.digest``).
    """
    allow(person, Right.MANAGE)
    with edition.desk.lock("texts"), edition.desk.lock(sync.FOLDER):
        edition.renew()
        _meet(edition, person, slug)
        if digest and edition.digest(slug) != digest:
            raise Conflict(
                _("“{text}” has just been changed; look at it again.").format(text=shown(slug, 60))
            )
        text = edition.text(slug)
        mended = _mended(edition, slug, text, mend)
        if mended.text is text:
            return 0
        langs = edition.settings.languages_of(slug)
        before = {}
        if edition.root is not None:
            before = earlier.read(edition.root, slug, langs, _told_otherwise(text, mended.text))
        change = edition.desk.put_text(
            person,
            mended.text,
            slug=slug,
            tei=tei.serialize(mended.text, edition.desk.tei(text.id)),
            languages=langs,
            minor=mended.minor,
            kind=said.kind(mend),
            note=said.said(text, mend),
            carry=partial(_carry, carried=mended.carried, between=_between(text.lang)),
        )
        earlier.keep(edition, change, slug, before)
        _count_on(edition, slug, mended.next)
        if edition.root is not None:
            sync.within(edition, edition.root, person, slug)
    return change


def _mended(edition: Edition, slug: str, text: Text, mend: Mend) -> Mended:
    found = edition.settings.text(slug)
    taken = {
        unit
        for lang in edition.settings.languages_of(slug)
        for row in edition.desk.obsolete(text.id, lang)
        for unit in row.entry.units
    }
    return apply(
        text,
        mend,
        next=found.next if found else 1,
        unit=(found.unit if found else "") or edition.settings.unit,
        abbreviations=edition.settings.abbreviations.get(text.lang, ()),
        taken=taken,
    )


def _carry(
    lang: str, entries: Iterable[Entry], *, carried: Sequence[Carried], between: str
) -> tuple[Entry, ...]:
    return carry(lang, entries, carried, between=between)


def _between(lang: str) -> str:
    return " " if languages.language(lang).spaced else ""


def _meet(edition: Edition, person: Person, slug: str) -> None:
    """Bring desk and folder together first; raises HexaplaError while the text's file says something else."""
    if edition.root is None:
        return
    document = sync.within(edition, edition.root, person, slug)[0]
    if document.skipped:
        raise HexaplaError(f"{document.file}: {document.skipped}" if document.again else document.skipped)
    edition.renew()


def _told_otherwise(old: Text, new: Text) -> set[str]:
    """Return the units of a text of which a catalog will say something else: their words, or where they stand."""

    def places(text: Text) -> dict[str, tuple[object, ...]]:
        return {
            unit.id: (unit.source, block.kind, block.heads, block.speaker)
            for block in text.blocks
            for unit in block.units
        }

    now = places(new)
    return {unit for unit, place in places(old).items() if now.get(unit) != place}


def _count_on(edition: Edition, slug: str, following: int) -> None:
    """Raise the number of the next unit, should the text have one that the settings do not know of."""
    found = edition.settings.text(slug)
    if found is None or found.next >= following:
        return

    def raised(now: Settings) -> Settings:
        texts = (
            replace(one, next=max(one.next, following)) if one.slug == slug else one for one in now.texts
        )
        return replace(now, texts=tuple(texts))

    settings.change(edition, raised, write=False)


def _effect(edition: Edition, text: Text, lang: str, mended: Mended) -> Effect:
    now = {unit.id: unit.source for unit in mended.text.units}
    changed = {unit.id for unit in text.units if now.get(unit.id) != unit.source}
    entries = _entries(edition, text.id, lang, changed)
    after = carry(lang, entries, mended.carried, between=_between(text.lang))
    moved = {unit for one in mended.carried for unit in one.before}
    work = divided = words = 0
    states: dict[State, int] = {}
    for entry in entries:
        if entry.state is State.UNTRANSLATED:
            continue
        size = len(entry.units)
        if not moved.isdisjoint(entry.units):
            divided += size
            heirs = [
                one for one in after if not set(_units_after(entry, mended.carried)).isdisjoint(one.units)
            ]
            alike = len(heirs) == 1 and (heirs[0].msgstr, heirs[0].state) == (entry.msgstr, entry.state)
            again = any(one.state is State.NEEDS_WORK for one in heirs)
        elif entry.msgstr and any(unit in changed and unit not in mended.minor for unit in entry.units):
            work += size
            alike, again = False, True
        else:
            continue
        if not alike:
            states[entry.state] = states.get(entry.state, 0) + size
        words += inline.words(entry.msgid) if again and not alike else 0
    ranked = sorted(states.items(), key=lambda pair: pair[0].rank)
    kept = _translated(edition, text.id, lang) - work - divided
    return Effect(lang, kept=kept, work=work, divided=divided, words=words, states=tuple(ranked))


def _units_after(entry: Entry, carried: Sequence[Carried]) -> list[str]:
    """Return the units that hold an entry's words then."""
    return [unit for one in carried if not set(one.before).isdisjoint(entry.units) for unit in one.after]


def _entries(edition: Edition, text_id: str, lang: str, units: Iterable[str]) -> list[Entry]:
    """Return the entries that hold units, in the order of the text."""
    found = {}
    for unit in units:
        row = edition.desk.row(text_id, lang, unit)
        found[row.position] = row.entry
    return [found[position] for position in sorted(found)]


def _translated(edition: Edition, text_id: str, lang: str) -> int:
    """Count the units that have a translation, or none on purpose."""
    return sum(
        count
        for one in edition.desk.progress(text_id, lang)
        for state, count in one.units.items()
        if state is not State.UNTRANSLATED
    )
