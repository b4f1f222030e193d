"""Plain text: nothing is lost but what the report lists, and the result is a TEI text."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from hexapla import ingest, segment
from hexapla.formats import tei
from hexapla.model.report import Report
from hexapla.model.text import Element, Text

RAW = st.lists(
    st.sampled_from("aB1é中。.?-‐—*\u00ad \t\u00a0\u3000\ufeff\0\x1f\x85\u2028<&")
    | st.sampled_from(
        [
            "\n",
            "\n\n",
            "\r\n",
            "\f",
            "\n ",
            "\n\f",
            "-\n",
            "-\r\n",
            "word",
            "wo-\nrd",
            "wo",
            "rd",
            "The Nets",
            "\n\n7\n\n",
            "\n3\n\f",
        ]
    ),
    max_size=60,
).map("".join)


def read(raw: str, lang: str = "en") -> tuple[Text, Report]:
    return ingest.read(raw.encode(), name="nets.txt", lang=lang, id="nets")


def letters(element: Element) -> str:
    return "".join(
        "".join(part.split()) if isinstance(part, str) else letters(part) for part in element.content
    )


def remaining(raw: str, report: Report) -> str:
    """Return a file without what the report lists as removed, and without white space."""
    raw = raw.removeprefix("\ufeff")
    for decision in (one for one in report.removed if one.kind == "character"):
        at = raw.index(decision.before, _line_start(raw, decision.line))
        raw = raw[:at] + decision.after + raw[at + len(decision.before) :]
    gone = set()
    for decision in (one for one in report.removed if one.kind != "character"):
        first, line_end, second = (re.escape(part) for part in decision.before.partition("\n"))
        pattern = rf"{first}\s*[\n\r\v\f\x85\u2028\u2029]\s*{second}" if line_end else first
        found = re.compile(pattern).search(raw, _line_start(raw, decision.line))
        assert found, decision
        word = decision.before.partition("\n")[0]
        gone |= {found.start() + len(word) - 1} if line_end else set(range(*found.span()))
    return "".join(sign for at, sign in enumerate(raw) if at not in gone and not sign.isspace())


def _line_start(raw: str, line: int) -> int:
    ends = [0, *[found.end() for found in re.finditer(r"\r\n|\r|\n", raw)]]
    return ends[line - 1]


@settings(max_examples=200, deadline=None)
@given(RAW, st.sampled_from(["en", "zh", "ar"]))
@example("a wo-\nrd word wo- rd wo-\nrd", "en")
@example("1\none\f2\ntwo\f3\nthree\f4\nfour", "en")
def test_every_sign_is_in_the_text_but_for_those_in_the_report(raw: str, lang: str) -> None:
    text, report = read(raw, lang)
    assert sorted(letters(text.body)) == sorted(remaining(raw, report))
    if not any(part.tag == "note" for part in text.body.walk()):  # those go to their anchors
        assert letters(text.body) == remaining(raw, report)
    assert [decision.line for decision in report.decisions] == sorted(
        decision.line for decision in report.decisions
    )


@settings(max_examples=100, deadline=None)
@given(RAW, st.sampled_from(["en", "ja"]))
def test_the_text_is_tei_with_and_without_units(raw: str, lang: str) -> None:
    text, _report = read(raw, lang)
    assert tei.parse(tei.serialize(text)) == text
    divided, following = segment.units(text)
    assert letters(divided.body) == letters(text.body)
    assert tei.parse(tei.serialize(divided)) == divided
    assert following == len(divided.units) + 1


TEXT = """\
Of Nets

 The nets of the harbour were wet, and nobody in the har-
bour wanted to carry them up to the lofts again, since the
stairs are steep and the lofts are full of sea-
weed and of the ropes that nobody has counted.
 Then it rained.

*

Of Oars
An Afterthought

 They float, which cannot be said of everything that\f
floats in the books of the company (see the har-
bour’s own accounts, in which even anchors float).
 Let them.
"""


def test_a_small_book() -> None:
    text, report = read(TEXT)
    assert text.title == "Of Nets"
    assert [(block.kind, block.level, block.heads) for block in text.blocks] == [
        ("head", 2, ()),
        ("p", 0, ("Of Nets",)),
        ("p", 0, ("Of Nets",)),
        ("p", 0, ("Of Nets",)),
        ("head", 2, ()),
        ("p", 0, ("Of Oars An Afterthought",)),
        ("p", 0, ("Of Oars An Afterthought",)),
    ]
    assert [(one.kind, one.line, one.after) for one in report.decisions if one.kind != "layout"] == [
        ("head", 1, "Of Nets"),
        ("hyphen", 3, "harbour"),
        ("hyphen", 5, "seaweed"),
        ("break", 9, "*"),
        ("head", 11, "Of Oars\nAn Afterthought"),
        ("paragraph", 15, "that floats"),
        ("hyphen", 15, "harbour’s"),
    ]
    assert len([one for one in report.decisions if one.kind == "layout"]) == 2
    written = tei.serialize(text).decode()
    assert "<head>Of Oars<lb/>An Afterthought</head>" in written
    assert "everything that <pb/>floats in the books" in written
    assert '<p rend="break">*</p>' in written
    assert tei.schema.validate(tei.serialize(segment.units(text)[0])) == ()


def test_the_title_is_what_is_given_or_the_first_head_or_the_name() -> None:
    assert (
        ingest.read(b"Nets\n\nThey rot.", name="a.txt", lang="en", id="a", title="Ropes")[0].title == "Ropes"
    )
    assert ingest.read(b"They rot.", name="Old nets.txt", lang="en", id="a")[0].title == "Old nets"


def test_verse_keeps_its_lines() -> None:
    text, report = read("the tide goes out\nthe tide comes in\nand nobody\nhas counted them\nsince the flood")
    assert "<l>the tide comes in</l>" in tei.serialize(text).decode()
    assert [decision.kind for decision in report.decisions] == ["layout", "verse"]


def test_lines_that_are_paragraphs() -> None:
    text, report = read("They rot.\nThey float.\nThey burn.\nThey sink.\nThey are sold.")
    assert len(text.blocks) == 5
    assert [decision.kind for decision in report.decisions] == ["layout"]


def test_soft_hyphens_are_kept_and_told() -> None:
    text, report = read("They rot.\n\nThe har\u00adbour, the har\u00adbour.")
    assert "har\u00adbour" in tei.serialize(text).decode()
    assert [(decision.kind, decision.line) for decision in report.decisions] == [("hyphen", 3)]


def test_an_empty_file_is_an_empty_text() -> None:
    text, report = read(" \n\n")
    assert (text.blocks, report.decisions) == ((), ())


def test_controls_of_direction_are_told() -> None:
    _text, report = read("They rot.\n\nThey \u202efloat\u202c.")
    assert [(one.kind, one.line) for one in report.decisions] == [("bidi", 3)]
