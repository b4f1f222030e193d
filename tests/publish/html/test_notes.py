from dataclasses import replace

from hexapla.model.text import Block
from publish.html.page import Node, built
from publish.html.sample import ESSAY, anthology, edition, said, text, units


def lists(page: Node, lang: str) -> list[Node]:
    return page.one(class_="notes").one(class_="column", lang=lang).all("li")


def marks(page: Node, lang: str) -> list[str]:
    return [note.all(class_="back")[0].text for note in lists(page, lang)]


def test_notes_come_in_the_order_of_their_marks() -> None:
    page = built(replace(anthology(), texts=anthology().texts[:1]))
    assert marks(page, "en") == ["1", "2", "3"]
    assert marks(page, "de") == ["1", "a", "2", "3"]
    assert marks(page, "ar") == ["١", "أ", "٢"]


def test_a_mark_leads_to_its_note_and_back() -> None:
    page = built(anthology())
    (mark,) = [node for node in page.all(role="doc-noteref") if node.get("href") == f"#{ESSAY}.de.n1"]
    note = page.one(id=f"{ESSAY}.de.n1", role="doc-endnote")
    assert note.one(role="doc-backlink").get("href") == f"#{mark.get('id')}"
    assert "Von einer großen Frau gemessen" in note.text


def test_a_translators_note_is_named_as_one() -> None:
    page = built(anthology())
    note = page.one(id=f"{ESSAY}.de.t1")
    assert note.get("title") == "Anmerkung der Übersetzerin"
    assert note.one("i").get("lang") == "en"
    assert note.text == "a Im Original toll, was auch das Läuten ist."


def test_a_note_has_its_paragraphs() -> None:
    blocks = [
        Block("p", units(1, 'One.<note xml:id="n1"/>')),
        Block("note", units(2, "First."), note="n1", n="1"),
        Block("note", units(3, "Second."), note="n1", n="1"),
    ]
    (note,) = lists(built(edition(text("t", blocks), languages=("en",))), "en")
    assert [paragraph.text for paragraph in note.all("p")] == ["1 2First.", "3Second."]


def test_a_note_without_a_number_is_counted() -> None:
    blocks = [Block("p", units(1, 'One.<note xml:id="n7"/>')), Block("note", units(2, "x"), note="n7")]
    assert marks(built(edition(text("t", blocks), languages=("en",))), "en") == ["1"]


def test_a_dropped_mark_loses_no_translated_note() -> None:
    blocks = [
        Block("p", units(1, 'One.<note xml:id="n1"/>')),
        Block("note", units(2, "Aside."), note="n1", n="1"),
    ]
    page = built(edition(text("t", blocks, de=said(("u1", "Eins."), ("u2", "Nebenbei.")))))
    (note,) = lists(page, "de")
    assert note.text == "1 2Nebenbei."
    assert not note.all("a", class_="back")
    dropped = built(edition(text("t", blocks, de=said(("u1", "Eins.")))))
    assert not dropped.one(class_="notes").one(class_="column", lang="de").all("li")


def test_a_mark_without_a_body_is_not_set() -> None:
    page = built(edition(text("t", [Block("p", units(1, 'One.<note xml:id="n9"/>'))]), languages=("en",)))
    assert not page.all(role="doc-noteref")
    assert not page.all(class_="notes")


def test_notes_that_call_each_other_come_to_an_end() -> None:
    blocks = [
        Block("p", units(1, 'One.<note xml:id="n1"/>')),
        Block("note", units(2, 'A.<note xml:id="n2"/>'), note="n1", n="1"),
        Block("note", units(3, 'B.<note xml:id="n1"/>'), note="n2", n="2"),
    ]
    assert marks(built(edition(text("t", blocks), languages=("en",))), "en") == ["1", "2"]


def test_two_translators_notes_with_one_id_are_two_notes() -> None:
    note = '<note type="translator" xml:id="de.tn1">{}</note>'
    german = said(("u1", "Eins." + note.format("x")), ("u2", "Zwei." + note.format("y")))
    page = built(edition(text("t", [Block("p", units(1, "One.", "Two."))], de=german)))
    assert [one.text for one in lists(page, "de")] == ["a x", "b y"]
