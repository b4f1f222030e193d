"""Glossaries in and out: what comes in joins what is there, under whose name, and what did not win is told."""

import pytest

from editions import ANNA, VERA, opened
from hexapla.formats import tbx
from hexapla.model.errors import BadFile, BadName
from hexapla.model.glossary import Act, Concept, Glossary, Section, Status, Step, Term
from hexapla.work import changes
from hexapla.work.edition import Edition
from hexapla.work.terms import acts, exchange
from hexapla.work.terms import glossary as kept
from termed import concept, section, statuses


def brought(edition: Edition, *concepts: Concept) -> exchange.Imported:
    return exchange.take_in(edition, VERA, Glossary("Other", "fr", concepts))


def of(id_: str, *terms: tuple[str, str], **how: object) -> Concept:
    sections = {
        lang: Section(lang, tuple(Term(text) for tag, text in terms if tag == lang)) for lang, _t in terms
    }
    return Concept(id_, sections=tuple(sections.values()), **how)  # type: ignore[arg-type]


@pytest.mark.parametrize("format_", exchange.FORMATS)
def test_out_and_in_again_is_nothing_new(edition: Edition, format_: str) -> None:
    acts.discuss(edition, VERA, "c1", "de", "Hm.")
    before = edition.desk.glossary.read()
    found = exchange.read(edition, exchange.written(edition, ANNA, format_), f"a.{format_}")
    done = exchange.take_in(edition, ANNA, found.glossary)
    assert (done.change, done.added, done.changed, done.terms, done.conflicts) == (0, 0, 0, 0, ())
    assert edition.desk.glossary.read() == before


@pytest.mark.parametrize("format_", exchange.FORMATS)
def test_into_another_edition_all_of_it_comes(edition: Edition, format_: str) -> None:
    out = exchange.written(edition, ANNA, format_)
    edition.desk.put_document("glossary.tbx", b"")
    done = exchange.take_in(edition, ANNA, exchange.read(edition, out, f"a.{format_}").glossary)
    assert (done.added, done.terms) == (2, 4)
    assert statuses(edition) == {"Mühle": "preferred"}
    changes.undo(edition, ANNA, done.change)
    assert kept.read(edition).glossary.concepts == ()


def test_what_columns_are_can_be_said(edition: Edition) -> None:
    source = "Wort;Deutsch;Kommentar\nweir;Wehr;breit\nmill;Mühlwerk;\n".encode()
    found = exchange.read(edition, source, "a.csv", {"Wort": "en", "Kommentar": "-"})
    assert found.mapping == (("Wort", "en"), ("Deutsch", "de"), ("Kommentar", "-"))
    done = exchange.take_in(edition, ANNA, found.glossary)
    assert (done.added, done.changed, done.terms) == (1, 1, 3)
    assert set(statuses(edition)) == {"Mühle", "Mühlwerk"}
    assert statuses(edition, id_="c3").keys() == {"Wehr"}
    with pytest.raises(BadName, match="no column “Worte”"):
        exchange.read(edition, source, "a.csv", {"Worte": "en"})
    with pytest.raises(BadName, match="not a language!"):
        exchange.read(edition, source, "a.csv", {"Wort": "not a language!"})


def test_a_concept_is_known_by_its_term_and_ids_are_nobodys_own(edition: Edition) -> None:
    """In the file c1 is the weir, c2 the mill, and one has no id: no two concepts are thrown together."""
    done = brought(
        edition,
        of("c1", ("en", "weir"), references=("c2", "c9")),
        of("c2", ("en", "mill"), ("fr", "moulin")),
        of("", ("en", "sluice")),
        of("c4", ("en", "lock")),
    )
    assert (done.added, done.changed, done.conflicts) == (3, 1, ())
    found = {one.name: {text for _lang, text in one.texts} for one in kept.read(edition).glossary.concepts}
    assert found["c1"] == {"mill", "Mühle", "malom", "moulin"}
    assert found["c2"] == {"Kharkov"} and found["c4"] == {"lock"}
    assert sorted(map(sorted, found.values()))[-2:] == [["sluice"], ["weir"]]
    [weir] = [one for one in kept.read(edition).glossary.concepts if ("en", "weir") in one.texts]
    assert weir.references == ("c1", "c9")


LIVING, GONE = Status.PREFERRED, Status.DEPRECATED


