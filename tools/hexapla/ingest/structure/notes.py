"""Notes go to the places that their marks have in the text (TEI P5, 3.9); endnotes, collected in a section, too."""

import re
from collections.abc import Sequence
from dataclasses import replace

from hexapla.ingest.marks import NOTES
from hexapla.ingest.noted import MARK, anchor_of, plain_mark, raised
from hexapla.ingest.structure.piece import Piece
from hexapla.ingest.structure.text import last_page, plain, replaced, without
from hexapla.model.messages import _, shown
from hexapla.model.report import Decision
from hexapla.model.text import Content, Element, element

_ANCHORED = "\ufffc"


def attached(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Decision]]:
    """Return the pieces without those of the kind ``note``, which stand at their anchors now; and the decisions.

    A note is looked for backwards from where it stands: on its page first, then before. One whose mark nobody finds is
    attached to the end of the block before it.
    """
    held, decisions = _endnotes(list(pieces))
    made: list[Piece] = []
    waiting: list[Piece] = []
    pages: list[int] = []
    for piece in held:
        if piece.kind == "note":
            waiting.append(piece)
            continue
        made.append(piece)
        pages.append(piece.page)
    for note in waiting:
        decisions += _attach(made, note)
    return made, decisions


def _attach(made: list[Piece], note: Piece) -> list[Decision]:
    """Put one note at its anchor, in place."""
    candidates = [nth for nth, piece in enumerate(made) if piece.first <= note.first and piece.kind != "made"]
    on_page = [nth for nth in candidates if 0 <= made[nth].page <= note.page <= last_page(made[nth])]
    for nth in [*on_page, *reversed([one for one in candidates if one not in on_page])]:
        found = _anchor(made[nth], note)
        if found is None:
            continue
        start, end, mark = found
        made[nth] = replace(made[nth], content=replaced(made[nth].content, start, end, _note(note)))
        reason = _("The note “{mark}” stands where its mark stood.").format(mark=shown(note.number))
        line = made[nth].first
        return [Decision("note", line, mark, "", reason), *_moved(note)]
    place = candidates[-1] if candidates else 0
    made[place] = replace(made[place], content=(*made[place].content, _note(note)))
    reason = _(
        "Nobody finds the mark “{mark}” in the text; the note stands at the end of the block before it."
    )
    return [Decision("note", note.first, reason=reason.format(mark=shown(note.number))), *_moved(note)]


def _moved(note: Piece) -> list[Decision]:
    reason = _("The mark of a note is its number, not its text.")
    return [Decision("note", note.first, note.number, "", reason)] if note.number else []


def _note(note: Piece) -> Element:
    place = "end" if note.rend == "end" else "foot"
    return element(
        "note",
        *note.content,
        place=place,
        n=plain_mark(note.number) or "*",
        lines=f"{note.first} {note.last}",
    )


def _anchor(piece: Piece, note: Piece) -> tuple[int, int, str] | None:
    """Return where the mark of a note stands in a piece, as offsets of its plain text, and what is printed there."""
    mark = plain_mark(note.number)
    raised = _raised(piece.content, mark)
    if raised is not None:
        return raised
    text = plain(piece.content)
    for found in anchor_of(note.number).finditer(text):
        if found.start() > 0:
            return found.start(), found.end(), found[0]
    return None


def _raised(content: Content, mark: str, at: int = 0) -> tuple[int, int, str] | None:
    """Return where a mark stands in raised letters."""
    for part in content:
        text = (
            part
            if isinstance(part, str)
            else "\n"
            if part.tag == "lb"
            else ""
            if part.tag == "note"
            else plain(part.content)
        )
        is_raised = isinstance(part, Element) and part.tag == "hi" and part.get("rend") == "sup"
        if is_raised and plain_mark(text.strip()) == mark:
            return at, at + len(text), text
        at += len(text)
    return None


def _endnotes(pieces: list[Piece]) -> tuple[list[Piece], list[Decision]]:
    """Return the pieces with those of sections of notes as ``note``; the name of such a section goes with its head."""
    decisions: list[Decision] = []
    for begin in range(len(pieces) - 1, -1, -1):
        head = plain(pieces[begin].content).strip()
        if pieces[begin].kind not in ("head", "") or not NOTES.fullmatch(head.strip(" .:")):
            continue
        above = "\n".join(_text_with_raised(piece.content) for piece in pieces[:begin])
        made, end = _section(pieces, begin + 1, above)
        if made:
            pieces = [*pieces[:begin], *made, *pieces[end:]]
            reason = _("The section “{head}” holds notes; each stands at its mark now.").format(
                head=shown(head)
            )
            decisions.append(Decision("note", (made[0].first or 1) - 1, head, "", reason))
    return pieces, decisions


def _section(pieces: Sequence[Piece], begin: int, above: str) -> tuple[list[Piece], int]:
    """Return the notes of a section, and where it ends: numbers count, and the text above has them."""
    made: list[Piece] = []
    end = begin
    for place in range(begin, len(pieces)):
        piece = pieces[place]
        found = MARK.match(_text_with_raised(piece.content))
        mark = plain_mark(found[1]) if found else ""
        counts = not made or not mark.isdigit() or int(mark) == int(plain_mark(made[-1].number)) + 1
        if piece.kind == "head" or place > end + 1 or (made and place > end and made[-1].kind != "note"):
            break
        if found and counts and anchor_of(found[1]).search(above):
            for between in pieces[end:place] if made else ():
                content = (*made[-1].content, element("lb"), *between.content)
                made[-1] = replace(made[-1], content=content, last=between.last)
            content = without(piece.content, 0, len(found[0]))
            made.append(replace(piece, kind="note", number=found[1], content=content, rend="end", page=-1))
            end = place + 1
    return made, end


def _text_with_raised(content: Content) -> str:
    parts = []
    for part in content:
        if isinstance(part, str):
            parts.append(part)
        elif part.tag == "hi" and part.get("rend") == "sup" and re.fullmatch(r"\d{1,3}", plain(part.content)):
            parts.append(raised(plain(part.content)))
        elif part.tag == "lb":
            parts.append("\n")
        elif part.tag != "note":
            parts.append(plain(part.content))
    return "".join(parts)
