"""Glossaries merged by concept, term and field: the laws of a three-way merge, and that no term disappears."""

from dataclasses import fields, is_dataclass, replace

from hypothesis import given
from hypothesis import settings as law
from hypothesis import strategies as st

from glossary_texts import SHORT, glossaries
from hexapla.formats import tbx
from hexapla.merge.glossary import Conflict, Merged, merge
from hexapla.model.glossary import Act, Concept, Glossary, Kind, Section, Status, Step, Term
from hexapla.model.text import Element, element

SOME = glossaries(SHORT)
NOTE, OTHER_NOTE = element("note", "mind the tide"), element("note", "mind the moon")


def term(text: str, status: Status | None = Status.PREFERRED, *other: Element) -> Term:
    return Term(text, status, other=other)


def glossary(*terms: Term, id: str = "c1", lang: str = "de") -> Glossary:
    return Glossary("Terms", "en", (Concept(id, sections=(Section(lang, terms),)),))


def found(made: Merged) -> list[tuple[str, Status | None]]:
    return [
        (term.text, term.status)
        for concept in made.glossary.concepts
        for section in concept.sections
        for term in section.terms
    ]


BASE = glossary(term("Rest"), term("Abfall", Status.DEPRECATED))


def test_what_one_side_changed_is_taken() -> None:
    theirs = glossary(
        replace(term("Rest"), gender="masculine"),
        term("Abfall", Status.ADMITTED, NOTE),
        term("Überrest", Status.ADMITTED),
    )
    merged = merge(BASE, BASE, theirs)
    assert merged == Merged(
        theirs, (("c1", "de", "Rest"), ("c1", "de", "Abfall"), ("c1", "de", "Überrest")), ()
    )
    assert merge(BASE, theirs, BASE) == Merged(theirs)


def test_changes_in_different_places_come_together() -> None:
    ours = glossary(term("Rest", Status.PREFERRED, NOTE), term("Abfall", Status.SUPERSEDED))
    theirs = glossary(
        replace(term("Rest"), part_of_speech="noun"),
        term("Bodensatz", Status.ADMITTED),
        term("Abfall", Status.DEPRECATED),
    )
    merged = merge(BASE, ours, replace(theirs, title="Words"))
    assert merged.conflicts == ()
    assert merged.glossary.title == "Words"
    assert found(merged) == [
        ("Rest", Status.PREFERRED),
        ("Bodensatz", Status.ADMITTED),
        ("Abfall", Status.SUPERSEDED),
    ]
    kept = merged.glossary.concepts[0].sections[0].terms[0]
    assert (kept.part_of_speech, kept.other) == ("noun", (NOTE,))


def test_one_field_that_both_changed_stays_ours_and_is_listed() -> None:
    ours = glossary(term("Rest", Status.ADMITTED), term("Abfall", Status.DEPRECATED))
    theirs = glossary(term("Rest", Status.SUPERSEDED), term("Abfall", Status.DEPRECATED))
    merged = merge(BASE, ours, theirs)
    assert merged == Merged(ours, (), (Conflict("c1", "de", "Rest", "status", "admitted", "superseded"),))


def defined(text: str, note: str = "", *other: Element) -> Glossary:
    section = Section("de", definition=text, note=note, other=other)
    return Glossary("Terms", "en", (Concept("c1", sections=(section,)),))


def test_their_definition_is_kept_as_a_note() -> None:
    ours, theirs = defined("What stays behind."), defined("What is left over.", "mind the tide")
    merged = merge(defined("The rest."), ours, theirs)
    left = element("note", "What is left over.")
    assert merged.glossary == defined("What stays behind.", "mind the tide", left)
    alone = merge(defined("The rest."), ours, defined("What is left over."))
    assert alone.glossary == defined("What stays behind.", "What is left over.")
    assert merged.conflicts == (
        Conflict("c1", "de", "", "definition", "What stays behind.", "What is left over."),
    )
    again = merge(defined("The rest."), merged.glossary, theirs)
    assert again.glossary == merged.glossary