@pytest.mark.parametrize(
    ("theirs", "home"),
    [
        (of("", ("en", "mill"), ("de", "Anderes")), "c1"),
        (of("x9", ("en", "watermill")), "c1"),
        (of("", ("de", "Mühle"), ("en", "factory")), ""),  # a word of another language says nothing
        (of("", ("de", "Mühle")), ""),
        (of("", ("en", "grinder")), ""),  # ours is deprecated
        (Concept("", sections=(Section("en", (Term("mill", GONE),)),)), ""),
        (of("", ("en", "bank")), ""),  # c3 and c4 have it
        (of("", ("en", "bank"), ("de", "Ufer")), "c4"),  # and c4 has both
        (of("", ("en", "mill"), ("en", "Kharkov")), ""),  # two of ours
        (of("c1", ("en", "factory"), ("de", "Mühle")), "c1"),  # the id, and a term
        (of("c1", ("en", "Kharkov"), ("de", "Mühle")), "c2"),
        (of("c1", ("en", "factory")), ""),
    ],
)
def test_what_a_concept_joins(edition: Edition, theirs: Concept, home: str) -> None:
    acts.propose(edition, ANNA, "c1", "en", "watermill")
    acts.decide(edition, ANNA, "c1", "en", "grinder", status=GONE)
    brought(edition, of("c3", ("en", "bank"), ("de", "Geldhaus")), of("c4", ("en", "bank"), ("de", "Ufer")))
    before = {one.name for one in kept.read(edition).glossary.concepts}
    out = tbx.serialize(Glossary("", "en", (theirs,)))
    assert before == {"c1", "c2", "c3", "c4"}, "two of the file that share a term are two"
    shown = exchange.read(edition, out, "a.tbx").joins
    done = brought(edition, theirs)
    assert done.joins == shown, "a dry run says what will happen"
    assert done.added == (0 if home else 1)
    assert any(f"joins {home} " in told for told in done.joins) is bool(home)
    assert brought(edition, theirs).change == 0, "brought twice, nothing is new"


def test_ids_that_are_none(edition: Edition) -> None:
    found = exchange.read(edition, b"id,en,references\n1,weir,2 x\n2 x,sluice,\nc1,lock,\n", "a.csv")
    assert found.remarks == (
        "2 ids, “1” the first, cannot be ids; their concepts get others, if they are none of ours.",
    )
    exchange.take_in(edition, ANNA, found.glossary)
    new = [(one.name, one.references) for one in kept.read(edition).glossary.concepts[2:]]
    assert new == [("c3", ("c4",)), ("c4", ()), ("c5", ())]


def test_rows_without_an_id_are_not_ours_by_number(edition: Edition) -> None:
    done = exchange.take_in(
        edition, ANNA, exchange.read(edition, "en,de\nplant,Mühle\n".encode(), "a.csv").glossary
    )
    assert (done.added, done.joins) == (1, ())


def test_foreign_tags_are_languages_of_ours(edition: Edition) -> None:
    theirs = of(
        "", ("en-US", "weir"), ("de-AT", "Wehr"), ("de", "Stauwehr"), ("de-CH", "Wuhr"), ("sr-Latn", "brana")
    )
    found = exchange.read(edition, tbx.serialize(Glossary("", "en", (theirs,))), "a.tbx")
    assert found.remarks == ("en-US is taken as en.", "de-AT is taken as de.", "de-CH is taken as de.")
    [made] = found.glossary.concepts
    assert {part.lang: [one.text for one in part.terms] for part in made.sections} == {
        "de": ["Stauwehr", "Wehr", "Wuhr"],
        "en": ["weir"],
        "sr-Latn": ["brana"],
    }
    assert "de-AT is taken as de." in exchange.read(edition, b"en,de-AT\nweir,Wehr\n", "a.csv").remarks


def test_a_table_without_names_is_told(edition: Edition) -> None:
    found = exchange.read(edition, b"war,Krieg\npeace,Frieden\n", "a.csv")
    [told] = found.remarks
    assert told.startswith("The first row was taken as terms (en, de)")
    assert len(found.glossary.concepts) == 2


