"""Attack S1: PDFs that would read other files, call a network, run a script or hand out a file: nothing happens."""

import socket
from pathlib import Path

import pytest

from hexapla import ingest
from hexapla.formats import tei
from pdf_texts import pdf, said, stream

TEXT = said("Only a line of text.")
CANARY = "canary-in-a-file-beside"


def hostile(kind: str, file: Path, port: int) -> bytes:
    """Return a PDF that names a file, or an address on this machine."""
    address = b"http://127.0.0.1:%d/" % port
    name = str(file).encode()
    script = b"/S/JavaScript/JS(this.getURL\\('%s'\\); app.launchURL\\('%s'\\))" % (address, address)
    return {
        "a stream in a file": lambda: pdf(TEXT, entries=b"/F(%s)" % name),
        "a stream at an address": lambda: pdf(TEXT, entries=b"/F<</FS/URL/F(%s)>>" % address),
        "a script at the opening": lambda: pdf(TEXT, catalog=b"/OpenAction<<%s>>" % script),
        "a program at the opening": lambda: pdf(TEXT, catalog=b"/OpenAction<</S/Launch/F(%s)>>" % name),
        "an address at the opening": lambda: pdf(TEXT, catalog=b"/OpenAction<</S/URI/URI(%s)>>" % address),
        "a form that is sent": lambda: pdf(
            TEXT, catalog=b"/OpenAction<</S/SubmitForm/F<</FS/URL/F(%s)>>>>/AcroForm<</Fields[]>>" % address
        ),
        "another document": lambda: pdf(TEXT, catalog=b"/OpenAction<</S/GoToR/F(%s)/D[0/Fit]>>" % name),
        "a form in XML": lambda: pdf(
            TEXT,
            catalog=b"/AcroForm<</XFA 6 0 R>>",
            more=(stream(b'<!DOCTYPE a [<!ENTITY e SYSTEM "file://%s">]><a>&e;</a>' % name),),
        ),
        "metadata in XML": lambda: pdf(
            TEXT,
            catalog=b"/Metadata 6 0 R",
            more=(
                stream(
                    b'<!DOCTYPE a [<!ENTITY e SYSTEM "%s">]><a>&e;</a>' % address,
                    b"/Type/Metadata/Subtype/XML",
                ),
            ),
        ),
        "a file inside": lambda: pdf(
            TEXT,
            catalog=b"/Names<</EmbeddedFiles<</Names[(../../a.exe) 6 0 R]>>>>",
            more=(
                b"<</Type/Filespec/F(../../a.exe)/EF<</F 7 0 R>>>>",
                stream(CANARY.encode(), b"/Type/EmbeddedFile"),
            ),
        ),
    }[kind]()


KINDS = (
    "a stream in a file", "a stream at an address", "a script at the opening", "a program at the opening",
    "an address at the opening", "a form that is sent", "another document", "a form in XML", "metadata in XML",
    "a file inside",
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_read_called_run_or_handed_out(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "beside.txt"
    file.write_text(f"BT /F 12 Tf 50 300 Td ({CANARY}) Tj ET")
    before = sorted(tmp_path.rglob("*"))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        source = hostile(kind, file, listener.getsockname()[1])
        text, report = ingest.read(source, name="odd.pdf", lang="en", id="odd")
        listener.settimeout(0)
        with pytest.raises(BlockingIOError):
            listener.accept()
    assert CANARY not in tei.serialize(text).decode() + "".join(report.raw)
    assert report.raw in ((), ("Only a line of text.",))
    assert sorted(tmp_path.rglob("*")) == before
