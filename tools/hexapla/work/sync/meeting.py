"""A catalog from outside and the desk's entries, compared and brought together."""

from dataclasses import replace

from hexapla.formats.po import Catalog, grammar
from hexapla.merge import Plan
from hexapla.merge import plan as merge_plan
from hexapla.merge.catalog import remembered
from hexapla.model import languages
from hexapla.model.catalog import Comment, Entry, Suggestion, Waiver, entry_hash, remark_hash
from hexapla.model.person import Person
from hexapla.work.edition import Edition
from hexapla.work.sync.retired import retired


class Meeting:
    """A catalog from outside and the desk's entries, compared; ``plan`` is what is going to happen, or happened."""

    def __init__(
        self,
        edition: Edition,
        slug: str,
        lang: str,
        found: Catalog | None,
        *,
        take_file: bool = False,
        mailed: bool = False,
        trust: str = "",
    ) -> None:
        self._edition, self._slug, self._lang = edition, slug, lang
        self._take_file, self._mailed = take_file, mailed
        self._trust = trust or edition.settings.trust
        self._text_id = edition.text_id(slug)
        self._file = [
            (read := grammar.read(entry), read.hash, grammar.base(entry))
            for entry in (found.entries if found else ())
            if entry.msgctxt and not entry.obsolete
        ]
        self._over = {
            read.hash: over
            for entry in (found.entries if found else ())
            if entry.msgctxt and not entry.obsolete and (over := grammar.lineage(entry))
            for read in (grammar.read(entry),)
        }
        self._aside = [
            (entry.msgctxt, entry.msgid, entry.msgstr)
            for entry in (found.entries if found else ())
            if entry.obsolete and entry.msgctxt and entry.msgstr
        ]
        """Texts that the file keeps aside: where their unit lives again, they are offered, never dropped."""
        self._closed = {
            entry.msgctxt: closed
            for entry in (found.entries if found else ())
            if not entry.obsolete and (closed := grammar.closed(entry))
        }
        self.closing: list[tuple[str, int]] = []
        """Remarks that are open here and closed in the file: kind and number."""
        self.plan = self._compare()

    def _compare(self) -> Plan:
        if not (self._file or self._aside):
            return Plan()
        desk, text = self._edition.desk, self._edition.text(self._slug)
        source = {unit.id: unit.source for unit in text.units}
        between = " " if languages.language(text.lang).spaced else ""
        rows = desk.rows(self._text_id, self._lang, limit=None)
        synced = desk.meetings.synced(self._text_id, self._lang)
        self._seen = {row.entry.context: row.revision for row in rows}
        self.closing = [
            (kind, one.id)
            for row in rows
            if (closed := self._closed.get(row.entry.context))
            for kind, some in _remarks(row.entry)
            for one in some
            if remark_hash(one) in closed
        ]
        plan = merge_plan(
            (row.entry for row in rows),
            self._file,
            synced={} if self._mailed else synced,
            known=remembered(known := desk.meetings.known_hashes(self._text_id, self._lang), synced),
            source=lambda units: between.join(source[unit] for unit in units),
            trust=self._trust,
            take_file=self._take_file,
            over=self._over,
        )
        here = {row.entry.context: row.entry for row in rows}
        offered = tuple(
            (mine, text)
            for context, msgid, text in self._aside
            if (mine := here.get(context)) is not None
            and mine.msgid == msgid
            and text not in (mine.msgstr, *(one.text for one in mine.suggestions))
            and entry_hash(context, msgid, text) not in known.get(context, {})
        )
        unknown = self._unknown(plan.unknown)
        return replace(plan, suggest=(*plan.suggest, *offered), unknown=unknown)

    def _unknown(self, contexts: tuple[str, ...]) -> tuple[str, ...]:
        """Return which of the file's entries nobody knows: those of removed units go aside when the file is written."""
        said = [
            (entry.context, entry.msgid, entry.msgstr)
            for entry, _hash, _base in self._file
            if entry.context in contexts
        ]
        known = {context for context, _id, _str in retired(self._edition, self._text_id, self._lang, said)}
        return tuple(context for context in contexts if context not in known)

    def apply(self, person: Person, *, believe: bool) -> None:
        """Carry out the plan; what somebody saved in the meantime is compared anew, so that no save is overwritten."""
        desk, plan = self._edition.desk, self.plan
        for kind, number in self.closing:
            desk.remarks.turn(person, kind, number, to_open=False)
        if not (plan.take or plan.suggest or plan.met):
            return
        while True:
            _change, late = desk.meetings.take(
                person,
                self._text_id,
                self._lang,
                plan.take,
                seen=self._seen if self._file else {},
                believe=believe,
                kind="merge" if self._mailed else "sync",
                synced={} if self._mailed else plan.met,
            )
            for ours, text in plan.suggest:
                desk.suggest(person, self._text_id, self._lang, ours.units, text, "sync")
            if not late:
                return
            plan = self._compare()


def _remarks(entry: Entry) -> list[tuple[str, tuple[Waiver | Suggestion | Comment, ...]]]:
    return [("waiver", entry.waivers), ("suggestion", entry.suggestions), ("comment", entry.comments)]
