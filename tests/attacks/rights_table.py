"""Every function of ``work`` that a person calls, how it is called, and who may: the table behind S13."""

import itertools
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from editions import ANNA
from hexapla.folder import layout
from hexapla.formats import tbx
from hexapla.model.catalog import State, Waiver
from hexapla.model.change import Save, Saved
from hexapla.model.errors import Denied
from hexapla.model.glossary import Concept, Glossary, Section, Term
from hexapla.model.grid import Answer
from hexapla.model.mend import JoinBlocks, Mark
from hexapla.model.person import Person, Right
from hexapla.model.source import Seen
from hexapla.model.worklist import NewTask, TaskState
from hexapla.work import (
    assignments,
    backup,
    changes,
    doctor,
    export,
    importing,
    ingest,
    joining,
    membership,
    mend,
    merge,
    reading,
    remarks,
    revise,
    revising,
    save,
    source,
    sync,
    watching,
    wording,
)
from hexapla.work import edition as editions
from hexapla.work.edition import Edition
from hexapla.work.jobs import asking
from hexapla.work.jobs.kinds import check_terms as check_terms_job
from hexapla.work.jobs.kinds import export as export_job
from hexapla.work.jobs.kinds import read_in as read_in_job
from hexapla.work.jobs.kinds import sync as sync_job
from hexapla.work.jobs.kinds import take_in as take_in_job
from hexapla.work.search import find
from hexapla.work.terms import (
    acts,
    atsight,
    concordance,
    describing,
    dossier,
    exchange,
    impact,
    listing,
    report,
    triage,
    waiving,
    worklist,
)
from hexapla.work.terms import (
    checking as term_checks,
)

T, R, TERMS, P, M = Right.TRANSLATE, Right.REVIEW, Right.TERMS, Right.PUBLISH, Right.MANAGE
Call = Callable[[Person], object]
Prepare = Callable[[Edition, Person, str], Call]
Rule = Callable[[Person, str], bool]
_numbers = itertools.count(1)


@dataclass(frozen=True)
class Row:
    """A way to call a function: what makes it ready, as somebody who may do all, and who may call it then."""

    name: str
    prepare: Prepare
    may: Rule
    way: str = ""


def anybody(person: Person, _lang: str) -> bool:
    return bool(person.rights)


def within(*rights: Right) -> Rule:
    """Whoever has all of these rights in the language."""
    return lambda person, lang: all(
        right in person.rights and (not person.languages or lang in person.languages) for right in rights
    )


def either(*rights: Right) -> Rule:
    return lambda person, lang: any(within(right)(person, lang) for right in rights)


def somewhere(right: Right) -> Rule:
    return lambda person, _lang: right in person.rights


def whole(person: Person, _lang: str) -> bool:
    """Whoever manages the edition in all its languages."""
    return M in person.rights and not person.languages


def said(answer: Answer) -> Answer:
    """Return an answer, or raise what it says: a save tells its refusal in it."""
    if not answer.ok:
        raise Denied(answer.error) if answer.error else AssertionError(answer)
    return answer


def fresh(word: str = "Wort") -> str:
    return f"{word} {next(_numbers)}"


def translated(edition: Edition, lang: str, unit: str = "u2", person: Person = ANNA) -> tuple[int, str]:
    """Have somebody translate a unit anew; returns its revision and its text."""
    row, text = edition.desk.row("mill", lang, unit), fresh()
    change = Save(
        "c", fresh("op"), "mill", lang, (unit,), text, State.TRANSLATED, row.revision, row.entry.state
    )
    done = edition.desk.save(person, change)
    assert isinstance(done, Saved)
    return done.revision, text


def terms_in_all(person: Person, _lang: str) -> bool:
    """Whoever decides about terms in all languages."""
    return TERMS in person.rights and not person.languages


def saving(text: str | None, state: State, reason: str = "") -> Prepare:
    """Save a text (None: the one that is there) in a state."""

    def prepare(edition: Edition, _person: Person, lang: str) -> Call:
        revision, present = translated(edition, lang)
        target = present if text is None else text and fresh(text)
        runs: list[dict[str, object]] = [{"text": target}] if target else []
        op = save.Op(fresh("op"), ("u2",), runs, state, revision, State.TRANSLATED, reason)
        return lambda person: said(save.save(edition, person, "mill", lang, "c", [op])[0])

    return prepare


