"""The list of notes after a text, with links back."""

from collections.abc import Sequence

from hexapla.publish.html.arrange import pieces
from hexapla.publish.html.column import Column, Note, cell
from hexapla.publish.html.inline import inline
from hexapla.publish.html.markup import Html, join, tag
from hexapla.publish.html.units import run, said
from hexapla.publish.html.words import word


def endnotes(columns: Sequence[Column]) -> Html:
    """Set the notes of a text, one list a language, or nothing where there are none (DPUB-ARIA roles)."""
    if not any(column.notes for column in columns):
        return Html()
    return tag("div", join(_list(column) for column in columns), class_="row notes")


def _list(column: Column) -> Html:
    if not column.notes:
        return tag("div", **cell(column))
    head = tag("h3", said(word(column.edition, "word.notes", column.lang), column.lang))
    listed = tag("ol", join(_note(note, column) for note in column.notes.values()))
    return tag("div", head, listed, role="doc-endnotes", **cell(column))


def _note(note: Note, column: Column) -> Html:
    if note.content:
        paragraphs = [inline(note.content, column)]
        title = word(column.edition, "word.translators-note", column.lang).text
    else:
        paragraphs = [run(pieces(column, block), column) for block in note.blocks]
        title = ""
    body = join(tag("p", *((_back(note), " ") if not at else ()), one) for at, one in enumerate(paragraphs))
    return tag("li", body, role="doc-endnote", id=note.id, title=title)


def _back(note: Note) -> Html:
    """Set the mark before the note; where a mark stands in the text it leads back to it."""
    if not note.anchored:
        return tag("span", note.mark, class_="back")
    return tag("a", note.mark, class_="back", role="doc-backlink", href=f"#{note.id}.mark")
