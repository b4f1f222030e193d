"""The gate for zip archives: ordinary ones open, damaged ones are told."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla.formats import archive
from hexapla.model.errors import BadFile


def packed(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip with these members, in this order."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as opened:
        for name, content in members.items():
            opened.writestr(zipfile.ZipInfo(name), content, method)
    return made.getvalue()


SAMPLE = packed(
    {"mimetype": b"application/epub+zip", "OEBPS/őszi éj.xhtml": b"<p>text</p>" * 5, "OEBPS/pictures/": b""}
)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_files_are_read_by_name_and_folders_left_out(method: int) -> None:
    opened = archive.open(packed({"a.xml": b"one", "b/": b"", "b/c.xml": b"two"}, method))
    assert opened.names == ("a.xml", "b/c.xml")
    assert [opened.read(name) for name in opened.names] == [b"one", b"two"]


def test_names_keep_their_letters() -> None:
    assert archive.open(SAMPLE).read("OEBPS/őszi éj.xhtml").startswith(b"<p>text")


def test_an_archive_within_is_just_bytes() -> None:
    assert archive.open(packed({"inner.zip": SAMPLE})).read("inner.zip") == SAMPLE


def test_a_comment_and_bytes_before_do_not_matter() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        opened.writestr("a", b"one")
        opened.comment = b"made by hand"
    assert archive.open(made.getvalue()).read("a") == b"one"
    assert archive.open(b"#!launcher\n" + packed({"a": b"two"})).read("a") == b"two"


def test_a_streamed_archive_opens() -> None:
    """Written to a pipe, a zip has its sizes behind each member only."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.content = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, more: bytes) -> int:  # type: ignore[override]
            self.content += more
            return len(more)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as opened:  # type: ignore[call-overload]
        opened.writestr("a", b"one")
        opened.writestr("b", b"two")
    assert archive.open(bytes(pipe.content)).read("b") == b"two"


def test_a_missing_member_is_told() -> None:
    with pytest.raises(BadFile, match="has no “word/document") as caught:
        archive.open(SAMPLE, file="a.docx").read("word/document.xml")
    assert caught.value.file == "a.docx"


@pytest.mark.parametrize("source", [b"", b"PK", b"{\\rtf1}", b"x" * 100_000, SAMPLE[:-30]])
def test_what_is_no_zip_is_told(source: bytes) -> None:
    with pytest.raises(BadFile, match="not a zip archive, or it is damaged"):
        archive.open(source)


def test_an_archive_without_its_beginning_is_told() -> None:
    with pytest.raises(BadFile, match="it is damaged"):
        archive.open(SAMPLE[50:])


def test_a_flipped_bit_in_a_member_is_told() -> None:
    source = bytearray(packed({"a.xml": b"text " * 20}, zipfile.ZIP_STORED))
    source[50] ^= 1
    with pytest.raises(BadFile, match=r"“a.xml” in the archive is damaged"):
        archive.open(bytes(source)).read("a.xml")


@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), min_size=1, max_size=4))
@settings(max_examples=400)
def test_any_damage_is_a_bad_file_or_harmless(changes: list[tuple[int, int]]) -> None:
    source = bytearray(SAMPLE)
    for place, value in changes:
        source[place] = value
    try:
        opened = archive.open(bytes(source))
        sizes = [len(opened.read(name)) for name in opened.names]
    except BadFile:
        return
    assert sum(sizes) < 1000
