"""Taking back changes of the glossary: only what the change did goes, and nothing of others with it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from editions import ANNA, VERA, make, opened
from hexapla.formats import tbx
from hexapla.model.errors import Denied, HexaplaError
from hexapla.model.glossary import Concept, Glossary, Section, Term
from hexapla.model.person import Person, Right
from hexapla.work import changes, sync
from hexapla.work.edition import Edition


@pytest.fixture
def edition(tmp_path: Path) -> Iterator[Edition]:
    with opened(make(tmp_path / "mill")) as found:
        yield found


def put(edition: Edition, *concepts: Concept, person: Person = ANNA) -> int:
    """Let the glossary have these concepts in place of those of the same id; returns the change set."""
    before = edition.desk.glossary.read()
    old = tbx.parse(before) if before else Glossary("", "en")
    kept = {one.id: one for one in old.concepts} | {one.id: one for one in concepts}
    after = tbx.serialize(replace(old, concepts=tuple(kept.values())), before)
    return edition.desk.glossary.change(person, "terms", "", before, after)


def concept(id_: str, term: str, definition: str = "") -> Concept:
    return Concept(id_, sections=(Section("en", (Term(term),), definition=definition),))


def held(edition: Edition) -> dict[str, str]:
    source = edition.desk.glossary.read()
    assert source is not None
    return {
        one.id: one.sections[0].definition or one.sections[0].terms[0].text
        for one in tbx.parse(source).concepts
    }


def test_a_change_is_taken_out_of_a_glossary_that_was_changed_since(edition: Edition) -> None:
    first = put(edition, concept("c1", "mill"))
    second = put(edition, concept("c2", "wheel"))
    third = put(edition, concept("c1", "mill", "A house that grinds."))
    changes.undo(edition, ANNA, second)
    assert held(edition) == {"c1": "A house that grinds."}
    before = edition.desk.glossary.read()
    with pytest.raises(HexaplaError, match="Concept c1 was changed since; take that change back first"):
        changes.undo(edition, ANNA, first)
    assert edition.desk.glossary.read() == before
    changes.undo(edition, ANNA, third)
    undone = changes.undo(edition, ANNA, first)
    assert undone.glossary and held(edition) == {}, "the very first change leaves an empty glossary"
    sync.sync(edition, ANNA)
    assert held(edition) == {}
    changes.undo(edition, ANNA, undone.change)
    assert held(edition) == {"c1": "mill"}


def test_who_decides_about_terms_takes_back_what_is_their_own(edition: Edition) -> None:
    reader = Person("rita", "Rita", frozenset({Right.TRANSLATE}))
    terms = Person("tom", "Tom", frozenset({Right.TERMS}))
    for person, may in ((reader, False), (terms, True)):
        number = put(edition, concept("c1", f"mill of {person.id}"), person=person)
        if may:
            assert changes.undo(edition, person, number).glossary
        else:
            with pytest.raises(Denied):
                changes.undo(edition, person, number)
    with pytest.raises(Denied):
        changes.undo(edition, terms, put(edition, concept("c2", "wheel"), person=VERA))
