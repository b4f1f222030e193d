"""A book as the files that people write it in: DOCX with styles and without, ODT, EPUB, HTML, Markdown."""

import io
import json
import os
import subprocess
import zipfile
from pathlib import Path
from string import Template

import docx
import pypandoc
from docx.enum.text import WD_ALIGN_PARAGRAPH as Align
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from golden.ingest.to_pandoc import Wants, document
from golden.ingest.to_typst import Look
from hexapla.model.text import Text

EPOCH = "315532800"
"""1980-01-01: the files say no other time, so that the same book gives the same bytes."""


def write(folder: Path, text: Text, look: Look) -> None:
    """Write all files of a book."""
    words = {"number": look.number, "dash": look.dash}
    styled = Wants(styles=True, **words)
    (folder / "book.docx").write_bytes(_same(_pandoc(text, styled, "docx")))
    (folder / "book.odt").write_bytes(_same(_pandoc(text, styled, "odt")))
    typed = _pandoc(text, Wants(styles=True, typed=True, **words), "docx")
    (folder / "book.unstyled.docx").write_bytes(_same(unstyled(typed)))
    rules = Wants(rules=True, **words)
    (folder / "book.epub").write_bytes(
        _same(
            _pandoc(text, rules, "epub3", "--split-level=2", "--toc", f"--metadata=identifier:{folder.name}")
        )
    )
    markdown = Wants(rules=True, breaks=False, **words)
    (folder / "book.md").write_bytes(_pandoc(text, markdown, "markdown-smart", "--wrap=auto", "--columns=72"))
    article = _pandoc(text, Wants(**words), "html5", "--wrap=none").decode()
    page = Template(_PAGE).substitute(lang=text.lang, title=text.title, article=article)
    (folder / "book.html").write_text(page, "utf-8")


def _pandoc(text: Text, wants: Wants, to: str, *how: str) -> bytes:
    source = json.dumps(document(text, wants)).encode()
    command = [pypandoc.get_pandoc_path(), "-f", "json", "-t", to, "-o", "-", *how]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    return subprocess.run(command, input=source, capture_output=True, check=True, env=environment).stdout


def _same(archive: bytes) -> bytes:
    """Return an archive whose bytes depend on what it holds alone."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.infolist():
            plain = zipfile.ZipInfo(entry.filename)
            plain.compress_type = entry.compress_type
            new.writestr(plain, old.read(entry))
    return made.getvalue()


def unstyled(source: bytes) -> bytes:
    """Return a DOCX whose styles are gone: what they said is said by bold, italics, size and place alone."""
    document = docx.Document(io.BytesIO(source))
    normal = document.styles["Normal"]
    for paragraph in document.paragraphs:
        name = paragraph.style.name if paragraph.style else ""
        paragraph.style = normal
        _dress(paragraph, name or "")
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _dress(paragraph: Paragraph, style: str) -> None:
    """Set a paragraph by hand as its style would."""
    form, runs = paragraph.paragraph_format, paragraph.runs
    heads = {"Title": 18, "Heading 1": 14, "heading 1": 14}
    if style in heads:
        form.alignment = Align.CENTER
        for run in runs:
            run.bold, run.font.size = True, Pt(heads[style])
    elif style.lower() == "heading 2":
        for run in runs:
            run.bold = True
    elif style == "Section Break":
        form.alignment = Align.CENTER
    elif style in ("Signature", "Date"):
        form.alignment = Align.RIGHT
    elif style == "Epigraph":
        form.alignment = Align.RIGHT
        for run in runs:
            run.italic = True
    elif style == "Quote":
        form.left_indent = form.right_indent = Cm(1)
    elif style == "Verse":
        form.left_indent = Cm(1.5)


_PAGE = """\
<!DOCTYPE html>
<html lang="$lang">
<head>
<meta charset="utf-8">
<title>$title | Lantern Quay Press</title>
<style>body { max-width: 40em; margin: auto } .footnotes { font-size: smaller }</style>
<script>var seen = "nothing to read here";</script>
</head>
<body>
<header class="site"><a href="/">Lantern Quay Press</a></header>
<nav><ul><li><a href="/books">Books</a></li><li><a href="/about">About us</a></li>
<li><a href="#main">Skip</a></li></ul></nav>
<main id="main">
<article>
$article
</article>
</main>
<aside class="share"><a href="https://social.example/share">Share</a> <a href="mailto:?subject=book">Mail</a></aside>
<footer><p>© 2026 Lantern Quay Press. All rights reserved.</p></footer>
</body>
</html>
"""
