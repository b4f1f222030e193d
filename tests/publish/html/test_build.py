import ast
from dataclasses import replace
from pathlib import Path

import pytest

from hexapla.model.edition import Settings
from hexapla.model.errors import BadName
from hexapla.model.text import Block
from hexapla.publish.html import build
from publish.html.page import built
from publish.html.sample import ESSAY, anthology, edition, essay, said, text, theses, units


def test_a_page_is_the_same_to_the_byte() -> None:
    assert build(anthology()) == build(anthology())


@pytest.mark.parametrize(
    ("title", "name"),
    [("The Bridge Keepers", "the-bridge-keepers.html"), ("حرّاس", "edition.html"), ("", "edition.html")],
)
def test_the_file_is_named_by_the_source_title(title: str, name: str) -> None:
    assert list(build(edition(essay(), words={"en": {"title": title}}))) == [name]


def test_the_title_may_stand_in_the_settings_alone() -> None:
    settings = Settings(id="x", source="en", title={"en": "Bridge & Toll"})
    page = built(edition(essay(), settings=settings))
    assert page.one("title").text == "Bridge & Toll"
    assert page.one("h1").text == "Bridge & Toll"


def test_ids_are_given_once_and_every_link_leads_somewhere() -> None:
    page = built(anthology())
    ids = [node.get("id") for node in page.walk() if node.get("id")]
    assert len(ids) == len(set(ids))
    links = [node.get("href") for node in page.all("a")]
    assert len(links) > 50
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_ids_are_bare_in_an_edition_of_one_text() -> None:
    assert built(edition(essay())).one(id="u5").get("data-u") == "u5"
    assert built(edition(essay(), theses())).one(id=f"{ESSAY}.u5").get("data-u") == f"{ESSAY}.u5"


def test_every_language_has_its_own_direction_in_every_cell() -> None:
    page = built(anthology())
    cells = page.one("main").all(class_="column")
    assert {(cell.get("lang"), cell.get("dir")) for cell in cells} == {
        ("en", "ltr"),
        ("de", "ltr"),
        ("ar", "rtl"),
    }
    assert all(cell.get("data-l") == cell.get("lang") for cell in cells)


@pytest.mark.parametrize(("languages", "direction"), [(("en", "ar"), "ltr"), (("ar", "en"), "rtl")])
def test_the_page_runs_as_its_first_language_does(languages: tuple[str, ...], direction: str) -> None:
    page = built(replace(anthology(), languages=languages))
    assert page.one("html").get("dir") == direction
    assert [cell.get("lang") for cell in page.one(id=ESSAY).all("h2")] == list(languages)


def test_the_source_may_be_left_out() -> None:
    page = built(replace(anthology(), languages=("de",)))
    article = page.one(id=ESSAY)
    assert {cell.get("lang") for cell in article.all(class_="column")} == {"de"}
    assert article.one(id=f"{ESSAY}.u7").get("data-u") == f"{ESSAY}.u7 {ESSAY}.u8"
    assert article.one(id=f"{ESSAY}.u8").tag == "span"


def test_a_text_has_columns_for_its_own_languages_only() -> None:
    article = built(anthology()).one(id="letter")
    assert {cell.get("lang") for cell in article.all(class_="column")} == {"en", "de"}


def test_a_text_that_none_of_the_languages_has_is_left_out() -> None:
    page = built(replace(anthology(), languages=("ar",)))
    assert not page.all(id="letter")
    assert page.one(id="keeper")


def test_an_edition_without_texts_or_languages_is_a_page_all_the_same() -> None:
    assert not built(edition()).all("article")
    assert built(edition(languages=())).one("title").text == "Hexapla"


def test_an_ill_formed_language_tag_is_refused() -> None:
    with pytest.raises(BadName, match="is not a language tag"):
        build(edition(essay(), languages=("en", 'de"]{}')))


def test_contents_list_the_texts_in_step() -> None:
    nav = built(anthology()).one("nav")
    assert [[(a.get("lang"), a.text) for a in line.all("a")] for line in nav.all("li")] == [
        [("en", "On Carrying"), ("de", "Vom Tragen"), ("ar", "في الحمل")],
        [("en", "The Keeper of the Plank"), ("de", "Die Wärterin der Planke"), ("ar", "حارسة اللوح")],
        [("en", "Two Theses and a Song")],
        [("en", "To the Night Watch"), ("de", "An die Nachtwache")],
    ]


