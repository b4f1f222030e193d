"""A desk with something of everything in it, for the tests that carry a whole desk somewhere."""

from desk_texts import ANNA, BELA, entry, numbered, put, save
from hexapla.desk import Desk
from hexapla.model.assignment import Assignment
from hexapla.model.catalog import Place, State, Waiver
from hexapla.model.change import Draft
from hexapla.model.checking import Checked, Raised
from hexapla.model.importing import Read
from hexapla.model.person import Person, Right
from hexapla.model.terms import Forms
from hexapla.model.worklist import NewTask, TaskState


def fill(desk: Desk) -> None:
    """Fill a desk: a text that was revised, joins, states, remarks open and closed, drafts, people, work under way."""
    put(desk, numbered(12))
    put(desk, {**numbered(11), "u3": "The wheel stands still.", "u13": "A new one.\u2028On two lines."})
    save(desk, "u1", "Az első, <hi>„őrült”</hi>\nsor – 𝄞.")
    save(desk, "u1", "Az első sor.", person=BELA, state=State.REVIEWED)
    save(desk, "u2", "Kettő.", state=State.NEEDS_WORK)
    save(desk, "u2", "Régi.", revision=0, seen=State.UNTRANSLATED, person=BELA)  # stale: becomes a suggestion
    save(desk, "u4", "", state=State.OMITTED, reason="nem kell")
    desk.fill(ANNA, "t1", "hu", [entry("u5+u6", "Öt-hat.", place=Place("u7", True))], kind="align")
    desk.remarks.comment(ANNA, "t1", "hu", ("u1",), "Ez jó?", question="author", every_language=True)
    closed = desk.remarks.comment(BELA, "t1", "hu", ("u2",), "Kész.")
    desk.remarks.turn(ANNA, "comment", closed, to_open=False)
    desk.remarks.waive(
        ANNA, "t1", "hu", ("u1",), Waiver("number", "12", ("u1",), "abc123", "szándékos „így”", "anna", "")
    )
    desk.suggest(BELA, "t1", "hu", ("u7",), "Javaslat.", "person")
    desk.changes.undo(ANNA, desk.watching.last())
    desk.suggest(BELA, "t1", "hu", ("u8",), "Másik javaslat.", "person")
    desk.drafts.keep(BELA, Draft("t1", "hu", ("u9",), "Félig írt mo", 0, client="w1"))
    desk.people.put(ANNA, Person("vera", "Vera", frozenset({Right.TRANSLATE}), frozenset({"hu"})))
    desk.people.join(desk.people.invite(ANNA, Person("vera", "Vera"), days=3), "a browser")
    desk.assignments.add(ANNA, BELA, Assignment("t1", "hu", "bela", "u1", "u4", due="2027-01-01"))
    desk.put_document("glossary.tbx", bytes(range(256)) * 40)
    task = NewTask("t1", "hu", ("u1",), "c1", "kerék", "malomkerék „nagy”")
    desk.glossary.change(ANNA, "terms", "malom", bytes(range(256)) * 40, b"<tbx/>\0\xff", [task])
    desk.worklist.close(BELA, [one.id for one in desk.worklist.list()], TaskState.WAIVED, "így jó")
    desk.candidates.reject(BELA, "en", "the wheel „that”")
    raised = Raised("term-missing", "c1", "„kerék”", '{"at": [1, 2]}', "abc")
    desk.checking.replace("t1", "hu", {"term-missing"}, {"u10": Checked(0, (raised,))})
    brought = desk.incoming.add(
        ANNA, name="quay.txt", source=b"The quay.\0\xff", slug="quay", title="A „quay”"
    )
    read = Read(b"<TEI/>", b"<TEI/>", 2, 2, '{"reader":"plain"}')
    desk.incoming.put_reading(brought, read, title="The quay", lang="en")


def fill_passing(desk: Desk) -> None:
    """Add what is of this moment only: a window, work under way with its files, a link that is open."""
    desk.watching.here(BELA, "w1", "t1", "hu", "u1")
    number = desk.jobs.add(ANNA, "export", {"formats": ["html"]})
    desk.jobs.keep_file(number, "a.html", b"<p>")
    desk.people.invite(ANNA, Person("olga", "Olga"), days=3)
    desk.forms.put("hu", "1", {"kereket": Forms(("kerék",), stem="kerek")})
