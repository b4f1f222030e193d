"""The dossier of a concept and the list of all: every occurrence, where it stands, and what is said of it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from editions import ANNA, opened, translate
from hexapla.formats import tbx
from hexapla.model.errors import BadFile, NotFound
from hexapla.model.glossary import Concept, Glossary, Section, Term
from hexapla.work import changes, ingest, joining, remarks, settings
from hexapla.work.edition import Edition
from hexapla.work.terms import acts, atsight, dossier, impact, listing, report, standing, waiving
from hexapla.work.terms.dossier import Cell, Cut, Line

NOTE = '<note type="translator" place="foot" xml:id="de.tn1">Die Mühle, wie gesagt.</note>'


def lines(edition: Edition, id_: str = "c1", lang: str = "de") -> dict[tuple[str, str], Line]:
    return {(one.slug, one.unit): one for one in dossier.of(edition, ANNA, id_, (lang,)).lines}


def cell(edition: Edition, unit: str, slug: str = "mill", lang: str = "de") -> Cell:
    [found] = lines(edition, lang=lang)[slug, unit].cells
    return found


def marked(cut: Cut) -> list[str]:
    return [cut.text[start:end] for start, end in cut.spans]


def test_every_occurrence_stands_in_its_group(edition: Edition) -> None:
    translate(edition, "u2", "Die Mühle steht, wo der Fluss sich biegt.")
    translate(edition, "u7", "Der Fährmann sieht das Haus.")
    found = dossier.of(edition, ANNA, "c1", ("de",))
    groups = {(one.slug, one.unit): one.group for one in found.lines}
    assert groups == {
        ("edition", "u1"): dossier.REST,
        ("mill", "u1"): dossier.REST,
        ("mill", "u2"): dossier.CONFIRMED,
        ("mill", "u4"): dossier.REST,
        ("mill", "u7"): dossier.LOOK,
        ("ferry", "u4"): dossier.REST,
    }
    assert found.counts["de"] == {"confirmed": 1, "look": 1, "rest": 4}
    assert (found.occurrences, found.texts, found.head, found.names) == (6, 3, "mill", {"anna": "Anna"})
    assert (found.number, found.of, found.previous, found.next) == (1, 2, "", "c2")
    with pytest.raises(NotFound):
        dossier.of(edition, ANNA, "c7")


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("Die Mühlen &amp; Mühle &lt;hier&gt;.", ["Mühlen", "Mühle"]),
        (f"Am Fluss{NOTE} steht<lb/>die Mühle.", ["Mühle"]),
        ('Wo 𝔐 steht, steht die <hi rend="italic">Müh</hi>le.', ["Mühle"]),
        ("Wort " * 60 + "Mühle" + " Wort" * 60, ["Mühle"]),
        ("Mühle" + " Wort" * 60 + " Mühlen", ["Mühle", "Mühlen"]),
    ],
)
def test_cuts_mark_the_very_words(edition: Edition, target: str, words: list[str]) -> None:
    translate(edition, "u2", target)
    found = cell(edition, "u2")
    assert (marked(found.cut), found.judgement) == (words, "confirmed")
    assert marked(lines(edition)["mill", "u2"].source) == ["mill"]
    assert found.cut.before == (target[:5] == "Wort ") and "\ufffc" not in "".join(marked(found.cut))


def test_a_sentence_further_on_is_nearby(edition: Edition) -> None:
    translate(edition, "u2", "Sie steht am Fluss.")
    translate(edition, "u3", "Niemand mahlt in der Mühle.")
    assert (cell(edition, "u2").judgement, lines(edition)["mill", "u2"].group) == ("nearby", "plausible")
    translate(edition, "u3", "Niemand mahlt dort.")
    assert cell(edition, "u2").judgement == "missing"
    changes.undo(edition, ANNA, changes.listed(edition, ANNA, limit=1)[0].number)
    assert cell(edition, "u2").judgement == "nearby", "what was undone is seen"


def test_joined_entries_are_one_line_and_nothing_is_counted_twice(edition: Edition) -> None:
    for unit in ("u2", "u3", "u4"):
        translate(edition, unit, "Die Mühle.")
    joining.join(edition, ANNA, "mill", "de", ["u2", "u3", "u4"])
    found = dossier.of(edition, ANNA, "c1")
    joined = next(one for one in found.lines if (one.slug, one.unit) == ("mill", "u2"))
    assert [one.units for one in joined.cells] == [("u2", "u3", "u4"), ("u2",)]
    assert marked(joined.source) == ["mill", "mills"]
    assert (found.occurrences, found.texts) == (6, 3)
    joining.part(edition, ANNA, "mill", "de", "u2")
    assert cell(edition, "u4").units == ("u4",)


def test_waived_until_the_text_or_the_decision_changes(edition: Edition) -> None:
    def look() -> tuple[str, str, int]:
        [line, *_rest] = listing.lines(edition, ANNA)
        [column] = [one for one in line.columns if one.lang == "de"]
        [seen] = [
            one for at in atsight.page(edition, ANNA, "mill", "de", 7, 7) for one in at.seen if one.finding
        ]
        assert seen.waived == cell(edition, "u7").waived
        [told] = [one for one in report.of(edition, ANNA, ("de",)).concepts if one.id == "c1"]
        assert len(told.columns[0].look) == column.look
        return seen.waived, lines(edition)["mill", "u7"].group, column.look

    translate(edition, "u7", "Der Fährmann sieht das Haus.")
    assert look() == ("", "look", 1)
    number = waiving.waive(edition, ANNA, "mill", "de", "u7", "c1", "term-missing", "Er weiß\nes nicht.")
    assert look() == ("Er weiß es nicht.", "confirmed", 0)
    remarks.turn(edition, ANNA, "waiver", number)
    assert look() == ("", "look", 1)
    waiving.waive(edition, ANNA, "mill", "de", "u7", "c1", "term-missing", "Doch.")
    translate(edition, "u7", "Der Fährmann sieht ein Haus.")
    assert look() == ("", "look", 1)
    waiving.waive(edition, ANNA, "mill", "de", "u7", "c1", "term-missing", "Doch.")
    acts.propose(edition, ANNA, "c1", "de", "Mahlhaus")
    assert look() == ("", "look", 1)


def test_texts_in_other_languages_are_counted_all_the_same(edition: Edition) -> None:
    """A text that only the second language has, and one whose source is a target of the edition."""
    assert edition.root is not None
    file = edition.root.parent / "mud.txt"
    file.write_text("A malom\n\nA malom áll. A malmok állnak. Sár van.\n", "utf-8")
    ingest.store(edition, ANNA, ingest.read(edition, file))
    changed = {"mud": {"source": "hu"}, "ferry": {"only": ("hu",)}}
    texts = tuple(replace(one, **changed.get(one.slug, {})) for one in edition.settings.texts)  # type: ignore[arg-type]
    settings.change(edition, lambda now: replace(now, texts=texts))
    [line, other] = listing.lines(edition, ANNA)
    assert edition.settings.languages_of("ferry") == ("hu",)
    assert edition.settings.languages_of("mud") == ("de",)
    assert (other.head, other.occurrences, other.texts) == ("Kharkov", 2, 2)
    found = dossier.of(edition, ANNA, "c1")
    assert (line.occurrences, line.texts) == (found.occurrences, found.texts)
    [told] = [one for one in report.of(edition, ANNA, ("de",)).concepts if one.id == "c1"]
    assert told.occurrences == line.occurrences


def test_what_another_process_decides_is_seen_at_once(edition: Edition) -> None:
    translate(edition, "u7", "Der Fährmann sieht das Haus.")
    assert cell(edition, "u7").judgement == "missing"
    assert edition.root is not None
    with opened(edition.root) as other:
        acts.decide(other, ANNA, "c1", "de", "Haus")
        assert cell(edition, "u7").judgement == "confirmed"
        translate(other, "u7", "Der Fährmann sieht die Mühle.")
        assert cell(edition, "u7").judgement == "superseded"


def test_what_a_decision_would_touch_is_told_before(edition: Edition) -> None:
    translate(edition, "u4", "Die Mühlen des Tals sind fort.")
    translate(edition, "u4", "Er sah nie eine Mühle.", slug="ferry")
    before = edition.desk.glossary.read()
    found = impact.of(edition, ANNA, "c1", "DE", "Papiermühle", ["mill"])
    [one] = found.entries
    assert (one.slug, one.units, one.was, one.proposal) == ("mill", ("u4",), "Mühle", "Papiermühlen")
    assert [one.target[a:b] for a, b in one.spans] == ["Mühlen"]
    assert impact.of(edition, ANNA, "c1", "de", "Mühle").entries == ()
    assert edition.desk.glossary.read() == before


def test_concepts_without_an_id_are_known_by_their_term(edition: Edition) -> None:
    one = Concept("", sections=(Section("en", (Term("river"),)), Section("de", (Term("Fluss"),))))
    edition.desk.put_document("glossary.tbx", tbx.serialize(Glossary("", "en", (one,))))
    translate(edition, "u2", "Die Mühle steht am Bach.")
    [line] = listing.lines(edition, ANNA)
    assert (line.id, line.occurrences, line.columns[0].look) == ("en river", 2, 1)
    assert lines(edition, "en river")["mill", "u2"].group == "look"


def test_threads_that_ask_at_once_are_told_the_same(edition: Edition) -> None:
    translate(edition, "u2", "Die Mühle steht am Fluss.")
    with ThreadPoolExecutor(6) as pool:
        asked = [pool.submit(listing.lines, edition, ANNA) for _nth in range(6)]
        judged = [pool.submit(standing.entry, edition, "mill", "de", "u2", "Das Haus.") for _nth in range(6)]
        assert len({repr(one.result()) for one in asked}) == 1
        assert {str(one.result()[0].judgement) for one in judged} == {"missing"}


def test_no_glossary_and_a_broken_one(edition: Edition) -> None:
    edition.desk.put_document("glossary.tbx", b"")
    assert listing.lines(edition, ANNA) == [] and atsight.page(edition, ANNA, "mill", "de", 1, 9) == []
    edition.desk.put_document("glossary.tbx", b"<tbx>\n<oops")
    for asked in (
        lambda: listing.lines(edition, ANNA),
        lambda: acts.add(edition, ANNA, "en", "weir"),
        lambda: atsight.page(edition, ANNA, "mill", "de", 1, 9),
    ):
        with pytest.raises(BadFile, match=r"glossary\.tbx:2"):
            asked()
    assert edition.desk.document("glossary.tbx") == b"<tbx>\n<oops"