def test_an_emptied_field_loses_against_a_changed_one() -> None:
    emptied, changed = defined(""), defined("What is left over.")
    for ours, theirs in ((emptied, changed), (changed, emptied)):
        merged = merge(defined("The rest."), ours, theirs)
        assert merged.glossary == changed
        assert [conflict.field for conflict in merged.conflicts] == ["definition"]
    assert merge(changed, changed, emptied).glossary == emptied


def test_lists_come_together_and_steps_stand_by_their_times() -> None:
    first, second, third = (
        Step(Act.PROPOSED, "anna", f"2026-11-2{day}T18:00:00Z", "Rest", words="why not") for day in (1, 2, 3)
    )

    def side(log: tuple[Step, ...], references: tuple[str, ...], **said: object) -> Glossary:
        section = Section("de", (Term("Rest", **said),), log=log)  # type: ignore[arg-type]
        return Glossary("", "en", (Concept("c1", references=references, sections=(section,)),))

    base = side((first,), ("c2", "c3"), forms=("Reste",), texts=("mill",))
    ours = side((first, third), ("c3",), forms=("Reste", "Resten"), texts=(), keep=True)
    theirs = side(
        (first, second), ("c2", "c3", "c4"), forms=("Restes",), texts=("mill", "ferry"), exact_case=True
    )
    theirs = replace(theirs, concepts=(replace(theirs.concepts[0], kind=Kind.NAME),))
    merged = merge(base, ours, theirs)
    kept = {"forms": ("Resten", "Restes"), "texts": ("ferry",), "keep": True, "exact_case": True}
    whole = side((first, second, third), ("c3", "c4"), **kept).concepts[0]
    assert merged.glossary.concepts == (replace(whole, kind=Kind.NAME),)
    assert merged.conflicts == ()
    assert merge(base, merged.glossary, theirs).glossary == merged.glossary


def test_their_words_are_kept_beside_ours() -> None:
    ours, theirs = (
        glossary(Term("Rest", context=f"{name} context", note=f"{name} note", part_of_speech=name))
        for name in ("our", "their")
    )
    merged = merge(glossary(Term("Rest")), ours, theirs)
    (kept,) = merged.glossary.concepts[0].sections[0].terms
    assert (kept.context, kept.note, kept.part_of_speech) == ("our context", "our note", "our")
    assert kept.other == (element("note", "their note"), element("descrip", "their context", type="context"))
    assert [one.field for one in merged.conflicts] == ["part_of_speech", "context", "note"]


def test_notes_of_both_are_kept() -> None:
    merged = merge(
        BASE,
        glossary(term("Rest", Status.PREFERRED, NOTE)),
        glossary(term("Rest", Status.PREFERRED, OTHER_NOTE)),
    )
    assert merged.conflicts == ()
    assert merged.glossary.concepts[0].sections[0].terms[0].other == (NOTE, OTHER_NOTE)


def test_one_term_replaced_by_two_leaves_both_and_ours_preferred() -> None:
    ours, theirs = glossary(term("Rückstand")), glossary(term("Überbleibsel"))
    merged = merge(glossary(term("Rest")), ours, theirs)
    assert sorted(found(merged)) == [("Rückstand", Status.PREFERRED), ("Überbleibsel", Status.ADMITTED)]
    assert merged.conflicts == (Conflict("c1", "de", "Überbleibsel", "status", "admitted", "preferred"),)


def test_a_term_for_some_texts_is_another_entry_than_the_one_for_all() -> None:
    base = glossary(Term("Rest", Status.PREFERRED))
    ours = glossary(Term("Rest", Status.PREFERRED, note="x"), Term("Last", Status.PREFERRED, texts=("poem",)))
    limited = Term("Rest", Status.DEPRECATED, texts=("letter",))
    theirs = glossary(
        Term("Rest", Status.PREFERRED), limited, Term("Kai", Status.PREFERRED, texts=("letter",))
    )
    merged = merge(base, ours, theirs)
    assert merged.conflicts == (), "they are preferred for different texts"
    [section] = merged.glossary.concepts[0].sections
    assert set(section.terms) == {
        *ours.concepts[0].sections[0].terms,
        *theirs.concepts[0].sections[0].terms[1:],
    }
    rival = glossary(Term("Rest", Status.PREFERRED), Term("Kai", Status.PREFERRED, texts=("poem", "letter")))
    assert ("Kai", Status.ADMITTED) in found(merge(base, ours, rival))


