"""Two glossaries merged three ways: the laws of a merge, and no term lost that nobody deleted."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla.merge.glossary import Conflict, merge
from hexapla.model.glossary import Concept, Glossary, Section, Status, Term
from hexapla.model.text import element


def term(text: str, status: str = "preferredTerm-admn-sts") -> Term:
    return Term(text, (element("termNote", status, type="administrativeStatus"),))


def glossary(*terms: Term, id: str = "c1") -> Glossary:
    return Glossary((Concept(id, (Section("de", tuple(terms)),)),))


def terms_of(made: Glossary) -> list[tuple[str, Status | None]]:
    return [
        (term.text, term.status)
        for concept in made.concepts
        for section in concept.sections
        for term in section.terms
    ]


BASE = glossary(term("Rest"), term("Abfall", "deprecatedTerm-admn-sts"))


def test_what_one_side_changed_is_taken() -> None:
    theirs = glossary(
        term("Rest"), term("Abfall", "admittedTerm-admn-sts"), term("Überrest", "admittedTerm-admn-sts")
    )
    merged = merge(BASE, BASE, theirs)
    assert (merged.glossary, merged.taken, merged.conflicts) == (theirs, ("c1",), ())
    assert merge(BASE, theirs, BASE).glossary == theirs


def test_changes_of_both_to_different_terms_come_together() -> None:
    ours = glossary(term("Rest"), term("Abfall", "supersededTerm-admn-sts"))
    theirs = glossary(
        term("Rest"), term("Abfall", "deprecatedTerm-admn-sts"), term("Bodensatz", "admittedTerm-admn-sts")
    )
    merged = merge(BASE, ours, theirs)
    assert terms_of(merged.glossary) == [
        ("Rest", Status.PREFERRED),
        ("Abfall", Status.SUPERSEDED),
        ("Bodensatz", Status.ADMITTED),
    ]
    assert merged.conflicts == ()


def test_both_changed_one_field_ours_stays_and_it_is_said() -> None:
    ours, theirs = (
        glossary(term("Rest", "admittedTerm-admn-sts")),
        glossary(term("Rest", "supersededTerm-admn-sts")),
    )
    merged = merge(glossary(term("Rest")), ours, theirs)
    assert merged.glossary == ours
    assert merged.conflicts == (
        Conflict(
            "c1",
            "de",
            "Rest",
            "termNote administrativeStatus",
            "admittedTerm-admn-sts",
            "supersededTerm-admn-sts",
        ),
    )


def test_two_new_preferred_terms_leave_both_and_one_preferred() -> None:
    merged = merge(glossary(term("Rest")), glossary(term("Rückstand")), glossary(term("Überbleibsel")))
    assert terms_of(merged.glossary) == [("Rückstand", Status.PREFERRED), ("Überbleibsel", Status.ADMITTED)]
    assert [(one.ours, one.theirs) for one in merged.conflicts] == [("Rückstand", "Überbleibsel")]


def test_deleted_here_and_changed_there_is_kept() -> None:
    changed = glossary(term("Rest"), term("Abfall", "admittedTerm-admn-sts"))
    deleted = glossary(term("Rest"))
    for ours, theirs in ((deleted, changed), (changed, deleted)):
        merged = merge(BASE, ours, theirs)
        assert set(terms_of(merged.glossary)) == set(terms_of(changed))
        assert len(merged.conflicts) == 1
    assert merge(BASE, deleted, BASE).glossary == deleted
    whole = merge(BASE, Glossary(), changed)
    assert (whole.glossary.concepts, whole.conflicts) == (changed.concepts, (Conflict("c1", theirs="c1"),))


def test_without_a_base_nothing_is_deleted() -> None:
    other = replace(glossary(term("Mühle"), id="c2"))
    merged = merge(None, BASE, other)
    assert [concept.id for concept in merged.glossary.concepts] == ["c1", "c2"]


WORD = st.sampled_from(["Rest", "Abfall", "Bodensatz"])
STATUS = st.sampled_from(["preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts"])
SECTIONS = st.lists(
    st.builds(
        Section,
        st.sampled_from(["de", "hu"]),
        st.lists(st.builds(term, WORD, STATUS), min_size=1, max_size=3, unique_by=lambda one: one.text).map(
            tuple
        ),
    ),
    min_size=1,
    max_size=2,
    unique_by=lambda one: one.lang,
).map(tuple)
GLOSSARIES = st.lists(
    st.builds(Concept, st.sampled_from(["c1", "c2"]), SECTIONS), max_size=2, unique_by=lambda one: one.id
).map(lambda some: Glossary(tuple(some)))


@settings(max_examples=200, deadline=None)
@given(GLOSSARIES, GLOSSARIES, GLOSSARIES)
def test_the_laws_of_a_merge(base: Glossary, one: Glossary, other: Glossary) -> None:
    assert merge(base, one, base).glossary == one
    assert merge(base, base, one).glossary == one
    assert merge(base, one, one).glossary == one
    merged = merge(base, one, other)
    here, there = merged.glossary, merge(base, other, one).glossary
    assert _places(here) == _places(there), "whoever merges, the same terms are left"
    for side, opposite in ((one, other), (other, one)):
        for place in _places(side) - _places(here):
            assert place in _places(base), "a term that somebody added is never lost"
            assert place not in _places(opposite)


def _places(made: Glossary) -> set[tuple[str, str, str]]:
    return {
        (concept.id, section.lang, term.text)
        for concept in made.concepts
        for section in concept.sections
        for term in section.terms
    }
