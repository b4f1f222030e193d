"""A title counts if the first pages say it too; names of files, programs and machines are none."""

import pytest

from hexapla.ingest.pdf.titles import authors, title
from pdf_texts import document, page, words


def test_a_title_that_the_text_says_too() -> None:
    made = document(page(words("ON THE  MENDING"), words("OF NETS", y=480)), title="On the mending of nets")
    assert title(made) == "On the mending of nets"


@pytest.mark.parametrize(
    "named",
    [
        "",
        "Microsoft Word - nets.docx",
        "nets_final_3.indd",
        "untitled",
        "Document1",
        "C:\\nets",
        "An older title",
    ],
)
def test_what_is_no_title(named: str) -> None:
    assert title(document(page(words(named or "Nets")), title=named)) == (
        "An older title" if "older" in named else ""
    )
    assert title(document(page(words("On Nets")), title=named)) == ""


def test_authors() -> None:
    assert authors(document(author="A. Nobody; Group at the North Gate")) == (
        "A. Nobody",
        "Group at the North Gate",
    )
    for named in ("", "user", "Admin", "someone@example.org", "root"):
        assert authors(document(author=named)) == ()