def test_what_only_they_prefer_is_preferred() -> None:
    ours = glossary(term("Rest", Status.PREFERRED, NOTE), term("Abfall", Status.DEPRECATED))
    theirs = glossary(term("Rest", Status.ADMITTED), term("Abfall", Status.DEPRECATED), term("Neige"))
    merged = merge(BASE, ours, theirs)
    assert merged.conflicts == ()
    assert found(merged) == [
        ("Rest", Status.ADMITTED),
        ("Abfall", Status.DEPRECATED),
        ("Neige", Status.PREFERRED),
    ]


def test_deleted_and_unchanged_goes_deleted_and_changed_stays() -> None:
    deleted = glossary(term("Rest"))
    changed = glossary(term("Rest"), term("Abfall", Status.ADMITTED))
    assert merge(BASE, deleted, BASE).glossary == deleted
    assert merge(BASE, BASE, deleted) == Merged(deleted, (("c1", "de", "Abfall"),))
    assert merge(BASE, changed, deleted) == Merged(
        changed, (), (Conflict("c1", "de", "Abfall", ours="Abfall"),)
    )
    assert merge(BASE, deleted, changed) == Merged(
        changed, (("c1", "de", "Abfall"),), (Conflict("c1", "de", "Abfall", theirs="Abfall"),)
    )
    nothing = replace(BASE, concepts=())
    assert merge(BASE, nothing, changed).glossary == changed
    assert merge(BASE, changed, nothing).conflicts == (Conflict("c1", ours="Abfall, Rest"),)
    assert merge(BASE, nothing, BASE).glossary == nothing


def test_two_new_concepts_under_one_id_are_two() -> None:
    base = glossary(term("Rest"), id="c8")
    ours = replace(base, concepts=(*base.concepts, *glossary(term("Kai"), id="c9").concepts))
    theirs = replace(base, concepts=(*base.concepts, *glossary(term("Boot"), id="c9").concepts))
    merged = merge(base, ours, theirs)
    assert [(concept.id, concept.texts) for concept in merged.glossary.concepts] == [
        ("c8", {("de", "Rest")}),
        ("c9", {("de", "Kai")}),
        ("c10", {("de", "Boot")}),
    ]
    assert merged.conflicts == (Conflict("c9", field="id", ours="c9", theirs="c10"),)
    same = replace(base, concepts=(*base.concepts, *glossary(term("Kai"), term("Quai"), id="c9").concepts))
    assert len(merge(base, ours, same).glossary.concepts) == 2


def test_without_a_base_nothing_goes() -> None:
    other = glossary(term("Mühle"), id="c2", lang="hu")
    merged = merge(None, BASE, other)
    assert [concept.id for concept in merged.glossary.concepts] == ["c1", "c2"]
    assert merge(None, BASE, replace(BASE, title="")).glossary == BASE


def test_their_order_is_taken_where_only_they_changed_it() -> None:
    turned = glossary(term("Abfall", Status.DEPRECATED), term("Rest"))
    assert merge(BASE, BASE, turned).glossary == turned
    longer = glossary(term("Rest"), term("Abfall", Status.DEPRECATED), term("Neige", None))
    assert [text for text, _status in found(merge(BASE, longer, turned))] == ["Abfall", "Rest", "Neige"]


@law(deadline=None, max_examples=60)
@given(b=SOME, x=SOME)
def test_law_only_ours_changed(b: Glossary, x: Glossary) -> None:
    assert merge(b, x, b) == Merged(x)


@law(deadline=None, max_examples=60)
@given(b=SOME, x=SOME)
def test_law_only_theirs_changed(b: Glossary, x: Glossary) -> None:
    merged = merge(b, b, x)
    assert (merged.glossary, merged.conflicts) == (x, ())