def test_contents_of_a_single_text_list_its_parts() -> None:
    nav = built(edition(essay())).one("nav")
    assert [line.all("a")[0].text for line in nav.all("li")] == [
        "On Carrying",
        "The plank",
        "What the river knows",
    ]


def test_a_title_alone_at_the_second_level_is_a_title() -> None:
    chapters = [Block("head", units(1, "Book"), level=2), Block("head", units(2, "Part"), level=3)]
    page = built(edition(text("book", chapters)))
    assert [(node.tag, node.text[-4:]) for node in page.one("main").all(lang="en")] == [
        ("h2", "Book"),
        ("h3", "Part"),
    ]


def test_heads_without_a_title_above_them_get_the_header_title() -> None:
    chapters = [Block("head", units(1, "One"), level=2), Block("head", units(2, "Two"), level=2)]
    page = built(edition(text("book", chapters, "The Book")))
    assert page.one("h2", class_="title").text == "The Book"
    assert len(page.one("main").all("h3")) == 2


def test_a_draft_is_stamped_in_every_language() -> None:
    stamps = [node.text for node in built(anthology()).one("header").all(class_="draft")]
    assert stamps == [
        "Draft · German: 81% translated, 58% reviewed · Arabic: 55% translated, 10% reviewed",
        "Entwurf · 81\xa0% übersetzt, 58\xa0% durchgesehen",
        "مسوّدة · ٥٥% مترجَم, ١٠% مراجَع",
    ]
    assert not built(anthology(draft=False)).all(class_="draft")


def test_the_colophon_names_people_licence_and_date() -> None:
    footer = built(anthology()).one("footer")
    english, german, arabic = (cell.text for cell in footer.all("section"))
    assert "On Carrying · by Ida Lund and Jon Aske · 1968" in english
    assert "Licence: CC BY 4.0" in english
    assert "Übersetzt von Vera Holm" in german
    assert "22. November 2026" in german
    assert "١٩٦٨" in arabic
    assert "Samir Kattan" in arabic


def test_a_word_that_a_language_lacks_is_marked_as_the_other_languages() -> None:
    labels = built(anthology()).one("footer").one("section", lang="ar").all("span", lang="en", dir="ltr")
    assert [label.text for label in labels] == ["by", "Licence"]


def test_the_words_of_the_edition_win() -> None:
    words = {"en": {"word.notes": "Remarks"}, "de": {}}
    page = built(edition(essay(), words=words))
    heads = [node for node in page.all("h3") if node.text in ("Remarks", "Notes")]
    assert [node.text for node in heads] == ["Remarks", "Remarks"]
    assert heads[1].one("span").get("lang") == "en"


def test_controls_are_there_for_every_language() -> None:
    page = built(anthology())
    boxes = page.all("input", name="language")
    assert [box.get("value") for box in boxes] == ["en", "de", "ar"]
    labels = {node.get("for"): node.text for node in page.all("label")}
    assert labels["_language.ar"] == "العربية"
    assert {node.get("id") for node in page.all("input")} - {"_search"} == set(labels)


def test_units_without_translations_say_so_once_a_run() -> None:
    page = built(
        edition(text("t", [Block("p", units(1, "One.", "Two.", "Three."))], de=said(("u2", "Zwei."))))
    )
    german = page.one("p", lang="de")
    assert [unit.get("data-u") for unit in german.all(class_="u")] == ["u1", "u2", "u3"]
    blank = said(("u1", " "), ("u2+u3", ""))
    empty = built(edition(text("t", [Block("p", units(1, "One.", "Two.", "Three."))], de=blank)))
    (mark,) = empty.one("p", lang="de").all(class_="u")
    assert mark.get("data-u") == "u1 u2 u3"
    assert mark.text == "1–3[not yet translated]"


def test_the_package_reads_nothing_but_its_own_sheets() -> None:
    """The exporter is pure: it neither looks at the clock nor at the machine."""
    folder = Path(__file__).parents[3] / "tools/hexapla/publish/html"
    modules = [ast.parse(file.read_text("utf-8")) for file in sorted(folder.glob("*.py"))]
    imported = {
        name.name if isinstance(node, ast.Import) else node.module or ""
        for module in modules
        for node in ast.walk(module)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in node.names
    }
    assert len(modules) > 15
    assert not imported & {"os", "time", "random", "locale", "platform", "socket", "subprocess"}
