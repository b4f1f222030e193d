"""S13: nobody does what they have no right to: role × function × language, and no function that was forgotten."""

import importlib
import inspect
import json
import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import polib
import pytest

import hexapla.work
from attacks.rights_table import INNER, TABLE, TERMS, UNASKED, M, P, R, Row, T, said, translated
from editions import ANNA, VERA, make, opened
from hexapla.folder import layout
from hexapla.model.catalog import State
from hexapla.model.errors import BadName, Denied
from hexapla.model.person import Person, Right
from hexapla.work import membership, merge, people, save, sync
from hexapla.work.edition import Edition

SETS: tuple[frozenset[Right], ...] = (
    frozenset(),
    *(frozenset({right}) for right in (T, R, TERMS, P, M)),
    frozenset({T, R}),
    frozenset({T, M}),
)
ROLES = [
    Person("role", "Role", rights, languages)
    for rights in SETS
    for languages in (frozenset[str](), frozenset({"de"}))
]


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    with opened(make(tmp_path_factory.mktemp("rights") / "edition")) as held:
        yield held
        assert held.desk.check() == []


def functions() -> dict[str, tuple[bool, bool]]:
    """Return every public function of ``work``, and whether it takes a person, and an edition."""
    found = {}
    for info in pkgutil.walk_packages(hexapla.work.__path__, "hexapla.work."):
        module = importlib.import_module(info.name)
        for name, one in vars(module).items():
            if inspect.isfunction(one) and one.__module__ == info.name and not name.startswith("_"):
                takes = inspect.signature(one).parameters
                person = any(part.annotation in (Person, "Person") for part in takes.values())
                found[f"{info.name.removeprefix('hexapla.work.')}.{name}"] = (person, "edition" in takes)
    return found


def test_every_function_that_takes_a_person_is_in_the_table() -> None:
    found = {name for name, (person, _edition) in functions().items() if person}
    assert found == {row.name for row in TABLE} | INNER


def test_no_function_takes_an_edition_and_nobody_unseen() -> None:
    found = {name for name, (person, edition) in functions().items() if edition and not person}
    assert found - INNER == UNASKED


def state_of(edition: Edition) -> object:
    """Return what would show that anything was changed."""
    sets = edition.desk.changes.listed(before=None, limit=1, text_id=None, lang=None)
    people = [(one.person, one.active, one.browsers, one.links) for one in edition.desk.people.listed()]
    return sets, edition.desk.last_revision(), edition.desk.document("edition.toml"), people


@pytest.mark.parametrize("row", TABLE, ids=[f"{row.name}-{row.way}".strip("-") for row in TABLE])
def test_who_may(edition: Edition, row: Row) -> None:
    asked = {True: 0, False: 0}
    for person in ROLES:
        for lang in ("de", "hu"):
            call, may = row.prepare(edition, person, lang), row.may(person, lang)
            before, told = state_of(edition), (sorted(person.rights), sorted(person.languages), lang)
            if may:
                call(person)
            else:
                with pytest.raises(Denied, match=r"has no (right|part)|somebody else’s"):
                    call(person)
                    pytest.fail(f"{row.name}: {told} came through")
                assert state_of(edition) == before, told
            asked[may] += 1
    assert asked[True] and asked[False], "a rule that lets in all, or nobody, proves nothing"


def test_a_job_runs_with_the_rights_of_now(edition: Edition) -> None:
    edition.desk.people.put(ANNA, Person("pia", "Pia", frozenset({P})))
    assert people.current(edition, "pia", ANNA).rights == {P}
    membership.revoke(edition, ANNA, "pia")
    with pytest.raises(Denied, match="no part"):
        people.current(edition, "pia", ANNA)
    with pytest.raises(Denied, match="Nobody"):
        people.current(edition, "ghost", ANNA)
    assert people.current(edition, ANNA.id, ANNA) == ANNA


def test_nobody_can_be_the_server(edition: Edition) -> None:
    server = people.server()
    for id_ in (server.id, f" {server.id} ", server.id.upper()):
        with pytest.raises(BadName, match="cannot be a person"):
            membership.grant(edition, ANNA, id_, rights=[M])
        with pytest.raises(BadName, match="cannot be a person"):
            people.member(edition, id_)