def draft(edition: Edition, _person: Person, lang: str) -> Call:
    typed = save.Typed(("u3",), [{"text": fresh()}], edition.desk.row("mill", lang, "u3").revision)
    return lambda person: save.draft(edition, person, "mill", lang, "c", typed)


def accept(edition: Edition, _person: Person, lang: str) -> Call:
    revision, _text = translated(edition, lang)
    edition.desk.suggest(ANNA, "mill", lang, ("u2",), fresh(), "person")
    number = edition.desk.row("mill", lang, "u2").entry.suggestions[-1].id
    how = {"client": "c", "op": fresh("op"), "revision": revision, "seen": State.TRANSLATED}
    return lambda person: said(remarks.accept(edition, person, "mill", lang, "u2", number, **how))  # type: ignore[arg-type]


def restore(edition: Edition, _person: Person, lang: str) -> Call:
    first, _text = translated(edition, lang)
    revision, _text = translated(edition, lang)
    how = {"client": "c", "op": fresh("op"), "revision": revision, "seen": State.TRANSLATED}
    return lambda person: said(remarks.restore(edition, person, "mill", lang, "u2", first, **how))  # type: ignore[arg-type]


def comment(edition: Edition, person: Person, lang: str, unit: str = "u4") -> int:
    return edition.desk.remarks.comment(person, "mill", lang, (unit,), fresh())


def turning(of: str) -> Prepare:
    """Close a remark: one's own comment, another's, or a waiver."""

    def prepare(edition: Edition, person: Person, lang: str) -> Call:
        if of == "waiver":
            waiver = Waiver(fresh("finding"), "", ("u4",), "h", "so")
            number = edition.desk.remarks.waive(ANNA, "mill", lang, ("u4",), waiver)
            return lambda who: remarks.turn(edition, who, "waiver", number)
        number = comment(edition, person if of == "own" else ANNA, lang)
        return lambda who: remarks.turn(edition, who, "comment", number)

    return prepare


def undoing(of: str) -> Prepare:
    """Take back a save of one's own, or of another's, or an own change of the text itself."""

    def prepare(edition: Edition, person: Person, lang: str) -> Call:
        translated(edition, lang, "u5", person if of == "own" else ANNA)
        number = edition.desk.changes.listed(before=None, limit=1, text_id=None, lang=None)[0].number
        return lambda who: changes.undo(edition, who, number)

    return prepare


def assigning(edition: Edition, _person: Person, lang: str) -> Call:
    return lambda person: assignments.assign(edition, person, "anna", "mill", lang)


def closing(of: str) -> Prepare:
    def prepare(edition: Edition, person: Person, lang: str) -> Call:
        number = assignments.assign(edition, ANNA, person.id if of == "own" else "anna", "mill", lang)
        return lambda who: assignments.close(edition, who, number)

    return prepare


def storing(edition: Edition, _person: Person, _lang: str) -> Call:
    assert edition.root is not None
    file = edition.root.parent / f"{fresh('text').replace(' ', '-')}.txt"
    file.write_text("One sentence. And another.", "utf-8")
    incoming = ingest.read(edition, file)
    return lambda person: ingest.store(edition, person, incoming)


SEEN = Seen("u6", {}, "")
"""What somebody might have seen who has seen nothing."""


def revising_a_text(act: Callable[[Edition, Person, revise.Plan], object]) -> Prepare:
    """Do something with the plan of a text’s revision."""

    def prepare(edition: Edition, _person: Person, _lang: str) -> Call:
        assert edition.root is not None
        file = edition.root.parent / f"{fresh('text').replace(' ', '-')}.txt"
        file.write_text("One sentence. And another.", "utf-8")
        incoming = ingest.read(edition, file)
        ingest.store(edition, ANNA, incoming)
        file.write_text("One sentence. And yet another. A third.", "utf-8")
        plan = revise.plan(edition, ANNA, incoming.slug, ingest.read(edition, file, slug=incoming.slug))
        return lambda person: act(edition, person, plan)

    return prepare


