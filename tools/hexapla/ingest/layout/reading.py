"""All of it: lines in, the body of a text out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hexapla.ingest import structure
from hexapla.ingest.layout import footnotes, hyphens, margins, measure, pages
from hexapla.ingest.layout.joining import join
from hexapla.ingest.layout.lines import Line
from hexapla.ingest.layout.paragraphs import Paragraph, paragraphs
from hexapla.ingest.marks import BREAK, CLOSING
from hexapla.ingest.structure import Built, Piece
from hexapla.model.languages import language
from hexapla.model.messages import _
from hexapla.model.report import Decision
from hexapla.model.text import Content

HEADS = 4
"""How many heads stand one below the other at most."""


def reading(lines: list[Line], lang: str) -> Built:
    """Return the body that lines make, what was decided, and the lines of each block; ``lang`` is BCP 47."""
    spaced = language(lang).spaced
    lines, noise = _without_noise(lines)
    lines, decisions = pages.paged(_without_gaps(lines))
    lines, notes = footnotes.taken(margins.measured(lines))
    layout = measure.measure(lines, spaced=spaced)
    found, continued = paragraphs(lines, layout)
    use = hyphens.usage([*lines, *(line for note in notes for line in note.lines)], lang)
    pieces: list[Piece] = []
    decisions += [*noise, *_whole(lines, layout), *continued]
    page = -1 if not any(line.page is not None for line in lines) else 0
    for paragraph in _with_heads(found, layout):
        as_verse = replace(layout, keeps_lines=True) if _is_verse(paragraph, layout) else layout
        content, joined = join(paragraph.lines, as_verse, use, spaced=spaced)
        decisions += joined
        begun = [line.page is not None for line in paragraph.lines]
        page = page + begun[0] if page > 0 or pieces else page
        pieces.append(_piece(paragraph, content, layout, page, starts=begun[0]))
        page += sum(begun[1:])
    for note in notes:
        content, joined = join(note.lines, layout, use, spaced=spaced)
        decisions += joined
        first, last = note.lines[0].number, note.lines[-1].number
        pieces.append(Piece(content, "note", number=note.mark, first=first, last=last, page=note.page))
    built = structure.build(pieces, lang, keeps_lines=layout.keeps_lines)
    ordered = sorted([*decisions, *built.decisions], key=lambda decision: decision.line)
    return replace(built, decisions=tuple(ordered))


def _with_heads(found: Sequence[Paragraph], layout: measure.Layout) -> list[Paragraph]:
    """Return the paragraphs, of those of a few short lines the ones without any mark at their ends line by line: no
    verse, but heads one below the other; and what stands below them, an epigraph or the first stanza, for itself."""
    made: list[Paragraph] = []
    after_verse = False
    for paragraph in found:
        lines = paragraph.lines
        ended = bool(layout.narrow) and all(layout.has_room(line, after) for line, after in pairwise(lines))
        is_short = len(lines) > 1 and ended and len(lines[-1].text) < layout.narrow
        count = (
            next((nth for nth, line in enumerate(lines) if not _may_head(line)), len(lines))
            if is_short
            else 0
        )
        heads_only = count == len(lines) <= HEADS
        if 0 < count < len(lines) and measure.goes_on(lines[count].text):
            count = 0
        starts = (paragraph.free_before or lines[0].page is not None) and not lines[0].indent
        if not (heads_only or (0 < count <= HEADS // 2 and starts and not after_verse)):
            made.append(paragraph)
        else:
            rest = (lines[count:],) if count < len(lines) else ()
            parts = [*((line,) for line in lines[:count]), *rest]
            for nth, part in enumerate(parts):
                free = paragraph.free_before and not nth, paragraph.free_after and nth + 1 == len(parts)
                made.append(Paragraph(part, *free))
        after_verse = is_short and count == 0
    return made


def _may_head(line: Line) -> bool:
    """Whether a line has a head's beginning and end: a capital or a number, and no mark."""
    begins = line.text[0].isupper() or line.text[0].isdigit()
    return line.text[-1].isalnum() and begins and not CLOSING.match(line.text)


def _without_noise(lines: list[Line]) -> tuple[list[Line], list[Decision]]:
    """Return lines without those of nothing but stray marks of several kinds, as a scanner leaves them."""
    reason = _("A line of stray marks, without a letter or a number.")
    noise = [line for line in lines if line.text and not BREAK.match(line.text) and _is_noise(line.text)]
    decisions = [Decision("noise", line.number, line.text, "", reason) for line in noise]
    gone = set(map(id, noise))
    return [
        replace(line, text="", indent=0, spans=()) if id(line) in gone else line for line in lines
    ], decisions