def test_what_nobody_could_propose_does_not_come(edition: Edition) -> None:
    source = f"en,de,de:forms\nweir,Wehr,…;Wehre\n—,\nlock,{'x' * 201}\nru\u202em,Rum\n\u2066,\n"
    found = exchange.read(edition, source.encode(), "a.csv")
    assert [{text for _lang, text in one.texts} for one in found.glossary.concepts] == [
        {"weir", "Wehr"},
        {"lock"},
        {"Rum"},
    ]
    assert found.glossary.concepts[0].sections[1].terms[0].forms == ("Wehre",)
    told = "\n".join(found.remarks)
    assert "row 2: “…” has no letter or digit in it. The form was left out." in told
    assert "row 3: no term is left of the concept; it was left out." in told
    assert "row 4: “xxx" in told and "row 5: “ru\\u202em” has signs" in told and "row 6: " in told


def test_what_is_found_everywhere_is_told(edition: Edition) -> None:
    found = exchange.read(edition, b"en,de\n@a,x\nThe,und so\nweir,Wehr\nIT,\n", "a.csv")
    assert [one.partition("”")[0] for one in found.remarks] == ["“@a", "“x", "“The", "“IT"]
    assert found.remarks[0] == "“@a” will be found almost everywhere."


def test_two_rows_of_one_concept_lose_no_word(edition: Edition) -> None:
    acts.propose(edition, ANNA, "c1", "en", "watermill")
    source = "en,de\nmill,Mahlwerk\nwatermill,Wassermühle\n".encode()
    exchange.take_in(edition, ANNA, exchange.read(edition, source, "a.csv").glossary)
    assert set(statuses(edition)) == {"Mühle", "Mahlwerk", "Wassermühle"}
    assert len(kept.read(edition).glossary.concepts) == 2


def test_what_does_not_win_is_told(edition: Edition) -> None:
    theirs = Concept("c1", sections=(Section("de", (Term("Mühle", Status.DEPRECATED, note="alt"),)),))
    done = brought(edition, theirs)
    assert statuses(edition) == {"Mühle": "preferred"}
    [told] = done.conflicts
    assert told == "c1 de Mühle: status stays “preferred”, the file says “deprecated”."
    assert done.changed == 1 and (done.added, done.terms) == (0, 0)


def test_what_a_file_says_of_its_makers_is_not_believed(edition: Edition) -> None:
    forged = Step(Act.DECIDED, "anna", "1999-01-01T00:00:00Z", "Mahlwerk", Status.PREFERRED, "Beschluss.")
    theirs = Concept("c1", sections=(Section("de", (Term("Mühle"), Term("Mahlwerk")), log=(forged,)),))
    brought(edition, theirs)
    ours, mine = section(edition).log
    assert (mine.by, mine.words) == ("vera", "Beschluss.") and mine.at >= ours.at > "2026"
    log = section(edition).log
    assert brought(edition, theirs).change == 0
    assert section(edition).log == log, "brought twice, it is said once"


def test_brought_while_somebody_decides(edition: Edition) -> None:
    assert edition.root is not None
    incoming = exchange.read(edition, b"en,de\nmill,Mahlwerk\n", "a.csv").glossary
    with opened(edition.root, VERA) as other:
        acts.decide(other, VERA, "c1", "de", "Kornhaus")
    done = exchange.take_in(edition, ANNA, incoming)
    assert statuses(edition) == {"Mühle": "superseded", "Kornhaus": "preferred", "Mahlwerk": ""}
    assert (done.terms, done.changed) == (1, 1)


def test_what_is_no_glossary_is_refused(edition: Edition) -> None:
    for source, name in (
        (b"<tbx", "a.tbx"),
        (b"", "a.csv"),
        (b"PK\x03\x04 no workbook", "a.xlsx"),
        (b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><tbx>&a;</tbx>", "a.csv"),
    ):
        with pytest.raises(BadFile, match=r"a\.") as raised:
            exchange.read(edition, source, name)
        assert "\n" not in str(raised.value)
    with pytest.raises(BadName, match="“odt” is no format"):
        exchange.written(edition, ANNA, "odt")


def test_a_glossary_that_is_not_ours_stays_as_it_is_written(edition: Edition) -> None:
    before = edition.desk.glossary.read()
    assert exchange.written(edition, ANNA, "tbx") == before
    assert tbx.parse(exchange.written(edition, ANNA, "tbx")).concepts[0] == concept(edition)
