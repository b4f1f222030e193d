"""Units for the blocks of a text: which, with what ids, in what order, and nothing else changed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla import segment
from hexapla.formats import tei
from hexapla.formats.tei.elements import NS
from hexapla.model.text import Element, Text
from tei_texts import sample, texts

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>Nets</title></titleStmt><publicationStmt><publisher/></publicationStmt>"
    "<sourceDesc><bibl/></sourceDesc></fileDesc></teiHeader>"
)


def text(body: str, lang: str = "en") -> Text:
    whole = f"{HEADER}<text><body>{body}</body></text>"
    return tei.parse(f'<TEI xmlns="{NS}" xml:id="nets" xml:lang="{lang}">{whole}</TEI>'.encode())


def sources(made: Text) -> list[str]:
    return [unit.source for unit in made.units]


def letters(element: Element) -> str:
    return "".join(
        "".join(part.split()) if isinstance(part, str) else letters(part) for part in element.content
    )


def test_running_text_is_divided_and_the_rest_is_not() -> None:
    made, following = segment.units(
        text(
            "<div><head>Nets. Oars</head><p>We sell. You buy.</p><quote>Old. True.</quote>"
            "<lg><l>Go. Come.</l><l>Stay</l></lg><sp><speaker>A. B.</speaker><p>Yes. No.</p></sp>"
            "<list><item>One. Two.</item></list><closer><dateline>Bay. May.</dateline>"
            "<salute>Hail. Go.</salute>"
            "<signed>The. Crew.</signed></closer></div>"
        )
    )
    assert sources(made) == [
        *["Nets. Oars", "We sell.", "You buy.", "Old.", "True.", "Go. Come.", "Stay", "A. B.", "Yes.", "No."],
        *["One.", "Two.", "Bay. May.", "Hail. Go.", "The. Crew."],
    ]
    assert [unit.id for unit in made.units] == [f"u{n}" for n in range(1, 16)]
    assert [unit.n for unit in made.units] == [str(n) for n in range(1, 16)]
    assert following == 16


def test_a_paragraph_may_be_one_unit() -> None:
    made, following = segment.units(
        text("<p>We sell. You buy.</p><lg><l>Go.</l><l>Come.</l></lg>"), unit="paragraph"
    )
    assert sources(made) == ["We sell. You buy.", "Go.", "Come."]
    assert following == 4


def test_the_units_of_a_block_come_before_those_of_its_notes() -> None:
    made, _following = segment.units(text("<p>We sell<note>Nets. Oars.</note>. You buy.</p><p>Always.</p>"))
    assert sources(made) == ['We sell<note xml:id="n1"/>.', "You buy.", "Nets.", "Oars.", "Always."]
    assert [unit.id for unit in made.units] == ["u1", "u2", "u3", "u4", "u5"]
    assert made.blocks[1].note == "n1"


def test_blocks_get_ids_that_are_free() -> None:
    made, _following = segment.units(text('<p>One.</p><p xml:id="b2">Two.</p><p>Three.</p>'))
    assert [block.id for block in made.blocks] == ["b1", "b2", "b3"]


def test_units_that_are_there_stay_and_new_numbers_come_after_them() -> None:
    body = '<p>We sell.</p><p><seg type="unit" xml:id="u7" n="seven">You. Buy<note>No.</note></seg></p>'
    made, following = segment.units(text(body))
    assert [(unit.id, unit.n) for unit in made.units] == [("u8", "8"), ("u7", "seven"), ("u9", "9")]
    assert following == 10
    assert segment.units(text("<p>We sell.</p>"), next=40)[1] == 41


def test_a_block_in_another_language_is_read_in_it() -> None:
    made, _following = segment.units(text('<p xml:lang="el">Ποιος; Κανείς.</p><p>Who; Nobody.</p>'))
    assert sources(made) == ["Ποιος;", "Κανείς.", "Who; Nobody."]


def test_a_list_divides_a_paragraph() -> None:
    made, _following = segment.units(
        text("<p>We sell <list><item>nets</item></list> and oars</p>"), unit="paragraph"
    )
    assert sources(made) == ["We sell", "and oars", "nets"]


def test_code_is_left_alone_and_kept_lines_are_not() -> None:
    made, _following = segment.units(text('<p xml:space="preserve">One.\n Two.</p><eg>a. B.</eg>'))
    assert sources(made) == ["One.", "Two."]


def test_no_space_between_units_in_a_language_without_spaces() -> None:
    made, _following = segment.units(text("<p>雨停了。 没有人。</p>", "zh"))
    assert sources(made) == ["雨停了。", "没有人。"]
    assert tei.parse(tei.serialize(made)) == made


def test_a_whole_text_stays_as_it_is() -> None:
    assert segment.units(sample()) == (sample(), 31)


@settings(max_examples=60, deadline=None)
@given(texts(), st.sampled_from(["sentence", "paragraph"]))
def test_only_units_and_ids_are_new(made: Text, unit: str) -> None:
    divided, following = segment.units(made, unit=unit)
    assert letters(divided.body) == letters(made.body)
    assert all(block.units for block in divided.blocks)
    assert {unit.id for unit in made.units} <= {unit.id for unit in divided.units}
    assert segment.units(divided, unit=unit, next=following) == (divided, following)
    assert tei.parse(tei.serialize(divided)) == divided


def test_abbreviations_of_the_edition_are_those_of_the_language_of_a_block() -> None:
    made, _following = segment.units(
        text('<p>See Ferr. Books one.</p><p xml:lang="de-CH">Siehe Ferr. Es gilt.</p>', "en-GB"),
        abbreviations={"en": ("Ferr.",)},
    )
    assert sources(made) == ["See Ferr. Books one.", "Siehe Ferr.", "Es gilt."]
    made, _following = segment.units(text("<p>See Ferr. Books one.</p>"), abbreviations={"de": ["Ferr."]})
    assert sources(made) == ["See Ferr.", "Books one."]