def saved(edition: Edition, person: Person, text: str, state: State, *, revision: int = -1) -> None:
    row = edition.desk.row("mill", "de", "u6")
    op = save.Op(
        f"{text}-{state}-{person.id}-{row.revision}",
        ("u6",),
        [{"text": text}],
        state,
        row.revision if revision < 0 else revision,
        row.entry.state,
    )
    said(save.save(edition, person, "mill", "de", f"c-{person.id}", [op])[0])


@pytest.mark.parametrize("state", [State.REVIEWED, State.APPROVED])
def test_where_nobody_reviews_their_own_text(tmp_path: Path, state: State) -> None:
    """Neither afterwards, nor in the same save, nor through the state that another gave it."""
    with opened(make(tmp_path / "edition")) as edition:
        edition.settings = replace(edition.settings, own_approval=False)
        saved(edition, ANNA, "Die Mühle.", State.TRANSLATED)
        for text in ("Die Mühle.", "Die leere Mühle."):
            with pytest.raises(Denied, match="cannot review a text of their own"):
                saved(edition, ANNA, text, state)
        saved(edition, VERA, "Die Mühle.", State.NEEDS_WORK)
        with pytest.raises(Denied, match="ask another reviewer"):
            saved(edition, ANNA, "Die Mühle.", state)
        saved(edition, VERA, "Die Mühle.", State.REVIEWED)
        saved(edition, VERA, "Die Mühle.", state)
        saved(edition, ANNA, "Die Mühle.", state)  # nothing changes
        with pytest.raises(Denied, match="cannot review a text of their own"):
            saved(edition, VERA, "Die Mühle hier.", state)
        entry = edition.desk.row("mill", "de", "u6").entry
        assert (entry.msgstr, entry.state, entry.by) == ("Die Mühle.", state, "anna")


def test_a_reviewer_cannot_bring_words_in_by_a_number_from_the_future(edition: Edition) -> None:
    reviewer = Person("rita", "Rita", frozenset({R}))
    revision, text = translated(edition, "de", "u6")
    for number in (revision + 1, revision + 1000):
        with pytest.raises(Denied, match="no right to translate"):
            saved(edition, reviewer, text, State.REVIEWED, revision=number)
    with pytest.raises(Denied, match="no right to translate"):
        saved(edition, reviewer, "Anders.", State.REVIEWED)
    assert edition.desk.row("mill", "de", "u6").entry.msgstr == text


def test_a_reviewers_late_verdict_is_answered_with_both_texts(edition: Edition) -> None:
    reviewer = Person("rita", "Rita", frozenset({R}))
    first, text = translated(edition, "de", "u6")
    _second, later = translated(edition, "de", "u6")
    op = save.Op("late", ("u6",), [{"text": text}], State.REVIEWED, first, State.TRANSLATED)
    (answer,) = save.save(edition, reviewer, "mill", "de", "c-rita", [op])
    assert answer.conflict is not None and answer.conflict["theirs"] == [{"text": later}]
    assert edition.desk.row("mill", "de", "u6").entry.msgstr == later


@pytest.mark.parametrize(("rights", "own"), [(frozenset({T}), True), (frozenset({T, R}), False)])
def test_a_mailed_catalog_raises_no_state_for_who_might_not(
    tmp_path: Path, rights: frozenset[Right], *, own: bool
) -> None:
    with opened(make(tmp_path / "edition")) as edition:
        translated(edition, "de", "u7")
        sync.sync(edition, ANNA)
        assert edition.root is not None
        row = edition.desk.row("mill", "de", "u7").entry
        said = {"at": "2026-01-01T00:00:00Z", "base": row.hash, "by": "x"}
        line = f"hexapla: {json.dumps(said | {'state': 'approved'}, sort_keys=True)}"
        catalog = polib.pofile(str(layout.catalog_path(edition.root, "mill", "de")), wrapwidth=0)
        entry = catalog.find("u7", by="msgctxt")
        entry.tcomment = line
        mailed = tmp_path / "mill.po"
        catalog.save(str(mailed))
        edition.settings = replace(edition.settings, own_approval=own)
        merge.take_back(edition, Person("role", "Role", rights), mailed, lang="de")
        found = edition.desk.row("mill", "de", "u7").entry
        assert (found.msgstr, found.state, found.by) == (row.msgstr, State.TRANSLATED, "anna")