def bringing(act: Callable[[Edition, Person, int, int], object], *, is_read: bool = True) -> Prepare:
    """Do something with a file that was brought: what is called gets the import's number and version."""

    def prepare(edition: Edition, _person: Person, _lang: str) -> Call:
        source = b"One sentence. And another.\n\nA second paragraph. Its end.\n"
        number = importing.begin(edition, ANNA, source, name="a.txt", slug=fresh("text").replace(" ", "-"))
        if is_read:
            importing.read(edition, ANNA, number)
        return lambda person: act(edition, person, number, edition.desk.incoming.get(number).version)

    return prepare


def reversing(edition: Edition, _person: Person, _lang: str) -> Call:
    """Take back the decision that a line is a head."""
    source = b"A Head\n\nOne sentence. And another.\n\nA second paragraph. Its end.\n"
    number = importing.begin(edition, ANNA, source, name="a.txt", slug=fresh("text").replace(" ", "-"))
    importing.read(edition, ANNA, number)
    made = importing.page(edition, ANNA, number)
    head = next(one.nth for one in made.decisions if one.kind == "head")
    return lambda person: importing.reverse(edition, person, number, made.row.version, head)


def mended(act: Callable[[Edition, Person, int, int], object]) -> Prepare:
    """The same, with something done to it already."""

    def prepare(edition: Edition, person: Person, lang: str) -> Call:
        number: list[int] = []

        def note(_edition: Edition, _person: Person, made: int, version: int) -> None:
            number.append(made)
            importing.kind(edition, ANNA, made, version, "b1", "quote")

        bringing(note)(edition, person, lang)(ANNA)
        return lambda who: act(edition, who, number[0], edition.desk.incoming.get(number[0]).version)

    return prepare


def putting(edition: Edition, _person: Person, _lang: str) -> Call:
    text, source = edition.text("mill"), edition.desk.tei("mill")
    return lambda person: editions.put(edition, person, text, "mill", source)


def opening(edition: Edition, _person: Person, _lang: str) -> Call:
    root = edition.root
    assert isinstance(root, Path)

    def call(person: Person) -> None:
        with editions.opened(root, person):
            pass

    return call


def checking(edition: Edition, _person: Person, _lang: str) -> Call:
    root = edition.root
    assert isinstance(root, Path)
    return lambda person: editions.check(root, person)


def taking_back(edition: Edition, _person: Person, lang: str) -> Call:
    """A copy of the catalog in which one text was changed, as if it had come by mail."""
    assert edition.root is not None
    sync.one(edition, ANNA, "mill")
    there = layout.catalog_path(edition.root, "mill", lang).read_text("utf-8")
    mailed = edition.root.parent / "mill.po"
    mailed.write_text(re.sub(r'(msgctxt "u7"\n.*\nmsgstr) ".*"', rf'\1 "{fresh()}"', there), "utf-8")
    return lambda person: merge.take_back(edition, person, mailed, lang=lang)


def backing_up(edition: Edition, _person: Person, _lang: str) -> Call:
    assert edition.root is not None
    file = edition.root.parent / fresh("backup").replace(" ", "-")
    return lambda person: backup.backup(edition, person, file)


def restoring(edition: Edition, _person: Person, _lang: str) -> Call:
    """Restore into another clone of the folder, which has no desk yet."""
    assert edition.root is not None
    clone = edition.root.parent / fresh("clone").replace(" ", "-")
    shutil.copytree(edition.root, clone, ignore=shutil.ignore_patterns(".hexapla"))
    file = edition.root.parent / "whole.backup"
    backup.backup(edition, ANNA, file)
    return lambda person: backup.restore(clone, person, file)


def job(act: Callable[[Edition, Person, int], object], *, own: bool = True) -> Prepare:
    """Do something with a job of one's own, or of another's."""

    def prepare(edition: Edition, person: Person, _lang: str) -> Call:
        number = edition.desk.jobs.add(person if own else ANNA, "export", {})
        return lambda who: act(edition, who, number)

    return prepare


