"""Property: whatever stands on pages, each letter is in a line or in a decision, once, and the raw lines hold all."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla.formats.pdf import Document, Font, Page, Rule, Word
from hexapla.ingest.pdf import lines_of

PLACE = st.integers(-20, 440)
WORDS = st.builds(
    lambda text, x, y, size, **more: Word(text, x, x + len(text) * size / 2, y, size, **more),
    text=st.sampled_from(
        ["a", "I", "7", "12.", "*", "word", "Word,", "HYPHEN-", "so\u00ad", "שלום", "end.", "iv", "–"]
    ),
    x=PLACE,
    y=st.sampled_from([-30, 20, 40, 100, 110, 112, 124, 128, 300, 312, 324, 336, 348, 560, 700]),
    size=st.sampled_from([0.5, 6, 8, 10, 10, 10, 12, 24, 36, 2000]),
    font=st.integers(-1, 1),
    nth=st.integers(0, 9),
    angle=st.sampled_from([0, 0, 0, 0, 90, 45]),
    spaced=st.booleans(),
    raised=st.booleans(),
    hidden=st.booleans(),
    unknown=st.booleans(),
    tall=st.sampled_from([0.0, 0.45, 0.7]),
)
PAGES = st.builds(
    Page,
    st.just((0.0, 0.0, 400.0, 600.0)) | st.just((0.0, 0.0, 0.0, 0.0)),
    st.sampled_from(["", "iv", "7"]),
    st.lists(WORDS, max_size=40).map(tuple),
    st.lists(st.builds(Rule, PLACE, PLACE, PLACE), max_size=3).map(tuple),
    st.booleans(),
)
DOCUMENTS = st.builds(
    Document, st.lists(PAGES, max_size=5).map(tuple), st.just((Font("Serif"), Font("CMTI10")))
)


def letters(*texts: str) -> Counter[str]:
    return Counter(sign for text in texts for sign in text if not sign.isspace())


@given(DOCUMENTS)
@settings(max_examples=300, deadline=None)
def test_no_letter_is_lost_or_doubled(document: Document) -> None:
    read = lines_of(document)
    written = letters(*(word.text for page in document.pages for word in page.words))
    assert letters(*read.raw) == written
    kept = letters(*(line.text for line in read.lines))
    gone = letters(*(one.before for one in read.decisions)) - letters(*(one.after for one in read.decisions))
    assert kept + gone == written


@given(DOCUMENTS)
@settings(max_examples=100, deadline=None)
def test_lines_are_numbered_and_spans_are_within_them(document: Document) -> None:
    read = lines_of(document)
    assert [line.number for line in read.lines] == list(range(1, len(read.raw) + 1))
    for line in read.lines:
        assert line.text == line.text.strip()
        assert all(0 <= span.start < span.end <= len(line.text) for span in line.spans)
