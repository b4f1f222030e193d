"""The door of ingest: which reader reads a file, and what no reader reads."""

import pytest

from hexapla import ingest
from hexapla.formats import tei
from hexapla.ingest import readers
from hexapla.model.errors import BadFile, TooLarge


def test_plain_text_by_its_name() -> None:
    text, report = ingest.read(
        b"Nets are wet.", name="nets.TXT", lang="en", id="nets", title="Nets", authors=["N. N."]
    )
    assert (text.id, text.lang, text.title, report.reader) == ("nets", "en", "Nets", "plain")
    assert "N. N." in tei.serialize(text).decode()


def test_tei_by_its_root_in_utf_16_too() -> None:
    source = tei.serialize(ingest.read(b"Nets.", name="nets.txt", lang="en", id="nets")[0]).decode()
    for written in (source.encode(), source.replace("UTF-8", "UTF-16").encode("utf-16")):
        text, report = ingest.read(written, name="nets.xml", lang="de", id="other")
        assert (text.id, text.lang, report.reader) == ("nets", "en", "tei")


@pytest.mark.parametrize(
    ("source", "name"), [(b"Nets.", "nets.xyz"), (b"<nets/>", "nets.xml"), (b"", "nets")]
)
def test_a_file_of_another_kind_is_refused_with_what_is_accepted(source: bytes, name: str) -> None:
    with pytest.raises(BadFile, match=r"plain text \(\.txt\), gettext \(\.po\), TEI P5 \(\.xml\)") as caught:
        ingest.read(source, name=name, lang="en", id="nets")
    assert caught.value.file == name


def test_a_file_over_the_limit_is_refused() -> None:
    with pytest.raises(TooLarge):
        ingest.read(b"a" * (20 * 2**20 + 1), name="nets.txt", lang="en", id="nets")


def test_an_id_begins_with_a_letter() -> None:
    text, _report = ingest.read(b"Nets.", name="9-nets.txt", lang="en", id="9-nets")
    assert text.id == "t-9-nets"
    assert tei.parse(tei.serialize(text)) == text


def test_every_file_of_readers_is_a_reader() -> None:
    assert [
        reader.__name__.rpartition(".")[2] for reader in readers.readers() if hasattr(reader, "__name__")
    ] == ["docx", "epub", "html", "latex", "markdown", "odt", "pdf", "plain", "po", "rtf", "tei"]
    silent = [reader for reader in readers.readers() if not reader.accepts()]
    assert [getattr(reader, "__name__", "").rpartition(".")[2] for reader in silent] == ["rtf"]


def test_a_file_of_one_language_has_no_translations() -> None:
    made = ingest.read_bilingual(b"Nets are wet.", name="nets.txt", lang="en", id="nets", title="Nets")
    assert (made.lang, made.entries, made.text.title) == ("", (), "Nets")