def member(act: Callable[[Edition, Person, str], object], *, own: bool = False) -> Prepare:
    """Do something to a member: another, or oneself."""

    def prepare(edition: Edition, person: Person, _lang: str) -> Call:
        id_ = person.id if own else fresh("guest").replace(" ", "-")
        edition.desk.people.put(ANNA, Person(id_, id_, frozenset({T})))
        return lambda who: act(edition, who, id_)

    return prepare


def unbinding(*, own: bool) -> Prepare:
    def prepare(edition: Edition, person: Person, _lang: str) -> Call:
        whose = person if own else Person("other", "Other", frozenset({T}))
        edition.desk.people.join(edition.desk.people.invite(ANNA, whose, days=1), "browser")
        handle = edition.desk.people.access(whose.id)[0].id
        return lambda who: membership.unbind(edition, who, handle)

    return prepare


TERMINOLOGY = tbx.serialize(
    Glossary(
        "",
        "en",
        (
            Concept(
                "c1", sections=tuple(Section(lang, (Term("wheelhouse"),)) for lang in ("en", "de", "hu"))
            ),
            Concept("c2", sections=(Section("en", (Term("heron"),)),)),
        ),
    )
)


def on_terms(act: Callable[[Edition, Person, str], object]) -> Prepare:
    """Do something with the glossary, which is the same small one each time."""

    def prepare(edition: Edition, _person: Person, lang: str) -> Call:
        edition.desk.put_document("glossary.tbx", TERMINOLOGY)
        return lambda person: act(edition, person, lang)

    return prepare


def closing_a_task(edition: Edition, _person: Person, lang: str) -> Call:
    edition.desk.put_document("glossary.tbx", TERMINOLOGY)
    new = [NewTask("mill", lang, ("u2",), "c1", "old", fresh())]
    edition.desk.glossary.change(ANNA, "terms", "", TERMINOLOGY, TERMINOLOGY, new)
    number = edition.desk.worklist.list(lang=lang, state=TaskState.OPEN, limit=None)[-1].id
    return lambda person: worklist.close(edition, person, [number], TaskState.WAIVED, "so")


def importing_terms(edition: Edition, _person: Person, _lang: str) -> Call:
    incoming = exchange.read(edition, f"en,fr\nwheel,{fresh()}\n".encode(), "a.csv").glossary
    return lambda person: exchange.take_in(edition, person, incoming)


def plain(act: Callable[[Edition, Person, str], object]) -> Prepare:
    """Call without any preparation."""
    return lambda edition, _person, lang: lambda person: act(edition, person, lang)


def nothing(_done: int, _total: int) -> None:
    pass


DRAFT = {"formats": ["html"], "draft": True}

