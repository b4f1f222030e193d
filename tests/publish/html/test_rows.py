from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla.model.catalog import Place, State
from hexapla.model.parallel import Rendering
from hexapla.model.text import Block
from hexapla.publish.html.rows import rows
from publish.html.page import Node, built
from publish.html.sample import anthology, edition, said, text, units


def cells(page: Node, lang: str) -> list[str]:
    """The texts of a language's cells, numbers left out."""
    return [words(cell) for cell in page.one("main").all(class_="column", lang=lang)]


def words(cell: Node) -> str:
    return "".join(
        part if isinstance(part, str) else "" if "n" in part.classes else words(part) for part in cell.content
    )


def test_every_kind_of_block_has_its_row() -> None:
    page = built(anthology())
    kinds = {node.classes[1] for node in page.one("main").all(class_="row") if len(node.classes) > 1}
    assert kinds >= {
        "head", "p", "item", "quote", "epigraph", "verse", "turn", "dateline", "salute", "signed",
        "postscript", "trailer", "byline", "notes",
    }  # fmt: skip


def test_a_speaker_shares_the_row_of_the_words() -> None:
    article = built(anthology()).one(id="keeper")
    turns = article.all(class_="turn", lang="en")
    assert [words(turn) for turn in turns] == [
        "Question Since when do you keep the plank?",
        "Ida Lund Since the last keeper fell in. He was given soup.",
        "It was good soup.",
    ]
    assert [len(turn.all(class_="speaker")) for turn in turns] == [1, 1, 0]
    assert [unit.get("style") for unit in turns[1].all(class_="u")] == ["--i:0", "--i:1", "--i:2"]


def test_a_speaker_without_words_and_a_turn_of_another_stay_apart() -> None:
    blocks = [
        Block("speaker", units(1, "A"), group="s1"),
        Block("speaker", units(2, "B"), group="s2"),
        Block("turn", units(3, "Well."), group="s3"),
    ]
    assert [one.kind for one in rows(blocks)] == ["speaker", "speaker", "turn"]


def test_stanzas_open_where_the_group_changes() -> None:
    lines = [Block("verse", units(n, "line"), group=group) for n, group in enumerate(["a", "a", "b"], 1)]
    assert [one.opens for one in rows(lines)] == [True, False, True]


def test_items_bear_their_numbers_in_the_languages_own_figures() -> None:
    article = built(anthology()).one(id="theses")
    assert [node.text for node in article.all(class_="no")] == ["1.", "1.", "١.", "2.", "2.", "٢."]


def test_joined_units_are_one_text_with_both_ids() -> None:
    page = built(
        edition(text("t", [Block("p", units(1, "One.", "Two."))], de=said(("u1+u2", "Eins, zwei."))))
    )
    (unit,) = page.one("p", lang="de").all(class_="u")
    assert unit.get("data-u") == "u1 u2"
    assert unit.one(class_="n").text == "1–2"
    assert [page.one(id=name).get("data-u") for name in ("u1", "u2")] == ["u1", "u2"]


def test_a_join_across_blocks_leaves_an_empty_cell() -> None:
    blocks = [Block("p", units(1, "One.")), Block("p", units(2, "Two.")), Block("p", units(3, "Three."))]
    page = built(edition(text("t", blocks, de=said(("u1+u2", "Eins und zwei."), ("u3", "Drei.")))))
    assert cells(page, "de") == ["Eins und zwei.", "", "Drei."]


def test_an_omission_says_so() -> None:
    gone = Rendering(("u2",), "", State.OMITTED, "a pun")
    page = built(
        edition(text("t", [Block("p", units(1, "One.", "Two."))], de=(*said(("u1", "Eins.")), gone)))
    )
    mark = page.one("p", lang="de").one(class_="missing")
    assert mark.text == "[… left out on purpose]"
    assert mark.get("title") == "left out on purpose"
    assert "a pun" not in page.text


def test_an_addition_stands_in_angle_brackets() -> None:
    added = said(("u1", 'Eins. <seg type="added">Und wie.</seg>'))
    page = built(edition(text("t", [Block("p", units(1, "One."))], de=added)))
    assert page.one(class_="added").text == "⟨Und wie.⟩"


def test_units_stand_in_the_order_that_a_language_gives_them() -> None:
    moved = Rendering(("u1",), "Eins.", State.TRANSLATED, place=Place(after="u2", paragraph=True))
    first = Rendering(("u3",), "Drei.", State.TRANSLATED, place=Place(after=""))
    source = text(
        "t",
        [Block("p", units(1, "One.", "Two.", "Three."))],
        de=(moved, *said(("u2", "Zwei.")), first),
    )
    page = built(edition(source))
    assert cells(page, "de") == ["Drei. Zwei.Eins."]
    assert len(page.all(class_="break")) == 1
    assert [unit.get("style") for unit in page.one("p", lang="de").all(class_="u")] == [
        "--i:2",
        "--i:1",
        "--i:0",
    ]


PLACES = st.one_of(st.none(), st.sampled_from(["", "u1", "u2", "u3", "u4", "u9"]).map(Place))


@settings(max_examples=60, deadline=None)
@given(st.lists(PLACES, min_size=4, max_size=4))
def test_no_order_loses_a_unit(places: list[Place | None]) -> None:
    renderings = tuple(
        Rendering((f"u{n}",), f"<{n}>".strip("<>"), State.TRANSLATED, place=place)
        for n, place in enumerate(places, 1)
    )
    page = built(edition(text("t", [Block("p", units(1, "a", "b", "c", "d"))], de=renderings)))
    assert sorted(cells(page, "de")[0].split()) == ["1", "2", "3", "4"]


def test_chinese_sets_no_space_between_sentences() -> None:
    source = text("t", [Block("p", units(1, "One.", "Two."))], zh=said(("u1", "一。"), ("u2", "二。")))
    page = built(edition(source, languages=("en", "zh")))
    assert cells(page, "en") == ["One. Two."]
    assert cells(page, "zh") == ["一。二。"]


def test_blocks_without_units_make_no_row() -> None:
    assert rows([Block("p", ()), Block("p", units(1, "x"))]) == rows([Block("p", units(1, "x"))])
