"""Attack S9: a catalog whose header makes other programs decode, allocate or run what it says."""

import resource
import subprocess
import sys
from dataclasses import replace

import pytest

from catalog_texts import FERRY, HEADER, catalog
from hexapla.formats.po import grammar, parse, serialize
from hexapla.model.errors import BadFile
from hexapla.model.languages import language

CHARSETS = (
    "utf-7",
    "UTF-7",
    "zlib",
    "rot13",
    "x-evil",
    "latin-1",
    "utf-16",
    "unicode_escape",
    "idna",
    "../../etc",
)


@pytest.mark.parametrize("charset", CHARSETS)
@pytest.mark.parametrize("space", ["", " "])
def test_another_charset_is_refused(charset: str, space: str) -> None:
    header = HEADER.replace("charset=UTF-8", f"charset={space}{charset}")
    with pytest.raises(BadFile, match="names the charset") as caught:
        parse(catalog('\nmsgid "a"\nmsgstr "+ADw-script+AD4-"\n', header=header))
    assert caught.value.line == 1


def test_a_charset_in_a_folded_header_is_refused() -> None:
    header = HEADER.replace("text/plain; charset=UTF-8\\n", 'text/plain;\\n"\n" charset=utf-7\\n')
    with pytest.raises(BadFile, match="charset"):
        parse(catalog(header=header))


@pytest.mark.parametrize("charset", ["UTF-8", "utf-8", "utf8", "CHARSET", "ASCII", "us-ascii"])
def test_these_are_utf8(charset: str) -> None:
    assert parse(catalog(FERRY, header=HEADER.replace("UTF-8", charset))).entries[0].msgstr == "Késik a komp."


@pytest.mark.parametrize(
    "forms",
    [
        "nplurals=100000000; plural=0;",
        "nplurals=7; plural=0;",
        "nplurals=0; plural=0;",
        "nplurals = 9999999999999999999999999; plural=0;",
        "nplurals=" + "9" * 5000 + "; plural=0;",
        "nplurals=2; nplurals=100000000; plural=0;",
        "nplurals=-1; plural=0;" + " nplurals=1e9;",
    ],
)
def test_more_plural_forms_than_any_language_has_are_refused(forms: str) -> None:
    header = HEADER.replace("nplurals=2; plural=(n != 1);", forms)
    with pytest.raises(BadFile, match="plural forms") as caught:
        parse(catalog(header=header))
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    "rule",
    [
        "__import__('os').system('id')",
        "n.__class__",
        "(lambda: 0)()",
        "exec(n)",
        "n != 1; plural=open('x')",
        "n" * 501,
        "(" * 100_000,
    ],
)
def test_code_in_the_plural_rule_is_refused(rule: str) -> None:
    header = HEADER.replace("plural=(n != 1);", f"plural={rule};")
    with pytest.raises(BadFile, match="no expression of n"):
        parse(catalog(header=header))


@pytest.mark.parametrize("tag", ["hu", "uk", "ar", "pl", "zh-Hant", "grc", "en-x-scots", "pt-BR", "ga", "cy"])
def test_the_rules_of_languages_are_read(tag: str) -> None:
    made = grammar.new_catalog(text_title="The ferry", language=language(tag), edition_id="e1")
    assert parse(serialize(made)) == made


def test_what_xgettext_leaves_in_a_template_is_read() -> None:
    header = HEADER.replace("nplurals=2; plural=(n != 1);", "nplurals=INTEGER; plural=EXPRESSION;")
    assert ("Plural-Forms", "nplurals=INTEGER; plural=EXPRESSION;") in parse(catalog(header=header)).headers


def test_a_line_break_in_a_title_makes_no_header() -> None:
    title = 'The ferry\r\nContent-Type: text/plain; charset=utf-7\n\nmsgid "forged"\nmsgstr "x"'
    made = grammar.new_catalog(text_title=title, language=language("hu"), edition_id="e\n1")
    read = parse(serialize(made))
    assert [name for name, _value in read.headers].count("Content-Type") == 1
    assert read.entries == ()


@pytest.mark.parametrize("line_break", ["\n", "\r", "\r\n"])
def test_a_line_break_in_a_header_makes_no_other(line_break: str) -> None:
    read = parse(catalog(FERRY))
    hostile = replace(read, headers=(*read.headers, (f"X{line_break}Y", f"a{line_break}Content-Type: b")))
    assert parse(serialize(hostile)).headers == (*read.headers, ("X Y", "a Content-Type: b"))


def test_a_small_file_takes_little_memory() -> None:
    """Babel makes a list of 100,000,000 empty texts of this file, 1.5 GB."""
    header = HEADER.replace("nplurals=2", "nplurals=100000000")
    body = '\nmsgid "a"\nmsgid_plural "as"\nmsgstr[0] ""\n'
    code = (
        "import sys\nfrom hexapla.formats.po import parse\nfrom hexapla.model.errors import BadFile\n"
        "try: parse(sys.stdin.buffer.read())\nexcept BadFile: print('refused')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=catalog(body, header=header),
        capture_output=True,
        timeout=60,
        env={"PYTHONPATH": ":".join(sys.path)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (512 * 2**20, 512 * 2**20)),
    )
    assert done.stdout == b"refused\n", done.stderr.decode()