def _is_noise(text: str) -> bool:
    marks = set(text.replace(" ", ""))
    return len(marks) > 1 and not any(sign.isalnum() for sign in text) and bool(marks & set(",'’`·~|\\_^¸"))


def _without_gaps(lines: list[Line]) -> list[Line]:
    """Return lines without the blank one that some programs put after each."""
    gaps = Counter[int]()
    blank = 0
    for line in lines:
        if line.text:
            gaps[min(blank, 3)] += 1
            blank = 0
        else:
            blank += 1
    if gaps[1] < 0.6 * gaps.total() or not gaps[2] + gaps[3]:
        return lines
    long = sum(len(line.text) > measure.LONG for line in lines)
    if long > gaps.total() / 4:
        return lines
    return [
        line
        for before, line in pairwise([Line(0, ""), *lines])
        if line.text or not before.text or line.page is not None
    ]


def _piece(
    paragraph: Paragraph, content: Content, layout: measure.Layout, page: int, *, starts: bool
) -> Piece:
    lines = paragraph.lines
    sizes = sorted(line.size for line in lines)
    inset = min((line.indent for line in lines[1:]), default=lines[0].indent)
    inset = min(inset, lines[0].indent) if len(lines) > 1 else inset
    is_short = len(lines) <= 2 and all(len(line.text) < 0.85 * layout.width for line in lines)
    if len(lines) == 1 and inset in layout.indents and inset < margins.FAR:
        inset = 0
    if len(lines) == 1 and inset >= margins.FAR and not lines[0].align:
        return _piece(
            Paragraph((replace(lines[0], align="center"),), paragraph.free_before, paragraph.free_after),
            content,
            layout,
            page,
            starts=starts,
        )
    align = lines[0].align if all(line.align == lines[0].align for line in lines) or len(lines) == 1 else ""
    is_free = paragraph.free_before or starts or paragraph.free_after
    if not align and is_short and is_free and inset and inset not in layout.indents:
        align = "center"  # larger letters are fewer: the middle of the line is not where it seems
    return Piece(
        content,
        first=lines[0].number,
        last=lines[-1].number,
        free_before=paragraph.free_before or starts or layout.each_line,
        indented=lines[0].indent > 0,
        flush=bool(layout.indents) and lines[0].indent == 0,
        free_after=paragraph.free_after or layout.each_line,
        inset=inset,
        short=is_short,
        align=align,
        size=sizes[len(sizes) // 2],
        rend=_rend(lines),
        page=page,
    )


def _is_verse(paragraph: Paragraph, layout: measure.Layout) -> bool:
    """Whether most lines of a paragraph were ended by somebody: each had room for the word that follows."""
    pairs = list(pairwise(paragraph.lines))
    if not layout.narrow or len(pairs) < 2:
        return False
    ended = sum(layout.has_room(line, after) for line, after in pairs)
    return ended >= 0.8 * len(pairs) and len(paragraph.lines[-1].text) <= layout.narrow


def _rend(lines: Sequence[Line]) -> str:
    """Return how all letters of a paragraph are set, if alike."""
    letters = sum(len(line.text) for line in lines)
    for rend in ("bold", "italic", "smallcaps"):
        set_so = sum(span.end - span.start for line in lines for span in line.spans if span.rend == rend)
        if set_so >= 0.9 * letters:
            return rend
    return ""


def _whole(lines: Sequence[Line], layout: measure.Layout) -> list[Decision]:
    """Return what was decided for the text as a whole."""
    if layout.each_line:
        reasons = [_("Lines are long, or end as sentences do: each of them is a paragraph.")]
    elif layout.keeps_lines:
        reasons = [_("Lines are short, as in verse: they end where they ended.")]
    elif layout.width:
        reasons = [_("Lines were wrapped at about {n} signs: they are joined.").format(n=layout.width)]
    else:
        reasons = []
    if layout.indents:
        reasons.append(_("Indented lines begin paragraphs."))
    if layout.opens:
        reasons.append(_("Lines that end without a space end paragraphs."))
    decisions = [Decision("layout", 1, reason=reason) for reason in reasons]
    soft = [line.number for line in lines if hyphens.SOFT in line.text]
    if soft:
        reason = _("Soft hyphens are kept; lines that have some: {n}.").format(n=len(soft))
        decisions.append(Decision("hyphen", soft[0], reason=reason))
    return decisions