@law(deadline=None, max_examples=50)
@given(b=SOME, x=SOME, word=st.sampled_from(["a", "b"]))
def test_law_what_was_taken_is_told(b: Glossary, x: Glossary, word: str) -> None:
    theirs = replace(b, title=b.title + word)
    assert merge(b, b, theirs).taken == (("", "", ""),)
    ids = {concept.id for concept in x.concepts} ^ {concept.id for concept in b.concepts}
    assert ids <= {concept for concept, _lang, _term in merge(b, b, x).taken}


@law(deadline=None, max_examples=60)
@given(b=st.none() | SOME, x=SOME)
def test_law_both_made_the_same_change(b: Glossary | None, x: Glossary) -> None:
    assert merge(b, x, x) == Merged(x)


def texts(side: Glossary | None) -> dict[tuple[str, str, str], Term]:
    return {
        (concept.id, section.lang, term.text): term
        for concept in (side.concepts if side else ())
        for section in concept.sections
        for term in section.terms
    }


@law(deadline=None, max_examples=60)
@given(b=st.none() | SOME, x=SOME, y=SOME)
def test_law_no_term_disappears(b: Glossary | None, x: Glossary, y: Glossary) -> None:
    merged = merge(b, x, y)
    was, mine, other, made = map(texts, (b, x, y, merged.glossary))
    kept = {(lang, text) for _concept, lang, text in made}
    for side, opposite in ((mine, other), (other, mine)):
        for place, term in side.items():
            if was.get(place) != term or place in opposite:
                assert place[1:] in kept
    assert kept <= {place[1:] for place in (*mine, *other)}


def definitions(side: Glossary | None) -> dict[tuple[str, str], str]:
    """Return the definitions of concepts and of their sections, by id and language."""
    return {
        (concept.id, getattr(part, "lang", "")): part.definition
        for concept in (side.concepts if side else ())
        for part in (concept, *concept.sections)
    }


def notes(side: Glossary) -> set[str]:
    """Return the texts of the notes of concepts and of their sections."""
    parts = [part for concept in side.concepts for part in (concept, *concept.sections)]
    more = {str(one.content[0]) for part in parts for one in part.other if one.tag == "note"}
    return more | {part.note for part in parts}


@law(deadline=None, max_examples=60)
@given(b=st.none() | SOME, x=SOME, y=SOME)
def test_law_no_definition_disappears(b: Glossary | None, x: Glossary, y: Glossary) -> None:
    merged = merge(b, x, y).glossary
    kept = {*definitions(merged).values(), *notes(merged)}
    was = definitions(b)
    for side in (x, y):
        for place, text in definitions(side).items():
            assert text in ("", was.get(place)) or text in kept


@law(deadline=None, max_examples=60)
@given(b=st.none() | SOME, x=SOME, y=SOME)
def test_law_who_merges_makes_no_difference(b: Glossary | None, x: Glossary, y: Glossary) -> None:
    here, there = merge(b, x, y), merge(b, y, x)
    assert {place[1:] for place in texts(here.glossary)} == {place[1:] for place in texts(there.glossary)}
    assert bool(here.conflicts) == bool(there.conflicts)
    if not here.conflicts:
        assert unordered(here.glossary) == unordered(there.glossary)


@law(deadline=None, max_examples=50)
@given(b=st.none() | SOME, x=SOME, y=SOME)
def test_what_is_merged_can_be_written_over_either_file(b: Glossary | None, x: Glossary, y: Glossary) -> None:
    merged = merge(b, x, y).glossary
    for side in (x, y):
        assert tbx.parse(tbx.serialize(merged, tbx.serialize(side))) == merged
    assert merge(merged, merged, merged) == Merged(merged)


def unordered(made: object) -> object:
    """Return a glossary, or anything in it, without the order of anything."""
    if isinstance(made, tuple):
        return sorted((unordered(one) for one in made), key=repr)
    if is_dataclass(made) and not isinstance(made, Element):
        return {one.name: unordered(getattr(made, one.name)) for one in fields(made)}
    return made
