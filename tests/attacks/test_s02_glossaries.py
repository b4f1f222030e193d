"""Attack S2: glossaries made to break whoever reads them; each is refused in a sentence, or read and loses nothing."""

import json

import pytest

from hexapla.formats import tbx
from hexapla.model.errors import BadFile, TooLarge
from hexapla.model.glossary import Term

HEAD = (
    '<tbx xmlns="urn:iso:std:iso:30042:ed-2" style="dca" type="TBX-Basic" xml:lang="en">\n<tbxHeader/><text><body>'
    '<conceptEntry id="c1">'
)
TAIL = "</conceptEntry></body></text></tbx>"
TERM = '<langSec xml:lang="en"><termSec><term>mill</term>%s</termSec></langSec>'


def read(inside: str) -> Term:
    """Return the term that a note is of, after it has been written anew and read again."""
    glossary = tbx.parse((HEAD + TERM % inside + TAIL).encode())
    assert tbx.parse(tbx.serialize(glossary)) == glossary
    return glossary.concepts[0].sections[0].terms[0]


HOSTILE = {
    "a list": "[]",
    "a number": "1e999",
    "no object": '"forms"',
    "nothing": "{}",
    "another key": '{"forms": ["a"], "by": "anna"}',
    "attributes of Python": '{"__class__": "x"}',
    "a text for a list": '{"forms": "abc"}',
    "a number for a text": '{"context": 1}',
    "a text for a truth": '{"keep": "yes"}',
    "a number for a truth": '{"keep": 1}',
    "null": '{"keep": null}',
    "lists in a list": '{"forms": [["a"]]}',
    "an empty form": '{"forms": [" "]}',
    "a NUL": '{"forms": ["a\\u0000"]}',
    "half a character": '{"note": "\\ud800"}',
    "another status": '{"status": "decreed"}',
    "twice": '{"keep": true, "keep": false}',
    "two objects": '{"keep": true} {"keep": true}',
    "not closed": '{"keep": true',
    "deep": "[" * 100_000,
    "deep in a form": '{"forms": ' + "[" * 50_000 + "]" * 50_000 + "}",
    "long digits": '{"keep": ' + "9" * 100_000 + "}",
    "long": '{"forms": ["' + "a" * 2**20 + '"]}',
    "another prefix": '"keep": true}',
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_note_that_is_not_exactly_ours_is_an_ordinary_one(kind: str) -> None:
    note = f"hexapla: {HOSTILE[kind]}"
    assert read(f"<note>{note}</note>") == Term("mill", note=note)


def test_a_step_that_is_not_exactly_ours_is_kept_as_it_is() -> None:
    said = {"act": "decided", "at": "2026-11-22T18:00:00Z"}
    for change in ({"act": "x"}, {"act": ["decided"]}, {"by": {}}, {"status": "no"}, {"at": 7}, {"more": ""}):
        note = f"hexapla: {json.dumps(said | change)}"
        step = f'<transacGrp><transac type="transactionType">modification</transac><note>{note}</note></transacGrp>'
        langs = '<langSec xml:lang="en">' + step + "<termSec><term>a</term></termSec></langSec>"
        glossary = tbx.parse((HEAD + langs + TAIL).encode())
        (section,) = glossary.concepts[0].sections
        assert (section.log, section.other[0].tag) == ((), "transacGrp")
        assert tbx.parse(tbx.serialize(glossary)) == glossary


@pytest.mark.parametrize(
    ("inside", "error", "words"),
    [
        ("<note>" + "<hi>" * 150 + "</hi>" * 150 + "</note>", TooLarge, "nested more than 100 deep"),
        ("<descripGrp>" * 300 + "</descripGrp>" * 300, BadFile, ""),
        ('<note id="' + "x" * 11_000_000 + '"/>', TooLarge, "longer than 10 MB"),
        ("<note>\0</note>", BadFile, "cannot hold"),
        ("<note>&#0;</note>", BadFile, ""),
        ("<note>&#8;</note>", BadFile, ""),
        ("<note>\x1b[2J</note>", BadFile, "cannot hold"),
        ("<x:note>a</x:note>", BadFile, "prefix “x” is not declared"),
        ('<note xmlns="">a</note>', BadFile, "another namespace"),
        ('<note xmlns="urn:iso:std:iso:30042:ed:3.0">a</note>', BadFile, "another namespace"),
        ('<x:term xmlns:x="urn:iso:std:iso:30042:ed-2">two</x:term>', BadFile, "has one “term”"),
        ("<conceptEntry/>", BadFile, "it belongs in “body”"),
        ("<langSet/>", BadFile, "is of TBX version 2"),
        ("<termGrp><term>b</term></termGrp>", BadFile, ""),
        ("\u202e", BadFile, "text stands in “termSec”"),
        ("<\u202egnik>a</\u202egnik>", BadFile, ""),
    ],
)
def test_what_is_made_to_do_harm_is_refused_with_its_line(
    inside: str, error: type[BadFile], words: str
) -> None:
    with pytest.raises(error) as caught:
        read(inside)
    assert words in str(caught.value) and "\u202e" not in str(caught.value) and len(str(caught.value)) < 300
    assert caught.value.line == 2


def test_names_in_other_namespaces_are_never_taken_for_ours() -> None:
    foreign = (
        '<x:term xmlns:x="urn:x">b</x:term><x:note xmlns:x="urn:x">hexapla: {"keep": true}</x:note>'
        '<b:context xmlns:b="http://www.tbxinfo.net/ns/basic/more">c</b:context>'
        '<note xmlns:t="urn:iso:std:iso:30042:ed-2" t:type="x">hexapla: {"keep": true}</note>'
    )
    term = read(foreign)
    assert (term.text, term.keep, term.note, len(term.other)) == ("mill", False, "", 4)


def test_an_old_file_cannot_hide_what_a_new_one_may_not_hold() -> None:
    group = "<ntig><termGrp>%s</termGrp></ntig>"
    body = (
        '<martif type="TBX"><martifHeader/><text><body><termEntry>\n<langSet lang="%s">%s</langSet>'
        "</termEntry></body></text></martif>"
    )
    for lang, inside, words in (
        ("en", group % "<term>a</term><term>b</term>", "has one “term”"),
        ("en", group % "loose<term>a</term>", "text stands in “termSec”"),
        ("en", group % "", "has one “term”"),
        ("en", "<termGrp><term>a</term></termGrp>", "belongs in “termSec”"),
        ("../en", group % "<term>a</term>", "not a language tag"),
        ("", group % "<term>a</term>", "no xml:lang"),
        ("en", group % ("<termGrp>" * 90 + "<term>a</term>" + "</termGrp>" * 90), ""),
    ):
        try:
            tbx.parse((body % (lang, inside)).encode())
        except BadFile as error:
            assert words and words in str(error), (inside, error)
            assert error.line == 2
        else:
            assert not words, inside