TABLE = (
    Row("terms.acts.add", on_terms(lambda e, p, _lang: acts.add(e, p, "en", fresh())), anybody),
    Row("terms.acts.propose", on_terms(lambda e, p, lang: acts.propose(e, p, "c1", lang, "x")), anybody),
    Row("terms.acts.discuss", on_terms(lambda e, p, lang: acts.discuss(e, p, "c1", lang, "Hm.")), anybody),
    Row("terms.acts.decide", on_terms(lambda e, p, lang: acts.decide(e, p, "c1", lang, "x")), within(TERMS)),
    Row(
        "terms.acts.withdraw",
        on_terms(lambda e, p, lang: acts.withdraw(e, p, "c1", lang, "wheelhouse")),
        within(TERMS),
    ),
    Row(
        "terms.describing.describe",
        on_terms(lambda e, p, _lang: describing.describe(e, p, "c1", note="x")),
        terms_in_all,
    ),
    Row(
        "terms.describing.describe_in",
        on_terms(lambda e, p, lang: describing.describe_in(e, p, "c1", lang, note="x")),
        within(TERMS),
    ),
    Row(
        "terms.describing.amend",
        on_terms(lambda e, p, lang: describing.amend(e, p, "c1", lang, "wheelhouse", note="x")),
        within(TERMS),
    ),
    Row("terms.describing.remove", on_terms(lambda e, p, _lang: describing.remove(e, p, "c1")), terms_in_all),
    Row(
        "terms.describing.merge",
        on_terms(lambda e, p, _lang: describing.merge(e, p, "c1", "c2")),
        terms_in_all,
    ),
    Row("terms.exchange.take_in", importing_terms, terms_in_all),
    Row("terms.exchange.written", plain(lambda e, p, _lang: exchange.written(e, p, "csv")), anybody),
    Row("terms.listing.lines", plain(lambda e, p, _lang: listing.lines(e, p)), anybody),
    Row("terms.report.of", plain(lambda e, p, _lang: report.of(e, p)), anybody),
    Row("terms.dossier.of", on_terms(lambda e, p, _lang: dossier.of(e, p, "c1")), anybody),
    Row("terms.impact.of", on_terms(lambda e, p, lang: impact.of(e, p, "c1", lang, "x")), anybody),
    Row("terms.atsight.page", plain(lambda e, p, lang: atsight.page(e, p, "mill", lang, 1, 9)), anybody),
    Row(
        "terms.atsight.verdict",
        plain(lambda e, p, lang: atsight.verdict(e, p, "mill", lang, "u2", [{"text": "x"}])),
        anybody,
    ),
    Row("terms.concordance.of", plain(lambda e, p, _lang: concordance.of(e, p, "mill", "en")), anybody),
    Row("terms.checking.run", plain(lambda e, p, _lang: term_checks.run(e, p)), anybody),
    Row("terms.checking.listed", plain(lambda e, p, _lang: term_checks.listed(e, p)), anybody),
    Row(
        "jobs.kinds.check_terms.run",
        plain(lambda e, p, _lang: check_terms_job.run(e, p, {}, nothing)),  # type: ignore[arg-type]
        anybody,
    ),
    Row("terms.triage.offered", plain(lambda e, p, _lang: triage.offered(e, p)), anybody),
    Row("terms.triage.rejected", plain(lambda e, p, _lang: triage.rejected(e, p)), anybody),
    Row(
        "terms.triage.accept", on_terms(lambda e, p, _lang: triage.accept(e, p, "en", "blade")), terms_in_all
    ),
    Row("terms.triage.reject", plain(lambda e, p, _lang: triage.reject(e, p, "en", fresh())), terms_in_all),
    Row("terms.triage.restore", plain(lambda e, p, _lang: triage.restore(e, p, "en", "x")), terms_in_all),
    Row(
        "terms.waiving.waive",
        on_terms(lambda e, p, lang: waiving.waive(e, p, "mill", lang, "u2", "c1", "term-missing", "so")),
        either(R, TERMS),
    ),
    Row("terms.worklist.close", closing_a_task, either(T, R, TERMS)),
    Row("terms.worklist.listed", plain(lambda e, p, _lang: worklist.listed(e, p)), anybody),
    Row("terms.worklist.counts", plain(lambda e, p, _lang: worklist.counts(e, p)), anybody),
    Row("terms.worklist.settle", plain(lambda e, p, _lang: worklist.settle(e, p)), anybody),
    Row("save.save", saving("Neu", State.TRANSLATED), within(T), "words"),
    Row("save.save", saving("", State.UNTRANSLATED), within(T), "emptied"),
    Row("save.save", saving("", State.OMITTED, "not needed"), within(T), "left out"),
    Row("save.save", saving(None, State.NEEDS_WORK), either(T, R), "sent back"),
    Row("save.save", saving(None, State.REVIEWED), within(R), "reviewed"),
    Row("save.save", saving(None, State.APPROVED), within(R), "approved"),
    Row("save.save", saving("Neu", State.APPROVED), within(T, R), "words and approved"),
    Row("save.draft", draft, within(T)),
    Row("reading.page", plain(lambda e, p, lang: reading.page(e, p, "mill", lang)), anybody),
    Row(
        "reading.following",
        plain(lambda e, p, lang: reading.following(e, p, "mill", lang, unit="u1", states=frozenset(State))),
        anybody,
    ),
    Row(
        "watching.watch",
        plain(lambda e, p, lang: watching.watch(e, p, "mill", lang, unit="u1", client="c", since=0)),
        anybody,
    ),
    Row("search.find.find", plain(lambda e, p, lang: find(e, p, f"lang:{lang} mill")), anybody),
    Row("remarks.unit", plain(lambda e, p, lang: remarks.unit(e, p, "mill", lang, "u2")), anybody),
    Row(
        "remarks.comment", plain(lambda e, p, lang: remarks.comment(e, p, "mill", lang, "u2", "Hm.")), anybody
    ),
    Row(
        "remarks.suggest",
        plain(lambda e, p, lang: remarks.suggest(e, p, "mill", lang, "u2", [{"text": fresh()}])),
        anybody,
    ),
    Row("remarks.turn", turning("own"), anybody, "own"),
    Row("remarks.turn", turning("other"), either(T, R), "another's"),
    Row("remarks.turn", turning("waiver"), within(R), "waiver"),
    Row("remarks.accept", accept, within(T)),
    Row("remarks.restore", restore, within(T)),
    Row("source.view", plain(lambda e, p, _lang: source.view(e, p, "mill", "u6")), whole),
    Row("source.changed", plain(lambda e, p, _lang: source.changed(e, p, "mill", SEEN)), whole),
    Row(
        "source.mended",
        plain(lambda e, p, _lang: source.mended(e, p, "mill", Mark("u6", 0, 4, "q"), SEEN)),
        whole,
    ),
    Row("mend.effect", plain(lambda e, p, _lang: mend.effect(e, p, "mill", Mark("u6", 0, 4, "q"))), whole),
    Row("mend.mend", plain(lambda e, p, _lang: mend.mend(e, p, "mill", Mark("u6", 0, 4, "q"))), whole),
    Row("joining.join", plain(lambda e, p, lang: joining.join(e, p, "mill", lang, ["u9", "u10"])), within(T)),
    Row("joining.part", plain(lambda e, p, lang: joining.part(e, p, "mill", lang, "u9")), within(T)),
    Row("wording.look", plain(lambda e, p, _lang: wording.look(e, p, "mill", "u2")), anybody),
    Row("changes.listed", plain(lambda e, p, _lang: changes.listed(e, p)), anybody),
    Row("changes.undo", undoing("own"), within(T), "own"),
    Row("changes.undo", undoing("other"), lambda p, lang: whole(p, lang) and T in p.rights, "another's"),
    Row("assignments.assign", assigning, within(M)),
    Row("assignments.close", closing("own"), anybody, "own"),
    Row("assignments.close", closing("other"), within(M), "another's"),
    Row("assignments.listed", plain(lambda e, p, _lang: assignments.listed(e, p)), anybody),
    Row("ingest.store", storing, whole),
    Row(
        "revise.plan",
        revising_a_text(lambda e, p, plan: revise.plan(e, p, plan.slug, plan.incoming)),
        whole,
    ),
    Row("revise.effects", revising_a_text(lambda e, p, plan: revise.effects(e, p, plan, ())), whole),
    Row("revise.apply", revising_a_text(revise.apply), whole),
    Row(
        "revising.put",
        revising_a_text(
            lambda e, p, plan: revising.put(e, p, plan.slug, plan.made, plan.source, plan.before)
        ),
        whole,
    ),
    Row(
        "importing.begin.begin",
        plain(lambda e, p, _lang: importing.begin(e, p, b"One.", name="a.txt")),
        whole,
    ),
    Row("importing.begin.read", bringing(lambda e, p, n, _v: importing.read(e, p, n), is_read=False), whole),
    Row("importing.begin.standing", bringing(lambda e, p, n, _v: importing.standing(e, p, n)), whole),
    Row(
        "importing.begin.again", bringing(lambda e, p, n, _v: importing.again(e, p, n), is_read=False), whole
    ),
    Row("importing.begin.waiting", plain(lambda e, p, _lang: importing.waiting(e, p)), whole),
    Row("importing.view.page", bringing(lambda e, p, n, _v: importing.page(e, p, n)), whole),
    Row("importing.view.window", bringing(lambda e, p, n, _v: importing.window(e, p, n)), whole),
    Row(
        "importing.acts.act",
        bringing(lambda e, p, n, v: importing.act(e, p, n, v, JoinBlocks("b2"))),
        whole,
    ),
    Row("importing.acts.kind", bringing(lambda e, p, n, v: importing.kind(e, p, n, v, "b1", "quote")), whole),
    Row("importing.acts.split", bringing(lambda e, p, n, v: importing.split(e, p, n, v, "u2")), whole),
    Row(
        "importing.acts.correct",
        bringing(lambda e, p, n, v: importing.correct(e, p, n, v, "u1", [{"text": "Other words."}])),
        whole,
    ),
    Row("importing.acts.reverse", reversing, whole),
    Row("importing.acts.undo", mended(importing.undo), whole),
    Row("importing.acts.drop", bringing(importing.drop), whole),
    Row("importing.storing.store", bringing(importing.store), whole),
    Row(
        "jobs.kinds.read_in.run",
        bringing(lambda e, p, n, _v: read_in_job.run(e, p, {"import": n}, nothing), is_read=False),  # type: ignore[arg-type]
        whole,
    ),
    Row("ingest.add_language", plain(lambda e, p, _lang: ingest.add_language(e, p, "fr")), whole),
    Row("ingest.remove_language", plain(lambda e, p, _lang: ingest.remove_language(e, p, "fr")), whole),
    Row("merge.take_back", taking_back, within(T)),
    Row("backup.backup", backing_up, whole),
    Row("backup.restore", restoring, whole),
    Row("doctor.examine", plain(lambda e, p, _lang: doctor.examine(e, p)), whole),
    Row("edition.opened", opening, whole),
    Row("edition.check", checking, whole),
    Row("edition.take_in", plain(lambda e, p, _lang: editions.take_in(e, p)), whole),
    Row("edition.refresh", plain(lambda e, p, _lang: editions.refresh(e, p)), whole),
    Row("edition.put", putting, whole),
    Row("sync.sync", plain(lambda e, p, _lang: sync.sync(e, p)), whole),
    Row("sync.settled", plain(lambda e, p, _lang: sync.settled(e, p, dry_run=True)), whole),
    Row("sync.one", plain(lambda e, p, _lang: sync.one(e, p, "mill")), whole),
    Row("sync.take_in", plain(lambda e, p, _lang: sync.take_in(e, p)), whole),
    Row(
        "export.export",
        plain(lambda e, p, lang: export.export(e, p, ["html"], langs=[lang], draft=True)),
        within(P),
        "one language",
    ),
    Row(
        "export.export",
        plain(lambda e, p, _lang: export.export(e, p, ["html"], draft=True)),
        lambda p, _lang: P in p.rights and not p.languages,
        "all languages",
    ),
    Row("jobs.asking.ask", plain(lambda e, p, _lang: asking.ask(e, p, "export", {})), somewhere(P), "export"),
    Row("jobs.asking.ask", plain(lambda e, p, _lang: asking.ask(e, p, "sync", {})), somewhere(M), "sync"),
    Row(
        "jobs.asking.ask", plain(lambda e, p, _lang: asking.ask(e, p, "take-in", {})), somewhere(M), "take-in"
    ),
    Row("jobs.asking.job", job(asking.job), anybody, "own"),
    Row("jobs.asking.job", job(asking.job, own=False), somewhere(M), "another's"),
    Row("jobs.asking.files", job(asking.files), anybody, "own"),
    Row("jobs.asking.files", job(asking.files, own=False), somewhere(M), "another's"),
    Row("jobs.asking.cancel", job(asking.cancel), anybody, "own"),
    Row("jobs.asking.cancel", job(asking.cancel, own=False), somewhere(M), "another's"),
    Row("jobs.asking.latest", plain(lambda e, p, _lang: asking.latest(e, p, "export")), anybody),
    Row(
        "jobs.kinds.export.run",
        plain(lambda e, p, lang: export_job.run(e, p, DRAFT | {"langs": [lang]}, nothing)),  # type: ignore[arg-type]
        within(P),
    ),
    Row("jobs.kinds.sync.run", plain(lambda e, p, _lang: sync_job.run(e, p, {}, nothing)), whole),  # type: ignore[arg-type]
    Row("jobs.kinds.take_in.run", plain(lambda e, p, _lang: take_in_job.run(e, p, {}, nothing)), whole),  # type: ignore[arg-type]
    Row("membership.listed", plain(lambda e, p, _lang: membership.listed(e, p)), whole),
    Row("membership.grant", member(lambda e, p, id_: membership.grant(e, p, id_, rights=[R])), whole),
    Row(
        "membership.grant",
        member(lambda e, p, id_: membership.grant(e, p, id_, rights=list(Right)), own=True),
        whole,
        "oneself",
    ),
    Row("membership.revoke", member(membership.revoke), whole),
    Row("membership.invite", member(membership.invite), whole),
    Row("membership.browsers", member(membership.browsers), whole, "another's"),
    Row("membership.browsers", member(membership.browsers, own=True), anybody, "own"),
    Row("membership.unbind", unbinding(own=False), whole, "another's"),
    Row("membership.unbind", unbinding(own=True), anybody, "own"),
    Row("membership.unbind_all", member(membership.unbind_all), whole, "another's"),
    Row("membership.unbind_all", member(membership.unbind_all, own=True), anybody, "own"),
)

