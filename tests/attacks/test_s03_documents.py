"""Attack S3: documents whose archives lead out of themselves, are cut short, or are something else."""

import io
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import documents
from documents import par, run
from hexapla import ingest
from hexapla.model.errors import BadFile, TooLarge

MAKERS: dict[str, Callable[[], bytes]] = {
    "a.docx": lambda: documents.word(par(run("Nets."))),
    "a.odt": lambda: documents.odt("<text:p>Nets.</text:p>"),
    "a.epub": lambda: documents.epub({"a.xhtml": "<p>Nets.</p>"}),
}


def with_member(source: bytes, member: zipfile.ZipInfo | str, content: bytes = b"x") -> bytes:
    made = io.BytesIO(source)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr(member, content)
    return made.getvalue()


def refused(source: bytes, name: str, error: type[BadFile] = BadFile) -> str:
    with pytest.raises(error) as caught:
        ingest.read(source, name=name, lang="en", id="x")
    assert str(caught.value).startswith(name)
    return str(caught.value)


@pytest.mark.parametrize("name", MAKERS)
def test_names_that_lead_out(name: str) -> None:
    for member in ("../a.xml", "/etc/passwd", "word/../../a", "a\\b.xml", "C:/a.xml"):
        assert "forbidden name" in refused(with_member(MAKERS[name](), member), name)
    link = zipfile.ZipInfo("word/link.xml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert "is a link" in refused(with_member(MAKERS[name](), link, b"/etc/passwd"), name)


@pytest.mark.parametrize("name", MAKERS)
def test_a_bomb_among_the_members(name: str) -> None:
    refused(with_member(MAKERS[name](), "word/media/a.bin", bytes(10**7)), name, TooLarge)


@pytest.mark.parametrize("name", MAKERS)
def test_an_archive_within_stays_packed(name: str) -> None:
    inner = documents.zipped({"a.bin": bytes(10**6)})
    text, _report = ingest.read(
        with_member(MAKERS[name](), "word/inner.zip", inner), name=name, lang="en", id="x"
    )
    assert [unit for unit in repr(text.body).split("'") if unit == "Nets."]


@pytest.mark.parametrize("name", MAKERS)
def test_an_archive_that_was_cut_short(name: str) -> None:
    whole = MAKERS[name]()
    for share in (0, 1, 30, len(whole) // 2, len(whole) - 30, len(whole) - 1):
        refused(whole[:share], name)


@pytest.mark.parametrize("name", MAKERS)
def test_a_member_that_is_damaged(name: str) -> None:
    whole = bytearray(MAKERS[name]())
    for place in range(30, len(whole) - 30, 7):
        broken = bytes(whole[:place]) + bytes([whole[place] ^ 0xFF]) + bytes(whole[place + 1 :])
        try:
            ingest.read(broken, name=name, lang="en", id="x")
        except BadFile as error:
            assert "\n" not in str(error)


@pytest.mark.parametrize("name", MAKERS)
def test_a_file_that_is_another_one(name: str) -> None:
    others = [other() for kind, other in MAKERS.items() if kind != name]
    for source in (*others, b"Nets.", b"<p>Nets.</p>", b"%PDF-1.7", b"", b"PK\3\4"):
        refused(source, name)


def test_pages_are_looked_for_in_the_book_alone(tmp_path: Path) -> None:
    (tmp_path / "canary.xhtml").write_text("<p>canary-7d1f</p>")
    for href in (
        f"../../../..{tmp_path}/canary.xhtml",
        f"{tmp_path}/canary.xhtml",
        (tmp_path / "canary.xhtml").as_uri(),
    ):
        source = documents.epub({"a.xhtml": "<p>Nets.</p>"}).replace(b"a.xhtml", b"a.xhtml")
        opened = zipfile.ZipFile(io.BytesIO(source))
        members = {one: opened.read(one) for one in opened.namelist()}
        members["OEBPS/b.opf"] = members["OEBPS/b.opf"].replace(b'href="a.xhtml"', f'href="{href}"'.encode())
        assert "canary" not in refused(documents.zipped(members), "a.epub")
