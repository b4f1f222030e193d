"""Revising a text: what a new state of its source does to every unit and language is shown before it is done."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from hexapla.formats import tei
from hexapla.formats.tei import schema
from hexapla.model.catalog import Entry, State
from hexapla.model.errors import BadFile, Conflict
from hexapla.model.mend import Effect
from hexapla.model.messages import _, shown
from hexapla.model.outcome import Synced
from hexapla.model.person import Person, Right
from hexapla.model.revised import Count, Fate, Fated, counted
from hexapla.revise import Revised
from hexapla.revise.carry import ORIGIN
from hexapla.work import originals, revising, sync
from hexapla.work.edition import Edition
from hexapla.work.ingest import Incoming, refuse_words
from hexapla.work.rights import allow


@dataclass(frozen=True)
class Plan:
    """What revising a text by a file would do; nothing is done until ``apply``."""

    slug: str
    incoming: Incoming
    made: Revised
    source: bytes
    """The document that is to be."""
    before: revising.Aside
    was: str
    """The digest of the document that is."""
    changes: bool
    """Whether the document changes at all."""
    effects: tuple[Effect, ...]
    """What happens to each language's translations, if nothing counts as a minor correction."""

    @property
    def fates(self) -> tuple[Fated, ...]:
        """The fate of every unit."""
        return self.made.fates

    @cached_property
    def counts(self) -> dict[Fate, Count]:
        """Units and words by fate."""
        return counted(self.made.fates)

    @property
    def edited(self) -> frozenset[str]:
        """The units that may be called minor corrections."""
        return revising.edited(self.made)

    @property
    def is_other(self) -> bool:
        """Whether it is rather another text: more than half of what is translated would be put aside."""
        return 2 * self.aside > sum(one.kept + one.work + one.divided + one.aside for one in self.effects)

    @property
    def aside(self) -> int:
        """How many translations would be put aside, in all languages."""
        return sum(one.aside for one in self.effects)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do: the text stays as it is, and no translations came with it."""
        return not (self.changes or self.incoming.entries)


def plan(edition: Edition, person: Person, slug: str, incoming: Incoming) -> Plan:
    """Return what revising a text by a file would do, and do nothing.

    The very file that the text was made of changes nothing, whatever has been mended since. Raises BadFile for a text
    that an edition cannot keep, and BadName for the edition's own words.
    """
    allow(person, Right.MANAGE)
    if not incoming.is_own:
        refuse_words(slug)
    text_id, was = edition.text_id(slug), edition.digest(slug)
    document, old = edition.desk.tei(text_id), edition.text(slug)
    before, known = revising.aside(edition, text_id, old), originals.of(edition, text_id)
    again = (
        bool(incoming.original)
        and known is not None
        and known.is_same(incoming.original, incoming.report.reader, incoming.changes)
    )
    made = revising.compare(
        edition,
        slug,
        old if again else incoming.text,
        before,
        is_own=again or incoming.is_own,
        marked=frozenset(unit.id for unit in old.units) if again else incoming.marked,
        has_header=incoming.report.reader == "tei",
    )
    if incoming.is_own and not again:
        source = tei.serialize(made.text, tei.parse_edited(incoming.original)[1])
    else:
        source = document if made.text == old else tei.in_frame(made.text, document)
    for line, reason in schema.validate(source) if source != document else ():
        raise BadFile(
            _(
                "This holds TEI that an edition cannot keep (as written, line {line}: {reason}); nothing was stored."
            ).format(line=line, reason=reason),
            file=shown(incoming.file or slug),
        )
    return Plan(
        slug=slug,
        incoming=incoming,
        made=made,
        source=source,
        before=before,
        was=was,
        changes=source != document,
        effects=revising.effects(edition, slug, made),
    )


def effects(edition: Edition, person: Person, plan: Plan, minor: Collection[str]) -> tuple[Effect, ...]:
    """Return what a plan does to each language's translations if some units are only corrected."""
    allow(person, Right.MANAGE)
    return revising.effects(edition, plan.slug, plan.made, frozenset(minor) & plan.edited)


def apply(
    edition: Edition, person: Person, plan: Plan, *, minor: bool | Collection[str] = False
) -> list[Synced]:
    """Carry a plan out in one change set, and sync the text; returns what became of its files.

    ``minor`` are the edited units whose translations keep their states, or True for all of these; what was split or
    made one always wants a look. Raises Conflict where the text has changed since the plan was made.
    """
    allow(person, Right.MANAGE)
    incoming = plan.incoming
    if incoming.entries:
        allow(person, Right.TRANSLATE, incoming.lang)
    with edition.desk.lock("texts"):
        edition.renew()
        if edition.digest(plan.slug) != plan.was:
            raise Conflict(
                _("“{slug}” has changed meanwhile; read the file again.").format(slug=shown(plan.slug))
            )
        if plan.changes:
            corrected = plan.edited if minor is True else plan.edited & set(minor or ())
            revising.put(
                edition,
                person,
                plan.slug,
                plan.made,
                plan.source,
                plan.before,
                minor=corrected,
                note=incoming.file,
            )
        if incoming.original:
            originals.keep(
                edition,
                plan.made.text.id,
                incoming.file,
                incoming.original,
                incoming.report,
                incoming.changes,
            )
        if incoming.entries:
            _translations(edition, person, plan)
    return sync.one(edition, person, plan.slug)


def _translations(edition: Edition, person: Person, plan: Plan) -> None:
    """Take the translations that came with the file where there are none, and offer them where they differ."""
    text_id, lang = plan.made.text.id, edition.language(plan.slug, plan.incoming.lang)
    here = {row.entry.context: row.entry for row in edition.desk.rows(text_id, lang, limit=None)}
    empty: list[Entry] = []
    for given in plan.incoming.entries:
        one = here.get("+".join(plan.made.renamed.get(unit, unit) for unit in given.units))
        if one is None or not given.msgstr:
            continue
        if one.state is State.UNTRANSLATED:
            empty.append(Entry(one.units, one.msgid, given.msgstr, given.state, previous=given.previous))
        elif one.msgstr != given.msgstr:
            edition.desk.suggest(person, text_id, lang, one.units, given.msgstr, ORIGIN)
    if empty:
        edition.desk.fill(person, text_id, lang, empty, kind="add", note=plan.incoming.file)
