"""The header of a new catalog."""

from hexapla.formats.po import parse, serialize
from hexapla.formats.po.grammar import new_catalog
from hexapla.model.languages import language


def test_the_same_arguments_give_the_same_bytes() -> None:
    made = new_catalog(
        text_title="The ferry", language=language("pt-BR"), edition_id="e1", revised="2026-11-22T18:05:59Z"
    )
    assert serialize(made).decode() == (
        'msgid ""\nmsgstr ""\n'
        '"Project-Id-Version: The ferry\\n"\n'
        '"PO-Revision-Date: 2026-11-22 18:05+0000\\n"\n'
        '"Last-Translator: Hexapla\\n"\n'
        '"Language-Team: Português (Brasil)\\n"\n'
        '"Language: pt_BR\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n'
        '"X-Generator: Hexapla\\n"\n'
        '"X-Hexapla-Edition: e1\\n"\n'
    )
    assert parse(serialize(made)) == made


def test_a_text_without_title_is_named_by_its_edition() -> None:
    made = new_catalog(text_title="", language=language("hu"), edition_id="e1")
    assert dict(made.headers)["Project-Id-Version"] == "e1"
    assert dict(made.headers)["PO-Revision-Date"] == "1970-01-01 00:00+0000"