INNER = frozenset(
    {
        "rights.allow",  # the rules themselves
        "rights.allow_somewhere",
        "rights.allow_either",
        "rights.manages",
        "rights.welcome",
        "sync.catalogs.sync",  # called by ``sync``, which asks once for the whole folder
        "sync.catalogs.take_in",
        "sync.catalogs.take_back",  # called by ``merge``
        "sync.texts.sync",
        "sync.within",  # called by ``sync.one`` and ``mend``
        "sync.texts.take_in",
        "jobs.worker.one",  # of the server; ``people.current`` finds the person of the job
        "people.current",
        "membership.owner_link",  # of whoever starts the server
        "terms.changing.in_glossary",  # called by ``acts`` and ``describing``, which have asked
        "terms.changing.in_section",
        "terms.changing.step",
        "terms.glossary.change",  # these too, and ``exchange``
    }
)
"""Functions that are handed a person and are no door."""

UNASKED = frozenset(
    {
        "edition.as_server",
        "edition.stamp",
        "export.gate",  # these are read by pages, which are run for people who have a part in the edition
        "export.preview",
        "parallel.parallel",
        "status.status",
        "status.texts",
        "status.title",
        "status.titles",
        "wording.correction",  # these find words in a source; what is done there asks then
        "wording.marking",
        "wording.division",
        "wording.note",
        "sync.earlier.keep",  # called by ``mend`` and ``changes.undo``, which have asked
        "sync.earlier.back",
        "sync.earlier.waiting",
        "sync.earlier.done",
        "sync.retired.retired",
        "ingest.read",  # reads a file and stores nothing
        "ingest.of_bytes",
        "ingest.with_free_id",
        "originals.keep",  # called by those of ``ingest`` and ``revise``, which have asked
        "originals.of",
        "revising.aside",
        "revising.compare",
        "revising.divide",
        "revising.edited_text",
        "revising.effects",
        "revising.raise_next",
        "revising.segmented",
        "importing.present.present",  # called by those of ``importing``, which have asked
        "importing.present.seen",
        "importing.present.stale",
        "importing.present.ended",
        "importing.view.of",
        "membership.invited",  # what is behind a link, for whoever has it
        "membership.join",
        "membership.of_browser",
        "people.member",
        "people.known",
        "people.names_of",
        "people.take_in",
        "save.answer",
        "settings.change",  # "Rights are asked for by whoever calls"
        "sync.glossary.sync",
        "sync.glossary.take_in",
        "sync.rendering.catalog",
        "sync.settings.sync",
        "sync.settings.take_in",
        "terms.exchange.choices",
        "terms.exchange.read",  # reads a file and stores nothing
        "terms.glossary.read",
        "terms.impact.left",  # called by ``acts``, which has asked
        "terms.impact.standing_tasks",
        "terms.impact.still_due",
        "terms.impact.tasks",
        "terms.mined.candidates_of",  # called by those that show what is found
        "terms.mined.renderings",
        "terms.mined.source_of",
        "terms.mined.units",
        "terms.mined.version",
        "terms.standing.entry",
        "terms.standing.judge",
        "terms.standing.of",
        "terms.standing.terms",
        "terms.varying.of",
        "terms.waiving.of_text",
    }
)
"""Functions that are handed an edition and nobody: read before you add one that changes something."""
